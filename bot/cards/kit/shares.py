"""Who gets what of a deal's money: our fee and what is left after it, and how a transfer stands."""

from __future__ import annotations

from datetime import datetime

from bot.cards.kit.house import House
from core.deal.events import TransferKind
from core.deal.model import Deal, Transfer, TransferState
from core.values.money import Money
from core.views import DealView, Turn


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
    """What may be said of it: that it arrived only where somebody said so who can know."""
    if transfer.state in (TransferState.SENT, TransferState.CONFIRMED):
        sent = "sent" if transfer.missed_at is None else "missed"
        return "arrived" if transfer.known_there else sent
    late = transfer.state is TransferState.PENDING and transfer.window.ends_at < now
    return "late" if late else transfer.state.value


def told_of(view: DealView, house: House, transfer: Transfer) -> dict[str, object]:
    """Arguments of a text about a transfer: how it stands, by when it is sent, to which account.

    A changed payout account waits, and what is sent meanwhile goes to the one before.
    """
    state = state_of(transfer, view.now)
    payout = transfer.kind is TransferKind.PAYOUT
    owed = transfer.owed
    state = "frozen" if owed and view.deal.frozen_at is not None else state
    nowhere = payout and state in ("pending", "late") and house.pays_nowhere(view)
    me, ends = view.people.get(transfer.person), transfer.window.ends_at
    unpaid = payout and owed
    place = me.destination(transfer.amount.currency) if me is not None and unpaid else None
    changes = place is not None and place.before is not None and view.now < place.from_at
    return {
        "kind": transfer.kind.value,
        "amount": transfer.amount,
        "state": "nowhere" if nowhere else state,
        "until": ends,
        "changes": changes,
        "from": place.from_at if place is not None else ends,
    }


def arrived(deal: Deal, turn: Turn) -> str:
    """Whether some of what is to be paid now came, and there is time once more for the rest."""
    if turn.milestone is None or not deal.milestone(turn.milestone).waiting:
        return "none"
    return "first" if turn.then is not None else "last"


def stated(deal: Deal, number: int | None) -> dict[str, object]:
    """What each gets if nothing is handed in of what an arbiter ordered."""
    m = None if number is None else deal.milestone(number)
    share = None if m is None else m.fallback_share
    if m is None or share is None:
        return {}
    fee, _ = share.share(deal.terms.fee_bps)
    return {"freelancer": share, "client": m.held - share, "fee": fee, "free": not fee}
