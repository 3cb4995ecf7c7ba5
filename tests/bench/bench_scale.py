"""(c) The sweep and the lists with few deals and with 100,000, of which 100 are due.

`HOLDFAST_BENCH_DEALS=1000000 make bench BENCH_ARGS="-k scale"` asks the same of a million, of which
1,000 are due: a quarter of an hour and ten gigabytes a database.
"""

from __future__ import annotations

import asyncio
import os
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

MANY: Final = int(os.environ.get("HOLDFAST_BENCH_DEALS", "100000"))
DUE: Final = MANY // 1_000
"""In one round; of both databases."""
FEW: Final = 10 * DUE
ROUNDS: Final = 7
LOOKS: Final = 50
"""Lists read in one round."""
APART: Final = timedelta(minutes=5)
"""Between the moments at which one round's deals fall due and the next's."""
IDLE_FROM: Final = timedelta(days=30)
"""So much later was the work of all other deals handed in: nothing of them falls due here."""
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
        clock.to(START + (IDLE_FROM if idle else place * APART))
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
    clock = FakeClock(START + ROUNDS * APART)  # that of the sweeps begins before the idle ones
    return _Place(store, escrow_on(store, clock), clock, deal, first_due)


async def _analysed(store: SqlStore) -> None:
    await store.write(lambda connection: connection.exec_driver_sql("ANALYZE").close())


def _side(runner: asyncio.Runner, place: _Place, what: str) -> Side:
    return lambda turn: runner.run(WORK[what](place, turn))


async def _sweep(place: _Place, turn: int) -> int:
    place.clock.to(START + turn * APART + place.first_due)
    swept = await place.escrow.sweep(limit=DUE + 1)
    assert swept == DUE, f"{swept} deadlines were due, not {DUE}"
    return 1


async def _ends(place: _Place, turn: int) -> int:
    opened = START + turn * APART
    review = place.escrow.policy.review_window
    if not turn:  # which is not timed: every reminder before that goes first
        place.clock.to(opened + review - timedelta(hours=1))
        while await place.escrow.sweep(limit=DUE + 1):
            pass
    place.clock.to(opened + review)
    swept = await place.escrow.sweep(limit=DUE + 1)
    assert swept == DUE, f"{swept} windows ended, not {DUE}"
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
    f"sweep of {DUE:,} reminders that are due": _sweep,
    f"sweep of {DUE:,} review windows that end": _ends,
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
