"""Who was met, what they are being asked, and which requests were handled."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, Text

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
    CheckConstraint("id > 0", name="id"),
    Index("ix_people_handle", "handle"),
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
    Column("touched", Whole, nullable=False),
    one_of("bot", ("parties", "desk")),
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
