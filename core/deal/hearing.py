"""What runs in a dispute before a ruling: the two's time to agree, and to add to the case."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from core.values.ids import PersonId
from core.values.window import Window


class Called(StrEnum):
    """Why the arbiter was called."""

    SMALL = "small"
    UNANSWERED = "unanswered"
    BOTH = "both"
    ALONE = "alone"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Negotiation:
    """Since both have spoken, until an arbiter is called."""

    window: Window
    """At its end the arbiter is called by itself."""
    by_both: Window
    """Until when a call takes both of them; then one is enough, and one made before stands."""
    called: tuple[PersonId, ...] = ()
    """Who called the arbiter."""

    @property
    def ends(self) -> Window:
        """Until when the two have: a call that one of them made shortens it."""
        return self.by_both if self.called else self.window


@dataclass(frozen=True, slots=True)
class Filing:
    """Since the arbiter was called: nothing is ruled while either side may still add something."""

    window: Window
    done: tuple[PersonId, ...] = ()
    """Who has nothing to add to the case as it stands."""
    over_at: datetime | None = None
    """When that time had passed, or neither had anything to add any more."""

    def waits_for(self, person: PersonId | None) -> bool:
        """Whether this side still has its time."""
        return self.over_at is None and person not in self.done

    def added(self) -> Filing:
        """Something came: both may answer it, while there is time."""
        return self if self.over_at is not None else replace(self, done=())
