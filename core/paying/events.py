"""What happens to that money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.deal.events import Event, Ground, MilestoneEvent, TransferKind
from core.deal.flag import FlagKind
from core.deal.reversal import ReversalState
from core.values.ids import DealId, PersonId, SuspenseId
from core.values.money import Money
from core.values.words import FileRef, Words


@dataclass(frozen=True, slots=True)
class DealOpened(Event):
    """The first milestone was funded: the deal is active and its diary open."""


@dataclass(frozen=True, slots=True)
class PaymentClaimed(MilestoneEvent):
    """The client says they paid; a treasurer is asked."""


@dataclass(frozen=True, slots=True)
class ProofAsked(MilestoneEvent):
    """The client is asked for a receipt; what they say is still claimed."""

    by: PersonId


@dataclass(frozen=True, slots=True)
class ClaimRejected(MilestoneEvent):
    """Not arrived; the funding clock goes on."""

    by: PersonId


@dataclass(frozen=True, slots=True)
class DepositReceived(MilestoneEvent):
    """`amount` = `waiting` + `suspense`: what arrived and where it landed, before any funding."""

    rail: str
    external_id: str
    amount: Money
    waiting: Money
    suspense: Money
    by: PersonId
    item: SuspenseId | None = None
    """It was in suspense before, under this id."""
    matched: int = 0
    """How often it had been matched before that."""


@dataclass(frozen=True, slots=True)
class SuspenseEvent(Event):
    """Something that happened to money that matches nothing, perhaps meant for a deal `about`."""

    item: SuspenseId
    amount: Money
    about: DealId | None
    client: PersonId | None
    """Of that deal."""
    by: PersonId


@dataclass(frozen=True, slots=True)
class SuspenseBooked(SuspenseEvent):
    """It is at the bank, and nobody knows yet what it is for."""

    rail: str
    external_id: str


@dataclass(frozen=True, slots=True)
class SuspenseReturnAsked(SuspenseEvent):
    """Somebody wants to send it back, which takes two."""


@dataclass(frozen=True, slots=True)
class SuspenseReturned(SuspenseEvent):
    """It was sent back to where it came from, for the `returns`-th time."""

    rail: str
    returns: int
    second: PersonId | None


@dataclass(frozen=True, slots=True)
class SuspenseBounced(SuspenseEvent):
    """That came back to us."""

    rail: str
    returns: int


@dataclass(frozen=True, slots=True)
class SuspenseAlarmed(SuspenseEvent):
    """The desk let its time pass; it is said again for ever."""

    since: datetime


@dataclass(frozen=True, slots=True)
class ShortfallAsked(MilestoneEvent):
    """The client asks to take what arrived as the whole."""

    arrived: Money


@dataclass(frozen=True, slots=True)
class MilestoneFunded(MilestoneEvent):
    """`held` moved from what was waiting into the hold; work may start, due at `due_at`."""

    held: Money
    due_at: datetime
    reduced: bool = False
    """The freelancer accepted less than agreed."""


@dataclass(frozen=True, slots=True)
class HeldAgain(MilestoneEvent):
    """What the bank took back was paid once more: the work goes on where it was."""

    held: Money


@dataclass(frozen=True, slots=True)
class TransferSent(MilestoneEvent):
    """A treasurer has sent it; whether it arrives is still to be seen."""

    transfer: int
    kind: TransferKind
    person: PersonId
    amount: Money
    rail: str
    by: PersonId
    external_id: str


@dataclass(frozen=True, slots=True)
class ArrivalAsked(MilestoneEvent):
    """It should be there by now: its receiver is asked."""

    transfer: int
    kind: TransferKind
    person: PersonId
    amount: Money
    returns: int


@dataclass(frozen=True, slots=True)
class ArrivalDenied(MilestoneEvent):
    """Its receiver says that it is not there."""

    transfer: int
    returns: int
    by: PersonId


@dataclass(frozen=True, slots=True)
class TransferConfirmed(MilestoneEvent):
    """It arrived; what a treasurer said before `TransferSent` was there is that it was sent."""

    transfer: int
    kind: TransferKind
    person: PersonId
    amount: Money
    rail: str
    by: PersonId
    external_id: str
    was_sent: bool = False
    """Somebody had said before that it was sent."""


@dataclass(frozen=True, slots=True)
class TransferDoubled(MilestoneEvent):
    """Its rail says under another id that it sent what had arrived: perhaps it went out twice."""

    transfer: int
    rail: str
    known: str
    external_id: str


@dataclass(frozen=True, slots=True)
class TransferFailed(MilestoneEvent):
    """It did not; it is still owed."""

    transfer: int
    kind: TransferKind
    person: PersonId
    amount: Money
    why: str
    was_sent: bool = False
    """It had been sent, and is owed again."""


@dataclass(frozen=True, slots=True)
class TransferReturned(MilestoneEvent):
    """It was sent and came back for the `returns`-th time: it is owed again."""

    transfer: int
    kind: TransferKind
    person: PersonId
    amount: Money
    rail: str
    by: PersonId
    returns: int
    words: Words
    arrived: bool = True
    """As far as was known, it had."""


@dataclass(frozen=True, slots=True)
class DepositCorrected(MilestoneEvent):
    """The desk had booked `was`, and it is `now`: of the difference `waiting` waited or waits now.

    `unheld` is the hold that waits for its rest since, `refunds` what was owed back and is not.
    """

    rail: str
    external_id: str
    number: int
    """The how manieth correction of it this is."""
    was: Money
    now: Money
    waiting: Money
    unheld: Money
    by: PersonId
    words: Words
    refunds: tuple[tuple[int, Money], ...] = ()
    late: Money | None = None
    """What more of it arrived than was booked, and is of no use any more."""
    aside: SuspenseId | None = None
    """As which money in suspense it waits to be found out."""
    taken_off: int = 0
    """How often that was set aside from a deal."""


@dataclass(frozen=True, slots=True)
class DepositReversed(MilestoneEvent):
    """The bank took it back: `amount` = what we owed back, and what was held, waited, had left."""

    reversal: int
    rail: str
    external_id: str
    amount: Money
    refunds: tuple[tuple[int, Money], ...]
    """By which transfers it was owed back: each has reached the client so."""
    held: Money
    waiting: Money
    beyond: Money
    unheld: Money
    """What stays of a hold whose work has not been handed in: it waits for the rest."""
    client: PersonId
    by: PersonId


@dataclass(frozen=True, slots=True)
class RefundDivided(MilestoneEvent):
    """A bank took back less than was owed back by this transfer: `amount` of it is another now."""

    transfer: int
    into: int
    amount: Money


@dataclass(frozen=True, slots=True)
class ReversalWon(MilestoneEvent):
    """The bank gave it back: into the hold, to what waits, or owed back to its source."""

    reversal: int
    rail: str
    held: Money
    waiting: Money
    refund: Money
    """What had been owed back before it was taken: it is owed again."""
    returned: Money
    """What was taken of a milestone that can not use it any more."""
    transfer: int | None
    beyond: Money
    client: PersonId
    by: PersonId
    was: ReversalState = ReversalState.OPEN
    """What the bank had said before: of what it kept, the loss is undone."""


@dataclass(frozen=True, slots=True)
class ReversalLost(MilestoneEvent):
    """The bank keeps it; `again` is to be paid once more until `until`, where the work waits."""

    reversal: int
    rail: str
    taken: Money
    beyond: Money
    again: Money
    until: datetime | None
    client: PersonId
    by: PersonId


@dataclass(frozen=True, slots=True)
class PayerCleared(MilestoneEvent):
    """Whoever paid may begin deals again."""

    reversal: int
    person: PersonId
    by: PersonId


@dataclass(frozen=True, slots=True)
class FlagSet(Event):
    """The deal stands still."""

    flag: int
    kind: FlagKind
    by: PersonId
    words: Words


@dataclass(frozen=True, slots=True)
class OutcomeOrdered(MilestoneEvent):
    """By a legal order, or for proven fraud; the settlement that follows moves the money."""

    flag: int
    ground: Ground
    document: FileRef
    words: Words
    by: PersonId
    second: PersonId | None


@dataclass(frozen=True, slots=True)
class LiftAsked(Event):
    """Another of the desk may lift it now."""

    flag: int
    by: PersonId
    words: Words


@dataclass(frozen=True, slots=True)
class FlagLifted(Event):
    """With the last of them the deal goes on."""

    flag: int
    kind: FlagKind
    by: PersonId
