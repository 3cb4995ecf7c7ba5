"""Updates come in: fetched by our own poller, kept before Telegram is told, handled, let go.

    getUpdates -> the batch into the inbox, one transaction -> the next offset (which confirms them)
    inbox -> a person's in order, people beside each other -> the bot -> done

A kill at any instant loses nothing: what Telegram was told is in the inbox, and what is in the
inbox is handled again. Handling it again does nothing twice, by the request ids of its commands.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from contextvars import ContextVar
from typing import Any, Final, Protocol

import structlog

from bot.mail.backoff import Backoff
from bot.mail.fetching import Fetch, Fetching, Listening
from bot.mail.flood import Flood
from bot.mail.sending import RetryAfter, TryAgain
from bot.mail.updates import Json, are_words, what
from core.ports import StoreAway
from core.values.hearing import Fetched

Feed = Callable[[Json], Awaitable[None]]
"""Handle one update. Raises RetryAfter or TryAgain for Telegram's trouble, StoreAway for the
database's, Crashed for ours, TooLong for nobody knows whose."""

TRIES: Final = 3
LONG_TRIES: Final = 5
"""Tries of an update that takes too long each time, while we are heard: then its person's clocks
wait no longer for it. While Telegram answers nobody no try counts."""
TELLING: Final = 60.0
"""Seconds in which the person is told that an update was set aside: they may not be reached."""
AT_ONCE: Final = 64
OF_ONE_LANE: Final = 64
"""Updates of one lane in hand; the rest of it waits in the inbox, and in nobody's way."""
IN_HAND: Final = AT_ONCE * OF_ONE_LANE
BEAT: Final = 2.0
"""Seconds between two words that we are at work, and two looks for what somebody else left."""

followed: ContextVar[bool] = ContextVar("followed", default=False)
"""Whether a message of the same person waits behind the update that is handled now: what is sent in
one go is answered once, at its end."""

_log = structlog.get_logger(__name__)


class Crashed(Exception):  # noqa: N818 - the boundary's word for what it caught and logged
    """A handler failed; `incident` is the code that the log has it under."""

    def __init__(self, incident: str) -> None:
        """Keep the code."""
        super().__init__(incident)
        self.incident = incident


class TooLong(TryAgain):
    """A handler's time was over while it waited for what is slow; `incident` as in `Crashed`."""

    def __init__(self, why: str, incident: str) -> None:
        """Keep the code."""
        super().__init__(why)
        self.incident = incident


class Kept(Protocol):
    """An update in the inbox. `lane` is whose it is: one lane is handled in order."""

    @property
    def id(self) -> int:
        """In the order of arrival."""
        ...

    @property
    def lane(self) -> int:
        """As `lane_of` said."""
        ...

    @property
    def urgent(self) -> bool:
        """As `is_urgent` said."""
        ...

    @property
    def update(self) -> Json:
        """As Telegram wrote it."""
        ...


class Inbox(Protocol):
    """The inbox of one bot in the database. Everything raises StoreAway."""

    async def keep(
        self, updates: Sequence[tuple[Json, int, bool]], mark: Fetched | None = None
    ) -> None:
        """Insert (update, lane, urgent) and move the bot's hearing, in one transaction.

        Ids that are there are passed over.
        """
        ...

    async def take(self, but: Iterable[int], limit: int) -> Sequence[Kept]:
        """The oldest waiting ones that are not among `but`, leased to this process.

        Of one lane no more than `OF_ONE_LANE` are out at once, so that nobody fills the house.
        """
        ...

    async def renew(self) -> None:
        """This process is still at work: what it has taken stays its own. Asked each `BEAT`."""
        ...

    async def done(self, ids: Sequence[int]) -> None:
        """They were answered."""
        ...

    async def crashed(self, kept: int) -> int:
        """Count one more try; returns how many there were."""
        ...

    async def set_aside(self, kept: int, incident: str) -> None:
        """Never again; support finds it by the code."""
        ...

    async def hand_back(self) -> None:
        """Give up every lease of this process."""
        ...


