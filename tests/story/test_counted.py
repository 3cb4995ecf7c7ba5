"""How much each side has to do for the simplest deal, and how often its phone rings."""

import re
from pathlib import Path

import pytest

from tests.story.counted import WAYS, counted
from tests.story.driver import ROOT, Playground

pytestmark = pytest.mark.story
MOST = {
    "one question after the other": (14, 11),
    "two questions answered together": (11, 9),
    "from a template": (11, 8),
    "all in one go": (9, 8),
}
"""What the freelancer presses and writes, from /start to the money, and the messages got."""


def told(way: str) -> list[int]:
    """The row of the table in the docs."""
    table = (ROOT / "docs" / "counted.md").read_text(encoding="utf-8")
    found = re.search(rf"^\| {way} \|(.*)\|$", table, re.MULTILINE)
    assert found is not None
    return [int(cell) for cell in found[1].split("|")]


def test_the_docs_count_every_way() -> None:
    assert [(told(way)[0], told(way)[1]) for way in WAYS] == [MOST[way] for way in WAYS]
    assert {tuple(told(way)[2:]) for way in WAYS} == {(6, 5)}


@pytest.mark.parametrize("way", WAYS)
def test_the_simplest_deal_takes_no_more_than_the_table_says(tmp_path: Path, way: str) -> None:
    with Playground(tmp_path / "play") as house:
        found = counted(house, way)
    did, got, client_did, client_got = told(way)
    assert (found["freelancer"].did, found["client"].did) == (did, client_did)
    # Where the phone is slow, two things that happened leave as one message.
    assert found["freelancer"].got <= got
    assert found["client"].got <= client_got
