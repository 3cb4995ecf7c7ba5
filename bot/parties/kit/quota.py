"""What one person may store and ask: looked at before anything is downloaded or owed.

Somebody without an agreed deal is a stranger: they get much less, and all of them together get no
more than a few.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from bot.config.rules import Limits
from bot.mail.sending import RetryAfter
from bot.reads import Edge, Reads, Vault
from core.deal.commands import Command
from core.disputing import FileEvidence
from core.drafting import StartDeal
from core.people import ChangeSettings, SetDestination
from core.talking import Say, WriteDiary
from core.values.errors import OverLimit
from core.values.ids import PersonId

COUNTED: Final[Mapping[type[Command], str]] = {
    Say: "said",
    WriteDiary: "said",
    FileEvidence: "said",
    StartDeal: "deals",
    ChangeSettings: "settings",
    SetDestination: "settings",
}
"""What adds to the history without another rule that would end it."""
STRANGERS: Final = PersonId(0)
"""Counts all of them together."""
MB: Final = 1024 * 1024
_DAY: Final = 24
"""Hours."""
DAYS_OF_FILES: Final = 30
_LEAST: Final = 16 * 1024
"""What the smallest file counts: so many small ones are many, too."""
AT_ONCE: Final = 8
STRANGERS_AT_ONCE: Final = 2
_SOON: Final = 1.0
_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Turns:
    """How many files are fetched at once: each is in memory meanwhile."""

    everybody: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    strangers: asyncio.Semaphore = field(
        default_factory=lambda: asyncio.Semaphore(STRANGERS_AT_ONCE)
    )


@dataclass(frozen=True, slots=True)
class Quota:
    """The limits of people over what the database counts."""

    limits: Limits
    reads: Reads
    edge: Edge
    vault: Vault
    turns: Turns

    @asynccontextmanager
    async def storing(self, person: PersonId, size: int | None) -> AsyncIterator[int]:
        """Around a download: bytes that it may bring. `size` is what Telegram says, if it does.

        Raises OverLimit("files-full", "files-full-stranger", "files-no-room"); RetryAfter where
        enough strangers are storing something, so that they hold up nobody else.
        """
        known = await self.reads.known(person)
        left = await self._left(person, known=known)
        if await self.vault.room() < max(size or 0, _LEAST):
            raise OverLimit("files-no-room")
        if left < max(size or 0, _LEAST):
            if known:
                raise OverLimit("files-full", limit_mb=self.limits.files_mb, days=DAYS_OF_FILES)
            raise OverLimit("files-full-stranger", limit_mb=self.limits.stranger_files_mb)
        if not known:
            left = min(left, await self._left_of_strangers())
        if left < max(size or 0, _LEAST):
            raise OverLimit("files-no-room")
        if not known and self.turns.strangers.locked():
            raise RetryAfter(_SOON)
        async with self.turns.everybody if known else self.turns.strangers:
            yield left

    async def stored(self, person: PersonId, size: int) -> None:
        """So much was."""
        await self._use(person, "bytes", max(size, _LEAST))

    async def may_ask(self, person: PersonId, files: int) -> None:
        """Whether the desk may be asked now.

        Raises OverLimit("help-full", "help-full-strangers", "too-many-files").
        """
        limits, known = self.limits, await self.reads.known(person)
        most = limits.help_a_day if known else limits.stranger_help_a_day
        if await self.edge.used(person, "help", _DAY) >= most:
            wait = await self._wait(person, "help", _DAY, most)
            raise OverLimit("help-full", limit=most, seconds=wait)
        if known:
            return
        if files > limits.stranger_help_files:
            raise OverLimit("too-many-files", limit=limits.stranger_help_files)
        all_of_them = limits.strangers_help_an_hour
        if await self.edge.used(STRANGERS, "help", 1) >= all_of_them:
            wait = await self._wait(STRANGERS, "help", 1, all_of_them)
            raise OverLimit("help-full-strangers", seconds=wait)

    async def asked(self, person: PersonId) -> None:
        """The desk was."""
        await self._use(person, "help", 1)

    async def may_do(self, person: PersonId, command: Command) -> None:
        """Whether one more of this kind fits into the day. Raises OverLimit("too-much-today")."""
        what = COUNTED.get(type(command))
        if what is not None:
            await self.fits(person, what)

    async def fits(self, person: PersonId, what: str) -> None:
        """Whether one more of this fits into the day. Raises OverLimit("too-much-today")."""
        most = self.limits.of_a_day(what)
        if await self.edge.used(person, what, _DAY) >= most:
            wait = await self._wait(person, what, _DAY, most)
            raise OverLimit("too-much-today", limit=most, seconds=wait)

    async def did(self, person: PersonId, command: Command) -> None:
        """It was done."""
        what = COUNTED.get(type(command))
        if what is not None:
            await self.edge.use((person,), what, 1)

    async def _left(self, person: PersonId, *, known: bool) -> int:
        most = self.limits.files_mb if known else self.limits.stranger_files_mb
        return most * MB - await self.edge.used(person, "bytes", DAYS_OF_FILES * _DAY)

    async def _left_of_strangers(self) -> int:
        theirs = await self.edge.used(STRANGERS, "bytes", _DAY)
        return self.limits.strangers_files_mb * MB - theirs

    async def _wait(self, person: PersonId, what: str, hours: int, most: int) -> int:
        """Seconds until one more fits, in whole minutes: who reads them waits that long."""
        left = await self.edge.free_in(person, what, hours, most)
        return math.ceil(left / _MINUTE) * 60

    async def _use(self, person: PersonId, what: str, amount: int) -> None:
        counted: Sequence[PersonId] = (person,)
        if not await self.reads.known(person):
            counted = (person, STRANGERS)
        await self.edge.use(counted, what, amount)
