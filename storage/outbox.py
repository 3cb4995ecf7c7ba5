"""Notices until they are delivered, in order a lane.

    outbox = SqlOutbox(database, "parties")        or "desk"
    await outbox.take(but, limit, full) -> [Owed]         the first due notice of each lane
    await outbox.alike(id) -> [Owed]                      what may leave in the same message
    await outbox.told(ids) -> [Owed]                      what left, for a card that is drawn anew
    await outbox.renew()                                  still at work: leases begin anew
    await outbox.took(id, parts, also)                    so many messages of it are accepted
    await outbox.ended(sent, skipped)                     accepted by Telegram; true no longer
    await outbox.failed(id, why, follows)                 never again
    await outbox.again(id, seconds, tried=True)           not before so long
    await outbox.hand_back()                              give up every lease of this process
    await outbox.lag() -> seconds                         how long the oldest due one has waited

What follows a notice is owed in the transaction that marks it as sent: its receiver's live card,
the old card's buttons, the ✓ at the desk. So nothing that fails afterwards can undo the delivery.

On PostgreSQL several couriers share the queue by leases, short and renewed by whoever works: what a
killed one held is sent by the next within seconds, and at once by one that is alone. On SQLite one
process works. All of it counts by the database's clock.
"""

from __future__ import annotations

import json
import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, Protocol

from sqlalchemy import Connection, Executable

from core.deal.notice import Notice
from core.escrow import Executed, Form
from core.ports import UnitOfWork
from core.talking import ASKED
from core.timing import WindowServed
from core.values.ids import DealId, PersonId
from core.values.words import Words
from storage import cards
from storage import outbox_sql as q
from storage import statements as s
from storage.columns import from_micros, now_micros
from storage.engine import Database, doing, wall
from storage.mapping import Met, read_files
from storage.prepared import Row, find, write
from storage.rows import holds_of, notice_row
from storage.unit_of_work import SqlUnitOfWork

ADOPT_EVERY: Final = 2.0
"""Seconds between looks whether others left something behind."""
LEASE: Final = 10.0
"""Seconds without a word after which another courier may send what this one took."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A notice in the queue. `rank` says who goes first; `attempts` is how often it was tried.

    `parts`: messages of it that Telegram took. `overtaken`: a later one says all that it would.
    """

    id: int
    notice: Notice
    lane: str
    rank: int
    later: bool
    attempts: int
    parts: int
    overtaken: bool
    request: str | None = None
    """What it comes of; for the log."""


class Sent(Protocol):
    """A notice that Telegram accepted."""

    @property
    def id(self) -> int:
        """In the queue."""
        ...

    @property
    def follows(self) -> Sequence[Notice]:
        """What is owed because of it."""
        ...

    @property
    def also(self) -> Sequence[int]:
        """What was told in the same message."""
        ...

    @property
    def live(self) -> cards.Live | None:
        """The live card that it is, or brought up to date."""
        ...


URGENCIES: Final = ("now", "later")


