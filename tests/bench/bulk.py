"""Many deals at once: one that was walked, its rows copied under other ids by the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Column, Connection, String, Table, text

from core.values.ids import DealId, PersonId
from storage import tables as t

_COPIED: Final = (
    t.deals, t.parties, t.words, t.files, t.events, t.deadlines, t.accounts, t.entries, t.postings,
)  # fmt: skip
"""In the order that foreign keys ask for. Notices and requests are looked up by nothing here."""
_PEOPLE: Final = frozenset(
    {"creator", "invitee", "freelancer", "client", "person", "actor", "author"}
)
DEALS_A_FREELANCER: Final = 20
_FIRST_COPY: Final = 6_000_000_000
"""The freelancer of the first copies."""
_FIRST_CLIENT: Final = 7_000_000_000


@dataclass(frozen=True, slots=True)
class Copies:
    """`count` copies of a deal, numbered from `first`.

    Every twenty have a freelancer of their own. All have the same client, or with `client` each has
    both people of its own.
    """

    deal: DealId
    freelancer: PersonId
    first: int
    count: int
    client: PersonId | None = None

    def make(self, connection: Connection) -> None:
        """Insert them, in this transaction."""
        values = {"first": self.first, "last": self.first + self.count - 1}
        for table in (t.people, *_COPIED):
            connection.execute(text(self._statement(table, connection.dialect.name)), values)

    def _statement(self, table: Table, dialect: str) -> str:
        columns = [column for column in table.columns if not _numbered(column)]
        names = ", ".join(f'"{column.name}"' for column in columns)
        copied = ", ".join(self._copied(column) for column in columns)
        new_id = "printf('%08d', n)" if dialect == "sqlite" else "lpad(n::text, 8, '0')"
        each = DEALS_A_FREELANCER if self.client is None else 1
        distinct = "DISTINCT " if table is t.people else ""
        return (
            "WITH RECURSIVE copies(n) AS "  # noqa: S608 - the names of our own tables
            "(SELECT CAST(:first AS INTEGER) UNION ALL SELECT n + 1 FROM copies WHERE n < :last), "
            f"named AS (SELECT {new_id} AS new_id, {_FIRST_COPY} + n / {each} AS new_person, "
            f"{_FIRST_CLIENT} + n AS new_client FROM copies) "
            f"INSERT INTO {table.name} ({names}) SELECT {distinct}{copied} "
            f"FROM {table.name}, named {self._where(table)}"
            + (" ON CONFLICT DO NOTHING" if table in {t.accounts, t.people} else "")
        )

    def _copied(self, column: Column[object]) -> str:
        name = f'{column.table.name}."{column.name}"'
        people = {self.freelancer: "new_person"}
        if self.client is not None:
            people[self.client] = "new_client"
        if column.name in _PEOPLE or column is t.people.c.id:
            cases = " ".join(f"WHEN {old} THEN {new}" for old, new in people.items())
            return f"CASE {name} {cases} ELSE {name} END"
        if isinstance(column.type, String):
            changed = f"replace({name}, '{self.deal}', new_id)"
            for old, new in people.items():
                changed = f"replace({changed}, '{old}', CAST({new} AS TEXT))"
            return changed
        return name

    def _where(self, table: Table) -> str:
        if table is t.people:
            return f"WHERE people.id IN ({self.freelancer}, {self.client or self.freelancer})"
        if table is t.accounts:
            of_the_deal = (f"'{kind}:{self.deal}-1'" for kind in ("hold", "waiting"))
            return f"WHERE account IN ({', '.join(of_the_deal)}, 'payable:{self.freelancer}')"
        key = {"deals": "id", "entries": "chain", "postings": "chain"}.get(table.name, "deal")
        return f"WHERE {table.name}.{key} = '{self.deal}'"


def _numbered(column: Column[object]) -> bool:
    """A key that the database gives."""
    return column.name == "id" and column.table not in {t.deals, t.people}


def copied_id(number: int) -> DealId:
    """Of copy `number`."""
    return DealId(f"{number:08d}")


def freelancer_of(number: int) -> PersonId:
    """Of copy `number`, where each has its own people."""
    return PersonId(_FIRST_COPY + number)


def client_of(number: int) -> PersonId:
    """The same for the client."""
    return PersonId(_FIRST_CLIENT + number)


def somebody(number: int) -> PersonId:
    """The freelancer of copy `number` and of others around it."""
    return PersonId(_FIRST_COPY + number // DEALS_A_FREELANCER)
