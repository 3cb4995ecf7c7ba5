"""Each bot starts on its own: what keeps Telegram from saying who one is holds up no other."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.config import ConfigError, Settings
from bot.mail.sending import TryAgain
from bot.playground import DEFAULT_CAST, DESK_GROUP, Running, World, start
from bot.playground.messages import listed
from bot.playground.people import Saying, send
from bot.running.clock import RealClock
from bot.wiring import line
from bot.wiring.assembly import assemble
from bot.wiring.playground import on_stage
from bot.wiring.process import Process
from bot.wiring.schema import prepare_database

BINA, ARAM = 1001, 1003
PARTIES, DESK = DEFAULT_CAST.bots
PATIENCE = 20.0


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
async def server(world: World) -> AsyncIterator[Running]:
    running = await start(world, port=0)
    yield running
    await running.close()


@pytest.fixture
async def process(server: Running, tmp_path: Path) -> AsyncIterator[Process]:
    settings = on_stage(Settings(), tmp_path)
    prepare_database(settings)
    process = Process(assemble(settings, RealClock()), server.url)
    yield process
    await process.stop()


def failing(world: World, bot: int, times: int = 10_000) -> None:
    world.faults.add({"status": 502, "method": "getMe", "bot": bot, "times": times})


async def until(look: Callable[[], Any]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not look():  # noqa: ASYNC110 - what others do, and say to nobody
            await asyncio.sleep(0.02)


def write(world: World, person: int, chat: int, text: str) -> None:
    with world.store.change():
        send(world, Saying(person=person, chat=chat, text=text))


def texts(world: World, person: int, chat: int) -> str:
    place = world.place_for(person, chat)
    return repr(listed(world, place))


async def test_the_parties_are_served_while_telegram_does_not_say_who_the_desk_is(
    world: World, process: Process
) -> None:
    failing(world, DESK.id)
    await process.start()
    write(world, BINA, PARTIES.id, "/start")
    await until(lambda: "What would you like to do?" in texts(world, BINA, PARTIES.id))


async def test_the_desk_is_served_while_telegram_does_not_say_who_the_parties_bot_is(
    world: World, process: Process
) -> None:
    failing(world, PARTIES.id)
    await process.start()
    write(world, ARAM, DESK_GROUP, "/queue")
    await until(lambda: "What waits for the desk" in texts(world, ARAM, DESK_GROUP))
    write(world, BINA, PARTIES.id, "/start")
    world.faults.add({"status": 502, "method": "getMe", "times": 0})
    await until(lambda: "What would you like to do?" in texts(world, BINA, PARTIES.id))


async def test_a_bot_that_hangs_holds_up_the_start_for_seconds_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(line, "FIRST_WORD", 0.2)
    asked = asyncio.Event()

    async def hang() -> None:
        asked.set()
        await asyncio.Event().wait()

    known = line.Known(hang)
    one = line.Line.__new__(line.Line)
    one.name, one.known = "desk", known
    await one.meet()
    assert asked.is_set()
    assert not known.told


@pytest.mark.parametrize("bot", ["parties", "desk"])
@pytest.mark.parametrize("token", ["999:wrong-token-of-the-right-shape-000000000", "no token"])
async def test_a_token_that_telegram_does_not_know_is_said_at_once(
    server: Running, tmp_path: Path, bot: str, token: str
) -> None:
    settings = on_stage(Settings(), tmp_path)
    changed = getattr(settings, bot).model_copy(update={"token": SecretStr(token)})
    settings = settings.model_copy(update={bot: changed})
    prepare_database(settings)
    process = Process(assemble(settings, RealClock()), server.url)
    with pytest.raises(ConfigError, match=rf"^{bot}\.token: Telegram does not know it"):
        await process.start()
    await process.stop()


async def test_what_needs_the_name_waits_for_it_and_is_asked_once() -> None:
    asked = 0

    async def ask() -> None:
        nonlocal asked
        asked += 1
        if asked == 1:
            raise TryAgain("502")

    async def work(number: int) -> int:
        return number

    known = line.Known(ask)
    waiting = known.before(work)
    with pytest.raises(TryAgain):
        await waiting(1)
    assert [await waiting(2), await waiting(3)] == [2, 3]
    assert asked == 2
