"""A part of what is held: less than all of it goes, the rest stays."""

from __future__ import annotations

from bot.buttons import DO, Button, Press, Style
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.gather import leave
from bot.cards.kit.heading import head, milestone_title, other_name
from bot.cards.kit.shares import after_fee
from bot.cards.kit.steps import phrase_line
from bot.cards.kit.wording import blocks
from bot.texts import Text
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.ports import Expecting
from core.values.money import Money
from core.views import DealView


def part_card(
    view: DealView, m: Milestone, row: Expecting, amount: Money, t: Text, *, play: bool
) -> Card:
    """Less than what is held: what goes, what stays."""
    args = {
        "amount": amount,
        "left": m.held - amount,
        "name": other_name(view, t),
        "title": milestone_title(view, m.number),
        **after_fee(view.deal, amount),
    }
    text = blocks(
        head(view, t),
        t("confirm-release-part", **args),
        t("play-money") if play else None,
        phrase_line(view.people.get(view.viewer), t),
    )
    press = Press(Act.RELEASE_PART + DO, view.deal.id, m.number, m.seen, str(amount.minor))
    yes = Button(t.plain("yes-release-part", **args), press, style=Style.GO)
    return Card(text, rows_of([yes, leave(row, t)]))
