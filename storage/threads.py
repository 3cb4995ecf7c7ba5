"""Threads that serve a queue of transactions, each on a connection of its own.

Every job crosses to its thread once, whole, and its answer crosses back once it is committed. The
writer commits together what waits at the same time: one commit, which costs a sync of the disk,
serves all of them. Each stands in a savepoint of its own, so what fails or is refused takes back
itself alone; and nobody is told anything before the commit, which, if it fails, fails all of them.
"""

from __future__ import annotations

import asyncio
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from storage.prepared import say

T = TypeVar("T")
TOGETHER: Final = 0.005  # pragma: no mutate - a choice
"""Seconds after which no more work joins a commit: whoever came first waits for it too."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A transaction that somebody waits for."""

    work: Callable[[Connection], Any]
    done: asyncio.Future[Any]
    loop: asyncio.AbstractEventLoop


@dataclass(frozen=True, slots=True)
class WhatCame:
    """What came of a job: what it returned, or what it raised."""

    job: Handed
    result: object = None
    error: BaseException | None = None

    def settle(self) -> None:
        """On the loop of whoever waits, if anybody still does."""
        if self.job.done.cancelled():
            return
        if self.error is None:
            self.job.done.set_result(self.result)
        else:
            self.job.done.set_exception(self.error)


class _AllLostError(Exception):
    """SQLite has rolled back the whole transaction, and with it what others did in it."""


class Serving:
    """One thread's connection, and how it does jobs on it."""

    def __init__(self, engine: Engine) -> None:
        """Connects with the first job, and anew after an error of the database."""
        self._engine = engine
        self._open: Connection | None = None

    def alone(self, job: Handed) -> WhatCame:
        """One transaction for one job."""
        try:
            with self._connection().begin():
                result = job.work(self._connection())
        except BaseException as error:  # noqa: BLE001 - it belongs to whoever waits
            self._let_go_after(error)
            return WhatCame(job, error=error)
        return WhatCame(job, result)

    def together(self, first: Handed, following: Iterable[Handed]) -> list[WhatCame]:
        """One transaction for all of them, in order."""
        jobs, outcomes = [first], []
        try:
            with self._connection().begin():
                outcomes.append(self._inside(first))
                for job in following:
                    jobs.append(job)
                    outcomes.append(self._inside(job))
        except _AllLostError:
            # Nobody was told, and work has no side effect: each again, for itself.
            self._let_go()
            return [self.alone(job) for job in jobs]
        except BaseException as error:  # noqa: BLE001 - as above
            self._let_go_after(error)
            return [WhatCame(job, error=error) for job in jobs]
        return outcomes

    def _inside(self, job: Handed) -> WhatCame:
        connection = self._connection()
        driver = connection.connection.driver_connection
        assert driver is not None  # noqa: S101 - for the type alone
        driver.execute("SAVEPOINT job")
        try:
            result = job.work(connection)
        except BaseException as error:
            if connection.invalidated or not driver.in_transaction:
                raise _AllLostError from error
            driver.execute("ROLLBACK TO job")
            driver.execute("RELEASE job")
            return WhatCame(job, error=error)
        driver.execute("RELEASE job")
        return WhatCame(job, result)

    def _connection(self) -> Connection:
        if self._open is None:
            self._open = self._engine.connect()
        return self._open

    def _let_go_after(self, error: BaseException) -> None:
        """After an error of the database: what a failed rollback left would stay for ever."""
        if isinstance(error, SQLAlchemyError | sqlite3.Error):
            self._let_go()

    def _let_go(self) -> None:
        if self._open is not None:
            with suppress(SQLAlchemyError, sqlite3.Error):
                self._open.close()
            self._open = None

    def close(self) -> None:
        """The last thing that its thread does."""
        if self._open is not None:
            self._open.close()


def _report(outcomes: Sequence[WhatCame]) -> None:
    """Wake each loop once."""
    for loop in {outcome.job.loop for outcome in outcomes}:
        own = [outcome for outcome in outcomes if outcome.job.loop is loop]
        with suppress(RuntimeError):  # it is closed: nobody waits there any more
            loop.call_soon_threadsafe(_settle, own)


def _settle(outcomes: Sequence[WhatCame]) -> None:
    for outcome in outcomes:
        outcome.settle()


class Workers:
    """Threads that serve one queue, one transaction a job."""

    def __init__(self, open_engine: Callable[[], Engine], name: str, count: int = 1) -> None:
        """Threads start with the first work. `open_engine` says how transactions begin."""
        self._queue: SimpleQueue[Handed | None] = SimpleQueue()
        self._engine = open_engine
        self._threads = [
            threading.Thread(target=self._serve, name=f"{name}-{number}", daemon=True)
            for number in range(count)
        ]
        self._started = False

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Hand it over whole: it happens even if nobody waits for it any more."""
        if not self._started:
            self._started = True
            for thread in self._threads:
                thread.start()
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()
        self._queue.put(Handed(work, done, loop))
        return await done

    def close(self) -> None:
        """Finish what was handed over."""
        if self._started:
            for _ in self._threads:
                self._queue.put(None)
            for thread in self._threads:
                thread.join()

    def _serve(self) -> None:
        serving = Serving(self._engine())
        while (job := self._queue.get()) is not None:
            self._do(serving, job)
        serving.close()

    def _do(self, serving: Serving, job: Handed) -> None:
        _report([serving.alone(job)])


class Writer(Workers):
    """One thread, whose transactions are shared by what waits at the same time."""

    def _do(self, serving: Serving, job: Handed) -> None:
        if self._queue.empty():
            super()._do(serving, job)
        else:
            _report(serving.together(job, self._waiting()))

    def _waiting(self) -> Iterator[Handed]:
        """What waits by now, for a while."""
        until = time.monotonic() + TOGETHER
        with suppress(Empty):
            while time.monotonic() < until:
                job = self._queue.get_nowait()
                if job is None:
                    self._queue.put(None)
                    return
                yield job


class Here:
    """Reads in the thread that asks: what is found by a key is read before a thread had woken."""

    def __init__(self, open_engine: Callable[[], Engine]) -> None:
        """The engine begins no transactions: they are begun here."""
        self._engine = open_engine
        self._connection: Connection | None = None
        self._thread = 0

    def read(self, work: Callable[[Connection], T]) -> T:
        """All that it reads is of one moment. Raises Busy instead of waiting for anything."""
        if self._connection is None:
            self._thread = threading.get_ident()
            self._connection = self._engine().connect()
        elif threading.get_ident() != self._thread:
            raise Busy
        connection = self._connection
        try:
            say(connection, "BEGIN")
            try:
                return work(connection)
            finally:
                say(connection, "COMMIT")
        except SQLAlchemyError as error:
            self.close()
            if _is_busy(error):
                raise Busy from error
            raise

    def close(self) -> None:
        """Let go; the next read connects anew."""
        if self._connection is not None and threading.get_ident() == self._thread:
            with suppress(SQLAlchemyError, sqlite3.Error):
                self._connection.close()
            self._connection = None


class Busy(Exception):  # noqa: N818 - it says where to read instead
    """It can not be read here and now: another thread can wait for it."""


def _is_busy(error: SQLAlchemyError) -> bool:
    code = getattr(getattr(error, "orig", None), "sqlite_errorcode", None)
    return code is not None and code & 0xFF == sqlite3.SQLITE_BUSY
