"""What anybody can ask for: frozen, imperative, JSON-plain but for domain types.

`seen` is the counter of the milestone (or of the terms) that the person was looking at.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.dispute import Exhibit, Outcome
from core.hearing import Ear
from core.ids import RAIL, DealId, PersonId
from core.milestone import Item
from core.money import Money
from core.policy import OnSilence
from core.terms import Role
from core.window import DeadlineKind
from core.words import FileRef, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Anything asked by somebody."""

    actor: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class DealCommand(Command):
    """Asked of one deal."""

    deal: DealId


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneCommand(DealCommand):
    """Asked of one milestone."""

    milestone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenCommand(MilestoneCommand):
    """Asked of one milestone, as it was seen."""

    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferCommand(DealCommand):
    """Asked of money that is owed to somebody outside."""

    transfer: int


# People


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetPerson(Command):
    """Somebody wrote or pressed; their name, username and language as Telegram tells them."""

    name: str
    username: str | None
    locale: str
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSettings(Command):
    """What is None stays. An empty phrase removes it."""

    locale: str | None = None
    zone: str | None = None
    phrase: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDestination(Command):
    """Where payouts of a currency go."""

    currency: str
    details: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkReachable(Command):
    """Telegram refused (403) or accepted a message to `person`."""

    person: PersonId
    reachable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendWait(Command):
    """Nobody was heard from `since` to `until`: `person` could not take back a changed account."""

    person: PersonId
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AskHelp(Command):
    """A message to the desk, about a deal or about none."""

    about: DealId | None
    words: Words
    files: tuple[FileRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerHelp(Command):
    """The desk's answer to a person who asked."""

    to: PersonId
    about: DealId | None
    words: Words
    files: tuple[FileRef, ...] = ()


# Terms and invite


@dataclass(frozen=True, slots=True, kw_only=True)
class StartDeal(Command):
    """A new draft; its id comes from the Ids port. Give `role` where it is known."""

    role: Role | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class SetRole:
    """Which side the creator is."""

    role: Role


@dataclass(frozen=True, slots=True)
class SetTitle:
    """What the deal is about."""

    title: Words


@dataclass(frozen=True, slots=True)
class SetDescription:
    """The work in their words; None removes it."""

    description: Words | None


@dataclass(frozen=True, slots=True)
class SetCurrency:
    """The one currency of the deal; refused while an amount of another one is there."""

    currency: str


@dataclass(frozen=True, slots=True)
class AddFile:
    """A file that belongs to the terms."""

    file: FileRef


@dataclass(frozen=True, slots=True)
class RemoveFile:
    """A file leaves the terms."""

    sha256: str


@dataclass(frozen=True, slots=True)
class SetMilestone:
    """Milestone `number` from 1; one past the last adds it. What is None stays."""

    number: int
    title: Words | None = None
    amount: Money | None = None
    duration: timedelta | None = None
    criteria: tuple[Words, ...] | None = None


@dataclass(frozen=True, slots=True)
class RemoveMilestone:
    """A milestone leaves the terms; later ones move up."""

    number: int


@dataclass(frozen=True, slots=True)
class SetRules:
    """Deal-level rules; what is None stays."""

    review_window: timedelta | None = None
    review_window_after_revision: timedelta | None = None
    on_silence: OnSilence | None = None
    revision_rounds: int | None = None
    late_grace: timedelta | None = None
    funding_window: timedelta | None = None


Edit = (
    SetRole
    | SetTitle
    | SetDescription
    | SetCurrency
    | AddFile
    | RemoveFile
    | SetMilestone
    | RemoveMilestone
    | SetRules
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditTerms(DealCommand):
    """Answers in a draft, or in the counter-offer of whoever's turn it is; all or none."""

    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscardEdits(DealCommand):
    """Leave a counter-offer that was begun; a draft is discarded by DiscardDraft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscardDraft(DealCommand):
    """A draft ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateInvite(DealCommand):
    """Send the terms: `token_hash` and `code_hash` are SHA-256 of the link's and the typed secret.

    `nonce` lets the edge derive both again from its own key; `locale` is the other side's
    language; `said` and `button` go into the record of acceptance.
    """

    nonce: str
    token_hash: str
    code_hash: str
    locale: str
    said: str = "en"
    button: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewInvite(DealCommand):
    """A new link; the old one stops working, the clock restarts."""

    nonce: str
    token_hash: str
    code_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawInvite(DealCommand):
    """The creator takes the invite back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimInvite(DealCommand):
    """Who opened the link says it is for them.

    With a fingerprint they accept it, without one they want changes. `proof` is the SHA-256 of
    the secret that they followed or typed.
    """

    proof: str
    fingerprint: str | None = None
    said: str = "en"
    button: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineInvite(DealCommand):
    """No, thank you. Before one is confirmed it ends one's own claim alone."""

    proof: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmClaimant(DealCommand):
    """*Yes, it's them*: binds the person; their acceptance of the current version completes it."""

    person: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseClaimant(DealCommand):
    """*No*: that claim ends."""

    person: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class SendTerms(DealCommand):
    """Send the counter-offer that was edited: a new version, accepted by its sender."""

    said: str = "en"
    button: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptTerms(DealCommand):
    """Accept the version with this fingerprint, and no other."""

    fingerprint: str
    said: str = "en"
    button: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskInviter(DealCommand):
    """A question of somebody who was invited, before they say yes or no."""

    proof: str
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerInvited(DealCommand):
    """The inviter's answer to one who asked or claims."""

    to: PersonId
    words: Words


# Money


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
    """A payout or refund reached its receiver: said by the rail or a treasurer."""

    external_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FailTransfer(TransferCommand):
    """It did not; it stays owed, and the desk is alarmed."""

    why: str


# Work


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitWork(SeenCommand):
    """At least one file or link, a word on each criterion, an answer to each open point."""

    files: tuple[FileRef, ...] = ()
    links: tuple[Words, ...] = ()
    notes: tuple[Words, ...] = ()
    answers: tuple[Words, ...] = ()
    words: Words | None = None
    """What was said beside the work: a password, how to open it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackSubmission(SeenCommand):
    """Within an hour, before the client acted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveMilestone(SeenCommand):
    """The second tap: binds the submission's number and the amount that it showed."""

    submission: int
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestChanges(SeenCommand):
    """Points, each typed; `due` from now, at least the operator's minimum."""

    items: tuple[Item, ...]
    due: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestPoint(SeenCommand):
    """The freelancer disagrees with a point of the open round, by place from 0."""

    item: int
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasePart(SeenCommand):
    """The client releases less than what is held; never before a first submission."""

    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawWork(SeenCommand):
    """The freelancer gives up; what is held goes back. Binds the amount of the second tap."""

    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelLate(SeenCommand):
    """The client cancels what is late and was never submitted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackCancel(SeenCommand):
    """The client lets the work go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectToCancel(SeenCommand):
    """The freelancer objects: the arbiter looks."""

    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteDiary(DealCommand):
    """An entry in the work diary: words, files, or both."""

    words: Words | None = None
    files: tuple[FileRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Say(DealCommand):
    """A message across to the other side; kept with the deal."""

    words: Words | None = None
    files: tuple[FileRef, ...] = ()


# Dispute


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDispute(SeenCommand):
    """Either side, with a reason and how much of the hold it seeks for itself."""

    reason: Words
    sought: Money
    files: tuple[FileRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeStatement(MilestoneCommand):
    """A side's position; a later one stands beside the earlier."""

    words: Words
    sought: Money
    files: tuple[FileRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileEvidence(MilestoneCommand):
    """Text, files, or both; visible to both sides."""

    words: Words | None = None
    files: tuple[FileRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeDispute(MilestoneCommand):
    """An arbiter takes it, exclusively."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOver(MilestoneCommand):
    """The head arbiter takes it from another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(MilestoneCommand):
    """The arbiter gives it to a colleague who is free to rule, or back to the desk."""

    to: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recuse(MilestoneCommand):
    """*I know one of them*: this person never rules here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskParty(MilestoneCommand):
    """The arbiter asks one side, through the bot."""

    to: Role
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerQuestion(MilestoneCommand):
    """A side's answer to question `number`."""

    number: int
    words: Words
    files: tuple[FileRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(MilestoneCommand):
    """The ruling; `held` is what the preview showed, `to_freelancer` a split's share."""

    outcome: Outcome
    held: Money
    reasons: Words
    to_freelancer: Money | None = None
    criterion: int | None = None
    relied_on: tuple[Exhibit, ...] = ()


# Clock and courier


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetDeadline(DealCommand):
    """A deadline of the deal fell due; `key` names it.

    The pipeline asks only for those that the deal still has. `person` is whose turn it was;
    `target` the end that a reminder counts to.
    """

    key: str
    kind: DeadlineKind
    milestone: int | None
    person: PersonId | None
    target: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeServed(MilestoneCommand):
    """Telegram accepted the notice that opened the window begun at `opened_at`."""

    opened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeUnserved(MilestoneCommand):
    """Telegram refused it for good: the person blocked the bot or is gone."""

    opened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendClocks(DealCommand):
    """Nobody was heard by this bot from `since` to `until`: what ran for them gets it back."""

    since: datetime
    until: datetime
    ear: Ear = Ear.PARTIES
