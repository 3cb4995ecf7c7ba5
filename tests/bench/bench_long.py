"""(f) Commands and looks on a deal of 50 milestones and 1,000 diary entries, and on a small one."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from typing import Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bot.wiring.reads import SqlReads
from bot.wiring.seen import A_MOMENT
from core.talking import WriteDiary
from core.values.words import Words
from core.working import TakeBackSubmission
from storage.engine import open_database
from storage.store import SqlStore
from tests.bench.databases import KINDS, Databases
from tests.bench.measure import Report, Side, judged, take_turns
from tests.bench.road import MOST_MILESTONES, Road, escrow_on, freelancer
from tests.kit.fakes import FakeClock

PAID: Final = 6
"""Steps of the road until work may begin."""
ENTRIES: Final = 1_000
DONE: Final = 20
"""Of each kind in one round."""
ROUNDS: Final = 9
MOST: Final = 3
"""Times as long as on a small deal."""


class _Desk:
    """One deal on which people act, and what shows it to them."""

    def __init__(self, store: SqlStore, number: int, milestones: int) -> None:
        self._clock = FakeClock()
        escrow = escrow_on(store, self._clock, seed=number)
        self.road = Road(escrow, number, milestones=milestones)
        self._reads = SqlReads(store, escrow)
        self._number = number

    async def begin(self, entries: int) -> None:
        """Up to the work, with so many entries in its diary."""
        await self.road.meet()
        await self.road.walk(PAID)
        for place in range(entries):
            await self._write(f"entry {place}")

    async def _write(self, text: str) -> None:
        words = Words.of(text, f"{self._number:032x}")
        person, deal = freelancer(self._number), self.road.deal.id
        await self.road.do(WriteDiary(actor=person, deal=deal, words=words))

    async def hand_in(self, _turn: int) -> int:
        """And take it back, which leaves the deal as it was."""
        person, deal = freelancer(self._number), self.road.deal.id
        for _ in range(DONE):
            await self.road.do(self.road.submit())
            seen = self.road.deal.milestones[0].seen
            back = TakeBackSubmission(actor=person, deal=deal, milestone=1, seen=seen)
            await self.road.do(back)
        return 2 * DONE

    async def write(self, turn: int) -> int:
        """One more entry each."""
        for place in range(DONE):
            await self._write(f"entry of {turn}, {place}")
        return DONE

    async def look(self, _turn: int) -> int:
        """What its card is made of."""
        for _ in range(DONE):
            self._clock.forward(2 * A_MOMENT)  # or it would be the view of the last look
            view = await self._reads.view(self.road.deal.id, freelancer(self._number))
            assert view is not None
        return DONE


Act = Callable[[_Desk, int], Awaitable[int]]
WORK: Final[dict[str, Act]] = {
    "hand in and take back": _Desk.hand_in,
    "an entry in the diary": _Desk.write,
    "a look at the deal": _Desk.look,
}


def _side(run: Callable[[Awaitable[int]], int], desk: _Desk, act: Act) -> Side:
    return lambda turn: run(act(desk, turn))


@pytest.mark.parametrize("what", WORK)
def bench_long(
    benchmark: BenchmarkFixture, databases: Databases, kind: str, what: str, report: Report
) -> None:
    """The same in both."""
    with ExitStack() as stack:
        runner = stack.enter_context(asyncio.Runner())
        store = SqlStore(open_database(databases.new(kind)))
        stack.callback(lambda: runner.run(store.database.close()))
        small, large = _Desk(store, 1, 1), _Desk(store, 2, MOST_MILESTONES)
        runner.run(small.begin(0))
        runner.run(large.begin(ENTRIES))
        act = WORK[what]
        sides = [_side(runner.run, desk, act) for desk in (large, small)]  # type: ignore[arg-type]
        long, others = take_turns(benchmark, sides[0], {"small": sides[1]}, ROUNDS)
    short = others["small"]
    report(
        judged(
            f"{what}, {KINDS[kind]}",
            f"{long.seconds * 1e3:.2f} ms with {MOST_MILESTONES} milestones, {ENTRIES:,} entries",
            f"{short.seconds * 1e3:.2f} ms with one and none",
            1 / long.times_as_fast_as(short),
            f"≤ {MOST}",
        )
    )
