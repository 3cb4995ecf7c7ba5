"""Due deadlines happen, one transaction each; one that crashes does not hold up the others."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection
from typing import TYPE_CHECKING, Final

import structlog

from bot.running.telemetry import new_incident
from core.paying import AlarmSuspense
from core.ports import StoreAway
from core.talking import TellDigest
from core.values.errors import Refusal
from core.values.hearing import Ear
from core.values.ids import SYSTEM, DealId

if TYPE_CHECKING:
    from bot.wiring.assembly import Assembly

AT_ONCE: Final = 200
ROUNDS: Final = 10
"""After so many times `AT_ONCE` others have a turn."""
Item = tuple[DealId, str]
BROKEN_FOR: Final = 300.0
"""Seconds after which a deadline that crashed is tried again."""

_log = structlog.get_logger(__name__)


class Sweeping:
    """Core's clock, wound up by us."""

    def __init__(
        self, assembly: Assembly, hurry: Callable[[Collection[Ear]], None] = lambda _: None
    ) -> None:
        """Remembers only what crashed, and only to wait a while.

        `hurry(ears)`: something that fell due waits until these bots are heard past it.
        """
        self._assembly = assembly
        self._hurry = hurry
        self._broken: dict[Item, float] = {}
        self.last_at: float | None = None
        """When the last sweep ended, by the event loop's clock."""

    async def sweep(self) -> None:
        """Let happen what is due. Clocks that wait are left alone. Raises StoreAway."""
        clock, met = asyncio.get_running_loop().time, set[Item]()
        for _ in range(ROUNDS):
            if self._assembly.escrow.clocks_wait or await self._round(clock(), met) < AT_ONCE:
                break
        if not self._assembly.escrow.clocks_wait:
            await self._digests(clock())
            await self._alarms(clock())
            self._hurry(await self._assembly.store.unheard(self._assembly.escrow.now()))
        self.last_at = clock()

    async def _round(self, now: float, met: set[Item]) -> int:
        """What is still due after it was met waits for somebody's update: no other waits for it."""
        self._broken = {item: until for item, until in self._broken.items() if until > now}
        most = AT_ONCE + len(self._broken) + len(met)
        due = await self._assembly.store.due(self._assembly.escrow.now(), most)
        waiting = [item for item in due if item not in self._broken and item not in met]
        for item in waiting:
            await self._meet(item, now)
        met.update(waiting)
        return len(waiting)

    async def _digests(self, now: float) -> None:
        """Who has one coming reads it; those that are left come with the next sweep."""
        escrow = self._assembly.escrow
        for person in await self._assembly.store.digests(escrow.now(), AT_ONCE):
            item = (DealId(""), f"digest:{person}")
            if item not in self._broken:
                told = TellDigest(actor=SYSTEM, person=person)
                await self._one(item, escrow.execute(told), now)

    async def _alarms(self, now: float) -> None:
        """Of money that matches nothing: it is no deal's, and neither is its clock."""
        escrow = self._assembly.escrow
        for suspended in await self._assembly.store.alarms(escrow.now(), AT_ONCE):
            item = (DealId(""), f"suspense:{suspended}")
            if item not in self._broken:
                due = AlarmSuspense(actor=SYSTEM, item=suspended)
                await self._one(item, escrow.execute(due), now)

    async def _meet(self, item: Item, now: float) -> None:
        await self._one(item, self._assembly.escrow.meet(*item), now)

    async def _one(self, item: Item, work: Awaitable[object], now: float) -> None:
        deal, key = item
        # Taken as a value and not caught: whatever it is, the next deadline has its turn.
        [came] = await asyncio.gather(work, return_exceptions=True)
        if isinstance(came, StoreAway):
            raise came
        if isinstance(came, BaseException) and not isinstance(came, Refusal):
            self._broken[item] = now + BROKEN_FOR
            code = new_incident()
            _log.error("a deadline crashed", deal=deal, key=key, code=code, exc_info=came)
