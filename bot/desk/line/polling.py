"""Updates as Telegram wrote them: python-telegram-bot would parse them before they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from telegram import Bot
from telegram.error import Conflict

from bot.desk.line.trouble import translated
from bot.mail.fetching import ANSWER_SECONDS, Fetch
from bot.mail.listening import contested

Json = dict[str, Any]


def fetcher(bot: Bot, allowed_updates: Sequence[str]) -> Fetch:
    """`fetch(offset, seconds)` for the intake, all that came. Raises RetryAfter or TryAgain."""

    async def fetch(offset: int | None, seconds: int) -> object:
        asked: Json = {"timeout": seconds, "allowed_updates": list(allowed_updates)}
        if offset is not None:
            asked["offset"] = offset
        with translated():
            try:
                # do_api_request would parse into Update; there is no public raw call.
                return await bot._post(  # noqa: SLF001
                    "getUpdates", asked, read_timeout=seconds + ANSWER_SECONDS
                )
            except Conflict as error:
                raise contested(error.message) from error

    return fetch
