"""Before the arbiter decides: calling one, and having nothing to add, each with what it means."""

from __future__ import annotations

from bot.buttons import DO, Button, Press, Style
from bot.cards.disputing.sides import called_by
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.heading import back, head, milestone_title, other_name
from bot.cards.kit.steps import phrase_line
from bot.cards.kit.wording import blocks
from bot.texts import Text
from core.deal.dispute import Dispute
from core.deal.hearing import Negotiation
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.views import DealView

_HOW = {"other": "agrees", "alone": "alone"}


def call_card(view: DealView, m: Milestone, talks: Negotiation, t: Text) -> Card:
    """When the arbiter would be called by it."""
    how = _HOW.get(called_by(view, m.number), "waits")
    args = {"how": how, "until": talks.by_both.ends_at, "amount": m.held}
    return _sure(view, m, Act.CALL_ARBITER, "", args, t)


def add_nothing_card(view: DealView, m: Milestone, case: Dispute, t: Text) -> Card:
    """The button carries how the case stood when it was asked."""
    stood = f"{len(case.statements)}.{len(case.evidence)}"
    return _sure(view, m, Act.ADD_NOTHING, stood, {}, t)


def _sure(
    view: DealView, m: Milestone, act: Act, arg: str, args: dict[str, object], t: Text
) -> Card:
    named = {"name": other_name(view, t), "title": milestone_title(view, m.number)}
    text = blocks(
        head(view, t),
        t(f"confirm-{act.value}", **args, **named),
        phrase_line(view.people.get(view.viewer), t),
    )
    press = Press(act + DO, view.deal.id, m.number, m.seen, arg)
    yes = Button(t.plain(f"yes-{act.value}"), press, style=Style.GO)
    return Card(text, rows_of([yes, back(view, t)]))
