"""Changing and deleting messages."""

import time
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import telegram
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InputMediaDocument

from bot.playground import World, start

from .tools import PARTIES, Api, Play, keyboard


async def test_an_edit_changes_the_message_in_place(parties: Bot, play: Play, bina: int) -> None:
    sent = await parties.send_message(bina, "one")
    edited = await parties.edit_message_text("two", chat_id=bina, message_id=sent.message_id)
    assert isinstance(edited, type(sent))
    assert edited.edit_date
    shown = await play.last(bina, 7001)
    assert (shown["message_id"], shown["text"], shown["edited"]) == (sent.message_id, "two", True)


async def test_an_edit_without_buttons_drops_them(api: Api, play: Play, bina: int) -> None:
    sent = await api.ok("sendMessage", chat_id=bina, text="one", reply_markup=keyboard("Go"))
    await api.ok("editMessageText", chat_id=bina, message_id=sent["message_id"], text="two")
    assert "reply_markup" not in await play.last(bina, 7001)


async def test_an_edit_that_changes_nothing_is_refused(parties: Bot, bina: int) -> None:
    sent = await parties.send_message(bina, "<b>one</b>", parse_mode="HTML")
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await parties.edit_message_text(
            "<strong>one</strong>", chat_id=bina, message_id=sent.message_id, parse_mode="HTML"
        )
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await parties.edit_message_reply_markup(chat_id=bina, message_id=sent.message_id)


async def test_only_the_buttons_can_be_edited_too(api: Api, play: Play, bina: int) -> None:
    sent = await api.ok("sendMessage", chat_id=bina, text="one", reply_markup=keyboard("Go"))
    where = {"chat_id": bina, "message_id": sent["message_id"]}
    assert await api.ok("editMessageReplyMarkup", **where, reply_markup=keyboard("Stop"))
    shown = await play.last(bina, 7001)
    assert shown["text"] == "one"
    assert shown["reply_markup"] == keyboard("Stop")


async def test_what_is_gone_can_not_be_edited_or_deleted(api: Api, bina: int) -> None:
    where = {"chat_id": bina, "message_id": 99}
    gone = "Bad Request: message to {} not found"
    assert await api.no("editMessageText", **where, text="x") == gone.format("edit")
    assert await api.no("deleteMessage", **where) == gone.format("delete")


async def test_what_others_sent_can_not_be_edited(api: Api, bina: int) -> None:
    refusal = await api.no("editMessageText", chat_id=bina, message_id=1, text="x")
    assert refusal == "Bad Request: message can't be edited"


async def test_a_message_with_a_reply_keyboard_can_not_be_edited(
    desk: telegram.Bot, play: Play
) -> None:
    await play.send(1003, 7002, "/start")
    markup = telegram.ReplyKeyboardMarkup([["Yes", "No"]])
    sent = await desk.send_message(1003, "Well?", reply_markup=markup)
    assert (await play.chat(1003, 7002))["keyboard"]["keyboard"][0][0]["text"] == "Yes"
    with pytest.raises(telegram.error.BadRequest, match=r"[Mm]essage can't be edited"):
        await desk.edit_message_text("Well?!", 1003, sent.message_id)
    await desk.send_message(1003, "Thanks", reply_markup=telegram.ReplyKeyboardRemove())
    assert (await play.chat(1003, 7002))["keyboard"] is None


async def test_a_caption_and_a_file_can_be_replaced(parties: Bot, play: Play, bina: int) -> None:
    file = BufferedInputFile(b"one", "one.txt")
    sent = await parties.send_document(bina, file, caption="first")
    number = sent.message_id
    with pytest.raises(TelegramBadRequest, match="there is no text in the message to edit"):
        await parties.edit_message_text("x", chat_id=bina, message_id=number)
    await parties.edit_message_caption(chat_id=bina, message_id=number, caption="second")
    shown = await play.last(bina, 7001)
    assert (shown["caption"], shown["files"][0]["name"]) == ("second", "one.txt")
    media = InputMediaDocument(media=BufferedInputFile(b"two", "two.txt"), caption="third")
    await parties.edit_message_media(media, chat_id=bina, message_id=number)
    shown = await play.last(bina, 7001)
    assert (shown["caption"], shown["files"][0]["name"]) == ("third", "two.txt")


