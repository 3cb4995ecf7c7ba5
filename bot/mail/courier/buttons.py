"""What takes old buttons off the messages of one bot.

    buttons.stands(chat, message, data)      Telegram took a message, or an edit of one
    with buttons.changing(chat, message)     an edit is on its way
    buttons.moved(deal)                      something happened in a deal
    await buttons.look()                     what is old by now is owed its edit

One rule for every message but the live card: as soon as one of its buttons would be answered as
old, all of them go; what was said stays. Which buttons get old, and when, is the bot's `Ages`.
Nothing here is part of what a press waits for. A kill loses at most what was sent in the last
second: such a button stays, and says that it is old when it is pressed.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Protocol

import structlog

from bot.buttons import Press
from core.escrow import Escrow
from core.ports import StoreAway
from core.values.ids import DealId, PersonId

PAUSE: Final = 1.0
"""Seconds between two looks: what happens meanwhile is looked at together."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Standing:
    """A message as it is now; `presses` are those of its buttons that will be old one day."""

    chat: int
    message: int
    deal: DealId
    presses: tuple[str, ...] = ()


class Stands(Protocol):
    """The same, as it was kept."""

    @property
    def chat(self) -> int:
        """Where."""
        ...

    @property
    def message(self) -> int:
        """Which, there."""
        ...

    @property
    def deal(self) -> DealId:
        """Of what."""
        ...

    @property
    def presses(self) -> tuple[str, ...]:
        """As `Press.pack` writes them."""
        ...


class Kept(Protocol):
    """The messages of one bot in the database. Everything raises StoreAway."""

    async def keep(self, standing: Sequence[Standing]) -> None:
        """Remember them as they are now; what has no presses is forgotten."""
        ...

    async def of(self, deals: Sequence[DealId]) -> Sequence[Stands]:
        """Those of these deals whose end is not owed yet, live cards left out."""
        ...

    async def owe(self, old: Sequence[Stands], to: PersonId | None = None) -> bool:
        """That they lose their buttons is owed to whom the chat is, or to `to`; whether any is."""
        ...

    async def owed(self, chat: int, message: int) -> bool:
        """Whether it is to lose its buttons, and has not become another one since."""
        ...


class Ages(Protocol):
    """What one bot knows of its buttons."""

    def fades(self, press: Press) -> bool:
        """Whether a button with it will be old one day."""
        ...

    async def old(self, chat: int, deal: DealId, presses: Sequence[Sequence[Press]]) -> list[bool]:
        """Of each message in the chat about the deal: whether any of its presses is old now."""
        ...


class Buttons:
    """Those of one bot: what was sent and what has happened since the last look."""

    def __init__(self, kept: Kept, escrow: Escrow, to: PersonId | None = None) -> None:
        """`to` is the receiver of the notices where it is not the chat.

        Until `ages` is set nothing is remembered: the bot that knows them is built on top.
        """
        self.ages: Ages | None = None
        self._kept = kept
        self._escrow = escrow
        self._to = to
        self._sent: dict[tuple[int, int], Standing] = {}
        """By chat and message, until it is written down."""
        self._renewed: set[tuple[int, int]] = set()
        """Those of them that have any buttons."""
        self._changing: Counter[tuple[int, int]] = Counter()
        self._moved: set[DealId] = set()
        self._work = asyncio.Event()
        self._loop: asyncio.Task[None] | None = None

    def stands(self, chat: int, message: int, data: Iterable[str] = ()) -> None:
        """Telegram has it with these buttons now."""
        if self.ages is None:
            return
        there = list(data)
        presses = [press for one in there if (press := Press.unpack(one)) is not None]
        deals = [press.deal for press in presses if press.deal is not None]
        fading = tuple(press.pack() for press in presses if self.ages.fades(press)) if deals else ()
        self._sent[chat, message] = Standing(
            chat, message, deals[0] if deals else DealId(""), fading
        )
        (self._renewed.add if there else self._renewed.discard)((chat, message))
        self._work.set()

    @contextmanager
    def changing(self, chat: int, message: int) -> Iterator[None]:
        """Around an edit: while it is on its way the message is about to be another one.

        What is taken off meanwhile could arrive after it, and take the new buttons.
        """
        self._changing[chat, message] += 1
        try:
            yield
        finally:
            self._changing[chat, message] -= 1
            self._changing += Counter()

    def moved(self, deal: DealId) -> None:
        """Some button about it may be old by now."""
        self._moved.add(deal)
        self._work.set()

    async def to_go(self, chat: int, message: int) -> bool:
        """As `Kept.owed`, asked when the edit leaves."""
        if not await self._kept.owed(chat, message):
            return False
        return (chat, message) not in self._renewed and not self._changing[chat, message]

    async def look(self) -> None:
        """Write down what was sent, and owe the edits of what is old. Raises StoreAway."""
        await self._write()
        moved, self._moved = self._moved, set()
        try:
            standing = await self._kept.of(sorted(moved)) if moved else ()
            old = [one for group in _by_card(standing) for one in await self._old(group)]
            if old and await self._kept.owe(old, self._to):
                self._escrow.woken()
        except BaseException:
            self._moved |= moved
            raise

    async def _write(self) -> None:
        """What was sent is known here until it is known there."""
        sent = dict(self._sent)
        if sent:
            await self._kept.keep(list(sent.values()))
        for where, one in sent.items():
            if self._sent.get(where) is one:
                del self._sent[where]
                self._renewed.discard(where)

    async def _old(self, group: Sequence[Stands]) -> list[Stands]:
        assert self.ages is not None  # noqa: S101 - for the type alone
        presses = [[p for x in one.presses if (p := Press.unpack(x)) is not None] for one in group]
        are = await self.ages.old(group[0].chat, group[0].deal, presses)
        return [one for one, is_old in zip(group, are, strict=True) if is_old]

    # by itself

    def start(self) -> None:
        """Look whenever there may be something to see."""
        self._loop = asyncio.create_task(self._run(), name="old buttons")

    async def stop(self) -> None:
        """Write down what was sent."""
        if self._loop is not None:
            self._loop.cancel()
            await asyncio.gather(self._loop, return_exceptions=True)
        with suppress(StoreAway):
            await self._write()

    async def _run(self) -> None:
        while True:
            await self._work.wait()
            self._work.clear()
            # Taken as a value and not caught: whatever it is, the next look has its turn.
            [error] = await asyncio.gather(self.look(), return_exceptions=True)
            if isinstance(error, StoreAway):
                _log.warning("old buttons cannot be looked for", why=str(error))
                self._work.set()
            elif error is not None:
                _log.error("old buttons are forgotten", deals=sorted(self._moved), exc_info=error)
                self._sent.clear()
                self._renewed.clear()
                self._moved.clear()
            await asyncio.sleep(PAUSE)


def _by_card(standing: Sequence[Stands]) -> list[list[Stands]]:
    """Those of one deal in one chat together."""

    def key(one: Stands) -> tuple[int, DealId]:
        return one.chat, one.deal

    return [list(group) for _, group in groupby(sorted(standing, key=key), key)]
