"""SQLite: one thread that writes, a few that read, each with a connection of its own.

A statement on aiosqlite crosses to another thread and back, and the crossing costs more than the
statement. Here a whole unit of work crosses once, to pysqlite. Reads go on beside the writer: WAL
lets them see the last commit while a transaction runs. What takes long goes to a reader's thread;
what is found by a key is read on the loop's own (`glance`), where waking a thread would cost more
than the read. So `aiosqlite` in a database's address names this module and nothing else.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.pool import NullPool

from core.ports import LostRace
from storage.away import told_apart
from storage.prepared import say
from storage.threads import Busy, Here, Workers, Writer

T = TypeVar("T")
READERS: Final = 2  # pragma: no mutate - a choice
TRIES: Final = 5  # pragma: no mutate - a choice
BUSY_MS: Final = 10_000  # pragma: no mutate - a choice
"""How long to wait for another program's lock before SQLite says that it is busy."""

_PRAGMAS: Final = (
    f"PRAGMA busy_timeout = {BUSY_MS}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    # INSERT OR REPLACE must fire the triggers that keep the books append-only.
    "PRAGMA recursive_triggers = ON",
)


def sync_engine(url: str, *, begin: str = "BEGIN IMMEDIATE") -> Engine:
    """A synchronous engine for one thread; its transactions begin as told, or, by '', by hand."""
    path = make_url(url).database
    if not path or path == ":memory:":
        msg = "the database has to be a file: threads share it"
        raise ValueError(msg)
    sync_url = make_url(url).set(drivername="sqlite+pysqlite")
    # What people wrote is in the parameters, and an error's text goes into the log.
    engine = create_engine(sync_url, poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "do_connect", _make_private)
    event.listen(engine, "connect", _prepare)
    if begin:
        event.listen(engine, "begin", lambda connection: say(connection, begin))
    return engine


def _make_private(_dialect: object, _record: object, args: list[Any], _kept: object) -> None:
    """What people wrote and their money are nobody else's to read, whatever the umask.

    SQLite gives the files beside it (the WAL, its index) the rights of the database. One that is
    there is not opened: closing it again would drop the locks that this process has on it.
    """
    with suppress(OSError):  # it is there, or SQLite itself says what is wrong with the place
        os.close(os.open(args[0], os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in _PRAGMAS:
        connection.execute(pragma)


class Alone:
    """Nobody else can be alive."""

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[bool]:
        """What others had before they were killed is one's own at once."""
        yield True

    async def here(self) -> None:
        """Whoever has the file is."""


class SqliteDatabase:
    """A file, its writer and its readers."""

    dialect = "sqlite"

    def __init__(self, url: str) -> None:
        """Threads start with the first work. Raises ValueError for a database without a file."""
        self.url = url
        sync_engine(url)
        self._writer = Writer(lambda: sync_engine(url), "holdfast-writer")
        self._readers = Workers(lambda: sync_engine(url, begin="BEGIN"), "holdfast-reader", READERS)
        self._here = Here(lambda: _glancing(url))

    def presence(self, _name: str) -> Alone:
        """One process works at a file."""
        return Alone()

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Run in one transaction, in one hop to the writer's thread. Raises StoreAway."""
        with told_apart():
            for _ in range(TRIES - 1):
                try:
                    return await self._writer.run(work)
                except LostRace:
                    continue
            return await self._writer.run(work)

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Run beside the writer, in one hop to a reader's thread. Raises StoreAway."""
        with told_apart():
            return await self._readers.run(work)

    async def glance(self, work: Callable[[Connection], T]) -> T:
        """Read beside the writer without a hop; where that would wait, as `read`."""
        with told_apart():
            try:
                return self._here.read(work)
            except Busy:
                return await self._readers.run(work)

    async def close(self) -> None:
        """Finish what runs; the last connection leaves one file behind, without a WAL."""
        await asyncio.sleep(0)
        self._here.close()
        self._readers.close()
        self._writer.close()


def _glancing(url: str) -> Engine:
    """For the loop's own thread: it never writes, and never waits."""
    engine = sync_engine(url, begin="")
    event.listen(engine, "connect", _never_wait)
    return engine


def _never_wait(connection: sqlite3.Connection, _: object) -> None:
    for pragma in ("PRAGMA query_only = ON", "PRAGMA busy_timeout = 0"):
        connection.execute(pragma)
