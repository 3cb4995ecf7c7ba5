"""A bank takes a deposit back: what is still held can go, what was released stays released."""

from __future__ import annotations

from typing import Any

import pytest

from core.approving import Approve
from core.deal.context import Context, Staff
from core.deal.flag import FlagKind
from core.deal.four_eyes import open_in
from core.deal.milestone import State
from core.deal.model import DealState, TransferState
from core.deal.reversal import ReversalState
from core.deal.stage import Stage
from core.escrow import Executed
from core.paying import (
    AskLift,
    CancelFunding,
    ClaimPaid,
    ClearPayer,
    ConfirmTransfer,
    LiftFlag,
    LoseReversal,
    Pay,
    RejectClaim,
    ReverseDeposit,
    SetFlag,
    WinReversal,
)
from core.paying.events import DepositReversed
from core.values.errors import BadInput, NotNow, NotYours, Refusal
from core.values.ids import RAIL, PersonId
from core.views import turn_of
from core.working import ApproveMilestone, ReleasePart, WithdrawWork
from tests.kit.scene import (
    ARAM,
    BINA,
    BOTH,
    CARLOS,
    DAY,
    NOOR,
    SAM,
    TESS,
    Scene,
    amount,
    with_policy,
    words,
)

NEW = Staff(frozenset({ARAM}), frozenset({NOOR}), frozenset({TESS, SAM}))


def reverse(
    scene: Scene,
    sum_: str = "300.00 EUR",
    *,
    actor: PersonId = RAIL,
    external: str = "r1",
    number: int | None = None,
    deposit: str | None = None,
    rail: str = "play",
) -> Executed:
    m = scene.m if number is None else scene.deal.milestone(number)
    return scene.do(
        ReverseDeposit(
            actor=actor,
            deal=scene.deal_id,
            milestone=m.number,
            rail=rail,
            deposit=deposit or m.deposits[0].external_id,
            external_id=external,
            amount=amount(sum_),
            words=words("recalled"),
        )
    )


def outcome(scene: Scene, kind: type[Any], actor: PersonId = TESS, number: int = 1) -> Executed:
    return scene.do(
        kind(actor=actor, deal=scene.deal_id, reversal=number, words=words("the bank says so"))
    )


def reversal_state(scene: Scene) -> ReversalState:
    return scene.deal.reversals[0].state


def holds(scene: Scene) -> None:
    scene.assert_books_balance()


def test_before_anything_was_handed_in_the_work_stops_and_waits_for_money() -> None:
    scene = Scene()
    scene.funded()
    reverse(scene)
    m = scene.m
    assert (m.state, m.held.minor, str(m.missing)) == (State.FUNDING, 0, "300.00 EUR")
    assert scene.deal.frozen_at is None
    assert scene.notice(BINA, "deposit-reversed").data["stands"]
    assert "deposit-reversed" in scene.told(CARLOS)
    holds(scene)
    with pytest.raises(Refusal):
        scene.submit()
    scene.pay()
    assert (scene.m.state, str(scene.m.held)) == (State.IN_PROGRESS, "300.00 EUR")
    holds(scene)


def test_what_stays_of_such_a_hold_waits_for_the_rest() -> None:
    scene = Scene()
    scene.agreed()
    scene.pay(amount("100.00 EUR"))
    scene.pay(amount("200.00 EUR"))
    reverse(scene, "100.00 EUR")
    assert (str(scene.m.waiting), str(scene.m.missing)) == ("200.00 EUR", "100.00 EUR")
    holds(scene)
    scene.pass_time(6 * DAY)
    assert scene.state() is State.FUNDING, "something is there: three more days"
    scene.pass_time(3 * DAY)
    assert scene.state(1) is State.VOID
    refund = scene.deal.transfers[-1]
    assert (refund.kind.value, str(refund.amount)) == ("refund", "200.00 EUR")
    holds(scene)


def test_it_comes_back_while_the_milestone_waits_and_the_work_starts_again() -> None:
    scene = Scene()
    scene.funded()
    reverse(scene)
    outcome(scene, WinReversal)
    assert (scene.m.state, str(scene.m.held)) == (State.IN_PROGRESS, "300.00 EUR")
    assert reversal_state(scene) is ReversalState.WON
    assert scene.balance("asset:play") == 30000
    assert scene.balance("asset:play:disputed") == 0
    holds(scene)


