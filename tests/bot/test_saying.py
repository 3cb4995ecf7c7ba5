"""What a message says beside its words, in the language of whoever reads it."""

from __future__ import annotations

import pytest

from core.values.marks import Mark, MarkKind, choice
from core.values.words import Words
from tests.kit.words import TEXTS

AT = "2026-05-03T10:00:00+00:00"
FORWARD = Mark(MarkKind.FORWARD, ("user", "Mallory (@mal)", AT, "pay me"))
QUOTE = Mark(MarkKind.QUOTE, ("user", "Mallory (@mal)", AT, "two logos"))


@pytest.mark.parametrize("origin", ["user", "hidden_user", "chat", "channel"])
@pytest.mark.parametrize("locale", ["en", "fa"])
def test_a_forwarded_message_names_whose_it_is_and_when(locale: str, origin: str) -> None:
    t = TEXTS.get(locale)
    told = t.said(str(Mark(MarkKind.FORWARD, (origin, *FORWARD.fields[1:]))))
    assert "Mallory (@mal)" in told
    assert ("2026" if locale == "en" else "۱۴۰۵") in told
    assert told.endswith("\n▏ pay me")


def test_each_reader_is_told_in_their_own_language() -> None:
    said = f"{QUOTE}this{choice('done-as-agreed', 'whatever')}"
    english, persian = (TEXTS.get(locale).said(said) for locale in ("en", "fa"))
    assert english.startswith("⤷ In answer to Mallory (@mal), 3 May 2026")
    assert english.endswith("▏ two logos\nthisDone as agreed.")
    assert persian.startswith("⤷ در پاسخ به")
    assert persian.endswith("thisطبق توافق انجام شد.")


def test_a_choice_of_a_text_that_is_no_choice_shows_what_was_pressed() -> None:
    assert TEXTS.get("fa").said(choice("button-approve", "Approve")) == "Approve"


def test_what_was_chosen_before_marks_were_kept_is_known_in_every_language() -> None:
    assert TEXTS.get("en").said(TEXTS.get("fa").plain("done-as-agreed")) == "Done as agreed."


@pytest.mark.parametrize("thing", ["contact", "location", "venue", "poll", "dice", "sticker"])
@pytest.mark.parametrize("locale", ["en", "fa"])
def test_what_is_no_text_and_no_file_is_said_by_its_kind(locale: str, thing: str) -> None:
    t = TEXTS.get(locale)
    bare, held = (t.said(str(Mark(MarkKind.THING, (thing, *rest)))) for rest in ((), ("x",)))
    assert held == f"{bare}: x"
    assert bare != t.said(str(Mark(MarkKind.THING, ("document",))))


def test_erased_words_say_nothing() -> None:
    assert TEXTS.get("en").said(Words("0" * 64, None)) == ""
    assert TEXTS.get("en").said(None) == ""


def test_a_day_is_kept_as_a_day_and_told_in_the_readers_language() -> None:
    assert TEXTS.get("en").written_day("2026-05-19") == "19 May 2026"
    assert "۱۴۰۵" in TEXTS.get("fa").written_day("2026-05-19")
    assert TEXTS.get("en").written_day("last week") == "last week"
