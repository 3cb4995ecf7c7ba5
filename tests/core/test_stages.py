"""The two come first: an answer, a while to agree between them, and the arbiter after that."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from core.amending import AcceptSettlement, OfferSettlement
from core.available import available
from core.deal.context import Context
from core.deal.hearing import Called
from core.deal.milestone import State
from core.deal.stage import Stage
from core.deal.step import Act
from core.disputing import AddNothing, Concede, FileEvidence, TakeBackDispute
from core.disputing.events import ArbiterCalled, ArbitrationBegun, NegotiationBegun
from core.timing import ExtendClocks
from core.values.errors import NotNow, Stale
from core.values.hearing import WAITS_FOR, Ear
from core.values.ids import DESK, SYSTEM, PersonId
from core.values.window import DeadlineKind
from tests.kit.scene import ARAM, BINA, CARLOS, DAY, HOUR, Scene, amount, with_policy, words

MINUTE = timedelta(minutes=1)


def acts(scene: Scene, person: PersonId) -> set[Act]:
    ctx = Context(scene.clock.now(), scene.policy, scene.escrow.staff)
    return {found.act for found in available(scene.deal, person, ctx)}


def talking() -> Scene:
    """The client asks for all of it, the freelancer for nothing less."""
    scene = Scene()
    scene.disputed("300.00 EUR")
    scene.state_side(BINA, amount("300.00 EUR"))
    return scene


def why(scene: Scene) -> list[Called]:
    found = scene.happened(ArbitrationBegun)
    return [event.why for event in found if isinstance(event, ArbitrationBegun)]


def test_the_answer_begins_a_week_in_which_the_two_can_agree() -> None:
    scene = talking()
    talks = scene.case.negotiation
    assert talks is not None
    assert scene.case.stage is Stage.NEGOTIATION
    assert talks.window.length == 7 * DAY
    assert talks.by_both.length == 3 * DAY
    assert len(scene.happened(NegotiationBegun)) == 1
    assert scene.case.desk_clock is None


def test_the_desk_can_do_nothing_and_is_reminded_of_nothing_until_the_arbiter_is_called() -> None:
    scene = talking()
    scene.pass_time(7 * DAY - MINUTE)
    assert acts(scene, ARAM) == set()
    assert "desk-alarmed" not in scene.told(DESK)
    assert "dispute-assigned" not in scene.told(DESK)
    assert not any(n.ring for n in scene.store.notices_to(DESK))
    scene.pass_time(MINUTE)
    assert {Act.TAKE, Act.RECUSE} <= acts(scene, ARAM)
    assert scene.notice(DESK, "arbitration-begun").ring


def test_at_the_end_of_the_week_an_arbiter_is_called_by_itself_and_both_are_told() -> None:
    scene = talking()
    for person in (BINA, CARLOS):
        assert scene.told(person).count("reminded") == 0
    scene.pass_time(7 * DAY)
    assert (scene.case.stage, why(scene)) == (Stage.OPEN, [Called.TIME])
    for person in (BINA, CARLOS):
        assert scene.notice(person, "arbitration-begun").data == {"why": "time"}
        assert scene.told(person).count("reminded") == 3, "before the week was over"


def test_both_can_call_the_arbiter_at_once() -> None:
    scene = talking()
    scene.call_arbiter(CARLOS)
    assert scene.case.stage is Stage.NEGOTIATION
    assert scene.notice(BINA, "arbiter-called").data["until_at"]
    assert "arbiter-called" not in scene.told(DESK)
    with pytest.raises(NotNow, match="arbiter-called"):
        scene.call_arbiter(CARLOS)
    scene.call_arbiter(BINA)
    assert (scene.case.stage, why(scene)) == (Stage.OPEN, [Called.BOTH])


def test_a_call_that_the_other_side_does_not_agree_to_stands_and_counts_after_three_days() -> None:
    scene = talking()
    scene.pass_time(DAY)
    scene.call_arbiter(BINA)
    before = scene.told(BINA).count("reminded")
    scene.pass_time(2 * DAY - MINUTE)
    assert scene.case.stage is Stage.NEGOTIATION
    assert scene.told(BINA).count("reminded") == before, "who called waits for nothing of theirs"
    scene.pass_time(MINUTE)
    assert (scene.case.stage, why(scene)) == (Stage.OPEN, [Called.ALONE])


@pytest.mark.parametrize("by", [BINA, CARLOS])
def test_after_three_days_either_side_alone_calls_the_arbiter(by: PersonId) -> None:
    scene = talking()
    scene.pass_time(3 * DAY)
    scene.call_arbiter(by)
    assert (scene.case.stage, why(scene)) == (Stage.OPEN, [Called.ALONE])
    assert not scene.happened(ArbiterCalled)


def test_no_arbiter_is_called_by_one_side_before_the_other_has_answered() -> None:
    scene = Scene()
    scene.disputed()
    for person in (BINA, CARLOS):
        with pytest.raises(NotNow, match="dispute-wrong-stage"):
            scene.call_arbiter(person)


def test_without_an_answer_the_arbiter_is_called_and_nobody_has_lost() -> None:
    scene = Scene()
    scene.disputed("300.00 EUR")
    scene.unanswered()
    assert (scene.case.stage, why(scene)) == (Stage.OPEN, [Called.UNANSWERED])
    assert scene.case.unanswered_at == scene.clock.now()
    assert (scene.state(), scene.m.held) == (State.DISPUTED, amount("300.00 EUR"))
    assert scene.notice(CARLOS, "arbitration-begun").data == {"why": "unanswered"}
    assert "arbitration-begun" not in scene.told(BINA), "the end of the answer tells it"
    assert Act.STATE in acts(scene, BINA), "they can still be heard"


@pytest.mark.parametrize(("price", "stage"), [("49.99 EUR", Stage.OPEN), ("50.00 EUR", None)])
def test_a_small_claim_goes_to_the_arbiter_with_the_answer(price: str, stage: Stage | None) -> None:
    scene = with_policy(small_claim={"EUR": 5000})
    scene.disputed(price)
    scene.state_side(BINA)
    assert scene.case.stage is (stage or Stage.NEGOTIATION)
    assert why(scene) == ([Called.SMALL] if stage else [])


def test_a_client_who_let_the_time_to_look_pass_meets_the_arbiter_at_once() -> None:
    scene = Scene()
    scene.submitted()
    scene.pass_time(7 * DAY)
    assert scene.case.stage is Stage.OPEN
    assert scene.case.desk_clock is not None
    assert scene.case.filing is not None
    assert scene.notice(DESK, "dispute-opened").ring


def test_the_two_can_end_it_between_them_at_any_time_before_the_ruling() -> None:
    for reach in (Scene.disputed, lambda s: s.disputed() or s.answered(), _called):
        scene = Scene()
        reach(scene)
        offer = {"to_freelancer": amount("100.00 EUR"), "held": scene.m.held}
        scene.on_milestone(OfferSettlement, BINA, **offer)
        number = scene.deal.proposals[-1].number
        at: dict[str, Any] = {"deal": scene.deal_id, "milestone": 1}
        scene.do(AcceptSettlement(actor=CARLOS, proposal=number, **at))
        assert scene.state(1) is State.SPLIT
        scene = Scene()
        reach(scene)
        scene.on_milestone(TakeBackDispute, CARLOS)
        assert scene.state() is State.SUBMITTED
        scene = Scene()
        reach(scene)
        scene.on_milestone(Concede, BINA, sought=scene.m.held, held=scene.m.held)
        assert scene.state(1) is State.REFUNDED


def _called(scene: Scene) -> None:
    scene.disputed()
    scene.to_arbiter()


def test_taken_back_and_opened_anew_it_begins_with_the_answer_again() -> None:
    scene = Scene()
    _called(scene)
    scene.on_milestone(TakeBackDispute, CARLOS)
    scene.dispute(CARLOS)
    assert scene.case.stage is Stage.ANSWERING
    assert (scene.case.negotiation, scene.case.filing, scene.case.desk_clock) == (None,) * 3


def test_what_one_side_adds_the_other_may_answer_while_there_is_time() -> None:
    scene = Scene()
    _called(scene)
    scene.add_nothing(CARLOS)
    assert Act.ADD_NOTHING not in acts(scene, CARLOS)
    look = FileEvidence(actor=BINA, deal=scene.deal_id, milestone=1, words=words("look"))
    stood = {"said": len(scene.case.statements), "filed": 0}
    scene.do(look)
    assert Act.ADD_NOTHING in acts(scene, CARLOS)
    with pytest.raises(Stale):
        scene.do(AddNothing(actor=CARLOS, deal=scene.deal_id, milestone=1, **stood))
    scene.add_nothing()
    scene.do(look)
    assert scene.deal.unheard(scene.case) is None, "nobody puts a ruling off by adding once more"


def test_an_outage_gives_the_two_their_time_back() -> None:
    scene = talking()
    before = scene.case.negotiation
    assert before is not None
    scene.clock.forward(DAY)
    now = scene.clock.now()
    scene.do(ExtendClocks(actor=SYSTEM, deal=scene.deal_id, since=now - 5 * HOUR, until=now))
    after = scene.case.negotiation
    assert after is not None
    assert after.window.ends_at == before.window.ends_at + 5 * HOUR
    assert after.by_both.ends_at == before.by_both.ends_at + 5 * HOUR


@pytest.mark.parametrize("kind", [DeadlineKind.NEGOTIATION_ENDS, DeadlineKind.EVIDENCE_ENDS])
def test_no_stage_opens_before_what_the_two_did_is_heard(kind: DeadlineKind) -> None:
    assert WAITS_FOR[kind] == {Ear.PARTIES}
