"""What one side proposes about a deal that is under way, and the other answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from core.deal.terms import Acceptance, Terms
from core.values.errors import Stale
from core.values.ids import PersonId
from core.values.money import Money
from core.values.window import Window
from core.values.words import Words


class ProposalKind(StrEnum):
    """What is proposed."""

    MORE_TIME = "more-time"
    """A later date for the work, or for a round of changes."""
    PAUSE = "pause"
    """The work stands still for so long, and what was left of its time with it."""
    END = "end"
    """The milestone ends now, and what is held is shared."""
    SETTLE = "settle"
    """The same in a dispute, which ends by it."""
    ADVICE = "advice"
    """What the arbiter who has the case proposes: both say yes, or it is no settlement."""
    TERMS = "terms"
    """What is agreed changes: an amendment."""


OF_DEAL: Final = 0
"""In place of a milestone's number: it is about the deal."""


class ProposalState(StrEnum):
    """Where a proposal stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    """Silence is a no: it never makes an agreement."""
    SUPERSEDED = "superseded"
    """What it was about is no longer so."""


class ProposalStep(StrEnum):
    """What moves a proposal."""

    ACCEPT = "accept"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    EXPIRE = "expire"
    SUPERSEDE = "supersede"


PROPOSAL_TABLE: Final = MappingProxyType(
    {
        (ProposalState.OPEN, ProposalStep.ACCEPT): ProposalState.ACCEPTED,
        (ProposalState.OPEN, ProposalStep.REJECT): ProposalState.REJECTED,
        (ProposalState.OPEN, ProposalStep.WITHDRAW): ProposalState.WITHDRAWN,
        (ProposalState.OPEN, ProposalStep.EXPIRE): ProposalState.EXPIRED,
        (ProposalState.OPEN, ProposalStep.SUPERSEDE): ProposalState.SUPERSEDED,
    }
)


IN_DISPUTE: Final = frozenset({ProposalKind.SETTLE, ProposalKind.ADVICE})
"""How a dispute may end without a ruling."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposal; `number` counts in its deal, and no part of it changes but its state."""

    number: int
    kind: ProposalKind
    milestone: int
    by: PersonId
    at: datetime
    window: Window
    """Until when the other side answers."""
    words: Words | None = None
    more: timedelta | None = None
    """Of more time: how much."""
    pause: timedelta | None = None
    """Of a pause: how long."""
    to_freelancer: Money | None = None
    """Of an end: what leaves the hold for the freelancer, the agreed fee still in it …"""
    held: Money | None = None
    """… of so much; the rest goes back to the client."""
    stood: str = ""
    """Of an end: where the work stood then. Once it is handed in, it is another question."""
    state: ProposalState = ProposalState.OPEN
    agreed: tuple[PersonId, ...] = ()
    """Of an arbiter's: which of the two has said yes to it."""
    terms: Terms | None = None
    """Of an amendment: all of what would be agreed …"""
    accepted: Acceptance | None = None
    """… its proposer's acceptance of that, as the next version …"""
    bound: tuple[tuple[int, int], ...] = ()
    """… and of each milestone that it changes the `seen` of then; 0 while nothing was paid."""

    def take(self, step: ProposalStep) -> Proposal:
        """The proposal after `step`. Raises Stale where it is closed."""
        to = PROPOSAL_TABLE.get((self.state, step))
        if to is None:
            raise Stale
        return replace(self, state=to)


@dataclass(frozen=True, slots=True)
class Sealed:
    """What one side of a dispute would take, told to us alone and shown to nobody.

    `figure` is for the freelancer: the least that the freelancer takes, the most that the client
    gives; None once it is taken back.
    """

    milestone: int
    by: PersonId
    figure: Money | None
    times: int = 1
    """How often it was said in this dispute."""
