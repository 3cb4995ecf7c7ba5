"""A slip of the desk is undone: what truly arrived, and where what arrived belongs.

What rests on the wrong entry stays. Money that has left the milestone, and money on whose being
held work was handed in, is not taken off: the refusal names it, and no hold falls below zero.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from core.deal.context import Context
from core.deal.deposit import Correction, Deposit
from core.deal.events import Event, Ground, TransferKind, WaitingReturned
from core.deal.milestone import Milestone, State, Step
from core.deal.model import Deal
from core.deal.reversal import ReversalState
from core.deal.settle import SOURCES, Decision, owe, with_transfer
from core.deal.step import StepOf
from core.deal.suspense import Suspense, SuspenseStep
from core.deal.transfer import Transfer, TransferStep
from core.deal.who import desk
from core.paying.by_two import asked_correction
from core.paying.commands import CorrectDeposit
from core.paying.events import DepositCorrected, RefundDivided
from core.paying.guards import too_few_rule
from core.paying.reversing import divided
from core.paying.steps import fund
from core.values.errors import BadInput, NotNow, NotYours, Stale
from core.values.ids import RAIL, PersonId
from core.values.money import Money
from core.values.roles import DeskRole
from core.values.window import window


def may_correct(deal: Deal, actor: PersonId, _m: Milestone, ctx: Context) -> None:
    """A treasurer on nobody's side."""
    desk(deal, actor, ctx, DeskRole.TREASURER)


def correct(deal: Deal, m: Milestone, cmd: CorrectDeposit, ctx: Context) -> Decision:
    """So much of it arrived, or belongs here. From the threshold on it takes two.

    Raises BadInput: "no-such-deposit", "deposit-currency", "nothing-to-correct"; Stale; NotNow:
    "deposit-of-rail", "deposit-taken-back", "set-aside-whole", "set-aside-before",
    "correction-rests", "work-rests", and as `four_eyes.ask`; NotYours("last-arbiter").
    """
    found = _wrong(deal, m, cmd)
    if cmd.aside:
        _may_be_set_aside(found, cmd)
    if cmd.amount > found.amount:
        _may_be_more(deal, m, found, cmd, ctx)
    asked = asked_correction(deal, m, found, cmd, ctx)
    if asked is not None:
        if cmd.amount < found.amount:  # nobody is asked for what would be refused
            _taken_off(deal, m, found.source, found.amount - cmd.amount)
        return asked
    made = Correction(ctx.now, cmd.actor, found.amount, cmd.words, ctx.second)
    if cmd.aside:
        known = ctx.facts.suspense
        off = 1 if known is None else known.taken_off + 1
        made = replace(made, item=found.item or ctx.facts.fresh, taken_off=off)
    right = replace(found, amount=cmd.amount, corrected=(*found.corrected, made))
    if cmd.amount > found.amount:
        return _more(deal, m, right, cmd, ctx)
    return _less(deal, m, right, cmd, ctx)


def _wrong(deal: Deal, m: Milestone, cmd: CorrectDeposit) -> Deposit:
    found = m.deposit(cmd.rail, cmd.deposit)
    if found is None:
        raise BadInput("no-such-deposit")
    if found.confirmed_by == RAIL:
        raise NotNow("deposit-of-rail")
    if cmd.corrections != len(found.corrected):
        raise Stale
    if cmd.amount.currency != found.amount.currency:
        raise BadInput("deposit-currency", currency=found.amount.currency)
    if cmd.amount.minor < 0 or cmd.amount == found.amount:
        raise BadInput("nothing-to-correct")
    own = (cmd.rail, cmd.deposit)
    if any(
        (one.rail, one.deposit) == own and one.state is not ReversalState.WON
        for one in deal.reversals
    ):
        raise NotNow("deposit-taken-back")
    return found


def _may_be_set_aside(found: Deposit, cmd: CorrectDeposit) -> None:
    """What came out of suspense goes back there whole; of the rest a part may, once."""
    if cmd.amount > found.amount:
        raise BadInput("nothing-to-correct")
    whole = found.item is None or (not cmd.amount and not found.corrected)
    if not whole or any(one.item for one in found.corrected):
        raise NotNow("set-aside-whole")


def _may_be_more(
    deal: Deal, m: Milestone, found: Deposit, cmd: CorrectDeposit, ctx: Context
) -> None:
    """What was set aside is in suspense, and comes from there; who says more arrived has a hand."""
    if any(one.item for one in found.corrected):
        raise NotNow("set-aside-before")
    if too_few_rule(deal, m, {cmd.actor}, ctx):
        raise NotYours("last-arbiter")


def _with_deposit(m: Milestone, right: Deposit) -> Milestone:
    wrong = m.deposit(right.rail, right.external_id)
    return replace(m, deposits=tuple(right if one is wrong else one for one in m.deposits))


def _told(
    m: Milestone, right: Deposit, cmd: CorrectDeposit, waiting: Money, unheld: Money
) -> DepositCorrected:
    return DepositCorrected(
        m.number,
        right.rail,
        right.external_id,
        len(right.corrected),
        right.corrected[-1].was,
        right.amount,
        waiting,
        unheld,
        cmd.actor,
        cmd.words,
    )


# more than was booked


