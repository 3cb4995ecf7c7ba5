"""Telegram's HTML, and keeping right-to-left and left-to-right apart."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Final

_LRI: Final = "\u2066"
_FSI: Final = "\u2068"
_PDI: Final = "\u2069"
_RLM: Final = "\u200f"
_STRONG: Final = ("L", "R", "AL")
_TAG: Final = re.compile(r"</?[a-z][^<>]*>")
_WORD: Final = re.compile(r"[^\W\d]+")


class Safe(str):
    """Text that is HTML already: put into a message as it is."""

    __slots__ = ()


class Code(str):
    """An id, a code, an account: shown as code that a tap copies, with nothing invisible in it."""

    __slots__ = ()


def escape(text: str) -> Safe:
    """Turn a person's words into HTML that shows them as they are."""
    return Safe(html.escape(text, quote=False))


def plain(markup: str) -> str:
    """Take the tags out, for what shows none: buttons, alerts, documents."""
    return html.unescape(_TAG.sub("", markup))


def ltr(text: str) -> str:
    """Keep an amount in one piece, left to right, inside right-to-left text."""
    return f"{_LRI}{text}{_PDI}"


def isolated(text: str, *, rtl: bool) -> str:
    """Keep a person's words from turning the sentence around them.

    A single word needs nothing. Text of the other direction, or with digits and marks at its edges
    in a right-to-left sentence, gets first-strong isolates.
    """
    if _WORD.fullmatch(text) or not (rtl or _has_rtl(text)):
        return text
    return f"{_FSI}{text}{_PDI}"


def led_rtl(markup: str) -> str:
    """Have each line that holds right-to-left words read as such, even if a Latin word begins it.

    Telegram takes a line's direction from its first letter.
    """
    return "\n".join(_led(line) for line in markup.split("\n"))


def _led(line: str) -> str:
    shown = plain(line)
    first = next((kind for kind in map(unicodedata.bidirectional, shown) if kind in _STRONG), "")
    return f"{_RLM}{line}" if first == "L" and _has_rtl(shown) else line


def _has_rtl(text: str) -> bool:
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)
