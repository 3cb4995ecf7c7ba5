"""What a request must look like: stricter than Telegram, which ignores what it does not know."""

import json
from typing import Any

import aiohttp
import pytest

from bot.botapi.schema import load

from .tools import PARTIES, Api, Play


async def test_a_wrong_token_is_unauthorized(http: aiohttp.ClientSession) -> None:
    async with http.get("/bot7001:wrong/getMe") as response:
        assert response.status == 401
        assert (await response.json())["description"] == "Unauthorized"


async def test_an_unknown_method_is_not_found(api: Api) -> None:
    assert (await api.call("sendSmoke"))["error_code"] == 404


async def test_a_method_that_is_not_offered_says_so(api: Api) -> None:
    refusal = await api.no("getMyStarBalance")
    assert refusal == "Bad Request: the playground does not offer getMyStarBalance"


async def test_method_names_are_taken_in_any_case(api: Api) -> None:
    assert (await api.ok("GETME"))["username"] == "holdfast_bot"


@pytest.mark.parametrize(
    ("params", "complaint"),
    [
        ({"chat_id": 1001, "text": "x", "colour": "red"}, 'the method has no parameter "colour"'),
        ({"chat_id": 1001}, 'parameter "text" is required'),
        ({"chat_id": 1001, "text": 5}, "text: String is expected, not int"),
        ({"chat_id": 1001, "text": "x", "disable_notification": "perhaps"}, "Boolean is expected"),
        ({"chat_id": 1001, "text": "x", "message_thread_id": "one"}, "Integer is expected"),
        (
            {"chat_id": 1001, "text": "x", "reply_markup": {"inline_keyboard": [[{"txt": "x"}]]}},
            'InlineKeyboardButton has no "txt"',
        ),
        ({"chat_id": 1001, "text": "x", "reply_markup": "{not JSON"}, "reply_markup:"),
        ({"chat_id": 1001, "text": "x", "business_connection_id": "b"}, "does not do"),
    ],
)
async def test_what_the_schema_forbids_is_refused(
    api: Api, bina: int, params: dict[str, Any], complaint: str
) -> None:
    assert bina
    assert complaint in await api.no("sendMessage", **params)


async def test_forms_carry_objects_as_json_text(
    http: aiohttp.ClientSession, play: Play, bina: int
) -> None:
    markup = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    form = {
        "chat_id": str(bina),
        "text": "x",
        "entities": json.dumps([{"type": "bold", "offset": 0, "length": 1}]),
        "reply_markup": json.dumps(markup),
        "disable_notification": "true",
    }
    async with http.post(f"/bot{PARTIES}/sendMessage", data=form) as response:
        assert response.status == 200
    shown = await play.last(bina, 7001)
    assert (shown["html"], shown["reply_markup"]) == ("<b>x</b>", markup)


async def test_parameters_may_stand_in_the_address(http: aiohttp.ClientSession, bina: int) -> None:
    address = f"/bot{PARTIES}/sendMessage"
    async with http.get(address, params={"chat_id": bina, "text": "x"}) as response:
        assert (await response.json())["result"]["text"] == "x"


async def test_a_body_that_is_no_json_is_refused(http: aiohttp.ClientSession) -> None:
    headers = {"Content-Type": "application/json"}
    async with http.post(f"/bot{PARTIES}/getMe", data="{", headers=headers) as response:
        assert response.status == 400


def test_the_schema_has_every_type_that_it_names() -> None:
    schema = load()
    named = {
        name.replace("Array of ", "")
        for group in (schema.methods, schema.types)
        for fields in group.values()
        for field in fields.values()
        for name in field.types
    }
    assert named <= {*schema.types, "String", "Integer", "Float", "Boolean"}


def test_a_union_is_told_apart_by_its_constant() -> None:
    schema = load()
    scope = {"type": "chat", "chat_id": 5}
    assert schema.problems(["BotCommandScope"], scope, "scope") == []
    assert schema.problems(["BotCommandScope"], {"type": "chat"}, "scope") == [
        'scope: BotCommandScopeChat needs "chat_id"'
    ]
    assert schema.problems(["BotCommandScope"], {"type": "planet"}, "scope") == [
        "scope: no kind of BotCommandScope"
    ]


def test_a_broken_answer_would_be_noticed() -> None:
    schema = load()
    chat = {"id": 1, "type": "private"}
    whole = {"message_id": 1, "date": 1, "chat": chat}
    assert schema.answer("sendMessage", whole) == []
    assert schema.answer("sendMessage", whole | {"txt": "x"}) == [
        'sendMessage: Message has no "txt"'
    ]
    assert schema.answer("sendMessage", {"chat": chat, "date": 1}) == [
        'sendMessage: Message needs "message_id"'
    ]
    assert schema.answer("deleteMessage", "yes") == ["deleteMessage: Boolean is expected, not str"]
