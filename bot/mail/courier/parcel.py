"""One notice on its way: what of it has gone, and what is known of it once it has arrived."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.mail.lasting import at_last
from bot.mail.sending import Alike, Delivered, Live, Prepared
from core.deal.notice import Notice

Prepare = Callable[[Notice], Awaitable[Prepared | None]]
"""What to send, with a fresh look at the deal; None for what is true no longer."""


class Owed(Protocol):
    """A notice in the queue."""

    @property
    def id(self) -> int:
        """In the order in which they are owed."""
        ...

    @property
    def notice(self) -> Notice:
        """What is to be said."""
        ...

    @property
    def lane(self) -> str:
        """Of one lane, one at a time is on its way."""
        ...

    @property
    def rank(self) -> int:
        """How urgent it is, as `core.lanes.Rank`."""
        ...

    @property
    def later(self) -> bool:
        """Nobody waits for it: it never takes the places of the others."""
        ...

    @property
    def attempts(self) -> int:
        """How often it was tried."""
        ...

    @property
    def parts(self) -> int:
        """How many of its messages Telegram took."""
        ...

    @property
    def overtaken(self) -> bool:
        """A later one in the queue says all that it would."""
        ...

    @property
    def request(self) -> str | None:
        """What it comes of; for the log."""
        ...


class Keeps(Protocol):
    """As much of the outbox as a parcel needs."""

    async def alike(self, notice: int) -> Sequence[Alike]:
        """What may leave with it, in order. Raises StoreAway."""
        ...

    async def took(self, notice: int, parts: int, also: Collection[int] = ()) -> None:
        """Telegram accepted so many of its messages, and the first of `also`. Raises StoreAway."""
        ...


class Parcel:
    """Implements `bot.mail.sending.Parcel`."""

    def __init__(self, owed: Owed, prepare: Prepare, keeps: Keeps) -> None:
        """`owed` as it stood in the queue."""
        self.id = owed.id
        self.notice = owed.notice
        self.parts = owed.parts
        self.arrived = False
        """Telegram took the last of its messages."""
        self.was_unreachable = False
        self._prepare = prepare
        self._keeps = keeps

    async def render(self) -> Prepared | None:
        """How it looks now; None for what is true no longer. Raises StoreAway."""
        prepared = await self._prepare(self.notice)
        self.was_unreachable = prepared is not None and prepared.was_unreachable
        return prepared

    async def alike(self) -> Sequence[Alike]:
        """What may leave with it, in order. Raises StoreAway."""
        return await self._keeps.alike(self.id)

    async def took(self, also: Collection[int] = ()) -> None:
        """Telegram accepted one more of its messages: written down, however long it takes."""
        self.parts += 1
        await at_last(lambda: self._keeps.took(self.id, self.parts, also))


@dataclass(frozen=True, slots=True)
class Sent:
    """A notice that Telegram accepted, with what is owed because of it."""

    owed: Owed
    follows: Sequence[Notice] = ()
    live: Live | None = None

    @classmethod
    def of(cls, owed: Owed, delivered: Delivered, *more: Notice) -> Sent:
        """As the bot said."""
        return cls(owed, (*delivered.follows, *more), delivered.live)

    @property
    def id(self) -> int:
        """In the queue."""
        return self.owed.id
