"""What a bank took back and gave back stands in a person's history of money.

Revision ID: 0025
Revises: 0024
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

BEFORE = "'MilestoneFunded', 'MoneySettled', 'TransferConfirmed', 'TransferReturned'"


def upgrade() -> None:
    """The index knows of them."""
    _index(f"{BEFORE}, 'DepositReversed', 'ReversalWon', 'HeldAgain'")


def downgrade() -> None:
    """Nobody asks for them."""
    _index(BEFORE)


def _index(kinds: str) -> None:
    op.drop_index("ix_events_money", table_name="events")
    where = sa.text(f"kind IN ({kinds})")
    op.create_index(
        "ix_events_money", "events", ["deal"], sqlite_where=where, postgresql_where=where
    )
