"""One process: both bots, their couriers and the timers; how it starts, and how it stops."""

from __future__ import annotations

import asyncio
import importlib
import signal
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from datetime import datetime
from typing import Final

import structlog
from aiohttp import web as aiohttp_web

from bot.config import ConfigError, Settings
from bot.mail.sending import Revoked
from bot.rails import PlayMoney, Rail
from bot.running.clock import RealClock, wall
from bot.running.timers import (
    AUDIT_EVERY,
    HEARING_EVERY,
    PAUSE_EVERY,
    ROOM_EVERY,
    SWEEP_EVERY,
    TIDY_EVERY,
    TRANSFERS_EVERY,
    Job,
    Timers,
)
from bot.running.web import Pulse, serve
from bot.wiring.assembly import Assembly, assemble
from bot.wiring.auditing import Auditing, next_night
from bot.wiring.health import Health
from bot.wiring.line import Line
from bot.wiring.owed import Owing
from bot.wiring.pausing import Pausing
from bot.wiring.room import Room
from bot.wiring.sweeping import Sweeping
from core.values.hearing import Ear
from core.values.ids import DealId
from storage import housekeeping

WATCH_EVERY: Final = 0.5
FINISH_SECONDS: Final = 6.0

BuildLine = Callable[[Assembly, str, Pausing], Awaitable[Line]]

_log = structlog.get_logger(__name__)


class Stopped(Exception):  # noqa: N818 - how a process ends that cannot go on
    """A part that never ends has ended; whoever started us starts us again."""


