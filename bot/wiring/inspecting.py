"""What a press caused, for the playground's page: events, postings, deadlines by command."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from core.deal.clocks import Deadline
from core.deal.events import Event
from core.values.ids import RAIL, SYSTEM
from core.values.money import Money
from core.values.words import Words
from storage.queries import Booked, Happened, inspect

if TYPE_CHECKING:
    from bot.wiring.assembly import Assembly

Json = dict[str, Any]
MOST_SHOWN: Final = 60
_NOBODY: Final = {SYSTEM: "the clock", RAIL: "the rail"}


async def inspected(assembly: Assembly, after: int) -> Json:
    """What the journal has after row `after`; `upto` is where to go on."""
    rows = await assembly.store.read(lambda connection: inspect(connection, after))
    steps = groupby(rows, key=lambda row: (row.deal, row.command, row.at, row.request))
    items = [_item(list(step)) for _, step in steps]
    return {"upto": rows[-1].id if rows else after, "items": items}


def _item(rows: Sequence[Happened]) -> Json:
    first = rows[0]
    return {
        "n": first.id,
        "at": first.at.isoformat(),
        "deal": first.deal,
        "command": first.command,
        "actor": _NOBODY.get(first.actor, str(first.actor)),
        "events": [
            {"kind": type(row.event).__name__, "summary": _summary(row.event)} for row in rows
        ],
        "postings": [_posting(posting) for row in rows for posting in row.postings],
        "deadlines": [_deadline(deadline) for row in rows for deadline in row.deadlines],
    }


def _posting(posting: Booked) -> Json:
    return {"debit": posting.debit, "credit": posting.credit, "amount": str(posting.amount)}


def _deadline(deadline: Deadline) -> Json:
    return {"kind": deadline.kind.value, "due": deadline.due.isoformat(), "what": deadline.key}


def _summary(event: Event) -> str:
    told = (
        f"{field.name.replace('_', ' ')} {shown}"
        for field in dataclasses.fields(event)
        if (shown := _shown(getattr(event, field.name)))
    )
    return ", ".join(told)


def _shown(value: object) -> str:
    match value:
        case None | False | "" | ():
            return ""
        case bool():
            return "yes"
        case Enum():
            return str(value.value)
        case Words() | str():
            text = str(value)
            return f"“{text[:MOST_SHOWN]}…”" if len(text) > MOST_SHOWN else f"“{text}”"
        case int() | Money() | timedelta():
            return str(value)
        case datetime():
            return value.isoformat(timespec="minutes")
        case tuple():
            return f"({len(value)})"
    return type(value).__name__
