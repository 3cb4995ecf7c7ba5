"""Short lines in a dispute's topic."""

from __future__ import annotations

from datetime import datetime

from bot.cards.base import Card
from bot.texts import Text


def line(t: Text, kind: str, name: str) -> Card:
    """A colleague took it, or gave it back."""
    return Card(t("desk-line", kind=kind, name=name))


def overdue(t: Text, kind: str, since: str) -> Card:
    """The desk let a date pass."""
    return Card(t("desk-overdue", kind=kind, since=datetime.fromisoformat(since)))
