"""More time, and an end by agreement: proposed by one, answered by the other, void by silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from core.amending import amendments
from core.amending.commands import (
    AcceptProposal,
    AskMoreTime,
    GrantMoreTime,
    ProposalCommand,
    ProposeEnd,
    RejectProposal,
    WithdrawProposal,
)
from core.amending.events import (
    AmendmentSuperseded,
    MoreTimeGranted,
    ProposalAccepted,
    ProposalRejected,
    ProposalSuperseded,
    ProposalWithdrawn,
)
from core.amending.guards import (
    answers,
    may_answer_end,
    may_answer_pause,
    may_answer_time,
    may_ask_time,
    may_grant_time,
    may_name_one,
    may_propose_end,
    may_withdraw_end,
    may_withdraw_pause,
    may_withdraw_time,
    withdraws,
)
from core.amending.pausing import agreed, overtake
from core.amending.proposing import propose, until
from core.amending.sealing import forget_sealed
from core.amending.settling import open_to_settle
from core.deal.changing import overtaken
from core.deal.context import Context
from core.deal.events import Event
from core.deal.milestone import TABLE, Milestone, State, Step
from core.deal.model import Deal
from core.deal.offering import LONGEST
from core.deal.proposal import IN_DISPUTE, Proposal, ProposalKind, ProposalState, ProposalStep
from core.deal.settle import AT_WORK, Decision, share_out
from core.deal.step import Act, OfferOf, StepOf
from core.values.errors import BadInput, Stale
from core.values.ids import PersonId


def ask_time(deal: Deal, m: Milestone, cmd: AskMoreTime, ctx: Context) -> Decision:
    """The client has time to answer; asked in time, the work is not late meanwhile."""
    _fits(cmd.more)
    clock = until(deal, cmd.actor, ctx, ctx.policy.extension_answer)
    kind = ProposalKind.MORE_TIME
    return propose(
        deal, Proposal(0, kind, m.number, cmd.actor, ctx.now, clock, cmd.words, more=cmd.more)
    )


def grant_time(deal: Deal, m: Milestone, cmd: GrantMoreTime, ctx: Context) -> Decision:
    """It holds at once: nobody is worse off by it but whoever gave it."""
    _fits(cmd.more)
    later = _later(m, cmd.more, ctx.now)
    deal = deal.with_milestone(later).moved(m.number, ctx.now)
    return deal, (MoreTimeGranted(m.number, cmd.more),)


def propose_end(deal: Deal, m: Milestone, cmd: ProposeEnd, ctx: Context) -> Decision:
    """Nothing moves before the other side says yes to exactly these amounts.

    Raises BadInput("share-out-of-range"); Stale where another amount is held than was shown.
    """
    if cmd.held != m.held:
        raise Stale
    share = cmd.to_freelancer
    if share.currency != m.held.currency or not 0 <= share.minor <= m.held.minor:
        raise BadInput("share-out-of-range", held=(m.held.minor, m.held.currency))
    clock = until(deal, cmd.actor, ctx, ctx.policy.end_answer)
    made = Proposal(0, ProposalKind.END, m.number, cmd.actor, ctx.now, clock, cmd.words)
    return propose(deal, replace(made, to_freelancer=share, held=m.held, stood=m.stands.value))


def accept(deal: Deal, m: Milestone, cmd: AcceptProposal, ctx: Context) -> Decision:
    """Both agree: the date moves, the work stands still, or the milestone ends as proposed."""
    proposal = _named(deal, cmd)
    answers(cmd.actor, proposal)
    deal = deal.with_proposal(proposal.take(ProposalStep.ACCEPT))
    accepted = ProposalAccepted(m.number, proposal.number)
    if proposal.more is not None:
        later = _later(m, proposal.more, ctx.now)
        return deal.with_milestone(later).moved(m.number, ctx.now), (accepted,)
    if proposal.kind is ProposalKind.PAUSE:
        deal, paused = agreed(deal, m, proposal, ctx)
        return deal, (accepted, *paused)
    deal, events = _end(deal, m, proposal, cmd.actor, ctx)
    return deal, (accepted, *events)


def _end(deal: Deal, m: Milestone, p: Proposal, actor: PersonId, ctx: Context) -> Decision:
    share = p.to_freelancer
    if share is None or p.held != m.held:
        raise Stale
    return share_out(deal, m, ctx, share, actor, AT_WORK)


def reject(deal: Deal, m: Milestone, cmd: RejectProposal, _ctx: Context) -> Decision:
    """Everything stays as it was."""
    proposal = _named(deal, cmd)
    answers(cmd.actor, proposal)
    rejected = ProposalRejected(m.number, proposal.number)
    return deal.with_proposal(proposal.take(ProposalStep.REJECT)), (rejected,)


def withdraw(deal: Deal, m: Milestone, cmd: WithdrawProposal, _ctx: Context) -> Decision:
    """There is nothing to answer any more; it counts as made."""
    proposal = _named(deal, cmd)
    withdraws(cmd.actor, proposal)
    withdrawn = ProposalWithdrawn(m.number, proposal.number)
    return deal.with_proposal(proposal.take(ProposalStep.WITHDRAW)), (withdrawn,)


def supersede(deal: Deal, now: datetime) -> Decision:
    """Proposals lapse whose milestone went on, or is another than the one that they are about.

    So do the pause of what is paused no more, and what was told us alone in a dispute that is over.
    """
    deal = forget_sealed(overtake(deal, now))
    events: list[Event] = []
    for proposal in deal.proposals:
        if proposal.state is ProposalState.OPEN and _overtaken(deal, proposal):
            deal = deal.with_proposal(proposal.take(ProposalStep.SUPERSEDE))
            events.append(_superseded(proposal))
    return deal, tuple(events)


_NEEDS: Final = {
    ProposalKind.MORE_TIME: Step.MORE_TIME,
    ProposalKind.PAUSE: Step.PAUSE,
    ProposalKind.END: Step.AGREED_SPLIT,
}


def _superseded(proposal: Proposal) -> Event:
    if proposal.kind is ProposalKind.TERMS:
        return AmendmentSuperseded(proposal.number)
    return ProposalSuperseded(proposal.milestone, proposal.number)


def _overtaken(deal: Deal, proposal: Proposal) -> bool:
    if proposal.kind is ProposalKind.TERMS:
        return overtaken(deal, proposal)
    m = deal.milestone(proposal.milestone)
    other_money = proposal.held is not None and proposal.held != m.held
    if proposal.kind in IN_DISPUTE:
        return open_to_settle(deal, m) is None or other_money
    moved = proposal.stood not in ("", m.stands.value)
    return (m.state, _NEEDS[proposal.kind]) not in TABLE or other_money or moved


def _fits(more: timedelta) -> None:
    if not timedelta(0) < more <= LONGEST:
        raise BadInput("duration-out-of-range", days=LONGEST.days)


def _named(deal: Deal, cmd: ProposalCommand) -> Proposal:
    """Raises Stale for one of another milestone, or that is closed; NotYours as `deal.proposal`."""
    found = deal.proposal(cmd.proposal)
    open_ = found.state is ProposalState.OPEN and found.kind not in IN_DISPUTE
    if found.milestone != cmd.milestone or not open_:
        raise Stale
    return found


def due_with(m: Milestone, more: timedelta, at: datetime) -> datetime | None:
    """When the work, or the open round, is due with more time that is given then.

    What was late already counts from there: more time that is over would be none.
    """
    return None if m.due is None else max(m.due, at) + more


def _later(m: Milestone, more: timedelta, at: datetime) -> Milestone:
    revising, clock, due = m.state is State.REVISING, m.window, due_with(m, more, at)
    m = m.take(Step.MORE_TIME)
    if clock is None or due is None:
        return m
    if revising:
        last = replace(m.rounds[-1], due_at=due)
        return replace(m, window=replace(clock, ends_at=due), rounds=(*m.rounds[:-1], last))
    return replace(m, window=replace(clock, ends_at=due), due_at=due)


STEPS: Final = (
    StepOf(Act.ASK_TIME, AskMoreTime, may_ask_time, ask_time),
    StepOf(Act.GRANT_TIME, GrantMoreTime, may_grant_time, grant_time),
    StepOf(Act.PROPOSE_END, ProposeEnd, may_propose_end, propose_end),
    StepOf(None, AcceptProposal, may_name_one, accept),
    StepOf(None, RejectProposal, may_name_one, reject),
    StepOf(None, WithdrawProposal, may_name_one, withdraw),
    OfferOf(Act.ACCEPT_TIME, AcceptProposal, may_answer_time),
    OfferOf(Act.REJECT_TIME, RejectProposal, may_answer_time),
    OfferOf(Act.WITHDRAW_TIME, WithdrawProposal, may_withdraw_time),
    OfferOf(Act.ACCEPT_PAUSE, AcceptProposal, may_answer_pause),
    OfferOf(Act.REJECT_PAUSE, RejectProposal, may_answer_pause),
    OfferOf(Act.WITHDRAW_PAUSE, WithdrawProposal, may_withdraw_pause),
    OfferOf(Act.ACCEPT_END, AcceptProposal, may_answer_end),
    OfferOf(Act.REJECT_END, RejectProposal, may_answer_end),
    OfferOf(Act.WITHDRAW_END, WithdrawProposal, may_withdraw_end),
    *amendments.STEPS,
)
