"""Every kind of deal is told as its journal has it."""

from __future__ import annotations

import pytest

from tests.core.journals import file, journal
from tests.kit.places import PLACES

AGAIN = "is that what was meant? `python -m tests.core.journals` writes them anew"


@pytest.mark.parametrize("place", PLACES)
def test_a_deal_goes_as_its_journal_tells(place: str) -> None:
    assert journal(place) == file(place).read_text(encoding="utf-8"), AGAIN


def test_no_journal_is_left_of_a_deal_that_is_told_no_more() -> None:
    assert {path.name for path in file("x").parent.glob("*.txt")} == {file(p).name for p in PLACES}
