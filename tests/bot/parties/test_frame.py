"""Around every handler: languages, limits, groups, blocking, crashes."""

import asyncio
from typing import Any

import pytest
from aiogram.exceptions import TelegramForbiddenError, TelegramServerError
from aiogram.methods import SendMessage

from bot.mail.limits import Limit, Verdict
from bot.parties.commands import COMMANDS, introduce
from core.values.ids import PersonId
from tests.bot.parties.world import BINA, World, build
from tests.kit.phones import plain

TEHRAN = {"latitude": 35.7, "longitude": 51.4}
GERMAN = "DE89 3704 0044 0532 0130 00\nBina Rahimi"


@pytest.fixture
def world() -> World:
    return build()


def error(kind: type[Any], text: str) -> Exception:
    failure: Exception = kind(SendMessage(chat_id=1, text=""), text)
    return failure


async def test_somebody_new_is_met_once_and_brought_up_to_date(world: World) -> None:
    await world.bina.write("/start")
    await world.bina.write("/start")
    assert len(world.store.journal) == 1
    world.bina.name = "Bina R."
    await world.bina.write("/start")
    assert world.store.people[BINA].name == "Bina R."


async def test_each_person_is_spoken_to_in_their_language(world: World) -> None:
    world.carlos.language = "fa-IR"
    await world.carlos.write("/start")
    assert "معامله" in plain(world.carlos.newest.text) + "".join(world.carlos.newest.labels)


async def test_an_unknown_language_is_spoken_to_in_the_houses(world: World) -> None:
    world.carlos.language = "xx"
    await world.carlos.write("/start")
    assert "New deal" in world.carlos.newest.labels


async def test_a_chosen_language_stays_whatever_telegram_says(world: World) -> None:
    await world.bina.write("/settings")
    await world.bina.press("Language")
    await world.bina.press("فارسی")
    await world.bina.write("/start")
    assert "New deal" not in world.bina.newest.labels


async def test_in_a_group_it_answers_with_a_link_and_nothing_else(world: World) -> None:
    group = {"id": -100, "type": "supergroup", "title": "Friends"}
    message = {"message_id": 1, "date": 1, "chat": group, "from": world.bina.user, "text": "/deals"}
    await world.bina.feed(message=message)
    [shown] = world.telegram.chats[-100]
    assert shown.buttons[0][0]["url"] == "https://t.me/holdfast_bot"
    await world.bina.feed(message={**message, "text": "just talking"})
    assert len(world.telegram.chats[-100]) == 1
    assert world.store.people == {}


async def test_a_bots_message_is_ignored(world: World) -> None:
    user = {"id": 5, "is_bot": True, "first_name": "Robot"}
    chat = {"id": 5, "type": "private"}
    await world.bina.feed(
        message={"message_id": 1, "date": 1, "chat": chat, "from": user, "text": "/start"}
    )
    assert world.telegram.calls == []


async def test_who_blocks_the_bot_is_unreachable_until_they_are_back(world: World) -> None:
    await world.bina.write("/start")
    member = {"user": {"id": 7001, "is_bot": True, "first_name": "H"}, "status": "member"}
    kicked = {**member, "status": "kicked", "until_date": 0}
    event = {"chat": {"id": BINA, "type": "private"}, "from": world.bina.user, "date": 1}
    await world.bina.feed(
        my_chat_member={**event, "old_chat_member": member, "new_chat_member": kicked}
    )
    assert world.store.people[BINA].unreachable
    await world.bina.write("/start")
    assert not world.store.people[BINA].unreachable


async def test_a_block_while_it_answers_is_no_error(world: World) -> None:
    await world.bina.write("/start")
    world.telegram.failing = [error(TelegramForbiddenError, "Forbidden: bot was blocked")]
    await world.bina.write("/start")
    assert world.store.people[BINA].unreachable


async def test_trouble_comes_out_so_that_the_update_is_tried_again(world: World) -> None:
    world.telegram.failing = [error(TelegramServerError, "Bad Gateway")]
    with pytest.raises(TelegramServerError):
        await world.bina.write("/start")


async def test_an_invalid_query_id_after_a_restart_still_shows_the_card(world: World) -> None:
    await world.bina.write("/start")
    world.telegram.too_late = True
    await world.bina.press("How it works")
    assert world.bina.sees("Both accept exactly the same text")


