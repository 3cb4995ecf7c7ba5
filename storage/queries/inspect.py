"""What happened, for the playground's page and for support."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from core.deal.clocks import Deadline
from core.deal.events import Event
from core.values.ids import DealId, PersonId
from storage import tables as t
from storage.mapping import read_event
from storage.queries.deals import schedule_of
from storage.queries.money import Booked, postings_of
from storage.queries.words import words_of


@dataclass(frozen=True, slots=True)
class Happened:
    """One event with what stands around it. `id` rises; ask for what came after it next.

    `postings` are those that the event's command made at that instant; `deadlines` is the deal's
    schedule as it stands now. Both are given once a deal and command.
    """

    id: int
    deal: DealId | None
    number: int | None
    at: datetime
    actor: PersonId
    request: str | None
    command: str
    event: Event
    postings: Sequence[Booked] = ()
    deadlines: Sequence[Deadline] = ()


def inspect(connection: Connection, after: int = 0, limit: int = 100) -> list[Happened]:
    """What the journal has after row `after`, in order."""
    c = t.events.c
    query = select(t.events).where(c.id > after).order_by(c.id).limit(limit)
    rows = connection.execute(query).all()
    deals = {DealId(row.deal) for row in rows if row.deal}
    known = words_of(connection, (row.body for row in rows), (row.deal for row in rows))
    postings = {deal: postings_of(connection, deal) for deal in deals}
    schedules = {deal: [d for _, d in schedule_of(connection, deal)] for deal in deals}
    found, told = [], set()
    for row in rows:
        step = (row.deal, row.command, row.at, row.request)
        first, told_of = step not in told, row.deal if row.deal in deals else None
        told.add(step)
        found.append(
            Happened(
                row.id,
                None if row.deal is None else DealId(row.deal),
                row.seq,
                row.at,
                PersonId(row.actor),
                row.request,
                row.command,
                read_event(row.kind, row.body, known),
                [p for p in postings[told_of] if p.at == row.at] if first and told_of else (),
                schedules[told_of] if first and told_of else (),
            )
        )
    return found
