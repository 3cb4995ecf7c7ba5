"""Notices under Telegram's limits, against the least time that these limits allow.

The real courier and pacer, in time that passes only when nothing is left to do, against the
playground's flood control, which refuses what Telegram would.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.cards import Card
from bot.mail.courier import Courier, Sent
from bot.mail.pacing import Pacer
from bot.mail.sending import Delivered, Parcel, Prepared, RetryAfter
from bot.playground.errors import ApiError
from bot.playground.flood import FloodGate
from core.deal.notice import ALWAYS, Notice
from core.escrow import Form
from core.ports import Rank
from core.values.ids import PersonId
from tests.bench.measure import Report, judged
from tests.bench.road import escrow_on
from tests.kit.fakes import FakeStore
from tests.kit.virtual_time import now, run

BOT: Final = 7001
LATENCY: Final = 0.08
"""Seconds that a call takes, there and back."""
A_SECOND: Final = 30
IN_A_ROW: Final = 5
"""Messages to one chat, which then gets one a second."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A notice in the queue."""

    id: int
    notice: Notice
    later: bool = False
    attempts: int = 0
    parts: int = 0
    overtaken: bool = False
    request: str | None = None
    rank: int = Rank.NOTICE

    @property
    def lane(self) -> str:
        """A person's own."""
        return str(self.notice.to)


class Queue:
    """The outbox, in memory: the first notice of everybody who is not being served."""

    def __init__(self, recipients: Iterable[int]) -> None:
        self.left = {
            number: Owed(number, Notice(PersonId(to), "reminded", None, holds=ALWAYS))
            for number, to in enumerate(recipients)
        }
        self.empty = asyncio.Event()

    async def take(
        self, but: Iterable[str], limit: int, full: Collection[int] = ()
    ) -> Sequence[Owed]:
        del full
        busy = set(but)
        found: list[Owed] = []
        for owed in self.left.values():
            if owed.lane not in busy and len(found) < limit:
                busy.add(owed.lane)
                found.append(owed)
        return found

    async def alike(self, notice: int) -> Sequence[Owed]:  # noqa: ARG002 - as a courier calls it
        return ()

    async def newest(self, notice: int) -> list[Owed]:  # noqa: ARG002 - nothing is folded here
        return []

    async def told(self, notices: Sequence[int]) -> Sequence[Owed]:  # noqa: ARG002 - the same
        return ()

    async def took(self, notice: int, parts: int, also: Collection[int] = ()) -> None:
        """None here has parts."""

    def marking(self, sent: Sent) -> Form:
        raise NotImplementedError

    def failing(self, notice: int, why: str, follows: Sequence[Notice] = ()) -> Form:
        raise NotImplementedError

    async def ended(self, sent: Sequence[Sent], skipped: Sequence[int]) -> bool:
        for number in (*(one.id for one in sent), *skipped):
            del self.left[number]
        if not self.left:
            self.empty.set()
        return False

    async def failed(self, notice: int, why: str, follows: Sequence[Notice] = ()) -> None:  # noqa: ARG002 - as a courier calls it
        raise AssertionError(why)

    async def again(self, notice: int, seconds: float, *, tried: bool) -> None:
        """The courier tries again by itself."""

    async def renew(self) -> None:
        """There is only one courier."""

    async def hand_back(self) -> None:
        """There is only one courier."""


class Wire:
    """A paced way out to a Telegram that refuses what comes too fast."""

    def __init__(self) -> None:
        self.flood = FloodGate(on=True, now=asyncio.get_running_loop().time)
        self.pacer = Pacer()
        self.random = random.Random(7)
        self.ended = 0.0

    async def deliver(self, parcel: Parcel) -> Delivered:
        to = parcel.notice.to
        async with self.pacer.turn(to):
            there = self.random.uniform(0, LATENCY)
            await asyncio.sleep(there)
            try:
                self.flood.check(BOT, str(to), private=True)
            except ApiError as error:
                raise RetryAfter(1.0) from error
            self.ended = now()
            await asyncio.sleep(LATENCY - there)
        return Delivered()


async def _prepared(_notice: Notice, _behind: Sequence[Notice]) -> Prepared:
    return Prepared(Card("Approved."))


def _timed(recipients: Sequence[int]) -> tuple[float, int]:
    """(seconds, refusals) of everything delivered."""
    found = (0.0, 0)

    async def work() -> None:
        nonlocal found
        queue, wire = Queue(recipients), Wire()
        courier = Courier("parties", queue, wire, _prepared, escrow_on(FakeStore()))
        courier.start()
        await queue.empty.wait()
        await courier.stop()
        found = (wire.ended, wire.flood.refused[BOT])

    run(work())
    return found


def bench_deliver(report: Report) -> None:
    """A burst to many people, and many notices to a few."""
    many = list(range(1, 1201))
    few = [person for _ in range(20) for person in range(1, 11)]
    cases: list[tuple[str, list[int], Callable[[int], float]]] = [
        ("1,200 notices to as many people", many, lambda n: (n - A_SECOND) / A_SECOND),
        ("20 notices to each of 10 people", few, lambda _: 20.0 - IN_A_ROW),
    ]
    for what, recipients, least in cases:
        seconds, refused = _timed(recipients)
        best = least(len(recipients))
        ours = f"{seconds:.1f} s, {refused} refused with 429"
        allowed = f"the limits allow {best:.1f} s"
        report(judged(what, ours, allowed, best / seconds, "≥ 0.9, no 429"))
