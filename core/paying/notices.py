"""Whom the events of money are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from core.deal.events import Event
from core.deal.flag import SHOWN, FlagKind, HoldFlag
from core.deal.milestone import State
from core.deal.model import Deal
from core.deal.notice import ALWAYS, By, Notice, Telling, WhileSent, now, of, plain, to
from core.deal.reversal import ReversalState, charged_back
from core.paying.events import (
    ArrivalAsked,
    ArrivalDenied,
    ClaimRejected,
    DealOpened,
    DepositCorrected,
    DepositReceived,
    DepositReversed,
    FlagLifted,
    FlagSet,
    HeldAgain,
    LiftAsked,
    MilestoneFunded,
    OutcomeOrdered,
    PayerCleared,
    PaymentClaimed,
    ProofAsked,
    RefundDivided,
    ReversalLost,
    ReversalWon,
    ShortfallAsked,
    SuspenseAlarmed,
    SuspenseBooked,
    SuspenseBounced,
    SuspenseEvent,
    SuspenseReturnAsked,
    SuspenseReturned,
    TransferConfirmed,
    TransferDoubled,
    TransferFailed,
    TransferReturned,
    TransferSent,
)
from core.values.ids import DESK, RAIL, DealId


def _payment_claimed(deal: Deal, event: PaymentClaimed, _by: By) -> Iterator[Notice]:
    yield from now(deal, event.milestone, DESK, "payment-claimed")
    for notice in now(deal, event.milestone, deal.freelancer, "payment-claimed"):
        yield replace(notice, ring=False)


def _claim_rejected(deal: Deal, event: ClaimRejected, _by: By) -> Iterator[Notice]:
    yield from now(deal, event.milestone, deal.client, "claim-rejected")


def _proof_asked(deal: Deal, event: ProofAsked, _by: By) -> Iterator[Notice]:
    yield from now(deal, event.milestone, deal.client, "proof-asked")


def _deposit_received(deal: Deal, event: DepositReceived, _by: By) -> Iterator[Notice]:
    n = event.milestone
    if event.suspense:
        yield from of(deal, n, DESK, "deposit-suspense", amount=plain(event.suspense))
        yield from of(deal, n, deal.client, "deposit-late", amount=plain(event.suspense))
    elif deal.milestone(n).state is State.FUNDING:
        yield from now(deal, n, deal.client, "deposit-short", arrived=plain(event.amount))


def _shortfall_asked(deal: Deal, event: ShortfallAsked, _by: By) -> Iterator[Notice]:
    arrived = plain(event.arrived)
    yield from now(deal, event.milestone, deal.freelancer, "shortfall-asked", arrived=arrived)


def _milestone_funded(deal: Deal, event: MilestoneFunded, _by: By) -> Iterator[Notice]:
    for person in (deal.freelancer, deal.client):
        held = plain(event.held)
        yield from of(deal, event.milestone, person, "milestone-funded", held=held)


def _transfer_sent(deal: Deal, event: TransferSent, _by: By) -> Iterator[Notice]:
    yield from _transferred(deal, event, "transfer-sent")


def _transfer_confirmed(deal: Deal, event: TransferConfirmed, _by: By) -> Iterator[Notice]:
    """Neither what a rail does a moment after the settlement was told need ring, nor a statement.

    `reached`: who says that it is there.
    """
    reached = "arrived" if event.by == RAIL else "statement"
    for notice in _transferred(deal, event, "transfer-confirmed"):
        yield replace(notice, ring=False, data={**notice.data, "reached": reached})


def _arrival_asked(deal: Deal, event: ArrivalAsked, _by: By) -> Iterator[Notice]:
    data = {"transfer": event.transfer, "returns": event.returns}
    holds = WhileSent(event.transfer, event.returns)
    for notice in _transferred(deal, event, "arrival-asked"):
        yield replace(notice, data={**notice.data, **data}, holds=holds)


def _arrival_denied(deal: Deal, event: ArrivalDenied, _by: By) -> Iterator[Notice]:
    """Somebody of ours looks for it, whatever hour it is."""
    data = {"transfer": event.transfer, "returns": event.returns}
    holds = WhileSent(event.transfer, event.returns)
    yield Notice(DESK, "transfer-missed", deal.id, event.milestone, data=data, holds=holds)


def _transfer_doubled(deal: Deal, event: TransferDoubled, _by: By) -> Iterator[Notice]:
    data = {
        "transfer": event.transfer,
        "rail": event.rail,
        "known": event.known,
        "again": event.external_id,
    }
    yield from of(deal, event.milestone, DESK, "transfer-doubled", **data)


def _transfer_failed(deal: Deal, event: TransferFailed, _by: By) -> Iterator[Notice]:
    yield from _transferred(deal, event, "transfer-failed")


def _transfer_returned(deal: Deal, event: TransferReturned, _by: By) -> Iterator[Notice]:
    for notice in _transferred(deal, event, "transfer-returned"):
        yield replace(notice, words=event.words)


def _transferred(
    deal: Deal,
    event: TransferSent | TransferConfirmed | TransferFailed | TransferReturned | ArrivalAsked,
    kind: str,
) -> Iterator[Notice]:
    data: dict[str, object] = {"amount": plain(event.amount), "transfer_kind": event.kind.value}
    yield from of(deal, event.milestone, event.person, kind, **data)


def _flag_set(deal: Deal, event: FlagSet, _by: By) -> Iterator[Notice]:
    """The two are told once that it stands still, and of what is looked into no more than `why`."""
    flag = deal.flags[event.flag - 1]
    if all(one.flag != flag.number for one in deal.reversals):  # what was taken back tells it there
        yield from _to_desk(deal, "flag-set", flag.number)
    if len(deal.standing) > 1:
        return
    yield from _to_the_cases(deal, "flag-set")
    shown = flag.words if flag.kind in SHOWN else None
    for person in deal.parties:
        for notice in to(deal, person, "flag-set", why=why(flag)):
            yield replace(notice, words=shown)


def why(flag: HoldFlag) -> str:
    """What the two are told of it: fraud and a legal order are not told apart, nor named."""
    hidden = flag.kind in (FlagKind.FRAUD, FlagKind.LEGAL)
    return "check" if hidden else flag.kind.value


def _lift_asked(deal: Deal, event: LiftAsked, _by: By) -> Iterator[Notice]:
    yield from _to_desk(deal, "lift-asked", event.flag)


def _flag_lifted(deal: Deal, event: FlagLifted, _by: By) -> Iterator[Notice]:
    if all(one.flag != event.flag for one in deal.reversals):
        yield from _to_desk(deal, "flag-lifted", event.flag)
    if deal.standing or deal.state.final:
        return
    yield from _to_the_cases(deal, "flag-lifted")
    for person in deal.parties:
        yield from to(deal, person, "flag-lifted")


def _deposit_corrected(deal: Deal, event: DepositCorrected, _by: By) -> Iterator[Notice]:
    """Both read what the desk had booked wrongly, what is right, and why.

    Of a milestone that is over the client alone: what is owed back to them is nobody else's.
    """
    data = {
        "was": plain(event.was),
        "right": plain(event.now),
        "stops": bool(event.unheld),
        "aside": event.aside is not None,
    }
    over = deal.milestone(event.milestone).state.final
    for person in (deal.client,) if over else deal.parties:
        for notice in of(deal, event.milestone, person, "deposit-corrected", **data):
            yield replace(notice, words=event.words)


def _deposit_reversed(deal: Deal, event: DepositReversed, _by: By) -> Iterator[Notice]:
    """Where the deal stands still for it, that is told the two; who works keeps what has left."""
    n, data = event.milestone, {"reversal": event.reversal, "amount": plain(event.amount)}
    yield from of(deal, n, DESK, "deposit-reversed", **data)
    if deal.reversal(event.reversal).flag is not None:
        return
    touched = bool(event.held or event.waiting)
    for person in (deal.client, *((deal.freelancer,) if touched else ())):
        yield from of(deal, n, person, "deposit-reversed", **data, stands=touched)


def _reversal_won(deal: Deal, event: ReversalWon, _by: By) -> Iterator[Notice]:
    n, taken = event.milestone, event.held + event.waiting
    yield from of(deal, n, DESK, "reversal-over", reversal=event.reversal)
    if taken:
        for person in deal.parties:
            yield from of(deal, n, person, "reversal-won", amount=plain(taken))
    elif event.transfer is not None:
        back = plain(event.refund + event.returned)
        yield from of(deal, n, deal.client, "waiting-returned", amount=back)
    if event.was is ReversalState.LOST and not charged_back(deal.reversals):
        yield from to(deal, event.client, "payer-cleared")


def _reversal_lost(deal: Deal, event: ReversalLost, _by: By) -> Iterator[Notice]:
    n = event.milestone
    yield from of(deal, n, DESK, "reversal-over", reversal=event.reversal)
    waits = event.until is not None
    data: dict[str, object] = {
        "amount": plain(event.again if waits else event.taken + event.beyond)
    }
    data |= {"stands": waits, "until": event.until.isoformat() if event.until else None}
    for person in (deal.client, *((deal.freelancer,) if waits else ())):
        yield from of(deal, n, person, "reversal-lost", **data)


def _held_again(deal: Deal, event: HeldAgain, _by: By) -> Iterator[Notice]:
    for person in deal.parties:
        yield from of(deal, event.milestone, person, "held-again", held=plain(event.held))


def _payer_cleared(deal: Deal, event: PayerCleared, _by: By) -> Iterator[Notice]:
    yield from of(deal, event.milestone, DESK, "reversal-over", reversal=event.reversal)
    yield from to(deal, event.person, "payer-cleared")


def _to_desk(deal: Deal, kind: str, number: int) -> Iterator[Notice]:
    yield Notice(DESK, kind, deal.id, data={"flag": number}, holds=ALWAYS)


def _to_the_cases(deal: Deal, kind: str) -> Iterator[Notice]:
    """What the desk may do in a dispute is another matter while it stands still."""
    for case in deal.disputes:
        if not case.stage.closed:
            yield Notice(DESK, kind, deal.id, case.milestone, ring=False, holds=ALWAYS)


# money that matches nothing: no deal knows of it


def _desk_alarmed(_deal: DealId | None, event: SuspenseAlarmed) -> Iterator[Notice]:
    data = {"item": event.item, "since": event.since.isoformat()}
    yield Notice(DESK, "suspense-alarmed", None, data=data, holds=ALWAYS)


def _second_asked(_deal: DealId | None, event: SuspenseReturnAsked) -> Iterator[Notice]:
    data = {"item": event.item}
    yield Notice(DESK, "suspense-return-asked", None, data=data, holds=ALWAYS)


def _booked(_deal: DealId | None, event: SuspenseBooked) -> Iterator[Notice]:
    """What is known: that so much is here. Not whose it is."""
    yield from _to_client(event, "money-unmatched")


def _sent_back(_deal: DealId | None, event: SuspenseReturned) -> Iterator[Notice]:
    yield from _to_client(event, "money-sent-back")


def _came_back(_deal: DealId | None, event: SuspenseBounced) -> Iterator[Notice]:
    yield from _to_client(event, "money-came-back")


def _to_client(event: SuspenseEvent, kind: str) -> Iterator[Notice]:
    if event.client is not None and event.about is not None:
        data = {"amount": plain(event.amount)}
        yield Notice(event.client, kind, event.about, data=data, holds=ALWAYS)


TELLS: Final[Mapping[type[Event], Telling]] = MappingProxyType(
    {
        PaymentClaimed: _payment_claimed,
        ClaimRejected: _claim_rejected,
        ProofAsked: _proof_asked,
        DepositReceived: _deposit_received,
        ShortfallAsked: _shortfall_asked,
        MilestoneFunded: _milestone_funded,
        TransferSent: _transfer_sent,
        TransferConfirmed: _transfer_confirmed,
        ArrivalAsked: _arrival_asked,
        ArrivalDenied: _arrival_denied,
        TransferDoubled: _transfer_doubled,
        TransferFailed: _transfer_failed,
        TransferReturned: _transfer_returned,
        FlagSet: _flag_set,
        LiftAsked: _lift_asked,
        FlagLifted: _flag_lifted,
        DepositCorrected: _deposit_corrected,
        DepositReversed: _deposit_reversed,
        ReversalWon: _reversal_won,
        ReversalLost: _reversal_lost,
        HeldAgain: _held_again,
        PayerCleared: _payer_cleared,
    }
)
SILENT: Final[Mapping[type[Event], str]] = MappingProxyType(
    {
        DealOpened: "its first milestone's funding tells it",
        RefundDivided: "what the bank took back tells it",
        OutcomeOrdered: "the settlement tells it, and the approval's card",
    }
)
OF_SUSPENSE: Final[Mapping[type[Event], Callable[[DealId | None, Any], Iterator[Notice]]]] = (
    MappingProxyType(
        {
            SuspenseBooked: _booked,
            SuspenseReturned: _sent_back,
            SuspenseBounced: _came_back,
            SuspenseReturnAsked: _second_asked,
            SuspenseAlarmed: _desk_alarmed,
        }
    )
)
"""Whom these are told. What a treasurer does stands on the card that they pressed, in the group."""
