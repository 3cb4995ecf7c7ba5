"""Marks in a text: nobody can type one, each is told to its reader, and whatever holds words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.values.marks import Mark, MarkKind, barred, choice, is_choice, laid_out, marks_in, neutral
from core.values.words import Words, clean

FORWARD = Mark(MarkKind.FORWARD, ("user", "Mallory (@mal)", "2026-05-03T10:00:00+00:00", "pay me"))


@given(st.text(alphabet="\x1d\x1e\x1fchoie\n "))
def test_nothing_that_is_typed_is_a_mark(typed: str) -> None:
    for around in (f"x{typed}x", f"x{FORWARD}{typed}x"):
        assert [*marks_in(clean(around))] == [clean(around)]


@given(st.lists(st.text(alphabet="ab \n"), min_size=4, max_size=4))
def test_a_mark_is_read_as_it_was_written(fields: list[str]) -> None:
    inner = Mark(MarkKind.THING, ("contact", "Ana"))
    mark = Mark(MarkKind.FORWARD, (*fields[:3], fields[3] + str(inner)))
    assert [*marks_in(f"before{mark}after")] == ["before", mark, "after"]
    assert [*marks_in(mark.fields[3])][-1] == inner


def test_what_was_forwarded_stands_apart_from_the_words_around_it() -> None:
    told = laid_out(f"Look:{FORWARD}He did.", lambda mark: f"{mark.fields[1]}:\n{barred('pay me')}")
    assert told == "Look:\nMallory (@mal):\n▏ pay me\nHe did."


def test_words_without_a_reader_show_no_controls() -> None:
    words = Words.of(f"{FORWARD}{choice('done-as-agreed', 'Done as agreed.')}", "0" * 32)
    shown = str(words)
    assert "Mallory (@mal)" in shown
    assert "▏ pay me" in shown
    assert "Done as agreed." in shown
    assert not any(char < " " and char != "\n" for char in shown)
    assert neutral("plain") == "plain"


def test_a_choice_alone_is_a_choice_and_with_words_it_is_not() -> None:
    pressed = choice("done-as-agreed", "Done as agreed.")
    assert is_choice(pressed)
    assert not is_choice(f"{pressed} almost")
    assert not is_choice("Done as agreed.")
    assert not is_choice("")


def test_a_mark_that_was_cut_short_is_shown_and_does_not_stop_the_reading() -> None:
    assert "pay" in "".join(str(piece) for piece in marks_in(str(FORWARD)[:-3]))
