"""The drawing half of `bot.papers.paper`, on fpdf2, which is loaded when something is drawn."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from fpdf import FPDF
from fpdf.enums import Align, TableBordersLayout, XPos, YPos
from fpdf.fonts import FontFace, TTFFont
from fpdf.line_break import Fragment, TotalPagesSubstitutionFragment

from bot.papers.blocks import Block, Document, Heading, Pairs, Paragraph, Picture, Table
from bot.papers.lettering import (
    BODY,
    BOLD,
    FONTS,
    freed,
    held,
    is_rtl,
    names,
    printable,
    runs,
    undrawn,
)

_MARGIN: Final = 20.0
_PAGE: Final = 170.0
"""A4 less both margins; lengths here are in millimetres."""
_LINE: Final = 6.0
_GAP: Final = 3.0
_KEYS: Final = 50.0
_LINES: Final = 30
"""Of a row of a table; a page has some more."""
_WIDEST: Final = 3.6
"""A letter of 10 points, as wide as they come."""
_INK: Final = (25, 25, 30)
_PALE: Final = (110, 110, 120)
_PAGES: Final = "\ufdd2"
"""Where fpdf2 puts the number of pages: no text of anybody holds it once it is printable."""


def draw(document: Document) -> bytes:
    """Draw it, as `bot.papers.paper.pdf` says."""
    if document.created.tzinfo is None:
        msg = "a document is dated with an aware instant"
        raise ValueError(msg)
    pages = _Pages(document)
    try:
        pages.add_page()
        pages.headline()
        for block in document.blocks:
            pages.block(block)
        pages.remainder()
        return bytes(pages.output())
    finally:
        _close(pages)


def _close(sheet: FPDF) -> None:
    """Close the font files, which fpdf2 leaves open."""
    for font in sheet.fonts.values():
        if isinstance(font, TTFFont):
            font.ttfont.close()


def _words(document: Document) -> Iterator[str]:
    """Everything that is written on it."""
    yield from (document.house, document.title)
    for block in document.blocks:
        match block:
            case Heading(text) | Paragraph(text):
                yield text
            case Pairs(rows):
                yield from (f"{key}: {value}" for key, value in rows)
            case Table(head, rows):
                yield from (" | ".join(row) for row in (head, *rows))
            case Picture():
                pass
    yield from (document.footer, document.undrawn)


def _slices(cells: tuple[str, ...], widths: tuple[float, ...]) -> Iterator[tuple[str, ...]]:
    """A row in as many as pages can hold: fpdf2 refuses one that is higher than a page."""
    cut = [
        list(_cut(text, max(int(width / _WIDEST), 1)))
        for text, width in zip(cells, widths, strict=True)
    ]
    for number in range(max(map(len, cut))):
        yield tuple(parts[number] if number < len(parts) else "" for parts in cut)


def _cut(text: str, a_line: int) -> Iterator[str]:
    """Parts of at most `_LINES` lines of so many letters, between words where there are any."""
    part, room = "", _LINES
    for line in text.split("\n"):
        rest = line
        while len(rest) > room * a_line:
            at = rest.rfind(" ", 0, room * a_line) if room else 0
            at = at if at > 0 else room * a_line
            yield part + rest[:at]
            part, room, rest = "", _LINES, rest[at:].lstrip(" ")
        part, room = f"{part}{rest}\n", max(room - max(-(-len(rest) // a_line), 1), 0)
    yield part.rstrip("\n")


class _Run(Fragment):
    """Letters of one font, each width asked once: fpdf2 measures the whole line at each letter."""

    def get_width(
        self,
        start: int = 0,
        end: int | None = None,
        chars: str | None = None,
        initial_cs: bool = True,  # noqa: FBT001, FBT002 - fpdf2's own signature
    ) -> float:
        known: dict[tuple[str, bool], float] = self.__dict__.setdefault("known", {})
        said = "".join(self.characters[start:end]) if chars is None else chars
        if (said, initial_cs) not in known:
            known[said, initial_cs] = super().get_width(chars=said, initial_cs=initial_cs)
        return known[said, initial_cs]


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
        self.alias_nb_pages(_PAGES)
        self._words = list(_words(document))
        needed = {font for text in self._words for _, font in runs(printable(text))} - set(BOLD)
        for name in (*BOLD, *(name for name in names() if name in needed)):
            self.add_font(name, "", FONTS / f"{name}-Regular.ttf")
        for name in BOLD:
            self.add_font(name, "B", FONTS / f"{name}-Bold.ttf")
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.recalcTimestamp = False  # else the subset holds the time of drawing
        self._write()

    def header(self) -> None:
        self._write(size=9, ink=_PALE)
        self._line(self._document.house)
        self.ln(_GAP)

    def footer(self) -> None:
        self.set_y(-_MARGIN)
        self._write(size=8, ink=_PALE)
        self._line(f"{self._document.footer}  {self.page_no()}/".strip(), more=_PAGES)

    def headline(self) -> None:
        """Draw the document's title."""
        self._write(size=18, bold=True)
        self._line(self._document.title, height=9)
        self.ln(_GAP)

    def remainder(self) -> None:
        """Say what could not be drawn, and attach every word as text."""
        if not any(undrawn(text) for text in self._words):
            return
        self._write(ink=_PALE)
        self._line(self._document.undrawn)
        self.embed_file(
            bytes="\n".join(self._words).encode("utf-8", "surrogatepass"),
            basename="words.txt",
            mime_type="text/plain",
            creation_date=self._document.created,
            modification_date=self._document.created,
        )

    def _preload_bidirectional_text(self, text: str, markdown: bool) -> Sequence[Fragment]:  # noqa: FBT001
        return super()._preload_bidirectional_text(held(text), markdown)

    def _parse_chars(
        self,
        text: str,
        markdown: bool,  # noqa: FBT001, ARG002 - fpdf2's own signature
        *,
        _initial_emphasis: object = None,
    ) -> Iterator[Fragment]:
        """Have each run drawn by the font that can, instead of fpdf2's choice by single letters."""
        for place, part in enumerate(text.split(_PAGES)):
            if place:
                state = self._get_current_graphics_state()
                yield TotalPagesSubstitutionFragment(
                    _PAGES, state, self.k, dummy_width_string="000", align=self.alias_nb_pages_align
                )
            for run, font in runs(freed(part)):
                state = self._get_current_graphics_state()
                style = state.font_style if font in BOLD else ""
                state.font_family, state.font_style = font.lower(), style
                state.current_font = self.fonts[f"{font.lower()}{style}"]
                yield _Run(run, state, self.k)

    def block(self, block: Block) -> None:
        """Draw one block and the gap after it."""
        match block:
            case Heading(text):
                self.ln(_GAP)
                self._write(size=13, bold=True)
                self._line(text, height=7)
            case Paragraph(text, pale):
                self._write(ink=_PALE if pale else _INK)
                for line in text.split("\n"):
                    self._line(line)
            case Pairs(rows):
                self._table(rows, (_KEYS, _PAGE - _KEYS), keys=True)
            case Table(head, rows, shares):
                widths = tuple(_PAGE * share / sum(shares) for share in shares)
                self._table((head, *rows), widths, headings=True)
            case Picture(png, width):
                side = Align.R if self._document.rtl else Align.L
                self.image(io.BytesIO(png), x=side, w=width)
        self.ln(_GAP)

    def _write(
        self, *, size: int = 10, bold: bool = False, ink: tuple[int, int, int] = _INK
    ) -> None:
        self.set_font(BODY, "B" if bold else "", size)
        self.set_text_color(*ink)

    def _direct(self, text: str) -> bool:
        """Shape by the direction of the text's own first letter; the document's if it has none."""
        rtl = is_rtl(text, default=self._document.rtl)
        direction: Literal["rtl", "ltr"] = "rtl" if rtl else "ltr"
        self.set_text_shaping(use_shaping_engine=True, direction=direction)
        return rtl

    def _line(self, text: str, height: float = _LINE, more: str = "") -> None:
        shown = printable(text) + more
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
            for cells in (part for whole in rows for part in _slices(whole, widths)):
                styled = [
                    (printable(cell), pale if keys and not column else None)
                    for column, cell in enumerate(cells)
                ]
                row = table.row()
                for text, style in styled[turn]:
                    row.cell(text, style=style)
