"""What is found of a line of a bank's statement, and what it is looked for in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from core.deal.model import Deal
from core.deal.person import Person
from core.paying.lines import KeptLine, LineEnd, StatementLine
from core.values.ids import DealId, PersonId
from core.values.money import Money


class LineIs(StrEnum):
    """What a line can be."""

    DEPOSIT = "deposit"
    DOUBLE = "double"
    """Money that a treasurer has confirmed by hand already: nothing is booked once more."""
    SENT = "sent"
    """A payout or refund that the bank has booked out of our account."""
    RETURNED = "returned"
    REVERSED = "reversed"
    """The bank takes a deposit back."""


class Why(StrEnum):
    """Why something is no more than likely, or what is known of what is unknown."""

    TWO_DEALS = "two-deals"
    NO_MILESTONE = "no-milestone"
    NOT_WAITING = "not-waiting"
    DEAL_ENDED = "deal-ended"
    BY_HAND = "by-hand"
    ASKED = "asked"
    SHORT = "short"
    OVER = "over"
    CURRENCY = "currency"
    PAYER = "payer"
    BATCH = "batch"
    REVERSES = "reverses"
    CUT = "cut"
    AMOUNT_AND_NAME = "amount-and-name"
    AMOUNT_AND_ACCOUNT = "amount-and-account"
    AMOUNT_ALONE = "amount-alone"
    OTHER_AMOUNT = "other-amount"
    OLDER = "older"
    VOID = "void"
    """Of a transfer that was never owed."""
    RETURN_REASON = "return-reason"
    SEEN_BEFORE = "seen-before"
    TYPED = "typed"
    """The books have its reference, with another amount."""
    TWICE = "twice"
    NOTHING = "nothing"
    NO_REFERENCE = "no-reference"


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that a line may be."""

    is_: LineIs
    deal: DealId
    number: int
    """Of the milestone; of the transfer where money went out or came back."""
    returns: int = 0


@dataclass(frozen=True, slots=True)
class LineFound:
    """What came of a line: `sure` of its one target, several, or none; and why."""

    line: StatementLine
    targets: tuple[Target, ...] = ()
    why: tuple[Why, ...] = ()
    sure: bool = False
    done: LineEnd | None = None
    """It was dealt with before: nothing is to be done."""
    like: frozenset[str] = frozenset()
    """References of lines that are just like it: of those dealt with, and of its own file."""


@dataclass(frozen=True, slots=True)
class Payee:
    """Where a transfer goes, as its treasurer reads it; empty where nobody has said."""

    to: str = ""
    name: str = ""


def payees(
    deals: Iterable[Deal], people: Mapping[PersonId, Person], now: datetime
) -> dict[tuple[DealId, int], Payee]:
    """Where what is owed goes: as its receiver said, or back to where it came from."""
    found = {}
    for deal in deals:
        for one in deal.transfers:
            person = people.get(one.person)
            where = None if person is None else person.destination(one.amount.currency)
            to = one.source or ("" if where is None else where.at(now))
            found[deal.id, one.number] = Payee(to, "" if person is None else person.name)
    return found


def as_booked(deal: Deal, rail: str, external_id: str) -> Money | None:
    """How much of a deposit is in the books by now, what was set aside of it included."""
    one = next(filter(None, (m.deposit(rail, external_id) for m in deal.milestones)), None)
    if one is None:
        return None
    aside = (fix.was - now for fix, now in one.changes if fix.item is not None)
    return sum(aside, one.amount)


@dataclass(frozen=True, slots=True)
class Candidates:
    """What a line may be for: each code that there is, and the deals that are asked about."""

    codes: frozenset[str]
    deals: Mapping[DealId, Deal]
    payees: Mapping[tuple[DealId, int], Payee] = field(default_factory=dict)
    kept: Sequence[KeptLine] = ()
    """Lines of these days that were dealt with."""
    booked: frozenset[str] = frozenset()
    """Of the lines' own ids and the bank's references those that the books have."""
    typed: Mapping[str, Money] = field(default_factory=dict)
    """Of the bank's references that somebody typed: how much is booked so, as it stands."""