async def test_a_text_has_no_caption_to_edit(parties: Bot, bina: int) -> None:
    sent = await parties.send_message(bina, "x")
    with pytest.raises(TelegramBadRequest, match="there is no caption in the message to edit"):
        await parties.edit_message_caption(chat_id=bina, message_id=sent.message_id, caption="y")


async def test_in_private_a_bot_deletes_both_sides_words(
    parties: Bot, play: Play, bina: int
) -> None:
    sent = await parties.send_message(bina, "x")
    assert await parties.delete_message(bina, sent.message_id)
    assert await parties.delete_messages(bina, [1, 99])
    assert (await play.chat(bina, 7001))["messages"] == []


@pytest.fixture
async def old(tmp_path: Path) -> AsyncIterator[tuple[Api, Play, list[float]]]:
    """A world whose clock is in a list."""
    clock = [time.time()]
    running = await start(World(state_file=tmp_path / "journal", now=lambda: clock[0]), port=0)
    async with aiohttp.ClientSession(running.url) as http:
        yield Api(http, PARTIES), Play(http), clock
    await running.close()


async def test_after_two_days_nothing_can_be_deleted(old: tuple[Api, Play, list[float]]) -> None:
    api, play, clock = old
    number = await play.send(1001, 7001, "/start")
    clock[0] += 49 * 3600
    refusal = await api.no("deleteMessage", chat_id=1001, message_id=number)
    assert refusal == "Bad Request: message can't be deleted for everyone"


async def test_a_press_is_too_old_after_a_quarter_of_an_hour(
    old: tuple[Api, Play, list[float]],
) -> None:
    api, play, clock = old
    await play.send(1001, 7001, "/start")
    sent = await api.ok("sendMessage", chat_id=1001, text="x", reply_markup=keyboard("Go"))
    where = {"person": 1001, "chat": 7001, "message_id": sent["message_id"]}
    pressed = await play.post("press", **where, row=0, col=0, wait=0)
    clock[0] += 15 * 60
    refusal = await api.no("answerCallbackQuery", callback_query_id=pressed["query_id"])
    assert refusal.startswith("Bad Request: query is too old")


async def test_people_edit_their_words_and_the_bot_is_told(api: Api, play: Play, bina: int) -> None:
    number = await play.send(bina, 7001, "one")
    await play.post("edit", person=bina, chat=7001, message_id=number, text="two /help")
    update = (await api.updates())[-1]
    assert update["edited_message"]["text"] == "two /help"
    assert update["edited_message"]["edit_date"]
    assert update["edited_message"]["entities"][0]["type"] == "bot_command"


async def test_people_edit_and_delete_nobody_elses_words(api: Api, play: Play, bina: int) -> None:
    sent = await api.ok("sendMessage", chat_id=bina, text="x")
    where = {"person": bina, "chat": 7001, "message_id": sent["message_id"]}
    await play.post("edit", 403, **where, text="y")
    await play.post("delete", **where)
    assert len((await play.chat(bina, 7001))["messages"]) == 1


async def test_a_bot_reacts_with_one_of_telegrams_emoji(api: Api, play: Play, bina: int) -> None:
    where = {"chat_id": bina, "message_id": 1}
    thumb = [{"type": "emoji", "emoji": "👍"}]
    assert await api.ok("setMessageReaction", **where, reaction=thumb)
    assert (await play.last(bina, 7001))["reactions"] == [{"from": 7001, "emoji": "👍"}]
    refused = await api.no(
        "setMessageReaction", **where, reaction=[{"type": "emoji", "emoji": "⚖"}]
    )
    assert refused == "Bad Request: REACTION_INVALID"
    assert await api.ok("setMessageReaction", **where, reaction=[])
    assert (await play.last(bina, 7001))["reactions"] == []
