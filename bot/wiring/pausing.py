"""The operator's pause: everybody is answered kindly, clocks wait and get the time back.

`holdfast pause` and `resume` only set a flag; the process that runs sees it within a second. When
the pause began is kept beside it until every deal has its time back, so a stop in between, or a
kill in the middle of giving back, changes nothing.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

import structlog

from bot.intake import Feed, lane_of
from bot.outgoing import Unreachable
from core.commands import ExtendClocks
from core.errors import Refusal
from core.ids import SYSTEM, PersonId

if TYPE_CHECKING:
    from bot.wiring.assembly import Assembly
    from bot.wiring.line import Voice

PAUSED: Final = "paused"
SINCE: Final = "paused-since"

_log = structlog.get_logger(__name__)


class Pausing:
    """Whether there is a pause, and what goes with it."""

    def __init__(self, assembly: Assembly) -> None:
        """Nothing is known before the first `look`."""
        self._assembly = assembly
        self.why: str | None = None

    async def look(self) -> None:
        """See what the operator wants. With the pause over, every open deal gets its time back."""
        edge, escrow = self._assembly.edge, self._assembly.escrow
        why, since = await edge.flag(PAUSED), await edge.flag(SINCE)
        if why is not None:
            if since is None:
                await edge.set_flag(SINCE, escrow.now().isoformat())
                _log.warning("paused", why=why)
            self.why = why
        elif since is not None:
            await self._give_back(datetime.fromisoformat(since))
            await edge.set_flag(SINCE, None)
            self.why = None
            _log.warning("resumed")

    async def _give_back(self, since: datetime) -> None:
        now = self._assembly.escrow.now()
        await extend_all(self._assembly, since, now, f"pause:{since.isoformat()}")

    async def is_on(self) -> bool:
        """Whether the deals are still owed time for a pause."""
        return await self._assembly.edge.flag(SINCE) is not None

    def around(self, feed: Feed, voice: Voice) -> Feed:
        """During a pause updates are answered by its reason, and count as handled."""

        async def feed_or_soothe(update: dict[str, Any]) -> None:
            if self.why is None:
                await feed(update)
                return
            person = await self._assembly.reads.person(PersonId(lane_of(update)))
            operator = self._assembly.settings.operator
            locale = operator.default_locale if person is None else person.locale
            with suppress(Unreachable):
                await voice.soothe(update, self._assembly.texts.get(locale)("paused", why=self.why))

        return feed_or_soothe


async def extend_all(assembly: Assembly, since: datetime, until: datetime, reason: str) -> None:
    """Give every open deal back the time from `since` to `until`, once under this reason."""
    for deal in await assembly.store.open_deals():
        command = ExtendClocks(actor=SYSTEM, deal=deal, since=since, until=until)
        with suppress(Refusal):
            await assembly.escrow.execute(command, request=f"{reason}:{deal}")
