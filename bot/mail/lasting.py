"""What Telegram has accepted is written down, however long the database is away."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.mail.backoff import Backoff
from core.ports import StoreAway

T = TypeVar("T")


async def at_last(work: Callable[[], Awaitable[T]]) -> T:
    """Do it, if need be again and again until the database can be had."""
    backoff = Backoff()
    while True:
        try:
            return await work()
        except StoreAway:
            await asyncio.sleep(backoff.next())
