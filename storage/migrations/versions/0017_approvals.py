# ruff: noqa: E501 - rules of the tables stand on one line, as alembic writes them
"""What waits for a second person has a deadline of its own, and is looked up as the desk's.

Revision ID: 0017
Revises: 0016
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

BEFORE = "'draft-idle', 'invite-expires', 'funding-lapses', 'deposit-check', 'work-due', 'may-cancel-late', 'dormancy-notice', 'dormant', 'late-cancel-ends', 'fee-cancel-ends', 'review-ends', 'round-due', 'abandoned', 'proposal-ends', 'pause-ends', 'drop-rest', 'retry-notice', 'dispute-answer', 'question-answer', 'dispute-take', 'dispute-ruling', 'ruling-final', 'transfer', 'rating-ends', 'hold-flag', 'remind'"
AFTER = BEFORE.replace("'remind'", "'approval-ends', 'remind'")
DESK_BEFORE = "'deposit-check', 'dispute-take', 'dispute-ruling', 'transfer', 'hold-flag'"
DESK_AFTER = f"{DESK_BEFORE}, 'approval-ends'"


def upgrade() -> None:
    """The deadline may be scheduled, and is found by its kind."""
    _kinds(AFTER, DESK_AFTER)


def downgrade() -> None:
    """Nothing is known of it."""
    op.execute(sa.text("DELETE FROM deadlines WHERE kind = 'approval-ends'"))
    _kinds(BEFORE, DESK_BEFORE)


def _kinds(kinds: str, desk: str) -> None:
    kept = {"sqlite_strict": True, "sqlite_with_rowid": False}
    op.drop_index("ix_deadlines_desk", table_name="deadlines")
    with op.batch_alter_table("deadlines", table_kwargs=kept) as table:
        table.drop_constraint(op.f("ck_deadlines_kind"), type_="check")
        table.create_check_constraint(op.f("ck_deadlines_kind"), f"kind IN ({kinds})")
    where = sa.text(f"kind IN ({desk})")
    op.create_index(
        "ix_deadlines_desk",
        "deadlines",
        ["kind", "target"],
        sqlite_where=where,
        postgresql_where=where,
    )