def _more(deal: Deal, m: Milestone, right: Deposit, cmd: CorrectDeposit, ctx: Context) -> Decision:
    """The rest of it waits, and funds what is whole by it; what is of no use is owed back."""
    more, none = right.amount - right.corrected[-1].was, Money(0, right.amount.currency)
    m = _with_deposit(m, right)
    if not m.to_pay:
        deal, due = owe(deal.with_milestone(m), m, ctx, TransferKind.REFUND, more, right.source)
        told = replace(_told(m, right, cmd, none, none), late=more)
        returned = WaitingReturned(
            m.number, Ground.EXCESS, more, due.transfer, right.rail, suspense=True
        )
        return deal, (told, returned, due)
    m = replace(m, waiting=m.waiting + more, shortfall_asked=False)
    told = _told(m, right, cmd, more, none)
    if m.waiting < m.price:
        return deal.with_milestone(m), (told,)
    deal, funded = fund(deal, replace(m, claim=None), ctx)
    return deal, (told, *funded)


# less than was booked


def _taken_off(
    deal: Deal, m: Milestone, source: str, less: Money
) -> tuple[list[tuple[Transfer, Money]], Money, Money]:
    """Where it is: what is owed back to its source and not sent, what waits, and what is held.

    Raises NotNow: "work-rests" where work was handed in on it, "correction-rests" where it left.
    """
    rest, refunds = less, list[tuple[Transfer, Money]]()
    for one in reversed(deal.transfers):
        mine = (one.milestone, one.kind) == (m.number, TransferKind.REFUND)
        if mine and one.owed and rest and source in one.source.split(SOURCES):
            part = min(one.amount, rest)
            refunds.append((one, part))
            rest = rest - part
    waiting = min(m.waiting, rest)
    held = rest - waiting
    if held and m.held >= held and m.state is not State.IN_PROGRESS:
        raise NotNow("work-rests", amount=(held.minor, held.currency))
    if held > m.held:
        left = held - m.held
        raise NotNow("correction-rests", amount=(left.minor, left.currency))
    return refunds, waiting, held


def _less(deal: Deal, m: Milestone, right: Deposit, cmd: CorrectDeposit, ctx: Context) -> Decision:
    refunds, waiting, held = _taken_off(
        deal, m, right.source, right.corrected[-1].was - right.amount
    )
    deal, void, events = _not_owed(deal, refunds)
    m = replace(_with_deposit(m, right), waiting=m.waiting - waiting, shortfall_asked=False)
    unheld = Money(0, held.currency)
    if held:
        unheld = m.held
        m = _unfunded(deal, m, held, ctx)
    made = right.corrected[-1]
    told = replace(
        _told(m, right, cmd, waiting + held, unheld),
        refunds=void,
        aside=made.item,
        taken_off=made.taken_off,
    )
    return deal.with_milestone(m), (*events, told)


def _not_owed(
    deal: Deal, refunds: list[tuple[Transfer, Money]]
) -> tuple[Deal, tuple[tuple[int, Money], ...], list[Event]]:
    """What was owed back of it is not; of the last perhaps less than all."""
    void, events = list[tuple[int, Money]](), list[Event]()
    for transfer, amount in refunds:
        part = transfer
        if transfer.amount > amount:
            deal, part = divided(deal, transfer, amount)
            events.append(RefundDivided(transfer.milestone, transfer.number, part.number, amount))
        deal = with_transfer(deal, part.take(TransferStep.VOID))
        void.append((part.number, amount))
    return deal, tuple(void), events


def _unfunded(deal: Deal, m: Milestone, held: Money, ctx: Context) -> Milestone:
    """Work has begun, and stops until all of it is there again: what is left of the hold waits."""
    clock = window(ctx.now, ctx.policy.fund_again, ctx.policy, ctx.zone(deal.client))
    return replace(
        m.take(Step.REVERSE),
        held=Money(0, held.currency),
        waiting=m.waiting + m.held - held,
        again=m.held,
        window=clock,
        before=None,
        dormancy=None,
        due_at=None,
    )


# set aside


def set_aside(deal: Deal, events: tuple[Event, ...], ctx: Context) -> Iterator[Suspense]:
    """The money in suspense that these events of a deal make of its deposits."""
    for event in events:
        if not isinstance(event, DepositCorrected) or event.aside is None:
            continue
        deposit = deal.milestone(event.milestone).deposit(event.rail, event.external_id)
        due = window(ctx.now, ctx.policy.deposit_check, ctx.policy).ends_at
        known = ctx.facts.suspense
        if known is not None:
            yield replace(
                known.take(SuspenseStep.SET_ASIDE),
                taken_off=event.taken_off,
                matched_before=known.matched_before + 1,
                due_at=due,
                alarm_at=due,
                closed_at=None,
                closed_by=None,
                second=None,
                deal=None,
                milestone=None,
            )
        elif deposit is not None:
            yield Suspense(
                event.aside,
                event.rail,
                event.external_id,
                event.was - event.now,
                deposit.source,
                deposit.value_on,
                ctx.now,
                event.by,
                due,
                due,
                taken_off=event.taken_off,
            )


CORRECT: Final = StepOf(None, CorrectDeposit, may_correct, correct, while_frozen=True)
STEPS: Final = (CORRECT,)
