"""Telegram's limits, kept before Telegram has to say so: one Pacer a bot, at its way out.

An answer to what somebody has just done goes at once, and counts; what can wait makes room for it.
A 429 stops everything that it is about, for as long as it says.

Each limit counts from when Telegram answered, not from when we asked: what was on its way for long
could otherwise arrive together with what came after it, and be one too many.
"""

from __future__ import annotations

import asyncio
import heapq
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

PATIENCE: Final = 30.0
"""Seconds for which a 429 is waited out on the spot; a longer one is the caller's to plan for."""
_FORGET_AFTER: Final = 120.0


class Urgency(IntEnum):
    """Who goes first when the whole bot is at its limit."""

    ANSWER = 0
    """Somebody pressed or wrote, and looks at the screen: only a 429 makes them wait."""
    NOTICE = 1
    LATER = 2
    """Reminders and alarms."""


urgency: ContextVar[Urgency] = ContextVar("urgency", default=Urgency.ANSWER)
"""Of everything that the current task sends."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Messages that Telegram lets one bot send."""

    a_second: int = 30
    group_a_minute: int = 20
    private_burst: int = 5
    """Messages in a row to one private chat, which then gets one a second."""


@dataclass(order=True, slots=True)
class _Waiter:
    urgency: Urgency
    number: int
    messages: int = field(compare=False)
    go: asyncio.Future[None] = field(compare=False)


class _Gate:
    """So many at once, each place free again `pause` seconds after it was given back."""

    def __init__(self, places: int, pause: float) -> None:
        self._places = places
        self._free = places
        self._pause = pause
        self._shut = 0
        self._waiting: list[_Waiter] = []
        self._number = 0
        self.used_at = 0.0

    @property
    def idle(self) -> bool:
        return self._free == self._places and not self._waiting and not self._shut

    async def enter(self, messages: int) -> int:
        """Wait for places, the most urgent first; returns how many were taken."""
        loop = asyncio.get_running_loop()
        self.used_at = loop.time()
        messages = min(messages, self._places)
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
        loop.call_later(self._pause, self._give_back, messages)

    def shut(self, seconds: float) -> None:
        """Let nobody in for so long."""
        self._shut += 1
        asyncio.get_running_loop().call_later(seconds, self._open)

    def _open(self) -> None:
        self._shut -= 1
        self._let_in()

    def _give_back(self, messages: int) -> None:
        self._free += messages
        self._let_in()

    def _let_in(self) -> None:
        while self._waiting and not self._shut:
            first = self._waiting[0]
            if first.go.cancelled():
                heapq.heappop(self._waiting)
            elif first.messages <= self._free or first.urgency is Urgency.ANSWER:
                heapq.heappop(self._waiting)
                self._free -= first.messages
                first.go.set_result(None)
            else:
                return


class _Drip:
    """A private chat: a burst, then one a second. What is on its way may arrive at any moment."""

    def __init__(self, burst: int) -> None:
        self._burst = burst
        self._flying = 0
        self._full_at = 0.0
        """When the burst will be whole again, what is on its way left aside."""
        self._shut_until = 0.0
        self._turn = asyncio.Lock()
        self.used_at = 0.0

    @property
    def idle(self) -> bool:
        return not self._turn.locked() and not self._flying

    async def enter(self, messages: int) -> int:
        loop = asyncio.get_running_loop()
        self.used_at = loop.time()
        messages = min(messages, self._burst)
        if urgency.get() is Urgency.ANSWER:
            while (wait := self._shut_until - loop.time()) > 0:  # noqa: ASYNC110 - for the time
                await asyncio.sleep(wait)
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
        self._full_at = max(self._full_at, self.used_at) + messages

    def shut(self, seconds: float) -> None:
        self._shut_until = asyncio.get_running_loop().time() + seconds

    def _wait(self, messages: int, now: float) -> float:
        free = self._burst - self._flying - max(0.0, self._full_at - now)
        return max(messages - free, self._shut_until - now)


class Pacer:
    """One bot's way out."""

    def __init__(self, limits: Limits | None = None) -> None:
        """Belongs to the event loop that first waits on it."""
        self._limits = limits or Limits()
        self._all = _Gate(self._limits.a_second, 1.0)
        self._chats: dict[int, _Gate | _Drip] = {}
        self._refused: dict[int, float] = defaultdict(float)
        self._swept_at = 0.0

    @asynccontextmanager
    async def turn(self, chat: int, messages: int = 1) -> AsyncIterator[None]:
        """Wait until so many messages may go to the chat; the block sends them."""
        own = self._chat(chat)
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

    def obey(self, chat: int, seconds: float) -> None:
        """Telegram said when (429). Two chats refused at once mean that the whole bot is meant."""
        now = asyncio.get_running_loop().time()
        self._chat(chat).shut(seconds)
        if any(until > now for other, until in self._refused.items() if other != chat):
            self._all.shut(seconds)
        self._refused[chat] = now + seconds

    def _chat(self, chat: int) -> _Gate | _Drip:
        self._forget_the_idle()
        if chat not in self._chats:
            limits = self._limits
            self._chats[chat] = (
                _Drip(limits.private_burst) if chat > 0 else _Gate(limits.group_a_minute, 60.0)
            )
        return self._chats[chat]

    def _forget_the_idle(self) -> None:
        now = asyncio.get_running_loop().time()
        if now - self._swept_at < _FORGET_AFTER:
            return
        self._swept_at = now
        old = [
            chat
            for chat, own in self._chats.items()
            if own.idle and own.used_at < now - _FORGET_AFTER
        ]
        for chat in old:
            del self._chats[chat]
        self._refused = defaultdict(float, {c: t for c, t in self._refused.items() if t > now})


_SENDS: Final = ("send", "copyMessage", "forwardMessage")
_SILENT: Final = frozenset({"sendChatAction", "sendMessageDraft"})


def messages_in(method: str, media: object = None) -> int:
    """How many messages a call of the Bot API sends, by its name; an album of n is n."""
    if not method.startswith(_SENDS) or method in _SILENT:
        return 0
    return len(media) if isinstance(media, list | tuple) else 1
