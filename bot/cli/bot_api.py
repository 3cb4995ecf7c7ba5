"""The few calls of the Bot API that setting up and checking need, without either library."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

import aiohttp

Json = dict[str, Any]
SECONDS: Final = 15.0


class RefusedError(Exception):
    """Telegram says no; the text is Telegram's."""

    def __init__(self, code: int, text: str) -> None:
        """Keep both."""
        super().__init__(text)
        self.code = code


class AwayError(Exception):
    """Nobody answers at this address."""


@dataclass
class BotByToken:
    """One bot, by its token."""

    base: str
    token: str
    session: aiohttp.ClientSession
    off_by: float | None = field(default=None, init=False)
    """Seconds that our clock is ahead of Telegram's, as of the last answer."""

    async def call(self, method: str, *, wait: float = 0.0, **params: Any) -> Any:  # noqa: ANN401 - whatever the method returns
        """Raises RefusedError or AwayError; neither holds the token."""
        url = f"{self.base}/bot{self.token}/{method}"
        timeout = aiohttp.ClientTimeout(total=SECONDS + wait)
        try:
            async with self.session.post(url, json=params, timeout=timeout) as answer:
                self._compare_clocks(answer.headers.get("Date"))
                body = await answer.json(content_type=None)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise AwayError(type(error).__name__) from None
        if not isinstance(body, dict) or not body.get("ok"):
            told = body if isinstance(body, dict) else {}
            raise RefusedError(
                int(told.get("error_code", 0)), str(told.get("description", "no answer"))
            )
        return body["result"]

    def _compare_clocks(self, date: str | None) -> None:
        if date:
            told = parsedate_to_datetime(date)
            self.off_by = (datetime.now(UTC) - told).total_seconds()
