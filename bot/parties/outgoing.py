"""How a notice leaves by the parties' bot; the deal's live card follows below what rings."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable
from typing import Final

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from bot.cards import Card
from bot.cards.base import Attachment
from bot.mail.sending import Delivered, Live, Parcel, Prepared
from bot.parties.kit.update import App
from bot.parties.line.render import edit, send_card, send_part
from bot.parties.line.trouble import translated
from bot.texts import escape
from core.deal.notice import Notice
from core.lanes import BUTTONS_OLD, CARD_MOVED, CARD_OLD, CARD_REDRAWN
from core.values.ids import DealId
from core.values.words import FileRef

_A_PART: Final = Delivered()
"""There is more of it."""

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
        if notice.deal is not None and notice.kind == CARD_MOVED:
            return await self._leave(parcel, self._moved)
        if notice.deal is not None and notice.kind == CARD_REDRAWN:
            return await self._leave(parcel, self._redrawn, messages=0)
        if notice.kind == CARD_OLD:
            return await self._leave(parcel, self._stripped, messages=0)
        if notice.kind == BUTTONS_OLD:
            # It takes the place of a message, so that several do not leave at once.
            return await self._leave(parcel, self._faded)
        while True:
            delivered = await self._leave(parcel, self._next)
            if delivered is not _A_PART:
                return delivered
            await parcel.took()

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
        parts: tuple[Attachment | FileRef, ...] = (*card.attachments, *card.files)
        if parcel.parts < len(parts):
            await self._part(parcel.notice, prepared, parts[parcel.parts])
            return _A_PART
        await send_card(self._bot, parcel.notice.to, card)
        return Delivered(tuple(_card_owed(parcel.notice, prepared)))

    async def _part(self, notice: Notice, prepared: Prepared, part: Attachment | FileRef) -> None:
        lost = prepared.lost or (lambda name: Card(escape(name), ring=False))
        await send_part(self._bot, notice.to, part, self._app.vault, lost)

    async def _moved(self, parcel: Parcel, prepared: Prepared, card: Card) -> Delivered:
        message = await send_card(self._bot, parcel.notice.to, card)
        return self._shown(parcel.notice, prepared, message.message_id)

    async def _redrawn(self, parcel: Parcel, prepared: Prepared, card: Card) -> Delivered | None:
        """What came silently is told by the card too, where it stands; else it is sent anew."""
        notice = parcel.notice
        message = await self._app.edge.card(notice.to, notice.deal or DealId(""))
        if message is None:
            return None
        try:
            await edit(self._bot, notice.to, message, card)
        except TelegramBadRequest:
            return Delivered((Notice(notice.to, CARD_MOVED, notice.deal, ring=False),))
        return self._shown(notice, prepared, message)

    @staticmethod
    def _shown(notice: Notice, prepared: Prepared, message: int) -> Delivered:
        deal = notice.deal or DealId("")
        return Delivered(live=Live(notice.to, deal, message, prepared.version))

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


def _card_owed(notice: Notice, prepared: Prepared) -> list[Notice]:
    """The live card moves below what rings; what else changes it is told where it stands.

    Talk and diary change nothing on it.
    """
    if not prepared.has_card or (not notice.ring and notice.words is not None):
        return []
    kind = CARD_MOVED if notice.ring else CARD_REDRAWN
    return [Notice(notice.to, kind, notice.deal, ring=False)]
