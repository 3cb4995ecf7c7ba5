"""One person's flood stands in nobody's way, and costs next to nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence

from bot.mail.flood import DAY, MINUTE, Flood
from bot.mail.intake import OF_ONE_LANE, Intake, followed
from core.values.hearing import Fetched
from tests.kit.boxes import Ears, Json, Kept, MemoryInbox, Queue, update
from tests.kit.virtual_time import now, virtual

FLOODER, BINA = 666, 1


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_minute_and_a_day_let_in_so_many_of_one_lane_and_others_as_ever() -> None:
    clock = Clock()
    flood = Flood(3, 5, clock)
    assert [flood.lets_in(FLOODER) for _ in range(4)] == [True, True, True, False]
    assert flood.lets_in(BINA)
    clock.now += MINUTE
    assert [flood.lets_in(FLOODER) for _ in range(3)] == [True, True, False]
    clock.now += DAY
    assert flood.lets_in(FLOODER)
    assert flood.dropped == 2


class Fair(MemoryInbox):
    """As the database hands out: of one lane only so many at once."""

    def __init__(self) -> None:
        super().__init__()
        self.kept = 0

    async def keep(
        self, updates: Sequence[tuple[Json, int, bool]], mark: Fetched | None = None
    ) -> None:
        self.kept += len(updates)
        await super().keep(updates, mark)

    async def take(self, but: Iterable[int], limit: int) -> Sequence[Kept]:
        out: dict[int, int] = {}
        busy, taken = set(but), []
        for number in busy & self.rows.keys():
            lane = self.rows[number].lane
            out[lane] = out.get(lane, 0) + 1
        for kept in await super().take(busy, len(self.rows)):
            if out.get(kept.lane, 0) < OF_ONE_LANE:
                out[kept.lane] = out.get(kept.lane, 0) + 1
                taken.append(kept)
        return taken[:limit]


def queue_of(hostile: int, *others: Json) -> Queue:
    return Queue([*(update(n, FLOODER) for n in range(1, hostile + 1)), *others])


@virtual
async def test_seventy_thousand_hostile_updates_delay_another_press_by_less_than_a_second() -> None:
    queue, inbox, handled = queue_of(70_000, update(70_001, BINA)), Fair(), dict[int, float]()

    async def feed(came: Json) -> None:
        await asyncio.sleep(0.03)
        handled[came["update_id"]] = now()

    async def nobody(_update: Json, _incident: str) -> None:
        raise AssertionError

    flood = Flood(clock=lambda: 0.0)
    intake = Intake("test", queue.fetch, feed, inbox, nobody, Ears(), flood)
    intake.start()
    fetched_at = None
    while 70_001 not in handled:
        await asyncio.sleep(0.1)
        if fetched_at is None and 70_001 in inbox.seen:
            fetched_at = now()
    await intake.stop()
    assert fetched_at is not None
    assert handled[70_001] - fetched_at < 1.0
    assert inbox.kept == 601


@virtual
async def test_a_lane_in_hand_is_bounded_and_others_are_handled_beside_it() -> None:
    queue, inbox, order = queue_of(300, update(301, BINA)), Fair(), list[int]()

    async def feed(came: Json) -> None:
        await asyncio.sleep(0.1)
        order.append(came["update_id"])

    async def nobody(_update: Json, _incident: str) -> None:
        raise AssertionError

    intake = Intake("test", queue.fetch, feed, inbox, nobody, Ears())
    intake.start()
    await asyncio.sleep(1.0)
    assert order.index(301) < 10
    await intake.caught_up.wait()
    assert len(order) == 301
    await intake.stop()


@virtual
async def test_a_message_knows_whether_another_one_of_the_same_person_waits_behind_it() -> None:
    seen: list[tuple[int, bool]] = []
    press = {"update_id": 4, "callback_query": {"from": {"id": BINA}}}
    queue = Queue([update(1, BINA), update(2, BINA), update(3, BINA), press, update(5, 7)])

    async def feed(came: Json) -> None:
        await asyncio.sleep(0.1)
        seen.append((came["update_id"], followed.get()))

    async def nobody(_update: Json, _incident: str) -> None:
        raise AssertionError

    intake = Intake("test", queue.fetch, feed, MemoryInbox(), nobody, Ears())
    intake.start()
    await asyncio.sleep(2.0)
    await intake.stop()
    assert dict(seen) == {1: True, 2: True, 3: False, 4: False, 5: False}
