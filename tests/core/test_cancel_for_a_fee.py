"""Where both agreed to it, the client leaves before anything is submitted, for a fee."""

from __future__ import annotations

import pytest

from core.deal.events import Ground, MoneySettled
from core.deal.milestone import State
from core.deal.terms import canonical
from core.drafting import SetRules
from core.ledger import FEE, payable
from core.values.errors import BadInput, NotNow, NotYours, Stale
from core.working import CancelForFee, CancelLate, ObjectToCancel, TakeBackCancel
from tests.core.test_amending import no
from tests.kit.scene import BINA, CARLOS, DAY, HOUR, Scene, amount, with_policy, words

A_QUARTER = SetRules(cancel_fee_percent=25)


def working(*prices: str, rules: SetRules = A_QUARTER) -> Scene:
    scene = Scene()
    scene.funded(*(prices or ("300.00 EUR",)), rules=rules)
    return scene


def cancel(scene: Scene) -> Scene:
    scene.on_milestone(CancelForFee, CARLOS, amount=scene.m.held)
    return scene


def cancelled(scene: Scene) -> Scene:
    """Nobody objects in time."""
    cancel(scene).serve()
    scene.pass_time(3 * DAY)
    return scene


def test_unopposed_each_gets_what_was_agreed_after_72_hours() -> None:
    scene = cancel(working())
    assert (scene.state(), scene.m.held) == (State.CANCELLING, amount("300.00 EUR"))
    scene.serve()
    scene.pass_time(3 * DAY - HOUR)
    assert scene.state() is State.CANCELLING
    scene.pass_time(HOUR)
    m = scene.deal.milestone(1)
    assert (m.state, m.released) == (State.SPLIT, amount("75.00 EUR"))
    assert m.refunded == amount("225.00 EUR")
    [settled] = scene.happened(MoneySettled)
    assert isinstance(settled, MoneySettled)
    assert settled.ground is Ground.CANCEL_FEE
    scene.assert_books_balance()


def test_our_fee_comes_out_of_what_the_freelancer_keeps_and_of_nothing_else() -> None:
    scene = with_policy(fee_bps=1000)
    scene.funded("300.00 EUR", rules=A_QUARTER)
    cancelled(scene)
    assert scene.balance(FEE) == 750
    assert scene.balance(payable(BINA)) == 6750
    assert scene.deal.milestone(1).refunded == amount("225.00 EUR")


def test_of_two_cents_the_freelancer_keeps_one() -> None:
    assert cancelled(working("0.02 EUR")).deal.milestone(1).released == amount("0.01 EUR")


@pytest.mark.parametrize(
    ("price", "rules", "why"),
    [
        ("0.01 EUR", A_QUARTER, "cancel-fee-too-small"),
        ("300.00 EUR", SetRules(), "no-cancel-fee"),
        ("300.00 EUR", SetRules(cancel_fee_percent=0), "no-cancel-fee"),
    ],
)
def test_it_needs_the_agreement_and_enough_to_share(price: str, rules: SetRules, why: str) -> None:
    scene = working(price, rules=rules)
    assert no(cancel, scene) == (NotNow, why)


def test_it_is_the_clients_alone() -> None:
    scene = working()
    assert no(scene.on_milestone, CancelForFee, BINA, amount=scene.m.held)[0] is NotYours


def test_once_work_is_submitted_nobody_cancels_for_a_fee() -> None:
    scene = working()
    scene.submit()
    assert no(cancel, scene) == (NotNow, "wrong-state")


def test_another_amount_than_was_shown_is_stale() -> None:
    scene = working()
    with pytest.raises(Stale):
        scene.on_milestone(CancelForFee, CARLOS, amount=amount("299.99 EUR"))


@pytest.mark.parametrize("answer", ["object", "submit"])
def test_who_objects_or_submits_meets_the_arbiter_with_all_of_it_held(answer: str) -> None:
    scene = cancel(working())
    if answer == "object":
        scene.on_milestone(ObjectToCancel, BINA, words=words("I am nearly done"))
    else:
        scene.submit()
    assert (scene.state(), scene.m.held) == (State.DISPUTED, amount("300.00 EUR"))
    assert scene.m.cancel_fee is None, "the dispute is about all of it"


def test_taken_back_the_work_goes_on_with_all_that_was_left_of_its_time() -> None:
    scene = working()
    scene.pass_time(4 * DAY)
    due, clock = scene.m.due_at, scene.m.window
    assert due is not None
    assert clock is not None
    cancel(scene).serve()
    scene.pass_time(2 * DAY + HOUR)
    scene.on_milestone(TakeBackCancel, CARLOS)
    m = scene.m
    assert m.window is not None
    assert (scene.state(), m.due_at) == (State.IN_PROGRESS, due + 2 * DAY + HOUR)
    assert m.window.ends_at - clock.ends_at == 2 * DAY + HOUR
    assert no(scene.on_milestone, CancelLate, CARLOS) == (NotNow, "not-late")
    assert "late-cancel-taken-back" in scene.told(BINA)


@pytest.mark.parametrize("answer", ["object", "submit"])
def test_who_objects_after_the_due_date_was_not_late_before(answer: str) -> None:
    scene = working()
    scene.pass_time(4 * DAY)
    due = scene.m.due_at
    assert due is not None
    cancel(scene).serve()
    scene.pass_time(2 * DAY)
    if answer == "object":
        scene.on_milestone(ObjectToCancel, BINA, words=words("I am nearly done"))
    else:
        scene.submit()
    assert scene.m.halt is not None
    assert scene.m.halt.due_at == due + 2 * DAY


def test_work_that_was_late_stays_late_when_it_is_taken_back() -> None:
    scene = working()
    scene.pass_time(7 * DAY)
    due = scene.m.due_at
    cancel(scene)
    scene.pass_time(DAY)
    scene.on_milestone(TakeBackCancel, CARLOS)
    assert scene.m.due_at == due


def test_a_notice_that_was_never_served_moves_no_money() -> None:
    scene = cancel(working())
    scene.pass_time(3 * DAY)
    assert scene.state() is State.CANCELLING
    scene.pass_time(3 * DAY)
    assert (scene.state(), scene.m.held) == (State.DISPUTED, amount("300.00 EUR"))


def test_a_late_cancel_that_follows_one_for_a_fee_gives_all_of_it_back() -> None:
    scene = cancel(working())
    scene.on_milestone(TakeBackCancel, CARLOS)
    scene.pass_time(7 * DAY)
    scene.on_milestone(CancelLate, CARLOS)
    scene.serve()
    scene.pass_time(2 * DAY)
    assert scene.deal.milestone(1).refunded == amount("300.00 EUR")


@pytest.mark.parametrize("percent", [-1, 91, 100, 10**9])
def test_a_fee_is_at_most_ninety_per_cent(percent: int) -> None:
    with pytest.raises(BadInput, match="cancel-fee-out-of-range"):
        Scene().agreed("300.00 EUR", rules=SetRules(cancel_fee_percent=percent))


def test_terms_without_a_fee_read_as_they_always_did() -> None:
    """What is agreed already keeps its fingerprint."""
    scene = Scene()
    scene.agreed("300.00 EUR")
    assert b"cancel_fee_percent" not in canonical(scene.deal.terms)
    assert b"cancel_fee_percent" in canonical(working().deal.terms)