class Process:
    """Everything that runs, in the order in which it is started."""

    def __init__(self, assembly: Assembly, api_base: str) -> None:
        """Nothing is open but the assembly."""
        self.assembly = assembly
        self._api_base = api_base
        self.lines: list[Line] = []
        self._health = Health(assembly, self.lines)
        self.pausing = Pausing(assembly)
        self.sweeping = Sweeping(assembly, self._hurry)
        rails: tuple[Rail, ...] = (PlayMoney(),) if assembly.settings.rails.play.enabled else ()
        self._owing = Owing(assembly, rails)
        night = next_night(wall(), assembly.settings.operator.time_zone)
        self.timers = Timers(
            (
                Job("sweep", SWEEP_EVERY, self.sweeping.sweep),
                Job("transfers", TRANSFERS_EVERY, self._owing.send),
                Job("hearing", HEARING_EVERY, self._watch_hearing),
                Job("pause", PAUSE_EVERY, self._look_for_a_pause),
                Job("room", ROOM_EVERY, Room(assembly).watch),
                Job("tidy", TIDY_EVERY, self._tidy),
                Job("audit", AUDIT_EVERY, Auditing(assembly).audit, night),
            )
        )
        self._web: aiohttp_web.AppRunner | None = None
        self._begun: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to serve. The time of the stop is given back before anything is handled."""
        self.assembly.escrow.clocks_wait = True
        self.assembly.escrow.woken = self.woken
        self.assembly.escrow.moved = self.moved
        await self._listen()
        for bot in ("parties", "desk"):
            # Loading aiogram takes seconds: the page, /health and signals are served meanwhile.
            module = await asyncio.to_thread(importlib.import_module, f"bot.wiring.{bot}")
            build: BuildLine = getattr(module, f"{bot}_line")
            self.lines.append(await build(self.assembly, self._api_base, self.pausing))
        await self._look_for_a_pause()
        await asyncio.gather(*(line.meet() for line in self.lines))
        for line in self.lines:
            line.start()
        self.timers.start()
        self._begun = asyncio.create_task(self._say_when_ready(), name="start")

    async def _listen(self) -> None:
        web = self.assembly.settings.web
        if not web.listen or not (web.health or web.metrics):
            return
        try:
            self._web = await serve(web.listen, self.pulse, health=web.health, metrics=web.metrics)
        except OSError:
            msg = f'web.listen: {web.listen} is taken, or not ours; name another one, or "" for off'
            raise ConfigError(msg) from None

    async def stop(self) -> None:
        """Take no more, finish what runs, hand the rest back: within 10 s."""
        if self._begun is not None:
            self._begun.cancel()
        await asyncio.gather(*(line.intake.stop(FINISH_SECONDS) for line in self.lines))
        with suppress(TimeoutError):
            async with asyncio.timeout(2.0):
                await self.timers.stop()
        await asyncio.gather(*(line.stop() for line in self.lines))
        if self._web is not None:
            await self._web.cleanup()
        await self.assembly.close()

    def failure(self) -> BaseException | None:
        """Why a part that never ends has ended."""
        found = (part.failure() for line in self.lines for part in (line.intake, line.courier))
        return next((error for error in found if error is not None), None)

    def woken(self) -> None:
        """A commit owes somebody a notice, and perhaps money."""
        for line in self.lines:
            line.courier.wake()
        self.timers.nudge("transfers")

    def moved(self, deal: DealId) -> None:
        """Something happened in a deal: buttons about it may be old."""
        for line in self.lines:
            line.buttons.moved(deal)

    async def _say_when_ready(self) -> None:
        for line in self.lines:
            await line.intake.caught_up.wait()
        _log.info("ready")

    async def _look_for_a_pause(self) -> None:
        await self.pausing.look()
        self.assembly.escrow.clocks_wait = self.pausing.why is not None

    async def _watch_hearing(self) -> None:
        for line in self.lines:
            await line.hearing.watch()

    def _hurry(self, ears: Collection[Ear]) -> None:
        for line in self.lines:
            if line.hearing.ear in ears:
                line.intake.hurry()

    async def heard(self, at: datetime, seconds: float) -> None:
        """Wait until both bots are heard past this instant, but no longer than so many seconds."""
        for line in self.lines:
            line.intake.hurry()
        await asyncio.gather(*(line.hearing.past(at, seconds) for line in self.lines))

    async def _tidy(self) -> None:
        """Rows and files that nobody asks for any more."""
        assembly, now = self.assembly, self.assembly.escrow.now()
        store = assembly.store
        rows = 0
        while some := await store.write(lambda connection: housekeeping.prune(connection, now)):
            rows += some
        files = await assembly.vault.collect(
            lambda hashes: store.read(lambda c: housekeeping.referred(c, hashes))
        )
        _log.info("tidied", rows=rows, files=files)

    async def pulse(self) -> Pulse:
        """How it goes, for `/health`."""
        return await self._health.pulse(self.sweeping.last_at)


async def serve_until_stopped(process: Process, ready: Callable[[], None] = lambda: None) -> None:
    """Start, wait for a signal, stop. Raises Stopped when a part breaks off."""
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, asked.set)
    try:
        if await _started_before(asked, process):
            ready()
        while not asked.is_set():
            with suppress(TimeoutError):
                async with asyncio.timeout(WATCH_EVERY):
                    await asked.wait()
            if (error := process.failure()) is not None:
                told = isinstance(error, Revoked)
                msg = str(error) if told else "a part broke off; see the log"
                raise Stopped(msg) from error
    finally:
        await process.stop()


async def _started_before(asked: asyncio.Event, process: Process) -> bool:
    """Start, unless a signal comes first: Telegram may let us wait."""
    starting = asyncio.create_task(process.start())
    signalled = asyncio.create_task(asked.wait())
    await asyncio.wait((starting, signalled), return_when=asyncio.FIRST_COMPLETED)
    signalled.cancel()
    if starting.done():
        await starting
        return True
    starting.cancel()
    await asyncio.gather(starting, return_exceptions=True)
    return False


async def run(settings: Settings, ready: Callable[[], None] = lambda: None) -> None:
    """Both bots, for real, until SIGTERM. Raises ConfigError, Stopped."""
    settings.check_ready()
    process = Process(assemble(settings, RealClock()), settings.telegram.api_base)
    await serve_until_stopped(process, ready)