async def test_every_press_is_answered_exactly_once(world: World) -> None:
    await world.bina.write("/start")
    await world.bina.press("Is this safe?")
    await world.bina.press("Menu")
    assert len(world.telegram.answers) == 2


async def test_a_slow_press_is_answered_blank_in_time() -> None:
    world = build(watchdog=0.01)
    await world.bina.write("/start")
    gate = asyncio.Event()
    money = world.app.reads.money

    async def slow(person: PersonId) -> Any:
        await gate.wait()
        return await money(person)

    object.__setattr__(world.app.reads, "money", slow)
    pressing = asyncio.create_task(world.bina.press("Money"))
    await asyncio.wait_for(world.telegram.answered.wait(), timeout=5)
    assert "text" not in world.telegram.answers[0]
    gate.set()
    await pressing
    assert len(world.telegram.answers) == 1


async def test_too_many_messages_are_told_once_a_minute() -> None:
    world = build(limits={"messages_a_minute": 2})
    for _ in range(5):
        await world.bina.write("/start")
    assert sum("a lot at once" in shown.text for shown in world.bina.chat) == 1
    assert len(world.bina.chat) == 3


async def test_words_without_a_form_or_a_deal_lead_to_the_menu(world: World) -> None:
    await world.bina.write("hello")
    assert world.bina.newest.text


def test_a_limit_lets_go_after_its_window() -> None:
    now = [0.0]
    limit = Limit(1, 60, clock=lambda: now[0])
    assert limit.ask(1) is Verdict.FINE
    assert limit.ask(1) is Verdict.TOO_MANY
    assert limit.ask(1) is Verdict.STILL_TOO_MANY
    assert limit.ask(2) is Verdict.FINE
    now[0] = 61
    assert limit.ask(1) is Verdict.FINE


async def test_it_introduces_itself_in_every_language_and_only_when_that_changed(
    world: World,
) -> None:
    await introduce(world.bot, world.app)
    assert [c.command for c in world.telegram.set["commands", ""]] == list(COMMANDS)
    assert ("commands", "fa") in world.telegram.set
    assert "Holdfast" in world.telegram.set["description", "en"]
    calls = len(world.telegram.calls)
    await introduce(world.bot, world.app)
    assert all(name.startswith("get") for name, _ in world.telegram.calls[calls:])


async def test_verify_says_what_is_real(world: World) -> None:
    await world.agree()
    await world.bina.write(f"/verify {world.deal.id}")
    assert world.bina.sees("Yes")
    await world.sam.write(f"/verify {world.deal.id}")
    assert world.sam.newest.text.startswith("No")
    await world.sam.write("/verify 1000000003")
    assert "is not one of our team" in world.sam.newest.text


@pytest.mark.parametrize(
    "command", ["/money", "/privacy", "/help", "/settings", "/deals", "/cancel"]
)
async def test_each_command_answers(world: World, command: str) -> None:
    await world.bina.write(command)
    assert world.bina.newest.text


@pytest.mark.parametrize(
    "button", ["How it works", "Is this safe?", "My deals", "Money", "Settings"]
)
async def test_each_button_of_the_menu_leads_somewhere_and_back(world: World, button: str) -> None:
    await world.bina.write("/start")
    await world.bina.press(button)
    await world.bina.press("Menu")
    assert "New deal" in world.bina.newest.labels


async def test_settings_take_a_city_a_place_a_phrase_and_an_account(world: World) -> None:
    bina = world.bina
    await bina.write("/settings")
    await bina.press("Time zone")
    await bina.write("Madrid")
    assert world.store.people[BINA].zone == "Europe/Madrid"
    await bina.press("Time zone")
    place = bina._written(location=TEHRAN)  # noqa: SLF001 - only here is a place sent
    await bina.feed(message=place)
    assert world.store.people[BINA].zone == "Asia/Tehran"
    await bina.press("Safety phrase")
    await bina.write("green <door>")
    assert world.store.people[BINA].phrase == "green <door>"
    assert "green &lt;door&gt;" in bina.newest.text
    await bina.press("Where to be paid")
    await bina.press("EUR")
    await bina.write("DE89 3704 0044 0532 0130 01")
    assert world.store.people[BINA].destinations == ()
    await bina.write("de89370400440532013000")
    await bina.write("Bina Rahimi")
    assert world.store.people[BINA].destinations[0].details == GERMAN


