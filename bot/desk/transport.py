"""python-telegram-bot's way out: paced, and patient with a 429."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.desk.trouble import seconds_of
from bot.pacing import PATIENCE, Pacer, meant_by, messages_in

Answer = bool | dict[str, Any] | list[dict[str, Any]]


class Paced(BaseRateLimiter[None]):
    """Around every call of one bot; given to `ApplicationBuilder.rate_limiter`."""

    def __init__(self, pacer: Pacer) -> None:
        """Share the bot's pacer."""
        self._pacer = pacer

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,  # noqa: ANN401 - the library's own
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,  # noqa: ARG002 - the library names it
    ) -> Answer:
        """Wait for the turn, send, and send again when Telegram says when."""
        key = meant_by(endpoint, data.get("chat_id"))
        if key is None:
            return await callback(*args, **kwargs)
        messages = messages_in(endpoint, data.get("media"))
        waited = 0.0
        while True:
            try:
                async with self._pacer.turn(key, messages if isinstance(key, int) else 0):
                    return await callback(*args, **kwargs)
            except RetryAfter as order:
                seconds = seconds_of(order)
                waited += seconds
                if not self._pacer.obey(key, seconds) or waited > PATIENCE:
                    raise
