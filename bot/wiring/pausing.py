"""The operator's pause: everybody is answered kindly, clocks wait and get the time back.

`holdfast pause` and `resume` only set a flag; the process that runs sees it within a second. During
a pause nobody is heard, so its time is given back as that of any deafness is, and with what adjoins
it as one stretch (bot.wiring.hearing); here only that it was, and when it ended, is kept.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

import structlog

from bot.mail.intake import Feed
from bot.mail.sending import Unreachable
from bot.mail.updates import lane_of
from core.deal.notice import ALWAYS, Notice
from core.people import ExtendWait
from core.ports import CASE_WANTED
from core.timing import ExtendClocks
from core.values.errors import Refusal
from core.values.hearing import Ear
from core.values.ids import DESK, SYSTEM, PersonId
from core.values.window import DeadlineKind

if TYPE_CHECKING:
    from bot.mail.sending import Voice
    from bot.wiring.assembly import Assembly

PAUSED: Final = "paused"
SINCE: Final = "paused-since"
ENDED: Final = "paused-until"

_log = structlog.get_logger(__name__)


class Pausing:
    """Whether there is a pause, and what goes with it."""

    def __init__(self, assembly: Assembly) -> None:
        """Nothing is known before the first `look`."""
        self._assembly = assembly
        self.why: str | None = None
        self._ended: datetime | None = None

    async def look(self) -> None:
        """See what the operator wants."""
        edge, escrow = self._assembly.edge, self._assembly.escrow
        why, since = await edge.flag(PAUSED), await edge.flag(SINCE)
        if self._ended is None and (last := await edge.flag(ENDED)) is not None:
            self._ended = datetime.fromisoformat(last)
        if why is not None:
            if since is None:
                await edge.set_flag(SINCE, escrow.now().isoformat())
                _log.warning("paused", why=why)
            begins, self.why = self.why is None, why
            if begins:
                await redraw_cases(self._assembly)
        elif since is not None:
            ended = escrow.now()
            await edge.set_flag(ENDED, ended.isoformat())
            await edge.set_flag(SINCE, None)
            self._ended, self.why = ended, None
            _log.warning("resumed")

    def ended_after(self, instant: datetime) -> datetime | None:
        """When the last pause ended, if that was after this instant."""
        return self._ended if self._ended is not None and self._ended > instant else None

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


async def extend_all(
    assembly: Assembly, since: datetime, until: datetime, reason: str, ear: Ear
) -> None:
    """Give every open deal back the time from `since` to `until`, once under this reason.

    Only to the clocks of those who speak to that bot; and to who may take back a changed account.
    """
    if ear is Ear.PARTIES:
        for person in await assembly.store.who_changed():
            wait = ExtendWait(actor=SYSTEM, person=person, since=since, until=until)
            await assembly.escrow.execute(wait, request=f"{reason}:{person}")
    for deal in await assembly.store.open_deals():
        command = ExtendClocks(actor=SYSTEM, deal=deal, since=since, until=until, ear=ear)
        with suppress(Refusal):
            await assembly.escrow.execute(command, request=f"{reason}:{deal}")


async def redraw_cases(assembly: Assembly) -> None:
    """Have the file of each open case say how its clocks stand now. Raises StoreAway."""
    cases = {
        (row.deal, row.milestone)
        for row in await assembly.reads.queue()
        if row.kind in (DeadlineKind.DISPUTE_TAKE, DeadlineKind.DISPUTE_RULING)
    }
    wanted = [
        Notice(DESK, CASE_WANTED, deal, part, ring=False, holds=ALWAYS)
        for deal, part in sorted(cases, key=str)
    ]
    if wanted:
        now = assembly.escrow.now()
        await assembly.store.run(lambda uow: uow.owe(wanted, now))
        assembly.escrow.woken()
