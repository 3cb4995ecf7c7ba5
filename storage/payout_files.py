"""Payouts in files for the bank: written at once, so each read sees each write.

payout_lines(connection, file)   of one file; without it those whose file is open
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite

from core.paying import PayoutLine, PayoutLineState, PayoutLineStep
from core.values.errors import NotNow
from core.values.ids import DealId, PersonId
from core.values.money import Money
from storage import tables as t
from storage.rows import Row
from storage.transaction import Transaction

_L: Final = t.payout_lines.c
_ADD: Final = {
    "sqlite": sqlite.insert(t.payout_lines).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(t.payout_lines).on_conflict_do_nothing(),
}
_ORDER: Final = (_L.made_at, _L.file, _L.deal, _L.transfer)
_OF_FILE: Final = select(t.payout_lines).where(_L.file == bindparam("of_file")).order_by(*_ORDER)
_OPEN: Final = (
    select(t.payout_lines).where(_L.state == PayoutLineState.OPEN.value).order_by(*_ORDER)
)
_CLOSE: Final = (
    update(t.payout_lines)
    .where(
        _L.file == bindparam("of_file"),
        _L.deal == bindparam("of_deal"),
        _L.transfer == bindparam("of_transfer"),
        _L.state == PayoutLineState.OPEN.value,
    )
    .values(state=bindparam("to"), closed_at=bindparam("now"), closed_by=bindparam("who"))
)


class SqlPayoutFiles:
    """Payouts in files, of core.ports.UnitOfWork."""

    _at: Transaction

    def keep_payouts(self, lines: Sequence[PayoutLine]) -> None:
        """Keep a new file's. Raises NotNow("payout-in-file") where one is in an open file."""
        add = _ADD[self._at.connection.dialect.name]
        if any(self._at.write(add, _row(line)) != 1 for line in lines):
            raise NotNow("payout-in-file")

    def close_payout(
        self, line: PayoutLine, step: PayoutLineStep, by: PersonId, at: datetime
    ) -> bool:
        """What came of it; False where somebody said so before."""
        key: Row = {"of_file": line.file, "of_deal": line.deal, "of_transfer": line.transfer}
        done = {"to": line.take(step).value, "now": at, "who": by}
        return self._at.write(_CLOSE, key | done) == 1


def _row(line: PayoutLine) -> Row:
    return {
        "file": line.file,
        "deal": line.deal,
        "transfer": line.transfer,
        "returns": line.returns,
        "amount": line.amount.minor,
        "currency": line.amount.currency,
        "shown": line.shown,
        "made_at": line.made_at,
        "made_by": line.made_by,
        "state": line.state.value,
    }


def _read(row: Any) -> PayoutLine:  # noqa: ANN401 - a row of payout_lines
    bare = PayoutLine(
        row.file,
        DealId(row.deal),
        row.transfer,
        row.returns,
        Money(row.amount, row.currency),
        row.shown,
        row.made_at,
        PersonId(row.made_by),
    )
    who = None if row.closed_by is None else PersonId(row.closed_by)
    return replace(bare, state=PayoutLineState(row.state), closed_at=row.closed_at, closed_by=who)


def payout_lines(connection: Connection, file: str | None = None) -> list[PayoutLine]:
    """Of one file; without it those whose file is open, the oldest first."""
    if file is None:
        return [_read(row) for row in connection.execute(_OPEN)]
    return [_read(row) for row in connection.execute(_OF_FILE, {"of_file": file})]
