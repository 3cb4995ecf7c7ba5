"""What core counts and names by itself: money, the books, ids and codes."""

from __future__ import annotations

import operator
from typing import Any, Final

import pytest

from core.deal.events import DealCompleted, TransferKind
from core.ledger import (
    FEE,
    Posting,
    asset,
    clearing,
    entries_for,
    has_total,
    hold,
    payable,
    suspense,
    waiting,
)
from core.paying import DepositReceived
from core.values.ids import CROCKFORD, RAIL, DealId, deal_id, read_code
from core.values.money import MOST, Money
from tests.kit.places import place
from tests.kit.scene import BINA, Scene, amount

DEAL: Final = DealId("0123ABCD")


def euros(minor: int) -> Money:
    return Money(minor, "EUR")


@pytest.mark.parametrize(
    ("money", "text"),
    [
        (euros(30000), "300.00 EUR"),
        (euros(5), "0.05 EUR"),
        (euros(0), "0.00 EUR"),
        (euros(-5), "-0.05 EUR"),
        (euros(-12345), "-123.45 EUR"),
        (euros(-1), "-0.01 EUR"),
        (Money(1001, "JPY"), "1001 JPY"),
        (Money(-1001, "JPY"), "-1001 JPY"),
        (Money(1, "KWD"), "0.001 KWD"),
        (Money(1, "BTC"), "0.00000001 BTC"),
    ],
)
def test_an_amount_is_written_with_all_its_decimals(money: Money, text: str) -> None:
    assert str(money) == text


@pytest.mark.parametrize("other", [0, 1, 2])
def test_amounts_compare_by_their_minor_units(other: int) -> None:
    one = euros(1)
    for compare in (operator.lt, operator.le, operator.gt, operator.ge, operator.eq):
        assert compare(one, euros(other)) is compare(1, other)
    assert (one + euros(other), one - euros(other)) == (euros(1 + other), euros(1 - other))


@pytest.mark.parametrize(
    "act", [operator.add, operator.sub, operator.lt, operator.le, operator.gt, operator.ge]
)
def test_no_two_currencies_are_added_or_compared(act: Any) -> None:
    with pytest.raises(ValueError, match=r"^EUR and USD do not mix$"):
        act(euros(1), Money(1, "USD"))
    assert euros(1) != Money(1, "USD")


def test_there_is_something_or_nothing() -> None:
    assert [bool(euros(minor)) for minor in (-1, 0, 1)] == [True, False, True]
    for wrong in (True, 1.0, "1", None):
        with pytest.raises(TypeError):
            Money(wrong, "EUR")  # type: ignore[arg-type]
    assert MOST == 1_000_000_000_000_000


def test_a_share_of_all_is_all() -> None:
    assert euros(10001).share(10_000) == (euros(10001), euros(0))
    assert euros(10001).share(1) == (euros(1), euros(10000))
    assert euros(9999).share(1) == (euros(0), euros(9999))


def test_what_is_left_of_equal_parts_goes_to_the_first() -> None:
    assert euros(5).split((1, 1, 1)) == (euros(2), euros(2), euros(1))
    assert euros(0).split((1, 2)) == (euros(0), euros(0))


# The books


@pytest.mark.parametrize(
    ("debit", "credit", "minor"), [("a", "b", 0), ("a", "b", -1), ("a", "a", 1)]
)
def test_a_posting_moves_something_between_two_accounts(
    debit: str, credit: str, minor: int
) -> None:
    with pytest.raises(ValueError, match="more than zero between two accounts"):
        Posting(debit, credit, euros(minor))
    assert Posting("a", "b", euros(1)).amount == euros(1)


@pytest.mark.parametrize(
    ("account", "name", "total"),
    [
        (asset("play"), "asset:play", False),
        (hold(DEAL, 2), f"hold:{DEAL}-2", True),
        (waiting(DEAL, 2), f"waiting:{DEAL}-2", True),
        (payable(BINA), f"payable:{int(BINA)}", True),
        (clearing(TransferKind.PAYOUT, DEAL, 3), f"clearing:payout:{DEAL}-3", True),
        (clearing(TransferKind.REFUND, DEAL, 3), f"clearing:refund:{DEAL}-3", True),
        (suspense("play"), "suspense:play", False),
        (FEE, "income:fee", False),
    ],
)
def test_each_account_has_its_name_and_some_a_running_total(
    account: str, name: str, total: bool
) -> None:
    assert (account, has_total(account)) == (name, total)


def test_what_moves_no_money_is_in_no_books() -> None:
    deal = place("working").deal
    assert entries_for(deal, DealCompleted()) == ()
    none = euros(0)
    nothing = DepositReceived(1, "play", "x", none, none, none, RAIL)
    assert entries_for(deal, nothing) == ()


def test_what_arrived_late_is_booked_as_nobodys_until_it_goes_back() -> None:
    scene = Scene()
    scene.funded("100.00 EUR")
    scene.pay(amount("7.00 EUR"), external="late", milestone=1)
    booked = {
        entry.reason: [(p.debit, p.credit, p.amount) for p in entry.postings]
        for entry in scene.store.entries
    }
    seven, deal = amount("7.00 EUR"), scene.deal_id
    assert booked["deposit:play:late"] == [("asset:play", "suspense:play", seven)]
    assert booked[f"return:{deal}-1"] == [("suspense:play", f"clearing:refund:{deal}-1", seven)]


# Ids and codes


@pytest.mark.parametrize(
    ("number", "spelled"),
    [
        (0, "00000000"),
        (1, "00000001"),
        (31, "0000000Z"),
        (32, "00000010"),
        (2**40 - 1, "ZZZZZZZZ"),
        (32**7, "10000000"),
    ],
)
def test_forty_bits_spell_an_id(number: int, spelled: str) -> None:
    assert deal_id(number) == spelled


@pytest.mark.parametrize("number", [-1, 2**40])
def test_no_other_number_does(number: int) -> None:
    with pytest.raises(ValueError, match="40 bits"):
        deal_id(number)


def test_a_code_is_read_however_it_is_typed() -> None:
    assert read_code("k3f9-qzm oil") == "K3F9QZM011"
    assert read_code("u.!?") == ""
    assert read_code(CROCKFORD) == CROCKFORD
