"""Two at once: on SQLite they stand in line, on PostgreSQL the second sees what the first did."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import func, select

from core.paying.events import DealOpened
from core.ports import Answer, UnitOfWork
from storage import tables as t
from storage.engine import Database, open_database
from storage.store import SqlStore
from tests.kit.fakes import START
from tests.storage.test_contract import BINA, ONE, SAY, TWO, deadline, deal, entry


async def all_at_once(store: SqlStore, *works: Callable[[UnitOfWork], object]) -> list[object]:
    return await asyncio.gather(*(store.run(work) for work in works), return_exceptions=True)


async def count(store: SqlStore, table: str) -> int:
    query = select(func.count()).select_from(t.metadata.tables[table])
    return await store.read(lambda connection: connection.execute(query).scalar_one())


async def test_nobody_overwrites_what_another_saved(store: SqlStore) -> None:
    await store.run(lambda uow: uow.add_deal(deal()))

    def work(uow: UnitOfWork) -> None:
        loaded = uow.deal(ONE)
        assert loaded is not None
        uow.save_deal(replace(loaded, seen=loaded.seen + 1))
        uow.record_events(ONE, SAY, [DealOpened()], START, None)
        uow.schedule(ONE, [deadline(f"k{loaded.seen}")])

    results = await all_at_once(store, *[work] * 12)
    assert results == [None] * 12
    found = await store.run(lambda uow: uow.deal(ONE))
    assert found is not None
    assert (found.seen, found.version) == (13, 13)
    assert await count(store, "events") == 12
    assert await count(store, "deadlines") == 1


async def test_a_request_that_comes_twice_at_once_is_done_once(store: SqlStore) -> None:
    await store.run(lambda uow: uow.add_deal(deal()))

    def work(uow: UnitOfWork) -> str:
        if uow.answered("r1") is not None:
            return "again"
        loaded = uow.deal(ONE)
        assert loaded is not None
        uow.save_deal(replace(loaded, seen=loaded.seen + 1))
        uow.remember("r1", Answer(ONE), START)
        return "done"

    results = await all_at_once(store, *[work] * 8)
    assert sorted(map(str, results)) == ["again"] * 7 + ["done"]
    found = await store.run(lambda uow: uow.deal(ONE))
    assert found is not None
    assert found.seen == 2


async def test_one_deposit_told_twice_at_once_is_booked_once(store: SqlStore) -> None:
    deposit = entry("deposit:play:x", ("asset:play", "hold:x", 300))
    results = await all_at_once(store, *[lambda uow: uow.post([deposit], START)] * 8)
    assert results == [None] * 8
    assert await count(store, "entries") == 1
    balance = select(t.accounts.c.balance).where(t.accounts.c.account == "hold:x")
    assert await store.read(lambda connection: connection.execute(balance).scalar_one()) == 300


async def test_a_chain_stays_gapless_when_many_append(store: SqlStore) -> None:
    def work(number: int) -> Callable[[UnitOfWork], None]:
        own = entry(f"d{number}", ("asset:play", "hold:x", 1))
        other = entry(f"o{number}", ("asset:play", "hold:y", 1), chain=TWO)
        return lambda uow: uow.post([own, other], START)

    await all_at_once(store, *(work(number) for number in range(6)))
    n = t.entries.c
    query = select(n.chain_seq, n.previous, n.hash).where(n.chain == ONE).order_by(n.chain_seq)
    rows = await store.read(lambda connection: connection.execute(query).all())
    assert [row.chain_seq for row in rows] == list(range(1, len(rows) + 1))
    assert [row.previous for row in rows[1:]] == [row.hash for row in rows[:-1]]


async def test_a_hold_is_not_spent_twice_at_once(store: SqlStore) -> None:
    await store.run(lambda uow: uow.post([entry("d", ("asset:play", "hold:x", 100))], START))

    def spend(number: int) -> Callable[[UnitOfWork], None]:
        leg = ("hold:x", f"payable:{number}", 60)
        return lambda uow: uow.post([entry(f"s{number}", leg, chain=TWO)], START)

    results = await all_at_once(store, spend(1), spend(2))
    assert sum(result is None for result in results) == 1
    balance = select(t.accounts.c.balance).where(t.accounts.c.account == "hold:x")
    assert await store.read(lambda connection: connection.execute(balance).scalar_one()) == 40


async def test_reads_go_on_beside_a_writer(database: Database) -> None:
    store = SqlStore(database)
    await store.run(lambda uow: uow.add_deal(deal()))
    loop = asyncio.get_running_loop()
    reading = asyncio.Event()

    def work(uow: UnitOfWork) -> bool:
        loaded = uow.deal(ONE)
        assert loaded is not None
        uow.save_deal(replace(loaded, seen=9))
        assert uow.count_deals(BINA) == (1, 0)  # so that the row is written
        loop.call_soon_threadsafe(reading.set)
        return True

    writing = asyncio.create_task(store.run(work))
    await reading.wait()
    assert await store.read(lambda c: c.execute(select(t.deals.c.version)).scalar_one()) in (1, 2)
    assert await writing


async def test_a_task_that_is_cancelled_leaves_the_database_working(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    store = SqlStore(database)
    task = asyncio.create_task(store.run(lambda uow: uow.add_deal(deal())))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    # It was handed over whole: it happened, although nobody waits for it.
    assert await store.run(lambda uow: uow.deal(ONE)) is not None
    await database.close()


async def test_whoever_is_interrupted_leaves_no_connection_that_the_next_can_not_use(
    store: SqlStore,
) -> None:
    """Wherever in its work that happens: a stop ends what waits and then writes what was sent."""
    await store.run(lambda uow: uow.add_deal(deal()))
    for turns in range(40):
        reads = [asyncio.create_task(count(store, "deals")) for _ in range(10)]
        writes = [asyncio.create_task(store.run(lambda uow: uow.deal(ONE))) for _ in range(3)]
        for _ in range(turns):
            await asyncio.sleep(0)
        for task in (*reads, *writes):
            task.cancel()
        await asyncio.gather(*reads, *writes, return_exceptions=True)
        assert await asyncio.gather(*(count(store, "deals") for _ in range(10))) == [1] * 10
        await store.run(lambda uow: uow.deal(ONE))
