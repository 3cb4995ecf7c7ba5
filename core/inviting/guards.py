"""Who may do what with an invite, and when."""

from __future__ import annotations

from core.deal.context import Context
from core.deal.model import Deal, DealState, DealStep
from core.deal.who import creator, in_deal_state, somebody_rules, takes_part, turn
from core.values.errors import NotNow, NotYours, OverLimit
from core.values.ids import PersonId


def may_invite(deal: Deal, actor: PersonId, ctx: Context) -> None:
    """The creator, when somebody at the desk could rule on it."""
    _may_send(deal, actor, ctx, None)


def may_invite_again(deal: Deal, actor: PersonId, ctx: Context) -> None:
    """The same, of a deal that is done again, when its other side can be reached."""
    to = None if deal.again is None else deal.again.to
    _may_send(deal, actor, ctx, to)
    if to is None:
        raise NotNow("nobody-there")
    known = ctx.facts.people.get(to)
    if known is not None and known.unreachable:
        raise NotNow("other-unreachable")


def _may_send(deal: Deal, actor: PersonId, ctx: Context, to: PersonId | None) -> None:
    creator(deal, actor)
    in_deal_state(deal, DealStep.INVITE)
    somebody_rules(deal, ctx, to)
    if ctx.facts.open_deals >= ctx.policy.max_open_deals:
        raise OverLimit("too-many-deals", limit=ctx.policy.max_open_deals)


def may_renew(deal: Deal, actor: PersonId, _ctx: Context) -> None:
    """The creator, until somebody is confirmed."""
    creator(deal, actor)
    in_deal_state(deal, DealStep.RENEW)
    if deal.invitee is not None:
        raise NotNow("invite-used")


def may_withdraw_invite(deal: Deal, actor: PersonId, _ctx: Context) -> None:
    """The creator, until it is agreed."""
    creator(deal, actor)
    in_deal_state(deal, DealStep.WITHDRAW_INVITE)


def may_confirm(deal: Deal, actor: PersonId, _ctx: Context) -> None:
    """The creator, while somebody waits for it."""
    creator(deal, actor)
    in_deal_state(deal, DealStep.CONFIRM)
    if deal.invitee is not None or not deal.claims:
        raise NotNow("nobody-waits")


def may_accept(deal: Deal, actor: PersonId, _ctx: Context) -> None:
    """Whoever's turn it is, of the two who are bound."""
    takes_part(deal, actor)
    in_deal_state(deal, DealStep.ACCEPT)
    if deal.invitee is None:
        raise NotNow("nobody-waits")
    turn(deal, actor)


def may_decline(deal: Deal, actor: PersonId, _ctx: Context) -> None:
    """The invitee, bound or waiting."""
    takes_part(deal, actor)
    in_deal_state(deal, DealStep.DECLINE)
    if actor == deal.creator:
        raise NotNow("withdraw-instead")


def may_answer_invited(deal: Deal, actor: PersonId, to: PersonId) -> None:
    """The creator, to somebody who asked or claims, until it is agreed: then the two may talk."""
    creator(deal, actor)
    in_deal_state(deal, DealStep.CLAIM)
    if to not in deal.invited:
        raise NotYours("stranger")


def viewable(deal: Deal, actor: PersonId, proof: str) -> None:
    """Whether somebody with this secret may see the terms and claim the invite.

    Who was sent it without one needs none.
    Raises NotYours: "invite-unknown", "own-invite"; NotNow: "invite-used", "invite-over".
    """
    if not deal.holds(proof) and (deal.invite is not None or actor != deal.invitee):
        raise NotYours("invite-unknown")
    if actor == deal.creator:
        raise NotYours("own-invite")
    if deal.state in (DealState.COMPLETED, DealState.CANCELLED) and actor != deal.invitee:
        raise NotNow("invite-over", why=deal.ended_why)
    if deal.invitee is not None and actor != deal.invitee:
        raise NotNow("invite-used")
