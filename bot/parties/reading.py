"""Reading what people type for a time, and for a whole milestone at once, in any digits."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from persiantools.jdatetime import JalaliDate

from core.errors import BadInput

_DAY: Final = timedelta(days=1)
_YEAR: Final = 364 * _DAY
"""The last day of a name is within so much of today."""
_UNITS: Final = {
    "minute": timedelta(minutes=1), "minutes": timedelta(minutes=1),
    "hour": timedelta(hours=1), "hours": timedelta(hours=1), "h": timedelta(hours=1),
    "day": _DAY, "days": _DAY, "d": _DAY,
    "week": 7 * _DAY, "weeks": 7 * _DAY, "w": 7 * _DAY,
    "month": 30 * _DAY, "months": 30 * _DAY,
    "دقیقه": timedelta(minutes=1), "ساعت": timedelta(hours=1), "روز": _DAY,
    "هفته": 7 * _DAY, "ماه": 30 * _DAY,
}  # fmt: skip
_NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "یک": 1, "دو": 2, "سه": 3, "چهار": 4, "پنج": 5, "شش": 6, "هفت": 7, "هشت": 8, "نه": 9,
    "ده": 10, "پانزده": 15, "بیست": 20, "سی": 30,
}  # fmt: skip
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan january ژانویه", "feb february فوریه", "mar march مارس", "apr april آوریل",
            "may مه می", "jun june ژوئن", "jul july ژوئیه جولای", "aug august اوت آگوست",
            "sep sept september سپتامبر", "oct october اکتبر", "nov november نوامبر",
            "dec december دسامبر",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_JALALI_MONTHS: Final = {
    name: number
    for number, name in enumerate(
        (
            "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
            "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
        ),
        1,
    )
}  # fmt: skip
_FIRST_JALALI: Final = 1300
_LAST_JALALI: Final = 1500
_WORD: Final = re.compile(r"[0-9]+|[^\W\d_]+")
_NUMERIC_DATE: Final = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_FILLERS: Final = frozenset(
    {
        "by", "until", "till", "on", "the", "of", "in", "تا", "در", "از", "st", "nd", "rd", "th",
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "شنبه", "یکشنبه", "دوشنبه", "چهارشنبه", "پنجشنبه", "جمعه", "یک", "دو", "سه", "چهار", "پنج",
    }
)  # fmt: skip
"""What may stand beside a day and a month and says nothing more."""
_MOST_DIGITS: Final = 5
_FEWEST_PARTS: Final = 4
"""Title, amount, time and one criterion."""


def latin(text: str) -> str:
    """The text with every digit in ASCII, Arabic letters as Persian writes them, joiners gone."""
    folded = unicodedata.normalize("NFKC", text).replace("ي", "ی").replace("ك", "ک")
    return "".join(
        str(unicodedata.digit(char)) if char.isdecimal() else " " if char == "\u200c" else char
        for char in folded
        if char == "\u200c" or unicodedata.category(char) != "Cf"
    ).strip()


def read_length(typed: str, now: datetime, zone: str) -> timedelta:
    """How long from now: `5`, `5 days`, `2 weeks`, `12 May`, `2026-05-12`, `۲۲ اردیبهشت`.

    A bare number is days. A date is its end in the person's zone, told in whole days and at least
    one; without a year it is the next one. Raises BadInput("duration-unreadable") or
    ("date-is-past").
    """
    text = latin(typed).casefold()
    found = _as_date(text, now.astimezone(ZoneInfo(zone)).date())
    if found is not None:
        end = datetime.combine(found, time(23, 59), ZoneInfo(zone))
        days = (end - now) // _DAY
        if end <= now:
            raise BadInput("date-is-past")
        return max(days, 1) * _DAY
    length = _as_length(text)
    if length is None:
        raise BadInput("duration-unreadable")
    return length


def read_past_day(typed: str, now: datetime, zone: str) -> datetime | None:
    """The noon of a day that is over or is today; None for words that are no date.

    Without a year it is the last one. Raises BadInput("date-in-future").
    """
    today = now.astimezone(ZoneInfo(zone)).date()
    found = _as_date(latin(typed).casefold(), today - _YEAR)
    if found is None:
        return None
    if found > today:
        raise BadInput("date-in-future")
    return datetime.combine(found, time(12), ZoneInfo(zone))


def _as_length(text: str) -> timedelta | None:
    if re.search(r"[-−+.,/]", text):
        return None
    words = [word for word in _WORD.findall(text) if word not in ("in", "and", "و", "تا")]
    if not words:
        return None
    if len(words) == 1:
        number = _number(words[0])
        return None if not number else number * _DAY
    if len(words) % 2:
        return None
    total = timedelta(0)
    for amount, unit in zip(words[::2], words[1::2], strict=True):
        number, length = _number(amount), _UNITS.get(unit)
        if not number or length is None:
            return None
        total += number * length
    return total


def _number(word: str) -> int | None:
    if word.isdecimal():
        return int(word) if len(word) <= _MOST_DIGITS else None
    return _NUMBERS.get(word)


def _as_date(text: str, today: date) -> date | None:
    numeric = _NUMERIC_DATE.fullmatch(text)
    if numeric is not None:
        return _dated(int(numeric[1]), int(numeric[2]), int(numeric[3]))
    words = [word for word in _WORD.findall(text) if word not in _FILLERS]
    months = [word for word in words if word in _MONTHS or word in _JALALI_MONTHS]
    numbers = [int(word) for word in words if word.isdecimal() and len(word) <= 4]  # noqa: PLR2004 - a year
    if len(months) != 1 or len(words) != len(months) + len(numbers) or len(numbers) not in (1, 2):
        return None
    return _named(months[0], numbers[0], numbers[1] if len(numbers) > 1 else None, today)


def _named(month: str, day: int, year: int | None, today: date) -> date | None:
    if month in _JALALI_MONTHS:
        this = JalaliDate(today).year
        number = _JALALI_MONTHS[month]
    else:
        this, number = today.year, _MONTHS[month]
    if year is not None:
        return _dated(year, number, day, jalali=month in _JALALI_MONTHS)
    for candidate in (this, this + 1):
        found = _dated(candidate, number, day, jalali=month in _JALALI_MONTHS)
        if found is not None and found >= today:
            return found
    return None


def _dated(year: int, month: int, day: int, *, jalali: bool | None = None) -> date | None:
    """A date of either calendar; by the year where the month does not say. None for no such day."""
    if jalali is None:
        jalali = _FIRST_JALALI <= year < _LAST_JALALI
    try:
        return JalaliDate(year, month, day).to_gregorian() if jalali else date(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class AtOnce:
    """A milestone that was typed in one go; the amount and the time are still as typed."""

    title: str
    amount: str
    length: str
    criteria: tuple[str, ...]


def read_at_once(typed: str) -> tuple[AtOnce, ...]:
    """`Drafts; 300; 5; three concepts`, with `;`, `؛` or line breaks; several, one a line.

    Empty where it has fewer than four parts: then it is an ordinary title.
    """
    rows = [_parts(row, r"[;؛]") for row in typed.splitlines() if row.strip()]
    if len(rows) < 2 or not all(len(row) >= _FEWEST_PARTS for row in rows):  # noqa: PLR2004
        rows = [_parts(typed, r"[;؛\n]")]
    if len(rows[0]) < _FEWEST_PARTS:
        return ()
    return tuple(AtOnce(row[0], row[1], row[2], tuple(row[3:])) for row in rows)


def _parts(text: str, marks: str) -> list[str]:
    return [part.strip() for part in re.split(marks, text) if part.strip()]


def read_lines(typed: str) -> tuple[str, ...]:
    """One a line or between semicolons, without bullets and numbers in front."""
    lines = (
        re.sub(r"^\s*(?:[-–—•*]|[0-9]{1,2}[.)])\s+", "", part)
        for part in re.split(r"[;؛\n]", typed)
    )
    return tuple(line.strip() for line in lines if line.strip())


def has_link(text: str) -> bool:
    """Whether there is an address among these words."""
    return re.search(r"https?://[^\s/]+\.[^\s]+", text) is not None
