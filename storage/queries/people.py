"""People: who they are, what their deals say about them, what they are being asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, bindparam, func, select

from core.deal.person import Person
from core.deal.reputation import Record
from core.ports import Answer, Expecting
from core.values.ids import PersonId
from storage import statements as s
from storage import tables as t
from storage.mapping import read_answer
from storage.prepared import find
from storage.rows import read_form, read_person

_P: Final = t.parties.c
_BY_NAME: Final = (
    select(t.people)
    .where(t.people.c.handle == bindparam("handle"))
    # A username may have moved on to somebody else: who was met last has it now.
    .order_by(t.people.c.since.desc())
    .limit(1)
)
_FORMS: Final = (
    select(t.forms)
    .where(t.forms.c.person == bindparam("of_person"), t.forms.c.bot == bindparam("of_bot"))
    .order_by(t.forms.c.touched.desc())
)
_WRITTEN: Final = select(t.words.c.deal, t.words.c.text).where(
    t.words.c.author == bindparam("of_person"), t.words.c.text.is_not(None)
)
_RECORD: Final = select(
    func.sum(_P.done).label("done"),
    func.sum(_P.disputed).label("disputed"),
    func.sum(_P.ruled_against).label("ruled_against"),
    func.count(_P.on_time).label("worked"),
    func.sum(_P.on_time).label("on_time"),
    func.count(_P.stars).label("rated"),
    func.sum(_P.stars).label("stars"),
    select(t.people.c.since)
    .where(t.people.c.id == bindparam("of_person"))
    .scalar_subquery()
    .label("since"),
).where(_P.person == bindparam("of_person"))


def people(connection: Connection, persons: Sequence[PersonId]) -> dict[PersonId, Person]:
    """Those of them who were met."""
    if not persons:
        return {}
    rows = find(connection, *s.PEOPLE.fit(persons))
    return {PersonId(row.id): read_person(row) for row in rows}


def person(connection: Connection, number: PersonId) -> Person | None:
    """Somebody who was met."""
    return people(connection, (number,)).get(number)


def known(connection: Connection, number: PersonId) -> bool:
    """Whether the person ever had an agreed deal."""
    query = select(_P.deal).where(_P.person == number, _P.agreed == 1).limit(1)
    return connection.execute(query).first() is not None


def find_person(connection: Connection, text: str) -> Person | None:
    """By numeric id or @username, in any case."""
    wanted = text.strip()
    if wanted.isdecimal():
        return (
            person(connection, PersonId(int(wanted))) if len(wanted) < len(str(1 << 63)) else None
        )
    rows = find(connection, _BY_NAME, {"handle": wanted.removeprefix("@").lower()})
    return read_person(rows[0]) if rows else None


def written(connection: Connection, number: PersonId) -> list[tuple[str, str]]:
    """(deal, or nothing; text): all that they ever wrote, as far as it is kept."""
    rows = find(connection, _WRITTEN, {"of_person": number})
    return sorted((row.deal, row.text) for row in rows)


def record(connection: Connection, number: PersonId) -> Record:
    """What a person's deals say about them."""
    sums = connection.execute(_RECORD, {"of_person": number}).one()
    return Record(
        sums.done or 0,
        sums.disputed or 0,
        sums.ruled_against or 0,
        sums.since,
        sums.worked,
        sums.on_time or 0,
        sums.rated,
        sums.stars or 0,
    )


def answered(connection: Connection, requests: Sequence[str]) -> Answer | None:
    """How the first of these requests ended that were handled before; None for none."""
    for request in requests:
        row = connection.execute(s.ANSWERED, {"of_request": request}).first()
        if row is not None:
            return read_answer(row.answer)
    return None


def expecting(connection: Connection, number: PersonId, bot: str) -> Expecting | None:
    """The form that the person's next words belong to."""
    row = connection.execute(s.FORM, {"of_person": number, "of_bot": bot}).first()
    return None if row is None else read_form(row)


def forms(connection: Connection, number: PersonId, bot: str) -> list[Expecting]:
    """All that a person has open with a bot, what is asked now first; words that fit none last."""
    rows = find(connection, _FORMS, {"of_person": number, "of_bot": bot})
    return [read_form(row) for row in rows]
