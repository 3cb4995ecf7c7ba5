"""What may be sent, to whom, and in which words Telegram refuses the rest."""

from typing import Any

import pytest
import telegram
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from .tools import GROUP, Api, Play, keyboard


async def test_aiogram_sends_what_the_page_then_shows(parties: Bot, play: Play, bina: int) -> None:
    markup = InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text="Go", callback_data="go", style="success")]]
    )
    sent = await parties.send_message(
        bina, "<b>Hi</b> &lt;you&gt;", parse_mode="HTML", reply_markup=markup
    )
    assert sent.text == "Hi <you>"
    shown = await play.last(bina, 7001)
    assert shown["message_id"] == sent.message_id
    assert shown["html"] == "<b>Hi</b> &lt;you&gt;"
    assert shown["reply_markup"]["inline_keyboard"][0][0]["style"] == "success"


async def test_python_telegram_bot_sends_what_the_page_then_shows(
    desk: telegram.Bot, play: Play
) -> None:
    await play.send(1003, 7002, "/start")
    sent = await desk.send_message(1003, "<i>Case</i>", parse_mode="HTML")
    assert sent.text == "Case"
    assert (await play.last(1003, 7002))["html"] == "<i>Case</i>"


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", "message text is empty"),
        (" \n ", "text must be non-empty"),
        ("x" * 4097, "message is too long"),
        ("😀" * 2049, "message is too long"),
    ],
)
async def test_a_text_has_1_to_4096_utf16_units(
    api: Api, bina: int, text: str, refusal: str
) -> None:
    assert await api.no("sendMessage", chat_id=bina, text=text) == f"Bad Request: {refusal}"


async def test_the_limit_counts_what_is_left_after_the_markup(api: Api, bina: int) -> None:
    text = "<b>" + "x" * 4096 + "</b>"
    assert (await api.ok("sendMessage", chat_id=bina, text=text, parse_mode="HTML"))["text"]
    assert (
        await api.no("sendMessage", chat_id=bina, text=text) == "Bad Request: message is too long"
    )


async def test_a_bot_can_not_write_first(parties: Bot, play: Play) -> None:
    with pytest.raises(TelegramForbiddenError, match="bot can't initiate conversation with a user"):
        await parties.send_message(1002, "Hello?")
    await play.send(1002, 7001, "/start")
    assert (await parties.send_message(1002, "Hello!")).text == "Hello!"


async def test_nobody_who_does_not_exist_can_be_written_to(api: Api) -> None:
    assert await api.no("sendMessage", chat_id=424242, text="?") == "Bad Request: chat not found"
    assert await api.no("sendMessage", chat_id="@bina", text="?") == "Bad Request: chat not found"
    assert await api.no("sendMessage", chat_id=-1009, text="?") == "Bad Request: chat not found"


async def test_a_bot_can_not_write_to_a_bot(api: Api) -> None:
    refusal = await api.no("sendMessage", chat_id=7002, text="?")
    assert refusal == "Forbidden: bots can't send messages to bots"


async def test_a_bot_outside_a_group_can_not_write_into_it(api: Api) -> None:
    refusal = await api.no("sendMessage", chat_id=GROUP, text="?")
    assert refusal == "Forbidden: bot is not a member of the supergroup chat"


async def test_somebody_who_blocked_the_bot_gets_nothing(
    parties: Bot, play: Play, bina: int
) -> None:
    await play.post("block", person=bina, bot=7001, blocked=True)
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await parties.send_message(bina, "Hello?")
    update = (await parties.get_updates())[-1]
    assert update.my_chat_member is not None
    assert update.my_chat_member.new_chat_member.status == "kicked"
    await play.post("send", 409, person=bina, chat=7001, text="x")
    await play.post("block", person=bina, bot=7001, blocked=False)
    assert (await parties.send_message(bina, "Welcome back")).text == "Welcome back"


async def test_a_reply_needs_its_message_unless_it_may_go_without(api: Api, bina: int) -> None:
    missing: dict[str, Any] = {"message_id": 99}
    refusal = await api.no("sendMessage", chat_id=bina, text="x", reply_parameters=missing)
    assert refusal == "Bad Request: message to be replied not found"
    missing["allow_sending_without_reply"] = True
    assert await api.ok("sendMessage", chat_id=bina, text="x", reply_parameters=missing)
    sent = await api.ok("sendMessage", chat_id=bina, text="x", reply_parameters={"message_id": 1})
    assert sent["reply_to_message"]["text"] == "/start"


