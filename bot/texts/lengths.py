"""Reading what people type for a length of time or a date, in any digits and either calendar."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Final
from zoneinfo import ZoneInfo

from persiantools.jdatetime import JalaliDate

from core.values.errors import BadInput

_DAY: Final = timedelta(days=1)
_YEAR: Final = 364 * _DAY
"""The last day of a name is within so much of today."""
_LENGTHS: Final = {
    timedelta(seconds=1): "second seconds sec secs s ثانیه",
    timedelta(minutes=1): "minute minutes min mins دقیقه",
    timedelta(hours=1): "hour hours hr hrs h ساعت ساعته",
    _DAY: "day days d روز روزه",
    7 * _DAY: "week weeks wk wks w هفته",
    14 * _DAY: "fortnight fortnights",
    30 * _DAY: "month months ماه ماهه",
    365 * _DAY: "year years سال ساله",
}
_UNITS: Final = {word: length for length, words in _LENGTHS.items() for word in words.split()}
_HALF: Final = frozenset({"half", "نیم"})
_ARTICLES: Final = frozenset({"a", "an"})
_RELATIVE: Final = {
    "today": 0, "tomorrow": 1, "yesterday": -1,
    "امروز": 0, "فردا": 1, "پسفردا": 2, "دیروز": -1, "پریروز": -2,
}  # fmt: skip
_NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30,
    "یک": 1, "دو": 2, "سه": 3, "چهار": 4, "پنج": 5, "شش": 6, "هفت": 7, "هشت": 8, "نه": 9,
    "ده": 10, "دوازده": 12, "پانزده": 15, "بیست": 20, "سی": 30,
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
_SHORT_DATE: Final = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})(?:\2([0-9]{4}|[0-9]{2}))?")
_LENGTH: Final = re.compile(r"[0-9]+(?:[.,][0-9]{1,2}(?![0-9]))?|[^\W\d_]+")
_MONTHS_OF_A_YEAR: Final = 12
_FILLERS: Final = frozenset(
    {
        "by", "until", "till", "on", "the", "of", "in", "تا", "در", "از", "st", "nd", "rd", "th",
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "شنبه", "یکشنبه", "دوشنبه", "چهارشنبه", "پنجشنبه", "جمعه", "یک", "دو", "سه", "چهار", "پنج",
    }
)  # fmt: skip
"""What may stand beside a day and a month and says nothing more."""
_SKIPPED: Final = frozenset({"in", "within", "of", "تا", "ظرف"})
_OF_ROUNDS: Final = frozenset(
    {"round", "rounds", "revision", "revisions", "of", "changes", "time", "times", "دور", "بار",
     "اصلاح"}
)  # fmt: skip
"""What may stand beside a number of rounds."""
_NONE: Final = {"no": 0, "none": 0, "zero": 0, "صفر": 0, "هیچ": 0, "بدون": 0}
_NEGATIVE: Final = re.compile(r"[-\u2212]\s*\d")
_MOST_DIGITS_OF_ROUNDS: Final = 3
"""Nobody means thousands of rounds."""
_AND: Final = frozenset({"and", "و"})
_MOST_DIGITS: Final = 5


def latin(text: str) -> str:
    """The text with every digit in ASCII, Arabic letters as Persian writes them, joiners gone."""
    folded = unicodedata.normalize("NFKC", text).replace("ي", "ی").replace("ك", "ک")
    return "".join(
        str(unicodedata.digit(char)) if char.isdecimal() else " " if char == "\u200c" else char
        for char in folded
        if char == "\u200c" or unicodedata.category(char) != "Cf"
    ).strip()


def read_rounds(typed: str) -> int:
    """How many: `2`, `two rounds`, `دو دور`, `none`. Raises BadInput("number-unreadable")."""
    words = _WORD.findall(latin(typed).casefold())
    said = [word for word in words if word not in _OF_ROUNDS]
    if len(said) != 1 or (len(said[0]) > _MOST_DIGITS_OF_ROUNDS and said[0].isdecimal()):
        raise BadInput("number-unreadable")
    if _NEGATIVE.search(typed):
        raise BadInput("number-unreadable")
    number = _NONE.get(said[0], _number(said[0]))
    if number is None:
        raise BadInput("number-unreadable")
    return int(number)


def read_length(typed: str, now: datetime, zone: str) -> timedelta:
    """How long from now: `5`, `5 days`, `2 weeks`, `12 May`, `2026-05-12`, `۲۲ اردیبهشت`.

    A bare number is days. A date is its end in the person's zone, told in whole days and at least
    one; without a year it is the next one. Raises BadInput("duration-unreadable"),
    ("date-is-past") or ("date-ambiguous", day, month): `12/05` is in May or in December.
    """
    end = read_end(typed, now, zone)
    if end is not None:
        return max((end - now) // _DAY, 1) * _DAY
    length = _as_length(latin(typed).casefold())
    if length is None:
        raise BadInput("duration-unreadable")
    return length


def read_end(typed: str, now: datetime, zone: str) -> datetime | None:
    """The end of a day that is to come, in that zone; None for words that are no date.

    Raises BadInput as `read_length` does of dates.
    """
    found = _as_date(typed, now.astimezone(ZoneInfo(zone)).date())
    if found is None:
        return None
    end = datetime.combine(found, time(23, 59), ZoneInfo(zone))
    if end <= now:
        raise BadInput("date-is-past")
    return end


def is_length(typed: str, now: datetime, zone: str) -> bool:
    """Whether all of it is a length or a date, be it one that can not be meant."""
    try:
        read_length(typed, now, zone)
    except BadInput as no:
        return no.key != "duration-unreadable"
    return True


def read_past_day(typed: str, now: datetime, zone: str) -> datetime | None:
    """The noon of a day that is over or is today; None for words that are no date.

    Without a year it is the last one. Raises BadInput("date-in-future").
    """
    today = now.astimezone(ZoneInfo(zone)).date()
    found = _as_date(typed, today, past=True)
    if found is None:
        return None
    if found > today:
        raise BadInput("date-in-future")
    return datetime.combine(found, time(12), ZoneInfo(zone))


def _as_length(text: str) -> timedelta | None:
    if re.search(r"[^\w\s.,]|(?<![0-9])[.,]|[.,](?![0-9])", text.rstrip(".!")):
        return None
    words = [word for word in _LENGTH.findall(text) if word not in _SKIPPED]
    if len(words) == 1 and words[0].isdecimal():
        number = _number(words[0])
        return None if not number else _times(number, _DAY)
    total, last, at = timedelta(0), None, 0
    while at < len(words):
        if words[at] in _AND or (words[at] in _ARTICLES and _at(words, at + 1) in _HALF):
            at += 1  # `and a half`
            continue
        number, taken = _amount(words, at)
        unit = _UNITS.get(_at(words, at + taken))
        if number is not None and unit is not None:
            total, last, at = total + _times(number, unit), unit, at + taken + 1
        elif words[at] in _HALF and last is not None:
            total, last, at = total + last / 2, None, at + 1  # `a day and a half`
        else:
            return None
    return total or None


def _amount(words: list[str], at: int) -> tuple[Fraction | None, int]:
    """How many, and in how many words: `2`, `two`, `half a`, `2 and a half`."""
    if words[at] in _HALF:
        return Fraction(1, 2), 2 if _at(words, at + 1) in _ARTICLES else 1
    number, taken = _number(words[at]), 1
    more = at + 2 + (_at(words, at + 2) in _ARTICLES)
    half = _at(words, at + 1) in _AND and _at(words, more) in _HALF
    if number is not None and half and _at(words, more + 1) in _UNITS:
        number, taken = number + Fraction(1, 2), more - at + 1
    return number, taken


def _at(words: list[str], place: int) -> str:
    return words[place] if place < len(words) else ""


def _times(number: Fraction, unit: timedelta) -> timedelta:
    return timedelta(seconds=int(number * int(unit.total_seconds())))


def _number(word: str) -> Fraction | None:
    if word[:1].isdecimal():
        return Fraction(word.replace(",", ".")) if len(word) <= _MOST_DIGITS else None
    number = _NUMBERS.get(word)
    return None if number is None else Fraction(number)


def _as_date(typed: str, today: date, *, past: bool = False) -> date | None:
    """The next date of this name, or the last one. Raises BadInput("date-ambiguous")."""
    text, first = latin(typed).casefold(), today - _YEAR if past else today
    numeric = _NUMERIC_DATE.fullmatch(text)
    if numeric is not None:
        return _dated(int(numeric[1]), int(numeric[2]), int(numeric[3]))
    short = _SHORT_DATE.fullmatch(text)
    if short is not None:
        eastern = any(char.isdecimal() and not char.isascii() for char in typed)
        dotted = short[2] == "." and not eastern
        if eastern and len(short[4] or "") != len("1405"):
            raise BadInput("date-ambiguous", day=int(short[1]), month=int(short[3]))
        return _short(int(short[1]), int(short[3]), short[4], first, dotted=dotted)
    words = [word for word in _WORD.findall(text) if word not in _FILLERS]
    if "".join(words) in _RELATIVE:
        return today + _RELATIVE["".join(words)] * _DAY
    months = [word for word in words if word in _MONTHS or word in _JALALI_MONTHS]
    numbers = [int(word) for word in words if word.isdecimal() and len(word) <= 4]  # noqa: PLR2004 - a year
    if len(months) != 1 or len(words) != len(months) + len(numbers) or len(numbers) not in (1, 2):
        return None
    return _named(months[0], numbers[0], numbers[1] if len(numbers) > 1 else None, first)


def _short(one: int, two: int, year: str | None, today: date, *, dotted: bool) -> date | None:
    """`12/05`: a day and a month, in the order in which they can be. Raises BadInput for both.

    With points the day comes first, wherever people write so.
    """
    if year is None and dotted:
        return None  # `12.05` is a number too
    first_is_day = dotted or one > _MONTHS_OF_A_YEAR or one == two
    if not first_is_day and two <= _MONTHS_OF_A_YEAR:
        raise BadInput("date-ambiguous", day=one, month=two)
    day, month = (one, two) if first_is_day else (two, one)
    if year is not None:
        return _dated(int(year) + (2000 if len(year) == 2 else 0), month, day)  # noqa: PLR2004
    return next(
        (d for y in (today.year, today.year + 1) if (d := _dated(y, month, day)) and d >= today),
        None,
    )


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
