"""A request for changes: its points, and which of them the freelancer disagrees with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from core.deal.fallback import Fallback
from core.values.words import FileRef, Words


class ItemKind(StrEnum):
    """What one point of a change request is."""

    DEFECT = "defect"
    """It departs from a criterion: free, without limit."""
    PREFERENCE = "preference"
    """Inside the scope, but no criterion: uses a round."""
    EXTRA = "extra"
    """New scope: refused as a revision."""


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a change request; a defect names its criterion by place, from 0."""

    kind: ItemKind
    words: Words
    criterion: int | None = None
    files: tuple[FileRef, ...] = ()


class ContestEnd(StrEnum):
    """What came of a point that the freelancer disagreed with."""

    DROPPED = "dropped"
    """The client does not ask for it any more."""
    MOVED = "moved"
    """The client asks for it as a change of what is agreed: it is no part of the round."""
    TAKEN_BACK = "taken-back"
    """The freelancer agrees to it after all."""
    UNANSWERED = "unanswered"
    """The client said nothing of it: the arbiter looks."""
    OVERTAKEN = "overtaken"
    """The milestone ended, or a side called the arbiter."""


@dataclass(frozen=True, slots=True)
class Contest:
    """The freelancer disagrees with one point of a round, by its place from 0, once."""

    item: int
    at: datetime
    words: Words
    files: tuple[FileRef, ...] = ()
    end: ContestEnd | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """One request for changes; all its points are one round."""

    number: int
    at: datetime
    items: tuple[Item, ...]
    due_at: datetime
    counts: bool
    """It holds a preference, so it uses one of the agreed rounds."""
    under: int = 0
    """By which of the deal's agreements its criteria are numbered, from 0."""
    fallback: Fallback | None = None
    """An arbiter ordered it, and what happens to the hold where nothing is handed in."""
    contests: tuple[Contest, ...] = ()
    """With which of its points the freelancer disagreed, in order."""

    @property
    def places(self) -> tuple[int, ...]:
        """The places, from 0, of the points that are asked for still."""
        gone = {c.item for c in self.contests if c.end in (ContestEnd.DROPPED, ContestEnd.MOVED)}
        return tuple(place for place in range(len(self.items)) if place not in gone)

    @property
    def asked(self) -> tuple[Item, ...]:
        """Those points, which a submission has to answer."""
        return tuple(self.items[place] for place in self.places)

    @property
    def contested(self) -> tuple[Contest, ...]:
        """What waits for the client's word."""
        return tuple(contest for contest in self.contests if contest.end is None)

    def contest(self, item: int) -> Contest | None:
        """How the freelancer disagreed with this point."""
        return next((contest for contest in self.contests if contest.item == item), None)

    def answered(self, end: ContestEnd, now: datetime, item: int | None = None) -> Round:
        """With what waited ended so: one point, or all of them.

        A round whose preferences have all left it uses none of those that were agreed.
        """
        contests = tuple(
            replace(c, end=end, ended_at=now) if c.end is None and item in (None, c.item) else c
            for c in self.contests
        )
        after = replace(self, contests=contests)
        tastes = any(each.kind is ItemKind.PREFERENCE for each in after.asked)
        return replace(after, counts=self.counts and tastes)
