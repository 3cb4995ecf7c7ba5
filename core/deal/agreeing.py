"""From the first answer of a draft to the agreement of the same fingerprint."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from core import commands as c
from core import currencies
from core.context import Context
from core.deal import guards
from core.deal.model import Claim, Deal, DealState, DealStep, Invite, Working, safety_words
from core.deal.settle import Decision, close, open_milestone
from core.deal.step import Act, DealOfferOf, DealStepOf, anybody
from core.errors import BadInput, NotNow, NotYours, OverLimit, Stale
from core.events import (
    ClaimantConfirmed,
    ClaimEnded,
    DealAgreed,
    DealStarted,
    EditsDiscarded,
    Event,
    InviteAsked,
    InviteClaimed,
    InviteCreated,
    InvitedAnswered,
    InviteRenewed,
    TermsEdited,
    TermsProposed,
)
from core.ids import DealId, PersonId
from core.milestone import Milestone, Step
from core.money import Money
from core.terms import Acceptance, Agreement, MilestoneTerms, Offer, Rules, Terms, diff
from core.window import window
from core.words import TITLE_LIMIT, Words

MOST_ROUNDS: Final = 10
LONGEST: Final = timedelta(days=366)
MOST_ASKED: Final = 10


def start(deal: DealId, cmd: c.StartDeal, ctx: Context) -> Decision:
    """A new draft. Raises OverLimit("too-many-drafts")."""
    if ctx.facts.drafts >= ctx.policy.max_drafts:
        raise OverLimit("too-many-drafts", limit=ctx.policy.max_drafts)
    only = ctx.policy.currencies[0] if len(ctx.policy.currencies) == 1 else None
    terms = Terms(
        Rules.default(ctx.policy),
        creator_role=cmd.role,
        currency=cmd.currency or only,
        fee_bps=ctx.policy.fee_bps,
    )
    idle = window(ctx.now, ctx.policy.draft_idle, ctx.policy, ctx.zone(cmd.actor))
    begun = Deal(deal, DealState.DRAFT, cmd.actor, terms, ctx.now, ctx.now, window=idle)
    return begun, (DealStarted(cmd.actor),)


# Editing


def edit(deal: Deal, cmd: c.EditTerms, ctx: Context) -> Decision:
    """Answers in a draft or a counter-offer; all or none."""
    before = terms_being_edited(deal, cmd.actor)
    after = before
    for change in cmd.edits:
        after = _apply(after, change, ctx)
    if deal.state is not DealState.DRAFT and after.creator_role is not before.creator_role:
        raise BadInput("role-is-agreed")
    _within_limits(after, ctx)
    changed = tuple(item.path for item in diff(before, after))
    return _with_edited(deal, cmd.actor, after, ctx), (TermsEdited(cmd.actor, changed),)


def terms_being_edited(deal: Deal, actor: PersonId) -> Terms:
    """What the next answer changes: the draft, their counter-offer, or the current offer."""
    claim = deal.claim_of(actor)
    if claim is not None and claim.counter is not None:
        return claim.counter
    if deal.working is not None and deal.working.by == actor:
        return deal.working.terms
    return deal.terms


def _with_edited(deal: Deal, actor: PersonId, terms: Terms, ctx: Context) -> Deal:
    if deal.state is DealState.DRAFT:
        idle = window(ctx.now, ctx.policy.draft_idle, ctx.policy, ctx.zone(actor))
        return replace(deal, terms=terms, window=idle, seen=deal.seen + 1)
    claim = deal.claim_of(actor)
    if claim is not None:
        return _with_claim(deal, replace(claim, counter=terms, sent=None, acceptance=None))
    return replace(deal, working=Working(actor, terms))


def _apply(terms: Terms, change: c.Edit, ctx: Context) -> Terms:
    match change:
        case c.SetRole():
            return replace(terms, creator_role=change.role)
        case c.SetTitle():
            return replace(terms, title=_short(change.title))
        case c.SetDescription():
            return replace(terms, description=change.description)
        case c.SetCurrency():
            return _with_currency(terms, change.currency, ctx)
        case c.AddFile():
            if len(terms.files) >= ctx.policy.max_files:
                raise OverLimit("too-many-files", limit=ctx.policy.max_files)
            rest = tuple(file for file in terms.files if file.sha256 != change.file.sha256)
            return replace(terms, files=(*rest, change.file))
        case c.RemoveFile():
            return replace(terms, files=tuple(f for f in terms.files if f.sha256 != change.sha256))
        case c.SetMilestone():
            return _with_milestone(terms, change, ctx)
        case c.RemoveMilestone():
            kept = tuple(
                m for number, m in enumerate(terms.milestones, 1) if number != change.number
            )
            return replace(terms, milestones=kept)
        case c.SetRules():
            return replace(terms, rules=_rules(terms.rules, change, ctx))


def _short(words: Words) -> Words:
    if len(str(words)) > TITLE_LIMIT:
        raise BadInput("text-too-long", limit=TITLE_LIMIT, length=len(str(words)))
    return words


def _offered(code: str, ctx: Context) -> None:
    currencies.get(code)
    if code not in ctx.policy.currencies:
        raise BadInput("currency-not-here", currency=code, offered=" ".join(ctx.policy.currencies))


def _with_currency(terms: Terms, code: str, ctx: Context) -> Terms:
    _offered(code, ctx)
    if any(m.amount is not None and m.amount.currency != code for m in terms.milestones):
        raise BadInput("currency-has-amounts")
    return replace(terms, currency=code)


def _with_milestone(terms: Terms, change: c.SetMilestone, ctx: Context) -> Terms:
    known = list(terms.milestones)
    if not 1 <= change.number <= len(known) + 1:
        raise BadInput("no-such-milestone")
    if change.number > ctx.policy.max_milestones:
        raise OverLimit("too-many-milestones", limit=ctx.policy.max_milestones)
    if change.number > len(known):
        known.append(MilestoneTerms())
    old = known[change.number - 1]
    known[change.number - 1] = MilestoneTerms(
        old.title if change.title is None else _short(change.title),
        old.amount if change.amount is None else _amount(terms, change.amount),
        old.duration if change.duration is None else _duration(change.duration),
        old.criteria if change.criteria is None else _criteria(change.criteria, ctx),
    )
    return replace(terms, milestones=tuple(known))


def _amount(terms: Terms, amount: Money) -> Money:
    if amount.currency != terms.currency:
        raise BadInput("amount-other-currency", currency=terms.currency)
    if amount.minor <= 0:
        raise BadInput("amount-not-positive")
    return amount


def _duration(duration: timedelta) -> timedelta:
    if not timedelta(0) < duration <= LONGEST:
        raise BadInput("duration-out-of-range", days=LONGEST.days)
    return duration


def _criteria(criteria: tuple[Words, ...], ctx: Context) -> tuple[Words, ...]:
    if len(criteria) > ctx.policy.max_criteria:
        raise OverLimit("too-many-criteria", limit=ctx.policy.max_criteria)
    return tuple(criteria)


def _rules(rules: Rules, change: c.SetRules, ctx: Context) -> Rules:
    for review in (change.review_window, change.review_window_after_revision):
        if review is not None and not ctx.policy.min_review <= review <= LONGEST:
            raise BadInput(
                "review-out-of-range", seconds=int(ctx.policy.min_review.total_seconds())
            )
    for other in (change.late_grace, change.funding_window):
        if other is not None and not timedelta(0) < other <= LONGEST:
            raise BadInput("duration-out-of-range", days=LONGEST.days)
    if change.revision_rounds is not None and not 0 <= change.revision_rounds <= MOST_ROUNDS:
        raise BadInput("rounds-out-of-range", most=MOST_ROUNDS)
    return Rules(
        change.review_window or rules.review_window,
        change.review_window_after_revision or rules.review_window_after_revision,
        change.on_silence or rules.on_silence,
        rules.revision_rounds if change.revision_rounds is None else change.revision_rounds,
        change.late_grace or rules.late_grace,
        change.funding_window or rules.funding_window,
    )


def _within_limits(terms: Terms, ctx: Context) -> None:
    """The operator may have changed them since the draft was begun.

    Raises BadInput("currency-not-here"); OverLimit: "deal-too-large", "four-eyes-cap", with the
    limit and the currency, "currency-without-threshold".
    """
    total = terms.total
    if total is None:
        return
    _offered(total.currency, ctx)
    most = ctx.policy.max_deal.get(total.currency)
    if most is not None and total.minor > most:
        raise OverLimit("deal-too-large", limit=(most, total.currency))
    if not ctx.policy.real_money:
        return
    threshold = ctx.policy.four_eyes_threshold.get(total.currency)
    if threshold is None:
        raise OverLimit("currency-without-threshold", currency=total.currency)
    if total.minor >= threshold:
        raise OverLimit("four-eyes-cap", limit=(threshold, total.currency))


def discard_edits(deal: Deal, cmd: c.DiscardEdits, _ctx: Context) -> Decision:
    """Leave a counter-offer that was begun."""
    claim = deal.claim_of(cmd.actor)
    if claim is not None:
        deal = _with_claim(deal, replace(claim, counter=None, sent=None))
    elif deal.working is not None and deal.working.by == cmd.actor:
        deal = replace(deal, working=None)
    else:
        raise NotNow("nothing-changed")
    return deal, (EditsDiscarded(cmd.actor),)


def discard(deal: Deal, cmd: c.DiscardDraft, ctx: Context) -> Decision:
    """The draft ends."""
    return close(deal, ctx, DealStep.DISCARD, "discarded", cmd.actor)


# The invite


def invite(deal: Deal, cmd: c.CreateInvite, ctx: Context) -> Decision:
    """Send the terms: version 1, accepted by its sender."""
    gaps = deal.terms.gaps()
    if gaps:
        raise BadInput("terms-incomplete", gaps=list(gaps))
    terms = replace(deal.terms, same_hands=ctx.staff.same_hands)
    _within_limits(terms, ctx)
    offer = Offer(1, terms, cmd.actor, ctx.now, terms.fingerprint(1))
    deal = replace(
        deal.take(DealStep.INVITE),
        terms=terms,
        offers=(offer,),
        invite=Invite(cmd.nonce, cmd.token_hash, cmd.code_hash, cmd.locale),
        acceptances=(_accepted(offer, cmd.actor, cmd.said, cmd.button, ctx),),
        window=window(ctx.now, ctx.policy.invite_ttl, ctx.policy, ctx.zone(cmd.actor)),
        seen=deal.seen + 1,
    )
    return deal, (InviteCreated(1, offer.fingerprint),)


def _accepted(offer: Offer, person: PersonId, said: str, button: str, ctx: Context) -> Acceptance:
    return Acceptance(person, offer.version, offer.fingerprint, ctx.now, said, ctx.request, button)


def renew(deal: Deal, cmd: c.RenewInvite, ctx: Context) -> Decision:
    """A new link; the old one is dead, the clock restarts."""
    locale = deal.invite.locale if deal.invite is not None else "en"
    deal = replace(
        deal.take(DealStep.RENEW),
        invite=Invite(cmd.nonce, cmd.token_hash, cmd.code_hash, locale),
        declined=(),
        window=window(ctx.now, ctx.policy.invite_ttl, ctx.policy, ctx.zone(cmd.actor)),
    )
    return deal, (InviteRenewed(),)


def withdraw_invite(deal: Deal, cmd: c.WithdrawInvite, ctx: Context) -> Decision:
    """The creator takes it back."""
    return close(deal, ctx, DealStep.WITHDRAW_INVITE, "withdrawn", cmd.actor)


def viewable(deal: Deal, actor: PersonId, proof: str) -> None:
    """Whether somebody with this secret may see the terms and claim the invite.

    Raises NotYours: "invite-unknown", "own-invite"; NotNow: "invite-used", "invite-over".
    """
    if not deal.holds(proof):
        raise NotYours("invite-unknown")
    if actor == deal.creator:
        raise NotYours("own-invite")
    if deal.state in (DealState.COMPLETED, DealState.CANCELLED) and actor != deal.invitee:
        raise NotNow("invite-over", why=deal.ended_why)
    if deal.invitee is not None and actor != deal.invitee:
        raise NotNow("invite-used")


def claim(deal: Deal, cmd: c.ClaimInvite, ctx: Context) -> Decision:
    """Somebody says it is for them, accepting the version they saw or wanting changes."""
    viewable(deal, cmd.actor, cmd.proof)
    offer = deal.take(DealStep.CLAIM).offer
    if offer is None or deal.invitee is not None:
        raise NotNow("invite-used")
    if cmd.fingerprint is not None and cmd.fingerprint != offer.fingerprint:
        raise Stale
    guards.somebody_rules(deal, ctx, cmd.actor)
    known = deal.claim_of(cmd.actor)
    if known is None and len(deal.claims) >= ctx.policy.max_claimants:
        raise OverLimit("claims-full", limit=ctx.policy.max_claimants)
    acceptance = (
        None if cmd.fingerprint is None else _accepted(offer, cmd.actor, cmd.said, cmd.button, ctx)
    )
    if known is not None and (known.acceptance is None) == (acceptance is None):
        return deal, ()
    secret = deal.invite.token_hash if deal.invite is not None else cmd.proof
    new = Claim(cmd.actor, ctx.now, safety_words(secret, cmd.actor), acceptance)
    claimed = InviteClaimed(cmd.actor, acceptance is not None, new.safety_words)
    return _with_claim(deal, new), (claimed,)


def _with_claim(deal: Deal, new: Claim) -> Deal:
    rest = tuple(item for item in deal.claims if item.person != new.person)
    return replace(deal, claims=(*rest, new))


def decline(deal: Deal, cmd: c.DeclineInvite, ctx: Context) -> Decision:
    """No, thank you: the confirmed invitee ends the deal, anybody else their own claim alone.

    Who said so before and has not claimed since says nothing new, and rings nobody.
    """
    if cmd.actor == deal.invitee:
        guards.may_decline(deal, cmd.actor, ctx)
        return close(deal, ctx, DealStep.DECLINE, "declined", cmd.actor)
    claimed = deal.claim_of(cmd.actor) is not None
    if not claimed:
        viewable(deal, cmd.actor, cmd.proof or "")
    guards.in_deal_state(deal, DealStep.DECLINE)
    if not claimed and cmd.actor in deal.declined:
        return deal, ()
    rest = tuple(item for item in deal.claims if item.person != cmd.actor)
    others = tuple(person for person in deal.declined if person != cmd.actor)
    deal = replace(deal, claims=rest, declined=(*others, cmd.actor))
    return deal, (ClaimEnded(cmd.actor, "declined"),)


def confirm(deal: Deal, cmd: c.ConfirmClaimant, ctx: Context) -> Decision:
    """*Yes, it's them*: binds them; their acceptance of the current version completes it."""
    chosen = deal.claim_of(cmd.person)
    if chosen is None:
        raise NotNow("nobody-waits")
    guards.somebody_rules(deal, ctx, cmd.person)
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
        deal, more = _agree(deal, accepted, ctx)
    elif chosen.counter is not None and chosen.sent is not None:
        offered = _next_offer(deal, cmd.person, chosen.counter, ctx)
        deal, more = _propose(deal, offered, chosen.sent, ctx)
    elif chosen.counter is not None:
        deal = replace(deal, working=Working(cmd.person, chosen.counter))
    return deal, (*events, *more)


