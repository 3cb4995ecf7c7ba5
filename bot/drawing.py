"""The drawing half of `bot.documents`, on fpdf2, which is loaded when something is drawn."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

from fpdf import FPDF
from fpdf.enums import Align, TableBordersLayout, XPos, YPos
from fpdf.fonts import FontFace, TTFFont

from bot.documents import (
    Block,
    Document,
    DocumentError,
    Facts,
    Heading,
    Paragraph,
    Picture,
    Table,
)

_FONTS: Final = Path(__file__).parent / "fonts"
_BODY: Final = "Vazirmatn"
_OTHER_SCRIPTS: Final = "NotoSans"
_REPLACEMENT: Final = "\ufffd"
"""What stands for an emoji, or a script that the fonts do not have."""
_REPLACED: Final = re.compile(f"{_REPLACEMENT}[{_REPLACEMENT}\u200c\u200d]*")
"""A run of them, with the joiners that hold an emoji together."""
_ISOLATES: Final = frozenset("\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e")
_LRM: Final = "\u200e"
_RLM: Final = "\u200f"

_MARGIN: Final = 20.0
_PAGE: Final = 170.0
"""A4 less both margins; lengths here are in millimetres."""
_LINE: Final = 6.0
_GAP: Final = 3.0
_KEYS: Final = 50.0
_INK: Final = (25, 25, 30)
_PALE: Final = (110, 110, 120)


def draw(document: Document) -> bytes:
    """Draw it, as `bot.documents.pdf` says."""
    if document.created.tzinfo is None:
        msg = "a document is dated with an aware instant"
        raise ValueError(msg)
    pages = _Pages(document)
    try:
        pages.add_page()
        pages.headline()
        for block in document.blocks:
            pages.block(block)
        return bytes(pages.output())
    finally:
        _close(pages)


def _close(sheet: FPDF) -> None:
    """Close the font files, which fpdf2 leaves open."""
    for font in sheet.fonts.values():
        if isinstance(font, TTFFont):
            font.ttfont.close()


def printable(text: str) -> str:
    """Make text that the fonts can show: each run of what they cannot becomes one U+FFFD.

    Isolates, which no font has, become the marks that do the same for a short run.
    """
    shown: list[str] = []
    for char in _marked(unicodedata.normalize("NFC", text)):
        if char == "\n" or ord(char) in _known():
            shown.append(char)
        elif char.isspace():
            shown.append(" ")
        elif unicodedata.category(char) not in ("Cc", "Cf", "Mn", "Me"):
            shown.append(_REPLACEMENT)
    return _REPLACED.sub(_REPLACEMENT, "".join(shown))


def _label(text: str) -> str:
    shown = printable(text)
    if _REPLACEMENT in shown:
        msg = f"no font here can draw {text!r}"
        raise DocumentError(msg)
    return shown


def _marked(text: str) -> Iterator[str]:
    marks: list[str] = []
    for at, char in enumerate(text):
        if char == "\u2069":
            if marks:
                yield marks.pop()
        elif char in "\u2066\u2067\u2068":
            rtl = _is_rtl(text[at + 1 :], default=False) if char == "\u2068" else char == "\u2067"
            marks.append(_RLM if rtl else _LRM)
            yield marks[-1]
        elif char not in _ISOLATES:
            yield char


def _is_rtl(text: str, *, default: bool) -> bool:
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL", "L"):
            return kind != "L"
    return default


@lru_cache(maxsize=1)
def _known() -> frozenset[int]:
    """Every character that either font can draw."""
    sheet = FPDF()
    known: set[int] = set()
    for name in (_BODY, _OTHER_SCRIPTS):
        sheet.add_font(name, "", _FONTS / f"{name}-Regular.ttf")
        font = sheet.fonts[name.lower()]
        if isinstance(font, TTFFont):
            known |= font.cmap.keys()
    _close(sheet)
    return frozenset(known)


class _Pages(FPDF):
    """The sheet: fonts, header, footer, and how each block is drawn."""

    def __init__(self, document: Document) -> None:
        super().__init__(format="A4")
        self._document = document
        self.set_margin(_MARGIN)
        self.set_auto_page_break(auto=True, margin=_MARGIN + _LINE)
        self.set_creation_date(document.created)
        self.set_title(document.title)
        self.set_author(document.house)
        self.set_lang(document.locale)
        for name in (_BODY, _OTHER_SCRIPTS):
            for style, weight in (("", "Regular"), ("B", "Bold")):
                self.add_font(name, style, _FONTS / f"{name}-{weight}.ttf")
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.recalcTimestamp = False  # else the subset holds the time of drawing
        self.set_fallback_fonts([_OTHER_SCRIPTS])
        self._write()

    def header(self) -> None:
        self._write(size=9, ink=_PALE)
        self._line(self._document.house)
        self.ln(_GAP)

    def footer(self) -> None:
        self.set_y(-_MARGIN)
        self._write(size=8, ink=_PALE)
        self._line(f"{self._document.footer}  {self.page_no()}/{self.alias_nb_pages_str()}".strip())

    def alias_nb_pages_str(self) -> str:
        """What fpdf2 replaces by the number of pages."""
        return str(self.str_alias_nb_pages)

    def headline(self) -> None:
        """Draw the document's title."""
        self._write(size=18, bold=True)
        self._line(_label(self._document.title), height=9)
        self.ln(_GAP)

    def block(self, block: Block) -> None:
        """Draw one block and the gap after it."""
        match block:
            case Heading(text):
                self.ln(_GAP)
                self._write(size=13, bold=True)
                self._line(_label(text), height=7)
            case Paragraph(text, pale):
                self._write(ink=_PALE if pale else _INK)
                for line in text.split("\n"):
                    self._line(line)
            case Facts(rows):
                facts = tuple((_label(key), value) for key, value in rows)
                self._table(facts, (_KEYS, _PAGE - _KEYS), keys=True)
            case Table(head, rows, shares):
                widths = tuple(_PAGE * share / sum(shares) for share in shares)
                self._table((tuple(map(_label, head)), *rows), widths, headings=True)
            case Picture(png, width):
                side = Align.R if self._document.rtl else Align.L
                self.image(io.BytesIO(png), x=side, w=width)
        self.ln(_GAP)

    def _write(
        self, *, size: int = 10, bold: bool = False, ink: tuple[int, int, int] = _INK
    ) -> None:
        self.set_font(_BODY, "B" if bold else "", size)
        self.set_text_color(*ink)

    def _direct(self, text: str) -> bool:
        """Shape by the direction of the text's own first letter; the document's if it has none."""
        rtl = _is_rtl(text, default=self._document.rtl)
        direction: Literal["rtl", "ltr"] = "rtl" if rtl else "ltr"
        self.set_text_shaping(use_shaping_engine=True, direction=direction)
        return rtl

    def _line(self, text: str, height: float = _LINE) -> None:
        shown = printable(text)
        rtl = self._direct(shown)
        self.multi_cell(
            _PAGE,
            height,
            shown,
            align=Align.R if rtl else Align.L,
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
        )

    def _table(
        self,
        rows: tuple[tuple[str, ...], ...],
        widths: tuple[float, ...],
        *,
        keys: bool = False,
        headings: bool = False,
    ) -> None:
        """Draw rows; fpdf2 knows no right-to-left tables, so their columns are turned here."""
        rtl = self._document.rtl
        turn = slice(None, None, -1 if rtl else 1)
        side = Align.R if rtl else Align.L
        self._write()
        self.set_text_shaping(use_shaping_engine=True, direction="rtl" if rtl else "ltr")
        bold, pale = FontFace(emphasis="BOLD", color=_INK), FontFace(color=_PALE)
        self.set_draw_color(225, 225, 230)
        with self.table(
            width=_PAGE,
            col_widths=widths[turn],
            text_align=side,
            line_height=_LINE,
            first_row_as_headings=headings,
            headings_style=bold,
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
            padding=1,
        ) as table:
            for cells in rows:
                styled = [
                    (printable(cell), pale if keys and not column else None)
                    for column, cell in enumerate(cells)
                ]
                row = table.row()
                for text, style in styled[turn]:
                    row.cell(text, style=style)
