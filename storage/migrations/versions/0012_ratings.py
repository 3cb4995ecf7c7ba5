# ruff: noqa: E501 - rules of the tables stand on one line, as alembic writes them
"""Ratings have a deadline, and what each deal says of its parties is counted by columns.

Revision ID: 0012
Revises: 0011
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

# Its format is for ever: another one gets another mark.
from storage.packing import unpack

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

BEFORE = "'draft-idle', 'invite-expires', 'funding-lapses', 'deposit-check', 'work-due', 'may-cancel-late', 'dormancy-notice', 'dormant', 'late-cancel-ends', 'review-ends', 'round-due', 'abandoned', 'proposal-ends', 'drop-rest', 'retry-notice', 'dispute-answer', 'question-answer', 'dispute-take', 'dispute-ruling', 'transfer', 'remind'"
AFTER = BEFORE.replace("'transfer', ", "'transfer', 'rating-ends', ")
KEPT = {"sqlite_strict": True, "sqlite_with_rowid": False}
RULES = {"on_time": "on_time IN (0, 1)", "stars": "stars BETWEEN 1 AND 5"}
PAGE = 500
ENDED = sa.text(
    "SELECT id, freelancer, terms, body FROM deals"
    " WHERE ended_at IS NOT NULL AND freelancer IS NOT NULL AND id > :last ORDER BY id LIMIT :page"
)
WRITE = sa.text("UPDATE parties SET on_time = :said WHERE deal = :deal AND person = :person")


def upgrade() -> None:
    """The deadline may be scheduled; of deals that ended it is told whether work came in time."""
    _kinds(AFTER)
    for column, rule in RULES.items():
        checked = f"{column} INTEGER CONSTRAINT ck_parties_{column} CHECK ({rule})"
        op.execute(sa.text(f"ALTER TABLE parties ADD COLUMN {checked}"))
    last = ""
    while rows := op.get_bind().execute(ENDED, {"last": last, "page": PAGE}).all():
        for row in rows:
            said = _on_time(json.loads(unpack(row.terms, row.body)[1]))
            if said is not None:
                found = {"said": int(said), "deal": row.id, "person": row.freelancer}
                op.get_bind().execute(WRITE, found)
        last = rows[-1].id


def downgrade() -> None:
    """Nothing is known of either."""
    for column in RULES:
        op.execute(sa.text(f"ALTER TABLE parties DROP COLUMN {column}"))
    op.execute(sa.text("DELETE FROM deadlines WHERE kind = 'rating-ends'"))
    _kinds(BEFORE)


def _kinds(kinds: str) -> None:
    with op.batch_alter_table("deadlines", table_kwargs=KEPT) as table:
        table.drop_constraint(op.f("ck_deadlines_kind"), type_="check")
        table.create_check_constraint(op.f("ck_deadlines_kind"), f"kind IN ({kinds})")


def _on_time(deal: dict[str, Any]) -> bool | None:
    disputed = {dispute["milestone"] for dispute in deal.get("disputes", ())}
    said = [_in_time(m, disputed=m["number"] in disputed) for m in deal.get("milestones", ())]
    known = [one for one in said if one is not None]
    return all(known) if known else None


def _in_time(m: dict[str, Any], *, disputed: bool) -> bool | None:
    if m.get("due_at") is None:
        return None
    due = datetime.fromisoformat(m["due_at"])
    if m.get("submissions"):
        return datetime.fromisoformat(m["submissions"][0]["at"]) <= due
    ended = m.get("ended_at")
    late = m["state"] == "refunded" and ended is not None and datetime.fromisoformat(ended) > due
    return False if late and not disputed else None
