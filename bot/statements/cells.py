"""Amounts and days as banks write them in tables: what a whole column says, none of it guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.statements.columns import Columns
from core.values import currencies
from core.values.errors import BadInput
from core.values.money import MOST, Money

_SPACES: Final = re.compile(r"[\s'’٬_\u00a0\u202f]")
_DAY: Final = re.compile(r"(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})(?:[T ,].*)?")
_RUN: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR: Final = 4
_MONTHS: Final = 12
_MOST_DECIMALS: Final = 2
_GROUP: Final = 3
_UNITS: Final = re.compile(r"[A-Z]{3}|[€$£¥₣]")
_SIGNS: Final = re.compile(r"[€$£¥₣]")
_AROUND: Final = re.compile(r"^[-+(]|(?:[-+)]|DR|CR|S|H)$")
_DIGITS: Final = {ord(zero) + n: str(n) for zero in "٠۰" for n in range(10)}
EASTERN: Final = {**_DIGITS, ord("٫"): ".", ord("،"): ",", ord("−"): "-", ord("–"): "-"}


@dataclass(frozen=True, slots=True)
class Days:
    """How a file writes its days."""

    order: str

    @classmethod
    def of(cls, columns: Columns, cells: Sequence[tuple[str, int]]) -> Days:
        """As the days show themselves, of which none may be above twelve in the month's place.

        Raises BadInput("statement-days") where they can be read both ways, unless they are told.
        """
        if columns.days:
            return cls(columns.days)
        parts = [(cls.parted(text), at) for text, at in cells]
        known = [(part, at) for part, at in parts if part is not None]
        if any(len(part[0]) == _YEAR for part, _ in known):
            return cls("ymd")
        if any(int(part[0]) > _MONTHS for part, _ in known):
            return cls("dmy")
        if any(int(part[1]) > _MONTHS for part, _ in known):
            return cls("mdy")
        unclear = [at for (text, at) in cells if "/" in text or "-" in text]
        if unclear and any(part[0] != part[1] for part, _ in known):
            raise BadInput("statement-days", example="days=dmy", line=unclear[0])
        return cls("dmy")

    @staticmethod
    def parted(text: str) -> tuple[str, str, str] | None:
        """The three numbers of a day, in their order; None where it is none."""
        plain = text.strip().translate(EASTERN)
        found = _DAY.fullmatch(plain) or _RUN.fullmatch(plain)
        return None if found is None else (found[1], found[2], found[3])

    def read(self, text: str, at: int) -> date:
        """Raises BadInput("statement-day")."""
        parts = self.parted(text)
        if parts is not None:
            order = "ymd" if len(parts[0]) == _YEAR else self.order
            told = dict(zip(order, map(int, parts), strict=True))
            year = told["y"] + (2000 if told["y"] < 100 else 0)  # noqa: PLR2004 - two digits of it
            with suppress(ValueError):
                return date(year, told["m"], told["d"])
        raise BadInput("statement-day", day=text[:30], line=at)


@dataclass(frozen=True, slots=True)
class Figures:
    """How a file writes its amounts."""

    decimal: str
    currency: str

    @classmethod
    def of(cls, told: str, currency: str, cells: Sequence[tuple[str, int]]) -> Figures:
        """By the mark under which all can be read.

        Raises BadInput: "statement-amount" of the first that can be read under none,
        "statement-decimals" where they can be read under both, as other amounts.
        """
        if told:
            return cls(told, currency)
        read = {mark: [_minor(text, mark, currency) for text, _ in cells] for mark in ".,"}
        fits = [mark for mark, minors in read.items() if None not in minors]
        if not fits:
            nearest = min(read.values(), key=lambda minors: minors.count(None))
            text, at = cells[nearest.index(None)]
            raise BadInput("statement-amount", amount=text[:30], line=at)
        if len(fits) > 1:
            for (text, at), one, other in zip(cells, *read.values(), strict=True):
                if one != other:
                    raise BadInput(
                        "statement-decimals",
                        amount=text[:30],
                        example="decimal=comma",
                        line=at,
                    )
        return cls(fits[0], currency)

    def read(self, text: str, at: int) -> Money:
        """Raises BadInput("statement-amount")."""
        minor = _minor(text, self.decimal, self.currency)
        if minor is None or abs(minor) > MOST:
            raise BadInput("statement-amount", amount=text[:30], line=at)
        return Money(minor, self.currency)


def is_below(text: str) -> bool:
    """Whether an amount has a minus of its own, however that is written."""
    return _is_below(_UNITS.sub("", _SPACES.sub("", text.translate(EASTERN)).upper()))


def _is_below(plain: str) -> bool:
    return plain.startswith(("-", "(")) or plain.endswith(("-", "S", "DR"))


def _minor(text: str, decimal: str, currency: str) -> int | None:
    """None where it can not be read under this mark."""
    plain = _SPACES.sub("", text.translate(EASTERN)).upper()
    plain = _SIGNS.sub("", plain.replace(currency, "", 1))
    out = _is_below(plain)
    bare = _AROUND.sub("", plain)
    whole, _, rest = bare.partition(decimal)
    groups = whole.split("," if decimal == "." else ".")
    exponent = currencies.get(currency).exponent
    digits = "".join(groups) + rest
    if not _grouped(groups) or not digits.isdecimal():
        return None
    if len(rest) > max(exponent, _MOST_DECIMALS) or rest[exponent:].strip("0"):
        return None
    minor = int("".join(groups) + rest[:exponent].ljust(exponent, "0"))
    return -minor if out else minor


def _grouped(groups: Sequence[str]) -> bool:
    """By thousands, or not at all."""
    first, *others = groups
    if not others:
        return bool(first)
    return 1 <= len(first) <= _GROUP and first != "0" and all(len(g) == _GROUP for g in others)
