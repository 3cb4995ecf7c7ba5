# ruff: noqa: E501 - rules of the tables stand on one line, as alembic writes them
"""The first schema.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer, "sqlite")
FLAG = sa.SmallInteger().with_variant(sa.Integer, "sqlite")
APPEND_ONLY = {
    "events": ("id = NEW.id", "deal = NEW.deal AND seq = NEW.seq"),
    "entries": (
        "id = NEW.id",
        "reason = NEW.reason",
        "chain = NEW.chain AND chain_seq = NEW.chain_seq",
    ),
    "postings": ("chain = NEW.chain AND chain_seq = NEW.chain_seq AND line = NEW.line",),
}
FUNCTION = """
CREATE OR REPLACE FUNCTION holdfast_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
"""


def _guard_on_sqlite(name: str, same: tuple[str, ...]) -> Iterator[str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{name} is append-only'); END"
    found = " OR ".join(f"EXISTS (SELECT 1 FROM {name} WHERE {rule})" for rule in same)  # noqa: S608 - ours
    yield f"CREATE TRIGGER {name}_no_update BEFORE UPDATE ON {name} {refuse}"
    yield f"CREATE TRIGGER {name}_no_delete BEFORE DELETE ON {name} {refuse}"
    yield f"CREATE TRIGGER {name}_no_replace BEFORE INSERT ON {name} WHEN {found} {refuse}"


def _guard_on_postgresql(name: str) -> Iterator[str]:
    call = "EXECUTE FUNCTION holdfast_append_only()"
    yield f"CREATE TRIGGER {name}_no_change BEFORE UPDATE OR DELETE ON {name} FOR EACH ROW {call}"
    yield f"CREATE TRIGGER {name}_no_truncate BEFORE TRUNCATE ON {name} FOR EACH STATEMENT {call}"


def _guard() -> None:
    connection = op.get_bind()
    sqlite = connection.dialect.name == "sqlite"
    if not sqlite:
        connection.exec_driver_sql(FUNCTION)
    for name, same in APPEND_ONLY.items():
        for statement in _guard_on_sqlite(name, same) if sqlite else _guard_on_postgresql(name):
            connection.exec_driver_sql(statement)


def upgrade() -> None:
    """Every table, index and guard."""
    op.create_table(
        "accounts",
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("balance", WHOLE, nullable=True),
        sa.CheckConstraint("balance >= 0", name=op.f("ck_accounts_floor")),
        sa.PrimaryKeyConstraint("account", "currency", name=op.f("pk_accounts")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cards",
        sa.Column("person", WHOLE, nullable=False),
        sa.Column("deal", sa.Text(), nullable=False),
        sa.Column("message_id", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("person", "deal", name=op.f("pk_cards")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "deals",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("creator", WHOLE, nullable=False),
        sa.Column("invitee", WHOLE, nullable=True),
        sa.Column("freelancer", WHOLE, nullable=True),
        sa.Column("client", WHOLE, nullable=True),
        sa.Column("token_hash", sa.Text(), nullable=True),
        sa.Column("code_hash", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("total", WHOLE, nullable=True),
        sa.Column("held", WHOLE, nullable=False),
        sa.Column("waiting", WHOLE, nullable=False),
        sa.Column("started_at", WHOLE, nullable=False),
        sa.Column("active_at", WHOLE, nullable=False),
        sa.Column("ended_at", WHOLE, nullable=True),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('draft', 'invited', 'agreed', 'active', 'completed', 'cancelled')",
            name=op.f("ck_deals_state"),
        ),
        sa.CheckConstraint("token_hash IS NULL OR state = 'invited'", name=op.f("ck_deals_token")),
        sa.CheckConstraint(
            "(token_hash IS NULL) = (code_hash IS NULL)", name=op.f("ck_deals_secrets")
        ),
        sa.CheckConstraint("creator <> invitee", name=op.f("ck_deals_two_people")),
        sa.CheckConstraint(
            "held + waiting = 0 OR currency IS NOT NULL", name=op.f("ck_deals_currency")
        ),
        sa.CheckConstraint("held >= 0 AND waiting >= 0", name=op.f("ck_deals_money")),
        sa.CheckConstraint("length(id) = 8", name=op.f("ck_deals_id")),
        sa.CheckConstraint("version > 0", name=op.f("ck_deals_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deals")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_deals_code_hash")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_deals_token_hash")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("ix_deals_started_at", "deals", ["started_at"], unique=False)
    op.create_table(
        "entries",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("request_hash", sa.Text(), nullable=False),
        sa.Column("chain", sa.Text(), nullable=False),
        sa.Column("chain_seq", sa.Integer(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("at", WHOLE, nullable=False),
        sa.CheckConstraint("chain_seq > 0", name=op.f("ck_entries_chain_seq")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
        sa.UniqueConstraint("chain", "chain_seq", name=op.f("uq_entries_chain_chain_seq")),
        sa.UniqueConstraint("reason", name=op.f("uq_entries_reason")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "files",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("deal", sa.Text(), nullable=False),
        sa.Column("size", WHOLE, nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_files_sha256")),
        sa.CheckConstraint("size >= 0", name=op.f("ck_files_size")),
        sa.PrimaryKeyConstraint("sha256", "deal", name=op.f("pk_files")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "flags",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_flags")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "forms",
        sa.Column("person", WHOLE, nullable=False),
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("deal", sa.Text(), nullable=False),
        sa.Column("milestone", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("touched", WHOLE, nullable=False),
        sa.CheckConstraint("bot IN ('parties', 'desk')", name=op.f("ck_forms_bot")),
        sa.PrimaryKeyConstraint(
            "person", "bot", "what", "deal", "milestone", name=op.f("pk_forms")
        ),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "heartbeats",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_heartbeats")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "holdings",
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("stripe", sa.Integer(), nullable=False),
        sa.Column("held", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("currency", "stripe", name=op.f("pk_holdings")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "inbox",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("bot_id", WHOLE, nullable=False),
        sa.Column("update_id", WHOLE, nullable=False),
        sa.Column("lane", WHOLE, nullable=False),
        sa.Column("urgent", FLAG, server_default=sa.text("0"), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("lease", WHOLE, nullable=False),
        sa.Column("incident", sa.Text(), nullable=True),
        sa.Column("taken_at", WHOLE, nullable=False),
        sa.CheckConstraint("state IN ('waiting', 'done', 'aside')", name=op.f("ck_inbox_state")),
        sa.CheckConstraint("urgent IN (0, 1)", name=op.f("ck_inbox_urgent")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("bot_id", "update_id", name=op.f("uq_inbox_bot_id_update_id")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("ix_inbox_taken_at", "inbox", ["taken_at"], unique=False)
    op.create_index(
        "ix_inbox_waiting",
        "inbox",
        ["bot_id", "lane", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "people",
        sa.Column("id", WHOLE, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("username", sa.Text(), nullable=True),
        sa.Column("handle", sa.Text(), nullable=True),
        sa.Column("locale", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("since", WHOLE, nullable=False),
        sa.Column("phrase", sa.Text(), nullable=True),
        sa.Column("destinations", sa.Text(), nullable=False),
        sa.Column("unreachable", FLAG, server_default=sa.text("0"), nullable=False),
        sa.Column("chosen_locale", FLAG, server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("chosen_locale IN (0, 1)", name=op.f("ck_people_chosen_locale")),
        sa.CheckConstraint("id > 0", name=op.f("ck_people_id")),
        sa.CheckConstraint("unreachable IN (0, 1)", name=op.f("ck_people_unreachable")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("ix_people_handle", "people", ["handle"], unique=False)
    op.create_table(
        "relays",
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("chat", WHOLE, nullable=False),
        sa.Column("message_id", WHOLE, nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("bot", "chat", "message_id", name=op.f("pk_relays")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "requests",
        sa.Column("request", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("request", name=op.f("pk_requests")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_requests_at", "requests", ["at"], unique=False)
    op.create_table(
        "topics",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("deal", sa.Text(), nullable=False),
        sa.Column("milestone", sa.Integer(), nullable=False),
        sa.Column("person", WHOLE, nullable=False),
        sa.Column("thread_id", WHOLE, nullable=False),
        sa.Column("pinned", WHOLE, nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "deal", "milestone", "person", name=op.f("pk_topics")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_topics_thread_id", "topics", ["thread_id"], unique=False)
    op.create_table(
        "words",
        sa.Column("deal", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("author", WHOLE, nullable=False),
        sa.Column("salt", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("body", FLAG, server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("body IN (0, 1)", name=op.f("ck_words_body")),
        sa.PrimaryKeyConstraint("deal", "digest", name=op.f("pk_words")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("ix_words_author", "words", ["author"], unique=False)
    op.create_index(
        "ix_words_body",
        "words",
        ["deal"],
        unique=False,
        sqlite_where=sa.text("body = 1"),
        postgresql_where=sa.text("body = 1"),
    )
    op.create_table(
        "deadlines",
        sa.Column("deal", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("due", WHOLE, nullable=False),
        sa.Column("milestone", sa.Integer(), nullable=True),
        sa.Column("person", WHOLE, nullable=True),
        sa.Column("opened_at", WHOLE, nullable=False),
        sa.Column("target", WHOLE, nullable=False),
        sa.Column("transfer", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('draft-idle', 'invite-expires', 'funding-lapses', 'deposit-check', 'work-due', 'may-cancel-late', 'dormancy-notice', 'dormant', 'late-cancel-ends', 'review-ends', 'round-due', 'abandoned', 'drop-rest', 'retry-notice', 'dispute-answer', 'dispute-take', 'dispute-ruling', 'transfer', 'remind')",
            name=op.f("ck_deadlines_kind"),
        ),
        sa.ForeignKeyConstraint(["deal"], ["deals.id"], name=op.f("fk_deadlines_deal")),
        sa.PrimaryKeyConstraint("deal", "key", name=op.f("pk_deadlines")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_deadlines_desk",
        "deadlines",
        ["kind", "target"],
        unique=False,
        sqlite_where=sa.text(
            "kind IN ('deposit-check', 'dispute-take', 'dispute-ruling', 'transfer')"
        ),
        postgresql_where=sa.text(
            "kind IN ('deposit-check', 'dispute-take', 'dispute-ruling', 'transfer')"
        ),
    )
    op.create_index("ix_deadlines_due", "deadlines", ["due"], unique=False)
    op.create_table(
        "events",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("deal", sa.Text(), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("at", WHOLE, nullable=False),
        sa.Column("actor", WHOLE, nullable=False),
        sa.Column("request", sa.Text(), nullable=True),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.CheckConstraint("(deal IS NULL) = (seq IS NULL)", name=op.f("ck_events_seq")),
        sa.CheckConstraint("seq > 0", name=op.f("ck_events_seq_from_one")),
        sa.ForeignKeyConstraint(["deal"], ["deals.id"], name=op.f("fk_events_deal")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
        sa.UniqueConstraint("deal", "seq", name=op.f("uq_events_deal_seq")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index(
        "ix_events_money",
        "events",
        ["deal"],
        unique=False,
        sqlite_where=sa.text("kind IN ('MilestoneFunded', 'MoneySettled', 'TransferConfirmed')"),
        postgresql_where=sa.text(
            "kind IN ('MilestoneFunded', 'MoneySettled', 'TransferConfirmed')"
        ),
    )
    op.create_table(
        "notices",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("recipient", WHOLE, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("deal", sa.Text(), nullable=True),
        sa.Column("milestone", sa.Integer(), nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("files", sa.Text(), nullable=False),
        sa.Column("ring", FLAG, server_default=sa.text("0"), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=True),
        sa.Column("serves", WHOLE, nullable=True),
        sa.Column("later", FLAG, server_default=sa.text("0"), nullable=False),
        sa.Column("at", WHOLE, nullable=False),
        sa.Column("queued_at", WHOLE, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", WHOLE, nullable=False),
        sa.Column("lease", WHOLE, nullable=False),
        sa.Column("ended_at", WHOLE, nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(state = 'queued') = (ended_at IS NULL)", name=op.f("ck_notices_ended")
        ),
        sa.CheckConstraint(
            "state IN ('queued', 'sent', 'skipped', 'failed')", name=op.f("ck_notices_state")
        ),
        sa.CheckConstraint("later IN (0, 1)", name=op.f("ck_notices_later")),
        sa.CheckConstraint("ring IN (0, 1)", name=op.f("ck_notices_ring")),
        sa.ForeignKeyConstraint(["deal"], ["deals.id"], name=op.f("fk_notices_deal")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("ix_notices_ended_at", "notices", ["ended_at"], unique=False)
    op.create_index(
        "ix_notices_order",
        "notices",
        ["later", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'queued'"),
        postgresql_where=sa.text("state = 'queued'"),
    )
    op.create_index(
        "ix_notices_recipient",
        "notices",
        ["recipient", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'queued'"),
        postgresql_where=sa.text("state = 'queued'"),
    )
    op.create_table(
        "parties",
        sa.Column("deal", sa.Text(), nullable=False),
        sa.Column("person", WHOLE, nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("active_at", WHOLE, nullable=False),
        sa.Column("open", FLAG, server_default=sa.text("0"), nullable=False),
        sa.Column("agreed", FLAG, server_default=sa.text("0"), nullable=False),
        sa.Column("done", FLAG, server_default=sa.text("0"), nullable=False),
        sa.Column("disputed", FLAG, server_default=sa.text("0"), nullable=False),
        sa.Column("ruled_against", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "role IS NULL OR role IN ('freelancer', 'client')", name=op.f("ck_parties_role")
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'invited', 'agreed', 'active', 'completed', 'cancelled')",
            name=op.f("ck_parties_state"),
        ),
        sa.CheckConstraint("agreed IN (0, 1)", name=op.f("ck_parties_agreed")),
        sa.CheckConstraint("disputed IN (0, 1)", name=op.f("ck_parties_disputed")),
        sa.CheckConstraint("done IN (0, 1)", name=op.f("ck_parties_done")),
        sa.CheckConstraint("open IN (0, 1)", name=op.f("ck_parties_open")),
        sa.CheckConstraint("ruled_against >= 0", name=op.f("ck_parties_ruled_against")),
        sa.ForeignKeyConstraint(["deal"], ["deals.id"], name=op.f("fk_parties_deal")),
        sa.PrimaryKeyConstraint("deal", "person", name=op.f("pk_parties")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_parties_person", "parties", ["person", "open", "active_at", "deal"], unique=False
    )
    op.create_table(
        "postings",
        sa.Column("chain", sa.Text(), nullable=False),
        sa.Column("chain_seq", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("debit", sa.Text(), nullable=False),
        sa.Column("credit", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("amount", WHOLE, nullable=False),
        sa.CheckConstraint("amount > 0", name=op.f("ck_postings_amount")),
        sa.CheckConstraint("debit <> credit", name=op.f("ck_postings_two_accounts")),
        sa.CheckConstraint("line > 0", name=op.f("ck_postings_line")),
        sa.ForeignKeyConstraint(
            ["chain", "chain_seq"],
            ["entries.chain", "entries.chain_seq"],
            name=op.f("fk_postings_chain_chain_seq"),
        ),
        sa.ForeignKeyConstraint(
            ["credit", "currency"],
            ["accounts.account", "accounts.currency"],
            name=op.f("fk_postings_credit_currency"),
        ),
        sa.ForeignKeyConstraint(
            ["debit", "currency"],
            ["accounts.account", "accounts.currency"],
            name=op.f("fk_postings_debit_currency"),
        ),
        sa.PrimaryKeyConstraint("chain", "chain_seq", "line", name=op.f("pk_postings")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    _guard()


def downgrade() -> None:
    """Nothing is left."""
    for name in (
        "postings",
        "parties",
        "notices",
        "events",
        "deadlines",
        "words",
        "topics",
        "requests",
        "relays",
        "people",
        "inbox",
        "holdings",
        "heartbeats",
        "forms",
        "flags",
        "files",
        "entries",
        "deals",
        "cards",
        "accounts",
    ):
        op.drop_table(name)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION holdfast_append_only()")
