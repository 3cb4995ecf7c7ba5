"""`SqlStore` implements core.ports.Store, and lends its connection to queries and the edge.

store = SqlStore(open_database(url))
await store.run(work)      work(UnitOfWork), for the Escrow
await store.write(work)    work(Connection), for storage.edge, storage.inbox, storage.outbox
await store.read(query)    query(Connection), for storage.queries
await store.glance(query)  the same, for a few rows that are found by their keys
store.committed = told     told([Step]) after each commit: what the commands of it came to
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection

from core.ports import Store, UnitOfWork
from core.values.hearing import Ear
from core.values.ids import DealId, PersonId, SuspenseId
from storage import statements as s
from storage.engine import Database
from storage.hearing import DUE, UNHEARD
from storage.suspense import ALARMS, NEXT_ALARM
from storage.unit_of_work import SqlUnitOfWork, StepDone

T = TypeVar("T")


class SqlStore:
    """The database, one unit of work at a time."""

    def __init__(self, database: Database) -> None:
        """Share an open database."""
        self.database = database
        self.committed: Callable[[Sequence[StepDone]], None] = lambda _steps: None

    async def run(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run `work` in one transaction and one hop; commit when it returns, else roll back."""

        def unit(connection: Connection) -> tuple[T, list[StepDone]]:
            uow = SqlUnitOfWork(connection)
            result = work(uow)
            uow.finish()
            return result, uow.steps

        result, steps = await self.database.write(unit)
        if steps:
            self.committed(steps)
        return result

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Run a plain function of a connection in one transaction."""
        return await self.database.write(work)

    async def read(self, query: Callable[[Connection], T]) -> T:
        """Run a plain function of a connection beside the writer."""
        return await self.database.read(query)

    async def glance(self, query: Callable[[Connection], T]) -> T:
        """The same for a few rows by their keys: on SQLite without leaving the loop's thread."""
        return await self.database.glance(query)

    async def due(self, now: datetime, limit: int) -> Sequence[tuple[DealId, str]]:
        """(deal, key) of what fell due and may happen, oldest first, read without locks."""
        params = {"now": now, "most": limit}
        rows = await self.read(lambda connection: connection.execute(DUE, params).all())
        return [(DealId(deal), key) for deal, key in rows]

    async def alarms(self, now: datetime, limit: int) -> Sequence[SuspenseId]:
        """Money that matches nothing of which the desk is to be alarmed, the oldest first."""
        params = {"now": now, "most": limit}
        rows = await self.read(lambda c: c.execute(ALARMS, params).scalars().all())
        return [SuspenseId(item) for item in rows]

    async def digests(self, now: datetime, limit: int) -> Sequence[PersonId]:
        """Whose digest is due, the longest waiting first."""
        params = {"now": now, "most": limit}
        rows = await self.read(lambda connection: connection.execute(s.DIGESTS, params).all())
        return [PersonId(row.person) for row in rows]

    async def unheard(self, now: datetime) -> Collection[Ear]:
        """The bots for which something that fell due waits."""
        found = await self.read(lambda c: c.execute(UNHEARD, {"now": now}).scalars().all())
        return {Ear(bot) for bot in found}

    async def next_due(self) -> datetime | None:
        """The earliest instant in the schedule, alarms of what is in suspense included."""

        def soonest(connection: Connection) -> datetime | None:
            found = (connection.execute(each).scalar() for each in (s.NEXT_DUE, NEXT_ALARM))
            return min((at for at in found if at is not None), default=None)

        return await self.read(soonest)

    async def open_deals(self) -> Sequence[DealId]:
        """Deals with any deadline at all."""
        rows = await self.read(lambda connection: connection.execute(s.SCHEDULED).scalars().all())
        return [DealId(deal) for deal in rows]

    async def who_changed(self) -> Sequence[PersonId]:
        """People who have changed where they are paid, whether or not it still waits."""
        rows = await self.read(lambda connection: connection.execute(s.CHANGED).scalars().all())
        return [PersonId(person) for person in rows]


def _is_a_store(store: SqlStore) -> Store:
    return store
