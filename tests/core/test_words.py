"""What counts as text is what can be seen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.values.errors import BadInput
from core.values.words import can_be_seen, clean, ignorable, name_of

BLANK = [
    "", " ", "\u3164", "\u200b", "\u200d\u200d", "\u2060", "\u00ad", "\ufe0f", "\u2800", "\u115f",
    "\uffa0", "\U000e0041\U000e0042", "\u0301\u0302", "\u200e\u200f", "\x00\x07", "\u3000",
    "\u180e", "\ufeff", "\ue000", "\U0001d159", " \u3164\n\u200b\t", "\u034f", "\u17b4",
]  # fmt: skip


@pytest.mark.parametrize("text", BLANK)
@pytest.mark.parametrize("lines", [True, False])
def test_what_has_no_look_is_no_text(text: str, lines: bool) -> None:
    with pytest.raises(BadInput, match="empty-text"):
        clean(text, lines=lines)


@pytest.mark.parametrize("text", BLANK)
def test_nobody_has_a_name_that_can_not_be_seen(text: str) -> None:
    assert name_of(text, "bina", 7) == "@bina"
    assert name_of(text, None, 7) == "7"
    assert name_of(None, None, 7) == "7"
    if all(char.isspace() or ignorable(char) for char in text):
        assert name_of(f"{text} Bina {text}", "bina", 7) == "Bina"


FLAG = "🏴\U000e0067\U000e0062\U000e007f"


@pytest.mark.parametrize(
    "text", ["Bina", "می‌رود", "👨‍👩‍👧", "❤️", "ශ්‍රී", "é", "1", "?", FLAG, f"Go {FLAG}", "漢"]
)
def test_what_can_be_seen_stays_as_it_is(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@given(st.text(max_size=30))
def test_a_text_that_is_taken_can_be_seen_and_is_taken_again(text: str) -> None:
    try:
        taken = clean(text)
    except BadInput:
        assert not can_be_seen(text) or not any(unicodedata.category(c)[0] in "LNPS" for c in text)
        return
    assert can_be_seen(taken)
    assert clean(taken) == taken
    assert not taken[0].isspace()
    assert not ignorable(taken[0])
