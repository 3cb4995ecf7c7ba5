"""What can be asked about the work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from core.deal.commands import SeenCommand
from core.deal.points import Item
from core.values.money import Money
from core.values.words import FileRef, Words


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
    """Points, each typed; `due` from now, at least the operator's minimum.

    What is extra opens no round: it waits for its sender to propose it as a change of the terms.
    """

    items: tuple[Item, ...]
    due: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestPoint(SeenCommand):
    """The freelancer disagrees with a point of the open round, by place from 0."""

    item: int
    words: Words
    files: tuple[FileRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DropPoint(SeenCommand):
    """The client does not ask for a contested point any more."""

    item: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MovePoint(SeenCommand):
    """The client asks for a contested point as a change of what is agreed instead.

    As a criterion of the milestone, whose price stays; or `apart`, as a milestone of its own.
    """

    item: int
    apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackContest(SeenCommand):
    """The freelancer agrees to the points of the round after all."""


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
class CancelForFee(SeenCommand):
    """The client cancels for the agreed fee. Binds the hold that the second tap showed."""

    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackCancel(SeenCommand):
    """The client lets the work go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectToCancel(SeenCommand):
    """The freelancer objects: the arbiter looks."""

    words: Words
