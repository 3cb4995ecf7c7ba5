"""What happens to proposals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from core.deal.events import MilestoneEvent


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
