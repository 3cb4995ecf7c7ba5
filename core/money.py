"""Money in integer minor units, and reading what people type for an amount."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from core import currencies
from core.errors import Ambiguous, BadInput

MOST: Final = 10**15
"""Minor units a single amount may reach; far below what SQLite's 64 bits hold when summed."""
_TOMAN: Final = 10
_GROUP: Final = 3


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount of one currency. Arithmetic of two currencies raises ValueError."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        """Refuse what is no whole number of minor units."""
        if type(self.minor) is not int:
            msg = "money is counted in whole minor units"
            raise TypeError(msg)

    def _same(self, other: Money) -> int:
        if self.currency != other.currency:
            msg = f"{self.currency} and {other.currency} do not mix"
            raise ValueError(msg)
        return other.minor

    def __add__(self, other: Money) -> Money:
        """Both amounts together."""
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        """What is left; may be negative, which callers check where it must not be."""
        return Money(self.minor - self._same(other), self.currency)

    def __lt__(self, other: Money) -> bool:
        """Less than."""
        return self.minor < self._same(other)

    def __le__(self, other: Money) -> bool:
        """At most."""
        return self.minor <= self._same(other)

    def __gt__(self, other: Money) -> bool:
        """More than."""
        return self.minor > self._same(other)

    def __ge__(self, other: Money) -> bool:
        """At least."""
        return self.minor >= self._same(other)

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return self.minor != 0

    def __str__(self) -> str:
        """For logs, tests and support: `300.00 EUR`, in ASCII, whatever the language."""
        exponent = currencies.get(self.currency).exponent
        if not exponent:
            return f"{self.minor} {self.currency}"
        sign = "-" if self.minor < 0 else ""
        whole, rest = divmod(abs(self.minor), 10**exponent)
        return f"{sign}{whole}.{rest:0{exponent}d} {self.currency}"

    def share(self, bps: int) -> tuple[Money, Money]:
        """(the share of `bps` basis points, rounded down; the rest): nothing is lost."""
        part = Money(self.minor * bps // 10_000, self.currency)
        return part, self - part

    def split(self, weights: tuple[int, ...]) -> tuple[Money, ...]:
        """Parts in proportion by the largest remainder; they add up to the whole."""
        total = sum(weights)
        parts = [self.minor * weight // total for weight in weights]
        by_remainder = sorted(
            range(len(weights)), key=lambda i: (-(self.minor * weights[i] % total), i)
        )
        for i in by_remainder[: self.minor - sum(parts)]:
            parts[i] += 1
        return tuple(Money(part, self.currency) for part in parts)


_WORDS: Final = {
    "تومان": "TOMAN", "تومن": "TOMAN", "TOMANS": "TOMAN", "ریال": "IRR", "RIAL": "IRR",
    "RIALS": "IRR", "یورو": "EUR", "دلار": "USD", "€": "EUR", "$": "USD", "£": "GBP",
}  # fmt: skip
_DOT: Final = re.compile(r"[^,٬،]*[0-9]\.[0-9]{3}")
"""A dot before three digits: a slip of the finger would make a thousandfold of it."""
_NUMBER: Final = re.compile(r"[0-9][0-9.,٫٬،'’\s_]*")


def parse(typed: str, currency: str, *, zero: bool = False) -> Money:
    """Read an amount as a person typed it, in any digits, grouped or not. Nothing is one if `zero`.

    Raises BadInput with `amount-unreadable`, `amount-not-positive`, `amount-too-large`,
    `amount-decimals` (more decimals than the currency has), `amount-other-currency`, and
    Ambiguous("amount-ambiguous") where it can be read in two ways: `1,500 KWD`, a bare `500` for
    rials or tomans; and where it is one way only for having a decimal too many: `100.555 EUR`.
    """
    text, unit = _split_unit(typed, currency)
    if unit not in (currency, "TOMAN", None) or (unit == "TOMAN" and currency != "IRR"):
        raise BadInput("amount-other-currency", currency=currency)
    if text.lstrip().startswith(("-", "−")):
        raise BadInput("amount-not-positive")
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        raise BadInput("amount-unreadable", currency=currency)
    readings = [
        _money(number, decimals, currency, unit) for number, decimals in _readings(text.strip())
    ]
    good = tuple(dict.fromkeys(r for r in readings if isinstance(r, Money) and (r or zero)))
    if not readings:
        raise BadInput("amount-unreadable", currency=currency)
    if not good:
        no = BadInput("amount-not-positive")
        raise next((r for r in readings if isinstance(r, BadInput)), no)
    if currency == "IRR" and unit is None:
        good = (*good, *(Money(m.minor * _TOMAN, currency) for m in good if m))
    slip = len(readings) > 1 and _DOT.fullmatch(text.strip()) is not None
    if len(good) > 1 or slip:
        raise Ambiguous("amount-ambiguous", choices=[(m.minor, m.currency) for m in good])
    return good[0]


def _split_unit(typed: str, currency: str) -> tuple[str, str | None]:
    """The digits and separators, in ASCII digits, and the unit that stands before or after."""
    text = "".join(
        str(unicodedata.digit(c)) if c.isdecimal() else c
        for c in unicodedata.normalize("NFKC", typed)
        if unicodedata.category(c) != "Cf"
    ).replace("\u00a0", " ")
    units = re.findall(r"[^\W\d_]+|[€$£]", text)
    if not units:
        return text, None
    if len(units) > 1:
        raise BadInput("amount-unreadable", currency=currency)
    unit = units[0].upper()
    unit = _WORDS.get(unit, unit)
    if unit != "TOMAN" and not currencies.known(unit):
        raise BadInput("amount-unreadable", currency=currency)
    before, _, after = text.partition(units[0])
    if before.strip() and after.strip():
        raise BadInput("amount-unreadable", currency=currency)
    return before + after, unit


def _readings(text: str) -> list[tuple[str, str]]:
    """Each way to read the separators, as (whole digits, decimals)."""
    plain = re.sub(r"(?<=[0-9])[\s'’_](?=[0-9]{3}(?![0-9]))", "", text)
    plain = plain.replace("٫", ".").replace("٬", ",").replace("،", ",").rstrip(".,")
    marks = [c for c in plain if c in ".,"]
    if re.search(r"[^0-9.,]", plain):
        return []
    if not marks:
        return [(plain, "")]
    parts = re.split(r"[.,]", plain)
    fits = 0 < len(parts[0]) <= _GROUP and not parts[0].startswith("0")
    grouped = fits and all(len(part) == _GROUP for part in parts[1:])
    if len(set(marks)) == 1 and len(marks) > 1:
        return [("".join(parts), "")] if grouped else []
    if len(marks) > 1:
        whole = parts[:-1]
        fine = all(len(part) == _GROUP for part in whole[1:]) and 0 < len(whole[0]) <= _GROUP
        return [("".join(whole), parts[-1])] if fine and len(set(marks[:-1])) == 1 else []
    if not grouped or "٫" in text:
        return [(parts[0], parts[1])]
    # `1.500` may be fifteen hundred or one and a half, whatever the currency's decimals.
    decimals = parts[1].rstrip("0") if marks == ["."] else parts[1]
    return [("".join(parts), ""), (parts[0], decimals)]


def _money(whole: str, decimals: str, currency: str, unit: str | None) -> Money | BadInput:
    exponent = currencies.get(currency).exponent
    if len(decimals) > exponent:
        return BadInput("amount-decimals", currency=currency, decimals=exponent)
    minor = int(whole + decimals.ljust(exponent, "0")) * (_TOMAN if unit == "TOMAN" else 1)
    if minor > MOST:
        return BadInput("amount-too-large")
    return Money(minor, currency)
