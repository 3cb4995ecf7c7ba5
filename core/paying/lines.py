"""A line of a bank's statement, whatever the file was: what the bank says of an account."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from core.values.money import Money


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


def plain(number: str) -> str:
    """An account's number as it is compared: without spaces, in capitals."""
    return "".join(char for char in number.upper() if char.isalnum())


def squeezed(text: str) -> str:
    """What survives a bank: letters without their marks and digits, in capitals, nothing between.

    Umlauts are what banks make of them, so `ü`, `ue` and `u` are the same here.
    """
    folded = text.casefold().translate({0xE4: "a", 0xF6: "o", 0xFC: "u"})
    apart = unicodedata.normalize("NFKD", folded)
    kept = "".join(char for char in apart if char.isalnum() and char.isascii())
    for pair in ("ae", "oe", "ue"):
        kept = kept.replace(pair, pair[0])
    return kept.upper()
