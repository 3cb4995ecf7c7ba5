"""What lines of a bank's statement may be for, out of the database in one go."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from core.deal.model import Deal
from core.deal.person import Person
from core.paying import Candidates, StatementLine, days_of, ids_of, named_in, payees
from core.values.ids import DealId, PersonId
from core.values.window import DeadlineKind
from storage import queries as q

RAIL: Final = "manual"
_AT_ONCE: Final = 300
"""Deals that one statement reads."""
_MOST: Final = 20_000
"""Payments that are claimed, and transfers that are owed, with which lines are compared."""
_WAITING: Final = (DeadlineKind.DEPOSIT_CHECK, DeadlineKind.TRANSFER)


def candidates_for(
    connection: Connection, lines: Sequence[StatementLine], now: datetime
) -> Candidates:
    """The deals that the lines name, and those of which money is expected or owed; no others."""
    codes = q.codes(connection)
    waiting = {row.deal for row in q.queue(connection, now, kinds=_WAITING, limit=_MOST)}
    waiting |= q.on_their_way(connection)
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
        q.booked_ids(connection, RAIL, ids_of(lines)),
    )


def _deals(connection: Connection, wanted: Collection[DealId]) -> dict[DealId, Deal]:
    listed, found = sorted(wanted), dict[DealId, Deal]()
    for start in range(0, len(listed), _AT_ONCE):
        found |= q.load_deals(connection, listed[start : start + _AT_ONCE])
    return found
