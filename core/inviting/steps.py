"""The link, who claims it, who is confirmed, and the agreement."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.deal.context import Context
from core.deal.events import Event, InviteClaimed, TermsProposed
from core.deal.four_eyes import carried
from core.deal.model import Claim, Deal, DealStep, Invite, Working
from core.deal.newcomer import may_hold, payer
from core.deal.offering import accepted_now, agree, next_offer, propose, with_claim, within_limits
from core.deal.settle import Decision, close
from core.deal.step import Act, DealOfferOf, DealStepOf, anybody
from core.deal.terms import Offer
from core.deal.who import in_deal_state, may_begin, somebody_rules
from core.inviting.commands import (
    AcceptTerms,
    AnswerInvited,
    AskInviter,
    ClaimInvite,
    ConfirmClaimant,
    CreateInvite,
    DeclineInvite,
    InviteAgain,
    RefuseClaimant,
    RenewInvite,
    WithdrawInvite,
)
from core.inviting.events import (
    ClaimantConfirmed,
    ClaimEnded,
    InviteAsked,
    InviteCreated,
    InvitedAnswered,
    InviteRenewed,
)
from core.inviting.guards import (
    may_accept,
    may_answer_invited,
    may_confirm,
    may_decline,
    may_invite,
    may_invite_again,
    may_renew,
    may_withdraw_invite,
    viewable,
)
from core.inviting.safety import safety_words
from core.values.errors import BadInput, NotNow, OverLimit, Stale
from core.values.ids import PersonId
from core.values.window import window

MOST_ASKED: Final = 10


def invite(deal: Deal, cmd: CreateInvite, ctx: Context) -> Decision:
    """Send the terms to whoever comes with the secret."""
    may_begin(cmd.actor, (cmd.actor,), ctx)
    deal, offer = _first(deal, cmd, ctx, ctx.zone(cmd.actor))
    made = Invite(cmd.nonce, cmd.token_hash, cmd.code_hash, cmd.locale)
    return replace(deal, invite=made), (InviteCreated(offer.version, offer.fingerprint),)


def invite_again(deal: Deal, cmd: InviteAgain, ctx: Context) -> Decision:
    """Send the terms to who is known from the deal before: bound at once, whose turn it is."""
    to = None if deal.again is None else deal.again.to
    may_begin(cmd.actor, (cmd.actor, to), ctx)
    deal, offer = _first(deal, cmd, ctx, ctx.zone(to))
    proposed = TermsProposed(offer.version, offer.fingerprint, cmd.actor, ())
    return replace(deal, invitee=to), (proposed,)


def _first(
    deal: Deal, cmd: CreateInvite | InviteAgain, ctx: Context, zone: str | None
) -> tuple[Deal, Offer]:
    """Version 1, accepted by its sender; `zone` is of whom it waits for."""
    gaps = deal.terms.gaps()
    if gaps:
        raise BadInput("terms-incomplete", gaps=list(gaps))
    terms = replace(deal.terms, same_hands=ctx.staff.same_hands)
    to = () if deal.again is None else (deal.again.to,)
    within_limits(terms, ctx, (*deal.parties, *to))
    may_hold(deal, terms, cmd.actor, ctx)
    offer = Offer(1, terms, cmd.actor, ctx.now, terms.fingerprint(1))
    deal = replace(
        deal.take(DealStep.INVITE),
        terms=terms,
        offers=(offer,),
        acceptances=(accepted_now(offer, cmd.actor, cmd.said, cmd.button, ctx),),
        window=window(ctx.now, ctx.policy.invite_ttl, ctx.policy, zone),
        seen=deal.seen + 1,
    )
    return deal, offer


def renew(deal: Deal, cmd: RenewInvite, ctx: Context) -> Decision:
    """A new link; the old one is dead, the clock restarts."""
    locale = deal.invite.locale if deal.invite is not None else "en"
    deal = replace(
        deal.take(DealStep.RENEW),
        invite=Invite(cmd.nonce, cmd.token_hash, cmd.code_hash, locale),
        declined=(),
        window=window(ctx.now, ctx.policy.invite_ttl, ctx.policy, ctx.zone(cmd.actor)),
    )
    return deal, (InviteRenewed(),)


def withdraw_invite(deal: Deal, cmd: WithdrawInvite, ctx: Context) -> Decision:
    """The creator takes it back."""
    return close(deal, ctx, DealStep.WITHDRAW_INVITE, "withdrawn", cmd.actor)


def claim(deal: Deal, cmd: ClaimInvite, ctx: Context) -> Decision:
    """Somebody says it is for them, accepting the version they saw or wanting changes."""
    viewable(deal, cmd.actor, cmd.proof)
    offer = deal.take(DealStep.CLAIM).offer
    if offer is None or deal.invitee is not None:
        raise NotNow("invite-used")
    if cmd.fingerprint is not None and cmd.fingerprint != offer.fingerprint:
        raise Stale
    may_begin(cmd.actor, (cmd.actor,), ctx)
    somebody_rules(deal, ctx, cmd.actor)
    carried(offer.terms, ctx, (*deal.parties, cmd.actor))
    may_hold(deal, offer.terms, cmd.actor, ctx)
    known = deal.claim_of(cmd.actor)
    if known is None and len(deal.claims) >= ctx.policy.max_claimants:
        raise OverLimit("claims-full", limit=ctx.policy.max_claimants)
    acceptance = (
        None
        if cmd.fingerprint is None
        else accepted_now(offer, cmd.actor, cmd.said, cmd.button, ctx)
    )
    if known is not None and (known.acceptance is None) == (acceptance is None):
        return deal, ()
    secret = deal.invite.token_hash if deal.invite is not None else cmd.proof
    new = Claim(cmd.actor, ctx.now, safety_words(secret, cmd.actor), acceptance)
    claimed = InviteClaimed(cmd.actor, acceptance is not None, new.safety_words)
    return with_claim(deal, new), (claimed,)


def decline(deal: Deal, cmd: DeclineInvite, ctx: Context) -> Decision:
    """No, thank you: the confirmed invitee ends the deal, anybody else their own claim alone.

    Who said so before and has not claimed since says nothing new, and rings nobody.
    """
    if cmd.actor == deal.invitee:
        may_decline(deal, cmd.actor, ctx)
        return close(deal, ctx, DealStep.DECLINE, "declined", cmd.actor)
    claimed = deal.claim_of(cmd.actor) is not None
    if not claimed:
        viewable(deal, cmd.actor, cmd.proof or "")
    in_deal_state(deal, DealStep.DECLINE)
    if not claimed and cmd.actor in deal.declined:
        return deal, ()
    rest = tuple(item for item in deal.claims if item.person != cmd.actor)
    others = tuple(person for person in deal.declined if person != cmd.actor)
    deal = replace(deal, claims=rest, declined=(*others, cmd.actor))
    return deal, (ClaimEnded(cmd.actor, "declined"),)


def confirm(deal: Deal, cmd: ConfirmClaimant, ctx: Context) -> Decision:
    """*Yes, it's them*: binds them; their acceptance of the current version completes it."""
    chosen = deal.claim_of(cmd.person)
    if chosen is None:
        raise NotNow("nobody-waits")
    may_begin(cmd.actor, (cmd.actor, cmd.person), ctx)
    somebody_rules(deal, ctx, cmd.person)
    carried(deal.terms, ctx, (*deal.parties, cmd.person))
    _beside(deal, chosen, cmd.actor, ctx)
    ended = tuple(ClaimEnded(item.person, "another") for item in deal.claims if item is not chosen)
    deal = replace(
        deal.take(DealStep.CONFIRM),
        invitee=cmd.person,
        claims=(),
        asked=(),
        declined=(),
        window=window(ctx.now, ctx.policy.invite_ttl, ctx.policy, ctx.zone(cmd.person)),
        seen=deal.seen + 1,
    )
    events: tuple[Event, ...] = (*ended, ClaimantConfirmed(cmd.person))
    offer = deal.offer
    accepted = chosen.acceptance
    more: tuple[Event, ...] = ()
    if offer is not None and accepted is not None and accepted.fingerprint == offer.fingerprint:
        deal, more = agree(deal, accepted, ctx)
    elif chosen.counter is not None and chosen.sent is not None:
        offered = next_offer(deal, cmd.person, chosen.counter, ctx)
        deal, more = propose(deal, offered, chosen.sent, ctx)
    elif chosen.counter is not None:
        deal = replace(deal, working=Working(cmd.person, chosen.counter))
    return deal, (*events, *more)


