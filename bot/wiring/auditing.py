"""Every night the books are judged as `holdfast ledger verify` does; the desk hears of a fault."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

import structlog

from core.deal.notice import ALWAYS, Notice
from core.values.ids import DESK
from storage.verify import verify

if TYPE_CHECKING:
    from bot.wiring.assembly import Assembly

KIND: Final = "books-broken"
HOUR: Final = 3
"""The operator's own, when few people are about."""

_log = structlog.get_logger(__name__)


class Auditing:
    """The books of one installation."""

    def __init__(self, assembly: Assembly) -> None:
        """Reads beside the writer: nobody waits for it."""
        self._assembly = assembly

    async def audit(self) -> None:
        """Judge every deal; what does not hold is logged, and owed to the desk in one notice."""
        problems = await self._assembly.store.read(verify)
        if not problems:
            _log.info("the books hold")
            return
        for problem in problems:
            _log.error("the books are broken", where=problem.where, what=problem.what)
        data = {"count": len(problems), "where": problems[0].where}
        notice = Notice(DESK, KIND, None, data=data, holds=ALWAYS)
        now = self._assembly.escrow.now()
        await self._assembly.store.run(lambda uow: uow.owe((notice,), now))
        self._assembly.escrow.woken()


def next_night(now: datetime, zone: str) -> datetime:
    """The next time that it is HOUR o'clock there, in UTC."""
    local = now.astimezone(ZoneInfo(zone))
    night = local.replace(hour=HOUR, minute=0, second=0, microsecond=0)
    return (night if night > local else night + timedelta(days=1)).astimezone(UTC)