def refuse(deal: Deal, cmd: c.RefuseClaimant, _ctx: Context) -> Decision:
    """*No*: that claim ends."""
    if deal.claim_of(cmd.person) is None:
        raise NotNow("nobody-waits")
    rest = tuple(item for item in deal.claims if item.person != cmd.person)
    return replace(deal, claims=rest), (ClaimEnded(cmd.person, "refused"),)


def ask_inviter(deal: Deal, cmd: c.AskInviter, _ctx: Context) -> Decision:
    """A question before any yes or no."""
    viewable(deal, cmd.actor, cmd.proof)
    guards.in_deal_state(deal, DealStep.CLAIM)
    if cmd.actor not in deal.asked and len(deal.asked) >= MOST_ASKED:
        raise OverLimit("too-many-questions", limit=MOST_ASKED)
    rest = tuple(person for person in deal.asked if person != cmd.actor)
    return replace(deal, asked=(*rest, cmd.actor)), (InviteAsked(cmd.actor, cmd.words),)


def answer_invited(deal: Deal, cmd: c.AnswerInvited, _ctx: Context) -> Decision:
    """The inviter's answer to one who asked or claims."""
    guards.may_answer_invited(deal, cmd.actor, cmd.to)
    return deal, (InvitedAnswered(cmd.to, cmd.words),)


