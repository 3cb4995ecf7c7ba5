"""Updates as Telegram wrote them: aiogram would parse them before they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramConflictError
from aiogram.methods import TelegramMethod

from bot.mail.fetching import ANSWER_SECONDS, Fetch
from bot.mail.listening import contested
from bot.parties.line.trouble import translated


class GetRawUpdates(TelegramMethod[list[Any]]):
    """getUpdates whose answer stays plain."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int | None = None
    timeout: int | None = None
    allowed_updates: list[str] | None = None


def fetcher(bot: Bot, allowed_updates: Sequence[str]) -> Fetch:
    """`fetch(offset, seconds)` for the intake, all that came. Raises RetryAfter or TryAgain."""

    async def fetch(offset: int | None, seconds: int) -> object:
        asked = GetRawUpdates(offset=offset, timeout=seconds, allowed_updates=list(allowed_updates))
        with translated():
            try:
                return await bot(asked, request_timeout=seconds + ANSWER_SECONDS)
            except TelegramConflictError as error:
                raise contested(error.message) from error

    return fetch