class SqlOutbox:
    """The queue of one bot's notices, as one process sees it."""

    def __init__(self, database: Database, bot: str, *, lease: float = LEASE) -> None:
        """`bot` is parties (people's notices) or desk; `lease` in seconds."""
        self._database = database
        self._bot = bot
        self._next = q.NEXT[bot]
        self._lease = lease
        self._shared = database.dialect == "postgresql"
        self._presence = database.presence(f"outbox:{bot}")
        self._short = False
        """Nothing was left by the last look."""
        self._adopt_at = 0.0
        self._taken: set[int] = set()
        self._renew_at = 0.0

    async def take(
        self, but: Iterable[str], limit: int, full: Collection[int] = ()
    ) -> Sequence[Owed]:
        """The first notice of each lane that is due, leased; the most urgent first.

        No lane among `but`, and no rank among `full`. Of people who ask for help, whoever had
        something posted stands behind whoever had nothing.
        """
        statement, lanes = self._next.fit(list(but) or [""])
        params = lanes | q.full(full) | {"most": limit}
        if not self._shared:
            # What is short is read before a thread had woken.
            look = self._database.glance if self._short else self._database.read
            found = await look(lambda c: self._look(c, statement, params))
            self._short = len(found) < limit
            return found
        if time.monotonic() >= self._adopt_at:
            self._adopt_at = time.monotonic() + ADOPT_EVERY
            await self._adopt()
        return await self._database.write(lambda c: self._lease_next(c, statement, params))

    async def _adopt(self) -> None:
        """What somebody leased who is alive no more waits for no lease."""
        async with self._presence.alone() as alone:
            if alone:
                mine = list(self._taken) or [0]
                await self._database.write(doing(q.LEFT[self._bot], mine=mine))

    def _look(self, connection: Connection, statement: Executable, params: Row) -> list[Owed]:
        found = find(connection, statement, params | {"now": wall(connection)})
        return [_owed(row) for row in found]

    def _lease_next(self, connection: Connection, statement: Executable, params: Row) -> list[Owed]:
        found = self._look(connection, statement, params)
        if found:
            ids = [owed.id for owed in found]
            connection.execute(q.LEASED, {"ids": ids, "until": self._until(connection)})
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
            lambda c: c.execute(q.LEASED, {"ids": taken, "until": self._until(c)})
        )

    async def alike(self, notice: int) -> Sequence[Owed]:
        """What may leave in one message with it: of a person what waits about the same deal.

        At the desk, of a call for help, what its person wrote since about the same, none of it
        posted yet. Nobody else sends it meanwhile: the first of its lane is taken.
        """
        first = {"of_notice": notice}
        return await self._database.glance(
            lambda c: [_owed(row) for row in find(c, q.ALIKE[self._bot], first)]
        )

    async def newest(self, notice: int) -> Sequence[Owed]:
        """What the newest message told its person of the same deal, in order."""
        return await self._database.read(
            lambda c: [_owed(row) for row in c.execute(q.NEWEST, {"of_notice": notice})]
        )

    async def told(self, notices: Sequence[int]) -> Sequence[Owed]:
        """What was told, in order, as far as it is kept."""
        if not notices:
            return ()
        statement, ids = q.TOLD.fit(notices)
        return await self._database.glance(
            lambda c: [_owed(row) for row in find(c, statement, ids)]
        )

    async def took(self, notice: int, parts: int, also: Collection[int] = ()) -> None:
        """Telegram accepted so many of its messages, and with them the first of each of `also`."""

        def work(connection: Connection) -> None:
            connection.execute(q.TOOK, {"row": notice, "taken": parts})
            for other in also:
                connection.execute(q.TOOK, {"row": other, "taken": 1})

        await self._database.write(work)

    async def ended(self, sent: Sequence[Sent], skipped: Sequence[int]) -> bool:
        """They were accepted by Telegram, or are true no longer; what follows is owed, once.

        Returns whether anything is: then wake the courier.
        """
        more = await self._database.write(lambda connection: _mark(connection, sent, skipped))
        self._taken.difference_update((one.id for one in sent), skipped)
        return more

    async def failed(self, notice: int, why: str, follows: Sequence[Notice] = ()) -> None:
        """Never again; what follows is owed."""
        await self._database.write(lambda connection: _fail(connection, notice, why, follows))
        self._taken.discard(notice)

    @staticmethod
    def marking(sent: Sent) -> Form:
        """The mark, in the transaction of a command that the delivery brings; then call `ended`."""

        def write(uow: UnitOfWork, outcome: Executed) -> None:
            windows = (event for event in outcome.events if isinstance(event, WindowServed))
            _mark(_of(uow), [sent], [], anew=any(event.restarted for event in windows))

        return write

    @staticmethod
    def failing(notice: int, why: str, follows: Sequence[Notice] = ()) -> Form:
        """The same for what will never arrive; then call `failed`."""
        return lambda uow, _outcome: _fail(_of(uow), notice, why, follows)

    async def again(self, notice: int, seconds: float, *, tried: bool) -> None:
        """Not before so long; `tried` counts it as an attempt."""

        def work(connection: Connection) -> None:
            at = wall(connection) + int(seconds * 1_000_000)
            connection.execute(q.AGAIN, {"row": notice, "at_": at, "tried": int(tried)})

        await self._database.write(work)
        self._taken.discard(notice)

    async def hand_back(self) -> None:
        """Give up every lease of this process."""
        if self._taken:
            await self._database.write(doing(q.LEASED, ids=list(self._taken), until=0))
            self._taken.clear()

    async def lags(self) -> dict[str, float]:
        """By urgency: seconds since the oldest queued notice could have been sent; 0 for none."""

        def look(connection: Connection) -> dict[str, float]:
            now = wall(connection)
            oldest = {row.later: row.oldest for row in connection.execute(q.LAGS[self._bot])}
            return {
                urgency: max(now - oldest.get(number, now), 0) / 1_000_000
                for number, urgency in enumerate(URGENCIES)
            }

        return await self._database.read(look)


def _end(
    connection: Connection, ids: Sequence[int], end: str, because: str | None = None
) -> set[int]:
    """Mark what is queued; which of them were. Who asked for help queues anew with the rest."""
    now = wall(connection)
    statement, listed = q.END.fit(ids)
    ended = find(connection, statement, listed | {"end": end, "now": now, "because": because})
    for lane in {row.lane for row in ended if row.kind in ASKED}:
        connection.execute(q.BEHIND, {"of_lane": lane, "now": now})
    return {row.id for row in ended}


def _mark(
    connection: Connection, sent: Sequence[Sent], skipped: Sequence[int], *, anew: bool = False
) -> bool:
    """What follows is owed by whoever marks first; `anew`: the deal moves in this transaction.

    Returns whether anything is.
    """
    if skipped:
        _end(connection, skipped, "skipped")
    told = [number for one in sent for number in (one.id, *one.also)]
    fresh = _end(connection, told, "sent") if sent else ()
    owed: list[Notice] = []
    for one in sent:
        if one.id in fresh:
            owed += one.follows
            owed += () if one.live is None else cards.shown(connection, one.live, anew=anew)
    owe(connection, owed)
    return bool(owed)


def _fail(connection: Connection, notice: int, why: str, follows: Sequence[Notice]) -> None:
    if _end(connection, [notice], "failed", why):
        owe(connection, follows)


def _of(uow: UnitOfWork) -> Connection:
    assert isinstance(uow, SqlUnitOfWork)  # noqa: S101 - for the type alone
    return uow.connection


def owe(connection: Connection, notices: Iterable[Notice]) -> None:
    """As a unit of work does; the words of what follows are kept already."""
    at, now = datetime.now(UTC), now_micros()
    rows = [notice_row(notice, at, now, Met()) for notice in notices]
    if rows:
        write(connection, s.NOTICES, rows)


def _owed(row: Any) -> Owed:  # noqa: ANN401 - a row of _next
    words = None if row.words is None else Words(row.words, row.text, row.salt or "")
    data = json.loads(row.data)
    notice = Notice(
        PersonId(row.recipient),
        row.kind,
        None if row.deal is None else DealId(row.deal),
        row.milestone,
        data,
        words,
        read_files(row.files),
        bool(row.ring),
        None if row.serves is None else from_micros(row.serves),
        holds=holds_of(row.seen, data),
    )
    return Owed(
        row.id,
        notice,
        row.lane,
        row.rank,
        bool(row.later),
        row.attempts,
        row.parts,
        bool(row.overtaken),
        row.request,
    )
