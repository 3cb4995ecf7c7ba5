"""A handler whose time is over: what waits outside is tried again, what hangs is a bug."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from aiogram import Dispatcher, Router
from sqlalchemy import text

from bot.desk.feeding import feeder as desk_feeder
from bot.mail.intake import Crashed, Feed
from bot.mail.pacing import Pacer
from bot.mail.sending import TryAgain
from bot.parties.feeding import feeder as parties_feeder
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
@pytest.mark.parametrize("wait", [_waits_for_a_turn, _waits_for_telegram])
async def test_a_handler_that_waits_for_telegram_is_tried_again(
    bot: Callable[[Handler], Awaitable[Feed]], wait: Handler
) -> None:
    with pytest.raises(TryAgain):
        await (await bot(wait))(UPDATE)


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
