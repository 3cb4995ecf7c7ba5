"""What is read of an update before anybody handles it: whose it is, and whether it waits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

Json = dict[str, Any]

_INT64: Final = 2**63


def lane_of(update: Mapping[str, Any]) -> int:
    """Whose update it is: the person's id, else the chat's, else 0."""
    for kind, body in update.items():
        if kind != "update_id" and isinstance(body, dict):
            for key in ("from", "user", "chat"):
                owner = body.get(key)
                number = owner.get("id") if isinstance(owner, dict) else None
                if isinstance(number, int) and abs(number) < _INT64:
                    return int(number)
    return 0


def what(update: Mapping[str, Any]) -> str:
    """What kind of update it is: the name of the one part that it has beside its number."""
    return next((kind for kind in update if kind != "update_id"), "nothing")


def is_urgent(update: Mapping[str, Any]) -> bool:
    """Telegram waits 10 s for the answer to a checkout, so it overtakes."""
    return "pre_checkout_query" in update


def are_words(update: Mapping[str, Any]) -> bool:
    """A message that is no command."""
    message = update.get("message")
    return isinstance(message, dict) and not str(message.get("text", "")).startswith("/")
