# ruff: noqa: E501 - rules of the tables stand on one line, as alembic writes them
"""What was sent is told apart from what arrived, and payouts leave in files for the bank.

What is confirmed already stays so: nobody asks about it any more.

Revision ID: 0026
Revises: 0025
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
BEFORE = "'draft-idle', 'invite-expires', 'funding-lapses', 'fund-again', 'deposit-check', 'work-due', 'may-cancel-late', 'dormancy-notice', 'dormant', 'late-cancel-ends', 'fee-cancel-ends', 'review-ends', 'round-due', 'contest-ends', 'abandoned', 'fallback', 'proposal-ends', 'pause-ends', 'drop-rest', 'retry-notice', 'dispute-answer', 'negotiation-ends', 'evidence-ends', 'question-answer', 'dispute-take', 'dispute-ruling', 'ruling-final', 'transfer', 'rating-ends', 'hold-flag', 'approval-ends', 'remind'"
AFTER = BEFORE.replace("'transfer', ", "'transfer', 'arrival', ")
MONEY_BEFORE = "'MilestoneFunded', 'MoneySettled', 'TransferConfirmed', 'TransferReturned', 'DepositReversed', 'ReversalWon', 'HeldAgain'"
MONEY_AFTER = f"{MONEY_BEFORE}, 'TransferSent', 'TransferFailed'"


def upgrade() -> None:
    """Nothing is on its way: what left us counted as confirmed."""
    _kinds(AFTER)
    _money(MONEY_AFTER)
    checked = "CONSTRAINT ck_parties_on_its_way CHECK (on_its_way >= 0)"
    added = f"ADD COLUMN on_its_way INTEGER DEFAULT 0 NOT NULL {checked}"
    op.execute(sa.text(f"ALTER TABLE parties {added}"))
    _files()
    where = sa.text("on_its_way > 0")
    op.create_index(
        "ix_parties_on_its_way", "parties", ["deal"], sqlite_where=where, postgresql_where=where
    )


def downgrade() -> None:
    """Nobody is asked whether anything arrived; which payouts were in a file is not known."""
    op.drop_table("payout_lines")
    op.drop_index("ix_parties_on_its_way", table_name="parties")
    op.execute(sa.text("ALTER TABLE parties DROP COLUMN on_its_way"))
    op.execute(sa.text("DELETE FROM deadlines WHERE kind = 'arrival'"))
    _kinds(BEFORE)
    _money(MONEY_BEFORE)


def _kinds(kinds: str) -> None:
    kept = {"sqlite_strict": True, "sqlite_with_rowid": False}
    with op.batch_alter_table("deadlines", table_kwargs=kept) as table:
        table.drop_constraint(op.f("ck_deadlines_kind"), type_="check")
        table.create_check_constraint(op.f("ck_deadlines_kind"), f"kind IN ({kinds})")


def _money(kinds: str) -> None:
    op.drop_index("ix_events_money", table_name="events")
    where = sa.text(f"kind IN ({kinds})")
    op.create_index(
        "ix_events_money", "events", ["deal"], sqlite_where=where, postgresql_where=where
    )


def _files() -> None:
    op.create_table(
        "payout_lines",
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("deal", sa.Text(), nullable=False),
        sa.Column("transfer", sa.Integer(), nullable=False),
        sa.Column("returns", sa.Integer(), nullable=False),
        sa.Column("amount", WHOLE, nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("made_at", WHOLE, nullable=False),
        sa.Column("made_by", WHOLE, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("closed_at", WHOLE),
        sa.Column("closed_by", WHOLE),
        sa.CheckConstraint(
            "state IN ('open', 'sent', 'apart', 'dropped')", name=op.f("ck_payout_lines_state")
        ),
        sa.CheckConstraint("amount > 0", name=op.f("ck_payout_lines_amount")),
        sa.CheckConstraint(
            "(state = 'open') = (closed_at IS NULL)", name=op.f("ck_payout_lines_closed")
        ),
        sa.CheckConstraint(
            "(closed_at IS NULL) = (closed_by IS NULL)", name=op.f("ck_payout_lines_closed_by")
        ),
        sa.ForeignKeyConstraint(["deal"], ["deals.id"], name=op.f("fk_payout_lines_deal")),
        sa.PrimaryKeyConstraint("file", "deal", "transfer", name=op.f("pk_payout_lines")),
        sqlite_strict=True,
        sqlite_autoincrement=False,
        sqlite_with_rowid=False,
    )
    where = sa.text("state = 'open'")
    op.create_index(
        "uq_payout_lines_open",
        "payout_lines",
        ["deal", "transfer"],
        unique=True,
        sqlite_where=where,
        postgresql_where=where,
    )
