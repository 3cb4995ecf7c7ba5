"""A stretch in which the work stands still: for the client's material, or as both agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from core.values.ids import PersonId
from core.values.words import FileRef, Words


class PauseWhy(StrEnum):
    """What the work waits for."""

    MATERIAL = "material"
    """What the client has to send first."""
    AGREED = "agreed"
    """Nothing but the time that both agreed to."""


class PauseEnd(StrEnum):
    """What made the work go on."""

    GIVEN = "given"
    """The client sent what was missing."""
    ALL_THERE = "all-there"
    """The client says that nothing was missing."""
    RESUMED = "resumed"
    """The freelancer went on."""
    OVER = "over"
    """Its time was over."""
    OVERTAKEN = "overtaken"
    """The milestone ended, or went to the arbiter."""


@dataclass(frozen=True, slots=True)
class Pause:
    """One pause of a milestone; while it lasts, the milestone's `window` says until when."""

    why: PauseWhy
    by: PersonId
    at: datetime
    words: Words | None = None
    """What is missing, or why a pause was asked for."""
    files: tuple[FileRef, ...] = ()
    ended_at: datetime | None = None
    end: PauseEnd | None = None
    answer: Words | None = None
    """What the client sent …"""
    given: tuple[FileRef, ...] = ()
    """… and the files with it."""

    @property
    def lasted(self) -> timedelta:
        """How long it was; nothing of one that lasts."""
        return timedelta(0) if self.ended_at is None else self.ended_at - self.at
