"""What somebody's deals say about them, as those on the other side of an invite read."""

from datetime import UTC, datetime

import pytest

from bot.cards.inviting.invite import record_line
from bot.texts import plain
from core.deal.reputation import Record
from tests.kit.words import TEXTS

SINCE = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (
            Record(4, 0, 0, SINCE, 3, 2, 6, 29),
            (
                "4 deals done, none disputed, here since 1 Mar 2026. "
                "Work submitted on time: 2 of 3. Rated 4.8 of 5 from 6 deals."
            ),
        ),
        (
            Record(1, 1, 0, SINCE, rated=1, stars=5),
            (
                "1 deal done, 1 disputed, none decided against them, here since 1 Mar 2026. "
                "Rated 5 of 5 from 1 deal."
            ),
        ),
        (Record(2, 0, 0, SINCE), "2 deals done, none disputed, here since 1 Mar 2026."),
        (
            Record(0, 0, 0, SINCE, 1, 0),
            "No deal done here yet; here since 1 Mar 2026. Work submitted on time: 0 of 1.",
        ),
    ],
)
def test_a_record_says_what_there_is_to_say_and_no_more(record: Record, told: str) -> None:
    line = record_line(record, None, TEXTS.get("en"))
    assert line is not None
    assert plain(line).replace("\u2068", "").replace("\u2069", "") == told


def test_in_persian_its_figures_are_persian() -> None:
    line = record_line(Record(4, 0, 0, SINCE, 3, 2, 6, 29), None, TEXTS.get("fa"))
    assert line is not None
    assert "امتیاز ۴٫۸ از ۵ در ۶ معامله" in plain(line).translate({0x2068: None, 0x2069: None})
