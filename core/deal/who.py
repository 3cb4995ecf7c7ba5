"""Who somebody is to a deal, and whether it stands where a step begins. Asked before all else."""

from __future__ import annotations

from collections.abc import Collection

from core.deal.context import Context
from core.deal.milestone import TABLE, Milestone, Step
from core.deal.model import Deal, DealStep
from core.deal.proposal import Proposal, ProposalKind
from core.deal.terms import Role
from core.values.errors import NotNow, NotYours
from core.values.ids import PersonId
from core.values.roles import DeskRole


def party(deal: Deal, actor: PersonId) -> Role:
    """The actor's side. Raises NotYours("stranger")."""
    role = deal.role_of(actor)
    if role is None and actor in deal.parties:
        return Role.FREELANCER  # a draft whose creator has not chosen a side yet
    if role is None:
        raise NotYours("stranger")
    return role


def side(deal: Deal, actor: PersonId, role: Role) -> None:
    """Raises NotYours: "stranger", or "other-side" with the side whose step it is."""
    if party(deal, actor) is not role:
        raise NotYours("other-side", role=role.value)


def creator(deal: Deal, actor: PersonId) -> None:
    """Raises NotYours("stranger") or ("inviter-only")."""
    if actor != deal.creator:
        party(deal, actor)
        raise NotYours("inviter-only")


def takes_part(deal: Deal, actor: PersonId) -> None:
    """A party, or somebody whose claim waits. Raises NotYours("stranger")."""
    if deal.claim_of(actor) is None:
        party(deal, actor)


def desk(deal: Deal, actor: PersonId, ctx: Context, role: DeskRole) -> None:
    """Somebody on the list with this role, and no deal of their own.

    Raises NotYours: as `Staff.needs`, "own-deal".
    """
    ctx.staff.needs(actor, role)
    if actor in (*deal.parties, *deal.invited):
        raise NotYours("own-deal")


def state(m: Milestone, step: Step) -> None:
    """Raises NotNow("wrong-state") where the table has no such step."""
    if (m.state, step) not in TABLE:
        raise NotNow("wrong-state", state=m.state.value, step=step.value)


def asked_in_time(deal: Deal, m: Milestone) -> Proposal | None:
    """More time that was asked for before the work was due: it is not late while that waits."""
    asked = deal.open_proposal(m.number, ProposalKind.MORE_TIME)
    in_time = asked is not None and m.due_at is not None and asked.at <= m.due_at
    return asked if in_time else None


def in_deal_state(deal: Deal, step: DealStep) -> None:
    """Raises NotNow("deal-wrong-state")."""
    deal.take(step)


def turn(deal: Deal, actor: PersonId) -> None:
    """Raises NotNow("not-your-turn")."""
    if deal.turn != actor:
        raise NotNow("not-your-turn")


def somebody_rules(deal: Deal, ctx: Context, also: PersonId | None = None) -> None:
    """The desk can carry the deal to its end: one confirms its payments, and another may rule.

    Raises NotNow: "no-arbiter", "no-treasurer" when nobody is left who is free of both parties.
    """
    sides = {*deal.parties, also}
    rule, confirm = ctx.staff.who_rule - sides, ctx.staff.treasurers - sides
    if not rule:
        raise NotNow("no-arbiter")
    by_hand = not all(rail.automatic for rail in ctx.policy.rails)
    two = ctx.staff.same_hands or len(rule | confirm) > 1
    if by_hand and not (confirm and two):
        raise NotNow("no-treasurer")


def may_begin(actor: PersonId, people: Collection[PersonId | None], ctx: Context) -> None:
    """Nobody whose payment a bank took back for good begins a deal, until the desk clears that.

    Raises NotNow: "payer-frozen" for the one who asks, "other-cannot-begin" for another.
    """
    frozen = ctx.facts.charged_back & {*people}
    if actor in frozen:
        raise NotNow("payer-frozen")
    if frozen:
        raise NotNow("other-cannot-begin")


def before(deal: Deal, number: int) -> Milestone | None:
    """The milestone before this one, past those that both agreed to drop."""
    rows = zip(deal.milestones, deal.terms.milestones, strict=True)
    kept = [m for m, said in rows if m.number < number and not said.dropped]
    return kept[-1] if kept else None
