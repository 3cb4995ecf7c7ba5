"""Room on the disk: the desk hears once that it runs out, and once that there is some again.

Under the bound people's files are refused; with none left at all nothing can be kept.
"""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

import structlog
from sqlalchemy import make_url

from bot.wiring.once import tell_once
from core.deal.notice import ALWAYS, Notice
from core.values.ids import DESK

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.wiring.assembly import Assembly

FULL: Final = 1 << 20
"""With less than so many bytes left a disk is full."""
MEGABYTE: Final = 1 << 20
ENOUGH: Final = 1.25
"""So many times the bound is room again: what comes and goes around it is told once."""
LOW: Final = "disk-low"
AGAIN: Final = "disk-again"
FLAG: Final = "disk-low"

_log = structlog.get_logger(__name__)


def free(settings: Settings) -> int:
    """Bytes left where the files are and where the database is, whichever is less; 0 unknown."""
    folders = [settings.vault.path]
    url = make_url(settings.database.url)
    if url.get_backend_name() == "sqlite" and url.database:
        folders.append(Path(url.database).resolve().parent)
    try:
        return min(shutil.disk_usage(folder).free for folder in folders)
    except OSError:
        return 0


class Room:
    """Of one installation."""

    def __init__(self, assembly: Assembly) -> None:
        """What was told is kept in the database."""
        self._assembly = assembly
        self._least = max(assembly.settings.vault.keep_free_mb * MEGABYTE, FULL)

    async def watch(self) -> None:
        """Tell the desk where that has changed. Raises StoreAway."""
        left = await asyncio.to_thread(free, self._assembly.settings)
        told = await self._assembly.edge.flag(FLAG) is not None
        if left < self._least and not told:
            _log.error("the disk is nearly full", left_mb=left // MEGABYTE)
            await self._tell(LOW, left, "told")
        elif told and left >= self._least * ENOUGH:
            _log.warning("there is room on the disk again", left_mb=left // MEGABYTE)
            await self._tell(AGAIN, left, None)

    async def _tell(self, kind: str, left: int, flag: str | None) -> None:
        notice = Notice(DESK, kind, None, data={"left_mb": left // MEGABYTE}, holds=ALWAYS)
        await tell_once(self._assembly, notice, FLAG, flag)
