"""What a bank took back is paid again, by when, and the flag that stood for it is lifted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from core.deal.context import Context
from core.deal.events import Event
from core.deal.milestone import Milestone, State
from core.deal.model import Deal
from core.deal.reversal import Reversal
from core.deal.settle import Decision
from core.paying.events import FlagLifted
from core.values.ids import PersonId
from core.values.window import Window


def of_milestone(deal: Deal, number: int) -> tuple[Reversal, ...]:
    """What was taken back of its money."""
    return tuple(one for one in deal.reversals if one.milestone == number)


def lift_for(deal: Deal, reversals: Collection[Reversal], by: PersonId, ctx: Context) -> Decision:
    """Their flags are lifted, and no other."""
    wanted = {one.flag for one in reversals}
    events: list[Event] = []
    for flag in deal.standing:
        if flag.number in wanted:
            deal = deal.with_flag(replace(flag, lifted_at=ctx.now, lifted_by=by))
            events.append(FlagLifted(flag.number, flag.kind, by))
    return deal, tuple(events)


def pay_clock(m: Milestone) -> Window | None:
    """Until when it is to be paid; None while that stands still."""
    return m.window if m.state is State.FUNDING else m.fund_by


def with_pay_clock(m: Milestone, clock: Window | None) -> Milestone:
    """The milestone with another time to pay."""
    if m.state is State.FUNDING:
        return replace(m, window=clock)
    return replace(m, fund_by=clock)
