"""Who wrote what could not be read is told so: nothing is passed over in silence."""

from __future__ import annotations

from typing import Any

from aiogram import Bot

from bot.botapi.sieve import text_of
from bot.cards import Card
from bot.parties.kit.update import App
from bot.parties.line.render import send_card
from core.values.ids import PersonId

_INT64 = 2**63


async def tell_unread(app: App, bot: Bot, update: dict[str, Any], *, part: bool) -> None:
    """Under the first part of an album; to nobody where it is not known whose it was.

    `part`: something of the message was read, and is handled. Raises as Telegram does.
    """
    told = update["message"]
    person = _writer(told)
    if person is None:
        return
    album = told.get("media_group_id")
    key = (person, album if isinstance(album, str) else update.get("update_id"))
    if key in app.told:
        return
    known = await app.reads.person(person)
    if known is None:
        t = app.texts.get(_locale(app, told))
    else:
        t = app.texts.get(known.locale, known.zone)
    card = Card(t("frame-unread-part" if part else "frame-unread"))
    await send_card(bot, person, card)
    app.told.add(key)


def _writer(told: dict[str, Any]) -> PersonId | None:
    """Whose private chat it was written in: its number is the person's."""
    chat, user = told.get("chat"), told.get("from")
    number = chat.get("id") if isinstance(chat, dict) else None
    writer = user.get("id") if isinstance(user, dict) else number
    if type(number) is not int or not 0 < number < _INT64 or writer != number:
        return None
    return PersonId(number)


def _locale(app: App, told: dict[str, Any]) -> str:
    user = told.get("from")
    code = user.get("language_code") if isinstance(user, dict) else None
    spoken = text_of(code) if isinstance(code, str) else None
    return app.texts.match(spoken, app.settings.operator.default_locale)
