"""Money held milestone by milestone, the work, its revisions, and every way it may end."""

from datetime import timedelta
from typing import Any

import pytest

from core.deal.diary import whole
from core.deal.events import MoneySettled
from core.deal.milestone import State
from core.deal.model import DealState
from core.deal.points import Item, ItemKind
from core.drafting import SetRules
from core.inviting import ClaimInvite, ConfirmClaimant
from core.ledger import FEE
from core.paying import (
    AcceptShortfall,
    AskShortfall,
    CancelFunding,
    ClaimPaid,
    ConfirmTransfer,
    DepositReceived,
    DropRest,
    FailTransfer,
    GoOn,
    MilestoneFunded,
    RejectClaim,
)
from core.talking import Say, WriteDiary
from core.timing import ExtendClocks, NoticeServed, NoticeUnserved
from core.values.errors import BadInput, NotNow, NotYours, Stale
from core.values.ids import RAIL, PersonId
from core.values.money import Money
from core.values.policy import OnSilence
from core.working import (
    ApproveMilestone,
    CancelLate,
    ObjectToCancel,
    ReleasePart,
    RequestChanges,
    SubmitWork,
    TakeBackCancel,
    TakeBackSubmission,
    WithdrawWork,
)
from tests.kit.scene import (
    ARAM,
    BINA,
    BOTH,
    CARLOS,
    DAY,
    FILE,
    HOUR,
    SAM,
    TESS,
    Scene,
    amount,
    with_policy,
    words,
    zero,
)

PREFERENCE = Item(ItemKind.PREFERENCE, words("greener"))
DEFECT = Item(ItemKind.DEFECT, words("two concepts, not three"), 0)
RELEASE = SetRules(on_silence=OnSilence.RELEASE)


def manual() -> Scene:
    return with_policy(rails=BOTH, four_eyes_threshold={"EUR": 100000})


def claim_paid(scene: Scene) -> None:
    scene.on_milestone(ClaimPaid, CARLOS, payer=words("Carlos"), paid_on="today")


# Paying


def test_the_first_deposit_secures_the_deal_and_starts_the_work() -> None:
    scene = Scene()
    scene.funded("300.00 EUR")
    assert (scene.deal.state, scene.state()) == (DealState.ACTIVE, State.IN_PROGRESS)
    assert scene.m.held == amount("300.00 EUR")
    assert scene.m.due_at == scene.clock.now() + 5 * DAY
    assert "milestone-funded" in scene.told(BINA)
    scene.assert_books_balance()


def test_claimed_and_confirmed_are_never_confused() -> None:
    scene = manual()
    scene.agreed("300.00 EUR")
    claim_paid(scene)
    assert scene.state() is State.FUNDING
    assert scene.m.held == zero()
    assert scene.notice(PersonId(-2), "payment-claimed").milestone == 1
    scene.pay(rail="manual", actor=TESS)
    assert scene.state() is State.IN_PROGRESS
    assert scene.m.deposits[0].confirmed_by == TESS


def test_a_claim_stops_the_funding_clock_until_a_treasurer_answers() -> None:
    scene = manual()
    scene.agreed("300.00 EUR")
    scene.pass_time(6 * DAY)
    claim_paid(scene)
    scene.pass_time(DAY - HOUR)
    assert "desk-alarmed" not in scene.told(PersonId(-2))
    scene.pass_time(9 * DAY + HOUR)
    assert scene.state() is State.FUNDING
    assert scene.told(PersonId(-2)).count("desk-alarmed") == 10
    with pytest.raises(NotNow, match="claim-unanswered"):
        scene.on_milestone(CancelFunding, BINA)
    scene.on_milestone(RejectClaim, TESS)
    assert "claim-rejected" in scene.told(CARLOS)
    scene.pass_time(2 * DAY)
    assert scene.deal.state is DealState.CANCELLED


@pytest.mark.parametrize(("asked_after", "left"), [(2 * DAY, 5 * DAY), (7 * DAY - HOUR, DAY)])
def test_a_rejected_claim_leaves_what_the_clock_had_and_a_day_at_least(
    asked_after: timedelta, left: timedelta
) -> None:
    scene = manual()
    scene.agreed("300.00 EUR")
    scene.pass_time(asked_after)
    claim_paid(scene)
    scene.pass_time(10 * DAY)
    scene.on_milestone(RejectClaim, TESS)
    assert scene.m.window is not None
    assert scene.m.window.ends_at - scene.clock.now() == left


