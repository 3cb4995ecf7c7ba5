"""Jobs run in their intervals, never twice at once, and are waited for."""

import asyncio
from datetime import UTC, datetime, timedelta, tzinfo

import apscheduler.executors.base
import apscheduler.schedulers.base
import apscheduler.triggers.interval
import pytest

import bot.running.timers
from bot.running.timers import LOOK_EVERY, SWEEP_EVERY, Job, Timers
from tests.kit.virtual_time import now, virtual


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


# the clock on the wall, which may jump while ours goes on


class Wall(datetime):
    """The loop's virtual time as a date, and how far the wall was set away from it."""

    ahead = timedelta(0)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        at = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(seconds=now()) + cls.ahead
        return at.astimezone(tz)


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> type[Wall]:
    monkeypatch.setattr(Wall, "ahead", timedelta(0))
    for module in (
        bot.running.timers,
        apscheduler.schedulers.base,
        apscheduler.executors.base,
        apscheduler.triggers.interval,
    ):
        monkeypatch.setattr(module, "datetime", Wall)
    return Wall


@pytest.mark.parametrize("hours", [8, 96, -8, -96, 0])
def test_a_sweep_follows_within_seconds_of_a_jump_of_the_wall(wall: type[Wall], hours: int) -> None:
    """Forward: the machine slept, or its clock was set. Back: it was set."""

    @virtual
    async def test() -> None:
        sweep, audit = Work(), Work()
        tomorrow = wall.now(UTC) + timedelta(hours=20)
        timers = Timers(
            (
                Job("sweep", SWEEP_EVERY, sweep.do),
                Job("audit", 24 * 3600.0, audit.do, tomorrow),
            )
        )
        timers.start()
        await asyncio.sleep(10)
        assert 9 <= sweep.ended <= 12
        wall.ahead = timedelta(hours=hours)
        before = sweep.ended
        await asyncio.sleep(SWEEP_EVERY + 2 * LOOK_EVERY)
        assert 1 <= sweep.ended - before <= 4, "once for the time that was jumped over, and on"
        await asyncio.sleep(60)
        assert 58 <= sweep.ended - before <= 66
        assert audit.begun == (abs(hours) > 20), "once more than needed harms nobody"
        await timers.stop()

    test()


@pytest.mark.parametrize("hours", [8, -8])
def test_a_jump_while_a_sweep_runs_begins_no_second_one(wall: type[Wall], hours: int) -> None:
    @virtual
    async def test() -> None:
        sweep = Work(30.0)
        timers = Timers((Job("sweep", SWEEP_EVERY, sweep.do),))
        timers.start()
        await asyncio.sleep(5)
        wall.ahead = timedelta(hours=hours)
        await asyncio.sleep(20)
        assert (sweep.begun, sweep.ended) == (1, 0)
        await asyncio.sleep(100)
        assert sweep.ended >= 3
        await timers.stop()

    test()
