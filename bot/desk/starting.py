"""What the desk's bot does once when the program starts: learn names, say which commands it has."""

from __future__ import annotations

import time
from collections.abc import Coroutine
from types import MappingProxyType
from typing import Any, Final

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import TelegramError

from bot.desk.kit.call import DeskApp, log
from bot.desk.kit.topics import cases, show_who_may
from bot.desk.line.trouble import trouble_of
from bot.mail.trouble import Whose
from core.people import MeetPerson
from core.values.ids import PersonId
from core.values.words import name_of

TOLD: Final = MappingProxyType(
    {
        "queue": "desk-command-queue",
        "mine": "desk-command-mine",
        "case": "desk-command-case",
        "person": "desk-command-person",
        "deposits": "desk-command-deposits",
        "deposit": "desk-command-deposit",
        "suspense": "desk-command-suspense",
        "payouts": "desk-command-payouts",
        "holds": "desk-command-holds",
        "freeze": "desk-command-freeze",
        "recall": "desk-command-recall",
        "allow": "desk-command-allow",
        "correct": "desk-command-correct",
        "verify": "desk-command-verify",
        "help": "desk-command-help",
        "cancel": "desk-command-cancel",
    }
)
"""The commands that Telegram offers while one types, and what it says of them."""


async def start(app: DeskApp, bot: Bot) -> None:
    """Meet the colleagues and set the commands. Raises TelegramError: then it is to be done again.

    What was done is not done anew, and one that fails holds up no other.
    """
    later = await _tried(_commands(app, bot))
    staff = app.escrow.staff
    for person in sorted(staff.who_rule | staff.treasurers):
        later = await _tried(_meet(app, bot, person)) or later
    await _of_who_left(app, f"{bot.id}:start:{time.time_ns()}")
    if later is not None:
        raise later


async def _tried(step: Coroutine[Any, Any, None]) -> TelegramError | None:
    """Do it; the trouble that may pass, or that the operator can mend. Ours is only logged."""
    try:
        await step
    except TelegramError as error:
        if trouble_of(error) is not Whose.OURS:
            return error
        log.warning("the desk's bot is not introduced in full", error=str(error))
    return None


async def _of_who_left(app: DeskApp, request: str) -> None:
    """The files of cases whose arbiter is off the list since, or left: others may take over."""
    have = {arbiter for _, arbiter in await cases(app) if arbiter is not None}
    staff = app.escrow.staff.who_rule
    left = [person for person in have if person not in staff or await app.seats.gone(person)]
    await show_who_may(app, request, left)


async def _commands(app: DeskApp, bot: Bot) -> None:
    told = [BotCommand(name, app.t.plain(key)) for name, key in TOLD.items()]
    await bot.set_my_commands(told, scope=BotCommandScopeChat(app.chat_id))


async def _meet(app: DeskApp, bot: Bot, person: PersonId) -> None:
    """Somebody on the list who never wrote has no name yet; the group knows it, and who left."""
    here = await app.seats.taken(bot, person)
    if await app.reads.person(person) is not None:
        return
    if not here:
        log.warning("on the list but not in the group", person=person)
        return
    try:
        user = (await bot.get_chat_member(app.chat_id, person)).user
    except TelegramError as error:
        if trouble_of(error) in (Whose.NETWORK, Whose.ORDER):
            raise
        log.warning("on the list but not in the group", person=person, error=str(error))
        return
    operator = app.settings.operator
    locale = app.texts.match(user.language_code, operator.default_locale)
    await app.escrow.execute(
        MeetPerson(
            actor=person,
            name=name_of(user.full_name, user.username, user.id),
            username=user.username,
            locale=locale,
            zone=operator.time_zone,
        )
    )