def test_a_different_amount_answers_the_claim_and_the_clock_goes_on() -> None:
    scene = manual()
    scene.agreed("300.00 EUR")
    scene.pass_time(2 * DAY)
    claim_paid(scene)
    scene.pay(amount("200.00 EUR"), rail="manual", actor=TESS)
    assert (scene.m.claim, scene.m.waiting) == (None, amount("200.00 EUR"))
    assert scene.m.window is not None
    assert scene.m.window.ends_at - scene.clock.now() == 5 * DAY
    with pytest.raises(NotNow, match="other-rail"):
        scene.pay(amount("100.00 EUR"), rail="play")


def test_only_a_treasurer_or_the_rail_confirms_money() -> None:
    scene = manual()
    scene.agreed("300.00 EUR")
    for actor in (BINA, CARLOS, ARAM, SAM):
        with pytest.raises(NotYours):
            scene.pay(actor=actor)


def test_a_short_deposit_starts_nothing_and_the_rest_completes_it() -> None:
    scene = Scene()
    scene.agreed("300.00 EUR")
    scene.pay(amount("296.50 EUR"))
    assert scene.state() is State.FUNDING
    assert scene.m.missing == amount("3.50 EUR")
    assert "deposit-short" in scene.told(CARLOS)
    scene.pay(amount("3.50 EUR"))
    assert scene.m.held == amount("300.00 EUR")
    scene.assert_books_balance()


def test_the_freelancer_may_accept_the_shortfall() -> None:
    scene = Scene()
    scene.agreed("300.00 EUR")
    scene.pay(amount("296.50 EUR"))
    scene.on_milestone(AskShortfall, CARLOS)
    with pytest.raises(Stale):
        scene.on_milestone(AcceptShortfall, BINA, amount=amount("300.00 EUR"))
    scene.on_milestone(AcceptShortfall, BINA, amount=amount("296.50 EUR"))
    assert (scene.state(), scene.m.amount) == (State.IN_PROGRESS, amount("296.50 EUR"))
    [funded] = scene.happened(MilestoneFunded)
    assert isinstance(funded, MilestoneFunded)
    assert funded.reduced
    scene.assert_books_balance()


def test_nobody_accepts_less_while_the_rest_may_have_arrived() -> None:
    scene = manual()
    scene.agreed("300.00 EUR")
    scene.pay(amount("200.00 EUR"), rail="manual", actor=TESS)
    scene.on_milestone(AskShortfall, CARLOS)
    claim_paid(scene)
    with pytest.raises(NotNow, match="not-asked"):
        scene.on_milestone(AcceptShortfall, BINA, amount=amount("200.00 EUR"))
    scene.on_milestone(RejectClaim, TESS)
    scene.on_milestone(AcceptShortfall, BINA, amount=amount("200.00 EUR"))


def test_more_money_withdraws_the_question_whether_less_is_enough() -> None:
    scene = Scene()
    scene.agreed("300.00 EUR")
    scene.pay(amount("200.00 EUR"))
    scene.on_milestone(AskShortfall, CARLOS)
    with pytest.raises(NotNow, match="already-asked"):
        scene.on_milestone(AskShortfall, CARLOS)
    scene.pay(amount("50.00 EUR"))
    with pytest.raises(NotNow, match="not-asked"):
        scene.on_milestone(AcceptShortfall, BINA, amount=amount("250.00 EUR"))
    scene.on_milestone(AskShortfall, CARLOS)


def test_an_excess_never_enters_the_hold_and_goes_back_to_its_source() -> None:
    scene = Scene()
    scene.agreed("300.00 EUR")
    scene.pay(amount("310.00 EUR"))
    assert scene.m.held == amount("300.00 EUR")
    [refund] = scene.deal.transfers
    assert (refund.person, refund.amount) == (CARLOS, amount("10.00 EUR"))
    assert refund.source == "Carlos, DE89 3704"
    scene.assert_books_balance()


def test_the_same_deposit_twice_counts_once() -> None:
    scene = Scene()
    scene.agreed("300.00 EUR")
    scene.pay(amount("100.00 EUR"), external="bank-1")
    scene.pay(amount("100.00 EUR"), external="bank-1")
    assert scene.m.waiting == amount("100.00 EUR")
    assert len(scene.happened(DepositReceived)) == 1