async def test_an_unknown_city_is_asked_again(world: World) -> None:
    await world.bina.write("/settings")
    await world.bina.press("Time zone")
    await world.bina.write("Nowhereville")
    assert "nearest large city" in world.bina.newest.text
    await world.bina.write("Tehran")
    assert world.store.people[BINA].zone == "Asia/Tehran"


async def test_a_city_is_known_in_the_persons_own_language() -> None:
    world = build(language="fa")
    await world.bina.write("/settings")
    await world.bina.press("منطقهٔ زمانی")
    await world.bina.write("تهران")
    assert world.store.people[BINA].zone == "Asia/Tehran"


async def test_a_button_that_belongs_to_no_deal_says_where_to_go_instead(world: World) -> None:
    await world.bina.write("/start")
    await world.bina.press_data("forged", world.bina.newest)
    assert "/deals has your deals" in world.bina.alert


async def test_a_short_number_of_the_desk_is_verified_as_well(world: World) -> None:
    await world.sam.write("/verify 1003")
    assert "is one of our team" in world.sam.newest.text
    await world.sam.write("/verify 1002")
    assert "is not one of our team" in world.sam.newest.text


async def test_payout_details_are_repeated_and_too_short_ones_refused(world: World) -> None:
    bina = world.bina
    await bina.write("/settings")
    await bina.press("Where to be paid")
    await bina.press("EUR")
    await bina.write("300")
    assert "too short to pay to" in bina.newest.text
    assert world.store.people[BINA].destination("EUR") is None
    await bina.write("DE89370400440532013000")
    await bina.press("Bina")
    assert "go to <code>DE89 … 3000</code>" in bina.newest.text


async def test_to_be_paid_somewhere_else_takes_a_second_tap_that_shows_both(world: World) -> None:
    bina = world.bina
    await bina.write("/settings")
    await bina.press("Where to be paid")
    await bina.press("EUR")
    await bina.write("DE89370400440532013000")
    await bina.write("Bina Rahimi")
    await bina.write("/settings")
    await bina.press("Where to be paid")
    await bina.press("EUR")
    await bina.write("GB82WEST12345698765432 Bina Rahimi")
    first = bina.newest
    for shown in ("DE89 … 3000", "GB82 … 5432", "counts after 3 days"):
        assert shown in plain(first.text)
    assert world.store.people[BINA].destinations[0].details == GERMAN
    change = first.data("Yes, change it")
    await bina.write("FR1420041010050500013M02606 Bina Rahimi")
    assert first.labels == []
    await bina.press_data(change, first)
    assert "That button is old" in bina.alert, "it showed another account"
    await bina.press("Yes, change it")
    [where] = world.store.people[BINA].destinations
    assert where.details == "FR14 2004 1010 0505 0001 3M02 606\nBina Rahimi"
    await bina.press_data(change, first)
    assert "That button is old" in bina.alert
    assert world.store.people[BINA].destinations == (where,)


async def test_while_a_change_waits_the_place_in_force_is_the_old_one_and_the_same_is_no_change(
    world: World,
) -> None:
    bina = world.bina

    async def typed(account: str) -> str:
        await bina.write("/settings")
        await bina.press("Where to be paid")
        await bina.press("EUR")
        await bina.write(account)
        if "In whose name" in bina.newest.text:
            await bina.write("Bina Rahimi")
        return plain(bina.newest.text)

    await typed("DE89370400440532013000")
    await typed("GB82WEST12345698765432")
    await bina.press("Yes, change it")
    assert "Until now: DE89 … 3000" in await typed("FR1420041010050500013M02606")
    await bina.press("Back")
    assert "go to GB82 … 5432 from" in await typed("GB82WEST12345698765432")
    assert "Payouts in EUR go to DE89 … 3000" in await typed("DE89370400440532013000")


async def test_a_change_of_where_to_be_paid_is_left_by_back(world: World) -> None:
    bina = world.bina
    for account in ("DE89370400440532013000", "GB82WEST12345698765432"):
        await bina.write("/settings")
        await bina.press("Where to be paid")
        await bina.press("EUR")
        await bina.write(account)
        await bina.write("Bina Rahimi")
    await bina.press("Back")
    await bina.write("hello")
    assert world.store.people[BINA].destinations[0].details == GERMAN
