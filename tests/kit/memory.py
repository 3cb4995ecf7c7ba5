"""What the bot reads and remembers, over the fake store."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from bot.reads import DealRow, JournalRow
from core.deal.context import Context
from core.deal.diary import DiaryEntry
from core.deal.notice import Notice
from core.deal.person import Person
from core.deal.reputation import Record
from core.escrow import Escrow
from core.facts import facts_to_see
from core.lanes import old_card
from core.ports import Answer, Expecting
from core.talking import DiaryWritten
from core.values.ids import DealId, PersonId
from core.values.words import FileRef
from core.views import DealView, view_of
from tests.kit.fakes import FakeStore, FakeUnitOfWork


@dataclass
class MemoryReads:
    """`bot.reads.Reads` as far as the deals need it."""

    store: FakeStore
    escrow: Escrow

    async def person(self, person: PersonId) -> Person | None:
        return self.store.people.get(person)

    async def view(self, deal: DealId, viewer: PersonId) -> DealView | None:
        found = self.store.deals.get(deal)
        if found is None:
            return None
        ctx = Context(self.escrow.now(), self.escrow.policy, self.escrow.staff)
        facts = facts_to_see(FakeUnitOfWork(self.store.rows), viewer, found, ctx)
        return view_of(found, viewer, replace(ctx, facts=facts))

    async def deals(
        self, person: PersonId, *, ended: bool = False, limit: int = 8, offset: int = 0
    ) -> Sequence[DealRow]:
        rows = []
        for deal in self.store.deals.values():
            if person not in deal.parties or deal.state.final is not ended:
                continue
            other = self.store.people.get(deal.other(person) or PersonId(0))
            role = deal.role_of(person)
            rows.append(
                DealRow(
                    deal.id,
                    str(deal.terms.title or ""),
                    deal.state.value,
                    "" if role is None else role.value,
                    "" if other is None else other.name,
                    deal.terms.total,
                    deal.active_at,
                )
            )
        rows.sort(key=lambda row: row.active_at, reverse=True)
        return rows[offset : offset + limit]

    async def known(self, person: PersonId) -> bool:
        deals = self.store.deals.values()
        return any(deal.agreement is not None and person in deal.parties for deal in deals)

    async def record(self, _person: PersonId) -> Record:
        return Record(0, 0, 0, None)

    async def expecting(self, person: PersonId, bot: str) -> Expecting | None:
        return self.store.rows.asked(person, bot)

    async def form(self, person: PersonId, bot: str, what: str) -> Expecting | None:
        return self.store.rows.forms.get((person, bot, what, None, None))

    async def forms(self, person: PersonId, bot: str) -> Sequence[Expecting]:
        return self.store.rows.forms_of(person, bot)

    async def aside(self, person: PersonId, bot: str) -> Expecting | None:
        return FakeUnitOfWork(self.store.rows).aside(person, bot)

    async def answered(self, requests: Sequence[str]) -> Answer | None:
        known = self.store.rows.requests
        return next((known[request] for request in requests if request in known), None)

    async def diary(self, deal: DealId) -> Sequence[DiaryEntry]:
        return [e.entry for e in self.store.events(deal) if isinstance(e, DiaryWritten)]

    async def journal(self, deal: DealId) -> Sequence[JournalRow]:
        return [
            JournalRow(row.seq or 0, row.at, row.actor, row.command, row.event)
            for row in self.store.journal
            if row.deal == deal
        ]

    def __getattr__(self, name: str) -> Any:
        message = f"the deals do not read {name}"
        raise AssertionError(message)


@dataclass
class MemoryEdge:
    """`bot.reads.Edge` in a dictionary."""

    cards: dict[tuple[PersonId, DealId], int] = field(default_factory=dict)
    relays: dict[tuple[str, int, int], Mapping[str, object]] = field(default_factory=dict)
    flags: dict[str, str] = field(default_factory=dict)
    owe: Callable[[Notice], None] = lambda _: None
    delivered: int = 0
    usage: dict[tuple[PersonId, str], int] = field(default_factory=dict)

    async def card(self, person: PersonId, deal: DealId) -> int | None:
        return self.cards.get((person, deal))

    async def set_card(self, person: PersonId, deal: DealId, message_id: int) -> bool:
        before = self.cards.get((person, deal))
        self.cards[person, deal] = max(before or 0, message_id)
        if before in (None, message_id):
            return False
        self.owe(old_card(person, deal, min(before or 0, message_id)))
        return True

    async def relay(self, bot: str, chat: int, message_id: int) -> Mapping[str, object] | None:
        return self.relays.get((bot, chat, message_id))

    async def set_relay(
        self, bot: str, chat: int, message_id: int, data: Mapping[str, object]
    ) -> None:
        await self.set_relays(bot, chat, {message_id: data})

    async def set_relays(
        self, bot: str, chat: int, rows: Mapping[int, Mapping[str, object]]
    ) -> None:
        for message_id, data in rows.items():
            self.relays[bot, chat, message_id] = json.loads(json.dumps(data))

    async def used(self, person: PersonId, what: str, _hours: int) -> int:
        return self.usage.get((person, what), 0)

    async def free_in(self, _person: PersonId, _what: str, hours: int, _most: int) -> timedelta:
        return timedelta(hours=hours)

    async def use(self, persons: Sequence[PersonId], what: str, amount: int) -> None:
        for person in persons:
            self.usage[person, what] = self.usage.get((person, what), 0) + amount

    async def flag(self, name: str) -> str | None:
        return self.flags.get(name)

    async def set_flag(self, name: str, value: str | None) -> None:
        self.flags.pop(name, None)
        if value is not None:
            self.flags[name] = value

    def __getattr__(self, name: str) -> Any:
        message = f"the deals do not ask the edge for {name}"
        raise AssertionError(message)


@dataclass
class MemoryVault:
    """`bot.reads.Vault` in a dictionary."""

    kept: dict[str, bytes] = field(default_factory=dict)
    free: int = 10**12

    async def room(self) -> int:
        return self.free

    async def put(self, content: bytes, *, name: str, mime: str, kind: str) -> FileRef:
        digest = hashlib.sha256(content).hexdigest()
        self.kept[digest] = content
        return FileRef(digest, name, mime, len(content), kind)

    async def get(self, file: FileRef) -> bytes:
        return self.kept[file.sha256]
