"""What ran while nobody was heard gets its time back; what fell due in it waits for the grace.

Each bot has its own clocks: the parties' windows, and the desk's time to answer a claim of payment,
to take, to rule and to pay. Whatever somebody can do until an instant, or may do from one on, is
given back, whether the schedule has it or not; the grace is for what happens by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from core.deal.commands import DealCommand
from core.deal.context import Context
from core.deal.dispute import Dispute
from core.deal.events import Event
from core.deal.flag import HoldFlag, Standstill, running
from core.deal.four_eyes import open_in, with_approval
from core.deal.hearing import Filing, Negotiation
from core.deal.milestone import Milestone, State, Submission
from core.deal.model import Deal
from core.deal.notice import By, Notice, Telling, to
from core.deal.proposal import Proposal, ProposalState
from core.deal.settle import Decision
from core.deal.step import DealStepOf, clock_only
from core.values.hearing import Ear
from core.values.window import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendClocks(DealCommand):
    """Nobody was heard by this bot from `since` to `until`: what ran for them gets it back."""

    since: datetime
    until: datetime
    ear: Ear = Ear.PARTIES


@dataclass(frozen=True, slots=True)
class ClocksExtended(Event):
    """An outage gave its time back."""

    since: datetime
    until: datetime


def extend(deal: Deal, cmd: ExtendClocks, ctx: Context) -> Decision:
    """Give the time from `since` to `until` back."""
    own = _of_parties if cmd.ear is Ear.PARTIES else _of_desk
    changed = deal
    for since, until in running(deal.stops, cmd.since, cmd.until):
        heard = cmd.until if deal.frozen_at is None else until
        changed = own(changed, _Lost(since, until, heard + ctx.policy.outage_grace), ctx)
    whole = _Lost(cmd.since, cmd.until, cmd.until + ctx.policy.outage_grace)
    if cmd.ear is Ear.DESK:
        changed = _flagged(changed, replace(whole, grace=cmd.until), ctx)
    else:
        changed = _to_pay(changed, whole)
    if changed == deal:
        return deal, ()
    return changed, (ClocksExtended(cmd.since, cmd.until),)


def stop_or_go_on(deal: Deal, ctx: Context) -> Deal:
    """While a flag stands no clock of the deal runs; with the last lifted, all go on.

    They have what was left of them, as after an outage, and as long a grace at the least where
    they would have ended meanwhile.
    """
    since = deal.frozen_at
    if since is None:
        stopped = (*deal.stops, Standstill(ctx.now))
        return replace(deal, stops=stopped) if deal.standing else deal
    if deal.standing:
        return deal
    lost = _Lost(since, ctx.now, ctx.now + ctx.policy.outage_grace)
    deal = _of_parties(_of_desk(deal, lost, ctx), lost, ctx)
    return replace(deal, stops=(*deal.stops[:-1], Standstill(since, ctx.now)))


@dataclass(frozen=True, slots=True)
class _Lost:
    """The stretch, and until when what fell due in it has grace."""

    since: datetime
    until: datetime
    grace: datetime

    def of(self, opened_at: datetime) -> timedelta:
        """How much of it ran for what was opened then."""
        return self.until - max(self.since, min(opened_at, self.until))

    def window(self, clock: Window | None, *, after: timedelta = timedelta(0)) -> Window | None:
        """The clock with its time back; `after`: something is still counted from its end."""
        if clock is None or clock.ends_at + after <= self.since or clock.opened_at >= self.until:
            return clock
        fell_due = clock.ends_at + after <= self.until
        return clock.shifted(self.of(clock.opened_at), self.grace - after if fell_due else None)

    def instant(
        self, at: datetime | None, opened_at: datetime, *, after: timedelta = timedelta(0)
    ) -> datetime | None:
        """The same for an instant that is counted from when it was opened."""
        if at is None or at + after <= self.since:
            return at
        return at + self.of(opened_at)

    def within(self, opened_at: datetime, ends_at: datetime) -> timedelta:
        """How much of what is counted from there to there was lost."""
        ran = opened_at < self.until and ends_at > self.since
        return self.of(opened_at) if ran else timedelta(0)

    def running(self, clock: Window | None) -> bool:
        """Whether it had not ended before."""
        return clock is not None and clock.ends_at > self.since


def _of_desk(deal: Deal, lost: _Lost, ctx: Context) -> Deal:
    def case(dispute: Dispute) -> Dispute:
        if dispute.stage.closed or _after_theirs(deal, dispute):
            return dispute
        return replace(dispute, desk_clock=lost.window(dispute.desk_clock))

    transfers = tuple(replace(t, window=lost.window(t.window) or t.window) for t in deal.transfers)
    return replace(
        _waiting(deal, lost),
        disputes=tuple(map(case, deal.disputes)),
        transfers=transfers,
        milestones=tuple(_claimed(m, lost, ctx) for m in deal.milestones),
    )


def _to_pay(deal: Deal, lost: _Lost) -> Deal:
    """Until when what a bank took back is to be paid again: that runs while the deal stands."""
    later = (replace(m, fund_by=lost.window(m.fund_by)) for m in deal.milestones)
    return replace(deal, milestones=tuple(later))


def _flagged(deal: Deal, lost: _Lost, ctx: Context) -> Deal:
    """Until when the desk is to have looked into a flag, or to say yes to its end.

    And to answer that what a bank took back is paid again.
    """

    def later(flag: HoldFlag) -> HoldFlag:
        if not flag.stands:
            return flag
        ask, clock = flag.ask, flag.window
        if ask is not None:
            ask = replace(ask, window=lost.window(ask.window) or ask.window)
        return replace(flag, window=lost.window(clock) or clock, ask=ask)

    again = (
        m if m.again is None or m.state is State.FUNDING else _claimed(m, lost, ctx)
        for m in deal.milestones
    )
    return replace(deal, flags=tuple(map(later, deal.flags)), milestones=tuple(again))


def _waiting(deal: Deal, lost: _Lost) -> Deal:
    """Until when a second person can say yes."""
    for one in open_in(deal):
        longer = replace(one, window=lost.window(one.window) or one.window)
        deal = with_approval(deal, longer)
    return deal


def _claimed(m: Milestone, lost: _Lost, ctx: Context) -> Milestone:
    if m.claim is None:
        return m
    ends = m.claim.at + m.claim.lost + ctx.policy.deposit_check
    more = lost.within(m.claim.at + m.claim.lost, ends)
    return replace(m, claim=replace(m.claim, lost=m.claim.lost + more))


def _after_theirs(deal: Deal, dispute: Dispute) -> bool:
    """The desk's time to rule counts from the end of the parties', and moves with it."""
    return dispute.stage.taken and deal.unheard(dispute) is not None


def _of_parties(deal: Deal, lost: _Lost, ctx: Context) -> Deal:
    def case(dispute: Dispute) -> Dispute:
        if dispute.stage.closed:
            return dispute
        desk, review = dispute.desk_clock, dispute.review
        if review is not None:
            answer = lost.window(review.answer_by) or review.answer_by
            review = replace(review, answer_by=answer)
        return replace(
            dispute,
            final_by=lost.window(dispute.final_by),
            challenge_by=lost.window(dispute.challenge_by),
            review=review,
            negotiation=_negotiation(dispute, lost),
            filing=_filing(dispute, lost),
            answer_by=lost.window(dispute.answer_by) or dispute.answer_by,
            questions=tuple(
                replace(asked, answer_by=lost.window(asked.answer_by))
                for asked in dispute.questions
            ),
            desk_clock=lost.window(desk) if _after_theirs(deal, dispute) else desk,
        )

    milestones = tuple(
        m if m.state.final else _milestone(m, deal, lost, ctx) for m in deal.milestones
    )
    changed = replace(
        deal,
        transfers=tuple(replace(t, arrival=lost.window(t.arrival)) for t in deal.transfers),
        window=lost.window(deal.window),
        milestones=milestones,
        disputes=tuple(map(case, deal.disputes)),
        proposals=tuple(_proposal(p, lost) for p in deal.proposals),
        active_at=_active_at(deal, lost),
    )
    return replace(changed, reminded=_reminded(deal, changed, lost))


def _negotiation(dispute: Dispute, lost: _Lost) -> Negotiation | None:
    talks = dispute.negotiation
    if talks is None:
        return None
    return replace(
        talks,
        window=lost.window(talks.window) or talks.window,
        by_both=lost.window(talks.by_both) or talks.by_both,
    )


def _filing(dispute: Dispute, lost: _Lost) -> Filing | None:
    filing = dispute.filing
    return filing and replace(filing, window=lost.window(filing.window) or filing.window)


def _proposal(p: Proposal, lost: _Lost) -> Proposal:
    open_ = p.state is ProposalState.OPEN
    return replace(p, window=lost.window(p.window) or p.window) if open_ else p


def _milestone(m: Milestone, deal: Deal, lost: _Lost, ctx: Context) -> Milestone:
    """With what is counted from a clock that ended before: abandoning, and being late."""
    weeks = m.state is State.REVISING and m.ordered is None
    abandoned = ctx.policy.abandoned_after if weeks else timedelta(0)
    late, began = timedelta(0), lost.since
    if m.state is State.IN_PROGRESS and m.window is not None:
        began = m.window.opened_at  # it is due when its window ends
    if m.state is State.IN_PROGRESS and not m.submissions:
        late = deal.terms.rules.late_grace
    return replace(
        m,
        window=lost.window(m.window, after=abandoned),
        before=lost.window(m.before),
        dormancy=lost.window(m.dormancy),
        due_at=lost.instant(m.due_at, began, after=late),
        submissions=_handed_in(m, lost, ctx),
    )


def _handed_in(m: Milestone, lost: _Lost, ctx: Context) -> tuple[Submission, ...]:
    """The last one can be taken back for a while."""
    work = m.submission
    if work is None or m.before is None:
        return m.submissions
    opened = work.at + work.lost
    more = lost.within(opened, opened + ctx.policy.submission_take_back)
    return (*m.submissions[:-1], replace(work, lost=work.lost + more))


def _active_at(deal: Deal, lost: _Lost) -> datetime:
    """A deal grows dormant, from its due date on, only while its people can be heard."""
    counted = [
        m.due_at
        for m in deal.milestones
        if m.state is State.IN_PROGRESS and m.due_at is not None and m.dormancy is None
    ]
    quiet_from = max([deal.active_at, *counted])
    if not counted or quiet_from >= lost.until:
        return deal.active_at
    return quiet_from + lost.of(quiet_from)


def _reminded(before: Deal, after: Deal, lost: _Lost) -> tuple[tuple[str, datetime], ...]:
    """Nobody is told once more of an end that was over, and moves only for what comes after it."""
    over = {
        key
        for old, new in zip(before.milestones, after.milestones, strict=True)
        for key, moved in _ended(old, new, lost)
        if moved
    }
    by = lost.of(lost.since)
    return tuple((key, at + by if key in over else at) for key, at in before.reminded)


def _ended(old: Milestone, new: Milestone, lost: _Lost) -> list[tuple[str, bool]]:
    due = old.due_at is not None and old.due_at <= lost.since and new.due_at != old.due_at
    round_ = old.window is not None and not lost.running(old.window) and new.window != old.window
    return [(f"work-due:{old.number}", due), (f"round-due:{old.number}", round_)]


def _clocks_extended(deal: Deal, event: ClocksExtended, _by: By) -> Iterator[Notice]:
    lost = int((event.until - event.since).total_seconds())
    for person in deal.parties:
        yield from to(deal, person, "clocks-extended", seconds=lost)


STEPS: Final = (DealStepOf(None, ExtendClocks, clock_only, extend, while_frozen=True),)
TELLS: Final[Mapping[type[Event], Telling]] = MappingProxyType({ClocksExtended: _clocks_extended})
