"""Which of our fonts draws what: text in any script that people use, in runs of one font each.

What no font can draw stands by its name in brackets: `[U+13000 EGYPTIAN HIEROGLYPH A001]`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont
from fpdf.unicode_script import get_unicode_script

from core.values.words import ignorable

FONTS: Final = Path(__file__).parent / "fonts"
BODY: Final = "Vazirmatn"
BOLD: Final = (BODY, "NotoSans")
"""Those that have a bold face too."""
_LAST: Final = (
    "NotoEmoji",
    "NotoSansSymbols",
    "NotoSansSymbols2",
    "DroidSansFallback",
    "NotoSansMath",
)
"""After the scripts: signs of several kinds, and the large one for Chinese, Japanese, Korean."""
_ISOLATES: Final = frozenset("\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e")
_JOINERS: Final = frozenset("\u200c\u200d\ufe0e\ufe0f")
_LRM: Final = "\u200e"
_RLM: Final = "\u200f"
_NO_BREAK: Final = "\u00a0"
_HELD: Final = {
    "R": "\U00010857\U00010858", "L": "\U00013000\U00013001", "ON": "\U0001d200\U0001d201",
}  # fmt: skip
"""What stands for the two joiners while fpdf2 orders a line; no font of ours has any of these."""
_FREED: Final = {
    ord(char): joiner
    for two in _HELD.values()
    for char, joiner in zip(two, "\u200c\u200d", strict=True)
}
_SKINS: Final = re.compile("[\U0001f3fb-\U0001f3ff]")


def printable(text: str) -> str:
    """Make text that the fonts can show; what they cannot is named.

    Isolates, which no font has, become the marks that do the same for a short run.
    """
    shown: list[str] = []
    for char in _marked(unicodedata.normalize("NFC", text)):
        if char in ("\n", _LRM, _RLM) or char in _JOINERS:
            shown.append(char)
        elif char.isspace():
            shown.append(char if char == _NO_BREAK else " ")
        elif not _is_nothing(char):
            shown.append(_named(char) if font_of(char) is None else char)
    return "".join(shown)


def undrawn(text: str) -> bool:
    """Whether something in it can be seen and no font can draw it."""
    return any(
        font_of(char) is None and not char.isspace() and not _is_nothing(char)
        for char in unicodedata.normalize("NFC", text)
    )


def _is_nothing(char: str) -> bool:
    return ignorable(char) or unicodedata.category(char) in ("Cc", "Cf", "Cs")


def _named(char: str) -> str:
    return f"[U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip() + "]"


def _marked(text: str) -> Iterator[str]:
    marks: list[str] = []
    for at, char in enumerate(text):
        if char == "\u2069":
            if marks:
                yield marks.pop()
        elif char in "\u2066\u2067\u2068":
            rtl = is_rtl(text[at + 1 :], default=False) if char == "\u2068" else char == "\u2067"
            marks.append(_RLM if rtl else _LRM)
            yield marks[-1]
        elif char not in _ISOLATES:
            yield char


def is_rtl(text: str, *, default: bool) -> bool:
    """The direction of the first letter."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL", "L"):
            return kind != "L"
    return default


def held(text: str) -> str:
    """With joiners that go the way of the letter before them.

    fpdf2 lets a joiner go the way of the whole line, and so tears a Persian word in an English one.
    """
    shown, kind = "", "ON"
    for char in text:
        own = unicodedata.bidirectional(char)
        if char in "\u200c\u200d":
            shown += _HELD[kind][char == "\u200d"]
            continue
        if own not in ("NSM", "BN"):
            kind = {"AL": "R", "R": "R", "L": "L"}.get(own, "ON")
        shown += char
    return shown


def freed(text: str) -> str:
    """As it was before `held`."""
    return text.translate(_FREED)


# Fonts


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """Every font, in the order in which they are asked."""
    there = sorted(file.name.removesuffix("-Regular.ttf") for file in FONTS.glob("*-Regular.ttf"))
    scripts = [name for name in there if name not in (*BOLD, *_LAST)]
    return (*BOLD, *scripts, *_LAST)


@lru_cache(maxsize=64)
def _covered(name: str) -> frozenset[int]:
    with TTFont(FONTS / f"{name}-Regular.ttf", lazy=True) as font:
        return frozenset(font.getBestCmap())


@lru_cache(maxsize=4096)
def font_of(char: str) -> str | None:
    """The first font that can draw it."""
    return next((name for name in names() if ord(char) in _covered(name)), None)


def runs(text: str) -> Iterator[tuple[str, str]]:
    """(text, font): letters of a word, and what belongs to a sign, are drawn by one font."""
    font, run = BODY, ""
    for part in _parts(text):
        other = font if run and _belongs(part, font) else _font_of_all(part)
        for piece, drawn_by in _pieces(part, other):
            if run and (drawn_by != font or _script(piece) not in (None, _script(run))):
                yield run, font
                run = ""
            run, font = run + piece, drawn_by
    if run:
        yield run, font


def _parts(text: str) -> Iterator[str]:
    """Words of one script, and everything else one by one."""
    word = ""
    for char in text:
        goes_on = char in _JOINERS or unicodedata.category(char)[0] in "LM"
        if goes_on and word and _script(char) in (None, _script(word)):
            word += char
            continue
        if word:
            yield word
        word = char if goes_on else ""
        if not goes_on:
            yield char
    if word:
        yield word


def _script(text: str) -> str | None:
    """The first script in it that is one."""
    found = (get_unicode_script(char).name for char in text)
    return next((s for s in found if s not in ("COMMON", "INHERITED", "UNKNOWN")), None)


def _belongs(part: str, font: str) -> bool:
    """Whether it only changes the sign before it, in a font that can."""
    changes = all(char in _JOINERS or unicodedata.category(char)[0] == "M" for char in part)
    drawn = all(char in _JOINERS or ord(char) in _covered(font) for char in part)
    return (changes or _SKINS.fullmatch(part) is not None) and drawn


@lru_cache(maxsize=4096)
def _font_of_all(part: str) -> str | None:
    """The first font that can draw all of it."""
    shown = [ord(char) for char in part if char not in _JOINERS]
    fits = (name for name in names() if all(code in _covered(name) for code in shown))
    return next(fits, None)


def _pieces(part: str, font: str | None) -> Iterator[tuple[str, str]]:
    if font is not None:
        yield part, font
        return
    for char in part:
        yield char, font_of(char) or BODY
