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
from bot.playground.methods.registry import METHODS, ApiCall

__all__ = [
    "METHODS",
    "ApiCall",
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