def test_a_deposit_that_is_booked_cannot_be_another_amount() -> None:
    scene = Scene()
    scene.agreed("300.00 EUR")
    scene.pay(amount("100.00 EUR"), external="bank-1")
    with pytest.raises(NotNow, match="deposit-used-elsewhere"):
        scene.pay(amount("200.00 EUR"), external="bank-1")
    assert scene.m.waiting == amount("100.00 EUR")


def test_a_deposit_of_another_deal_is_refused_here() -> None:
    scene = Scene()
    scene.agreed("300.00 EUR")
    scene.pay(amount("100.00 EUR"), external="bank-1")
    scene.invited("50.00 EUR")
    scene.do(
        ClaimInvite(
            actor=CARLOS,
            deal=scene.deal_id,
            proof="t" * 64,
            fingerprint=scene.deal.offers[0].fingerprint,
        )
    )
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    with pytest.raises(NotNow, match="deposit-used-elsewhere"):
        scene.pay(amount("50.00 EUR"), external="bank-1")


def test_a_deposit_after_expiry_revives_nothing_and_is_owed_back() -> None:
    scene = Scene()
    scene.agreed("300.00 EUR")
    scene.pass_time(8 * DAY)
    assert scene.deal.state is DealState.CANCELLED
    scene.pay(amount("300.00 EUR"), milestone=1)
    assert scene.deal.state is DealState.CANCELLED
    assert scene.balance("suspense:play") == 0
    assert scene.deal.transfers[0].amount == amount("300.00 EUR")
    assert scene.balance(f"clearing:refund:{scene.deal_id}-1") == 30000


def test_when_the_first_milestone_is_never_funded_the_whole_deal_ends_with_it() -> None:
    for cancelled in (True, False):
        scene = Scene()
        scene.agreed("100.00 EUR", "200.00 EUR", "300.00 EUR")
        if cancelled:
            scene.on_milestone(CancelFunding, BINA)
        else:
            scene.pass_time(8 * DAY)
        assert [m.state for m in scene.deal.milestones] == [State.VOID] * 3
        assert (scene.deal.state, scene.deal.ended_why) == (DealState.CANCELLED, "unfunded")


def test_part_of_the_money_buys_three_more_days_once() -> None:
    scene = Scene()
    scene.agreed("300.00 EUR")
    scene.pay(amount("100.00 EUR"))
    scene.pass_time(9 * DAY)
    assert scene.state() is State.FUNDING
    scene.pass_time(2 * DAY)
    assert scene.deal.state is DealState.CANCELLED
    assert scene.deal.transfers[0].amount == amount("100.00 EUR")
    scene.assert_books_balance()


def test_a_rejected_claim_does_not_buy_the_three_more_days_again() -> None:
    scene = manual()
    scene.agreed("300.00 EUR")
    scene.pay(amount("100.00 EUR"), rail="manual", actor=TESS)
    scene.pass_time(8 * DAY)
    claim_paid(scene)
    scene.on_milestone(RejectClaim, TESS)
    scene.pass_time(2 * DAY + HOUR)
    assert scene.deal.state is DealState.CANCELLED


# Working


def test_a_submission_needs_a_file_or_link_and_a_word_on_each_criterion() -> None:
    scene = Scene()
    scene.funded()
    with pytest.raises(BadInput, match="submission-empty"):
        scene.on_milestone(SubmitWork, BINA, notes=(words("x"), words("y")))
    with pytest.raises(BadInput, match="submission-notes"):
        scene.on_milestone(SubmitWork, BINA, files=(FILE,), notes=(words("x"),))
    notes = (words("x"), words("y"))
    with pytest.raises(BadInput, match="too-many-files"):
        scene.on_milestone(SubmitWork, BINA, files=(FILE,) * 21, notes=notes)
    scene.on_milestone(SubmitWork, BINA, links=(words("https://a.example"),), notes=notes)
    scene.request_changes(DEFECT, PREFERENCE)
    with pytest.raises(BadInput, match="submission-answers"):
        scene.on_milestone(
            SubmitWork, BINA, files=(FILE,), notes=notes, answers=(words("one of two"),)
        )


