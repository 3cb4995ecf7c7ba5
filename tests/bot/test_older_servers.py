"""A Bot API server that knows no newer fields refuses them; cards and topics get there without."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram.ext import Application

from bot.botapi.schema import load
from bot.buttons import Button, Press, Style
from bot.cards import Card
from bot.desk.line import render as desk
from bot.mail.pacing import Pacer
from bot.parties.line import render as parties
from bot.parties.line.transport import bot_at
from bot.playground import DEFAULT_CAST, Running, World, people, phone, start
from tests.kit.memory import MemoryVault

BINA = 1001
PARTIES, DESK = DEFAULT_CAST.bots
NEWER = {
    "InlineKeyboardButton": ("style", "copy_text", "icon_custom_emoji_id"),
}
ROWS = (
    (Button("Pay", Press("pay"), style=Style.GO), Button("Copy", Press("inv"), copy="a text")),
    (Button("Copy this", copy="what stands in the card"),),
)
CARD = Card("Your turn.", ROWS)
PLAIN = [[{"text": "Pay", "callback_data": "pay"}, {"text": "Copy", "callback_data": "inv"}]]


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    made = World(DEFAULT_CAST)
    for name, fields in NEWER.items():
        known = {key: field for key, field in load().types[name].items() if key not in fields}
        monkeypatch.setitem(made.schema.types, name, known)
    with made.store.change():
        for bot in (PARTIES, DESK):
            people.send(made, people.Saying(BINA, bot.id, "/start"))
    return made


@pytest.fixture
async def server(world: World) -> AsyncIterator[Running]:
    running = await start(world, port=0)
    yield running
    await running.close()


def shown(world: World, bot: int) -> list[tuple[str, Any]]:
    chats = phone.state(world, BINA)["chats"]
    [messages] = [chat["messages"] for chat in chats if chat["id"] == bot]
    return [
        (m["text"], m["reply_markup"]["inline_keyboard"]) for m in messages if "reply_markup" in m
    ]


async def test_the_parties_cards_are_sent_and_edited_without_them(
    world: World, server: Running
) -> None:
    bot = bot_at(server.url, PARTIES.token, Pacer())
    sent = await parties.send(bot, BINA, CARD, MemoryVault(), Card)
    assert shown(world, PARTIES.id) == [("Your turn.", PLAIN)]
    await parties.edit(bot, BINA, sent.message_id, Card("Theirs.", ROWS))
    assert shown(world, PARTIES.id) == [("Theirs.", PLAIN)]
    await parties.edit(bot, BINA, sent.message_id, Card("Theirs.", ROWS))
    await bot.session.close()


async def test_the_desks_cards_are_sent_and_edited_without_them(
    world: World, server: Running
) -> None:
    application: Application[Any, Any, Any, Any, Any, Any] = (
        Application.builder()
        .token(DESK.token)
        .base_url(f"{server.url}/bot")
        .updater(None)
        .job_queue(None)
        .build()
    )
    await application.initialize()
    sent = await desk.send(application.bot, BINA, None, CARD)
    assert shown(world, DESK.id) == [("Your turn.", PLAIN)]
    await desk.edit(application.bot, BINA, sent.message_id, Card("Theirs.", ROWS))
    assert shown(world, DESK.id) == [("Theirs.", PLAIN)]
    await application.shutdown()
