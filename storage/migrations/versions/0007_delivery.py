"""Notices have lanes, and remember how much of them Telegram took.

Revision ID: 0007
Revises: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

QUEUED = sa.text("state = 'queued'")


def upgrade() -> None:
    """What is queued stays in order a receiver."""
    op.add_column(
        "notices", sa.Column("lane", sa.Text(), nullable=False, server_default=sa.text("''"))
    )
    op.add_column(
        "notices", sa.Column("parts", sa.Integer(), nullable=False, server_default=sa.text("0"))
    )
    op.execute("UPDATE notices SET lane = CAST(recipient AS TEXT) WHERE state = 'queued'")
    op.drop_index("ix_notices_recipient", table_name="notices")
    op.create_index(
        "ix_notices_lane",
        "notices",
        ["lane", "id"],
        unique=False,
        sqlite_where=QUEUED,
        postgresql_where=QUEUED,
    )


def downgrade() -> None:
    """A receiver is one lane again."""
    op.drop_index("ix_notices_lane", table_name="notices")
    op.create_index(
        "ix_notices_recipient",
        "notices",
        ["recipient", "id"],
        unique=False,
        sqlite_where=QUEUED,
        postgresql_where=QUEUED,
    )
    op.drop_column("notices", "parts")
    op.drop_column("notices", "lane")
