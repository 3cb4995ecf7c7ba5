"""The tables, by what they hold; everything here is `metadata`.

deals    the deal as a document, its parties, its journal, its schedule, what people wrote
books    entries and postings, append-only, the running totals, money that matches nothing
people   who was met, what they are allowed and asked, which requests were handled, what is limited
boxes    what came in from Telegram, and what is owed to people
edge     message ids, topics, flags: facts of Telegram that core does not know
guards   the triggers that keep the journal and the books append-only
"""

from __future__ import annotations

from storage.tables import guards as guards  # the import attaches the triggers
from storage.tables.base import metadata
from storage.tables.books import (
    accounts,
    entries,
    holdings,
    payout_lines,
    postings,
    statement_lines,
    suspense,
)
from storage.tables.boxes import inbox, notices
from storage.tables.deals import deadlines, deals, events, files, parties, words
from storage.tables.edge import buttons, cards, flags, hearing, relays, topics
from storage.tables.people import allowances, forms, people, requests, unread, used

__all__ = [
    "accounts",
    "allowances",
    "buttons",
    "cards",
    "deadlines",
    "deals",
    "entries",
    "events",
    "files",
    "flags",
    "forms",
    "hearing",
    "holdings",
    "inbox",
    "metadata",
    "notices",
    "parties",
    "payout_lines",
    "people",
    "postings",
    "relays",
    "requests",
    "statement_lines",
    "suspense",
    "topics",
    "unread",
    "used",
    "words",
]
