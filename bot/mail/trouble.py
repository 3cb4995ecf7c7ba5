"""Whose trouble is it? One word for every failure outside, and what Telegram's noes mean.

    Whose, Table, whose(error, table)    each library's table stands where the library may be named
    judged(status, body) -> Judged       an HTTP answer of the Bot API; None for a yes
    meant(text) -> No                    what a refused request means, by Telegram's words

Decided by code and parameters first; by words last, and without case, since Telegram changes them
and each library writes them its own way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from traceback import walk_tb
from types import FrameType
from typing import Any, Final


class Whose(Enum):
    """To whom a failure belongs, and so what becomes of it."""

    NETWORK = auto()
    """It may pass, and nobody knows whether it arrived: TryAgain."""
    ORDER = auto()
    """Telegram says when: RetryAfter."""
    PERSON = auto()
    """They blocked the bot, or are gone: Unreachable."""
    OPERATOR = auto()
    """A token that Telegram knows no more, a group that moved: nothing is lost, somebody helps."""
    DATABASE = auto()
    """The database or the disk cannot be had just now: StoreAway."""
    OURS = auto()
    """A bug: an incident."""


Table = Mapping[type[BaseException], Whose]


def whose(error: BaseException, table: Table) -> Whose:
    """By the nearest class that the table names; what it does not know is ours."""
    named = (table[kind] for kind in type(error).__mro__ if kind in table)
    return next(named, Whose.OURS)


OUTSIDE: Final = (
    "bot.mail.pacing", "bot.mail.lasting", "storage.", "sqlalchemy.", "aiosqlite.", "asyncpg.",
    "bot.parties.line.transport", "aiogram.client.", "aiohttp.",
    "bot.desk.line.transport", "telegram.request.", "httpx.", "httpcore.",
)  # fmt: skip
"""Modules in which one waits for Telegram, for a turn there, or for the database."""
_LOCKS: Final = "asyncio.locks."


def stood_outside(over: TimeoutError) -> bool:
    """Whether what was broken off by `asyncio.timeout` was waiting for Telegram or the database.

    It is slow then, and no bug; what is broken off in our own code hangs. Whoever stands behind
    somebody else, at a lock or for a place to fetch a file, waits for what that one waits for.
    """
    broken_off = over.__cause__ or over.__context__
    trace = None if broken_off is None else broken_off.__traceback__
    return any(_outside(frame) for frame, _ in walk_tb(trace))


def _outside(frame: FrameType) -> bool:
    behind = _module(frame) == _LOCKS and frame.f_code.co_name == "acquire"
    return behind or _module(frame).startswith(OUTSIDE)


def _module(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__", "")) + "."


class No(Enum):
    """What a 400, or a 404 of a method, says."""

    ALREADY = auto()
    """It is so already."""
    LATE = auto()
    """The phone waits no more for the answer of a press or of an inline query."""
    MESSAGE_GONE = auto()
    """The message was deleted, is too old, or has nothing to edit (a picture)."""
    TOPIC_GONE = auto()
    TOPIC_CLOSED = auto()
    FILE_LATER = auto()
    """The file can not be had now; perhaps later."""
    TOO_LARGE = auto()
    NOBODY = auto()
    """There is no such chat or person, or none that the bot may write to."""
    NO_MEMBER = auto()
    """Whom we asked about is not in the group."""
    NO_RIGHTS = auto()
    """The group gives the bot no right to that, or has no topics."""
    NO_METHOD = auto()
    """A Bot API server that is older than the method."""
    OTHER = auto()
    """What we asked for is wrong."""


_WORDS: Final[tuple[tuple[No, tuple[str, ...]], ...]] = (
    (No.ALREADY, ("not modified", "not_modified", "already closed", "already pinned")),
    (No.LATE, ("query is too old", "query id is invalid", "query_id_invalid")),
    (
        No.MESSAGE_GONE,
        (
            "message to edit not found", "message can't be edited", "message to delete not found",
            "message can't be deleted", "message to pin not found", "message_id_invalid",
            "there is no text in the message", "there is no caption in the message",
            "message_edit_time_expired", "message_delete_forbidden", "message_author_required",
        ),
    ),
    (
        No.TOPIC_GONE,
        ("thread not found", "topic_id_invalid", "topic_deleted", "topic not found"),
    ),
    (No.TOPIC_CLOSED, ("topic_closed", "topic is closed")),
    (
        No.FILE_LATER,
        ("temporarily unavailable", "wrong file_id", "wrong file id", "file_reference_expired",
         "file_id_invalid"),
    ),
    (No.TOO_LARGE, ("file is too big", "entity too large", "entity_too_large")),
    (
        No.NO_MEMBER,
        (
            "user not found", "member not found", "participant_id_invalid", "user_not_participant",
            "user_id_invalid",
        ),
    ),
    (
        No.NOBODY,
        (
            "chat not found", "user is deactivated", "user_is_deactivated",
            "input_user_deactivated", "peer_id_invalid", "user_is_blocked",
            "bot can't initiate", "can't send messages to", "group chat was deactivated",
            "bot was blocked", "bot was kicked", "bot is not a member",
        ),
    ),
    (
        No.NO_RIGHTS,
        (
            "not enough rights", "chat_admin_required", "not a forum", "have no rights",
            "need administrator rights", "chat_write_forbidden", "chat_restricted",
            "chat_send_", "channel_forum_missing",
        ),
    ),
    (No.NO_METHOD, ("method not found", "method is not available", "unknown method")),
)  # fmt: skip


def meant(text: str | None) -> No:
    """The first that fits; OTHER for words that nobody has met yet."""
    said = (text or "").casefold()
    return next((no for no, words in _WORDS if any(word in said for word in words)), No.OTHER)


DEFAULT_ORDER: Final = 5.0
"""Seconds for a 429 that names none."""
_ORDER: Final = re.compile(r"retry after (\d{1,6})", re.IGNORECASE)
_CONFLICT: Final = 409
_TOO_LARGE: Final = 413
_TOO_MANY: Final = 429
_SERVER: Final = 500


@dataclass(frozen=True, slots=True)
class Judged:
    """A no of the Bot API. `code` is its own where it has one, else HTTP's."""

    whose: Whose
    code: int
    text: str
    retry_after: float = DEFAULT_ORDER
    moved_to: int | None = None


