"""What came in and is not answered yet; what is owed to people and not delivered yet."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    text,
)

from storage.columns import Instant, Whole
from storage.tables.base import flag, one_of, partial, table

# `lease`, `next_at`, `taken_at`, `queued_at`: microseconds of wall time, never of the rules' clock,
# which the playground moves.

inbox = table(
    "inbox",
    Column("id", Whole, primary_key=True),
    Column("bot_id", Whole, nullable=False),
    Column("update_id", Whole, nullable=False),
    Column("lane", Whole, nullable=False),
    *flag("urgent"),
    Column("body", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("holder", Text, nullable=False),
    Column("lease", Whole, nullable=False),
    Column("incident", Text),
    Column("taken_at", Whole, nullable=False),
    # By the rules' clock: what people did before then had come earlier.
    Column("since", Instant, nullable=False, server_default=text("0")),
    UniqueConstraint("bot_id", "update_id"),
    one_of("state", ("waiting", "done", "aside")),
    partial("ix_inbox_waiting", "state = 'waiting'", "bot_id", "lane", "id"),
    Index("ix_inbox_taken_at", "taken_at"),
    numbered=True,
)

notices = table(
    "notices",
    Column("id", Whole, primary_key=True),
    Column("recipient", Whole, nullable=False),
    Column("kind", Text, nullable=False),
    Column("deal", Text, ForeignKey("deals.id")),
    Column("milestone", Integer),
    Column("data", Text, nullable=False),
    Column("words", Text),
    Column("files", Text, nullable=False),
    *flag("ring"),
    Column("seen", Integer),
    Column("serves", Instant),
    # What nobody waits for goes after what somebody does.
    *flag("later"),
    # Notices of one lane leave in order, and one that can not leave holds up its lane alone.
    Column("lane", Text, nullable=False, server_default=text("''")),
    # Messages of it that Telegram took: they are not sent again.
    Column("parts", Integer, nullable=False, server_default=text("0")),
    # What they come of, for the log: the update that was handled; none for the clock's own.
    Column("request", Text),
    Column("at", Instant, nullable=False),
    Column("queued_at", Whole, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_at", Whole, nullable=False),
    Column("lease", Whole, nullable=False),
    Column("ended_at", Whole),
    Column("why", Text),
    one_of("state", ("queued", "sent", "skipped", "failed")),
    CheckConstraint("(state = 'queued') = (ended_at IS NULL)", name="ended"),
    partial("ix_notices_lane", "state = 'queued'", "lane", "id"),
    partial("ix_notices_order", "state = 'queued'", "later", "id"),
    Index("ix_notices_ended_at", "ended_at"),
    numbered=True,
)
