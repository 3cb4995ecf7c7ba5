"""What happens to the work, and to the windows in whose end money may move."""

from __future__ import annotations

from dataclasses import dataclass

from core.deal.events import MilestoneEvent
from core.values.money import Money


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
class ExtraSetAside(MilestoneEvent):
    """So many points are work that was not agreed: the client can propose them as other terms."""

    count: int


@dataclass(frozen=True, slots=True)
class PointEvent(MilestoneEvent):
    """Something that happened to a point of a round, by its place from 0."""

    round: int
    item: int


@dataclass(frozen=True, slots=True)
class PointContested(PointEvent):
    """The freelancer disagrees with it; the client has time to answer."""


@dataclass(frozen=True, slots=True)
class PointDropped(PointEvent):
    """The client does not ask for it any more."""


@dataclass(frozen=True, slots=True)
class PointMoved(PointEvent):
    """The client asks for it as a change of what is agreed."""


@dataclass(frozen=True, slots=True)
class ContestTakenBack(MilestoneEvent):
    """The freelancer agrees to what was asked in this round."""

    round: int


@dataclass(frozen=True, slots=True)
class OrderIgnored(MilestoneEvent):
    """Nothing came for a round that an arbiter ordered: the settlement follows."""

    round: int


@dataclass(frozen=True, slots=True)
class LateCancelOpened(MilestoneEvent):
    """The client cancels as late; the freelancer has time to object."""


@dataclass(frozen=True, slots=True)
class FeeCancelOpened(MilestoneEvent):
    """The client cancels for the agreed fee; the freelancer has time to object."""

    fee: Money


@dataclass(frozen=True, slots=True)
class LateCancelTakenBack(MilestoneEvent):
    """The work goes on; also of one for a fee."""


@dataclass(frozen=True, slots=True)
class DormancyNoticed(MilestoneEvent):
    """Nobody moved for long: unless somebody does, the money goes back."""


@dataclass(frozen=True, slots=True)
class WindowRetried(MilestoneEvent):
    """It is tried again."""


@dataclass(frozen=True, slots=True)
class WindowReopened(MilestoneEvent):
    """It ended unserved and runs once more."""
