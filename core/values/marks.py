"""What a text says beside the characters that were typed: marks that nobody can type.

A mark stands in the text itself: whatever keeps, hashes, moves or erases a text does so with its
marks too, and each reader is told them in their own language. The controls that hold a mark
together are taken out of everything that people type (`core.values.words.scrubbed`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_OPEN: Final = "\x1d"
_NEXT: Final = "\x1f"
_CLOSE: Final = "\x1e"
_BAR: Final = "▏ "
"""Before each line of what somebody else said."""


class MarkKind(StrEnum):
    """What a mark tells, and what its fields are."""

    FORWARD = "forward"
    """Somebody else's words: `user`, `hidden_user`, `chat` or `channel`, name, when, what."""
    QUOTE = "quote"
    """What is answered: whose (`us`, `self` or an origin), name, when or nothing, what."""
    THING = "thing"
    """What is neither a text nor a file: its kind, and what it holds."""
    CHOICE = "choice"
    """A button that stands for words: the key of its text, and its label as it was pressed."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark. A field may hold marks again: a place that was forwarded."""

    kind: MarkKind
    fields: tuple[str, ...]

    def __str__(self) -> str:
        """As it stands in a text."""
        return _OPEN + _NEXT.join((self.kind.value, *self.fields)) + _CLOSE


def choice(key: str, label: str) -> str:
    """Words that were chosen by a button."""
    return str(Mark(MarkKind.CHOICE, (key, label)))


def is_choice(text: str) -> bool:
    """Whether a text is nothing but a button that was pressed."""
    pieces = list(marks_in(text))
    return len(pieces) == 1 and isinstance(pieces[0], Mark) and pieces[0].kind is MarkKind.CHOICE


def unquoted(text: str) -> str:
    """A text without what it answers: that was said before, by whomever."""
    pieces = marks_in(text)
    kept = (str(p) for p in pieces if isinstance(p, str) or p.kind is not MarkKind.QUOTE)
    return "".join(kept)


def marks_in(text: str) -> Iterator[str | Mark]:
    """A text in its pieces: what was typed, and the marks between."""
    at = 0
    while (start := text.find(_OPEN, at)) >= 0 and (end := _end(text, start)) is not None:
        if start > at:
            yield text[at:start]
        kind, *fields = _fields(text[start + 1 : end])
        yield Mark(MarkKind(kind), tuple(fields))
        at = end + 1
    if at < len(text):
        yield text[at:]


def _end(text: str, start: int) -> int | None:
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] == _OPEN) - (text[place] == _CLOSE)
        if not depth:
            return place
    return None


def _fields(inside: str) -> list[str]:
    """The fields of a mark; those of a mark within one of them stay together."""
    found, depth = [""], 0
    for char in inside:
        depth += (char == _OPEN) - (char == _CLOSE)
        if char == _NEXT and not depth:
            found.append("")
        else:
            found[-1] += char
    return found


def barred(text: str) -> str:
    """Somebody else's words, set apart line by line, so that they can not pass for the writer's."""
    return "\n".join(f"{_BAR}{line}" for line in text.splitlines())


_WIDE: Final = (MarkKind.FORWARD, MarkKind.QUOTE)
"""Marks of several lines: they begin a line, and end one."""


def laid_out(text: str, tell: Callable[[Mark], str]) -> str:
    """A text with its marks told by `tell`, somebody else's words apart from the writer's."""
    shown, below = "", False
    for piece in _merged(marks_in(text)):
        wide = isinstance(piece, Mark) and piece.kind in _WIDE
        said = piece if isinstance(piece, str) else tell(piece)
        if (wide or below) and shown and not shown.endswith("\n") and not said.startswith("\n"):
            shown += "\n"
        shown, below = shown + said, wide
    return shown.strip()


def _merged(pieces: Iterable[str | Mark]) -> list[str | Mark]:
    """The pieces; messages of one sender forwarded together, an album, come under one heading."""
    found: list[str | Mark] = []
    for piece in pieces:
        last = next((p for p in reversed(found) if isinstance(p, Mark) or p.strip()), None)
        if isinstance(piece, Mark) and isinstance(last, Mark) and _together(last, piece):
            while found[-1] is not last:
                found.pop()
            found[-1] = Mark(last.kind, (*last.fields[:3], f"{last.fields[3]}\n{piece.fields[3]}"))
        else:
            found.append(piece)
    return found


def _together(one: Mark, other: Mark) -> bool:
    return one.kind is other.kind is MarkKind.FORWARD and one.fields[:3] == other.fields[:3]


def neutral(text: str) -> str:
    """A text with its marks told in no language, for where there is no reader's."""
    return laid_out(text, _neutral) if _OPEN in text else text


def _neutral(mark: Mark) -> str:
    match mark.kind, mark.fields:
        case MarkKind.CHOICE, (_, label):
            return label
        case (MarkKind.FORWARD | MarkKind.QUOTE) as kind, (_, name, at, body):
            sign = "↪" if kind is MarkKind.FORWARD else "❝"
            head = " ".join(part for part in (sign, name, at) if part)
            return f"{head}:\n{barred(neutral(body))}"
        case _, (thing, *held):
            return f"[{': '.join((thing, *held))}]"
        case _:
            return ""
