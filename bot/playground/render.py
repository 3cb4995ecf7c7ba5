"""Text and entities as HTML that is safe to put into a page, whatever somebody typed."""

from collections.abc import Iterator
from html import escape
from typing import Any

from bot.playground.utf16 import length, piece

Json = dict[str, Any]

_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "spoiler": ('<span class="spoiler">', "</span>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ('<blockquote class="expandable">', "</blockquote>"),
    "hashtag": ('<span class="hashtag">', "</span>"),
}
_SCHEMES = ("http://", "https://", "tg://", "mailto:")


def rendered(text: str, entities: list[Json]) -> str:
    """Safe HTML; entities that overlap are clipped to the one that they begin in."""
    rows = sorted(entities, key=lambda e: (e["offset"], -e["length"]))
    return "".join(_inside(text, rows, 0, length(text)))


def _inside(text: str, entities: list[Json], start: int, end: int) -> Iterator[str]:
    at = start
    rows = list(entities)
    while rows:
        first = rows.pop(0)
        begin, stop = max(first["offset"], at), min(first["offset"] + first["length"], end)
        if stop <= begin:
            continue
        within = [row for row in rows if row["offset"] < stop]
        rows = rows[len(within) :]
        yield _plain(text, at, begin)
        before, after = _tag(first, piece(text, begin, stop - begin))
        yield before
        yield from _inside(text, within, begin, stop)
        yield after
        at = stop
    yield _plain(text, at, end)


def _plain(text: str, start: int, end: int) -> str:
    return escape(piece(text, start, end - start)).replace("\n", "<br>") if end > start else ""


def _tag(entity: Json, said: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind in _TAGS:
        return _TAGS[kind]
    if kind == "bot_command":
        return f'<a class="command" href="#" data-command="{escape(said)}">', "</a>"
    address = {
        "text_link": entity.get("url", ""),
        "url": said if "://" in said else f"http://{said}",
        "email": f"mailto:{said}",
        "mention": f"https://t.me/{said.removeprefix('@')}",
    }.get(kind, "")
    if address.lower().startswith(_SCHEMES):
        return (
            f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer nofollow">',
            "</a>",
        )
    return "", ""
