"""What the desk is told once: the notice and the mark that it was told are one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection

from core.deal.notice import Notice
from storage.edge import put_flag
from storage.unit_of_work import SqlUnitOfWork

if TYPE_CHECKING:
    from bot.wiring.assembly import Assembly


async def tell_once(assembly: Assembly, notice: Notice, flag: str, value: str | None) -> None:
    """Owe it, and set the flag, or with None remove it: both or neither. Raises StoreAway."""
    now = assembly.escrow.now()

    def work(connection: Connection) -> None:
        unit = SqlUnitOfWork(connection)
        unit.owe((notice,), now)
        unit.finish()
        put_flag(connection, flag, value)

    await assembly.store.write(work)
    assembly.escrow.woken()
