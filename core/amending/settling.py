"""Offers in a dispute: by either side, or by the arbiter to both; accepted, the dispute ends."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.amending.commands import (
    AcceptSettlement,
    AdviseSettlement,
    OfferSettlement,
    ProposalCommand,
    RejectSettlement,
    WithdrawSettlement,
)
from core.amending.events import (
    ProposalSuperseded,
    SettlementAccepted,
    SettlementAgreed,
    SettlementExpired,
    SettlementOffered,
    SettlementRejected,
    SettlementWithdrawn,
)
from core.amending.guards import answers, may_name_one, withdraws
from core.deal.clocks import Deadline, On
from core.deal.context import Context
from core.deal.dispute import Dispute
from core.deal.milestone import Milestone, State
from core.deal.model import Deal
from core.deal.proposal import IN_DISPUTE, Proposal, ProposalKind, ProposalState, ProposalStep
from core.deal.settle import BY_SETTLEMENT, Decision, share_out
from core.deal.stage import DISPUTE_TABLE, DisputeStep
from core.deal.step import Act, OfferOf, StepOf
from core.deal.who import desk, party
from core.values.errors import BadInput, NotNow, NotYours, Stale
from core.values.ids import PersonId
from core.values.money import Money
from core.values.roles import DeskRole
from core.values.window import DeadlineKind, Window, window


def open_to_settle(deal: Deal, m: Milestone) -> Dispute | None:
    """The dispute about a milestone, while the two can end it themselves: until a ruling."""
    case = deal.dispute(m.number)
    if case is None or m.state is not State.DISPUTED:
        return None
    return case if (case.stage, DisputeStep.SETTLE) in DISPUTE_TABLE else None


def needs_dispute(deal: Deal, m: Milestone) -> Dispute:
    """The same. Raises NotNow: "no-dispute", "dispute-wrong-stage"."""
    case = open_to_settle(deal, m)
    if case is not None:
        return case
    found = deal.dispute(m.number)
    if found is None:
        raise NotNow("no-dispute")
    raise NotNow("dispute-wrong-stage", stage=found.stage.value, step=DisputeStep.SETTLE.value)


def may_offer(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """Either side, with no offer of its own open; the other's is countered by it."""
    party(deal, actor)
    needs_dispute(deal, m)
    waits = deal.open_proposal(m.number, ProposalKind.SETTLE)
    if waits is not None and waits.by == actor:
        raise NotNow("proposal-open")


