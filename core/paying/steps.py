"""Money coming in for a milestone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from core.deal.context import Context
from core.deal.deposit import Deposit, PaymentClaim
from core.deal.events import Event, Ground, MilestoneVoided, TransferKind, WaitingReturned
from core.deal.milestone import Milestone, State, Step
from core.deal.model import Deal, DealState, DealStep
from core.deal.settle import Decision, end, give_back_waiting, open_milestone, owe, void_from
from core.deal.step import Act, OfferOf, StepOf
from core.deal.suspense import Suspense
from core.deal.who import may_begin
from core.paying.by_two import asked_deposit
from core.paying.commands import (
    AcceptShortfall,
    AskProof,
    AskShortfall,
    CancelFunding,
    ClaimPaid,
    ConfirmDeposit,
    DropRest,
    GoOn,
    Pay,
    RejectClaim,
)
from core.paying.events import (
    ClaimRejected,
    DealOpened,
    DepositReceived,
    HeldAgain,
    MilestoneFunded,
    PaymentClaimed,
    ProofAsked,
    ShortfallAsked,
)
from core.paying.guards import (
    may_accept_shortfall,
    may_ask_proof,
    may_ask_shortfall,
    may_cancel_funding,
    may_claim_paid,
    may_confirm_claimed,
    may_confirm_deposit,
    may_drop,
    may_go_on,
    may_pay,
    may_reject_claim,
)
from core.paying.lifting import lift_for, of_milestone, pay_clock, with_pay_clock
from core.values.errors import BadInput, NotNow, NotOffered, Stale
from core.values.ids import SYSTEM, PersonId
from core.values.money import Money
from core.values.window import Window, window

AT_LEAST_AFTER_CLAIM: Final = timedelta(days=1)
"""What is left of the funding window after a claim was rejected, at the least."""


def claim_paid(deal: Deal, m: Milestone, cmd: ClaimPaid, ctx: Context) -> Decision:
    """The client says they paid: the clock stops until a treasurer answers. Nothing is funded."""
    if deal.state is DealState.AGREED:
        may_begin(cmd.actor, (cmd.actor,), ctx)
    clock = pay_clock(m) or Window(ctx.now, ctx.now)
    left, extended = max(clock.ends_at - ctx.now, timedelta(0)), clock.extended
    if m.claim is not None:  # with the proof that was asked for: the clock stands as it stood
        left, extended = m.claim.left, m.claim.extended
    claim = PaymentClaim(cmd.payer, cmd.paid_on, ctx.now, left, cmd.receipt, extended)
    claimed = with_pay_clock(replace(_paying(m, Step.CLAIM_PAID), claim=claim), None)
    return deal.with_milestone(claimed), (PaymentClaimed(m.number),)


def ask_proof(deal: Deal, m: Milestone, cmd: AskProof, ctx: Context) -> Decision:
    """It stays claimed, and the desk's time to answer begins anew; once a claim."""
    if m.claim is None:
        raise NotNow("no-claim")
    asked = replace(m, claim=replace(m.claim, at=ctx.now, lost=timedelta(0), proof_asked=True))
    return deal.with_milestone(asked), (ProofAsked(m.number, cmd.actor),)


def reject_claim(deal: Deal, m: Milestone, cmd: RejectClaim, ctx: Context) -> Decision:
    """Not arrived: the funding clock goes on with what was left of it, a day at the least."""
    clock = _clock_again(m, ctx)
    rejected = with_pay_clock(replace(_paying(m, Step.REJECT_CLAIM), claim=None), clock)
    return deal.with_milestone(rejected), (ClaimRejected(m.number, cmd.actor),)


def _clock_again(m: Milestone, ctx: Context) -> Window | None:
    if m.claim is None:
        return pay_clock(m)
    least = min(AT_LEAST_AFTER_CLAIM, ctx.policy.funding_window)
    return Window(ctx.now, ctx.now + max(m.claim.left, least), extended=m.claim.extended)


def _paying(m: Milestone, step: Step) -> Milestone:
    """The milestone after a step of paying: where it is paid once more, it stays where it is."""
    return m.take(step if m.state is State.FUNDING else Step.PAY_AGAIN)


def pay(deal: Deal, m: Milestone, cmd: Pay, ctx: Context) -> Decision:
    """Play money arrives when it is tapped, and only what the screen said is missing.

    Raises NotOffered("no-play-money").
    """
    rail = ctx.policy.rail(cmd.rail)
    if rail is None or not rail.automatic or rail.real_money:
        raise NotOffered("no-play-money")
    if cmd.amount != m.missing:
        raise Stale
    if deal.state is DealState.AGREED:
        may_begin(cmd.actor, (cmd.actor,), ctx)
    return deposit(deal, m, cmd.deposit, ctx)


