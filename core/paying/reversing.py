"""A deposit that the bank takes back: what it takes is what we still have, the rest is our loss.

Where no work was handed in the milestone waits for its money again. Otherwise the deal stands still
under a flag of its own: won, it goes on; lost, the client has time to pay once more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from core.deal.clocks import MeetDeadline
from core.deal.context import Context
from core.deal.events import Event, Ground, MilestoneVoided, TransferKind
from core.deal.flag import FlagKind, HoldFlag
from core.deal.milestone import STOPPED, Milestone, State, Step
from core.deal.model import Deal, Transfer
from core.deal.reversal import Reversal, ReversalState, ReversalStep
from core.deal.settle import (
    Decision,
    end,
    give_back_waiting,
    owe,
    settle,
    source_of,
    with_transfer,
)
from core.deal.stage import DisputeStep
from core.deal.step import DealStepOf, StepOf
from core.deal.transfer import TransferStep
from core.deal.who import desk
from core.paying.by_two import asked_outcome, asked_reversal
from core.paying.commands import (
    ClearPayer,
    LoseReversal,
    ReversalCommand,
    ReverseDeposit,
    WinReversal,
)
from core.paying.events import (
    DepositReversed,
    FlagSet,
    PayerCleared,
    RefundDivided,
    ReversalLost,
    ReversalWon,
)
from core.paying.lifting import lift_for, of_milestone
from core.paying.steps import fund
from core.values.errors import BadInput, NotNow
from core.values.ids import RAIL, SYSTEM, PersonId
from core.values.money import Money
from core.values.roles import DeskRole
from core.values.window import window

UNPAID: Final = "unpaid"
"""Why a milestone is void whose money the bank took back."""


def may_reverse(deal: Deal, actor: PersonId, _m: Milestone, ctx: Context) -> None:
    """The rail, or a treasurer on nobody's side."""
    if actor != RAIL:
        desk(deal, actor, ctx, DeskRole.TREASURER)


def may_close(deal: Deal, actor: PersonId, ctx: Context) -> None:
    """The same, of what was taken back. Raises NotNow("nothing-reversed")."""
    if actor != RAIL:
        desk(deal, actor, ctx, DeskRole.TREASURER)
    if not deal.reversals:
        raise NotNow("nothing-reversed")


def may_clear(deal: Deal, actor: PersonId, ctx: Context) -> None:
    """A treasurer, and no rail."""
    desk(deal, actor, ctx, DeskRole.TREASURER)
    if not deal.reversals:
        raise NotNow("nothing-reversed")


def left_of(deal: Deal, m: Milestone, rail: str, deposit: str) -> Money:
    """What a bank can still take back of a deposit. Raises BadInput("no-such-deposit")."""
    found = m.deposit(rail, deposit)
    if found is None:
        raise BadInput("no-such-deposit")
    gone = [
        one.amount
        for one in deal.reversals
        if (one.rail, one.deposit) == (rail, deposit) and one.state is not ReversalState.WON
    ]
    return found.amount - sum(gone, Money(0, found.amount.currency))


def at_bank(deal: Deal, milestone: int) -> Money:
    """What the bank took of this milestone's money, and has not decided."""
    none = Money(0, deal.milestone(milestone).amount.currency)
    waits = (
        one.taken
        for one in deal.reversals
        if one.milestone == milestone and one.state is ReversalState.OPEN
    )
    return sum(waits, none)


# taken back


def reverse(deal: Deal, m: Milestone, cmd: ReverseDeposit, ctx: Context) -> Decision:
    """The bank took it. The same id with the same amount again changes nothing.

    Raises BadInput: "no-such-deposit", "amount-not-positive", "above-deposit"; NotNow:
    "reversal-used-elsewhere"; and as `four_eyes.ask`.
    """
    known = next(
        (one for one in deal.reversals
         if (one.rail, one.external_id) == (cmd.rail, cmd.external_id)), None
    )  # fmt: skip
    asked = (m.number, cmd.deposit, cmd.amount)
    if known is not None and (known.milestone, known.deposit, known.amount) == asked:
        return deal, ()
    if known is not None or ctx.facts.posted:
        raise NotNow("reversal-used-elsewhere")
    left = left_of(deal, m, cmd.rail, cmd.deposit)
    if cmd.amount.currency != left.currency or cmd.amount.minor <= 0:
        raise BadInput("amount-not-positive")
    if cmd.amount > left:
        raise BadInput("above-deposit", left=(left.minor, left.currency))
    waits = asked_reversal(deal, m, cmd, ctx)
    return _taken(deal, m, cmd, ctx) if waits is None else waits