def test_approval_releases_exactly_what_was_shown() -> None:
    scene = Scene()
    scene.submitted("300.00 EUR")
    m = scene.m
    for submission, price in ((1, "299.00 EUR"), (2, "300.00 EUR")):
        wrong = {"submission": submission, "amount": amount(price)}
        with pytest.raises(Stale):
            scene.on_milestone(ApproveMilestone, CARLOS, **wrong)
    scene.approve()
    assert scene.deal.state is DealState.COMPLETED
    assert scene.deal.milestones[0].released == amount("300.00 EUR")
    assert scene.balance(f"payable:{BINA}") == 30000
    with pytest.raises(NotNow):
        scene.do(
            ApproveMilestone(
                actor=CARLOS,
                deal=scene.deal_id,
                milestone=1,
                seen=m.seen,
                submission=1,
                amount=m.held,
            )
        )
    assert len(scene.happened(MoneySettled)) == 1


def test_an_old_button_is_stale_and_does_nothing_else() -> None:
    scene = Scene()
    scene.submitted()
    old = scene.m.seen
    scene.request_changes(DEFECT)
    scene.submit()
    with pytest.raises(Stale):
        scene.do(
            ApproveMilestone(
                actor=CARLOS,
                deal=scene.deal_id,
                milestone=1,
                seen=old,
                submission=1,
                amount=amount("300.00 EUR"),
            )
        )


def test_the_freelancer_can_not_approve_their_own_work() -> None:
    scene = Scene()
    scene.submitted()
    with pytest.raises(NotYours, match="other-side"):
        scene.on_milestone(ApproveMilestone, BINA, submission=1, amount=scene.m.held)


def test_defects_are_free_and_preferences_use_the_agreed_rounds() -> None:
    scene = Scene()
    scene.submitted()
    for _ in range(2):
        scene.request_changes(DEFECT, PREFERENCE)
        scene.submit()
    with pytest.raises(NotNow, match="rounds-used"):
        scene.request_changes(PREFERENCE)
    for _ in range(3):
        scene.request_changes(DEFECT)
        scene.submit()
    assert scene.m.rounds_used == 2
    assert scene.m.submissions[-1].number == 6


def test_a_later_review_has_the_window_that_was_agreed_for_it() -> None:
    scene = Scene()
    for days in (7, 5):
        scene.submit() if days == 5 else scene.submitted()
        assert scene.m.window is not None
        assert scene.m.window.length == timedelta(days=days)
        scene.request_changes(DEFECT)


def test_a_defect_names_its_criterion_and_points_are_not_without_number() -> None:
    scene = Scene()
    scene.submitted()
    with pytest.raises(BadInput, match="point-needs-criterion"):
        scene.request_changes(Item(ItemKind.DEFECT, words("bad"), 2))
    with pytest.raises(BadInput, match="too-many-points"):
        scene.request_changes(*[DEFECT] * 51)


def test_a_round_has_at_least_three_days_and_at_most_a_year() -> None:
    scene = Scene()
    scene.submitted()
    for due, why in ((3 * DAY - HOUR, "round-too-short"), (367 * DAY, "duration-out-of-range")):
        with pytest.raises(BadInput, match=why):
            scene.on_milestone(RequestChanges, CARLOS, items=(DEFECT,), due=due)
    scene.on_milestone(RequestChanges, CARLOS, items=(DEFECT,), due=10 * DAY)
    assert scene.m.window is not None
    assert scene.m.window.length == 10 * DAY
    assert scene.m.rounds[-1].due_at == scene.m.window.ends_at


def test_a_submission_taken_back_counts_as_never_made() -> None:
    scene = Scene()
    scene.funded()
    window = scene.m.window
    scene.submit()
    scene.on_milestone(TakeBackSubmission, BINA)
    assert (scene.state(), scene.m.window, scene.m.submissions) == (State.IN_PROGRESS, window, ())
    scene.submit()
    scene.request_changes(DEFECT)
    scene.submit()
    scene.on_milestone(TakeBackSubmission, BINA)
    assert scene.state() is State.REVISING
    scene.submit()
    assert [s.number for s in scene.m.submissions] == [2, 4], "no number is used again"
    scene.pass_time(HOUR)
    with pytest.raises(NotNow, match="take-back-late"):
        scene.on_milestone(TakeBackSubmission, BINA)


