"""Sent is not arrived: the books, who says so, and when its receiver is asked."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from core.available import available
from core.deadlines import deadlines_of
from core.deal.context import Context
from core.deal.events import Event, TransferKind
from core.deal.flag import FlagKind
from core.deal.milestone import State
from core.deal.model import DealState, TransferState
from core.deal.step import Act
from core.deal.terms import Role
from core.deal.transfer import OWED, TRANSFER_TABLE, TransferStep
from core.ledger import asset, clearing, payable
from core.notices import holds_true
from core.paying import (
    CancelFunding,
    ConfirmTransfer,
    FailTransfer,
    ReturnTransfer,
    ReverseDeposit,
    SayArrived,
    SayNotArrived,
    SetFlag,
    TransferConfirmed,
    TransferFailed,
    TransferReturned,
    TransferSent,
    money_lines,
)
from core.people import EraseMe
from core.values.errors import NotNow, NotYours
from core.values.ids import DESK, RAIL, PersonId
from core.values.policy import Policy
from core.values.window import DeadlineKind
from tests.kit.scene import (
    ARAM,
    BINA,
    BOTH,
    CARLOS,
    DAY,
    HOUR,
    SAM,
    STAFF,
    TESS,
    Scene,
    amount,
    words,
)


class OnItsWay(Scene):
    """Work that was paid by bank and approved, and whose payout a treasurer has sent."""

    def __init__(self) -> None:
        super().__init__(Policy(quiet_hours=None, rails=BOTH, four_eyes_threshold={"EUR": 10**9}))
        self.agreed("300.00 EUR")
        self.pay(rail="manual")
        self.submit()
        self.approve()
        self.confirm()

    def confirm(self, actor: PersonId = TESS, external_id: str = "w", number: int = 1) -> None:
        on: dict[str, Any] = {"deal": self.deal_id, "transfer": number}
        self.do(ConfirmTransfer(actor=actor, external_id=external_id, **on))

    def arrived(self, actor: PersonId, returns: int = 0, number: int = 1) -> None:
        on: dict[str, Any] = {"deal": self.deal_id, "transfer": number}
        self.do(SayArrived(actor=actor, returns=returns, **on))

    def missed(self, actor: PersonId = BINA, returns: int = 0) -> None:
        self.do(SayNotArrived(actor=actor, deal=self.deal_id, transfer=1, returns=returns))

    def failed(self, sent: int | None = 0, actor: PersonId = TESS, number: int = 1) -> None:
        on: dict[str, Any] = {"deal": self.deal_id, "transfer": number}
        self.do(FailTransfer(actor=actor, why="no such bank", sent=sent, **on))

    def came_back(self, returns: int = 0, number: int = 1) -> None:
        on: dict[str, Any] = {"deal": self.deal_id, "transfer": number}
        self.do(ReturnTransfer(actor=TESS, returns=returns, words=words("closed"), **on))

    @property
    def way(self) -> int:
        return self.balance(clearing(TransferKind.PAYOUT, self.deal_id, 1))

    @property
    def stands(self) -> tuple[TransferState, int, int, int]:
        """The state, and what is owed, on its way, and at the bank."""
        bank = self.balance(asset("manual"))
        return self.deal.transfer(1).state, self.balance(payable(BINA)), self.way, bank


SENT = (TransferState.SENT, 0, 30000, 30000)
THERE = (TransferState.CONFIRMED, 0, 0, 0)


def test_what_a_treasurer_sent_is_on_its_way_and_still_in_the_books() -> None:
    scene = OnItsWay()
    assert scene.stands == SENT
    sent = scene.deal.transfer(1)
    assert (sent.sent_by, sent.sent_at, sent.confirmed_at) == (TESS, scene.clock.now(), None)
    assert (scene.deal.state, scene.state(1)) == (DealState.COMPLETED, State.RELEASED)
    scene.assert_books_balance()


@pytest.mark.parametrize("who", [BINA, TESS])
def test_its_receiver_or_a_treasurer_says_that_it_is_there(who: PersonId) -> None:
    scene = OnItsWay()
    scene.clock.forward(HOUR)
    scene.arrived(who)
    assert scene.stands == THERE
    there = scene.deal.transfer(1)
    assert (there.confirmed_by, there.confirmed_at) == (who, scene.clock.now())
    assert there.sent_by == TESS
    assert there.known_there


def test_the_rail_says_it_too_and_once() -> None:
    scene = OnItsWay()
    for _ in range(2):
        scene.confirm(RAIL, "bank-77")
        assert scene.stands == THERE
    there = scene.deal.transfer(1)
    assert (there.external_id, there.also) == ("bank-77", ("w",))


def test_a_rail_that_pays_by_itself_sends_and_delivers_in_one_word() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    scene.approve()
    on: dict[str, Any] = {"deal": scene.deal_id, "transfer": 1}
    done = scene.do(ConfirmTransfer(actor=RAIL, external_id="p", **on))
    [told] = done.events
    assert isinstance(told, TransferConfirmed)
    assert not told.was_sent
    there = scene.deal.transfer(1)
    assert there.known_there
    assert (there.state, there.sent_at, there.arrival) == (TransferState.CONFIRMED, None, None)
    assert scene.balance(payable(BINA)) == scene.balance(asset("play")) == 0


@pytest.mark.parametrize(
    ("who", "why"),
    [(CARLOS, "other-side"), (SAM, "not-on-the-list"), (ARAM, "for-treasurers")],
)
def test_nobody_else_says_it(who: PersonId, why: str) -> None:
    scene = OnItsWay()
    with pytest.raises(NotYours, match=why):
        scene.arrived(who)
    assert scene.stands == SENT


def test_the_refund_is_the_clients_to_speak_of() -> None:
    scene = Scene(Policy(quiet_hours=None, rails=BOTH, four_eyes_threshold={"EUR": 10**9}))
    scene.agreed("300.00 EUR")
    scene.pay(amount("1.00 EUR"), rail="manual", external="x")
    seen = scene.m.seen
    scene.do(CancelFunding(actor=CARLOS, deal=scene.deal_id, milestone=1, seen=seen))
    way = clearing(TransferKind.REFUND, scene.deal_id, 1)
    OnItsWay.confirm(scene)  # type: ignore[arg-type]
    assert scene.balance(way) == scene.balance(asset("manual")) == 100
    with pytest.raises(NotYours, match="other-side"):
        OnItsWay.arrived(scene, BINA)  # type: ignore[arg-type]
    OnItsWay.arrived(scene, CARLOS)  # type: ignore[arg-type]
    assert scene.balance(way) == scene.balance(asset("manual")) == 0
    scene.assert_books_balance()


def test_what_is_not_on_its_way_did_not_arrive() -> None:
    scene = OnItsWay()
    scene.arrived(BINA)
    for who in (BINA, TESS):
        with pytest.raises(NotNow, match="transfer-not-on-its-way"):
            scene.arrived(who)
    with pytest.raises(NotNow, match="transfer-done"):
        scene.failed()
    assert scene.stands == THERE


def test_a_button_of_an_earlier_sending_says_nothing_of_the_next() -> None:
    scene = OnItsWay()
    scene.came_back()
    scene.confirm()
    with pytest.raises(NotNow, match="transfer-returned-since"):
        scene.arrived(BINA)
    with pytest.raises(NotNow, match="transfer-returned-since"):
        scene.failed()
    scene.pass_time(6 * DAY)
    with pytest.raises(NotNow, match="transfer-returned-since"):
        scene.missed()
    assert scene.deal.transfer(1).on_its_way
    scene.arrived(BINA, returns=1)
    assert scene.stands == THERE


def test_what_is_sent_is_not_sent_again_and_takes_no_second_person() -> None:
    scene = OnItsWay()
    before = scene.deal
    with pytest.raises(NotNow, match="transfer-sent"):
        scene.confirm()
    assert scene.deal == before
    assert scene.stands == SENT


# it did not stay there


@pytest.mark.parametrize("how", ["failed", "came_back"])
@pytest.mark.parametrize("there", [False, True])
def test_it_is_owed_again_from_where_it_was(how: str, there: bool) -> None:
    scene = OnItsWay()
    if there and how == "failed":
        return
    if there:
        scene.arrived(BINA)
    scene.clock.forward(3 * DAY)
    getattr(scene, how)()
    back = scene.deal.transfer(1)
    assert (back.owed, back.returns, back.arrival) == (True, 1, None)
    assert (back.sent_at, back.sent_by, back.confirmed_at) == (None, None, None)
    assert back.window.ends_at == scene.clock.now() + scene.policy.payout
    assert scene.stands[1:] == (30000, 0, 30000)
    assert scene.state(1) is State.RELEASED
    scene.confirm()
    assert scene.stands == SENT
    scene.arrived(TESS, returns=1)
    assert scene.stands == THERE
    scene.assert_books_balance()


def test_a_word_about_what_was_owed_fails_nothing_that_was_sent_since() -> None:
    scene = OnItsWay()
    with pytest.raises(NotNow, match="transfer-done"):
        scene.failed(sent=None)
    scene.came_back()
    scene.failed(sent=None)
    assert scene.deal.transfer(1).state is TransferState.FAILED
    with pytest.raises(NotNow, match="transfer-not-sent"):
        scene.failed(sent=1)
    assert scene.deal.transfer(1).returns == 1


def test_failing_and_returning_many_times_each_has_its_entries() -> None:
    scene = OnItsWay()
    for returns in range(4):
        (scene.failed if returns % 2 else scene.came_back)(returns)
        scene.confirm()
    assert scene.stands == SENT
    scene.assert_books_balance()


# asked


def test_its_receiver_is_asked_once_when_it_should_be_there() -> None:
    scene = OnItsWay()
    until = scene.clock.now() + scene.policy.arrival
    [due] = deadlines_of(scene.deal, scene.policy)
    assert (due.kind, due.due, due.person) == (DeadlineKind.ARRIVAL, until, BINA)
    scene.pass_time(scene.policy.arrival - timedelta(minutes=1))
    assert "arrival-asked" not in scene.told(BINA)
    for _ in range(3):
        scene.pass_time(2 * DAY)
    assert scene.told(BINA).count("arrival-asked") == 1
    notice = scene.notice(BINA, "arrival-asked")
    assert notice.data == {
        "amount": (30000, "EUR"), "transfer_kind": "payout", "transfer": 1, "returns": 0,
    }  # fmt: skip
    assert deadlines_of(scene.deal, scene.policy) == ()
    assert "desk-alarmed" not in scene.told(DESK), "the desk has done its part"
    assert scene.stands == SENT, "nobody's silence is an arrival"
    scene.arrived(BINA)
    assert not holds_true(notice, scene.deal)


def test_the_question_is_about_one_sending() -> None:
    scene = OnItsWay()
    scene.pass_time(6 * DAY)
    notice = scene.notice(BINA, "arrival-asked")
    assert holds_true(notice, scene.deal)
    scene.came_back()
    assert not holds_true(notice, scene.deal)
    scene.confirm()
    assert not holds_true(notice, scene.deal)
    scene.pass_time(6 * DAY)
    assert scene.told(BINA).count("arrival-asked") == 2


def test_who_says_that_it_is_there_is_not_asked() -> None:
    scene = OnItsWay()
    scene.arrived(BINA)
    assert deadlines_of(scene.deal, scene.policy) == ()


def test_that_it_is_not_there_is_said_once_it_should_be_and_once() -> None:
    scene = OnItsWay()
    with pytest.raises(NotNow, match="arrival-early"):
        scene.missed()
    scene.pass_time(5 * DAY)
    for who, why in ((CARLOS, "other-side"), (TESS, "stranger")):
        with pytest.raises(NotYours, match=why):
            scene.missed(who)
    scene.missed()
    assert scene.deal.transfer(1).missed_at == scene.clock.now()
    told = scene.notice(DESK, "transfer-missed")
    assert told.data == {"transfer": 1, "returns": 0}
    with pytest.raises(NotNow, match="arrival-denied"):
        scene.missed()
    assert scene.stands == SENT
    scene.arrived(BINA)
    assert not holds_true(told, scene.deal)
    assert scene.deal.transfer(1).missed_at is None


def test_what_can_be_said_is_offered_to_who_may_say_it() -> None:
    scene = OnItsWay()

    def offered(who: PersonId) -> set[Act]:
        ctx = Context(scene.clock.now(), scene.policy, STAFF)
        return {o.act for o in available(scene.deal, who, ctx) if o.transfer == 1}

    assert (offered(BINA), offered(CARLOS), offered(TESS)) == ({Act.ARRIVED}, set(), {Act.ARRIVED})
    scene.pass_time(5 * DAY)
    assert offered(BINA) == {Act.ARRIVED, Act.NOT_ARRIVED}
    scene.missed()
    assert offered(BINA) == {Act.ARRIVED}
    scene.came_back()
    assert (offered(BINA), offered(TESS)) == (set(), {Act.CONFIRM_TRANSFER})


def test_what_really_happened_is_said_while_a_deal_stands_still_and_nobody_is_asked() -> None:
    scene = Scene(Policy(quiet_hours=None, rails=BOTH, four_eyes_threshold={"EUR": 10**9}))
    scene.agreed("100.00 EUR", "100.00 EUR")
    scene.pay(rail="manual")
    scene.submit()
    scene.approve()
    OnItsWay.confirm(scene)  # type: ignore[arg-type]
    kind = FlagKind.OPERATOR
    scene.do(SetFlag(actor=TESS, deal=scene.deal_id, kind=kind, words=words("looked into")))
    scene.pass_time(9 * DAY)
    assert "arrival-asked" not in scene.told(BINA)
    OnItsWay.arrived(scene, BINA)  # type: ignore[arg-type]
    assert scene.deal.transfer(1).state is TransferState.CONFIRMED


# what rests on it


def test_what_was_sent_to_somebody_keeps_them_and_no_other_side() -> None:
    scene = OnItsWay()
    with pytest.raises(NotNow, match="still-open"):
        scene.do(EraseMe(actor=BINA))
    scene.arrived(BINA)
    scene.do(EraseMe(actor=BINA))


def test_the_other_side_waits_for_nobodys_word() -> None:
    scene = OnItsWay()
    scene.do(EraseMe(actor=CARLOS))


def test_what_was_sent_is_not_netted_by_what_a_bank_takes_back() -> None:
    scene = Scene(Policy(quiet_hours=None, rails=BOTH, four_eyes_threshold={"EUR": 10**9}))
    scene.agreed("300.00 EUR")
    scene.pay(amount("100.00 EUR"), rail="manual", external="x")
    seen = scene.m.seen
    scene.do(CancelFunding(actor=CARLOS, deal=scene.deal_id, milestone=1, seen=seen))
    OnItsWay.confirm(scene)  # type: ignore[arg-type]
    scene.do(
        ReverseDeposit(actor=TESS, deal=scene.deal_id, milestone=1, rail="manual", deposit="x",
                       external_id="r", amount=amount("100.00 EUR"), words=words("recalled"))
    )  # fmt: skip
    assert scene.deal.transfer(1).state is TransferState.SENT
    [made] = scene.deal.reversals
    assert (made.refunded.minor, made.beyond.minor) == (0, 10000)
    for say in (OnItsWay.came_back, OnItsWay.failed):
        with pytest.raises(NotNow, match="transfer-paid-by-bank"):
            say(scene)  # type: ignore[arg-type]
    OnItsWay.arrived(scene, TESS)  # type: ignore[arg-type]
    scene.assert_books_balance()


def test_a_treasurer_who_is_told_that_it_arrived_need_not_be_another() -> None:
    scene = OnItsWay()
    scene.arrived(TESS)
    told = scene.notice(BINA, "transfer-confirmed")
    assert (told.data["reached"], told.ring) == ("statement", False)


# the history


def test_sent_arrived_and_failed_are_told_apart() -> None:
    price = amount("5.00 EUR")
    who: dict[str, Any] = {
        "milestone": 1, "transfer": 1, "kind": TransferKind.PAYOUT, "person": BINA, "amount": price,
    }  # fmt: skip
    by: dict[str, Any] = {"rail": "manual", "external_id": "w", **who}
    told: list[tuple[Event, list[str]]] = [
        (TransferSent(by=TESS, **by), ["payout-sent"]),
        (TransferConfirmed(by=TESS, **by, was_sent=True), ["payout-arrived"]),
        (TransferConfirmed(by=BINA, **by, was_sent=True), ["payout-arrived"]),
        (TransferConfirmed(by=RAIL, **by), ["payout-arrived"]),
        (TransferConfirmed(by=TESS, **by), ["payout-sent"]),
        (TransferFailed(**who, why="x"), []),
        (TransferFailed(**who, why="x", was_sent=True), ["came-back"]),
        (
            TransferReturned(**who, rail="manual", by=TESS, returns=1, words=words("x")),
            ["came-back"],
        ),
    ]
    for event, names in told:
        assert money_lines(event, Role.FREELANCER) == [(name, price) for name in names]
        assert money_lines(event, Role.CLIENT) == []


# the table


def test_from_each_state_there_is_a_way_and_arrived_is_left_by_coming_back_alone() -> None:
    left = {before for before, _ in TRANSFER_TABLE}
    assert left == set(TransferState) - {TransferState.VOID}, "what was never owed is over"
    from_there = {step for state, step in TRANSFER_TABLE if state is TransferState.CONFIRMED}
    assert from_there == {TransferStep.RETURN}
    assert {before for before, step in TRANSFER_TABLE if step is TransferStep.SEND} == OWED
    nets = {before for before, step in TRANSFER_TABLE if step is TransferStep.NET}
    assert nets == OWED, "what was sent is netted by nothing"
