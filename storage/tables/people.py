"""Who was met, what they are being asked, and which requests were handled."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text, text

from storage.columns import Instant, Whole
from storage.tables.base import flag, one_of, table

people = table(
    "people",
    Column("id", Whole, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("username", Text),
    # The username in lower case, as it is looked up.
    Column("handle", Text),
    Column("locale", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("since", Instant, nullable=False),
    Column("phrase", Text),
    Column("destinations", Text, nullable=False),
    *flag("unreachable"),
    *flag("chosen_locale"),
    *flag("muted"),
    *flag("no_digest"),
    CheckConstraint("id > 0", name="id"),
    Index("ix_people_handle", "handle"),
)

# The first of what came without ringing, until the digest tells of it.
unread = table(
    "unread",
    Column("person", Whole, primary_key=True),
    Column("deal", Text, ForeignKey("deals.id"), primary_key=True),
    Column("since", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Index("ix_unread_due_at", "due_at"),
    by_key=True,
)

# What the desk lets one person have held at once: who, when, and the digest of why.
allowances = table(
    "allowances",
    Column("person", Whole, primary_key=True),
    Column("currency", Text, primary_key=True),
    Column("amount", Whole, nullable=False),
    Column("allowed_by", Whole, nullable=False),
    Column("at", Instant, nullable=False),
    Column("why", Text, nullable=False),
    CheckConstraint("amount > 0", name="amount"),
    by_key=True,
)

forms = table(
    "forms",
    Column("person", Whole, primary_key=True),
    Column("bot", Text, primary_key=True),
    Column("what", Text, primary_key=True),
    # '' and 0 for none: a primary key holds no NULL.
    Column("deal", Text, primary_key=True),
    Column("milestone", Integer, primary_key=True),
    Column("field", Text, nullable=False),
    Column("data", Text, nullable=False),
    # The highest one is asked. Words that fit no form count below zero, so beneath every form.
    Column("touched", Whole, nullable=False),
    # Microseconds of wall time: when somebody last wrote into it.
    Column("at", Whole, nullable=False, server_default=text("0")),
    one_of("bot", ("parties", "desk")),
    Index("ix_forms_touched", "person", "bot", "touched"),
    Index("ix_forms_at", "at"),
    by_key=True,
)

requests = table(
    "requests",
    Column("request", Text, primary_key=True),
    Column("answer", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_requests_at", "at"),
    by_key=True,
)

# What a person used of what is limited, by the hour of wall time; 0 counts all strangers together.
used = table(
    "used",
    Column("person", Whole, primary_key=True),
    Column("what", Text, primary_key=True),
    Column("hour", Integer, primary_key=True),
    Column("amount", Whole, nullable=False),
    Index("ix_used_hour", "hour"),
    by_key=True,
)
