"""Who gets what of a deal's money: our fee and what is left after it, and how a transfer stands."""

from __future__ import annotations

from datetime import datetime

from bot.cards.kit.house import PLAY
from core.deal.model import Deal, Transfer, TransferState
from core.values.money import Money


def after_fee(deal: Deal, gross: Money) -> dict[str, object]:
    """Of a release: what we take, and what the freelancer gets."""
    fee, net = gross.share(deal.terms.fee_bps)
    return {"charged": bool(fee), "fee": fee, "net": net}


def of_deal(deal: Deal | None) -> dict[str, object]:
    """Of all of it: whether some went back, so that it is no deal that was just done."""
    if deal is None or not deal.milestones:
        return {"how": "released", "charged": False, "net": "", "fee": "", "refunded": ""}
    none = Money(0, deal.milestones[0].amount.currency)
    fee = sum((m.fee for m in deal.milestones), none)
    refunded = sum((m.refunded for m in deal.milestones), none)
    return {
        "how": "shared" if refunded else "released",
        "charged": bool(fee),
        "fee": fee,
        "net": sum((m.released for m in deal.milestones), none),
        "refunded": refunded,
    }


def state_of(transfer: Transfer, now: datetime) -> str:
    """What may be said of it: a treasurer confirms that it is sent, a rail that it arrived."""
    if transfer.state is TransferState.CONFIRMED:
        return "arrived" if transfer.rail == PLAY else "sent"
    late = transfer.state is TransferState.PENDING and transfer.window.ends_at < now
    return "late" if late else transfer.state.value