def _taken(deal: Deal, m: Milestone, cmd: ReverseDeposit, ctx: Context) -> Decision:
    deal, refunds, parts = _refunded(deal, m, cmd, ctx)
    none = Money(0, cmd.amount.currency)
    refunded = sum((amount for _, amount in refunds), none)
    rest = cmd.amount - refunded
    waiting = min(m.waiting, rest)
    held = min(m.held, rest - waiting)
    beyond = rest - waiting - held
    made = Reversal(
        len(deal.reversals) + 1,
        m.number,
        cmd.rail,
        cmd.deposit,
        cmd.external_id,
        cmd.amount,
        refunded,
        held,
        waiting,
        beyond,
        ctx.now,
        cmd.actor,
        cmd.words,
        ctx.second,
    )
    deal, unheld = _unfunded(deal, m, held, waiting, ctx)
    events: list[Event] = []
    if held and m.state in STOPPED:
        deal, flagged = _flag(deal, made, ctx)
        made = replace(made, flag=flagged.flag)
        events.append(flagged)
    told = DepositReversed(
        m.number, made.number, cmd.rail, cmd.external_id, cmd.amount, refunds, held, waiting,
        beyond, unheld, _client(deal), cmd.actor,
    )  # fmt: skip
    return replace(deal, reversals=(*deal.reversals, made)), (*parts, told, *events)


def _unfunded(
    deal: Deal, m: Milestone, held: Money, waiting: Money, ctx: Context
) -> tuple[Deal, Money]:
    """The milestone without it, and what of its hold waits for the rest."""
    none = Money(0, held.currency)
    if not held and not waiting:
        return deal, none
    after = m.take(Step.REVERSE)
    after = replace(after, held=m.held - held, waiting=m.waiting - waiting, shortfall_asked=False)
    if m.state is not State.IN_PROGRESS:
        return deal.with_milestone(after), none
    clock = window(ctx.now, ctx.policy.fund_again, ctx.policy, ctx.zone(deal.client))
    left = after.held
    after = replace(
        after,
        held=none,
        waiting=after.waiting + left,
        again=m.held,
        window=clock,
        before=None,
        dormancy=None,
        due_at=None,
    )
    return deal.with_milestone(after), left


def _refunded(
    deal: Deal, m: Milestone, cmd: ReverseDeposit, ctx: Context
) -> tuple[Deal, tuple[tuple[int, Money], ...], tuple[Event, ...]]:
    """What we owe back to the client has reached them so; of the last perhaps less than all.

    What was sent is none of it: that arrives besides, or comes back.
    """
    rest, found, events = cmd.amount, [], list[Event]()
    for transfer in deal.transfers:
        mine = (transfer.milestone, transfer.kind) == (m.number, TransferKind.REFUND)
        if not rest or not mine or not transfer.owed:
            continue
        part = transfer
        if transfer.amount > rest:
            deal, part = divided(deal, transfer, rest)
            events.append(RefundDivided(m.number, transfer.number, part.number, rest))
        done = replace(
            part.take(TransferStep.NET),
            external_id=cmd.external_id,
            why="",
            confirmed_at=ctx.now,
            confirmed_by=cmd.actor,
        )
        deal = with_transfer(deal, done)
        found.append((done.number, done.amount))
        rest = rest - done.amount
    return deal, tuple(found), tuple(events)


def divided(deal: Deal, transfer: Transfer, part: Money) -> tuple[Deal, Transfer]:
    """Two of one: what stays of it, and `part` under a number of its own."""
    other = replace(transfer, number=len(deal.transfers) + 1, amount=part)
    left = replace(transfer, amount=transfer.amount - part)
    deal = with_transfer(deal, left)
    return replace(deal, transfers=(*deal.transfers, other)), other


def _flag(deal: Deal, made: Reversal, ctx: Context) -> tuple[Deal, FlagSet]:
    number = len(deal.flags) + 1
    clock = window(ctx.now, ctx.policy.flag_check, ctx.policy)
    flag = HoldFlag(number, FlagKind.CHARGEBACK, made.by, ctx.now, clock, made.words)
    told = FlagSet(number, FlagKind.CHARGEBACK, made.by, made.words)
    return replace(deal, flags=(*deal.flags, flag)), told


# the bank has decided


def win(deal: Deal, cmd: WinReversal, ctx: Context) -> Decision:
    """It came back: where it was taken from, or to its source where it is of no use there.

    A bank may say so after it had said that it keeps it: then it is as if it were paid once more.
    Raises NotNow("reversal-closed"), and as `four_eyes.ask`.
    """
    made = deal.reversal(cmd.reversal)
    won = _closed(made, ReversalStep.WIN, cmd, ctx)
    waits = asked_outcome(deal, made, won.state, cmd, ctx)
    if waits is not None:
        return waits
    deal, m = with_reversal(deal, won), deal.milestone(made.milestone)
    none = Money(0, made.amount.currency)
    stands = made.flag is not None and not made.gone and not m.state.final
    held = made.held if stands else none
    waiting = made.taken - held if m.to_pay else none
    returned = made.taken - held - waiting
    if held or waiting:
        m = replace(m.take(Step.REVERSAL_WON), held=m.held + held, waiting=m.waiting + waiting)
        deal = deal.with_milestone(m)
    back, transfer, dues = made.refunded + returned, None, list[Event]()
    if back:
        deal, due = owe(deal, m, ctx, TransferKind.REFUND, back, source_of(m))
        transfer, dues = due.transfer, [due]
    told = ReversalWon(
        m.number, made.number, made.rail, held, waiting, made.refunded, returned, transfer,
        made.beyond, _client(deal), cmd.actor, made.state,
    )  # fmt: skip
    deal, lifted = lift_for(deal, (won,), cmd.actor, ctx)
    funded: tuple[Event, ...] = ()
    if waiting and m.waiting >= m.price:
        deal, funded = fund(deal, m, ctx)
    return deal, (told, *dues, *lifted, *funded)


