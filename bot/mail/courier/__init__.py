"""Delivers what is owed to people: at least once, in order a lane, checked as it leaves."""

from bot.mail.courier.courier import Courier
from bot.mail.courier.outbox import Outbox
from bot.mail.courier.parcel import Owed, Parcel, Sent

__all__ = ["Courier", "Outbox", "Owed", "Parcel", "Sent"]
