"""One notice on its way: what of it has gone, and what is known of it once it has arrived."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from bot.mail.lasting import at_last
from bot.mail.sending import Alike, Delivered, Live, Prepared
from core.deal.notice import ALWAYS, Notice
from core.ports import CARD_REDRAWN, LANE, NEWS, OF_MESSAGES, WORDS_DELIVERED, is_quiet
from core.values.ids import DESK, SYSTEM

Prepare = Callable[[Notice, Sequence[Notice]], Awaitable[Prepared | None]]
"""What to send, with a fresh look at the deal; None for what is true no longer.

Behind it what waits, and may be told in the same message.
"""


_SETTLES: Final = frozenset({"money-settled", "ruling-made", "ruling-executed"})
"""What tells that money goes out."""


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
        """How urgent it is, as `core.ports.Rank`."""
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

    async def alike(self, notice: int) -> Sequence[Owed]:
        """What may leave with it, in order. Raises StoreAway."""
        ...

    async def told(self, notices: Sequence[int]) -> Sequence[Owed]:
        """What was told, as far as it is kept. Raises StoreAway."""
        ...

    async def newest(self, notice: int) -> Sequence[Owed]:
        """What the newest message told of the same deal, in order. Raises StoreAway."""
        ...

    async def took(self, notice: int, parts: int, also: Collection[int] = ()) -> None:
        """Telegram accepted so many of its messages, and the first of `also`. Raises StoreAway."""
        ...


class Parcel:
    """Implements `bot.mail.sending.Parcel`."""

    def __init__(self, owed: Owed, prepare: Prepare, keeps: Keeps, *, alone: bool = False) -> None:
        """`owed` as it stood in the queue; `alone`: nothing leaves in its message."""
        self.id = owed.id
        self.notice = owed.notice
        self.also: tuple[Owed, ...] = ()
        """What its message tells besides, as it was rendered."""
        self.over: tuple[Owed, ...] = ()
        """What waited behind it, and says nothing any more."""
        self.folds = False
        """It changes the message that told its settlement, and is none itself."""
        self.arrived = False
        """Telegram took the last of its messages."""
        self.was_unreachable = False
        self._owed = owed
        self._told: tuple[int, ...] = ()
        self._alone = alone
        self._prepare = prepare
        self._keeps = keeps
        self._parts = {owed.id: owed.parts}

    @property
    def parts(self) -> int:
        """How many of its messages Telegram took: these are not sent again."""
        return self._parts[self.id]

    @property
    def ids(self) -> tuple[int, ...]:
        """Of all that the last `render` tells, its own first."""
        return (self.id, *(owed.id for owed in self.also))

    @property
    def news(self) -> tuple[int, ...]:
        """Which notices the card tells, as it was rendered."""
        return self._told if self._redraws else self.ids

    @property
    def _redraws(self) -> bool:
        return self.folds or self.notice.kind == CARD_REDRAWN

    def taken(self, place: int) -> int:
        """As `parts`, of one of these."""
        return self._parts[self.ids[place]]

    async def render(self) -> Prepared | None:
        """How it looks now; None for what is true no longer. Raises StoreAway."""
        behind, notice = await self._behind(), self.notice
        alone = all(owed.notice.kind == CARD_REDRAWN for owed in behind)
        told = await self._settled() if is_quiet(notice) and alone else ()
        self.folds = bool(told)
        if self.folds:
            behind = (*told, self._owed)
            notice = Notice(notice.to, CARD_REDRAWN, notice.deal, ring=False, holds=ALWAYS)
        prepared = await self._prepare(notice, [owed.notice for owed in behind])
        self.was_unreachable = prepared is not None and prepared.was_unreachable
        also = () if prepared is None else tuple(behind[n] for n in prepared.also)
        self._told = tuple(owed.id for owed in also)
        if not self._redraws:
            self.also = also
            self.over = () if prepared is None else tuple(behind[n] for n in prepared.over)
        for owed in self.also:
            self._parts.setdefault(owed.id, owed.parts)
        return prepared

    async def _behind(self) -> Sequence[Owed]:
        notice = self.notice
        if notice.to <= SYSTEM or notice.deal is None:
            return ()
        if notice.kind == CARD_REDRAWN:
            return await self._keeps.told(news_in(notice))
        if self._alone or notice.kind in OF_MESSAGES:
            return ()
        return await self._keeps.alike(self.id)

    async def _settled(self) -> Sequence[Owed]:
        """What its settlement was told with, where no message came after that."""
        told = await self._keeps.newest(self.id)
        return told if any(one.notice.kind in _SETTLES for one in told) else ()

    async def alike(self) -> Sequence[Alike]:
        """What may leave with it, in order. Raises StoreAway."""
        return await self._keeps.alike(self.id)

    async def took(self, also: Collection[int] = (), place: int = 0) -> None:
        """Telegram accepted one more of its messages: written down, however long it takes."""
        number = self.ids[place]
        self._parts[number] += 1
        await at_last(lambda: self._keeps.took(number, self._parts[number], also))


@dataclass(frozen=True, slots=True)
class Sent:
    """A notice that Telegram accepted, with what is owed because of it."""

    owed: Owed
    follows: Sequence[Notice] = ()
    live: Live | None = None
    also: Sequence[int] = ()
    """What was told in the same message."""

    @classmethod
    def of(cls, owed: Owed, delivered: Delivered, also: Sequence[int], *more: Notice) -> Sent:
        """As the bot said."""
        return cls(owed, (*delivered.follows, *more), delivered.live, also)

    @property
    def id(self) -> int:
        """In the queue."""
        return self.owed.id


def news_in(redraw: Notice) -> list[int]:
    """Which notices a card told that is drawn anew."""
    found = redraw.data.get(NEWS)
    return [int(number) for number in found] if isinstance(found, list) else []


def delivered(notice: Notice, *, ok: bool) -> Notice:
    """What the desk learns of a notice with its words; not `ok` where the bot is blocked."""
    data = {**notice.data, "kind": notice.kind, "person": notice.to, "ok": ok}
    return Notice(
        DESK,
        WORDS_DELIVERED,
        notice.deal,
        notice.milestone,
        data={**data, LANE: f"words:{notice.deal}:{notice.milestone}:{notice.to}"},
        words=notice.words,
        ring=False,
        holds=ALWAYS,
    )
