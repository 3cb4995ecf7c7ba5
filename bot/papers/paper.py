"""Agreements, receipts and rulings as PDF, and QR pictures: bytes from plain values.

The same document gives the same bytes: its date is an argument, and nothing asks the clock. Texts
come in ready, in their language; all of it goes through `bot.papers.lettering.printable`.
"""

from __future__ import annotations

import io

import segno

from bot.papers.blocks import Document


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
