"""Telegram's trouble as python-telegram-bot raises it, put into words that the courier knows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError
from telegram.error import RetryAfter as TelegramRetryAfter

from bot.outgoing import RetryAfter, Revoked, TryAgain, Unreachable

_SHUT_OUT = ("chat not found", "not enough rights", "chat_admin_required", "not a forum")
"""The group is gone, has no topics or gives no rights: until the operator mends it."""


@contextmanager
def translated() -> Iterator[None]:
    """Raise RetryAfter for a 429, TryAgain for what may pass, Unreachable where we may not write.

    Revoked where Telegram does not know the token.
    """
    try:
        yield
    except TelegramRetryAfter as error:
        raise RetryAfter(seconds_of(error)) from error
    except Forbidden as error:
        raise Unreachable(error.message) from error
    except ChatMigrated as error:
        why = f"the group has moved: set desk.chat_id to {error.new_chat_id}"
        raise Unreachable(why) from error
    except InvalidToken as error:
        raise Revoked(error.message) from error
    except BadRequest as error:
        if any(words in error.message.casefold() for words in _SHUT_OUT):
            raise Unreachable(error.message) from error
        raise
    except NetworkError as error:
        raise TryAgain(type(error).__name__) from error


def seconds_of(error: TelegramRetryAfter) -> float:
    """The order, whichever way the library tells it."""
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)
