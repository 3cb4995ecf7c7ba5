"""How it goes, for `/health`: asked of the parts themselves, and of the database by writing."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.reads import NO_TOPICS
from bot.running.web import EarHealth, Pulse
from bot.wiring.room import FULL, free
from core.ports import StoreAway

if TYPE_CHECKING:
    from bot.wiring.assembly import Assembly
    from bot.wiring.line import Line

PROBE: Final = "health"
"""The flag that is written to see whether the database keeps anything."""
PATIENCE: Final = 2.0
"""Seconds after which a database that does not answer cannot be had: somebody waits for a page."""

_log = structlog.get_logger(__name__)


class Health:
    """Of one process."""

    def __init__(self, assembly: Assembly, lines: list[Line]) -> None:
        """`lines` grows while the process starts."""
        self._assembly = assembly
        self._lines = lines
        self._probing: asyncio.Task[bool] | None = None
        self._count = 0

    async def pulse(self, swept_at: float | None) -> Pulse:
        """Now. `swept_at` by the loop's clock."""
        clock = asyncio.get_running_loop().time()
        writable = await self._writable()
        waiting, lag, topics = 0, dict[str, dict[str, float]](), True
        if writable:
            try:
                async with asyncio.timeout(PATIENCE):
                    topics = await self._assembly.edge.flag(NO_TOPICS) is None
                    for line in self._lines:
                        waiting += await line.inbox.waiting()
                        lag[line.name] = await line.outbox.lags()
            except (SQLAlchemyError, StoreAway, TimeoutError):
                writable = False
        heard = [at for line in self._lines if (at := line.intake.last_update_at) is not None]
        return Pulse(
            database=writable,
            # A commit may find room where the next large one does not.
            disk=free(self._assembly.settings) >= FULL,
            caught_up=bool(self._lines)
            and all(line.intake.caught_up.is_set() for line in self._lines),
            bots={
                line.name: EarHealth(line.hearing.seconds_deaf, line.hearing.why)
                for line in self._lines
            },
            since_sweep=None if swept_at is None else clock - swept_at,
            since_update=clock - max(heard) if heard else None,
            waiting_updates=waiting,
            courier_lag=lag,
            desk_topics=topics,
        )

    async def _writable(self) -> bool:
        """Whether a commit arrives; one probe at a time, since a lock lets them pile up."""
        if self._probing is None or self._probing.done():
            self._probing = asyncio.create_task(self._probe())
        done, _ = await asyncio.wait([self._probing], timeout=PATIENCE)
        return bool(done) and self._probing.result()

    async def _probe(self) -> bool:
        self._count += 1
        try:
            await self._assembly.edge.set_flag(PROBE, str(self._count))
        except (SQLAlchemyError, StoreAway) as trouble:
            _log.warning("the database cannot be written", why=str(trouble))
            return False
        return True
