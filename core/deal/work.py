"""What is handed in for a milestone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.values.words import FileRef, Words


@dataclass(frozen=True, slots=True)
class Submission:
    """Work handed in: files or links, a word on each criterion, an answer to each open point."""

    number: int
    at: datetime
    files: tuple[FileRef, ...]
    links: tuple[Words, ...]
    notes: tuple[Words, ...]
    answers: tuple[Words, ...] = ()
    words: Words | None = None
    """What was said beside it."""
    lost: timedelta = timedelta(0)
    """So much longer it can be taken back: nobody was heard for so long."""
    under: int = 0
    """By which of the deal's agreements its notes are numbered, from 0."""