# Versions


def send(deal: Deal, cmd: c.SendTerms, ctx: Context) -> Decision:
    """Send the counter-offer that was edited."""
    terms = terms_being_edited(deal, cmd.actor)
    if terms.gaps():
        raise BadInput("terms-incomplete", gaps=list(terms.gaps()))
    if not diff(deal.terms, terms):
        raise BadInput("nothing-changed")
    offer = _next_offer(deal, cmd.actor, terms, ctx)
    accepted = _accepted(offer, cmd.actor, cmd.said, cmd.button, ctx)
    waiting = deal.claim_of(cmd.actor)
    if waiting is not None:
        claimed = InviteClaimed(cmd.actor, accepts=False, safety_words=waiting.safety_words)
        return _with_claim(deal, replace(waiting, sent=accepted)), (claimed,)
    return _propose(deal, offer, accepted, ctx)


def _next_offer(deal: Deal, by: PersonId, terms: Terms, ctx: Context) -> Offer:
    version = len(deal.offers) + 1
    return Offer(version, terms, by, ctx.now, terms.fingerprint(version))


def _propose(deal: Deal, offer: Offer, accepted: Acceptance, ctx: Context) -> Decision:
    """Put a version on the table; whoever sent it accepted it by that."""
    changed = tuple(item.path for item in diff(deal.terms, offer.terms))
    zone = ctx.zone(deal.other(offer.by))
    deal = replace(
        deal.take(DealStep.COUNTER),
        terms=offer.terms,
        offers=(*deal.offers, offer),
        working=None,
        acceptances=(*deal.acceptances, accepted),
        window=window(ctx.now, ctx.policy.invite_ttl, ctx.policy, zone),
        seen=deal.seen + 1,
    )
    return deal, (TermsProposed(offer.version, offer.fingerprint, offer.by, changed),)


