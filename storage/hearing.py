"""Until when each bot has heard people: the fact that every clock waits for.

    hearing = SqlHearing(database, Ear.PARTIES)
    await hearing.begin(bot_id, now) -> Row     what is known; from now on for a bot that never was
    await hearing.owe(listened, owed)           time is being given back, from and until when
    await hearing.tell(since, why)              the desk was told that it is deaf; None: no longer
    move(connection, bot_id, mark)              in the transaction that keeps what a fetch brought
    move_on(connection, by)                     the rules' clock was moved, and nobody was deaf then
    until(connection, ear, people)              everything that they did until then is handled
    rows(connection)                            what is kept of every bot, for the doctor
    DUE, UNHEARD                                what may happen now, and what waits for whom

An update that is not handled yet holds up what fell due after the instant from which on its person
may have done it: `inbox.since`, the instant until which was heard when it came.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    Connection,
    Executable,
    bindparam,
    case,
    exists,
    func,
    insert,
    null,
    or_,
    select,
    type_coerce,
    update,
)

from core.values.hearing import WAITS_FOR, Ear, Fetched
from core.values.ids import PersonId
from storage import tables as t
from storage.columns import Instant, Whole, from_micros
from storage.engine import Database, doing
from storage.prepared import Listed, find, write

NEVER: Final = datetime.max.replace(tzinfo=UTC)

_H, _D, _I = t.hearing.c, t.deadlines.c, t.inbox.c
_KINDS: Final[Mapping[Ear, list[str]]] = {
    ear: [kind.value for kind, ears in WAITS_FOR.items() if ear in ears] for ear in Ear
}


def _may_happen(ear: Ear) -> Any:  # noqa: ANN401 - an expression of SQL
    heard = select(_H.heard).where(_H.bot == ear.value).scalar_subquery()
    return or_(_D.kind.not_in(_KINDS[ear]), _D.due <= func.coalesce(heard, _D.due))


DUE: Final = (
    select(_D.deal, _D.key)
    .where(_D.due <= bindparam("now"), *(_may_happen(ear) for ear in Ear))
    .order_by(_D.due, _D.deal, _D.key)
    .limit(bindparam("most"))
)
UNHEARD: Final = select(_H.bot).where(
    _H.heard < bindparam("now"),
    exists().where(
        _D.due <= bindparam("now"),
        _D.due > _H.heard,
        or_(*((_H.bot == ear.value) & _D.kind.in_(_KINDS[ear]) for ear in Ear)),
    ),
)
_OF_EAR: Final = select(t.hearing).where(_H.bot == bindparam("ear"))
_HEARD: Final = select(_H.heard).where(_H.bot_id == bindparam("of_bot"))
_WAITING: Final = select(func.min(_I.since).label("since")).where(
    _I.bot_id == bindparam("of_bot"), _I.state == "waiting"
)
_WAITING_OF: Final = Listed("person", lambda people: _WAITING.where(_I.lane.in_(people)))


def _move(names: tuple[str, ...]) -> Executable:
    """Moves these of a bot's marks, where they are earlier."""
    values: dict[str, Any] = {}
    for name in names:
        at: BindParameter[datetime] = bindparam(f"{name}_at", type_=Instant())
        values[name] = case((_H[name] < at, at), else_=_H[name])
    if "listened" in names:
        values["owed"] = null()
    return update(t.hearing).where(_H.bot_id == bindparam("of_bot")).values(**values)


_MOVE: Final[Mapping[tuple[str, ...], Executable]] = {
    names: _move(names) for names in (("heard",), ("listened",), ("heard", "listened"))
}
_BY: Final[BindParameter[int]] = bindparam("by", type_=Whole)
_MOVE_ON: Final = update(t.hearing).values(listened=type_coerce(_H.listened, Whole) + _BY)


@dataclass(frozen=True, slots=True)
class Row:
    """What is kept of one bot."""

    bot: Ear
    bot_id: int
    heard: datetime
    listened: datetime
    owed: datetime | None = None
    deaf_since: datetime | None = None
    why: str = ""


