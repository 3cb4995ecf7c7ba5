"""Money that matches nothing, as rows: written at once, so each read sees each write.

open_suspense(connection)              what waits, the oldest first
one_suspense(connection, item)         one of them, however it ended
booked_as(connection, rail, id)        where a bank's reference is booked: a deal, or an item
ALARMS                                 of which the desk is to be alarmed by now
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, func, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from core.deal.suspense import Suspense, SuspenseState
from core.ledger import rail_chain, suspense
from core.values.ids import DealId, PersonId, SuspenseId
from core.values.money import Money
from storage import tables as t
from storage.rows import Row
from storage.transaction import Transaction

_S: Final = t.suspense.c
_ONE: Final = select(t.suspense).where(_S.id == bindparam("of_id"))
_LOCKED: Final = _ONE.with_for_update()
_SAVE: Final = (
    update(t.suspense)
    .where(_S.id == bindparam("of_id"))
    .values({c.name: bindparam(c.name) for c in t.suspense.columns if c.name != "id"})
)
_ADD: Final = {
    "sqlite": sqlite.insert(t.suspense).on_conflict_do_nothing(index_elements=[_S.id]),
    "postgresql": postgresql.insert(t.suspense).on_conflict_do_nothing(index_elements=[_S.id]),
}
_P: Final = t.postings.c
_RETURNED: Final = (
    # In the chain of a rail, what leaves suspense is sent back; each time has an entry of its own.
    select(func.coalesce(func.sum(_P.amount), 0))
    .join_from(t.postings, t.entries)
    .where(
        _P.chain == bindparam("of_chain"),
        _P.debit == bindparam("of_account"),
        _P.currency == bindparam("of_currency"),
        t.entries.c.at >= bindparam("since"),
    )
)
_RETURNING: Final = select(func.pg_advisory_xact_lock(func.hashtext(bindparam("of_account"))))
ALARMS: Final = (
    select(_S.id)
    .where(text("suspense.state = 'open'"), _S.alarm_at <= bindparam("now"))
    .order_by(_S.alarm_at, _S.id)
    .limit(bindparam("most"))
)
NEXT_ALARM: Final = select(func.min(_S.alarm_at)).where(text("suspense.state = 'open'"))
_OPEN: Final = select(t.suspense).where(text("suspense.state = 'open'")).order_by(_S.at, _S.id)
_BOOKED: Final = select(t.entries.c.chain).where(t.entries.c.reason == bindparam("of_reason"))
_BY_REFERENCE: Final = select(_S.id).where(
    _S.rail == bindparam("of_rail"), _S.external_id == bindparam("of_external")
)


class SqlSuspense:
    """Money that matches nothing, of core.ports.UnitOfWork."""

    _at: Transaction

    def suspense(self, item: SuspenseId) -> Suspense | None:
        """Under lock until the transaction ends."""
        row = self._at.read(_LOCKED if self._at.locks else _ONE, of_id=item).first()
        return None if row is None else read_suspense(row)

    def flush(self) -> None:
        """Write what waits: the books are written last."""
        raise NotImplementedError

    def returned(self, rail: str, currency: str, since: datetime) -> int:
        """Minor units of it that were sent back since then; nobody else sends any meanwhile."""
        self.flush()
        account = suspense(rail)
        if self._at.locks:
            self._at.read(_RETURNING, of_account=f"{account}:{currency}")
        params = {"of_chain": rail_chain(rail), "of_account": account, "of_currency": currency}
        return int(self._at.read(_RETURNED, **params, since=since).scalar_one())

    def add_suspense(self, item: Suspense) -> bool:
        """Insert it; False when the id is taken."""
        dialect = self._at.connection.dialect.name
        return self._at.write(_ADD[dialect], suspense_row(item)) == 1

    def save_suspense(self, item: Suspense) -> None:
        """Save what was read under lock."""
        row = suspense_row(item)
        self._at.write(_SAVE, row | {"of_id": row.pop("id")})


def suspense_row(item: Suspense) -> Row:
    """The row of an item."""
    return {
        "id": item.id,
        "rail": item.rail,
        "external_id": item.external_id,
        "amount": item.amount.minor,
        "currency": item.amount.currency,
        "source": item.source,
        "value_on": item.value_on,
        "at": item.at,
        "booked_by": item.by,
        "due_at": item.due_at,
        "alarm_at": item.alarm_at,
        "about": item.about,
        "state": item.state.value,
        "seen": item.seen,
        "asked_by": item.asked_by,
        "asked_at": item.asked_at,
        "closed_at": item.closed_at,
        "closed_by": item.closed_by,
        "second": item.second,
        "deal": item.deal,
        "milestone": item.milestone,
        "returns": item.returns,
        "taken_off": item.taken_off,
        "matched_before": item.matched_before,
    }


def read_suspense(row: Any) -> Suspense:  # noqa: ANN401 - a row of suspense
    """The item of a row."""
    return Suspense(
        SuspenseId(row.id),
        row.rail,
        row.external_id,
        Money(row.amount, row.currency),
        row.source,
        row.value_on,
        row.at,
        PersonId(row.booked_by),
        row.due_at,
        row.alarm_at,
        _deal(row.about),
        SuspenseState(row.state),
        row.seen,
        _person(row.asked_by),
        row.asked_at,
        row.closed_at,
        _person(row.closed_by),
        _person(row.second),
        _deal(row.deal),
        row.milestone,
        row.returns,
        row.taken_off,
        row.matched_before,
    )


def _deal(value: str | None) -> DealId | None:
    return None if value is None else DealId(value)


def _person(value: int | None) -> PersonId | None:
    return None if value is None else PersonId(value)


def open_suspense(connection: Connection) -> list[Suspense]:
    """What waits for a treasurer, the oldest first."""
    return [read_suspense(row) for row in connection.execute(_OPEN)]


def one_suspense(connection: Connection, item: SuspenseId) -> Suspense | None:
    """One of them, however it ended."""
    row = connection.execute(_ONE, {"of_id": item}).first()
    return None if row is None else read_suspense(row)


def suspended_as(connection: Connection, rail: str, external_id: str) -> Suspense | None:
    """What came under a bank's reference and matched nothing, however it ended."""
    params = {"of_rail": rail, "of_external": external_id}
    item = connection.execute(_BY_REFERENCE, params).scalar()
    return None if item is None else one_suspense(connection, item)


