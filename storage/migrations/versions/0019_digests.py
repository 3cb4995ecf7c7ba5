"""Who wants fewer reminders, who no digest, and what waits to be told by one.

Revision ID: 0019
Revises: 0018
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer, "sqlite")
WISHES = ("muted", "no_digest")


def upgrade() -> None:
    """Nobody has muted anything yet; what arrived before has been read, or is told by no digest."""
    kind = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "SMALLINT"
    for column in WISHES:
        checked = f"CONSTRAINT ck_people_{column} CHECK ({column} IN (0, 1))"
        added = f"ADD COLUMN {column} {kind} DEFAULT 0 NOT NULL {checked}"
        op.execute(sa.text(f"ALTER TABLE people {added}"))
    op.create_table(
        "unread",
        sa.Column("person", WHOLE, nullable=False),
        sa.Column("deal", sa.Text(), nullable=False),
        sa.Column("since", WHOLE, nullable=False),
        sa.Column("due_at", WHOLE, nullable=False),
        sa.ForeignKeyConstraint(["deal"], ["deals.id"], name=op.f("fk_unread_deal")),
        sa.PrimaryKeyConstraint("person", "deal", name=op.f("pk_unread")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_unread_due_at", "unread", ["due_at"])


def downgrade() -> None:
    """Everybody is reminded of everything."""
    op.drop_table("unread")
    for column in WISHES:
        op.execute(sa.text(f"ALTER TABLE people DROP COLUMN {column}"))
