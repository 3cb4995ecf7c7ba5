"""Instants in a person's own zone, in their own calendar; durations in parts."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_skeleton
from persiantools.jdatetime import MONTH_NAMES_FA, JalaliDate

from bot.texts.amounts import localised_digits

_JALALI: Final = frozenset({"fa"})
READERS: Final = {"en": Locale("en", "GB")}
"""English is read all over the world: the day comes before the month."""
_IN_HOURS: Final = timedelta(days=3)
_UNITS: Final = (("days", 86_400), ("hours", 3_600), ("minutes", 60), ("seconds", 1))


def city(zone: str, locale: Locale) -> str:
    """The place that a zone is named after, in the language if it is known: `Madrid`."""
    known = locale.time_zones.get(zone, {})
    return str(known.get("city") or zone.rsplit("/", 1)[-1].replace("_", " "))


def day(instant: datetime, zone: str, locale: Locale, *, year: bool = False) -> str:
    """`19 May`, or `19 May 2026`; readers of Persian get `سه‌شنبه ۲۹ اردیبهشت`."""
    local = instant.astimezone(ZoneInfo(zone))
    if locale.language in _JALALI:
        return localised_digits(_jalali(local, locale, year=year), locale)
    dates = READERS.get(str(locale), locale)
    text = format_skeleton("yMMMMd" if year else "MMMMd", local, locale=dates)
    return localised_digits(text, locale)


def clock(instant: datetime, zone: str, locale: Locale) -> str:
    """`18:00`."""
    return localised_digits(instant.astimezone(ZoneInfo(zone)).strftime("%H:%M"), locale)


def parts(length: timedelta) -> list[tuple[str, int]]:
    """The two largest units of a duration: [("days", 7)], [("hours", 1), ("minutes", 30)].

    Up to two days it is told in hours, as people count short windows. What is less than a second
    is nothing: [("seconds", 0)].
    """
    units = _UNITS[1:] if length < _IN_HOURS else _UNITS
    rest, found = max(int(length.total_seconds()), 0), list[tuple[str, int]]()
    for unit, seconds in units:
        count, rest = divmod(rest, seconds)
        if count:
            found.append((unit, count))
        elif found:
            break
    return found[:2] or [("seconds", 0)]


def _jalali(local: datetime, locale: Locale, *, year: bool) -> str:
    date = JalaliDate(local.date())
    weekday = locale.days["format"]["wide"][local.weekday()]
    text = f"{weekday} {date.day} {MONTH_NAMES_FA[date.month]}"
    return f"{text} {date.year}" if year else text
