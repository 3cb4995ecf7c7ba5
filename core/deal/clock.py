"""What the clock does: each due deadline, and the notices that open windows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Final

from core import commands as c
from core.context import Context
from core.deal import disputing, outage
from core.deal.model import Deal, DealStep
from core.deal.paying import drop_from, void_unfunded
from core.deal.settle import Decision, close, dispute
from core.deal.step import DealStepOf, clock_only
from core.deal.working import refund_all, release_all
from core.dispute import Cause
from core.errors import NotNow
from core.events import (
    DeskAlarmed,
    DormancyNoticed,
    Ground,
    Reminded,
    WindowReopened,
    WindowRetried,
    WindowServed,
    WindowUnserved,
)
from core.ids import SYSTEM
from core.milestone import Milestone, State, Step
from core.policy import OnSilence
from core.window import DeadlineKind, Window, window


def meet(deal: Deal, cmd: c.MeetDeadline, ctx: Context) -> Decision:
    """A deadline fell due; the pipeline has checked that the deal still has it."""
    return CLOCKS[cmd.kind](deal, cmd, ctx)


def _idle(deal: Deal, _cmd: c.MeetDeadline, ctx: Context) -> Decision:
    return close(deal, ctx, DealStep.IDLE, "idle", SYSTEM)


def _expires(deal: Deal, _cmd: c.MeetDeadline, ctx: Context) -> Decision:
    return close(deal, ctx, DealStep.EXPIRE, "expired", SYSTEM)


def _said(deal: Deal, cmd: c.MeetDeadline, ctx: Context) -> Deal:
    key = cmd.key.removeprefix("remind:")
    rest = tuple(item for item in deal.reminded if item[0] != key)
    return replace(deal, reminded=(*rest, (key, ctx.now)))


def _tell(deal: Deal, cmd: c.MeetDeadline, ctx: Context) -> Decision:
    deal = _said(deal, cmd, ctx)
    if cmd.person is None:
        return deal, ()
    key = cmd.key.removeprefix("remind:")
    told = Reminded(key, cmd.milestone, cmd.person, cmd.target)
    if cmd.kind is DeadlineKind.WORK_DUE:
        client = deal.client
        return deal, (told,) if client is None else (
            told,
            Reminded(key, cmd.milestone, client, cmd.target),
        )
    return deal, (told,)


def _alarm(deal: Deal, cmd: c.MeetDeadline, ctx: Context) -> Decision:
    """The desk let its time pass: it is told, again and again."""
    return _said(deal, cmd, ctx), (DeskAlarmed(cmd.key, cmd.milestone, cmd.target),)


def _case(deal: Deal, cmd: c.MeetDeadline, ctx: Context) -> Decision:
    """The same of a case: another arbiter by lot; where there is none, only the alarm."""
    given, events = disputing.assign(deal, _milestone(deal, cmd).number, ctx)
    return (given, events) if events else _alarm(deal, cmd, ctx)


def _answer(deal: Deal, m: Milestone, _cmd: c.MeetDeadline, ctx: Context) -> Decision:
    return disputing.answer_overdue(deal, m.number, ctx)


def _question(deal: Deal, m: Milestone, cmd: c.MeetDeadline, ctx: Context) -> Decision:
    return disputing.answer_overdue(deal, m.number, ctx, int(cmd.key.rpartition(":")[2]))


# What moves a milestone


def _funding(deal: Deal, m: Milestone, _cmd: c.MeetDeadline, ctx: Context) -> Decision:
    """Part of it arrived: three more days, once. Otherwise it is void."""
    if m.waiting and m.window is not None and not m.window.extended:
        more = Window(
            m.window.opened_at, m.window.ends_at + ctx.policy.funding_grace, extended=True
        )
        return deal.with_milestone(replace(m, window=more)), ()
    return void_unfunded(deal, m, ctx, Step.FUNDING_LAPSES, SYSTEM)


def _drop(deal: Deal, m: Milestone, _cmd: c.MeetDeadline, ctx: Context) -> Decision:
    return drop_from(deal, m, ctx, SYSTEM)


def _dormancy(deal: Deal, m: Milestone, _cmd: c.MeetDeadline, ctx: Context) -> Decision:
    clock = window(ctx.now, ctx.policy.dormancy_notice, ctx.policy, ctx.zone(deal.freelancer))
    m = replace(m.take(Step.DORMANCY_NOTICE), dormancy=clock)
    return deal.with_milestone(m), (DormancyNoticed(m.number),)


def _dormant(deal: Deal, m: Milestone, cmd: c.MeetDeadline, ctx: Context) -> Decision:
    if m.dormancy is not None and m.dormancy.served_at is not None:
        return refund_all(deal, m, ctx, Step.DORMANT, Ground.DORMANCY, cmd)
    return _unserved(deal, m, ctx)


def _late_cancel(deal: Deal, m: Milestone, cmd: c.MeetDeadline, ctx: Context) -> Decision:
    if m.window is not None and m.window.served_at is not None:
        return refund_all(deal, m, ctx, Step.LATE_CANCEL_ENDS, Ground.LATE_CANCEL, cmd)
    return _unserved(deal, m, ctx)


def _review(deal: Deal, m: Milestone, cmd: c.MeetDeadline, ctx: Context) -> Decision:
    """As agreed: the arbiter looks, or it is released; releasing needs the notice served."""
    if deal.terms.rules.on_silence is OnSilence.ESCALATE:
        return dispute(deal, m, ctx, Step.SILENCE_ESCALATES, Cause.SILENCE)
    if m.window is not None and m.window.served_at is not None:
        return release_all(deal, m, ctx, Step.SILENCE_RELEASES, Ground.SILENCE, cmd)
    return _unserved(deal, m, ctx)


def _unserved(deal: Deal, m: Milestone, ctx: Context) -> Decision:
    """The notice was never accepted: the window once more, then the arbiter."""
    clock = m.dormancy or m.window
    if clock is None or clock.turn > 1:
        return dispute(deal, m, ctx, Step.UNSERVED, Cause.UNSERVED)
    deal = _with_clock(deal, m, clock.once_more(ctx.now))
    return deal, (WindowReopened(m.number),)


def _abandoned(deal: Deal, m: Milestone, _cmd: c.MeetDeadline, ctx: Context) -> Decision:
    return dispute(deal, m, ctx, Step.ABANDON, Cause.ABANDONED)


def _retry(deal: Deal, m: Milestone, _cmd: c.MeetDeadline, _ctx: Context) -> Decision:
    clock = m.dormancy or m.window
    if clock is None:
        return deal, ()
    return _with_clock(deal, m, replace(clock, next_attempt=None)), (WindowRetried(m.number),)


Clock = Callable[[Deal, c.MeetDeadline, Context], Decision]


def _milestone(deal: Deal, cmd: c.MeetDeadline) -> Milestone:
    if cmd.milestone is None:
        raise NotNow("clock-only")
    return deal.milestone(cmd.milestone)


def _of(act: Callable[[Deal, Milestone, c.MeetDeadline, Context], Decision]) -> Clock:
    return lambda deal, cmd, ctx: act(deal, _milestone(deal, cmd), cmd, ctx)


CLOCKS: Final[Mapping[DeadlineKind, Clock]] = MappingProxyType(
    {
        DeadlineKind.DRAFT_IDLE: _idle,
        DeadlineKind.INVITE_EXPIRES: _expires,
        DeadlineKind.FUNDING_LAPSES: _of(_funding),
        DeadlineKind.DEPOSIT_CHECK: _alarm,
        DeadlineKind.WORK_DUE: _tell,
        DeadlineKind.MAY_CANCEL_LATE: _tell,
        DeadlineKind.DORMANCY_NOTICE: _of(_dormancy),
        DeadlineKind.DORMANT: _of(_dormant),
        DeadlineKind.LATE_CANCEL_ENDS: _of(_late_cancel),
        DeadlineKind.REVIEW_ENDS: _of(_review),
        DeadlineKind.ROUND_DUE: _tell,
        DeadlineKind.ABANDONED: _of(_abandoned),
        DeadlineKind.DROP_REST: _of(_drop),
        DeadlineKind.RETRY_NOTICE: _of(_retry),
        DeadlineKind.DISPUTE_ANSWER: _of(_answer),
        DeadlineKind.QUESTION_ANSWER: _of(_question),
        DeadlineKind.DISPUTE_TAKE: _case,
        DeadlineKind.DISPUTE_RULING: _case,
        DeadlineKind.TRANSFER: _alarm,
        DeadlineKind.REMIND: _tell,
    }
)
"""What each kind of deadline does."""
ALARMS: Final = frozenset(kind for kind, act in CLOCKS.items() if act in (_alarm, _case))
"""The desk's own: said again and again, never replaced by a default."""
TOLD_ONCE: Final = frozenset(
    kind for kind, act in CLOCKS.items() if act is _tell and kind is not DeadlineKind.REMIND
)
"""Nothing moves; somebody is told, once."""