def accept(deal: Deal, cmd: c.AcceptTerms, ctx: Context) -> Decision:
    """Accept the version on the table, and no other."""
    offer = deal.offer
    if offer is None or offer.fingerprint != cmd.fingerprint:
        raise Stale
    return _agree(deal, _accepted(offer, cmd.actor, cmd.said, cmd.button, ctx), ctx)


def _agree(deal: Deal, last: Acceptance, ctx: Context) -> Decision:
    offer = deal.offer
    if offer is None:
        raise NotNow("nobody-waits")
    acceptances = (*deal.acceptances, last)
    both = tuple(a for a in acceptances if a.fingerprint == offer.fingerprint)
    planned = tuple(
        Milestone.planned(number, m.amount)
        for number, m in enumerate(offer.terms.milestones, 1)
        if m.amount is not None
    )
    deal = replace(
        deal.take(DealStep.ACCEPT),
        agreement=Agreement(offer.version, offer.terms, offer.fingerprint, ctx.now, both),
        acceptances=acceptances,
        milestones=planned,
        working=None,
        window=None,
        seen=deal.seen + 1,
    )
    deal, opened = open_milestone(deal, deal.milestones[0], ctx, Step.OPEN)
    return deal, (DealAgreed(offer.version, offer.fingerprint), *opened)


