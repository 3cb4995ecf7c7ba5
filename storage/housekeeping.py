"""What may go after a while, and what must go when a person asks.

prune(connection, now)             what is over: answered updates, old requests, ended notices
erase(connection, person)          a person's words and name; chains stay whole
referred(connection, hashes)       which files some row refers to, for the vault's collector
every_file(connection)             all hashes, for the doctor
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, delete, select, update

from core.ids import PersonId
from storage import tables as t

UPDATES: Final = timedelta(days=3)
"""Telegram keeps an unconfirmed update for a day, so an older one does not come again."""
REQUESTS: Final = timedelta(days=60)
NOTICES: Final = timedelta(days=60)
_HASH: Final = re.compile(r"\b[0-9a-f]{64}\b")


def prune(connection: Connection, now: datetime) -> int:
    """Delete what nobody asks for any more; `now` is the rules' clock. Returns how many rows."""
    wall = time.time_ns() // 1_000
    i, n = t.inbox.c, t.notices.c
    gone = (
        delete(t.inbox).where(i.state == "done", i.taken_at < wall - _micros(UPDATES)),
        delete(t.requests).where(t.requests.c.at < now - REQUESTS),
        delete(t.notices).where(n.state != "queued", n.ended_at < wall - _micros(NOTICES)),
    )
    return sum(connection.execute(statement).rowcount for statement in gone)


def _micros(length: timedelta) -> int:
    return length // timedelta(microseconds=1)


def erase(connection: Connection, person: PersonId) -> None:
    """Forget what a person wrote and is called. Digests stay, so no chain or fingerprint breaks.

    The salts go too: with them a short text could be guessed from its digest.
    """
    connection.execute(update(t.words).where(t.words.c.author == person).values(text=None, salt=""))
    connection.execute(
        update(t.people)
        .where(t.people.c.id == person)
        .values(name="", username=None, handle=None, phrase=None, destinations="[]")
    )
    for table, column in (
        (t.forms, t.forms.c.person),
        (t.inbox, t.inbox.c.lane),
        (t.cards, t.cards.c.person),
    ):
        connection.execute(delete(table).where(column == person))


def referred(connection: Connection, hashes: Sequence[str]) -> set[str]:
    """Which of these hashes a deal, a message, an open form or a relayed answer refers to."""
    query = select(t.files.c.sha256).where(t.files.c.sha256.in_(hashes)).distinct()
    kept = select(t.forms.c.data).union_all(select(t.relays.c.data))
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
