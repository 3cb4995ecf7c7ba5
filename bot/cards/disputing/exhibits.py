"""What a ruling relies on, by its name, as the desk and both sides read it."""

from __future__ import annotations

from collections.abc import Iterable

from bot.cards.kit.wording import lines
from bot.texts import Safe, Text
from core.deal.dispute import Exhibit


def exhibit_name(t: Text, exhibit: Exhibit) -> str:
    """`Submission 2, 3 May, 18:00 (Madrid)`."""
    name = exhibit_title(t, exhibit)
    if exhibit.at is None:
        return name
    return t.plain("exhibit-at", name=Safe(name), at=exhibit.at)


def exhibit_title(t: Text, exhibit: Exhibit) -> str:
    """`Submission 2`."""
    return t.plain("exhibit", kind=exhibit.kind, number=exhibit.number)


def relied_lines(t: Text, exhibits: Iterable[Exhibit]) -> Safe:
    """Each that a ruling names, a line."""
    return lines(*(t("exhibit-line", name=Safe(exhibit_name(t, each))) for each in exhibits))
