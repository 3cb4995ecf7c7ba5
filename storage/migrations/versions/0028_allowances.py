"""The desk may let one person have more held at once, and it is kept by whom, when and why.

Revision ID: 0028
Revises: 0027
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Nobody is allowed more yet."""
    op.create_table(
        "allowances",
        sa.Column("person", WHOLE, nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("amount", WHOLE, nullable=False),
        sa.Column("allowed_by", WHOLE, nullable=False),
        sa.Column("at", WHOLE, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.CheckConstraint("amount > 0", name=op.f("ck_allowances_amount")),
        sa.PrimaryKeyConstraint("person", "currency", name=op.f("pk_allowances")),
        sqlite_strict=True,
        sqlite_autoincrement=False,
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """What holds for everybody who is new holds for all of them; the journal still tells of it."""
    op.drop_table("allowances")
