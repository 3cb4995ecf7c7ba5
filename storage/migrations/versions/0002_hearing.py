"""Until when each bot has heard people, instead of when the program was last alive.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer, "sqlite")
# The stop for the upgrade is told from the last sign of life. A playground's clock was moved, so
# there it is no instant of the rules' clock: its bots begin to listen anew.
SEED = """
INSERT INTO hearing (bot, bot_id, heard, listened, why)
SELECT bots.bot, 0, heartbeats.at, heartbeats.at, '' FROM heartbeats
CROSS JOIN (SELECT 'parties' AS bot UNION ALL SELECT 'desk' AS bot) AS bots
WHERE heartbeats.name = 'program'
AND NOT EXISTS (SELECT 1 FROM flags WHERE name = 'playground-clock-ahead')
"""
UNSEED = """
INSERT INTO heartbeats (name, at) SELECT 'program', min(listened) FROM hearing HAVING count(*) > 0
"""


def upgrade() -> None:
    """A row a bot, and of each update from when on it may have been made."""
    op.create_table(
        "hearing",
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("bot_id", WHOLE, nullable=False),
        sa.Column("heard", WHOLE, nullable=False),
        sa.Column("listened", WHOLE, nullable=False),
        sa.Column("owed", WHOLE, nullable=True),
        sa.Column("deaf_since", WHOLE, nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.CheckConstraint("bot IN ('parties', 'desk')", name=op.f("ck_hearing_bot")),
        sa.PrimaryKeyConstraint("bot", name=op.f("pk_hearing")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.execute(SEED)
    op.drop_table("heartbeats")
    op.add_column("inbox", sa.Column("since", WHOLE, server_default=sa.text("0"), nullable=False))


def downgrade() -> None:
    """Back to the heartbeat."""
    op.create_table(
        "heartbeats",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_heartbeats")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.execute(UNSEED)
    op.drop_table("hearing")
    op.drop_column("inbox", "since")
