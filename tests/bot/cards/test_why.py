"""*Why can't I…?*: what it says in each place, to each side, in each language."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.cards.deal import more_card
from bot.cards.kit.acts import LOOKS
from bot.cards.why import FORBIDDEN, NOBODY_ASKED, goes_in, relevant, why_card, why_words
from bot.texts import plain
from core.available import explained
from core.deal.flag import Standstill
from core.deal.milestone import TABLE, State
from core.deal.step import Act
from core.values.errors import NotNow
from core.views import DealView, view_of
from tests.house import locales
from tests.kit.places import PLACES, Place, place
from tests.kit.rights import TERMS
from tests.kit.scene import BINA, CARLOS
from tests.kit.words import TEXTS

AFTER = sorted(set(PLACES) - TERMS)
ENDS = {"en": ".", "fa": "."}
MOST_LINES = 12
languages = pytest.mark.parametrize("language", locales.languages())


def told(name: str, person: int, language: str = "en") -> str:
    at, view = seen(name, person)
    card = why_card(view, explained(at.deal, view.viewer, at.ctx), TEXTS.get(language))
    return plain(card.text).translate({0x2068: None, 0x2069: None})


def seen(name: str, person: int) -> tuple[Place, DealView]:
    at = place(name)
    view = view_of(at.deal, BINA if person == BINA else CARLOS, at.ctx)
    return at, view


@languages
@pytest.mark.parametrize("name", PLACES)
def test_every_refusal_of_a_guard_reads_as_a_sentence_of_its_own(name: str, language: str) -> None:
    at, t = place(name), TEXTS.get(language)
    for person in at.deal.parties:
        for one in explained(at.deal, person, at.ctx):
            words = plain(why_words(one.why, t)).strip("\u2068\u2069")
            assert words.endswith(ENDS[language]), (one.act, words)
            assert "…" not in words, (one.act, words)
            assert not re.match(r"[a-z]", words), (one.act, words)
            assert len(words) > 15, (one.act, words)


@languages
@pytest.mark.parametrize("name", AFTER)
def test_the_card_is_one_screen_and_leads_back(name: str, language: str) -> None:
    for person in (BINA, CARLOS):
        at, view = seen(name, person)
        card = why_card(view, explained(at.deal, view.viewer, at.ctx), TEXTS.get(language))
        assert len(plain(card.text).splitlines()) <= MOST_LINES + 6, plain(card.text)
        [[button]] = card.rows
        assert button.press is not None
        assert button.press.verb == "more"


@pytest.mark.parametrize("name", AFTER)
def test_what_is_told_is_some_of_what_is_explained_and_nothing_that_nobody_asked(name: str) -> None:
    for person in (BINA, CARLOS):
        at, view = seen(name, person)
        why = explained(at.deal, view.viewer, at.ctx)
        shown = list(relevant(view, why))
        assert set(shown) <= set(why)
        assert all(one.act in (*LOOKS, Act.RATE) for one in shown)
        assert not {one.why.key for one in shown} & NOBODY_ASKED


def test_steps_that_are_one_step_away_are_told_and_those_further_off_are_not() -> None:
    working = told("working", BINA)
    assert "Take it back" in working
    assert "That goes while the milestone is being looked at." in working
    assert "I disagree with a point" not in working
    submitted = told("submitted", BINA)
    assert "Withdraw" in submitted
    assert "That goes while the milestone is in progress or is being changed." in submitted


def test_a_client_reads_from_when_late_work_can_be_cancelled() -> None:
    assert "If nothing is submitted by 11 January, 12:00 (UTC), you can cancel it then." in told(
        "working", CARLOS
    )
    assert "Cancel as late" not in told("late", CARLOS)


def test_steps_that_are_answered_alike_share_a_line() -> None:
    lines = [line for line in told("working", CARLOS).splitlines() if "being looked at" in line]
    assert any("Approve and release" in line and "Release some money" in line for line in lines), (
        lines
    )


def test_nobody_is_told_of_the_steps_of_a_dispute_that_is_over() -> None:
    assert "As this dispute stands" not in told("taken back", CARLOS)


def test_of_an_ended_deal_no_step_of_its_milestones_is_told() -> None:
    assert "milestone" not in told("long over", BINA)
    assert "The time to rate this deal is over" in told("long over", BINA)


@languages
@pytest.mark.parametrize("state", State)
def test_each_state_in_which_a_step_may_go_has_words(language: str, state: State) -> None:
    assert plain(TEXTS.get(language)("why-when", state=state.value)) != "…"


def test_the_states_are_those_of_the_table() -> None:
    for _, step in TABLE:
        no = NotNow(FORBIDDEN, state="planned", step=step.value)
        assert goes_in(no) == [state for state in State if (state, step) in TABLE]


@pytest.mark.parametrize("name", AFTER)
def test_the_last_page_of_more_always_asks_it(name: str) -> None:
    for person in (BINA, CARLOS):
        _, view = seen(name, person)
        page, verbs = 0, ["more"]
        while "more" in verbs:
            card = more_card(view, TEXTS.get("en"), page)
            buttons = [button for row in card.rows for button in row]
            assert len(buttons) <= 8
            verbs = [button.press.verb for button in buttons if button.press is not None][:-1]
            page += 1
        assert verbs[-1] == "why"


def test_of_a_deal_that_stands_still_that_is_the_one_reason() -> None:
    at, _ = seen("submitted", CARLOS)
    still = replace(at.deal, stops=(Standstill(at.ctx.now),))
    view = view_of(still, CARLOS, at.ctx)
    card = why_card(view, explained(still, CARLOS, at.ctx), TEXTS.get("en"))
    assert plain(card.text).count("This deal stands still") == 1
    assert "That goes while" not in plain(card.text)
