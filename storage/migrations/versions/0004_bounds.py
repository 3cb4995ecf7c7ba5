"""What a person can pile up has an age and a count.

Revision ID: 0004
Revises: 0002
"""

from __future__ import annotations

import time

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0002"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer, "sqlite")
BENEATH = -(1 << 60)
"""Words that fit no form count from here; before, they stood among the forms."""


def upgrade() -> None:
    """Ages for forms, relays and files, an order for forms, and what each person used."""
    now = time.time_ns() // 1_000
    for table in ("forms", "relays", "files"):
        at = sa.Column("at", WHOLE, nullable=False, server_default=sa.text("0"))
        op.add_column(table, at)
        op.execute(sa.text(f"UPDATE {table} SET at = :now").bindparams(now=now))  # noqa: S608 - ours
    op.execute(
        sa.text(
            "UPDATE forms SET touched = touched + :beneath WHERE what LIKE 'loose:%'"
        ).bindparams(beneath=BENEATH)
    )
    op.create_index("ix_forms_touched", "forms", ["person", "bot", "touched"])
    op.create_index("ix_forms_at", "forms", ["at"])
    op.create_index("ix_relays_at", "relays", ["at"])
    op.create_index(
        "ix_files_of_no_deal",
        "files",
        ["at"],
        sqlite_where=sa.text("deal = ''"),
        postgresql_where=sa.text("deal = ''"),
    )
    op.create_table(
        "used",
        sa.Column("person", WHOLE, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("amount", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("person", "what", "hour", name=op.f("pk_used")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_used_hour", "used", ["hour"])


def downgrade() -> None:
    """Loose words stand among the forms again, beneath those that were touched later."""
    op.drop_table("used")
    for index, table in (
        ("ix_files_of_no_deal", "files"),
        ("ix_relays_at", "relays"),
        ("ix_forms_at", "forms"),
        ("ix_forms_touched", "forms"),
    ):
        op.drop_index(index, table_name=table)
    op.execute(
        sa.text("UPDATE forms SET touched = touched - :beneath WHERE touched < 0").bindparams(
            beneath=BENEATH
        )
    )
    for table in ("forms", "relays", "files"):
        op.drop_column(table, "at")
