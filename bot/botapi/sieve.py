"""What can be read of an update, whatever server wrote it: the rest is passed over.

    readable(update) -> (update, lost)   the same without what no library could read, and its paths
    updates_in(answer) -> [update]       those of a getUpdates that have an id at all
    mended(method, body) -> body         an answer, so that a library can read it

An own Bot API server may be older than our libraries, or newer; a field that is missing and that
nobody needs is filled with nothing, a part that makes no sense is left out, and what says whose
words these are takes the message with it. Unknown fields stay. NUL and lone surrogates, which
databases refuse, become U+FFFD: as long in UTF-16, so that the places of links stay right.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import structlog

from bot.botapi.schema import Field, Schema, load

Json = dict[str, Any]

_log = structlog.get_logger(__name__)
_BAD: Final = object()
_ARRAY: Final = "Array of "
_INT64: Final = 2**63
_LAST_DATE: Final = 2**33
"""The year 2242; later ones are no date in some library."""
_MOST_DEEP: Final = 30
_UNFIT: Final = re.compile("[\x00\ud800-\udfff]")
_NOTHING: Final[Mapping[str, object]] = {
    "String": "", "Integer": 0, "Float": 0.0, "Boolean": False, "True": True,
}  # fmt: skip
_MOST_TOLD: Final = 10
"""Paths that one line of the log names."""
_NEEDED: Final = frozenset({"id", "update_id", "type", "message_id", "file_id", "offset", "length"})
"""Without these a thing is not what it is; other plain fields may be missing."""
_WHOSE: Final = frozenset({"from", "chat", "sender_chat", "forward_origin", "via_bot"})
"""What says whose words these are: where it can not be read, they are nobody's."""


_SAID: Final = frozenset({
    "text", "caption", "rich_message", "animation", "audio", "document", "photo", "video",
    "video_note", "voice", "sticker", "story", "paid_media", "checklist", "contact", "dice", "game",
    "poll", "venue", "location",
})  # fmt: skip
"""What a message says. The rest is around it, or tells what happened in the chat."""


def text_of(text: str) -> str:
    """Without what databases refuse."""
    return _UNFIT.sub("\ufffd", text)


def readable(update: object) -> tuple[Json, list[str]]:
    """The update, and what of it was passed over. Without any event there is nothing to handle."""
    sieve = _Sieve(load())
    found = sieve.one("Update", update, "", 0)
    return (found if isinstance(found, dict) else {}), sieve.lost


def handled(update: object) -> Json | None:
    """What of it is to be handled; None, and a line in the log, where nothing is left."""
    found, lost = readable(update)
    if lost:
        _log.warning("passed over what can not be read", at=lost[:_MOST_TOLD])
    events = load().types["Update"].keys() - {"update_id"}
    return found if found.keys() & events else None


def unread(update: Json, found: Json | None) -> bool:
    """Whether a person said something in a message that was passed over, wholly or in part.

    A message that is left with nothing is answered as one that holds nothing.
    """
    told, read = update.get("message"), (found or {}).get("message")
    if not isinstance(told, dict):
        return False
    kept = read.keys() if isinstance(read, dict) else frozenset[str]()
    lost = (_SAID & told.keys()) - kept
    return bool(lost) and (not kept or bool(_SAID & kept))


def updates_in(answer: Sequence[object]) -> list[Json]:
    """What has no id can be neither kept nor confirmed."""
    return [update for update in answer if isinstance(update, dict) and _has_id(update)]


def _has_id(update: Json) -> bool:
    number = update.get("update_id")
    return type(number) is int and 0 <= number < _INT64


def mended(method: str, body: str) -> str:
    """The result as it can be read; the body as it is where nothing helps."""
    schema = load()
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return body
    returns = schema.returns.get(method)
    if returns is None or not isinstance(said, dict) or "result" not in said:
        return body
    result = _Sieve(schema).fitting(returns, said["result"], method, 0)
    return body if result is _BAD else json.dumps({**said, "result": result})


