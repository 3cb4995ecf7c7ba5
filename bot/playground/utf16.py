"""Text as Telegram measures it: in UTF-16 units."""

from typing import Any


def length(text: str) -> int:
    """UTF-16 units; an emoji beyond the basic plane counts two."""
    return len(text) + sum(ord(char) > 0xFFFF for char in text)  # noqa: PLR2004 - the end of the basic plane


def piece(text: str, offset: int, size: int) -> str:
    """The units from ``offset``; half of a surrogate pair becomes a replacement character."""
    units = text.encode("utf-16-le")
    return units[2 * offset : 2 * (offset + size)].decode("utf-16-le", "replace")


def index(text: str, units: int) -> int:
    """The place in a Python string of a place counted in UTF-16 units, never inside a pair."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))


def trimmed(text: str, entities: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """Without white space at both ends; entities are clipped to what is left, empty ones go."""
    left = length(text) - length(text.lstrip())
    core = text.strip()
    size = length(core)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - left, 0)
        end = min(entity["offset"] + entity["length"] - left, size)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return core, kept
