"""The rules that people read are those that decide, with the figures of this house."""

from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest

from bot.cards.kit.acts import LOOKS
from bot.cards.kit.proposals import ABOUT
from bot.cards.menu import RULES, rules_text
from bot.cards.rulebook import UNTOLD, acts_in, rulebook
from bot.cli import main
from bot.cli.diagram import NAMES
from bot.config import Settings
from bot.texts import plain
from core.available import available
from core.deal.milestone import TABLE
from core.values.policy import Policy
from tests.bot.rulebook import DOCS, MARKS, README, drawn, written
from tests.house import locales
from tests.kit.places import PLACES, place
from tests.kit.words import TEXTS

languages = pytest.mark.parametrize("language", locales.languages())


@languages
def test_the_docs_say_what_the_code_does(language: str) -> None:
    assert DOCS[language].read_text(encoding="utf-8") == written(language), (
        "python -m tests.bot.rulebook writes them anew"
    )


def test_the_readme_draws_every_machine() -> None:
    readme = README.read_text(encoding="utf-8")
    assert all(f"<!-- {MARKS[name]} -->" in readme for name in NAMES)
    assert drawn(readme) == readme, "python -m tests.bot.rulebook draws them anew"


@languages
def test_every_figure_of_the_house_is_told_or_left_out_for_a_reason(language: str) -> None:
    known = locales.messages(language)
    told = {field.name for field in fields(Policy)} - UNTOLD.keys()
    assert [name for name in told if f"rule-{name.replace('_', '-')}" not in known] == []
    assert UNTOLD.keys() <= {field.name for field in fields(Policy)}
    rules = {key for key in known if key.startswith("rule-")}
    assert rules == {f"rule-{name.replace('_', '-')}" for name in told}


@languages
def test_the_figures_are_this_houses_own(language: str) -> None:
    t, day = TEXTS.get(language), timedelta(days=1)
    for field in fields(Policy):
        usual = getattr(Policy(), field.name)
        if field.name in UNTOLD or isinstance(usual, bool):
            continue
        odd: dict[str, Any] = {field.name: usual + (3 * day if isinstance(usual, timedelta) else 1)}
        before, after = (rulebook(t, p) for p in (Policy(), replace(Policy(), **odd)))
        assert before != after, field.name


@pytest.mark.parametrize("name", PLACES)
def test_what_is_offered_anywhere_stands_in_the_state_in_which_it_is_offered(name: str) -> None:
    at = place(name)
    for person in at.deal.parties:
        for one in available(at.deal, person, at.ctx):
            if one.milestone is not None and one.act in LOOKS and one.act not in ABOUT:
                state = at.deal.milestone(one.milestone).state
                assert one.act in acts_in(state), (one.act, state)


@languages
def test_every_step_that_people_take_with_a_milestone_stands_in_its_state(language: str) -> None:
    t = TEXTS.get(language)
    [_, steps, _] = rulebook(t, Policy())
    text = plain("\n".join(steps.lines))
    for _, step in TABLE:
        for act in LOOKS:
            if act.value == step.value:
                label = t.plain(f"button-{act.value}", amount="…", name="…", more="…").strip()
                assert label in text, act


@languages
@pytest.mark.parametrize("page", RULES)
def test_each_page_fits_one_message(page: str, language: str) -> None:
    text = plain(rules_text(page, TEXTS.get(language), Settings()))
    assert len(text.encode("utf-16-le")) // 2 <= 4096


def test_the_command_prints_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rulebook", "--language", "fa"]) == 0
    assert capsys.readouterr().out == written("fa")


@pytest.mark.parametrize("name", NAMES)
def test_each_machine_can_be_asked_for(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diagram", name]) == 0
    assert "stateDiagram-v2" in capsys.readouterr().out
