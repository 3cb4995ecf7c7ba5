"""A database that cannot be had is told apart from a bug, and works again once it can."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing

import pytest
from sqlalchemy import Connection, make_url, text

from core.ports import StoreAway
from storage import statements as s
from storage.engine import Database, open_database
from storage.prepared import find

PID = text("SELECT pg_backend_pid()")
TABLE = text("CREATE TABLE IF NOT EXISTS said (words TEXT)")
ROW = text("INSERT INTO said VALUES (:words)")


def say(words: str) -> Callable[[Connection], None]:
    def work(connection: Connection) -> None:
        connection.execute(TABLE)
        connection.execute(ROW, {"words": words})

    return work


@pytest.fixture
async def lite(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Database]:
    monkeypatch.setattr("storage.sqlite._PRAGMAS", ("PRAGMA busy_timeout = 10",))
    opened = open_database(sqlite_url)
    yield opened
    await opened.close()


async def test_a_locked_file_may_pass(lite: Database) -> None:
    path = make_url(lite.url).database
    assert path is not None
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreAway, match="locked"):
            await lite.write(say("hi"))
    await lite.write(say("hi"))


async def test_a_full_disk_may_pass(lite: Database) -> None:
    await lite.write(lambda c: c.exec_driver_sql("PRAGMA max_page_count = 1"))
    with pytest.raises(StoreAway, match="full"):
        await lite.write(say("x" * 10_000_000))
    await lite.write(lambda c: c.exec_driver_sql("PRAGMA max_page_count = 1000000"))
    await lite.write(say("hi"))


async def test_nobody_at_the_servers_address_may_pass() -> None:
    nowhere = open_database("postgresql+asyncpg://nobody@127.0.0.1:1/none")
    with pytest.raises(StoreAway):
        await nowhere.write(say("hi"))
    await nowhere.close()


@pytest.mark.postgres
async def test_a_connection_that_the_server_ends_may_pass(shared: Database) -> None:
    victim = await shared.read(lambda c: c.execute(PID).scalar_one())
    ending = text("SELECT pg_terminate_backend(:pid)").bindparams(pid=victim)
    with pytest.raises(StoreAway):
        await shared.read(lambda c: c.execute(ending).all())
    await shared.write(say("hi"))


@pytest.mark.postgres
async def test_a_connection_that_the_server_ended_meanwhile_is_not_used_again(
    shared: Database,
) -> None:
    def look(connection: Connection) -> list[object]:
        return find(connection, s.ANSWERED, {"of_request": "r"})

    victim = await shared.write(lambda c: c.execute(PID).scalar_one())
    ending = text("SELECT pg_terminate_backend(:pid, 5000)").bindparams(pid=victim)
    other = open_database(shared.url)
    await other.write(lambda c: c.execute(ending).all())
    await other.close()
    with pytest.raises(StoreAway):
        await shared.write(look)
    assert await shared.write(look) == []
