"""A sign under somebody's own message."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from aiogram.exceptions import TelegramBadRequest, TelegramNotFound
from aiogram.types import Message, ReactionTypeEmoji

CORRECTED: Final = "👍"
"""The sign under a message whose correction was taken."""


async def react(message: Message) -> None:
    """The sign that it is taken; where there is none to give, it is taken all the same."""
    with suppress(TelegramBadRequest, TelegramNotFound):
        await message.react([ReactionTypeEmoji(emoji=CORRECTED)])
