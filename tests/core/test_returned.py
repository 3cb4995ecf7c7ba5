"""What was sent and came back: owed again, with the reason, and no milestone opens again."""

from __future__ import annotations

from typing import Any

import pytest

from core.deal.events import TransferKind
from core.deal.milestone import State
from core.deal.model import DealState, TransferState
from core.ledger import asset, clearing, payable
from core.paying import (
    CancelFunding,
    ConfirmTransfer,
    LoseReversal,
    ReturnTransfer,
    ReverseDeposit,
    SayArrived,
    WinReversal,
)
from core.values.errors import NotNow, NotYours
from core.values.ids import RAIL, PersonId
from core.values.policy import Policy
from core.values.window import DeadlineKind
from tests.kit.scene import ARAM, BINA, BOTH, CARLOS, DAY, TESS, Scene, amount, words

WHY = words("The account is closed.")


class Sent(Scene):
    """Work that was paid by bank, approved, and whose payout a treasurer has sent."""

    def __init__(self, price: str = "300.00 EUR") -> None:
        super().__init__(Policy(quiet_hours=None, rails=BOTH, four_eyes_threshold={"EUR": 10**9}))
        self.agreed(price)
        self.pay(rail="manual")
        self.submit()
        self.approve()
        self.send()

    def send(self, number: int = 1) -> None:
        """It is sent, and arrives."""
        one: dict[str, Any] = {"actor": TESS, "deal": self.deal_id, "transfer": number}
        self.do(ConfirmTransfer(external_id="w", **one))
        self.do(SayArrived(returns=self.deal.transfer(number).returns, **one))

    def rail_says(self, external_id: str) -> None:
        on = {"actor": RAIL, "deal": self.deal_id, "transfer": 1}
        self.do(ConfirmTransfer(external_id=external_id, **on))  # type: ignore[arg-type]

    def comes_back(self, actor: PersonId = TESS, returns: int = 0, number: int = 1) -> None:
        self.do(
            ReturnTransfer(
                actor=actor, deal=self.deal_id, transfer=number, returns=returns, words=WHY
            )
        )


def test_it_is_owed_again_as_before_it_was_sent() -> None:
    scene = Sent()
    assert (scene.balance(payable(BINA)), scene.balance(asset("manual"))) == (0, 0)
    scene.clock.forward(9 * DAY)
    scene.comes_back()
    assert (scene.balance(payable(BINA)), scene.balance(asset("manual"))) == (30000, 30000)
    [owed] = scene.deal.transfers
    assert (owed.state, owed.returned, owed.returns) == (TransferState.RETURNED, WHY, 1)
    assert owed.window.ends_at == scene.clock.now() + scene.policy.payout
    [due] = [d for d in scene.store.schedule.values() if d.kind is DeadlineKind.TRANSFER]
    assert due.due == owed.window.ends_at


def test_no_milestone_and_no_deal_opens_again() -> None:
    scene = Sent()
    scene.comes_back()
    assert (scene.state(1), scene.deal.state) == (State.RELEASED, DealState.COMPLETED)


def test_its_receiver_reads_why_and_nobody_else() -> None:
    scene = Sent()
    before = len(scene.store.notices_to(CARLOS))
    scene.comes_back()
    notice = scene.notice(BINA, "transfer-returned")
    assert notice.words == WHY
    assert notice.data == {"amount": (30000, "EUR"), "transfer_kind": "payout"}
    assert len(scene.store.notices_to(CARLOS)) == before


def test_it_is_sent_again_and_may_come_back_again() -> None:
    scene = Sent()
    scene.comes_back()
    scene.send()
    assert scene.deal.transfer(1).state is TransferState.CONFIRMED
    assert scene.balance(asset("manual")) == 0
    scene.comes_back(returns=1)
    scene.send()
    assert scene.deal.transfer(1).returns == 2
    assert (scene.balance(asset("manual")), scene.balance(payable(BINA))) == (0, 0)
    scene.assert_books_balance()


def test_two_treasurers_say_it_once() -> None:
    scene = Sent()
    scene.comes_back()
    with pytest.raises(NotNow, match="transfer-not-sent"):
        scene.comes_back()
    scene.send()
    with pytest.raises(NotNow, match="transfer-returned-since"):
        scene.comes_back()
    assert scene.balance(asset("manual")) == 0


def test_what_was_not_sent_does_not_come_back() -> None:
    scene = Sent()
    with pytest.raises(NotYours, match="no-such-transfer"):
        scene.comes_back(number=2)
    scene.comes_back()
    with pytest.raises(NotNow, match="transfer-not-sent"):
        scene.comes_back(returns=1)


@pytest.mark.parametrize(("actor", "why"), [(ARAM, "for-treasurers"), (BINA, "not-on-the-list")])
def test_a_treasurer_or_the_rail_says_it(actor: PersonId, why: str) -> None:
    scene = Sent()
    with pytest.raises(NotYours, match=why):
        scene.comes_back(actor)
    scene.comes_back(RAIL)


def test_a_refund_that_came_back_stands_on_its_account_again() -> None:
    scene = Scene(Policy(quiet_hours=None, rails=BOTH, four_eyes_threshold={"EUR": 10**9}))
    scene.agreed("300.00 EUR")
    scene.pay(amount("1.00 EUR"), rail="manual")
    m = scene.m
    scene.do(CancelFunding(actor=CARLOS, deal=scene.deal_id, milestone=1, seen=m.seen))
    Sent.send(scene)  # type: ignore[arg-type]
    Sent.comes_back(scene)  # type: ignore[arg-type]
    way = clearing(TransferKind.REFUND, scene.deal_id, 1)
    assert scene.balance(way) == scene.balance(asset("manual")) == 100
    assert scene.notice(CARLOS, "transfer-returned").data["transfer_kind"] == "refund"
    Sent.send(scene)  # type: ignore[arg-type]
    assert scene.balance(way) == 0


