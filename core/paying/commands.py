"""What can be asked about money that comes in for a milestone, or is owed to somebody outside."""

from __future__ import annotations

from dataclasses import dataclass

from core.deal.commands import (
    Command,
    DealCommand,
    MilestoneCommand,
    SeenCommand,
    SuspenseCommand,
    TransferCommand,
)
from core.deal.flag import FlagKind
from core.deal.terms import Role
from core.values.ids import RAIL, DealId, SuspenseId
from core.values.money import Money
from core.values.words import FileRef, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPaid(SeenCommand):
    """*I've paid*: payer's name and the day as they wrote it."""

    payer: Words
    paid_on: str
    receipt: FileRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskProof(SeenCommand):
    """The treasurer: a receipt, please; the claim stays claimed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectClaim(SeenCommand):
    """The treasurer: not arrived."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay(SeenCommand):
    """The client pays what is missing by a rail of play money, which books it at that tap."""

    amount: Money
    rail: str

    @property
    def deposit(self) -> ConfirmDeposit:
        """What the rail says then: under one id while the milestone stands as it was seen."""
        return ConfirmDeposit(
            actor=RAIL,
            deal=self.deal,
            milestone=self.milestone,
            amount=self.amount,
            rail=self.rail,
            external_id=f"{self.deal}-{self.milestone}-{self.seen}",
            source=self.rail,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmDeposit(MilestoneCommand):
    """Money arrived: said by a rail, or by a treasurer who saw it on the statement.

    `external_id` is unique a rail; `source` is where a refund would go.
    """

    amount: Money
    rail: str
    external_id: str
    source: str
    value_on: str = ""
    """The value date of the statement, `2026-05-19`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookSuspense(Command):
    """A treasurer saw money on the statement that matches nothing.

    `external_id` is unique a rail, deposits included; `about` a deal that it may be meant for.
    """

    amount: Money
    rail: str
    external_id: str
    source: str
    value_on: str
    about: DealId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchSuspense(MilestoneCommand):
    """A treasurer: this money in suspense is for that milestone, which waits for money."""

    item: SuspenseId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnSuspense(SuspenseCommand):
    """A treasurer sent it back to where it came from; `seen` is how it stood on the card."""

    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BounceSuspense(SuspenseCommand):
    """What was sent back is here again: the bank there did not take it."""

    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmSuspense(SuspenseCommand):
    """The clock: the desk let its time pass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskShortfall(SeenCommand):
    """The client asks the freelancer to accept what arrived as the whole amount."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptShortfall(SeenCommand):
    """The freelancer does; `amount` is what they saw."""

    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelFunding(SeenCommand):
    """Either side, before it is funded; what arrived goes back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoOn(SeenCommand):
    """The client opens the next milestone after a split."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DropRest(SeenCommand):
    """Either side drops this planned milestone and those after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmTransfer(TransferCommand):
    """A payout or refund was sent, says a treasurer; its rail says that it reached its receiver.

    `shown` is the digest of where the treasurer's card said that it goes.
    """

    external_id: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FailTransfer(TransferCommand):
    """It did not reach them; it stays owed, and the desk is alarmed.

    `sent`: of what was sent, how often it had come back before, as it was seen; None of what is
    still owed.
    """

    why: str
    sent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SayArrived(TransferCommand):
    """What was sent is there: its receiver says so, or a treasurer who saw it on the statement.

    `returns` is how often it had come back before, as it was seen.
    """

    returns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SayNotArrived(TransferCommand):
    """Its receiver, once it should be there: it is not; `returns` as for `SayArrived`."""

    returns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnTransfer(TransferCommand):
    """What was sent came back: said by the rail, or by a treasurer who saw it on the statement.

    `returns` is how often it had come back before, as it was seen; `words` are for its receiver.
    """

    returns: int
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectDeposit(MilestoneCommand):
    """A treasurer: no more or less than `amount` of this deposit arrived; nothing where it is zero.

    With `aside` the rest did arrive, and is for something else. `corrections` is how often it was
    corrected before, as it was seen; both sides read the words.
    """

    rail: str
    deposit: str
    corrections: int
    amount: Money
    words: Words
    aside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReverseDeposit(MilestoneCommand):
    """The bank took a deposit back: said by a rail, or by a treasurer who saw it.

    `deposit` is the external id of what it takes back, `external_id` its own, unique a rail.
    """

    rail: str
    deposit: str
    external_id: str
    amount: Money
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReversalCommand(DealCommand):
    """Asked of what a bank took back, and why."""

    reversal: int
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class WinReversal(ReversalCommand):
    """The bank gave it back, whatever it had said before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoseReversal(ReversalCommand):
    """The bank keeps it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearPayer(ReversalCommand):
    """Whoever paid may begin deals again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFlag(DealCommand):
    """Somebody of the desk: the deal stands still from now on, for this reason."""

    kind: FlagKind
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderOutcome(MilestoneCommand):
    """Somebody of the desk: what is held goes to this side, by the document, under this flag."""

    flag: int
    to: Role
    held: Money
    document: FileRef
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class AskLift(DealCommand):
    """Somebody of the desk: this flag may be lifted, and why."""

    flag: int
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftFlag(DealCommand):
    """Another says yes to exactly what was asked: `ask` is its number."""

    flag: int
    ask: int
