"""What a unit of work owes to the database: nothing in here was written yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.deal.clocks import Deadline
from core.deal.model import Deal
from core.deal.person import Person
from core.ledger import Entry
from core.values.ids import DealId, PersonId
from storage.columns import now_micros
from storage.mapping import Met
from storage.rows import Row

NOBODY = 0
"""The author of words that no command brought."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A deal as its unit will leave it."""

    deal: Deal
    seq: int
    """The last number in its journal, waiting events included."""
    deadlines: Mapping[str, Deadline] | None = None
    """The schedule that it should have, by key; None while nobody said."""


@dataclass(slots=True)
class Pending:
    """What waits to be written."""

    deals: dict[DealId, Wanted] = field(default_factory=dict)
    events: list[Row] = field(default_factory=list)
    entries: list[tuple[Entry, Row]] = field(default_factory=list)
    notices: list[Row] = field(default_factory=list)
    requests: dict[str, Row] = field(default_factory=dict)
    people: dict[PersonId, Person] = field(default_factory=dict)
    unread: dict[tuple[PersonId, DealId], Row] = field(default_factory=dict)
    words: dict[tuple[str, str], Row] = field(default_factory=dict)
    """By (deal, digest); an author of None is still to be named."""
    files: dict[tuple[str, str], Row] = field(default_factory=dict)
    actor: int = NOBODY

    def copy(self) -> Pending:
        """A snapshot: rows are replaced as wholes, but for the author of words."""
        return Pending(
            dict(self.deals),
            list(self.events),
            list(self.entries),
            list(self.notices),
            dict(self.requests),
            dict(self.people),
            dict(self.unread),
            {key: dict(row) for key, row in self.words.items()},
            dict(self.files),
            self.actor,
        )

    def __bool__(self) -> bool:
        """Whether anything waits."""
        return any(
            (
                self.deals,
                self.events,
                self.entries,
                self.notices,
                self.requests,
                self.people,
                self.unread,
                self.words,
                self.files,
            )
        )

    def keep(self, deal: str, met: Met, *, body: bool) -> None:
        """Words and files that a document (`body`) or a row of the journal refers to."""
        for digest, words in met.words.items():
            row = self.words.setdefault(
                (deal, digest),
                {
                    "deal": deal,
                    "digest": digest,
                    "author": None,
                    "salt": words.salt,
                    "text": words.text,
                    "body": 0,
                },
            )
            row["body"] |= body
        for sha256, file in met.files.items():
            self.files[deal, sha256] = {
                "deal": deal,
                "sha256": sha256,
                "size": file.size,
                "at": now_micros(),
            }

    def written_as_before(self, deal: str, authors: Mapping[str, int]) -> None:
        """Words that are said once more stay theirs who wrote them, and go when they are erased."""
        for (of, digest), row in self.words.items():
            if of == deal:
                row["author"] = authors.get(digest)

    def written_by(self, actor: int) -> None:
        """Words without an author yet are this actor's: their command brought them."""
        self.actor = actor
        for row in self.words.values():
            if row["author"] is None:
                row["author"] = actor
