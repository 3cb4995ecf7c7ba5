"""How a notice leaves by the parties' bot; the deal's live card moves below what rings."""

from __future__ import annotations

import contextlib

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Message

from bot.cards import Card
from bot.parties.deals.show import newest_live
from bot.parties.kit import App
from bot.parties.render import edit, send
from bot.parties.trouble import translated
from core.ids import DealId, PersonId
from core.notices import Notice
from core.ports import StoreAway


class PartiesOutgoing:
    """Implements `bot.outgoing.Outgoing`."""

    def __init__(self, app: App, bot: Bot) -> None:
        """`bot` is the parties' own."""
        self._app = app
        self._bot = bot

    async def deliver(
        self, notice_id: int, notice: Notice, card: Card | None, live: Card | None
    ) -> None:
        """Send the notice, then move the live card below it.

        The notice counts as delivered once Telegram accepted it: the live card is drawn anew by
        whatever comes next, so its own trouble raises nothing. Raises as `Outgoing.deliver`.
        """
        del notice_id  # a notice that is tried again may arrive twice; the words are the same
        if card is None:
            return
        with translated():
            await send(self._bot, notice.to, card, self._app.vault)
        if live is None or notice.deal is None:
            return
        # The notice has arrived; where its card stays as it was, nothing is said twice for it.
        with contextlib.suppress(TelegramAPIError, StoreAway):
            if notice.ring:
                await self._move(notice.to, notice.deal, live)
            elif notice.words is None:  # talk and diary change nothing on the card
                await self._redraw(notice.to, notice.deal, live)

    async def _redraw(self, person: PersonId, deal: DealId, live: Card) -> None:
        """What came silently is told by the card too, where it stands."""
        message_id = await self._app.edge.card(person, deal)
        if message_id is not None:
            await edit(self._bot, person, message_id, live)

    async def _move(self, person: PersonId, deal: DealId, live: Card) -> None:
        # Silent: the notice above it has rung.
        quiet = Card(live.text, live.rows, ring=False)
        message: Message = await send(self._bot, person, quiet, self._app.vault)
        older = await newest_live(self._app.edge, person, deal, message.message_id)
        if older is not None:
            await self._bot.edit_message_reply_markup(chat_id=person, message_id=older)
