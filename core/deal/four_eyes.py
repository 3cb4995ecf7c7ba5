"""Four eyes: from the threshold of its currency on, the desk moves real money by two people.

What counts is a deal's day: an act that stays below it alone takes two where it does not together
with what was done like it on the same deal since midnight UTC. What takes two is asked for and kept
(`ask`), and done once somebody else says yes to exactly that (`core.approving`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from core.deal.approval import (
    Approval,
    ApprovalState,
    ApprovalStep,
    Asked,
    AskedCorrection,
    AskedDeposit,
    AskedOrder,
    AskedOutcome,
    AskedReversal,
    AskedRuling,
    AskedTransfer,
)
from core.deal.context import Context, Staff
from core.deal.events import ApprovalAsked, ApprovalEnded, Event
from core.deal.model import Deal
from core.deal.reversal import ReversalState
from core.deal.settle import Decision
from core.deal.terms import Terms
from core.values.errors import NotNow, OverLimit, Stale
from core.values.ids import PersonId
from core.values.money import Money
from core.values.policy import Policy
from core.values.window import window

LEAST: Final = 2
"""Whoever asks, and somebody else."""
WITH_THIRD: Final = 3
"""Who confirmed a deposit does not rule on it, and two others are to be left who can."""


def from_threshold(amount: Money, policy: Policy) -> bool:
    """Whether so much takes two; of a currency without a threshold everything does."""
    return amount.minor >= policy.four_eyes_threshold.get(amount.currency, 0)


def is_real(rail: str | None, policy: Policy) -> bool:
    """Whether it moves real money; so does one that the operator has turned off since."""
    known = None if rail is None else policy.rail(rail)
    return known is None or known.real_money


def takes_two(amount: Money, today: Iterable[Money], rail: str | None, ctx: Context) -> bool:
    """Whether this waits for a second person, with what was moved like it `today`."""
    if ctx.second is not None or not is_real(rail, ctx.policy):
        return False
    return from_threshold(sum(today, amount), ctx.policy)


def same_day(at: datetime | None, ctx: Context) -> bool:
    """Whether that was on this day, in UTC."""
    return at is not None and at.astimezone(UTC).date() == ctx.now.astimezone(UTC).date()


def ask(
    deal: Deal, by: PersonId, asked: Asked, others: Collection[PersonId], ctx: Context
) -> Decision:
    """It waits for one of the `others`; whatever else was asked about the same is void.

    Raises NotNow: "approval-waits" where exactly this waits already, and until when;
    "four-eyes-alone" where nobody else could say yes.
    """
    approval = _approval(deal, by, asked, ctx)
    mark = approval.fingerprint(deal.id)
    waits = [one for one in open_in(deal) if one.about == approval.about]
    if any(one.fingerprint(deal.id) == mark for one in waits):
        raise NotNow("approval-waits", until_at=waits[0].window.ends_at.isoformat())
    if not {*others} - {by}:
        raise NotNow("four-eyes-alone")
    deal, ended = end_where(deal, lambda one: one in waits, ApprovalStep.OVERTAKE, ctx)
    told = ApprovalAsked(asked.milestone, approval.number, approval.kind, by, mark)
    return replace(deal, approvals=(*deal.approvals, approval)), (*ended, told)


def _approval(deal: Deal, by: PersonId, asked: Asked, ctx: Context) -> Approval:
    clock = window(ctx.now, ctx.policy.approval_wait, ctx.policy)
    bare = Approval(len(deal.approvals) + 1, by, ctx.now, clock)
    match asked:
        case AskedDeposit():
            return replace(bare, deposit=asked)
        case AskedTransfer():
            return replace(bare, transfer=asked)
        case AskedRuling():
            return replace(bare, ruling=asked)
        case AskedReversal():
            return replace(bare, reversal=asked)
        case AskedOutcome():
            return replace(bare, outcome=asked)
        case AskedOrder():
            return replace(bare, order=asked)
        case AskedCorrection():
            return replace(bare, correction=asked)


def open_in(deal: Deal) -> tuple[Approval, ...]:
    """What waits for a second person."""
    return tuple(one for one in deal.approvals if one.state is ApprovalState.OPEN)


def open_one(deal: Deal, number: int) -> Approval:
    """Raises Stale where it waits no more, or never did."""
    found = next((one for one in open_in(deal) if one.number == number), None)
    if found is None:
        raise Stale
    return found


def with_approval(deal: Deal, new: Approval) -> Deal:
    """The deal with one of them replaced."""
    changed = tuple(new if one.number == new.number else one for one in deal.approvals)
    return replace(deal, approvals=changed)


def end_where(
    deal: Deal, which: Callable[[Approval], bool], step: ApprovalStep, ctx: Context
) -> Decision:
    """Those of them that wait end so."""
    events: list[Event] = []
    for one in filter(which, open_in(deal)):
        ended = one.take(step, ctx.now)
        deal = with_approval(deal, ended)
        events.append(ApprovalEnded(one.asked.milestone, one.number, ended.state))
    return deal, tuple(events)


def fits(deal: Deal, approval: Approval) -> bool:
    """Whether what it is about still stands as it did when it was asked."""
    asked = approval.asked
    match asked:
        case AskedDeposit():
            return deal.milestone(asked.milestone).seen == asked.seen
        case AskedTransfer():
            transfer = deal.transfer(asked.transfer)
            return (transfer.state.value, transfer.amount) == (asked.stood, asked.amount)
        case AskedRuling():
            case_ = deal.dispute(asked.milestone)
            has_it = case_ is not None and case_.stage.taken and case_.arbiter == approval.by
            return has_it and deal.milestone(asked.milestone).seen == asked.seen
        case AskedReversal():
            own = (asked.rail, asked.external_id)
            return all((one.rail, one.external_id) != own for one in deal.reversals)
        case AskedOutcome():
            waits = ReversalState.LOST if asked.becomes is _CLEARED else ReversalState.OPEN
            return deal.reversal(asked.reversal).state is waits
        case AskedOrder():
            stands = any(flag.number == asked.flag for flag in deal.standing)
            m = deal.milestone(asked.milestone)
            return stands and (m.seen, m.held) == (asked.seen, asked.held)
        case AskedCorrection():
            m = deal.milestone(asked.milestone)
            booked = m.deposit(asked.rail, asked.deposit)
            known = None if booked is None else len(booked.corrected)
            return (m.seen, known) == (asked.seen, asked.corrections)


_CLEARED: Final = ReversalState.CLEARED


# what a desk can carry


class Lacks(StrEnum):
    """What the desk is short of to do everything by two."""

    ARBITERS = "arbiters"
    TREASURERS = "treasurers"
    PEOPLE = "people"
    """Enough of each, but they are the same: who confirms a deposit does not rule on it."""


def lacks(policy: Policy, staff: Staff, sides: Collection[PersonId] = ()) -> Lacks | None:
    """Why a deal between these can not be carried from the threshold on; None where it can."""
    rule, confirm = staff.who_rule - {*sides}, staff.treasurers - {*sides}
    by_hand = any(rail.real_money and not rail.automatic for rail in policy.rails)
    if len(rule) < LEAST:
        return Lacks.ARBITERS
    if by_hand and len(confirm) < LEAST:
        return Lacks.TREASURERS
    if by_hand and len(rule | confirm) < WITH_THIRD:
        return Lacks.PEOPLE
    return None


def largest(
    policy: Policy, staff: Staff, currency: str, sides: Collection[PersonId] = ()
) -> Money | None:
    """The largest deal that the desk can carry to its end; None where nothing bounds it."""
    bounds = [policy.max_deal[currency]] if currency in policy.max_deal else []
    if policy.real_money and lacks(policy, staff, sides) is not None:
        bounds.append(policy.four_eyes_threshold.get(currency, 0) - 1)
    return Money(max(min(bounds), 0), currency) if bounds else None


def carried(terms: Terms, ctx: Context, sides: Collection[PersonId]) -> None:
    """Whether the desk can carry a deal of these people, with all that it takes two for.

    Raises OverLimit: "currency-without-threshold"; "four-eyes-cap" with what all have to stay below
    and what the desk lacks.
    """
    total = terms.total
    if total is None or not ctx.policy.real_money:
        return
    threshold = ctx.policy.four_eyes_threshold.get(total.currency)
    if threshold is None:
        raise OverLimit("currency-without-threshold", currency=total.currency)
    why = lacks(ctx.policy, ctx.staff, sides)
    if total.minor >= threshold and why is not None:
        raise OverLimit("four-eyes-cap", limit=(threshold, total.currency), lacks=why.value)
