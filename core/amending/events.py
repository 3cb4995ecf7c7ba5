"""What happens to proposals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from core.deal.events import Event, MilestoneEvent
from core.deal.pause import PauseEnd
from core.values.ids import PersonId


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


@dataclass(frozen=True, slots=True)
class SettlementOffered(ProposalEvent):
    """A share of what is held, in a dispute; the other side, or of the arbiter's both, answer."""


@dataclass(frozen=True, slots=True)
class SettlementAgreed(ProposalEvent):
    """One of the two said yes to what the arbiter proposes; the other has not yet."""

    by: PersonId


@dataclass(frozen=True, slots=True)
class SettlementAccepted(ProposalEvent):
    """The dispute ends by it; the settlement follows."""


@dataclass(frozen=True, slots=True)
class SettlementRejected(ProposalEvent):
    """The dispute goes on."""

    by: PersonId


@dataclass(frozen=True, slots=True)
class SettlementWithdrawn(ProposalEvent):
    """There is nothing to answer any more; the dispute goes on."""


@dataclass(frozen=True, slots=True)
class SettlementExpired(ProposalEvent):
    """Nobody answered; the dispute goes on."""


@dataclass(frozen=True, slots=True)
class SealedMet(MilestoneEvent):
    """What the two told us alone met: the dispute ends at the middle; the settlement follows.

    Nothing else that happens to such a figure is an event: whoever reads the journal learns
    neither of it nor that there is one.
    """


@dataclass(frozen=True, slots=True)
class AmendmentEvent(Event):
    """Something that happened to one change of what is agreed."""

    proposal: int


@dataclass(frozen=True, slots=True)
class AmendmentProposed(AmendmentEvent):
    """A next version, accepted by its sender: the other side has time to answer."""

    version: int
    fingerprint: str
    by: PersonId
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AmendmentAccepted(AmendmentEvent):
    """Both accepted the same fingerprint: this is agreed now."""

    version: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class AmendmentRejected(AmendmentEvent):
    """What is agreed stays."""


@dataclass(frozen=True, slots=True)
class AmendmentWithdrawn(AmendmentEvent):
    """There is nothing to answer any more; what is agreed stays."""


@dataclass(frozen=True, slots=True)
class AmendmentExpired(AmendmentEvent):
    """Nobody answered: what is agreed stays."""


@dataclass(frozen=True, slots=True)
class AmendmentSuperseded(AmendmentEvent):
    """What it would have changed is not as it was."""