class SqlHearing:
    """One bot's row."""

    def __init__(self, database: Database, ear: Ear) -> None:
        """Share an open database."""
        self._database = database
        self._ear = ear

    async def begin(self, bot_id: int, now: datetime) -> Row:
        """Which bot it is. A clock that was put back while we were away has heard nothing yet."""

        def work(connection: Connection) -> Row:
            known = _row(connection, self._ear)
            if known is None:
                row = Row(self._ear, bot_id, now, now)
                connection.execute(
                    insert(t.hearing).values(
                        bot=self._ear.value, bot_id=bot_id, heard=now, listened=now, why=""
                    )
                )
                return row
            values = {
                "bot_id": bot_id,
                "heard": min(known.heard, now),
                "listened": min(known.listened, now),
            }
            connection.execute(update(t.hearing).where(_H.bot == self._ear.value).values(**values))
            found = _row(connection, self._ear)
            return known if found is None else found

        return await self._database.write(work)

    async def read(self) -> Row | None:
        """What is kept; None for a bot that never listened."""
        return await self._database.glance(lambda connection: _row(connection, self._ear))

    async def owe(self, listened: datetime, owed: datetime) -> None:
        """The time from `listened` to `owed` is being given back."""
        await self._set(listened=listened, owed=owed)

    async def tell(self, since: datetime | None, why: str) -> None:
        """The desk was told that the bot is deaf since then, and why; or, with None, no longer."""
        await self._set(deaf_since=since, why=why)

    async def _set(self, **values: Any) -> None:  # noqa: ANN401 - values of SQL
        await self._database.write(
            doing(update(t.hearing).where(_H.bot == self._ear.value).values(**values))
        )


def _row(connection: Connection, ear: Ear) -> Row | None:
    for row in find(connection, _OF_EAR, {"ear": ear.value}):
        heard, listened = from_micros(row.heard), from_micros(row.listened)
        owed, deaf_since = (
            None if at is None else from_micros(at) for at in (row.owed, row.deaf_since)
        )
        return Row(Ear(row.bot), row.bot_id, heard, listened, owed, deaf_since, row.why)
    return None


def rows(connection: Connection) -> list[Row]:
    """Every bot that ever listened."""
    found = (_row(connection, ear) for ear in Ear)
    return [row for row in found if row is not None]


def heard_by(connection: Connection, bot_id: int) -> datetime:
    """Until when this bot has heard; 1970 for one that never listened."""
    found = find(connection, _HEARD, {"of_bot": bot_id})
    return from_micros(found[0].heard if found else 0)


def move(connection: Connection, bot_id: int, mark: Fetched) -> None:
    """Only ever forward. What was owed is paid by whoever gives a new `listened`."""
    marks = {"heard": mark.heard, "listened": mark.listened}
    told = {name: at for name, at in marks.items() if at is not None}
    if told:
        params = {f"{name}_at": at for name, at in told.items()}
        write(connection, _MOVE[tuple(told)], params | {"of_bot": bot_id})


def move_on(connection: Connection, by: timedelta) -> None:
    """The rules' clock was moved: that time passed for everybody at once, and nobody was deaf.

    What people did before it is to be heard all the same.
    """
    connection.execute(_MOVE_ON, {"by": by // timedelta(microseconds=1)})


def until(connection: Connection, ear: Ear, people: Collection[PersonId] | None) -> datetime:
    """Everything that these people (None: anybody) did at this bot until then is handled."""
    row = _row(connection, ear)
    if row is None:
        return NEVER
    if people is None:
        [held] = find(connection, _WAITING, {"of_bot": row.bot_id})
    elif people:
        statement, listed = _WAITING_OF.fit(list(people))
        [held] = find(connection, statement, {"of_bot": row.bot_id} | listed)
    else:
        return row.heard
    return row.heard if held.since is None else min(row.heard, from_micros(held.since))
