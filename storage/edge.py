"""Facts of the edge: what stands where in Telegram, and switches of the installation.

edge = SqlEdge(database)
card, set_card, topic, topic_of, set_topic, relay, set_relay, set_relays, flag, set_flag, move_clock
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Select, bindparam, delete, func, select, update

from core.deal.notice import Notice
from core.values.ids import DealId, PersonId
from storage import hearing
from storage import tables as t
from storage.cards import INSERTS, card_of, put, shown
from storage.columns import now_micros
from storage.engine import Database
from storage.outbox import owe
from storage.prepared import find

T = TypeVar("T")
_T, _R, _U = t.topics.c, t.relays.c, t.used.c
_TOPIC: Final = select(t.topics).where(
    _T.kind == bindparam("of_kind"),
    _T.deal == bindparam("of_deal"),
    _T.milestone == bindparam("of_milestone"),
    _T.person == bindparam("of_person"),
)
_TOPIC_OF: Final = select(t.topics).where(_T.thread_id == bindparam("of_thread"))
_RELAY: Final = select(_R.data).where(
    _R.bot == bindparam("of_bot"),
    _R.chat == bindparam("in_chat"),
    _R.message_id == bindparam("of_message"),
)
_USED: Final = select(func.coalesce(func.sum(_U.amount), 0).label("amount")).where(
    _U.person == bindparam("of_person"),
    _U.what == bindparam("of_what"),
    _U.hour > bindparam("since"),
)
_FLAG: Final = select(t.flags.c.value).where(t.flags.c.name == bindparam("of_name"))


@dataclass(frozen=True, slots=True)
class LiveRow:
    """As `storage.cards.Live`."""

    person: PersonId
    deal: DealId
    message: int
    version: int | None = None
    news: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A forum topic of the desk: `kind` is dispute or help; `data` is the edge's own."""

    kind: str
    deal: DealId | None
    milestone: int | None
    person: PersonId | None
    thread_id: int
    pinned: int | None = None
    data: Mapping[str, object] = field(default_factory=dict)


