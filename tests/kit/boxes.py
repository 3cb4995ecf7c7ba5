"""An inbox and an outbox in memory, and a Telegram that answers as the test says."""

import asyncio
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.mail.courier import Sent
from bot.mail.sending import Delivered, Live, Parcel, TryAgain
from core.deal.notice import Notice
from core.escrow import Form
from core.ports import Rank, StoreAway
from core.talking import ASKED
from core.values.hearing import Fetched
from core.values.ids import SYSTEM
from storage.lanes import lane_of, rank_of

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    id: int
    lane: int
    urgent: bool
    update: Json


@dataclass(frozen=True, slots=True)
class Owed:
    id: int
    notice: Notice
    later: bool
    attempts: int
    parts: int = 0
    overtaken: bool = False
    request: str | None = None

    @property
    def lane(self) -> str:
        return lane_of(self.notice)

    @property
    def rank(self) -> int:
        return Rank.LATER if self.later else rank_of(self.notice)


class Storage:
    """`away`: the database cannot be had."""

    away = False

    async def reach(self) -> None:
        await asyncio.sleep(0)
        if self.away:
            why = "database is locked"
            raise StoreAway(why)


class MemoryInbox(Storage):
    """Survives a "kill": a second Intake on the same inbox finds what the first one left."""

    def __init__(self) -> None:
        self.rows: dict[int, Kept] = {}
        self.tries: dict[int, int] = {}
        self.aside: dict[int, str] = {}
        self.seen: set[int] = set()
        self.renewed_at: list[float] = []
        self.handed_back = 0
        self.marks: list[Fetched] = []
        self._next = 0

    async def keep(
        self, updates: Sequence[tuple[Json, int, bool]], mark: Fetched | None = None
    ) -> None:
        await self.reach()
        if mark is not None:
            self.marks.append(mark)
        for update, lane, urgent in updates:
            if update["update_id"] not in self.seen:
                self.seen.add(update["update_id"])
                self._next += 1
                self.rows[self._next] = Kept(self._next, lane, urgent, update)

    async def take(self, but: Iterable[int], limit: int) -> Sequence[Kept]:
        await self.reach()
        busy = set(but)
        return [kept for number, kept in sorted(self.rows.items()) if number not in busy][:limit]

    async def renew(self) -> None:
        self.renewed_at.append(asyncio.get_running_loop().time())

    async def done(self, ids: Sequence[int]) -> None:
        await self.reach()
        for number in ids:
            del self.rows[number]

    async def crashed(self, kept: int) -> int:
        await self.reach()
        self.tries[kept] = self.tries.get(kept, 0) + 1
        return self.tries[kept]

    async def set_aside(self, kept: int, incident: str) -> None:
        await self.reach()
        self.aside[kept] = incident
        del self.rows[kept]

    async def hand_back(self) -> None:
        self.handed_back += 1


class Ears:
    """The hearing of one bot, by the loop's time; `slept` is how far a jump took the clock."""

    def __init__(self) -> None:
        self.slept = timedelta(0)
        self.heard: datetime | None = None
        self.asked: list[datetime] = []
        self.failures: list[Exception] = []
        self.before_it_is_kept: Callable[[], None] = lambda: None

    def has_heard(self) -> bool:
        return self.heard is not None

    def now(self) -> datetime:
        seconds = asyncio.get_running_loop().time()
        return datetime.fromtimestamp(seconds, UTC) + self.slept

    async def answered(self, asked: datetime, *, whole: bool) -> Fetched | None:
        self.asked.append(asked)
        self.before_it_is_kept()
        return Fetched(asked if whole else None, self.now())

    def kept(self, mark: Fetched | None) -> None:
        if mark is not None and mark.heard is not None:
            self.heard = mark.heard

    def failed(self, trouble: Exception) -> None:
        self.failures.append(trouble)


class Queue:
    """getUpdates: keeps what was not confirmed. `down` or `trouble` are raised."""

    def __init__(self, updates: Iterable[Json] = ()) -> None:
        self.updates = list(updates)
        self.down = False
        self.trouble: Exception | None = None
        self.asked: list[tuple[int | None, int]] = []
        self._came = asyncio.Event()

    def push(self, *updates: Json) -> None:
        self.updates += updates
        self._came.set()

    async def fetch(self, offset: int | None, seconds: int) -> list[Json]:
        self.asked.append((offset, seconds))
        if self.down:
            raise TryAgain("down")
        if self.trouble is not None:
            raise self.trouble
        if offset is not None:
            self.updates = [u for u in self.updates if u["update_id"] >= offset]
        if not self.updates and seconds:
            self._came.clear()
            try:
                async with asyncio.timeout(seconds):
                    await self._came.wait()
            except TimeoutError:
                pass
        else:
            await asyncio.sleep(0.01)
        return self.updates[:100]


def update(number: int, person: int = 1, **body: Any) -> Json:
    return {"update_id": number, "message": {"from": {"id": person}, "text": str(number), **body}}


