"""The work diary: append-only entries, each chained to the one before by its hash."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from core.deal.terms import canonical
from core.values.ids import DealId, PersonId
from core.values.words import FileRef, Words

GENESIS: Final = "0" * 64


@dataclass(frozen=True, slots=True)
class DiaryEntry:
    """One entry; `hash` covers everything here and the hash before it."""

    number: int
    by: PersonId
    at: datetime
    words: Words | None
    files: tuple[FileRef, ...]
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """The first of what came to a person of a deal without ringing, told at `due_at` once more."""

    person: PersonId
    deal: DealId
    since: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Unread:
    """How much came of a deal since its receiver last did anything there."""

    deal: DealId
    entries: int
    messages: int


def write(
    deal: DealId,
    number: int,
    by: PersonId,
    at: datetime,
    words: Words | None,
    files: tuple[FileRef, ...],
    previous: str,
) -> DiaryEntry:
    """The next entry of a deal's diary. Erased words keep their digest."""
    body = {"deal": deal, "number": number, "by": by, "at": at, "words": words, "files": files}
    digest = hashlib.sha256(previous.encode() + canonical(body)).hexdigest()
    return DiaryEntry(number, by, at, words, files, previous, digest)


def whole(deal: DealId, entries: tuple[DiaryEntry, ...]) -> bool:
    """Whether the entries, in order, are gapless and unchanged."""
    previous = GENESIS
    for number, entry in enumerate(entries, 1):
        again = write(deal, number, entry.by, entry.at, entry.words, entry.files, previous)
        if again != entry:
            return False
        previous = entry.hash
    return True
