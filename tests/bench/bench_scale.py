"""(c) The sweep and the lists with 1,000 deals and with 100,000, of which 100 are due."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from core.escrow import Escrow
from core.values.ids import DealId
from storage import queries as q
from storage.engine import open_database
from storage.store import SqlStore
from tests.bench.bulk import Copies, somebody
from tests.bench.databases import KINDS, Databases, at_hand
from tests.bench.measure import Report, Side, judged, take_turns
from tests.bench.road import SUBMITTED, Road, client, escrow_on, freelancer
from tests.kit.fakes import START, FakeClock

FEW: Final = 1_000
MANY: Final = 100_000
DUE: Final = 100
ROUNDS: Final = 7
LOOKS: Final = 50
"""Lists read in one round."""
APART: Final = timedelta(minutes=5)
"""Between the moments at which one round's deals fall due and the next's."""
MOST: Final = 1.5
"""Times as long as with few deals."""


@dataclass(slots=True)
class _Place:
    """A database full of deals."""

    store: SqlStore
    escrow: Escrow
    clock: FakeClock
    deal: DealId
    first_due: timedelta
    """From when a deal was walked to its first deadline."""


async def _filled(url: str, size: int) -> _Place:
    """Deals whose work was handed in: for each round those that fall due in it, then all others."""
    clock = FakeClock(START)
    store = SqlStore(open_database(url))
    escrow = escrow_on(store, clock)
    copied, first_due = 0, timedelta(0)
    deal: DealId | None = None
    for place in range(ROUNDS + 2):
        idle = place > ROUNDS
        clock.to(START + (timedelta(days=1) if idle else place * APART))
        road = Road(escrow, 0 if idle else place + 1)
        await road.meet()
        deal = await road.walk(SUBMITTED)
        due = await store.next_due()
        assert due is not None
        first_due = due - START
        count = size - copied - ROUNDS - 2 if idle else DUE - 1
        number = freelancer(0 if idle else place + 1)
        copies = Copies(deal, number, copied + 1, count)
        await store.write(copies.make)
        copied += count
    await _analysed(store)
    assert deal is not None
    return _Place(store, escrow, clock, deal, first_due)


async def _analysed(store: SqlStore) -> None:
    await store.write(lambda connection: connection.exec_driver_sql("ANALYZE").close())


def _side(runner: asyncio.Runner, place: _Place, what: str) -> Side:
    return lambda turn: runner.run(WORK[what](place, turn))


async def _sweep(place: _Place, turn: int) -> int:
    place.clock.to(START + turn * APART + place.first_due)
    swept = await place.escrow.sweep()
    assert swept == DUE, f"{swept} deadlines were due, not {DUE}"
    return 1


async def _list(place: _Place, _turn: int) -> int:
    person = somebody(FEW - 100)
    for _ in range(LOOKS):
        found = await place.store.read(lambda connection: q.deals_of(connection, person))
        assert len(found) == 8
    return LOOKS


async def _long_list(place: _Place, _turn: int) -> int:
    for _ in range(LOOKS):
        found = await place.store.read(lambda connection: q.deals_of(connection, client(0)))
        assert len(found) == 8
    return LOOKS


async def _card(place: _Place, _turn: int) -> int:
    for _ in range(LOOKS):
        found = await place.store.read(lambda connection: q.load_deal(connection, place.deal))
        assert found is not None
    return LOOKS


async def _desk(place: _Place, _turn: int) -> int:
    for _ in range(LOOKS):
        await place.store.read(lambda connection: q.queue(connection, place.clock.now()))
    return LOOKS


WORK: Final = {
    f"sweep of {DUE} due": _sweep,
    "My deals of somebody with 20": _list,
    "My deals of somebody with all of them": _long_list,
    "a deal for its card": _card,
    "the desk's queue": _desk,
}


@dataclass(slots=True)
class Places:
    """Databases of one kind, by how many deals they hold."""

    name: str
    runner: asyncio.Runner
    of_size: dict[int, _Place]


@pytest.fixture(scope="module", params=KINDS)
def places(request: pytest.FixtureRequest, databases: Databases) -> Iterator[Places]:
    """Two databases of a kind, one small and one large."""
    kind = at_hand(request)
    with ExitStack() as stack:
        runner = stack.enter_context(asyncio.Runner())
        of_size = {size: runner.run(_filled(databases.new(kind), size)) for size in (FEW, MANY)}
        for place in of_size.values():
            stack.callback(_closed, runner, place)
        yield Places(KINDS[kind], runner, of_size)


def _closed(runner: asyncio.Runner, place: _Place) -> None:
    runner.run(place.store.database.close())


@pytest.mark.parametrize("what", WORK)
def bench_scale(benchmark: BenchmarkFixture, places: Places, what: str, report: Report) -> None:
    """The same work in both."""
    sides = {size: _side(places.runner, place, what) for size, place in places.of_size.items()}
    many, others = take_turns(benchmark, sides[MANY], {"few": sides[FEW]}, ROUNDS)
    few = others["few"]
    report(
        judged(
            f"{what}, {places.name}",
            f"{many.seconds * 1e3:.2f} ms with {MANY:,} deals",
            f"{few.seconds * 1e3:.2f} ms with {FEW:,}",
            1 / many.times_as_fast_as(few),
            f"≤ {MOST}",
        )
    )
