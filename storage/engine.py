"""The database: one transaction a hop, on SQLite in threads of our own, on PostgreSQL by asyncpg.

    database = open_database("sqlite+aiosqlite:///holdfast.db")     or postgresql+asyncpg://…
    await database.write(work)     work(Connection) in one transaction; committed when it returns
    await database.read(work)      beside the writer, read-only by intent
    await database.glance(work)    the same, for a few rows that are found by their keys
    await database.close()
    doing(statement, **params)     work of one statement, for write
    wall(connection)               microseconds by the database's clock

`work` is a plain synchronous function and holds no side effect: it may run again. It never waits
for anything but the database.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any, Final, Protocol, TypeVar

from sqlalchemy import Connection, Executable, make_url, text

from storage.columns import now_micros
from storage.postgresql import PostgresqlDatabase
from storage.sqlite import SqliteDatabase

T = TypeVar("T")
_CLOCK: Final = text("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint")


class Present(Protocol):
    """See `storage.presence`."""

    async def here(self) -> None:
        """Before anything is leased: nobody takes this worker for gone. Raises StoreAway."""
        ...

    def alone(self) -> AbstractAsyncContextManager[bool]:
        """Whether nobody else works there, or can begin to before the block ends."""
        ...


class Database(Protocol):
    """Where transactions run."""

    dialect: str
    """`sqlite` or `postgresql`."""
    url: str

    def presence(self, name: str) -> Present:
        """Of one worker at the queue of that name; tells whether it is the only one alive."""
        ...

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Run in one transaction, again when the database asks for it."""
        ...

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Run beside the writer; sees what was committed when it begins."""
        ...

    async def glance(self, work: Callable[[Connection], T]) -> T:
        """The same for a few rows by their keys: on SQLite without leaving the loop's thread.

        Nothing else runs meanwhile, so a read that grows with what was ever stored is no glance.
        """
        ...

    async def close(self) -> None:
        """Finish what runs and let go."""
        ...


def doing(statement: Executable, **params: Any) -> Callable[[Connection], None]:  # noqa: ANN401 - values of SQL
    """Work that executes one statement and returns nothing."""

    def work(connection: Connection) -> None:
        connection.execute(statement, params)

    return work


def wall(connection: Connection) -> int:
    """Microseconds, by the one clock that all processes share: the server's; else the machine's."""
    if connection.dialect.name == "sqlite":
        return now_micros()
    return int(connection.execute(_CLOCK).scalar_one())


def open_database(url: str) -> Database:
    """Open it; nothing is created. Raises ValueError for a kind of database that is not served."""
    kind = make_url(url).get_backend_name()
    if kind == "sqlite":
        return SqliteDatabase(url)
    if kind == "postgresql":
        return PostgresqlDatabase(url)
    msg = f"{kind} is no database that Holdfast runs on: sqlite+aiosqlite or postgresql+asyncpg"
    raise ValueError(msg)
