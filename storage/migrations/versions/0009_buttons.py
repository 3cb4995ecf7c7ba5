"""Messages with buttons that will be old one day are remembered until they lose them.

Revision ID: 0009
Revises: 0008
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer, "sqlite")
FLAG = sa.SmallInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """What was sent before is not known: such a button says that it is old when it is pressed."""
    op.create_table(
        "buttons",
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("chat", WHOLE, nullable=False),
        sa.Column("message_id", WHOLE, nullable=False),
        sa.Column("deal", sa.Text(), nullable=False),
        sa.Column("presses", sa.Text(), nullable=False),
        sa.Column("owed", FLAG, nullable=False, server_default=sa.text("0")),
        sa.Column("at", WHOLE, nullable=False),
        sa.CheckConstraint("owed IN (0, 1)", name=op.f("ck_buttons_owed")),
        sa.PrimaryKeyConstraint("bot", "chat", "message_id", name=op.f("pk_buttons")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_buttons_deal", "buttons", ["deal"])
    op.create_index("ix_buttons_at", "buttons", ["at"])


def downgrade() -> None:
    """They stay as they are until they are pressed."""
    op.drop_table("buttons")
