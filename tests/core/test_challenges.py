"""A side challenges the arbiter, once: another who is free has the case by lot."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

import pytest

from core.approving import Approve
from core.available import available
from core.deal.approval import ApprovalState
from core.deal.challenge import ChallengeGround
from core.deal.context import Staff
from core.deal.flag import FlagKind
from core.deal.ruling import Outcome, ReviewGround
from core.deal.stage import Stage
from core.deal.step import Act
from core.disputing import (
    AskReview,
    ChallengeArbiter,
    HandOver,
    Recuse,
    TakeBackDispute,
    TakeDispute,
    TakeOver,
)
from core.paying import SetFlag
from core.timing import ExtendClocks
from core.values.errors import NotNow, NotYours, Refusal, Stale
from core.values.hearing import Ear
from core.values.ids import DESK, PersonId
from core.values.window import Window
from tests.core.test_disputes import rule
from tests.core.test_four_eyes import DESK_OF_SIX, EVA, OMID, approve, desk, funded, waits
from tests.kit.scene import ARAM, BINA, CARLOS, DAY, HOUR, NOOR, SAM, TESS, Scene, at_once, words

DESKS: Final = Staff(frozenset({ARAM, SAM}), frozenset({NOOR}), frozenset({TESS}))
WORDS: Final = words("they are cousins")


def taken(staff: Staff = DESKS, by: PersonId = ARAM, seed: int = 1) -> Scene:
    scene = Scene(staff=staff, seed=seed)
    scene.disputed("300.00 EUR")
    scene.take(by)
    return scene


def challenge(
    scene: Scene, by: PersonId = BINA, ground: ChallengeGround = ChallengeGround.KNOWS
) -> None:
    clock = scene.case.challenge_by
    at = scene.clock.now() if clock is None else clock.opened_at
    command: dict[str, Any] = {"taken_at": at, "ground": ground, "words": WORDS}
    scene.do(ChallengeArbiter(actor=by, deal=scene.deal_id, milestone=1, **command))


def refused(scene: Scene, by: PersonId = BINA) -> str:
    before = scene.case
    with pytest.raises(Refusal) as no:
        challenge(scene, by)
    assert scene.case == before
    return no.value.key


def offered(scene: Scene, person: PersonId) -> bool:
    deal, ctx = at_once(scene.escrow.seen_by(person, scene.deal_id))
    return Act.CHALLENGE in {each.act for each in available(deal, person, ctx)}


@pytest.mark.parametrize("ground", ChallengeGround)
@pytest.mark.parametrize("by", [BINA, CARLOS])
def test_another_has_it_at_once_with_all_the_time_to_rule(
    by: PersonId, ground: ChallengeGround
) -> None:
    scene = taken()
    scene.heard()
    scene.clock.forward(DAY)
    held = scene.m.held
    challenge(scene, by, ground)
    now, case = scene.clock.now(), scene.case
    assert (case.stage, case.recused, scene.m.held) == (Stage.TAKEN, (ARAM,), held)
    assert case.arbiter in {SAM, NOOR}
    assert case.desk_clock == Window(now, now + 5 * DAY)
    assert case.challenge_by is not None
    assert case.challenge_by.opened_at == now
    [made] = case.challenges
    assert (made.by, made.arbiter, made.ground, made.words) == (by, ARAM, ground, WORDS)
    other = scene.deal.other(by)
    assert other is not None
    assert scene.notice(other, "arbiter-challenged").data == {"person": by}, "by role alone"
    told = {"person": by, "arbiter": case.arbiter, "late": ARAM}
    assert scene.notice(DESK, "arbiter-challenged").data == told


def test_the_one_who_was_challenged_never_rules_here() -> None:
    scene = taken()
    scene.heard()
    challenge(scene)
    now = scene.case.arbiter
    assert now is not None
    with pytest.raises(NotYours, match=r"^not-your-case$"):
        rule(scene, Outcome.RELEASE)
    at: dict[str, Any] = {"deal": scene.deal_id, "milestone": 1}
    with pytest.raises(NotYours, match=r"^cannot-take$"):
        scene.do(HandOver(actor=now, to=ARAM, **at))
    scene.do(HandOver(actor=now, **at))
    with pytest.raises(NotYours, match=r"^conflict-recused$"):
        scene.do(TakeDispute(actor=ARAM, **at))


def test_each_side_does_it_once() -> None:
    scene = taken()
    challenge(scene, BINA)
    assert refused(scene, BINA) == "challenge-used"
    assert offered(scene, CARLOS)
    challenge(scene, CARLOS)
    assert scene.case.recused[0] == ARAM
    assert len({*scene.case.recused, scene.case.arbiter}) == 3
    for side in (BINA, CARLOS):
        assert refused(scene, side) == "challenge-used"
        assert not offered(scene, side)


def test_the_ruling_is_later_by_its_own_time_at_the_most_for_each_side() -> None:
    scene = taken()
    scene.heard()
    clock = scene.case.desk_clock
    assert clock is not None
    for side in (BINA, CARLOS):
        scene.clock.forward(DAY)
        challenge(scene, side)
    after = scene.case.desk_clock
    assert after is not None
    assert after.ends_at - clock.ends_at == 2 * DAY


def test_it_can_be_done_for_two_days_from_when_somebody_has_it() -> None:
    scene = taken()
    scene.clock.forward(2 * DAY - timedelta(seconds=1))
    assert offered(scene, BINA)
    scene.clock.forward(timedelta(seconds=1))
    with pytest.raises(NotNow, match=r"^challenge-over$") as no:
        challenge(scene)
    assert no.value.data == {"seconds": 2 * 24 * 3600}
    assert not offered(scene, BINA)


def test_who_has_it_next_can_be_challenged_anew_by_who_has_not_yet() -> None:
    scene = taken()
    scene.clock.forward(2 * DAY)
    assert refused(scene) == "challenge-over"
    scene.do(TakeOver(actor=NOOR, deal=scene.deal_id, milestone=1))
    challenge(scene)
    assert scene.case.recused == (NOOR,)


def test_the_time_that_nobody_was_heard_is_given_back() -> None:
    scene = taken()
    since, clock = scene.clock.now(), scene.case.challenge_by
    assert clock is not None
    scene.clock.forward(5 * HOUR)
    gone = ExtendClocks(actor=PersonId(0), deal=scene.deal_id, since=since, until=scene.clock.now(),
                        ear=Ear.PARTIES)  # fmt: skip
    scene.do(gone)
    after = scene.case.challenge_by
    assert after is not None
    assert after.ends_at - clock.ends_at == 5 * HOUR


def test_somebody_else_than_the_side_was_told_of_is_not_challenged() -> None:
    scene = taken()
    clock = scene.case.challenge_by
    assert clock is not None
    scene.clock.forward(HOUR)
    scene.do(TakeOver(actor=NOOR, deal=scene.deal_id, milestone=1))
    late: dict[str, Any] = {"taken_at": clock.opened_at, "ground": ChallengeGround.KNOWS}
    with pytest.raises(Stale):
        scene.do(ChallengeArbiter(actor=BINA, deal=scene.deal_id, milestone=1, words=WORDS, **late))
    assert scene.case.arbiter == NOOR


def test_nobody_is_challenged_before_one_has_it_nor_after_the_ruling() -> None:
    scene = Scene(staff=DESKS)
    scene.disputed("300.00 EUR")
    assert refused(scene) == "dispute-wrong-stage"
    scene.heard()
    rule(scene, Outcome.RELEASE)
    assert refused(scene) == "dispute-wrong-stage"


def test_who_reviews_can_be_challenged_by_who_has_not_yet() -> None:
    scene = taken(Staff(frozenset({ARAM, SAM, EVA}), frozenset({NOOR}), frozenset({TESS})))
    scene.heard()
    challenge(scene, BINA)
    first = scene.case.arbiter
    assert first is not None
    rule(scene, Outcome.RELEASE, actor=first)
    ask: dict[str, Any] = {"ground": ReviewGround.CONFLICT, "words": words("met")}
    scene.do(AskReview(actor=CARLOS, deal=scene.deal_id, milestone=1, **ask))
    assert scene.case.challenge_by is None
    [reviewer, other] = sorted({SAM, EVA, NOOR} - {first})
    scene.do(TakeDispute(actor=reviewer, deal=scene.deal_id, milestone=1))
    assert refused(scene, BINA) == "challenge-used"
    challenge(scene, CARLOS)
    assert (scene.case.stage, scene.case.arbiter) == (Stage.REVIEWING, other)


def test_where_nobody_else_is_free_it_is_refused_and_not_offered() -> None:
    scene = Scene(staff=Staff(frozenset({ARAM, SAM}), frozenset(), frozenset({TESS})))
    scene.disputed("300.00 EUR")
    scene.to_arbiter()
    scene.do(Recuse(actor=SAM, deal=scene.deal_id, milestone=1))
    scene.take(ARAM)
    assert refused(scene) == "no-other-arbiter"
    assert not offered(scene, BINA)


def test_over_so_much_that_it_takes_two_two_others_have_to_be_free() -> None:
    small = desk({ARAM, EVA}, {TESS, PersonId(1011)})
    for staff, free in ((small, False), (DESK_OF_SIX, True)):
        scene = funded(staff=staff)
        scene.submit()
        scene.dispute()
        scene.take(ARAM)
        assert offered(scene, BINA) is free
        if free:
            challenge(scene)
        else:
            assert refused(scene) == "no-other-arbiter"


def test_a_ruling_that_waited_for_a_second_arbiter_is_void() -> None:
    scene = funded()
    scene.submit()
    scene.dispute()
    scene.heard(ARAM)
    rule(scene, Outcome.RELEASE)
    asked = waits(scene)
    challenge(scene)
    assert [one.state for one in scene.deal.approvals if one.number == asked.number] == [
        ApprovalState.VOID
    ]
    mark = asked.fingerprint(scene.deal_id)
    with pytest.raises(NotNow, match=r"^nothing-to-approve$"):
        scene.do(Approve(actor=OMID, deal=scene.deal_id, approval=asked.number, fingerprint=mark))
    now = scene.case.arbiter
    assert now is not None
    rule(scene, Outcome.RELEASE, actor=now)
    second = next(person for person in (EVA, OMID, NOOR) if person != now)
    with pytest.raises(NotYours, match=r"^conflict-recused$"):
        approve(scene, ARAM)
    approve(scene, second)
    assert scene.case.stage is Stage.DECIDED


def test_the_lot_falls_on_each_of_them_and_first_on_who_has_fewer_cases() -> None:
    found = set()
    for seed in range(20):
        scene = taken(seed=seed)
        challenge(scene)
        found.add(scene.case.arbiter)
    assert found == {SAM, NOOR}
    scene = Scene(staff=DESKS)
    for taker in (SAM, ARAM):
        scene.disputed("300.00 EUR")
        scene.take(taker)
    challenge(scene)
    assert scene.case.arbiter == NOOR


def test_opened_again_each_side_has_its_challenge_anew_and_the_case_keeps_the_first() -> None:
    scene = taken()
    challenge(scene, CARLOS)
    back = TakeBackDispute(actor=CARLOS, deal=scene.deal_id, milestone=1, seen=scene.m.seen)
    scene.clock.forward(HOUR)
    scene.do(back)
    scene.clock.forward(HOUR)
    scene.dispute()
    assert scene.case.challenge_by is None
    scene.take(next(iter({SAM, NOOR} - {*scene.case.recused})))
    challenge(scene, CARLOS)
    assert [made.by for made in scene.case.challenges] == [CARLOS, CARLOS]


def test_while_the_deal_stands_still_nobody_is_challenged() -> None:
    scene = taken()
    why = words("a court asks")
    scene.do(SetFlag(actor=TESS, deal=scene.deal_id, kind=FlagKind.LEGAL, words=why))
    with pytest.raises(NotNow, match=r"^deal-frozen$"):
        challenge(scene)
