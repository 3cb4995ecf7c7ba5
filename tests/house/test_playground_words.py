"""What *Play it for me* looks for is what the bots say, in both languages."""

from datetime import timedelta

import pytest

from bot.playground import persian
from bot.playground.scenarios import SCENARIOS
from bot.texts import Texts
from tests.house import locales

ENGLISH, PERSIAN = locales.messages("en"), locales.messages("fa")
STEPS = [step for scenario in SCENARIOS.values() for step in scenario.steps]
ANY_LANGUAGE = {"EUR", "/start"}


@pytest.mark.parametrize("english", persian.SEEN)
def test_a_button_or_a_line_says_the_same_in_both_languages(english: str) -> None:
    persian_words = persian.SEEN[english]
    both = [
        key
        for key, message in ENGLISH.items()
        if english in message.words and persian_words in PERSIAN[key].words
    ]
    assert both, f"no text says “{english}” in English and “{persian_words}” in Persian"


def test_a_length_of_time_is_written_as_the_bots_write_it() -> None:
    texts = Texts()
    written = {
        texts.get("en").duration(timedelta(days=days)): texts.get("fa").duration(
            timedelta(days=days)
        )
        for days in range(1, 8)
    }
    assert persian.SPANS.items() <= written.items()


def test_whatever_is_pressed_typed_or_read_has_its_persian_words() -> None:
    wanted = {step.what for step in STEPS if step.do in {"press", "type", "read"}}
    assert wanted - ANY_LANGUAGE == persian.WORDS.keys()


def test_a_play_is_told_in_both_languages() -> None:
    assert [step for step in STEPS if bool(step.say) != bool(step.say_fa)] == []
