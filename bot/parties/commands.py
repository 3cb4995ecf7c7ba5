"""How the bot introduces itself before anybody presses START, in each language."""

from __future__ import annotations

from typing import Final

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from bot.cards.kit.ways import way_out
from bot.mail.trouble import Whose
from bot.parties.kit.update import App
from bot.parties.line.trouble import trouble_of
from bot.texts import Text
from bot.texts.catalogue import DEFAULT

COMMANDS: Final = (
    "new", "deals", "money", "diary", "settings", "verify", "privacy", "help", "cancel",
)  # fmt: skip
_DESCRIPTION_LIMIT: Final = 512
_SHORT_LIMIT: Final = 120

_log = structlog.get_logger(__name__)


async def introduce(bot: Bot, app: App) -> None:
    """Tell Telegram, where it differs from what it has: changing these often is rate-limited.

    What is refused for good is logged, and what may pass raised, once all else was tried: an order
    to wait for one of them holds up no other.
    """
    later: TelegramAPIError | None = None
    for code in app.texts.languages():
        t = app.texts.get(code)
        # The default is for everybody whose language we do not speak; languages are two letters.
        for language in (code.partition("-")[0], *(("",) if code == DEFAULT else ())):
            for step in (_commands, _description, _short):
                try:
                    await step(bot, app, t, language)
                except TelegramAPIError as error:
                    if trouble_of(error) is Whose.OURS:
                        _log.warning("not introduced in full", language=language, why=str(error))
                    else:
                        later = error
    if later is not None:
        raise later


async def _commands(bot: Bot, _app: App, t: Text, language: str) -> None:
    wanted = [BotCommand(command=name, description=t.plain(f"command-{name}")) for name in COMMANDS]
    scope = BotCommandScopeAllPrivateChats()
    known = await bot.get_my_commands(scope=scope, language_code=language or None)
    if known != wanted:
        await bot.set_my_commands(wanted, scope=scope, language_code=language or None)


async def _description(bot: Bot, app: App, t: Text, language: str) -> None:
    whole = _fitting(app, t, "bot-description", _DESCRIPTION_LIMIT)
    code = language or None
    if (await bot.get_my_description(language_code=code)).description != whole:
        await bot.set_my_description(description=whole, language_code=code)


def _fitting(app: App, t: Text, key: str, limit: int) -> str:
    """Who runs it, and the country where that fits: what follows is not to be cut off."""
    operator = app.settings.operator
    whole, named = (
        t.plain(key, operator=who, **way_out(None, None)) for who in (operator.shown, operator.name)
    )
    return whole if len(whole) <= limit else named[:limit]


async def _short(bot: Bot, app: App, t: Text, language: str) -> None:
    short = _fitting(app, t, "bot-short", _SHORT_LIMIT)
    code = language or None
    if (await bot.get_my_short_description(language_code=code)).short_description != short:
        await bot.set_my_short_description(short_description=short, language_code=code)
