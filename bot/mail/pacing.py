"""Telegram's limits, kept before Telegram has to say so: one Pacer a bot, at its way out.

An answer to what somebody has just done goes at once, and counts; what can wait makes room for it.
In a group, where no room can be made, it goes next, and a few places are kept for it.
A 429 stops everything that it is about, for as long as it says: edits too.

    async with pacer.turn(chat, messages): ...    one call
    await pacer.leave(chat, act)                  `act` renders and calls, when its turn has come

Each limit counts from when Telegram answered, not from when we asked: what was on its way for long
could otherwise arrive together with what came after it, and be one too many.
"""

from __future__ import annotations

import asyncio
import heapq
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final, TypeVar

from bot.mail.sending import RetryAfter

T = TypeVar("T")
Key = int | str
"""What a limit is about: a chat, or a method that names none."""

PATIENCE: Final = 30.0
"""Seconds for which a 429 is waited out on the spot; a longer one is the caller's to plan for."""
_FORGET_AFTER: Final = 120.0


class Urgency(IntEnum):
    """Who goes first when the whole bot is at its limit."""

    ANSWER = 0
    """Somebody pressed or wrote, and looks at the screen: only a 429 makes them wait."""
    FIRST = 1
    """At the desk: what frees somebody's money."""
    NOTICE = 2
    """What happened; at the desk, new disputes and what is overdue."""
    TALK = 3
    """At the desk: evidence, and what was said."""
    HELP = 4
    STRANGERS = 5
    """At the desk: help of who has no deal."""
    LATER = 6
    """Reminders and digests."""


urgency: ContextVar[Urgency] = ContextVar("urgency", default=Urgency.ANSWER)
"""Of everything that the current task sends."""
_held: ContextVar[tuple[Key, int] | None] = ContextVar("held", default=None)
"""Whose turn the current task has, and for how many messages."""


@dataclass(frozen=True, slots=True)
class SendLimits:
    """Messages that Telegram lets one bot send."""

    a_second: int = 30
    group_a_minute: int = 20
    kept_for_answers: int = 2
    """Of a group's places; what can wait leaves them free."""
    private_burst: int = 5
    """Messages in a row to one private chat, which then gets one a second."""


@dataclass(order=True, slots=True)
class _Waiter:
    urgency: Urgency
    number: int
    messages: int = field(compare=False)
    go: asyncio.Future[None] = field(compare=False)


class _Shutter:
    """Shut by a 429, for as long as it says."""

    def __init__(self) -> None:
        self._until = 0.0

    @property
    def shut_for(self) -> float:
        """Seconds from now."""
        return self._until - asyncio.get_running_loop().time()

    def shut(self, seconds: float) -> None:
        """Let nobody in for so long."""
        self._until = max(self._until, asyncio.get_running_loop().time() + seconds)

    async def opened(self) -> None:
        """Wait until nothing is shut."""
        while (wait := self.shut_for) > 0:  # noqa: ASYNC110 - for the time
            await asyncio.sleep(wait)


class _Gate(_Shutter):
    """So many at once, each place free again `pause` seconds after it was given back.

    Answers go beyond the places, and what comes later makes up for it; with places `kept` for them
    they do not, since whoever counts there lets nobody make up for anything.
    """

    def __init__(self, places: int, pause: float, kept: int = 0) -> None:
        super().__init__()
        self._places = places
        self._free = places
        self._pause = pause
        self._kept = kept
        self._waiting: list[_Waiter] = []
        self._number = 0
        self.used_at = 0.0

    @property
    def idle(self) -> bool:
        return self._free == self._places and not self._waiting and self.shut_for <= 0

    async def enter(self, messages: int) -> int:
        """Wait for places, the most urgent first; returns how many were taken.

        What takes none, such as an edit, waits for an open gate alone.
        """
        loop = asyncio.get_running_loop()
        self.used_at = loop.time()
        if not messages:
            await self.opened()
            return 0
        messages = min(messages, self._places - self._kept)
        self._number += 1
        waiter = _Waiter(urgency.get(), self._number, messages, loop.create_future())
        heapq.heappush(self._waiting, waiter)
        self._let_in()
        try:
            await waiter.go
        except asyncio.CancelledError:
            if waiter.go.done() and not waiter.go.cancelled():
                self._give_back(messages)
            raise
        return messages

    def leave(self, messages: int) -> None:
        """Telegram has answered: the places are free after the pause."""
        loop = asyncio.get_running_loop()
        self.used_at = loop.time()
        if messages:
            loop.call_later(self._pause, self._give_back, messages)

    def shut(self, seconds: float) -> None:
        super().shut(seconds)
        asyncio.get_running_loop().call_later(seconds, self._let_in)

    def _give_back(self, messages: int) -> None:
        self._free += messages
        self._let_in()

    def _let_in(self) -> None:
        while self._waiting and self.shut_for <= 0:
            first = self._waiting[0]
            if first.go.cancelled():
                heapq.heappop(self._waiting)
            elif self._has_room(first):
                heapq.heappop(self._waiting)
                self._free -= first.messages
                first.go.set_result(None)
            else:
                return

    def _has_room(self, first: _Waiter) -> bool:
        if first.urgency is Urgency.ANSWER and not self._kept:
            return True
        kept = self._kept if first.urgency > Urgency.FIRST else 0
        return first.messages <= self._free - kept


