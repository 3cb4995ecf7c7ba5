"""What is left of a deal that ended: all that was said, done and paid, in few bytes."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import Connection, insert, select, text

from core.deal.model import Deal, DealState
from core.ports import Expecting
from core.values.ids import DealId
from storage import housekeeping
from storage import queries as q
from storage import tables as t
from storage.engine import Database, open_database
from storage.housekeeping import prune
from storage.migrate import downgrade, upgrade
from storage.packing import pack, unpack
from storage.store import SqlStore
from storage.verify import verify
from tests.bench.road import Road, escrow_on
from tests.kit.fakes import START, FakeClock
from tests.storage.test_contract import BINA, CARLOS, ONE, TWO, deal

DAY: Final = timedelta(days=1)
AFTER: Final = START + housekeeping.ENDED_FOR * DAY
TICK: Final = timedelta(microseconds=1)
ROADS: Final = 40
MOST_BYTES: Final = 8_500
"""Of a deal that was paid by bank transfer and ended, on SQLite, its people included."""


def ended(number: DealId = ONE, **changes: Any) -> Deal:
    return deal(number, invitee=CARLOS, state=DealState.CANCELLED, ended_at=START, **changes)


def rows(table: str) -> Callable[[Connection], list[Any]]:
    return lambda connection: list(connection.execute(select(t.metadata.tables[table])).all())


async def add(store: SqlStore, made: Deal) -> None:
    assert await store.run(lambda uow: uow.add_deal(replace(made, state=DealState.DRAFT)))

    def end(uow: Any) -> None:
        found = uow.deal(made.id)
        uow.save_deal(replace(made, version=found.version))

    await store.run(end)


async def test_the_document_of_an_ended_deal_is_packed_and_read_as_it_was(store: SqlStore) -> None:
    await add(store, ended())
    await add(store, deal(TWO))
    [packed], [plain] = [
        [row for row in await store.read(rows("deals")) if row.id == number]
        for number in (ONE, TWO)
    ]
    assert (packed.terms, packed.body[:3], plain.body[:1]) == ("", "z1:", "{")
    assert unpack(*pack(plain.terms, plain.body)) == (plain.terms, plain.body)
    found = await store.read(lambda c: q.load_deals(c, [ONE, TWO]))
    assert found == {number: await store.run(lambda u, n=number: u.deal(n)) for number in found}  # type: ignore[misc]
    assert found[ONE] == ended(version=2)


async def stand_around(store: SqlStore, number: DealId) -> None:
    form = Expecting(CARLOS, "parties", "help", number)
    await store.run(lambda uow: uow.expect(form))
    cards = {"person": BINA, "deal": number, "message_id": 5}
    topic = {"kind": "help", "deal": number, "milestone": 0, "person": BINA, "thread_id": 1}
    button = {"bot": "parties", "chat": BINA, "message_id": ord(number[0]), "deal": number}

    def work(connection: Connection) -> None:
        connection.execute(insert(t.cards), cards)
        connection.execute(insert(t.topics), topic | {"data": "{}"})
        connection.execute(insert(t.buttons), button | {"presses": "[]", "at": 1 << 60})

    await store.write(work)


AROUND: Final = ("cards", "forms", "topics", "buttons")


async def left(store: SqlStore) -> dict[str, list[DealId]]:
    return {name: [row.deal for row in await store.read(rows(name))] for name in AROUND}


async def test_what_stood_around_a_deal_leaves_a_month_after_its_end(store: SqlStore) -> None:
    await add(store, ended())
    await add(store, deal(TWO))
    for number in (ONE, TWO):
        await stand_around(store, number)
    assert await store.write(lambda c: prune(c, AFTER)) == 0
    assert set(map(tuple, (await left(store)).values())) == {(ONE, TWO)}
    assert await store.write(lambda c: prune(c, AFTER + TICK)) == 1
    assert await left(store) == {name: [TWO] for name in AROUND}
    assert len(await store.read(rows("deals"))) == 2
    assert await store.write(lambda c: prune(c, AFTER + TICK)) == 0


async def test_ended_deals_are_swept_some_at_a_time_and_none_twice(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(housekeeping, "DEALS_AT_ONCE", 2)
    numbers = [DealId(letter * 8) for letter in "ABCDE"]
    for after, number in enumerate(numbers):
        # Two of them ended at one instant, and leave together.
        await add(store, replace(ended(number), ended_at=START - min(after, 3) * DAY))
        await stand_around(store, number)
    swept = [await store.write(lambda c: prune(c, AFTER + TICK)) for _ in range(4)]
    assert swept == [2, 2, 1, 0]
    assert await left(store) == {name: [] for name in AROUND}


def test_a_migration_packs_what_ended_and_unpacks_it_on_the_way_back(url: str) -> None:
    async def fill() -> None:
        store = SqlStore(open_database(url))
        await add(store, ended())
        await add(store, deal(TWO))
        await store.database.close()

    async def look() -> tuple[list[str], dict[DealId, Deal]]:
        database = open_database(url)
        bodies = await database.read(
            lambda c: list(c.execute(text("SELECT body FROM deals ORDER BY id")).scalars())
        )
        found = await database.read(lambda c: q.load_deals(c, [ONE, TWO]))
        await database.close()
        return bodies, found

    asyncio.run(fill())
    packed, before = asyncio.run(look())
    downgrade(url, "0009")
    plain, between = asyncio.run(look())
    upgrade(url)
    again, after = asyncio.run(look())
    assert [body[:1] for body in plain] == ["{", "{"]
    assert [body[:1] for body in packed] == [body[:1] for body in again] == ["z", "{"]
    assert before == between == after


async def test_a_finished_deal_takes_few_bytes(sqlite_url: str) -> None:
    path = Path(sqlite_url.partition(":///")[2])
    database: Database = open_database(sqlite_url)
    store = SqlStore(database)
    clock = FakeClock()
    escrow, empty = escrow_on(store, clock), used(path)
    for number in range(ROADS):
        road = Road(escrow, number, manual=True)
        await road.meet()
        await road.walk()
    # All that was owed was told, and a month has gone by; the broom comes.
    told = t.notices.update().values(state="sent", ended_at=0)
    await store.write(lambda c: c.execute(told).close())
    while await store.write(lambda c: prune(c, clock.now() + 61 * DAY)):
        pass
    assert await store.read(verify) == []
    await database.close()
    assert (used(path) - empty) / ROADS <= MOST_BYTES


def used(path: Path) -> int:
    """Bytes of the pages that hold anything: what others left is used again."""
    with closing(sqlite3.connect(path)) as connection:
        pages, free, size = (
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "freelist_count", "page_size")
        )
    return int((pages - free) * size)