# Whether people were told


def _clock_begun_at(m: Milestone, opened_at: datetime) -> Window | None:
    clock = m.dormancy or m.window
    running = m.state in (State.SUBMITTED, State.CANCELLING) or m.dormancy is not None
    if not running or clock is None or clock.opened_at != opened_at or clock.served_at is not None:
        return None
    return clock


def _with_clock(deal: Deal, m: Milestone, clock: Window) -> Deal:
    changed = replace(m, window=clock) if m.dormancy is None else replace(m, dormancy=clock)
    return deal.with_milestone(changed)


def served(deal: Deal, cmd: c.NoticeServed, ctx: Context) -> Decision:
    """Telegram accepted the opening notice. A replay or an older one changes nothing."""
    m = deal.milestone(cmd.milestone)
    clock = _clock_begun_at(m, cmd.opened_at)
    if clock is None:
        return deal, ()
    after = clock.served(ctx.now)
    restarted = after.opened_at != clock.opened_at
    return _with_clock(deal, m, after), (WindowServed(m.number, restarted),)


def unserved(deal: Deal, cmd: c.NoticeUnserved, ctx: Context) -> Decision:
    """Telegram refused it: two more attempts a day apart, the other side told at the first."""
    m = deal.milestone(cmd.milestone)
    clock = _clock_begun_at(m, cmd.opened_at)
    if clock is None:
        return deal, ()
    after = clock.failed(ctx.now, ctx.policy)
    return _with_clock(deal, m, after), (WindowUnserved(m.number, after.attempts),)


STEPS: Final = (
    DealStepOf(None, c.MeetDeadline, clock_only, meet),
    DealStepOf(None, c.NoticeServed, clock_only, served),
    DealStepOf(None, c.NoticeUnserved, clock_only, unserved),
    DealStepOf(None, c.ExtendClocks, clock_only, outage.extend),
)
