"""What may go after a while, and what must go when a person asks.

prune(connection, now)             what is over, a batch at a time, by the ages in `AGED`
erase(connection, person)          a person's words and name; chains stay whole
referred(connection, hashes)       which files some row refers to, for the vault's collector
every_file(connection)             all hashes, for the doctor
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    delete,
    func,
    select,
    text,
    tuple_,
    update,
)

from core.deal.person import ERASED
from core.values.ids import PersonId
from storage import tables as t
from storage.cards import put
from storage.columns import from_micros, now_micros, to_micros

BATCH: Final = 1_000  # pragma: no mutate - a choice
"""Rows of one table that one transaction takes away, so that nobody waits for the broom."""
_DAY: Final = 24 * 3600 * 1_000_000
_HASH: Final = re.compile(r"\b[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True)
class Age:
    """Rows of a table go so many days after `at`; `only` names the ones that do."""

    table: Table
    at: ColumnElement[Any]
    days: int
    only: ColumnElement[bool] | None = None
    unit: int = 1
    """Microseconds in one of `at`, which is wall time; 0 where it is an instant of the rules."""

    def old(self, now: datetime) -> ColumnElement[bool]:
        """Which rows go at `now`, the rules' clock."""
        if not self.unit:
            over = self.at < now - timedelta(days=self.days)
        else:
            wall = now_micros()
            over = self.at < (wall - self.days * _DAY) // self.unit
        return over if self.only is None else and_(self.only, over)


