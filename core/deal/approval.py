"""What one person of the desk asked for and a second has to approve: exactly this, or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from types import MappingProxyType
from typing import Final

from core.deal.points import Item
from core.deal.reversal import ReversalState
from core.deal.ruling import Exhibit, Outcome
from core.deal.terms import Role, canonical
from core.values.errors import Stale
from core.values.ids import DealId, PersonId, SuspenseId
from core.values.money import Money
from core.values.window import Window
from core.values.words import FileRef, Words


class ApprovalKind(StrEnum):
    """Which act of the desk takes two people."""

    DEPOSIT = "deposit"
    TRANSFER = "transfer"
    RULING = "ruling"
    REVERSAL = "reversal"
    ORDER = "order"
    """Where a legal order, or proven fraud, sends what is held."""
    OUTCOME = "outcome"
    """What a bank decided of a reversal, or that who paid begins deals again."""
    CORRECTION = "correction"
    """What was booked wrongly of a deposit."""


class ApprovalState(StrEnum):
    """Where it stands."""

    OPEN = "open"
    APPROVED = "approved"
    REFUSED = "refused"
    """A second person said no, and why."""
    WITHDRAWN = "withdrawn"
    VOID = "void"
    """Something else was asked in its place, or what it was about is no longer so."""
    LAPSED = "lapsed"


class ApprovalStep(StrEnum):
    """What moves it."""

    APPROVE = "approve"
    REFUSE = "refuse"
    TAKE_BACK = "take-back"
    OVERTAKE = "overtake"
    LAPSE = "lapse"


APPROVAL_TABLE: Final = MappingProxyType(
    {
        (ApprovalState.OPEN, ApprovalStep.APPROVE): ApprovalState.APPROVED,
        (ApprovalState.OPEN, ApprovalStep.REFUSE): ApprovalState.REFUSED,
        (ApprovalState.OPEN, ApprovalStep.TAKE_BACK): ApprovalState.WITHDRAWN,
        (ApprovalState.OPEN, ApprovalStep.OVERTAKE): ApprovalState.VOID,
        (ApprovalState.OPEN, ApprovalStep.LAPSE): ApprovalState.LAPSED,
    }
)


@dataclass(frozen=True, slots=True)
class AskedDeposit:
    """Money that somebody saw on the statement."""

    milestone: int
    seen: int
    """How the milestone stood."""
    amount: Money
    rail: str
    external_id: str
    source: str
    value_on: str = field(default="", metadata={"later": True})
    item: SuspenseId | None = field(default=None, metadata={"later": True})
    """The money in suspense that it is."""


@dataclass(frozen=True, slots=True)
class AskedTransfer:
    """Money that left the account."""

    milestone: int
    transfer: int
    amount: Money
    stood: str
    """Pending, or failed before."""
    external_id: str
    shown: str
    """The digest of where the card said that it goes."""


@dataclass(frozen=True, slots=True)
class AskedRuling:
    """A ruling, with all that is in it."""

    milestone: int
    seen: int
    outcome: Outcome
    held: Money
    reasons: Words
    to_freelancer: Money | None
    criterion: int | None
    relied_on: tuple[Exhibit, ...]
    more: timedelta | None = None
    points: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedReversal:
    """A deposit that the bank took back, as somebody saw it on the statement."""

    milestone: int
    rail: str
    deposit: str
    external_id: str
    amount: Money
    words: Words


@dataclass(frozen=True, slots=True)
class AskedOutcome:
    """What came of it."""

    milestone: int
    reversal: int
    amount: Money
    becomes: ReversalState
    words: Words


@dataclass(frozen=True, slots=True)
class AskedOrder:
    """Where what is held goes, by which document."""

    milestone: int
    seen: int
    flag: int
    to: Role
    held: Money
    document: FileRef
    words: Words


@dataclass(frozen=True, slots=True)
class AskedCorrection:
    """What is right of a deposit: `now`, which is `amount` more or less than is booked."""

    milestone: int
    seen: int
    rail: str
    deposit: str
    corrections: int
    amount: Money
    now: Money
    aside: bool
    words: Words


Asked = (
    AskedDeposit
    | AskedTransfer
    | AskedRuling
    | AskedReversal
    | AskedOutcome
    | AskedOrder
    | AskedCorrection
)


@dataclass(frozen=True, slots=True)
class Approval:
    """`number` counts in its deal. One of the seven is what was asked, and never changes."""

    number: int
    by: PersonId
    at: datetime
    window: Window
    """Until when a second person can say yes."""
    deposit: AskedDeposit | None = None
    transfer: AskedTransfer | None = None
    ruling: AskedRuling | None = None
    reversal: AskedReversal | None = None
    outcome: AskedOutcome | None = None
    order: AskedOrder | None = None
    state: ApprovalState = ApprovalState.OPEN
    second: PersonId | None = None
    """Who approved it, or said no."""
    ended_at: datetime | None = None
    why: Words | None = None
    """Of a no, in their words."""
    correction: AskedCorrection | None = None

    def take(self, step: ApprovalStep, now: datetime, second: PersonId | None = None) -> Approval:
        """It after `step`. Raises Stale where it is over."""
        to = APPROVAL_TABLE.get((self.state, step))
        if to is None:
            raise Stale
        return replace(self, state=to, ended_at=now, second=second)

    @property
    def asked(self) -> Asked:
        """What the second person approves."""
        money = (self.deposit, self.transfer, self.reversal, self.outcome, self.correction)
        kinds = (*money, self.ruling, self.order)
        found = next((asked for asked in kinds if asked is not None), None)
        if found is None:
            msg = "an approval is of something that was asked"
            raise ValueError(msg)
        return found

    @property
    def kind(self) -> ApprovalKind:
        """Which act it is."""
        match self.asked:
            case AskedDeposit():
                return ApprovalKind.DEPOSIT
            case AskedTransfer():
                return ApprovalKind.TRANSFER
            case AskedRuling():
                return ApprovalKind.RULING
            case AskedReversal():
                return ApprovalKind.REVERSAL
            case AskedOutcome():
                return ApprovalKind.OUTCOME
            case AskedOrder():
                return ApprovalKind.ORDER
            case AskedCorrection():
                return ApprovalKind.CORRECTION

    @property
    def about(self) -> tuple[ApprovalKind, int]:
        """Of what it is: one waits at a time."""
        if self.transfer is not None:
            return self.kind, self.transfer.transfer
        if self.outcome is not None:
            return self.kind, self.outcome.reversal
        return self.kind, self.asked.milestone

    def fingerprint(self, deal: DealId) -> str:
        """SHA-256 of everything that would be done, of which deal."""
        return sha256(canonical([deal, self.kind, self.asked])).hexdigest()
