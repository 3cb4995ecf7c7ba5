"""The courier's loop: one a bot, many lanes beside each other, one notice a lane at a time.

Pacing is done at the bot's way out (bot.mail.pacing). Here is who is next; what a failure means.
Accepted is accepted: as soon as Telegram took a notice it is marked, whatever happens afterwards.
"""

from __future__ import annotations

import asyncio
import secrets
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, assert_never

import structlog

from bot.mail.backoff import Backoff
from bot.mail.courier.outbox import Outbox
from bot.mail.courier.parcel import Owed, Parcel, Prepare, Sent, delivered
from bot.mail.lasting import at_last
from bot.mail.pacing import Urgency, urgency
from bot.mail.sending import Delivered, Outgoing, RetryAfter, TryAgain, Unreachable
from core.deal.commands import Command
from core.escrow import Escrow, Form
from core.people import MarkReachable
from core.ports import OF_MESSAGES, Rank, StoreAway
from core.timing import NoticeServed, NoticeUnserved
from core.values.errors import Refusal
from core.values.ids import SYSTEM

AT_ONCE: Final = 64
PLACES: Final[Mapping[str, Mapping[int, int]]] = {
    "parties": {Rank.LATER: 32},
    "desk": {Rank.TALK: 12, Rank.HELP: 8, Rank.STRANGERS: 4, Rank.LATER: 32},
}
"""Of all places, how many a rank may take: one that waits for its turn at Telegram keeps its place,
so what is less urgent would leave none to what comes later and goes first."""
SLOW_POLL: Final = 2.0
"""Seconds after which leases are renewed and the queue is looked at, though nobody woke us."""
TRIES: Final = 3
"""Of a notice that crashes; Telegram's own trouble is retried for ever."""
LONGEST_WAIT: Final = 600.0
SHUT_OUT_WAIT: Final = 60.0
"""The longest while the desk's group lets us not write: the operator mends it, and looks."""
MARKED: Final = frozenset({"question-asked", "help-answered"})
"""Words of the desk, whose delivery the desk is told of."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Overtaken: there is nothing left to say."""


@dataclass(frozen=True, slots=True)
class Later:
    """Telegram did not take it, or not yet all of it; `tried` counts against it."""

    seconds: float
    tried: bool = True


@dataclass(frozen=True, slots=True)
class Failed:
    """It is not tried again."""

    why: str


