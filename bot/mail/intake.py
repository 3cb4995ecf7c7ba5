"""Updates come in: fetched by our own poller, kept before Telegram is told, handled, let go.

    getUpdates -> the batch into the inbox, one transaction -> the next offset (which confirms them)
    inbox -> a person's in order, people beside each other -> the bot -> done

A kill at any instant loses nothing: what Telegram was told is in the inbox, and what is in the
inbox is handled again. Handling it again does nothing twice, by the request ids of its commands.
"""

from __future__ import annotations

import asyncio
import random
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from contextvars import ContextVar
from datetime import datetime, timedelta
from typing import Any, Final, Protocol

import structlog

from bot.botapi.sieve import updates_in
from bot.mail.flood import Flood
from bot.mail.sending import RetryAfter, Revoked, TryAgain
from core.ports import StoreAway
from core.values.hearing import Fetched

Json = dict[str, Any]
Fetch = Callable[[int | None, int], Awaitable[Any]]
"""`fetch(offset, seconds)`: getUpdates as it stands. Raises RetryAfter, TryAgain or Revoked."""
Feed = Callable[[Json], Awaitable[None]]
"""Handle one update. Raises RetryAfter or TryAgain for Telegram's trouble, StoreAway for the
database's, Crashed for ours."""

_INT64: Final = 2**63
TRIES: Final = 3
LONG_POLL: Final = 25
"""Seconds that Telegram may keep a question for updates open."""
ANSWER_SECONDS: Final = 10
"""What an answer may take beyond the time that Telegram keeps the question open."""
MOST: Final = 100
"""So many updates in one answer say that there may be more."""
PATIENCE: Final = 5.0
"""The longest wait between two questions that failed: every clock waits for the answer."""
IDS_AGE: Final = 24 * 3600.0
"""After so long without an update the offset is forgotten: Telegram may count from anywhere after
a quiet week, and a stale offset would confirm what we never saw."""
AT_ONCE: Final = 64
SLOW: Final = timedelta(seconds=5)
"""An answer that is later than this, by the rules' clock, comes from before a jump of time."""
OF_ONE_LANE: Final = 64
"""Updates of one lane in hand; the rest of it waits in the inbox, and in nobody's way."""
IN_HAND: Final = AT_ONCE * OF_ONE_LANE
BEAT: Final = 2.0
"""Seconds between two words that we are at work, and two looks for what somebody else left."""
FIRST_WAIT: Final = 0.5
LONGEST_WAIT: Final = 20.0

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


class Listening(Protocol):
    """What is kept of a bot's hearing."""

    def now(self) -> datetime:
        """The instant by which rules count."""
        ...

    async def answered(self, asked: datetime, *, whole: bool) -> Fetched | None:
        """An answer came, and is not kept yet: what it moves. Raises StoreAway.

        `whole`: nothing else waits at Telegram that was there when we asked.
        """
        ...

    def kept(self, mark: Fetched | None) -> None:
        """What the answer brought, and the mark, are in the database."""
        ...

    def failed(self, trouble: Exception) -> None:
        """No answer came, or it could not be kept."""
        ...


def lane_of(update: Mapping[str, Any]) -> int:
    """Whose update it is: the person's id, else the chat's, else 0."""
    for kind, body in update.items():
        if kind != "update_id" and isinstance(body, dict):
            for key in ("from", "user", "chat"):
                owner = body.get(key)
                number = owner.get("id") if isinstance(owner, dict) else None
                if isinstance(number, int) and abs(number) < _INT64:
                    return int(number)
    return 0


def _read(answer: object) -> tuple[int, list[Json]]:
    """How many updates Telegram sent, and those of them that can be kept. Raises TryAgain.

    A full answer is full whatever is in it: behind what can not be kept more may wait. Where none
    of it can be confirmed the same would come again at once, and nobody is heard by it.
    """
    sent = answer if isinstance(answer, list) else [answer]
    updates = updates_in(sent)
    if sent and not updates:
        why = "getUpdates was answered with nothing that can be kept"
        raise TryAgain(why)
    return len(sent), updates


def what(update: Mapping[str, Any]) -> str:
    """What kind of update it is: the name of the one part that it has beside its number."""
    return next((kind for kind in update if kind != "update_id"), "nothing")


def is_urgent(update: Mapping[str, Any]) -> bool:
    """Telegram waits 10 s for the answer to a checkout, so it overtakes."""
    return "pre_checkout_query" in update


def _are_words(update: Mapping[str, Any]) -> bool:
    """A message that is no command."""
    message = update.get("message")
    return isinstance(message, dict) and not str(message.get("text", "")).startswith("/")


