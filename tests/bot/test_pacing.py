"""The pacer against Telegram's three limits, judged by the playground's own flood control."""

import asyncio
import random
from collections.abc import Awaitable

import pytest

from bot.mail.pacing import Pacer, Urgency, meant_by, messages_in, urgency
from bot.mail.sending import RetryAfter
from bot.playground.errors import ApiError
from bot.playground.flood import FloodGate
from tests.kit.virtual_time import now, virtual

BOT = 1
GROUP = -1001


class Telegram:
    """Counts what arrives, refuses what comes too fast, and takes its time."""

    def __init__(self, latency: float = 0.0) -> None:
        loop = asyncio.get_running_loop()
        self.flood = FloodGate(on=True, now=loop.time)
        self.latency = latency
        self.random = random.Random(5)
        self.arrived: list[tuple[float, int]] = []

    async def receive(self, chat: int, messages: int = 1) -> None:
        there = self.random.uniform(0, self.latency)
        await asyncio.sleep(there)
        self.flood.check(BOT, str(chat), private=chat > 0, messages=messages)
        self.arrived.append((now(), chat))
        await asyncio.sleep(self.latency - there)


async def send(
    pacer: Pacer, telegram: Telegram, chat: int, of: Urgency = Urgency.NOTICE, messages: int = 1
) -> None:
    urgency.set(of)
    async with pacer.turn(chat, messages):
        await telegram.receive(chat, messages)


EDITED: dict[int | str, float] = {}


async def edit(pacer: Pacer, key: int | str) -> None:
    urgency.set(Urgency.NOTICE)
    async with pacer.turn(key, 0):
        EDITED[key] = now()


async def together(*sends: Awaitable[None]) -> None:
    await asyncio.gather(*(asyncio.ensure_future(one) for one in sends))


@virtual
async def test_a_burst_to_many_people_takes_no_longer_than_telegram_asks_for() -> None:
    pacer, telegram = Pacer(), Telegram(latency=0.05)
    await together(*(send(pacer, telegram, chat) for chat in range(1, 601)))
    assert telegram.flood.refused[BOT] == 0
    least = (600 - 30) / 30
    assert least / now() > 0.9


@virtual
async def test_one_private_chat_gets_a_burst_and_then_one_a_second() -> None:
    pacer, telegram = Pacer(), Telegram(latency=0.01)
    await together(*(send(pacer, telegram, 7) for _ in range(25)))
    assert telegram.flood.refused[BOT] == 0
    assert 20 <= now() < 20 / 0.9


@virtual
async def test_a_group_gets_twenty_a_minute_of_which_two_are_kept_for_who_presses() -> None:
    pacer, telegram = Pacer(), Telegram(latency=0.1)
    waiting = [send(pacer, telegram, GROUP) for _ in range(54)]
    await together(*waiting, *(send(pacer, telegram, GROUP, Urgency.ANSWER) for _ in range(2)))
    assert telegram.flood.refused[BOT] == 0
    assert 120 <= now() < 120 / 0.9
    assert sum(at < 1 for at, _ in telegram.arrived) == 20


@virtual
async def test_in_a_group_what_frees_money_goes_before_evidence_help_and_reminders() -> None:
    pacer, telegram = Pacer(), Telegram()
    for urgent in (Urgency.LATER, Urgency.HELP, Urgency.TALK, Urgency.NOTICE):
        await together(*(send(pacer, telegram, GROUP, urgent) for _ in range(3)))
    late = [send(pacer, telegram, GROUP, Urgency.TALK) for _ in range(40)]
    await together(*late, send(pacer, telegram, GROUP, Urgency.FIRST))
    assert telegram.flood.refused[BOT] == 0


@virtual
async def test_answers_in_a_group_go_next_and_are_never_one_too_many() -> None:
    pacer, telegram = Pacer(), Telegram()
    evidence = [send(pacer, telegram, GROUP, Urgency.TALK) for _ in range(40)]
    answers = [send(pacer, telegram, GROUP, Urgency.ANSWER) for _ in range(25)]
    await together(*evidence, *answers)
    assert telegram.flood.refused[BOT] == 0


@virtual
async def test_an_edit_takes_no_place_and_waits_for_none() -> None:
    pacer, telegram = Pacer(), Telegram()
    await together(
        *(send(pacer, telegram, GROUP) for _ in range(40)),
        *(send(pacer, telegram, 7) for _ in range(9)),
        *(edit(pacer, chat) for chat in (GROUP, 7)),
    )
    assert EDITED.pop(GROUP) == EDITED.pop(7) == 0.0


@pytest.mark.parametrize("chat", [GROUP, 7, "answerCallbackQuery"])
@virtual
async def test_an_edit_waits_for_as_long_as_a_429_says(chat: int | str) -> None:
    pacer = Pacer()
    pacer.obey(chat, 12)
    await edit(pacer, chat)
    assert EDITED.pop(chat) == 12.0


@virtual
async def test_when_the_whole_bot_is_refused_edits_and_answers_of_presses_wait_too() -> None:
    pacer = Pacer()
    pacer.obey(7, 5)
    pacer.obey(8, 5)
    await together(*(edit(pacer, key) for key in (9, GROUP, "answerCallbackQuery")))
    assert {EDITED.pop(key) for key in (9, GROUP, "answerCallbackQuery")} == {5.0}


