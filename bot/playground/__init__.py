"""A Telegram Bot API on this machine, with a web page of chats.

Try Holdfast, and test it, without Telegram. It is Telegram, not us: nothing here knows of deals.
Two real bot libraries talk to it over HTTP, and it answers, refuses and forgets as Telegram does.
"""

from bot.playground.cast import (
    DEFAULT_CAST,
    DESK_GROUP,
    BotAccount,
    Cast,
    Member,
    Resident,
    Supergroup,
)
from bot.playground.server import Running, build_app, start
from bot.playground.world import World

__all__ = [
    "DEFAULT_CAST",
    "DESK_GROUP",
    "BotAccount",
    "Cast",
    "Member",
    "Resident",
    "Running",
    "Supergroup",
    "World",
    "build_app",
    "start",
]
