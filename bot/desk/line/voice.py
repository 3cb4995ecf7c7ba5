"""What the program itself says by this bot, past every handler: an incident's code, a pause."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, Final

from telegram import Bot
from telegram.error import BadRequest

from bot.desk.line.trouble import translated
from bot.texts import plain

ALERT_LIMIT: Final = 200


class DeskVoice:
    """Raises RetryAfter, TryAgain or Unreachable."""

    def __init__(self, bot: Bot) -> None:
        """`bot` is the desk's own."""
        self._bot = bot

    async def tell(self, person: int, html: str) -> None:
        """A message to a colleague."""
        with translated():
            await self._bot.send_message(person, html, parse_mode="HTML")

    async def soothe(self, update: dict[str, Any], html: str) -> None:
        """The answer to a press that is not handled; colleagues may go on talking."""
        query = update.get("callback_query")
        if query is not None:
            with translated(), suppress(BadRequest):  # the phone may wait no more
                await self._bot.answer_callback_query(
                    query["id"], plain(html)[:ALERT_LIMIT], show_alert=True
                )
