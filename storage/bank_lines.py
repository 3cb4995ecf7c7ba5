"""Lines of banks' statements that were dealt with: written at once, so each read sees each write.

kept_lines(connection, account, since, until)   of these days, which are `2026-05-19`
booked_ids(connection, rail, ids)               those of a bank's references that the books have
codes(connection)                               of every deal that money may be meant for
on_their_way(connection)                        the deals of which money was sent, and is not there
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from core.deal.model import DealState
from core.paying import KeptLine, LineEnd
from core.values.ids import DealId, PersonId
from core.values.money import Money
from core.values.window import DeadlineKind
from storage import tables as t
from storage.rows import Row
from storage.transaction import Transaction

_L: Final = t.statement_lines.c
_KEY: Final = [_L.account, _L.reference]
_IDS: Final = ("account", "reference")
_Insert = TypeVar("_Insert", sqlite.Insert, postgresql.Insert)


def _add(insert: _Insert) -> _Insert:
    """What was asked for alone gives way to what came of it."""
    told = {name: insert.excluded[name] for name in _L.keys() if name not in _IDS}  # noqa: SIM118
    return insert.on_conflict_do_update(
        index_elements=_KEY, set_=told, where=_L.outcome == LineEnd.ASKED.value
    )


_ADD: Final = {
    "sqlite": _add(sqlite.insert(t.statement_lines)),
    "postgresql": _add(postgresql.insert(t.statement_lines)),
}
_ONE: Final = select(t.statement_lines).where(
    _L.account == bindparam("of_account"), _L.reference == bindparam("of_reference")
)
_DAYS: Final = select(t.statement_lines).where(
    _L.account == bindparam("of_account"),
    _L.booked_on >= bindparam("since"),
    _L.booked_on <= bindparam("until"),
)
_BOOKED: Final = select(t.entries.c.reason, t.entries.c.chain).where(
    t.entries.c.reason.in_(bindparam("reasons", expanding=True))
)
_CODES: Final = select(t.deals.c.id).where(
    t.deals.c.state.not_in([DealState.DRAFT.value, DealState.INVITED.value])
)
_ON_THEIR_WAY: Final = (
    # No index has them: a file is read a few times a day, and this is a look at each deadline.
    select(t.deadlines.c.deal).where(t.deadlines.c.kind == DeadlineKind.ARRIVAL.value).distinct()
)
_AT_ONCE: Final = 500
"""Ids that one statement asks for."""


class SqlLines:
    """The bank's lines, of core.ports.UnitOfWork."""

    _at: Transaction

    def keep_line(self, line: KeptLine) -> bool:
        """Keep what came of it; False where something did before, which stays.

        What was no more than asked for gives way.
        """
        dialect = self._at.connection.dialect.name
        return self._at.write(_ADD[dialect], _row(line)) == 1

    def kept_line(self, account: str, reference: str) -> KeptLine | None:
        """What came of a line, if it was dealt with."""
        row = self._at.read(_ONE, of_account=account, of_reference=reference).first()
        return None if row is None else _read(row)


def _row(line: KeptLine) -> Row:
    return {
        "account": line.account,
        "reference": line.reference,
        "amount": line.amount.minor,
        "currency": line.amount.currency,
        "booked_on": line.booked_on,
        "likeness": line.likeness,
        "outcome": line.end.value,
        "booked_by": line.by,
        "at": line.at,
        "deal": line.deal,
        "number": line.number,
    }


def _read(row: Any) -> KeptLine:  # noqa: ANN401 - a row of statement_lines
    return KeptLine(
        account=row.account,
        reference=row.reference,
        amount=Money(row.amount, row.currency),
        booked_on=row.booked_on,
        likeness=row.likeness,
        end=LineEnd(row.outcome),
        by=PersonId(row.booked_by),
        at=row.at,
        deal=None if row.deal is None else DealId(row.deal),
        number=row.number,
    )


def kept_lines(connection: Connection, account: str, since: str, until: str) -> list[KeptLine]:
    """Of an account and these days, both included."""
    params = {"of_account": account, "since": since, "until": until}
    return [_read(row) for row in connection.execute(_DAYS, params)]


def booked_ids(connection: Connection, rail: str, ids: Sequence[str]) -> dict[str, str]:
    """Those of a bank's references under which money came in, and the chain that has each."""
    before = f"deposit:{rail}:"
    found: dict[str, str] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        rows = connection.execute(_BOOKED, {"reasons": [before + one for one in some]})
        found |= {row.reason.removeprefix(before): row.chain for row in rows}
    return found


def codes(connection: Connection) -> frozenset[str]:
    """Of every deal that was agreed once: of no other has anybody a reference."""
    return frozenset(connection.execute(_CODES).scalars())


def on_their_way(connection: Connection) -> frozenset[DealId]:
    """The deals of which a payout or refund was sent, and nobody has said that it arrived."""
    return frozenset(map(DealId, connection.execute(_ON_THEIR_WAY).scalars()))
