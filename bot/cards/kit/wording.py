"""Putting a card's text together within what Telegram takes, without losing what people wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.cards.kit.base import Attachment
from bot.texts import Safe, escape, plain
from core.values.words import FileRef

MOST: Final = 4096
"""UTF-16 units of a message, markup not counted."""
CLIP: Final = 300
LABEL: Final = 40
GAP: Final = 2
"""Units between two paragraphs."""
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


def lines(*parts: str | None) -> Safe:
    """Ready markup, one part a line; None is left out, an empty one is a gap."""
    return Safe("\n".join(part for part in parts if part is not None))


def blocks(*parts: Safe | None) -> Safe:
    """Markup, one part a paragraph; what is None or empty is left out."""
    return Safe("\n\n".join(part for part in parts if part))


def fitted(
    head: Iterable[Safe],
    quoted: Iterable[tuple[Safe, str]],
    tail: Iterable[Safe],
    name: str,
    most: int = MOST,
) -> tuple[Safe, tuple[Attachment, ...]]:
    """A text of head, people's words with their headings, and tail, of at most so many units.

    Words that do not fit are cut short in the message, at worst left out of it, and all of them
    come whole in a file called `name`.
    """
    top, bottom, said = list(head), list(tail), list(quoted)
    whole = _put(top, said, bottom, None)
    if length(whole) <= most:
        return whole, ()
    shown = said
    while shown and length(_put(top, shown, bottom, 1)) + len(shown) * LEAST > most:
        shown = shown[:-1]
    left_out = [Safe("…")] if len(shown) < len(said) else []
    room = most - length(_put(top, shown, [*left_out, *bottom], 1))
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


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that happened: its news, people's words with their headings, what follows them.

    `files` come with it; words that are cut short come whole in a file called `name`.
    """

    news: tuple[Safe, ...]
    words: tuple[tuple[Safe, str], ...] = ()
    after: tuple[Safe, ...] = ()
    files: tuple[FileRef, ...] = ()
    name: str = "message.txt"

    @property
    def kept(self) -> bool:
        """Somebody wrote or sent it: the message that says it never becomes another one."""
        return bool(self.words or self.files)

    @property
    def whole(self) -> int:
        """How long it is with all of its words."""
        return length(_put([*self.news], [*self.words], [*self.after], None))

    @property
    def least(self) -> int:
        """How long it is at least, with the words in a file."""
        if not self.words:
            return self.whole
        shortest = length(_put([*self.news], [*self.words], [*self.after, Safe("…")], 1))
        return min(self.whole, shortest + len(self.words) * LEAST, MOST // 2)


def how_many(said: Sequence[Said], tail: Safe) -> int:
    """How many of them one message holds above its tail, in their order; one at least."""
    room, count = MOST - _with_gap(tail), 0
    for one in said:
        room -= one.least + (GAP if count else 0)
        if room < 0:
            break
        count += 1
    return max(count, 1)


def together(said: Sequence[Said], tail: Safe) -> tuple[Safe, tuple[tuple[Attachment, ...], ...]]:
    """All of it in one text, the short ones whole, and of each the file of what was cut short."""
    room = MOST - _with_gap(tail) - GAP * (len(said) - 1) - sum(one.least for one in said)
    told: dict[int, tuple[Safe, tuple[Attachment, ...]]] = {}
    more = sorted(range(len(said)), key=lambda place: said[place].whole - said[place].least)
    for left, place in zip(range(len(more), 0, -1), more, strict=True):
        one = said[place]
        share = min(one.whole - one.least, max(room, 0) // left)
        room -= share
        told[place] = fitted(one.news, one.words, one.after, one.name, one.least + share)
    texts = [told[place][0] for place in range(len(said))]
    return blocks(*texts, tail), tuple(told[place][1] for place in range(len(said)))


def _with_gap(tail: Safe) -> int:
    return length(tail) + GAP if tail else 0
