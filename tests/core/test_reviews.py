"""Between a ruling and its money: three days in which it is accepted, or looked at once more."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from core.deal.context import Context, Staff
from core.deal.events import Reminded
from core.deal.milestone import State
from core.deal.model import Deal
from core.deal.ruling import Outcome, ReviewGround
from core.deal.stage import Stage
from core.deal.step import Act
from core.disputing import AcceptRuling, AskReview, FileEvidence, Recuse, SendBack, TakeOver
from core.disputing.events import DisputeAssigned, RulingExecuted, RulingMade
from core.timing import ExtendClocks, NoticeUnserved
from core.values.errors import BadInput, NotNow, NotYours, Stale
from core.values.hearing import Ear
from core.values.ids import DESK, SYSTEM, PersonId
from core.values.money import Money
from core.views import view_of
from tests.core.test_disputes import rule
from tests.kit.scene import (
    ARAM,
    BINA,
    CARLOS,
    DAY,
    FILE,
    HOUR,
    NOOR,
    REASONS,
    SAM,
    TESS,
    Scene,
    amount,
    at_once,
    with_policy,
    words,
)

SECOND = timedelta(seconds=1)
SHARE = amount("100.00 EUR")
THREE = Staff(frozenset({ARAM, SAM}), frozenset({NOOR}), frozenset({TESS}))


def decided(staff: Staff = THREE) -> Scene:
    """Aram gave a third to the freelancer, and both were told."""
    scene = Scene(staff=staff)
    scene.disputed("300.00 EUR")
    scene.heard()
    rule(scene, Outcome.SPLIT, SHARE)
    return scene


def accept(scene: Scene, by: PersonId, share: Money = SHARE) -> None:
    at: dict[str, Any] = {"deal": scene.deal_id, "milestone": 1}
    scene.do(AcceptRuling(actor=by, to_freelancer=share, **at))


def ask(scene: Scene, by: PersonId = BINA, ground: ReviewGround = ReviewGround.ARITHMETIC) -> None:
    said = words("a third of 300 is not what the reasons say")
    scene.do(AskReview(actor=by, deal=scene.deal_id, milestone=1, ground=ground, words=said))


def reviewing(by: PersonId = NOOR) -> Scene:
    """Bina asked, Carlos answered, and another arbiter has it."""
    scene = decided()
    ask(scene)
    scene.state_side(CARLOS)
    scene.take(by)
    return scene


def send_back(scene: Scene, by: PersonId = NOOR, **changes: Any) -> None:
    given: dict[str, Any] = {"held": scene.m.held, "reasons": words(REASONS)}
    at: dict[str, Any] = {"deal": scene.deal_id, "milestone": 1}
    scene.do(SendBack(actor=by, **at, **{**given, **changes}))


def _seen(scene: Scene, by: PersonId) -> tuple[Deal, PersonId, Context]:
    deal, ctx = at_once(scene.escrow.seen_by(by, scene.deal_id))
    return deal, by, ctx


# The money waits


def test_a_ruling_moves_no_money_before_its_three_days_are_over() -> None:
    scene = decided()
    scene.serve()
    scene.pass_time(3 * DAY - SECOND)
    assert (scene.state(), scene.m.held) == (State.DISPUTED, amount("300.00 EUR"))
    assert scene.deal.transfers == ()
    scene.pass_time(SECOND)
    m = scene.deal.milestone(1)
    assert (m.state, m.released, m.refunded) == (State.SPLIT, SHARE, amount("200.00 EUR"))
    assert list(scene.happened(RulingExecuted)) == [RulingExecuted(1, accepted=False)]
    scene.assert_books_balance()


def test_who_has_not_accepted_is_reminded_by_the_ladder_while_a_review_can_be_asked_for() -> None:
    scene = decided()
    scene.serve()
    accept(scene, CARLOS)
    ends = scene.clock.now() + 3 * DAY
    for due in (ends - 1.5 * DAY, ends - DAY, ends - timedelta(hours=2)):
        before = len(scene.happened(Reminded))
        scene.pass_time(due - scene.clock.now() - SECOND)
        assert len(scene.happened(Reminded)) == before
        scene.pass_time(SECOND)
        told = list(scene.happened(Reminded))[before:]
        assert told == [Reminded(f"ruling-final:1:{BINA}", 1, BINA, ends)]
    scene.pass_time(timedelta(hours=2))
    assert scene.state() is State.SPLIT


def test_with_no_time_for_a_review_a_ruling_is_carried_out_at_once() -> None:
    scene = with_policy(ruling_review=timedelta(0))
    scene.disputed("300.00 EUR")
    scene.heard()
    rule(scene, Outcome.SPLIT, SHARE)
    assert (scene.state(1), scene.deal.disputes[0].stage) == (State.SPLIT, Stage.RULED)
    assert not scene.happened(RulingExecuted)


def test_a_ruling_waits_until_telling_it_was_tried_and_no_longer() -> None:
    scene = decided()
    scene.pass_time(5 * DAY)
    assert scene.state() is State.DISPUTED, "nobody was told of it"
    opened = scene.case.final_by
    assert opened is not None
    at: dict[str, Any] = {"actor": SYSTEM, "deal": scene.deal_id, "milestone": 1}
    scene.do(NoticeUnserved(**at, opened_at=opened.opened_at))
    scene.pass_time(DAY)
    assert scene.state(1) is State.SPLIT, "nobody gains by hiding"


def test_a_notice_of_another_window_is_no_attempt_to_tell_the_ruling() -> None:
    scene = decided()
    at: dict[str, Any] = {"actor": SYSTEM, "deal": scene.deal_id, "milestone": 1}
    scene.do(NoticeUnserved(**at, opened_at=scene.clock.now() - HOUR))
    scene.pass_time(3 * DAY)
    assert scene.state() is State.DISPUTED


def test_both_accept_and_it_is_carried_out_at_once() -> None:
    scene = decided()
    accept(scene, BINA)
    assert scene.state() is State.DISPUTED
    assert scene.told(CARLOS)[-1] == "ruling-accepted"
    accept(scene, CARLOS)
    assert scene.state(1) is State.SPLIT
    assert "ruling-accepted" not in scene.told(BINA), "carrying it out tells it"
    assert scene.notice(BINA, "ruling-executed").data == {"accepted": True}
    scene.assert_books_balance()


def test_what_is_accepted_is_the_ruling_that_was_shown_once_and_by_a_party() -> None:
    scene = decided()
    with pytest.raises(Stale):
        accept(scene, BINA, amount("100.01 EUR"))
    for stranger in (SAM, ARAM):
        with pytest.raises(NotYours, match="stranger"):
            accept(scene, stranger)
    accept(scene, BINA)
    with pytest.raises(NotNow, match="ruling-accepted"):
        accept(scene, BINA)
    assert scene.state() is State.DISPUTED
    with pytest.raises(NotNow, match="ruling-accepted"):
        ask(scene, BINA)
    ask(scene, CARLOS)
    assert scene.case.accepted == (), "a review leaves nothing accepted"


def test_while_it_waits_nobody_adds_to_the_case_and_nobody_rules_on_it() -> None:
    scene = decided()
    at: dict[str, Any] = {"deal": scene.deal_id, "milestone": 1}
    for late in (
        FileEvidence(actor=BINA, files=(FILE,), **at),
        TakeOver(actor=NOOR, **at),
        Recuse(actor=SAM, **at),
    ):
        with pytest.raises(NotNow, match="dispute-wrong-stage"):
            scene.do(late)
    with pytest.raises(NotNow, match="dispute-wrong-stage"):
        scene.state_side(BINA)
    with pytest.raises(NotNow, match="dispute-wrong-stage"):
        rule(scene, Outcome.REFUND)
    with pytest.raises(NotNow, match="wrong-state"):
        scene.approve()


# The one review


@pytest.mark.parametrize("by", [BINA, CARLOS])
@pytest.mark.parametrize("ground", ReviewGround)
def test_either_side_asks_whoever_it_favours_and_the_money_stays(
    by: PersonId, ground: ReviewGround
) -> None:
    scene = decided()
    scene.serve()
    scene.pass_time(3 * DAY - SECOND)
    ask(scene, by, ground)
    other = CARLOS if by == BINA else BINA
    assert scene.notice(other, "review-asked").data == {"person": by, "why": ground.value}
    assert "review-asked" in scene.told(DESK)
    scene.pass_time(30 * DAY)
    assert (scene.state(), scene.m.held) == (State.DISPUTED, amount("300.00 EUR"))


def test_a_second_after_its_time_no_review_is_asked_for() -> None:
    scene = decided()
    scene.serve()
    scene.clock.forward(3 * DAY)
    with pytest.raises(NotNow, match="dispute-wrong-stage"):
        ask(scene)
    assert scene.state(1) is State.SPLIT


def test_who_ruled_never_reviews_it_not_even_by_lot() -> None:
    scene = decided()
    ask(scene)
    with pytest.raises(NotYours, match="conflict-ruled"):
        scene.take(ARAM)
    scene.do(Recuse(actor=NOOR, deal=scene.deal_id, milestone=1))
    scene.pass_time(12 * HOUR)
    assert scene.case.arbiter == SAM
    scene.pass_time(20 * DAY)
    assert scene.case.arbiter == SAM, "there is nobody else, only the alarm"
    assert "desk-alarmed" in scene.told(DESK)


def test_a_desk_with_nobody_else_says_beforehand_that_it_can_not_review() -> None:
    scene = decided(Staff(frozenset({ARAM}), frozenset(), frozenset({TESS})))
    assert scene.case.ruling is not None
    assert not scene.case.ruling.reviewable
    with pytest.raises(NotNow, match="no-reviewer"):
        ask(scene)
    view = view_of(*_seen(scene, BINA))
    assert not view.may(Act.ASK_REVIEW)
    assert view.may(Act.ACCEPT_RULING)
    assert decided().case.ruling is not None


def test_nothing_is_reviewed_before_the_other_side_answered_or_had_its_time() -> None:
    scene = decided()
    ask(scene, CARLOS)
    scene.take(NOOR)
    with pytest.raises(NotNow, match="not-heard") as no:
        rule(scene, Outcome.REFUND, actor=NOOR)
    assert no.value.data["role"] == "freelancer"
    with pytest.raises(NotNow, match="not-heard"):
        send_back(scene)
    scene.pass_time(2 * DAY)
    assert scene.told(BINA)[-1] == "answer-overdue"
    rule(scene, Outcome.REFUND, actor=NOOR)
    assert scene.state(1) is State.REFUNDED


def test_an_upheld_ruling_is_carried_out_at_once_with_the_reasons_of_both() -> None:
    scene = reviewing()
    rule(scene, Outcome.SPLIT, SHARE, actor=NOOR)
    case = scene.deal.disputes[0]
    assert (scene.state(1), case.stage) == (State.SPLIT, Stage.RULED)
    assert case.ruling is not None
    assert [(r.by, r.to_freelancer) for r in (*case.overturned, case.ruling)] == [
        (ARAM, SHARE), (NOOR, SHARE),
    ]  # fmt: skip
    made = scene.happened(RulingMade)[-1]
    assert isinstance(made, RulingMade)
    assert (made.review, made.final) == ("upheld", True)
    scene.assert_books_balance()


def test_a_changed_ruling_goes_in_the_place_of_the_first() -> None:
    scene = reviewing()
    rule(scene, Outcome.RELEASE, actor=NOOR)
    assert (scene.state(1), scene.deal.milestone(1).refunded) == (State.RELEASED, Money(0, "EUR"))
    made = scene.happened(RulingMade)[-1]
    assert isinstance(made, RulingMade)
    assert made.review == "changed"


def test_what_is_sent_back_is_ruled_anew_by_another_and_that_is_final() -> None:
    scene = reviewing()
    with pytest.raises(BadInput, match="reasons-too-short"):
        send_back(scene, reasons=words("no"))
    with pytest.raises(Stale):
        send_back(scene, held=SHARE)
    send_back(scene)
    assert (scene.case.stage, scene.case.arbiter, scene.case.ruling) == (Stage.OPEN, None, None)
    assert (scene.case.challenge_by, scene.case.outside) == (None, False), "nobody has it"
    assert scene.case.sent_back is not None
    assert (scene.case.sent_back.by, str(scene.case.sent_back.reasons)) == (NOOR, REASONS)
    for person in (BINA, CARLOS, DESK):
        assert scene.told(person)[-1] == "ruling-sent-back"
    with pytest.raises(NotYours, match="conflict-ruled"):
        scene.take(ARAM)
    scene.take(SAM)
    rule(scene, Outcome.REFUND, actor=SAM)
    assert scene.state(1) is State.REFUNDED, "there is one review only"
    scene.assert_books_balance()


def test_only_who_reviews_it_sends_it_back() -> None:
    scene = reviewing()
    for other in (ARAM, SAM):
        with pytest.raises(NotYours, match="not-your-case"):
            send_back(scene, other)
    with pytest.raises(NotYours, match="not-on-the-list"):
        send_back(scene, BINA)
    first = Scene()
    first.disputed()
    first.heard()
    with pytest.raises(NotNow, match="dispute-wrong-stage"):
        send_back(first, ARAM)


def test_an_overdue_review_goes_to_another_by_lot_and_never_becomes_a_default() -> None:
    scene = reviewing(SAM)
    scene.pass_time(7 * DAY - SECOND)
    assert scene.case.arbiter == SAM
    scene.pass_time(SECOND)
    assert scene.case.arbiter == NOOR
    assert scene.happened(DisputeAssigned)
    scene.pass_time(60 * DAY)
    assert scene.state() is State.DISPUTED


def test_evidence_that_is_new_can_be_filed_while_it_is_reviewed() -> None:
    scene = decided()
    ask(scene, BINA, ReviewGround.EVIDENCE)
    scene.do(FileEvidence(actor=BINA, deal=scene.deal_id, milestone=1, files=(FILE,)))
    assert len(scene.case.evidence) == 1


def test_time_in_which_nobody_was_heard_is_given_back_to_both_clocks() -> None:
    scene = decided()
    lost: dict[str, Any] = {"actor": SYSTEM, "deal": scene.deal_id, "ear": Ear.PARTIES}
    first = scene.case.final_by
    assert first is not None
    now = scene.clock.now()
    scene.do(ExtendClocks(since=now, until=now + 5 * HOUR, **lost))
    assert scene.case.final_by is not None
    assert scene.case.final_by.ends_at == first.ends_at + 5 * HOUR
    ask(scene)
    assert scene.case.review is not None
    ends = scene.case.review.answer_by.ends_at
    scene.do(ExtendClocks(since=now, until=now + 5 * HOUR, **lost))
    assert scene.case.review.answer_by.ends_at == ends + 5 * HOUR
