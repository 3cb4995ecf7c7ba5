"""Everything that can be pressed, typed and filled in stands in one table, once."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import buttons
from bot.buttons import DO, OTHER, POINT, SURE, Press
from bot.cards.kit.acts import LOOKS
from bot.desk.app import PRESSES as OF_THE_DESK
from bot.parties import (
    amending,
    deal,
    disputing,
    drafting,
    inviting,
    lists,
    menu,
    papers,
    paying,
    people,
)
from bot.parties import talking as talk
from bot.parties import working as work
from bot.parties.commands import COMMANDS as INTRODUCED
from bot.parties.kit import amounts, gathering
from bot.parties.tables import COMMANDS, FORMS, PRESSES
from core.deal.step import Act
from core.values.ids import DealId
from core.values.money import MOST

TOPICS = (drafting, inviting, paying, work, amending, disputing, talk, people)
ROOMS = (*TOPICS, deal, lists, menu, papers, gathering, amounts)
CARDS = Path(__file__).parents[3] / "bot" / "cards"


def verbs_on_cards() -> Iterator[tuple[str, str]]:
    """Each verb that a card of either bot writes out, and where."""
    for path in sorted(CARDS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Press":
                verb = written(node.args[0]) if node.args else None
                if verb is not None:
                    yield verb, path.name


def written(node: ast.expr) -> str | None:
    """A verb that is written out: a text, an act, or an act and what stands behind it."""
    match node:
        case ast.Constant(str(verb)):
            return verb
        case ast.Attribute(ast.Name("Act"), name):
            return Act[name].value
        case ast.Attribute(inner, "value"):
            return written(inner)
        case ast.BinOp(ast.Attribute() as act, ast.Add(), ast.Name(behind)):
            return f"{written(act)}{getattr(buttons, behind)}"
    return None


def test_no_verb_is_answered_in_two_places() -> None:
    counted = Counter(press.verb for room in ROOMS for press in room.PRESSES)
    assert [verb for verb, times in counted.items() if times > 1] == []
    assert counted.keys() == PRESSES.keys()


def test_no_form_has_two_kinds() -> None:
    counted = Counter([*(form.what for topic in TOPICS for form in topic.FORMS), menu.FORM.what])
    assert [what for what, times in counted.items() if times > 1] == []
    assert counted.keys() == FORMS.keys()


def test_every_button_that_a_card_writes_out_is_answered() -> None:
    unknown = {
        (verb, place) for verb, place in verbs_on_cards() if verb not in {*PRESSES, *OF_THE_DESK}
    }
    assert unknown == set()


def test_every_act_that_a_card_offers_is_answered_by_a_button_of_that_act() -> None:
    for act in LOOKS:
        assert PRESSES[act.value].act is act


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("behind", ["", SURE, DO, OTHER, POINT])
def test_the_longest_button_of_an_act_fits(act: Act, behind: str) -> None:
    """The most that a screen of ours binds one to: a submission and an amount."""
    arg = f"{10**4}.{MOST}"
    press = Press(act + behind, DealId("ZZZZZZZZ"), 99, 10**5, arg)
    assert Press.unpack(press.pack()) == press


def test_what_does_an_act_is_called_by_it() -> None:
    for verb, press in PRESSES.items():
        if verb.partition(".")[0] in {act.value for act in LOOKS} and press.act is not None:
            assert press.verb.partition(".")[0] == press.act.value
    assert {verb for verb in PRESSES if verb.endswith("x")} == set()


def test_every_verb_can_be_sent_and_read_back() -> None:
    for verb in PRESSES:
        press = Press(verb, arg="x")
        assert Press.unpack(press.pack()) == press


def test_every_command_that_telegram_is_told_of_is_answered_and_no_other() -> None:
    assert COMMANDS.keys() == {*INTRODUCED, "start"}


def test_what_a_form_prepares_is_an_act_that_people_are_offered() -> None:
    acts = {form.act for form in FORMS.values()} - {None}
    assert acts <= set(Act)
    assert all(form.act is None or form.over is None for form in FORMS.values())
