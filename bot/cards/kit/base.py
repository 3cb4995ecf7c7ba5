"""The shape of a card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.buttons import Button, Style
from core.values.words import FileRef

Rows = tuple[tuple[Button, ...], ...]
MOST_BUTTONS: Final = 8
MOST_COPIED: Final = 256
"""Characters that a copying button may carry."""
SHORT: Final = 18
"""Two labels up to this many characters stand side by side on a phone."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """Bytes that go with a card and are not in the vault: a QR picture, a PDF."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Card:
    """A rendered message with buttons; `files` from the vault and `attachments` follow it."""

    text: str
    rows: Rows = ()
    files: tuple[FileRef, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    alert: bool = False
    """As the answer to a press: a dialog to close rather than a passing line."""
    ring: bool = True
    reply_to: int | None = None
    """The message of the same chat under which it stands, where it is about exactly that one."""


def rows_of(buttons: Iterable[Button]) -> Rows:
    """Two short labels a row, a long one alone, in the given order.

    What is wanted is green and has a row of its own: it is first whichever way one reads.
    """
    rows: list[tuple[Button, ...]] = []
    for button in buttons:
        last = rows[-1] if rows else ()
        if len(last) == 1 and _is_small(last[0]) and _is_small(button):
            rows[-1] = (*last, button)
        else:
            rows.append((button,))
    return tuple(rows)


def _is_small(button: Button) -> bool:
    return len(button.label) <= SHORT and button.style is not Style.GO
