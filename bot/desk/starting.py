"""What the desk's bot does once when the program starts: learn names, say which commands it has."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import TelegramError

from bot.desk.kit import DeskApp, log
from core.commands import MeetPerson
from core.ids import PersonId

TOLD: Final = MappingProxyType(
    {
        "queue": "desk-command-queue",
        "mine": "desk-command-mine",
        "case": "desk-command-case",
        "person": "desk-command-person",
        "deposits": "desk-command-deposits",
        "payouts": "desk-command-payouts",
        "verify": "desk-command-verify",
        "help": "desk-command-help",
        "cancel": "desk-command-cancel",
    }
)
"""The commands that Telegram offers while one types, and what it says of them."""


async def start(app: DeskApp, bot: Bot) -> None:
    """Meet the colleagues and set the commands; a group that cannot be reached is only logged."""
    try:
        await _commands(app, bot)
        staff = app.escrow.staff
        for person in sorted(staff.who_rule | staff.treasurers):
            await _meet(app, bot, person)
    except TelegramError as error:
        log.warning("the desk's group is not ready", error=str(error))


async def _commands(app: DeskApp, bot: Bot) -> None:
    told = [BotCommand(name, app.t.plain(key)) for name, key in TOLD.items()]
    await bot.set_my_commands(told, scope=BotCommandScopeChat(app.chat_id))


async def _meet(app: DeskApp, bot: Bot, person: PersonId) -> None:
    """Somebody on the list who never wrote has no name yet; the group knows it."""
    if await app.reads.person(person) is not None:
        return
    try:
        user = (await bot.get_chat_member(app.chat_id, person)).user
    except TelegramError as error:
        log.warning("on the list but not in the group", person=person, error=str(error))
        return
    operator = app.settings.operator
    locale = app.texts.match(user.language_code, operator.default_locale)
    await app.escrow.execute(
        MeetPerson(
            actor=person,
            name=user.full_name,
            username=user.username,
            locale=locale,
            zone=operator.time_zone,
        )
    )