def lose(deal: Deal, cmd: LoseReversal, ctx: Context) -> Decision:
    """It is gone: work that was handed in waits for its money for a while, and then no more.

    Raises NotNow("reversal-closed"), and as `four_eyes.ask`.
    """
    made = deal.reversal(cmd.reversal)
    lost = _closed(made, ReversalStep.LOSE, cmd, ctx)
    waits = asked_outcome(deal, made, lost.state, cmd, ctx)
    if waits is not None:
        return waits
    deal, m = with_reversal(deal, lost), deal.milestone(made.milestone)
    again, clock = Money(0, made.amount.currency), None
    if made.flag is not None and not m.state.final:
        again = made.held
        clock = window(ctx.now, ctx.policy.fund_again, ctx.policy, ctx.zone(deal.client))
        whole = again if m.again is None else m.again + again
        m = replace(m.take(Step.PAY_AGAIN), again=whole, fund_by=clock, claim=None)
        deal = deal.with_milestone(m)
    told = ReversalLost(
        m.number, made.number, made.rail, made.taken, made.beyond, again,
        None if clock is None else clock.ends_at, _client(deal), cmd.actor,
    )  # fmt: skip
    return deal, (told,)


def clear(deal: Deal, cmd: ClearPayer, ctx: Context) -> Decision:
    """Two of the desk let who paid begin deals again. Raises as `four_eyes.ask`."""
    made = deal.reversal(cmd.reversal)
    cleared = made.take(ReversalStep.CLEAR)
    waits = asked_outcome(deal, made, cleared.state, cmd, ctx)
    if waits is not None:
        return waits
    cleared = replace(cleared, cleared_at=ctx.now, cleared_by=cmd.actor)
    told = PayerCleared(made.milestone, made.number, _client(deal), cmd.actor)
    return with_reversal(deal, cleared), (told,)


def _closed(made: Reversal, step: ReversalStep, cmd: ReversalCommand, ctx: Context) -> Reversal:
    return replace(made.take(step), closed_at=ctx.now, closed_by=cmd.actor, why=cmd.words)


# paid again, or not


def unpaid(deal: Deal, m: Milestone, _cmd: MeetDeadline, ctx: Context) -> Decision:
    """It was not paid again: what is left goes back to the client, and the milestone is void."""
    none = Money(0, m.amount.currency)
    after = replace(m.take(Step.UNPAID_AGAIN), again=None, fund_by=None, claim=None)
    deal, events = deal.with_milestone(after), list[Event]()
    deal, lifted = lift_for(deal, of_milestone(deal, m.number), SYSTEM, ctx)
    if after.held:
        deal, settled = settle(deal, after, ctx, Ground.VOID, none, after.held)
        events += settled
    deal, returned = give_back_waiting(deal, deal.milestone(m.number), ctx, Ground.VOID)
    case_ = deal.dispute(m.number)
    if case_ is not None and not case_.stage.closed:
        deal = deal.with_dispute(case_.ended(DisputeStep.LAPSE, ctx.now))
    voided = MilestoneVoided(m.number, UNPAID, SYSTEM)
    deal, ended = end(deal, m.number, ctx, Step.UNPAID_AGAIN, SYSTEM)
    return deal, (voided, *events, *returned, *lifted, *ended)


def with_reversal(deal: Deal, new: Reversal) -> Deal:
    """The deal with one of them replaced."""
    changed = tuple(new if old.number == new.number else old for old in deal.reversals)
    return replace(deal, reversals=changed)


def _client(deal: Deal) -> PersonId:
    if deal.client is None:
        msg = "a deposit belongs to a deal with two parties"
        raise ValueError(msg)
    return deal.client


REVERSE: Final = StepOf(None, ReverseDeposit, may_reverse, reverse, while_frozen=True)
WIN: Final = DealStepOf(None, WinReversal, may_close, win, while_frozen=True)
LOSE: Final = DealStepOf(None, LoseReversal, may_close, lose, while_frozen=True)
CLEAR: Final = DealStepOf(None, ClearPayer, may_clear, clear, while_frozen=True)
STEPS: Final = (REVERSE, WIN, LOSE, CLEAR)
OUTCOMES: Final[Mapping[ReversalState, DealStepOf[Any]]] = MappingProxyType(
    {ReversalState.WON: WIN, ReversalState.LOST: LOSE, ReversalState.CLEARED: CLEAR}
)
"""By which step each outcome is said."""
