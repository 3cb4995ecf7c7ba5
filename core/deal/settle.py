"""How money leaves a hold, and what a milestone's end does to the deal. Nothing else does it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from core.deal.calling import begun
from core.deal.context import Context
from core.deal.dispute import Cause, Dispute, Statement
from core.deal.events import (
    DealCancelled,
    DealCompleted,
    DisputeOpened,
    Event,
    Ground,
    MilestoneEnded,
    MilestoneOpened,
    MilestoneVoided,
    MoneySettled,
    TransferDue,
    TransferKind,
    WaitingReturned,
)
from core.deal.milestone import Milestone, State, Step
from core.deal.model import Deal, DealState, DealStep, Transfer
from core.deal.stage import Stage
from core.values.errors import BadInput
from core.values.ids import SYSTEM, PersonId
from core.values.money import Money
from core.values.window import window

Decision = tuple[Deal, tuple[Event, ...]]


def owe(
    deal: Deal, m: Milestone, ctx: Context, kind: TransferKind, amount: Money, source: str = ""
) -> tuple[Deal, TransferDue]:
    """Add a transfer to somebody outside, by the rail that the milestone was funded with."""
    person = deal.freelancer if kind is TransferKind.PAYOUT else deal.client
    rail = m.rail
    if person is None or rail is None:
        msg = "money can be owed only to a bound party, by the rail it came in on"
        raise ValueError(msg)
    clock = window(ctx.now, ctx.policy.payout, ctx.policy)
    transfer = Transfer(
        len(deal.transfers) + 1, kind, m.number, person, amount, rail, source, clock
    )
    due = TransferDue(m.number, transfer.number, kind, person, amount, rail)
    return replace(deal, transfers=(*deal.transfers, transfer)), due


def with_transfer(deal: Deal, transfer: Transfer) -> Deal:
    """The deal with one transfer replaced."""
    changed = tuple(transfer if t.number == transfer.number else t for t in deal.transfers)
    return replace(deal, transfers=changed)


def settle(
    deal: Deal, m: Milestone, ctx: Context, ground: Ground, gross: Money, refund: Money
) -> Decision:
    """`gross` leaves the hold for the freelancer (less the agreed fee), `refund` for the client.

    `m` is the milestone after its step. Raises BadInput("above-held").
    """
    left = m.held - gross - refund
    if left.minor < 0 or gross.minor < 0 or refund.minor < 0:
        raise BadInput("above-held", held=(m.held.minor, m.held.currency))
    freelancer = deal.freelancer
    if freelancer is None:
        msg = "a hold belongs to a deal with two parties"
        raise ValueError(msg)
    fee, payout = gross.share(deal.terms.fee_bps)
    m = replace(
        m, held=left, released=m.released + payout, fee=m.fee + fee, refunded=m.refunded + refund
    )
    deal, dues = deal.with_milestone(m), list[Event]()
    if payout:
        deal, due = owe(deal, m, ctx, TransferKind.PAYOUT, payout)
        dues.append(due)
    back = None
    if refund:
        deal, due = owe(deal, m, ctx, TransferKind.REFUND, refund, source_of(m))
        dues.append(due)
        back = due.transfer
    event = MoneySettled(m.number, ground, payout, fee, refund, left, freelancer, back)
    return deal, (event, *dues)


@dataclass(frozen=True, slots=True)
class Agreed:
    """The steps of an end by agreement: all to the freelancer, all back, or something to each."""

    release: Step
    refund: Step
    split: Step


AT_WORK: Final = Agreed(Step.AGREED_RELEASE, Step.AGREED_REFUND, Step.AGREED_SPLIT)
BY_SETTLEMENT: Final = Agreed(Step.SETTLE_RELEASE, Step.SETTLE_REFUND, Step.SETTLE_SPLIT)


def share_out(
    deal: Deal, m: Milestone, ctx: Context, share: Money, by: PersonId, steps: Agreed
) -> Decision:
    """Both agreed: `share` of what is held is the freelancer's, the rest the client's.

    `m` is the milestone before the step. Raises NotNow("wrong-state"), BadInput("above-held").
    """
    rest = m.held - share
    step = steps.split
    if not rest or not share:
        step = steps.refund if rest else steps.release
    deal, settled = settle(deal, m.take(step), ctx, Ground.AGREEMENT, share, rest)
    deal, ended = end(deal, m.number, ctx, step, by)
    return deal, (*settled, *ended)


SOURCES: Final = " · "
"""Between the sources of several deposits."""


def source_of(m: Milestone) -> str:
    """Where refunds go: the sources of the deposits, the last first."""
    return SOURCES.join(dict.fromkeys(deposit.source for deposit in reversed(m.deposits)))


def give_back_waiting(deal: Deal, m: Milestone, ctx: Context, ground: Ground) -> Decision:
    """What arrived and never funded goes back to its source."""
    if not m.waiting:
        return deal, ()
    amount = m.waiting
    m = replace(m, waiting=Money(0, amount.currency))
    deal, due = owe(deal.with_milestone(m), m, ctx, TransferKind.REFUND, amount, source_of(m))
    returned = WaitingReturned(m.number, ground, amount, due.transfer, due.rail, suspense=False)
    return deal, (returned, due)


def end(deal: Deal, number: int, ctx: Context, step: Step, actor: PersonId) -> Decision:
    """A milestone became final: clear its clocks, let the next have its turn, end the deal."""
    m = replace(
        deal.milestone(number),
        window=None,
        dormancy=None,
        before=None,
        halt=None,
        again=None,
        fund_by=None,
        ended_at=ctx.now,
    )
    deal = deal.with_milestone(m)
    events: list[Event] = [MilestoneEnded(number, step, actor)]
    following = next((x for x in deal.milestones[number:] if x.state is State.PLANNED), None)
    if following is not None:
        if deal.state is DealState.AGREED:
            deal, more = void_from(deal, following.number, ctx, "unfunded", actor)
        elif m.state is State.RELEASED:
            deal, more = open_milestone(deal, following, ctx, Step.OPEN)
        else:
            deal, more = let_decide(deal, following, ctx), ()
        events += more
    deal, ended = end_if_over(deal, ctx, actor)
    return deal, (*events, *ended)


def let_decide(deal: Deal, m: Milestone, ctx: Context) -> Deal:
    """The client has time to say that it goes on with this one; then it is dropped."""
    clock = window(ctx.now, ctx.policy.drop_after, ctx.policy, ctx.zone(deal.client))
    return deal.with_milestone(replace(m, window=clock, seen=m.seen + 1))


def open_milestone(deal: Deal, m: Milestone, ctx: Context, step: Step) -> Decision:
    """Its turn came: the client has the funding window."""
    clock = window(ctx.now, deal.terms.rules.funding_window, ctx.policy, ctx.zone(deal.client))
    opened = replace(m.take(step), window=clock)
    return deal.with_milestone(opened), (MilestoneOpened(m.number),)


def open_all(deal: Deal, opened: Iterable[Milestone], ctx: Context) -> Decision:
    """The turn of each of them came."""
    events: list[Event] = []
    for m in opened:
        deal, came = open_milestone(deal, m, ctx, Step.OPEN)
        events += came
    return deal, tuple(events)


def void_from(deal: Deal, number: int, ctx: Context, why: str, actor: PersonId) -> Decision:
    """This planned milestone and all after it that were not dropped before end unfunded."""
    events: list[Event] = []
    for m in (x for x in deal.milestones[number - 1 :] if not x.state.final):
        dropped = replace(m.take(Step.DROP), window=None, ended_at=ctx.now)
        deal = deal.with_milestone(dropped)
        events.append(MilestoneVoided(m.number, why, actor))
    return deal, tuple(events)


def end_if_over(deal: Deal, ctx: Context, actor: PersonId) -> Decision:
    """The deal ends with the last of its milestones."""
    if not all(m.state.final for m in deal.milestones):
        return deal, ()
    if deal.state is DealState.AGREED:
        return close(deal, ctx, DealStep.FIRST_VOID, "unfunded", actor)
    if any(m.released or m.fee for m in deal.milestones):
        deal = replace(
            deal.take(DealStep.COMPLETE), ended_at=ctx.now, ended_why="completed", changing=()
        )
        return _to_rate(deal, ctx), (DealCompleted(),)
    deal, closed = close(deal, ctx, DealStep.END_UNPAID, "unpaid", actor)
    return _to_rate(deal, ctx), closed


def _to_rate(deal: Deal, ctx: Context) -> Deal:
    """Work was paid for and all of it is over: both may say how they found each other."""
    return replace(deal, window=window(ctx.now, ctx.policy.rating_window, ctx.policy))


def close(deal: Deal, ctx: Context, step: DealStep, why: str, actor: PersonId) -> Decision:
    """The deal ends without a release."""
    deal = replace(
        deal.take(step),
        window=None,
        working=None,
        changing=(),
        ended_at=ctx.now,
        ended_why=why,
        seen=deal.seen + 1,
    )
    return deal, (DealCancelled(why, actor),)


def dispute(
    deal: Deal,
    m: Milestone,
    ctx: Context,
    step: Step,
    cause: Cause,
    said: Statement | None = None,
) -> Decision:
    """Freeze the hold; `said` is the opener's position, None for the clock's.

    `m` is the milestone before the step.
    """
    by = said.by if said is not None else SYSTEM
    frozen = m.halted(step, ctx.now)
    other = deal.other(by) if by != SYSTEM else None
    opened = Dispute(
        m.number,
        cause,
        None if by == SYSTEM else by,
        ctx.now,
        m.held,
        window(ctx.now, ctx.policy.dispute_answer, ctx.policy, ctx.zone(other)),
        stage=Stage.ANSWERING,
        statements=() if said is None else (said,),
    )
    before = deal.dispute(m.number)
    if before is not None:
        opened = before.again(opened)
    deal = deal.with_milestone(frozen)
    deal = deal.with_dispute(begun(deal, opened, ctx))
    sought = None if said is None else said.sought
    return deal, (DisputeOpened(m.number, cause, by, sought),)
