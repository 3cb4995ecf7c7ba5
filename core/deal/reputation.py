"""What a person's finished deals say about them, and what each deal adds to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.deal.milestone import Milestone, State
from core.deal.model import Deal
from core.values.ids import PersonId


@dataclass(frozen=True, slots=True)
class Record:
    """Counts over the deals in which somebody was a party. `since` is when they were first met."""

    done: int
    disputed: int
    ruled_against: int
    since: datetime | None
    worked: int = 0
    """Deals in which they worked, and it can be said whether in time …"""
    on_time: int = 0
    """… of which in time, every part."""
    rated: int = 0
    """Deals whose other side rated them, where that is shown …"""
    stars: int = 0
    """… with so many stars in all."""

    @property
    def tenths(self) -> int:
        """The mean of the stars in tenths, halves rounded up; 0 where nobody rated them."""
        return (self.stars * 20 + self.rated) // (self.rated * 2) if self.rated else 0


def on_time(deal: Deal, person: PersonId) -> bool | None:
    """Whether all that this freelancer worked on in an ended deal was handed in by when it was due.

    None where nothing was to be handed in, or somebody decided over it before.
    """
    if not deal.state.final or deal.freelancer != person:
        return None
    said = [in_time for m in deal.milestones if (in_time := _in_time(deal, m)) is not None]
    return all(said) if said else None


def _in_time(deal: Deal, m: Milestone) -> bool | None:
    if m.due_at is None:
        return None
    if m.submissions:
        return m.submissions[0].at <= m.due_at
    late = m.state is State.REFUNDED and m.ended_at is not None and m.ended_at > m.due_at
    return False if late and deal.dispute(m.number) is None else None


def stars(deal: Deal, person: PersonId) -> int | None:
    """What the other side gave them, once that is shown."""
    other = deal.other(person)
    if not deal.ratings_shown or other is None:
        return None
    rating = deal.rating_by(other)
    return None if rating is None else rating.stars