def _beside(deal: Deal, chosen: Claim, actor: PersonId, ctx: Context) -> None:
    """What this claimant comes with, their own terms or ours, fits beside the client's deals."""
    terms = chosen.counter or deal.terms
    may_hold(deal, terms, actor, ctx, payer(deal, terms, chosen.person))


def refuse(deal: Deal, cmd: RefuseClaimant, _ctx: Context) -> Decision:
    """*No*: that claim ends."""
    if deal.claim_of(cmd.person) is None:
        raise NotNow("nobody-waits")
    rest = tuple(item for item in deal.claims if item.person != cmd.person)
    return replace(deal, claims=rest), (ClaimEnded(cmd.person, "refused"),)


def ask_inviter(deal: Deal, cmd: AskInviter, _ctx: Context) -> Decision:
    """A question before any yes or no."""
    viewable(deal, cmd.actor, cmd.proof)
    in_deal_state(deal, DealStep.CLAIM)
    if cmd.actor not in deal.asked and len(deal.asked) >= MOST_ASKED:
        raise OverLimit("too-many-questions", limit=MOST_ASKED)
    rest = tuple(person for person in deal.asked if person != cmd.actor)
    return replace(deal, asked=(*rest, cmd.actor)), (InviteAsked(cmd.actor, cmd.words),)


