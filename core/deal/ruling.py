"""The ruling of a dispute: its outcome, what it relies on, and its one review."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from core.deal.points import Item
from core.values.ids import PersonId
from core.values.money import Money
from core.values.window import Window
from core.values.words import FileRef, Words


class Outcome(StrEnum):
    """What a ruling does with the hold, or, where that stays, with the work."""

    RELEASE = "release"
    REFUND = "refund"
    SPLIT = "split"
    EXTEND = "extend"
    """The freelancer gets more time, and the work goes on."""
    DISMISS = "dismiss"
    """The dispute had no ground: the work goes on where it was."""
    ORDER = "order"
    """What is missing is to be made, by a date; the split if it is not is stated in advance."""

    @property
    def goes_on(self) -> bool:
        """Whether the money stays held and the work goes on."""
        return self in (Outcome.EXTEND, Outcome.DISMISS, Outcome.ORDER)


class ExhibitKind(StrEnum):
    """What of a case a ruling can rely on by name."""

    TERMS = "terms"
    ACCEPTANCE = "acceptance"
    DIARY = "diary"
    MESSAGE = "message"
    SUBMISSION = "submission"
    ROUND = "round"
    STATEMENT = "statement"
    EVIDENCE = "evidence"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One thing of a case; a message by its number in the deal's journal, a version by its own."""

    kind: ExhibitKind
    number: int
    at: datetime | None = field(default=None, compare=False)

    def __str__(self) -> str:
        """`submission2`: short enough for a button."""
        return f"{self.kind.value}{self.number}"


@dataclass(frozen=True, slots=True)
class Ruling:
    """The reasoned outcome; both amounts together are what was held, or nothing: it stays held.

    Of an order they are what each gets where nothing is handed in.
    """

    outcome: Outcome
    by: PersonId
    at: datetime
    to_freelancer: Money
    to_client: Money
    criterion: int | None
    relied_on: tuple[Exhibit, ...]
    reasons: Words
    reviewable: bool = True
    """Whether somebody else at the desk could have reviewed it when it was made."""
    more: timedelta | None = None
    """How much more time the freelancer gets, or how long for what is ordered."""
    points: tuple[Item, ...] = ()
    """What is ordered, each with the criterion that it is about."""
    approved_by: PersonId | None = None
    """The second arbiter, where it took two."""

    def same_as(self, other: Ruling) -> bool:
        """Whether both come to the same."""
        return self._comes_to() == other._comes_to()

    def _comes_to(self) -> tuple[object, ...]:
        ordered = [(str(each.words), each.criterion) for each in self.points]
        return self.outcome, self.to_freelancer, self.to_client, self.more, ordered


class ReviewGround(StrEnum):
    """Why a ruling may be looked at once more; that it is felt to be wrong is no ground."""

    EVIDENCE = "evidence"
    """New evidence that could not be filed before."""
    CONFLICT = "conflict"
    """The arbiter knew one of the two."""
    PROCEDURE = "procedure"
    """A side was not heard, or the rules of the dispute were not kept."""
    ARITHMETIC = "arithmetic"
    """The amounts are not what the reasons say."""


@dataclass(frozen=True, slots=True)
class Review:
    """The one review of a ruling: who asked for it, and why."""

    by: PersonId
    at: datetime
    ground: ReviewGround
    words: Words
    files: tuple[FileRef, ...]
    answer_by: Window
    """Until when the other side is waited for: nothing is reviewed before."""
    statements: int
    """How many there were: a later one is the answer."""
    unanswered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SentBack:
    """Why a reviewed ruling is made anew."""

    by: PersonId
    at: datetime
    criterion: int | None
    relied_on: tuple[Exhibit, ...]
    reasons: Words
