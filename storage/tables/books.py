"""The books: append-only, balanced by construction, one chain of hashes a deal."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    text,
)

from core.deal.suspense import SuspenseState
from core.paying import LineEnd, PayoutLineState
from core.values.ids import ID_LENGTH
from storage.columns import Instant, Whole
from storage.tables.base import one_of, partial, table

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

# Money that matches nothing: few, each until a treasurer finds out whose it is, and then its story.
suspense = table(
    "suspense",
    Column("id", Text, primary_key=True),
    Column("rail", Text, nullable=False),
    Column("external_id", Text, nullable=False),
    Column("amount", Whole, nullable=False),
    Column("currency", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("value_on", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("booked_by", Whole, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("alarm_at", Instant),
    Column("about", Text, ForeignKey("deals.id")),
    Column("state", Text, nullable=False),
    Column("seen", Integer, nullable=False),
    Column("asked_by", Whole),
    Column("asked_at", Instant),
    Column("closed_at", Instant),
    Column("closed_by", Whole),
    Column("second", Whole),
    Column("deal", Text, ForeignKey("deals.id")),
    Column("milestone", Integer),
    Column("returns", Integer, nullable=False),
    Column("taken_off", Integer, nullable=False, server_default=text("0")),
    Column("matched_before", Integer, nullable=False, server_default=text("0")),
    UniqueConstraint("rail", "external_id"),
    one_of("state", SuspenseState),
    CheckConstraint(f"length(id) = {ID_LENGTH}", name="id"),
    CheckConstraint("amount > 0", name="amount"),
    CheckConstraint("(state = 'open') = (alarm_at IS NOT NULL)", name="alarm"),
    CheckConstraint("(state = 'open') = (closed_at IS NULL)", name="closed"),
    CheckConstraint("(state = 'matched') = (deal IS NOT NULL)", name="matched"),
    partial("ix_suspense_open", "state = 'open'", "alarm_at"),
    # What was sent back, by when.
    partial("ix_suspense_returned", "state = 'returned'", "closed_at"),
    partial("ix_suspense_about", "about IS NOT NULL", "about"),
)

# Of each line of a bank's statement what came of it, so that the same line does nothing again.
statement_lines = table(
    "statement_lines",
    Column("account", Text, primary_key=True),
    Column("reference", Text, primary_key=True),
    Column("amount", Whole, nullable=False),
    Column("currency", Text, nullable=False),
    Column("booked_on", Text, nullable=False),
    Column("likeness", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("booked_by", Whole, nullable=False),
    Column("at", Instant, nullable=False),
    Column("deal", Text, ForeignKey("deals.id")),
    Column("number", Integer),
    one_of("outcome", LineEnd),
    CheckConstraint("(deal IS NULL) = (number IS NULL)", name="about"),
    Index("ix_statement_lines_day", "account", "booked_on"),
    by_key=True,
)

# Of each payout in a file for the bank what came of it; in one open file at a time.
payout_lines = table(
    "payout_lines",
    Column("file", Text, primary_key=True),
    Column("deal", Text, ForeignKey("deals.id"), primary_key=True),
    Column("transfer", Integer, primary_key=True),
    Column("returns", Integer, nullable=False),
    Column("amount", Whole, nullable=False),
    Column("currency", Text, nullable=False),
    Column("shown", Text, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("made_by", Whole, nullable=False),
    Column("state", Text, nullable=False),
    Column("closed_at", Instant),
    Column("closed_by", Whole),
    one_of("state", PayoutLineState),
    CheckConstraint("amount > 0", name="amount"),
    CheckConstraint("(state = 'open') = (closed_at IS NULL)", name="closed"),
    CheckConstraint("(closed_at IS NULL) = (closed_by IS NULL)", name="closed_by"),
    Index(
        "uq_payout_lines_open",
        "deal",
        "transfer",
        unique=True,
        sqlite_where=text("state = 'open'"),
        postgresql_where=text("state = 'open'"),
    ),
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
