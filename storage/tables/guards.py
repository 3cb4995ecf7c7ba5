"""Triggers that keep the journal and the books append-only.

On SQLite `INSERT OR REPLACE` deletes without firing DELETE triggers unless `recursive_triggers` is
on, and a foreign program may not turn it on: so a guard before INSERT refuses to replace a row.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, MetaData, event

from storage.tables.base import metadata
from storage.tables.books import entries, postings
from storage.tables.deals import events

APPEND_ONLY: Final = {
    events: ("id = NEW.id", "deal = NEW.deal AND seq = NEW.seq"),
    entries: (
        "id = NEW.id",
        "reason = NEW.reason",
        "chain = NEW.chain AND chain_seq = NEW.chain_seq",
    ),
    postings: ("chain = NEW.chain AND chain_seq = NEW.chain_seq AND line = NEW.line",),
}
"""Each append-only table, and what makes a new row the same as an old one."""

_FUNCTION: Final = """
CREATE OR REPLACE FUNCTION holdfast_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
"""


def guards(dialect: str) -> list[str]:
    """Every statement that a new database needs."""
    if dialect == "sqlite":
        return [line for table, same in APPEND_ONLY.items() for line in _sqlite(table.name, same)]
    return [_FUNCTION, *(line for table in APPEND_ONLY for line in _postgresql(table.name))]


def _sqlite(name: str, same: tuple[str, ...]) -> list[str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{name} is append-only'); END"
    rows = (f"EXISTS (SELECT 1 FROM {name} WHERE {rule})" for rule in same)  # noqa: S608 - ours
    found = " OR ".join(rows)
    return [
        f"CREATE TRIGGER {name}_no_update BEFORE UPDATE ON {name} {refuse}",
        f"CREATE TRIGGER {name}_no_delete BEFORE DELETE ON {name} {refuse}",
        f"CREATE TRIGGER {name}_no_replace BEFORE INSERT ON {name} WHEN {found} {refuse}",
    ]


def _postgresql(name: str) -> list[str]:
    call = "EXECUTE FUNCTION holdfast_append_only()"
    return [
        f"CREATE TRIGGER {name}_no_change BEFORE UPDATE OR DELETE ON {name} FOR EACH ROW {call}",
        f"CREATE TRIGGER {name}_no_truncate BEFORE TRUNCATE ON {name} FOR EACH STATEMENT {call}",
    ]


@event.listens_for(metadata, "after_create")
def _attach(_: MetaData, connection: Connection, **__: object) -> None:
    for statement in guards(connection.dialect.name):
        connection.exec_driver_sql(statement)
