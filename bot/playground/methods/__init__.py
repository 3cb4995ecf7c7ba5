"""The Bot API methods that the playground offers, by subject."""

from bot.playground.methods import (
    chats,
    copying,
    editing,
    media,
    payments,
    profile,
    queries,
    sending,
    topics,
    webhook,
)
from bot.playground.methods.registry import METHODS, Call

__all__ = [
    "METHODS",
    "Call",
    "chats",
    "copying",
    "editing",
    "media",
    "payments",
    "profile",
    "queries",
    "sending",
    "topics",
    "webhook",
]
