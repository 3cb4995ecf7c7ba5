"""Something extra in a change request: no revision, but a change of the terms that is begun."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.deal.milestone import State
from core.deal.points import Item, ItemKind
from core.drafting import SetMilestone
from core.values.errors import BadInput, NotNow, OverLimit
from core.values.words import TITLE_LIMIT
from core.working.events import ChangesRequested, ExtraSetAside
from tests.kit.places import change, one_more, propose_change
from tests.kit.scene import BINA, CARLOS, DAY, Scene, amount, with_policy, words

DEFECT = Item(ItemKind.DEFECT, words("only two concepts"), 0)
EXTRA = Item(ItemKind.EXTRA, words("and a poster,\nin A2"))


def submitted(**policy: object) -> Scene:
    scene = Scene(with_policy(**policy).policy)
    scene.submitted("300.00 EUR")
    return scene


def test_it_is_no_part_of_the_round_but_of_the_change_that_the_client_has_begun() -> None:
    scene = submitted()
    before = scene.deal.terms
    scene.request_changes(EXTRA, DEFECT)
    assert scene.m.rounds[-1].items == (DEFECT,)
    assert scene.deal.terms == before, "nothing is agreed by it"
    [begun] = scene.deal.changing
    assert begun.by == CARLOS
    [*kept, added] = begun.terms.milestones
    assert tuple(kept) == before.milestones
    assert (str(added.title), [str(line) for line in added.criteria]) == (
        "and a poster, in A2",
        ["and a poster, in A2"],
    )
    assert begun.terms.gaps(), "its price and days are still to be said"
    told = [type(event) for event in scene.store.events(scene.deal_id)]
    assert told[-2:] == [ExtraSetAside, ChangesRequested]


def test_where_all_of_it_is_extra_nothing_is_asked_of_the_freelancer() -> None:
    scene = submitted()
    before = scene.m
    scene.request_changes(EXTRA)
    assert (scene.m, scene.state()) == (before, State.SUBMITTED)
    assert "changes-requested" not in scene.told(BINA)
    assert len(scene.deal.changing[0].terms.milestones) == 2


def test_with_its_price_and_days_it_is_proposed() -> None:
    scene = submitted()
    scene.request_changes(EXTRA)
    with pytest.raises(BadInput, match="terms-incomplete"):
        propose_change(scene, CARLOS)
    propose_change(scene, CARLOS, SetMilestone(2, amount=amount("40.00 EUR"), duration=3 * DAY))
    assert scene.deal.amendment is not None


def test_what_the_client_had_begun_to_change_stays_beside_it() -> None:
    scene = submitted()
    change(scene, CARLOS, one_more(2))
    scene.request_changes(EXTRA)
    scene.request_changes(replace(EXTRA, words=words("a flag", "f")))
    titles = [str(m.title) for m in scene.deal.changing[0].terms.milestones]
    assert titles[1:] == ["Part 2", "and a poster, in A2", "a flag"]


def test_a_long_one_is_whole_in_its_criterion() -> None:
    scene = submitted()
    scene.request_changes(replace(EXTRA, words=words("w" * 500)))
    added = scene.deal.changing[0].terms.milestones[-1]
    assert len(str(added.title)) == TITLE_LIMIT
    assert str(added.criteria[0]) == "w" * 500


def test_while_a_change_waits_for_an_answer_nothing_of_the_request_is_done() -> None:
    scene = submitted()
    propose_change(scene, BINA, one_more(2))
    with pytest.raises(NotNow, match="proposal-open"):
        scene.request_changes(DEFECT, EXTRA)
    assert scene.state() is State.SUBMITTED
    scene.request_changes(DEFECT)
    assert scene.state() is State.REVISING


def test_there_is_room_for_so_many_milestones_and_no_more() -> None:
    scene = submitted(max_milestones=2)
    with pytest.raises(OverLimit, match="too-many-milestones"):
        scene.request_changes(EXTRA, EXTRA)
    scene.request_changes(EXTRA)
    assert len(scene.deal.changing[0].terms.milestones) == 2
