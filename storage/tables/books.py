"""The books: append-only, balanced by construction, one chain of hashes a deal."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Integer,
    Text,
    UniqueConstraint,
)

from storage.columns import Instant, Whole
from storage.tables.base import table

accounts = table(
    "accounts",
    Column("account", Text, primary_key=True),
    Column("currency", Text, primary_key=True),
    # NULL where no running total is kept: assets, fees and suspense would be one hot row each.
    Column("balance", Whole),
    CheckConstraint("balance >= 0", name="floor"),
    by_key=True,
)

entries = table(
    "entries",
    Column("id", Whole, primary_key=True),
    Column("reason", Text, nullable=False, unique=True),
    Column("request_hash", Text, nullable=False),
    Column("chain", Text, nullable=False),
    Column("chain_seq", Integer, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("chain", "chain_seq"),
    CheckConstraint("chain_seq > 0", name="chain_seq"),
    numbered=True,
)

# An entry is named by its place in its chain, so its postings need no id from the database.
postings = table(
    "postings",
    Column("chain", Text, primary_key=True),
    Column("chain_seq", Integer, primary_key=True),
    Column("line", Integer, primary_key=True),
    Column("debit", Text, nullable=False),
    Column("credit", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("amount", Whole, nullable=False),
    ForeignKeyConstraint(["chain", "chain_seq"], ["entries.chain", "entries.chain_seq"]),
    # One currency for both sides: a posting across currencies has no row to point to.
    ForeignKeyConstraint(["debit", "currency"], ["accounts.account", "accounts.currency"]),
    ForeignKeyConstraint(["credit", "currency"], ["accounts.account", "accounts.currency"]),
    CheckConstraint("amount > 0", name="amount"),
    CheckConstraint("debit <> credit", name="two_accounts"),
    CheckConstraint("line > 0", name="line"),
    by_key=True,
)

# What is held in all, for the desk: striped, so that deals do not queue behind one row.
holdings = table(
    "holdings",
    Column("currency", Text, primary_key=True),
    Column("stripe", Integer, primary_key=True),
    Column("held", Whole, nullable=False),
    by_key=True,
)
