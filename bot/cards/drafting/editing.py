"""A draft before it goes out: the preview, and the list of what can be edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.buttons import Button, Press, Style
from bot.cards.drafting.questions import discard_button, terms_press
from bot.cards.kit.base import Card, Rows, rows_of
from bot.cards.kit.changes import FILE, differences, what_moves
from bot.cards.kit.heading import back, head, other_name
from bot.cards.kit.proposals import totals
from bot.cards.kit.terms import (
    diff_text,
    milestone_line,
    terms_text,
    whole_or_file,
)
from bot.cards.kit.wording import LABEL, MOST, blocks, clipped, fitted, length, lines
from bot.texts import Text
from core.deal.changing import open_to_change
from core.deal.person import Person
from core.deal.step import Act
from core.deal.terms import Change, Role, Terms
from core.values.ids import DealId
from core.views import DealView

_MILESTONES_A_CARD: Final = 6


def preview_card(
    deal: DealId, terms: Terms, mark: str, name: str, t: Text, to: Person | None = None
) -> Card:
    """A draft as the other side will see it. `mark` binds the buttons to exactly these terms.

    While something is missing, the way ahead is to what is missing. `to` is who gets it without a
    link; whoever stopped the bot needs one.
    """
    role = terms.creator_role or Role.FREELANCER
    sends = to is not None and not to.unreachable
    invites = "invited-again" if sends else "invited-head"
    head = lines(
        t("preview-head", role=role),
        None if to is None or sends else t("preview-unreachable", name=to.name),
        "",
        t(invites, name=name, role=role),
        "",
    )
    text, files = whole_or_file(head, terms, lines(), t)
    ahead = Button(t.plain("tap-create-invite"), Press("invite.create", deal, arg=mark))
    if terms.gaps():
        ahead = Button(t.plain("button-deal-draft"), Press("draft", deal))
    elif to is not None and sends:
        label = t.plain("tap-send-to", name=clipped(to.name, LABEL))
        ahead = Button(label, Press("invite.again", deal, arg=mark))
    ahead = replace(ahead, style=Style.GO)
    edit = Button(t.plain("tap-edit"), terms_press(deal, "edit"))
    discard = discard_button(deal, t)
    return Card(text, rows_of((ahead, edit, discard)), attachments=files)


def counter_card(deal: DealId, changes: Sequence[Change], mark: str, t: Text) -> Card:
    """A counter-offer before it is sent: the differences alone."""
    edit = Button(t.plain("tap-edit"), terms_press(deal, "edit"))
    leave = Button(t.plain("tap-leave-changes"), terms_press(deal, "leave"), style=Style.DANGER)
    if not changes:
        return Card(t("counter-nothing"), rows_of((edit, leave)))
    send = Button(t.plain("tap-send-changes"), terms_press(deal, "send", mark), style=Style.GO)
    text = lines(t("counter-head"), "", diff_text(changes, t), "", t("counter-foot"))
    return Card(text, rows_of((send, edit, leave)))


def change_card(view: DealView, terms: Terms, mark: str, until: datetime, t: Text) -> Card:
    """A change of what is agreed before it is proposed: the differences, and both totals.

    While something of it is missing, the way ahead is to that.
    """
    deal = view.deal.id
    edit = Button(t.plain("tap-edit"), terms_press(deal, "edit"))
    leave = Button(t.plain("tap-leave-changes"), terms_press(deal, "leave"), style=Style.DANGER)
    whole, pairs = differences(view, terms, t)
    if not (pairs or any(whole)):
        return Card(blocks(head(view, t), t("counter-nothing")), rows_of((edit, leave)))
    ahead = Button(t.plain("tap-propose-change"), terms_press(deal, "send", mark))
    if terms.gaps():
        ahead = Button(t.plain("button-deal-draft"), Press(Act.AMEND.value, deal))
    last = [lines(*what_moves(view, terms, t))]
    last.append(t("change-foot", name=other_name(view, t), until=until, **totals(view, terms)))
    top = [head(view, t), t("counter-head"), *whole]
    text, attached = fitted(top, pairs, last, FILE)
    rows = rows_of((replace(ahead, style=Style.GO), edit, leave, back(view, t)))
    return Card(text, rows, attachments=attached)


def changing_card(view: DealView, terms: Terms, t: Text, page: int = 0) -> Card:
    """What of an agreed deal can be changed: the milestones of which something may, and more."""
    numbers = [
        number
        for number, _ in enumerate(terms.milestones, 1)
        if number > len(view.deal.milestones) or open_to_change(view.deal.milestone(number))
    ]
    begun = any(one.by == view.viewer for one in view.deal.changing)
    before = terms_press(view.deal.id, "preview") if begun else Press("deal", view.deal.id)
    text = blocks(head(view, t), t("change-what", name=other_name(view, t)))
    return Card(text, _to_choose(view.deal.id, terms, numbers, before, t, page))


def edit_card(deal: DealId, terms: Terms, t: Text, *, role: bool, mark: str = "") -> Card:
    """Everything that can be changed; `role` while nobody has seen the terms.

    `mark` of the terms where they can be sent, and in several languages.
    """
    single = len(terms.milestones) <= 1
    buttons = [
        Button(t.plain("tap-edit-title"), terms_press(deal, "change", "title")),
        Button(t.plain("tap-edit-work"), terms_press(deal, "change", "work")),
    ]
    if single:
        buttons.append(
            Button(t.plain("tap-edit-payment"), terms_press(deal, "milestone", number=1))
        )
        buttons.append(Button(t.plain("tap-add-milestone"), terms_press(deal, "add")))
    else:
        buttons.append(Button(t.plain("tap-edit-milestones"), terms_press(deal, "page", "0")))
    buttons.append(Button(t.plain("tap-edit-rules"), terms_press(deal, "change", "rules")))
    if role:
        buttons.append(Button(t.plain("tap-swap-role"), terms_press(deal, "role")))
    if mark:
        press = Press("invite.languages", deal, arg=mark)
        buttons.append(Button(t.plain("tap-other-language"), press))
    buttons.append(Button(t.plain("tap-back"), terms_press(deal, "preview")))
    whole = lines(t("edit-head"), "", terms_text(terms, t))
    return Card(whole if length(whole) <= MOST else t("edit-head"), rows_of(buttons))


def milestones_card(deal: DealId, terms: Terms, t: Text, page: int = 0) -> Card:
    """The milestones to choose one from; few a card, the rest on the next."""
    numbers = range(1, len(terms.milestones) + 1)
    before = terms_press(deal, "edit")
    return Card(t("edit-which-milestone"), _to_choose(deal, terms, numbers, before, t, page))


def _to_choose(
    deal: DealId, terms: Terms, numbers: Sequence[int], before: Press, t: Text, page: int
) -> Rows:
    first = page * _MILESTONES_A_CARD
    shown = numbers[first : first + _MILESTONES_A_CARD - 1]
    buttons = [
        Button(
            _short(f"{t.number(n)}. {terms.milestones[n - 1].title or ''}"),
            terms_press(deal, "milestone", number=n),
        )
        for n in shown
    ]
    buttons.append(Button(t.plain("tap-add-milestone"), terms_press(deal, "add")))
    if first + len(shown) < len(numbers):
        buttons.append(Button(t.plain("tap-next"), terms_press(deal, "page", str(page + 1))))
    buttons.append(Button(t.plain("tap-back"), before))
    return rows_of(buttons)


PARTS: Final = {
    "title": "m-title",
    "amount": "m-amount",
    "duration": "m-days",
    "criteria": "m-criteria",
}
"""Of what a milestone's terms are, and the question that asks for it."""


