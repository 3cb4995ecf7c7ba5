"""What every card of a case is made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.cards.kit.desk import Part
from bot.reads import JournalRow
from core.deal.dispute import Dispute
from core.deal.step import Act
from core.values.ids import PersonId


@dataclass(frozen=True, slots=True)
class Case:
    """A dispute as the desk sees it. `may` says which colleagues may do what now."""

    part: Part
    dispute: Dispute
    may: Mapping[Act, Sequence[PersonId]]
    staff: Mapping[PersonId, str]
    said: Sequence[JournalRow] = ()
    """The diary, and what both sides said across, as the journal has it."""
    waits: str = ""
    """Why its clocks wait, as `DealView.waits`."""
    now: datetime | None = None
    challenge: str = ""
    """Whether a side can challenge who has it: `yes`, or `nobody` else is free to rule."""

    def colleague(self, person: PersonId | None) -> str:
        """What a colleague is called."""
        return "" if person is None else self.staff.get(person, str(person))
