"""aiogram's way out: paced, and patient with a 429."""

from __future__ import annotations

from functools import cache
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import TelegramMethod
from aiogram.methods.base import Response, TelegramType

from bot.pacing import PATIENCE, Pacer, meant_by, messages_in


@cache
def answer_of(method: type[TelegramMethod[Any]]) -> object:
    """The class that an answer is read into.

    aiogram asks pydantic for it with each call, and pydantic forgets a class that nobody holds:
    after every collection of garbage the next call spends 5 ms on making it again.
    """
    return Response[method.__returning__]  # type: ignore[name-defined]


class Paced(BaseRequestMiddleware):
    """Around every call of one bot."""

    def __init__(self, pacer: Pacer) -> None:
        """Share the bot's pacer."""
        self._pacer = pacer

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Any:  # noqa: ANN401 - whatever the method returns
        """Wait for the turn, send, and send again when Telegram says when."""
        answer_of(type(method))
        key = meant_by(method.__api_method__, getattr(method, "chat_id", None))
        if key is None:
            return await make_request(bot, method)
        messages = messages_in(method.__api_method__, getattr(method, "media", None))
        waited = 0.0
        while True:
            try:
                async with self._pacer.turn(key, messages if isinstance(key, int) else 0):
                    return await make_request(bot, method)
            except TelegramRetryAfter as order:
                waited += order.retry_after
                if not self._pacer.obey(key, order.retry_after) or waited > PATIENCE:
                    raise


def bot_at(base: str, token: str, pacer: Pacer) -> Bot:
    """A bot that talks to the Bot API at this address."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(base))
    session.middleware(Paced(pacer))
    return Bot(token, session=session)
