"""Delivers what is owed to people: at least once, in order a person, checked before it is sent."""

from bot.courier.courier import Courier, Outbox, Owed, Prepared

__all__ = ["Courier", "Outbox", "Owed", "Prepared"]
