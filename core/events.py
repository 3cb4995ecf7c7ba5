"""What happened: frozen, past tense. The journal keeps them; ledger entries and notices follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.diary import DiaryEntry
from core.dispute import Cause, Outcome
from core.ids import PersonId
from core.milestone import Step
from core.money import Money
from core.terms import Role
from core.words import FileRef, Words


class Ground(StrEnum):
    """The closed list of reasons for which money leaves a hold."""

    APPROVAL = "approval"
    SILENCE = "silence"
    RULING = "ruling"
    WITHDRAWAL = "withdrawal"
    LATE_CANCEL = "late-cancel"
    DORMANCY = "dormancy"
    VOID = "void"
    EXCESS = "excess"
    """More than the price arrived: the excess was never held, and goes back to its source."""


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


# Terms and invite


@dataclass(frozen=True, slots=True)
class DealStarted(Event):
    """A draft was begun."""

    by: PersonId


@dataclass(frozen=True, slots=True)
class TermsEdited(Event):
    """Answers were given; `fields` are paths that changed."""

    by: PersonId
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditsDiscarded(Event):
    """A counter-offer that was begun was left."""

    by: PersonId


@dataclass(frozen=True, slots=True)
class InviteCreated(Event):
    """The invite stands, with version 1."""

    version: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class InviteRenewed(Event):
    """A new link; the old one is dead."""


@dataclass(frozen=True, slots=True)
class InviteAsked(Event):
    """Somebody invited asked the inviter a question."""

    by: PersonId
    words: Words


@dataclass(frozen=True, slots=True)
class InvitedAnswered(Event):
    """The inviter answered."""

    to: PersonId
    words: Words


@dataclass(frozen=True, slots=True)
class InviteClaimed(Event):
    """Somebody says the invite is for them."""

    person: PersonId
    accepts: bool
    safety_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimEnded(Event):
    """A claim ended: declined by its person, refused by the inviter, or another was confirmed."""

    person: PersonId
    why: str


@dataclass(frozen=True, slots=True)
class ClaimantConfirmed(Event):
    """The inviter said: yes, it's them."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class TermsProposed(Event):
    """A new version, accepted by its sender; it is the other side's turn."""

    version: int
    fingerprint: str
    by: PersonId
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DealAgreed(Event):
    """Both accepted the same fingerprint."""

    version: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class DealOpened(Event):
    """The first milestone was funded: the deal is active and its diary open."""


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


# Money


@dataclass(frozen=True, slots=True)
class MilestoneOpened(MilestoneEvent):
    """Its turn came: it awaits the client's money."""


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
class TransferConfirmed(MilestoneEvent):
    """It arrived."""

    transfer: int
    kind: TransferKind
    person: PersonId
    amount: Money
    rail: str
    by: PersonId
    external_id: str


@dataclass(frozen=True, slots=True)
class TransferFailed(MilestoneEvent):
    """It did not; it is still owed."""

    transfer: int
    kind: TransferKind
    person: PersonId
    amount: Money
    why: str


# Work


@dataclass(frozen=True, slots=True)
class WorkSubmitted(MilestoneEvent):
    """The review window runs."""

    submission: int


@dataclass(frozen=True, slots=True)
class SubmissionTakenBack(MilestoneEvent):
    """It counts as never submitted."""

    submission: int


@dataclass(frozen=True, slots=True)
class ChangesRequested(MilestoneEvent):
    """A revision round was opened."""

    round: int


@dataclass(frozen=True, slots=True)
class MilestoneEnded(MilestoneEvent):
    """It is final: released, refunded, split or void, by `step`."""

    step: Step
    by: PersonId


@dataclass(frozen=True, slots=True)
class LateCancelOpened(MilestoneEvent):
    """The client cancels as late; the freelancer has time to object."""


@dataclass(frozen=True, slots=True)
class LateCancelTakenBack(MilestoneEvent):
    """The work goes on."""


@dataclass(frozen=True, slots=True)
class DormancyNoticed(MilestoneEvent):
    """Nobody moved for long: unless somebody does, the money goes back."""


@dataclass(frozen=True, slots=True)
class WindowServed(MilestoneEvent):
    """Telegram accepted the notice that opened the window."""

    restarted: bool


