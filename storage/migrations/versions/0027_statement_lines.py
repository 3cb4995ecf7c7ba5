"""Of each line of a bank's statement it is kept what came of it.

Revision ID: 0027
Revises: 0026
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ENDS = "'deposit', 'suspense', 'double', 'sent', 'returned', 'asked', 'listed'"


def upgrade() -> None:
    """No line was ever read by us."""
    op.create_table(
        "statement_lines",
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("amount", WHOLE, nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("booked_on", sa.Text(), nullable=False),
        sa.Column("likeness", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("booked_by", WHOLE, nullable=False),
        sa.Column("at", WHOLE, nullable=False),
        sa.Column("deal", sa.Text()),
        sa.Column("number", sa.Integer()),
        sa.CheckConstraint(f"outcome IN ({ENDS})", name=op.f("ck_statement_lines_outcome")),
        sa.CheckConstraint(
            "(deal IS NULL) = (number IS NULL)", name=op.f("ck_statement_lines_about")
        ),
        sa.ForeignKeyConstraint(["deal"], ["deals.id"], name=op.f("fk_statement_lines_deal")),
        sa.PrimaryKeyConstraint("account", "reference", name=op.f("pk_statement_lines")),
        sqlite_strict=True,
        sqlite_autoincrement=False,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_statement_lines_day", "statement_lines", ["account", "booked_on"])


def downgrade() -> None:
    """What is in the books stays; a file that is sent again is looked at anew."""
    op.drop_table("statement_lines")
