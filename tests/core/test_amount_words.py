"""What people call money, in the languages they write to us: each word, and what it stands for."""

from __future__ import annotations

from typing import Final

import pytest

from core.values import currencies
from core.values.amounts import named, parse
from core.values.errors import Ambiguous, BadInput
from core.values.money import MOST, Money

DOLLARS: Final = ("USD", "AUD", "CAD", "NZD", "SGD", "HKD", "MXN")
CALLED: Final = {
    "eur euro euros یورو €": ("EUR",),
    "usd us$ buck bucks آمریکا امریکا": ("USD",),
    "dollar dollars دلار $": DOLLARS,
    "gbp pound pounds sterling quid پوند بریتانیا £": ("GBP",),
    "irr rial rials ریال ﷼": ("IRR",),
    "chf franken francs franc fr فرانک سوئیس": ("CHF",),
    "inr هند ₹": ("INR",),
    "rupee rupees روپیه": ("INR", "PKR"),
    "dirham dirhams درهم امارات": ("AED",),
    "lira liras lirasi لیر لیره ترکیه ₺ tl": ("TRY",),
    "ruble rubles rouble roubles روبل روسیه ₽": ("RUB",),
    "hryvnia hryvnias ₴": ("UAH",),
    "yen ین ژاپن 円": ("JPY",),
    "¥": ("JPY", "CNY"),
    "yuan rmb یوان یوآن چین 元": ("CNY",),
    "zloty zł": ("PLN",),
    "shekel shekels ₪": ("ILS",),
    "won وون ₩": ("KRW",),
    "naira ₦": ("NGN",),
    "dong ₫": ("VND",),
    "tether تتر": ("USDT",),
    "bitcoin ₿": ("BTC",),
    "star stars": ("XTR",),
    "kr": ("SEK", "NOK", "DKK"),
    "krona kronor سوئد": ("SEK",),
    "نروژ": ("NOK",),
    "دانمارک": ("DKK",),
    "کرون": ("SEK", "NOK", "DKK"),
    "پاکستان": ("PKR",),
    "استرالیا": ("AUD",),
    "کانادا": ("CAD",),
    "سنگاپور": ("SGD",),
    "افغانی افغانستان": ("AFN",),
    "دینار": ("IQD", "KWD"),
    "عراق": ("IQD",),
    "کویت": ("KWD",),
    "krone kroner": ("NOK", "DKK"),
    "toman tomans تومان تومن": ("IRR",),
}
TOMANS: Final = "toman tomans تومان تومن"
WORDS: Final = [(word, codes) for words, codes in CALLED.items() for word in words.split()]
TIMES: Final = {
    "k thousand هزار": 10**3,
    "m million mio mln میلیون ملیون": 10**6,
    "میلیارد billion": 10**9,
}


def read(typed: str, code: str) -> int:
    """The amount, in whole units of the currency."""
    minor_unit: int = 10 ** currencies.get(code).exponent
    return parse(typed, code).minor // minor_unit


@pytest.mark.parametrize(("word", "codes"), WORDS)
def test_each_word_stands_for_its_currency_before_and_behind_the_number(
    word: str, codes: tuple[str, ...]
) -> None:
    for code in codes:
        rials = 10 if word in TOMANS.split() else 1
        for typed in (f"300 {word}", f"{word} 300", f"300 {word.upper()}"):
            assert read(typed, code) == 300 * rials


@pytest.mark.parametrize(("word", "codes"), WORDS)
def test_no_word_stands_for_another_currency(word: str, codes: tuple[str, ...]) -> None:
    for code in ("EUR", "USD", "GBP", "IRR", "CHF", "SEK", "JPY", "PKR"):
        if code not in codes:
            with pytest.raises(BadInput) as no:
                parse(f"300 {word}", code)
            assert (no.value.key, no.value.data) == ("amount-other-currency", {"currency": code})


