"""The freelancer disagrees with a point of a change request, and the client has a word on it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.amending import AskMoreTime, ProposeEnd
from core.deadlines import deadlines_of
from core.deal.dispute import Cause
from core.deal.milestone import State
from core.deal.points import ContestEnd, Item, ItemKind
from core.deal.proposal import ProposalState
from core.drafting import SetRules
from core.values.errors import BadInput, NotNow, NotYours, OverLimit
from core.values.ids import DESK
from core.values.policy import OnSilence
from core.values.window import DeadlineKind
from core.working import ContestPoint, DropPoint, MovePoint, TakeBackContest
from tests.kit.places import one_more, propose_change
from tests.kit.scene import (
    BINA,
    CARLOS,
    DAY,
    FILE,
    HOUR,
    Scene,
    amount,
    with_policy,
    words,
)

DEFECT = Item(ItemKind.DEFECT, words("only two concepts"), 0)
TASTE = Item(ItemKind.PREFERENCE, words("rounder,\nand blue"))


def asked(*items: Item, policy: dict[str, object] | None = None) -> Scene:
    scene = Scene(with_policy(**(policy or {})).policy)
    scene.submitted("300.00 EUR")
    scene.request_changes(*items)
    return scene


def end_of(scene: Scene) -> timedelta:
    assert scene.m.window is not None
    return scene.m.window.ends_at - scene.clock.now()


def drop(scene: Scene, item: int = 0) -> None:
    scene.on_milestone(DropPoint, CARLOS, item=item)


def move(scene: Scene, item: int = 0) -> None:
    scene.on_milestone(MovePoint, CARLOS, item=item)


def test_the_client_has_three_days_to_answer_and_the_freelancers_time_stands_still() -> None:
    scene = asked(DEFECT, TASTE)
    left = end_of(scene)
    scene.clock.forward(DAY)
    scene.contest()
    assert (scene.state(), end_of(scene)) == (State.CONTESTED, 3 * DAY)
    assert "point-contested" in scene.told(CARLOS)
    scene.clock.forward(2 * DAY)
    scene.on_milestone(TakeBackContest, BINA)
    assert (scene.state(), end_of(scene)) == (State.REVISING, left - DAY)
    assert scene.m.rounds[-1].due_at == scene.m.due
    assert "contest-taken-back" in scene.told(CARLOS)
    assert len(scene.m.rounds[-1].asked) == 2
    scene.submit()
    assert scene.state() is State.SUBMITTED


def test_a_dropped_point_leaves_the_round_and_the_others_go_on() -> None:
    scene = asked(DEFECT, TASTE)
    scene.contest(1)
    drop(scene, 1)
    assert (scene.state(), scene.m.rounds[-1].asked) == (State.REVISING, (DEFECT,))
    assert "point-dropped" in scene.told(BINA)
    scene.submit()
    assert len(scene.m.submissions[-1].answers) == 1


def test_a_round_without_a_point_of_taste_uses_none_of_those_agreed() -> None:
    scene = asked(DEFECT, TASTE)
    assert scene.m.rounds_used == 1
    scene.contest(1)
    drop(scene, 1)
    assert scene.m.rounds_used == 0
    free = asked(DEFECT, TASTE)
    free.contest(0)
    drop(free, 0)
    assert free.m.rounds_used == 1


def test_with_its_last_point_dropped_the_work_is_looked_at_again() -> None:
    rules = SetRules(on_silence=OnSilence.RELEASE)
    scene = Scene()
    scene.submitted("300.00 EUR", rules=rules)
    scene.request_changes()
    scene.contest()
    drop(scene)
    assert (scene.state(), end_of(scene)) == (State.SUBMITTED, 5 * DAY)
    assert (scene.m.halt, scene.m.rounds_used) == (None, 0)
    scene.pass_time(5 * DAY)
    assert scene.state(1) is State.RELEASED, "the client knows: the press was theirs"


def test_while_another_point_waits_the_round_waits_too() -> None:
    scene = asked(DEFECT, TASTE)
    scene.contest(0)
    scene.clock.forward(2 * DAY)
    scene.contest(1, "it is round")
    assert end_of(scene) == 3 * DAY, "all of it again, for what is new"
    drop(scene, 0)
    assert (scene.state(), end_of(scene)) == (State.CONTESTED, 3 * DAY)
    drop(scene, 1)
    assert scene.state() is State.SUBMITTED
    ends = [each.end for each in scene.m.rounds[-1].contests]
    assert ends == [ContestEnd.DROPPED, ContestEnd.DROPPED]


def test_a_point_asked_for_as_other_terms_is_a_criterion_of_the_clients_change() -> None:
    scene = asked(DEFECT, TASTE)
    scene.contest(1)
    before = scene.deal.terms
    move(scene, 1)
    assert (scene.state(), scene.m.rounds[-1].asked) == (State.REVISING, (DEFECT,))
    assert scene.deal.terms == before, "nothing is agreed by it"
    [begun] = scene.deal.changing
    assert begun.by == CARLOS
    criteria = begun.terms.milestones[0].criteria
    assert criteria[:-1] == before.milestones[0].criteria
    assert criteria[-1].text == "rounder, and blue", "a criterion is one line"
    assert "point-moved" in scene.told(BINA)
    propose_change(scene, CARLOS)
    assert scene.deal.amendment is not None


def test_or_a_milestone_of_its_own_whose_price_is_still_to_be_said() -> None:
    scene = asked(DEFECT, TASTE)
    scene.contest(1)
    scene.on_milestone(MovePoint, CARLOS, item=1, apart=True)
    before, begun = scene.deal.terms.milestones, scene.deal.changing[0].terms
    assert begun.milestones[:-1] == before
    assert (str(begun.milestones[-1].title), begun.milestones[-1].amount) == (
        "rounder, and blue",
        None,
    )
    assert scene.m.rounds[-1].asked == (DEFECT,)


def test_what_the_client_had_begun_to_change_stays() -> None:
    scene = asked(DEFECT, TASTE)
    scene.contest(0)
    scene.contest(1)
    move(scene, 0)
    move(scene, 1)
    [begun] = scene.deal.changing
    assert [line.text for line in begun.terms.milestones[0].criteria[-2:]] == [
        "only two concepts",
        "rounder, and blue",
    ]
    assert scene.state() is State.SUBMITTED


def test_no_point_is_moved_while_a_change_waits_or_where_there_is_no_room_for_it() -> None:
    scene = asked(DEFECT)
    scene.contest()
    propose_change(scene, BINA, one_more(2))
    with pytest.raises(NotNow, match="proposal-open"):
        move(scene)
    full = asked(DEFECT, policy={"max_criteria": 2})
    full.contest()
    with pytest.raises(OverLimit, match="too-many-criteria"):
        move(full)
    assert (full.state(), full.deal.changing) == (State.CONTESTED, ())


def test_silence_calls_the_arbiter_and_decides_nothing() -> None:
    scene = asked(DEFECT, TASTE)
    scene.on_milestone(ContestPoint, BINA, item=0, words=words("it has three"), files=(FILE,))
    scene.contest(1, "it is round")
    scene.pass_time(3 * DAY)
    assert (scene.state(), scene.case.cause) == (State.DISPUTED, Cause.CONTESTED)
    assert scene.m.held == amount("300.00 EUR")
    [said] = scene.case.statements
    assert (said.by, said.words.text, said.files) == (BINA, "it has three", (FILE,))
    assert scene.case.sought(said) is None, "nobody asked for an amount"
    [filed] = scene.case.evidence
    assert (filed.number, filed.by, filed.words, filed.files) == (1, BINA, words("it is round"), ())
    assert scene.case.opened_by == BINA
    for person in (BINA, CARLOS):
        assert "dispute-contested" in scene.told(person)
    assert "dispute-opened" in scene.told(DESK)
    assert {each.end for each in scene.m.rounds[-1].contests} == {ContestEnd.UNANSWERED}


def test_who_is_not_reached_is_tried_again_and_has_all_the_time_once_they_are() -> None:
    scene = asked(DEFECT)
    scene.contest()
    scene.fail_to_serve()
    assert "window-unserved" in scene.told(BINA)
    scene.pass_time(2 * DAY)
    scene.serve()
    assert end_of(scene) == 3 * DAY
    scene.pass_time(2 * DAY)
    assert scene.state() is State.CONTESTED
    scene.pass_time(DAY)
    assert scene.state() is State.DISPUTED


def test_hiding_from_it_gains_nothing() -> None:
    scene = asked(DEFECT)
    scene.contest()
    scene.fail_to_serve()
    scene.pass_time(3 * DAY)
    assert scene.state() is State.DISPUTED


def test_the_client_is_reminded_and_it_says_whose_turn_it_is() -> None:
    scene = asked(DEFECT)
    scene.contest()
    [ends] = [
        d for d in deadlines_of(scene.deal, scene.policy) if d.kind is DeadlineKind.CONTEST_ENDS
    ]
    assert (ends.person, ends.target) == (CARLOS, scene.clock.now() + 3 * DAY)
    scene.pass_time(37 * HOUR)
    assert scene.told(CARLOS).count("reminded") == 1


def test_each_point_is_contested_once() -> None:
    scene = asked(DEFECT, TASTE)
    scene.contest(0)
    with pytest.raises(NotNow, match="point-contested"):
        scene.contest(0)
    scene.on_milestone(TakeBackContest, BINA)
    with pytest.raises(NotNow, match="point-contested"):
        scene.contest(0)
    scene.contest(1)
    scene.on_milestone(TakeBackContest, BINA)
    with pytest.raises(NotNow, match="points-contested"):
        scene.contest(1)


@pytest.mark.parametrize("kind", [DropPoint, MovePoint])
def test_the_client_answers_for_what_waits_and_nothing_else(
    kind: type[DropPoint | MovePoint],
) -> None:
    scene = asked(DEFECT, TASTE)
    with pytest.raises(NotNow, match="wrong-state"):
        scene.on_milestone(kind, CARLOS, item=0)
    scene.contest(0)
    for item in (-1, 1, 2):
        with pytest.raises(BadInput, match="no-such-point"):
            scene.on_milestone(kind, CARLOS, item=item)
    with pytest.raises(NotYours, match="other-side"):
        scene.on_milestone(kind, BINA, item=0)
    with pytest.raises(NotYours, match="other-side"):
        scene.on_milestone(TakeBackContest, CARLOS)


def test_a_dropped_point_can_not_be_contested() -> None:
    scene = asked(DEFECT, TASTE)
    scene.contest(0)
    drop(scene, 0)
    with pytest.raises(BadInput, match="no-such-point"):
        scene.contest(0)


def test_nothing_is_handed_in_and_no_more_time_asked_for_while_a_point_waits() -> None:
    scene = asked(DEFECT)
    scene.on_milestone(AskMoreTime, BINA, more=DAY)
    scene.contest()
    assert scene.deal.proposals[0].state is ProposalState.SUPERSEDED
    for refused in (scene.submit, lambda: scene.on_milestone(AskMoreTime, BINA, more=DAY)):
        with pytest.raises(NotNow, match="wrong-state"):
            refused()


def test_the_client_may_still_approve_or_either_call_the_arbiter_or_end_it() -> None:
    scene = asked(DEFECT)
    scene.contest()
    scene.approve()
    assert scene.state(1) is State.RELEASED
    assert scene.deal.milestone(1).rounds[-1].contests[0].end is ContestEnd.OVERTAKEN
    for by in (BINA, CARLOS):
        scene = asked(DEFECT)
        left = end_of(scene)
        scene.contest()
        scene.clock.forward(DAY)
        scene.dispute(by)
        assert (scene.state(), scene.case.cause) == (State.DISPUTED, Cause.OPENED)
        assert scene.m.rounds[-1].contests[0].end is ContestEnd.OVERTAKEN
        assert scene.m.halt is not None
        assert scene.m.halt.state is State.REVISING
        assert scene.m.halt.window is not None
        assert scene.m.halt.window.ends_at - scene.m.halt.at == left
    scene = asked(DEFECT)
    scene.contest()
    scene.on_milestone(
        ProposeEnd, CARLOS, to_freelancer=amount("100.00 EUR"), held=amount("300.00 EUR")
    )
    assert scene.deal.proposals[-1].state is ProposalState.OPEN


def test_the_operator_sets_how_long_it_is() -> None:
    scene = asked(DEFECT, policy={"contest_answer": 2 * HOUR})
    scene.contest()
    assert end_of(scene) == 2 * HOUR
