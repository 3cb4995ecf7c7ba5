"""Deals, and what happened to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any, Final

from sqlalchemy import Connection, Integer, Row, Select, bindparam, literal, select, text

from core.deal.clocks import Deadline
from core.deal.diary import DiaryEntry
from core.deal.events import Event
from core.deal.model import Deal, DealState
from core.deal.reversal import ReversalState
from core.inviting import InviteAsked, InvitedAnswered
from core.talking import DiaryWritten, MessageSent
from core.values.ids import DealId, PersonId
from core.values.money import Money
from core.values.window import DeadlineKind
from storage import statements as s
from storage import tables as t
from storage.mapping import read_deal, read_event, read_row
from storage.packing import unpack
from storage.prepared import find
from storage.queries.words import words_of

_D, _P, _E, _S = t.deals.c, t.parties.c, t.events.c, t.deadlines.c
_CHARGED_BACK: Final = (
    select(_P.deal)
    .where(text("parties.charged_back = 1"), _P.person == bindparam("of_person"))
    .order_by(_P.deal)
)
_TITLE: Final = t.words.alias("title")
_OTHER: Final = t.parties.alias("other")
_NAME: Final = t.people.alias("name")


@dataclass(frozen=True, slots=True)
class DealLine:
    """One line of a list. `other` is the other party's name, empty while nobody is bound."""

    deal: DealId
    title: str
    state: str
    role: str
    other: str
    total: Money | None
    active_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One event; `number` counts from 1 in its deal, and is 0 for what happened to a person."""

    number: int
    at: datetime
    actor: PersonId
    request: str | None
    command: str
    event: Event


_LOAD: Final = select(_D.id, _D.version, _D.terms, _D.body).where(_D.id.in_(bindparam("ids")))


def load_deal(connection: Connection, deal: DealId) -> Deal | None:
    """One deal, whole."""
    rows = find(connection, s.FOR[connection.dialect.name].read, {"of_id": deal})
    if not rows:
        return None
    [row] = rows
    return read_row(row.version, row.terms, row.body, row.words)[0]


def load_deals(connection: Connection, deals: Sequence[DealId]) -> dict[DealId, Deal]:
    """Several deals, whole; at most some hundreds at once."""
    rows = connection.execute(_LOAD, {"ids": list(deals)}).all()
    bodies = {row.id: unpack(row.terms, row.body) for row in rows}
    known = words_of(connection, chain.from_iterable(bodies.values()), deals)
    return {DealId(r.id): read_deal(r.version, *bodies[r.id], known) for r in rows}


def deal_by_secret(connection: Connection, secret_hash: str) -> DealId | None:
    """The open invite whose link or code has this SHA-256."""
    found = connection.execute(s.BY_SECRET, {"secret": secret_hash}).scalar()
    return None if found is None else DealId(found)


def _listed() -> Select[Any]:
    mine = t.parties
    return (
        select(
            _D.id,
            _TITLE.c.text.label("title"),
            _D.state,
            mine.c.role,
            _NAME.c.name.label("other"),
            _D.total,
            _D.currency,
            mine.c.active_at,
            _D.version,
        )
        .select_from(mine)
        .join(t.deals, _D.id == mine.c.deal)
        .outerjoin(_TITLE, (_TITLE.c.deal == _D.id) & (_TITLE.c.digest == _D.title))
        .outerjoin(_OTHER, (_OTHER.c.deal == _D.id) & (_OTHER.c.person != mine.c.person))
        .outerjoin(_NAME, _NAME.c.id == _OTHER.c.person)
        .where(mine.c.person == bindparam("of_person"))
    )


_BY_ACTIVITY: Final = (
    _listed()
    .where(_P.open == bindparam("open"))
    .order_by(_P.active_at.desc(), _P.deal.desc())
    # Said in the statement: a plan for any number costs more than one for each, so PostgreSQL would
    # plan it anew each time, which takes longer than to read the list.
    .limit(bindparam("most", type_=Integer, literal_execute=True))
    .offset(bindparam("past", type_=Integer, literal_execute=True))
)


def deals_of(
    connection: Connection,
    person: PersonId,
    *,
    ended: bool = False,
    limit: int = 8,
    offset: int = 0,
) -> list[DealLine]:
    """A person's open (or ended) deals, drafts included, the last active first."""
    params = {"of_person": person, "open": int(not ended), "most": limit, "past": offset}
    return [_deal_row(row) for row in connection.execute(_BY_ACTIVITY, params)]


