"""Times and whole milestones, as people type them."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.parties.kit.reading import read_at_once, read_lines
from bot.texts.lengths import read_length, read_past_day
from core.values.errors import BadInput

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("5", 5), ("5 days", 5), ("2 weeks", 14), ("1 week 2 days", 9), ("a month", 30),
        ("۵", 5), ("۵ روز", 5), ("دو هفته", 14), ("یک‌ماه", 30), ("هفته", 0), ("48 hours", 2),
        ("12 May", 127), ("May 12", 127), ("by 12 may", 127), ("2026-05-12", 127),
        ("۲۲ اردیبهشت", 127), ("۱۴۰۵/۰۲/۲۲", 127), ("4 January", 364),
        ("12th of May", 127), ("Tuesday, May 12th", 127), ("سه‌شنبه ۲۲ اردیبهشت", 127),
    ],
)  # fmt: skip
def test_a_time_is_read_in_words_digits_and_calendars(typed: str, days: int) -> None:
    if days:
        assert read_length(typed, NOW, "Europe/Madrid") == timedelta(days=days)
    else:
        with pytest.raises(BadInput):
            read_length(typed, NOW, "Europe/Madrid")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("-5", "duration-unreadable"), ("0", "duration-unreadable"), ("1.5", "duration-unreadable"),
        ("soon", "duration-unreadable"), ("1e9", "duration-unreadable"),
        ("31 February", "duration-unreadable"), ("", "duration-unreadable"),
        ("9999999 days", "duration-unreadable"), ("4 Jan 2025", "date-is-past"),
    ],
)  # fmt: skip
def test_what_is_no_time_is_refused(typed: str, key: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_length(typed, NOW, "UTC")
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("4 January", "2026-01-04"), ("on 5 Jan", "2026-01-05"), ("6 January", "2025-01-06"),
        ("31 December", "2025-12-31"), ("2025-12-30", "2025-12-30"), ("۱۴ دی", "2026-01-04"),
        ("last Friday", None), ("45 January", None), ("", None),
    ],
)  # fmt: skip
def test_a_day_that_is_over_is_the_last_one_of_its_name(typed: str, date: str | None) -> None:
    found = read_past_day(typed, NOW, "Europe/Madrid")
    assert (None if found is None else str(found.date())) == date


@pytest.mark.parametrize("typed", ["2026-01-06", "6 January 2026", "31 December 2099"])
def test_a_day_to_come_is_not_over(typed: str) -> None:
    with pytest.raises(BadInput, match="date-in-future"):
        read_past_day(typed, NOW, "Europe/Madrid")


def test_a_date_ends_with_the_day_in_the_persons_zone() -> None:
    late = datetime(2026, 1, 5, 23, tzinfo=UTC)
    assert read_length("6 January", late, "Asia/Tehran") == timedelta(days=1)


@pytest.mark.parametrize("mark", [";", "؛", "\n", " ; "])
def test_a_milestone_typed_at_once_has_four_parts_or_more(mark: str) -> None:
    [row] = read_at_once(mark.join(("Drafts", "300", "5", "three concepts", "SVG files")))
    assert (row.title, row.amount, row.length) == ("Drafts", "300", "5")
    assert row.criteria == ("three concepts", "SVG files")


def test_three_parts_are_an_ordinary_title() -> None:
    assert read_at_once("Logo; banner; card") == ()


def test_bullets_and_numbers_in_front_of_lines_are_left_out() -> None:
    assert read_lines("- one\n2. two\n• three\n\n3D model") == ("one", "two", "three", "3D model")


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("half a day", 12), ("half an hour", 0.5), ("a day and a half", 36), ("1.5 days", 36),
        ("two and a half days", 60), ("2 weeks and 3 days", 408), ("a fortnight", 336),
        ("1 hour 30 min", 1.5), ("3h", 3), ("within 5 days.", 120), ("one month", 720),
        ("30 seconds", 30 / 3600), ("۳۰ ثانیه", 30 / 3600), ("نیم روز", 12), ("نیم‌ساعت", 0.5),
        ("دو و نیم روز", 60), ("یک روز و نیم", 36), ("دو هفته و سه روز", 408), ("۱۰ روزه", 240),
        ("٣ أيام", 0), ("2-3 days", 0), ("1 half day", 0), ("5 working days", 0), ("half", 0),
        ("5 days 5", 0), ("days", 0), ("a couple of days", 0), ("0 seconds", 0), ("1.500 days", 0),
    ],
)  # fmt: skip
def test_a_length_in_any_unit_is_read_or_asked_again(typed: str, hours: float) -> None:
    if hours:
        assert read_length(typed, NOW, "UTC") == timedelta(seconds=round(hours * 3600))
    else:
        with pytest.raises(BadInput, match="duration-unreadable"):
            read_length(typed, NOW, "UTC")


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("12.05.2026", 127), ("12.05.26", 127), ("13/05", 128), ("05/13", 128), ("5/5", 120),
        ("13-05-2026", 128), ("tomorrow", 1), ("فردا", 1), ("پس‌فردا", 2), ("۲۲/۰۲/۱۴۰۵", 127),
        ("12/05", 0), ("05/12/2026", 0), ("۲۲/۰۲", 0), ("12-05", 0),
    ],
)  # fmt: skip
def test_a_date_of_numbers_is_read_where_it_can_be_one_day_alone(typed: str, days: int) -> None:
    if days:
        assert read_length(typed, NOW, "Europe/Madrid") == timedelta(days=days)
    else:
        with pytest.raises(BadInput, match="date-ambiguous"):
            read_length(typed, NOW, "Europe/Madrid")


@pytest.mark.parametrize(
    ("typed", "date"),
    [("yesterday", "2026-01-04"), ("today", "2026-01-05"), ("دیروز", "2026-01-04")],
)
def test_yesterday_is_a_day_that_is_over(typed: str, date: str) -> None:
    found = read_past_day(typed, NOW, "Europe/Madrid")
    assert found is not None
    assert str(found.date()) == date