_FROM_A_FILE: Final = (
    select(t.statement_lines.c.account, t.statement_lines.c.reference)
    .where(
        func.substr(t.statement_lines.c.reference, 1, bindparam("length")) == bindparam("begins"),
        t.statement_lines.c.amount > 0,
    )
    .order_by(t.statement_lines.c.account, t.statement_lines.c.reference)
)


def booked_as(connection: Connection, rail: str, external_id: str) -> DealId | SuspenseId | None:
    """Where a bank's reference is booked: which deal, or which item; None where it is not.

    Typed as it stands on the statement, it is found where a file of the bank's brought it, too.
    """
    found = _booked_as(connection, rail, external_id)
    if found is not None:
        return found
    # There the bank's own reference is followed by its day and its amount.
    begins = f"{external_id}/"
    params = {"begins": begins, "length": len(begins)}
    for row in connection.execute(_FROM_A_FILE, params):
        found = _booked_as(connection, rail, f"{row.account}/{row.reference}")
        if found is not None:
            return found
    return None


def _booked_as(connection: Connection, rail: str, external_id: str) -> DealId | SuspenseId | None:
    reason = f"deposit:{rail}:{external_id}"
    chain = connection.execute(_BOOKED, {"of_reason": reason}).scalar()
    if chain is None:
        return None
    params = {"of_rail": rail, "of_external": external_id}
    item = connection.execute(_BY_REFERENCE, params).scalar()
    return DealId(chain) if item is None else SuspenseId(item)
