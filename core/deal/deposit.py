"""Money that came in for a milestone, and what the client says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.values.ids import PersonId, SuspenseId
from core.values.money import Money
from core.values.words import FileRef, Words


@dataclass(frozen=True, slots=True)
class Correction:
    """Somebody of the desk had booked it otherwise: `was` is what the books said before."""

    at: datetime
    by: PersonId
    was: Money
    words: Words
    """Why; both sides read it."""
    approved_by: PersonId | None = None
    item: SuspenseId | None = None
    """As which money in suspense it waits: it did arrive, and is for something else."""
    taken_off: int = 0
    """How often that was set aside from a deal."""


@dataclass(frozen=True, slots=True)
class Deposit:
    """Money that came in for this milestone; `source` is where a refund goes."""

    external_id: str
    rail: str
    amount: Money
    at: datetime
    source: str
    confirmed_by: PersonId
    approved_by: PersonId | None = None
    """Who looked at it too, where that takes two."""
    value_on: str = ""
    """The value date of the statement, `2026-05-19`; empty where nobody typed one."""
    item: SuspenseId | None = None
    """The money in suspense that it was matched from."""
    booked_by: PersonId | None = None
    """Who read it on the statement first, where it was matched from suspense."""
    matched: int = 0
    """How often it had been matched before, and was set aside again."""
    corrected: tuple[Correction, ...] = ()
    """What was wrong in it; `amount` is what is right."""

    @property
    def changes(self) -> tuple[tuple[Correction, Money], ...]:
        """Each correction, and what the books say since."""
        after = (*(one.was for one in self.corrected), self.amount)[1:]
        return tuple(zip(self.corrected, after, strict=True))

    @property
    def hands(self) -> frozenset[PersonId]:
        """Who said that it came in: none of them rules on what it pays for."""
        booked = self.confirmed_by if self.booked_by is None else self.booked_by
        raised = {one.by for one, now in self.changes if now > one.was}
        return frozenset({self.confirmed_by, booked} | raised)


@dataclass(frozen=True, slots=True)
class PaymentClaim:
    """The client says they paid; nothing is funded by that. `left` is what the clock had."""

    payer: Words
    paid_on: str
    at: datetime
    left: timedelta
    receipt: FileRef | None = None
    extended: bool = False
    """The clock had its one extra time."""
    lost: timedelta = timedelta(0)
    """So much longer the desk has to answer: it was not heard for so long."""
    proof_asked: bool = False
    """A treasurer wants to see a receipt; `at` is then when they asked."""
