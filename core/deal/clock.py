"""What the clock does: each due deadline, and the notices that open windows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from core import commands as c
from core.context import Context
from core.deal import disputing
from core.deal.model import Deal, DealStep
from core.deal.paying import drop_from, void_unfunded
from core.deal.settle import Decision, close, dispute
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
    _by_itself(cmd)
    if cmd.kind in _CASES and cmd.milestone is not None:
        return _case(deal, cmd.milestone, cmd, ctx)
    if cmd.kind in _ALARMS:
        return _said(deal, cmd, ctx), (DeskAlarmed(cmd.key, cmd.milestone, cmd.target),)
    if cmd.kind in _TELLS:
        return _tell(deal, cmd, ctx)
    if cmd.kind is DeadlineKind.DRAFT_IDLE:
        return close(deal, ctx, DealStep.IDLE, "idle", SYSTEM)
    if cmd.kind is DeadlineKind.INVITE_EXPIRES:
        return close(deal, ctx, DealStep.EXPIRE, "expired", SYSTEM)
    if cmd.milestone is None:
        raise NotNow("clock-only")
    return _ON_MILESTONE[cmd.kind](deal, deal.milestone(cmd.milestone), cmd, ctx)


def _by_itself(cmd: c.Command) -> None:
    if cmd.actor != SYSTEM:
        raise NotNow("clock-only")


_ALARMS = frozenset(
    {
        DeadlineKind.DEPOSIT_CHECK,
        DeadlineKind.TRANSFER,
    }
)
_CASES = frozenset({DeadlineKind.DISPUTE_TAKE, DeadlineKind.DISPUTE_RULING})
_TELLS = frozenset(
    {
        DeadlineKind.REMIND,
        DeadlineKind.WORK_DUE,
        DeadlineKind.MAY_CANCEL_LATE,
        DeadlineKind.ROUND_DUE,
    }
)


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


def _case(deal: Deal, number: int, cmd: c.MeetDeadline, ctx: Context) -> Decision:
    """The desk let its time pass: another arbiter by lot; where there is none, only the alarm."""
    given, events = disputing.assign(deal, number, ctx)
    if events:
        return given, events
    return _said(deal, cmd, ctx), (DeskAlarmed(cmd.key, number, cmd.target),)


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


_OnMilestone = Callable[[Deal, Milestone, c.MeetDeadline, Context], Decision]
_ON_MILESTONE: dict[DeadlineKind, _OnMilestone] = {
    DeadlineKind.FUNDING_LAPSES: _funding,
    DeadlineKind.DROP_REST: _drop,
    DeadlineKind.DORMANCY_NOTICE: _dormancy,
    DeadlineKind.DORMANT: _dormant,
    DeadlineKind.LATE_CANCEL_ENDS: _late_cancel,
    DeadlineKind.REVIEW_ENDS: _review,
    DeadlineKind.ABANDONED: _abandoned,
    DeadlineKind.RETRY_NOTICE: _retry,
    DeadlineKind.DISPUTE_ANSWER: _answer,
    DeadlineKind.QUESTION_ANSWER: _question,
}


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
    _by_itself(cmd)
    m = deal.milestone(cmd.milestone)
    clock = _clock_begun_at(m, cmd.opened_at)
    if clock is None:
        return deal, ()
    after = clock.served(ctx.now)
    restarted = after.opened_at != clock.opened_at
    return _with_clock(deal, m, after), (WindowServed(m.number, restarted),)


def unserved(deal: Deal, cmd: c.NoticeUnserved, ctx: Context) -> Decision:
    """Telegram refused it: two more attempts a day apart, the other side told at the first."""
    _by_itself(cmd)
    m = deal.milestone(cmd.milestone)
    clock = _clock_begun_at(m, cmd.opened_at)
    if clock is None:
        return deal, ()
    after = clock.failed(ctx.now, ctx.policy)
    return _with_clock(deal, m, after), (WindowUnserved(m.number, after.attempts),)
