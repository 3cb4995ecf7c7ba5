"""A handler whose time is over: what waits outside is tried again, what hangs is a bug."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from importlib.util import find_spec
from typing import Any

import aiohttp
import pytest
from aiogram import Dispatcher, Router
from sqlalchemy import text

from bot.config.rules import Limits
from bot.desk.feeding import feeder as desk_feeder
from bot.desk.kit.call import DeskApp
from bot.mail.intake import Crashed, Feed, TooLong
from bot.mail.pacing import Pacer
from bot.mail.sending import TryAgain
from bot.mail.trouble import OUTSIDE
from bot.parties.feeding import feeder as parties_feeder
from bot.parties.kit.quota import AT_ONCE, Quota, Turns
from core.values.ids import PersonId
from storage.engine import Database
from tests.bot.desk.world import World, build
from tests.bot.test_wiring import assembly

__all__ = ["assembly"]

UPDATE = {
    "update_id": 7,
    "message": {
        "message_id": 1,
        "date": 1_767_614_400,
        "chat": {"id": 1001, "type": "private", "first_name": "Bina"},
        "from": {"id": 1001, "is_bot": False, "first_name": "Bina"},
        "text": "hello",
    },
}
Handler = Callable[[], Awaitable[object]]


async def _hangs() -> None:
    await asyncio.Event().wait()


async def _waits_for_a_turn() -> None:
    pacer = Pacer()
    pacer.obey(1001, 3600.0)
    async with pacer.turn(1001):
        pass


async def _waits_for_telegram() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(1)
        async with aiohttp.ClientSession() as session:
            await session.get(f"http://127.0.0.1:{silent.getsockname()[1]}/")


class _Roomy:
    """A known person, who has used nothing, in a vault with room."""

    async def known(self, _person: PersonId) -> bool:
        return True

    async def used(self, *_what: object) -> int:
        return 0

    async def room(self) -> int:
        return 1 << 40


async def _waits_for_a_place_to_fetch_a_file() -> None:
    turns, roomy = Turns(), _Roomy()
    for _ in range(AT_ONCE):
        await turns.everybody.acquire()
    quota = Quota(Limits(), roomy, roomy, roomy, turns)  # type: ignore[arg-type]
    async with quota.storing(PersonId(1001), 1):
        pass


async def _waits_behind_somebody() -> None:
    app = (await build()).app
    async with app.lock("file:one"):
        await asyncio.create_task(_locks(app))


async def _locks(app: DeskApp) -> None:
    async with app.lock("file:one"):
        pass


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.parties.feeding.HANDLER_SECONDS", 0.05)
    monkeypatch.setattr("bot.desk.feeding.HANDLER_SECONDS", 0.05)


async def of_parties(handler: Handler) -> Feed:
    router = Router()

    @router.message()
    async def handle(_message: Any) -> None:
        await handler()

    dispatcher = Dispatcher()
    dispatcher.include_router(router)
    return parties_feeder(dispatcher, _Nobody())  # type: ignore[arg-type]


class _Nobody:
    """A bot that is never asked."""

    id = 1


async def of_desk(handler: Handler) -> Feed:
    world: World = await build()
    application: Any = world.application

    async def process(_update: object) -> None:
        await handler()

    application.process_update = process
    return desk_feeder(application)


BOTS = pytest.mark.parametrize("bot", [of_parties, of_desk])


@BOTS
async def test_a_handler_that_hangs_is_a_bug(bot: Callable[[Handler], Awaitable[Feed]]) -> None:
    with pytest.raises(Crashed):
        await (await bot(_hangs))(UPDATE)


@BOTS
@pytest.mark.parametrize(
    "wait",
    [
        _waits_for_a_turn,
        _waits_for_telegram,
        _waits_for_a_place_to_fetch_a_file,
        _waits_behind_somebody,
    ],
)
async def test_a_handler_that_waits_for_telegram_is_tried_again(
    bot: Callable[[Handler], Awaitable[Feed]], wait: Handler
) -> None:
    with pytest.raises(TooLong) as late:
        await (await bot(wait))(UPDATE)
    assert late.value.incident


def test_each_place_where_one_waits_outside_is_there() -> None:
    """The names are words, which a move of files does not find."""
    assert [name for name in OUTSIDE if find_spec(name.rstrip(".")) is None] == []


@BOTS
async def test_a_handler_that_waits_for_the_database_is_tried_again(
    bot: Callable[[Handler], Awaitable[Feed]], assembly: Any
) -> None:
    database: Database = assembly.store.database
    release = asyncio.Event()
    loop = asyncio.get_running_loop()

    def holds(connection: Any) -> None:
        connection.execute(text("SELECT 1"))
        asyncio.run_coroutine_threadsafe(release.wait(), loop).result(10)

    holding = asyncio.create_task(database.write(holds))
    await asyncio.sleep(0)
    try:
        with pytest.raises(TryAgain):
            await (await bot(lambda: assembly.edge.set_flag("x", "1")))(UPDATE)
    finally:
        release.set()
        await holding
