"""A line of a bank's statement, whatever the file was: what the bank says of an account."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Final

from core.values.ids import DealId, PersonId
from core.values.money import Money

_SPELT: Final = str.maketrans(
    {"ä": "a", "ö": "o", "ü": "u", "ø": "o", "æ": "a", "œ": "o", "ł": "l", "đ": "d",
     "\u0131": "i", "\u064a": "ی", "\u0649": "ی", "\u0643": "ک"}
)  # fmt: skip
_AROUND: Final = timedelta(days=7)
"""A bank books a day in one file, and another in the next: so far apart they are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """What was booked: `amount` is below zero for what went out, and zero where nothing moved."""

    at: int
    """The line of the file at which it begins."""
    account: str
    """Whose statement it is on: an IBAN or a number, as `plain` spells it."""
    reference: str
    """Of no other line of this account, and the same whenever the bank tells of it again."""
    amount: Money
    booked_on: date
    value_on: date
    bank_reference: str = ""
    """The bank's own, as it stands on the statement; empty where there is none."""
    end_to_end: str = ""
    """What whoever sent it called it; comes back with it when it is returned."""
    text: str = ""
    name: str = ""
    number: str = ""
    """The account at the other end, as `plain` spells it."""
    reverses: bool = False
    """The bank takes back what it booked before."""
    returned: str = ""
    """Why a transfer of ours came back, in the bank's own code or words."""
    of_batch: int = 0
    """How many payments the bank booked as this one, without saying which."""

    @property
    def external_id(self) -> str:
        """Under which it is booked: of no other line, of whichever account."""
        return f"{self.account}/{self.reference}"

    @property
    def likeness(self) -> str:
        """What the same money has in common in two files of different kinds."""
        said = (self.account, str(self.amount), self.value_on.isoformat(), squeezed(self.text))
        return sha256("\0".join(said).encode()).hexdigest()[:16]


class LineEnd(StrEnum):
    """What came of a line of a statement."""

    DEPOSIT = "deposit"
    SUSPENSE = "suspense"
    DOUBLE = "double"
    """A treasurer had booked it by hand."""
    SENT = "sent"
    """A payout or refund, which the bank says has left us."""
    RETURNED = "returned"
    ASKED = "asked"
    """A second person is to say yes: it is done once that is in the books, and not before."""
    LISTED = "listed"
    """Shown to a treasurer, and nothing to book: a charge of the bank's, a line of nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLine:
    """A line that was dealt with, and never is again; nothing that anybody wrote is in it."""

    account: str
    reference: str
    amount: Money
    booked_on: str
    likeness: str
    end: LineEnd
    by: PersonId
    at: datetime
    deal: DealId | None = None
    number: int | None = None
    """Of the milestone; of the transfer where money went out or came back."""


def kept(
    line: StatementLine,
    end: LineEnd,
    by: PersonId,
    at: datetime,
    about: tuple[DealId, int] | None = None,
) -> KeptLine:
    """What is kept of a line."""
    return KeptLine(
        account=line.account,
        reference=line.reference,
        amount=line.amount,
        booked_on=line.booked_on.isoformat(),
        likeness=line.likeness,
        end=end,
        by=by,
        at=at,
        deal=None if about is None else about[0],
        number=None if about is None else about[1],
    )


def plain(number: str) -> str:
    """An account's number as it is compared: without spaces, in capitals."""
    return "".join(char for char in number.upper() if char.isalnum())


def squeezed(text: str) -> str:
    """What survives a bank: letters of every script without their marks, digits, in capitals.

    Nothing stands between them. Umlauts are what banks make of them, so `ü`, `ue` and `u` are the
    same here, as are the digits and letters that Arabic and Persian keyboards write differently.
    """
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_SPELT))
    kept = "".join(map(_letter, apart))
    for pair in ("ae", "oe", "ue"):
        kept = kept.replace(pair, pair[0])
    return unicodedata.normalize("NFKC", kept).upper()


def _letter(char: str) -> str:
    """Empty for accents, for what stands between words, and for signs that a keyboard has."""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if char.isascii():
        return char if char.isalpha() else ""
    between = unicodedata.category(char)[0] in "PZC"
    return "" if between or unicodedata.combining(char) else char


def days_of(lines: Sequence[StatementLine]) -> dict[str, tuple[str, str]]:
    """Of each account the first day and the last for which what was kept is asked."""
    found: dict[str, tuple[str, str]] = {}
    for account in {line.account for line in lines}:
        days = [line.booked_on for line in lines if line.account == account]
        around = (min(days) - _AROUND, max(days) + _AROUND)
        found[account] = (around[0].isoformat(), around[1].isoformat())
    return found


def ids_of(lines: Iterable[StatementLine]) -> tuple[str, ...]:
    """Under which what came in may be in the books: by us, or as a treasurer typed it."""
    ids = {line.external_id for line in lines if line.amount.minor > 0}
    typed = {typed_reference(line) for line in lines if line.amount.minor > 0}
    return tuple(sorted((ids | typed) - {""}))


def typed_reference(line: StatementLine) -> str:
    """The bank's reference as a treasurer types it, in the one spelling that is kept of it."""
    return " ".join(line.bank_reference.split()).upper()
