"""Whose turn it is, until when, and what happens then; of several open milestones a few of each."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from bot.cards.disputing.sides import calls
from bot.cards.kit.acts import SEVERAL
from bot.cards.kit.heading import milestone_title, other_name
from bot.cards.kit.shares import after_fee, arrived, stated
from bot.cards.kit.wording import blocks, clipped, lines
from bot.texts import Safe, Text
from core.deal.flag import SHOWN
from core.deal.milestone import Milestone, State
from core.deal.model import Deal, DealState
from core.deal.who import before
from core.values.ids import DESK
from core.views import DealView, Turn

MOST_TURNS: Final = 3
"""Of so many open milestones a message says all; of the others that they are open."""


def told_turns(view: DealView, about: Collection[int] = ()) -> tuple[Turn, ...]:
    """Those that a message has room for, of the milestones that it is `about` first."""
    told = (turn for turn in view.turns if _is_told(turn))
    return tuple(sorted(told, key=lambda turn: turn.milestone not in about)[:MOST_TURNS])


def _is_told(turn: Turn) -> bool:
    return bool(turn.otherwise) and turn.until is not None and turn.otherwise != "transfer"


def in_detail(view: DealView, about: Collection[int] = ()) -> tuple[Milestone, ...]:
    """The open milestones of which a message says more than where they stand."""
    opened = view.deal.under_way
    if len(opened) < SEVERAL:
        return opened
    said = {turn.milestone for turn in told_turns(view, about)}
    return tuple(m for m in opened if m.number in said)


def turn_line(view: DealView, t: Text, about: Collection[int] = ()) -> Safe | None:
    """Whose turn it is, until when, and what happens if nothing is done."""
    told = told_turns(view, about)
    if not told:
        return None
    others = len(view.deal.under_way) - len(told) if len(view.turns) > len(told) else 0
    more = (t("turns-more", count=others),) if others > 0 else ()
    said = [_told(view, turn, t) for turn in told]
    last = lines(*_why_still(view, t), clocks_wait(view, t))
    return blocks(*said[:-1], lines(said[-1], *more, last or None))


def _told(view: DealView, turn: Turn, t: Text) -> Safe:
    milestone = turn.milestone
    return t(
        f"turn-{turn.otherwise}",
        who=_whose(view, turn),
        name=other_name(view, t),
        since=view.deal.active_at,
        until=turn.until,
        then=turn.then or turn.until,
        late=turn.until is not None and turn.until <= view.now and not view.waits,
        title="" if milestone is None else milestone_title(view, milestone),
        split=_after_split(view.deal, milestone),
        arrived=arrived(view.deal, turn),
        **(_at_stake(view.deal, milestone) | stated(view.deal, milestone) | calls(view, milestone)),
    )


def _why_still(view: DealView, t: Text) -> list[Safe]:
    """What our team said of it, where that is for the two to read."""
    said = [flag.words for flag in view.deal.standing if flag.kind in SHOWN]
    return [t("still-why", why=clipped(t.said(words))) for words in said]


def _whose(view: DealView, turn: Turn) -> str:
    """Whom it waits for; before somebody is bound it is no answer of the inviter's, but a yes."""
    deal = view.deal
    if turn.person != view.viewer:
        return "desk" if turn.person == DESK else "other"
    if deal.state is DealState.INVITED and deal.invitee is None:
        return "claims" if deal.claims else "nobody"
    return "you"


def clocks_wait(view: DealView, t: Text) -> Safe | None:
    """That no time runs out just now, and why."""
    return t("clocks-wait", why=view.waits) if view.waits else None


def _after_split(deal: Deal, milestone: int | None) -> bool:
    """Whether the client may still say that this milestone goes on."""
    last = None if milestone is None else before(deal, milestone)
    return last is not None and last.state is State.SPLIT


def _at_stake(deal: Deal, milestone: int | None) -> dict[str, object]:
    """The money that the turn is about: what is missing and what came, or what is held."""
    if milestone is None:
        return {"amount": "", "waiting": "", "charged": False}
    m = deal.milestone(milestone)
    amount = m.missing if m.to_pay else m.held
    told: dict[str, object] = {"amount": amount, "waiting": m.waiting}
    if m.cancel_fee is not None:
        told |= {"keeps": m.cancel_fee, "rest": m.held - m.cancel_fee}
    return told | after_fee(deal, m.cancel_fee or amount)
