"""Where the parties' bot ends: what its handlers raise becomes a retry, or an incident code."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, Final

import structlog
from aiogram import Bot, Dispatcher
from aiogram.types import Update
from pydantic import ValidationError

from bot.botapi.sieve import handled, unread
from bot.mail.intake import Crashed, Feed, TooLong
from bot.mail.sending import RetryAfter, TryAgain, Unreachable
from bot.mail.trouble import stood_outside
from bot.parties.line.trouble import translated
from bot.parties.unread import tell_unread
from bot.running.telemetry import bound, new_incident
from core.ports import StoreAway

HANDLER_SECONDS: Final = 120
"""A handler that runs longer hangs, or waits for what is slow; it holds up its person alone."""
_SLOW: Final = "Telegram or the database is slow"

_log = structlog.get_logger(__name__)


def feeder(dispatcher: Dispatcher, bot: Bot) -> Feed:
    """`feed(update)` for the intake. Raises RetryAfter, TryAgain, StoreAway, Crashed or TooLong."""

    async def feed(update: dict[str, Any]) -> None:
        with bound(bot="parties", update=update.get("update_id")):
            found = handled(update)
            parsed = None if found is None else _parsed(bot, found)
            if parsed is not None:
                await _handle(dispatcher.feed_update(bot, parsed))
            if unread(update, None if parsed is None else found):
                app, part = dispatcher["app"], parsed is not None and parsed.message is not None
                await _handle(tell_unread(app, bot, update, part=part))

    return feed


def _parsed(bot: Bot, readable: dict[str, Any]) -> Update | None:
    """The update as aiogram has it; what can not be read is passed over, and no bug of ours."""
    try:
        return Update.model_validate(readable, context={"bot": bot})
    except ValidationError as error:
        places = [".".join(map(str, found["loc"])) for found in error.errors(include_input=False)]
        _log.warning("passed over what can not be read", at=places)
        return None


async def _handle(work: Coroutine[Any, Any, Any]) -> None:
    try:
        async with asyncio.timeout(HANDLER_SECONDS):
            with translated():
                await work
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
