"""Jobs run in their intervals, never twice at once, and are waited for."""

import asyncio

from bot.timers import Job, Timers
from tests.bot.virtual_time import now, virtual


class Work:
    """Counts, and takes its time."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds = seconds
        self.begun = 0
        self.ended = 0
        self.at_once = 0
        self.fails = False

    async def do(self) -> None:
        self.begun += 1
        self.at_once += 1
        assert self.at_once == 1
        await asyncio.sleep(self.seconds)
        self.at_once -= 1
        if self.fails:
            raise KeyError(self.begun)
        self.ended += 1


@virtual
async def test_a_nudge_runs_a_job_at_once() -> None:
    work = Work(0.1)
    timers = Timers((Job("sweep", 3600.0, work.do),))
    timers.start()
    timers.nudge("sweep")
    await asyncio.sleep(1)
    assert work.ended == 1
    await timers.stop()


@virtual
async def test_a_nudge_while_it_runs_runs_it_once_more_and_never_twice_at_once() -> None:
    work = Work(1.0)
    timers = Timers((Job("sweep", 3600.0, work.do),))
    timers.start()
    for _ in range(5):
        timers.nudge("sweep")
        await asyncio.sleep(0.1)
    await asyncio.sleep(5)
    assert work.ended == 2
    await timers.stop()


@virtual
async def test_stopping_waits_for_what_runs_and_starts_nothing_more() -> None:
    work = Work(5.0)
    timers = Timers((Job("sweep", 3600.0, work.do),))
    timers.start()
    timers.nudge("sweep")
    await asyncio.sleep(0.1)
    await timers.stop()
    assert work.ended == 1
    assert now() >= 5
    timers.nudge("sweep")
    await asyncio.sleep(10)
    assert work.begun == 1


@virtual
async def test_a_job_that_fails_runs_again_when_it_is_its_time() -> None:
    work = Work()
    work.fails = True
    timers = Timers((Job("sweep", 3600.0, work.do),))
    timers.start()
    timers.nudge("sweep")
    await asyncio.sleep(1)
    work.fails = False
    timers.nudge("sweep")
    await asyncio.sleep(1)
    assert (work.begun, work.ended) == (2, 1)
    await timers.stop()


async def test_a_job_runs_by_itself_in_its_interval() -> None:
    """In real time, since APScheduler reads the wall clock."""
    ran = asyncio.Event()
    count = 0

    async def work() -> None:
        nonlocal count
        count += 1
        if count == 3:
            ran.set()

    timers = Timers((Job("beat", 0.02, work),))
    timers.start()
    async with asyncio.timeout(10):
        await ran.wait()
    await timers.stop()