def judged(status: int, body: str | bytes) -> Judged | None:
    """Whose trouble an HTTP answer is; None for Telegram's yes, which has a result.

    What is no JSON object that says whether it is `ok` does not come from Telegram but from
    something on the way, whatever its status: a 403 in HTML blocks nobody, a 401 revokes nothing.
    """
    said = _said(body)
    if said is None:
        kind = Whose.ORDER if status == _TOO_MANY else Whose.NETWORK
        kind = Whose.OURS if status == _TOO_LARGE else kind
        return Judged(kind, status, f"an answer that is not Telegram's ({status})")
    if said["ok"]:
        whole = "result" in said and status < _SERVER
        return None if whole else Judged(Whose.NETWORK, status, "half an answer")
    code = _whole(said.get("error_code")) or status
    text = said.get("description")
    text = text if isinstance(text, str) and text else f"error {code}"
    parameters = said.get("parameters")
    parameters = parameters if isinstance(parameters, dict) else {}
    moved = _whole(parameters.get("migrate_to_chat_id"))
    if moved:
        return Judged(Whose.OPERATOR, code, text, moved_to=moved)
    seconds = _seconds(parameters.get("retry_after"), text)
    return Judged(_by_code(code, text, seconds), code, text, seconds or DEFAULT_ORDER)


def _by_code(code: int, text: str, seconds: float | None) -> Whose:
    if code == _TOO_MANY or seconds is not None:
        return Whose.ORDER
    match code:
        case 401:
            return Whose.OPERATOR
        case 404:
            return Whose.OURS if meant(text) is No.NO_METHOD else Whose.OPERATOR
        case 403:
            return Whose.PERSON
        case 409:
            return Whose.NETWORK
        case 400 | 413:
            return of_no(meant(text))
    return Whose.NETWORK if code >= _SERVER or code < 400 else Whose.OURS  # noqa: PLR2004


def of_no(no: No) -> Whose:
    """Whose trouble a refused request is, where nobody on the spot knows better."""
    match no:
        case No.NOBODY | No.NO_MEMBER | No.NO_RIGHTS | No.TOPIC_CLOSED:
            return Whose.PERSON
        case No.FILE_LATER:
            return Whose.NETWORK
    return Whose.OURS


def _said(body: str | bytes) -> dict[str, Any] | None:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) and isinstance(said.get("ok"), bool) else None


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _seconds(given: object, text: str) -> float | None:
    if isinstance(given, int | float) and not isinstance(given, bool) and given > 0:
        return float(given)
    found = _ORDER.search(text)
    return float(found[1]) if found else None