def test_once_it_was_paid_anew_what_comes_back_is_owed_to_its_source() -> None:
    scene = Scene()
    scene.funded()
    reverse(scene)
    scene.pay()
    outcome(scene, WinReversal)
    assert str(scene.m.held) == "300.00 EUR"
    assert str(scene.deal.transfers[-1].amount) == "300.00 EUR"
    assert "waiting-returned" in scene.told(CARLOS)
    holds(scene)


def test_handed_in_work_stands_still_and_goes_on_once_the_bank_gives_it_back() -> None:
    scene = Scene()
    scene.submitted()
    left = scene.m.window
    assert left is not None
    reverse(scene)
    assert (scene.state(), scene.m.held.minor) == (State.SUBMITTED, 0)
    assert [flag.kind for flag in scene.deal.standing] == [FlagKind.CHARGEBACK]
    assert scene.told(BINA)[-1] == "flag-set"
    assert scene.told(CARLOS)[-1] == "flag-set"
    holds(scene)
    with pytest.raises(NotNow, match="deal-frozen"):
        scene.approve()
    scene.pass_time(2 * DAY)
    outcome(scene, WinReversal)
    assert not scene.deal.standing
    assert str(scene.m.held) == "300.00 EUR"
    assert scene.m.window is not None
    assert scene.m.window.ends_at == left.ends_at + 2 * DAY
    assert scene.told(BINA)[-2:] == ["reversal-won", "flag-lifted"]
    scene.approve()
    holds(scene)


def lost(scene: Scene) -> None:
    scene.submitted()
    reverse(scene)
    outcome(scene, LoseReversal)


def test_lost_it_is_paid_once_more_and_goes_on_where_it_was() -> None:
    scene = Scene()
    lost(scene)
    turn = turn_of(scene.deal, _seen(scene))
    assert (turn.person, turn.otherwise) == (CARLOS, "fund-again")
    assert turn.until == scene.clock.now() + 5 * DAY
    holds(scene)
    scene.pass_time(DAY)
    m = scene.m
    scene.on_milestone(Pay, CARLOS, amount=m.missing, rail="play")
    assert (scene.state(), str(scene.m.held)) == (State.SUBMITTED, "300.00 EUR")
    assert not scene.deal.standing
    assert scene.told(BINA)[-2:] == ["held-again", "flag-lifted"]
    assert scene.m.missing == amount("300.00 EUR"), "nothing is asked for any more"
    scene.approve()
    holds(scene)


def test_lost_and_not_paid_in_time_the_milestone_is_void_and_the_next_is_the_clients_to_open() -> (
    None
):
    scene = Scene()
    scene.submitted("300.00 EUR", "100.00 EUR")
    reverse(scene)
    outcome(scene, LoseReversal)
    scene.pass_time(5 * DAY)
    assert scene.state(1) is State.VOID
    assert not scene.deal.standing
    assert scene.deal.frozen_at is None
    assert scene.notice(BINA, "milestone-voided").data["why"] == "unpaid"
    assert scene.deal.milestone(1).submissions, "what was handed in stays"
    holds(scene)
    scene.pass_time(7 * DAY)
    assert scene.deal.state is DealState.CANCELLED


def test_nobody_can_do_anything_else_while_it_waits_for_money() -> None:
    scene = Scene()
    lost(scene)
    m = scene.m
    for command in (
        ApproveMilestone(
            actor=CARLOS, deal=scene.deal_id, milestone=1, seen=m.seen, submission=1, amount=m.held
        ),
        CancelFunding(actor=CARLOS, deal=scene.deal_id, milestone=1, seen=m.seen),
        WithdrawWork(actor=BINA, deal=scene.deal_id, milestone=1, seen=m.seen, amount=m.held),
    ):
        with pytest.raises(Refusal):
            scene.do(command)
    with pytest.raises(NotYours):
        scene.on_milestone(Pay, BINA, amount=m.missing, rail="play")


def test_no_colleague_lifts_the_flag_of_a_bank() -> None:
    scene = Scene()
    scene.submitted()
    reverse(scene)
    with pytest.raises(NotNow, match="flag-of-bank"):
        scene.do(AskLift(actor=ARAM, deal=scene.deal_id, flag=1, words=words("fine")))


