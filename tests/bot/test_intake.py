"""Updates come in once, in order a person, and survive everything."""

import asyncio
from itertools import pairwise
from typing import Any

from bot.mail.fetching import IDS_AGE
from bot.mail.intake import BEAT, LONG_TRIES, TELLING, Crashed, Intake, TooLong
from bot.mail.sending import RetryAfter, Revoked, TryAgain
from bot.mail.updates import is_urgent, lane_of
from core.ports import StoreAway
from tests.kit.boxes import Ears, MemoryInbox, Queue, update
from tests.kit.virtual_time import now, virtual

Json = dict[str, Any]


class Bot:
    """Handles updates as slowly and badly as the test wants."""

    def __init__(self) -> None:
        self.handled: list[int] = []
        self.begun: list[int] = []
        self.seconds: dict[int, float] = {}
        self.trouble: dict[int, list[Exception]] = {}
        self.at_once = 0
        self.most_at_once = 0

    async def feed(self, update: Json) -> None:
        number = update["update_id"]
        self.begun.append(number)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await asyncio.sleep(self.seconds.get(number, 0.01))
            if self.trouble.get(number):
                raise self.trouble[number].pop(0)
        finally:
            self.at_once -= 1
        self.handled.append(number)


class Scene:
    """One intake with its fakes; `intake()` again is a restart."""

    def __init__(self, *waiting: Json) -> None:
        self.inbox = MemoryInbox()
        self.queue = Queue(waiting)
        self.bot = Bot()
        self.told: list[tuple[int, str]] = []

    def intake(self) -> Intake:
        made = Intake("test", self.queue.fetch, self.bot.feed, self.inbox, self.tell, Ears())
        made.start()
        return made

    async def tell(self, update: Json, incident: str) -> None:
        self.told.append((update["update_id"], incident))


@virtual
async def test_what_telegram_kept_is_handled_before_it_counts_as_caught_up() -> None:
    scene = Scene(*(update(n, person=n) for n in range(1, 251)))
    intake = scene.intake()
    assert not intake.caught_up.is_set()
    await intake.caught_up.wait()
    assert sorted(scene.bot.handled) == list(range(1, 251))
    await intake.stop()
    assert scene.inbox.rows == {}


@virtual
async def test_updates_of_one_person_are_handled_in_order_and_people_beside_each_other() -> None:
    scene = Scene(*(update(n, person=n % 4) for n in range(1, 41)))
    for n in range(1, 41):
        scene.bot.seconds[n] = 1.0
    intake = scene.intake()
    await intake.caught_up.wait()
    for person in range(4):
        own = [n for n in scene.bot.handled if n % 4 == person]
        assert own == sorted(own)
    assert scene.bot.most_at_once == 4
    assert 10 <= now() < 11
    await intake.stop()


@virtual
async def test_a_batch_is_kept_before_telegram_is_told() -> None:
    scene = Scene(update(1), update(2))
    intake = scene.intake()
    await intake.caught_up.wait()
    first_confirmed = next(offset for offset, _ in scene.queue.asked if offset is not None)
    assert first_confirmed == 3
    assert scene.inbox.seen == {1, 2}
    await intake.stop()


@virtual
async def test_a_killed_process_leaves_what_it_had_begun_to_the_next() -> None:
    scene = Scene(update(1), update(2, person=2))
    scene.bot.seconds = {1: 1000.0, 2: 1000.0}
    first = scene.intake()
    await asyncio.sleep(5)
    assert scene.bot.begun == [1, 2]
    for task in [*first._loops, *first._workers]:  # noqa: SLF001 - a kill asks nobody
        task.cancel()
    await asyncio.sleep(0)
    scene.bot.seconds = {}
    second = scene.intake()
    await second.caught_up.wait()
    assert sorted(scene.bot.handled) == [1, 2]
    await second.stop()


@virtual
async def test_an_update_that_telegram_sends_again_is_handled_once() -> None:
    scene = Scene(update(1))
    intake = scene.intake()
    await intake.caught_up.wait()
    scene.queue.push(update(1))
    await asyncio.sleep(60)
    assert scene.bot.handled == [1]
    await intake.stop()


