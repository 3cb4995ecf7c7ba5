"""The courier's loop: one a bot, many people beside each other, one notice a person at a time.

Pacing is done at the bot's way out (bot.pacing); here is who is next, and what a failure means.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeVar

import structlog

from bot.cards import Card
from bot.intake import Backoff
from bot.outgoing import Marks, Outgoing, RetryAfter, TryAgain, Unreachable
from bot.pacing import Urgency, urgency
from core.commands import MarkReachable, NoticeServed, NoticeUnserved
from core.errors import Refusal
from core.escrow import Escrow
from core.ids import SYSTEM, PersonId
from core.notices import Notice
from core.ports import StoreAway

T = TypeVar("T")
AT_ONCE: Final = 64
LATER_AT_ONCE: Final = 32
"""Reminders never take every place: somebody may be waiting for an answer."""
SLOW_POLL: Final = 2.0
"""Seconds after which leases are renewed and the queue is looked at, though nobody woke us."""
TRIES: Final = 3
"""Of a notice that crashes; Telegram's own trouble is retried for ever."""
LONGEST_WAIT: Final = 600.0
MARKED: Final = frozenset({"question-asked", "help-answered"})
"""Words of the desk, whose delivery the desk is told of."""

_log = structlog.get_logger(__name__)


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
    def later(self) -> bool:
        """A reminder or alarm, which goes after what somebody waits for."""
        ...

    @property
    def attempts(self) -> int:
        """How often it was tried."""
        ...


@dataclass(frozen=True, slots=True)
class Prepared:
    """What goes out; both None where the bot renders it itself."""

    card: Card | None = None
    live: Card | None = None
    was_unreachable: bool = False


class Outbox(Protocol):
    """The queue of one bot's notices in the database. Everything raises StoreAway."""

    async def take(self, but: Iterable[PersonId], limit: int, *, later: bool) -> Sequence[Owed]:
        """The first notice of each person that is due, leased; what is waited for first.

        Nobody among `but`; without `later`, no reminders.
        """
        ...

    async def renew(self) -> None:
        """This process is still at work: what it has taken stays its own."""
        ...

    async def ended(self, sent: Sequence[int], skipped: Sequence[int]) -> None:
        """They were accepted by Telegram, or are true no longer."""
        ...

    async def failed(self, notice: int, why: str) -> None:
        """Never again."""
        ...

    async def again(self, notice: int, seconds: float, *, tried: bool) -> None:
        """Not before so long; `tried` counts it as an attempt."""
        ...

    async def hand_back(self) -> None:
        """Give up every lease of this process."""
        ...


Prepare = Callable[[Notice], Awaitable[Prepared | None]]
"""What to send, with a fresh look at the deal; None for what is true no longer."""


