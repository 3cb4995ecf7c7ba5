"""Facts of Telegram that core does not know: message ids, topics, and switches of the program."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Text, text

from core.values.hearing import Ear
from storage.columns import Instant, Whole
from storage.tables.base import flag, one_of, table

# The message in a person's chat that is the deal's live card.
cards = table(
    "cards",
    Column("person", Whole, primary_key=True),
    Column("deal", Text, primary_key=True),
    Column("message_id", Whole, nullable=False),
    by_key=True,
)

# A message in a chat that has buttons of a deal which will be old one day. `presses`: what they
# carry, as JSON; `owed`: they are old, and that they go is owed. `at`: microseconds of wall time.
buttons = table(
    "buttons",
    Column("bot", Text, primary_key=True),
    Column("chat", Whole, primary_key=True),
    Column("message_id", Whole, primary_key=True),
    Column("deal", Text, nullable=False),
    Column("presses", Text, nullable=False),
    *flag("owed"),
    Column("at", Whole, nullable=False),
    Index("ix_buttons_deal", "deal"),
    Index("ix_buttons_at", "at"),
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

# Until when each bot has heard people, by the rules' clock. `listened`: until when time is
# accounted for, by listening or by having been given back; `owed`: until when it is being given
# back. `deaf_since`, `why`: what the desk was told of.
hearing = table(
    "hearing",
    Column("bot", Text, primary_key=True),
    Column("bot_id", Whole, nullable=False),
    Column("heard", Instant, nullable=False),
    Column("listened", Instant, nullable=False),
    Column("owed", Instant),
    Column("deaf_since", Instant),
    Column("why", Text, nullable=False),
    one_of("bot", Ear),
)

flags = table(
    "flags",
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
