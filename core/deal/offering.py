"""Terms on the table: what every version has to keep to, offering it, and agreeing to it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from typing import Final

from core.deal.context import Context
from core.deal.events import DealAgreed, TermsProposed
from core.deal.four_eyes import carried
from core.deal.milestone import Milestone
from core.deal.model import Claim, Deal, DealStep
from core.deal.settle import Decision, open_all
from core.deal.terms import Acceptance, Agreement, MilestoneTerms, Offer, Terms, diff
from core.values import currencies
from core.values.errors import BadInput, NotNow, OverLimit
from core.values.ids import PersonId
from core.values.window import window

LONGEST: Final = timedelta(days=366)


def terms_being_edited(deal: Deal, actor: PersonId) -> Terms:
    """What the next answer changes: the draft, their counter-offer or change, or what stands."""
    claim = deal.claim_of(actor)
    if claim is not None and claim.counter is not None:
        return claim.counter
    begun = next((one for one in (deal.working, *deal.changing) if one and one.by == actor), None)
    return deal.terms if begun is None else begun.terms


def with_claim(deal: Deal, new: Claim) -> Deal:
    """The deal with the claim of its person added or replaced."""
    rest = tuple(item for item in deal.claims if item.person != new.person)
    return replace(deal, claims=(*rest, new))


def currency_here(code: str, ctx: Context) -> None:
    """Raises BadInput("currency-not-here") for one that this house does not take."""
    currencies.get(code)
    if code not in ctx.policy.currencies:
        raise BadInput("currency-not-here", currency=code, offered=" ".join(ctx.policy.currencies))


def within_limits(terms: Terms, ctx: Context, sides: Collection[PersonId]) -> None:
    """The operator may have changed them since the draft was begun.

    Raises BadInput("currency-not-here"); OverLimit: "deal-too-large" with the limit and the
    currency, and as `carried`.
    """
    total = terms.total
    if total is None:
        return
    currency_here(total.currency, ctx)
    most = ctx.policy.max_deal.get(total.currency)
    if most is not None and total.minor > most:
        raise OverLimit("deal-too-large", limit=(most, total.currency))
    carried(terms, ctx, sides)


def accepted_now(
    offer: Offer, person: PersonId, said: str, button: str, ctx: Context
) -> Acceptance:
    """The record of an acceptance: of what, by whom, when, in which language, by which button."""
    return Acceptance(person, offer.version, offer.fingerprint, ctx.now, said, ctx.request, button)


def next_offer(deal: Deal, by: PersonId, terms: Terms, ctx: Context) -> Offer:
    """The next version of the terms."""
    version = len(deal.offers) + 1
    return Offer(version, terms, by, ctx.now, terms.fingerprint(version))


def propose(deal: Deal, offer: Offer, accepted: Acceptance, ctx: Context) -> Decision:
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


def agree(deal: Deal, last: Acceptance, ctx: Context) -> Decision:
    """Both accepted the same text: its milestones begin."""
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
    first = deal.milestones if offer.terms.rules.all_at_once else deal.milestones[:1]
    deal, opened = open_all(deal, first, ctx)
    return deal, (DealAgreed(offer.version, offer.fingerprint), *opened)


def accepted_in(deal: Deal) -> tuple[Acceptance, ...]:
    """Who accepted what of all that both ever agreed to, in order."""
    return tuple(each for agreed in deal.agreements for each in agreed.acceptances)


def judged_by(deal: Deal, number: int, under: int) -> MilestoneTerms:
    """What was agreed of a milestone when that was the last agreement: work refers to it."""
    return deal.agreements[under].terms.milestones[number - 1]
