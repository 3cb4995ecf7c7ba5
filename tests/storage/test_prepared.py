"""What is handed to the driver, and what stands in the text of a statement."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from storage import tables as t
from storage.outbox_sql import ALIKE
from storage.prepared import PreparedStatement

DIALECTS = (sqlite.dialect(paramstyle="qmark"), postgresql.asyncpg.dialect())  # type: ignore[no-untyped-call]


def test_what_a_partial_index_may_depend_on_is_never_handed_over() -> None:
    for dialect in DIALECTS:
        found = PreparedStatement(ALIKE["parties"], dialect, ["of_notice"])
        assert ".state = 'queued'" in found.sql
        assert ".state = ?" not in found.sql
        assert ".state = $" not in found.sql


def test_a_statement_that_says_everything_itself_gets_nothing() -> None:
    query = select(t.inbox.c.id).where(t.inbox.c.state == "waiting")
    for dialect in DIALECTS:
        assert PreparedStatement(query, dialect, []).values({}) == ()


def test_what_differs_is_handed_over() -> None:
    query = select(t.inbox.c.id).where(t.inbox.c.state == "done", t.inbox.c.id == bindparam("row"))
    for dialect in DIALECTS:
        assert PreparedStatement(query, dialect, ["row"]).values({"row": 3}) == (3,)
