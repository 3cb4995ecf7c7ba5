"""An end by agreement: what is held is shared exactly as both said, or nothing moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from core.amending import AcceptProposal, AskMoreTime, ProposeEnd, RejectProposal, WithdrawProposal
from core.amending.events import ProposalAccepted, ProposalMade, ProposalSuperseded
from core.deal.events import Ground, MilestoneEnded, MilestoneOpened, MoneySettled, TransferKind
from core.deal.milestone import State, Step
from core.deal.model import DealState
from core.deal.proposal import Proposal, ProposalKind, ProposalState
from core.decide import decide
from core.escrow import Executed
from core.ledger import FEE
from core.paying import GoOn
from core.values.errors import BadInput, NotNow
from core.values.ids import PersonId
from core.values.money import Money
from core.values.window import DeadlineKind, Window
from core.working import CancelLate, ReleasePart, WithdrawWork
from tests.core.test_amending import (
    STALE,
    answer,
    due_in,
    no,
    propose_end,
    revising,
    states,
    working,
)
from tests.kit.places import PLACES, place
from tests.kit.scene import BINA, BOTH, CARLOS, DAY, Scene, amount, with_policy, words, zero


def submitted() -> Scene:
    scene = Scene()
    scene.submitted("100.00 EUR", "50.00 EUR")
    return scene


BEGIN: Final = [working, submitted, revising]
BOTH_SIDES: Final = [(BINA, CARLOS), (CARLOS, BINA)]


def agree(scene: Scene, share: Money, by: PersonId = BINA) -> Executed:
    """One proposes, the other accepts."""
    scene.on_milestone(ProposeEnd, by, to_freelancer=share, held=scene.m.held)
    return answer(scene, AcceptProposal, CARLOS if by == BINA else BINA)


def owed(scene: Scene) -> dict[TransferKind, Money]:
    return {transfer.kind: transfer.amount for transfer in scene.deal.transfers}


# the money


@pytest.mark.parametrize("begin", BEGIN)
@pytest.mark.parametrize(("by", "other"), BOTH_SIDES)
def test_what_both_agree_to_is_what_leaves_the_hold(
    begin: Callable[[], Scene], by: PersonId, other: PersonId
) -> None:
    scene = begin()
    before, now = scene.m, scene.clock.now()
    made = scene.on_milestone(
        ProposeEnd, by, to_freelancer=amount("33.33 EUR"), held=before.held, words=words("enough?")
    )
    assert made.events == (ProposalMade(1, 1),)
    assert scene.deal.proposals == (
        Proposal(
            1,
            ProposalKind.END,
            1,
            by,
            now,
            Window(now, now + 3 * DAY),
            words("enough?"),
            to_freelancer=amount("33.33 EUR"),
            held=amount("100.00 EUR"),
            stood=before.state.value,
        ),
    )
    assert scene.m == before, "proposing moves nothing"
    done = answer(scene, AcceptProposal, other)
    m = scene.deal.milestone(1)
    assert (m.state, m.ended_at) == (State.SPLIT, now)
    assert (m.window, m.dormancy, m.before, m.held) == (None, None, None, zero())
    assert (m.released, m.fee, m.refunded) == (amount("33.33 EUR"), zero(), amount("66.67 EUR"))
    assert owed(scene) == {
        TransferKind.PAYOUT: amount("33.33 EUR"),
        TransferKind.REFUND: amount("66.67 EUR"),
    }
    accepted, settled = done.events[0], done.events[1]
    assert accepted == ProposalAccepted(1, 1)
    assert isinstance(settled, MoneySettled)
    assert (settled.ground, settled.left) == (Ground.AGREEMENT, zero())
    assert MilestoneEnded(1, Step.AGREED_SPLIT, other) in done.events
    assert states(scene) == [ProposalState.ACCEPTED]
    scene.assert_books_balance()
    assert scene.notice(by, "money-settled").data["ground"] == "agreement"


@pytest.mark.parametrize("begin", BEGIN)
@pytest.mark.parametrize(
    ("share", "state", "step", "kind"),
    [
        ("100.00 EUR", State.RELEASED, Step.AGREED_RELEASE, TransferKind.PAYOUT),
        ("0.00 EUR", State.REFUNDED, Step.AGREED_REFUND, TransferKind.REFUND),
    ],
)
def test_all_to_one_side_is_a_release_or_a_refund_and_owes_nothing_to_the_other(
    begin: Callable[[], Scene], share: str, state: State, step: Step, kind: TransferKind
) -> None:
    scene = begin()
    part = zero() if share == "0.00 EUR" else amount(share)
    done = agree(scene, part)
    assert scene.state(1) is state
    assert MilestoneEnded(1, step, CARLOS) in done.events
    assert owed(scene) == {kind: amount("100.00 EUR")}
    scene.assert_books_balance()


@pytest.mark.parametrize(
    ("held", "bps", "share", "released", "fee", "refunded"),
    [
        ("0.01 EUR", 5000, 1, 1, 0, 0),
        ("0.03 EUR", 5000, 1, 1, 0, 2),
        ("100.01 EUR", 333, 3334, 3223, 111, 6667),
        ("100.00 EUR", 10_000, 4000, 0, 4000, 6000),
        ("100.00 EUR", 1000, 0, 0, 0, 10000),
        ("1001 JPY", 333, 333, 322, 11, 668),
        ("1 JPY", 5000, 1, 1, 0, 0),
        ("3 JPY", 5000, 3, 2, 1, 0),
    ],
)
def test_the_fee_is_taken_of_what_is_released_alone_and_no_cent_is_lost(
    held: str, bps: int, share: int, released: int, fee: int, refunded: int
) -> None:
    scene = with_policy(fee_bps=bps, currencies=("EUR", "JPY"))
    scene.funded(held)
    currency = held.split()[1]
    whole = scene.m.held.minor
    agree(scene, Money(share, currency))
    m = scene.deal.milestone(1)
    found = (m.released.minor, m.fee.minor, m.refunded.minor)
    assert found == (released, fee, refunded)
    assert sum(found) == whole
    assert scene.balance(FEE, currency) == fee
    scene.assert_books_balance()


@pytest.mark.parametrize("begin", [submitted, revising])
def test_after_a_part_was_released_the_rest_is_what_is_shared(begin: Callable[[], Scene]) -> None:
    scene = begin()
    scene.on_milestone(ReleasePart, CARLOS, amount=amount("30.00 EUR"))
    assert no(propose_end, scene, BINA, "70.01 EUR") == (BadInput, "share-out-of-range")
    agree(scene, amount("20.00 EUR"))
    m = scene.deal.milestone(1)
    assert (m.released, m.refunded) == (amount("50.00 EUR"), amount("50.00 EUR"))
    scene.assert_books_balance()


@pytest.mark.parametrize("share", [Money(-1, "EUR"), Money(10001, "EUR"), Money(1, "USD")])
def test_a_share_is_of_what_is_held(share: Money) -> None:
    scene = submitted()
    with pytest.raises(BadInput, match=r"^share-out-of-range$") as out:
        scene.on_milestone(ProposeEnd, BINA, to_freelancer=share, held=scene.m.held)
    assert out.value.data == {"held": (10000, "EUR")}
    assert scene.deal.proposals == ()


@pytest.mark.parametrize("shown", ["99.99 EUR", "100.01 EUR"])
def test_whoever_saw_another_amount_held_proposes_nothing(shown: str) -> None:
    scene = submitted()
    half = amount("50.00 EUR")
    assert no(scene.on_milestone, ProposeEnd, BINA, to_freelancer=half, held=amount(shown)) == STALE


# what comes after it


def test_after_a_split_the_client_has_a_week_for_the_rest() -> None:
    scene = working()
    agree(scene, amount("40.00 EUR"))
    rest = scene.deal.milestone(2)
    now = scene.clock.now()
    assert (rest.state, rest.window) == (State.PLANNED, Window(now, now + 7 * DAY))
    assert due_in(scene, DeadlineKind.DROP_REST) == 7 * DAY
    scene.on_milestone(GoOn, CARLOS)
    assert scene.state(2) is State.FUNDING


def test_after_all_was_released_the_next_is_paid_for() -> None:
    scene = working()
    done = agree(scene, amount("100.00 EUR"))
    assert MilestoneOpened(2) in done.events
    assert scene.state(2) is State.FUNDING


def test_after_all_went_back_the_rest_is_dropped_unless_the_client_says_go_on() -> None:
    scene = working()
    agree(scene, zero())
    assert scene.state(2) is State.PLANNED
    scene.pass_time(7 * DAY)
    assert (scene.state(2), scene.deal.state) == (State.VOID, DealState.CANCELLED)


@pytest.mark.parametrize(
    ("share", "state"), [("0.01 EUR", DealState.COMPLETED), ("", DealState.CANCELLED)]
)
def test_the_last_agreed_end_ends_the_deal(share: str, state: DealState) -> None:
    scene = Scene()
    scene.funded("100.00 EUR")
    agree(scene, amount(share) if share else zero())
    assert scene.deal.state is state
    assert {key for _, key in scene.store.schedule if not key.startswith("transfer")} == set()


# what overtakes it


@pytest.mark.parametrize("begin", BEGIN)
@pytest.mark.parametrize("by", [BINA, CARLOS])
def test_a_dispute_overtakes_a_proposed_end(begin: Callable[[], Scene], by: PersonId) -> None:
    scene = begin()
    propose_end(scene)
    done = scene.dispute(by)
    assert done.events.count(ProposalSuperseded(1, 1)) == 1
    assert states(scene) == [ProposalState.SUPERSEDED]
    assert no(answer, scene, AcceptProposal, CARLOS) == STALE
    assert (scene.state(), scene.m.held) == (State.DISPUTED, amount("100.00 EUR"))
    assert no(propose_end, scene) == (NotNow, "wrong-state")


@pytest.mark.parametrize("begin", [submitted, revising])
def test_a_part_that_is_released_overtakes_a_proposed_end(begin: Callable[[], Scene]) -> None:
    scene = begin()
    propose_end(scene)
    done = scene.on_milestone(ReleasePart, CARLOS, amount=Money(1, "EUR"))
    assert ProposalSuperseded(1, 1) in done.events
    assert no(answer, scene, AcceptProposal, CARLOS) == STALE
    assert scene.m.held == amount("99.99 EUR")
    propose_end(scene)
    assert states(scene) == [ProposalState.SUPERSEDED, ProposalState.OPEN]


@pytest.mark.parametrize(
    ("begin", "step"),
    [
        (submitted, lambda scene: scene.approve()),
        (submitted, lambda scene: scene.pass_time(8 * DAY)),
        (working, lambda scene: scene.on_milestone(WithdrawWork, BINA, amount=scene.m.held)),
    ],
)
def test_what_ended_otherwise_is_not_ended_once_more(
    begin: Callable[[], Scene], step: Callable[[Scene], object]
) -> None:
    scene = with_long_answers(begin)
    propose_end(scene)
    step(scene)
    assert states(scene) == [ProposalState.SUPERSEDED]
    books = len(scene.store.entries)
    assert no(answer, scene, AcceptProposal, CARLOS) == STALE
    assert len(scene.store.entries) == books


def with_long_answers(begin: Callable[[], Scene]) -> Scene:
    """An answer may take longer than a review."""
    scene = begin()
    scene.policy = scene.escrow.policy = replace(scene.policy, end_answer=30 * DAY)
    return scene


def test_a_late_cancel_overtakes_a_proposed_end() -> None:
    scene = Scene()
    PLACES["late"](scene)
    propose_end(scene)
    scene.on_milestone(CancelLate, CARLOS)
    assert states(scene) == [ProposalState.SUPERSEDED]
    assert no(propose_end, scene) == (NotNow, "wrong-state")


def test_an_end_that_was_proposed_before_work_was_handed_in_does_not_outlive_it() -> None:
    """Else who has the work in hand could still accept to pay nothing for it."""
    scene = working()
    propose_end(scene)
    scene.submit()
    assert states(scene) == [ProposalState.SUPERSEDED]
    propose_end(scene)
    scene.request_changes()
    assert states(scene) == [ProposalState.SUPERSEDED] * 2
    assert no(answer, scene, AcceptProposal, CARLOS) == STALE


def test_a_review_runs_on_while_an_end_is_proposed() -> None:
    scene = with_long_answers(submitted)
    propose_end(scene)
    scene.pass_time(7 * DAY)
    assert scene.state() is State.DISPUTED


def test_no_other_amount_is_ever_shared_than_was_proposed() -> None:
    at = place("end proposed")
    m = at.deal.milestone(1)
    less = at.deal.with_milestone(replace(m, held=m.held - Money(1, "EUR")))
    accept = AcceptProposal(actor=CARLOS, deal=at.deal.id, milestone=1, proposal=1)
    assert no(decide, less, accept, at.ctx) == STALE
    decide(at.deal, accept, at.ctx)


# limits


@pytest.mark.parametrize(("by", "other"), BOTH_SIDES)
def test_each_side_proposes_an_end_twice_a_milestone_and_one_waits_at_a_time(
    by: PersonId, other: PersonId
) -> None:
    scene = submitted()
    for _ in range(2):
        propose_end(scene, by)
        for again in (by, other):
            assert no(propose_end, scene, again) == (NotNow, "proposal-open")
        answer(scene, RejectProposal, other)
    with pytest.raises(NotNow, match=r"^proposals-used$") as used:
        propose_end(scene, by)
    assert used.value.data == {"limit": 2}
    propose_end(scene, other)
    answer(scene, WithdrawProposal, other)
    propose_end(scene, other)
    assert no(answer, scene, AcceptProposal, by, 1) == STALE
    answer(scene, AcceptProposal, by)
    assert scene.state(1) is State.SPLIT


def test_what_was_asked_for_otherwise_does_not_count_as_an_end_nor_for_the_next() -> None:
    scene = working()
    for _ in range(3):
        scene.on_milestone(AskMoreTime, BINA, more=DAY)
        answer(scene, RejectProposal, CARLOS)
    propose_end(scene)
    answer(scene, RejectProposal, CARLOS)
    propose_end(scene, BINA, "100.00 EUR")
    answer(scene, AcceptProposal, CARLOS)
    scene.pay()
    for _ in range(2):
        propose_end(scene, BINA, "10.00 EUR")
        answer(scene, RejectProposal, CARLOS)
    assert no(propose_end, scene, BINA, "10.00 EUR") == (NotNow, "proposals-used")


@pytest.mark.parametrize(
    "name", ["agreed", "short", "cancelling", "disputed", "split", "completed"]
)
@pytest.mark.parametrize("by", [BINA, CARLOS])
def test_an_end_is_proposed_only_where_money_is_held_and_nobody_decides(
    name: str, by: PersonId
) -> None:
    scene = with_policy(rails=BOTH, four_eyes_threshold={"EUR": 90000})
    PLACES[name](scene)
    assert no(propose_end, scene, by, "1.00 EUR") == (NotNow, "wrong-state")


def test_an_answer_is_no_longer_asked_for_once_it_is_there() -> None:
    scene = submitted()
    propose_end(scene)
    assert due_in(scene, DeadlineKind.PROPOSAL_ENDS) == timedelta(days=3)
    answer(scene, AcceptProposal, CARLOS)
    assert not [key for _, key in scene.store.schedule if "proposal-ends" in key]