class Backoff:
    """Waits that double, with jitter, so that many do not come back at once."""

    def __init__(self, *, longest: float = LONGEST_WAIT, tries: int = 0) -> None:
        """Begin with the shortest, or where so many tries have led."""
        self._longest = longest
        self._seconds: float = min(FIRST_WAIT * 2 ** min(tries, 20), longest)

    def next(self) -> float:
        """Seconds to wait now."""
        seconds, self._seconds = self._seconds, min(self._seconds * 2, self._longest)
        return seconds * random.uniform(0.75, 1.25)  # noqa: S311 - jitter

    def reset(self) -> None:
        """It worked."""
        self._seconds = FIRST_WAIT


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
        self._flood = flood or Flood()
        self._bot = bot
        self._hearing = hearing
        self._fetch = fetch
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
        self._asked = asyncio.Event()
        """Telegram was asked once, with or without success."""
        self._hurried = asyncio.Event()
        self._ended = asyncio.Event()
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._workers: set[asyncio.Task[None]] = set()
        self._loops: list[asyncio.Task[None]] = []
        self._fetched_all = False
        self._stopping = False
        self.caught_up = asyncio.Event()
        """What Telegram kept while we were away has been fetched and tried."""
        self.last_update_at: float | None = None
        """By the event loop's clock."""

    def start(self) -> None:
        """Begin to poll and to handle."""
        self._loops = [
            asyncio.create_task(loop(), name=f"{self._bot}: {loop.__name__.strip('_')}")
            for loop in (self._poll, self._dispatch, self._let_go)
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

    # fetching

    def hurry(self) -> None:
        """Something that is due waits until it is known that nobody acted before it."""
        self._hurried.set()

    async def _poll(self) -> None:
        offset: int | None = None
        backoff, clock = Backoff(longest=PATIENCE), asyncio.get_running_loop().time
        heard_at = clock()
        while True:
            if clock() - heard_at > IDS_AGE:
                offset, heard_at = None, clock()
            try:
                updates = await self._fetched(offset)
            except RetryAfter as order:
                self._failed(order)
                await asyncio.sleep(order.seconds)
                continue
            except Revoked as revoked:
                msg = f"{self._bot}.token: Telegram knows it no more; get a new one from @BotFather"
                raise Revoked(msg) from revoked
            except (TryAgain, StoreAway) as trouble:
                self._failed(trouble)
                await asyncio.sleep(backoff.next())
                continue
            finally:
                self._asked.set()
            backoff.reset()
            if updates is None:
                continue
            if updates:
                offset = max(int(update["update_id"]) for update in updates) + 1
                self.last_update_at = heard_at = clock()
            else:
                self._fetched_all = True
            self._more.set()

    def _failed(self, trouble: Exception) -> None:
        """The next answer is wanted at once: it tells that we hear again."""
        self._hearing.failed(trouble)
        self._hurried.set()

    async def _fetched(self, offset: int | None) -> list[Json] | None:
        """Ask, and keep what came; None where it has to be asked again at once."""
        hurried = self._hurried.is_set() or not self._fetched_all
        self._hurried.clear()
        seconds, asked = 0 if hurried else LONG_POLL, self._hearing.now()
        answer = await self._answer(offset, seconds)
        if answer is None:
            return None
        sent, updates = _read(answer)
        late = self._hearing.now() - asked - timedelta(seconds=seconds + ANSWER_SECONDS)
        if late > SLOW:
            # The machine slept, or its clock was set: what was asked then says nothing of now.
            _log.warning("time has jumped", bot=self._bot, seconds=round(late.total_seconds()))
            return None
        mark = await self._hearing.answered(asked, whole=sent < MOST)
        taken = [u for u in updates if is_urgent(u) or self._flood.lets_in(lane_of(u))]
        await self._inbox.keep([(u, lane_of(u), is_urgent(u)) for u in taken], mark)
        self._hearing.kept(mark)
        return updates

    async def _answer(self, offset: int | None, seconds: int) -> Any:  # noqa: ANN401 - of any server
        """What Telegram answers; None when somebody is in a hurry before it has anything to say."""
        if not seconds:
            return await self._fetch(offset, 0)
        asking = asyncio.ensure_future(self._fetch(offset, seconds))
        hurry = asyncio.ensure_future(self._hurried.wait())
        try:
            await asyncio.wait((asking, hurry), return_when=asyncio.FIRST_COMPLETED)
            if asking.done():
                return await asking
            return None
        finally:
            # What an answer that is broken off may have held comes again: it was not confirmed.
            for task in (asking, hurry):
                task.cancel()
            await asyncio.gather(asking, hurry, return_exceptions=True)

    # handling

    async def _dispatch(self) -> None:
        # What was left over is handled after the time of a stop was given back.
        await self._asked.wait()
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
                followed.set(len(queue) > 1 and _are_words(queue[1].update))
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
            if await self._inbox.crashed(kept.id) < TRIES:
                return False
            await self._set_aside(kept, crash.incident)
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

    async def _set_aside(self, kept: Kept, incident: str) -> None:
        with suppress(RetryAfter, TryAgain):
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
        if self._fetched_all and not waits:
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
