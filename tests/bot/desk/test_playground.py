"""The desk against the playground's Bot API over HTTP: topics, pins and presses."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import aiohttp
import pytest
from telegram.ext import Application

from bot.desk.app import build_application
from bot.desk.feeding import feeder
from bot.desk.line.polling import fetcher
from bot.desk.outgoing import DeskOutgoing
from bot.desk.starting import start as introduce
from bot.playground import Running, start
from bot.playground import World as Telegram
from core.deal.milestone import State
from tests.bot.desk.world import ARAM, NOOR, REASONS, World, build
from tests.bot.playground.tools import DESK, GROUP, Play

AnyApplication = Application[Any, Any, Any, Any, Any, Any]


class Stage:
    """The house of the other tests with its bot moved into the playground."""

    def __init__(self, world: World, bot: AnyApplication, play: Play) -> None:
        self.world = world
        self.bot = bot
        self.play = play
        self.feed = feeder(bot)
        self.fetch = fetcher(bot.bot, ["message", "callback_query"])
        self.offset: int | None = None

    async def handle(self) -> None:
        """What the intake does, once."""
        for update in await self.fetch(self.offset, 0):
            self.offset = int(update["update_id"]) + 1
            await self.feed(update)
        await self.world.deliver()

    async def write(self, person: int, text: str, thread: int | None, **more: Any) -> None:
        await self.play.send(person, GROUP, text, thread_id=thread, **more)
        await self.handle()

    async def press(self, person: int, label: str) -> None:
        """The newest button with this label, wherever in the group."""
        for message in reversed((await self.chat(person))["messages"]):
            rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
            for row, buttons in enumerate(rows):
                for col, button in enumerate(buttons):
                    if button["text"].startswith(label):
                        await self._tap(person, message["message_id"], row, col)
                        return
        pytest.fail(f"no button {label!r}")

    async def _tap(self, person: int, message: int, row: int, col: int) -> None:
        about = {"person": person, "chat": GROUP, "message_id": message, "row": row, "col": col}
        tap = asyncio.create_task(self.play.post("press", **about))
        while not tap.done():
            await self.handle()
            await asyncio.sleep(0)
        assert (await tap)["answer"] is not None

    async def chat(self, person: int = ARAM) -> dict[str, Any]:
        return await self.play.chat(person, GROUP)


@pytest.fixture
async def running() -> AsyncIterator[Running]:
    telegram = Telegram()
    server = await start(telegram, port=0)
    yield server
    await server.close()
    assert telegram.mistakes == []


@pytest.fixture
async def stage(running: Running) -> AsyncIterator[Stage]:
    world = await build()
    bot = build_application(
        world.app,
        base_url=f"{running.url}/bot",
        base_file_url=f"{running.url}/file/bot",
        token=DESK,
    )
    async with bot, aiohttp.ClientSession(running.url) as http:
        outgoing = DeskOutgoing(world.app, bot.bot, pause=0)
        await introduce(world.app, bot.bot)
        yield Stage(replace(world, outgoing=outgoing), bot, Play(http))
        await outgoing.close()


async def test_a_dispute_from_its_topic_to_the_ruling(stage: Stage) -> None:
    world = stage.world
    await world.dispute()
    chat = await stage.chat()
    assert [topic["name"] for topic in chat["topics"]] == [f"⚖️ {world.id} · Logo · 300.00 EUR"]
    assert chat["topics"][0]["icon"] == "❗️"
    assert world.topic.pinned in chat["pinned"]
    assert "drafts.svg" in [f["name"] for m in chat["messages"] for f in m.get("files", [])]
    await stage.press(ARAM, "Take")
    assert (await stage.chat())["topics"][0]["icon"] == "🔎"
    await world.state()
    await stage.press(ARAM, "Ask the client")
    await stage.write(NOOR, "Not my words, please.", world.thread)
    await stage.write(ARAM, "Which concept is missing?", world.thread)
    assert [str(q.words) for q in world.case_now.questions] == ["Which concept is missing?"]
    await world.reply(1)
    await stage.press(ARAM, "Rule…")
    await stage.press(ARAM, "Split…")
    await stage.write(ARAM, "33.33 %", world.thread)
    await stage.press(ARAM, "1. three concepts")
    await stage.write(ARAM, REASONS, world.thread)
    await stage.press(ARAM, "Confirm the ruling")
    await world.accept_ruling()
    assert world.deal.milestone(1).state is State.SPLIT
    topic = (await stage.chat())["topics"][0]
    assert (topic["icon"], topic["closed"]) == ("✅", True)
    await world.outgoing.board.settled()


async def test_a_topic_that_a_colleague_deletes_is_made_again(stage: Stage) -> None:
    world = stage.world
    await world.dispute()
    lost = world.thread
    await stage.play.post("topic", person=ARAM, chat=GROUP, action="delete", thread_id=lost)
    await world.state()
    assert world.thread != lost
    chat = await stage.chat()
    assert [topic["id"] for topic in chat["topics"]] == [world.thread]
    shown = [m for m in chat["messages"] if m.get("thread_id") == world.thread]
    assert any("They are there." in m.get("text", "") for m in shown)


async def test_a_reply_in_a_topic_asks_before_it_goes_out(stage: Stage) -> None:
    world = stage.world
    await world.dispute()
    await stage.press(ARAM, "Take")
    shown = (await stage.chat())["messages"]
    said = next(m for m in shown if m.get("text", "").startswith("🗣 Client"))
    await stage.write(ARAM, "A picture, please.", world.thread, reply_to=said["message_id"])
    assert not world.case_now.questions
    await stage.press(ARAM, "Send to the client")
    assert len(world.case_now.questions) == 1
