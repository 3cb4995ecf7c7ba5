"""Money that comes late, short, twice, or from elsewhere; and money that goes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.amending import AcceptProposal, ProposeEnd
from core.deal.events import TransferKind
from core.deal.milestone import State
from core.deal.model import DealState
from core.ledger import FEE
from core.paying import AcceptShortfall, AskShortfall, CancelFunding, ClaimPaid, LoseReversal
from core.people import SetDestination
from core.values import amounts
from core.values.errors import Ambiguous, BadInput, NotNow, OverLimit, Refusal, Stale
from core.values.money import Money
from tests.core.test_four_eyes import TOM, approve, by_hand, claimed, large, waits
from tests.core.test_milestones import claim_paid
from tests.core.test_reversals import outcome, reverse
from tests.kit.scene import (
    BINA,
    BOTH,
    CARLOS,
    DAY,
    FILE,
    HOUR,
    TESS,
    Scene,
    amount,
    with_policy,
    words,
    zero,
)


def manual() -> Scene:
    return with_policy(rails=BOTH, four_eyes_threshold={"EUR": 100000})


def agreed() -> Scene:
    scene = Scene()
    scene.agreed("300.00 EUR")
    return scene


def test_fee_kept_on_a_failed_deal() -> None:
    """What goes back goes back whole."""
    scene = with_policy(fee_bps=1000)
    scene.funded("300.00 EUR")
    scene.pass_time(20 * DAY)
    scene.serve()
    scene.pass_time(8 * DAY)
    assert scene.deal.milestone(1).refunded == amount("300.00 EUR")
    assert scene.balance(FEE) == 0


def test_fee_on_a_refund() -> None:
    """Of a share the fee is on what the freelancer gets, and never on what goes back."""
    scene = with_policy(fee_bps=1000)
    scene.funded("300.00 EUR")
    scene.on_milestone(ProposeEnd, BINA, to_freelancer=amount("100.00 EUR"), held=scene.m.held)
    scene.do(AcceptProposal(actor=CARLOS, deal=scene.deal_id, milestone=1, proposal=1))
    m = scene.deal.milestone(1)
    assert (m.fee, m.refunded) == (amount("10.00 EUR"), amount("200.00 EUR"))
    scene.assert_books_balance()


def test_short_by_the_banks_fee() -> None:
    """Nothing has begun; the missing is paid, or the freelancer takes what came as the whole."""
    scene = agreed()
    scene.pay(amount("296.50 EUR"))
    assert (scene.state(), scene.m.missing) == (State.FUNDING, amount("3.50 EUR"))
    scene.on_milestone(AskShortfall, CARLOS)
    scene.on_milestone(AcceptShortfall, BINA, amount=amount("296.50 EUR"))
    assert (scene.state(), scene.m.held) == (State.IN_PROGRESS, amount("296.50 EUR"))
    scene.assert_books_balance()


def test_overpaid_send_the_rest_to_another_card() -> None:
    """What is over is owed to where it came from, and to nowhere else."""
    scene = agreed()
    scene.pay(amount("350.00 EUR"))
    assert scene.m.held == amount("300.00 EUR")
    [back] = [t for t in scene.deal.transfers if t.kind is TransferKind.REFUND]
    assert (back.amount, back.person) == (amount("50.00 EUR"), CARLOS)
    assert back.source == "Carlos, DE89 3704"
    scene.assert_books_balance()


def test_deposit_after_expiry() -> None:
    """The deal stays ended, and the money is owed back."""
    scene = agreed()
    scene.pass_time(8 * DAY)
    assert scene.deal.state is DealState.CANCELLED
    scene.pay(amount("300.00 EUR"), milestone=1)
    assert scene.deal.state is DealState.CANCELLED
    [back] = scene.deal.transfers
    assert (back.kind, back.amount) == (TransferKind.REFUND, amount("300.00 EUR"))


def test_webhook_three_times_and_out_of_order() -> None:
    """Each deposit counts once, in whatever order it is told of."""
    scene = agreed()
    for external, price in (("b", "200.00 EUR"), ("a", "100.00 EUR"), ("b", "200.00 EUR")):
        scene.pay(amount(price), external=external)
    scene.pay(amount("100.00 EUR"), external="a", milestone=1)
    assert scene.m.held == amount("300.00 EUR")
    assert scene.deal.transfers == ()
    scene.assert_books_balance()


def test_deposit_confirmed_on_the_wrong_deal() -> None:
    """What is booked under a bank's reference is not booked again for another deal."""
    scene = agreed()
    scene.pay(external="bank-1")
    wrong = scene.deal_id
    scene.agreed("300.00 EUR")
    assert scene.deal_id != wrong
    with pytest.raises(Refusal):
        scene.pay(external="bank-1")
    assert (scene.state(), scene.m.held) == (State.FUNDING, zero())


def test_screenshot_of_a_payment() -> None:
    """The client says that they paid: the desk looks, and nothing is held by that."""
    scene = manual()
    scene.agreed("300.00 EUR")
    scene.on_milestone(ClaimPaid, CARLOS, payer=words("Carlos"), paid_on="today", receipt=FILE)
    assert (scene.state(), scene.m.held) == (State.FUNDING, zero())
    with pytest.raises(NotNow):
        scene.submit()
    assert scene.told(BINA).count("milestone-funded") == 0


