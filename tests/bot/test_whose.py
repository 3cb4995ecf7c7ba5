"""Trouble outside is never a bug of ours: every exception, and every answer, is somebody's."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
import httpx
import pytest
import telegram.error as desk_told
from aiogram import exceptions as parties_told
from aiogram.methods import SendMessage
from hypothesis import given
from hypothesis import strategies as st
from yarl import URL

from bot.desk.line import trouble as desk
from bot.desk.line.transport import refused as desk_refused
from bot.mail.sending import RetryAfter, Revoked, TryAgain, Unreachable
from bot.mail.trouble import DEFAULT_ORDER, No, Whose, judged, meant, of_no
from bot.parties.line import trouble as parties
from bot.parties.line.transport import refused as parties_refused
from tests.kit.exceptions import exceptions_of, named

METHOD = SendMessage(chat_id=1, text="x")

# Never raised to whoever calls: how a library speaks to itself.
INSIDE = {
    "aiohttp._websocket.models.WSHandshakeError",
    "aiohttp.compression_utils.TooManyMembersError",
    "aiohttp.payload.LookupError",
    "aiohttp.streams.EofStream",
    "aiohttp.web_app.CleanupError",
    "aiohttp.web_protocol.PayloadAccessError",
    "aiohttp.web_protocol.RequestPayloadError",
    "aiohttp.web_runner.GracefulExit",
}


@pytest.mark.parametrize(
    ("library", "table"),
    [
        ("aiogram", parties.TABLE),
        ("aiohttp", parties.TABLE),
        ("telegram", desk.TABLE),
        ("httpx", desk.TABLE),
        ("httpcore", desk.TABLE),
    ],
)
def test_every_exception_of_a_library_is_somebodys_trouble(library: str, table: Any) -> None:
    found = [kind for kind in exceptions_of(library) if _path(kind) not in INSIDE]
    assert found
    assert [_path(kind) for kind in found if not named(kind, table)] == []


@pytest.mark.parametrize(
    ("library", "root", "table"),
    [
        ("aiogram", parties_told.AiogramError, parties.TABLE),
        ("telegram", desk_told.TelegramError, desk.TABLE),
    ],
)
def test_what_telegram_may_answer_is_decided_class_by_class(
    library: str, root: type[Exception], table: Any
) -> None:
    own = [kind for kind in exceptions_of(library) if issubclass(kind, root)]
    assert [_path(kind) for kind in own if kind not in table] == []


def _path(kind: type[BaseException]) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _response_error(status: int) -> aiohttp.ClientResponseError:
    url = URL("http://files/x")
    about: Any = aiohttp.RequestInfo(url, "GET", {}, url)  # type: ignore[arg-type]
    return aiohttp.ClientResponseError(about, (), status=status)


NOBODYS_FAMILY: list[Exception] = [
    parties_told.ClientDecodeError("Failed to decode object", ValueError(), "<html>"),
    _response_error(502),
    _response_error(404),
    aiohttp.ServerDisconnectedError(),
    aiohttp.ClientPayloadError(),
    aiohttp.ConnectionTimeoutError(),
    ConnectionResetError(),
    parties_told.TelegramConflictError(METHOD, "Conflict: terminated by other getUpdates request"),
    parties_told.TelegramBadRequest(
        METHOD, "Bad Request: wrong file_id or the file is temporarily unavailable"
    ),
]


@pytest.mark.parametrize("error", NOBODYS_FAMILY, ids=lambda error: type(error).__name__)
def test_the_networks_trouble_is_tried_again_by_the_parties_bot(error: Exception) -> None:
    with pytest.raises(TryAgain), parties.translated():
        raise error


@pytest.mark.parametrize(
    "error",
    [
        desk_told.TimedOut(),
        desk_told.Conflict("Conflict"),
        desk_told.NetworkError("Bad Gateway"),
        desk_told.BadRequest("Wrong file_id or the file is temporarily unavailable"),
        httpx.ReadError("cut off"),
        httpx.StreamClosed(),
        ConnectionResetError(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_the_networks_trouble_is_tried_again_by_the_desks_bot(error: Exception) -> None:
    with pytest.raises(TryAgain), desk.translated():
        raise error


@pytest.mark.parametrize(
    "text",
    [
        "Bad Request: chat not found",
        "Bad Request: PEER_ID_INVALID",
        "Bad Request: not enough rights to send text messages to the chat",
        "Bad Request: CHAT_WRITE_FORBIDDEN",
    ],
)
def test_where_the_bot_may_not_write_nobody_is_there(text: str) -> None:
    with pytest.raises(Unreachable), parties.translated():
        raise parties_told.TelegramBadRequest(METHOD, text)
    with pytest.raises(Unreachable), desk.translated():
        raise desk_told.BadRequest(text.removeprefix("Bad Request: ").capitalize())


def test_a_closed_topic_is_for_whoever_writes_into_it_at_the_desk_to_open() -> None:
    with pytest.raises(Unreachable), parties.translated():
        raise parties_told.TelegramBadRequest(METHOD, "Bad Request: TOPIC_CLOSED")
    with pytest.raises(desk_told.BadRequest), desk.translated():
        raise desk_told.BadRequest("Topic_closed")


@pytest.mark.parametrize(
    "text",
    [
        "Forbidden: bot was blocked by the user",
        "Forbidden: user is deactivated",
        "Forbidden: bot can't initiate conversation with a user",
        "Forbidden: bot was kicked from the supergroup chat",
    ],
)
def test_whoever_shut_the_bot_out_is_unreachable_whatever_the_words(text: str) -> None:
    with pytest.raises(Unreachable), parties.translated():
        raise parties_told.TelegramForbiddenError(METHOD, text)
    with pytest.raises(Unreachable), desk.translated():
        raise desk_told.Forbidden(text)


def test_what_is_ours_goes_on_up_as_it_is() -> None:
    ours = parties_told.TelegramBadRequest(METHOD, "Bad Request: can't parse entities")
    with pytest.raises(parties_told.TelegramBadRequest), parties.translated():
        raise ours
    with pytest.raises(desk_told.BadRequest), desk.translated():
        raise desk_told.BadRequest(message="Can't parse entities")
    with pytest.raises(FileNotFoundError), parties.translated():
        raise FileNotFoundError


def _no(code: int, text: str = "", **parameters: Any) -> str:
    return json.dumps(
        {"ok": False, "error_code": code, "description": text, "parameters": parameters}
    )


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (502, "<html><h1>502 Bad Gateway</h1></html>", Whose.NETWORK),
        (403, "<html>this network needs a log-in</html>", Whose.NETWORK),
        (401, "<html></html>", Whose.NETWORK),
        (404, "", Whose.NETWORK),
        (200, "<html>welcome to the hotel</html>", Whose.NETWORK),
        (200, '{"ok": true}', Whose.NETWORK),
        (200, '{"ok": tr', Whose.NETWORK),
        (200, "[]", Whose.NETWORK),
        (200, '{"hello": 1}', Whose.NETWORK),
        (200, '{"ok": false}', Whose.NETWORK),
        (500, '{"ok": false}', Whose.NETWORK),
        (500, _no(500, "Internal Server Error: restart"), Whose.NETWORK),
        (504, _no(504, "Gateway Timeout"), Whose.NETWORK),
        (429, "<html>slow down</html>", Whose.ORDER),
        (429, _no(429, "Too Many Requests: retry after 7", retry_after=7), Whose.ORDER),
        (429, _no(429, "Too Many Requests: retry after 7"), Whose.ORDER),
        (429, _no(429), Whose.ORDER),
        (400, _no(400, "whatever they say tomorrow", retry_after=3), Whose.ORDER),
        (403, _no(403, "Forbidden: words of tomorrow"), Whose.PERSON),
        (200, _no(403, "Forbidden: user is deactivated"), Whose.PERSON),
        (400, _no(400, "Bad Request: USER NOT FOUND"), Whose.PERSON),
        (400, _no(400, "Bad Request: group", migrate_to_chat_id=-100), Whose.OPERATOR),
        (401, _no(401, "Unauthorized"), Whose.OPERATOR),
        (404, _no(404, "Not Found"), Whose.OPERATOR),
        (404, _no(404, "Not Found: method not found"), Whose.OURS),
        (409, _no(409, "Conflict: terminated by other getUpdates request"), Whose.NETWORK),
        (413, "<html>Request Entity Too Large</html>", Whose.OURS),
        (400, _no(400, "Bad Request: can't parse entities"), Whose.OURS),
    ],
)
def test_an_answer_is_judged_by_code_and_parameters_first(
    status: int, body: str, expected: Whose
) -> None:
    answer = judged(status, body)
    assert answer is not None
    assert answer.whose is expected
    assert parties.trouble_of(parties_refused(METHOD, answer)) is expected
    raised = desk_refused(answer)
    if raised is not None:
        assert desk.trouble_of(raised) is expected


def test_a_yes_is_a_yes_and_an_order_names_its_seconds() -> None:
    assert judged(200, '{"ok": true, "result": false}') is None
    for body, seconds in (
        (_no(429, "x", retry_after=7), 7),
        (_no(429, "Too Many Requests: retry after 9"), 9),
        (_no(429, "Too Many Requests"), DEFAULT_ORDER),
        (_no(429, "x", retry_after="soon"), DEFAULT_ORDER),
    ):
        answer = judged(429, body)
        assert answer is not None
        assert answer.retry_after == seconds
        with pytest.raises(RetryAfter) as order, parties.translated():
            raise parties_refused(METHOD, answer)
        assert order.value.seconds == seconds


@given(
    status=st.integers(100, 599),
    body=st.one_of(
        st.binary(max_size=40),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(
                        ["ok", "error_code", "description", "parameters", "retry_after"]
                    ),
                    inner,
                    max_size=4,
                )
            ),
        ).map(lambda value: json.dumps(value).encode()),
    ),
)
def test_no_answer_whatever_breaks_the_judge(status: int, body: bytes) -> None:
    answer = judged(status, body)
    if answer is not None:
        assert isinstance(parties_refused(METHOD, answer), parties_told.TelegramAPIError)
        desk_refused(answer)


@pytest.mark.parametrize(
    ("text", "no"),
    [
        ("Bad Request: message is not modified: specified new message content", No.ALREADY),
        ("TOPIC_NOT_MODIFIED", No.ALREADY),
        ("Topic_not_modified", No.ALREADY),
        ("Bad Request: query is too old and response timeout expired", No.LATE),
        ("QUERY_ID_INVALID", No.LATE),
        ("Bad Request: message to edit not found", No.MESSAGE_GONE),
        ("Message can't be edited", No.MESSAGE_GONE),
        ("There is no text in the message to edit", No.MESSAGE_GONE),
        ("MESSAGE_ID_INVALID", No.MESSAGE_GONE),
        ("Bad Request: message thread not found", No.TOPIC_GONE),
        ("Topic_id_invalid", No.TOPIC_GONE),
        ("TOPIC_DELETED", No.TOPIC_GONE),
        ("TOPIC_CLOSED", No.TOPIC_CLOSED),
        ("Bad Request: user not found", No.NO_MEMBER),
        ("Bad Request: PARTICIPANT_ID_INVALID", No.NO_MEMBER),
        ("USER_NOT_PARTICIPANT", No.NO_MEMBER),
        ("Bad Request: chat not found", No.NOBODY),
        ("Bad Request: file is too big", No.TOO_LARGE),
        ("Bad Request: BUTTON_DATA_INVALID", No.OTHER),
        ("", No.OTHER),
        (None, No.OTHER),
    ],
)
def test_what_telegram_says_is_read_without_case(text: str | None, no: No) -> None:
    assert meant(text) is no


def test_a_button_that_telegram_refuses_is_ours() -> None:
    assert of_no(meant("BUTTON_DATA_INVALID")) is Whose.OURS


def test_a_token_that_is_unknown_is_the_operators() -> None:
    for error in (
        parties_told.TelegramUnauthorizedError(METHOD, "Unauthorized"),
        parties_told.TelegramNotFound(METHOD, "Not Found"),
    ):
        with pytest.raises(Revoked), parties.translated():
            raise error
    with pytest.raises(Revoked), desk.translated():
        raise desk_told.InvalidToken("Unauthorized")
    with pytest.raises(parties_told.TelegramNotFound), parties.translated():
        raise parties_told.TelegramNotFound(METHOD, "Not Found: method not found")
