"""Telegram's trouble as python-telegram-bot raises it, put into words that the courier knows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from telegram.error import BadRequest, Forbidden, NetworkError
from telegram.error import RetryAfter as TelegramRetryAfter

from bot.outgoing import RetryAfter, TryAgain, Unreachable


@contextmanager
def translated() -> Iterator[None]:
    """Raise RetryAfter for a 429, TryAgain for what may pass, Unreachable for a 403."""
    try:
        yield
    except TelegramRetryAfter as error:
        raise RetryAfter(seconds_of(error)) from error
    except Forbidden as error:
        raise Unreachable(error.message) from error
    except BadRequest:
        raise
    except NetworkError as error:
        raise TryAgain(type(error).__name__) from error


def seconds_of(error: TelegramRetryAfter) -> float:
    """The order, whichever way the library tells it."""
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)