def milestone_card(
    deal: DealId, terms: Terms, number: int, t: Text, may: Sequence[str] = tuple(PARTS)
) -> Card:
    """One milestone: each of its parts that may change, and *Remove* while there are others.

    One that is agreed is dropped instead, and can stay after all.
    """
    m = terms.milestones[number - 1]
    buttons = [
        Button(t.plain(f"tap-change-{ask}"), terms_press(deal, "change", ask, number))
        for part, ask in PARTS.items()
        if part in may and not m.dropped
    ]
    if m.dropped:
        buttons.append(Button(t.plain("tap-keep"), terms_press(deal, "keep", number=number)))
    elif len(terms.milestones) > 1 and ("title" in may):
        label = "tap-drop" if "dropped" in may else "tap-remove"
        remove = Button(
            t.plain(label), terms_press(deal, "remove", number=number), style=Style.DANGER
        )
        buttons.append(remove)
    buttons.append(Button(t.plain("tap-back"), terms_press(deal, "edit")))
    text = lines(
        milestone_line(number, m, len(terms.milestones), t),
        t("terms-duration", length=m.duration) if m.duration is not None else None,
        *(t("terms-criterion", criterion=str(line)) for line in m.criteria),
    )
    return Card(text, rows_of(buttons))


def _short(label: str, limit: int = 40) -> str:
    return label if len(label) <= limit else f"{label[: limit - 1]}…"


def discard_card(deal: DealId, t: Text) -> Card:
    """The second tap of *Discard*."""
    yes = Button(t.plain("tap-discard"), terms_press(deal, "discard.do"), style=Style.DANGER)
    back = Button(t.plain("tap-back"), terms_press(deal, "preview"))
    return Card(t("discard-sure"), rows_of((yes, back)))
