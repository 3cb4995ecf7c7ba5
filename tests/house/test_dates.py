"""Wherever a date can be typed, the card that repeats it says a date, and not how long it is."""

from __future__ import annotations

import ast
from typing import Final

import pytest

from tests.house import locales
from tests.house.rooms import ROOT

READERS: Final = frozenset({"read_length", "read_end", "read_time"})
REPEATS: Final = {
    "bot/parties/working/changes.py": [("points-until", "until")],
    "bot/parties/amending/pausing.py": [("confirm-ask-pause", "ends")],
    "bot/parties/amending/more_time.py": [
        ("confirm-ask-time", "then"),
        ("confirm-grant-time", "then"),
    ],
    "bot/parties/drafting/answers.py": [("date-counts-as", "date")],
    "bot/parties/drafting/going_on.py": [("date-counts-as", "date")],
    "bot/parties/drafting/dated.py": [("date-counts-as", "date")],
    "bot/desk/disputing/ruling.py": [("desk-ruling-goes-on", "then")],
    "bot/desk/disputing/shares.py": [("desk-ruling-goes-on", "then")],
}
"""Who reads what may be a date, and the texts that say it again, with the date that they name."""


def readers() -> set[str]:
    """The files that call a reader of lengths and dates, but for where it is."""
    return {
        str(path.relative_to(ROOT))
        for path in (ROOT / "bot").rglob("*.py")
        if path.name != "lengths.py"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in READERS
    }


def test_everybody_who_reads_a_date_says_which_text_repeats_it() -> None:
    assert readers() == REPEATS.keys()


@pytest.mark.parametrize("language", locales.languages())
def test_what_repeats_it_names_the_date(language: str) -> None:
    texts = locales.messages(language)
    for told in REPEATS.values():
        for key, date in told:
            assert date in texts[key].variables, key
