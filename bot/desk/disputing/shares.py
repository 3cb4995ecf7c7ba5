"""What an arbiter types: a share, `60 %`, `33.33%` or an amount; a time, or until when."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, timedelta
from typing import Final

from bot.texts.lengths import read_end, read_length
from core.values.amounts import parse
from core.values.errors import BadInput
from core.values.money import Money

_PERCENT: Final = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?\s*%")
_ALL: Final = 10_000
_MINUTE: Final = timedelta(minutes=1)


def read_share(typed: str, held: Money) -> Money:
    """The freelancer's part of what is held, from nothing to all of it.

    Raises BadInput("share-unreadable") for a percent that is none or has more than two decimals,
    BadInput("split-out-of-range", held) for more than is held, else as `parse`.
    """
    text = _ascii(typed)
    if "%" in text:
        share, _ = held.share(_basis_points(text))
    else:
        share = parse(typed, held.currency, zero=True)
    if not 0 <= share.minor <= held.minor:
        raise BadInput("split-out-of-range", held=(held.minor, held.currency))
    return share


def read_time(typed: str, after: datetime, now: datetime, zone: str) -> timedelta:
    """How much more time: `7`, `36 h`, `۳ روز`, or so much that it lasts to the end of a day.

    It is counted from `after`; a date, in `zone`, is until its last minute, so that it reads as
    the day that was typed.
    Raises BadInput as `bot.texts.lengths.read_length`.
    """
    end = read_end(typed, now, zone)
    return read_length(typed, now, zone) if end is None else (end - after) // _MINUTE * _MINUTE


def _ascii(typed: str) -> str:
    """Digits and marks of any language as ASCII."""
    text = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in typed)
    return text.replace("٪", "%").replace("٫", ".").strip()


def _basis_points(text: str) -> int:
    found = _PERCENT.fullmatch(text)
    if found is None:
        raise BadInput("share-unreadable")
    bps = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
    if bps > _ALL:
        raise BadInput("share-unreadable")
    return bps
