"""How a notice leaves by the parties' bot: what happened is the deal's live card, one message."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from bot.cards import Card
from bot.cards.kit.base import Attachment
from bot.mail.sending import Delivered, Live, Parcel, Prepared
from bot.parties.kit.update import App
from bot.parties.line.render import edit, send_card, send_part
from bot.parties.line.trouble import translated
from bot.texts import escape
from core.deal.notice import Notice
from core.ports import BUTTONS_OLD, CARD_OLD, CARD_REDRAWN, is_quiet
from core.values.ids import DealId
from core.values.words import FileRef


@dataclass(frozen=True, slots=True)
class _Part(Delivered):
    """There is more of it: this was of that notice of those that it tells."""

    place: int = 0


_GONE: Final = Delivered()
"""There is no card to draw anew, or none that tells what this is about."""

_log = structlog.get_logger(__name__)


class PartiesOutgoing:
    """Implements `bot.mail.sending.Outgoing`."""

    def __init__(self, app: App, bot: Bot) -> None:
        """`bot` is the parties' own."""
        self._app = app
        self._bot = bot

    async def deliver(self, parcel: Parcel) -> Delivered | None:
        """As `Outgoing.deliver`. The files of a message go before it, so its buttons stand last."""
        notice = parcel.notice
        if notice.deal is not None and (notice.kind == CARD_REDRAWN or is_quiet(notice)):
            drawn = await self._leave(parcel, self._redrawn, messages=0)
            return await self._in_parts(parcel) if drawn is _GONE else drawn
        if notice.kind == CARD_OLD:
            return await self._leave(parcel, self._stripped, messages=0)
        if notice.kind == BUTTONS_OLD:
            # It takes the place of a message, so that several do not leave at once.
            return await self._leave(parcel, self._faded)
        return await self._in_parts(parcel)

    async def _in_parts(self, parcel: Parcel) -> Delivered | None:
        while True:
            delivered = await self._leave(parcel, self._next)
            if not isinstance(delivered, _Part):
                return delivered
            await parcel.took(place=delivered.place)

    async def _leave(
        self,
        parcel: Parcel,
        send: Callable[[Parcel, Prepared, Card], Awaitable[Delivered | None]],
        messages: int = 1,
    ) -> Delivered | None:
        """When the turn of the chat has come: as it looks then, or not at all."""

        async def act() -> Delivered | None:
            prepared = await parcel.render()
            if prepared is None or prepared.card is None:
                return None
            with translated():
                return await send(parcel, prepared, prepared.card)

        return await self._app.pacer.leave(parcel.notice.to, act, messages)

    async def _next(self, parcel: Parcel, prepared: Prepared, card: Card) -> Delivered:
        for place, parts in enumerate(prepared.parts):
            if parcel.taken(place) < len(parts):
                await self._part(parcel.notice, prepared, parts[parcel.taken(place)])
                return _Part(place=place)
        message = await send_card(self._bot, parcel.notice.to, card)
        return self._shown(parcel, prepared, message.message_id)

    async def _part(self, notice: Notice, prepared: Prepared, part: Attachment | FileRef) -> None:
        lost = prepared.lost or (lambda name: Card(escape(name), ring=False))
        await send_part(self._bot, notice.to, part, self._app.vault, lost)

    async def _redrawn(self, parcel: Parcel, prepared: Prepared, card: Card) -> Delivered | None:
        """Where it stands, with its news; sent anew where its person deleted it."""
        notice = parcel.notice
        message = await self._app.edge.card(notice.to, notice.deal or DealId(""))
        if is_quiet(notice) and (message is None or not parcel.folds):
            return _GONE
        if message is None:
            return None
        try:
            await edit(self._bot, notice.to, message, card)
        except TelegramBadRequest:
            return _GONE
        return self._shown(parcel, prepared, message)

    @staticmethod
    def _shown(parcel: Parcel, prepared: Prepared, message: int) -> Delivered:
        notice = parcel.notice
        if notice.deal is None or not prepared.live:
            return Delivered()
        return Delivered(live=Live(notice.to, notice.deal, message, prepared.version, parcel.news))

    async def _stripped(self, parcel: Parcel, _: Prepared, __: Card) -> Delivered:
        """That it has no buttons any more, or is gone, is as good."""
        message, notice = int(str(parcel.notice.data["message"])), parcel.notice
        with contextlib.suppress(TelegramBadRequest):
            await self._bot.edit_message_reply_markup(chat_id=notice.to, message_id=message)
        return Delivered()

    async def _faded(self, parcel: Parcel, prepared: Prepared, card: Card) -> Delivered | None:
        """Unless it was pressed meanwhile, and has become another message."""
        message, buttons = int(str(parcel.notice.data["message"])), self._app.buttons
        if buttons is not None and not await buttons.to_go(parcel.notice.to, message):
            return None
        delivered = await self._stripped(parcel, prepared, card)
        if buttons is not None:
            buttons.stands(parcel.notice.to, message)
        return delivered
