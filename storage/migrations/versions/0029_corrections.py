"""What was booked wrongly is set right: of money in suspense, how often it was set aside.

Revision ID: 0029
Revises: 0028
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

NAMES = ("taken_off", "matched_before")
BEFORE = (
    "'MilestoneFunded', 'MoneySettled', 'TransferConfirmed', 'TransferReturned', "
    "'DepositReversed', 'ReversalWon', 'HeldAgain', 'TransferSent', 'TransferFailed'"
)


def upgrade() -> None:
    """Nothing was corrected so far."""
    for name in NAMES:
        op.execute(sa.text(f"ALTER TABLE suspense ADD COLUMN {name} INTEGER DEFAULT 0 NOT NULL"))
    _index(f"{BEFORE}, 'DepositCorrected'")


def downgrade() -> None:
    """What was corrected stays in the ledger alone."""
    for name in reversed(NAMES):
        op.execute(sa.text(f"ALTER TABLE suspense DROP COLUMN {name}"))
    _index(BEFORE)


def _index(kinds: str) -> None:
    op.drop_index("ix_events_money", table_name="events")
    where = sa.text(f"kind IN ({kinds})")
    op.create_index(
        "ix_events_money", "events", ["deal"], sqlite_where=where, postgresql_where=where
    )