def test_cancel_while_a_deposit_is_in_flight() -> None:
    """Not before the treasurer has answered: the money may be there already."""
    scene = manual()
    scene.agreed("300.00 EUR")
    scene.on_milestone(ClaimPaid, CARLOS, payer=words("Carlos"), paid_on="today")
    for actor in (BINA, CARLOS):
        with pytest.raises(NotNow, match="claim-unanswered"):
            scene.on_milestone(CancelFunding, actor)
    scene.pay(rail="manual", actor=TESS)
    assert scene.state() is State.IN_PROGRESS


@pytest.mark.parametrize(("typed", "currency"), [("100.5", "JPY"), ("1.0005", "KWD")])
def test_jpy_100_5_and_kwd_1_0005(typed: str, currency: str) -> None:
    """JPY 100.5 and KWD 1.0005 are refused, and nobody rounds."""
    with pytest.raises(BadInput):
        amounts.parse(typed, currency)


@pytest.mark.parametrize(
    ("minor", "bps", "freelancer", "client"), [(1001, 3333, 333, 668), (1, 5000, 0, 1)]
)
def test_1001_jpy_at_a_third_and_one_cent_at_half(
    minor: int, bps: int, freelancer: int, client: int
) -> None:
    """1001 JPY at 33.33 % is 333 and 668, 1 cent at 50 % is 0 and 1."""
    share, rest = Money(minor, "JPY").share(bps)
    assert (share.minor, rest.minor) == (freelancer, client)


def test_toman_for_rial() -> None:
    """A toman is ten rials; a bare number that could be either is asked, never guessed."""
    assert amounts.parse("12 million toman", "IRR") == Money(120_000_000, "IRR")
    with pytest.raises(Ambiguous, match="amount-ambiguous"):
        amounts.parse("12,000,000", "IRR")


def test_a_desk_of_one_above_the_threshold() -> None:
    """It is refused at the invite, with how much this desk can carry."""
    scene = manual()
    with pytest.raises(OverLimit, match="four-eyes-cap") as refused:
        scene.invited("1000.00 EUR")
    assert refused.value.data["limit"] == (100000, "EUR")


def test_hijacked_account_changes_the_payout_and_approves() -> None:
    """A changed account counts after three days, of which its owner reads at once."""
    scene = Scene()
    scene.do(SetDestination(actor=BINA, currency="EUR", details="NL01 BINA"))
    scene.submitted("300.00 EUR")
    scene.pass_time(DAY)
    scene.do(SetDestination(actor=BINA, currency="EUR", details="NL02 THIEF"))
    scene.approve()
    place = scene.store.people[BINA].destination("EUR")
    assert place is not None
    assert place.at(scene.clock.now() + 72 * HOUR - timedelta(seconds=1)) == "NL01 BINA"
    assert scene.told(BINA).count("destination-set") == 2


def test_reversed_weeks_after_completion() -> None:
    """The freelancer keeps what was released; the loss is ours, and the payer owes it."""
    scene = Scene()
    scene.submitted("300.00 EUR")
    scene.approve()
    scene.pass_time(30 * DAY)
    reverse(scene, number=1)
    m = scene.deal.milestone(1)
    assert (m.state, m.released, scene.deal.state) == (
        State.RELEASED,
        amount("300.00 EUR"),
        DealState.COMPLETED,
    )
    assert [tr.kind for tr in scene.deal.transfers] == [TransferKind.PAYOUT], "none goes back"
    assert scene.balance(f"asset:receivable:{CARLOS}") == 30000
    scene.assert_books_balance()


def test_chargeback_after_60_days() -> None:
    """Who took the money back begins nothing new until the desk has cleared it."""
    scene = Scene()
    scene.submitted("300.00 EUR")
    scene.approve()
    scene.pass_time(60 * DAY)
    reverse(scene, number=1)
    outcome(scene, LoseReversal)
    with pytest.raises(Refusal, match="payer-frozen"):
        scene.agreed("50.00 EUR")
    scene.assert_books_balance()


def test_ten_actions_of_499_against_a_threshold_of_500() -> None:
    """What one deal was paid on one day counts together: the second of them takes two people."""
    scene = large(four_eyes_threshold={"EUR": 50000})
    scene.agreed(*["499.00 EUR"] * 10)
    claim_paid(scene)
    by_hand(scene, price="499.00 EUR")
    assert scene.state(1) is State.IN_PROGRESS
    scene.submit()
    scene.approve()
    claim_paid(scene)
    by_hand(scene, price="499.00 EUR", external="x2")
    assert scene.state(2) is State.FUNDING
    approve(scene, TOM)
    assert scene.state(2) is State.IN_PROGRESS


def test_an_edit_after_the_second_approval() -> None:
    """What was approved is done at once; another amount is another act, asked for anew."""
    scene = claimed("600.00 EUR")
    by_hand(scene)
    first = waits(scene)
    by_hand(scene, price="599.00 EUR")
    with pytest.raises(Stale):
        approve(scene, TOM, first)
    approve(scene, TOM)
    assert scene.m.waiting == amount("599.00 EUR")
    by_hand(scene, price="1.00 EUR", external="x2")
    assert scene.m.state is State.FUNDING, "the day's sum is over the threshold: it waits again"
    approve(scene, TOM)
    assert scene.m.held == amount("600.00 EUR")
