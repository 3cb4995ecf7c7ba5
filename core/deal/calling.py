"""When the arbiter is called to a dispute, and how it goes on until then."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from core.deal.context import Context
from core.deal.dispute import Cause, Dispute
from core.deal.hearing import Filing, Negotiation
from core.deal.model import Deal
from core.deal.stage import DisputeStep
from core.values.money import Money
from core.values.policy import Policy
from core.values.window import Window, window


def is_small(held: Money, policy: Policy) -> bool:
    """Whether arbitration is to cost the two no more time and words than it is about."""
    return held.minor < policy.small_claim.get(held.currency, 0)


def begun(deal: Deal, case: Dispute, ctx: Context) -> Dispute:
    """A dispute as it was opened: a client who let the time to look pass is not asked once more."""
    return arbitrated(deal, case, ctx) if case.cause is Cause.SILENCE else case


def arbitrated(deal: Deal, case: Dispute, ctx: Context) -> Dispute:
    """The desk is called, and its clock begins; both may add to the case for a while."""
    return replace(
        case.take(DisputeStep.ARBITRATE),
        filing=Filing(for_both(deal, ctx.policy.dispute_evidence, ctx)),
        desk_clock=window(ctx.now, ctx.policy.dispute_take, ctx.policy),
    )


def negotiating(deal: Deal, case: Dispute, ctx: Context) -> Dispute:
    """Both have spoken: they may agree between them for a while."""
    talks = Negotiation(
        for_both(deal, ctx.policy.dispute_negotiation, ctx),
        for_both(deal, ctx.policy.dispute_call, ctx),
    )
    return replace(case.take(DisputeStep.NEGOTIATE), negotiation=talks)


def for_both(deal: Deal, length: timedelta, ctx: Context) -> Window:
    """In neither's quiet hours does it end: the later of the two counts."""
    clocks = (window(ctx.now, length, ctx.policy, ctx.zone(p)) for p in deal.parties)
    return max(clocks, key=lambda one: one.ends_at)
