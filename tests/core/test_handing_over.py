"""A case goes to the colleague who is named, where they could rule on it, and to nobody else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.deal.context import Staff
from core.deal.stage import Stage
from core.disputing import HandOver, Recuse, TakeOver
from core.inviting import ConfirmClaimant
from core.paying import AskProof, RejectClaim
from core.values.errors import NotNow, NotYours
from core.values.ids import DESK, PersonId
from core.values.window import Window
from tests.core.test_milestones import claim_paid, manual
from tests.kit.scene import ARAM, BINA, CARLOS, DAY, HOUR, NOOR, SAM, TESS, Scene, amount, zero

DESKS = Staff(frozenset({ARAM, SAM, CARLOS}), frozenset({NOOR}), frozenset({TESS}))


def taken() -> Scene:
    scene = Scene(staff=DESKS)
    scene.disputed("300.00 EUR")
    scene.take(ARAM)
    return scene


def hand(scene: Scene, to: PersonId, by: PersonId = ARAM) -> HandOver:
    return HandOver(actor=by, deal=scene.deal_id, milestone=1, to=to)


def test_a_colleague_has_it_at_once_with_all_the_time_to_rule() -> None:
    scene = taken()
    scene.heard()
    scene.clock.forward(DAY)
    scene.do(hand(scene, NOOR))
    now = scene.clock.now()
    assert (scene.case.stage, scene.case.arbiter, scene.case.passed) == (Stage.TAKEN, NOOR, (ARAM,))
    assert scene.case.desk_clock == Window(now, now + 5 * DAY)
    told = {person: scene.notice(person, "dispute-taken").data for person in (BINA, CARLOS)}
    assert told == {BINA: {"arbiter": NOOR}, CARLOS: {"arbiter": NOOR}}
    assert scene.notice(DESK, "dispute-handed-over").data == {"arbiter": ARAM, "to": NOOR}
    scene.do(hand(scene, SAM, by=NOOR))
    assert (scene.case.arbiter, scene.case.passed) == (SAM, (ARAM, NOOR))


@pytest.mark.parametrize("to", [ARAM, TESS, CARLOS, BINA, PersonId(4711)])
def test_nobody_gets_it_who_could_not_rule_on_it(to: PersonId) -> None:
    scene = taken()
    before = scene.case
    with pytest.raises(NotYours, match=r"^cannot-take$"):
        scene.do(hand(scene, to))
    assert scene.case == before


def test_nobody_gets_it_who_recused_from_it() -> None:
    scene = Scene(staff=DESKS)
    scene.disputed("300.00 EUR")
    scene.to_arbiter()
    scene.do(Recuse(actor=NOOR, deal=scene.deal_id, milestone=1))
    scene.take(ARAM)
    with pytest.raises(NotYours, match=r"^cannot-take$"):
        scene.do(hand(scene, NOOR))
    scene.do(hand(scene, SAM))


def test_nobody_gets_it_who_had_a_deal_with_either() -> None:
    scene = Scene(staff=DESKS)
    scene.invited()
    scene.claimed(SAM)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=SAM))
    scene.disputed("300.00 EUR")
    scene.take(ARAM)
    with pytest.raises(NotYours, match=r"^cannot-take$"):
        scene.do(hand(scene, SAM))
    scene.do(hand(scene, NOOR))


# Nobody waits for a colleague who left: the group, or the list


def left(scene: Scene, *people: PersonId) -> None:
    scene.store.rows.gone |= {*people}


def off_the_list(scene: Scene, staff: Staff) -> None:
    scene.escrow.staff = staff


def take_over(scene: Scene, by: PersonId) -> None:
    scene.do(TakeOver(actor=by, deal=scene.deal_id, milestone=1))


def test_no_case_is_handed_to_a_colleague_who_left() -> None:
    scene = taken()
    left(scene, NOOR)
    with pytest.raises(NotYours, match=r"^cannot-take$"):
        scene.do(hand(scene, NOOR))
    scene.do(hand(scene, SAM))


@pytest.mark.parametrize("seed", range(6))
def test_no_lot_falls_on_a_colleague_who_left(seed: int) -> None:
    scene = Scene(staff=DESKS, seed=seed)
    scene.disputed("300.00 EUR")
    scene.to_arbiter()
    left(scene, ARAM, NOOR)
    scene.pass_time(DAY)
    assert scene.case.arbiter == SAM
    off_the_list(scene, Staff(frozenset({ARAM, NOOR, TESS})))
    scene.pass_time(12 * DAY)
    assert scene.case.arbiter == TESS, "who had it is off the list, and the others left"


def test_a_case_stays_without_an_arbiter_where_everybody_left() -> None:
    scene = Scene(staff=DESKS)
    scene.disputed("300.00 EUR")
    scene.to_arbiter()
    left(scene, ARAM, NOOR, SAM)
    scene.pass_time(DAY)
    assert (scene.case.stage, scene.case.arbiter) == (Stage.OPEN, None)
    scene.store.rows.gone.clear()
    scene.take(SAM)


def test_only_the_head_takes_over_from_a_colleague_who_is_there() -> None:
    scene = taken()
    with pytest.raises(NotYours, match=r"^for-heads$"):
        take_over(scene, SAM)
    take_over(scene, NOOR)
    assert scene.case.arbiter == NOOR


@pytest.mark.parametrize("how", ["group", "list"])
def test_any_arbiter_takes_over_from_a_colleague_who_left(how: str) -> None:
    scene = taken()
    if how == "group":
        left(scene, ARAM)
    else:
        off_the_list(scene, Staff(frozenset({SAM}), treasurers=frozenset({TESS})))
    with pytest.raises(NotYours):
        take_over(scene, TESS)
    with pytest.raises(NotYours):
        take_over(scene, CARLOS)
    take_over(scene, SAM)
    assert (scene.case.stage, scene.case.arbiter) == (Stage.TAKEN, SAM)
    with pytest.raises(NotYours, match=r"^(not-your-case|not-on-the-list)$"):
        scene.do(hand(scene, SAM))


def test_who_knows_one_of_them_takes_over_from_nobody() -> None:
    scene = Scene(staff=DESKS)
    scene.disputed("300.00 EUR")
    scene.to_arbiter()
    scene.do(Recuse(actor=SAM, deal=scene.deal_id, milestone=1))
    scene.take(ARAM)
    left(scene, ARAM)
    with pytest.raises(NotYours, match=r"^conflict-recused$"):
        take_over(scene, SAM)


# The other answer of the desk that moves no money


def asked() -> Scene:
    scene = manual()
    scene.agreed("300.00 EUR")
    scene.pay(amount("100.00 EUR"), rail="manual", actor=TESS)
    scene.pass_time(8 * DAY)
    claim_paid(scene)
    scene.clock.forward(HOUR)
    scene.on_milestone(AskProof, TESS)
    return scene


def test_a_receipt_is_asked_for_once_a_claim_and_of_a_claim_alone() -> None:
    scene = asked()
    with pytest.raises(NotNow, match=r"^proof-asked$"):
        scene.on_milestone(AskProof, TESS)
    scene.on_milestone(RejectClaim, TESS)
    with pytest.raises(NotNow, match=r"^no-claim$"):
        scene.on_milestone(AskProof, TESS)


def test_a_claim_with_its_receipt_has_the_clock_of_the_first_and_no_second_extension() -> None:
    scene = asked()
    first = scene.m.claim
    assert first is not None
    assert (first.at, first.left, first.extended) == (scene.clock.now(), 2 * DAY, True)
    scene.clock.forward(HOUR)
    claim_paid(scene)
    second = scene.m.claim
    assert second is not None
    assert (second.at, second.left, second.extended) == (scene.clock.now(), 2 * DAY, True)
    assert not second.proof_asked
    scene.pass_time(DAY - timedelta(seconds=1))
    assert "desk-alarmed" not in scene.told(DESK), "its day begins anew"
    assert scene.m.held == zero()
