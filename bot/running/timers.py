"""What happens by itself: the sweep, payouts, a watch over hearing and disk, tidying, audits.

The database already is the schedule, so APScheduler keeps nothing but intervals, in memory. Its own
shutdown cancels jobs that run; here they are counted, and waited for. It counts by the wall: once
the machine's clock is put back it would sleep until it is as late again, so somebody looks.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from core.ports import StoreAway

SWEEP_EVERY: Final = 1.0
TRANSFERS_EVERY: Final = 5.0
HEARING_EVERY: Final = 5.0
PAUSE_EVERY: Final = 1.0
ROOM_EVERY: Final = 30.0
TIDY_EVERY: Final = 3600.0
AUDIT_EVERY: Final = 24 * 3600.0
LOOK_EVERY: Final = 1.0

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """Something done every so many seconds, never twice at once."""

    name: str
    seconds: float
    work: Callable[[], Awaitable[object]]
    first_at: datetime | None = None
    """When for the first time; at once if that is not said."""


class Timers:
    """Interval jobs, and which of them run right now."""

    def __init__(self, jobs: tuple[Job, ...]) -> None:
        """They run from `start` on."""
        self._jobs = {job.name: job for job in jobs}
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._running: set[asyncio.Task[None]] = set()
        self._nudged: set[str] = set()
        self._busy: set[str] = set()
        self._stopping = False
        self._look: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """Begin; needs a running event loop."""
        for job in self._jobs.values():
            self._scheduler.add_job(
                self._run,
                "interval",
                args=(job,),
                seconds=job.seconds,
                coalesce=True,
                max_instances=1,
                misfire_grace_time=None,
                next_run_time=job.first_at or datetime.now(UTC),
            )
        self._scheduler.start()
        self._look_again()

    def _look_again(self) -> None:
        """By the loop's clock: a job that is further away than its interval runs now."""
        now = datetime.now(UTC)
        for job in self._scheduler.get_jobs():
            if job.next_run_time > now + 2 * job.trigger.interval:
                job.modify(next_run_time=now)
        self._look = asyncio.get_running_loop().call_later(LOOK_EVERY, self._look_again)

    async def stop(self) -> None:
        """Start nothing more, and wait for what runs."""
        self._stopping = True
        if self._look is not None:
            self._look.cancel()
        if self._scheduler.running:
            self._scheduler.pause()
        while self._running:
            await asyncio.wait(self._running)
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def nudge(self, name: str) -> None:
        """Run a job now; if it is running, once more after that."""
        if self._stopping or not self._scheduler.running:
            return
        if name in self._busy:
            self._nudged.add(name)
            return
        self._begin(self._jobs[name])

    async def _run(self, job: Job) -> None:
        """In a task of its own, so that no shutdown of the scheduler breaks it off."""
        if job.name not in self._busy and not self._stopping:
            await asyncio.wait([self._begin(job)])

    def _begin(self, job: Job) -> asyncio.Task[None]:
        self._busy.add(job.name)
        task = asyncio.create_task(self._work(job), name=f"timer: {job.name}")
        self._running.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        error = None if task.cancelled() else task.exception()
        # It runs again when its time comes; what it could not do is still to be done then.
        if isinstance(error, StoreAway):
            _log.warning("a job waits for the database", job=task.get_name(), why=str(error))
        elif error is not None:
            _log.error("a job crashed", job=task.get_name(), exc_info=error)

    async def _work(self, job: Job) -> None:
        try:
            await job.work()
        finally:
            self._busy.discard(job.name)
            if job.name in self._nudged:
                self._nudged.discard(job.name)
                self.nudge(job.name)