def _deal_row(row: Row[Any]) -> DealLine:
    total = Money(row.total, row.currency) if row.currency and row.total is not None else None
    return DealLine(
        DealId(row.id),
        row.title or "",
        row.state,
        row.role or "",
        row.other or "",
        total,
        row.active_at,
        row.version,
    )


_INVITES: Final = (
    select(_P.deal)
    .join(t.deals, _D.id == _P.deal)
    .where(
        _P.person == bindparam("of_person"),
        _P.open == 1,
        _P.state == DealState.INVITED.value,
        _D.creator == bindparam("of_person"),
        _D.invitee.is_(None),
    )
    .order_by(_P.active_at.desc())
)


def open_invites(connection: Connection, person: PersonId) -> list[DealId]:
    """Invites of this person that nobody was confirmed for."""
    rows = connection.execute(_INVITES, {"of_person": person}).scalars()
    return [DealId(row) for row in rows]


def list_deals(
    connection: Connection, *, states: Sequence[DealState] = (), limit: int = 100, offset: int = 0
) -> list[DealLine]:
    """All deals for support, the newest first; `role` is empty and `other` the creator's name."""
    query = (
        select(
            _D.id,
            _TITLE.c.text.label("title"),
            _D.state,
            _NAME.c.name.label("other"),
            _D.total,
            _D.currency,
            _D.active_at,
            _D.version,
            literal("").label("role"),
        )
        .outerjoin(_TITLE, (_TITLE.c.deal == _D.id) & (_TITLE.c.digest == _D.title))
        .outerjoin(_NAME, _NAME.c.id == _D.creator)
        .order_by(_D.started_at.desc(), _D.id)
        .limit(limit)
        .offset(offset)
    )
    if states:
        query = query.where(_D.state.in_([state.value for state in states]))
    return [_deal_row(row) for row in connection.execute(query)]


def journal(
    connection: Connection,
    deal: DealId,
    *,
    after: int = 0,
    kinds: Sequence[type[Event]] = (),
    limit: int | None = None,
) -> list[JournalLine]:
    """What happened after number `after`, in order; only events of `kinds`, if any are named."""
    query = select(t.events).where(_E.deal == deal, _E.seq > after).order_by(_E.seq).limit(limit)
    if kinds:
        query = query.where(_E.kind.in_([kind.__name__ for kind in kinds]))
    rows = connection.execute(query).all()
    known = words_of(connection, (row.body for row in rows), (deal,))
    return [
        JournalLine(
            row.seq,
            row.at,
            PersonId(row.actor),
            row.request,
            row.command,
            read_event(row.kind, row.body, known),
        )
        for row in rows
    ]


def diary(connection: Connection, deal: DealId) -> list[DiaryEntry]:
    """The work diary, in order."""
    rows = journal(connection, deal, kinds=(DiaryWritten,))
    return [row.event.entry for row in rows if isinstance(row.event, DiaryWritten)]


def talk(connection: Connection, deal: DealId) -> list[JournalLine]:
    """What both sides said to one another, questions about the invite included, in order."""
    return journal(connection, deal, kinds=(MessageSent, InviteAsked, InvitedAnswered))


def schedule_of(
    connection: Connection, deal: DealId | None = None
) -> list[tuple[DealId, Deadline]]:
    """The deadlines of one deal, or of all, by when they fall due."""
    query = select(t.deadlines).order_by(_S.due, _S.deal, _S.key)
    if deal is not None:
        query = query.where(_S.deal == deal)
    return [(DealId(row.deal), read_deadline(row)) for row in connection.execute(query)]


def read_deadline(row: Row[Any]) -> Deadline:
    """The deadline of a row of the schedule."""
    return Deadline(
        row.key,
        DeadlineKind(row.kind),
        row.due,
        row.milestone,
        None if row.person is None else PersonId(row.person),
        row.opened_at,
        row.target,
        row.transfer,
    )


def charged_back(connection: Connection, person: PersonId) -> list[tuple[DealId, int]]:
    """Their payments that a bank keeps, uncleared: the deal, and the reversal's number."""
    found = connection.execute(_CHARGED_BACK, {"of_person": person}).scalars()
    deals = load_deals(connection, [DealId(row) for row in found])
    return [
        (number, one.number)
        for number, deal in sorted(deals.items())
        for one in deal.reversals
        if one.state is ReversalState.LOST
    ]
