# ruff: noqa: E501 - rules of the tables stand on one line, as alembic writes them
"""The answer for a contested point has a deadline of its own.

Revision ID: 0020
Revises: 0019
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

BEFORE = "'draft-idle', 'invite-expires', 'funding-lapses', 'deposit-check', 'work-due', 'may-cancel-late', 'dormancy-notice', 'dormant', 'late-cancel-ends', 'fee-cancel-ends', 'review-ends', 'round-due', 'abandoned', 'fallback', 'proposal-ends', 'pause-ends', 'drop-rest', 'retry-notice', 'dispute-answer', 'question-answer', 'dispute-take', 'dispute-ruling', 'ruling-final', 'transfer', 'rating-ends', 'hold-flag', 'approval-ends', 'remind'"
AFTER = BEFORE.replace("'abandoned', ", "'contest-ends', 'abandoned', ")


def upgrade() -> None:
    """The deadline may be scheduled."""
    _kinds(AFTER)


def downgrade() -> None:
    """Nothing is known of it."""
    op.execute(
        sa.text(
            "DELETE FROM deadlines WHERE kind = 'contest-ends' OR key LIKE 'remind:contest-ends:%'"
        )
    )
    _kinds(BEFORE)


def _kinds(kinds: str) -> None:
    kept = {"sqlite_strict": True, "sqlite_with_rowid": False}
    with op.batch_alter_table("deadlines", table_kwargs=kept) as table:
        table.drop_constraint(op.f("ck_deadlines_kind"), type_="check")
        table.create_check_constraint(op.f("ck_deadlines_kind"), f"kind IN ({kinds})")
