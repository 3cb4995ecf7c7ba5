"""What waits for the desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, bindparam, select, text

from core.values.ids import DealId
from core.values.window import DeadlineKind
from storage import tables as t
from storage.tables.deals import DESK_KINDS

_S, _D, _W = t.deadlines.c, t.deals.c, t.words.c


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One thing to do; `target` is by when, whatever the next alarm says."""

    kind: DeadlineKind
    deal: DealId
    milestone: int | None
    transfer: int | None
    title: str
    target: datetime
    overdue: bool


_DESK: Final = ", ".join(repr(kind.value) for kind in DESK_KINDS)
_QUEUE: Final = (
    select(_S.kind, _S.deal, _S.milestone, _S.transfer, _W.text.label("title"), _S.target)
    .join(t.deals, _D.id == _S.deal)
    .outerjoin(t.words, (_W.deal == _D.id) & (_W.digest == _D.title))
    # Said in the words of the partial index, without which the databases would read every deadline.
    .where(text(f"deadlines.kind IN ({_DESK})"), _S.kind.in_(bindparam("kinds")))
    .order_by(_S.target, _S.deal, _S.key)
    .limit(bindparam("most"))
)


def queue(
    connection: Connection,
    now: datetime,
    *,
    kinds: Sequence[DeadlineKind] = DESK_KINDS,
    limit: int = 200,
) -> list[QueueLine]:
    """Deposits, transfers and disputes that wait for the desk, by when they should be done."""
    params = {"kinds": [kind.value for kind in kinds], "most": limit}
    return [
        QueueLine(
            DeadlineKind(row.kind),
            DealId(row.deal),
            row.milestone,
            row.transfer,
            row.title or "",
            row.target,
            row.target <= now,
        )
        for row in connection.execute(_QUEUE, params)
    ]
