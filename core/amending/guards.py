"""Who may propose what, and who answers."""

from __future__ import annotations

from core.deal.context import Context
from core.deal.milestone import Milestone, Step
from core.deal.model import Deal
from core.deal.proposal import Proposal, ProposalKind
from core.deal.terms import Role
from core.deal.who import party, side, state
from core.values.errors import NotNow, NotYours
from core.values.ids import PersonId


def may_ask_time(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """The freelancer, while working or revising; so often a milestone, one open at a time."""
    side(deal, actor, Role.FREELANCER)
    state(m, Step.MORE_TIME)
    _nothing_open(deal, m, ProposalKind.MORE_TIME)
    _not_too_often(deal, actor, m, ProposalKind.MORE_TIME, ctx.policy.max_extensions)


def may_grant_time(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The client; while the freelancer's question waits, that is what is answered."""
    side(deal, actor, Role.CLIENT)
    state(m, Step.MORE_TIME)
    _nothing_open(deal, m, ProposalKind.MORE_TIME)


def may_propose_end(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """Either, while money is held and nobody decides about it; so often a side, one at a time."""
    party(deal, actor)
    state(m, Step.AGREED_SPLIT)
    _nothing_open(deal, m, ProposalKind.END)
    _not_too_often(deal, actor, m, ProposalKind.END, ctx.policy.max_ends)


def may_name_one(deal: Deal, actor: PersonId, _m: Milestone, _ctx: Context) -> None:
    """Either side; whether it is theirs to answer, the step asks of the proposal that it names."""
    party(deal, actor)


def may_answer_time(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The side that was asked for more time. Raises NotNow("nothing-proposed")."""
    _waits(deal, actor, m, ProposalKind.MORE_TIME, own=False)


def may_answer_end(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The side to which an end was proposed. Raises NotNow("nothing-proposed")."""
    _waits(deal, actor, m, ProposalKind.END, own=False)


def may_withdraw_time(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """Whoever asked for more time. Raises NotNow("nothing-proposed")."""
    _waits(deal, actor, m, ProposalKind.MORE_TIME, own=True)


def may_withdraw_end(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """Whoever proposed an end. Raises NotNow("nothing-proposed")."""
    _waits(deal, actor, m, ProposalKind.END, own=True)


def answers(actor: PersonId, proposal: Proposal) -> None:
    """The side that did not make it. Raises NotYours("own-proposal")."""
    if proposal.by == actor:
        raise NotYours("own-proposal")


def withdraws(actor: PersonId, proposal: Proposal) -> None:
    """Whoever made it. Raises NotYours("other-proposal")."""
    if proposal.by != actor:
        raise NotYours("other-proposal")


def _waits(deal: Deal, actor: PersonId, m: Milestone, kind: ProposalKind, *, own: bool) -> None:
    party(deal, actor)
    proposal = deal.open_proposal(m.number, kind)
    if proposal is None or (proposal.by == actor) is not own:
        raise NotNow("nothing-proposed")


def _nothing_open(deal: Deal, m: Milestone, kind: ProposalKind) -> None:
    if deal.open_proposal(m.number, kind) is not None:
        raise NotNow("proposal-open")


def _not_too_often(
    deal: Deal, actor: PersonId, m: Milestone, kind: ProposalKind, most: int
) -> None:
    made = [p for p in deal.proposals if (p.milestone, p.kind, p.by) == (m.number, kind, actor)]
    if len(made) >= most:
        raise NotNow("proposals-used", limit=most)
