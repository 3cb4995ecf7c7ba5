"""How long a bot was deaf: its time is given back, and the desk is told.

Deaf is whatever lies between the end of one answer and the question to the next: a stop, another
program that takes the updates, Telegram away, a machine asleep, a clock that was set, a database
that keeps nothing. It is given back as one stretch before the first of the updates that end it is
handled, and once: what began it is kept until then, and names the requests that extend the deals.
A pause is a stretch in which nobody was heard, however short.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

import structlog

from bot.mail.listening import ADVICE, AWAY, RIVAL, Contested
from bot.wiring.pausing import Pausing, extend_all, redraw_cases
from core.deal.notice import ALWAYS, Notice
from core.values.hearing import Ear, Fetched
from core.values.ids import DESK
from storage.hearing import Row, SqlHearing

if TYPE_CHECKING:
    from bot.wiring.assembly import Assembly

SURE_AFTER: Final = 30.0
"""Seconds without another program's interference after which an empty answer proves silence: while
it is there it may have taken what people did."""
DEAF_AFTER: Final = 60.0
"""Seconds without an answer after which the desk is told, and we are not ready."""
LOG_EVERY: Final = 60.0
"""Seconds between two lines about the same trouble."""
HEARD: Final = "bot-heard"
DEAF: Final = "bot-deaf"

_log = structlog.get_logger(__name__)


class Hearing:
    """One bot's."""

    def __init__(self, assembly: Assembly, ear: Ear, pausing: Pausing) -> None:
        """Nothing is known before `begin`."""
        self._assembly = assembly
        self.ear = ear
        self._pausing = pausing
        self._kept = SqlHearing(assembly.store.database, ear)
        self._row: Row | None = None
        self._clock = asyncio.get_running_loop().time
        self._answered_at = self._clock()
        self._rival_at: float | None = None
        self._why = ""
        self._logged_at = 0.0
        self._moved = asyncio.Event()

    async def begin(self, bot_id: int) -> None:
        """Go on where the process before us stopped. Raises StoreAway."""
        self._row = await self._kept.begin(bot_id, self.now())
        if self._row.why == RIVAL:
            self._rival_at = self._clock()

    @property
    def row(self) -> Row:
        """What is kept."""
        if self._row is None:
            msg = "nobody listens yet"
            raise RuntimeError(msg)
        return self._row

    @property
    def seconds_deaf(self) -> float:
        """Since the last answer that proves that we hear."""
        return self._clock() - self._answered_at

    @property
    def why(self) -> str:
        """What the last question failed by; empty while we hear."""
        return self._why

    # as bot.mail.fetching.Listening

    def now(self) -> datetime:
        """The instant by which rules count."""
        return self._assembly.escrow.now()

    async def answered(self, asked: datetime, *, whole: bool) -> Fetched | None:
        """Give back what is owed, and say what the answer moves. Raises StoreAway."""
        if self._pausing.why is not None:
            return None
        # What was asked during the pause is answered after it.
        until = self._pausing.ended_after(asked) or asked
        gave = await self._give_back(until)
        if not self._sure():
            return Fetched(listened=until) if gave else None
        return Fetched(heard=asked if whole else None, listened=self.now())

    def kept(self, mark: Fetched | None) -> None:
        """The answer is in the database: what waited may happen."""
        if self._sure():
            self._answered_at, self._why = self._clock(), ""
        if mark is None:
            return
        row = self.row
        heard = row.heard if mark.heard is None else max(row.heard, mark.heard)
        if mark.listened is not None:
            row = replace(row, listened=max(row.listened, mark.listened), owed=None)
        self._row = replace(row, heard=heard)
        self._moved.set()

    def failed(self, trouble: Exception) -> None:
        """No answer, or none that could be kept."""
        before, now = self._why, self._clock()
        self._why = trouble.why if isinstance(trouble, Contested) else AWAY
        if self._why == RIVAL:
            self._rival_at = now
        if self._why != before or now - self._logged_at > LOG_EVERY:
            self._logged_at = now
            _log.warning("cannot fetch updates", bot=self.ear.value, why=str(trouble))

    def _sure(self) -> bool:
        return self._rival_at is None or self._clock() - self._rival_at > SURE_AFTER

    # what the rules' clock does

    def moved_on(self, by: timedelta) -> None:
        """The playground's clock was moved: it is no time in which nobody was heard."""
        self._row = replace(self.row, listened=self.row.listened + by)

    async def past(self, at: datetime, seconds: float) -> None:
        """Wait until we are heard past this instant, but no longer than so many seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self.row.heard < at:
                    self._moved.clear()
                    await self._moved.wait()

    # giving back

    async def _give_back(self, until: datetime) -> bool:
        """Extend what ran while we were deaf, if that was long; whether it was."""
        row, outage = self.row, self._assembly.escrow.policy.outage
        if row.owed is not None:
            # Killed, or broken off, in the middle: the same again, and what came since.
            await extend_all(self._assembly, row.listened, row.owed, self._reason(row), self.ear)
            if row.owed >= until:
                return True
            row = await self._owe(row.owed, until)
        elif until - row.listened > outage or self._pausing.ended_after(row.listened):
            row = await self._owe(row.listened, until)
        else:
            return False
        hours = round((until - row.listened) / timedelta(hours=1), 2)
        _log.warning(
            "time is given back", bot=self.ear.value, since=row.listened.isoformat(), hours=hours
        )
        await extend_all(self._assembly, row.listened, until, self._reason(row), self.ear)
        await redraw_cases(self._assembly)
        return True

    async def _owe(self, since: datetime, until: datetime) -> Row:
        await self._kept.owe(since, until)
        self._row = replace(self.row, listened=since, owed=until)
        return self.row

    def _reason(self, row: Row) -> str:
        return f"deaf:{self.ear.value}:{row.listened.isoformat()}"

    # telling the desk

    async def watch(self) -> None:
        """Tell the desk once that we are deaf, and once that we hear again. Raises StoreAway."""
        row = self._row
        if row is None:
            return
        deaf, told = self.seconds_deaf > DEAF_AFTER, row.deaf_since is not None
        if deaf and not told:
            why = self._why or AWAY
            _log.error("a bot hears nobody", bot=self.ear.value, why=ADVICE.get(why, why))
            await self._tell(
                DEAF, {"bot": self.ear.value, "why": why, "since": row.listened.isoformat()}
            )
            await self._told(row.listened, why)
        elif row.deaf_since is not None and not deaf and not self._why:
            minutes = max(round((self.now() - row.deaf_since) / timedelta(minutes=1)), 1)
            _log.warning("a bot hears again", bot=self.ear.value, minutes=minutes)
            await self._tell(HEARD, {"bot": self.ear.value, "minutes": minutes})
            await self._told(None, "")

    async def _told(self, since: datetime | None, why: str) -> None:
        await self._kept.tell(since, why)
        self._row = replace(self.row, deaf_since=since, why=why)
        await redraw_cases(self._assembly)

    async def _tell(self, kind: str, data: dict[str, object]) -> None:
        notice, now = Notice(DESK, kind, None, data=data, holds=ALWAYS), self.now()
        await self._assembly.store.run(lambda uow: uow.owe((notice,), now))
        self._assembly.escrow.woken()