def test_while_another_flag_stands_the_time_to_pay_again_stands_still() -> None:
    scene = Scene()
    lost(scene)
    scene.pass_time(DAY)
    flag = SetFlag(actor=ARAM, deal=scene.deal_id, kind=FlagKind.OPERATOR, words=words("a look"))
    scene.do(flag)
    with pytest.raises(NotNow, match="deal-frozen"):
        scene.on_milestone(Pay, CARLOS, amount=scene.m.missing, rail="play")
    scene.pass_time(10 * DAY)
    assert scene.state() is State.SUBMITTED
    scene.do(AskLift(actor=ARAM, deal=scene.deal_id, flag=2, words=words("all is well")))
    scene.do(LiftFlag(actor=NOOR, deal=scene.deal_id, flag=2, ask=1))
    turn = turn_of(scene.deal, _seen(scene))
    assert turn.until == scene.clock.now() + 4 * DAY
    scene.pass_time(4 * DAY)
    assert scene.state(1) is State.VOID


def test_of_a_hold_that_is_released_in_part_the_rest_goes_and_the_part_is_our_loss() -> None:
    scene = Scene()
    scene.submitted()
    scene.on_milestone(ReleasePart, CARLOS, amount=amount("100.00 EUR"))
    reverse(scene)
    made = scene.deal.reversals[0]
    assert (str(made.held), str(made.beyond)) == ("200.00 EUR", "100.00 EUR")
    assert abs(scene.balance(f"asset:receivable:{CARLOS}")) == 10000
    holds(scene)
    outcome(scene, LoseReversal)
    assert str(scene.m.missing) == "200.00 EUR"
    assert abs(scene.balance("expense:chargeback")) == 10000
    scene.on_milestone(Pay, CARLOS, amount=amount("200.00 EUR"), rail="play")
    scene.approve()
    paid = [str(t.amount) for t in scene.deal.transfers]
    assert paid == ["100.00 EUR", "200.00 EUR"]
    holds(scene)


def test_after_the_release_it_is_a_loss_and_the_freelancer_keeps_it() -> None:
    scene = Scene()
    scene.submitted()
    scene.approve()
    payout = scene.deal.transfers[0]
    reverse(scene, number=1)
    assert scene.deal.state is DealState.COMPLETED
    assert scene.deal.transfers == (payout,)
    assert "deposit-reversed" not in scene.told(BINA)
    outcome(scene, LoseReversal)
    assert abs(scene.balance("expense:chargeback")) == 30000
    assert scene.balance(f"asset:receivable:{CARLOS}") == 0
    holds(scene)


def test_a_refund_that_was_owed_has_reached_the_client_by_it() -> None:
    scene = Scene()
    scene.funded()
    scene.on_milestone(WithdrawWork, BINA, amount=scene.m.held)
    reverse(scene, number=1)
    [refund] = scene.deal.transfers
    assert refund.state is TransferState.CONFIRMED
    assert scene.balance("asset:play") == 0
    holds(scene)
    outcome(scene, WinReversal)
    assert [t.state.value for t in scene.deal.transfers] == ["confirmed", "pending"]
    holds(scene)


def test_a_refund_is_divided_where_a_bank_took_less() -> None:
    scene = Scene()
    scene.agreed()
    scene.pay(amount("100.00 EUR"))
    scene.pay(amount("200.00 EUR"))
    scene.on_milestone(WithdrawWork, BINA, amount=scene.m.held)
    reverse(scene, "100.00 EUR", number=1)
    assert [(str(t.amount), t.state.value) for t in scene.deal.transfers] == [
        ("200.00 EUR", "pending"),
        ("100.00 EUR", "confirmed"),
    ]
    holds(scene)
    confirm = ConfirmTransfer(actor=RAIL, deal=scene.deal_id, transfer=1, external_id="w")
    scene.do(confirm)
    assert scene.balance("asset:play") == 0
    holds(scene)