def test_a_part_is_never_released_before_a_submission_nor_the_whole_as_a_part() -> None:
    scene = Scene()
    scene.funded("300.00 EUR")
    with pytest.raises(NotNow):
        scene.on_milestone(ReleasePart, CARLOS, amount=amount("1.00 EUR"))
    scene.submit()
    for wrong in (amount("300.00 EUR"), zero(), Money(-1, "EUR"), zero("USD")):
        with pytest.raises(BadInput, match="part-out-of-range"):
            scene.on_milestone(ReleasePart, CARLOS, amount=wrong)
    scene.on_milestone(ReleasePart, CARLOS, amount=amount("100.00 EUR"))
    assert (scene.state(), scene.m.held) == (State.SUBMITTED, amount("200.00 EUR"))
    scene.approve()
    assert scene.balance(f"payable:{BINA}") == 30000
    scene.assert_books_balance()


def test_a_submission_of_which_a_part_was_released_is_not_taken_back() -> None:
    scene = Scene()
    scene.submitted("300.00 EUR")
    scene.on_milestone(ReleasePart, CARLOS, amount=amount("100.00 EUR"))
    with pytest.raises(NotNow, match="take-back-late"):
        scene.on_milestone(TakeBackSubmission, BINA)


def test_the_fee_is_taken_on_release_alone() -> None:
    scene = with_policy(fee_bps=333)
    scene.submitted("10.01 EUR", "10.00 EUR")
    scene.approve()
    assert scene.deal.milestones[0].fee == amount("0.33 EUR")
    assert scene.deal.milestones[0].released == amount("9.68 EUR")
    assert (scene.balance(FEE), scene.balance(f"payable:{BINA}")) == (33, 968)
    scene.pay()
    scene.on_milestone(WithdrawWork, BINA, amount=scene.m.held)
    assert scene.deal.milestones[1].fee == zero()
    assert scene.deal.milestones[1].refunded == amount("10.00 EUR")
    assert scene.deal.state is DealState.COMPLETED
    scene.assert_books_balance()


def test_milestones_are_funded_in_sequence() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR", "200.00 EUR")
    assert scene.state(2) is State.PLANNED
    scene.approve()
    assert scene.state(2) is State.FUNDING
    assert "milestone-opened" not in scene.told(CARLOS), "the card of who approved calls for it"


def test_after_a_withdrawal_the_rest_may_be_dropped_and_drops_by_itself() -> None:
    for silent in (True, False):
        scene = Scene()
        scene.funded("100.00 EUR", "200.00 EUR", "300.00 EUR")
        with pytest.raises(Stale):
            scene.on_milestone(WithdrawWork, BINA, amount=amount("99.00 EUR"))
        with pytest.raises(NotNow, match="not-its-turn"):
            scene.do(DropRest(actor=BINA, deal=scene.deal_id, milestone=2, seen=1))
        scene.on_milestone(WithdrawWork, BINA, amount=scene.m.held)
        with pytest.raises(NotNow):
            scene.on_milestone(GoOn, CARLOS)
        if silent:
            scene.pass_time(7 * DAY - HOUR)
            assert scene.state(2) is State.PLANNED
            scene.pass_time(HOUR)
        else:
            scene.on_milestone(DropRest, BINA)
        assert [m.state for m in scene.deal.milestones] == [State.REFUNDED, State.VOID, State.VOID]
        assert scene.deal.state is DealState.CANCELLED


# Silence


def test_silence_after_a_submission_calls_the_arbiter_by_default() -> None:
    scene = Scene()
    scene.submitted()
    scene.serve()
    scene.pass_time(8 * DAY)
    assert scene.state() is State.DISPUTED
    assert scene.case.cause.value == "silence"
    assert scene.m.held == amount("300.00 EUR")


def test_silence_releases_only_where_agreed_and_the_notice_was_served() -> None:
    scene = Scene()
    scene.submitted("300.00 EUR", rules=RELEASE)
    scene.serve()
    scene.pass_time(7 * DAY)
    assert scene.state(1) is State.RELEASED


def test_an_unserved_notice_gives_the_window_once_more_and_then_the_arbiter() -> None:
    scene = Scene()
    scene.submitted("300.00 EUR", rules=RELEASE)
    for _ in range(3):
        scene.fail_to_serve()
        scene.pass_time(DAY)
    assert scene.told(CARLOS).count("work-submitted") == 3
    assert scene.told(BINA).count("window-unserved") == 1
    scene.pass_time(5 * DAY)
    assert scene.state() is State.SUBMITTED
    assert scene.m.window is not None
    assert scene.m.window.turn == 2
    scene.pass_time(8 * DAY)
    assert scene.state() is State.DISPUTED
    assert scene.case.cause.value == "unserved"


