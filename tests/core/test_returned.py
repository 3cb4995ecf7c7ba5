"""What was sent and came back: owed again, with the reason, and no milestone opens again."""

from __future__ import annotations

import pytest

from core.deal.events import TransferKind
from core.deal.milestone import State
from core.deal.model import DealState, TransferState
from core.ledger import asset, clearing, payable
from core.paying import CancelFunding, ConfirmTransfer, ReturnTransfer, ReverseDeposit
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
        one = {"actor": TESS, "deal": self.deal_id, "transfer": number}
        self.do(ConfirmTransfer(external_id="w", **one))  # type: ignore[arg-type]

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
