"""Money in integer minor units. What people type for an amount is read in `core.values.amounts`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from core.values import currencies

MOST: Final = 10**15
"""Minor units a single amount may reach; far below what SQLite's 64 bits hold when summed."""


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
