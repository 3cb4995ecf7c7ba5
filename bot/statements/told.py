"""A statement as every kind of file ends in it, and what is proved of each before it is shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Final

from core.paying import StatementLine, plain, squeezed, typed_reference
from core.values import currencies
from core.values.errors import BadInput
from core.values.money import MOST, Money

KINDS: Final = "CAMT.053, CAMT.054, MT940, CSV"
_DIGITS: Final = re.compile(r"[0-9]+(?:[.,][0-9]*)?")
_NONE: Final = frozenset({"NONREF", "NOTPROVIDED", "NOTAVAILABLE", "KEINE", "NV"})
"""What banks write where they have nothing to write."""

_LONGEST: Final = 64
"""Of a bank's own reference; what is longer is kept as its digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BankStatement:
    """One account over some days; a balance is None where the file has none."""

    account: str
    currency: str
    opening: Money | None = None
    closing: Money | None = None
    since: date | None = None
    until: date | None = None
    lines: tuple[StatementLine, ...] = ()
    pending: int = 0
    """Lines that the bank has not booked yet: they are in no sum, and are told once they are."""


def currency_of(code: str, at: int) -> str:
    """A currency that there is. Raises BadInput("statement-currency")."""
    if not currencies.known(code):
        raise BadInput("statement-currency", currency=code, line=at)
    return code


def exact(text: str, currency: str, at: int) -> Money:
    """An amount as machines write it, of either mark; zeros beyond the minor unit are let be.

    Raises BadInput("statement-amount") for anything else, a sign included.
    """
    typed = text.strip()
    whole, _, rest = typed.replace(",", ".").partition(".")
    exponent = currencies.get(currency).exponent
    if not _DIGITS.fullmatch(typed) or rest[exponent:].strip("0"):
        raise BadInput("statement-amount", amount=typed[:30], line=at)
    minor = int(whole + rest[:exponent].ljust(exponent, "0"))
    if minor > MOST:
        raise BadInput("statement-amount", amount=typed[:30], line=at)
    return Money(minor, currency)


def said(text: str) -> str:
    """What is written in a field, empty for the words by which banks say that nothing is."""
    found = " ".join(text.split())
    return "" if plain(found) in _NONE or not found.strip("0") else found


def proved(found: BankStatement, at: int) -> BankStatement:
    """With a reference for each line. Raises BadInput("statement-sum"): it does not add up.

    `at` is the line of the closing balance.
    """
    if found.opening is not None and found.closing is not None:
        total = sum((line.amount.minor for line in found.lines), found.opening.minor)
        if total != found.closing.minor:
            raise BadInput(
                "statement-sum",
                opening=str(found.opening),
                lines=str(Money(total - found.opening.minor, found.currency)),
                closing=str(found.closing),
                apart=str(Money(found.closing.minor - total, found.currency)),
                line=at,
            )
    days = [line.booked_on for line in found.lines]
    return replace(
        found,
        lines=_referenced(found.lines),
        since=found.since or min(days, default=None),
        until=found.until or max(days, default=None),
    )


def _referenced(lines: Iterable[StatementLine]) -> tuple[StatementLine, ...]:
    """Each with what tells it from all others of its account, now and in any other file.

    The bank's own reference, its day and its amount: a fee may share the reference of what it is
    for, and some banks begin anew each day. Where there is none, of all that the line says. Lines
    that are equal in that are counted.
    """
    seen: Counter[str] = Counter()
    found = []
    for line in lines:
        own = typed_reference(line)
        own = own if 0 < len(own) <= _LONGEST else _digest(line)
        mark = f"{own}/{line.booked_on:%y%m%d}/{line.amount.minor}"
        seen[mark] += 1
        reference = mark if seen[mark] == 1 else f"{mark}/{seen[mark]}"
        found.append(replace(line, reference=reference))
    return tuple(found)


def _digest(line: StatementLine) -> str:
    words = (line.bank_reference, line.end_to_end, line.text, line.name, line.number)
    told = "\0".join((line.value_on.isoformat(), *map(squeezed, words)))
    return sha256(told.encode()).hexdigest()[:12].upper()


def together(found: Sequence[BankStatement]) -> tuple[StatementLine, ...]:
    """All lines of a file, in its order."""
    return tuple(line for statement in found for line in statement.lines)
