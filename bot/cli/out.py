"""What commands say, where, and with which exit code."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from typing import Final

DONE: Final = 0
WRONG: Final = 1
"""It ran, and found something wrong."""
COULD_NOT: Final = 2
BAR: Final = 30


class CannotError(Exception):
    """The command cannot do it: one line for each reason, each with what to do next."""


def say(text: str = "") -> None:
    """A line on standard output."""
    print(text, flush=True)


def complain(text: str) -> None:
    """A line on standard error."""
    print(text, file=sys.stderr)


def as_json(value: object) -> None:
    """For machines: indented, keys in the order given, nothing escaped that need not be."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def table(rows: Sequence[Sequence[str]], *, right: frozenset[int] = frozenset()) -> None:
    """Columns as wide as their widest cell; those in `right` aligned to the right."""
    if not rows:
        return
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        cells = [
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        say("  ".join(cells).rstrip())


def progress(what: str, *, quiet: bool = False) -> Callable[[int, int], None]:
    """A bar on standard error while work takes long; nothing where nobody looks at it."""
    if quiet or not sys.stderr.isatty():
        return lambda _done, _all: None

    def told(done: int, everything: int) -> None:
        filled = BAR * done // max(everything, 1)
        end = "\n" if done >= everything else ""
        bar = "#" * filled + "." * (BAR - filled)
        print(f"\r{bar} {done} of {everything} {what}", end=end, file=sys.stderr, flush=True)

    return told
