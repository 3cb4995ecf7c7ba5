"""Both libraries' ways in and out, over HTTP against the playground's Bot API."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from telegram.ext import Application

from bot.desk.line import polling as desk_polling
from bot.desk.line import transport as desk_transport
from bot.desk.line.trouble import translated as desk_translated
from bot.mail.fetching import Fetch
from bot.mail.pacing import Pacer
from bot.mail.sending import RetryAfter, Revoked, TryAgain, Unreachable
from bot.parties.line import polling as parties_polling
from bot.parties.line.transport import bot_at
from bot.parties.line.trouble import translated as parties_translated
from bot.playground import DEFAULT_CAST, BotAccount, Running, World, people, phone, start

BINA = 1001
PARTIES, DESK = DEFAULT_CAST.bots


@dataclass(frozen=True)
class Bot:
    """One library's bot: how it sends, and how it fetches."""

    account: BotAccount
    send: Callable[[int, str], Awaitable[Any]]
    edit: Callable[[int, int, str], Awaitable[Any]]
    fetch: Fetch


@pytest.fixture
def world() -> World:
    return World(DEFAULT_CAST)


@pytest.fixture
async def server(world: World) -> AsyncIterator[Running]:
    running = await start(world, port=0)
    yield running
    await running.close()


@pytest.fixture(params=["aiogram", "python-telegram-bot"])
async def bot(request: pytest.FixtureRequest, server: Running) -> AsyncIterator[Bot]:
    if request.param == "aiogram":
        aiogram = bot_at(server.url, PARTIES.token, Pacer())

        async def send(chat: int, text: str) -> Any:
            with parties_translated():
                return await aiogram.send_message(chat, text)

        async def edit(chat: int, message: int, text: str) -> None:
            with parties_translated():
                await aiogram.edit_message_text(text, chat_id=chat, message_id=message)

        yield Bot(PARTIES, send, edit, parties_polling.fetcher(aiogram, ("message",)))
        await aiogram.session.close()
        return
    application: Application[Any, Any, Any, Any, Any, Any] = (
        Application.builder()
        .token(DESK.token)
        .base_url(f"{server.url}/bot")
        .base_file_url(f"{server.url}/file/bot")
        .rate_limiter(desk_transport.DeskPaced(Pacer()))
        .updater(None)
        .job_queue(None)
        .build()
    )
    await application.initialize()

    async def send_by_desk(chat: int, text: str) -> Any:
        with desk_translated():
            return await application.bot.send_message(chat, text)

    async def edit_by_desk(chat: int, message: int, text: str) -> None:
        with desk_translated():
            await application.bot.edit_message_text(text, chat, message)

    yield Bot(DESK, send_by_desk, edit_by_desk, desk_polling.fetcher(application.bot, ("message",)))
    await application.shutdown()


def says(world: World, person: int, bot: Bot, text: str = "/start") -> None:
    with world.store.change():
        people.send(world, people.Saying(person, bot.account.id, text))


def seen(world: World, person: int, bot: Bot) -> list[str]:
    chats = phone.state(world, person)["chats"]
    [messages] = [chat["messages"] for chat in chats if chat["id"] == bot.account.id]
    return [m["text"] for m in messages if m["from"]["id"] == bot.account.id]


async def asking(world: World, bot: Bot) -> None:
    """Until the question for updates has arrived."""
    while not world.store.get("polling", bot.account.id):  # noqa: ASYNC110 - the world tells nobody
        await asyncio.sleep(0)


async def test_updates_come_as_telegram_wrote_them(world: World, bot: Bot) -> None:
    says(world, BINA, bot)
    says(world, BINA, bot, "hello")
    first, second = await bot.fetch(None, 0)
    assert first["message"]["text"] == "/start"
    assert first["message"]["from"]["id"] == BINA
    assert [u["update_id"] for u in await bot.fetch(second["update_id"], 0)] == [
        second["update_id"]
    ]


async def test_a_question_for_updates_waits_until_there_is_one(world: World, bot: Bot) -> None:
    asked = asyncio.ensure_future(bot.fetch(None, 20))
    await asking(world, bot)
    assert not asked.done()
    says(world, BINA, bot)
    [update] = await asyncio.wait_for(asked, 5)
    assert update["message"]["text"] == "/start"


async def test_a_second_poller_is_trouble_that_may_pass(
    world: World, server: Running, bot: Bot
) -> None:
    first = asyncio.ensure_future(bot.fetch(None, 20))
    await asking(world, bot)
    url = f"{server.url}/bot{bot.account.token}/getUpdates"
    async with aiohttp.ClientSession() as session, session.post(url) as answer:
        assert answer.status == 200
    with pytest.raises(TryAgain, match="another program"):
        await first


async def test_a_token_that_was_revoked_loses_nothing_and_is_told_apart(
    world: World, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(world.cast), "bot_with", lambda *_: None)
    with pytest.raises(Revoked):
        await bot.send(BINA, "hello")
    with pytest.raises(Revoked):
        await bot.fetch(None, 0)


@pytest.mark.parametrize("status", [500, 502, "drop"])
async def test_what_may_pass_is_to_be_tried_again(
    world: World, bot: Bot, status: int | str
) -> None:
    says(world, BINA, bot)
    world.faults.add({"method": "sendMessage", "status": status, "times": 1})
    with pytest.raises(TryAgain):
        await bot.send(BINA, "hello")


async def test_a_429_is_waited_out_on_the_spot(world: World, bot: Bot) -> None:
    says(world, BINA, bot)
    world.faults.add({"method": "sendMessage", "status": 429, "times": 1, "retry_after": 1})
    await bot.send(BINA, "hello")
    assert seen(world, BINA, bot) == ["hello"]


async def test_an_edit_does_not_go_out_inside_a_429(world: World, bot: Bot) -> None:
    says(world, BINA, bot)
    number = (await bot.send(BINA, "hello")).message_id
    world.faults.add({"method": "sendMessage", "status": 429, "times": 1, "retry_after": 900})
    with pytest.raises(RetryAfter):
        await bot.send(BINA, "more")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.3):
            await bot.edit(BINA, number, "edited")
    assert seen(world, BINA, bot) == ["hello"]


async def test_a_long_429_is_for_the_caller_to_plan(world: World, bot: Bot) -> None:
    says(world, BINA, bot)
    world.faults.add({"method": "sendMessage", "status": 429, "times": 1, "retry_after": 900})
    with pytest.raises(RetryAfter) as order:
        await bot.send(BINA, "hello")
    assert order.value.seconds == 900


async def test_who_blocked_the_bot_is_unreachable(world: World, bot: Bot) -> None:
    says(world, BINA, bot)
    with world.store.change():
        people.block(world, BINA, bot.account.id, blocked=True)
    with pytest.raises(Unreachable):
        await bot.send(BINA, "hello")