def test_of_two_refunds_the_second_is_divided_by_what_the_first_did_not_take() -> None:
    scene = Scene()
    scene.agreed()
    scene.pay(amount("350.00 EUR"))
    scene.on_milestone(WithdrawWork, BINA, amount=scene.m.held)
    assert [str(t.amount) for t in scene.deal.transfers] == ["50.00 EUR", "300.00 EUR"]
    reverse(scene, "320.00 EUR", number=1)
    assert [(str(t.amount), t.state.value) for t in scene.deal.transfers] == [
        ("50.00 EUR", "confirmed"),
        ("30.00 EUR", "pending"),
        ("270.00 EUR", "confirmed"),
    ]
    assert {t.confirmed_by for t in scene.deal.transfers} == {RAIL, None}
    assert {t.confirmed_at for t in scene.deal.transfers} == {scene.clock.now(), None}
    holds(scene)


def test_a_refund_that_was_sent_before_is_our_loss() -> None:
    scene = Scene()
    scene.funded()
    scene.on_milestone(WithdrawWork, BINA, amount=scene.m.held)
    scene.do(ConfirmTransfer(actor=RAIL, deal=scene.deal_id, transfer=1, external_id="w"))
    reverse(scene, number=1)
    assert str(scene.deal.reversals[0].beyond) == "300.00 EUR"
    holds(scene)


def test_while_it_is_paid_in_parts_what_arrived_is_less() -> None:
    scene = Scene()
    scene.agreed()
    scene.pay(amount("100.00 EUR"))
    reverse(scene, "100.00 EUR")
    assert (scene.state(), str(scene.m.missing)) == (State.FUNDING, "300.00 EUR")
    holds(scene)
    scene.pay()
    outcome(scene, WinReversal)
    assert str(scene.deal.transfers[-1].amount) == "100.00 EUR"
    holds(scene)


def test_said_twice_it_is_once_and_another_sum_under_its_id_is_refused() -> None:
    scene = Scene()
    scene.submitted()
    reverse(scene, "100.00 EUR")
    before = scene.deal
    reverse(scene, "100.00 EUR")
    assert scene.deal == before
    with pytest.raises(NotNow, match="reversal-used-elsewhere"):
        reverse(scene, "50.00 EUR")
    with pytest.raises(BadInput, match="above-deposit"):
        reverse(scene, "200.01 EUR", external="r2")
    with pytest.raises(BadInput, match="no-such-deposit"):
        reverse(scene, external="r3", deposit="nothing")
    reverse(scene, "200.00 EUR", external="r2")
    assert len(scene.happened(DepositReversed)) == 2
    holds(scene)


def test_an_id_that_is_known_of_another_deal_is_refused() -> None:
    scene = Scene()
    scene.submitted()
    reverse(scene, "100.00 EUR")
    other = scene.deal_id
    scene.submitted()
    assert scene.deal_id != other
    with pytest.raises(NotNow, match="reversal-used-elsewhere"):
        reverse(scene, "100.00 EUR")
    assert not scene.deal.reversals
    holds(scene)


@pytest.mark.parametrize("sum_", ["0.00 EUR", "1.00 USD"])
def test_a_sum_that_no_bank_takes_of_it_is_refused(sum_: str) -> None:
    scene = Scene()
    scene.submitted()
    with pytest.raises(BadInput, match="amount-not-positive"):
        reverse(scene, sum_)
    reverse(scene, "0.01 EUR")
    assert str(scene.deal.reversals[0].amount) == "0.01 EUR"
    holds(scene)


def test_where_nothing_was_taken_back_nobody_has_to_be_cleared() -> None:
    scene = Scene()
    scene.submitted()
    with pytest.raises(NotNow, match="nothing-reversed"):
        scene.do(ClearPayer(actor=TESS, deal=scene.deal_id, reversal=1, words=words("paid")))


def test_it_comes_back_after_the_bank_had_kept_it_and_the_work_goes_on() -> None:
    scene = Scene()
    lost(scene)
    outcome(scene, WinReversal)
    assert (scene.state(), str(scene.m.held)) == (State.SUBMITTED, "300.00 EUR")
    assert not scene.deal.standing
    assert scene.balance("expense:chargeback") == 0
    assert scene.told(CARLOS)[-4:] == ["reversal-won", "payer-cleared", "flag-lifted", "held-again"]
    holds(scene)
    scene.approve()
    holds(scene)