@pytest.mark.parametrize(("word", "codes"), WORDS)
def test_the_words_of_an_amount_name_their_currencies(word: str, codes: tuple[str, ...]) -> None:
    assert named(f"300 {word}") == set(codes)


@pytest.mark.parametrize(
    ("word", "times"), [(word, times) for words, times in TIMES.items() for word in words.split()]
)
def test_each_word_for_many_multiplies(word: str, times: int) -> None:
    assert parse(f"3 {word}", "EUR") == Money(300 * times, "EUR")
    assert parse(f"3 {word} euro", "EUR") == Money(300 * times, "EUR")


def test_one_word_for_many_is_enough() -> None:
    with pytest.raises(BadInput, match=r"^amount-unreadable$"):
        parse("3 million million", "EUR")


def test_every_currency_is_known_by_its_code() -> None:
    for code in {item.code for item in currencies.every()}:
        assert code in named(f"300 {code}")
        if code != "IRR":
            for typed in (f"300 {code}", f"300 {code.lower()}", f"{code}300"):
                assert read(typed, code) == 300


def test_no_amount_is_above_the_most_that_one_may_reach() -> None:
    assert parse(f"{MOST // 100} EUR", "EUR") == Money(MOST, "EUR")
    with pytest.raises(BadInput, match=r"^amount-too-large$"):
        parse(f"{MOST // 100}.01 EUR", "EUR")
    assert parse(f"{MOST // 10} toman", "IRR") == Money(MOST, "IRR")
    with pytest.raises(BadInput, match=r"^amount-too-large$"):
        parse(f"{MOST // 10 + 1} toman", "IRR")


def test_digits_that_are_too_many_are_no_number() -> None:
    assert parse("0" * 27 + "300", "EUR") == Money(30000, "EUR")
    with pytest.raises(BadInput, match=r"^amount-too-large$"):
        parse("0" * 28 + "300", "EUR")


@pytest.mark.parametrize(
    ("typed", "data"),
    [
        ("about 300", {"currency": "EUR"}),
        ("½", {"currency": "EUR"}),
        ("nothing", {"currency": "EUR"}),
        ("1 2 3 4", {"currency": "EUR"}),
        ("300 / 2", {"currency": "EUR"}),
    ],
)
def test_what_can_not_be_read_names_the_currency_that_was_asked_for(
    typed: str, data: dict[str, object]
) -> None:
    with pytest.raises(BadInput) as no:
        parse(typed, "EUR")
    assert (no.value.key, no.value.data) == ("amount-unreadable", data)


def test_decimals_that_there_are_none_of_are_told_how_many_there_are() -> None:
    for typed, code, decimals in (("1.2345", "EUR", 2), ("1.5", "JPY", 0), ("1.00001", "KWD", 3)):
        with pytest.raises(BadInput) as no:
            parse(typed, code)
        told = {"currency": code, "decimals": decimals}
        assert (no.value.key, no.value.data) == ("amount-decimals", told)
    assert parse("1.23456k", "EUR") == Money(123456, "EUR"), "of a thousand there are more"


@pytest.mark.parametrize(
    ("typed", "minor"),
    [
        ("1,234", None),
        ("12,34", 1234),
        ("1 234", 123_400),
        ("1 234,5", 123_450),
        ("1'234.50", 123_450),
        ("1_234", 123_400),
        ("1٬234٫50", 123_450),
        ("1.234.567", 123_456_700),
        ("1,234,567.89", 123_456_789),
        ("1.234.567,89", 123_456_789),
        ("12,34,567", 123_456_700),
        ("300.", 30000),
        ("300,-", 30000),
        ("300.--", 30000),
        ("300,– €", 30000),
        ("0.5", 50),
        ("00.50", 50),
        ("0٫5", 50),
    ],
)
def test_points_commas_and_spaces_group_or_divide(typed: str, minor: int | None) -> None:
    if minor is None:
        with pytest.raises(Ambiguous):
            parse(typed, "EUR")
    else:
        assert parse(typed, "EUR") == Money(minor, "EUR")


