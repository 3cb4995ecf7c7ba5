"""Where the parties' bot ends: what its handlers raise becomes a retry, or an incident code."""

from __future__ import annotations

import asyncio
from typing import Any, Final

import structlog
from aiogram import Bot, Dispatcher
from aiogram.types import Update

from bot.intake import Crashed, Feed
from bot.outgoing import RetryAfter, TryAgain, Unreachable
from bot.parties.trouble import translated
from bot.telemetry import bound, new_incident
from core.ports import StoreAway

HANDLER_SECONDS: Final = 120
"""A handler that runs longer hangs; it holds up its person alone, and not for ever."""

_log = structlog.get_logger(__name__)


def feeder(dispatcher: Dispatcher, bot: Bot) -> Feed:
    """`feed(update)` for the intake. Raises RetryAfter, TryAgain, StoreAway or Crashed."""

    async def feed(update: dict[str, Any]) -> None:
        with bound(bot="parties", update=update.get("update_id")):
            await _handle(dispatcher, bot, update)

    return feed


async def _handle(dispatcher: Dispatcher, bot: Bot, update: dict[str, Any]) -> None:
    try:
        async with asyncio.timeout(HANDLER_SECONDS):
            with translated():
                parsed = Update.model_validate(update, context={"bot": bot})
                await dispatcher.feed_update(bot, parsed)
    except (RetryAfter, TryAgain, StoreAway):
        raise
    except Unreachable:
        _log.info("nobody is there to answer")
    except Exception as error:
        incident = new_incident()
        _log.exception("an update crashed", code=incident)
        raise Crashed(incident) from error