@virtual
async def test_a_crashing_update_is_tried_three_times_and_then_set_aside_with_its_code() -> None:
    scene = Scene(update(1), update(2), update(3, person=9))
    scene.bot.trouble[1] = [Crashed("A1"), Crashed("A2"), Crashed("A3")]
    intake = scene.intake()
    await asyncio.sleep(30)
    assert scene.bot.begun.count(1) == 3
    assert scene.told == [(1, "A3")]
    assert list(scene.inbox.aside.values()) == ["A3"]
    assert scene.bot.handled == [3, 2]
    await intake.stop()


def too_long(*codes: str) -> list[Exception]:
    return [TooLong("Telegram or the database is slow", code) for code in codes]


@virtual
async def test_what_always_takes_too_long_is_set_aside_and_its_person_goes_on() -> None:
    scene = Scene(update(1), update(2))
    scene.bot.seconds[1] = 120.0
    scene.bot.trouble[1] = too_long(*(f"T-{n}" for n in range(1, 9)))
    intake = scene.intake()
    await asyncio.sleep(LONG_TRIES * 140.0)
    assert scene.bot.handled == [2]
    assert scene.bot.begun.count(1) == LONG_TRIES
    assert scene.inbox.aside == {1: f"T-{LONG_TRIES}"}
    assert scene.told == [(1, f"T-{LONG_TRIES}")]
    await intake.stop()


@virtual
async def test_while_telegram_answers_nobody_no_update_is_set_aside_for_being_slow() -> None:
    scene = Scene(update(1))
    scene.bot.seconds[1] = 120.0
    scene.bot.trouble[1] = too_long(*"abcdefgh")
    intake = scene.intake()
    await asyncio.sleep(1)
    scene.queue.down = True
    await asyncio.sleep(2000)
    assert (scene.inbox.tries, scene.told) == ({}, [])
    assert scene.bot.handled == [1], "it was only slow as long as everything was"
    await intake.stop()


@virtual
async def test_a_person_who_can_not_be_told_holds_up_nobody_either() -> None:
    scene = Scene(update(1), update(2))
    scene.bot.trouble[1] = [Crashed("C-1"), Crashed("C-2"), Crashed("C-3")]
    never = asyncio.Event()

    async def tell(_update: Json, _incident: str) -> None:
        await never.wait()

    intake = Intake("test", scene.queue.fetch, scene.bot.feed, scene.inbox, tell, Ears())
    intake.start()
    await asyncio.sleep(TELLING + 10)
    assert scene.bot.handled == [2]
    assert scene.inbox.aside == {1: "C-3"}
    await intake.stop()


@virtual
async def test_a_crash_that_passes_is_not_told_to_anybody() -> None:
    scene = Scene(update(1))
    scene.bot.trouble[1] = [Crashed("A1"), Crashed("A2")]
    intake = scene.intake()
    await asyncio.sleep(30)
    assert scene.bot.handled == [1]
    assert scene.told == []
    await intake.stop()


@virtual
async def test_telegrams_own_trouble_is_waited_out_and_never_counted() -> None:
    scene = Scene(update(1))
    scene.bot.trouble[1] = [*(TryAgain("502") for _ in range(8)), RetryAfter(77)]
    intake = scene.intake()
    await asyncio.sleep(600)
    assert scene.bot.handled == [1]
    assert scene.inbox.tries == {}
    assert scene.told == []
    await intake.stop()


@virtual
async def test_one_persons_trouble_holds_up_nobody_else() -> None:
    scene = Scene(*(update(n, person=1) for n in range(1, 4)))
    scene.bot.trouble[1] = [TryAgain("502") for _ in range(50)]
    intake = scene.intake()
    await asyncio.sleep(5)
    scene.queue.push(*(update(n, person=n) for n in range(10, 110)))
    await asyncio.sleep(5)
    assert len(scene.bot.handled) == 100
    await intake.stop()


@virtual
async def test_whoever_works_for_long_says_so_and_looks_for_what_others_left() -> None:
    scene = Scene(update(1))
    scene.bot.seconds[1] = 60.0
    intake = scene.intake()
    await asyncio.sleep(30.0)
    await scene.inbox.keep([(update(2, person=2), 2, False)])
    await asyncio.sleep(BEAT + 0.1)
    assert scene.bot.handled == [2]
    pulse = [*scene.inbox.renewed_at, now()]
    assert max(after - before for before, after in pairwise(pulse)) <= BEAT
    await intake.stop()


