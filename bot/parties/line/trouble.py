"""Whose trouble each exception of aiogram and aiohttp is, put into words that everybody knows.

`tests/bot/test_whose.py` walks both libraries: a class that stands in no family here fails there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

import aiogram.dispatcher.event.bases as events
import aiogram.exceptions as told
import aiohttp
from aiogram.filters.callback_data import CallbackDataException
from aiogram.filters.command import CommandException
from aiogram.types.update import UpdateTypeLookupError
from aiogram.utils.token import TokenValidationError
from aiohttp import http_exceptions, web

from bot.mail.sending import RetryAfter, Revoked, TryAgain, Unreachable
from bot.mail.trouble import No, Table, Whose, meant, of_no, whose

TABLE: Final[Table] = {
    # aiogram: what Telegram answered, or nothing
    told.TelegramRetryAfter: Whose.ORDER,
    told.TelegramNetworkError: Whose.NETWORK,
    told.TelegramServerError: Whose.NETWORK,
    told.RestartingTelegram: Whose.NETWORK,
    told.TelegramConflictError: Whose.NETWORK,
    told.ClientDecodeError: Whose.NETWORK,  # a 5xx in HTML
    told.TelegramForbiddenError: Whose.PERSON,
    told.TelegramUnauthorizedError: Whose.OPERATOR,
    told.TelegramNotFound: Whose.OPERATOR,  # a token that never was
    told.TelegramMigrateToChat: Whose.OPERATOR,
    told.TelegramEntityTooLarge: Whose.OURS,
    told.TelegramBadRequest: Whose.OURS,  # and by what it says, below
    told.TelegramAPIError: Whose.OURS,
    # aiogram: how we use it
    told.AiogramError: Whose.OURS,
    told.DetailedAiogramError: Whose.OURS,
    told.CallbackAnswerException: Whose.OURS,
    told.SceneException: Whose.OURS,
    told.UnsupportedKeywordArgument: Whose.OURS,
    told.DataNotDictLikeError: Whose.OURS,
    TokenValidationError: Whose.OURS,
    CallbackDataException: Whose.OURS,
    CommandException: Whose.OURS,
    UpdateTypeLookupError: Whose.OURS,
    events.SkipHandler: Whose.OURS,
    events.CancelHandler: Whose.OURS,
    # aiohttp: the way to Telegram, and its server of files
    aiohttp.ClientError: Whose.NETWORK,
    aiohttp.InvalidURL: Whose.OURS,
    aiohttp.NonHttpUrlClientError: Whose.OURS,
    http_exceptions.HttpProcessingError: Whose.NETWORK,
    # aiohttp: a web socket, which we have none of; being a server, which answers for itself
    aiohttp.WebSocketError: Whose.OURS,
    aiohttp.WSMessageTypeError: Whose.OURS,
    web.HTTPException: Whose.OURS,
    # Python: below both
    ConnectionError: Whose.NETWORK,
    TimeoutError: Whose.NETWORK,
}


def trouble_of(error: BaseException) -> Whose:
    """By its class; a refused request by what Telegram says of it."""
    if isinstance(error, told.TelegramBadRequest):
        return of_no(no_of(error))
    if isinstance(error, told.TelegramNotFound) and no_of(error) is No.NO_METHOD:
        return Whose.OURS
    return whose(error, TABLE)


def no_of(error: told.TelegramAPIError) -> No:
    """What Telegram says of a request."""
    return meant(error.message)


@contextmanager
def ordered() -> Iterator[None]:
    """Raise RetryAfter for a 429, so that what waited can be drawn anew; else what it is."""
    try:
        yield
    except told.TelegramRetryAfter as error:
        raise RetryAfter(error.retry_after) from error


@contextmanager
def translated() -> Iterator[None]:
    """Raise RetryAfter for a 429, TryAgain for what may pass, Unreachable for who is gone.

    Revoked where Telegram does not know the token: 401, or 404 for one that never was. What is
    ours goes on up.
    """
    try:
        yield
    except (aiohttp.ClientError, told.AiogramError, OSError) as error:
        word = _word(error)
        if word is None:
            raise
        raise word from error


def _word(error: Exception) -> Exception | None:
    said = getattr(error, "message", None) or type(error).__name__
    match trouble_of(error):
        case Whose.ORDER:
            return RetryAfter(getattr(error, "retry_after", 1.0))
        case Whose.NETWORK:
            return TryAgain(type(error).__name__)
        case Whose.PERSON:
            return Unreachable(said)
        case Whose.OPERATOR if isinstance(error, told.TelegramMigrateToChat):
            return Unreachable(said)
        case Whose.OPERATOR:
            return Revoked(said)
    return None


@contextmanager
def unless(*fine: No) -> Iterator[None]:
    """Pass over these noes: what was wanted is the case already, or can not be had any more."""
    with suppress(_Fine):
        try:
            yield
        except told.TelegramBadRequest as error:
            if no_of(error) not in fine:
                raise
            raise _Fine from error


class _Fine(Exception):  # noqa: N818 - how `unless` ends its block
    """Passed over."""
