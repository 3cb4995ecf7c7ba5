"""What happens to proposals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from core.deal.events import MilestoneEvent
from core.deal.pause import PauseEnd


@dataclass(frozen=True, slots=True)
class ProposalEvent(MilestoneEvent):
    """Something that happened to one proposal."""

    proposal: int


@dataclass(frozen=True, slots=True)
class ProposalMade(ProposalEvent):
    """The other side has time to answer it."""


@dataclass(frozen=True, slots=True)
class ProposalAccepted(ProposalEvent):
    """It holds now."""


@dataclass(frozen=True, slots=True)
class ProposalRejected(ProposalEvent):
    """Everything stays as it was."""


@dataclass(frozen=True, slots=True)
class ProposalWithdrawn(ProposalEvent):
    """There is nothing to answer any more."""


@dataclass(frozen=True, slots=True)
class ProposalExpired(ProposalEvent):
    """Nobody answered: everything stays as it was."""


@dataclass(frozen=True, slots=True)
class ProposalSuperseded(ProposalEvent):
    """What it was about is no longer so."""


@dataclass(frozen=True, slots=True)
class MoreTimeGranted(MilestoneEvent):
    """The client gave more time without being asked."""

    more: timedelta


@dataclass(frozen=True, slots=True)
class PauseEvent(MilestoneEvent):
    """Something that happened to a pause of a milestone, counted from 1."""

    pause: int


@dataclass(frozen=True, slots=True)
class WorkPaused(PauseEvent):
    """Its clock stands still."""


@dataclass(frozen=True, slots=True)
class WorkResumed(PauseEvent):
    """Its clock goes on with what was left."""

    end: PauseEnd
