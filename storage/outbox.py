"""Notices until they are delivered, in order a person.

    outbox = SqlOutbox(database, "parties")        or "desk"
    await outbox.take(but, limit, later=True) -> [Owed]   the first due notice of each person
    await outbox.renew()                                  still at work: leases begin anew
    await outbox.ended(sent, skipped)                     accepted by Telegram; true no longer
    await outbox.failed(id, why)                          never again
    await outbox.again(id, seconds, tried=True)           not before so long
    await outbox.hand_back()                              give up every lease of this process
    await outbox.lag() -> seconds                         how long the oldest due one has waited

On PostgreSQL several couriers share the queue by leases, short and renewed by whoever works: what a
killed one held is sent by the next within seconds. On SQLite one process works. All of it
counts by the database's clock.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, bindparam, func, select, update

from core.ids import SYSTEM, DealId, PersonId
from core.notices import Notice
from core.words import Words
from storage import tables as t
from storage.engine import Database, doing, wall
from storage.mapping import read_files

LEASE: Final = 10.0
"""Seconds without a word after which another courier may send what this one took."""

_N, _W = t.notices.c, t.words.c
_BEFORE: Final = t.notices.alias("before")
_COLUMNS: Final = (
    _N.id,
    _N.recipient,
    _N.kind,
    _N.deal,
    _N.milestone,
    _N.data,
    _N.words,
    _N.files,
    _N.ring,
    _N.seen,
    _N.serves,
    _N.later,
    _N.attempts,
    _W.salt,
    _W.text,
)


@dataclass(frozen=True, slots=True)
class Owed:
    """A notice in the queue. `later`: a reminder or alarm; `attempts` is how often it was tried."""

    id: int
    notice: Notice
    later: bool
    attempts: int


def _next(*, people: bool) -> Any:  # noqa: ANN401 - a statement
    first = (
        select(_BEFORE.c.id)
        .where(
            _BEFORE.c.state == "queued",
            _BEFORE.c.recipient == _N.recipient,
            _BEFORE.c.id < _N.id,
        )
        .exists()
    )
    return (
        select(*_COLUMNS)
        .outerjoin(t.words, (_W.deal == func.coalesce(_N.deal, "")) & (_W.digest == _N.words))
        .where(
            _N.state == "queued",
            _N.recipient > SYSTEM if people else _N.recipient <= SYSTEM,
            _N.recipient.not_in(bindparam("but", expanding=True)),
            _N.later <= bindparam("later"),
            # Never put off: due, whatever clock the one had who owed it.
            (_N.next_at <= bindparam("now")) | (_N.next_at == _N.queued_at),
            _N.lease <= bindparam("now"),
            ~first,
        )
        .order_by(_N.later, _N.id)
        .limit(bindparam("most"))
        .with_for_update(skip_locked=True, of=t.notices)
    )


_NEXT: Final = {"parties": _next(people=True), "desk": _next(people=False)}
_WHERE_IDS: Final = _N.id.in_(bindparam("ids", expanding=True))
_LEASE: Final = (
    update(t.notices).where(_WHERE_IDS, _N.state == "queued").values(lease=bindparam("until"))
)
_END: Final = (
    update(t.notices)
    .where(_WHERE_IDS, _N.state == "queued")
    .values(state=bindparam("end"), ended_at=bindparam("now"), why=bindparam("because"))
)
_AGAIN: Final = (
    update(t.notices)
    .where(_N.id == bindparam("row"))
    .values(
        next_at=bindparam("at_"),
        lease=0,
        attempts=_N.attempts + bindparam("tried"),
    )
)
_LAGS: Final = {
    bot: select(_N.later, func.min(_N.next_at).label("oldest"))
    .where(_N.state == "queued", whose)
    .group_by(_N.later)
    for bot, whose in (("parties", _N.recipient > SYSTEM), ("desk", _N.recipient <= SYSTEM))
}
URGENCIES: Final = ("now", "later")


class SqlOutbox:
    """The queue of one bot's notices, as one process sees it."""

    def __init__(self, database: Database, bot: str, *, lease: float = LEASE) -> None:
        """`bot` is parties (people's notices) or desk; `lease` in seconds."""
        self._database = database
        self._bot = bot
        self._next = _NEXT[bot]
        self._lease = lease
        self._shared = database.dialect == "postgresql"
        self._taken: set[int] = set()
        self._renew_at = 0.0

    async def take(self, but: Iterable[PersonId], limit: int, *, later: bool) -> Sequence[Owed]:
        """The first notice of each person that is due, leased; what is waited for first.

        Nobody among `but`; without `later`, no reminders.
        """
        params = {"but": list(but) or [SYSTEM], "later": int(later), "most": limit}
        if not self._shared:
            return await self._database.read(lambda connection: self._look(connection, params))
        return await self._database.write(lambda connection: self._lease_next(connection, params))

    def _look(self, connection: Connection, params: dict[str, Any]) -> list[Owed]:
        found = connection.execute(self._next, params | {"now": wall(connection)})
        return [_owed(row) for row in found]

    def _lease_next(self, connection: Connection, params: dict[str, Any]) -> list[Owed]:
        found = self._look(connection, params)
        if found:
            ids = [owed.id for owed in found]
            connection.execute(_LEASE, {"ids": ids, "until": self._until(connection)})
            self._taken.update(ids)
        return found

    def _until(self, connection: Connection) -> int:
        return wall(connection) + int(self._lease * 1_000_000)

    async def renew(self) -> None:
        """Say that this process is still at work, if it is time; nobody has to ask on SQLite."""
        clock, taken = time.monotonic(), list(self._taken)
        if not taken or clock < self._renew_at:
            return
        self._renew_at = clock + self._lease / 4
        await self._database.write(
            lambda c: c.execute(_LEASE, {"ids": taken, "until": self._until(c)})
        )

    async def ended(self, sent: Sequence[int], skipped: Sequence[int]) -> None:
        """They were accepted by Telegram, or are true no longer."""

        def work(connection: Connection) -> None:
            for end, ids in (("sent", sent), ("skipped", skipped)):
                if ids:
                    _end(connection, ids, end)

        await self._database.write(work)
        self._taken.difference_update(sent, skipped)

    async def failed(self, notice: int, why: str) -> None:
        """Never again."""
        await self._database.write(lambda c: _end(c, [notice], "failed", why))
        self._taken.discard(notice)

    async def again(self, notice: int, seconds: float, *, tried: bool) -> None:
        """Not before so long; `tried` counts it as an attempt."""

        def work(connection: Connection) -> None:
            at = wall(connection) + int(seconds * 1_000_000)
            connection.execute(_AGAIN, {"row": notice, "at_": at, "tried": int(tried)})

        await self._database.write(work)
        self._taken.discard(notice)

    async def hand_back(self) -> None:
        """Give up every lease of this process."""
        if self._taken:
            await self._database.write(doing(_LEASE, ids=list(self._taken), until=0))
            self._taken.clear()

    async def lags(self) -> dict[str, float]:
        """By urgency: seconds since the oldest queued notice could have been sent; 0 for none."""

        def look(connection: Connection) -> dict[str, float]:
            now = wall(connection)
            oldest = {row.later: row.oldest for row in connection.execute(_LAGS[self._bot])}
            return {
                urgency: max(now - oldest.get(number, now), 0) / 1_000_000
                for number, urgency in enumerate(URGENCIES)
            }

        return await self._database.read(look)


def _end(connection: Connection, ids: Sequence[int], end: str, because: str | None = None) -> None:
    values = {"ids": list(ids), "end": end, "now": wall(connection), "because": because}
    connection.execute(_END, values)


def _owed(row: Any) -> Owed:  # noqa: ANN401 - a row of _next
    words = None if row.words is None else Words(row.words, row.text, row.salt or "")
    notice = Notice(
        PersonId(row.recipient),
        row.kind,
        None if row.deal is None else DealId(row.deal),
        row.milestone,
        json.loads(row.data),
        words,
        read_files(row.files),
        bool(row.ring),
        row.seen,
        row.serves,
    )
    return Owed(row.id, notice, bool(row.later), row.attempts)
