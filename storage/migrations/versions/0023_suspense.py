"""Money that matches nothing is kept apart from deals until a treasurer finds out whose it is.

Revision ID: 0023
Revises: 0022
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer, "sqlite")
INDICES = {
    "ix_suspense_open": ("state = 'open'", "alarm_at"),
    "ix_suspense_returned": ("state = 'returned'", "closed_at"),
    "ix_suspense_about": ("about IS NOT NULL", "about"),
}


def upgrade() -> None:
    """Nothing is in it: what came before was owed back at once, or is in no ledger."""
    op.create_table(
        "suspense",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("rail", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("amount", WHOLE, nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("value_on", sa.Text(), nullable=False),
        sa.Column("at", WHOLE, nullable=False),
        sa.Column("booked_by", WHOLE, nullable=False),
        sa.Column("due_at", WHOLE, nullable=False),
        sa.Column("alarm_at", WHOLE),
        sa.Column("about", sa.Text()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("asked_by", WHOLE),
        sa.Column("asked_at", WHOLE),
        sa.Column("closed_at", WHOLE),
        sa.Column("closed_by", WHOLE),
        sa.Column("second", WHOLE),
        sa.Column("deal", sa.Text()),
        sa.Column("milestone", sa.Integer()),
        sa.Column("returns", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'matched', 'returned')", name=op.f("ck_suspense_state")
        ),
        sa.CheckConstraint("length(id) = 8", name=op.f("ck_suspense_id")),
        sa.CheckConstraint("amount > 0", name=op.f("ck_suspense_amount")),
        sa.CheckConstraint(
            "(state = 'open') = (alarm_at IS NOT NULL)", name=op.f("ck_suspense_alarm")
        ),
        sa.CheckConstraint(
            "(state = 'open') = (closed_at IS NULL)", name=op.f("ck_suspense_closed")
        ),
        sa.CheckConstraint(
            "(state = 'matched') = (deal IS NOT NULL)", name=op.f("ck_suspense_matched")
        ),
        sa.ForeignKeyConstraint(["about"], ["deals.id"], name=op.f("fk_suspense_about")),
        sa.ForeignKeyConstraint(["deal"], ["deals.id"], name=op.f("fk_suspense_deal")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suspense")),
        sa.UniqueConstraint("rail", "external_id", name=op.f("uq_suspense_rail_external_id")),
        sqlite_strict=True,
        sqlite_autoincrement=False,
        sqlite_with_rowid=True,
    )
    for name, (rule, column) in INDICES.items():
        where = sa.text(rule)
        op.create_index(name, "suspense", [column], sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    """Nothing is known of it: what is in it stays in the ledger alone."""
    op.drop_table("suspense")
