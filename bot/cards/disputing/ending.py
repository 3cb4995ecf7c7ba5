"""The screens before a dispute ends between the two: taking it back, and giving what is asked."""

from __future__ import annotations

from datetime import datetime

from bot.buttons import DO, Button, Press, Style
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.heading import back, head, milestone_title, other_name
from bot.cards.kit.proposals import end_args
from bot.cards.kit.steps import phrase_line
from bot.cards.kit.wording import blocks
from bot.texts import Text
from core.deal.milestone import Milestone, State
from core.deal.step import Act
from core.deal.terms import Role
from core.values.money import Money
from core.views import DealView


def take_back_card(view: DealView, m: Milestone, then: Milestone, t: Text, *, play: bool) -> Card:
    """`then` is the milestone as it would go on: whose time runs, until when, and what follows."""
    args = {**_named(view, m, t), "amount": m.held, "role": _role(view)}
    review = then.state is State.SUBMITTED
    silence = view.deal.terms.rules.on_silence.value
    goes_on = t(
        "dispute-goes-on",
        stands=f"{then.state.value}-{silence}" if review else then.state.value,
        until=_until(then) or view.now,
        **args,
    )
    text = blocks(
        head(view, t),
        t("confirm-drop-dispute", **args),
        goes_on,
        t("play-money") if play else None,
        phrase_line(view.people.get(view.viewer), t),
    )
    press = Press(Act.TAKE_BACK_DISPUTE + DO, view.deal.id, m.number, m.seen)
    yes = Button(t.plain("yes-drop-dispute"), press, style=Style.GO)
    return Card(text, rows_of([yes, back(view, t)]))


def _until(m: Milestone) -> datetime | None:
    if m.state is State.IN_PROGRESS:
        return m.due_at
    return None if m.window is None else m.window.ends_at


def concede_card(view: DealView, m: Milestone, sought: Money, t: Text, *, play: bool) -> Card:
    """Who would get what, to the cent. The button carries what the other side asks for."""
    share = sought if view.role is Role.CLIENT else m.held - sought
    args = {**_named(view, m, t), "role": _role(view), **end_args(view, m, share)}
    text = blocks(
        head(view, t),
        t("confirm-concede", **args),
        t("play-money") if play else None,
        phrase_line(view.people.get(view.viewer), t),
    )
    arg = f"{sought.minor}.{m.held.minor}"
    press = Press(Act.CONCEDE + DO, view.deal.id, m.number, m.seen, arg)
    yes = Button(t.plain("yes-concede", sought=sought, **args), press, style=Style.DANGER)
    return Card(text, rows_of([yes, back(view, t)]))


def _role(view: DealView) -> str:
    return "none" if view.role is None else view.role.value


def _named(view: DealView, m: Milestone, t: Text) -> dict[str, object]:
    return {"name": other_name(view, t), "title": milestone_title(view, m.number)}
