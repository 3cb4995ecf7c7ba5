"""A transfer that came back after it was sent: it is owed again, and no milestone reopens."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.deal.context import Context
from core.deal.model import Deal, Transfer
from core.deal.settle import Decision, with_transfer
from core.deal.step import TransferStepOf
from core.deal.transfer import TRANSFER_TABLE, TransferStep
from core.deal.who import desk
from core.paying.commands import ReturnTransfer
from core.paying.events import TransferReturned
from core.paying.guards import paid_by_bank
from core.values.errors import NotNow
from core.values.ids import RAIL, PersonId
from core.values.roles import DeskRole
from core.values.window import window


def may_return_transfer(deal: Deal, actor: PersonId, transfer: int, ctx: Context) -> None:
    """The rail, or a treasurer, of what was sent.

    Raises NotYours: as `desk`, "no-such-transfer"; NotNow: "transfer-not-sent", also of what a bank
    took back itself: that never left by us; "transfer-paid-by-bank" of a refund that its receiver
    has from their bank since: owed again, it would be paid twice.
    """
    if actor != RAIL:
        desk(deal, actor, ctx, DeskRole.TREASURER)
    sent = deal.transfer(transfer)
    if (sent.state, TransferStep.RETURN) not in TRANSFER_TABLE or _recalled(deal, sent):
        raise NotNow("transfer-not-sent")
    if paid_by_bank(deal, sent):
        raise NotNow("transfer-paid-by-bank")


def _recalled(deal: Deal, transfer: Transfer) -> bool:
    """Whether it counts as sent because the bank took the deposit back for it."""
    own = (transfer.rail, transfer.external_id)
    return any((one.rail, one.external_id) == own for one in deal.reversals)


def return_transfer(deal: Deal, cmd: ReturnTransfer, ctx: Context) -> Decision:
    """It is here again and owed again, with a clock of its own; its receiver reads why.

    Raises NotNow("transfer-returned-since") where it was sent again since it was seen.
    """
    transfer = deal.transfer(cmd.transfer)
    if cmd.returns != transfer.returns:
        raise NotNow("transfer-returned-since")
    clock = window(ctx.now, ctx.policy.payout, ctx.policy)
    back = replace(transfer.back(TransferStep.RETURN, clock), returned=cmd.words)
    told = TransferReturned(
        back.milestone,
        back.number,
        back.kind,
        back.person,
        back.amount,
        back.rail,
        cmd.actor,
        back.returns,
        cmd.words,
        arrived=not transfer.on_its_way,
    )
    return with_transfer(deal, back), (told,)


STEPS: Final = (
    TransferStepOf(None, ReturnTransfer, may_return_transfer, return_transfer, while_frozen=True),
)
