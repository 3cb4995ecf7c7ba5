"""Amounts: read as people type them, never guessed, never rounded, never lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from iso4217 import Currency

from core.values import currencies
from core.values.amounts import parse
from core.values.errors import Ambiguous, BadInput
from core.values.money import Money


@pytest.mark.parametrize(
    ("typed", "currency", "minor"),
    [
        ("300", "EUR", 30000),
        ("1,5", "EUR", 150),
        ("1.50", "EUR", 150),
        ("1.", "EUR", 100),
        ("۱۵۰۰", "EUR", 150000),
        ("٣٠٠", "EUR", 30000),
        ("۱٬۵۰۰٫۲۵", "EUR", 150025),
        ("1.234,50 €", "EUR", 123450),
        ("1,234.50 EUR", "EUR", 123450),
        ("eur 12", "EUR", 1200),
        ("1 500.25", "EUR", 150025),
        ("1'500", "CHF", 150000),
        ("1,500,000", "EUR", 150000000),
        ("1500", "JPY", 1500),
        ("0.500", "KWD", 500),
        ("1.005.000", "JPY", 1005000),
        ("1.2345", "KWD", None),
        ("1.234567", "USDT", 1234567),
        ("۵۰۰ تومان", "IRR", 5000),
        ("500 rial", "IRR", 500),
        ("\u200f۳۰۰\u200e", "EUR", 30000),
        ("۱٫۵۰۰", "KWD", 1500),
        ("10000000000000", "EUR", 10**15),
    ],
)
def test_an_amount_is_read_as_people_type_it(typed: str, currency: str, minor: int | None) -> None:
    if minor is None:
        with pytest.raises(BadInput, match="amount-decimals"):
            parse(typed, currency)
    else:
        assert parse(typed, currency) == Money(minor, currency)


@pytest.mark.parametrize(
    ("typed", "currency", "key"),
    [
        ("1e9", "EUR", "amount-unreadable"),
        ("", "EUR", "amount-unreadable"),
        ("😀", "EUR", "amount-unreadable"),
        ("..", "EUR", "amount-unreadable"),
        ("1,23,4", "EUR", "amount-unreadable"),
        ("twelve", "EUR", "amount-unreadable"),
        ("3 or 4", "EUR", "amount-unreadable"),
        ("-5", "EUR", "amount-not-positive"),
        ("-0", "EUR", "amount-not-positive"),
        ("−5", "EUR", "amount-not-positive"),
        ("1EUR500", "EUR", "amount-unreadable"),
        ("1,234.567,89", "EUR", "amount-unreadable"),
        ("0", "EUR", "amount-not-positive"),
        ("0.00", "EUR", "amount-not-positive"),
        ("100.5 JPY", "JPY", "amount-decimals"),
        ("0.555", "EUR", "amount-decimals"),
        ("1.0005", "KWD", "amount-decimals"),
        ("300 USD", "EUR", "amount-other-currency"),
        ("300 تومان", "EUR", "amount-other-currency"),
        ("9" * 30, "EUR", "amount-too-large"),
    ],
)
def test_an_amount_that_cannot_be_used_is_refused(typed: str, currency: str, key: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse(typed, currency)
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("typed", "currency", "readings"),
    [
        ("1,500", "KWD", [(1500000, "KWD"), (1500, "KWD")]),
        ("1.500", "EUR", [(150000, "EUR"), (150, "EUR")]),
        ("500", "IRR", [(500, "IRR"), (5000, "IRR")]),
        ("100.555", "EUR", [(10055500, "EUR")]),
        ("1.500", "JPY", [(1500, "JPY")]),
        ("۱.۵۰۰ تومان", "IRR", [(15000, "IRR")]),
    ],
)
def test_an_amount_that_can_be_misread_is_asked_and_never_guessed(
    typed: str, currency: str, readings: list[tuple[int, str]]
) -> None:
    with pytest.raises(Ambiguous) as asked:
        parse(typed, currency)
    assert asked.value.data["choices"] == readings


def test_nothing_is_an_amount_only_where_it_may_be_sought() -> None:
    assert parse("0", "EUR", zero=True) == Money(0, "EUR")
    assert parse("۰", "IRR", zero=True) == Money(0, "IRR")
    with pytest.raises(BadInput, match="amount-not-positive"):
        parse("0", "EUR")
    with pytest.raises(BadInput, match="amount-negative"):
        parse("-0", "EUR", zero=True)


@given(st.integers(0, 10**15), st.integers(0, 10_000))
def test_a_share_and_its_rest_are_the_whole(minor: int, bps: int) -> None:
    part, rest = Money(minor, "EUR").share(bps)
    assert part + rest == Money(minor, "EUR")
    assert part.minor == minor * bps // 10_000


def test_the_freelancers_share_is_rounded_down() -> None:
    assert Money(1001, "JPY").share(3333) == (Money(333, "JPY"), Money(668, "JPY"))
    assert Money(1, "EUR").share(5000) == (Money(0, "EUR"), Money(1, "EUR"))


@given(st.integers(0, 10**12), st.lists(st.integers(1, 1000), min_size=1, max_size=5))
def test_parts_by_the_largest_remainder_add_up(minor: int, weights: list[int]) -> None:
    parts = Money(minor, "EUR").split(tuple(weights))
    assert sum(part.minor for part in parts) == minor
    total = sum(weights)
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part.minor * total - minor * weight) < total


def test_what_is_left_over_goes_to_the_largest_remainders() -> None:
    assert [part.minor for part in Money(10, "EUR").split((1, 1, 1, 4))] == [2, 1, 1, 6]
    assert [part.minor for part in Money(100, "EUR").split((6, 6, 1))] == [46, 46, 8]


@given(st.sampled_from([c.code for c in currencies.every()]), st.integers(1, 10**14))
def test_what_is_written_is_read_back(code: str, minor: int) -> None:
    money = Money(minor, code)
    if code == "IRR":
        return
    try:
        readings: object = [(parse(str(money), code).minor, code)]
    except Ambiguous as asked:
        readings = asked.data["choices"]
    assert isinstance(readings, list)
    assert (minor, code) in readings


def test_two_currencies_do_not_mix() -> None:
    with pytest.raises(ValueError, match="do not mix"):
        Money(1, "EUR") + Money(1, "USD")
    with pytest.raises(TypeError):
        Money(1.5, "EUR")  # type: ignore[arg-type]


def test_the_registry_has_every_iso_currency_with_its_exponent() -> None:
    for item in Currency:
        if item.exponent is not None and item.code not in currencies.OWN:
            assert currencies.get(item.code).exponent == item.exponent
    assert {c.code for c in currencies.every()} - {c.code for c in Currency} == {
        "USDT", "TON", "BTC", "ETH", "XTR",
    }  # fmt: skip
