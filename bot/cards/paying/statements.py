"""A bank's statement as its treasurer sees it: what is certain, likely and why, or unknown."""

from __future__ import annotations

from typing import Final

from bot.cards.kit.desk import lines
from bot.cards.kit.wording import clipped
from bot.texts import Code, Safe, Text
from core.paying import Finding, Target

MOST_LINES: Final = 12
"""Lines that one card lists."""
_WORDS: Final = 140
_NAME: Final = 60


def line_told(t: Text, found: Finding) -> Safe:
    """One line, as the bank has it."""
    line = found.line
    name = clipped(line.name, _NAME) if line.name else t.plain("desk-line-nobody")
    day = t.written_day(line.booked_on.isoformat())
    return t("desk-line", line=line.at, amount=line.amount, day=day, name=name)


def target_told(t: Text, target: Target) -> Safe:
    """What it may be."""
    deal, is_ = Code(str(target.deal)), target.is_.value
    return t("desk-line-to", is_=is_, number=target.number, deal=deal)


def whole_line(t: Text, found: Finding) -> Safe:
    """One that is looked at by itself: its words, and why it is no more than likely."""
    words = clipped(" ".join(found.line.text.split()), _WORDS)
    return lines(
        line_told(t, found),
        t("desk-line-words", words=words) if words else "",
        *(t("desk-line-why", why=why.value) for why in found.why),
        *(Safe("→ ") + target_told(t, one) for one in found.targets),
    )
