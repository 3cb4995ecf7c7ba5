"""What a unit of work says to its database, kept so that others can say exactly the same.

Each transaction is kept twice: as SQLAlchemy would be asked, and as the driver was. A statement
that storage has prepared for the driver counts for SQLAlchemy as what it was prepared from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Any, Final, TypeVar, cast
from unittest.mock import patch

from sqlalchemy import BindParameter, Connection, Engine, Executable, event, make_url
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.sql import visitors

from storage.prepared import find, write
from storage.sqlite import Alone, sync_engine

T = TypeVar("T")
_PREPARING: Final = ("storage.transaction", "storage.queries.people", "storage.queries.deals")
"""Who hands prepared statements to the driver."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One statement for SQLAlchemy; a string is plain SQL."""

    statement: Any
    params: Any


@dataclass(frozen=True, slots=True)
class Said:
    """One statement for the driver; `rows` instead of `params` where it is an executemany."""

    sql: str
    params: tuple[Any, ...]
    rows: list[tuple[Any, ...]] | None


@dataclass(slots=True)
class Transaction:
    """Everything between BEGIN and COMMIT."""

    core: list[Asked] = field(default_factory=list)
    driver: list[Said] = field(default_factory=list)


class Recording:
    """A Database that keeps what is said in each of its transactions."""

    def __init__(self, url: str) -> None:
        """SQLite answers in this thread, PostgreSQL by asyncpg."""
        self.url = url
        self.dialect = make_url(url).get_backend_name()
        self.transactions: list[Transaction] = []
        self._own = self._prepared = False
        self._patches = ExitStack()
        for module in _PREPARING:
            where = import_module(module)
            self._patches.enter_context(patch.object(where, "find", self._heard(find)))
        where = import_module("storage.transaction")
        self._patches.enter_context(patch.object(where, "write", self._heard(write)))
        self._async = None if self.dialect == "sqlite" else create_async_engine(url)
        engine = sync_engine(url) if self._async is None else self._async.sync_engine
        event.listen(engine, "before_execute", self._asked)
        event.listen(engine, "before_cursor_execute", self._said)
        self._engine: Engine = engine

    def presence(self, _name: str) -> Alone:
        """No queue is worked at here."""
        return Alone()

    async def write(self, work: Callable[[Connection], T]) -> T:
        """In one transaction, kept."""
        if self._async is not None:
            async with self._async.begin() as connection:
                return await connection.run_sync(self._kept, work)
        with self._engine.begin() as connection:
            return self._kept(connection, work)

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Not needed, and so not kept."""
        return await self.write(work)

    async def glance(self, work: Callable[[Connection], T]) -> T:
        """Not needed, and so not kept."""
        return await self.write(work)

    async def close(self) -> None:
        """Let go."""
        self._patches.close()
        if self._async is not None:
            await self._async.dispose()
        self._engine.dispose()

    def _kept(self, connection: Connection, work: Callable[[Connection], T]) -> T:
        self.transactions.append(Transaction())
        self._own = True
        try:
            return work(connection)
        finally:
            self._own = False

    def _heard(self, work: Callable[[Connection, Any, Any], Any]) -> Callable[..., Any]:
        """The same, and what was asked is kept."""

        def heard(connection: Connection, statement: Any, rows: Any) -> Any:
            if self._own:
                self.transactions[-1].core.append(Asked(statement, rows))
            self._prepared = True
            try:
                return work(connection, statement, rows)
            finally:
                self._prepared = False

        return heard

    def _asked(
        self, _connection: Connection, statement: Any, many: Any, params: Any, _options: Any
    ) -> None:
        if self._own:
            self.transactions[-1].core.append(Asked(statement, many or params))

    def _said(
        self,
        _connection: Connection,
        _cursor: Any,
        sql: str,
        params: Any,
        context: Any,
        executemany: bool,
    ) -> None:
        if not self._own:
            return
        if not self._prepared and (context is None or context.compiled is None):
            self.transactions[-1].core.append(Asked(sql, None))
        rows = [tuple(row) for row in params] if executemany else None
        self.transactions[-1].driver.append(Said(sql, () if executemany else tuple(params), rows))


@cache
def bound(statement: Any) -> Executable:
    """With all its values bound: SQLAlchemy writes none into a statement for many rows."""

    def bind(value: BindParameter[Any]) -> None:
        value.literal_execute = False

    return cast("Executable", visitors.cloned_traverse(statement, {}, {"bindparam": bind}))


def repeat_on_core(connection: Connection, transaction: Transaction) -> None:
    """Say it by SQLAlchemy, and fetch what a statement returns."""
    for asked in transaction.core:
        if isinstance(asked.statement, str):
            connection.exec_driver_sql(asked.statement)
            continue
        result = connection.execute(bound(asked.statement), asked.params)
        if result.returns_rows:
            result.all()


def repeat_on_sqlite3(cursor: Any, transactions: Sequence[Transaction]) -> None:
    """Say it by sqlite3, one transaction after the other."""
    for transaction in transactions:
        cursor.execute("BEGIN IMMEDIATE")
        for said in transaction.driver:
            if said.rows is not None:
                cursor.executemany(said.sql, said.rows)
            else:
                cursor.execute(said.sql, said.params).fetchall()
        cursor.execute("COMMIT")


async def repeat_on_asyncpg(connection: Any, transactions: Sequence[Transaction]) -> None:
    """Say it by asyncpg."""
    for transaction in transactions:
        async with connection.transaction():
            for said in transaction.driver:
                if said.rows is not None:
                    await connection.executemany(said.sql, said.rows)
                else:
                    await connection.fetch(said.sql, *said.params)
