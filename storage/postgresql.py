"""PostgreSQL by asyncpg: `run_sync` lets units of work be the same plain functions."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from core.ports import LostRace
from storage.away import told_apart
from storage.presence import Presence

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

T = TypeVar("T")
CONNECTIONS: Final = 8  # pragma: no mutate - a choice
TRIES: Final = 6  # pragma: no mutate - a choice
BACKOFF: Final = 0.01
"""Seconds, doubled with each try and spread at random."""

_AGAIN: Final = frozenset(
    {
        "40001",  # serialization failure
        "40P01",  # deadlock
        # A unique key was taken between our look and our write: the next try sees the row.
        "23505",
    }
)


async def _whole(connection: AsyncConnection, work: Callable[[Connection], T]) -> T:
    """Do it; a connection on which somebody was interrupted is used no more.

    Within its BEGIN the driver knows of a transaction and SQLAlchemy does not, so that it would go
    back to the pool as it is, and whoever has it next begins one inside of that.
    """
    try:
        return await connection.run_sync(work)
    except asyncio.CancelledError:
        await connection.invalidate()
        raise


class PostgresqlDatabase:
    """A pool of connections to one server."""

    dialect = "postgresql"

    def __init__(self, url: str) -> None:
        """Connections are made when they are needed."""
        from sqlalchemy.ext.asyncio import create_async_engine  # noqa: PLC0415 - brings the ORM

        self.url = url
        self._engine = create_async_engine(
            url,
            pool_size=CONNECTIONS,
            max_overflow=0,
            hide_parameters=True,  # what people wrote is in them, and an error's text is logged
        )
        # The statements of one read see one moment; the option costs no statement of its own.
        self._reading = self._engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )

        self._present: list[Presence] = []

    def presence(self, name: str) -> Presence:
        """Of one worker, which lives as long as this process does."""
        self._present.append(Presence(self.url, name))
        return self._present[-1]

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Run in one transaction; again after a lost race, a deadlock or a key that was taken.

        Raises StoreAway.
        """
        with told_apart():
            for turn in range(TRIES - 1):
                try:
                    return await self._once(work)
                except LostRace:
                    pass
                except DBAPIError as error:
                    if getattr(error.orig, "sqlstate", None) not in _AGAIN:
                        raise
                await asyncio.sleep(BACKOFF * 2**turn * random.random())  # noqa: S311 - no secret
            return await self._once(work)

    async def _once(self, work: Callable[[Connection], T]) -> T:
        async with self._engine.begin() as connection:
            return await _whole(connection, work)

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Run in a read-only transaction. Raises StoreAway."""
        with told_apart():
            async with self._reading.connect() as connection:
                return await _whole(connection, work)

    async def glance(self, work: Callable[[Connection], T]) -> T:
        """As `read`: here nothing hops anyway."""
        return await self.read(work)

    async def close(self) -> None:
        """Close the pool."""
        for presence in self._present:
            await presence.close()
        await self._engine.dispose()
