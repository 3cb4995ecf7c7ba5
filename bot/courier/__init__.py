"""Delivers what is owed to people: at least once, in order a lane, checked as it leaves."""

from bot.courier.courier import Courier
from bot.courier.outbox import Outbox
from bot.courier.parcel import Owed, Parcel, Sent

__all__ = ["Courier", "Outbox", "Owed", "Parcel", "Sent"]
