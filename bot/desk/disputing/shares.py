"""What an arbiter types: a share, `60 %`, `33.33%` or an amount; a time, `7`, `36 h`."""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta
from typing import Final

from core.values.amounts import parse
from core.values.errors import BadInput
from core.values.money import Money

_PERCENT: Final = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?\s*%")
_ALL: Final = 10_000
_TIME: Final = re.compile(r"(\d{1,5})\s*([^\W\d_]*)")
_UNITS: Final = {
    timedelta(days=1): ("", "d", "day", "days", "روز"),
    timedelta(weeks=1): ("w", "week", "weeks", "هفته"),
    timedelta(hours=1): ("h", "hour", "hours", "ساعت"),
    timedelta(minutes=1): ("m", "min", "minute", "minutes", "دقیقه"),
    timedelta(seconds=1): ("s", "sec", "second", "seconds", "ثانیه"),
}


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


def read_time(typed: str) -> timedelta:
    """`7` or `7 days`, `36 h`, `۳ روز`. Raises BadInput("time-unreadable")."""
    found = _TIME.fullmatch(_ascii(typed).casefold())
    units = [] if found is None else [each for each, named in _UNITS.items() if found[2] in named]
    if found is None or not units:
        raise BadInput("time-unreadable")
    return int(found[1]) * units[0]


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
