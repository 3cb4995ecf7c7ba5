"""Formatted text: entities measured in UTF-16 units, as Telegram counts."""

import re
from typing import Any

from bot.playground.errors import bad
from bot.playground.html_parse import parse_html
from bot.playground.utf16 import length, trimmed

Json = dict[str, Any]

TEXT_LIMIT, CAPTION_LIMIT = 4096, 1024
_MOST = 100  # Telegram keeps the first hundred entities of a message

_FOUND = {
    "url": re.compile(
        r"(?:https?://|tg://)[^\s<>\"]+[^\s<>\".,;:!?)\]}'»]|(?<![\w./@])(?:www\.|t\.me/)[\w./?=&%#-]+\w"
    ),
    "email": re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[a-z]{2,}", re.IGNORECASE),
    "mention": re.compile(r"(?<![\w@/])@[A-Za-z]\w{3,31}\b"),
    "bot_command": re.compile(r"(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/<>])"),
    "hashtag": re.compile(r"(?<![\w#&])#(?=\w*[^\W\d_])\w{1,256}"),
}


def formatted(
    text: str, parse_mode: str | None, entities: list[Json] | None
) -> tuple[str, list[Json]]:
    """What a message will say, and its entities: parsed, trimmed, links and commands found.

    ApiError when the mode is unknown, the markup is broken, or an entity lies outside the text.
    """
    if parse_mode:
        if parse_mode.lower() != "html":
            raise bad(
                f"unsupported parse_mode: the playground speaks HTML and entities, not {parse_mode}"
            )
        text, entities = parse_html(text)
    given = [dict(entity) for entity in entities or []]
    if any(
        e["offset"] < 0 or e["length"] <= 0 or e["offset"] + e["length"] > length(text)
        for e in given
    ):
        raise bad("can't parse entities: an entity lies outside the text")
    text, given = trimmed(text, given)
    return text, ordered([*given, *detected(text, given)])[:_MOST]


def detected(text: str, taken: list[Json]) -> list[Json]:
    """What Telegram finds by itself, outside code and links.

    Addresses, mentions, commands and hashtags.
    """
    closed = [
        (e["offset"], e["offset"] + e["length"])
        for e in taken
        if e["type"] in {"code", "pre", "text_link"}
    ]
    found: list[Json] = []
    for kind, pattern in _FOUND.items():
        for match in pattern.finditer(text):
            start, size = length(text[: match.start()]), length(match[0])
            if all(start + size <= begin or start >= end for begin, end in closed):
                found.append({"type": kind, "offset": start, "length": size})
                closed.append((start, start + size))
    return found


def ordered(entities: list[Json]) -> list[Json]:
    """By place; the longer, which contains the other, first."""
    return sorted(entities, key=lambda e: (e["offset"], -e["length"]))


def text_of(
    raw: str, parse_mode: str | None, entities: list[Json] | None
) -> tuple[str, list[Json]]:
    """A message's text; ApiError when it is empty or over 4,096 units."""
    if not raw:
        raise bad("message text is empty")
    text, found = formatted(raw, parse_mode, entities)
    if not text:
        raise bad("text must be non-empty")
    if length(text) > TEXT_LIMIT:
        raise bad("message is too long")
    return text, found


def caption_of(
    raw: str | None, parse_mode: str | None, entities: list[Json] | None
) -> tuple[str, list[Json]]:
    """A caption, which may be empty; ApiError when it is over 1,024 units."""
    text, found = formatted(raw or "", parse_mode, entities)
    if length(text) > CAPTION_LIMIT:
        raise bad("message caption is too long")
    return text, found


def is_start_payload(payload: str) -> bool:
    """Whether a deep link may carry it: 1 to 64 of ``A-Za-z0-9_-``."""
    return re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload) is not None
