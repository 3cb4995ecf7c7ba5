"""Logs: one line a step, an id through all that it caused; no secret, and no text of anybody.

`bound(update=…)` puts an id on every line of a block; `new_incident` makes the code that a person
reads aloud and support searches for. Lines of the libraries go the same way, so that a token in
somebody's URL is taken out too; below `warning` they are silent at every level, since there they
write whole messages. An error's own words are kept where its family is known to hold no values.
"""

from __future__ import annotations

import logging
import re
import secrets
import sys
import traceback
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from typing import Any, Final, Literal, TextIO

import structlog
from structlog.contextvars import bound_contextvars as bound

__all__ = ["bound", "forget", "new_incident", "set_up"]

_REMOVED: Final = "[removed]"
# A bot's token, alone or in a URL; the password of a database's URL; a card's number.
_TOKEN: Final = re.compile(r"(?<!\d)\d{3,}:[A-Za-z0-9_-]{12,}")
_PASSWORD: Final = re.compile(r"(?<=://)([^\s:/@]+):[^\s@/]+@")
_CARD: Final = re.compile(r"(?<![\w-])(?:\d[ -]?){14,18}\d(?!\w)")
_CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_INCIDENT: Final = 6
_SHORTEST_SECRET: Final = 6
_NINE: Final = 9
_OURS: Final = ("bot", "core", "storage")
_TELL_NO_VALUES: Final = (*_OURS, "aiogram", "aiohttp", "telegram", "apscheduler")
"""Whose errors are written for people to read. A `ValueError`, and whatever validates or stores
what people wrote, repeats it in its message."""

_secrets: set[str] = set()

Level = Literal["debug", "info", "warning", "error"]


def set_up(
    style: Literal["console", "json"] = "console", level: Level = "info", out: TextIO | None = None
) -> None:
    """Send our lines and the libraries' to `out`, standard error by default."""
    stream = out or sys.stderr
    before: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if style == "json"
        else structlog.dev.ConsoleRenderer(colors=stream.isatty())
    )
    after: list[structlog.typing.Processor] = [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        _tell_the_error,
        _redact,
        renderer,
    ]
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(foreign_pre_chain=before, processors=after)
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(max(logging.WARNING, logging.getLevelName(level.upper())))
    for name in _OURS:
        logging.getLogger(name).setLevel(level.upper())
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *before,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def forget(values: Iterable[str]) -> None:
    """Take these secrets out of every line from now on, whatever they look like."""
    _secrets.update(value for value in values if len(value) >= _SHORTEST_SECRET)


def new_incident() -> str:
    """Six Crockford characters: what a person is told when something went wrong."""
    return "".join(secrets.choice(_CROCKFORD) for _ in range(_INCIDENT))


def _tell_the_error(
    _logger: object, _method: str, line: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Put the error's way through the code into the line, and its words where they may be told."""
    found = line.pop("exc_info", None)
    if found is True:
        found = sys.exc_info()
    error = found[1] if isinstance(found, tuple) else found
    if isinstance(error, BaseException):
        line["exception"] = "".join(_told(error)).rstrip()
    return line


def _told(error: BaseException) -> Iterator[str]:
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _told(before)
        yield "\nand then:\n"
    yield from traceback.format_tb(error.__traceback__)
    kind = type(error)
    said = ""
    if kind.__module__.partition(".")[0] in _TELL_NO_VALUES:
        said = f": {error}"
    elif isinstance(error, OSError):
        said = f": {error.strerror}"
    yield f"{kind.__module__}.{kind.__qualname__}{said}\n"
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from _told(inner)


def _redact(
    _logger: object, _method: str, line: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    return {key: _clean(value) for key, value in line.items()}


def _clean(value: object) -> object:
    match value:
        case bool() | int() | float() | None:
            return value
        case str():
            return _clean_text(value)
        case Mapping():
            return {key: _clean(inner) for key, inner in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_clean(inner) for inner in value]
    return _clean_text(str(value))


def _clean_text(text: str) -> str:
    for secret in _secrets:
        text = text.replace(secret, _REMOVED)
    text = _TOKEN.sub(_REMOVED, text)
    text = _PASSWORD.sub(rf"\1:{_REMOVED}@", text)
    return _CARD.sub(lambda found: _REMOVED if _is_card(found[0]) else found[0], text)


def _is_card(text: str) -> bool:
    """Check by Luhn, so that long ids stay readable."""
    digits = [int(char) for char in text if char.isdigit()][::-1]
    doubled = [digit * 2 - (_NINE if digit * 2 > _NINE else 0) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0
