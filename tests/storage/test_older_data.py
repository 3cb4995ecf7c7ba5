"""Whoever has data keeps it: databases that earlier programs made, with deals in every state.

`older/NNNN.json.gz` holds the rows of one, table by table, as the program of that schema wrote them
when it walked a deal into each place that it knew.
"""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import Connection, MetaData, select, text

from core.deal.context import Context
from core.deal.milestone import State
from core.deal.model import Deal
from core.escrow import Escrow
from core.notices import EVENTS
from core.timing import NoticeServed
from core.values.ids import SYSTEM, DealId
from core.views import view_of
from storage import queries as q
from storage import tables as t
from storage.engine import Database, open_database
from storage.migrate import downgrade, upgrade
from storage.store import SqlStore
from storage.verify import verify
from tests.kit.fakes import START, FakeClock, FakeIds
from tests.kit.scene import BOTH, STAFF, with_policy
from tests.storage.conftest import REAL, url_of

OLDER: Final = sorted((Path(__file__).parent / "older").glob("*.json.gz"))
POLICY: Final = with_policy(rails=BOTH, four_eyes_threshold={"EUR": 90000}).policy


@dataclass(frozen=True)
class Old:
    """A database of an earlier program, upgraded."""

    url: str
    revision: str
    database: Database
    made: dict[str, dict[str, list[Any]]]

    @property
    def deals(self) -> list[DealId]:
        of = self.made["deals"]
        place = of["columns"].index("id")
        return [DealId(row[place]) for row in of["rows"]]


def _fill(made: dict[str, dict[str, list[Any]]]) -> Any:
    def work(connection: Connection) -> None:
        found = MetaData()
        found.reflect(connection)
        for table in found.sorted_tables:
            rows = made.get(table.name)
            if rows is None:
                continue
            named = [dict(zip(rows["columns"], row, strict=True)) for row in rows["rows"]]
            connection.execute(table.insert(), named)
            if connection.dialect.name == "postgresql" and "id" in rows["columns"]:
                _number_on(connection, table.name)

    return work


def _number_on(connection: Connection, table: str) -> None:
    """What is numbered goes on after the rows that were put there."""
    sequence = connection.execute(
        text("SELECT pg_get_serial_sequence(:table, 'id')"), {"table": table}
    ).scalar()
    if sequence is not None:
        last = f"SELECT setval('{sequence}', (SELECT max(id) FROM {table}))"  # noqa: S608 - ours
        connection.execute(text(last))


@pytest.fixture(params=OLDER, ids=lambda path: path.name.partition(".")[0])
def older(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(params=REAL)
def empty(request: pytest.FixtureRequest) -> str:
    return url_of(request.param, request)


@pytest.fixture
def filled(older: Path, empty: str) -> tuple[str, dict[str, Any]]:
    """As its program left it."""
    told = json.loads(gzip.decompress(older.read_bytes()))
    downgrade(empty, told["revision"])

    async def fill() -> None:
        database = open_database(empty)
        await database.write(_fill(told["tables"]))
        await database.close()

    asyncio.run(fill())
    upgrade(empty)
    return empty, told


@pytest.fixture
async def old(filled: tuple[str, dict[str, Any]]) -> AsyncIterator[Old]:
    url, told = filled
    database = open_database(url)
    yield Old(url, told["revision"], database, told["tables"])
    await database.close()


async def _deals(old: Old) -> list[Deal]:
    found = await SqlStore(old.database).run(lambda uow: [uow.deal(deal) for deal in old.deals])
    return [deal for deal in found if deal is not None]


async def test_every_deal_is_there_and_its_books_and_journal_hold(old: Old) -> None:
    deals = await _deals(old)
    assert [deal.id for deal in deals] == old.deals
    assert await old.database.read(lambda connection: list(verify(connection))) == []
    for deal in deals:
        rows = await old.database.read(partial(q.journal, deal=deal.id))
        assert rows
        assert {type(row.event) for row in rows} <= {*EVENTS}
        ctx = Context(START + timedelta(days=90), POLICY, STAFF)
        for person in deal.parties:
            assert view_of(deal, person, ctx).deal.id == deal.id


async def test_with_everybody_silent_each_of_them_ends_or_waits_for_the_desk(old: Old) -> None:
    store, clock = SqlStore(old.database), FakeClock()
    clock.to(START + timedelta(days=200))  # after all that was done
    escrow = Escrow(store, clock, FakeIds(77), POLICY, STAFF)
    served: set[int] = set()
    for _ in range(60):
        clock.forward(timedelta(days=3))
        await _deliver(old, escrow, served)
        while True:
            due = await store.due(clock.now(), 500)
            for deal, key in due:
                await escrow.meet(deal, key)
            if not due or {*due} == {*await store.due(clock.now(), 500)}:
                break
    for after in await _deals(old):
        assert after.state.final or _waits_for_the_desk(after), (after.id, after.state)
    assert await old.database.read(lambda connection: list(verify(connection))) == []


def _waits_for_the_desk(deal: Deal) -> bool:
    waits = (m.state is State.DISPUTED or m.claim is not None for m in deal.milestones)
    return bool(deal.standing) or any(waits)


async def _deliver(old: Old, escrow: Escrow, served: set[int]) -> None:
    """Telegram takes every notice that opens a window."""
    n = t.notices.c
    query = select(n.id, n.deal, n.milestone, n.serves).where(n.serves.is_not(None))
    for row in await old.database.read(lambda connection: connection.execute(query).all()):
        if row.id not in served:
            served.add(row.id)
            await escrow.execute(
                NoticeServed(
                    actor=SYSTEM,
                    deal=DealId(row.deal),
                    milestone=row.milestone,
                    opened_at=row.serves,
                )
            )


async def test_back_and_forth_changes_no_deal(old: Old) -> None:
    before = await _deals(old)
    await old.database.close()
    await asyncio.to_thread(downgrade, old.url, old.revision)
    await asyncio.to_thread(upgrade, old.url)
    again = Old(old.url, old.revision, open_database(old.url), old.made)
    assert await _deals(again) == before
    await again.database.close()
