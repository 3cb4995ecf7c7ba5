"""Buttons, inline mode, deep links."""

import asyncio
from typing import Any

from aiogram import Bot
from aiogram.types import InlineQueryResultArticle, InputTextMessageContent

from .tools import Api, Play, keyboard


async def _button(api: Api, person: int, *texts: str) -> dict[str, Any]:
    sent = await api.ok("sendMessage", chat_id=person, text="x", reply_markup=keyboard(*texts))
    return {"person": person, "chat": 7001, "message_id": sent["message_id"]}


async def test_a_press_waits_for_the_bots_answer(
    api: Api, parties: Bot, play: Play, bina: int
) -> None:
    where = await _button(api, bina, "Go")
    last = (await api.updates())[-1]["update_id"]
    press = asyncio.create_task(play.post("press", **where, row=0, col=0))
    update = (await parties.get_updates(offset=last + 1, timeout=5))[0]
    assert update.callback_query is not None
    assert update.callback_query.data == "Go"
    assert update.callback_query.from_user.id == bina
    await parties.answer_callback_query(update.callback_query.id, text="Done", show_alert=True)
    assert (await press)["answer"] == {"text": "Done", "show_alert": True}


async def test_a_press_that_nobody_answers_gives_none(api: Api, play: Play, bina: int) -> None:
    where = await _button(api, bina, "Go")
    assert (await play.post("press", **where, row=0, col=0, wait=0))["answer"] is None


async def test_a_press_is_answered_once_and_by_its_bot_only(
    api: Api, desk_api: Api, play: Play, bina: int
) -> None:
    where = await _button(api, bina, "Go")
    number = (await play.post("press", **where, row=0, col=0, wait=0))["query_id"]
    stale = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert await desk_api.no("answerCallbackQuery", callback_query_id=number) == stale
    assert await api.ok("answerCallbackQuery", callback_query_id=number)
    assert await api.no("answerCallbackQuery", callback_query_id=number) == stale
    assert await api.no("answerCallbackQuery", callback_query_id="1") == stale


async def test_an_answer_has_at_most_200_characters(api: Api, play: Play, bina: int) -> None:
    where = await _button(api, bina, "Go")
    number = (await play.post("press", **where, row=0, col=0, wait=0))["query_id"]
    refusal = await api.no("answerCallbackQuery", callback_query_id=number, text="x" * 201)
    assert refusal == "Bad Request: MESSAGE_TOO_LONG"


async def test_a_forged_press_reaches_the_bot_like_any_other(
    api: Api, play: Play, bina: int
) -> None:
    where = await _button(api, bina, "Go")
    await play.post("press", **where, data="forged", wait=0)
    assert (await api.updates())[-1]["callback_query"]["data"] == "forged"


async def test_a_button_that_is_not_there_can_not_be_pressed(
    api: Api, play: Play, bina: int
) -> None:
    where = await _button(api, bina, "Go")
    answer = await play.post("press", 404, **where, row=1, col=0)
    assert "[['Go']]" in answer["error"]


async def test_a_button_with_an_address_asks_no_bot(api: Api, play: Play, bina: int) -> None:
    button = {"text": "Open", "url": "example.org/x"}
    markup = {"inline_keyboard": [[button]]}
    sent = await api.ok("sendMessage", chat_id=bina, text="x", reply_markup=markup)
    where = {"person": bina, "chat": 7001, "message_id": sent["message_id"]}
    answer = await play.post("press", **where, row=0, col=0)
    assert answer["button"]["url"] == "http://example.org/x"
    assert len(await api.updates()) == 1


async def test_inline_results_come_to_whoever_asked(parties: Bot, play: Play, bina: int) -> None:
    asked = asyncio.create_task(play.post("inline", person=bina, bot=7001, query="inv"))
    offset = (await parties.get_updates())[0].update_id + 1
    query = (await parties.get_updates(offset=offset, timeout=5))[0].inline_query
    assert query is not None
    content = InputTextMessageContent(message_text="<b>Come</b>", parse_mode="HTML")
    result = InlineQueryResultArticle(id="1", title="Invite", input_message_content=content)
    await parties.answer_inline_query(query.id, [result], is_personal=True, cache_time=0)
    answer = await asked
    assert answer["results"][0]["title"] == "Invite"
    chosen = await play.post("choose", person=bina, query_id=answer["query_id"], result_id="1")
    assert chosen["message"]["text"] == "Come"
    update = (await parties.get_updates(offset=offset + 1))[0]
    assert update.chosen_inline_result is not None
    assert update.chosen_inline_result.result_id == "1"


async def test_two_inline_results_can_not_share_an_id(api: Api, play: Play, bina: int) -> None:
    asked = asyncio.create_task(play.post("inline", person=bina, bot=7001, query=""))
    offset = (await api.updates())[0]["update_id"] + 1
    query = (await api.updates(offset=offset, timeout=5))[0]["inline_query"]
    said = {"message_text": "x"}
    result = {"type": "article", "id": "1", "title": "x", "input_message_content": said}
    twice = {"inline_query_id": query["id"], "results": [result, result]}
    assert await api.no("answerInlineQuery", **twice) == "Bad Request: RESULT_ID_DUPLICATE"
    assert await api.ok("answerInlineQuery", inline_query_id=query["id"], results=[])
    assert (await asked)["results"] == []


async def test_a_deep_link_starts_the_bot_with_its_payload(api: Api, play: Play) -> None:
    link = "https://t.me/holdfast_bot?start=inv_A-1"
    opened = await play.post("open", person=1002, url=link)
    assert opened["chat"] == 7001
    assert (await api.updates())[0]["message"]["text"] == "/start inv_A-1"


async def test_a_deep_link_carries_64_plain_characters_at_most(play: Play) -> None:
    base = "https://t.me/holdfast_bot?start="
    await play.post("open", 400, person=1002, url=base + "x" * 65)
    await play.post("open", 400, person=1002, url=base + "a.b")
    await play.post("open", 404, person=1002, url="https://t.me/nobody_bot?start=x")
