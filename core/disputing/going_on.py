"""The work goes on after a dispute: where it was, with what was left of its clocks, or more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from core.deal.context import Context
from core.deal.fallback import Fallback
from core.deal.milestone import Halt, Milestone, State, Step
from core.deal.model import Deal
from core.deal.points import ItemKind, Round
from core.deal.ruling import Outcome, Ruling
from core.disputing.commands import Rule
from core.values.errors import BadInput, NotNow
from core.values.ids import PersonId
from core.values.window import Window, window

BACK: Final[Mapping[State, Step]] = MappingProxyType(
    {
        State.IN_PROGRESS: Step.DISPUTE_BACK_TO_WORK,
        State.SUBMITTED: Step.DISPUTE_BACK_TO_REVIEW,
        State.REVISING: Step.DISPUTE_BACK_TO_REVISION,
    }
)
"""Where a milestone stood before, and the step that leads back there."""
MOST_ORDERED: Final = 10
"""Points of one order: more are not made in one round."""


def gone_on(deal: Deal, m: Milestone, ctx: Context, *, served: bool) -> Milestone:
    """The disputed milestone where it was. Raises NotNow("dispute-no-way-back")."""
    if m.halt is None or m.halt.state not in BACK:
        raise NotNow("dispute-no-way-back")
    after = m.gone_on(BACK[m.halt.state], ctx.now, ctx.policy.dispute_least_left)
    clock = after.window
    if clock is None:
        return after
    if after.state is State.SUBMITTED:
        left = max(clock.ends_at - ctx.now, ctx.policy.dispute_least_left)
        fresh = window(ctx.now, left, ctx.policy, ctx.zone(deal.client))
        return replace(after, window=fresh.served(ctx.now) if served else fresh)
    return _until(after, clock, clock.ends_at) if after.state is State.REVISING else after


def _answers(deal: Deal, m: Milestone) -> PersonId | None:
    """Whose notice opens the time at whose end money may move."""
    if m.state is State.SUBMITTED:
        return deal.client
    return deal.freelancer if m.ordered is not None else None


def stands_after(m: Milestone) -> State:
    """Where a disputed milestone goes on. A late cancel is off; what came against it is looked at.

    Raises NotNow("dispute-no-way-back") for a dispute of earlier versions.
    """
    halt = m.halt
    if halt is not None and halt.state is State.CANCELLING:
        return State.SUBMITTED if m.submissions else State.IN_PROGRESS
    if halt is None or halt.state not in BACK:
        raise NotNow("dispute-no-way-back")
    return halt.state


def may_extend(m: Milestone) -> None:
    """More time is for work that is not handed in. Raises NotNow("work-is-in")."""
    if stands_after(m) is State.SUBMITTED:
        raise NotNow("work-is-in")


def can_go_on(m: Milestone, outcome: Outcome, more: timedelta | None, ctx: Context) -> None:
    """Whether such a ruling can be carried out.

    Raises as `may_extend`; BadInput: "more-time-too-short", "more-time-too-long".
    """
    stands_after(m)
    if outcome is Outcome.EXTEND:
        may_extend(m)
        least, longest = ctx.policy.ruled_time_least, ctx.policy.ruled_time_longest
        if more is None or more < least:
            raise BadInput("more-time-too-short", seconds=int(least.total_seconds()))
        if more > longest:
            raise BadInput("more-time-too-long", seconds=int(longest.total_seconds()))


def can_order(m: Milestone, cmd: Rule, criteria: int, ctx: Context) -> None:
    """Whether what is missing can be ordered so: of work that came, each point by a criterion.

    Raises NotNow("nothing-to-revise"); BadInput: "no-points", "too-many-points",
    "point-needs-criterion", "round-too-short", "more-time-too-long".
    """
    may_order(m)
    if not cmd.points:
        raise BadInput("no-points")
    if len(cmd.points) > MOST_ORDERED:
        raise BadInput("too-many-points", limit=MOST_ORDERED)
    for item in cmd.points:
        named = item.criterion is not None and 0 <= item.criterion < criteria
        if item.kind is not ItemKind.DEFECT or not named:
            raise BadInput("point-needs-criterion")
    order_takes(cmd.more, ctx)


def may_order(m: Milestone) -> None:
    """Raises NotNow("nothing-to-revise") where nothing was ever handed in."""
    if not m.submissions:
        raise NotNow("nothing-to-revise")


def order_takes(more: timedelta | None, ctx: Context) -> None:
    """Raises BadInput: "round-too-short", "more-time-too-long"."""
    least, longest = ctx.policy.min_round, ctx.policy.ruled_time_longest
    if more is None or more < least:
        raise BadInput("round-too-short", seconds=int(least.total_seconds()))
    if more > longest:
        raise BadInput("more-time-too-long", seconds=int(longest.total_seconds()))


def _as_ordered(deal: Deal, m: Milestone, ruling: Ruling, ctx: Context) -> Milestone:
    """A round of what was ordered: it uses none of those that were agreed."""
    length = ruling.more or ctx.policy.min_round
    clock = window(ctx.now, length, ctx.policy, ctx.zone(deal.freelancer))
    fallback = Fallback(ruling.by, ruling.to_freelancer, m.released + m.fee)
    number, under = len(m.rounds) + 1, len(deal.earlier)
    opened = Round(number, ctx.now, ruling.points, clock.ends_at, False, under, fallback)  # noqa: FBT003
    m = m.take(Step.DISPUTE_BACK_TO_REVISION)
    return replace(m, halt=None, window=clock, before=None, rounds=(*m.rounds, opened))


def goes_on(deal: Deal, m: Milestone, ruling: Ruling, ctx: Context, by: PersonId) -> Milestone:
    """The milestone as such a ruling leaves it, by the press of somebody or by the clock.

    A time at whose end money may move is served to whoever opened it by their own press.
    """
    after = _left(deal, m, ruling, ctx)
    clock, answers = after.window, _answers(deal, after)
    if clock is None or answers is None:
        return after
    fresh = Window(ctx.now, clock.ends_at)
    return replace(after, window=fresh.served(ctx.now) if by == answers else fresh)


def _left(deal: Deal, m: Milestone, ruling: Ruling, ctx: Context) -> Milestone:
    """Nobody has less than the least that is left.

    Work that was late stays late, but a round of changes that was gets that least too: else the
    clock would call the arbiter at once, and about the same.
    """
    if ruling.outcome is Outcome.ORDER:
        return _as_ordered(deal, m, ruling, ctx)
    after = gone_on(deal, _from_work(deal, m), ctx, served=False)
    clock = after.window
    if clock is None or after.state is State.SUBMITTED:
        return after
    if ruling.more is not None:
        return _until(after, clock, max(after.due or ctx.now, ctx.now) + ruling.more)
    if after.state is State.REVISING:
        least = ctx.now + ctx.policy.dispute_least_left
        return _until(after, clock, max(clock.ends_at, least))
    return after


def _until(m: Milestone, clock: Window, at: datetime) -> Milestone:
    """The work, or the open round of changes, due at another time."""
    m = replace(m, window=replace(clock, ends_at=at))
    if m.state is not State.REVISING:
        return replace(m, due_at=at)
    if not m.rounds:
        return m
    return replace(m, rounds=(*m.rounds[:-1], replace(m.rounds[-1], due_at=at)))


def _from_work(deal: Deal, m: Milestone) -> Milestone:
    """As if no late cancel had been: it goes on from the work, or from what was handed in."""
    halt = m.halt
    if halt is None or halt.state is not State.CANCELLING:
        return m
    stands, due = stands_after(m), halt.due_at or halt.at
    ends = halt.at + deal.terms.rules.review_window if stands is State.SUBMITTED else due
    return replace(m, halt=Halt(stands, halt.at, Window(halt.at, ends), halt.due_at))