@dataclass(frozen=True, slots=True)
class WindowUnserved(MilestoneEvent):
    """An attempt to serve it failed; the other side is told at the first."""

    attempt: int


@dataclass(frozen=True, slots=True)
class WindowRetried(MilestoneEvent):
    """It is tried again."""


@dataclass(frozen=True, slots=True)
class WindowReopened(MilestoneEvent):
    """It ended unserved and runs once more."""


# Diary and talk


@dataclass(frozen=True, slots=True)
class DiaryWritten(Event):
    """An entry was appended."""

    entry: DiaryEntry


@dataclass(frozen=True, slots=True)
class MessageSent(Event):
    """A message across."""

    by: PersonId
    words: Words | None
    files: tuple[FileRef, ...]


@dataclass(frozen=True, slots=True)
class OutsideNamed(Event):
    """Somebody's words lead money past us; both are warned, and nothing is stopped."""

    by: PersonId
    kind: str
    """A value of `core.outside.Outside`."""
    told: tuple[PersonId, ...]
    """Who reads those words."""


# Dispute


@dataclass(frozen=True, slots=True)
class DisputeOpened(MilestoneEvent):
    """The hold is frozen and the desk is called."""

    cause: Cause
    by: PersonId
    sought: Money | None


@dataclass(frozen=True, slots=True)
class StatementMade(MilestoneEvent):
    """A side said its position."""

    by: PersonId
    sought: Money


@dataclass(frozen=True, slots=True)
class EvidenceFiled(MilestoneEvent):
    """A side filed evidence `number`."""

    by: PersonId
    number: int


@dataclass(frozen=True, slots=True)
class DisputeTaken(MilestoneEvent):
    """An arbiter took it."""

    arbiter: PersonId
    over_from: PersonId | None = None


@dataclass(frozen=True, slots=True)
class DisputeAssigned(MilestoneEvent):
    """Nobody took it, or the ruling was overdue: it was given to an arbiter by lot."""

    arbiter: PersonId
    over_from: PersonId | None = None


@dataclass(frozen=True, slots=True)
class AnswerOverdue(MilestoneEvent):
    """The time of these sides to answer passed; `question` is the arbiter's, 0 the dispute."""

    roles: tuple[Role, ...]
    question: int = 0


@dataclass(frozen=True, slots=True)
class DisputeHandedOver(MilestoneEvent):
    """A colleague has it now; without one it is open for another arbiter again."""

    arbiter: PersonId
    to: PersonId | None = None


@dataclass(frozen=True, slots=True)
class ArbiterRecused(MilestoneEvent):
    """This person never rules here."""

    arbiter: PersonId


@dataclass(frozen=True, slots=True)
class QuestionAsked(MilestoneEvent):
    """The arbiter asked a side."""

    to: Role
    number: int


@dataclass(frozen=True, slots=True)
class QuestionAnswered(MilestoneEvent):
    """The side answered."""

    by: PersonId
    number: int


@dataclass(frozen=True, slots=True)
class RulingMade(MilestoneEvent):
    """The arbiter's reasoned outcome; the settlement follows in the same list of events."""

    outcome: Outcome
    arbiter: PersonId
    to_freelancer: Money
    to_client: Money


# Clock


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


@dataclass(frozen=True, slots=True)
class ClocksExtended(Event):
    """An outage gave its time back."""

    since: datetime
    until: datetime


# People


@dataclass(frozen=True, slots=True)
class PersonMet(Event):
    """First contact, or a changed name or username."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class SettingsChanged(Event):
    """Language, zone or phrase."""

    person: PersonId
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DestinationSet(Event):
    """Where payouts go; in force from `from_at`."""

    person: PersonId
    currency: str
    from_at: datetime


@dataclass(frozen=True, slots=True)
class HelpAsked(Event):
    """Somebody wrote to the desk."""

    person: PersonId
    words: Words
    files: tuple[FileRef, ...]


@dataclass(frozen=True, slots=True)
class HelpAnswered(Event):
    """The desk wrote back."""

    person: PersonId
    by: PersonId
    words: Words
    files: tuple[FileRef, ...]
