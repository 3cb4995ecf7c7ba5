"""What a rich message says, in lines: its words, its links written out, its pictures named.

Of either library: one has it as an object, the other, which does not know it, as it came.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from core.values.marks import Mark, MarkKind
from core.values.words import scrubbed

Json = Mapping[str, Any]

_FILES: Final = ("animation", "audio", "document", "photo", "video")
_INSIDE: Final = ("summary", "text", "blocks", "items", "cells", "buttons", "expression")
"""Fields of a block that say something, in the order in which they are read."""
_DEEP: Final = 30


def written(message: Any) -> str:  # noqa: ANN401 - either library's message
    """The text of a rich message; empty for another one."""
    rich = getattr(message, "rich_message", None)
    if rich is None:
        rich = (getattr(message, "api_kwargs", None) or {}).get("rich_message")
    if rich is not None and not isinstance(rich, Mapping):
        rich = rich.model_dump(warnings=False)
    blocks = rich.get("blocks") if isinstance(rich, Mapping) else None
    return "\n".join(line for line in _blocks(blocks, 0) if line.strip()).strip()


def _blocks(blocks: object, deep: int) -> Iterator[str]:
    for block in blocks if isinstance(blocks, Sequence) and deep < _DEEP else ():
        if isinstance(block, Mapping):
            yield from _block(block, deep + 1)


def _block(block: Json, deep: int) -> Iterator[str]:
    kind = str(block.get("type"))
    if kind in _FILES or kind == "voice_note":
        yield _thing("voice" if kind == "voice_note" else kind, _name(block.get(kind)))
    elif kind == "map" and isinstance(place := block.get("location"), Mapping):
        yield _thing("location", f"{place.get('latitude')}, {place.get('longitude')}")
    for name in _INSIDE:
        yield from _part(name, block.get(name), deep)
    caption = block.get("caption")
    if isinstance(caption, Mapping) and "type" not in caption:
        yield _text(caption.get("text"), deep)
        yield _text(caption.get("credit"), deep)
    else:
        yield _text(caption, deep)
    yield _text(block.get("credit"), deep)


def _part(name: str, value: object, deep: int) -> Iterator[str]:
    rows = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
    match name:
        case "blocks":
            yield from _blocks(value, deep)
        case "items":
            for item in rows:
                yield from _item(item, deep)
        case "cells":
            for row in rows:
                yield " | ".join(_text(cell.get("text"), deep) for cell in row)
        case "buttons":
            for button in rows:
                yield _button(button, deep)
        case _:
            yield _text(value, deep)


def _item(item: object, deep: int) -> Iterator[str]:
    if isinstance(item, Mapping):
        lines = [line for line in _blocks(item.get("blocks"), deep) if line.strip()]
        yield f"{_mark_of(item)} {lines[0] if lines else ''}".strip()
        yield from lines[1:]


def _mark_of(item: Json) -> str:
    if item.get("has_checkbox"):
        return "☑" if item.get("is_checked") else "☐"
    return scrubbed(str(item.get("label") or "•"))


def _text(rich: object, deep: int) -> str:
    """Rich text as one line of words."""
    if deep > _DEEP or rich is None:
        return ""
    if isinstance(rich, str):
        return _plain(rich)
    if isinstance(rich, Mapping):
        return _styled(rich, deep + 1)
    if isinstance(rich, Sequence):
        return "".join(_text(each, deep + 1) for each in rich)
    return ""


def _styled(rich: Json, deep: int) -> str:
    match rich.get("type"):
        case "url":
            return _linked(_text(rich.get("text"), deep), str(rich.get("url") or ""))
        case "text_mention" if isinstance(user := rich.get("user"), Mapping):
            return _linked(_text(rich.get("text"), deep), f"tg://user?id={user.get('id')}")
        case "button":
            return _button(rich.get("button"), deep)
        case "custom_emoji":
            return _plain(str(rich.get("alternative_text") or ""))
        case "mathematical_expression":
            return _plain(str(rich.get("expression") or ""))
    return _text(rich.get("text"), deep)


def _button(button: object, deep: int) -> str:
    if not isinstance(button, Mapping):
        return ""
    return _linked(_text(button.get("text"), deep), str(button.get("url") or ""))


def _linked(word: str, address: str) -> str:
    """A word with its address behind it, unless that is what it says."""
    address = "".join(scrubbed(address).split())
    if not address or address.rstrip("/") == word.strip().rstrip("/"):
        return word
    return f"{word} <{address}>" if word.strip() else f"<{address}>"


def _plain(text: str) -> str:
    """Clean as what is typed is; the spaces at its ends stand between styles."""
    body = scrubbed(text)
    if not body:
        return " " if text.isspace() else ""
    before = " " if text[:1].isspace() else ""
    return f"{before}{body}{' ' if text[-1:].isspace() else ''}"


def _name(file: object) -> str:
    return str(file.get("file_name") or "") if isinstance(file, Mapping) else ""


def _thing(kind: str, held: str) -> str:
    held = " ".join(scrubbed(held).split())
    return str(Mark(MarkKind.THING, (kind, *([held] if held else ()))))
