"""What can be asked about terms that are being written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from core.deal.commands import Command, DealCommand
from core.deal.terms import Role
from core.values.ids import DealId
from core.values.money import Money
from core.values.policy import OnSilence
from core.values.words import FileRef, Words


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
    """Milestone `number` from 1; one past the last adds it. What is None stays.

    One that was to be dropped stays by it.
    """

    number: int
    title: Words | None = None
    amount: Money | None = None
    duration: timedelta | None = None
    criteria: tuple[Words, ...] | None = None


@dataclass(frozen=True, slots=True)
class RemoveMilestone:
    """A milestone leaves the terms; later ones move up. One that is agreed is dropped instead."""

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
    cancel_fee_percent: int | None = None
    """0 takes it out again."""
    all_at_once: bool | None = None


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
class StartDeal(Command):
    """A new draft; its id comes from the Ids port. Give `role` where it is known.

    `again` is a deal of theirs that ended: its terms, sides and people are where it begins.
    `edits` are answers that came with it.
    """

    role: Role | None = None
    currency: str | None = None
    again: DealId | None = None
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EditTerms(DealCommand):
    """Answers in a draft, a counter-offer of whose turn it is, or a change; all or none."""

    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscardEdits(DealCommand):
    """Leave a counter-offer or a change that was begun; a draft is discarded by DiscardDraft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscardDraft(DealCommand):
    """A draft ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendTerms(DealCommand):
    """Send the counter-offer that was edited: a new version, accepted by its sender."""

    said: str = "en"
    button: str = ""
