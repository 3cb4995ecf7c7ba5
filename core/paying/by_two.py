"""Deposits and payouts by hand that one treasurer alone does not confirm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from core.deal.approval import (
    AskedCorrection,
    AskedDeposit,
    AskedOutcome,
    AskedReversal,
    AskedTransfer,
)
from core.deal.context import Context
from core.deal.deposit import Deposit
from core.deal.four_eyes import ask, is_real, same_day, takes_two
from core.deal.milestone import Milestone
from core.deal.model import Deal, Transfer
from core.deal.reversal import Reversal, ReversalState
from core.deal.settle import Decision
from core.deal.who import desk
from core.paying.commands import (
    ClearPayer,
    ConfirmDeposit,
    ConfirmTransfer,
    CorrectDeposit,
    LoseReversal,
    MatchSuspense,
    ReversalCommand,
    ReverseDeposit,
    WinReversal,
)
from core.values.ids import RAIL, PersonId, SuspenseId
from core.values.money import Money
from core.values.roles import DeskRole


def may_approve_money(deal: Deal, actor: PersonId, ctx: Context) -> None:
    """A treasurer on nobody's side; that they look at it too keeps nobody from ruling on it."""
    desk(deal, actor, ctx, DeskRole.TREASURER)


def treasurers_for(deal: Deal, ctx: Context) -> frozenset[PersonId]:
    """Who of the desk could confirm its money now."""
    return ctx.staff.treasurers - {*deal.parties, *deal.invited} - ctx.facts.gone


def asked_deposit(
    deal: Deal, m: Milestone, cmd: ConfirmDeposit, ctx: Context, item: SuspenseId | None = None
) -> Decision | None:
    """Where it takes two: it is asked for. None where the treasurer confirms it alone, or a rail.

    `item` is the money in suspense that it is. Raises as `ask`.
    """
    by_hand = cmd.actor != RAIL
    if not by_hand or not takes_two(cmd.amount, _booked(deal, ctx), cmd.rail, ctx):
        return None
    asked = AskedDeposit(
        m.number, m.seen, cmd.amount, cmd.rail, cmd.external_id, cmd.source, cmd.value_on, item
    )
    return ask(deal, cmd.actor, asked, treasurers_for(deal, ctx), ctx)


def asked_transfer(
    deal: Deal, transfer: Transfer, cmd: ConfirmTransfer, ctx: Context
) -> Decision | None:
    """The same of money that leaves. Raises as `ask`."""
    by_hand = cmd.actor != RAIL
    if not by_hand or not takes_two(transfer.amount, _sent(deal, ctx), transfer.rail, ctx):
        return None
    asked = AskedTransfer(
        transfer.milestone,
        transfer.number,
        transfer.amount,
        transfer.state.value,
        cmd.external_id,
        cmd.shown,
    )
    return ask(deal, cmd.actor, asked, treasurers_for(deal, ctx), ctx)


def sends_by_two(deal: Deal, transfer: Transfer, ctx: Context, also: Iterable[Money] = ()) -> bool:
    """Whether a treasurer alone may not send it, with what goes `also` on this day."""
    return takes_two(transfer.amount, (*_sent(deal, ctx), *also), transfer.rail, ctx)


def deposit_of(asked: AskedDeposit, deal: Deal, by: PersonId) -> ConfirmDeposit | MatchSuspense:
    """What its treasurer gave, word for word."""
    if asked.item is not None:
        return MatchSuspense(actor=by, deal=deal.id, milestone=asked.milestone, item=asked.item)
    return ConfirmDeposit(
        actor=by,
        deal=deal.id,
        milestone=asked.milestone,
        amount=asked.amount,
        rail=asked.rail,
        external_id=asked.external_id,
        source=asked.source,
        value_on=asked.value_on,
    )


def transfer_of(asked: AskedTransfer, deal: Deal, by: PersonId) -> ConfirmTransfer:
    """The same of money that leaves."""
    return ConfirmTransfer(
        actor=by,
        deal=deal.id,
        transfer=asked.transfer,
        external_id=asked.external_id,
        shown=asked.shown,
    )


def asked_reversal(deal: Deal, m: Milestone, cmd: ReverseDeposit, ctx: Context) -> Decision | None:
    """The same of what a bank took back. Raises as `ask`."""
    if cmd.actor == RAIL or not takes_two(cmd.amount, _reversed(deal, ctx), cmd.rail, ctx):
        return None
    asked = AskedReversal(m.number, cmd.rail, cmd.deposit, cmd.external_id, cmd.amount, cmd.words)
    return ask(deal, cmd.actor, asked, treasurers_for(deal, ctx), ctx)


