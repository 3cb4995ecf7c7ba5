"""What lines of a bank's statement may be for, out of the database in one go."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from core.deal.model import Deal
from core.deal.person import Person
from core.ledger import rail_chain
from core.paying import (
    Candidates,
    StatementLine,
    as_booked,
    days_of,
    ids_of,
    named_in,
    payees,
    typed_reference,
)
from core.values.ids import DealId, PersonId
from core.values.money import Money
from core.values.window import DeadlineKind
from storage import queries as q

RAIL: Final = "manual"
_AT_ONCE: Final = 300
"""Deals that one statement reads."""
_MOST: Final = 20_000
"""Payments that are claimed, and transfers that are owed, with which lines are compared."""
_WAITING: Final = (DeadlineKind.DEPOSIT_CHECK, DeadlineKind.TRANSFER)


def candidates_for(
    connection: Connection,
    lines: Sequence[StatementLine],
    now: datetime,
    within: Collection[DealId] | None = None,
) -> Candidates:
    """The deals that the lines name, and those of which money is expected or owed; no others.

    Where it is told `within` which, those are read in place of all that is expected or owed.
    """
    codes = q.codes(connection)
    waiting = _waiting(connection, now) if within is None else frozenset(within)
    booked = q.booked_ids(connection, RAIL, ids_of(lines))
    typed = {typed_reference(line) for line in lines}
    deals = _deals(connection, named_in(lines, codes) | waiting)
    persons = {one.person for deal in deals.values() for one in deal.transfers}
    people: dict[PersonId, Person] = {}
    listed = sorted(persons)
    for start in range(0, len(listed), _AT_ONCE):
        people |= q.people(connection, listed[start : start + _AT_ONCE])
    kept = [
        one
        for account, days in days_of(lines).items()
        for one in q.kept_lines(connection, account, *days)
    ]
    return Candidates(
        codes,
        deals,
        payees(deals.values(), people, now),
        kept,
        frozenset(booked),
        _typed(connection, {one: booked[one] for one in typed if one in booked}, deals),
    )


def _waiting(connection: Connection, now: datetime) -> frozenset[DealId]:
    rows = q.queue(connection, now, kinds=_WAITING, limit=_MOST)
    return frozenset(row.deal for row in rows) | q.on_their_way(connection)


def _typed(
    connection: Connection, booked: Mapping[str, str], known: Mapping[DealId, Deal]
) -> dict[str, Money]:
    """How much is booked under these references, as it stands: in a deal, or in suspense."""
    items = {one: q.suspended_as(connection, RAIL, one) for one in booked}
    where = {one: DealId(chain) for one, chain in booked.items() if chain != rail_chain(RAIL)}
    where |= {one: item.deal for one, item in items.items() if item and item.deal is not None}
    deals = {**_deals(connection, {*where.values()} - {*known}), **known}
    found = {one: item.amount for one, item in items.items() if item and one not in where}
    for one, deal in where.items():
        amount = as_booked(deals[deal], RAIL, one)
        if amount is not None:
            found[one] = amount
    return found


def _deals(connection: Connection, wanted: Collection[DealId]) -> dict[DealId, Deal]:
    listed, found = sorted(wanted), dict[DealId, Deal]()
    for start in range(0, len(listed), _AT_ONCE):
        found |= q.load_deals(connection, listed[start : start + _AT_ONCE])
    return found
