"""Where the desk's bot ends: what its handlers raise becomes a retry, or an incident code."""

from __future__ import annotations

import asyncio
from typing import Any, Final

import structlog
from telegram import Update
from telegram.ext import Application

from bot.botapi.sieve import handled
from bot.desk.line.trouble import translated
from bot.mail.intake import Crashed, Feed, TooLong
from bot.mail.sending import RetryAfter, TryAgain, Unreachable
from bot.mail.trouble import stood_outside
from bot.running.telemetry import bound, new_incident
from core.ports import StoreAway

HANDLER_SECONDS: Final = 120
"""A handler that runs longer hangs, or waits for what is slow; it holds up its colleague alone."""
_SLOW: Final = "Telegram or the database is slow"

_log = structlog.get_logger(__name__)

AnyApplication = Application[Any, Any, Any, Any, Any, Any]


def feeder(application: AnyApplication) -> Feed:
    """`feed(update)` for the intake; the application has to raise what its handlers raise.

    Raises RetryAfter, TryAgain, StoreAway, Crashed or TooLong.
    """

    async def feed(update: dict[str, Any]) -> None:
        with bound(bot="desk", update=update.get("update_id")):
            parsed = _parsed(application, update)
            if parsed is not None:
                await _handle(application, parsed)

    return feed


def _parsed(application: AnyApplication, update: dict[str, Any]) -> Update | None:
    """The update as the library has it; what can not be read is passed over, and no bug of ours."""
    readable = handled(update)
    if readable is None:
        return None
    try:
        return Update.de_json(readable, application.bot)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        _log.warning("passed over what can not be read", why=type(error).__name__)
        return None


async def _handle(application: AnyApplication, update: Update) -> None:
    try:
        async with asyncio.timeout(HANDLER_SECONDS):
            with translated():
                await application.process_update(update)
    except (RetryAfter, TryAgain, StoreAway):
        raise
    except TimeoutError as over:
        if stood_outside(over):
            incident = new_incident()
            _log.warning("an update takes long", seconds=HANDLER_SECONDS, code=incident)
            raise TooLong(_SLOW, incident) from over
        raise _crashed() from over
    except Unreachable:
        _log.info("nobody is there to answer")
    except Exception as error:
        raise _crashed() from error


def _crashed() -> Crashed:
    """Logged under its code."""
    incident = new_incident()
    _log.exception("an update crashed", code=incident)
    return Crashed(incident)
