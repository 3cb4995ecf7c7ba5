"""Facts of Telegram that core does not know: message ids, topics, and switches of the program."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Text, text

from storage.columns import Whole
from storage.tables.base import table

# The message in a person's chat that is the deal's live card.
cards = table(
    "cards",
    Column("person", Whole, primary_key=True),
    Column("deal", Text, primary_key=True),
    Column("message_id", Whole, nullable=False),
    by_key=True,
)

# A forum topic of the desk's group. '' and 0 stand for none: a primary key holds no NULL.
topics = table(
    "topics",
    Column("kind", Text, primary_key=True),
    Column("deal", Text, primary_key=True),
    Column("milestone", Integer, primary_key=True),
    Column("person", Whole, primary_key=True),
    Column("thread_id", Whole, nullable=False),
    Column("pinned", Whole),
    Column("data", Text, nullable=False),
    Index("ix_topics_thread_id", "thread_id"),
    by_key=True,
)

# What a message in Telegram stands for, so that a reply to it finds its way.
relays = table(
    "relays",
    Column("bot", Text, primary_key=True),
    Column("chat", Whole, primary_key=True),
    Column("message_id", Whole, primary_key=True),
    Column("data", Text, nullable=False),
    # Microseconds of wall time.
    Column("at", Whole, nullable=False, server_default=text("0")),
    Index("ix_relays_at", "at"),
    by_key=True,
)

heartbeats = table(
    "heartbeats",
    Column("name", Text, primary_key=True),
    Column("at", Whole, nullable=False),
)

flags = table(
    "flags",
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
