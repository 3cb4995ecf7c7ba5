"""Agreements, receipts and rulings as PDF, and QR pictures: bytes from plain values.

The same document gives the same bytes: its date is an argument, and nothing asks the clock. Texts
come in ready, in their language; all of it goes through `bot.papers.lettering.printable`.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from datetime import datetime

import segno


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that begins a part."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; each line by its own direction."""

    text: str
    pale: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of what and how much, one a line."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns in reading order; `shares` are their widths in relation."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, `width` millimetres wide."""

    png: bytes
    width: float = 35.0


Block = Heading | Paragraph | Facts | Table | Picture


@dataclass(frozen=True, slots=True)
class Document:
    """What is on the pages: `house` above the title, `footer` below, with the page's number."""

    title: str
    house: str
    created: datetime
    locale: str
    rtl: bool
    blocks: tuple[Block, ...] = field(default=())
    footer: str = ""
    undrawn: str = ""
    """What the paper says where no font draws some letter: the words are attached as text."""


def pdf(document: Document) -> bytes:
    """Draw it, in whatever script its words are (`bot.papers.lettering`).

    What no font can draw stands by its name, and all words are attached. Raises ValueError for a
    naive date.
    """
    # Loads fonts and pictures, 30 MB: most runs of the program draw nothing for hours.
    from bot.papers.drawing import draw  # noqa: PLC0415

    return draw(document)


def qr_png(text: str, scale: int = 8) -> bytes:
    """Draw a QR picture, `scale` pixels a module; a quarter of it may be damaged or covered."""
    out = io.BytesIO()
    segno.make(text, error="q", micro=False).save(out, kind="png", scale=scale, border=4)
    return out.getvalue()