@pytest.mark.parametrize(
    "typed",
    [
        "1٬23",
        "12٬34٬567٫1٫2",
        "1,2345,678",
        "1234,567,890",
        "0,123,456",
        "1.23,456.78",
        "1٫2٫3",
        "1٫234.5",
        "1,,2",
        "1;2",
        "1 23,456,78",
    ],
)
def test_what_is_grouped_as_nobody_groups_is_not_read(typed: str) -> None:
    with pytest.raises(BadInput) as no:
        parse(typed, "EUR")
    assert no.value.key in ("amount-unreadable", "amount-ambiguous")


@pytest.mark.parametrize("typed", ["-1", "- 1", "€ -1", "−1 EUR", "-1 EUR"])
def test_below_nothing_is_no_amount(typed: str) -> None:
    with pytest.raises(BadInput, match=r"^amount-not-positive$"):
        parse(typed, "EUR")


@pytest.mark.parametrize(
    ("typed", "rials"),
    [
        ("۱۲ میلیون تومان", 120_000_000),
        ("۱۲/۵ میلیون تومان", 125_000_000),
        ("یک میلیون تومان", 10_000_000),
        ("one million toman", 10_000_000),
        ("۵۰۰هزارتومان", 5_000_000),
        ("۱۲۰/۰۰۰/۰۰۰ ریال", 120_000_000),
        ("۱ میلیون و ۲۰۰ هزار تومان", 12_000_000),
        ("یک میلیون و ۲۰۰ هزار و ۵۰۰ تومان", 12_005_000),
        ("1 million and 200 thousand toman", 12_000_000),
        ("۱۲۰٬۰۰۰٬۰۰۰ ریال (۱۲ میلیون تومان)", 120_000_000),
        ("120,000,000 rials (12 million toman)", 120_000_000),
    ],
)
def test_rials_are_read_as_people_write_them(typed: str, rials: int) -> None:
    assert parse(typed, "IRR") == Money(rials, "IRR")
    assert named(typed) == {"IRR"}


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        ("۱ میلیون و ۲۰۰ هزار", (1_200_000, 12_000_000)),
        ("۵۰۰/۰۰۰ تومان", (5_000_000, 5_000)),
        ("120,000,000 rials (13 million toman)", (120_000_000, 130_000_000)),
    ],
)
def test_what_may_be_two_sums_of_rials_is_asked(typed: str, readings: tuple[int, ...]) -> None:
    with pytest.raises(Ambiguous) as several:
        parse(typed, "IRR")
    assert several.value.data["choices"] == [(minor, "IRR") for minor in readings]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("1 million and 2 million toman", "amount-unreadable"),
        ("۱ میلیون و -۲۰۰ هزار تومان", "amount-unreadable"),
        ("-1 million and 200 thousand toman", "amount-not-positive"),
        ("1 million and 200 thousand EUR", "amount-other-currency"),
        ("9999999999 میلیارد و 1 هزار تومان", "amount-too-large"),
        ("1/2 toman", "amount-unreadable"),
        ("(5 toman", "amount-unreadable"),
    ],
)
def test_what_is_no_sum_of_rials_is_refused(typed: str, key: str) -> None:
    with pytest.raises(BadInput) as no:
        parse(typed, "IRR")
    assert no.value.key == key


NASTY: Final = (
    "1(", "1)", "()", "1,", "1.", "1 ", "۱/", "1\n", "1'", "12,34,", "one ", "یک ", "1 m", "میلیون",
    "1 million and ", "۱ هزار و ", " ", "-",
)  # fmt: skip


@pytest.mark.parametrize("piece", NASTY)
@pytest.mark.parametrize("end", ["", ")", "1", "x"])
def test_as_long_a_message_as_telegram_takes_is_answered_and_not_pondered(
    piece: str, end: str
) -> None:
    """A pattern that tries every way to part it would hold up everybody for hours."""
    typed = (piece * 4096)[:4095] + end
    with pytest.raises(BadInput):
        parse(typed, "IRR")
    named(typed)
