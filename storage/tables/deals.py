"""The deal as a document, and the rows that are looked up by something else than its id."""

from __future__ import annotations

from typing import Final

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

from core.deal.model import DealState
from core.deal.terms import Role
from core.values.ids import ID_LENGTH
from core.values.window import DeadlineKind
from storage.columns import Instant, Whole
from storage.tables.base import flag, one_of, partial, table

DESK_KINDS: Final = (
    DeadlineKind.DEPOSIT_CHECK,
    DeadlineKind.DISPUTE_TAKE,
    DeadlineKind.DISPUTE_RULING,
    DeadlineKind.TRANSFER,
    DeadlineKind.HOLD_FLAG,
    DeadlineKind.APPROVAL_ENDS,
)
"""Deadlines of the desk: few, and looked up by kind."""
MONEY_KINDS: Final = (
    "MilestoneFunded",
    "MoneySettled",
    "TransferConfirmed",
    "TransferReturned",
    "DepositReversed",
    "ReversalWon",
    "HeldAgain",
    "TransferSent",
    "TransferFailed",
    "DepositCorrected",
)
"""Events of which a person's history of money is told."""

deals = table(
    "deals",
    Column("id", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("currency", Text),
    Column("creator", Whole, nullable=False),
    Column("invitee", Whole),
    Column("freelancer", Whole),
    Column("client", Whole),
    Column("token_hash", Text, unique=True),
    Column("code_hash", Text, unique=True),
    Column("title", Text),
    Column("total", Whole),
    Column("held", Whole, nullable=False),
    Column("waiting", Whole, nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("active_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("terms", Text, nullable=False),
    Column("body", Text, nullable=False),
    CheckConstraint(f"length(id) = {ID_LENGTH}", name="id"),
    CheckConstraint("version > 0", name="version"),
    one_of("state", DealState),
    CheckConstraint("held >= 0 AND waiting >= 0", name="money"),
    CheckConstraint("held + waiting = 0 OR currency IS NOT NULL", name="currency"),
    # Only an open invite can be found by its secret.
    CheckConstraint("token_hash IS NULL OR state = 'invited'", name="token"),
    CheckConstraint("(token_hash IS NULL) = (code_hash IS NULL)", name="secrets"),
    CheckConstraint("creator <> invitee", name="two_people"),
    Index("ix_deals_started_at", "started_at"),
    # What stood around it leaves a while after its end.
    partial("ix_deals_ended_at", "ended_at IS NOT NULL", "ended_at"),
)

_DEAL: Final = "deals.id"

parties = table(
    "parties",
    Column("deal", Text, ForeignKey(_DEAL), primary_key=True),
    Column("person", Whole, primary_key=True),
    Column("role", Text),
    Column("state", Text, nullable=False),
    Column("active_at", Instant, nullable=False),
    *flag("open"),
    *flag("agreed"),
    *flag("done"),
    *flag("disputed"),
    *flag("charged_back"),
    Column("ruled_against", Integer, nullable=False),
    # Payouts and refunds that were sent to them and are not known to be there.
    Column("on_its_way", Integer, nullable=False, server_default=text("0")),
    # Of who worked in a deal that ended: whether in time. Of each: what the other side gave them,
    # once that is shown. NULL where there is nothing to say.
    Column("on_time", Integer),
    Column("stars", Integer),
    one_of("role", Role, null=True),
    one_of("state", DealState),
    CheckConstraint("ruled_against >= 0", name="ruled_against"),
    CheckConstraint("on_its_way >= 0", name="on_its_way"),
    CheckConstraint("on_time IN (0, 1)", name="on_time"),
    CheckConstraint("stars BETWEEN 1 AND 5", name="stars"),
    # A person's list: what is open first, what moved last before the rest.
    Index("ix_parties_person", "person", "open", "active_at", "deal"),
    partial("ix_parties_charged_back", "charged_back = 1", "person"),
    partial("ix_parties_on_its_way", "on_its_way > 0", "deal"),
    by_key=True,
)

words = table(
    "words",
    # '' for what was written about no deal.
    Column("deal", Text, primary_key=True),
    Column("digest", Text, primary_key=True),
    Column("author", Whole, nullable=False),
    Column("salt", Text, nullable=False),
    Column("text", Text),
    # The deal's document refers to it, so it is read with the deal; talk and diary are not.
    *flag("body"),
    partial("ix_words_body", "body = 1", "deal"),
    Index("ix_words_author", "author"),
)

files = table(
    "files",
    Column("sha256", Text, primary_key=True),
    Column("deal", Text, primary_key=True),
    Column("size", Whole, nullable=False),
    # Microseconds of wall time. What belongs to no deal ('') goes after a while.
    Column("at", Whole, nullable=False, server_default=text("0")),
    CheckConstraint("length(sha256) = 64", name="sha256"),
    CheckConstraint("size >= 0", name="size"),
    partial("ix_files_of_no_deal", "deal = ''", "at"),
    by_key=True,
)

events = table(
    "events",
    Column("id", Whole, primary_key=True),
    Column("deal", Text, ForeignKey(_DEAL)),
    Column("seq", Integer),
    Column("at", Instant, nullable=False),
    Column("actor", Whole, nullable=False),
    Column("request", Text),
    Column("command", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("deal", "seq"),
    CheckConstraint("(deal IS NULL) = (seq IS NULL)", name="seq"),
    CheckConstraint("seq > 0", name="seq_from_one"),
    # A person's history of money.
    partial(
        "ix_events_money",
        f"kind IN ({', '.join(map(repr, MONEY_KINDS))})",
        "deal",
    ),
    numbered=True,
)

deadlines = table(
    "deadlines",
    Column("deal", Text, ForeignKey(_DEAL), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("due", Instant, nullable=False),
    Column("milestone", Integer),
    Column("person", Whole),
    Column("opened_at", Instant, nullable=False),
    Column("target", Instant, nullable=False),
    Column("transfer", Integer),
    one_of("kind", DeadlineKind),
    Index("ix_deadlines_due", "due"),
    partial(
        "ix_deadlines_desk",
        f"kind IN ({', '.join(repr(kind.value) for kind in DESK_KINDS)})",
        "kind",
        "target",
    ),
    by_key=True,
)