@virtual
async def test_what_waited_is_rendered_when_it_leaves() -> None:
    pacer, rendered = Pacer(), list[float]()
    await together(*(send(pacer, Telegram(), 7) for _ in range(5)))

    async def act() -> None:
        rendered.append(now())

    urgency.set(Urgency.NOTICE)
    await pacer.leave(7, act)
    assert rendered == [pytest.approx(1.0)]


@virtual
async def test_after_a_429_it_is_rendered_anew() -> None:
    pacer, rendered = Pacer(), list[float]()

    async def act() -> None:
        rendered.append(now())
        async with pacer.turn(7):  # as the transport does for a call of this chat
            if len(rendered) == 1:
                assert not pacer.obey(7, 9)
                raise RetryAfter(9)

    await pacer.leave(7, act)
    assert rendered == [0.0, 9.0]


@virtual
async def test_an_album_counts_as_many_as_it_holds() -> None:
    pacer, telegram = Pacer(), Telegram()
    await together(*(send(pacer, telegram, chat, messages=5) for chat in range(1, 61)))
    assert telegram.flood.refused[BOT] == 0
    assert now() >= (300 - 30) / 30


@virtual
async def test_a_group_that_waits_holds_up_nobody_else() -> None:
    pacer, telegram = Pacer(), Telegram()
    await together(
        *(send(pacer, telegram, GROUP) for _ in range(40)),
        *(send(pacer, telegram, chat) for chat in range(1, 11)),
    )
    private = [at for at, chat in telegram.arrived if chat > 0]
    assert max(private) <= 1.1


@virtual
async def test_an_answer_overtakes_notices_and_notices_overtake_reminders() -> None:
    pacer, telegram = Pacer(), Telegram()
    telegram.flood.on = False
    later = [send(pacer, telegram, chat, Urgency.LATER) for chat in range(1, 91)]
    notices = [send(pacer, telegram, chat, Urgency.NOTICE) for chat in range(101, 111)]
    answers = [send(pacer, telegram, 999, Urgency.ANSWER)]
    await together(*later, *notices, *answers)
    order = [chat for _, chat in telegram.arrived]
    assert order.index(999) <= 31
    assert all(order.index(chat) <= 42 for chat in range(101, 111))


@virtual
async def test_answers_wait_for_nobody_and_notices_make_room_for_them() -> None:
    pacer, telegram = Pacer(), Telegram()
    telegram.flood.on = False
    answers = [send(pacer, telegram, chat, Urgency.ANSWER) for chat in range(1, 61)]
    await together(*answers, *(send(pacer, telegram, chat) for chat in range(101, 131)))
    assert {at for at, chat in telegram.arrived if chat <= 60} == {0.0}
    assert min(at for at, chat in telegram.arrived if chat > 100) >= 1.0


@virtual
async def test_an_answer_too_waits_for_as_long_as_a_429_says() -> None:
    pacer, telegram = Pacer(), Telegram()
    pacer.obey(7, 12)
    pacer.obey(GROUP, 3)
    await together(
        send(pacer, telegram, 7, Urgency.ANSWER),
        send(pacer, telegram, GROUP, Urgency.ANSWER),
    )
    assert telegram.arrived == [(3.0, GROUP), (12.0, 7)]


@virtual
async def test_a_429_of_one_chat_is_obeyed_to_the_second_and_stops_no_other() -> None:
    pacer, telegram = Pacer(), Telegram()
    pacer.obey(7, 12)
    await together(send(pacer, telegram, 7), send(pacer, telegram, 8))
    assert telegram.arrived == [(0.0, 8), (12.0, 7)]


@virtual
async def test_two_chats_refused_at_once_stop_the_whole_bot() -> None:
    pacer, telegram = Pacer(), Telegram()
    pacer.obey(7, 5)
    pacer.obey(8, 5)
    await send(pacer, telegram, 9)
    assert telegram.arrived == [(5.0, 9)]


@virtual
async def test_a_send_that_is_called_off_leaves_its_place_to_others() -> None:
    pacer, telegram = Pacer(), Telegram()
    tasks = [asyncio.create_task(send(pacer, telegram, chat)) for chat in range(1, 101)]
    await asyncio.sleep(0)
    for task in tasks[30:90]:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert len(telegram.arrived) == 40
    assert now() <= 2.1


@virtual
async def test_a_chat_of_long_ago_is_forgotten() -> None:
    pacer, telegram = Pacer(), Telegram()
    await together(*(send(pacer, telegram, chat) for chat in range(1, 101)))
    await asyncio.sleep(300)
    await send(pacer, telegram, 5000)
    assert len(pacer._own) == 1  # noqa: SLF001 - memory is all that it costs


def test_only_what_arrives_as_a_message_counts() -> None:
    counted = {
        "sendMessage": 1, "sendPhoto": 1, "copyMessage": 1, "forwardMessage": 1,
        "sendChatAction": 0, "editMessageText": 0, "answerCallbackQuery": 0, "getMe": 0,
    }  # fmt: skip
    assert {method: messages_in(method) for method in counted} == counted
    assert messages_in("sendMediaGroup", [1, 2, 3]) == 3


def test_a_429_is_about_the_chat_or_the_method_and_polling_waits_by_itself() -> None:
    assert meant_by("editMessageText", 7) == 7
    assert meant_by("answerCallbackQuery", None) == "answerCallbackQuery"
    assert meant_by("getUpdates", None) is None


def test_the_judge_of_these_tests_refuses() -> None:
    flood = FloodGate(on=True, now=lambda: 0.0)
    for _ in range(5):
        flood.check(BOT, "7", private=True)
    try:
        flood.check(BOT, "7", private=True)
    except ApiError:
        return
    raise AssertionError
