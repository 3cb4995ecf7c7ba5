# ruff: noqa: E501 - rules of the tables stand on one line, as alembic writes them
"""The stages of a dispute have deadlines of their own.

What is in dispute already is in arbitration: its desk was called when it was opened.

Revision ID: 0022
Revises: 0021
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

BEFORE = "'draft-idle', 'invite-expires', 'funding-lapses', 'fund-again', 'deposit-check', 'work-due', 'may-cancel-late', 'dormancy-notice', 'dormant', 'late-cancel-ends', 'fee-cancel-ends', 'review-ends', 'round-due', 'contest-ends', 'abandoned', 'fallback', 'proposal-ends', 'pause-ends', 'drop-rest', 'retry-notice', 'dispute-answer', 'question-answer', 'dispute-take', 'dispute-ruling', 'ruling-final', 'transfer', 'rating-ends', 'hold-flag', 'approval-ends', 'remind'"
AFTER = BEFORE.replace(
    "'dispute-answer', ", "'dispute-answer', 'negotiation-ends', 'evidence-ends', "
)


def upgrade() -> None:
    """The deadlines may be scheduled."""
    _kinds(AFTER)


def downgrade() -> None:
    """Nothing is known of them."""
    op.execute(
        sa.text(
            "DELETE FROM deadlines WHERE kind IN ('negotiation-ends', 'evidence-ends') OR key LIKE 'remind:negotiation-ends:%' OR key LIKE 'remind:evidence-ends:%'"
        )
    )
    _kinds(BEFORE)


def _kinds(kinds: str) -> None:
    kept = {"sqlite_strict": True, "sqlite_with_rowid": False}
    with op.batch_alter_table("deadlines", table_kwargs=kept) as table:
        table.drop_constraint(op.f("ck_deadlines_kind"), type_="check")
        table.create_check_constraint(op.f("ck_deadlines_kind"), f"kind IN ({kinds})")
