"""aiogram's way out: paced, patient with a 429, and exact about whose trouble an answer is."""

from __future__ import annotations

from functools import cache
from math import ceil
from typing import Any, Final
from urllib.parse import urlencode

import aiogram.exceptions as told
import aiohttp
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import TelegramMethod
from aiogram.methods.base import Response, TelegramType
from aiogram.types import InputFile

from bot.botapi.sieve import mended
from bot.mail.courier.buttons import Buttons
from bot.mail.pacing import PATIENCE, Pacer, meant_by, messages_in
from bot.mail.trouble import Judged, Whose, judged
from bot.parties.line.noting import PartiesNoting


@cache
def answer_of(method: type[TelegramMethod[Any]]) -> object:
    """The class that an answer is read into.

    aiogram asks pydantic for it with each call, and pydantic forgets a class that nobody holds:
    after every collection of garbage the next call spends 5 ms on making it again.
    """
    return Response[method.__returning__]  # type: ignore[name-defined]


class PartiesPaced(BaseRequestMiddleware):
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
            except told.TelegramRetryAfter as order:
                waited += order.retry_after
                if not self._pacer.obey(key, order.retry_after) or waited > PATIENCE:
                    raise


_BY_CODE: Final[dict[int, type[told.TelegramAPIError]]] = {
    400: told.TelegramBadRequest,
    401: told.TelegramUnauthorizedError,
    403: told.TelegramForbiddenError,
    404: told.TelegramNotFound,
    409: told.TelegramConflictError,
    413: told.TelegramEntityTooLarge,
}


FORM: Final = "application/x-www-form-urlencoded"


class Session(AiohttpSession):
    """aiogram's own, but for what an answer that is no yes means, and how plain words travel.

    aiogram reads HTML, a missing description and a 429 without seconds as errors of its own.
    """

    def build_form_data(  # type: ignore[override]
        self, bot: Bot, method: TelegramMethod[TelegramType]
    ) -> aiohttp.FormData | aiohttp.BytesPayload:
        """The same bytes; aiohttp makes what a call with files needs for one without, too."""
        files: dict[str, InputFile] = {}
        given = method.model_dump(warnings=False).items()
        said = {key: self.prepare_value(value, bot=bot, files=files) for key, value in given}
        if files:
            return super().build_form_data(bot, method)
        body = urlencode({key: value for key, value in said.items() if value})
        return aiohttp.BytesPayload(body.encode(), content_type=FORM)

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's own signature
    ) -> TelegramType:
        """Raises as aiogram's, and TelegramNetworkError for bytes that are no text."""
        try:
            return await super().make_request(bot, method, timeout)
        except (ConnectionError, UnicodeDecodeError) as error:
            raise told.TelegramNetworkError(method, f"{type(error).__name__}: {error}") from error

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        """Telegram's yes as aiogram reads it; else the exception for whose trouble it is."""
        answer = judged(status_code, content)
        if answer is not None:
            raise refused(method, answer)
        try:
            return super().check_response(bot, method, status_code, content)
        except told.ClientDecodeError:
            # Telegram has done it, whatever a server that is older than aiogram leaves out.
            body = mended(method.__api_method__, content)
            return super().check_response(bot, method, status_code, body)


def refused(method: TelegramMethod[Any], answer: Judged) -> told.TelegramAPIError:
    """An answer of the Bot API as aiogram's exception."""
    if answer.moved_to is not None:
        return told.TelegramMigrateToChat(method, answer.text, answer.moved_to)
    if answer.whose is Whose.ORDER:
        return told.TelegramRetryAfter(method, answer.text, ceil(answer.retry_after))
    kind = _BY_CODE.get(answer.code, told.TelegramAPIError)
    if answer.whose is Whose.NETWORK and answer.code not in (400, 409):
        kind = told.TelegramServerError
    return kind(method, answer.text)


def bot_at(base: str, token: str, pacer: Pacer, buttons: Buttons | None = None) -> Bot:
    """A bot that talks to the Bot API at this address; `buttons` learns what it sends."""
    session = Session(api=TelegramAPIServer.from_base(base))
    if buttons is not None:
        session.middleware(PartiesNoting(buttons))
    session.middleware(PartiesPaced(pacer))
    return Bot(token, session=session)