class _Drip(_Shutter):
    """A private chat: a burst, then one a second. What is on its way may arrive at any moment."""

    def __init__(self, burst: int) -> None:
        super().__init__()
        self._burst = burst
        self._flying = 0
        self._full_at = 0.0
        """When the burst will be whole again, what is on its way left aside."""
        self._turn = asyncio.Lock()
        self.used_at = 0.0

    @property
    def idle(self) -> bool:
        return not self._turn.locked() and not self._flying and self.shut_for <= 0

    async def enter(self, messages: int) -> int:
        loop = asyncio.get_running_loop()
        self.used_at = loop.time()
        messages = min(messages, self._burst)
        if not messages or urgency.get() is Urgency.ANSWER:
            await self.opened()
            self._flying += messages
            return messages
        async with self._turn:
            while (wait := self._wait(messages, loop.time())) > 0:  # noqa: ASYNC110 - for the time
                await asyncio.sleep(wait)
            self._flying += messages
        return messages

    def leave(self, messages: int) -> None:
        self.used_at = asyncio.get_running_loop().time()
        self._flying -= messages
        if messages:
            self._full_at = max(self._full_at, self.used_at) + messages

    def _wait(self, messages: int, now: float) -> float:
        free = self._burst - self._flying - max(0.0, self._full_at - now)
        return max(messages - free, self._until - now)


class Pacer:
    """One bot's way out."""

    def __init__(self, limits: SendLimits | None = None) -> None:
        """Belongs to the event loop that first waits on it."""
        self._limits = limits or SendLimits()
        self._all = _Gate(self._limits.a_second, 1.0)
        self._own: dict[Key, _Gate | _Drip] = {}
        self._refused: dict[Key, float] = defaultdict(float)
        self._swept_at = 0.0

    @asynccontextmanager
    async def turn(self, key: Key, messages: int = 1) -> AsyncIterator[None]:
        """Wait until so many messages may go to the chat; the block sends them.

        Inside a turn for messages of the same chat it is that one.
        """
        held = _held.get()
        if held is not None and held[0] == key and held[1]:
            yield
            return
        own = self._of(key)
        taken = await own.enter(messages)
        try:
            of_all = await self._all.enter(messages)
        except asyncio.CancelledError:
            own.leave(taken)
            raise
        try:
            yield
        finally:
            self._all.leave(of_all)
            own.leave(taken)

    async def leave(self, chat: int, act: Callable[[], Awaitable[T]], messages: int = 1) -> T:
        """Do `act` when the turn of the chat has come, so what it renders is true as it leaves.

        Where nobody knows yet how many it sends, `messages` is 0, and they count as they go. After
        a 429 it is done anew, with what is true then. Raises RetryAfter for a long one, and
        whatever `act` does.
        """
        waited = 0.0
        while True:
            try:
                async with self.turn(chat, messages):
                    before = _held.set((chat, messages))
                    try:
                        return await act()
                    finally:
                        _held.reset(before)
            except RetryAfter as order:
                self._of(chat).shut(order.seconds)
                waited += order.seconds
                if waited > PATIENCE:
                    raise

    def obey(self, key: Key, seconds: float) -> bool:
        """Telegram said when (429): the next turn waits. False where `leave` has to begin anew.

        Two chats refused at once mean that the whole bot is meant.
        """
        now = asyncio.get_running_loop().time()
        self._of(key).shut(seconds)
        if any(until > now for other, until in self._refused.items() if other != key):
            self._all.shut(seconds)
        self._refused[key] = now + seconds
        held = _held.get()
        return held is None or held[0] != key

    def _of(self, key: Key) -> _Gate | _Drip:
        self._forget_the_idle()
        if key not in self._own:
            limits = self._limits
            group = isinstance(key, int) and key < 0
            self._own[key] = (
                _Gate(limits.group_a_minute, 60.0, limits.kept_for_answers)
                if group
                else _Drip(limits.private_burst)
            )
        return self._own[key]

    def _forget_the_idle(self) -> None:
        now = asyncio.get_running_loop().time()
        if now - self._swept_at < _FORGET_AFTER:
            return
        self._swept_at = now
        old = [
            key for key, own in self._own.items() if own.idle and own.used_at < now - _FORGET_AFTER
        ]
        for key in old:
            del self._own[key]
        self._refused = defaultdict(float, {c: t for c, t in self._refused.items() if t > now})


_SENDS: Final = ("send", "copyMessage", "forwardMessage")
_SILENT: Final = frozenset({"sendChatAction", "sendMessageDraft"})


def messages_in(method: str, media: object = None) -> int:
    """How many messages a call of the Bot API sends, by its name; an album of n is n."""
    if not method.startswith(_SENDS) or method in _SILENT:
        return 0
    return len(media) if isinstance(media, list | tuple) else 1


def meant_by(method: str, chat: object) -> Key | None:
    """What a 429 of a call is about; None for polling, which waits by itself."""
    if method.casefold() == "getupdates":
        return None
    return chat if isinstance(chat, int) else method
