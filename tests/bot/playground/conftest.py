"""A playground a test, on a free port, with both libraries' bots pointed at it."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import telegram
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.playground import Running, World, start

from .tools import DESK, PARTIES, Api, Play


class QuickSession(AiohttpSession):
    """Closes without aiogram's quarter of a second, which is for encrypted connections."""

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
async def server(world: World) -> AsyncIterator[Running]:
    running = await start(world, port=0)
    yield running
    await running.close()
    assert world.mistakes == []  # nothing was answered or delivered that the schema forbids


@pytest.fixture
async def http(server: Running) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(server.url) as session:
        yield session


@pytest.fixture
def play(http: aiohttp.ClientSession) -> Play:
    return Play(http)


@pytest.fixture
def api(http: aiohttp.ClientSession) -> Api:
    return Api(http, PARTIES)


@pytest.fixture
def desk_api(http: aiohttp.ClientSession) -> Api:
    return Api(http, DESK)


@pytest.fixture
async def parties(server: Running) -> AsyncIterator[Bot]:
    session = QuickSession(api=TelegramAPIServer.from_base(server.url))
    bot = Bot(PARTIES, session=session)
    yield bot
    await bot.session.close()


@pytest.fixture
async def desk(server: Running) -> AsyncIterator[telegram.Bot]:
    bot: Any = telegram.Bot(DESK, server.url + "/bot", server.url + "/file/bot")
    async with bot:
        yield bot


@pytest.fixture
async def bina(play: Play) -> int:
    """The freelancer, who has started the parties' bot; that message is number 1."""
    await play.send(1001, 7001, "/start")
    return 1001
