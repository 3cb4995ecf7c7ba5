"""A transfer that came back after it was sent: it is owed again, and no milestone reopens."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.deal.context import Context
from core.deal.events import TransferKind
from core.deal.model import Deal, Transfer, TransferState
from core.deal.reversal import ReversalState
from core.deal.settle import Decision
from core.deal.step import TransferStepOf
from core.deal.who import desk
from core.paying.commands import ReturnTransfer
from core.paying.events import TransferReturned
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
    if sent.state is not TransferState.CONFIRMED or _recalled(deal, sent):
        raise NotNow("transfer-not-sent")
    if _paid_by_bank(deal, sent):
        raise NotNow("transfer-paid-by-bank")


def _recalled(deal: Deal, transfer: Transfer) -> bool:
    """Whether it counts as sent because the bank took the deposit back for it."""
    own = (transfer.rail, transfer.external_id)
    return any((one.rail, one.external_id) == own for one in deal.reversals)


def _paid_by_bank(deal: Deal, transfer: Transfer) -> bool:
    """Whether a bank took back for the client, after it was sent, what we did not have any more.

    What is still owed then is netted by the reversal itself.
    """
    sent_at = transfer.confirmed_at
    return transfer.kind is TransferKind.REFUND and any(
        one.beyond
        and one.milestone == transfer.milestone
        and one.state is not ReversalState.WON
        and (sent_at is None or one.at >= sent_at)
        for one in deal.reversals
    )


def return_transfer(deal: Deal, cmd: ReturnTransfer, ctx: Context) -> Decision:
    """It is here again and owed again, with a clock of its own; its receiver reads why.

    Raises NotNow("transfer-returned-since") where it was sent again since it was seen.
    """
    transfer = deal.transfer(cmd.transfer)
    if cmd.returns != transfer.returns:
        raise NotNow("transfer-returned-since")
    back = replace(
        transfer,
        state=TransferState.RETURNED,
        window=window(ctx.now, ctx.policy.payout, ctx.policy),
        returns=transfer.returns + 1,
        returned=cmd.words,
        external_id="",
        also=tuple(dict.fromkeys(filter(None, (*transfer.also, transfer.external_id)))),
        confirmed_at=None,
        confirmed_by=None,
    )
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
    )
    others = tuple(back if one.number == back.number else one for one in deal.transfers)
    return replace(deal, transfers=others), (told,)


STEPS: Final = (
    TransferStepOf(None, ReturnTransfer, may_return_transfer, return_transfer, while_frozen=True),
)