def test_a_notice_served_late_gives_the_whole_window_from_then() -> None:
    scene = Scene()
    scene.submitted("300.00 EUR", rules=RELEASE)
    scene.fail_to_serve()
    scene.pass_time(DAY)
    scene.serve()
    assert scene.m.window is not None
    assert scene.m.window.ends_at == scene.clock.now() + 7 * DAY


def test_a_notice_of_an_earlier_window_serves_no_later_one() -> None:
    scene = Scene()
    scene.submitted("300.00 EUR", rules=RELEASE)
    first = scene.m.window
    assert first is not None
    scene.pass_time(7 * DAY)
    again = scene.m.window
    assert again is not None
    assert again.turn == 2
    late = NoticeServed(
        actor=PersonId(0), deal=scene.deal_id, milestone=1, opened_at=first.opened_at
    )
    scene.do(late)
    assert scene.m.window == again
    scene.pass_time(7 * DAY)
    assert scene.state() is State.DISPUTED


def test_blocking_the_bot_after_the_notice_was_served_changes_nothing() -> None:
    scene = Scene()
    scene.submitted("300.00 EUR", rules=RELEASE)
    scene.serve()
    scene.fail_to_serve()
    scene.pass_time(7 * DAY)
    assert scene.state(1) is State.RELEASED


def test_late_work_may_be_cancelled_after_the_grace_unless_somebody_objects() -> None:
    scene = Scene()
    scene.funded()
    scene.pass_time(5 * DAY + 23 * HOUR)
    with pytest.raises(NotNow, match="not-late"):
        scene.on_milestone(CancelLate, CARLOS)
    scene.pass_time(2 * HOUR)
    clock = scene.m.window
    scene.on_milestone(CancelLate, CARLOS)
    assert scene.state() is State.CANCELLING
    scene.on_milestone(TakeBackCancel, CARLOS)
    assert (scene.state(), scene.m.window) == (State.IN_PROGRESS, clock)
    scene.on_milestone(CancelLate, CARLOS)
    scene.serve()
    scene.pass_time(2 * DAY)
    assert scene.state(1) is State.REFUNDED
    scene.assert_books_balance()


def test_a_late_cancel_whose_notice_was_never_served_moves_no_money() -> None:
    scene = Scene()
    scene.funded()
    scene.pass_time(7 * DAY)
    scene.on_milestone(CancelLate, CARLOS)
    scene.pass_time(2 * DAY)
    assert scene.state() is State.CANCELLING
    scene.pass_time(2 * DAY)
    assert scene.state() is State.DISPUTED
    assert scene.m.held == amount("300.00 EUR")


def test_a_dormant_deal_whose_notice_was_never_served_meets_the_arbiter() -> None:
    scene = Scene()
    scene.funded()
    scene.pass_time(timedelta(days=5 + 14 + 7 + 8))
    assert scene.state() is State.DISPUTED
    assert scene.case.cause.value == "unserved"


def test_a_notice_of_dormancy_that_did_not_arrive_is_tried_again_a_day_later() -> None:
    scene = Scene()
    scene.funded()
    scene.pass_time(19 * DAY)
    for attempts in (1, 2, 3):
        assert scene.told(BINA).count("dormancy-noticed") == attempts
        scene.fail_to_serve()
        scene.pass_time(DAY)
    assert scene.told(BINA).count("dormancy-noticed") == 3
    assert scene.told(CARLOS).count("window-unserved") == 1


@pytest.mark.parametrize("answer", ["object", "submit"])
def test_who_objects_to_a_late_cancel_meets_the_arbiter(answer: str) -> None:
    scene = Scene()
    scene.funded()
    scene.pass_time(7 * DAY)
    scene.on_milestone(CancelLate, CARLOS)
    if answer == "object":
        scene.on_milestone(ObjectToCancel, BINA, words=words("I wrote to you"))
    else:
        scene.submit()
    assert scene.state() is State.DISPUTED
    assert scene.case.cause.value == "objected"


def test_a_dormant_deal_ends_by_itself_unless_somebody_stirs() -> None:
    scene = Scene()
    scene.funded()
    scene.pass_time(20 * DAY)
    assert scene.told(BINA)[-1] == "dormancy-noticed"
    scene.do(Say(actor=BINA, deal=scene.deal_id, words=words("still here")))
    assert not scene.m.dormancy
    scene.pass_time(15 * DAY)
    scene.serve()
    scene.pass_time(7 * DAY)
    assert scene.state(1) is State.REFUNDED
    assert scene.deal.state is DealState.CANCELLED