@pytest.mark.parametrize("data", ["", "x" * 65, "ä" * 33])
async def test_callback_data_has_1_to_64_bytes(parties: Bot, bina: int, data: str) -> None:
    markup = InlineKeyboardMarkup.model_construct(
        inline_keyboard=[[InlineKeyboardButton(text="x", callback_data=data)]]
    )
    with pytest.raises(TelegramBadRequest, match="BUTTON_DATA_INVALID"):
        await parties.send_message(bina, "x", reply_markup=markup)


@pytest.mark.parametrize(
    ("button", "refusal"),
    [
        ({"text": "x"}, "Text buttons are unallowed in the inline keyboard"),
        ({"text": "x", "url": "https://a.b", "callback_data": "x"}, "exactly one"),
        ({"text": "x", "url": "mailto:a@b.org"}, "Wrong HTTP URL"),
        ({"text": "x", "url": "not an address"}, "Wrong HTTP URL"),
        ({"text": "x", "url": "https://t.me/a_bot?start=no.dots"}, "START_PARAM_INVALID"),
        ({"text": "", "callback_data": "x"}, 'Field "text" must be non-empty'),
        ({"text": "x", "callback_data": "x", "style": "pink"}, "unknown style"),
        ({"text": "x", "copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
    ],
)
async def test_a_button_does_exactly_one_thing(
    api: Api, bina: int, button: dict[str, Any], refusal: str
) -> None:
    markup = {"inline_keyboard": [[button]]}
    assert refusal in await api.no("sendMessage", chat_id=bina, text="x", reply_markup=markup)


async def test_a_keyboard_has_at_most_100_buttons(api: Api, bina: int) -> None:
    markup = keyboard(*(str(number) for number in range(101)))
    refusal = await api.no("sendMessage", chat_id=bina, text="x", reply_markup=markup)
    assert refusal == "Bad Request: reply markup is too long"


async def test_an_entity_outside_the_text_is_refused(api: Api, bina: int) -> None:
    entity = {"type": "bold", "offset": 0, "length": 9}
    refusal = await api.no("sendMessage", chat_id=bina, text="short", entities=[entity])
    assert refusal.startswith("Bad Request: can't parse entities")


async def test_telegram_finds_links_and_commands_by_itself(api: Api, bina: int) -> None:
    text = "See https://example.org/a. Or /help, @carlos <b>1/2</b>"
    sent = await api.ok("sendMessage", chat_id=bina, text=text)
    assert [
        (e["type"], text[e["offset"] : e["offset"] + e["length"]]) for e in sent["entities"]
    ] == [("url", "https://example.org/a"), ("bot_command", "/help"), ("mention", "@carlos")]


async def test_markdown_is_refused_rather_than_shown_raw(api: Api, bina: int) -> None:
    refusal = await api.no("sendMessage", chat_id=bina, text="*x*", parse_mode="MarkdownV2")
    assert "unsupported parse_mode" in refusal


async def test_copying_drops_the_author_and_forwarding_names_them(
    api: Api, play: Play, bina: int
) -> None:
    await play.send(1002, 7001, "/start")
    number = await play.send(bina, 7001, "my words")
    source = {"chat_id": 1002, "from_chat_id": bina, "message_id": number}
    copied = await api.ok("copyMessage", **source)
    assert set(copied) == {"message_id"}
    assert "forward_origin" not in await play.last(1002, 7001)
    forwarded = await api.ok("forwardMessage", **source)
    assert forwarded["forward_origin"]["sender_user"]["id"] == bina
    gone = await api.no("copyMessage", **(source | {"message_id": 99}))
    assert gone == "Bad Request: message to copy not found"


async def test_typing_is_shown_and_leaves_no_message(api: Api, play: Play, bina: int) -> None:
    assert await api.ok("sendChatAction", chat_id=bina, action="typing") is True
    assert "wrong parameter action" in await api.no("sendChatAction", chat_id=bina, action="sing")
    assert len((await play.chat(bina, 7001))["messages"]) == 1
