"""Times and whole milestones, as people type them."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.parties.reading import (
    has_link,
    read_at_once,
    read_length,
    read_lines,
    read_past_day,
)
from core.errors import BadInput

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


@pytest.mark.parametrize(("text", "has"), [("see https://a.example/x", True), ("https://", False)])
def test_an_address_is_recognised(text: str, has: bool) -> None:
    assert has_link(text) is has
