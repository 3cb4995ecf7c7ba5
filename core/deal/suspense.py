"""Money at the bank that matches nothing: it belongs to no deal until a treasurer finds one.

It is the house's debt to whoever sent it. Nobody's silence ends it: it is matched to a milestone
that waits for money, or goes back to where it came from.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from core.values.errors import NotNow
from core.values.ids import DealId, PersonId, SuspenseId
from core.values.money import Money


class SuspenseState(StrEnum):
    """Where it stands."""

    OPEN = "open"
    MATCHED = "matched"
    """It is a deposit of a deal now."""
    RETURNED = "returned"
    """A treasurer has sent it back to where it came from."""


class SuspenseStep(StrEnum):
    """What moves it."""

    ASK_RETURN = "ask-return"
    MATCH = "match"
    RETURN = "return"
    BOUNCE = "bounce"
    SET_ASIDE = "set-aside"
    """It is no deposit of the deal that it was matched to."""


SUSPENSE_TABLE: Final = MappingProxyType(
    {
        (SuspenseState.OPEN, SuspenseStep.ASK_RETURN): SuspenseState.OPEN,
        (SuspenseState.OPEN, SuspenseStep.MATCH): SuspenseState.MATCHED,
        (SuspenseState.OPEN, SuspenseStep.RETURN): SuspenseState.RETURNED,
        (SuspenseState.RETURNED, SuspenseStep.BOUNCE): SuspenseState.OPEN,
        (SuspenseState.MATCHED, SuspenseStep.SET_ASIDE): SuspenseState.OPEN,
    }
)


@dataclass(frozen=True, slots=True)
class Suspense:
    """One transfer that matches nothing. `external_id` is unique a rail, deposits included."""

    id: SuspenseId
    rail: str
    external_id: str
    amount: Money
    source: str
    """Who paid, and from where: there it goes back."""
    value_on: str
    """The value date of the statement, `2026-05-19`."""
    at: datetime
    by: PersonId
    due_at: datetime
    """By when the desk is to have found out what it is."""
    alarm_at: datetime | None
    """When the desk is alarmed next; None once it is no more there."""
    about: DealId | None = None
    """The deal that it seems to be meant for; its client is told."""
    state: SuspenseState = SuspenseState.OPEN
    seen: int = 1
    """Moved by each step, so that a tap does what its card showed."""
    asked_by: PersonId | None = None
    """Who wants to send it back, where that takes two."""
    asked_at: datetime | None = None
    closed_at: datetime | None = None
    closed_by: PersonId | None = None
    second: PersonId | None = None
    """Who approved it, where that takes two."""
    deal: DealId | None = None
    milestone: int | None = None
    """Where it was matched to."""
    returns: int = 0
    """How often it was sent back: the bank may send it here again."""
    taken_off: int = 0
    """How often it was set aside from a deal that it did not belong to."""
    matched_before: int = 0
    """How often it was matched, and set aside again."""

    @property
    def direct(self) -> bool:
        """Whether it was a deposit of a deal first, and is here since that was corrected."""
        return self.taken_off > self.matched_before

    def take(self, step: SuspenseStep) -> Suspense:
        """It after `step`. Raises NotNow("suspense-closed") with how it ended."""
        to = SUSPENSE_TABLE.get((self.state, step))
        if to is None:
            raise NotNow("suspense-closed", state=self.state.value)
        return replace(self, state=to, seen=self.seen + 1)
