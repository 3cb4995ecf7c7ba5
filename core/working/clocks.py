"""What runs while work is done, looked at, or changed; and whether people were told of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from core.deal.clocks import Clock, Deadline, MeetDeadline, On, of_milestone, tell, with_clock
from core.deal.context import Context
from core.deal.dispute import Cause
from core.deal.events import Ground
from core.deal.milestone import Milestone, State, Step
from core.deal.model import Deal
from core.deal.settle import Decision, dispute
from core.deal.who import asked_in_time
from core.values.policy import OnSilence
from core.values.window import DeadlineKind, window
from core.working.contesting import unanswered
from core.working.events import DormancyNoticed, OrderIgnored, WindowReopened, WindowRetried
from core.working.steps import cancelled_for_fee, leave, refund_all, release_all


def _in_progress(on: On) -> list[Deadline]:
    deal, m = on.deal, on.m
    if m.due_at is None or m.window is None:
        return []
    if m.dormancy is not None:
        ends, opened = m.dormancy.ends_at, m.dormancy.opened_at
        return [on.act(DeadlineKind.DORMANT, ends, deal.freelancer, opened), *on.retries()]
    late = m.due_at + deal.terms.rules.late_grace
    asked = asked_in_time(deal, m)
    late = late if asked is None else max(late, asked.window.ends_at)
    quiet = max(m.due_at, deal.active_at) + on.policy.dormant_after
    may_cancel = on.act(DeadlineKind.MAY_CANCEL_LATE, late, deal.client)
    return [
        on.act(DeadlineKind.WORK_DUE, m.due_at, deal.freelancer),
        *([] if m.left_waiting else [may_cancel]),
        on.act(DeadlineKind.DORMANCY_NOTICE, quiet, None),
    ]


def _submitted(on: On) -> list[Deadline]:
    if on.m.window is None:
        return []
    ends = on.m.window.ends_at
    return [on.act(DeadlineKind.REVIEW_ENDS, ends, on.deal.client), *on.retries()]


def _revising(on: On) -> list[Deadline]:
    if on.m.window is None:
        return []
    ends, freelancer = on.m.window.ends_at, on.deal.freelancer
    if on.m.ordered is not None:
        return [on.act(DeadlineKind.FALLBACK, ends, freelancer), *on.retries()]
    return [
        on.act(DeadlineKind.ROUND_DUE, ends, freelancer),
        on.act(DeadlineKind.ABANDONED, ends + on.policy.abandoned_after, freelancer),
    ]


def _cancelling(on: On) -> list[Deadline]:
    if on.m.window is None:
        return []
    late = on.m.cancel_fee is None
    kind = DeadlineKind.LATE_CANCEL_ENDS if late else DeadlineKind.FEE_CANCEL_ENDS
    return [on.act(kind, on.m.window.ends_at, on.deal.freelancer), *on.retries()]


def _contested(on: On) -> list[Deadline]:
    if on.m.window is None:
        return []
    return [on.act(DeadlineKind.CONTEST_ENDS, on.m.window.ends_at, on.deal.client), *on.retries()]


def _dormancy(deal: Deal, m: Milestone, _cmd: MeetDeadline, ctx: Context) -> Decision:
    clock = window(ctx.now, ctx.policy.dormancy_notice, ctx.policy, ctx.zone(deal.freelancer))
    m = replace(m.take(Step.DORMANCY_NOTICE), dormancy=clock)
    return deal.with_milestone(m), (DormancyNoticed(m.number),)


def _dormant(deal: Deal, m: Milestone, cmd: MeetDeadline, ctx: Context) -> Decision:
    if m.dormancy is not None and m.dormancy.served_at is not None:
        return refund_all(deal, m, ctx, Step.DORMANT, Ground.DORMANCY, cmd)
    return _not_served(deal, m, ctx)


def _late_cancel(deal: Deal, m: Milestone, cmd: MeetDeadline, ctx: Context) -> Decision:
    if m.window is not None and m.window.served_at is not None:
        return refund_all(deal, m, ctx, Step.LATE_CANCEL_ENDS, Ground.LATE_CANCEL, cmd)
    return _not_served(deal, m, ctx)


def _fee_cancel(deal: Deal, m: Milestone, cmd: MeetDeadline, ctx: Context) -> Decision:
    if m.window is not None and m.window.served_at is not None:
        return cancelled_for_fee(deal, m, ctx, cmd)
    return _not_served(deal, m, ctx)


def _review(deal: Deal, m: Milestone, cmd: MeetDeadline, ctx: Context) -> Decision:
    """As agreed: the arbiter looks, or it is released; releasing needs the notice served."""
    if deal.terms.rules.on_silence is OnSilence.ESCALATE:
        return dispute(deal, m, ctx, Step.SILENCE_ESCALATES, Cause.SILENCE)
    if m.window is not None and m.window.served_at is not None:
        return release_all(deal, m, ctx, Step.SILENCE_RELEASES, Ground.SILENCE, cmd)
    return _not_served(deal, m, ctx)


def _not_served(deal: Deal, m: Milestone, ctx: Context) -> Decision:
    """The notice was never accepted: the window once more, then the arbiter."""
    clock = m.dormancy or m.window
    if clock is None or clock.turn > 1:
        return dispute(deal, m, ctx, Step.UNSERVED, Cause.UNSERVED)
    deal = with_clock(deal, m, clock.once_more(ctx.now))
    return deal, (WindowReopened(m.number),)


def _abandoned(deal: Deal, m: Milestone, _cmd: MeetDeadline, ctx: Context) -> Decision:
    return dispute(deal, m, ctx, Step.ABANDON, Cause.ABANDONED)


def _contest(deal: Deal, m: Milestone, _cmd: MeetDeadline, ctx: Context) -> Decision:
    return unanswered(deal, m, ctx)


def _fallback(deal: Deal, m: Milestone, cmd: MeetDeadline, ctx: Context) -> Decision:
    """Nothing was handed in for what an arbiter ordered: the split that was stated in advance."""
    share = m.fallback_share
    if share is None:
        return deal, ()
    if m.window is None or m.window.served_at is None:
        return _not_served(deal, m, ctx)
    step = Step.FALLBACK_SPLIT
    if not share or share == m.held:
        step = Step.FALLBACK_RELEASE if share else Step.FALLBACK_REFUND
    number = m.rounds[-1].number
    deal, events = leave(deal, m, ctx, step, Ground.RULING, (share, m.held - share), cmd)
    return deal, (OrderIgnored(m.number, number), *events)


def _retry(deal: Deal, m: Milestone, _cmd: MeetDeadline, _ctx: Context) -> Decision:
    clock = m.dormancy or m.window
    if clock is None:
        return deal, ()
    return with_clock(deal, m, replace(clock, next_attempt=None)), (WindowRetried(m.number),)


DEADLINES: Final[Mapping[State, Callable[[On], list[Deadline]]]] = MappingProxyType(
    {
        State.IN_PROGRESS: _in_progress,
        State.SUBMITTED: _submitted,
        State.REVISING: _revising,
        State.CANCELLING: _cancelling,
        State.CONTESTED: _contested,
    }
)
CLOCKS: Final[Mapping[DeadlineKind, Clock]] = MappingProxyType(
    {
        DeadlineKind.WORK_DUE: tell,
        DeadlineKind.MAY_CANCEL_LATE: tell,
        DeadlineKind.DORMANCY_NOTICE: of_milestone(_dormancy),
        DeadlineKind.DORMANT: of_milestone(_dormant),
        DeadlineKind.LATE_CANCEL_ENDS: of_milestone(_late_cancel),
        DeadlineKind.FEE_CANCEL_ENDS: of_milestone(_fee_cancel),
        DeadlineKind.REVIEW_ENDS: of_milestone(_review),
        DeadlineKind.ROUND_DUE: tell,
        DeadlineKind.CONTEST_ENDS: of_milestone(_contest),
        DeadlineKind.ABANDONED: of_milestone(_abandoned),
        DeadlineKind.FALLBACK: of_milestone(_fallback),
        DeadlineKind.RETRY_NOTICE: of_milestone(_retry),
    }
)
