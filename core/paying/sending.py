"""Money owed to people outside: sent, arrived, or not."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.deal.clocks import MeetDeadline
from core.deal.context import Context
from core.deal.events import Event
from core.deal.model import Deal, Transfer, TransferState
from core.deal.settle import Decision, with_transfer
from core.deal.step import Act, TransferStepOf
from core.deal.transfer import TransferStep
from core.paying.by_two import asked_transfer
from core.paying.commands import ConfirmTransfer, FailTransfer, SayArrived, SayNotArrived
from core.paying.events import (
    ArrivalAsked,
    ArrivalDenied,
    TransferConfirmed,
    TransferDoubled,
    TransferFailed,
    TransferSent,
)
from core.paying.guards import (
    as_sent,
    may_confirm_transfer,
    may_fail_transfer,
    may_say_arrived,
    may_say_not_arrived,
    paid_by_bank,
)
from core.values.errors import NotNow
from core.values.ids import RAIL, PersonId
from core.values.window import window


def confirm_transfer(deal: Deal, cmd: ConfirmTransfer, ctx: Context) -> Decision:
    """A treasurer has sent it; of its rail, it is there as well.

    By hand it may wait for a second person. Raises as `four_eyes.ask`.
    """
    transfer = deal.transfer(cmd.transfer)
    if cmd.actor == RAIL:
        return _by_rail(deal, transfer, cmd, ctx)
    asked = asked_transfer(deal, transfer, cmd, ctx)
    if asked is not None:
        return asked
    clock = window(ctx.now, ctx.policy.arrival, ctx.policy, ctx.zone(transfer.person))
    sent = replace(
        transfer.take(TransferStep.SEND),
        external_id=cmd.external_id,
        why="",
        sent_at=ctx.now,
        sent_by=cmd.actor,
        arrival=clock,
    )
    told = TransferSent(
        sent.milestone,
        sent.number,
        sent.kind,
        sent.person,
        sent.amount,
        sent.rail,
        cmd.actor,
        cmd.external_id,
    )
    return with_transfer(deal, sent), (told,)


def _by_rail(deal: Deal, transfer: Transfer, cmd: ConfirmTransfer, ctx: Context) -> Decision:
    """What a rail says once more moves nothing; another id of it is kept.

    The books have it once: what went out a second time is not theirs to guess. What it says of one
    that came back since is no new arrival.
    """
    if cmd.external_id in transfer.also:
        return deal, ()
    if transfer.state is TransferState.CONFIRMED:
        return _said_again(deal, transfer, cmd.external_id)
    if transfer.on_its_way:
        ours = (transfer.external_id,) if transfer.external_id != cmd.external_id else ()
        known = tuple(filter(None, (*transfer.also, *ours)))
        named = replace(transfer, external_id=cmd.external_id, also=known)
        return _arrived(deal, named, TransferStep.ARRIVE, cmd.actor, ctx)
    named = replace(transfer, external_id=cmd.external_id)
    return _arrived(deal, named, TransferStep.DELIVER, cmd.actor, ctx)


def _arrived(
    deal: Deal, transfer: Transfer, step: TransferStep, by: PersonId, ctx: Context
) -> Decision:
    there = replace(
        transfer.take(step),
        why="",
        confirmed_at=ctx.now,
        confirmed_by=by,
        arrival=None,
        asked_at=None,
        missed_at=None,
    )
    told = TransferConfirmed(
        there.milestone,
        there.number,
        there.kind,
        there.person,
        there.amount,
        there.rail,
        by,
        there.external_id,
        was_sent=transfer.on_its_way,
    )
    return with_transfer(deal, there), (told,)


def _said_again(deal: Deal, transfer: Transfer, external_id: str) -> Decision:
    if external_id in ("", transfer.external_id, *transfer.also):
        return deal, ()
    doubled = TransferDoubled(
        transfer.milestone, transfer.number, transfer.rail, transfer.external_id, external_id
    )
    also = replace(transfer, also=(*transfer.also, external_id))
    return with_transfer(deal, also), (doubled,)


def fail_transfer(deal: Deal, cmd: FailTransfer, ctx: Context) -> Decision:
    """It did not reach them; it is still owed and the desk stays alarmed. No milestone reopens.

    Of what was sent it is said as of exactly that sending, and it has a clock of its own again.
    Raises NotNow: "transfer-done", "transfer-not-sent", "transfer-returned-since",
    "transfer-paid-by-bank".
    """
    transfer = deal.transfer(cmd.transfer)
    was_sent = cmd.sent is not None
    if cmd.sent is not None:
        as_sent(transfer, cmd.sent)
        if paid_by_bank(deal, transfer):
            raise NotNow("transfer-paid-by-bank")
        clock = window(ctx.now, ctx.policy.payout, ctx.policy)
        failed = transfer.back(TransferStep.FAIL, clock)
    elif transfer.owed:
        failed = transfer.take(TransferStep.FAIL)
    else:
        raise NotNow("transfer-done")
    told = TransferFailed(
        transfer.milestone,
        transfer.number,
        transfer.kind,
        transfer.person,
        transfer.amount,
        cmd.why,
        was_sent=was_sent,
    )
    return with_transfer(deal, replace(failed, why=cmd.why)), (told,)


def say_arrived(deal: Deal, cmd: SayArrived, ctx: Context) -> Decision:
    """It is there. Raises NotNow("transfer-returned-since") of an earlier sending."""
    transfer = as_sent(deal.transfer(cmd.transfer), cmd.returns)
    return _arrived(deal, transfer, TransferStep.ARRIVE, cmd.actor, ctx)


def say_not_arrived(deal: Deal, cmd: SayNotArrived, ctx: Context) -> Decision:
    """The desk looks for it; nothing moves. Raises as `say_arrived`."""
    transfer = as_sent(deal.transfer(cmd.transfer), cmd.returns)
    told = ArrivalDenied(transfer.milestone, transfer.number, transfer.returns, cmd.actor)
    return with_transfer(deal, replace(transfer, missed_at=ctx.now)), (told,)


def ask_arrived(deal: Deal, cmd: MeetDeadline, ctx: Context) -> Decision:
    """It should be there by now: its receiver is asked, once a sending."""
    transfer = deal.transfer(int(cmd.key.rpartition(":")[2]))
    asked: tuple[Event, ...] = (
        ArrivalAsked(
            transfer.milestone,
            transfer.number,
            transfer.kind,
            transfer.person,
            transfer.amount,
            transfer.returns,
        ),
    )
    return with_transfer(deal, replace(transfer, asked_at=ctx.now)), asked


CONFIRM_TRANSFER: Final = TransferStepOf(
    Act.CONFIRM_TRANSFER,
    ConfirmTransfer,
    may_confirm_transfer,
    confirm_transfer,
    while_frozen=True,
)
STEPS: Final = (
    CONFIRM_TRANSFER,
    TransferStepOf(None, FailTransfer, may_fail_transfer, fail_transfer, while_frozen=True),
    TransferStepOf(Act.ARRIVED, SayArrived, may_say_arrived, say_arrived, while_frozen=True),
    TransferStepOf(
        Act.NOT_ARRIVED, SayNotArrived, may_say_not_arrived, say_not_arrived, while_frozen=True
    ),
)
