"""Where the desk's bot ends: what its handlers raise becomes a retry, or an incident code."""

from __future__ import annotations

import asyncio
from contextvars import ContextVar
from typing import Any, Final

import structlog
from telegram import Update
from telegram.ext import Application, CallbackContext

from bot.desk.trouble import translated
from bot.intake import Crashed, Feed
from bot.outgoing import RetryAfter, TryAgain, Unreachable
from bot.telemetry import bound, new_incident

HANDLER_SECONDS: Final = 120
"""A handler that runs longer hangs; it holds up its colleague alone, and not for ever."""

_log = structlog.get_logger(__name__)
_raised: ContextVar[list[Exception]] = ContextVar("raised")

AnyApplication = Application[Any, Any, Any, Any, Any, Any]


def feeder(application: AnyApplication) -> Feed:
    """`feed(update)` for the intake. Raises RetryAfter, TryAgain or Crashed.

    The application hands what its handlers raise to error handlers and goes on, so the last of
    those passes it out.
    """
    application.add_error_handler(_pass_out)

    async def feed(update: dict[str, Any]) -> None:
        with bound(bot="desk", update=update.get("update_id")):
            await _handle(application, update)

    return feed


async def _pass_out(_update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
    if context.error is not None:
        _raised.get([]).append(context.error)


def _raise_first(raised: list[Exception]) -> None:
    if raised:
        raise raised[0]


async def _handle(application: AnyApplication, update: dict[str, Any]) -> None:
    raised: list[Exception] = []
    token = _raised.set(raised)
    try:
        async with asyncio.timeout(HANDLER_SECONDS):
            with translated():
                await application.process_update(Update.de_json(update, application.bot))
                _raise_first(raised)
    except (RetryAfter, TryAgain):
        raise
    except Unreachable:
        _log.info("nobody is there to answer")
    except Exception as error:
        incident = new_incident()
        _log.exception("an update crashed", code=incident)
        raise Crashed(incident) from error
    finally:
        _raised.reset(token)