def answer_invited(deal: Deal, cmd: AnswerInvited, _ctx: Context) -> Decision:
    """The inviter's answer to one who asked or claims."""
    may_answer_invited(deal, cmd.actor, cmd.to)
    return deal, (InvitedAnswered(cmd.to, cmd.words),)


def accept(deal: Deal, cmd: AcceptTerms, ctx: Context) -> Decision:
    """Accept the version on the table, and no other."""
    offer = deal.offer
    if offer is None or offer.fingerprint != cmd.fingerprint:
        raise Stale
    may_begin(cmd.actor, deal.parties, ctx)
    may_hold(deal, offer.terms, cmd.actor, ctx)
    return agree(deal, accepted_now(offer, cmd.actor, cmd.said, cmd.button, ctx), ctx)


STEPS: Final = (
    DealStepOf(Act.INVITE, CreateInvite, may_invite, invite),
    DealStepOf(Act.INVITE_AGAIN, InviteAgain, may_invite_again, invite_again),
    DealStepOf(Act.RENEW, RenewInvite, may_renew, renew),
    DealStepOf(Act.WITHDRAW_INVITE, WithdrawInvite, may_withdraw_invite, withdraw_invite),
    DealStepOf(None, ClaimInvite, anybody, claim),
    DealStepOf(None, DeclineInvite, anybody, decline),
    DealOfferOf(Act.DECLINE, DeclineInvite, may_decline),
    DealStepOf(Act.CONFIRM, ConfirmClaimant, may_confirm, confirm),
    DealStepOf(None, RefuseClaimant, may_confirm, refuse),
    DealStepOf(None, AskInviter, anybody, ask_inviter),
    DealStepOf(None, AnswerInvited, anybody, answer_invited),
    DealStepOf(Act.ACCEPT, AcceptTerms, may_accept, accept),
)