def asked_correction(
    deal: Deal, m: Milestone, found: Deposit, cmd: CorrectDeposit, ctx: Context
) -> Decision | None:
    """The same of what was booked wrongly, by how much it was. Raises as `ask`."""
    more = cmd.amount > found.amount
    off = cmd.amount - found.amount if more else found.amount - cmd.amount
    today = _booked(deal, ctx) if more else _unbooked(deal, ctx)
    if not takes_two(off, today, cmd.rail, ctx):
        return None
    asked = AskedCorrection(
        m.number,
        m.seen,
        cmd.rail,
        cmd.deposit,
        cmd.corrections,
        off,
        cmd.amount,
        cmd.aside,
        cmd.words,
    )
    return ask(deal, cmd.actor, asked, treasurers_for(deal, ctx), ctx)


def _booked(deal: Deal, ctx: Context) -> Iterator[Money]:
    """What was said to have arrived today: deposits, and how much more of older ones."""
    yield from _arrived(deal, ctx)
    for deposit in (one for m in deal.milestones for one in m.deposits):
        if not same_day(deposit.at, ctx):
            yield from (now - was for was, now in _changes(deposit, ctx) if now > was)


def _unbooked(deal: Deal, ctx: Context) -> Iterator[Money]:
    """What was said today not to have arrived, or to be for something else."""
    for deposit in (one for m in deal.milestones for one in m.deposits):
        yield from (was - now for was, now in _changes(deposit, ctx) if now < was)


def _changes(deposit: Deposit, ctx: Context) -> Iterator[tuple[Money, Money]]:
    """What was booked of it, and what after: each correction of today."""
    return ((one.was, now) for one, now in deposit.changes if same_day(one.at, ctx))


def correction_of(asked: AskedCorrection, deal: Deal, by: PersonId) -> CorrectDeposit:
    """What was wrong, word for word."""
    return CorrectDeposit(
        actor=by,
        deal=deal.id,
        milestone=asked.milestone,
        rail=asked.rail,
        deposit=asked.deposit,
        corrections=asked.corrections,
        amount=asked.now,
        words=asked.words,
        aside=asked.aside,
    )


def asked_outcome(
    deal: Deal, made: Reversal, becomes: ReversalState, cmd: ReversalCommand, ctx: Context
) -> Decision | None:
    """The same of what the bank decided; who is let begin deals again, is by two in any case."""
    always = becomes is ReversalState.CLEARED and ctx.second is None
    by_hand = cmd.actor != RAIL and takes_two(made.amount, _decided(deal, ctx), made.rail, ctx)
    if not always and not by_hand:
        return None
    asked = AskedOutcome(made.milestone, made.number, made.amount, becomes, cmd.words)
    return ask(deal, cmd.actor, asked, treasurers_for(deal, ctx), ctx)


def reversal_of(asked: AskedReversal, deal: Deal, by: PersonId) -> ReverseDeposit:
    """What was taken back, word for word."""
    return ReverseDeposit(
        actor=by,
        deal=deal.id,
        milestone=asked.milestone,
        rail=asked.rail,
        deposit=asked.deposit,
        external_id=asked.external_id,
        amount=asked.amount,
        words=asked.words,
    )


_OUTCOMES: Final[Mapping[ReversalState, type[ReversalCommand]]] = MappingProxyType(
    {
        ReversalState.WON: WinReversal,
        ReversalState.LOST: LoseReversal,
        ReversalState.CLEARED: ClearPayer,
    }
)


def outcome_of(asked: AskedOutcome, deal: Deal, by: PersonId) -> ReversalCommand:
    """What came of it."""
    kind = _OUTCOMES[asked.becomes]
    return kind(actor=by, deal=deal.id, reversal=asked.reversal, words=asked.words)


def _reversed(deal: Deal, ctx: Context) -> Iterator[Money]:
    """What somebody said today that a bank took back."""
    for one in deal.reversals:
        if one.by != RAIL and is_real(one.rail, ctx.policy) and same_day(one.at, ctx):
            yield one.amount


def _decided(deal: Deal, ctx: Context) -> Iterator[Money]:
    """What somebody said today that a bank decided."""
    for one in deal.reversals:
        by_hand = one.closed_by != RAIL and is_real(one.rail, ctx.policy)
        if by_hand and same_day(one.closed_at, ctx):
            yield one.amount


def _arrived(deal: Deal, ctx: Context) -> Iterator[Money]:
    """What was confirmed by hand today."""
    for m in deal.milestones:
        for deposit in m.deposits:
            by_hand = deposit.confirmed_by != RAIL and is_real(deposit.rail, ctx.policy)
            if by_hand and same_day(deposit.at, ctx):
                yield deposit.amount


def _sent(deal: Deal, ctx: Context) -> Iterator[Money]:
    """What was sent by hand today, out or back: what came back today was sent as often as that."""
    for transfer in deal.transfers:
        if transfer.returns and same_day(transfer.window.opened_at, ctx):
            yield from (transfer.amount for _ in range(transfer.returns))
        by_hand = transfer.left_by != RAIL and is_real(transfer.rail, ctx.policy)
        if by_hand and same_day(transfer.left_at, ctx):
            yield transfer.amount