class _Sieve:
    """One pass."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self.lost: list[str] = []

    def fitting(self, types: list[str], value: object, where: str, depth: int) -> object:
        """The value as the first of the types that it fits; `_BAD` for none."""
        before = len(self.lost)
        for name in types:
            found = self.one(name, value, where, depth)
            if found is not _BAD:
                return found
            if name != types[-1]:
                del self.lost[before:]
        return _BAD

    def one(self, name: str, value: object, where: str, depth: int) -> object:
        """As `fitting`, for one type."""
        if depth > _MOST_DEEP:
            return _BAD
        if name.startswith(_ARRAY):
            return self._array(name.removeprefix(_ARRAY), value, where, depth)
        if name in _NOTHING:
            return _plain(name, value, where)
        if name == "RichText" and isinstance(value, str | list):
            return _cleaned(value, depth)
        if not isinstance(value, dict) or name not in self._schema.types:
            return _BAD
        return self._object(self._kind(name, value), value, where, depth)

    def _array(self, name: str, value: object, where: str, depth: int) -> object:
        if not isinstance(value, list):
            return _BAD
        kept = []
        for place, item in enumerate(value):
            found = self.one(name, item, f"{where}[{place}]", depth + 1)
            if found is _BAD:
                self.lost.append(f"{where}[{place}]")
            else:
                kept.append(found)
        return kept

    def _kind(self, name: str, value: Json) -> str:
        """Which member of a union it is, by the constants that tell them apart."""
        for kind in self._schema.subtypes[name]:
            told = {n: f.constant for n, f in self._fields(kind).items() if f.constant}
            if all(value.get(key) == constant for key, constant in told.items()):
                return kind
        return name

    def _fields(self, name: str) -> Mapping[str, Field]:
        return self._schema.types[name]

    def _object(self, name: str, value: Json, where: str, depth: int) -> object:
        if self._schema.subtypes[name]:
            return _BAD  # a member that nobody knows
        fields, kept = self._fields(name), Json()
        for key, item in value.items():
            at = f"{where}.{key}" if where else key
            field = fields.get(key)
            if field is None:
                kept[text_of(key)] = _cleaned(item, depth)
                continue
            found = self.fitting(field.types, item, at, depth + 1)
            if found is not _BAD:
                kept[key] = found
                continue
            self.lost.append(at)
            if key in _WHOSE and depth:
                return _BAD
        if name == "User" and type(kept.get("id")) is int and kept["id"] <= 0:
            return _BAD  # our own actors have such numbers, and nobody at Telegram does
        return kept if self._filled(fields, kept, where) else _BAD

    def _filled(self, fields: Mapping[str, Field], kept: Json, where: str) -> bool:
        """Whether all that is needed is there; what is not, and is plain, becomes nothing."""
        for key in _required(fields):
            if key in kept:
                continue
            field = fields[key]
            if key in _NEEDED or field.types[0] not in _NOTHING:
                return False
            self.lost.append(f"{where}.{key}" if where else key)
            kept[key] = field.constant or _NOTHING[field.types[0]]
        return True


def _required(fields: Mapping[str, Field]) -> list[str]:
    return [key for key, field in fields.items() if field.required]


def _plain(name: str, value: object, where: str) -> object:
    match name, value:
        case "String", str():
            return text_of(value)
        case (("Boolean" | "True"), bool()) if value or name == "Boolean":
            return value
        case (("Integer" | "Float"), bool()):
            return _BAD
        case "Integer", int() if -_INT64 <= value < _INT64:
            dated = where.endswith("date")
            return value if not dated or 0 <= value < _LAST_DATE else _BAD
        case "Float", (int() | float()) if abs(value) < _INT64 and math.isfinite(value):
            return value
    return _BAD


def _cleaned(value: object, depth: int) -> object:
    """What the schema says nothing of."""
    if depth > _MOST_DEEP:
        return None
    match value:
        case str():
            return text_of(value)
        case list():
            return [_cleaned(item, depth + 1) for item in value]
        case dict():
            return {text_of(key): _cleaned(item, depth + 1) for key, item in value.items()}
    return value
