"""An update that crashed three times: its person and the desk hear of it, with the code."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import structlog

from bot.mail.sending import Unreachable
from bot.mail.updates import lane_of
from core.deal.notice import ALWAYS, Notice
from core.values.ids import DESK, PersonId

if TYPE_CHECKING:
    from bot.mail.sending import Voice
    from bot.wiring.assembly import Assembly

KIND: Final = "update-set-aside"

_log = structlog.get_logger(__name__)


class Aside:
    """For one bot."""

    def __init__(self, assembly: Assembly, bot: str, voice: Voice) -> None:
        """`voice` is that bot's."""
        self._assembly = assembly
        self._bot = bot
        self._voice = voice

    async def __call__(self, update: dict[str, Any], incident: str) -> None:
        """Tell the desk first, by the queue that survives everything; then the person."""
        person = PersonId(lane_of(update))
        _log.error("an update was set aside", bot=self._bot, code=incident)
        notice = Notice(
            DESK,
            KIND,
            None,
            data={"code": incident, "person": person, "bot": self._bot},
            holds=ALWAYS,
        )
        now = self._assembly.escrow.now()
        await self._assembly.store.run(lambda uow: uow.owe((notice,), now))
        self._assembly.escrow.woken()
        if person > 0:
            await self._tell_the_person(person, incident)

    async def _tell_the_person(self, person: PersonId, incident: str) -> None:
        known = await self._assembly.reads.person(person)
        operator = self._assembly.settings.operator
        locale = operator.default_locale if known is None else known.locale
        text = self._assembly.texts.get(locale)("incident", code=incident)
        with suppress(Unreachable):
            await self._voice.tell(person, text)
