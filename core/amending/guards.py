"""Who may propose what, and who answers."""

from __future__ import annotations

from datetime import timedelta

from core.deal.changing import may_amend
from core.deal.context import Context
from core.deal.milestone import Milestone, Step
from core.deal.model import Deal
from core.deal.pause import PauseWhy
from core.deal.proposal import Proposal, ProposalKind
from core.deal.terms import Role
from core.deal.who import party, side, state
from core.values.errors import NotNow, NotYours
from core.values.ids import PersonId
from core.values.policy import Policy


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


def may_wait(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """The freelancer, while working or revising; so often a milestone."""
    side(deal, actor, Role.FREELANCER)
    state(m, Step.PAUSE)
    most = ctx.policy.max_pauses
    if sum(1 for pause in m.pauses if pause.why is PauseWhy.MATERIAL) >= most:
        raise NotNow("proposals-used", limit=most)


def may_give_material(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The client, while the freelancer waits for material. Raises NotNow("nothing-missing")."""
    side(deal, actor, Role.CLIENT)
    state(m, Step.RESUME_WORK)
    if m.pause is None or m.pause.why is not PauseWhy.MATERIAL:
        raise NotNow("nothing-missing")


def may_resume(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The freelancer: it is their time that stands still."""
    side(deal, actor, Role.FREELANCER)
    state(m, Step.RESUME_WORK)


def may_ask_pause(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """Either, while working or revising; so often a side, so long in all, one open at a time."""
    party(deal, actor)
    state(m, Step.PAUSE)
    _nothing_open(deal, m, ProposalKind.PAUSE)
    if pause_left(m, ctx.policy) <= timedelta(0):
        raise NotNow("pauses-used", seconds=int(ctx.policy.pause_longest.total_seconds()))
    _not_too_often(deal, actor, m, ProposalKind.PAUSE, ctx.policy.max_pauses)


def pause_left(m: Milestone, policy: Policy) -> timedelta:
    """How long the milestone may still be paused by agreement."""
    had = (pause.lasted for pause in m.pauses if pause.why is PauseWhy.AGREED)
    return policy.pause_longest - sum(had, timedelta(0))


def may_answer_pause(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The side that was asked for a pause. Raises NotNow("nothing-proposed")."""
    _waits(deal, actor, m, ProposalKind.PAUSE, own=False)


def may_withdraw_pause(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """Whoever asked for a pause. Raises NotNow("nothing-proposed")."""
    _waits(deal, actor, m, ProposalKind.PAUSE, own=True)


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


def may_propose_change(deal: Deal, actor: PersonId, ctx: Context) -> None:
    """As for editing it, with something edited. Raises NotNow("nothing-changed")."""
    may_amend(deal, actor, ctx)
    if not any(one.by == actor for one in deal.changing):
        raise NotNow("nothing-changed")


def may_name_change(deal: Deal, actor: PersonId, _ctx: Context) -> None:
    """Either side; whether it is theirs to answer, the step asks of the change that it names."""
    party(deal, actor)


def may_answer_change(deal: Deal, actor: PersonId, _ctx: Context) -> None:
    """The side to which other terms were proposed. Raises NotNow("nothing-proposed")."""
    _change_waits(deal, actor, own=False)


def may_withdraw_change(deal: Deal, actor: PersonId, _ctx: Context) -> None:
    """Whoever proposed other terms. Raises NotNow("nothing-proposed")."""
    _change_waits(deal, actor, own=True)


def _change_waits(deal: Deal, actor: PersonId, *, own: bool) -> None:
    party(deal, actor)
    if deal.amendment is None or (deal.amendment.by == actor) is not own:
        raise NotNow("nothing-proposed")


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
