"""An ordered revision: a closed list, a date, and a split that is stated in advance."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from core.amending import AcceptProposal, AskMoreTime, AskPause, GrantMoreTime
from core.deadlines import deadlines_of
from core.deal.dispute import Cause
from core.deal.events import Ground, MoneySettled
from core.deal.flag import FlagKind
from core.deal.milestone import State
from core.deal.points import Item, ItemKind
from core.deal.ruling import Outcome, ReviewGround
from core.deal.stage import Stage
from core.disputing import AcceptRuling, AskReview
from core.disputing.events import RulingMade
from core.paying import AskLift, LiftFlag, SetFlag
from core.timing import ExtendClocks
from core.values.errors import BadInput, NotNow, Refusal
from core.values.ids import DESK, SYSTEM, PersonId
from core.values.money import Money
from core.values.window import DeadlineKind
from core.working import ContestPoint, ReleasePart, SubmitWork, TakeBackSubmission, WithdrawWork
from core.working.events import OrderIgnored
from tests.core.test_disputes import rule
from tests.kit.scene import (
    BINA,
    CARLOS,
    DAY,
    HOUR,
    NOOR,
    TESS,
    Scene,
    amount,
    with_policy,
    words,
    zero,
)

SECOND = timedelta(seconds=1)
POINTS = (
    Item(ItemKind.DEFECT, words("the third concept"), 0),
    Item(ItemKind.DEFECT, words("the SVG of the second"), 1),
)
SHARE = amount("40.00 EUR")


def order(scene: Scene, **changes: Any) -> None:
    given: dict[str, Any] = {"more": 5 * DAY, "points": POINTS, "share": SHARE}
    rule(scene, Outcome.ORDER, **{**given, **changes})


def decided() -> Scene:
    """Of 100, 40 are to be the freelancer's if they do not make two points in five days."""
    scene = Scene()
    scene.submitted("100.00 EUR")
    scene.dispute(CARLOS)
    scene.heard()
    order(scene)
    return scene


def accept(scene: Scene, share: Money = SHARE, *sides: PersonId) -> None:
    for side in sides or (CARLOS, BINA):
        at: dict[str, Any] = {"deal": scene.deal_id, "milestone": 1}
        scene.do(AcceptRuling(actor=side, to_freelancer=share, **at))


def ordered() -> Scene:
    """The freelancer has until the fifth day; their own press showed it."""
    scene = decided()
    accept(scene)
    return scene


def kinds(scene: Scene) -> set[DeadlineKind]:
    found = deadlines_of(scene.deal, scene.policy)
    return {deadline.kind for deadline in found} - {DeadlineKind.REMIND}


def settled(scene: Scene) -> list[MoneySettled]:
    return [event for event in scene.happened(MoneySettled) if isinstance(event, MoneySettled)]


def test_an_order_opens_a_round_of_its_own_that_counts_as_none() -> None:
    scene = decided()
    assert scene.state() is State.DISPUTED
    accept(scene)
    m = scene.m
    assert (m.state, m.held, m.rounds_used) == (State.REVISING, amount("100.00 EUR"), 0)
    opened = m.rounds[-1]
    assert (opened.items, opened.counts) == (POINTS, False)
    assert opened.due_at == scene.clock.now() + 5 * DAY == m.due
    assert opened.fallback is not None
    assert opened.fallback.to_freelancer == SHARE
    assert m.fallback_share == SHARE
    assert kinds(scene) == {DeadlineKind.FALLBACK}
    assert scene.deal.transfers == ()
    assert scene.case.stage is Stage.RULED


def test_both_are_told_beforehand_and_when_it_begins() -> None:
    scene = decided()
    for person in (BINA, CARLOS):
        assert scene.notice(person, "ruling-made").data["outcome"] == "order"
    scene.ruling_stands()
    for person in (BINA, CARLOS):
        assert scene.told(person)[-1] == "revision-ordered"
    assert scene.m.window is not None
    assert scene.notice(BINA, "revision-ordered").serves == scene.m.window.opened_at
    assert scene.notice(CARLOS, "revision-ordered").serves is None


def test_both_are_reminded_before_its_end() -> None:
    scene = ordered()
    scene.pass_time(5 * DAY - SECOND)
    for person in (BINA, CARLOS):
        assert scene.told(person).count("reminded") == 3


def test_ordered_revision_made_is_looked_at_like_any_other() -> None:
    scene = ordered()
    with pytest.raises(BadInput, match="submission-answers"):
        _submit(scene, answers=1)
    scene.submit()
    assert scene.state() is State.SUBMITTED
    assert scene.m.window is not None
    length = scene.deal.terms.rules.review_window_after_revision
    assert scene.m.window.ends_at - scene.clock.now() == length
    scene.approve()
    assert scene.state(1) is State.RELEASED


def _submit(scene: Scene, answers: int) -> None:
    said = tuple(words(f"done {n}") for n in range(answers))
    notes = (words("done"), words("done too"))
    scene.on_milestone(
        SubmitWork, BINA, links=(words("https://a.example"),), notes=notes, answers=said
    )


