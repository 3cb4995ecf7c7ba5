"""Asking for an amount out of what is held: a part to release, or what a side seeks."""

from __future__ import annotations

from bot.buttons import Button, Press, Style
from bot.cards.base import Card, rows_of
from bot.cards.deal import head, milestone_title, other_name
from bot.cards.paying import leave
from bot.cards.steps import phrase_line
from bot.cards.wording import blocks, fitted
from bot.cards.work import files_line
from bot.texts import Text
from core.deal.milestone import Milestone
from core.ports import Expecting
from core.values.money import Money
from core.values.words import FileRef
from core.views import DealView


def amount_card(
    view: DealView,
    m: Milestone,
    row: Expecting,
    t: Text,
    choices: tuple[Money, ...] = (),
) -> Card:
    """How much; `choices` are the readings of what was typed."""
    buttons = []
    for amount in choices or _usual(m, row):
        press = Press("parta", row.deal, row.milestone, None, f"{row.what}.{amount.minor}")
        label = _label(m, amount, t) if not choices else t.money(amount)
        buttons.append(Button(label, press))
    key = "amount-which" if choices else f"amount-{row.what}"
    told = {"title": milestone_title(view, m.number), "name": other_name(view, t)}
    text = t(key, held=m.held, count=len(choices), **told)
    return Card(blocks(head(view, t), text), rows_of([*buttons, leave(row, t)]))


def _usual(m: Milestone, row: Expecting) -> tuple[Money, ...]:
    return () if row.what == "part" else (m.held, Money(0, m.held.currency))


def _label(m: Milestone, amount: Money, t: Text) -> str:
    return t.plain("amount-all" if amount == m.held else "amount-nothing", amount=amount)


def part_card(
    view: DealView, m: Milestone, row: Expecting, amount: Money, t: Text, *, play: bool
) -> Card:
    """Less than what is held: what goes, what stays."""
    args = {
        "amount": amount,
        "left": m.held - amount,
        "name": other_name(view, t),
        "title": milestone_title(view, m.number),
    }
    text = blocks(
        head(view, t),
        t("confirm-release-part", **args),
        t("play-money") if play else None,
        phrase_line(view.people.get(view.viewer), t),
    )
    press = Press("partx", view.deal.id, m.number, m.seen, str(amount.minor))
    yes = Button(t.plain("yes-release-part", **args), press, style=Style.GO)
    return Card(text, rows_of([yes, leave(row, t)]))


def case_card(
    view: DealView,
    m: Milestone,
    row: Expecting,
    reason: str,
    sought: Money | None,
    files: tuple[FileRef, ...],
    t: Text,
) -> Card:
    """What goes to the arbiter, once more."""
    asked = None
    if sought is not None:
        asked = t("case-sought", sought=sought, held=m.held)
    text, attached = fitted(
        [head(view, t), t(f"case-{row.what}", title=milestone_title(view, m.number))],
        [(t("case-words"), reason)],
        [*([asked] if asked else []), files_line(files, t), t("case-then")],
        "words.txt",
    )
    deal = view.deal.id
    press = Press("dispx", deal, m.number, m.seen, row.what)
    yes = Button(t.plain(f"yes-{row.what}"), press, style=Style.GO)
    again = Press("dispprev", deal, m.number, None, row.what)
    buttons = [yes, Button(t.plain("button-back"), again)]
    return Card(text, rows_of(buttons), attachments=attached)