class Intake:
    """One bot's updates."""

    def __init__(
        self,
        bot: str,
        fetch: Fetch,
        feed: Feed,
        inbox: Inbox,
        set_aside: Callable[[Json, str], Awaitable[None]],
        hearing: Listening,
        flood: Flood | None = None,
    ) -> None:
        """`set_aside(update, incident)` tells the person and the desk."""
        self._bot = bot
        self._feed = feed
        self._inbox = inbox
        self._told = set_aside
        self._lanes: dict[int, deque[Kept]] = {}
        self._here: set[int] = set()
        """Ids that were taken and are not done yet."""
        self._fresh: set[int] = set()
        """Those of them that were not tried yet."""
        self._done: list[int] = []
        self._more_waits = False
        """Some lane had so much in hand that the inbox may have more of it."""
        self._more = asyncio.Event()
        self._ended = asyncio.Event()
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._workers: set[asyncio.Task[None]] = set()
        self._loops: list[asyncio.Task[None]] = []
        self._stopping = False
        self.caught_up = asyncio.Event()
        """What Telegram kept while we were away has been fetched and tried."""
        self._fetching = Fetching(bot, fetch, inbox.keep, hearing, flood or Flood(), self._more.set)

    @property
    def last_update_at(self) -> float | None:
        """By the event loop's clock."""
        return self._fetching.last_update_at

    def start(self) -> None:
        """Begin to poll and to handle."""
        self._loops = [
            asyncio.create_task(loop(), name=f"{self._bot}: {loop.__name__.strip('_')}")
            for loop in (self._fetching.on_and_on, self._dispatch, self._let_go)
        ]
        self._more.set()

    async def stop(self, seconds: float = 8.0) -> None:
        """Fetch no more, finish what runs, hand the rest back."""
        self._stopping = True
        for loop in self._loops[:2]:
            loop.cancel()
        if self._workers:
            _, late = await asyncio.wait(self._workers, timeout=seconds)
            for worker in late:
                worker.cancel()
        for loop in self._loops:
            loop.cancel()
        await asyncio.gather(*self._loops, *self._workers, return_exceptions=True)
        with suppress(StoreAway):  # then the leases end by themselves
            await self._flush()
            await self._inbox.hand_back()

    def failure(self) -> BaseException | None:
        """Why a loop of it ended by itself, which none ever should."""
        ended = [t for t in self._loops if t.done() and not t.cancelled()]
        return next((t.exception() for t in ended), None)

    def hurry(self) -> None:
        """Something that is due waits until it is known that nobody acted before it."""
        self._fetching.hurry()

    # handling

    async def _dispatch(self) -> None:
        # What was left over is handled after the time of a stop was given back.
        await self._fetching.asked.wait()
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(BEAT):
                    await self._more.wait()
            self._more.clear()
            try:
                await self._inbox.renew()
                await self._take()
            except StoreAway as trouble:
                _log.warning("the inbox cannot be read", bot=self._bot, why=str(trouble))
                self._more.set()
                await asyncio.sleep(BEAT)
            else:
                self._say_if_caught_up()

    async def _take(self) -> None:
        while len(self._here) < IN_HAND:
            taken = await self._inbox.take(self._here, AT_ONCE)
            for kept in taken:
                self._hand_out(kept)
            if len(taken) < AT_ONCE:
                break
        self._more_waits = any(len(lane) >= OF_ONE_LANE for lane in self._lanes.values())

    def _hand_out(self, kept: Kept) -> None:
        self._here.add(kept.id)
        self._fresh.add(kept.id)
        if kept.urgent:
            self._spawn(self._handle(kept))
            return
        lane = self._lanes.get(kept.lane)
        if lane is not None:
            lane.append(kept)
            return
        self._lanes[kept.lane] = deque([kept])
        self._spawn(self._work(kept.lane))

    def _spawn(self, work: Any) -> None:  # noqa: ANN401 - a coroutine
        task = asyncio.create_task(work)
        self._workers.add(task)
        task.add_done_callback(self._worked)

    def _worked(self, task: asyncio.Task[None]) -> None:
        self._workers.discard(task)
        if not task.cancelled() and task.exception() is not None:
            _log.error("a lane broke off", bot=self._bot, exc_info=task.exception())

    async def _work(self, lane: int) -> None:
        queue = self._lanes[lane]
        try:
            while queue and not self._stopping:
                followed.set(len(queue) > 1 and are_words(queue[1].update))
                await self._handle(queue[0])
                queue.popleft()
        finally:
            # What is left in the lane is taken from the inbox again.
            self._here.difference_update(kept.id for kept in queue)
            self._fresh.difference_update(kept.id for kept in queue)
            del self._lanes[lane]
            self._more.set()

    async def _handle(self, kept: Kept) -> None:
        backoff = Backoff()
        while True:
            try:
                if await self._ends(kept):
                    return
                wait = backoff.next()
            except RetryAfter as order:
                wait = order.seconds
            except (TryAgain, StoreAway):
                wait = backoff.next()
            self._tried(kept)
            if self._stopping:
                return
            await asyncio.sleep(wait)

    async def _ends(self, kept: Kept) -> bool:
        """Whether it is over, well or badly. Raises RetryAfter, TryAgain or StoreAway."""
        try:
            async with self._slots:
                await self._feed(kept.update)
        except Crashed as crash:
            return await self._counted(kept, crash.incident, TRIES)
        except TooLong as late:
            if not self._fetching.hears():
                raise
            return await self._counted(kept, late.incident, LONG_TRIES)
        else:
            _log.info(
                "update",
                bot=self._bot,
                update=kept.update.get("update_id"),
                what=what(kept.update),
                person=kept.lane,
            )
            self._finish(kept)
        return True

    async def _counted(self, kept: Kept, incident: str, most: int) -> bool:
        """Whether that was its last try: then it is set aside, and its person and the desk told."""
        if await self._inbox.crashed(kept.id) < most:
            return False
        await self._set_aside(kept, incident)
        return True

    async def _set_aside(self, kept: Kept, incident: str) -> None:
        with suppress(RetryAfter, TryAgain, TimeoutError):
            async with asyncio.timeout(TELLING):
                await self._told(kept.update, incident)
        await self._inbox.set_aside(kept.id, incident)
        self._here.discard(kept.id)
        self._tried(kept)

    def _finish(self, kept: Kept) -> None:
        self._tried(kept)
        self._done.append(kept.id)
        self._ended.set()

    def _tried(self, kept: Kept) -> None:
        self._fresh.discard(kept.id)
        self._say_if_caught_up()

    def _say_if_caught_up(self) -> None:
        waits = self._fresh or self._more_waits or self._more.is_set()
        if self._fetching.fetched_all and not waits:
            self.caught_up.set()

    # letting go

    async def _let_go(self) -> None:
        """Answered rows leave together: what ends during a commit goes with the next."""
        while True:
            await self._ended.wait()
            try:
                await self._flush()
            except StoreAway:
                await asyncio.sleep(BEAT)
                self._ended.set()

    async def _flush(self) -> None:
        self._ended.clear()
        done = self._done[:]
        if done:
            await self._inbox.done(done)
            del self._done[: len(done)]
            self._here.difference_update(done)
            self._more.set()
