"""Amounts as people write them: read where there is one way to read them, asked where not."""

from typing import Any

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from bot.texts import amounts as shown
from core.values import currencies
from core.values.amounts import named, parse
from core.values.errors import Ambiguous, BadInput
from core.values.money import MOST, Money


@pytest.mark.parametrize(
    ("typed", "currency", "minor"),
    [
        ("300 euro", "EUR", 30000),
        ("300,-", "EUR", 30000),
        ("€ 300,–", "EUR", 30000),
        ("300.- CHF", "CHF", 30000),
        ("300 EUR.", "EUR", 30000),
        ("300 EUR!", "EUR", 30000),
        ("€300", "EUR", 30000),
        ("EUR300", "EUR", 30000),
        ("300€", "EUR", 30000),
        ("۳۰۰ یورو", "EUR", 30000),
        ("\u2067۳۰۰\u2069 یورو", "EUR", 30000),
        ("３００", "EUR", 30000),
        ("US$ 300", "USD", 30000),
        ("300 us dollars", "USD", 30000),
        ("۳۰۰ دلار آمریکا", "USD", 30000),
        ("$300", "CAD", 30000),
        ("300 تومان", "IRR", 3000),
        ("۵۰۰ هزار تومان", "IRR", 5_000_000),
        ("۲ ميليون ريال", "IRR", 2_000_000),
        ("3k", "EUR", 300_000),
        ("3.5k EUR", "EUR", 350_000),
        ("1 200 500", "EUR", 120_050_000),
        ("1\u202f200\u202f500,75", "EUR", 120_050_075),
        ("1’200.50", "CHF", 120_050),
        ("12,34,567.50", "INR", 123_456_750),
        ("12,555", "JPY", 12555),
        ("12\u066c555", "EUR", 1_255_500),
        ("12\u066b55", "EUR", 1255),
        ("12,555.00", "EUR", 1_255_500),
        ("0300", "EUR", 30000),
    ],
)
def test_an_amount_that_can_be_meant_one_way_alone_is_understood(
    typed: str, currency: str, minor: int
) -> None:
    assert parse(typed, currency) == Money(minor, currency)


@pytest.mark.parametrize(
    ("typed", "currency", "choices"),
    [
        ("300\n500", "EUR", [30000, 50000]),
        ("300\r\n500 EUR", "EUR", [30000, 50000]),
        ("300\u2028500", "EUR", [30000, 50000]),
        ("300\t500", "EUR", [30000, 50000]),
        ("1200 500", "EUR", [120_000, 50000, 120_050_000]),
        ("0 300", "EUR", [30000]),
        ("1, 500", "EUR", [100, 50000]),
        ("12,555", "EUR", [1_255_500]),
        ("12.555", "EUR", [1_255_500]),
        ("1,500", "EUR", [150_000, 150]),
        ("300,000", "EUR", [30_000_000, 30000]),
        ("500", "IRR", [500, 5000]),
    ],
)
def test_an_amount_that_can_be_meant_in_two_ways_is_asked(
    typed: str, currency: str, choices: list[int]
) -> None:
    with pytest.raises(Ambiguous) as asked:
        parse(typed, currency)
    assert asked.value.data["choices"] == [(minor, currency) for minor in choices]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("1e9", "amount-unreadable"),
        ("½", "amount-unreadable"),
        ("300²", "amount-unreadable"),
        ("①", "amount-unreadable"),
        ("Ⅳ", "amount-unreadable"),
        ("300-500", "amount-unreadable"),
        ("300/500", "amount-unreadable"),
        ("300 + 50", "amount-unreadable"),
        ("300€ per page", "amount-unreadable"),
        ("300 euro 50", "amount-unreadable"),
        ("€300 USD", "amount-unreadable"),
        ("about 300", "amount-unreadable"),
        ("1 2 3 4", "amount-unreadable"),
        ("1,50,3", "amount-unreadable"),
        ("10.10.2026", "amount-unreadable"),
        ("-0", "amount-not-positive"),
        ("−5 EUR", "amount-not-positive"),
        ("€-5", "amount-not-positive"),
        ("0", "amount-not-positive"),
        ("300 USD", "amount-other-currency"),
        ("300 تومان", "amount-other-currency"),
        ("1.2345", "amount-decimals"),
        ("9" * 20, "amount-too-large"),
        ("9" * 4096, "amount-too-large"),
        ("999 billion billion", "amount-unreadable"),
        ("99999999999 billion", "amount-too-large"),
    ],
)
def test_what_is_no_amount_gets_a_clear_answer(typed: str, key: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse(typed, "EUR")
    assert refused.value.key == key


@given(st.text(max_size=40))
def test_nothing_that_is_typed_breaks_the_reader(typed: str) -> None:
    for currency in ("EUR", "IRR", "JPY", "KWD"):
        try:
            parse(typed, currency)
        except BadInput:
            continue


@given(st.integers(0, 10**9), st.sampled_from("\n\r\t\v\u2028\u2029"), st.integers(0, 10**9))
def test_a_line_break_never_makes_one_number_of_two(one: int, between: str, other: int) -> None:
    with pytest.raises(BadInput) as asked:
        parse(f"{one}{between}{other}", "EUR")
    choices = asked.value.data.get("choices", [])
    assert isinstance(choices, list)
    assert {minor for minor, _ in choices} <= {one * 100, other * 100}


LOCALES = [Locale.parse(code) for code in ("en", "fa", "de", "fr", "hi", "ar_EG", "pl", "de_CH")]
CODES = sorted(c.code for c in currencies.every())


@given(st.integers(1, MOST), st.sampled_from(CODES), st.sampled_from(LOCALES))
def test_what_we_write_in_any_language_reads_back_as_itself(
    minor: int, code: str, locale: Locale
) -> None:
    read = readings(shown.money(Money(minor, code), locale), code)
    assert (minor, code) in read
    # Three digits behind the only mark: asked, since it could be thousands.
    assert len(read) == 1 or currencies.get(code).exponent in (0, 3)


def readings(typed: str, code: str) -> list[tuple[int, str]]:
    """The amount, or what is asked about it."""
    try:
        amount = parse(typed, code)
    except Ambiguous as asked:
        choices: Any = asked.data["choices"]
        return [(minor, currency) for minor, currency in choices]
    return [(amount.minor, amount.currency)]


def test_the_currencies_that_an_amount_names_are_those_of_its_words() -> None:
    assert named("300 euro") == {"EUR"}
    assert named("300 تومان") == {"IRR"}
    assert named("300") == frozenset()
    assert "USD" in named("$300")
    assert named("300 apples") == frozenset()
