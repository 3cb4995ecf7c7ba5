"""The first words of somebody who arrives: a pasted invite opens it, a greeting gets the welcome.

People install Telegram from a link, and the link's payload is lost: they paste what they were sent.
"""

from __future__ import annotations

import re

from aiogram.types import Message

from bot.mail.heard import typed
from bot.parties import inviting
from bot.parties.kit.shown import Shown
from bot.parties.kit.update import Update
from bot.parties.menu import follow, menu
from bot.texts.invites import codes_in, hash_of, is_code_alone, link_in

_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_START = "start"


async def arrived(update: Update, message: Message) -> Shown | None:
    """What such words open; None for any others. Raises Refusal."""
    text = typed(message)
    payload = link_in(text, update.app.username) or await _known_code(update, text)
    if payload is not None:
        return await follow(update, payload)
    if message.text and await _greets(update, message.text):
        return Shown(menu(update))
    return None


async def _known_code(update: Update, text: str) -> str | None:
    """A code of an invite that is or was open; one alone is followed also where it is none."""
    codes = codes_in(text)
    for code in codes:
        known = await update.app.reads.invite(hash_of(code))
        if known or await update.app.edge.flag(inviting.place_of(hash_of(code))):
            return code
    return codes[0] if is_code_alone(text) else None


async def _greets(update: Update, text: str) -> bool:
    """Whether it says hello, or nothing in words, and there is no deal that it could be about."""
    said = [word.casefold() for word in _WORDS.findall(text)]
    if said == [_START]:
        return True
    if text.startswith("/") or any(char.isdecimal() for char in text):
        return False
    phrases = update.app.texts.everywhere("words-of-greeting")
    known = {word for phrase in phrases for word in _WORDS.findall(phrase.casefold())}
    return set(said) <= known and not await update.app.reads.deals(update.person.id)
