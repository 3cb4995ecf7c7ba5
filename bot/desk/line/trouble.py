"""Whose trouble each exception of python-telegram-bot and httpx is, in words that everybody knows.

`tests/bot/test_whose.py` walks both libraries: a class that stands in no family here fails there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Final

import httpcore
import httpx
import telegram.error as told
from telegram.ext import ApplicationHandlerStop, InvalidCallbackData

from bot.mail.sending import RetryAfter, Revoked, TryAgain, Unreachable
from bot.mail.trouble import No, Table, Whose, meant, of_no, whose

TABLE: Final[Table] = {
    # python-telegram-bot: what Telegram answered, or nothing
    told.RetryAfter: Whose.ORDER,
    told.NetworkError: Whose.NETWORK,
    told.TimedOut: Whose.NETWORK,
    told.Conflict: Whose.NETWORK,
    told.Forbidden: Whose.PERSON,
    told.InvalidToken: Whose.OPERATOR,
    told.ChatMigrated: Whose.OPERATOR,
    told.BadRequest: Whose.OURS,  # and by what it says, below; the library counts it to the network
    told.EndPointNotFound: Whose.OURS,  # an older server: whoever can do without it catches it
    told.PassportDecryptionError: Whose.OURS,
    told.TelegramError: Whose.OURS,
    # python-telegram-bot: how we use it
    InvalidCallbackData: Whose.OURS,
    ApplicationHandlerStop: Whose.OURS,
    # httpx and httpcore: the way to Telegram
    httpx.HTTPError: Whose.NETWORK,
    httpx.StreamError: Whose.NETWORK,
    httpx.UnsupportedProtocol: Whose.OURS,
    httpx.LocalProtocolError: Whose.OURS,
    httpx.RequestNotRead: Whose.OURS,
    httpx.ResponseNotRead: Whose.OURS,
    httpx.InvalidURL: Whose.OURS,
    httpx.CookieConflict: Whose.OURS,
    httpcore.NetworkError: Whose.NETWORK,
    httpcore.ProtocolError: Whose.NETWORK,
    httpcore.ProxyError: Whose.NETWORK,
    httpcore.TimeoutException: Whose.NETWORK,
    httpcore.ConnectionNotAvailable: Whose.NETWORK,
    httpcore.LocalProtocolError: Whose.OURS,
    httpcore.UnsupportedProtocol: Whose.OURS,
    # Python: below both
    ConnectionError: Whose.NETWORK,
    TimeoutError: Whose.NETWORK,
}


def trouble_of(error: BaseException) -> Whose:
    """By its class; a refused request by what Telegram says of it."""
    if isinstance(error, told.BadRequest):
        no = no_of(error)
        # Whoever writes into a topic opens it, or goes elsewhere, as with one that is deleted.
        return Whose.OURS if no is No.TOPIC_CLOSED else of_no(no)
    return whose(error, TABLE)


def no_of(error: told.TelegramError) -> No:
    """What Telegram says of a request."""
    return meant(error.message)


@contextmanager
def translated() -> Iterator[None]:
    """Raise RetryAfter for a 429, TryAgain for what may pass, Unreachable where we may not write.

    Revoked where Telegram does not know the token. What is ours goes on up.
    """
    try:
        yield
    except (told.TelegramError, httpx.HTTPError, httpx.StreamError, OSError) as error:
        word = _word(error)
        if word is None:
            raise
        raise word from error


def _word(error: Exception) -> Exception | None:
    said = getattr(error, "message", None) or type(error).__name__
    match trouble_of(error):
        case Whose.ORDER if isinstance(error, told.RetryAfter):
            return RetryAfter(seconds_of(error))
        case Whose.NETWORK:
            return TryAgain(type(error).__name__)
        case Whose.PERSON:
            return Unreachable(said)
        case Whose.OPERATOR if isinstance(error, told.ChatMigrated):
            return Unreachable(f"the group has moved: set desk.chat_id to {error.new_chat_id}")
        case Whose.OPERATOR:
            return Revoked(said)
    return None


@contextmanager
def unless(*fine: No) -> Iterator[None]:
    """Pass over these noes: what was wanted is the case already, or can not be had any more."""
    with suppress(_Fine):
        try:
            yield
        except told.BadRequest as error:
            if no_of(error) not in fine:
                raise
            raise _Fine from error


class _Fine(Exception):  # noqa: N818 - how `unless` ends its block
    """Passed over."""


def seconds_of(error: told.RetryAfter) -> float:
    """The order, whichever way the library tells it."""
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)
