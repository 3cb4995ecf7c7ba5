"""When a bot counts as heard: by what it asked, what came, and what was kept."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.mail.fetching import ANSWER_SECONDS, LONG_POLL
from bot.mail.intake import Intake
from bot.mail.listening import RIVAL, WEBHOOK, contested
from bot.mail.sending import RetryAfter, TryAgain
from tests.kit.boxes import Ears, Json, MemoryInbox, Queue, update
from tests.kit.virtual_time import now, virtual


class Scene:
    def __init__(self, *waiting: Json) -> None:
        self.inbox, self.queue, self.ears = MemoryInbox(), Queue(waiting), Ears()
        self.handled: list[int] = []
        self.slow: asyncio.Event | None = None
        self.intake = Intake("test", self.queue.fetch, self.feed, self.inbox, self.aside, self.ears)

    async def feed(self, update_: Json) -> None:
        if self.slow is not None:
            await self.slow.wait()
        self.handled.append(update_["update_id"])

    async def aside(self, update_: Json, incident: str) -> None:
        del update_, incident


@virtual
async def test_a_quiet_night_is_heard_by_every_answer() -> None:
    scene = Scene()
    scene.intake.start()
    await asyncio.sleep(3600)
    assert scene.ears.failures == []
    assert scene.ears.heard is not None
    assert scene.ears.now() - scene.ears.heard <= timedelta(seconds=2 * LONG_POLL)
    await scene.intake.stop()


@virtual
async def test_what_counts_is_when_it_was_asked() -> None:
    scene = Scene()
    scene.intake.start()
    await asyncio.sleep(1)
    asked = scene.ears.heard
    await asyncio.sleep(LONG_POLL - 5)
    assert scene.ears.heard == asked, "the question is still open"
    await asyncio.sleep(10)
    assert asked is not None
    assert scene.ears.heard is not None
    assert scene.ears.heard - asked < timedelta(seconds=1)
    await scene.intake.stop()


@pytest.mark.parametrize("trouble", [TryAgain("502"), contested("terminated"), RetryAfter(3.0)])
def test_no_answer_moves_nothing(trouble: Exception) -> None:
    @virtual
    async def test() -> None:
        scene = Scene()
        scene.intake.start()
        await asyncio.sleep(1)
        scene.queue.trouble = trouble
        scene.intake.hurry()
        await asyncio.sleep(1)
        heard = scene.ears.heard
        await asyncio.sleep(600)
        assert scene.ears.heard == heard
        assert trouble in scene.ears.failures
        scene.queue.trouble = None
        await asyncio.sleep(10)
        assert scene.ears.heard is not None
        assert heard is not None
        assert scene.ears.heard - heard > timedelta(seconds=600)
        await scene.intake.stop()

    test()


@virtual
async def test_an_answer_that_cannot_be_kept_is_no_answer() -> None:
    scene = Scene()
    scene.inbox.away = True
    scene.intake.start()
    await asyncio.sleep(100)
    assert not scene.ears.has_heard()
    assert scene.ears.failures
    scene.inbox.away = False
    await asyncio.sleep(10)
    assert scene.ears.has_heard()
    await scene.intake.stop()


@virtual
async def test_a_full_answer_says_that_there_may_be_more() -> None:
    scene = Scene(*(update(n) for n in range(1, 101)))
    scene.intake.start()
    await asyncio.sleep(0.011)
    assert len(scene.inbox.seen) == 100
    assert not scene.ears.has_heard()
    await asyncio.sleep(1)
    assert scene.ears.has_heard()
    await scene.intake.stop()


@virtual
async def test_an_answer_is_full_also_where_some_of_it_can_not_be_kept() -> None:
    scene = Scene(*(update(n) for n in range(1, 103)))
    ask = scene.queue.fetch

    async def with_litter(offset: int | None, seconds: int) -> list[Any]:
        """In the place of three good ones, which are left out of the hundred."""
        first = not scene.queue.asked
        good = await ask(offset, seconds)
        return [{}, None, {"update_id": "x"}, *good[:97]] if first else good

    scene.intake._fetching._fetch = with_litter  # noqa: SLF001
    scene.intake.start()
    await asyncio.sleep(0.011)
    assert len(scene.inbox.seen) == 97
    assert not scene.ears.has_heard(), "five more wait"
    await asyncio.sleep(1)
    assert scene.ears.has_heard()
    assert len(scene.inbox.seen) == 102
    await scene.intake.stop()


@pytest.mark.parametrize("answer", [[{}], [None] * 100, {"no": "list"}, "x"])
def test_an_answer_of_which_nothing_can_be_kept_is_no_answer(answer: object) -> None:
    @virtual
    async def test() -> None:
        scene = Scene()
        asked = 0

        async def litter(_offset: int | None, _seconds: int) -> object:
            nonlocal asked
            asked += 1
            await asyncio.sleep(0.01)
            return answer

        scene.intake._fetching._fetch = litter  # noqa: SLF001
        scene.intake.start()
        await asyncio.sleep(60)
        assert not scene.ears.has_heard()
        assert scene.ears.failures
        assert asked < 40, "nobody is asked again at once"
        await scene.intake.stop()

    test()


@virtual
async def test_time_is_given_back_before_anything_that_ended_the_silence_is_handled() -> None:
    scene = Scene(update(7))
    left_over = update(1)
    await scene.inbox.keep([(left_over, 1, False)])
    order: list[str] = []
    scene.ears.before_it_is_kept = lambda: order.append(f"before {scene.handled}")
    scene.intake.start()
    await scene.intake.caught_up.wait()
    assert order[0] == "before []"
    assert scene.handled == [1, 7]
    await scene.intake.stop()


@virtual
async def test_what_was_left_over_is_handled_though_telegram_is_away() -> None:
    scene = Scene()
    scene.queue.trouble = contested("can't use getUpdates while webhook is active")
    await scene.inbox.keep([(update(1), 1, False)])
    scene.intake.start()
    await asyncio.sleep(5)
    assert scene.handled == [1]
    assert not scene.intake.caught_up.is_set()
    await scene.intake.stop()


@virtual
async def test_a_clock_that_waits_has_the_open_question_asked_anew() -> None:
    scene = Scene()
    scene.intake.start()
    await asyncio.sleep(3)
    began = now()
    due = scene.ears.now()
    scene.intake.hurry()
    await asyncio.sleep(0.5)
    assert scene.ears.heard is not None
    assert scene.ears.heard >= due
    assert now() - began < 1
    asked = len(scene.queue.asked)
    await asyncio.sleep(LONG_POLL - 5)
    assert len(scene.queue.asked) <= asked + 1, "once, and then as patiently as before"
    await scene.intake.stop()


@virtual
async def test_an_update_that_comes_as_the_question_is_broken_off_is_not_lost() -> None:
    scene = Scene()
    scene.intake.start()
    await asyncio.sleep(3)
    for number in range(1, 6):
        scene.queue.push(update(number))
        scene.intake.hurry()
        await asyncio.sleep(0.3)
    assert scene.handled == [1, 2, 3, 4, 5]
    await scene.intake.stop()


@virtual
async def test_an_answer_from_before_a_jump_of_time_is_asked_for_again() -> None:
    """The machine slept in the middle of a question, or its clock was set forward."""
    scene = Scene()
    scene.intake.start()
    await asyncio.sleep(3)
    asked = len(scene.ears.asked)
    scene.ears.slept = timedelta(hours=2)
    woken = scene.ears.now()
    scene.queue.push(update(1))
    await asyncio.sleep(1)
    assert scene.handled == [1]
    assert scene.ears.asked[asked] >= woken, "the time of the sleep is not taken for listening"
    await scene.intake.stop()


@virtual
async def test_a_slow_answer_is_an_answer() -> None:
    scene = Scene()
    fetch = scene.queue.fetch

    async def slowly(offset: int | None, seconds: int) -> list[Json]:
        answer = await fetch(offset, seconds)
        await asyncio.sleep(ANSWER_SECONDS)
        return answer

    scene.intake._fetching._fetch = slowly  # noqa: SLF001 - a network as slow as it may be
    scene.intake.start()
    await asyncio.sleep(100)
    assert scene.ears.heard is not None
    await scene.intake.stop()


def test_the_reason_of_a_conflict_is_read_from_telegrams_words() -> None:
    rival = contested("Conflict: terminated by other getUpdates request; make sure that only one")
    webhook = contested("Conflict: can't use getUpdates method while webhook is active")
    assert (rival.why, webhook.why) == (RIVAL, WEBHOOK)
    assert "another program fetches this bot's updates" in str(rival)
    assert "a webhook is set" in str(webhook)
