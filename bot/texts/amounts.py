"""Numbers and money with a language's digits and separators.

Babel's own money formatting is not used: its decimals differ from ISO 4217 for 13 currencies, and
it cuts what has more than three. Decimals come from core, separators from Babel.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from babel import Locale, numbers

from bot.texts.markup import ltr
from core.values import currencies
from core.values.amounts import named
from core.values.money import Money

_ZEROS: Final = {"arab": 0x660, "arabext": 0x6F0, "beng": 0x9E6, "deva": 0x966, "mymr": 0x1040}
_ASCII: Final = "0123456789"
_TENS: Final = 10
"""Rials in a toman."""
_COMPACT: Final = (10**9, 10**6)
"""What a round sum is counted in: `12 million`."""


@lru_cache
def _digits(locale: Locale) -> dict[int, str]:
    zero = _ZEROS.get(locale.default_numbering_system, ord("0"))
    return {ord(digit): chr(zero + n) for n, digit in enumerate(_ASCII)}


def _system(locale: Locale) -> str:
    system = locale.default_numbering_system
    return system if system in _ZEROS else "latn"


@lru_cache
def _marks(locale: Locale) -> tuple[str, str, str]:
    """(decimal, group, minus). A direction mark before the minus is left to the isolate."""
    system = _system(locale)
    decimal = numbers.get_decimal_symbol(locale, numbering_system=system)
    group = numbers.get_group_symbol(locale, numbering_system=system)
    minus = numbers.get_minus_sign_symbol(locale, numbering_system=system)
    return decimal, group, minus.strip("\u200e\u200f\u061c")


def localised_digits(text: str, locale: Locale) -> str:
    """Write ASCII digits in the digits of the language."""
    return text.translate(_digits(locale))


def whole(number: int, locale: Locale) -> str:
    """Write a whole number in groups: `12,345`."""
    _, group, minus = _marks(locale)
    sizes = locale.decimal_formats[None].grouping
    rest, groups, size = str(abs(number)), list[str](), sizes[0]
    while len(rest) > size:
        rest, groups = rest[:-size], [rest[-size:], *groups]
        size = sizes[1]
    text = group.join([rest, *groups])
    return localised_digits(f"{minus}{text}" if number < 0 else text, locale)


def percent(bps: int, locale: Locale) -> str:
    """Write basis points: `5 %`, `2.5 %`, `۲٫۵٪`."""
    units, rest = divmod(bps, 100)
    decimals = f"{rest:02d}".rstrip("0")
    text = whole(units, locale)
    if decimals:
        text += _marks(locale)[0] + localised_digits(decimals, locale)
    sign = locale.number_symbols[_system(locale)]["percentSign"]
    return f"{text} %" if sign == "%" else text + sign


def tenths(number: int, locale: Locale) -> str:
    """Write tenths: `4.8`, `5`, `۴٫۸`."""
    units, rest = divmod(number, 10)
    text = whole(units, locale)
    return text + _marks(locale)[0] + localised_digits(str(rest), locale) if rest else text


@lru_cache
def unit(currency: str, locale: Locale) -> str:
    """What a currency is called beside an amount: its code; in right-to-left text its name.

    A name that we would not read as this currency is not said.
    """
    if locale.text_direction != "rtl":
        return currency
    name = str(locale.currencies.get(currency, currency))
    return name if named(f"1 {name}") == {currency} else currency


def money(amount: Money, locale: Locale) -> str:
    """`1,234.50 EUR`: every decimal that the currency has, what it is called last, in one piece."""
    called = unit(amount.currency, locale)
    if locale.text_direction != "rtl":
        return f"{figure(amount, locale)} {called}"
    if called == amount.currency:
        return ltr(f"{figure(amount, locale)} {called}")
    return f"{ltr(figure(amount, locale))} {called}"


def figure(amount: Money, locale: Locale) -> str:
    """`1,234.50`: an amount without its currency."""
    decimal, _, minus = _marks(locale)
    exponent = currencies.get(amount.currency).exponent
    units, rest = divmod(abs(amount.minor), 10**exponent)
    text = whole(units, locale)
    if exponent:
        text += decimal + localised_digits(f"{rest:0{exponent}d}", locale)
    return minus + text if amount.minor < 0 else text


def toman(rials: int, locale: Locale) -> str | None:
    """Rials as the tomans that people count in: `12 million`, `1.5 million`, `12,340`.

    None where it is no whole number of them, or nothing.
    """
    tomans, rest = divmod(rials, _TENS)
    if rest or not tomans:
        return None
    for size in _COMPACT:
        if abs(tomans) >= size and tomans % (size // 100) == 0:
            system = _system(locale)
            return localised_digits(
                numbers.format_compact_decimal(
                    tomans, format_type="long", locale=locale, fraction_digits=2,
                    numbering_system=system,
                ),
                locale,
            )  # fmt: skip
    return whole(tomans, locale)
