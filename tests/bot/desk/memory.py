"""What the desk reads and remembers, over the fake store."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import pytest

from bot.reads import JournalRow, QueueRow, Topic
from core.deadlines import deadlines_of
from core.deal.context import Context
from core.deal.notice import Notice
from core.deal.person import Person
from core.deal.reputation import Record
from core.disputing import could_rule
from core.escrow import Escrow
from core.facts import facts_to_assign, facts_to_see
from core.ports import Expecting, gone_flag
from core.timing import ALARMS
from core.values.hearing import Ear
from core.values.ids import DealId, PersonId
from core.values.money import Money
from core.values.words import FileRef
from core.views import DealView, view_of
from tests.kit.fakes import FakeStore, FakeUnitOfWork


@dataclass
class MemoryReads:
    """`bot.reads.Reads` as far as the desk needs it."""

    store: FakeStore
    escrow: Escrow
    waits: str = ""
    """Why the clocks of every deal wait."""

    async def person(self, person: PersonId) -> Person | None:
        return self.store.people.get(person)

    async def heard(self, person: PersonId) -> datetime:
        return FakeUnitOfWork(self.store.rows).heard(Ear.PARTIES, (person,))

    async def find_person(self, text: str) -> Person | None:
        wanted = text.removeprefix("@").lower()
        return next(
            (
                p
                for p in self.store.people.values()
                if wanted in (str(p.id), (p.username or "").lower())
            ),
            None,
        )

    async def view(self, deal: DealId, viewer: PersonId) -> DealView | None:
        found = self.store.deals.get(deal)
        if found is None:
            return None
        ctx = self._context()
        facts = facts_to_see(FakeUnitOfWork(self.store.rows), viewer, found, ctx)
        view = view_of(found, viewer, replace(ctx, facts=facts))
        return replace(view, waits=self.waits)

    async def could_rule(self, deal: DealId, milestone: int) -> Sequence[PersonId]:
        found = self.store.deals[deal]
        if found.dispute(milestone) is None:
            return ()
        ctx = self._context()
        facts = facts_to_assign(FakeUnitOfWork(self.store.rows), found, ctx)
        return could_rule(found, found.milestone(milestone), replace(ctx, facts=facts))

    def _context(self) -> Context:
        return Context(self.escrow.now(), self.escrow.policy, self.escrow.staff)

    async def forms(self, person: PersonId, bot: str) -> Sequence[Expecting]:
        return self.store.rows.forms_of(person, bot)

    async def said(self, deal: DealId) -> Sequence[JournalRow]:
        return [
            JournalRow(row.seq or 0, row.at, row.actor, row.command, row.event)
            for row in self.store.journal
            if row.deal == deal
        ]

    async def record(self, person: PersonId) -> Record:
        return Record(2, 1, 0, self.store.people[person].since)

    async def invite(self, secret_hash: str) -> DealId | None:
        return next((d.id for d in self.store.deals.values() if d.holds(secret_hash)), None)

    async def expecting(self, person: PersonId, bot: str) -> Expecting | None:
        return self.store.rows.asked(person, bot)

    async def queue(self) -> Sequence[QueueRow]:
        now = self.escrow.now()
        return [
            QueueRow(
                d.kind,
                deal.id,
                d.milestone,
                d.transfer,
                str(deal.terms.title),
                d.target,
                d.target <= now,
            )
            for deal in self.store.deals.values()
            for d in deadlines_of(deal, self.escrow.policy)
            if d.kind in ALARMS
        ]

    async def held_in_all(self) -> Sequence[Money]:
        held = [m.held for deal in self.store.deals.values() for m in deal.milestones]
        return [
            Money(sum(m.minor for m in held if m.currency == currency), currency)
            for currency in sorted({m.currency for m in held})
        ]

    def __getattr__(self, name: str) -> Any:
        pytest.fail(f"the desk does not read {name}")


@dataclass
class MemoryEdge:
    """`bot.reads.Edge` in dictionaries; what is kept has to be JSON, as in the database."""

    topics: dict[tuple[object, ...], Topic] = field(default_factory=dict)
    relays: dict[tuple[str, int, int], str] = field(default_factory=dict)
    flags: dict[str, str] = field(default_factory=dict)
    alarms: list[tuple[int, str]] = field(default_factory=list)
    """Notices in the queue: number and kind."""
    seats: Callable[[PersonId, bool], None] = lambda _person, _gone: None
    """The store hears of who came and went: there both are one database."""

    async def topic(
        self, kind: str, deal: DealId | None, milestone: int | None, person: PersonId | None
    ) -> Topic | None:
        return self.topics.get((kind, deal, milestone, person))

    async def topic_of(self, thread_id: int) -> Topic | None:
        return next((t for t in self.topics.values() if t.thread_id == thread_id), None)

    async def set_topic(self, topic: Topic) -> None:
        json.dumps(topic.data)
        self.topics[topic.kind, topic.deal, topic.milestone, topic.person] = topic

    async def relay(self, bot: str, chat: int, message_id: int) -> Mapping[str, object] | None:
        found = self.relays.get((bot, chat, message_id))
        return None if found is None else json.loads(found)

    async def set_relay(
        self, bot: str, chat: int, message_id: int, data: Mapping[str, object]
    ) -> None:
        await self.set_relays(bot, chat, {message_id: data})

    async def set_relays(
        self, bot: str, chat: int, rows: Mapping[int, Mapping[str, object]]
    ) -> None:
        for message_id, data in rows.items():
            self.relays[bot, chat, message_id] = json.dumps(data)

    async def equal(self, notice: Notice, first: int) -> tuple[int, int]:
        alarms = [number for number, kind in self.alarms if kind == notice.kind]
        since = [number for number in alarms if number >= first]
        return len(since), max(since)

    async def flag(self, name: str) -> str | None:
        return self.flags.get(name)

    async def set_flag(self, name: str, value: str | None) -> None:
        self.flags.pop(name, None)
        if value is not None:
            self.flags[name] = value
        if name.startswith(gone_flag(PersonId(0))[:-1]):
            self.seats(PersonId(int(name.rpartition(":")[2])), value is not None)

    def __getattr__(self, name: str) -> Any:
        pytest.fail(f"the desk does not ask the edge for {name}")


@dataclass
class MemoryVault:
    """`bot.reads.Vault` in a dictionary."""

    kept: dict[str, bytes] = field(default_factory=dict)

    async def room(self) -> int:
        return 10**12

    async def put(self, content: bytes, *, name: str, mime: str, kind: str) -> FileRef:
        digest = hashlib.sha256(content).hexdigest()
        self.kept[digest] = content
        return FileRef(digest, name, mime, len(content), kind)

    async def get(self, file: FileRef) -> bytes:
        try:
            return self.kept[file.sha256]
        except KeyError:
            raise FileNotFoundError(file.sha256) from None
