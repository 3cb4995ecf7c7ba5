import io
import json
import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import structlog
from pydantic import TypeAdapter
from sqlalchemy.exc import StatementError

from bot.running import telemetry
from core.ports import StoreAway

TOKEN = "123456789:AAHfiqksKZ8WmR2zSjiQ7-veIyz0TpVYZtU"


@pytest.fixture
def lines() -> Iterator[Callable[[], list[dict[str, object]]]]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    out = io.StringIO()
    telemetry.set_up("json", out=out)
    yield lambda: [json.loads(line) for line in out.getvalue().splitlines()]
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


Lines = Callable[[], list[dict[str, object]]]


def test_an_id_goes_through_every_line_of_a_block(lines: Lines) -> None:
    with telemetry.bound(update=7):
        structlog.get_logger("bot.x").info("pressed", deal="7K3F9QZM")
    structlog.get_logger("bot.x").warning("outside")
    inside, outside = lines()
    assert inside["update"] == 7
    assert inside["deal"] == "7K3F9QZM"
    assert inside["event"] == "pressed"
    assert inside["level"] == "info"
    assert "update" not in outside


@pytest.mark.parametrize(
    "text",
    [
        TOKEN,
        f"POST https://api.telegram.org/bot{TOKEN}/sendMessage",
        f"GET http://127.0.0.1:8088/file/bot{TOKEN}/a.jpg 200",
        "7001:parties-playground",
    ],
)
def test_a_token_is_taken_out_of_our_lines_and_the_libraries(lines: Lines, text: str) -> None:
    structlog.get_logger("bot.x").info(text, url=text, inner={"deep": [text]})
    logging.getLogger("aiohttp.client").warning("request %s", text)
    shown = json.dumps(lines())
    assert len(lines()) == 2
    assert text.rpartition("bot")[2].partition("/")[0] not in shown
    assert "[removed]" in shown


def test_a_token_is_taken_out_of_a_traceback(lines: Lines) -> None:
    try:
        Path(f"/nowhere/bot{TOKEN}/getMe").read_text()
    except OSError:
        structlog.get_logger("bot.x").exception("failed")
    [line] = lines()
    assert "FileNotFoundError" in str(line["exception"])
    assert TOKEN not in str(line)


def test_a_database_password_is_taken_out_and_the_rest_stays(lines: Lines) -> None:
    structlog.get_logger("bot.x").info("open", url="postgresql+asyncpg://bina:hush@db:5432/x")
    assert lines()[0]["url"] == "postgresql+asyncpg://bina:[removed]@db:5432/x"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("4111 1111 1111 1111", False),
        ("4111-1111-1111-1111", False),
        ("pay to 5555555555554444 please", False),
        ("4111 1111 1111 1112", True),
        ("chat -1001234567890", True),
        ("2026-05-19T16:00:00+00:00", True),
    ],
)
def test_a_card_number_is_taken_out_and_ids_are_not(lines: Lines, text: str, kept: bool) -> None:
    structlog.get_logger("bot.x").info(text)
    assert (lines()[0]["event"] == text) is kept


def test_any_secret_can_be_forgotten(lines: Lines, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telemetry, "_secrets", set())
    telemetry.forget(["vault-key-of-ours", ""])
    structlog.get_logger("bot.x").info("opened with vault-key-of-ours")
    assert lines()[0]["event"] == "opened with [removed]"


def test_what_is_below_the_level_is_left_out(lines: Lines) -> None:
    structlog.get_logger("bot.x").debug("hidden")
    logging.getLogger("httpx").info("hidden too")
    assert lines() == []


LIBRARIES = ("aiogram", "telegram.Bot", "httpx", "sqlalchemy.engine", "aiosqlite", "asyncio", "x")


@pytest.mark.parametrize("library", LIBRARIES)
def test_what_a_library_says_below_a_warning_is_left_out_at_every_level(library: str) -> None:
    """There they write whole messages, with what people said in them."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    out = io.StringIO()
    telemetry.set_up("json", "debug", out=out)
    logging.getLogger(library).info("sendMessage %s", SAID)
    logging.getLogger(library).debug("sendMessage %s", SAID)
    logging.getLogger(library).warning("slow")
    structlog.get_logger("bot.x").debug("ours")
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()
    assert [json.loads(line)["event"] for line in out.getvalue().splitlines()] == ["slow", "ours"]


SAID = "my password is 1234"


def _validated() -> None:
    TypeAdapter(int).validate_python(SAID)


def _stored() -> None:
    try:
        int(SAID)
    except ValueError as error:
        raise StatementError(SAID, "SELECT 1", {"text": SAID}, error) from error


def _grouped() -> None:
    raise ExceptionGroup(SAID, [ValueError(SAID), KeyError(SAID)])


def _while_handling() -> None:
    known: dict[str, str] = {}
    try:
        known[SAID]
    except KeyError:
        raise StoreAway("the disk is full")  # noqa: B904, TRY003 - what is told of it is looked at


@pytest.mark.parametrize("fail", [_validated, _stored, _grouped, _while_handling])
def test_an_error_tells_where_it_was_and_never_what_was_said(
    lines: Lines, fail: Callable[[], None]
) -> None:
    try:
        fail()
    except Exception:  # noqa: BLE001 - whatever it is
        structlog.get_logger("bot.x").exception("an update crashed")
    [line] = lines()
    assert f"in {fail.__name__}" in str(line["exception"])
    assert SAID not in str(line)


def test_our_own_errors_keep_their_words(lines: Lines) -> None:
    try:
        _while_handling()
    except StoreAway:
        structlog.get_logger("bot.x").exception("waiting")
    told = str(lines()[0]["exception"])
    assert "core.ports.store.StoreAway: the disk is full" in told
    assert "builtins.KeyError\n" in told


def test_people_can_read_the_console(lines: Lines) -> None:
    out = io.StringIO()
    telemetry.set_up("console", out=out)
    structlog.get_logger("bot.x").info("started", port=8088)
    assert "started" in out.getvalue()
    assert "port=8088" in out.getvalue()
    assert lines() == []


def test_an_incident_code_can_be_read_aloud_and_differs() -> None:
    codes = {telemetry.new_incident() for _ in range(50)}
    assert len(codes) == 50
    assert all(len(code) == 6 and not set(code) & set("ILOU") for code in codes)
