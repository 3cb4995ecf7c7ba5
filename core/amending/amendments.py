"""A change of what is agreed: proposed with its differences, accepted as the next version."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.amending.commands import (
    AcceptAmendment,
    AmendmentCommand,
    ProposeAmendment,
    RejectAmendment,
    WithdrawAmendment,
)
from core.amending.events import (
    AmendmentAccepted,
    AmendmentProposed,
    AmendmentRejected,
    AmendmentWithdrawn,
)
from core.amending.guards import (
    answers,
    may_answer_change,
    may_name_change,
    may_propose_change,
    may_withdraw_change,
    withdraws,
)
from core.deal.changing import amend, bound_to, fits, more_within_limits
from core.deal.context import Context
from core.deal.model import Deal
from core.deal.newcomer import may_hold_more
from core.deal.offering import accepted_now, next_offer, terms_being_edited
from core.deal.proposal import OF_DEAL, Proposal, ProposalKind, ProposalState, ProposalStep
from core.deal.settle import Decision
from core.deal.step import Act, DealOfferOf, DealStepOf
from core.deal.terms import Acceptance, Offer, Terms, diff
from core.values.errors import BadInput, Stale
from core.values.window import window


def propose(deal: Deal, cmd: ProposeAmendment, ctx: Context) -> Decision:
    """What was edited waits for the other side; its sender accepted it by that.

    Raises Stale for other terms than were shown; BadInput: "nothing-changed", "terms-incomplete",
    and as `fits`, `within_limits` and `may_hold`.
    """
    terms = terms_being_edited(deal, cmd.actor)
    if terms.fingerprint(0) != cmd.shown:
        raise Stale
    changed = tuple(item.path for item in diff(deal.terms, terms))
    if not changed:
        raise BadInput("nothing-changed")
    if terms.gaps():
        raise BadInput("terms-incomplete", gaps=list(terms.gaps()))
    more_within_limits(deal, terms, ctx)
    may_hold_more(deal, deal.terms, terms, cmd.actor, ctx)
    fits(deal, deal.terms, terms, ctx)
    offer = next_offer(deal, cmd.actor, terms, ctx)
    number = len(deal.proposals) + 1
    zone = ctx.zone(deal.other(cmd.actor))
    made = Proposal(
        number,
        ProposalKind.TERMS,
        OF_DEAL,
        cmd.actor,
        ctx.now,
        window(ctx.now, ctx.policy.amendment_answer, ctx.policy, zone),
        terms=terms,
        accepted=accepted_now(offer, cmd.actor, cmd.said, cmd.button, ctx),
        bound=bound_to(deal, terms),
    )
    rest = tuple(one for one in deal.changing if one.by != cmd.actor)
    deal = replace(deal, proposals=(*deal.proposals, made), changing=rest)
    told = AmendmentProposed(number, offer.version, offer.fingerprint, cmd.actor, changed)
    return deal, (told,)


def accept(deal: Deal, cmd: AcceptAmendment, ctx: Context) -> Decision:
    """Both accepted the same text: it holds from now on.

    Raises as `fits`, of days gone by, and as `may_hold`.
    """
    proposal, terms, theirs = _named(deal, cmd)
    answers(cmd.actor, proposal)
    fits(deal, deal.terms, terms, ctx)
    may_hold_more(deal, deal.terms, terms, cmd.actor, ctx)
    offer = Offer(theirs.version, terms, proposal.by, proposal.at, theirs.fingerprint)
    both = (theirs, accepted_now(offer, cmd.actor, cmd.said, cmd.button, ctx))
    deal = deal.with_proposal(proposal.take(ProposalStep.ACCEPT))
    deal, events = amend(deal, offer, both, ctx, cmd.actor)
    accepted = AmendmentAccepted(proposal.number, offer.version, offer.fingerprint)
    return deal, (accepted, *events)


def reject(deal: Deal, cmd: RejectAmendment, _ctx: Context) -> Decision:
    """What is agreed stays."""
    proposal, _, _ = _named(deal, cmd)
    answers(cmd.actor, proposal)
    rejected = AmendmentRejected(proposal.number)
    return deal.with_proposal(proposal.take(ProposalStep.REJECT)), (rejected,)


def withdraw(deal: Deal, cmd: WithdrawAmendment, _ctx: Context) -> Decision:
    """There is nothing to answer any more; it counts as made."""
    proposal, _, _ = _named(deal, cmd)
    withdraws(cmd.actor, proposal)
    withdrawn = AmendmentWithdrawn(proposal.number)
    return deal.with_proposal(proposal.take(ProposalStep.WITHDRAW)), (withdrawn,)


def _named(deal: Deal, cmd: AmendmentCommand) -> tuple[Proposal, Terms, Acceptance]:
    """Raises Stale for one that is closed, or no change of terms; NotYours as `deal.proposal`."""
    found = deal.proposal(cmd.proposal)
    if found.state is not ProposalState.OPEN or found.terms is None or found.accepted is None:
        raise Stale
    return found, found.terms, found.accepted


STEPS: Final = (
    DealStepOf(None, ProposeAmendment, may_propose_change, propose),
    DealStepOf(None, AcceptAmendment, may_name_change, accept),
    DealStepOf(None, RejectAmendment, may_name_change, reject),
    DealStepOf(None, WithdrawAmendment, may_name_change, withdraw),
    DealOfferOf(Act.ACCEPT_CHANGE, AcceptAmendment, may_answer_change),
    DealOfferOf(Act.REJECT_CHANGE, RejectAmendment, may_answer_change),
    DealOfferOf(Act.WITHDRAW_CHANGE, WithdrawAmendment, may_withdraw_change),
)
