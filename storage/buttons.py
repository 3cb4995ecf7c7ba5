"""Messages with buttons that will be old one day, until they lose them.

buttons = SqlButtons(database, "parties")        or "desk"
await buttons.keep(standing)                     what Telegram took; without presses: forgotten
await buttons.of(deals) -> standing              those of these deals, but for live cards
await buttons.owe(old, to) -> bool               that they go is owed, once
await buttons.owed(chat, message) -> bool        whether it still is

A live card is brought up to date or loses its buttons by `storage.cards`, from the agreement on.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from sqlalchemy import Connection, and_, bindparam, delete, or_, select, update

from core.deal.model import DealState
from core.values.ids import DealId, PersonId
from storage import tables as t
from storage.cards import put
from storage.columns import now_micros
from storage.engine import Database
from storage.lanes import old_buttons
from storage.outbox import owe
from storage.prepared import Listed, find, write

MOST: Final = 30  # pragma: no mutate - a choice
"""Messages that are remembered of one deal in one chat; the oldest are forgotten."""
_B: Final = t.buttons.c
_HERE: Final = and_(_B.bot == bindparam("of_bot"), _B.chat == bindparam("in_chat"))
_KNOWN: Final = Listed(
    "message",
    lambda messages: select(_B.chat, _B.message_id).where(
        _B.bot == bindparam("of_bot"),
        or_(
            *(
                and_(_B.chat == bindparam(f"chat_{place}"), _B.message_id == message)
                for place, message in enumerate(messages)
            )
        ),
    ),
)
_GONE: Final = delete(t.buttons).where(_HERE, _B.message_id == bindparam("of_message"))
_OLDEST: Final = (
    select(_B.message_id)
    .where(_HERE, _B.deal == bindparam("of_deal"))
    .order_by(_B.message_id.desc())
    .offset(MOST)
    .limit(1)
    .scalar_subquery()
)
_TOO_MANY: Final = delete(t.buttons).where(
    _HERE, _B.deal == bindparam("of_deal"), _B.message_id <= _OLDEST
)
_EARLY: Final = (DealState.DRAFT.value, DealState.INVITED.value)
_OF: Final = Listed(
    "deal",
    lambda deals: (
        select(_B.chat, _B.message_id, _B.deal, _B.presses)
        .join(t.deals, t.deals.c.id == _B.deal)
        .outerjoin(t.cards, and_(t.cards.c.person == _B.chat, t.cards.c.deal == _B.deal))
        .where(
            _B.bot == bindparam("of_bot"),
            _B.deal.in_(deals),
            _B.owed == 0,
            or_(
                t.cards.c.message_id.is_(None),
                t.cards.c.message_id != _B.message_id,
                *(t.deals.c.state == state for state in _EARLY),
            ),
        )
        .order_by(_B.message_id)
    ),
)
_OWED: Final = (
    update(t.buttons)
    .where(
        _B.bot == bindparam("of_bot"),
        _B.chat == bindparam("in_chat"),
        _B.message_id == bindparam("of_message"),
        _B.owed == 0,
    )
    .values(owed=1)
)


@dataclass(frozen=True, slots=True)
class StandingRow:
    """A message of a bot, and what its buttons carry that will be old one day."""

    chat: int
    message: int
    deal: DealId
    presses: tuple[str, ...]


class Stands(Protocol):
    """The same, as a bot has it."""

    @property
    def chat(self) -> int:
        """Where."""
        ...

    @property
    def message(self) -> int:
        """Which, there."""
        ...

    @property
    def deal(self) -> DealId:
        """Of what; empty where it has no such buttons any more."""
        ...

    @property
    def presses(self) -> tuple[str, ...]:
        """As `Press.pack` writes them."""
        ...


class SqlButtons:
    """Those of one bot. Every method raises StoreAway."""

    def __init__(self, database: Database, bot: str) -> None:
        """`bot` is parties or desk."""
        self._database = database
        self._bot = bot

    async def keep(self, standing: Sequence[Stands]) -> None:
        """Remember them as they are now; what has no presses is forgotten."""
        at = now_micros()
        there = [
            {
                "bot": self._bot,
                "chat": one.chat,
                "message_id": one.message,
                "deal": one.deal,
                "presses": json.dumps(one.presses),
                "owed": 0,
                "at": at,
            }
            for one in standing
            if one.presses
        ]
        gone = await self._known([one for one in standing if not one.presses])
        chats = {(one.chat, one.deal) for one in standing if one.presses}
        crowded = [{**self._key(chat), "of_deal": deal} for chat, deal in sorted(chats)]

        def work(connection: Connection) -> None:
            if gone:
                write(connection, _GONE, gone)
            if there:
                put(connection, t.buttons, there)
                write(connection, _TOO_MANY, crowded)

        if gone or there:
            await self._database.write(work)

    async def _known(self, standing: Sequence[Stands]) -> list[dict[str, Any]]:
        """The keys of those that are remembered: of most messages there is nothing to forget.

        Nobody else remembers one meanwhile: what a bot sent is written down by one at a time.
        """
        if not standing:
            return []
        statement, params = _KNOWN.fit([one.message for one in standing])
        last = len(standing) - 1
        chats = {f"chat_{n}": standing[min(n, last)].chat for n in range(len(params))}
        params |= chats | {"of_bot": self._bot}
        found = await self._database.glance(lambda c: find(c, statement, params))
        return [self._key(row.chat, row.message_id) for row in found]

    async def of(self, deals: Sequence[DealId]) -> Sequence[StandingRow]:
        """Those of these deals whose end is not owed yet, live cards left out."""
        if not deals:
            return ()
        statement, listed = _OF.fit(deals)
        params = listed | {"of_bot": self._bot}

        def look(connection: Connection) -> list[StandingRow]:
            return [
                StandingRow(row.chat, row.message_id, row.deal, tuple(json.loads(row.presses)))
                for row in find(connection, statement, params)
            ]

        return await self._database.glance(look)

    async def owe(self, old: Sequence[Stands], to: PersonId | None = None) -> bool:
        """That they lose their buttons is owed once, to whom the chat is or to `to`.

        Returns whether any was: then wake the courier.
        """

        def work(connection: Connection) -> bool:
            first = [
                one for one in old if write(connection, _OWED, self._key(one.chat, one.message))
            ]
            owe(
                connection,
                (
                    old_buttons(PersonId(one.chat) if to is None else to, one.deal, one.message)
                    for one in first
                ),
            )
            return bool(first)

        return await self._database.write(work)

    async def owed(self, chat: int, message: int) -> bool:
        """Whether it is to lose its buttons, and has not become another one since."""
        mine = (_B.bot == self._bot, _B.chat == chat, _B.message_id == message, _B.owed == 1)
        query = select(_B.message_id).where(*mine)
        return await self._database.glance(lambda c: c.execute(query).first() is not None)

    def _key(self, chat: int, message: int | None = None) -> dict[str, Any]:
        key: dict[str, Any] = {"of_bot": self._bot, "in_chat": chat}
        return key if message is None else key | {"of_message": message}