@virtual
async def test_a_checkout_overtakes() -> None:
    slow = [update(n, person=7) for n in range(1, 11)]
    checkout = {"update_id": 11, "pre_checkout_query": {"id": "1", "from": {"id": 7}}}
    scene = Scene(*slow, checkout)
    scene.bot.seconds = dict.fromkeys(range(1, 11), 5.0)
    intake = scene.intake()
    await asyncio.sleep(1)
    assert scene.bot.handled == [11]
    await intake.stop()


@virtual
async def test_when_telegram_is_away_the_poller_waits_longer_each_time_and_comes_back() -> None:
    scene = Scene()
    scene.queue.down = True
    intake = scene.intake()
    await asyncio.sleep(300)
    assert 50 < len(scene.queue.asked) < 90
    assert not intake.caught_up.is_set()
    scene.queue.down = False
    scene.queue.updates = [update(1)]
    await intake.caught_up.wait()
    assert scene.bot.handled == [1]
    await intake.stop()


@virtual
async def test_a_revoked_token_ends_the_poller_and_sets_nothing_aside() -> None:
    scene = Scene(update(1))
    scene.bot.trouble[1] = [Revoked("Unauthorized")] * 9
    intake = scene.intake()
    await asyncio.sleep(5.0)
    scene.queue.trouble = Revoked("Unauthorized")
    scene.queue.push()
    await asyncio.sleep(30.0)
    assert "test.token: Telegram knows it no more" in str(intake.failure())
    await intake.stop()
    assert list(scene.inbox.rows) == [1]
    assert not scene.told


@virtual
async def test_a_database_that_is_away_loses_nothing_and_sets_nothing_aside() -> None:
    scene = Scene(update(1), update(2, person=2))
    scene.bot.trouble = {1: [StoreAway("full")] * 5, 2: [Crashed("c0de")]}
    intake = scene.intake()
    await asyncio.sleep(0.05)
    scene.inbox.away = True
    scene.queue.push(update(3))
    await asyncio.sleep(600.0)
    assert intake.failure() is None
    scene.inbox.away = False
    await asyncio.sleep(60.0)
    assert sorted(scene.bot.handled) == [1, 2, 3]
    assert not scene.inbox.rows
    assert not scene.told
    await intake.stop()


@virtual
async def test_after_a_quiet_day_the_offset_is_forgotten() -> None:
    scene = Scene(update(500))
    intake = scene.intake()
    await intake.caught_up.wait()
    await asyncio.sleep(IDS_AGE + 60)
    assert scene.queue.asked[-1][0] is None
    scene.queue.push(update(3))
    await asyncio.sleep(1)
    assert scene.bot.handled == [500, 3]
    await intake.stop()


@virtual
async def test_stopping_finishes_what_runs_and_leaves_the_rest_in_the_inbox() -> None:
    scene = Scene(*(update(n) for n in range(1, 6)))
    scene.bot.seconds = dict.fromkeys(range(1, 6), 2.0)
    intake = scene.intake()
    await asyncio.sleep(3)
    await intake.stop(8.0)
    assert scene.bot.handled == [1, 2]
    assert [kept.update["update_id"] for kept in scene.inbox.rows.values()] == [3, 4, 5]
    assert scene.inbox.handed_back == 1


@virtual
async def test_a_handler_that_hangs_does_not_hang_the_stop() -> None:
    scene = Scene(update(1))
    scene.bot.seconds[1] = 1e6
    intake = scene.intake()
    await asyncio.sleep(1)
    before = now()
    await intake.stop(8.0)
    assert now() - before <= 8.1
    assert len(scene.inbox.rows) == 1


def test_a_lane_is_the_person_else_the_chat() -> None:
    person = {"from": {"id": 5}, "chat": {"id": -100}}
    assert lane_of({"update_id": 1, "callback_query": person}) == 5
    assert lane_of({"update_id": 1, "channel_post": {"chat": {"id": -100}}}) == -100
    assert lane_of({"update_id": 1, "message_reaction": {"user": {"id": 6}}}) == 6
    assert lane_of({"update_id": 1}) == 0


def test_only_checkouts_are_urgent() -> None:
    assert is_urgent({"update_id": 1, "pre_checkout_query": {}})
    assert not is_urgent(update(1))
