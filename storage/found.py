"""What a unit of work has read, and what rows still hold: nothing in here waits to be written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from core.deal.model import Deal
from core.deal.person import Person
from core.values.ids import DealId, PersonId
from storage import statements as s
from storage.mapping import read_row
from storage.rows import read_person
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class FoundDeal:
    """A deal under lock as its rows have it."""

    deal: Deal
    first: int
    """The version that this unit found, or began with."""
    seq: int
    """The last number in its journal."""
    schedule: Mapping[str, tuple[object, ...]]
    """By key: `rows.deadline_mark` of each row."""
    refers: frozenset[str]
    """Digests of words and files to which its document refers."""
    alone: bool = False
    """Its own row was just inserted; those of its parties were not."""


@dataclass(slots=True)
class ReadSoFar:
    """Everything that one unit has read and will not read again."""

    deals: dict[DealId, FoundDeal] = field(default_factory=dict)
    people: dict[PersonId, Person] = field(default_factory=dict)
    """Parties of the deals that were loaded."""
    listened: str = "[]"
    """Until when each bot's time is accounted for, as JSON: it came with the last deal."""

    def copy(self) -> ReadSoFar:
        """A snapshot: what is in it is frozen."""
        return ReadSoFar(dict(self.deals), dict(self.people), self.listened)

    def look(self, at: Transaction, deal: DealId) -> Deal | None:
        """Read a deal as it stands: it is not kept, since somebody else may change it."""
        row = at.first(at.sql.look, of_id=deal)
        return None if row is None else self._read(row)[0]

    def load(self, at: Transaction, deal: DealId) -> FoundDeal | None:
        """Read a deal under lock with all that its unit must know before it writes, and keep it."""
        # A statement of its own: on PostgreSQL a subquery beside FOR UPDATE may see older rows
        # than the one that was waited for. SQLite's writers stand in line at BEGIN IMMEDIATE.
        if at.locks and at.first(s.LOCK, of_id=deal) is None:
            return None
        row = at.first(at.sql.load, of_id=deal)
        if row is None:
            return None
        read, refers = self._read(row)
        schedule = {key: tuple(rest) for key, *rest in json.loads(row.schedule or "[]")}
        own = self.deals[deal] = FoundDeal(read, read.version, row.seq, schedule, refers)
        return own

    def _read(self, row: Any) -> tuple[Deal, frozenset[str]]:  # noqa: ANN401 - a row of `look`
        """Its deal, and to what that refers; what came with it is kept."""
        self.people |= {one[0]: read_person(one) for one in json.loads(row.parties or "[]")}
        self.listened = row.listened or "[]"
        return read_row(row.version, row.terms, row.body, row.words)
