"""Buttons and what they carry: a Press packs into Telegram's 64 bytes of callback data and back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from core.values.errors import NotYours, Stale
from core.values.ids import DealId

MOST_BYTES: Final = 64
# The verb of a button that does or prepares an act is the act's value; what follows, behind it.
SURE: Final = ".sure"
"""Behind an act: asked once more."""
DO: Final = ".do"
"""Behind an act: the last tap, that does it."""
OTHER: Final = ".other"
"""Behind a claim of payment: somebody else pays."""
POINT: Final = ".point"
"""Behind contesting: which point."""


@dataclass(frozen=True, slots=True)
class Press:
    """A decoded button: the verb, what it is about, the version on screen, one argument."""

    verb: str
    deal: DealId | None = None
    milestone: int | None = None
    seen: int | None = None
    arg: str = ""

    @property
    def family(self) -> str:
        """What its verb begins with: those of one card or one form."""
        return self.verb.partition(".")[0]

    @property
    def number(self) -> int:
        """The milestone that it is about. Raises NotYours("no-such-milestone")."""
        if self.milestone is None:
            raise NotYours("no-such-milestone")
        return self.milestone

    @property
    def shown(self) -> int:
        """The version that was on screen. Raises Stale."""
        if self.seen is None:
            raise Stale
        return self.seen

    def pack(self) -> str:
        """`verb|deal|milestone|seen|arg`. Raises ValueError above 64 bytes: a bug of the card."""
        parts = (self.verb, self.deal or "", _number(self.milestone), _number(self.seen), self.arg)
        packed = "|".join(parts).rstrip("|")
        if len(packed.encode()) > MOST_BYTES or any("|" in part for part in parts[:4]):
            msg = f"callback data does not fit: {packed!r}"
            raise ValueError(msg)
        return packed

    @classmethod
    def unpack(cls, data: str) -> Press | None:
        """The press, or None for what no button of ours can carry.

        Anybody can send any callback data: it is read only where packing it again gives the same.
        """
        return _unpacked(data)


@lru_cache(maxsize=64)
def _unpacked(data: str) -> Press | None:
    """Each handler's filter asks for the same press until one of them wants it."""
    if len(data) > MOST_BYTES or _FORM.fullmatch(data) is None:
        return None
    if any(int(digits) > _LARGEST for digits in _DIGITS.findall(data)):
        return None
    verb, deal, milestone, seen, arg = (*data.split("|", 4), "", "", "", "")[:5]
    press = Press(verb, DealId(deal) if deal else None, _read(milestone), _read(seen), arg)
    return press if press.pack() == data else None


_FORM: Final = re.compile(
    r"[a-z][a-z.-]{0,23}(\|([0-9A-Z]{1,8})?(\|(0|[1-9][0-9]{0,8})?(\|(0|[1-9][0-9]{0,8})?"
    r"(\|[A-Za-z0-9._:/+~=@-]*)?)?)?)?"
)
"""A verb, the id of a deal, two counters without zeros in front, and an argument of ours."""
_DIGITS: Final = re.compile(r"[0-9]{19,}")
_LARGEST: Final = 2**63 - 1
"""What both databases take for a whole number."""


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _read(text: str) -> int | None:
    return int(text) if text else None


class Style(StrEnum):
    """Green for going ahead, red for what can not be undone, plain for the rest."""

    PLAIN = ""
    GO = "success"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """A label with exactly one of: a press, an address to open, a text to copy.

    A text to copy may have a press besides, for a server that knows no such buttons.
    """

    label: str
    press: Press | None = None
    url: str | None = None
    copy: str | None = None
    style: Style = Style.PLAIN
    inline_query: str | None = None
    """Lets the person choose a chat and puts `@bot <this>` there."""


def plain_rows(rows: tuple[tuple[Button, ...], ...]) -> tuple[tuple[Button, ...], ...]:
    """Without colours, and where something is to be copied with its press, if it has one."""
    plain = [
        tuple(
            replace(button, style=Style.PLAIN, copy=None)
            for button in row
            if button.copy is None or button.press is not None
        )
        for row in rows
    ]
    return tuple(row for row in plain if row)
