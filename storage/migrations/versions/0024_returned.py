"""What was sent and came back stands in a person's history of money.

Revision ID: 0024
Revises: 0023
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

BEFORE = "'MilestoneFunded', 'MoneySettled', 'TransferConfirmed'"


def upgrade() -> None:
    """The index knows of it."""
    _index(f"{BEFORE}, 'TransferReturned'")


def downgrade() -> None:
    """Nobody asks for it."""
    _index(BEFORE)


def _index(kinds: str) -> None:
    op.drop_index("ix_events_money", table_name="events")
    where = sa.text(f"kind IN ({kinds})")
    op.create_index(
        "ix_events_money", "events", ["deal"], sqlite_where=where, postgresql_where=where
    )
