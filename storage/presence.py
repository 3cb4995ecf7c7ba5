"""Who else is alive: a lock of the server's that ends with the process that holds it.

Whoever works at a queue holds its lock shared, for as long as it lives. Who gets it alone knows
that nobody else is left: what others had leased is its own at once, and nobody can begin before it
is done. A lease is only for those who live and do not answer.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import CursorResult, NullPool, TextClause, text
from sqlalchemy.exc import DBAPIError

from storage.away import told_apart

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

_HERE: Final = text("SELECT pg_advisory_lock_shared(:key)")
_ALONE: Final = text("SELECT pg_try_advisory_lock(:key)")
_NO_MORE: Final = text("SELECT pg_advisory_unlock(:key)")


class Presence:
    """Of one worker at one queue, on PostgreSQL: a connection of its own."""

    def __init__(self, url: str, name: str) -> None:
        """Nothing is held before the first question."""
        from sqlalchemy.ext.asyncio import create_async_engine  # noqa: PLC0415 - brings the ORM

        digest = sha256(f"holdfast:{name}".encode()).digest()
        self._key = {"key": int.from_bytes(digest[:8], signed=True)}
        self._engine: AsyncEngine = create_async_engine(
            url, poolclass=NullPool, isolation_level="AUTOCOMMIT"
        )
        self._connection: AsyncConnection | None = None
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[bool]:
        """Whether nobody else works at the queue, or can begin to before the block ends.

        Raises StoreAway.
        """
        async with self._turn:
            with told_apart():
                connection = await self._held()
                alone = bool((await self._ask(connection, _ALONE)).scalar_one())
            try:
                yield alone
            finally:
                if alone:
                    with told_apart():
                        await self._ask(connection, _NO_MORE)

    async def here(self) -> None:
        """Before anything is leased: nobody takes us for gone. Raises StoreAway."""
        if self._connection is None:
            async with self._turn:
                with told_apart():
                    await self._held()

    async def _held(self) -> AsyncConnection:
        if self._connection is None:
            connection = await self._engine.connect()
            await self._ask(connection, _HERE)
            self._connection = connection
        return self._connection

    async def _ask(self, connection: AsyncConnection, question: TextClause) -> CursorResult[Any]:
        try:
            return await connection.execute(question, self._key)
        except DBAPIError:
            self._connection = None  # with the connection the lock is gone: it is taken anew
            raise

    async def close(self) -> None:
        """Nobody is here any more."""
        if self._connection is not None:
            await self._connection.close()
        await self._engine.dispose()
