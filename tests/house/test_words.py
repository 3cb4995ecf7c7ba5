"""What people read keeps to the glossary: one concept, one word, no promise without a ground."""

from collections.abc import Callable, Iterator

import pytest

from tests.house import locales, words


@pytest.mark.parametrize("language", locales.languages())
@pytest.mark.parametrize("find", words.FINDERS, ids=lambda find: find.__name__)
def test_every_text_keeps_to_the_glossary(
    find: Callable[[str], Iterator[str]], language: str
) -> None:
    assert list(dict.fromkeys(find(language))) == []


def test_another_word_is_found_where_a_sentence_begins_with_it() -> None:
    for said in ("Nothing is lost.", "So nothing is lost."):
        assert words.found("nothing is lost", said)
    assert not words.found("me", "Message")
