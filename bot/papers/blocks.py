"""What stands on a paper: plain values, drawn by nothing that they know of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


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
class Pairs:
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


Block = Heading | Paragraph | Pairs | Table | Picture


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
