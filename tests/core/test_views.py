"""What a card tells of a deal: whose turn it is, until when, and what happens then."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core.deal.step import Act
from core.deal.terms import Role
from core.drafting import DiscardDraft, SetRules
from core.values.ids import DESK, PersonId
from core.values.policy import OnSilence
from core.views import turn_of, view_of
from tests.core.test_deadlines import scene_at
from tests.kit.places import Place, place
from tests.kit.scene import BINA, CARLOS, DAY, SAM, Scene, amount, zero


@pytest.mark.parametrize(
    ("name", "person", "days", "otherwise"),
    [
        ("draft", BINA, 30, "draft-idle"),
        ("invited", BINA, 7, "invite-expires"),
        ("bound", CARLOS, 7, "invite-expires"),
        ("agreed", CARLOS, 7, "funding-lapses"),
        ("payment claimed", DESK, 1, "deposit-check"),
        ("working", BINA, 5, "work-due"),
        ("submitted", CARLOS, 7, "review-ends-escalate"),
        ("revising", BINA, 3, "abandoned"),
        ("cancelling", BINA, 2, "late-cancel-ends"),
        ("disputed", BINA, 5, "dispute-answer"),
        ("heard", DESK, 5, "dispute-ruling"),
        ("decided", DESK, 3, "ruling-final"),
        ("reviewing", DESK, 5, "dispute-ruling"),
        ("split", CARLOS, 7, "drop-rest"),
        ("completed", DESK, 1, "transfer"),
    ],
)
def test_a_card_tells_whose_turn_it_is_and_until_when(
    name: str, person: PersonId, days: int, otherwise: str
) -> None:
    scene = scene_at(name)
    at = Place(scene.deal, replace(place(name).ctx, now=scene.clock.now()), scene)
    turn = turn_of(scene.deal, at.ctx, BINA)
    assert (turn.person, turn.otherwise) == (person, otherwise)
    assert turn.until == scene.clock.now() + days * DAY


def test_what_the_silence_of_a_review_does_is_told_as_agreed() -> None:
    scene = Scene()
    scene.submitted("1.00 EUR", rules=SetRules(on_silence=OnSilence.RELEASE))
    ctx = replace(place("submitted").ctx, now=scene.clock.now())
    assert turn_of(scene.deal, ctx).otherwise == "review-ends-release"


@pytest.mark.parametrize(("name", "then"), [("working", 6 * DAY), ("revising", 17 * DAY)])
def test_what_follows_on_another_date_is_told_with_it(name: str, then: timedelta) -> None:
    at = place(name)
    assert turn_of(at.deal, at.ctx).then == at.scene.clock.now() + then
    assert turn_of(place("submitted").deal, at.ctx).then is None


def test_late_work_is_still_waited_for() -> None:
    at = place("late")
    turn = turn_of(at.deal, at.ctx)
    assert (turn.person, turn.otherwise, turn.milestone) == (BINA, "dormancy-notice", 1)


@pytest.mark.parametrize(
    ("viewer", "kind", "person"),
    [(BINA, "evidence-ends", BINA), (CARLOS, "question-answer", CARLOS),
     (SAM, "question-answer", CARLOS)],
)  # fmt: skip
def test_of_two_answers_that_are_waited_for_a_reader_sees_their_own(
    viewer: PersonId, kind: str, person: PersonId
) -> None:
    at = place("asked")
    turn = turn_of(at.deal, at.ctx, viewer)
    assert (turn.otherwise, turn.person) == (kind, person)


def test_what_is_over_waits_for_nobody() -> None:
    scene = scene_at("draft")
    scene.do(DiscardDraft(actor=BINA, deal=scene.deal_id))
    turn = turn_of(scene.deal, place("draft").ctx)
    assert (turn.person, turn.until, turn.otherwise, turn.milestone) == (None, None, "", None)


def test_a_view_is_one_persons() -> None:
    at = place("submitted")
    mine = view_of(at.deal, CARLOS, at.ctx)
    assert (mine.role, mine.viewer, mine.now) == (Role.CLIENT, CARLOS, at.ctx.now)
    assert mine.other is None, "nobody's name was loaded"
    assert mine.may(Act.APPROVE)
    assert mine.may(Act.APPROVE, 1)
    assert not mine.may(Act.APPROVE, 2)
    assert not mine.may(Act.SUBMIT)
    assert not view_of(at.deal, BINA, at.ctx).may(Act.APPROVE)
    bina = at.scene.store.people[BINA]
    facts = replace(at.ctx.facts, people={BINA: bina})
    assert view_of(at.deal, CARLOS, replace(at.ctx, facts=facts)).other == bina
    assert view_of(place("draft").deal, BINA, at.ctx).other is None


def test_what_is_held_in_all_is_the_sum_of_the_milestones() -> None:
    assert view_of(place("working").deal, BINA, place("working").ctx).held == amount("100.00 EUR")
    assert view_of(place("agreed").deal, BINA, place("agreed").ctx).held == zero()
    assert view_of(place("invited").deal, BINA, place("invited").ctx).held is None
