"""Reading a whole milestone that was typed at once, an answer that goes on, and lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_FEWEST_PARTS: Final = 4
"""Title, amount, time and one criterion."""


_AS_WRITTEN: Final = re.compile(
    r"(?P<title>[^;؛\n]+)[,،]\s+(?P<amount>[^;؛\n]+?)[,،]\s+(?P<length>[^;؛\n:]+):\s+(?P<criteria>.+)",
    re.DOTALL,
)
"""A comma that parts is followed by a space; one within an amount is not."""


@dataclass(frozen=True, slots=True)
class AtOnce:
    """A milestone that was typed in one go; the amount and the time are still as typed."""

    title: str
    amount: str
    length: str
    criteria: tuple[str, ...]


def read_at_once(typed: str) -> tuple[AtOnce, ...]:
    """`Drafts; 300; 5; three concepts`, with `;`, `؛` or line breaks; several, one a line.

    Or as people write: `Logo, 300 EUR, 5 days: three concepts; SVG`. Empty where it has fewer than
    four parts: then it is an ordinary title.
    """
    written = _AS_WRITTEN.fullmatch(typed.strip())
    if written is not None:
        title, amount, length, criteria = (part.strip() for part in written.groups())
        return (AtOnce(title, amount, length, read_lines(criteria)),)
    rows = [_parts(row, r"[;؛]") for row in typed.splitlines() if row.strip()]
    if len(rows) < 2 or not all(len(row) >= _FEWEST_PARTS for row in rows):  # noqa: PLR2004
        rows = [_parts(typed, r"[;؛\n]")]
    if len(rows[0]) < _FEWEST_PARTS:
        return ()
    return tuple(AtOnce(row[0], row[1], row[2], tuple(row[3:])) for row in rows)


def heads(typed: str, marks: str) -> Iterator[tuple[str, str]]:
    """Each way to part what answers a question from what goes on, the surest first.

    All of it; up to the first of `marks`; up to the first comma that a space follows.
    """
    yield typed, ""
    for mark in (rf"[{marks}]", r"[,،]\s"):
        head, *rest = _parts(typed, mark, most=1)
        if rest:
            yield head, rest[0]


def _parts(text: str, marks: str, most: int = 0) -> list[str]:
    return [part.strip() for part in re.split(marks, text, maxsplit=most) if part.strip()]


def read_lines(typed: str) -> tuple[str, ...]:
    """One a line or between semicolons, without bullets and numbers in front."""
    lines = (
        re.sub(r"^\s*(?:[-–—•*]|[0-9]{1,2}[.)])\s+", "", part)
        for part in re.split(r"[;؛\n]", typed)
    )
    return tuple(line.strip() for line in lines if line.strip())
