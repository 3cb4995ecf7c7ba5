"""Rulings that leave the money held: the dispute is dismissed, or the freelancer gets more time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.deadlines import deadlines_of
from core.deal.dispute import Cause
from core.deal.milestone import State
from core.deal.ruling import Outcome, ReviewGround
from core.deal.stage import Stage
from core.disputing import AcceptRuling, AskReview, TakeBackDispute
from core.disputing.events import RulingMade, WorkGoesOn
from core.timing import NoticeServed
from core.values.errors import BadInput, NotNow, NotYours
from core.values.ids import SYSTEM, PersonId
from core.values.window import DeadlineKind
from core.working import CancelLate, ObjectToCancel
from tests.core.test_disputes import rule
from tests.kit.scene import (
    ARAM,
    BINA,
    CARLOS,
    DAY,
    HOUR,
    NOOR,
    Scene,
    amount,
    with_policy,
    words,
    zero,
)

SECOND = timedelta(seconds=1)


def ruled(scene: Scene, outcome: Outcome, **changes: Any) -> None:
    """Decided once both were heard, and accepted by both."""
    scene.heard()
    rule(scene, outcome, **changes)
    for side in (CARLOS, BINA):
        at: dict[str, Any] = {"deal": scene.deal_id, "milestone": 1}
        scene.do(AcceptRuling(actor=side, to_freelancer=zero(), **at))


def dismissed(scene: Scene) -> None:
    ruled(scene, Outcome.DISMISS)


def extended(scene: Scene, more: timedelta = 3 * DAY) -> None:
    ruled(scene, Outcome.EXTEND, more=more)


def working(scene: Scene) -> None:
    scene.funded("100.00 EUR")


def looked_at(scene: Scene) -> None:
    scene.submitted("100.00 EUR")


def revising(scene: Scene) -> None:
    scene.submitted("100.00 EUR")
    scene.request_changes()


@pytest.mark.parametrize(
    ("reach", "state"),
    [
        (working, State.IN_PROGRESS),
        (looked_at, State.SUBMITTED),
        (revising, State.REVISING),
    ],
)
@pytest.mark.parametrize("by", [BINA, CARLOS])
def test_a_dismissed_dispute_leaves_the_work_where_it_was(
    reach: Callable[[Scene], None], state: State, by: PersonId
) -> None:
    scene = Scene()
    reach(scene)
    before = scene.m
    assert before.window is not None
    scene.clock.forward(HOUR)
    scene.dispute(by)
    left = before.window.ends_at - scene.clock.now()
    scene.clock.forward(6 * HOUR)
    dismissed(scene)
    after = scene.m
    assert (after.state, after.held, after.halt) == (state, before.held, None)
    assert after.window is not None
    assert after.window.ends_at - scene.clock.now() == left
    assert after.due == (after.window.ends_at if state is not State.SUBMITTED else after.due_at)
    assert (scene.case.stage, scene.case.ended_at) == (Stage.RULED, scene.clock.now())
    assert scene.happened(WorkGoesOn) == [WorkGoesOn(1, Outcome.DISMISS)]
    assert scene.deal.transfers == ()
    assert scene.told(CARLOS)[-1] == "work-goes-on"
    assert "work-goes-on" not in scene.told(BINA), "their own press shows it"


@pytest.mark.parametrize("reach", [working, looked_at, revising])
def test_nobody_goes_on_with_less_than_two_days(reach: Callable[[Scene], None]) -> None:
    scene = Scene()
    reach(scene)
    clock = scene.m.window
    assert clock is not None
    scene.serve() if scene.state() is State.SUBMITTED else None
    scene.clock.to(clock.ends_at - SECOND)
    scene.dispute(CARLOS)
    dismissed(scene)
    assert scene.m.window is not None
    assert scene.m.window.ends_at - scene.clock.now() == 2 * DAY
    if scene.state() is State.REVISING:
        assert scene.m.rounds[-1].due_at == scene.m.window.ends_at


def test_the_clients_time_to_look_counts_for_money_once_they_were_told_of_it() -> None:
    scene = Scene()
    looked_at(scene)
    scene.serve()
    scene.dispute(CARLOS)
    dismissed(scene)
    clock = scene.m.window
    assert clock is not None
    assert clock.served_at is None
    notice = scene.notice(CARLOS, "work-goes-on")
    assert notice.serves == clock.opened_at
    scene.do(NoticeServed(actor=SYSTEM, deal=scene.deal_id, milestone=1, opened_at=clock.opened_at))
    assert scene.m.window is not None
    assert scene.m.window.served_at is not None


def test_whoever_lets_it_go_on_by_their_own_press_knows_of_it() -> None:
    scene = Scene()
    looked_at(scene)
    scene.dispute(CARLOS)
    scene.heard()
    rule(scene, Outcome.DISMISS)
    for side in (BINA, CARLOS):
        at: dict[str, Any] = {"deal": scene.deal_id, "milestone": 1}
        scene.do(AcceptRuling(actor=side, to_freelancer=zero(), **at))
    assert scene.m.window is not None
    assert scene.m.window.served_at == scene.clock.now()
    assert scene.notice(BINA, "work-goes-on").serves is None


def test_work_that_was_late_is_late_still_when_the_dispute_had_no_ground() -> None:
    scene = Scene()
    working(scene)
    scene.pass_time(8 * DAY)
    scene.dispute(BINA)
    dismissed(scene)
    assert scene.m.due_at is not None
    assert scene.m.due_at < scene.clock.now()


def test_changes_that_nobody_made_for_weeks_go_on_with_two_days() -> None:
    """Else the clock would call the arbiter again at once."""
    scene = Scene()
    revising(scene)
    scene.pass_time(30 * DAY)
    assert scene.case.cause is Cause.ABANDONED
    dismissed(scene)
    assert scene.m.due == scene.clock.now() + 2 * DAY
    scene.pass_time(DAY)
    assert scene.state() is State.REVISING


def test_silence_that_called_the_arbiter_gets_its_time_to_look_once_more() -> None:
    scene = Scene()
    looked_at(scene)
    scene.pass_time(7 * DAY)
    assert scene.case.cause is Cause.SILENCE
    scene.take()
    scene.add_nothing()
    rule(scene, Outcome.DISMISS)
    scene.ruling_stands()
    assert scene.state() is State.SUBMITTED
    assert scene.m.window is not None
    assert scene.m.window.ends_at - scene.clock.now() == 2 * DAY
    scene.pass_time(2 * DAY)
    assert scene.case.cause is Cause.SILENCE
    assert scene.case.stage is Stage.OPEN


def cancelled_late(scene: Scene) -> None:
    working(scene)
    scene.pass_time(7 * DAY)
    scene.on_milestone(CancelLate, CARLOS)


def test_a_late_cancel_is_off_once_an_objection_was_dismissed() -> None:
    scene = Scene()
    cancelled_late(scene)
    scene.on_milestone(ObjectToCancel, BINA, words=words("it was not late"))
    dismissed(scene)
    assert scene.state() is State.IN_PROGRESS
    kinds = {deadline.kind for deadline in deadlines_of(scene.deal, scene.policy)}
    assert DeadlineKind.DORMANCY_NOTICE in kinds
    assert DeadlineKind.LATE_CANCEL_ENDS not in kinds
    scene.on_milestone(CancelLate, CARLOS)
    assert scene.state() is State.CANCELLING, "the client may do it again"


def test_work_that_came_against_a_late_cancel_is_looked_at_in_full_time() -> None:
    scene = Scene()
    cancelled_late(scene)
    scene.submit()
    assert scene.state() is State.DISPUTED
    dismissed(scene)
    assert scene.state() is State.SUBMITTED
    assert scene.m.window is not None
    assert scene.m.window.ends_at - scene.clock.now() == scene.deal.terms.rules.review_window


@pytest.mark.parametrize("reach", [working, revising])
def test_more_time_comes_on_top_of_what_was_left(reach: Callable[[Scene], None]) -> None:
    scene = Scene()
    reach(scene)
    due = scene.m.due
    assert due is not None
    scene.dispute(CARLOS)
    left = due - scene.clock.now()
    extended(scene, 4 * DAY)
    assert scene.m.due == scene.clock.now() + left + 4 * DAY
    assert scene.m.window is not None
    assert scene.m.window.ends_at == scene.m.due
    assert scene.case.ruling is not None
    assert (scene.case.ruling.more, scene.m.held) == (4 * DAY, amount("100.00 EUR"))


@pytest.mark.parametrize("late", [working, cancelled_late, revising])
def test_more_time_of_what_was_late_counts_from_now(late: Callable[[Scene], None]) -> None:
    scene = Scene()
    late(scene)
    if scene.state() is State.CANCELLING:
        scene.on_milestone(ObjectToCancel, BINA, words=words("it was not late"))
    else:
        scene.pass_time(8 * DAY)
        scene.dispute(BINA)
    extended(scene, DAY)
    assert scene.m.due == scene.clock.now() + DAY
    assert scene.state() is (State.REVISING if late is revising else State.IN_PROGRESS)
    with pytest.raises(NotNow):
        scene.on_milestone(CancelLate, CARLOS)


@pytest.mark.parametrize("more", [DAY, 30 * DAY])
def test_more_time_has_its_bounds(more: timedelta) -> None:
    scene = Scene()
    working(scene)
    scene.dispute(BINA)
    scene.heard()
    for wrong, key, bound in (
        (DAY - SECOND, "more-time-too-short", 86_400),
        (None, "more-time-too-short", 86_400),
        (30 * DAY + SECOND, "more-time-too-long", 30 * 86_400),
    ):
        with pytest.raises(BadInput, match=f"^{key}$") as no:
            rule(scene, Outcome.EXTEND, more=wrong)
        assert no.value.data == {"seconds": bound}
    rule(scene, Outcome.EXTEND, more=more)
    assert scene.case.ruling is not None
    assert scene.case.ruling.more == more


def test_the_bounds_are_the_operators() -> None:
    scene = with_policy(ruled_time_least=HOUR, ruled_time_longest=2 * HOUR)
    working(scene)
    scene.dispute(BINA)
    scene.heard()
    with pytest.raises(BadInput, match="too-short"):
        rule(scene, Outcome.EXTEND, more=HOUR - SECOND)
    with pytest.raises(BadInput, match="too-long"):
        rule(scene, Outcome.EXTEND, more=2 * HOUR + SECOND)
    rule(scene, Outcome.EXTEND, more=2 * HOUR)


def against_a_cancel(scene: Scene) -> None:
    cancelled_late(scene)
    scene.submit()


@pytest.mark.parametrize("reach", [looked_at, against_a_cancel])
def test_no_more_time_for_work_that_is_in(reach: Callable[[Scene], None]) -> None:
    scene = Scene()
    reach(scene)
    if scene.state() is not State.DISPUTED:
        scene.dispute(CARLOS)
    scene.heard()
    with pytest.raises(NotNow, match="work-is-in"):
        rule(scene, Outcome.EXTEND, more=DAY)


def test_work_does_not_go_on_where_it_is_not_known_from_where() -> None:
    scene = Scene()
    scene.disputed("100.00 EUR")
    scene.heard()
    old = scene.deal.with_milestone(replace(scene.m, halt=None))
    scene.store.deals[scene.deal_id] = old
    for outcome in (Outcome.DISMISS, Outcome.EXTEND):
        with pytest.raises(NotNow, match="dispute-no-way-back"):
            rule(scene, outcome, more=DAY)


def test_nobody_is_ruled_against_by_it() -> None:
    scene = Scene()
    looked_at(scene)
    scene.dispute(CARLOS)
    dismissed(scene)
    made = scene.happened(RulingMade)[-1]
    assert isinstance(made, RulingMade)
    assert (made.to_freelancer, made.to_client, made.final) == (zero(), zero(), False)
    assert scene.case.opened_by == CARLOS


def test_reasons_are_asked_for_as_of_any_other_ruling() -> None:
    scene = Scene()
    looked_at(scene)
    scene.dispute(CARLOS)
    scene.heard()
    with pytest.raises(BadInput, match="reasons-too-short"):
        rule(scene, Outcome.DISMISS, reasons=words("x" * 99))


def test_the_work_goes_on_by_itself_when_nobody_asks_for_a_review() -> None:
    scene = Scene()
    looked_at(scene)
    scene.dispute(CARLOS)
    scene.heard()
    rule(scene, Outcome.DISMISS)
    scene.pass_time(3 * DAY - SECOND)
    assert scene.state() is State.DISPUTED
    scene.serve()
    scene.pass_time(SECOND)
    assert scene.state() is State.SUBMITTED


def test_without_time_for_a_review_it_goes_on_at_once() -> None:
    scene = with_policy(ruling_review=timedelta(0))
    looked_at(scene)
    scene.dispute(CARLOS)
    scene.heard()
    rule(scene, Outcome.DISMISS)
    assert (scene.state(), scene.case.stage) == (State.SUBMITTED, Stage.RULED)


def reviewed(first: Outcome) -> Scene:
    """Aram ruled; Carlos asked for the review, and Noor has it."""
    scene = Scene()
    working(scene)
    scene.dispute(CARLOS)
    scene.heard()
    rule(scene, first, more=DAY)
    at: dict[str, Any] = {"deal": scene.deal_id, "milestone": 1}
    ground = ReviewGround.PROCEDURE
    scene.do(AskReview(actor=CARLOS, ground=ground, words=words("not heard"), **at))
    scene.take(NOOR)
    scene.state_side(BINA)
    return scene


@pytest.mark.parametrize(
    ("second", "state", "says"),
    [
        (Outcome.REFUND, State.REFUNDED, "changed"),
        (Outcome.EXTEND, State.IN_PROGRESS, "changed"),
        (Outcome.DISMISS, State.IN_PROGRESS, "upheld"),
    ],
)
def test_another_arbiter_overturns_it_like_any_other(
    second: Outcome, state: State, says: str
) -> None:
    scene = reviewed(Outcome.DISMISS)
    rule(scene, second, actor=NOOR, more=DAY)
    made = scene.happened(RulingMade)[-1]
    assert isinstance(made, RulingMade)
    assert (made.review, scene.state(1)) == (says, state)


def test_other_time_is_another_ruling_and_the_same_is_upheld() -> None:
    for more, says in ((DAY, "upheld"), (2 * DAY, "changed")):
        scene = reviewed(Outcome.EXTEND)
        rule(scene, Outcome.EXTEND, actor=NOOR, more=more)
        made = scene.happened(RulingMade)[-1]
        assert isinstance(made, RulingMade)
        assert made.review == says


def test_it_can_be_disputed_anew_and_the_case_keeps_what_was_ruled() -> None:
    scene = Scene()
    looked_at(scene)
    scene.dispute(CARLOS)
    dismissed(scene)
    first = scene.case.ruling
    scene.dispute(BINA)
    case = scene.case
    assert (case.stage, case.opened_by, case.ruling) == (Stage.ANSWERING, BINA, None)
    assert (case.accepted, case.final_by, case.review, case.arbiter) == ((), None, None, None)
    assert case.earlier[-1].rulings == (first,)
    assert case.earlier[-1].stage is Stage.RULED
    scene.take(ARAM)
    with pytest.raises(NotNow, match="not-heard"):
        rule(scene, Outcome.DISMISS)
    scene.heard()
    rule(scene, Outcome.REFUND)
    assert scene.case.review is None
    at: dict[str, Any] = {"deal": scene.deal_id, "milestone": 1}
    scene.do(AskReview(actor=BINA, ground=ReviewGround.CONFLICT, words=words("knows"), **at))
    assert scene.case.stage is Stage.REVIEW, "each dispute has its one review"


def test_who_took_theirs_back_first_is_remembered_beside_the_ruling() -> None:
    scene = Scene()
    looked_at(scene)
    scene.dispute(CARLOS)
    scene.on_milestone(TakeBackDispute, CARLOS)
    scene.dispute(BINA)
    dismissed(scene)
    assert [each.stage for each in scene.case.openings] == [Stage.WITHDRAWN, Stage.RULED]


def test_only_who_has_the_case_rules_so() -> None:
    scene = Scene()
    looked_at(scene)
    scene.dispute(CARLOS)
    scene.heard()
    for actor in (BINA, CARLOS):
        with pytest.raises(NotYours):
            rule(scene, Outcome.DISMISS, actor=actor)
