"""The work goes on after a dispute: where it was, with what was left of its clocks, or more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from core.deal.context import Context
from core.deal.dispute import Outcome, Ruling
from core.deal.milestone import Halt, Milestone, State, Step
from core.deal.model import Deal
from core.values.errors import BadInput, NotNow
from core.values.window import Window, window

BACK: Final[Mapping[State, Step]] = MappingProxyType(
    {
        State.IN_PROGRESS: Step.DISPUTE_BACK_TO_WORK,
        State.SUBMITTED: Step.DISPUTE_BACK_TO_REVIEW,
        State.REVISING: Step.DISPUTE_BACK_TO_REVISION,
    }
)
"""Where a milestone stood before, and the step that leads back there."""


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


def goes_on(deal: Deal, m: Milestone, ruling: Ruling, ctx: Context, *, served: bool) -> Milestone:
    """The milestone as such a ruling leaves it: nobody has less than the least that is left.

    Work that was late stays late, but a round of changes that was gets that least too: else the
    clock would call the arbiter at once, and about the same.
    """
    after = gone_on(deal, _from_work(deal, m), ctx, served=served)
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
