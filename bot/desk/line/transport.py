"""python-telegram-bot's way out: paced, patient with a 429, exact about whose trouble it is."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from http import HTTPStatus
from math import ceil
from typing import Any, Final

from telegram import InlineKeyboardMarkup
from telegram.error import EndPointNotFound, NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter
from telegram.request import HTTPXRequest

from bot.botapi.sieve import mended
from bot.desk.line.trouble import seconds_of
from bot.mail.courier.buttons import Buttons
from bot.mail.pacing import PATIENCE, Pacer, meant_by, messages_in
from bot.mail.trouble import Judged, No, Whose, judged, meant

EDITS: Final = ("editMessageText", "editMessageReplyMarkup")
SENDS: Final = "sendMessage"
Answer = bool | dict[str, Any] | list[dict[str, Any]]
Once = Callable[[], Coroutine[Any, Any, Answer]]


class DeskNoting(BaseRateLimiter[None]):
    """Which buttons each message has now: noted around every call, so that none is forgotten."""

    def __init__(self, buttons: Buttons | None = None) -> None:
        """`buttons` learns what Telegram took."""
        self._buttons = buttons

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
        """Send, and note it."""
        chat, there = data.get("chat_id"), _data(data.get("reply_markup"))
        buttons, edited = self._buttons, data.get("message_id") if endpoint in EDITS else None
        if buttons is None or not isinstance(chat, int):
            return await self.send(lambda: callback(*args, **kwargs), endpoint, data)
        if isinstance(edited, int):
            with buttons.changing(chat, edited):
                answer = await self.send(lambda: callback(*args, **kwargs), endpoint, data)
            buttons.stands(chat, edited, there)
            return answer
        answer = await self.send(lambda: callback(*args, **kwargs), endpoint, data)
        if endpoint == SENDS and there and isinstance(answer, dict):
            buttons.stands(chat, answer["message_id"], there)
        return answer

    async def send(self, once: Once, _endpoint: str, _data: Mapping[str, Any]) -> Answer:
        """One call, at once."""
        return await once()


def _data(markup: object) -> list[str]:
    if not isinstance(markup, InlineKeyboardMarkup):
        return []
    buttons = (button for row in markup.inline_keyboard for button in row)
    return [str(b.callback_data) for b in buttons if b.callback_data is not None]


class DeskPaced(DeskNoting):
    """Around every call of one bot; given to `ApplicationBuilder.rate_limiter`."""

    def __init__(self, pacer: Pacer, buttons: Buttons | None = None) -> None:
        """Share the bot's pacer."""
        super().__init__(buttons)
        self._pacer = pacer

    async def send(self, once: Once, endpoint: str, data: Mapping[str, Any]) -> Answer:
        """Wait for the turn, send, and send again when Telegram says when."""
        key = meant_by(endpoint, data.get("chat_id"))
        if key is None:
            return await once()
        messages = messages_in(endpoint, data.get("media"))
        waited = 0.0
        while True:
            try:
                async with self._pacer.turn(key, messages if isinstance(key, int) else 0):
                    return await once()
            except RetryAfter as order:
                seconds = seconds_of(order)
                waited += seconds
                if not self._pacer.obey(key, seconds) or waited > PATIENCE:
                    raise


class Request(HTTPXRequest):
    """The library's own, but for what an answer that is no yes means.

    The library takes a 403 in HTML for a person who blocked the bot, and a yes without its result
    for a bug.
    """

    async def do_request(
        self,
        url: str,
        method: str,
        *args: Any,  # noqa: ANN401 - the library's own
        **kwargs: Any,  # noqa: ANN401
    ) -> tuple[int, bytes]:
        """Raises NetworkError, RetryAfter or EndPointNotFound; other noes are the library's."""
        status, body = await super().do_request(url, method, *args, **kwargs)
        if method == "GET":  # a file, from Telegram's other server
            if status != HTTPStatus.OK:
                msg = f"the file's server answers {status}"
                raise NetworkError(msg)
            return status, body
        answer = judged(status, body)
        if answer is not None:
            error = refused(answer)
            if error is not None:
                raise error
            return answer.code, body
        name = url.rpartition("/")[2]
        if name == "getUpdates":  # kept as Telegram wrote it
            return status, body
        # Telegram has done it, whatever a server that is older than the library leaves out.
        return status, mended(name, body.decode(errors="replace")).encode()


def refused(answer: Judged) -> TelegramError | None:
    """An answer of the Bot API as the library's exception; None where it finds the right one."""
    if answer.moved_to is not None:
        return None
    if answer.whose is Whose.ORDER:
        return RetryAfter(ceil(answer.retry_after))
    if answer.whose is Whose.NETWORK and answer.code not in (400, 409):
        return NetworkError(answer.text)
    if answer.code == HTTPStatus.NOT_FOUND and meant(answer.text) is No.NO_METHOD:
        return EndPointNotFound(answer.text)
    return None
