"""Asking for an amount out of what is held: a part to release, or what a side seeks."""

from __future__ import annotations

from bot.buttons import Button, Press
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.gather import leave
from bot.cards.kit.heading import head, milestone_title, other_name
from bot.cards.kit.wording import blocks
from bot.texts import Text
from core.deal.milestone import Milestone
from core.deal.terms import Role
from core.ports import Expecting
from core.values.money import Money
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
    bps = own_fee(view)
    told: dict[str, object] = {
        "title": milestone_title(view, m.number),
        "name": other_name(view, t),
        "role": "none" if view.role is None else view.role.value,
    }
    told |= {"free": not bps, "percent": t.percent(bps)}
    text = t(key, held=m.held, count=len(choices), **told)
    return Card(blocks(head(view, t), text), rows_of([*buttons, leave(row, t)]))


def own_fee(view: DealView) -> int:
    """Basis points that we take of what comes to its reader: a refund costs nothing."""
    return view.deal.terms.fee_bps if view.role is Role.FREELANCER else 0


def _usual(m: Milestone, row: Expecting) -> tuple[Money, ...]:
    return () if row.what == "part" else (m.held, Money(0, m.held.currency))


def _label(m: Milestone, amount: Money, t: Text) -> str:
    return t.plain("amount-all" if amount == m.held else "amount-nothing", amount=amount)