def may_advise(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """The arbiter who has the case; once a dispute. Raises NotNow("advised-already")."""
    desk(deal, actor, ctx, DeskRole.ARBITER)
    case = needs_dispute(deal, m)
    if case.arbiter != actor:
        raise NotYours("not-your-case")
    if any(p.at >= case.opened_at for p in _of(deal, m, ProposalKind.ADVICE)):
        raise NotNow("advised-already")


def _of(deal: Deal, m: Milestone, kind: ProposalKind) -> list[Proposal]:
    return [p for p in deal.proposals if (p.milestone, p.kind) == (m.number, kind)]


def _waits(deal: Deal, actor: PersonId, m: Milestone, kind: ProposalKind) -> Proposal:
    party(deal, actor)
    found = deal.open_proposal(m.number, kind)
    if found is None:
        raise NotNow("nothing-proposed")
    return found


def may_answer_offer(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The side to which something is offered. Raises NotNow("nothing-proposed")."""
    if _waits(deal, actor, m, ProposalKind.SETTLE).by == actor:
        raise NotNow("nothing-proposed")


def may_withdraw_offer(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """Whoever offered it. Raises NotNow("nothing-proposed")."""
    if _waits(deal, actor, m, ProposalKind.SETTLE).by != actor:
        raise NotNow("nothing-proposed")


def may_accept_advice(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """Either side that has not said yes yet. Raises NotNow("nothing-proposed")."""
    if actor in _waits(deal, actor, m, ProposalKind.ADVICE).agreed:
        raise NotNow("nothing-proposed")


def may_reject_advice(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """Either side, also one that had said yes: nothing holds before both did."""
    _waits(deal, actor, m, ProposalKind.ADVICE)


def offer(deal: Deal, m: Milestone, cmd: OfferSettlement, ctx: Context) -> Decision:
    """Nothing moves before the other side says yes to exactly these amounts.

    Raises BadInput("share-out-of-range"); Stale where another amount is held, or the other side
    offers something else, than was shown.
    """
    waits = deal.open_proposal(m.number, ProposalKind.SETTLE)
    if cmd.counters != (0 if waits is None else waits.number):
        raise Stale
    superseded = []
    if waits is not None:
        deal = deal.with_proposal(waits.take(ProposalStep.SUPERSEDE))
        superseded = [ProposalSuperseded(m.number, waits.number)]
    zone = ctx.zone(deal.other(cmd.actor))
    clock = window(ctx.now, ctx.policy.settlement_answer, ctx.policy, zone)
    made = Proposal(0, ProposalKind.SETTLE, m.number, cmd.actor, ctx.now, clock, cmd.words)
    deal, events = _made(deal, m, made, cmd)
    return deal, (*superseded, *events)


def advise(deal: Deal, m: Milestone, cmd: AdviseSettlement, ctx: Context) -> Decision:
    """Both have to say yes to it; until when is the later of the two. Raises as `offer`."""
    clocks = [
        window(ctx.now, ctx.policy.settlement_answer, ctx.policy, ctx.zone(person))
        for person in deal.parties
    ]
    clock = max(clocks, key=lambda one: one.ends_at)
    made = Proposal(0, ProposalKind.ADVICE, m.number, cmd.actor, ctx.now, clock, cmd.words)
    return _made(deal, m, made, cmd)


def _made(
    deal: Deal, m: Milestone, made: Proposal, cmd: OfferSettlement | AdviseSettlement
) -> Decision:
    share = cmd.to_freelancer
    if cmd.held != m.held:
        raise Stale
    if share.currency != m.held.currency or not 0 <= share.minor <= m.held.minor:
        raise BadInput("share-out-of-range", held=(m.held.minor, m.held.currency))
    number = len(deal.proposals) + 1
    made = replace(made, number=number, to_freelancer=share, held=m.held)
    deal = replace(deal, proposals=(*deal.proposals, made))
    return deal, (SettlementOffered(m.number, number),)


def accept(deal: Deal, m: Milestone, cmd: AcceptSettlement, ctx: Context) -> Decision:
    """The dispute ends with what is held shared so; of the arbiter's, once both said yes."""
    proposal = _named(deal, cmd)
    answers(cmd.actor, proposal)
    if proposal.kind is ProposalKind.ADVICE:
        if cmd.actor in proposal.agreed:
            raise NotNow("agreed-already")
        proposal = replace(proposal, agreed=(*proposal.agreed, cmd.actor))
        if not {*deal.parties} <= {*proposal.agreed}:
            agreed = SettlementAgreed(m.number, proposal.number, cmd.actor)
            return deal.with_proposal(proposal), (agreed,)
    share = proposal.to_freelancer
    if share is None or proposal.held != m.held:
        raise Stale
    deal = deal.with_proposal(proposal.take(ProposalStep.ACCEPT))
    deal, events = settled(deal, m, share, cmd.actor, ctx)
    return deal, (SettlementAccepted(m.number, proposal.number), *events)


def settled(deal: Deal, m: Milestone, share: Money, by: PersonId, ctx: Context) -> Decision:
    """Both agreed: the dispute is over, and what is held is shared."""
    case = needs_dispute(deal, m).ended(DisputeStep.SETTLE, ctx.now)
    return share_out(deal.with_dispute(case), m, ctx, share, by, BY_SETTLEMENT)


def reject(deal: Deal, m: Milestone, cmd: RejectSettlement, _ctx: Context) -> Decision:
    """The dispute goes on."""
    proposal = _named(deal, cmd)
    answers(cmd.actor, proposal)
    rejected = SettlementRejected(m.number, proposal.number, cmd.actor)
    return deal.with_proposal(proposal.take(ProposalStep.REJECT)), (rejected,)


def withdraw(deal: Deal, m: Milestone, cmd: WithdrawSettlement, _ctx: Context) -> Decision:
    """There is nothing to answer any more."""
    proposal = _named(deal, cmd)
    withdraws(cmd.actor, proposal)
    withdrawn = SettlementWithdrawn(m.number, proposal.number)
    return deal.with_proposal(proposal.take(ProposalStep.WITHDRAW)), (withdrawn,)


def _named(deal: Deal, cmd: ProposalCommand) -> Proposal:
    """Raises Stale for one of another kind or milestone, or that is closed."""
    found = deal.proposal(cmd.proposal)
    of = found.kind in IN_DISPUTE and found.milestone == cmd.milestone
    if not of or found.state is not ProposalState.OPEN:
        raise Stale
    return found


def expired(deal: Deal, proposal: Proposal) -> Decision:
    """Silence is a no."""
    told = SettlementExpired(proposal.milestone, proposal.number)
    return deal.with_proposal(proposal.take(ProposalStep.EXPIRE)), (told,)


def awaited(on: On, p: Proposal) -> list[Deadline]:
    """Until when an offer is answered, by whom: of the arbiter's by each who has not said yes."""
    sides = on.deal.parties if p.kind is ProposalKind.ADVICE else (on.deal.other(p.by),)
    return [_awaited(on, p.window, person, p.number) for person in sides if person not in p.agreed]


def _awaited(on: On, clock: Window, person: PersonId | None, number: int) -> Deadline:
    role = None if person is None else on.deal.role_of(person)
    of = f":{'' if role is None else role.value}:{number}"
    return on.act(DeadlineKind.PROPOSAL_ENDS, clock.ends_at, person, clock.opened_at, of)


STEPS: Final = (
    StepOf(Act.OFFER, OfferSettlement, may_offer, offer),
    StepOf(None, AcceptSettlement, may_name_one, accept),
    StepOf(None, RejectSettlement, may_name_one, reject),
    StepOf(None, WithdrawSettlement, may_name_one, withdraw),
    OfferOf(Act.ACCEPT_OFFER, AcceptSettlement, may_answer_offer),
    OfferOf(Act.REJECT_OFFER, RejectSettlement, may_answer_offer),
    OfferOf(Act.WITHDRAW_OFFER, WithdrawSettlement, may_withdraw_offer),
    OfferOf(Act.ACCEPT_ADVICE, AcceptSettlement, may_accept_advice),
    OfferOf(Act.REJECT_ADVICE, RejectSettlement, may_reject_advice),
    StepOf(Act.ADVISE, AdviseSettlement, may_advise, advise),
)
