"""What the tables refuse, whoever asks."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import Connection, make_url, text
from sqlalchemy.exc import DBAPIError

from core.paying.events import DealOpened
from core.ports import UnitOfWork
from storage.engine import open_database
from storage.store import SqlStore
from tests.kit.fakes import START
from tests.storage.test_contract import ONE, SAY, deal, entry


async def fill(store: SqlStore) -> None:
    def work(uow: UnitOfWork) -> None:
        uow.add_deal(deal())
        uow.record_events(ONE, SAY, [DealOpened()], START, None)
        uow.post([entry("d", ("asset:play", "hold:x", 300))], START)

    await store.run(work)


async def run(store: SqlStore, statement: str) -> None:
    def work(connection: Connection) -> None:
        connection.execute(text(statement))

    await store.write(work)


CHANGES = [
    "UPDATE {table} SET {column} = {column}",
    "DELETE FROM {table}",
]
TABLES = {"events": "actor", "entries": "reason", "postings": "amount"}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("change", CHANGES)
async def test_the_journal_and_the_books_only_grow(
    store: SqlStore, table: str, change: str
) -> None:
    await fill(store)
    with pytest.raises(DBAPIError, match="append-only"):
        await run(store, change.format(table=table, column=TABLES[table]))


@pytest.mark.postgres
@pytest.mark.parametrize("table", TABLES)
async def test_the_journal_and_the_books_are_not_emptied(own_postgres_url: str, table: str) -> None:

    store = SqlStore(open_database(own_postgres_url))
    await fill(store)
    with pytest.raises(DBAPIError, match="append-only"):
        await run(store, f"TRUNCATE {table} CASCADE")
    await store.database.close()


REPLACEMENTS = {
    "events": "INSERT OR REPLACE INTO events SELECT * FROM events",
    "events, by its place": """
        INSERT OR REPLACE INTO events (deal, seq, at, actor, command, kind, body)
        SELECT deal, seq, at, actor, command, kind, body FROM events""",
    "entries": "INSERT OR REPLACE INTO entries SELECT * FROM entries",
    "entries, by its reason": """
        INSERT OR REPLACE INTO entries (reason, request_hash, chain, chain_seq, previous, hash, at)
        SELECT reason, request_hash, chain, chain_seq + 1, previous, hash, at FROM entries""",
    "postings": "INSERT OR REPLACE INTO postings SELECT * FROM postings",
}


@pytest.mark.parametrize("statement", REPLACEMENTS.values(), ids=list(REPLACEMENTS))
async def test_another_program_cannot_replace_a_row_either(sqlite_url: str, statement: str) -> None:

    store = SqlStore(open_database(sqlite_url))
    await fill(store)
    await store.database.close()
    # A plain connection, which turns on neither foreign keys nor recursive triggers.
    with (
        closing(sqlite3.connect(make_url(sqlite_url).database or "")) as foreign,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        foreign.execute(statement)


REFUSED = {
    "a balance below zero": "UPDATE accounts SET balance = -1 WHERE account = 'hold:x'",
    "a posting of nothing": """
        INSERT INTO postings VALUES ('AAAAAAAA', 1, 2, 'asset:play', 'hold:x', 'EUR', 0)""",
    "a posting to itself": """
        INSERT INTO postings VALUES ('AAAAAAAA', 1, 2, 'hold:x', 'hold:x', 'EUR', 5)""",
    "a posting across currencies": """
        INSERT INTO postings VALUES ('AAAAAAAA', 1, 2, 'asset:play', 'hold:x', 'USD', 5)""",
    "a posting of no entry": """
        INSERT INTO postings VALUES ('AAAAAAAA', 9, 1, 'asset:play', 'hold:x', 'EUR', 5)""",
    "a state that is none": "UPDATE deals SET state = 'sold'",
    "a secret of an invite that is over": """
        UPDATE deals SET token_hash = 'a', code_hash = 'b', state = 'cancelled'""",
    "a deal with oneself": "UPDATE deals SET invitee = creator",
    "a held sum below zero": "UPDATE deals SET held = -1",
    "a deadline of no deal": """
        INSERT INTO deadlines VALUES
        ('ZZZZZZZZ', 'k', 'remind', 1, NULL, NULL, 1, 1, NULL)""",
}


@pytest.mark.parametrize("statement", REFUSED.values(), ids=list(REFUSED))
async def test_the_tables_refuse(store: SqlStore, statement: str) -> None:
    await fill(store)
    with pytest.raises(DBAPIError):
        await run(store, statement)


async def test_sqlite_refuses_what_is_no_whole_number(sqlite_url: str) -> None:

    store = SqlStore(open_database(sqlite_url))
    await fill(store)
    with pytest.raises(DBAPIError):
        await run(store, "UPDATE accounts SET balance = 1.5 WHERE account = 'hold:x'")
    await store.database.close()
