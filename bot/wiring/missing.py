"""The vault as the bots have it: of a file that it has lost the desk hears, once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import structlog

from bot.wiring.once import tell_once
from core.deal.notice import ALWAYS, Notice
from core.values.ids import DESK
from core.values.words import FileRef

if TYPE_CHECKING:
    from bot.wiring.assembly import Assembly

LOST: Final = "file-lost"

_log = structlog.get_logger(__name__)


class WatchedVault:
    """Implements `bot.reads.Vault`."""

    def __init__(self, assembly: Assembly) -> None:
        """Over the assembly's own."""
        self._assembly = assembly

    async def put(self, content: bytes, *, name: str, mime: str, kind: str) -> FileRef:
        """As `FileVault.put`."""
        return await self._assembly.vault.put(content, name=name, mime=mime, kind=kind)

    async def room(self) -> int:
        """As `FileVault.room`."""
        return await self._assembly.vault.room()

    async def get(self, file: FileRef) -> bytes:
        """Raises FileNotFoundError when the vault lost it, and StoreAway."""
        try:
            return await self._assembly.vault.get(file)
        except FileNotFoundError:
            await self._tell(file)
            raise

    async def _tell(self, file: FileRef) -> None:
        flag = f"{LOST}:{file.sha256}"
        if await self._assembly.edge.flag(flag) is not None:
            return
        _log.error("the vault has lost a file", sha256=file.sha256)
        notice = Notice(
            DESK, LOST, None, data={"name": file.name, "sha256": file.sha256}, holds=ALWAYS
        )
        await tell_once(self._assembly, notice, flag, "told")
