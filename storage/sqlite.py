"""SQLite: one thread that writes, a few that read, each with a connection of its own.

A statement on aiosqlite crosses to another thread and back, and the crossing costs more than the
statement. Here a whole unit of work crosses once, to pysqlite. Reads do the same beside the writer:
WAL lets them see the last commit while a transaction runs. A card's three reads take 0.9 ms so, and
1.8 ms by `AsyncConnection.run_sync` on aiosqlite, measured side by side; so `aiosqlite` in a
database's address names this module and nothing else.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from core.ports import LostRace
from storage.away import told_apart

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
    """A synchronous engine for one thread; its transactions begin as told."""
    path = make_url(url).database
    if not path or path == ":memory:":
        msg = "the database has to be a file: threads share it"
        raise ValueError(msg)
    sync_url = make_url(url).set(drivername="sqlite+pysqlite")
    # What people wrote is in the parameters, and an error's text goes into the log.
    engine = create_engine(sync_url, poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "do_connect", _make_private)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
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


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[Connection], Any]
    done: asyncio.Future[Any]
    loop: asyncio.AbstractEventLoop

    def report(self, result: object, error: BaseException | None) -> None:
        self.loop.call_soon_threadsafe(self._settle, result, error)

    def _settle(self, result: object, error: BaseException | None) -> None:
        if self.done.cancelled():
            return
        if error is None:
            self.done.set_result(result)
        else:
            self.done.set_exception(error)


class _Workers:
    """Threads that serve one queue, each on its own connection."""

    def __init__(self, url: str, name: str, count: int, begin: str) -> None:
        self._queue: SimpleQueue[_Job | None] = SimpleQueue()
        self._url, self._begin = url, begin
        self._threads = [
            threading.Thread(target=self._serve, name=f"{name}-{number}", daemon=True)
            for number in range(count)
        ]
        self._started = False

    async def run(self, work: Callable[[Connection], T]) -> T:
        if not self._started:
            self._started = True
            for thread in self._threads:
                thread.start()
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()
        self._queue.put(_Job(work, done, loop))
        return await done

    def close(self) -> None:
        if self._started:
            for _ in self._threads:
                self._queue.put(None)
            for thread in self._threads:
                thread.join()

    def _serve(self) -> None:
        engine = sync_engine(self._url, begin=self._begin)
        connection: Connection | None = None
        while (job := self._queue.get()) is not None:
            try:
                connection = connection or engine.connect()
                with connection.begin():
                    result = job.work(connection)
            except BaseException as error:  # noqa: BLE001 - it belongs to whoever waits
                if isinstance(error, SQLAlchemyError):
                    _let_go(connection)
                    connection = None
                job.report(None, error)
            else:
                job.report(result, None)
        if connection is not None:
            connection.close()


def _let_go(connection: Connection | None) -> None:
    """After an error of the database: what a failed rollback left behind would stay for ever."""
    if connection is not None:
        with suppress(SQLAlchemyError, sqlite3.Error):
            connection.close()


class SqliteDatabase:
    """A file, its writer and its readers."""

    dialect = "sqlite"

    def __init__(self, url: str) -> None:
        """Threads start with the first work. Raises ValueError for a database without a file."""
        self.url = url
        sync_engine(url)
        self._writer = _Workers(url, "holdfast-writer", 1, "BEGIN IMMEDIATE")
        self._readers = _Workers(url, "holdfast-reader", READERS, "BEGIN")

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

    async def close(self) -> None:
        """Finish what runs; the last connection leaves one file behind, without a WAL."""
        await asyncio.sleep(0)
        self._readers.close()
        self._writer.close()
