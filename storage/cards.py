"""The one live card a deal and person: which message it is, and what that costs the others.

card_of(connection, person, deal) -> message
shown(connection, live) -> notices     it is this message now, unless a newer one came; the
loser's buttons go, and what is overtaken is drawn anew
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final, Protocol

from sqlalchemy import Connection, Executable, Table, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from core.deal.notice import Notice
from core.values.ids import DealId, PersonId
from storage import tables as t
from storage.lanes import old_card, redrawn
from storage.prepared import Row, find, write

_CARD: Final = select(t.cards.c.message_id).where(
    t.cards.c.person == bindparam("of_person"), t.cards.c.deal == bindparam("of_deal")
)
_MINE: Final = _CARD.with_for_update()
_VERSION: Final = select(t.deals.c.version).where(t.deals.c.id == bindparam("of_deal"))
INSERTS: Final[dict[str, Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


class Live(Protocol):
    """A message as somebody's live card. `version`: of the deal that it shows; None: the newest."""

    @property
    def person(self) -> PersonId:
        """Whose."""
        ...

    @property
    def deal(self) -> DealId:
        """Of what."""
        ...

    @property
    def message(self) -> int:
        """Where."""
        ...

    @property
    def version(self) -> int | None:
        """As of when."""
        ...

    @property
    def news(self) -> Sequence[int]:
        """Which notices it tells."""
        ...


def put(connection: Connection, table: Table, rows: list[Row] | Row) -> None:
    """Insert or replace by the primary key; a row has a value for each column."""
    write(connection, _upsert(connection.dialect.name, table), rows)


@cache
def _upsert(dialect: str, table: Table) -> Executable:
    statement = INSERTS[dialect](table)
    keys = table.primary_key.columns
    rest = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in keys}
    upsert: Executable = statement.on_conflict_do_update(index_elements=list(keys), set_=rest)
    return upsert


def card_of(
    connection: Connection, person: PersonId, deal: DealId, *, lock: bool = False
) -> int | None:
    """The message that is this person's live card of the deal."""
    found = find(connection, _MINE if lock else _CARD, {"of_person": person, "of_deal": deal})
    return found[0].message_id if found else None


def shown(connection: Connection, live: Live, *, anew: bool = False) -> Iterator[Notice]:
    """The newest message is the live card, however late we hear of it.

    It is drawn anew where the deal has moved on since, or does in this transaction: `anew`.
    """
    before = card_of(connection, live.person, live.deal, lock=True)
    newest = live.message if before is None else max(before, live.message)
    if newest != before:
        row = {"person": live.person, "deal": live.deal, "message_id": newest}
        put(connection, t.cards, row)
    if before is not None and before != live.message:
        yield old_card(live.person, live.deal, min(before, live.message))
    if newest == live.message and live.version is not None:
        version = find(connection, _VERSION, {"of_deal": live.deal})[0].version
        if anew or version != live.version:
            yield redrawn(live.person, live.deal, live.news)