def deposit(deal: Deal, m: Milestone, cmd: ConfirmDeposit, ctx: Context) -> Decision:
    """Money arrived. Full: funded. Short: waits. Over: the excess goes back. Late: suspense.

    The same id with the same amount again changes nothing. By hand it may wait for a second person.
    Raises BadInput: "deposit-currency", "amount-not-positive"; NotNow: "deposit-used-elsewhere",
    "other-rail", and as `four_eyes.ask`.
    """
    if cmd.amount.currency != m.amount.currency:
        raise BadInput("deposit-currency", currency=m.amount.currency)
    if cmd.amount.minor <= 0:
        raise BadInput("amount-not-positive")
    booked = m.deposit(cmd.rail, cmd.external_id)
    if booked is not None and booked.amount == cmd.amount:
        return deal, ()
    if booked is not None or ctx.facts.posted:
        raise NotNow("deposit-used-elsewhere")
    if m.rail is not None and m.rail != cmd.rail:
        raise NotNow("other-rail", rail=m.rail)
    asked = asked_deposit(deal, m, cmd, ctx)
    return arrive(deal, m, cmd, ctx) if asked is None else asked


def arrive(
    deal: Deal, m: Milestone, cmd: ConfirmDeposit, ctx: Context, item: Suspense | None = None
) -> Decision:
    """It is booked: `item` is the money in suspense that it was."""
    number = None if item is None else item.id
    arrived = Deposit(
        cmd.external_id,
        cmd.rail,
        cmd.amount,
        ctx.now,
        cmd.source,
        cmd.actor,
        ctx.second,
        cmd.value_on,
        number,
        None if item is None else item.by,
        0 if item is None else item.matched_before,
    )
    none = Money(0, cmd.amount.currency)
    if not m.to_pay:
        return _into_suspense(deal, m, arrived, ctx)
    received = DepositReceived(
        m.number, cmd.rail, cmd.external_id, cmd.amount, cmd.amount, none, cmd.actor, number,
        arrived.matched,
    )  # fmt: skip
    m = replace(
        with_pay_clock(m, _clock_again(m, ctx)),
        rail=cmd.rail,
        deposits=(*m.deposits, arrived),
        waiting=m.waiting + cmd.amount,
        claim=None,
        shortfall_asked=False,
    )
    if m.waiting < m.price:
        return deal.with_milestone(_paying(m, Step.DEPOSIT_SHORT)), (received,)
    deal, funded = fund(deal, m, ctx)
    return deal, (received, *funded)


def _into_suspense(deal: Deal, m: Milestone, arrived: Deposit, ctx: Context) -> Decision:
    """After a cancel or expiry, or a second time: nothing revives; it is owed back."""
    none = Money(0, arrived.amount.currency)
    received = DepositReceived(
        m.number,
        arrived.rail,
        arrived.external_id,
        arrived.amount,
        none,
        arrived.amount,
        arrived.confirmed_by,
    )
    m = replace(m, rail=m.rail or arrived.rail, deposits=(*m.deposits, arrived))
    deal, due = owe(
        deal.with_milestone(m), m, ctx, TransferKind.REFUND, arrived.amount, arrived.source
    )
    returned = WaitingReturned(
        m.number, Ground.EXCESS, arrived.amount, due.transfer, arrived.rail, suspense=True
    )
    return deal, (received, returned, due)


def fund(deal: Deal, m: Milestone, ctx: Context, step: Step = Step.FUND) -> Decision:
    """What waited becomes the hold; the work may start, or goes on where it was stopped."""
    if m.state is not State.FUNDING:
        return _hold_again(deal, m, ctx)
    duration = deal.terms.milestones[m.number - 1].duration or timedelta(0)
    works = window(ctx.now, duration, ctx.policy, ctx.zone(deal.freelancer))
    funded = replace(
        m.take(step),
        held=m.price,
        waiting=m.waiting - m.price,
        window=works,
        due_at=works.ends_at,
        claim=None,
        shortfall_asked=False,
        again=None,
        funded_again=m.funded_again + (m.again is not None),
    )
    deal = deal.with_milestone(funded)
    reduced = step is Step.ACCEPT_SHORTFALL
    events: list[Event] = [MilestoneFunded(m.number, funded.held, works.ends_at, reduced)]
    if deal.state is DealState.AGREED:
        deal = deal.take(DealStep.FIRST_FUNDED)
        events.append(DealOpened())
    deal, returned = give_back_waiting(deal, funded, ctx, Ground.EXCESS)
    return deal, (*events, *returned)