def test_it_comes_back_after_it_was_paid_once_more_and_goes_to_who_paid_twice() -> None:
    scene = Scene()
    lost(scene)
    scene.on_milestone(Pay, CARLOS, amount=scene.m.missing, rail="play")
    outcome(scene, WinReversal)
    assert str(scene.m.held) == "300.00 EUR"
    [due] = scene.deal.transfers
    assert (due.person, str(due.amount)) == (CARLOS, "300.00 EUR")
    holds(scene)


def test_it_comes_back_after_the_milestone_ended_unpaid_and_goes_to_its_source() -> None:
    scene = Scene()
    lost(scene)
    scene.pass_time(5 * DAY)
    assert scene.state(1) is State.VOID
    outcome(scene, WinReversal)
    assert (scene.state(1), scene.balance("expense:chargeback")) == (State.VOID, 0)
    [due] = scene.deal.transfers
    assert (due.person, str(due.amount)) == (CARLOS, "300.00 EUR")
    assert "payer-cleared" in scene.told(CARLOS)
    holds(scene)


def test_a_loss_after_the_release_is_undone_when_the_bank_gives_it_back_after_all() -> None:
    scene = Scene()
    scene.submitted()
    scene.approve()
    reverse(scene)
    outcome(scene, LoseReversal)
    assert scene.balance("expense:chargeback") == 30000
    holds(scene)
    outcome(scene, WinReversal)
    assert scene.balance("expense:chargeback") == 0
    assert not scene.deal.milestone(1).waiting
    holds(scene)
    with pytest.raises(NotNow, match="reversal-closed"):
        outcome(scene, WinReversal)


def test_of_two_that_the_bank_kept_one_comes_back_and_the_payer_stays_frozen_for_the_other() -> (
    None
):
    scene = Scene()
    scene.submitted()
    reverse(scene, "100.00 EUR")
    reverse(scene, "200.00 EUR", external="r2")
    outcome(scene, LoseReversal, number=1)
    outcome(scene, LoseReversal, number=2)
    outcome(scene, WinReversal, number=1)
    assert (str(scene.m.held), str(scene.m.missing)) == ("0.00 EUR", "200.00 EUR")
    assert [flag.number for flag in scene.deal.standing] == [2]
    assert "payer-cleared" not in scene.told(CARLOS)
    holds(scene)
    outcome(scene, WinReversal, number=2)
    assert str(scene.m.held) == "300.00 EUR"
    assert not scene.deal.standing
    holds(scene)


def test_who_was_cleared_before_it_came_back_is_not_told_so_again() -> None:
    scene = Scene(staff=NEW)
    lost(scene)
    outcome(scene, ClearPayer)
    [asked] = open_in(scene.deal)
    mark = asked.fingerprint(scene.deal_id)
    scene.do(Approve(actor=SAM, deal=scene.deal_id, approval=1, fingerprint=mark))
    outcome(scene, WinReversal)
    assert reversal_state(scene) is ReversalState.WON
    assert scene.told(CARLOS).count("payer-cleared") == 1


def test_two_of_one_milestone_are_decided_each_by_itself() -> None:
    scene = Scene()
    scene.submitted()
    reverse(scene, "100.00 EUR")
    reverse(scene, "200.00 EUR", external="r2")
    outcome(scene, LoseReversal, number=1)
    outcome(scene, WinReversal, number=2)
    assert (str(scene.m.held), str(scene.m.missing)) == ("200.00 EUR", "100.00 EUR")
    assert [flag.number for flag in scene.deal.standing] == [1]
    holds(scene)
    scene.on_milestone(Pay, CARLOS, amount=amount("100.00 EUR"), rail="play")
    assert str(scene.m.held) == "300.00 EUR"
    assert not scene.deal.standing
    holds(scene)


def test_a_dispute_waits_and_ends_with_the_money_that_it_is_about() -> None:
    scene = Scene()
    scene.disputed()
    reverse(scene)
    outcome(scene, LoseReversal)
    assert scene.state() is State.DISPUTED
    scene.pass_time(5 * DAY)
    assert scene.state(1) is State.VOID
    case = scene.deal.dispute(1)
    assert case is not None
    assert case.stage is Stage.LAPSED
    holds(scene)


