"""Telegram's HTML, and keeping right-to-left and left-to-right apart."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Final

from bot.texts.posing import WORD_JOINER

_LRI: Final = "\u2066"
_FSI: Final = "\u2068"
_PDI: Final = "\u2069"
_LRM: Final = "\u200e"
_RLM: Final = "\u200f"
_STRONG: Final = ("L", "R", "AL")
_TAG: Final = re.compile(r"</?[a-z][^<>]*>")
_EASTERN: Final = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
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
    return html.unescape(_TAG.sub("", markup)).replace(WORD_JOINER, "")


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


def led(markup: str, *, rtl: bool) -> str:
    """Have each line of ours read as the language does, whatever word begins it.

    Telegram takes a line's direction from its first letter. A line is ours when it holds the
    language's own letters or digits; what people wrote in the other direction stays as it is.
    """
    return "\n".join(_led(line, rtl=rtl) for line in markup.split("\n"))


def _led(line: str, *, rtl: bool) -> str:
    shown = plain(line)
    kinds = [kind for kind in map(unicodedata.bidirectional, shown) if kind in _STRONG]
    if not kinds or (kinds[0] == "L") is not rtl:
        return line
    if rtl:
        ours = _has_rtl(shown) or any(char in _EASTERN for char in shown)
        return f"{_RLM}{line}" if ours else line
    return f"{_LRM}{line}" if "L" in kinds else line


def _has_rtl(text: str) -> bool:
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)
