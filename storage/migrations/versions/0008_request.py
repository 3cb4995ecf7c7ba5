"""Notices remember the request that they come of, so that the log can follow one to the other.

Revision ID: 0008
Revises: 0007
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Of those that are queued already it is not known."""
    op.add_column("notices", sa.Column("request", sa.Text(), nullable=True))


def downgrade() -> None:
    """They come of nothing again."""
    op.drop_column("notices", "request")