class Courier:
    """One bot's notices."""

    def __init__(
        self,
        bot: str,
        outbox: Outbox,
        outgoing: Outgoing,
        prepare: Prepare,
        escrow: Escrow,
    ) -> None:
        """Nothing runs yet."""
        self._bot = bot
        self._outbox = outbox
        self._outgoing = outgoing
        self._prepare = prepare
        self._escrow = escrow
        self.marks: Marks | None = None
        """Who is told how the delivery of the desk's words ended."""
        self._busy: set[PersonId] = set()
        self._later = 0
        self._work = asyncio.Event()
        self._sent: list[Owed] = []
        self._skipped: list[Owed] = []
        self._settled = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._loops: list[asyncio.Task[None]] = []

    def wake(self) -> None:
        """Somebody is owed a notice."""
        self._work.set()

    def start(self) -> None:
        """Begin to deliver."""
        self._loops = [
            asyncio.create_task(self._run(), name=f"{self._bot}: courier"),
            asyncio.create_task(self._settle(), name=f"{self._bot}: courier's marks"),
        ]

    async def stop(self, seconds: float = 5.0) -> None:
        """Take no more, finish what is on its way, hand the rest back."""
        for loop in self._loops[:1]:
            loop.cancel()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=seconds)
            for task in late:
                task.cancel()
        for loop in self._loops:
            loop.cancel()
        await asyncio.gather(*self._loops, *self._tasks, return_exceptions=True)
        with suppress(StoreAway):  # then the leases end by themselves
            await self._flush()
            await self._outbox.hand_back()

    def failure(self) -> BaseException | None:
        """Why a loop of it ended by itself, which none ever should."""
        ended = [t for t in self._loops if t.done() and not t.cancelled()]
        return next((t.exception() for t in ended), None)

    # who is next

    async def _run(self) -> None:
        while True:
            self._work.clear()
            try:
                await self._outbox.renew()
                await self._hand_out()
            except StoreAway as trouble:
                _log.warning("the outbox cannot be read", bot=self._bot, why=str(trouble))
            with suppress(TimeoutError):
                async with asyncio.timeout(SLOW_POLL):
                    await self._work.wait()

    async def _hand_out(self) -> None:
        while (free := AT_ONCE - len(self._tasks)) > 0:
            room = LATER_AT_ONCE - self._later
            most = min(free, room) if room else free
            taken = await self._outbox.take(self._busy, most, later=room > 0)
            for owed in taken:
                self._busy.add(owed.notice.to)
                self._later += owed.later
                task = asyncio.create_task(self._one(owed))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
            if len(taken) < most:
                return

    async def _one(self, owed: Owed) -> None:
        urgency.set(Urgency.LATER if owed.later else Urgency.NOTICE)
        try:
            settled = await _at_last(lambda: self._try(owed))
        finally:
            self._later -= owed.later
        if not settled:
            self._free(owed)

    async def _try(self, owed: Owed) -> bool:
        """As `_send`. Raises StoreAway."""
        try:
            return await self._send(owed)
        except StoreAway:
            raise
        except Exception:  # noqa: BLE001 - one of the three places: a bug stops one notice alone
            await self._crashed(owed)
            return False

    async def _send(self, owed: Owed) -> bool:
        """Whether it is settled; its person is busy until the mark is in the database."""
        notice = owed.notice
        prepared = await self._prepare(notice)
        if prepared is None:
            self._skipped.append(owed)
            self._settled.set()
            return True
        try:
            await self._outgoing.deliver(owed.id, notice, prepared.card, prepared.live)
        except Unreachable as error:
            return await self._unreachable(owed, str(error))
        except RetryAfter as order:
            await self._again(owed, order.seconds, tried=False)
            return False
        except TryAgain as trouble:
            _log.warning("notice delayed", bot=self._bot, notice=owed.id, why=str(trouble))
            await self._again(owed, self._wait(owed), tried=True)
            return False
        # It has arrived: whatever has to be tried again now, it is not sent again.
        unreachable = prepared.was_unreachable
        await _at_last(lambda: self._served(owed, was_unreachable=unreachable))
        await _at_last(lambda: self._mark(notice, ok=True))
        self._sent.append(owed)
        self._settled.set()
        return True

    # what came of it

    async def _served(self, owed: Owed, *, was_unreachable: bool) -> None:
        """Said before the notice is marked as sent, so that a crash between says it again."""
        notice = owed.notice
        if was_unreachable and notice.to > SYSTEM:
            await self._quietly(MarkReachable(actor=SYSTEM, person=notice.to, reachable=True))
        if notice.serves is None or notice.deal is None or notice.milestone is None:
            return
        served = NoticeServed(
            actor=SYSTEM, deal=notice.deal, milestone=notice.milestone, opened_at=notice.serves
        )
        await self._quietly(served, f"notice:{owed.id}:served")

    async def _unreachable(self, owed: Owed, why: str) -> bool:
        notice = owed.notice
        if notice.to <= SYSTEM:
            # The desk's group threw the bot out: the operator has to let it in again.
            _log.error("the desk cannot be reached", why=why, notice=owed.id)
            await self._again(owed, self._wait(owed), tried=True)
            return False
        await self._quietly(MarkReachable(actor=SYSTEM, person=notice.to, reachable=False))
        await self._unserved(owed)
        await self._mark(notice, ok=False)
        await self._outbox.failed(owed.id, "unreachable")
        return False

    async def _unserved(self, owed: Owed) -> None:
        """Telegram did not accept it, whoever is to blame: its window is not served."""
        notice = owed.notice
        if notice.serves is None or notice.deal is None or notice.milestone is None:
            return
        unserved = NoticeUnserved(
            actor=SYSTEM, deal=notice.deal, milestone=notice.milestone, opened_at=notice.serves
        )
        await self._quietly(unserved, f"notice:{owed.id}:unserved")

    async def _mark(self, notice: Notice, *, ok: bool) -> None:
        """Without holding up the person: the words themselves have arrived, or never will."""
        if notice.kind not in MARKED or self.marks is None:
            return
        backoff = Backoff()
        for _ in range(TRIES):
            try:
                await self.marks.delivered(notice, ok=ok)
            except RetryAfter as order:
                await asyncio.sleep(order.seconds)
            except TryAgain:
                await asyncio.sleep(backoff.next())
            except Unreachable:
                break
            else:
                return
        _log.warning("the desk was not told of a delivery", deal=notice.deal, ok=ok)

    async def _quietly(self, command: Any, request: str | None = None) -> None:  # noqa: ANN401
        """The deal may have moved on meanwhile; then there is nothing to say."""
        with suppress(Refusal):
            await self._escrow.execute(command, request=request)

    async def _crashed(self, owed: Owed) -> None:
        incident = secrets.token_hex(4)
        _log.exception(
            "a notice crashed", bot=self._bot, notice=owed.id, kind=owed.notice.kind, code=incident
        )
        if owed.attempts + 1 >= TRIES:
            await self._unserved(owed)
            await self._outbox.failed(owed.id, f"incident {incident}")
        else:
            await self._again(owed, self._wait(owed), tried=True)

    @staticmethod
    def _wait(owed: Owed) -> float:
        backoff = Backoff(longest=LONGEST_WAIT, tries=owed.attempts)
        return backoff.next()

    async def _again(self, owed: Owed, seconds: float, *, tried: bool) -> None:
        await self._outbox.again(owed.id, seconds, tried=tried)
        asyncio.get_running_loop().call_later(seconds, self.wake)

    def _free(self, owed: Owed) -> None:
        self._busy.discard(owed.notice.to)
        self.wake()

    # marks

    async def _settle(self) -> None:
        """Marks leave together: what ends during a commit goes with the next."""
        while True:
            await self._settled.wait()
            try:
                await self._flush()
            except StoreAway:
                await asyncio.sleep(SLOW_POLL)
                self._settled.set()

    async def _flush(self) -> None:
        self._settled.clear()
        sent, skipped = self._sent[:], self._skipped[:]
        if sent or skipped:
            await self._outbox.ended([o.id for o in sent], [o.id for o in skipped])
            del self._sent[: len(sent)], self._skipped[: len(skipped)]
            for owed in (*sent, *skipped):
                self._free(owed)


async def _at_last(work: Callable[[], Awaitable[T]]) -> T:
    """Do it, if need be again and again until the database can be had."""
    backoff = Backoff()
    while True:
        try:
            return await work()
        except StoreAway:
            await asyncio.sleep(backoff.next())
