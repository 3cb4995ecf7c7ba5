"""Raw updates until they are answered: what Telegram was told is here, and is handled again.

    inbox = SqlInbox(database, bot_id)
    await inbox.keep([(update, lane, urgent), …], mark)  one transaction, with the bot's hearing
    await inbox.take(but, limit) -> [Kept]          this process's next ones, not among `but`
    await inbox.renew()                             still at work: leases begin anew
    await inbox.done(ids)                           answered: the row stays a while, emptied
    await inbox.crashed(id) -> tries                one more try
    await inbox.set_aside(id, incident)             never again
    await inbox.hand_back()                         give up every lease of this process
    await inbox.waiting() -> int                    how many are not done, for metrics

A lane belongs to one process at a time: no update is handed out while an earlier one of its lane
is leased elsewhere. Urgent ones (a checkout that Telegram waits for) pass by. What this process
kept itself it hands out from memory, so an update costs one insert and one update of its row, each
shared with what came and went at the same time.

Leases are short and count by the database's clock; whoever works renews them. So what a killed
process held is handled by the next one within seconds, and no clock of a machine can be wrong.
"""

from __future__ import annotations

import json
import secrets
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, and_, bindparam, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from core.values.hearing import Fetched
from storage import hearing
from storage import tables as t
from storage.engine import Database, doing, wall
from storage.prepared import Listed, find, write

Json = dict[str, Any]
LEASE: Final = 10.0
"""Seconds without a word after which another process may take what this one has not finished."""
OF_ONE_LANE: Final = 64  # pragma: no mutate - a choice
_MOST_VALUES: Final = 1 << 14  # pragma: no mutate - less than either database takes
"""In one statement; what is kept beyond is found again, and is the same."""
LOOK_EVERY: Final = 2.0
"""Seconds between looks for what other processes left behind."""

_NO_LEASE_HOLDS: Final = 1 << 62

_I = t.inbox.c
_EARLIER: Final = t.inbox.alias("earlier")


@dataclass(frozen=True, slots=True)
class Kept:
    """An update in the inbox. `lane` is whose it is: one lane is handled in order."""

    id: int
    lane: int
    urgent: bool
    update: Json


def _insert(dialect: str) -> Any:  # noqa: ANN401 - a statement of either dialect
    statement = (sqlite.insert if dialect == "sqlite" else postgresql.insert)(t.inbox)
    return statement.on_conflict_do_nothing(index_elements=[_I.bot_id, _I.update_id]).returning(
        _I.id, _I.update_id
    )


_BUSY: Final = (
    select(_I.lane)
    .where(
        _I.bot_id == bindparam("bot"),
        _I.state == "waiting",
        _I.lane.in_(bindparam("lanes")),
        _I.holder != bindparam("me"),
    )
    .distinct()
)
_MINE: Final = or_(_I.holder == bindparam("me"), _I.lease <= bindparam("now"))
_ELSEWHERE: Final = (
    select(_EARLIER.c.id)
    .where(
        _EARLIER.c.state == "waiting",
        _EARLIER.c.bot_id == _I.bot_id,
        _EARLIER.c.lane == _I.lane,
        _EARLIER.c.id < _I.id,  # pragma: no mutate - with <=: what is free is leased to nobody
        _EARLIER.c.holder != bindparam("me"),
        _EARLIER.c.lease > bindparam("now"),
    )
    .exists()
)
_NEXT: Final = Listed(
    "but",
    lambda but: (
        select(_I.id, _I.lane, _I.urgent, _I.body)
        .where(
            _I.bot_id == bindparam("bot"),
            _I.state == "waiting",
            _I.id.not_in(but),
            _MINE,
            or_(_I.urgent == 1, ~_ELSEWHERE),
        )
        .order_by(_I.urgent.desc(), _I.id)
        .limit(bindparam("most"))
        .with_for_update(skip_locked=True)
    ),
)
_WHERE_IDS: Final = _I.id.in_(bindparam("ids"))
_LEASE: Final = (
    update(t.inbox).where(_WHERE_IDS).values(holder=bindparam("me"), lease=bindparam("until"))
)
_RENEW: Final = (
    update(t.inbox)
    .where(and_(_I.state == "waiting", _I.holder == bindparam("me")))
    .values(lease=bindparam("until"))
    .returning(_I.id)
)
_DONE: Final = Listed(
    "id", lambda ids: update(t.inbox).where(_I.id.in_(ids)).values(state="done", body="")
)
_CRASHED: Final = (
    update(t.inbox).where(_I.id == bindparam("row")).values(tries=_I.tries + 1).returning(_I.tries)
)
_ASIDE: Final = (
    update(t.inbox)
    .where(_I.id == bindparam("row"))
    .values(state="aside", incident=bindparam("code"))
)
_WAITING: Final = (
    select(func.count())
    .select_from(t.inbox)
    .where(_I.bot_id == bindparam("bot"), _I.state == "waiting")
)