def _hold_again(deal: Deal, m: Milestone, ctx: Context) -> Decision:
    """The whole of it: the flags that stood for it are lifted."""
    again = replace(
        m.take(Step.PAY_AGAIN),
        held=m.held + m.price,
        waiting=m.waiting - m.price,
        claim=None,
        again=None,
        fund_by=None,
        funded_again=m.funded_again + 1,
    )
    deal = deal.with_milestone(again)
    lost = [one for one in of_milestone(deal, m.number) if one.gone]
    deal, lifted = lift_for(deal, lost, SYSTEM, ctx)
    deal, returned = give_back_waiting(deal, again, ctx, Ground.EXCESS)
    return deal, (HeldAgain(m.number, m.price), *returned, *lifted)


def ask_shortfall(deal: Deal, m: Milestone, _cmd: AskShortfall, _ctx: Context) -> Decision:
    """The client asks the freelancer to take what arrived as the whole."""
    asked = replace(m.take(Step.ASK_SHORTFALL), shortfall_asked=True)
    return deal.with_milestone(asked), (ShortfallAsked(m.number, m.waiting),)


def accept_shortfall(deal: Deal, m: Milestone, cmd: AcceptShortfall, ctx: Context) -> Decision:
    """The agreement's amount falls to what arrived, and the work starts."""
    if cmd.amount != m.waiting:
        raise Stale
    again = None if m.again is None else m.waiting
    less = replace(m, amount=m.waiting, again=again)
    return fund(deal, less, ctx, Step.ACCEPT_SHORTFALL)


def cancel_funding(deal: Deal, m: Milestone, cmd: CancelFunding, ctx: Context) -> Decision:
    """Either side, before it is funded; what arrived goes back."""
    return void_unfunded(deal, m, ctx, Step.CANCEL_FUNDING, cmd.actor)


def void_unfunded(deal: Deal, m: Milestone, ctx: Context, step: Step, actor: PersonId) -> Decision:
    """An unfunded milestone ends."""
    deal, returned = give_back_waiting(
        deal.with_milestone(m.take(step)), m.take(step), ctx, Ground.VOID
    )
    voided = MilestoneVoided(m.number, step.value, actor)
    deal, ended = end(deal, m.number, ctx, step, actor)
    return deal, (voided, *returned, *ended)


def go_on(deal: Deal, m: Milestone, _cmd: GoOn, ctx: Context) -> Decision:
    """The client opens the next milestone after a split."""
    return open_milestone(deal, m, ctx, Step.GO_ON)


def drop(deal: Deal, m: Milestone, cmd: DropRest, ctx: Context) -> Decision:
    """This planned milestone and those after it end."""
    return drop_from(deal, m, ctx, cmd.actor)


def drop_from(deal: Deal, m: Milestone, ctx: Context, actor: PersonId) -> Decision:
    """All planned ones from `m` on are void; the deal may end by that."""
    deal, voided = void_from(deal, m.number, ctx, "dropped", actor)
    deal, ended = end(deal, len(deal.milestones), ctx, Step.DROP, actor)
    return deal, (*voided, *ended)


CONFIRM_DEPOSIT: Final = StepOf(
    None, ConfirmDeposit, may_confirm_deposit, deposit, while_frozen=True
)
STEPS: Final = (
    StepOf(Act.PAY, Pay, may_pay, pay, while_frozen=True),
    StepOf(Act.CLAIM_PAID, ClaimPaid, may_claim_paid, claim_paid, while_frozen=True),
    StepOf(None, AskProof, may_ask_proof, ask_proof, while_frozen=True),
    StepOf(Act.REJECT_CLAIM, RejectClaim, may_reject_claim, reject_claim, while_frozen=True),
    CONFIRM_DEPOSIT,
    OfferOf(Act.CONFIRM_DEPOSIT, ConfirmDeposit, may_confirm_claimed),
    StepOf(Act.ASK_SHORTFALL, AskShortfall, may_ask_shortfall, ask_shortfall),
    StepOf(Act.ACCEPT_SHORTFALL, AcceptShortfall, may_accept_shortfall, accept_shortfall),
    StepOf(Act.CANCEL_FUNDING, CancelFunding, may_cancel_funding, cancel_funding),
    StepOf(Act.GO_ON, GoOn, may_go_on, go_on),
    StepOf(Act.DROP, DropRest, may_drop, drop),
)
