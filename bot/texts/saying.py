"""Somebody's words as their reader gets them: what they forward, answer and chose, in words."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Protocol

from core.values.marks import Mark, MarkKind, barred, laid_out

CHOICES: Final = ("done-as-agreed", "point-without-words", "help-files-only")
"""Texts that a button stands for. Kept as such, and told in the language of whoever reads them."""


class Speaks(Protocol):
    """What of a language is needed."""

    def plain(self, key: str, /, **args: object) -> str:
        """Say it without markup."""
        ...

    def moment(self, instant: datetime, *, year: bool = False) -> str:
        """Tell an instant."""
        ...


def told(t: Speaks, text: str) -> str:
    """A text with its marks in the reader's language; it is no markup."""
    return laid_out(text, lambda mark: _mark(t, mark))


def _mark(t: Speaks, mark: Mark) -> str:
    match mark.kind, mark.fields:
        case MarkKind.CHOICE, (key, label):
            return t.plain(key) if key in CHOICES else label
        case MarkKind.FORWARD, (origin, name, at, body):
            head = t.plain("said-forward", origin=origin, name=name, at=_at(t, at))
            return f"{head}\n{barred(told(t, body))}" if body else head
        case MarkKind.QUOTE, (whose, name, at, body):
            head = t.plain("said-quote", whose=whose, name=name, at=_at(t, at))
            return f"{head}\n{barred(told(t, body))}"
        case _, (thing, *held):
            return t.plain("said-thing", thing=thing, what=" · ".join(held), bare=not held)
        case _:
            return ""


def _at(t: Speaks, at: str) -> str:
    return t.moment(datetime.fromisoformat(at), year=True) if at else ""
