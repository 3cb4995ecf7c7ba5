"""What the desk lets people have held at once, and what such a limit is counted by.

allowances_of(connection, person)      by currency, with the words of why as far as they are kept
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from core.deal.allowance import Allowance
from core.deal.model import Deal, DealState
from core.deal.terms import Role
from core.values.ids import DealId, PersonId
from core.values.money import Money
from core.values.words import Words
from storage import tables as t
from storage.columns import from_micros
from storage.prepared import find
from storage.transaction import Transaction

_A: Final = t.allowances.c
_P: Final = t.parties.c
_KEY: Final = [_A.person, _A.currency]
_OWN: Final = (
    # Words without a deal stand under '': there is one row of each digest.
    select(t.allowances, t.words.c.salt, t.words.c.text)
    .outerjoin(t.words, (t.words.c.deal == "") & (t.words.c.digest == _A.why))
    .where(_A.person == bindparam("of_person"))
    .order_by(_A.currency)
)
_DROP: Final = delete(t.allowances).where(
    _A.person == bindparam("of_person"), _A.currency == bindparam("of_currency")
)
_DONE: Final = (
    select(_P.person, func.sum(_P.done).label("done"))
    .where(_P.person.in_(bindparam("of_people", expanding=True)), _P.done == 1)
    .group_by(_P.person)
)
_PAYING: Final = (
    select(_P.deal)
    .where(_P.person == bindparam("of_person"), _P.open == 1)
    .where(_P.role == Role.CLIENT.value, _P.state != DealState.DRAFT.value)
    .order_by(_P.deal)
)
_COUNTING: Final = select(func.pg_advisory_xact_lock(func.hashtext(bindparam("of_client"))))


def _set(dialect: str) -> Any:  # noqa: ANN401 - SQL expression
    statement = (sqlite.insert if dialect == "sqlite" else postgresql.insert)(t.allowances)
    rest = [c.name for c in t.allowances.columns if not c.primary_key]
    sets = {name: statement.excluded[name] for name in rest}
    return statement.on_conflict_do_update(index_elements=_KEY, set_=sets)


_SET: Final = {name: _set(name) for name in ("sqlite", "postgresql")}


class SqlAllowances:
    """Who is new here, and what they may have held, of core.ports.UnitOfWork."""

    _at: Transaction

    def flush(self) -> None:
        """Write what waits: what is counted here is written last."""
        raise NotImplementedError

    def deal(self, deal: DealId, *, lock: bool = True) -> Deal | None:
        """The deal, whole."""
        raise NotImplementedError

    def completed(self, people: Sequence[PersonId]) -> Mapping[PersonId, int]:
        """How many deals each of them completed; nobody without one is named."""
        self.flush()
        found = self._at.read(_DONE, of_people=list(people))
        return {PersonId(row.person): int(row.done) for row in found}

    def paying(self, person: PersonId) -> Sequence[Deal]:
        """The open deals that they pay in, drafts aside; no other is counted meanwhile."""
        self.flush()
        if self._at.locks:
            self._at.read(_COUNTING, of_client=f"paying:{person}")
        rows = self._at.find(_PAYING, of_person=person)
        deals = (self.deal(DealId(row.deal), lock=False) for row in rows)
        return [deal for deal in deals if deal is not None]

    def allowances(self, person: PersonId) -> Sequence[Allowance]:
        """What the desk lets them have held at once, by currency."""
        self.flush()
        return allowances_of(self._at.connection, person)

    def set_allowance(self, allowance: Allowance) -> None:
        """Insert or replace the one of this person and currency."""
        self.flush()
        row = {
            "person": allowance.person,
            "currency": allowance.amount.currency,
            "amount": allowance.amount.minor,
            "allowed_by": allowance.by,
            "at": allowance.at,
            "why": allowance.why.digest,
        }
        self._at.write(_SET[self._at.connection.dialect.name], row)

    def drop_allowance(self, person: PersonId, currency: str) -> None:
        """What holds for everybody holds again."""
        self._at.write(_DROP, {"of_person": person, "of_currency": currency})


def allowances_of(connection: Connection, person: PersonId) -> list[Allowance]:
    """What the desk lets them have held at once, by currency."""
    return [
        Allowance(
            PersonId(row.person),
            Money(row.amount, row.currency),
            PersonId(row.allowed_by),
            from_micros(row.at),
            Words(row.why, row.text, row.salt or ""),
        )
        for row in find(connection, _OWN, {"of_person": person})
    ]
