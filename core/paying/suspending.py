"""Money that matches nothing: booked, matched to a milestone that waits for it, or sent back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from core.deal.commands import Command
from core.deal.context import Context
from core.deal.events import Event
from core.deal.four_eyes import takes_two
from core.deal.milestone import Milestone
from core.deal.model import Deal
from core.deal.settle import Decision
from core.deal.step import StepOf
from core.deal.suspense import Suspense, SuspenseState, SuspenseStep
from core.paying.by_two import asked_deposit
from core.paying.commands import (
    AlarmSuspense,
    BookSuspense,
    BounceSuspense,
    ConfirmDeposit,
    MatchSuspense,
    ReturnSuspense,
)
from core.paying.correcting import set_aside
from core.paying.events import (
    DepositReceived,
    SuspenseAlarmed,
    SuspenseBooked,
    SuspenseBounced,
    SuspenseReturnAsked,
    SuspenseReturned,
)
from core.paying.guards import may_confirm_deposit, too_few_rule
from core.paying.steps import arrive
from core.values import currencies
from core.values.errors import BadInput, NotNow, NotYours, Stale
from core.values.ids import SYSTEM, DealId, PersonId, SuspenseId
from core.values.money import Money
from core.values.roles import DeskRole
from core.values.window import window

SuspenseDecision = tuple[Suspense, tuple[Event, ...]]
SuspenseStepOf = Callable[[Any, Context], SuspenseDecision]


def may_suspend(actor: PersonId, ctx: Context) -> None:
    """A treasurer, of no deal that it is about.

    Raises NotYours: as `Staff.needs`, "own-deal".
    """
    ctx.staff.needs(actor, DeskRole.TREASURER)
    if actor in _sides(ctx.facts.about):
        raise NotYours("own-deal")


def _sides(deal: Deal | None) -> tuple[PersonId, ...]:
    return () if deal is None else (*deal.parties, *deal.invited)


def book(cmd: BookSuspense, ctx: Context, made: SuspenseId) -> SuspenseDecision:
    """It is at the bank. The id of the bank that is in the books already is refused.

    Raises BadInput("amount-not-positive"), as `currencies.get`; NotNow("deposit-booked-before");
    NotYours: as `may_suspend`, "no-such-deal".
    """
    if cmd.about is not None and ctx.facts.about is None:
        raise NotYours("no-such-deal")
    may_suspend(cmd.actor, ctx)
    currencies.get(cmd.amount.currency)
    if cmd.amount.minor <= 0:
        raise BadInput("amount-not-positive")
    if ctx.facts.posted:
        raise NotNow("deposit-booked-before", reference=cmd.external_id)
    due = window(ctx.now, ctx.policy.deposit_check, ctx.policy).ends_at
    item = Suspense(
        made,
        cmd.rail,
        cmd.external_id,
        cmd.amount,
        cmd.source,
        cmd.value_on,
        ctx.now,
        cmd.actor,
        due,
        due,
        cmd.about,
    )
    return item, (SuspenseBooked(*_told(item, cmd.actor, ctx), item.rail, item.external_id),)


def _told(
    item: Suspense, by: PersonId, ctx: Context
) -> tuple[SuspenseId, Money, DealId | None, PersonId | None, PersonId]:
    """What each of its events says."""
    client = None if ctx.facts.about is None else ctx.facts.about.client
    return item.id, item.amount, item.about, client, by


def _found(ctx: Context) -> Suspense:
    """Raises NotYours("no-such-suspense")."""
    if ctx.facts.suspense is None:
        raise NotYours("no-such-suspense")
    return ctx.facts.suspense


# matched


def match(deal: Deal, m: Milestone, cmd: MatchSuspense, ctx: Context) -> Decision:
    """It is a deposit of this milestone from now on, however much is missing. It may take two.

    Raises NotYours: "no-such-suspense", as `may_suspend`, "booked-by-side", "booked-by-arbiter";
    NotNow: "suspense-closed", "milestone-not-waiting", "other-rail", "part-is-here" of what was set
    aside here, and as `four_eyes.ask`;
    BadInput("deposit-currency").
    """
    item = _found(ctx)
    _free_to_match(item, deal, m, cmd.actor, ctx)
    item.take(SuspenseStep.MATCH)
    if item.amount.currency != m.amount.currency:
        raise BadInput("deposit-currency", currency=m.amount.currency)
    if not m.to_pay:
        raise NotNow("milestone-not-waiting")
    if m.rail is not None and m.rail != item.rail:
        raise NotNow("other-rail", rail=m.rail)
    rest = m.deposit(item.rail, item.external_id)
    if rest is not None and rest.amount:
        raise NotNow("part-is-here", amount=(rest.amount.minor, rest.amount.currency))
    as_deposit = ConfirmDeposit(
        actor=cmd.actor,
        deal=deal.id,
        milestone=m.number,
        amount=item.amount,
        rail=item.rail,
        external_id=item.external_id,
        source=item.source,
        value_on=item.value_on,
    )
    asked = asked_deposit(deal, m, as_deposit, ctx, item.id)
    return arrive(deal, m, as_deposit, ctx, item) if asked is None else asked


def _free_to_match(item: Suspense, deal: Deal, m: Milestone, actor: PersonId, ctx: Context) -> None:
    """No side of either deal has a hand in it, and enough are left to rule who had none."""
    may_suspend(actor, ctx)
    if ctx.second is not None:
        may_suspend(ctx.second, ctx)
    if item.by in _sides(deal):
        raise NotYours("booked-by-side")
    if too_few_rule(deal, m, {actor, item.by}, ctx):
        raise NotYours("booked-by-arbiter")


def matched(deal: Deal, events: tuple[Event, ...], ctx: Context) -> Suspense | None:
    """The money in suspense after these events of a deal; None where none of it moved."""
    for event in events:
        if isinstance(event, DepositReceived) and event.item is not None:
            ended = _closed(_found(ctx).take(SuspenseStep.MATCH), event.by, ctx)
            m = deal.milestone(event.milestone)
            deposit = m.deposit(event.rail, event.external_id)
            second = None if deposit is None else deposit.approved_by
            return replace(ended, second=second, deal=deal.id, milestone=m.number)
    return next(set_aside(deal, events, ctx), None)


def _closed(item: Suspense, by: PersonId, ctx: Context) -> Suspense:
    return replace(
        item, alarm_at=None, asked_by=None, asked_at=None, closed_at=ctx.now, closed_by=by
    )


# sent back


def send_back(cmd: ReturnSuspense, ctx: Context) -> SuspenseDecision:
    """It was sent back to where it came from; from the threshold on a second person says so too.

    Raises NotYours: as `may_suspend`, "no-such-suspense"; Stale; NotNow: "suspense-closed",
    "approval-waits" for who asked already, "four-eyes-alone".
    """
    item = _of(cmd, ctx)
    if item.state is not SuspenseState.OPEN:
        raise NotNow("suspense-closed", state=item.state.value)
    first = _asked(item, ctx)
    if cmd.seen != item.seen:
        raise Stale
    today = Money(ctx.facts.returned, item.amount.currency)
    by, second = cmd.actor, None
    if takes_two(item.amount, (today,), item.rail, ctx):
        if first is None:
            return _ask(item, cmd.actor, ctx)
        if first == cmd.actor:
            raise NotNow("approval-waits", until_at=_until(item, ctx))
        by, second = first, cmd.actor
    sent = replace(_closed(item.take(SuspenseStep.RETURN), by, ctx), second=second)
    sent = replace(sent, returns=item.returns + 1)
    told = SuspenseReturned(*_told(sent, by, ctx), sent.rail, sent.returns, second)
    return sent, (told,)


def _of(cmd: ReturnSuspense | BounceSuspense, ctx: Context) -> Suspense:
    item = _found(ctx)
    may_suspend(cmd.actor, ctx)
    return item


def _asked(item: Suspense, ctx: Context) -> PersonId | None:
    """Who asked for it and still may: who left the list, is late or became a side has not."""
    by, at = item.asked_by, item.asked_at
    if by is None or at is None or at + ctx.policy.approval_wait <= ctx.now:
        return None
    others = ctx.staff.treasurers - {*_sides(ctx.facts.about)} - ctx.facts.gone
    return by if by in others else None


def _until(item: Suspense, ctx: Context) -> str:
    return ((item.asked_at or ctx.now) + ctx.policy.approval_wait).isoformat()


def _ask(item: Suspense, by: PersonId, ctx: Context) -> SuspenseDecision:
    if not ctx.staff.treasurers - {by, *_sides(ctx.facts.about)} - ctx.facts.gone:
        raise NotNow("four-eyes-alone")
    asked = replace(item.take(SuspenseStep.ASK_RETURN), asked_by=by, asked_at=ctx.now)
    return asked, (SuspenseReturnAsked(*_told(asked, by, ctx)),)


def bounce(cmd: BounceSuspense, ctx: Context) -> SuspenseDecision:
    """It is here again, and waits as it did.

    Raises NotYours: as `may_suspend`, "no-such-suspense"; Stale; NotNow("suspense-closed").
    """
    item = _of(cmd, ctx)
    back = item.take(SuspenseStep.BOUNCE)
    if cmd.seen != item.seen:
        raise Stale
    due = window(ctx.now, ctx.policy.deposit_check, ctx.policy).ends_at
    back = replace(back, due_at=due, alarm_at=due, closed_at=None, closed_by=None, second=None)
    told = SuspenseBounced(*_told(back, cmd.actor, ctx), back.rail, back.returns)
    return back, (told,)


# the clock


def alarm(cmd: AlarmSuspense, ctx: Context) -> SuspenseDecision:
    """The desk is told, and again after a while. Raises NotNow("clock-only")."""
    item = _found(ctx)
    if cmd.actor != SYSTEM or item.alarm_at is None or item.alarm_at > ctx.now:
        raise NotNow("clock-only")
    told = SuspenseAlarmed(*_told(item, SYSTEM, ctx), item.due_at)
    return replace(item, alarm_at=ctx.now + ctx.policy.desk_alarm), (told,)


MATCH: Final = StepOf(None, MatchSuspense, may_confirm_deposit, match, while_frozen=True)
SUSPENSE_STEPS: Final[Mapping[type[Command], SuspenseStepOf]] = MappingProxyType(
    {ReturnSuspense: send_back, BounceSuspense: bounce, AlarmSuspense: alarm}
)
"""What comes of each command on money that matches nothing, once it is booked."""
