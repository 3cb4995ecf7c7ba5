"""Money that is owed to somebody outside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.deal.events import TransferKind
from core.values.ids import PersonId
from core.values.money import Money
from core.values.window import Window
from core.values.words import Words


class TransferState(StrEnum):
    """Whether owed money has reached its receiver."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    FAILED = "failed"
    RETURNED = "returned"
    """It was sent, and the bank there sent it back: it is owed again."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """One payout or refund owed to somebody outside. It never reopens a milestone."""

    number: int
    kind: TransferKind
    milestone: int
    person: PersonId
    amount: Money
    rail: str
    source: str
    """For a refund: where the deposit came from. For a payout: empty, the destination is asked."""
    window: Window
    state: TransferState = TransferState.PENDING
    external_id: str = ""
    why: str = ""
    also: tuple[str, ...] = ()
    """Its other ids: of what its rail says it sent once more, and of what came back."""
    confirmed_at: datetime | None = None
    confirmed_by: PersonId | None = None
    returns: int = 0
    """How often it was sent and came back."""
    returned: Words | None = None
    """Why, the last time; its receiver reads it."""