def test_ordered_revision_ignored_ends_by_the_split_that_was_stated() -> None:
    scene = ordered()
    scene.pass_time(5 * DAY - SECOND)
    assert scene.state() is State.REVISING
    scene.pass_time(SECOND)
    m = scene.deal.milestone(1)
    assert (m.state, m.released, m.refunded) == (
        State.SPLIT, SHARE, amount("60.00 EUR"),
    )  # fmt: skip
    assert [event.ground for event in settled(scene)] == [Ground.RULING]
    assert scene.happened(OrderIgnored) == [OrderIgnored(1, 1)]
    for person in (BINA, CARLOS, DESK):
        assert "order-ignored" in scene.told(person)
    scene.assert_books_balance()


@pytest.mark.parametrize(
    ("share", "state"),
    [(zero(), State.REFUNDED), (amount("100.00 EUR"), State.RELEASED)],
)
def test_the_split_may_give_all_to_one_side(share: Money, state: State) -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    scene.dispute(CARLOS)
    scene.heard()
    order(scene, share=share)
    accept(scene, share)
    scene.pass_time(5 * DAY)
    m = scene.deal.milestone(1)
    assert (m.state, m.released) == (state, share)


def test_what_is_released_meanwhile_counts_for_the_split() -> None:
    for part, gets in (("10.00 EUR", "40.00 EUR"), ("70.00 EUR", "70.00 EUR")):
        scene = ordered()
        scene.on_milestone(ReleasePart, CARLOS, amount=amount(part))
        scene.pass_time(5 * DAY)
        assert scene.deal.milestone(1).released == amount(gets)
        scene.assert_books_balance()


def test_no_money_moves_before_the_freelancer_was_told_and_nobody_gains_by_hiding() -> None:
    scene = decided()
    scene.ruling_stands()
    for _ in range(3):
        scene.fail_to_serve()
        scene.pass_time(DAY)
    assert "window-unserved" in scene.told(CARLOS)
    scene.pass_time(3 * DAY)
    assert (scene.state(), scene.m.window.turn if scene.m.window else 0) == (State.REVISING, 2)
    scene.pass_time(6 * DAY)
    assert scene.state() is State.DISPUTED
    assert scene.case.cause is Cause.UNSERVED
    assert scene.m.held == amount("100.00 EUR")


def test_telling_late_gives_the_whole_time_from_then() -> None:
    scene = decided()
    scene.ruling_stands()
    scene.fail_to_serve()
    scene.pass_time(DAY)
    scene.serve()
    assert scene.m.due == scene.clock.now() + 5 * DAY == scene.m.rounds[-1].due_at
    scene.pass_time(5 * DAY)
    assert scene.state(1) is State.SPLIT


def test_an_order_is_neither_contested_nor_disputed_until_something_came() -> None:
    scene = ordered()
    for actor in (BINA, CARLOS):
        with pytest.raises(NotNow, match="order-stands"):
            scene.dispute(actor)
    with pytest.raises(NotNow, match="order-stands"):
        scene.on_milestone(ContestPoint, BINA, item=0, words=words("no"))
    scene.submit()
    scene.dispute(CARLOS)
    assert scene.case.stage is Stage.ANSWERING
    assert scene.case.earlier[-1].rulings[-1].points == POINTS


def test_after_an_order_the_client_names_defects_alone() -> None:
    scene = ordered()
    scene.submit()
    with pytest.raises(NotNow, match="order-defects-only"):
        scene.request_changes(Item(ItemKind.PREFERENCE, words("rounder")))
    scene.request_changes(Item(ItemKind.DEFECT, words("still no SVG"), 1))
    assert scene.m.ordered is None
    assert DeadlineKind.ABANDONED in kinds(scene)
    scene.contest_unanswered()
    assert scene.state() is State.DISPUTED


def test_what_was_taken_back_counts_as_never_handed_in() -> None:
    scene = ordered()
    scene.pass_time(5 * DAY - HOUR)
    scene.submit()
    scene.on_milestone(TakeBackSubmission, BINA)
    assert kinds(scene) == {DeadlineKind.FALLBACK}
    scene.pass_time(HOUR)
    assert scene.state(1) is State.SPLIT


def test_the_freelancer_may_give_the_work_up() -> None:
    scene = ordered()
    scene.on_milestone(WithdrawWork, BINA, amount=scene.m.held)
    assert scene.state(1) is State.REFUNDED


def test_more_time_that_both_agree_to_moves_the_end() -> None:
    scene = ordered()
    scene.on_milestone(AskMoreTime, BINA, more=2 * DAY, words=words("ill"))
    scene.do(AcceptProposal(actor=CARLOS, deal=scene.deal_id, milestone=1, proposal=1))
    scene.on_milestone(GrantMoreTime, CARLOS, more=DAY)
    scene.pass_time(8 * DAY - SECOND)
    assert scene.state() is State.REVISING
    scene.pass_time(SECOND)
    assert scene.state(1) is State.SPLIT


