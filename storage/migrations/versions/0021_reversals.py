# ruff: noqa: E501 - rules of the tables stand on one line, as alembic writes them
"""What a bank took back is to be paid again by a date; whose it was is looked up before a new deal.

Revision ID: 0021
Revises: 0020
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

BEFORE = "'draft-idle', 'invite-expires', 'funding-lapses', 'deposit-check', 'work-due', 'may-cancel-late', 'dormancy-notice', 'dormant', 'late-cancel-ends', 'fee-cancel-ends', 'review-ends', 'round-due', 'contest-ends', 'abandoned', 'fallback', 'proposal-ends', 'pause-ends', 'drop-rest', 'retry-notice', 'dispute-answer', 'question-answer', 'dispute-take', 'dispute-ruling', 'ruling-final', 'transfer', 'rating-ends', 'hold-flag', 'approval-ends', 'remind'"
AFTER = BEFORE.replace("'deposit-check', ", "'fund-again', 'deposit-check', ")


def upgrade() -> None:
    """The deadline may be scheduled; nobody was charged back before."""
    _kinds(AFTER)
    kind = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "SMALLINT"
    checked = "CONSTRAINT ck_parties_charged_back CHECK (charged_back IN (0, 1))"
    added = f"ADD COLUMN charged_back {kind} DEFAULT 0 NOT NULL {checked}"
    op.execute(sa.text(f"ALTER TABLE parties {added}"))
    where = sa.text("charged_back = 1")
    op.create_index(
        "ix_parties_charged_back",
        "parties",
        ["person"],
        sqlite_where=where,
        postgresql_where=where,
    )


def downgrade() -> None:
    """Nothing is known of either."""
    op.drop_index("ix_parties_charged_back", table_name="parties")
    op.execute(sa.text("ALTER TABLE parties DROP COLUMN charged_back"))
    op.execute(
        sa.text("DELETE FROM deadlines WHERE kind = 'fund-again' OR key LIKE 'remind:fund-again:%'")
    )
    _kinds(BEFORE)


def _kinds(kinds: str) -> None:
    kept = {"sqlite_strict": True, "sqlite_with_rowid": False}
    with op.batch_alter_table("deadlines", table_kwargs=kept) as table:
        table.drop_constraint(op.f("ck_deadlines_kind"), type_="check")
        table.create_check_constraint(op.f("ck_deadlines_kind"), f"kind IN ({kinds})")
