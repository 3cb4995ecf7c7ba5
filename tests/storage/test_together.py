"""What waits at SQLite's writer is committed together, and each stands for itself all the same."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator

import pytest
from sqlalchemy import Connection, Engine, event, text

from core.ports import LostRace, StoreAway
from storage.engine import Database, open_database

ROW = text("INSERT INTO flags (name, value) VALUES (:name, '')")
NAMES = text("SELECT name FROM flags ORDER BY name")
Work = Callable[[Connection], object]


@pytest.fixture
async def lite(sqlite_url: str) -> AsyncIterator[Database]:
    opened = open_database(sqlite_url)
    yield opened
    await opened.close()


@pytest.fixture
def commits() -> Iterator[list[None]]:
    """One entry a commit, of any connection."""
    seen: list[None] = []

    def note(_: Connection) -> None:
        seen.append(None)

    event.listen(Engine, "commit", note)
    yield seen
    event.remove(Engine, "commit", note)


def put(name: str) -> Work:
    return lambda connection: connection.execute(ROW, {"name": name}).rowcount


async def names(database: Database) -> list[str]:
    return await database.read(lambda c: list(c.execute(NAMES).scalars()))


async def all_wait(database: Database, *works: Work) -> list[asyncio.Task[object]]:
    """Begun while the writer is busy with another one, which has ended by now."""
    begun, go = threading.Event(), threading.Event()

    def busy(_: Connection) -> None:
        begun.set()
        go.wait(10)

    first = asyncio.create_task(database.write(busy))
    await asyncio.to_thread(begun.wait, 10)
    waiting = [asyncio.create_task(database.write(work)) for work in works]
    await asyncio.sleep(0)
    go.set()
    await first
    return waiting


async def at_once(database: Database, *works: Work) -> list[object]:
    """What comes of them."""
    return await asyncio.gather(*await all_wait(database, *works), return_exceptions=True)


async def test_what_waits_at_the_same_time_is_one_commit(
    lite: Database, commits: list[None]
) -> None:
    await at_once(lite, *map(put, "abcde"))
    assert len(commits) == 2  # of the one that was waited for, and of the five
    assert await names(lite) == list("abcde")


async def test_what_fails_takes_back_itself_alone(lite: Database) -> None:
    def raises(connection: Connection) -> None:
        connection.execute(ROW, {"name": "half"})
        raise KeyError

    results = await at_once(lite, put("a"), raises, put("a"), put("b"))
    assert results[0] == results[3] == 1
    assert isinstance(results[1], KeyError)
    assert "UNIQUE" in str(results[2])
    assert await names(lite) == ["a", "b"]


async def test_what_lost_a_race_runs_again_and_leaves_nothing_of_the_first_time(
    lite: Database,
) -> None:
    tries: list[None] = []

    def loses(connection: Connection) -> None:
        tries.append(None)
        connection.execute(ROW, {"name": f"try {len(tries)}"})
        if len(tries) == 1:
            raise LostRace

    assert await at_once(lite, put("a"), loses, put("b")) == [1, None, 1]
    assert await names(lite) == ["a", "b", "try 2"]


async def test_nobody_is_told_before_the_commit(lite: Database) -> None:
    inside, go = threading.Event(), threading.Event()

    def last(_: Connection) -> None:
        inside.set()
        go.wait(10)

    first, second = await all_wait(lite, put("a"), last)
    await asyncio.to_thread(inside.wait, 10)
    assert await names(lite) == []
    assert not first.done()
    go.set()
    assert [await first, await second] == [1, None]
    assert await names(lite) == ["a"]


async def test_a_commit_that_fails_fails_all_of_them(lite: Database) -> None:
    def breaks(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.exec_driver_sql(
            "INSERT INTO deadlines (deal, key, kind, due, opened_at, target)"
            " VALUES ('nowhere', 'k', 'review-ends', 0, 0, 0)"
        )

    results = await at_once(lite, put("a"), breaks, put("b"))
    assert ["FOREIGN KEY" in str(result) for result in results] == [True] * 3
    assert await names(lite) == []
    await lite.write(put("c"))
    assert await names(lite) == ["c"]


async def test_what_rolls_all_back_costs_the_others_nothing(lite: Database) -> None:
    """As SQLite does by itself where the disk is full or broken."""

    def breaks(connection: Connection) -> None:
        connection.exec_driver_sql("ROLLBACK")
        raise KeyError

    results = await at_once(lite, put("a"), breaks, put("b"))
    assert results[0] == results[2] == 1
    assert isinstance(results[1], Exception)
    assert await names(lite) == ["a", "b"]


async def test_a_locked_file_fails_whoever_it_kept_waiting(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.sqlite._PRAGMAS", ("PRAGMA busy_timeout = 10",))
    lite, other = open_database(sqlite_url), open_database(sqlite_url)
    locked, go = threading.Event(), threading.Event()

    def lock(_: Connection) -> None:
        locked.set()
        go.wait(10)

    holding = asyncio.create_task(other.write(lock))
    await asyncio.to_thread(locked.wait, 10)
    works = [lite.write(put(name)) for name in "abc"]
    results = await asyncio.gather(*works, return_exceptions=True)
    assert [type(result) for result in results] == [StoreAway] * 3
    go.set()
    await holding
    await lite.write(put("d"))
    assert await names(lite) == ["d"]
    await lite.close()
    await other.close()


async def test_a_glance_is_taken_in_the_loops_own_thread_and_sees_the_last_commit(
    lite: Database,
) -> None:
    await lite.write(put("a"))
    found = await lite.glance(lambda c: (list(c.execute(NAMES).scalars()), threading.get_ident()))
    assert found == (["a"], threading.get_ident())
    await lite.write(put("b"))
    assert await lite.glance(lambda c: list(c.execute(NAMES).scalars())) == ["a", "b"]


async def test_a_glance_writes_nothing_and_the_next_one_works(lite: Database) -> None:
    with pytest.raises(Exception, match="readonly"):
        await lite.glance(put("a"))
    assert await lite.glance(lambda c: list(c.execute(NAMES).scalars())) == []


async def test_a_glance_sees_one_moment(lite: Database) -> None:
    """Its statements do not see what is committed between them."""
    done = threading.Event()

    async def write() -> None:
        await lite.write(put("a"))

    def elsewhere() -> None:
        asyncio.run(write())
        done.set()

    def look(connection: Connection) -> list[int]:
        before = len(connection.execute(NAMES).all())
        threading.Thread(target=elsewhere).start()
        done.wait(10)
        return [before, len(connection.execute(NAMES).all())]

    assert await lite.glance(look) == [0, 0]
    assert await names(lite) == ["a"]


async def test_where_a_glance_would_wait_another_thread_does(
    lite: Database,
) -> None:
    await lite.glance(lambda c: c.execute(NAMES).all())
    elsewhere = await asyncio.to_thread(
        lambda: asyncio.run(lite.glance(lambda _: threading.get_ident()))
    )
    assert elsewhere != threading.get_ident()
