"""Payouts that leave as a file for the bank: which are in it, and what came of each.

Making a file moves nothing. A payout is in one file at a time, until the bank took that or not; so
nothing is in two files that a bank would both carry out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from types import MappingProxyType
from typing import Final

from core.deal.events import TransferKind
from core.deal.person import Person
from core.deal.transfer import Transfer
from core.values.errors import NotNow, Refusal
from core.values.ids import DealId, PersonId
from core.values.money import Money


class PayoutLineState(StrEnum):
    """What came of a payout in a file."""

    OPEN = "open"
    """Nobody has said whether the bank took the file."""
    SENT = "sent"
    """It did, and the payout is sent."""
    APART = "apart"
    """It did, but the payout does not stand as it is in the file: a treasurer looks at it."""
    DROPPED = "dropped"
    """The bank did not take the file, or nobody gave it to the bank."""


class PayoutLineStep(StrEnum):
    """What moves it."""

    SEND = "send"
    SET_APART = "set-apart"
    DROP = "drop"


PAYOUT_LINE_TABLE: Final = MappingProxyType(
    {
        (PayoutLineState.OPEN, PayoutLineStep.SEND): PayoutLineState.SENT,
        (PayoutLineState.OPEN, PayoutLineStep.SET_APART): PayoutLineState.APART,
        (PayoutLineState.OPEN, PayoutLineStep.DROP): PayoutLineState.DROPPED,
    }
)


@dataclass(frozen=True, slots=True)
class PayoutLine:
    """One payout or refund in a file. Of where it goes a digest is kept, and nothing else."""

    file: str
    """The message id of the file."""
    deal: DealId
    transfer: int
    returns: int
    """How often it had come back when the file was made."""
    amount: Money
    shown: str
    """The digest of where it goes, as a treasurer's card has it."""
    made_at: datetime
    made_by: PersonId
    state: PayoutLineState = PayoutLineState.OPEN
    closed_at: datetime | None = None
    closed_by: PersonId | None = None

    @property
    def reference(self) -> str:
        """Its end-to-end id, at most 35 characters: by it a statement's line finds it again."""
        return reference_of(self.deal, self.transfer, self.returns)

    def take(self, step: PayoutLineStep) -> PayoutLineState:
        """The state after `step`. Raises NotNow("payout-file-closed")."""
        to = PAYOUT_LINE_TABLE.get((self.state, step))
        if to is None:
            raise NotNow("payout-file-closed")
        return to


def reference_of(deal: DealId, transfer: int, returns: int) -> str:
    """What stands in a transfer, of no other sending in the house."""
    again = f"R{returns}" if returns else ""
    return f"{deal}-T{transfer}{again}"


class WhyNot(StrEnum):
    """Why something that is owed is in no file."""

    IN_FILE = "in-file"
    OTHER_RAIL = "other-rail"
    FROZEN = "frozen"
    NOWHERE = "nowhere"
    CHANGES = "changes"
    NO_IBAN = "no-iban"
    BY_TWO = "by-two"
    NO_ACCOUNT = "no-account"
    """The house has no IBAN in this currency, or no file can write its amounts."""


@dataclass(frozen=True, slots=True)
class Going:
    """Where a transfer goes, as of now."""

    to: str
    """The destination in force, or the source that a refund goes back to; empty if nobody said."""
    changes_at: datetime | None
    """When a changed destination comes into force; None where no change waits."""
    digest: str
    """Of what is shown of it, so that exactly that is confirmed."""
    changed_at: datetime | None = None
    """Since when a destination is in force that was changed while this was owed."""

    @classmethod
    def of(cls, transfer: Transfer, person: Person | None, now: datetime) -> Going:
        """`now` is no later than its receiver was heard: until then they may have taken it back."""
        to, changes_at, changed_at = transfer.source, None, None
        if transfer.kind is TransferKind.PAYOUT:
            where = None if person is None else person.destination(transfer.amount.currency)
            to = "" if where is None else where.at(now)
            waits = where is not None and where.before is not None and now < where.from_at
            changes_at = where.from_at if where is not None and waits else None
            since = None if where is None or where.before is None or waits else where.from_at
            changed_at = since if since and since > transfer.window.opened_at else None
        seen = (str(transfer.amount), to, *([str(transfer.returns)] if transfer.returns else ()))
        digest = sha256("\0".join(seen).encode()).hexdigest()[:8]
        return cls(to, changes_at, digest, changed_at)


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is owed, and why it can be in no file; None where it can."""

    deal: DealId
    title: str
    transfer: Transfer
    name: str
    iban: str
    digest: str
    why: WhyNot | None

    @property
    def reference(self) -> str:
        """Its end-to-end id."""
        return reference_of(self.deal, self.transfer.number, self.transfer.returns)


@dataclass(frozen=True, slots=True)
class PayoutSaid:
    """What came of one payout of a file that the bank took; `no` where it is to be looked at."""

    line: PayoutLine
    no: Refusal | None = None


def total_of(lines: Sequence[PayoutLine] | Sequence[Due]) -> Money:
    """Of one currency, at least one."""
    amounts = [one.amount if isinstance(one, PayoutLine) else one.transfer.amount for one in lines]
    return sum(amounts[1:], amounts[0])


def by_currency(due: Iterable[Due]) -> dict[str, list[Due]]:
    """A file has one."""
    found: dict[str, list[Due]] = {}
    for one in due:
        found.setdefault(one.transfer.amount.currency, []).append(one)
    return found