def test_what_is_left_of_a_hold_goes_back_where_the_rest_is_not_paid_again() -> None:
    scene = Scene()
    scene.submitted()
    reverse(scene, "100.00 EUR")
    outcome(scene, LoseReversal)
    scene.pass_time(5 * DAY)
    assert str(scene.deal.transfers[-1].amount) == "200.00 EUR"
    holds(scene)


def test_part_of_it_arrived_so_there_are_three_more_days_once() -> None:
    scene = Scene()
    lost(scene)
    scene.pay(amount("50.00 EUR"))
    assert str(scene.m.missing) == "250.00 EUR"
    scene.pass_time(5 * DAY)
    assert scene.state() is State.SUBMITTED
    scene.pass_time(3 * DAY)
    assert scene.state(1) is State.VOID
    assert str(scene.deal.transfers[-1].amount) == "50.00 EUR"
    holds(scene)


def test_a_transfer_that_is_said_to_be_sent_stops_the_clock() -> None:
    scene = with_policy(rails=BOTH, four_eyes_threshold={"EUR": 10**9})
    scene.agreed()
    scene.pay(rail="manual", actor=TESS)
    scene.submit()
    reverse(scene, rail="manual", actor=TESS)
    outcome(scene, LoseReversal)
    scene.on_milestone(ClaimPaid, CARLOS, payer=words("Carlos"), paid_on="today")
    scene.pass_time(6 * DAY)
    assert scene.state() is State.SUBMITTED
    scene.on_milestone(RejectClaim, TESS)
    scene.pass_time(5 * DAY)
    assert scene.state(1) is State.VOID


def test_who_lost_it_begins_no_deal_until_two_of_the_desk_clear_that() -> None:
    scene = Scene(staff=NEW)
    lost(scene)
    first = scene.deal_id
    scene.invited()
    with pytest.raises(NotNow, match="payer-frozen"):
        scene.claimed()
    second, scene.deal_id = scene.deal_id, first
    outcome(scene, ClearPayer, TESS)
    [asked] = open_in(scene.deal)
    assert reversal_state(scene) is ReversalState.LOST
    with pytest.raises(NotYours, match="approve-own"):
        scene.do(Approve(actor=TESS, deal=first, approval=1, fingerprint=asked.fingerprint(first)))
    scene.do(Approve(actor=SAM, deal=first, approval=1, fingerprint=asked.fingerprint(first)))
    assert reversal_state(scene) is ReversalState.CLEARED
    assert "payer-cleared" in scene.told(CARLOS)
    scene.deal_id = second
    scene.claimed()


def test_of_real_money_from_the_threshold_on_each_step_takes_two() -> None:
    scene = with_policy(rails=BOTH, four_eyes_threshold={"EUR": 10000})
    scene = Scene(scene.policy, NEW)
    scene.agreed()
    scene.pay(rail="manual")
    scene.submit()
    reverse(scene, rail="manual", actor=TESS)
    assert not scene.deal.reversals
    _approved(scene)
    assert scene.deal.reversals[0].approved_by == SAM
    outcome(scene, LoseReversal)
    assert reversal_state(scene) is ReversalState.OPEN
    _approved(scene)
    assert reversal_state(scene) is ReversalState.LOST
    holds(scene)


def _approved(scene: Scene) -> None:
    [asked] = open_in(scene.deal)
    mark = asked.fingerprint(scene.deal_id)
    scene.do(Approve(actor=SAM, deal=scene.deal_id, approval=asked.number, fingerprint=mark))


def test_nobody_but_a_treasurer_or_the_rail_says_so() -> None:
    scene = Scene()
    scene.submitted()
    for person in (BINA, CARLOS, ARAM, SAM):
        with pytest.raises(NotYours):
            reverse(scene, actor=person)
    reverse(scene)
    for person in (BINA, CARLOS, ARAM, SAM):
        with pytest.raises(NotYours):
            outcome(scene, WinReversal, person)
    outcome(scene, WinReversal, RAIL)
    with pytest.raises(NotNow, match="reversal-closed"):
        outcome(scene, LoseReversal)


def _seen(scene: Scene) -> Any:
    return Context(scene.clock.now(), scene.policy, scene.escrow.staff)
