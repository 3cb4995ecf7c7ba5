"""Payouts as a file for the bank: what can be in it, what not, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from bot.config.rails import Account
from bot.rails.pain import Payment, pain
from bot.rails.paying_out import PayingOut
from bot.texts.ibans import iban_in
from core.deal.flag import FlagKind
from core.deal.model import TransferState
from core.paying import (
    ConfirmTransfer,
    Due,
    PayoutLineState,
    ReturnTransfer,
    SayArrived,
    SetFlag,
    WhyNot,
)
from core.people import SetDestination
from core.values.errors import BadInput, NotNow, NotYours, Stale
from core.values.ids import DealId
from core.values.money import Money
from core.values.policy import Policy
from tests.kit.memory import MemoryReads
from tests.kit.scene import ARAM, BINA, BOTH, DAY, TESS, Scene, at_once, words

OURS = Account(holder="Holdfast GmbH", iban="DE89370400440532013000", bank="Bank")
HERS = "NL91 ABNA 0417 1643 00"
OTHER = "GB33 BUKB 2020 1555 5555 55"


class House(Scene):
    """Deals that are paid by bank transfer, and their payouts."""

    def __init__(self) -> None:
        super().__init__(Policy(quiet_hours=None, rails=BOTH, four_eyes_threshold={"EUR": 10**9}))
        reads = MemoryReads(self.store, self.escrow)
        self.files = PayingOut(self.escrow, reads, {"EUR": OURS})

    def said_where(self, details: str = f"{HERS}\nBina Rahimi") -> None:
        self.do(SetDestination(actor=BINA, currency="EUR", details=details))

    def owes(self, price: str = "300.00 EUR", rail: str = "manual") -> DealId:
        self.agreed(price)
        self.pay(rail=rail)
        self.submit()
        self.approve()
        return self.deal_id

    def due(self) -> list[Due]:
        return at_once(self.files.due())

    def why(self) -> list[WhyNot | None]:
        return [one.why for one in self.due()]

    def make(self, **more: Any) -> Any:
        return at_once(self.files.make("EUR", TESS, **more))

    def took(self, message: str) -> list[tuple[str, str | None]]:
        said = at_once(self.files.took(message, TESS))
        return [(one.line.reference, None if one.no is None else one.no.key) for one in said]


@pytest.fixture
def house() -> House:
    house = House()
    house.owes()
    house.said_where()
    return house


def texts(content: bytes, name: str) -> list[str]:
    return [str(node.text) for node in ET.fromstring(content).iter() if node.tag.endswith(name)]  # noqa: S314 - our own


def test_a_file_has_all_that_is_owed_under_ids_that_a_statement_finds_again(house: House) -> None:
    house.owes("20.00 EUR")
    made = house.make()
    assert made.total == Money(32000, "EUR")
    assert texts(made.content, "}MsgId") == [made.message]
    assert texts(made.content, "}CtrlSum")[0] == "320.00"
    references = [line.reference for line in made.lines]
    assert sorted(texts(made.content, "}EndToEndId")) == sorted(references)
    assert all(len(one) <= 35 for one in (made.message, *references))
    assert iban_in(HERS) in texts(made.content, "}IBAN")
    assert "pain.001.001.09" in made.content.decode()


def test_making_it_moves_nothing_and_nothing_is_in_two_files(house: House) -> None:
    before = house.deal
    made = house.make()
    assert house.deal == before
    assert house.why() == [WhyNot.IN_FILE]
    with pytest.raises(NotNow, match="payout-nothing-due"):
        house.make()
    house.owes("20.00 EUR")
    assert house.make().message != made.message


def test_of_what_the_bank_took_exactly_that_is_sent_and_once(house: House) -> None:
    first = house.deal_id
    made = house.make()
    house.owes("20.00 EUR")
    assert house.took(made.message) == [(f"{first}-T1", None)]
    assert house.took(made.message) == []
    sent = house.store.deals[first].transfer(1)
    assert (sent.state, sent.external_id, sent.sent_by) == (
        TransferState.SENT, f"{first}-T1", TESS,
    )  # fmt: skip
    assert house.deal.transfer(1).state is TransferState.PENDING
    kept = at_once(house.files.of(made.message))
    assert [line.state for line in kept] == [PayoutLineState.SENT]
    house.assert_books_balance()


def test_what_the_bank_did_not_take_may_be_in_another_file(house: House) -> None:
    made = house.make()
    assert at_once(house.files.dropped(made.message, TESS)) == 1
    assert at_once(house.files.dropped(made.message, TESS)) == 0
    assert house.took(made.message) == []
    assert house.deal.transfer(1).state is TransferState.PENDING
    assert house.make().lines[0].reference == made.lines[0].reference


def test_one_whose_account_was_changed_since_is_named_and_not_sent(house: House) -> None:
    made = house.make()
    house.said_where(f"{OTHER}\nBina Rahimi")
    house.clock.forward(4 * DAY)
    reference = made.lines[0].reference
    assert house.took(made.message) == [(reference, "payout-changed")]
    assert house.deal.transfer(1).state is TransferState.PENDING
    [kept] = at_once(house.files.of(made.message))
    assert kept.state is PayoutLineState.APART


def test_one_that_a_colleague_sent_meanwhile_is_named(house: House) -> None:
    made = house.make()
    house.do(ConfirmTransfer(actor=TESS, deal=house.deal_id, transfer=1, external_id="w"))
    assert house.took(made.message) == [(made.lines[0].reference, "transfer-sent")]


def test_what_comes_back_has_another_id_in_the_next_file(house: House) -> None:
    made = house.make()
    house.took(made.message)
    on: dict[str, Any] = {"deal": house.deal_id, "transfer": 1, "returns": 0}
    house.do(ReturnTransfer(actor=TESS, words=words("closed"), **on))
    again = house.make()
    assert [line.reference for line in again.lines] == [f"{house.deal_id}-T1R1"]
    house.took(again.message)
    house.do(SayArrived(actor=BINA, **{**on, "returns": 1}))
    house.assert_books_balance()


def test_what_can_not_be_in_it_says_why() -> None:
    house = House()
    house.owes()
    assert house.why() == [WhyNot.NOWHERE]
    house.said_where("Bank Melli, account 0101, Bina")
    assert house.why() == [WhyNot.NO_IBAN]
    house.said_where(f"{HERS}\nBina Rahimi")
    assert house.why() == [WhyNot.CHANGES]
    house.clock.forward(4 * DAY)
    assert house.why() == [None]
    kind = FlagKind.OPERATOR
    house.owes("20.00 EUR")
    house.agreed("10.00 EUR", "10.00 EUR")
    house.pay(rail="manual")
    house.submit()
    house.approve()
    house.do(SetFlag(actor=TESS, deal=house.deal_id, kind=kind, words=words("looked into")))
    assert sorted(house.why(), key=str) == [None, None, WhyNot.FROZEN]
    house.owes("5.00 EUR", rail="play")
    assert WhyNot.OTHER_RAIL in house.why()


def test_what_takes_two_is_in_no_file_and_one_day_of_a_deal_counts_together() -> None:
    house = House()
    house.said_where()
    house.agreed("300.00 EUR", "300.00 EUR")
    for _ in range(2):
        house.pay(rail="manual")
        house.submit()
        house.approve()
    house.escrow.policy = replace(house.policy, four_eyes_threshold={"EUR": 40000})
    assert house.why() == [None, WhyNot.BY_TWO]
    assert [line.transfer for line in house.make().lines] == [1]


def test_without_an_account_of_ours_there_is_no_file(house: House) -> None:
    house.files = PayingOut(house.escrow, MemoryReads(house.store, house.escrow), {})
    assert house.why() == [WhyNot.NO_ACCOUNT]


def test_a_treasurer_makes_it_and_says_what_came_of_it(house: House) -> None:
    made = house.make()
    for ask in (
        house.files.make("EUR", ARAM),
        house.files.took(made.message, BINA),
        house.files.dropped(made.message, ARAM),
    ):
        with pytest.raises(NotYours):
            at_once(ask)
    with pytest.raises(BadInput, match="no-such-payout-file"):
        house.took("HF0")


def test_the_sum_that_was_shown_is_the_one_that_is_made(house: House) -> None:
    with pytest.raises(Stale):
        house.make(expected=Money(1, "EUR"))
    assert house.make(expected=Money(30000, "EUR")).total == Money(30000, "EUR")


def test_no_file_says_what_no_bank_reads() -> None:
    good = Payment("J4H6BCFN-T1", "Bina", HERS, Money(1, "EUR"))
    day = date(2026, 5, 19)
    for bad in (
        Payment("J4H6BCFN-T1", "Bina", "NL91 ABNA 0417 1643 01", Money(1, "EUR")),
        Payment("x" * 36, "Bina", HERS, Money(1, "EUR")),
    ):
        with pytest.raises(ValueError, match="not for a bank's file"):
            pain(OURS, [good, bad], "HF1", day)
    with pytest.raises(ValueError, match="not for a bank's file"):
        pain(OURS, [good], "H" * 36, day)


def test_it_waits_for_nobody(house: House) -> None:
    house.clock.forward(timedelta(days=30))
    assert house.why() == [None]