def test_an_abandoned_revision_meets_the_arbiter() -> None:
    scene = Scene()
    scene.submitted()
    scene.request_changes(DEFECT)
    scene.pass_time(timedelta(days=17, hours=1))
    assert scene.state() is State.DISPUTED
    assert scene.case.cause.value == "abandoned"


def test_reminders_come_before_a_deadline_and_coalesce() -> None:
    scene = Scene()
    scene.agreed()
    scene.pass_time(6 * DAY + 23 * HOUR)
    assert scene.told(CARLOS).count("reminded") == 3
    late = Scene()
    late.agreed()
    late.clock.forward(6 * DAY + 23 * HOUR)
    late.pass_time(timedelta(0))
    assert late.told(CARLOS).count("reminded") == 1


def test_each_round_that_falls_due_is_told() -> None:
    scene = Scene()
    scene.submitted()
    for round_ in (1, 2):
        scene.request_changes(DEFECT)
        before = scene.told(BINA).count("reminded")
        scene.pass_time(3 * DAY - HOUR)
        early = scene.told(BINA).count("reminded")
        assert early > before, "half of it, a day, two hours before"
        scene.pass_time(2 * HOUR)
        assert scene.told(BINA).count("reminded") == early + 1, f"round {round_} fell due"
        scene.pass_time(2 * DAY)
        assert scene.told(BINA).count("reminded") == early + 1, "once"
        scene.submit()


def test_after_an_outage_what_ran_gets_its_time_back() -> None:
    scene = Scene()
    scene.submitted("300.00 EUR", rules=RELEASE)
    scene.serve()
    window = scene.m.window
    assert window is not None
    scene.clock.to(window.ends_at + HOUR)
    since = window.ends_at - 4 * HOUR
    scene.escrow.clocks_wait = True
    scene.do(
        ExtendClocks(actor=PersonId(0), deal=scene.deal_id, since=since, until=scene.clock.now())
    )
    scene.escrow.clocks_wait = False
    assert scene.m.window is not None
    assert scene.m.window.ends_at == scene.clock.now() + 12 * HOUR
    scene.pass_time(11 * HOUR)
    assert scene.state() is State.SUBMITTED


@pytest.mark.parametrize("hours", [(-3, -1), (30, 40)])
def test_an_outage_moves_only_what_ran_during_it(hours: tuple[int, int]) -> None:
    scene = Scene()
    scene.submitted()
    ran = scene.m.window
    assert ran is not None
    since, until = (scene.clock.now() + n * HOUR for n in hours)
    scene.do(ExtendClocks(actor=PersonId(0), deal=scene.deal_id, since=since, until=until))
    assert scene.m.window is not None
    by = 10 * HOUR if hours[0] > 0 else timedelta(0)
    assert scene.m.window.ends_at == ran.ends_at + by, "without the grace: it did not fall due"


def test_an_outage_gives_back_the_time_to_work_also_behind_a_late_cancel() -> None:
    scene = Scene()
    scene.funded()
    scene.pass_time(DAY)
    due = scene.m.due_at
    assert due is not None
    outage: dict[str, Any] = {"since": scene.clock.now() - 5 * HOUR, "until": scene.clock.now()}
    scene.do(ExtendClocks(actor=PersonId(0), deal=scene.deal_id, **outage))
    assert scene.m.due_at == due + 5 * HOUR
    assert scene.m.window is not None
    assert scene.m.window.ends_at == scene.m.due_at
    scene.submit()
    outage = {"since": scene.clock.now() - HOUR, "until": scene.clock.now() + HOUR}
    scene.do(ExtendClocks(actor=PersonId(0), deal=scene.deal_id, **outage))
    scene.on_milestone(TakeBackSubmission, BINA)
    assert scene.m.due_at == due + 7 * HOUR
    assert scene.m.window.ends_at == scene.m.due_at


def test_an_outage_puts_off_the_end_of_a_dormant_deal_and_leaves_what_was_due_before() -> None:
    scene = Scene()
    scene.funded()
    scene.pass_time(20 * DAY)
    notice, due = scene.m.dormancy, scene.m.due_at
    assert notice is not None
    outage: dict[str, Any] = {"since": scene.clock.now() - 5 * HOUR, "until": scene.clock.now()}
    scene.do(ExtendClocks(actor=PersonId(0), deal=scene.deal_id, **outage))
    assert scene.m.dormancy is not None
    assert scene.m.dormancy.ends_at == notice.ends_at + 5 * HOUR
    assert scene.m.due_at == due