Came = Delivered | Skipped | Later | Failed
"""What came of a try."""


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
        self._places = PLACES.get(bot, PLACES["desk"])
        self._outbox = outbox
        self._outgoing = outgoing
        self._prepare = prepare
        self._escrow = escrow
        self._busy: set[str] = set()
        """Lanes."""
        self._alone: set[int] = set()
        """Notices whose message crashed while it told others too: they are tried by themselves."""
        self._of_rank: Counter[int] = Counter()
        """How many of each are on their way."""
        self._work = asyncio.Event()
        self._sent: list[Sent] = []
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
            left = {rank: most - self._of_rank[rank] for rank, most in self._places.items()}
            most = min([free, *(places for places in left.values() if places > 0)])
            full = [rank for rank, places in left.items() if places <= 0]
            taken = await self._outbox.take(self._busy, most, full)
            for owed in taken:
                self._busy.add(owed.lane)
                self._of_rank[owed.rank] += 1
                task = asyncio.create_task(self._one(owed))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
            if len(taken) < most:
                return

    async def _one(self, owed: Owed) -> None:
        urgency.set(Urgency(owed.rank))
        parcel = Parcel(owed, self._prepare, self._outbox, alone=owed.id in self._alone)
        try:
            came = await at_last(lambda: self._try(owed, parcel))
        finally:
            self._of_rank[owed.rank] -= 1
        if isinstance(came, Later | Failed):
            self._free(owed)  # of the others the lane is busy until the mark is in the database

    async def _try(self, owed: Owed, parcel: Parcel) -> Came:
        """What came of it, written down. Raises StoreAway while Telegram has not accepted it."""
        came: Came = Skipped()
        try:
            came = await self._send(owed, parcel)
            await self._written(owed, parcel, came)
        except StoreAway:
            raise
        except Exception:  # noqa: BLE001 - one of the three places: a bug stops one notice alone
            crashed = self._crashed(owed, parcel)
            if not parcel.arrived:  # what came after it is told by the log alone
                came = crashed
                await self._written(owed, parcel, came)
        return came

    async def _send(self, owed: Owed, parcel: Parcel) -> Came:
        """Hand it to Telegram, if it is still to be said."""
        try:
            accepted = None if owed.overtaken else await self._outgoing.deliver(parcel)
        except Unreachable as error:
            return await self._unreachable(owed, str(error))
        except RetryAfter as order:
            return Later(order.seconds, tried=False)
        except TryAgain as trouble:
            _log.warning("notice delayed", bot=self._bot, notice=owed.id, why=str(trouble))
            return Later(self._wait(owed))
        if accepted is None:
            return Skipped()
        return Later(0.0, tried=False) if accepted.more else accepted

    # what came of it

    async def _written(self, owed: Owed, parcel: Parcel, came: Came) -> None:
        match came:
            case Delivered():
                await self._accepted(owed, parcel, came)
            case Skipped():
                self._say(owed, "skipped")
                self._skipped.append(owed)
                self._settled.set()
            case Later():
                await self._outbox.again(owed.id, came.seconds, tried=came.tried)
                asyncio.get_running_loop().call_later(came.seconds, self.wake)
            case Failed():
                await self._fail(owed, came.why)
            case _:
                assert_never(came)

    async def _accepted(self, owed: Owed, parcel: Parcel, accepted: Delivered) -> None:
        """It has arrived: whatever has to be tried again or fails now, it is not sent again."""
        parcel.arrived = True
        told = (owed, *parcel.also)
        for one in told:
            self._say(one, "sent")
        heard = [delivered(one.notice, ok=True) for one in told if one.notice.kind in MARKED]
        sent = Sent.of(owed, accepted, [one.id for one in parcel.also], *heard)
        # Of all that leaves in one message one at most opens a window.
        opening = next((one for one in told if one.notice.serves is not None), owed)
        served = self._window(opening, NoticeServed)
        try:
            if served is not None:
                # In one transaction with the mark: no kill can come between them.
                form = self._outbox.marking(sent)
                await at_last(lambda: self._quietly(served, f"notice:{opening.id}:served", form))
                self._escrow.woken()
        finally:
            self._sent.append(sent)
            for one in parcel.over:
                self._say(one, "skipped")
                self._skipped.append(one)
            self._settled.set()
        if parcel.was_unreachable and owed.notice.to > SYSTEM:
            # A kill before this loses nothing: the next notice that arrives says it too.
            back = MarkReachable(actor=SYSTEM, person=owed.notice.to, reachable=True)
            await at_last(lambda: self._quietly(back))

    def _say(self, owed: Owed, outcome: str) -> None:
        notice = owed.notice
        _log.info(
            "notice",
            bot=self._bot,
            notice=owed.id,
            kind=notice.kind,
            to=notice.to,
            deal=notice.deal,
            request=owed.request,
            outcome=outcome,
        )

    async def _unreachable(self, owed: Owed, why: str) -> Later | Failed:
        notice = owed.notice
        if notice.to <= SYSTEM:
            # The desk's group threw the bot out: the operator has to let it in again.
            _log.error("the desk cannot be reached", why=why, notice=owed.id)
            return Later(min(self._wait(owed), SHUT_OUT_WAIT))
        await self._quietly(MarkReachable(actor=SYSTEM, person=notice.to, reachable=False))
        return Failed("unreachable")

    async def _fail(self, owed: Owed, why: str) -> None:
        """Telegram did not accept it, whoever is to blame: its window is not served."""
        self._say(owed, why)
        self._alone.discard(owed.id)
        told = (delivered(owed.notice, ok=False),) if owed.notice.kind in MARKED else ()
        unserved = self._window(owed, NoticeUnserved)
        if unserved is not None:
            form = self._outbox.failing(owed.id, why, told)
            await self._quietly(unserved, f"notice:{owed.id}:unserved", form)
        await self._outbox.failed(owed.id, why, told)
        self._escrow.woken()

    @staticmethod
    def _window(
        owed: Owed, command: type[NoticeServed | NoticeUnserved]
    ) -> NoticeServed | NoticeUnserved | None:
        """What the deal is told of a notice that opens a window."""
        notice = owed.notice
        if notice.serves is None or notice.deal is None or notice.milestone is None:
            return None
        return command(
            actor=SYSTEM, deal=notice.deal, milestone=notice.milestone, opened_at=notice.serves
        )

    async def _quietly(
        self,
        command: Command,
        request: str | None = None,
        form: Form | None = None,
    ) -> None:
        """The deal may have moved on meanwhile; then there is nothing to say."""
        with suppress(Refusal):
            await self._escrow.execute(command, request=request, form=form)

    def _crashed(self, owed: Owed, parcel: Parcel) -> Later | Failed:
        """A message of several is tried by itself, one alone so many times."""
        incident = secrets.token_hex(4)
        _log.exception(
            "a notice crashed", bot=self._bot, notice=owed.id, kind=owed.notice.kind, code=incident
        )
        if parcel.also:
            self._alone.add(owed.id)
            return Later(0.0, tried=False)
        if owed.attempts + 1 >= TRIES:
            return Failed(f"incident {incident}")
        return Later(self._wait(owed))

    @staticmethod
    def _wait(owed: Owed) -> float:
        backoff = Backoff(longest=LONGEST_WAIT, tries=owed.attempts)
        return backoff.next()

    def _free(self, owed: Owed) -> None:
        self._busy.discard(owed.lane)
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
        if not sent and not skipped:
            return
        more = await self._outbox.ended(sent, [owed.id for owed in skipped])
        del self._sent[: len(sent)], self._skipped[: len(skipped)]
        for owed in (*(one.owed for one in sent), *skipped):
            self._free(owed)
            self._alone.discard(owed.id)
            if owed.notice.deal is not None and owed.notice.kind not in OF_MESSAGES:
                self._escrow.moved(owed.notice.deal)  # whichever process did the step
        if more:
            self._escrow.woken()