class MemoryOutbox(Storage):
    """The courier's queue; `order` is what ended, in order."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.rows: dict[int, Owed] = {}
        self.next_at: dict[int, float] = {}
        self.leased: set[int] = set()
        self.renewed_at: list[float] = []
        self.sent: list[int] = []
        self.skipped: list[int] = []
        self.dropped: dict[int, str] = {}
        self.live: list[Live] = []
        self.ended_rows: dict[int, Owed] = {}

    def owe(self, *notices: Notice, later: bool = False) -> None:
        for notice in notices:
            number = len(self.rows) + len(self.sent) + len(self.skipped) + len(self.dropped) + 1
            self.rows[number] = Owed(number, notice, later, 0)

    async def take(
        self, but: Iterable[str], limit: int, full: Collection[int] = ()
    ) -> Sequence[Owed]:
        await self.reach()
        busy = set(but)
        first: dict[str, int] = {}
        for number, owed in sorted(self.rows.items()):
            first.setdefault(owed.lane, number)
        due = [
            self.rows[number]
            for lane, number in first.items()
            if lane not in busy
            and self.next_at.get(number, 0.0) <= self.clock()
            and self.rows[number].rank not in full
        ]
        turn = {
            n: self.next_at.get(n, 0.0) if o.notice.kind in ASKED else 0.0
            for n, o in self.rows.items()
        }
        return sorted(due, key=lambda owed: (owed.rank, turn[owed.id], owed.id))[:limit]

    async def alike(self, notice: int) -> Sequence[Owed]:
        await self.reach()
        first = self.rows[notice]
        of_person = first.notice.to > SYSTEM
        return [
            owed
            for number, owed in sorted(self.rows.items())
            if number > notice
            and owed.lane == first.lane
            and owed.notice.deal == first.notice.deal
            and (of_person or (owed.notice.kind in ASKED and not owed.parts))
        ]

    async def newest(self, notice: int) -> Sequence[Owed]:  # noqa: ARG002 - nothing is folded here
        await self.reach()
        return []

    async def told(self, notices: Sequence[int]) -> Sequence[Owed]:
        await self.reach()
        return [self.ended_rows[number] for number in notices if number in self.ended_rows]

    async def renew(self) -> None:
        self.renewed_at.append(self.clock())

    async def took(self, notice: int, parts: int, also: Collection[int] = ()) -> None:
        await self.reach()
        for number, took in {notice: parts, **dict.fromkeys(also, 1)}.items():
            self.rows[number] = replace(self.rows[number], parts=took)

    async def ended(self, sent: Sequence[Sent], skipped: Sequence[int]) -> bool:
        await self.reach()
        fresh = [one for one in sent if one.id in self.rows]
        for one in sent:
            self._mark(one)
        self.skipped += skipped
        for number in skipped:
            del self.rows[number]
        return any(one.follows or one.live for one in fresh)

    def _mark(self, one: Sent) -> None:
        ended = self.rows.pop(one.id, None)
        if ended is not None:
            self.sent.append(one.id)
            self.ended_rows[one.id] = ended
            for number in one.also:
                self.ended_rows[number] = self.rows.pop(number)
                self.sent.append(number)
            if ended.notice.kind in ASKED:
                alike = [n for n, owed in self.rows.items() if owed.lane == ended.lane]
                self.next_at |= dict.fromkeys(alike, self.clock())
            self.owe(*one.follows)
            self.live += [one.live] if one.live is not None else []

    def marking(self, sent: Sent) -> Form:
        return lambda _uow, _outcome: self._mark(sent)

    def failing(self, notice: int, why: str, follows: Sequence[Notice] = ()) -> Form:
        return lambda _uow, _outcome: self._fail(notice, why, follows)

    async def failed(self, notice: int, why: str, follows: Sequence[Notice] = ()) -> None:
        await self.reach()
        self._fail(notice, why, follows)

    def _fail(self, notice: int, why: str, follows: Sequence[Notice]) -> None:
        if self.rows.pop(notice, None) is not None:
            self.dropped[notice] = why
            self.owe(*follows)

    async def again(self, notice: int, seconds: float, *, tried: bool) -> None:
        await self.reach()
        owed = self.rows[notice]
        self.rows[notice] = replace(owed, attempts=owed.attempts + tried)
        self.next_at[notice] = self.clock() + seconds

    async def hand_back(self) -> None:
        self.leased.clear()


class Phones:
    """Outgoing: what arrived, and when. `trouble[notice_id]` is raised, one after the other."""

    def __init__(self, clock: Callable[[], float], latency: float = 0.0) -> None:
        self.clock = clock
        self.latency = latency
        self.arrived: list[tuple[float, int, Notice]] = []
        self.trouble: dict[int, list[Exception]] = {}
        self.delivered = Delivered()
        """What the next one brings."""

    async def deliver(self, parcel: Parcel) -> Delivered | None:
        await asyncio.sleep(self.latency)
        if await parcel.render() is None:
            return None
        if self.trouble.get(parcel.id):
            raise self.trouble[parcel.id].pop(0)
        self.arrived.append((self.clock(), parcel.id, parcel.notice))
        delivered, self.delivered = self.delivered, Delivered()
        return delivered