class SqlInbox:
    """The inbox of one bot, as one process sees it."""

    def __init__(self, database: Database, bot_id: int, *, lease: float = LEASE) -> None:
        """`bot_id` is Telegram's; `lease` in seconds."""
        self._database = database
        self._bot = bot_id
        self._lease = lease
        self._me = secrets.token_hex(8)
        self._insert = _insert(database.dialect)
        # On SQLite one process works; what another one held before it was killed is ours at once.
        self._alone = database.dialect == "sqlite"
        self._presence = database.presence(f"inbox:{bot_id}")
        self._kept: dict[int, Kept] = {}
        """What this process holds, by id; handed out or not, until it is done."""
        self._adopted = False
        """Nothing is left of the process before this one."""
        self._look_at = 0.0
        self._renew_at = 0.0

    async def keep(
        self, updates: Sequence[tuple[Json, int, bool]], mark: Fetched | None = None
    ) -> None:
        """Insert (update, lane, urgent) and move the bot's hearing, in one transaction.

        Ids that are there are passed over.
        """
        if not updates:
            if mark is not None:
                await self._database.write(lambda c: hearing.move(c, self._bot, mark))
            return
        lanes = [lane for _, lane, _ in updates]

        def work(connection: Connection) -> tuple[set[int], dict[int, int]]:
            now = wall(connection)
            busy = set() if self._alone and self._adopted else self._busy(connection, lanes)
            since = hearing.heard_by(connection, self._bot)
            rows = [
                self._row(*update, mine=update[1] not in busy, now=now) | {"since": since}
                for update in updates
            ]
            inserted = {row.update_id: row.id for row in connection.execute(self._insert, rows)}
            if mark is not None:
                hearing.move(connection, self._bot, mark)
            return busy, inserted

        await self._presence.here()
        busy, ids = await self._database.write(work)
        for update_, lane, urgent in updates:
            number = ids.pop(update_["update_id"], None)
            if number is not None and lane not in busy:
                self._kept[number] = Kept(number, lane, urgent, update_)
        if busy:
            self._look_at = 0.0

    def _busy(self, connection: Connection, lanes: list[int]) -> set[int]:
        """Lanes in which somebody else has something unfinished."""
        who = {"bot": self._bot, "me": self._me, "lanes": lanes}
        return set(connection.execute(_BUSY, who).scalars())

    def _row(self, update_: Json, lane: int, urgent: bool, *, mine: bool, now: int) -> Json:  # noqa: FBT001 - as in keep()
        return {
            "bot_id": self._bot,
            "update_id": update_["update_id"],
            "lane": lane,
            "urgent": int(urgent),
            "body": json.dumps(update_, ensure_ascii=False, separators=(",", ":")),
            "state": "waiting",
            "tries": 0,
            "holder": self._me if mine else "",
            "lease": self._until(now) if mine else 0,
            "taken_at": now,
        }

    def _until(self, now: int) -> int:
        return now + int(self._lease * 1_000_000)

    async def take(self, but: Iterable[int], limit: int) -> Sequence[Kept]:
        """The oldest waiting ones that are not among `but`, leased to this process.

        Of one lane no more than `OF_ONE_LANE` are out at once, so that nobody fills the house.
        """
        held = set(but)
        out = Counter(self._kept[number].lane for number in held if number in self._kept)
        clock = time.monotonic()
        if clock >= self._look_at:
            self._look_at = clock + LOOK_EVERY
            await self._find(limit)
        free = (kept for number, kept in self._kept.items() if number not in held)
        taken: list[Kept] = []
        for kept in sorted(free, key=lambda kept: (not kept.urgent, kept.id)):
            if out[kept.lane] < OF_ONE_LANE or kept.urgent:
                out[kept.lane] += 1
                taken.append(kept)
            if len(taken) == limit:
                break
        return taken

    async def renew(self) -> None:
        """Say that this process is still at work, if it is time; nobody has to ask on SQLite.

        What was taken for left behind meanwhile, and is another's now, is let go.
        """
        clock, held = time.monotonic(), set(self._kept)
        if self._alone or not held or clock < self._renew_at:
            return
        self._renew_at = clock + self._lease / 4

        def work(connection: Connection) -> set[int]:
            values = {"me": self._me, "until": self._until(wall(connection))}
            return set(connection.execute(_RENEW, values).scalars())

        for lost in held - await self._database.write(work):
            self._kept.pop(lost, None)

    async def _find(self, limit: int) -> None:
        """Look in the table for what this process does not hold: left over, or left by others."""
        following, but = _NEXT.fit(list(self._kept)[:_MOST_VALUES] or [0])
        params = but | {"bot": self._bot, "me": self._me, "most": limit}

        def look(connection: Connection) -> bool:
            return bool(find(connection, following, params | {"now": _NO_LEASE_HOLDS}))

        def work(connection: Connection) -> list[Kept]:
            now = wall(connection)
            over = _NO_LEASE_HOLDS if alone else now
            rows = find(connection, following, params | {"now": over})
            if rows:
                ids = [row.id for row in rows]
                values = {"ids": ids, "me": self._me, "until": self._until(now)}
                connection.execute(_LEASE, values)
            return [Kept(r.id, r.lane, bool(r.urgent), json.loads(r.body)) for r in rows]

        # Mostly there is nothing: a look beside the writer costs no commit.
        if self._alone and not await self._database.glance(look):
            self._adopted = True
            return
        async with self._presence.alone() as alone:
            found = await self._database.write(work)
        self._kept |= {kept.id: kept for kept in found}
        if len(found) == limit:
            self._look_at = 0.0

    async def done(self, ids: Sequence[int]) -> None:
        """They were answered. What they said is dropped; that they were seen is kept a while."""
        if ids:
            listed = list(ids)
            statement, rows = _DONE.fit(listed)
            await self._database.write(lambda connection: write(connection, statement, rows))
            for number in listed:
                self._kept.pop(number, None)

    async def crashed(self, kept: int) -> int:
        """Count one more try; returns how many there were."""
        params = {"row": kept}
        return await self._database.write(lambda c: int(c.execute(_CRASHED, params).scalar_one()))

    async def set_aside(self, kept: int, incident: str) -> None:
        """Never again; support finds it by the code."""
        await self._database.write(doing(_ASIDE, row=kept, code=incident))
        self._kept.pop(kept, None)

    async def hand_back(self) -> None:
        """Give up every lease of this process."""
        await self._database.write(doing(_RENEW, me=self._me, until=0))
        self._kept.clear()
        self._look_at = 0.0

    async def waiting(self) -> int:
        """How many are not done."""
        params = {"bot": self._bot}
        return await self._database.read(lambda c: int(c.execute(_WAITING, params).scalar_one()))
