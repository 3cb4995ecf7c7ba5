"""Which buttons each message has now: noted around every call of the bot, so none is forgotten."""

from __future__ import annotations

from typing import Any, Final

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InlineKeyboardMarkup

from bot.mail.courier.buttons import Buttons

EDITS: Final = ("editMessageText", "editMessageReplyMarkup")
SENDS: Final = "sendMessage"


class PartiesNoting(BaseRequestMiddleware):
    """Outside of the pacing: what Telegram took is noted once."""

    def __init__(self, buttons: Buttons) -> None:
        """Share the bot's buttons."""
        self._buttons = buttons

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Any:  # noqa: ANN401 - whatever the method returns
        """Send, and note it."""
        chat, markup = getattr(method, "chat_id", None), getattr(method, "reply_markup", None)
        edited = getattr(method, "message_id", None) if method.__api_method__ in EDITS else None
        if isinstance(chat, int) and isinstance(edited, int):
            with self._buttons.changing(chat, edited):
                result: Any = await make_request(bot, method)
            self._buttons.stands(chat, edited, _data(markup))
            return result
        result = await make_request(bot, method)
        data = _data(markup)
        if isinstance(chat, int) and method.__api_method__ == SENDS and data:
            self._buttons.stands(chat, result.message_id, data)
        return result


def _data(markup: object) -> list[str]:
    if not isinstance(markup, InlineKeyboardMarkup):
        return []
    rows = markup.inline_keyboard
    return [b.callback_data for row in rows for b in row if b.callback_data is not None]
