"""How the bot introduces itself before anybody presses START, in each language."""

from __future__ import annotations

from typing import Final

from aiogram import Bot
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from bot.parties.kit import App
from bot.texts import Text
from bot.texts.catalogue import DEFAULT

COMMANDS: Final = (
    "new", "deals", "money", "diary", "settings", "verify", "privacy", "help", "cancel",
)  # fmt: skip
_DESCRIPTION_LIMIT: Final = 512
_SHORT_LIMIT: Final = 120


async def introduce(bot: Bot, app: App) -> None:
    """Tell Telegram, where it differs from what it has: changing these often is rate-limited."""
    for code in app.texts.languages():
        t = app.texts.get(code)
        # The default is for everybody whose language we do not speak; languages are two letters.
        for language in (code.partition("-")[0], *(("",) if code == DEFAULT else ())):
            await _commands(bot, t, language)
            await _descriptions(bot, app, t, language)


async def _commands(bot: Bot, t: Text, language: str) -> None:
    wanted = [BotCommand(command=name, description=t.plain(f"command-{name}")) for name in COMMANDS]
    scope = BotCommandScopeAllPrivateChats()
    known = await bot.get_my_commands(scope=scope, language_code=language or None)
    if known != wanted:
        await bot.set_my_commands(wanted, scope=scope, language_code=language or None)


async def _descriptions(bot: Bot, app: App, t: Text, language: str) -> None:
    operator = app.settings.operator
    where = {"operator": operator.shown}
    whole = t.plain("bot-description", **where)[:_DESCRIPTION_LIMIT]
    short = t.plain("bot-short", **where)[:_SHORT_LIMIT]
    code = language or None
    if (await bot.get_my_description(language_code=code)).description != whole:
        await bot.set_my_description(description=whole, language_code=code)
    if (await bot.get_my_short_description(language_code=code)).short_description != short:
        await bot.set_my_short_description(short_description=short, language_code=code)
