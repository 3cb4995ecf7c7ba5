"""What can be asked in a dispute."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.deal.challenge import ChallengeGround
from core.deal.commands import MilestoneCommand, SeenCommand
from core.deal.points import Item
from core.deal.ruling import Exhibit, Outcome, ReviewGround
from core.deal.terms import Role
from core.values.ids import PersonId
from core.values.money import Money
from core.values.words import FileRef, Words


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
class CallArbiter(MilestoneCommand):
    """A side wants no more talks: where both do, or after a while, the arbiter is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNothing(MilestoneCommand):
    """A side has nothing to add to the case as it stands: `filed` pieces, `said` positions."""

    said: int
    filed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackDispute(SeenCommand):
    """Who opened it takes it back: the work goes on where it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concede(SeenCommand):
    """The other side gets what it asks for. The second tap: binds both amounts, as shown."""

    sought: Money
    held: Money


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
class ChallengeArbiter(MilestoneCommand):
    """A side wants another arbiter than the one who has had it since `taken_at`."""

    taken_at: datetime
    ground: ChallengeGround
    words: Words


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
    """The ruling; `held` is what the preview showed, `to_freelancer` a split's share.

    `more` is the time that an extension gives, or an order, whose `points` are what is to be made
    and whose `to_freelancer` is the share if it is not.
    """

    outcome: Outcome
    held: Money
    reasons: Words
    to_freelancer: Money | None = None
    criterion: int | None = None
    relied_on: tuple[Exhibit, ...] = ()
    more: timedelta | None = None
    points: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptRuling(MilestoneCommand):
    """A side accepts the ruling; `to_freelancer` is what its second tap showed."""

    to_freelancer: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class AskReview(MilestoneCommand):
    """A side asks another arbiter to look at the ruling, on one of the grounds."""

    ground: ReviewGround
    words: Words
    files: tuple[FileRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SendBack(MilestoneCommand):
    """The reviewing arbiter wants it ruled anew by another; `held` as in `Rule`."""

    held: Money
    reasons: Words
    criterion: int | None = None
    relied_on: tuple[Exhibit, ...] = ()