ENDED_FOR: Final = 30  # pragma: no mutate - a choice
"""Days after its end for which a deal's card is redrawn and its topic is answered in."""
DEALS_AT_ONCE: Final = 200  # pragma: no mutate - a choice
SWEPT: Final = "ended-and-swept"
"""The flag that says until which end, in microseconds of the rules' clock, deals are swept."""
_CLOSE_UP: Final = text(
    "UPDATE deals SET rowid = (SELECT max(rowid) + 1 FROM deals) WHERE id = :deal"
)
"""On SQLite a row that shrank keeps its page for itself; one that moves to the end leaves it."""
_D: Final = t.deals.c
_I, _N, _R, _F = t.inbox.c, t.notices.c, t.requests.c, t.forms.c
_OF_AN_UPDATE: Final = func.substr(_R.request, 1, 1).between("0", "9")
AGED: Final = (
    # Telegram keeps an unconfirmed update for a day, so an older one does not come again.
    Age(t.inbox, _I.taken_at, 3, _I.state == "done"),
    Age(t.inbox, _I.taken_at, 30, _I.state == "aside"),
    Age(t.requests, _R.at, 7, _OF_AN_UPDATE, unit=0),
    Age(t.requests, _R.at, 60, unit=0),
    Age(t.notices, _N.ended_at, 30, _N.state.in_(("sent", "skipped"))),
    # Why one never arrived is asked later.
    Age(t.notices, _N.ended_at, 60, _N.state != "queued"),
    Age(t.forms, _F.at, 30, _F.touched < 0),
    Age(t.forms, _F.at, 180),
    Age(t.relays, t.relays.c.at, 180),
    Age(t.buttons, t.buttons.c.at, 180),
    Age(t.files, t.files.c.at, 90, t.files.c.deal == ""),
    Age(t.used, t.used.c.hour, 31, unit=_DAY // 24),
)
KEPT: Final = {
    t.deals: "domain history: `limits.drafts` and `limits.open_deals` a person, then it is kept",
    t.parties: "two rows a deal",
    t.events: "domain history, append-only: what one day adds has its limits",
    t.words: "goes with the history that refers to it; help is limited by the day",
    t.deadlines: "those of open deals, a few each",
    t.accounts: "a few a deal and currency",
    t.entries: "the books, append-only: money that moved",
    t.postings: "the books, append-only",
    t.suspense: "one row a transfer that matched nothing: money that moved",
    t.payout_lines: "one row a payout in a file for the bank: money that moved",
    t.statement_lines: "one row a line of the bank's: told again years later, it does nothing",
    t.holdings: "a fixed number of stripes a currency",
    t.people: "one row an account of Telegram",
    t.allowances: "one row a person and currency, while the desk allows it",
    t.unread: "one row a person and deal, until the next morning",
    t.cards: "one row a person and deal, until a while after its end",
    t.topics: "one row a dispute, one a person and deal that asked for help; the same",
    t.hearing: "one row a bot",
    t.flags: "switches with fixed names",
}
"""Tables without an age, and what bounds each: a test knows them all."""


def prune(connection: Connection, now: datetime) -> int:
    """Delete some of what nobody asks for any more; `now` is the rules' clock.

    Returns how many rows: as long as there are any, there may be more.
    """
    aged = sum(_some(connection, rule, now) for rule in AGED)
    return aged + _around_what_ended(connection, now)


def _some(connection: Connection, rule: Age, now: datetime) -> int:
    key = list(rule.table.primary_key.columns)
    old = select(*key).where(rule.old(now)).limit(BATCH)
    return connection.execute(delete(rule.table).where(tuple_(*key).in_(old))).rowcount


def _around_what_ended(connection: Connection, now: datetime) -> int:
    """Cards, topics, forms and buttons of deals that ended a while ago; each is swept once.

    What was said, done and paid stays. Returns how many deals there were.
    """
    kept = connection.execute(select(t.flags.c.value).where(t.flags.c.name == SWEPT)).scalar()
    swept = from_micros(int(kept or "0"))
    over = (_D.ended_at > swept, _D.ended_at < now - timedelta(days=ENDED_FOR))
    ends = list(
        connection.execute(
            select(_D.ended_at).where(*over).order_by(_D.ended_at).limit(DEALS_AT_ONCE)
        ).scalars()
    )
    if not ends:
        return 0
    deals = select(_D.id).where(_D.ended_at > swept, _D.ended_at <= ends[-1])
    if connection.dialect.name == "sqlite":
        moved = [{"deal": deal} for deal in connection.execute(deals).scalars()]
        connection.execute(_CLOSE_UP, moved)
    people = select(t.parties.c.person).where(t.parties.c.deal.in_(deals))
    for table in (t.cards, t.forms):
        connection.execute(delete(table).where(table.c.person.in_(people), table.c.deal.in_(deals)))
    for table in (t.topics, t.buttons):
        connection.execute(delete(table).where(table.c.deal.in_(deals)))
    put(connection, t.flags, {"name": SWEPT, "value": str(to_micros(ends[-1]))})
    return len(ends)


def erase(connection: Connection, person: PersonId) -> None:
    """Forget what a person wrote and is called. Digests stay, so no chain or fingerprint breaks.

    The salts go too: with them a short text could be guessed from its digest.
    """
    connection.execute(update(t.words).where(t.words.c.author == person).values(text=None, salt=""))
    gone = {"name": ERASED, "username": None, "handle": None, "phrase": None}
    connection.execute(
        update(t.people).where(t.people.c.id == person).values(**gone, destinations="[]")
    )
    for table, column in (
        (t.forms, t.forms.c.person),
        (t.allowances, t.allowances.c.person),
        (t.unread, t.unread.c.person),
        (t.inbox, t.inbox.c.lane),
        (t.cards, t.cards.c.person),
        (t.relays, t.relays.c.chat),  # a private chat has its person's number
        (t.buttons, t.buttons.c.chat),
    ):
        connection.execute(delete(table).where(column == person))


def referred(connection: Connection, hashes: Sequence[str]) -> set[str]:
    """Which of these hashes a deal, a message, an open form or a relayed answer refers to."""
    query = select(t.files.c.sha256).where(t.files.c.sha256.in_(hashes)).distinct()
    in_forms, in_relays = (
        select(table.c.data).where(table.c.data.contains("sha256")) for table in (t.forms, t.relays)
    )
    kept = in_forms.union_all(in_relays)
    waiting = {
        hash_ for data in connection.execute(kept).scalars() for hash_ in _HASH.findall(data)
    }
    return {*connection.execute(query).scalars(), *waiting.intersection(hashes)}


def every_file(connection: Connection, *, page: int = 2_000) -> Iterator[str]:
    """Every hash that the vault should have, in order."""
    last = ""
    while True:
        f = t.files.c
        query = select(f.sha256).where(f.sha256 > last).distinct().order_by(f.sha256).limit(page)
        found = list(connection.execute(query).scalars())
        yield from found
        if len(found) < page:
            return
        last = found[-1]
