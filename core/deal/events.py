"""What every event has, and the events of what settling and ending do for every topic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from core.deal.approval import ApprovalKind, ApprovalState
from core.deal.dispute import Cause
from core.deal.milestone import Step
from core.values.ids import PersonId
from core.values.money import Money


class Ground(StrEnum):
    """The closed list of reasons for which money leaves a hold."""

    APPROVAL = "approval"
    SILENCE = "silence"
    RULING = "ruling"
    AGREEMENT = "agreement"
    """Both agreed to end it so, or to less of it."""
    WITHDRAWAL = "withdrawal"
    LATE_CANCEL = "late-cancel"
    CANCEL_FEE = "cancel-fee"
    """The client cancelled for the agreed fee, and the freelancer did not object."""
    DORMANCY = "dormancy"
    LEGAL = "legal-order"
    """A court or an authority ordered it: two of the desk saw the document, which is kept."""
    FRAUD = "fraud"
    """What was paid is proven not to be the payer's own: back to its source, by two."""
    VOID = "void"
    EXCESS = "excess"
    """More than the price arrived: the excess was never held, and goes back to its source."""


AMENDED: Final = "amended"
"""Why a milestone is void that both agreed to drop."""


class TransferKind(StrEnum):
    """Out to the freelancer, or back to the client."""

    PAYOUT = "payout"
    REFUND = "refund"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a deal or a person."""


@dataclass(frozen=True, slots=True)
class MilestoneEvent(Event):
    """Something that happened to one milestone."""

    milestone: int


@dataclass(frozen=True, slots=True)
class TermsProposed(Event):
    """A new version, accepted by its sender; it is the other side's turn."""

    version: int
    fingerprint: str
    by: PersonId
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InviteClaimed(Event):
    """Somebody says the invite is for them."""

    person: PersonId
    accepts: bool
    safety_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DealAgreed(Event):
    """Both accepted the same fingerprint."""

    version: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class DealCompleted(Event):
    """Every milestone is final and something was released."""


@dataclass(frozen=True, slots=True)
class DealCancelled(Event):
    """It ended without a release.

    `why` is discarded, idle, declined, withdrawn, expired, unfunded or unpaid.
    """

    why: str
    by: PersonId


@dataclass(frozen=True, slots=True)
class MilestoneOpened(MilestoneEvent):
    """Its turn came: it awaits the client's money."""


@dataclass(frozen=True, slots=True)
class MilestoneVoided(MilestoneEvent):
    """It ended unfunded."""

    why: str
    by: PersonId


@dataclass(frozen=True, slots=True)
class MoneySettled(MilestoneEvent):
    """Money left the hold on a ground: `payout` + `fee` + `refund`; `left` stays held."""

    ground: Ground
    payout: Money
    fee: Money
    refund: Money
    left: Money
    freelancer: PersonId
    refund_transfer: int | None


@dataclass(frozen=True, slots=True)
class WaitingReturned(MilestoneEvent):
    """What waited or fell into suspense is owed back to its source as a refund transfer."""

    ground: Ground
    amount: Money
    transfer: int
    rail: str
    suspense: bool


@dataclass(frozen=True, slots=True)
class TransferDue(MilestoneEvent):
    """A payout or refund is owed to somebody outside."""

    transfer: int
    kind: TransferKind
    person: PersonId
    amount: Money
    rail: str


@dataclass(frozen=True, slots=True)
class MilestoneEnded(MilestoneEvent):
    """It is final: released, refunded, split or void, by `step`."""

    step: Step
    by: PersonId


@dataclass(frozen=True, slots=True)
class DisputeOpened(MilestoneEvent):
    """The hold is frozen and the desk is called."""

    cause: Cause
    by: PersonId
    sought: Money | None


@dataclass(frozen=True, slots=True)
class ApprovalAsked(MilestoneEvent):
    """Somebody of the desk wants to do what takes two: nothing is done before another approves."""

    approval: int
    kind: ApprovalKind
    by: PersonId
    fingerprint: str


@dataclass(frozen=True, slots=True)
class ApprovalGiven(MilestoneEvent):
    """A second person did: what was asked follows in the same list of events."""

    approval: int
    by: PersonId
    fingerprint: str


@dataclass(frozen=True, slots=True)
class ApprovalEnded(MilestoneEvent):
    """A no, taken back, void, or its time is over: nothing of it was done."""

    approval: int
    state: ApprovalState


@dataclass(frozen=True, slots=True)
class OutsideNamed(Event):
    """Somebody's words lead money past us; both are warned, and nothing is stopped."""

    by: PersonId
    kind: str
    """A value of `core.values.outside.Outside`."""
    told: tuple[PersonId, ...]
    """Who reads those words."""


@dataclass(frozen=True, slots=True)
class Reminded(Event):
    """A deadline comes nearer; `key` is the deadline's."""

    key: str
    milestone: int | None
    person: PersonId
    due: datetime


@dataclass(frozen=True, slots=True)
class DeskAlarmed(Event):
    """The desk let a date pass; it is said again for ever."""

    key: str
    milestone: int | None
    since: datetime