def test_it_can_be_paused_and_goes_on_as_ordered() -> None:
    scene = ordered()
    scene.on_milestone(AskPause, BINA, length=3 * DAY)
    scene.do(AcceptProposal(actor=CARLOS, deal=scene.deal_id, milestone=1, proposal=1))
    with pytest.raises(NotNow, match="order-stands"):
        scene.dispute(BINA)
    scene.pass_time(8 * DAY - SECOND)
    assert scene.state() is State.REVISING
    scene.pass_time(SECOND)
    assert scene.state(1) is State.SPLIT


def test_a_flag_stops_its_clock() -> None:
    scene = ordered()
    scene.pass_time(4 * DAY)
    at: dict[str, Any] = {"deal": scene.deal_id}
    scene.do(SetFlag(actor=NOOR, kind=FlagKind.OPERATOR, words=words("why"), **at))
    assert kinds(scene) == {DeadlineKind.HOLD_FLAG}
    scene.pass_time(20 * DAY)
    assert scene.state() is State.REVISING
    scene.do(AskLift(actor=NOOR, flag=1, words=words("well"), **at))
    scene.do(LiftFlag(actor=TESS, flag=1, ask=1, **at))
    assert scene.m.due == scene.clock.now() + DAY
    scene.pass_time(DAY)
    assert scene.state(1) is State.SPLIT


def test_an_outage_gives_its_time_back() -> None:
    scene = ordered()
    begun = scene.clock.now()
    scene.clock.forward(2 * DAY)
    at: dict[str, Any] = {"deal": scene.deal_id, "since": begun, "until": scene.clock.now()}
    scene.do(ExtendClocks(actor=SYSTEM, **at))
    assert scene.m.due == scene.clock.now() + 5 * DAY


def test_what_cannot_be_ordered() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    scene.dispute(CARLOS)
    scene.heard()
    no_criterion = (Item(ItemKind.DEFECT, words("one thing")),)
    taste = (Item(ItemKind.PREFERENCE, words("one thing"), 0),)
    other = (Item(ItemKind.DEFECT, words("one thing"), 2),)
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"points": ()}, "no-points"),
        ({"points": POINTS * 6}, "too-many-points"),
        ({"points": no_criterion}, "point-needs-criterion"),
        ({"points": taste}, "point-needs-criterion"),
        ({"points": other}, "point-needs-criterion"),
        ({"more": 3 * DAY - SECOND}, "round-too-short"),
        ({"more": None}, "round-too-short"),
        ({"more": 30 * DAY + SECOND}, "more-time-too-long"),
        ({"share": None}, "split-out-of-range"),
        ({"share": amount("100.01 EUR")}, "split-out-of-range"),
        ({"reasons": words("x" * 99)}, "reasons-too-short"),
    ]
    for changes, key in wrong:
        with pytest.raises(Refusal, match=f"^{key}$"):
            order(scene, **changes)
    order(scene, more=3 * DAY, points=POINTS * 5, share=zero())


def test_the_least_time_of_an_order_is_the_least_of_any_round() -> None:
    scene = with_policy(min_round=HOUR)
    scene.submitted("100.00 EUR")
    scene.dispute(CARLOS)
    scene.heard()
    with pytest.raises(BadInput, match="round-too-short"):
        order(scene, more=HOUR - SECOND)
    order(scene, more=HOUR)


def test_nothing_is_ordered_of_work_that_never_came() -> None:
    """A part released in such a round would be an advance."""
    scene = Scene()
    scene.funded("100.00 EUR")
    scene.dispute(CARLOS)
    scene.heard()
    with pytest.raises(NotNow, match="nothing-to-revise"):
        order(scene)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({}, "upheld"),
        ({"more": 6 * DAY}, "changed"),
        ({"points": POINTS[:1]}, "changed"),
        ({"share": zero()}, "changed"),
    ],
)
def test_another_arbiter_upholds_an_order_as_it_is_or_changes_it(
    changes: dict[str, Any], says: str
) -> None:
    scene = decided()
    at: dict[str, Any] = {"deal": scene.deal_id, "milestone": 1}
    ground = ReviewGround.PROCEDURE
    scene.do(AskReview(actor=CARLOS, ground=ground, words=words("not heard"), **at))
    scene.take(NOOR)
    scene.state_side(BINA)
    order(scene, actor=NOOR, **changes)
    made = scene.happened(RulingMade)[-1]
    assert isinstance(made, RulingMade)
    assert (made.review, scene.state()) == (says, State.REVISING)
    assert scene.m.window is not None
    assert scene.m.window.served_at is None


def test_an_order_that_nobody_read_is_dismissed_and_runs_anew_once_it_is_read() -> None:
    scene = decided()
    scene.ruling_stands()
    scene.pass_time(11 * DAY)
    assert scene.case.cause is Cause.UNSERVED
    scene.heard()
    arbiter = scene.case.arbiter
    assert arbiter is not None
    rule(scene, Outcome.DISMISS, actor=arbiter)
    accept(scene, zero())
    assert scene.m.ordered is not None
    assert scene.m.due == scene.clock.now() + 2 * DAY
    scene.pass_time(2 * DAY)
    assert scene.state(1) is State.SPLIT