class SqlEdge:
    """Reads are glances beside the writer; each write is a transaction of its own."""

    def __init__(self, database: Database) -> None:
        """Share an open database."""
        self._database = database

    async def _one(self, query: Select[Any], **params: Any) -> Any:  # noqa: ANN401 - a row, or None
        rows = await self._database.glance(lambda connection: find(connection, query, params))
        return next(iter(rows), None)

    async def card(self, person: PersonId, deal: DealId) -> int | None:
        """The message that is this person's live card of the deal."""
        return await self._database.glance(lambda connection: card_of(connection, person, deal))

    async def set_card(self, person: PersonId, deal: DealId, message_id: int) -> bool:
        """Make it the live card, unless there is a newer one; which is not loses its buttons.

        That is owed in the same transaction. Returns whether anything is. A message that is the
        live card already costs no transaction: it is asked after the message has changed, so a
        newer one that comes after this look finds it, and takes its buttons.
        """
        if await self.card(person, deal) == message_id:
            return False

        def work(connection: Connection) -> bool:
            owed = tuple(shown(connection, LiveRow(person, deal, message_id)))
            owe(connection, owed)
            return bool(owed)

        return await self._database.write(work)

    async def topic(
        self, kind: str, deal: DealId | None, milestone: int | None, person: PersonId | None
    ) -> TopicRow | None:
        """The topic of a dispute (deal, milestone) or of a person's help thread."""
        about = {"of_deal": deal or "", "of_milestone": milestone or 0, "of_person": person or 0}
        return _topic(await self._one(_TOPIC, of_kind=kind, **about))

    async def topic_of(self, thread_id: int) -> TopicRow | None:
        """What a topic is about."""
        return _topic(await self._one(_TOPIC_OF, of_thread=thread_id))

    async def set_topic(self, topic: TopicRow) -> None:
        """Insert or replace."""
        row = {
            "kind": topic.kind,
            "deal": topic.deal or "",
            "milestone": topic.milestone or 0,
            "person": topic.person or 0,
            "thread_id": topic.thread_id,
            "pinned": topic.pinned,
            "data": json.dumps(dict(topic.data), ensure_ascii=False),
        }
        await self._database.write(lambda connection: put(connection, t.topics, row))

    async def relay(self, bot: str, chat: int, message_id: int) -> Mapping[str, object] | None:
        """What a message in Telegram stands for, e.g. a party's words shown at the desk."""
        row = await self._one(_RELAY, of_bot=bot, in_chat=chat, of_message=message_id)
        return None if row is None else dict(json.loads(row.data))

    async def set_relay(
        self, bot: str, chat: int, message_id: int, data: Mapping[str, object]
    ) -> None:
        """Remember it."""
        await self.set_relays(bot, chat, {message_id: data})

    async def set_relays(
        self, bot: str, chat: int, rows: Mapping[int, Mapping[str, object]]
    ) -> None:
        """Remember several of one chat, by message id."""
        at = now_micros()
        new = [
            {
                "bot": bot,
                "chat": chat,
                "message_id": message_id,
                "data": _plain(data),
                "at": at,
            }
            for message_id, data in rows.items()
        ]

        def work(connection: Connection) -> None:
            for row in new:
                put(connection, t.relays, row)

        await self._database.write(work)

    async def swap_relay(
        self,
        bot: str,
        chat: int,
        message_id: int,
        was: Mapping[str, object],
        data: Mapping[str, object],
    ) -> bool:
        """Remember it where it is still what it was; whether it is: of two, one is first."""
        c = t.relays.c
        this = (c.bot == bot, c.chat == chat, c.message_id == message_id, c.data == _plain(was))
        swap = update(t.relays).where(*this).values(data=_plain(data), at=now_micros())
        return await self._database.write(lambda connection: connection.execute(swap).rowcount == 1)

    async def equal(self, notice: Notice, first: int) -> tuple[int, int]:
        """How many of this kind were owed to its receiver since that one, and which is the last."""
        n = t.notices.c
        where = (n.id >= first, n.recipient == notice.to, n.kind == notice.kind)
        query = select(func.count(), func.max(n.id)).where(*where)
        row = await self._database.read(lambda connection: connection.execute(query).one())
        return row[0], row[1] or first

    async def used(self, person: PersonId, what: str, hours: int) -> int:
        """How much of something limited a person used in the last hours; person 0: strangers."""
        since = _hour() - hours
        return int((await self._one(_USED, of_person=person, of_what=what, since=since)).amount)

    async def free_in(self, person: PersonId, what: str, hours: int, most: int) -> timedelta:
        """How long until a person's last hours hold less than `most` of something limited.

        They pass hour by hour, each with all that was used in it.
        """
        c = t.used.c
        where = (c.person == person, c.what == what, c.hour > _hour() - hours)
        query = select(c.hour, c.amount).where(*where).order_by(c.hour)
        rows = await self._database.glance(lambda connection: connection.execute(query).all())
        now, left, free = time.time(), sum(row.amount for row in rows), 0.0
        for row in rows:
            if left < most:
                break
            left -= row.amount
            free = (row.hour + hours) * 3600 - now
        return timedelta(seconds=max(free, 0.0))

    async def use(self, persons: Sequence[PersonId], what: str, amount: int) -> None:
        """So much more, for each of them, by wall time."""
        rows = [
            {"person": person, "what": what, "hour": _hour(), "amount": amount}
            for person in persons
        ]

        def work(connection: Connection) -> None:
            statement = INSERTS[connection.dialect.name](t.used)
            more = t.used.c.amount + statement.excluded.amount
            keys = list(t.used.primary_key.columns)
            connection.execute(
                statement.on_conflict_do_update(index_elements=keys, set_={"amount": more}), rows
            )

        await self._database.write(work)

    async def flag(self, name: str) -> str | None:
        """A small fact of the installation, such as the pinned board's message or `paused`."""
        row = await self._one(_FLAG, of_name=name)
        return None if row is None else str(row.value)

    async def set_flag(self, name: str, value: str | None) -> None:
        """Set or, with None, remove it."""
        await self._database.write(lambda connection: put_flag(connection, name, value))

    async def move_clock(self, flag: str, ahead: timedelta, by: timedelta) -> None:
        """Keep how far the rules' clock was moved in all, and that nobody was deaf meanwhile."""
        row = {"name": flag, "value": str(ahead.total_seconds())}

        def work(connection: Connection) -> None:
            put(connection, t.flags, row)
            hearing.move_on(connection, by)

        await self._database.write(work)


def put_flag(connection: Connection, name: str, value: str | None) -> None:
    """Set or, with None, remove it, in a transaction that does more."""
    if value is None:
        connection.execute(delete(t.flags).where(t.flags.c.name == name))
    else:
        put(connection, t.flags, {"name": name, "value": value})


def _plain(data: Mapping[str, object]) -> str:
    return json.dumps(dict(data), ensure_ascii=False)


def _hour() -> int:
    return int(time.time() // 3600)


def _topic(row: Any) -> TopicRow | None:  # noqa: ANN401 - a row of topics
    if row is None:
        return None
    return TopicRow(
        row.kind,
        DealId(row.deal) if row.deal else None,
        row.milestone or None,
        PersonId(row.person) if row.person else None,
        row.thread_id,
        row.pinned,
        json.loads(row.data),
    )
