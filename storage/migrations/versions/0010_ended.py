"""Documents of deals that ended are packed, and ended deals are found by their end.

Revision ID: 0010
Revises: 0009
"""

from __future__ import annotations

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

# Its format is for ever: another one gets another mark.
from storage.packing import pack, unpack

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

PAGE = 500
DEALS = "SELECT id, terms, body FROM deals WHERE {} AND id > :last ORDER BY id LIMIT :page"
ENDED = sa.text(DEALS.format("ended_at IS NOT NULL"))
PACKED = sa.text(DEALS.format("body LIKE 'z1:%'"))
WRITE = sa.text("UPDATE deals SET terms = :terms, body = :body WHERE id = :id")


def upgrade() -> None:
    """Both JSON documents of such a deal become one, compressed."""
    op.create_index(
        "ix_deals_ended_at",
        "deals",
        ["ended_at"],
        sqlite_where=sa.text("ended_at IS NOT NULL"),
        postgresql_where=sa.text("ended_at IS NOT NULL"),
    )
    _rewrite(ENDED, pack)


def downgrade() -> None:
    """As JSON again."""
    _rewrite(PACKED, unpack)
    op.drop_index("ix_deals_ended_at", "deals")


def _rewrite(deals: sa.TextClause, change: Callable[[str, str], tuple[str, str]]) -> None:
    last = ""
    while rows := op.get_bind().execute(deals, {"last": last, "page": PAGE}).all():
        for row in rows:
            terms, body = change(row.terms, row.body)
            op.get_bind().execute(WRITE, {"id": row.id, "terms": terms, "body": body})
        last = rows[-1].id
