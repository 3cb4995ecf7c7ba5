"""Telegram's trouble as aiogram raises it, put into words that the courier and intake know."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from bot.outgoing import RetryAfter, Revoked, TryAgain, Unreachable

_GONE = ("chat not found", "user is deactivated", "peer_id_invalid", "user not found")


@contextmanager
def translated() -> Iterator[None]:
    """Raise RetryAfter for a 429, TryAgain for what may pass, Unreachable for who is gone.

    Revoked where Telegram does not know the token: 401, or 404 for one that never was.
    """
    try:
        yield
    except TelegramRetryAfter as error:
        raise RetryAfter(error.retry_after) from error
    except TelegramForbiddenError as error:
        raise Unreachable(error.message) from error
    except (TelegramUnauthorizedError, TelegramNotFound) as error:
        raise Revoked(error.message) from error
    except TelegramEntityTooLarge:
        raise
    except (TelegramNetworkError, TelegramServerError, ClientDecodeError) as error:
        raise TryAgain(type(error).__name__) from error
    except TelegramBadRequest as error:
        if any(words in error.message.casefold() for words in _GONE):
            raise Unreachable(error.message) from error
        raise