STEPS: Final = (
    DealStepOf(Act.EDIT, c.EditTerms, guards.may_edit, edit),
    DealOfferOf(Act.SUGGEST, c.EditTerms, guards.may_suggest),
    DealStepOf(None, c.DiscardEdits, anybody, discard_edits),
    DealStepOf(Act.DISCARD, c.DiscardDraft, guards.may_discard, discard),
    DealStepOf(Act.INVITE, c.CreateInvite, guards.may_invite, invite),
    DealStepOf(Act.RENEW, c.RenewInvite, guards.may_renew, renew),
    DealStepOf(Act.WITHDRAW_INVITE, c.WithdrawInvite, guards.may_withdraw_invite, withdraw_invite),
    DealStepOf(None, c.ClaimInvite, anybody, claim),
    DealStepOf(None, c.DeclineInvite, anybody, decline),
    DealOfferOf(Act.DECLINE, c.DeclineInvite, guards.may_decline),
    DealStepOf(Act.CONFIRM, c.ConfirmClaimant, guards.may_confirm, confirm),
    DealStepOf(None, c.RefuseClaimant, guards.may_confirm, refuse),
    DealStepOf(None, c.AskInviter, anybody, ask_inviter),
    DealStepOf(None, c.AnswerInvited, anybody, answer_invited),
    DealStepOf(Act.SEND_TERMS, c.SendTerms, guards.may_send_terms, send),
    DealStepOf(Act.ACCEPT, c.AcceptTerms, guards.may_accept, accept),
)