def test_an_outage_gives_an_invite_its_time_back() -> None:
    scene = Scene()
    scene.invited()
    assert scene.deal.window is not None
    ends = scene.deal.window.ends_at
    outage: dict[str, Any] = {
        "since": scene.clock.now() + DAY,
        "until": scene.clock.now() + 2 * DAY,
    }
    scene.do(ExtendClocks(actor=PersonId(0), deal=scene.deal_id, **outage))
    assert scene.deal.window.ends_at == ends + DAY


def test_only_the_program_itself_says_what_telegram_answered_and_how_long_it_was_down() -> None:
    scene = Scene()
    scene.submitted()
    clock = scene.m.window
    assert clock is not None
    at: dict[str, Any] = {"actor": CARLOS, "deal": scene.deal_id}
    for command in (
        NoticeServed(**at, milestone=1, opened_at=clock.opened_at),
        NoticeUnserved(**at, milestone=1, opened_at=clock.opened_at),
        ExtendClocks(**at, since=clock.opened_at, until=clock.opened_at + DAY),
    ):
        with pytest.raises(NotNow, match="clock-only"):
            scene.do(command)
    assert scene.m.window == clock


def test_a_press_finds_its_own_deals_overdue_deadlines_done() -> None:
    scene = Scene()
    scene.submitted("300.00 EUR", rules=RELEASE)
    scene.serve()
    scene.clock.forward(8 * DAY)
    with pytest.raises(NotNow):
        scene.request_changes(DEFECT)
    assert scene.state(1) is State.RELEASED


# Owed to people outside


def test_a_payout_is_owed_until_it_is_confirmed_and_a_failed_one_reopens_nothing() -> None:
    scene = manual()
    scene.agreed("300.00 EUR")
    claim_paid(scene)
    scene.pay(rail="manual", actor=TESS)
    scene.submit()
    scene.approve()
    [payout] = scene.deal.transfers
    assert scene.notice(PersonId(-2), "transfer-due").data["transfer"] == payout.number
    scene.do(FailTransfer(actor=TESS, deal=scene.deal_id, transfer=1, why="wrong account"))
    assert scene.state(1) is State.RELEASED
    scene.pass_time(3 * DAY)
    assert scene.told(PersonId(-2)).count("desk-alarmed") >= 2
    scene.do(ConfirmTransfer(actor=TESS, deal=scene.deal_id, transfer=1, external_id="wire"))
    assert scene.balance(f"payable:{BINA}") == 0
    with pytest.raises(NotNow, match="transfer-sent"):
        scene.do(ConfirmTransfer(actor=TESS, deal=scene.deal_id, transfer=1))
    for _ in range(2):
        scene.do(ConfirmTransfer(actor=RAIL, deal=scene.deal_id, transfer=1))
        assert scene.balance("asset:manual") == 0


def test_the_diary_opens_with_the_money_and_is_chained() -> None:
    scene = Scene()
    scene.agreed()
    with pytest.raises(NotNow, match="diary-closed"):
        scene.do(WriteDiary(actor=BINA, deal=scene.deal_id, words=words("sketching")))
    scene.pay()
    for text in ("sketching", "first draft"):
        scene.do(WriteDiary(actor=BINA, deal=scene.deal_id, words=words(text)))
    entries = tuple(e.entry for e in scene.events if hasattr(e, "entry"))
    assert whole(scene.deal_id, entries)
    assert not whole(scene.deal_id, entries[1:])
    assert scene.deal.diary_head == entries[-1].hash
    scene.submit()
    scene.approve()
    with pytest.raises(NotNow, match="diary-closed"):
        scene.do(WriteDiary(actor=BINA, deal=scene.deal_id, words=words("thanks")))


def test_money_is_of_one_currency() -> None:
    scene = Scene()
    scene.agreed("300.00 EUR")
    with pytest.raises(BadInput, match="deposit-currency"):
        scene.pay(Money(30000, "USD"))
    with pytest.raises(BadInput, match="amount-not-positive"):
        scene.pay(Money(-1, "EUR"))
    assert not scene.happened(MilestoneFunded)