def test_what_a_bank_took_back_itself_was_never_sent_by_us() -> None:
    scene = Scene(Policy(quiet_hours=None, rails=BOTH, four_eyes_threshold={"EUR": 10**9}))
    scene.agreed("300.00 EUR")
    scene.pay(amount("1.00 EUR"), rail="manual", external="x")
    m = scene.m
    scene.do(CancelFunding(actor=CARLOS, deal=scene.deal_id, milestone=1, seen=m.seen))
    scene.do(
        ReverseDeposit(actor=TESS, deal=scene.deal_id, milestone=1, rail="manual", deposit="x",
                       external_id="r", amount=amount("1.00 EUR"), words=WHY)
    )  # fmt: skip
    with pytest.raises(NotNow, match="transfer-not-sent"):
        Sent.comes_back(scene)  # type: ignore[arg-type]


def taken_from_sent(scene: Scene) -> None:
    """The bank takes back what the freelancer has."""
    deposit = scene.m.deposits[0].external_id
    scene.do(
        ReverseDeposit(actor=TESS, deal=scene.deal_id, milestone=1, rail="manual",
                       deposit=deposit, external_id="r", amount=amount("300.00 EUR"), words=WHY)
    )  # fmt: skip


class Refunded(Sent):
    """A part payment that was cancelled, and sent back to the client."""

    def __init__(self, paid: str = "100.00 EUR") -> None:
        policy = Policy(quiet_hours=None, rails=BOTH, four_eyes_threshold={"EUR": 10**9})
        Scene.__init__(self, policy)
        self.agreed("300.00 EUR")
        self.pay(amount(paid), rail="manual", external="x")
        seen = self.m.seen
        self.do(CancelFunding(actor=CARLOS, deal=self.deal_id, milestone=1, seen=seen))

    def bank_takes(self, taken: str, external: str = "r") -> None:
        self.do(
            ReverseDeposit(actor=TESS, deal=self.deal_id, milestone=1, rail="manual", deposit="x",
                           external_id=external, amount=amount(taken), words=WHY)
        )  # fmt: skip


@pytest.mark.parametrize("taken", ["100.00 EUR", "40.00 EUR"])
def test_a_refund_comes_back_to_nobody_whom_the_bank_paid_since(taken: str) -> None:
    scene = Refunded()
    scene.send()
    scene.clock.forward(DAY)
    scene.bank_takes(taken)
    for decided in (False, True):
        if decided:
            scene.do(LoseReversal(actor=TESS, deal=scene.deal_id, reversal=1, words=WHY))
        before = scene.deal
        for actor in (TESS, RAIL):
            with pytest.raises(NotNow, match="transfer-paid-by-bank"):
                scene.comes_back(actor)
        assert scene.deal == before
        assert scene.balance(clearing(TransferKind.REFUND, scene.deal_id, 1)) == 0
    scene.assert_books_balance()


def test_what_the_bank_gave_back_again_leaves_the_refund_owed() -> None:
    scene = Refunded()
    scene.send()
    scene.bank_takes("100.00 EUR")
    scene.do(WinReversal(actor=TESS, deal=scene.deal_id, reversal=1, words=WHY))
    scene.comes_back()
    way = clearing(TransferKind.REFUND, scene.deal_id, 1)
    assert scene.balance(way) == scene.balance(asset("manual")) == 10000


def test_a_refund_that_was_sent_after_the_bank_took_its_part_is_owed_again() -> None:
    scene = Sent()
    scene.pay(amount("20.00 EUR"), rail="manual", external="late")
    taken_from_sent(scene)
    scene.pay(amount("30.00 EUR"), rail="manual", external="later")
    scene.clock.forward(DAY)
    scene.send(number=3)
    scene.comes_back(number=3)
    way = clearing(TransferKind.REFUND, scene.deal_id, 3)
    assert scene.balance(way) == 3000


def test_a_payout_is_the_freelancers_whatever_the_bank_took_from_us() -> None:
    scene = Sent()
    taken_from_sent(scene)
    assert scene.deal.reversals[0].beyond == amount("300.00 EUR")
    scene.comes_back()
    assert scene.balance(payable(BINA)) == 30000


def test_what_its_rail_said_before_it_came_back_is_no_new_arrival() -> None:
    scene = Sent()
    scene.rail_says("w2")
    scene.comes_back(RAIL)
    owed = scene.deal
    for known in ("w", "w2"):
        scene.rail_says(known)
        assert scene.deal == owed
    assert scene.balance(payable(BINA)) == 30000
    scene.rail_says("w3")
    assert scene.deal.transfer(1).state is TransferState.CONFIRMED
    scene.comes_back(RAIL, returns=1)
    owed = scene.deal
    for known in ("w", "w2", "w3"):
        scene.rail_says(known)
        assert scene.deal == owed
    scene.assert_books_balance()


def test_a_treasurer_may_name_the_id_under_which_it_went_before() -> None:
    scene = Sent()
    scene.comes_back()
    scene.send()
    assert (scene.balance(payable(BINA)), scene.balance(asset("manual"))) == (0, 0)
