"""Arbiters of other houses: they rule as ours do, and the lot falls on ours first."""

from __future__ import annotations

from typing import Any, Final

import pytest

from core.deal.challenge import ChallengeGround
from core.deal.context import Staff
from core.deal.four_eyes import Lacks, lacks
from core.deal.ruling import Outcome, ReviewGround
from core.deal.stage import Stage
from core.disputing import AskReview, ChallengeArbiter, HandOver, Recuse, TakeDispute, TakeOver
from core.paying import ConfirmTransfer
from core.values.errors import NotYours
from core.values.ids import PersonId
from core.values.roles import DeskRole
from tests.core.test_disputes import rule
from tests.core.test_four_eyes import LIMIT, TOM, approve, funded, large, waits
from tests.kit.scene import ARAM, BINA, CARLOS, HOUR, NOOR, SAM, TESS, Scene, words

LENT: Final = PersonId(1021)
OTHER: Final = PersonId(1022)
DESK: Final = Staff(frozenset({ARAM}), frozenset({NOOR}), frozenset({TESS}), frozenset({LENT}))


def disputed(staff: Staff = DESK, seed: int = 1) -> Scene:
    scene = Scene(staff=staff, seed=seed)
    scene.disputed("300.00 EUR")
    scene.to_arbiter()
    return scene


def at(scene: Scene) -> dict[str, Any]:
    return {"deal": scene.deal_id, "milestone": 1}


def challenge(scene: Scene, by: PersonId = BINA) -> None:
    clock = scene.case.challenge_by
    assert clock is not None
    why: dict[str, Any] = {"ground": ChallengeGround.OTHER, "words": words("he laughed")}
    scene.do(ChallengeArbiter(actor=by, taken_at=clock.opened_at, **why, **at(scene)))


def test_who_is_of_another_house_is_an_arbiter_and_no_head_nor_treasurer() -> None:
    assert DESK.roles(LENT) == {DeskRole.ARBITER, DeskRole.OUTSIDE}
    assert LENT in DESK.who_rule
    with pytest.raises(NotYours, match=r"^for-heads$"):
        DESK.needs(LENT, DeskRole.HEAD)
    with pytest.raises(NotYours, match=r"^for-treasurers$"):
        DESK.needs(LENT, DeskRole.TREASURER)
    with pytest.raises(NotYours, match=r"^for-arbiters$"):
        DESK.needs(TESS, DeskRole.OUTSIDE)


def test_they_take_a_case_and_rule_on_it_and_the_case_says_of_which_house() -> None:
    scene = disputed()
    scene.do(TakeDispute(actor=LENT, **at(scene)))
    assert scene.case.outside
    scene.heard()
    rule(scene, Outcome.RELEASE, actor=LENT)
    assert scene.case.stage is Stage.DECIDED
    assert scene.case.outside


def test_they_take_nothing_over() -> None:
    scene = disputed()
    scene.do(TakeDispute(actor=ARAM, **at(scene)))
    with pytest.raises(NotYours, match=r"^for-heads$"):
        scene.do(TakeOver(actor=LENT, **at(scene)))
    scene.do(HandOver(actor=ARAM, to=LENT, **at(scene)))
    assert scene.case.outside
    scene.do(HandOver(actor=LENT, **at(scene)))
    assert not scene.case.outside


@pytest.mark.parametrize("seed", range(8))
def test_the_lot_falls_on_ours_while_any_of_us_is_free(seed: int) -> None:
    scene = disputed(seed=seed)
    scene.pass_time(12 * HOUR)
    assert scene.case.arbiter in {ARAM, NOOR}
    assert not scene.case.outside


def test_where_none_of_us_is_free_the_lot_falls_on_another_house() -> None:
    scene = disputed()
    for ours in (ARAM, NOOR):
        scene.do(Recuse(actor=ours, **at(scene)))
    scene.pass_time(12 * HOUR)
    assert (scene.case.arbiter, scene.case.outside) == (LENT, True)


def test_a_review_and_a_challenge_are_drawn_among_all() -> None:
    reviewers, instead = set(), set()
    for seed in range(20):
        scene = disputed(seed=seed)
        scene.heard()
        rule(scene, Outcome.RELEASE)
        ask: dict[str, Any] = {"ground": ReviewGround.CONFLICT, "words": words("they met")}
        scene.do(AskReview(actor=CARLOS, **ask, **at(scene)))
        assert not scene.case.outside
        scene.pass_time(12 * HOUR)
        reviewers.add(scene.case.arbiter)
        scene = disputed(seed=seed)
        scene.take(ARAM)
        challenge(scene)
        instead.add(scene.case.arbiter)
    assert reviewers == instead == {NOOR, LENT}


def test_the_one_arbiter_of_a_house_can_be_challenged_where_another_house_lends_one() -> None:
    scene = disputed(Staff(frozenset({ARAM}), treasurers=frozenset({TESS}), outside=DESK.outside))
    scene.take(ARAM)
    challenge(scene)
    assert (scene.case.arbiter, scene.case.outside) == (LENT, True)


def test_a_desk_of_two_carries_any_deal_with_one_of_another_house() -> None:
    policy = large(four_eyes_threshold=LIMIT).policy
    two = Staff(frozenset({ARAM}), treasurers=frozenset({TESS, TOM}))
    assert lacks(policy, two) is Lacks.ARBITERS
    assert lacks(policy, Staff(two.arbiters, two.heads, two.treasurers, DESK.outside)) is None


def test_they_are_the_second_pair_of_eyes_of_a_ruling_and_of_no_payment() -> None:
    staff = Staff(frozenset({ARAM}), frozenset(), frozenset({TESS, TOM}), frozenset({LENT, OTHER}))
    scene = funded(staff=staff)
    scene.submit()
    scene.dispute()
    scene.heard(ARAM)
    rule(scene, Outcome.RELEASE)
    asked = waits(scene)
    with pytest.raises(NotYours):
        approve(scene, TESS)
    approve(scene, LENT, asked)
    made = scene.case.ruling
    assert made is not None
    assert (made.by, made.approved_by) == (ARAM, LENT)
    clock = scene.case.final_by
    assert clock is not None
    scene.ruling_stands()
    transfer = scene.deal.transfers[0]
    with pytest.raises(NotYours, match=r"^for-treasurers$"):
        scene.do(ConfirmTransfer(actor=LENT, deal=scene.deal_id, transfer=transfer.number))


def test_somebody_who_is_on_no_list_is_nobody() -> None:
    assert DESK.roles(SAM) == frozenset()
