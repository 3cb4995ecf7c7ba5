"""Putting a card's text together within what Telegram takes, without losing what people wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from bot.cards.base import Attachment
from bot.texts import Safe, escape, plain

MOST: Final = 4096
"""UTF-16 units of a message, markup not counted."""
CLIP: Final = 300
LABEL: Final = 40
LEAST: Final = 20
"""Units of somebody's words that are shown at least, where they are shown at all."""


def length(markup: str) -> int:
    """How long Telegram finds a text."""
    return len(plain(markup).encode("utf-16-le")) // 2


def clipped(text: str, most: int = CLIP) -> str:
    """At most so many UTF-16 units, with an ellipsis where something was left out."""
    if len(text.encode("utf-16-le")) // 2 <= most:
        return text
    kept = text.encode("utf-16-le")[: (most - 1) * 2].decode("utf-16-le", errors="ignore")
    return f"{kept.rstrip()}…"


def short(data: Mapping[str, object]) -> dict[str, object]:
    """What a refusal repeats of what was typed, cut short: an answer has to fit whatever came."""
    return {
        key: clipped(value, LABEL) if isinstance(value, str) else value
        for key, value in data.items()
    }


def lines(*parts: Safe | None) -> Safe:
    """Markup, one part a line; what is None is left out."""
    return Safe("\n".join(part for part in parts if part is not None))


def blocks(*parts: Safe | None) -> Safe:
    """Markup, one part a paragraph; what is None or empty is left out."""
    return Safe("\n\n".join(part for part in parts if part))


def fitted(
    head: Iterable[Safe], quoted: Iterable[tuple[Safe, str]], tail: Iterable[Safe], name: str
) -> tuple[Safe, tuple[Attachment, ...]]:
    """A text of head, people's words with their headings, and tail, that Telegram takes.

    Words that do not fit are cut short in the message, at worst left out of it, and all of them
    come whole in a file called `name`.
    """
    top, bottom, said = list(head), list(tail), list(quoted)
    whole = _put(top, said, bottom, None)
    if length(whole) <= MOST:
        return whole, ()
    shown = said
    while shown and length(_put(top, shown, bottom, 1)) + len(shown) * LEAST > MOST:
        shown = shown[:-1]
    left_out = [Safe("…")] if len(shown) < len(said) else []
    room = MOST - length(_put(top, shown, [*left_out, *bottom], 1))
    text = _put(top, shown, [*left_out, *bottom], room // max(len(shown), 1))
    everything = "\n\n".join(f"{plain(heading)}\n{words}".strip() for heading, words in said)
    return text, (Attachment(name, "text/plain", everything.encode()),)


def _put(
    top: list[Safe], said: list[tuple[Safe, str]], bottom: list[Safe], most: int | None
) -> Safe:
    """All of it in one text, people's words cut to `most` UTF-16 units each."""
    middle = [
        lines(heading or None, escape(words if most is None else clipped(words, max(most, 1))))
        for heading, words in said
    ]
    return blocks(*top, *middle, *bottom)
