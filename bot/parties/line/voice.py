"""What the program itself says by this bot, past every handler: an incident's code, a pause."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from bot.parties.line.render import ALERT_LIMIT
from bot.parties.line.trouble import translated
from bot.texts import plain


class PartiesVoice:
    """Raises RetryAfter, TryAgain or Unreachable."""

    def __init__(self, bot: Bot) -> None:
        """`bot` is the parties' own."""
        self._bot = bot

    async def tell(self, person: int, html: str) -> None:
        """A message to somebody."""
        with translated():
            await self._bot.send_message(person, html, parse_mode="HTML")

    async def soothe(self, update: dict[str, Any], html: str) -> None:
        """The answer to an update that is not handled; groups hear nothing."""
        query, said = update.get("callback_query"), update.get("message")
        if query is not None:
            with translated(), suppress(TelegramBadRequest):  # the phone may wait no more
                await self._bot.answer_callback_query(
                    query["id"], text=plain(html)[:ALERT_LIMIT], show_alert=True
                )
        elif said is not None and said["chat"]["type"] == "private":
            await self.tell(said["chat"]["id"], html)
