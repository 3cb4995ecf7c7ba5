"""What both bots read and remember, over the fake store: all of `bot.reads`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from bot.reads import DealRow, JournalRow, MoneyOverview, OnItsWay, QueueRow, Settled, Topic
from core.deal.allowance import Allowance
from core.deal.context import Context
from core.deal.diary import DiaryEntry
from core.deal.events import TransferKind
from core.deal.model import Deal, DealState
from core.deal.notice import Notice
from core.deal.person import Person
from core.deal.reputation import Record, on_time, stars
from core.deal.reversal import charged_back
from core.deal.ruling import Outcome
from core.deal.suspense import Suspense, SuspenseState
from core.deal.terms import Role
from core.disputing import could_rule
from core.escrow import Escrow
from core.facts import facts_to_assign, facts_to_see
from core.inviting import InviteAsked, InvitedAnswered
from core.paying import (
    Candidates,
    PayoutLine,
    PayoutLineState,
    StatementLine,
    as_booked,
    days_of,
    ids_of,
    money_lines,
    named_in,
    payees,
    typed_reference,
)
from core.ports import Answer, Expecting, gone_flag
from core.talking import DiaryWritten, MessageSent
from core.values.errors import Refusal
from core.values.hearing import Ear
from core.values.ids import DealId, PersonId, SuspenseId
from core.values.money import Money
from core.values.window import DeadlineKind
from core.values.words import FileRef
from core.views import DealView, view_of
from storage.lanes import old_card
from storage.tables.deals import DESK_KINDS
from tests.kit.fakes import FakeStore, FakeUnitOfWork, Recorded, form_key

NOBODY: Final = PersonId(0)
AGAINST: Final = {Outcome.REFUND: Role.FREELANCER, Outcome.RELEASE: Role.CLIENT}
"""Whom a ruling goes against."""


@dataclass
class MemoryReads:
    """`bot.reads.Reads`, all of it; the contract suite compares it with the databases."""

    store: FakeStore
    escrow: Escrow
    waits: str = ""
    """Why the clocks of every deal wait, where they do."""

    @property
    def _unit(self) -> FakeUnitOfWork:
        return FakeUnitOfWork(self.store.rows)

    def _context(self) -> Context:
        return Context(self.escrow.now(), self.escrow.policy, self.escrow.staff)

    def _of(self, person: PersonId) -> list[Deal]:
        return [deal for deal in self.store.deals.values() if person in deal.parties]

    async def person(self, person: PersonId) -> Person | None:
        return self.store.people.get(person)

    async def heard(self, person: PersonId) -> datetime:
        return self._unit.heard(Ear.PARTIES, (person,))

    async def find_person(self, text: str) -> Person | None:
        wanted = text.strip()
        if wanted.isdecimal():
            return self.store.people.get(PersonId(int(wanted)))
        handle = wanted.removeprefix("@").lower()
        found = [p for p in self.store.people.values() if (p.username or "").lower() == handle]
        return max(found, key=lambda p: p.since, default=None) if handle else None

    async def view(self, deal: DealId, viewer: PersonId) -> DealView | None:
        found = self.store.deals.get(deal)
        if found is None:
            return None
        ctx = self._context()
        ctx = replace(ctx, facts=facts_to_see(self._unit, viewer, found, ctx))
        record = None
        if found.state is DealState.INVITED:
            other = found.creator if viewer != found.creator else found.invitee
            record = None if other is None else await self.record(other)
        waits = "paused" if self.escrow.clocks_wait else self.waits
        return replace(view_of(found, viewer, ctx, record), waits=waits)

    async def could_rule(self, deal: DealId, milestone: int) -> Sequence[PersonId]:
        found = self.store.deals.get(deal)
        if found is None or found.dispute(milestone) is None:
            return ()
        ctx = self._context()
        ctx = replace(ctx, facts=facts_to_assign(self._unit, found, ctx))
        with suppress(Refusal):
            return could_rule(found, found.milestone(milestone), ctx)
        return ()

    async def invite(self, secret_hash: str) -> DealId | None:
        return self._unit.deal_by_secret(secret_hash)

    async def deals(
        self, person: PersonId, *, ended: bool = False, limit: int = 8, offset: int = 0
    ) -> Sequence[DealRow]:
        found = [deal for deal in self._of(person) if deal.state.final is ended]
        found.sort(key=lambda deal: (deal.active_at, deal.id), reverse=True)
        return [self._row(deal, person) for deal in found[offset : offset + limit]]

    def _row(self, deal: Deal, person: PersonId) -> DealRow:
        role, other = deal.role_of(person), self.store.people.get(deal.other(person) or NOBODY)
        return DealRow(
            deal.id,
            str(deal.terms.title or ""),
            deal.state.value,
            "" if role is None else role.value,
            "" if other is None else other.name,
            deal.terms.total,
            deal.active_at,
        )

    async def open_invites(self, person: PersonId) -> Sequence[DealId]:
        invited = [d for d in self._of(person) if d.state is DealState.INVITED]
        invited.sort(key=lambda deal: deal.active_at, reverse=True)
        return [d.id for d in invited if d.creator == person and d.invitee is None]

    async def known(self, person: PersonId) -> bool:
        return self._unit.had_a_deal(person)

    async def record(self, person: PersonId) -> Record:
        deals, met = self._of(person), self.store.people.get(person)
        return Record(
            sum(deal.state is DealState.COMPLETED for deal in deals),
            sum(bool(deal.disputes) for deal in deals),
            sum(_lost(deal, person) for deal in deals),
            None if met is None else met.since,
            len(in_time := _said(on_time(deal, person) for deal in deals)),
            sum(in_time),
            len(given := _said(stars(deal, person) for deal in deals)),
            sum(given),
        )

    async def allowances(self, person: PersonId) -> Sequence[Allowance]:
        return self._unit.allowances(person)

    async def charged_back(self, person: PersonId) -> Sequence[tuple[DealId, int]]:
        own = sorted((d for d in self._of(person) if d.client == person), key=lambda d: d.id)
        return [(d.id, one.number) for d in own for one in d.reversals if charged_back((one,))]

    async def expecting(self, person: PersonId, bot: str) -> Expecting | None:
        return self._unit.expecting(person, bot)

    async def form(self, person: PersonId, bot: str, what: str) -> Expecting | None:
        return self._unit.form(person, bot, what)

    async def forms(self, person: PersonId, bot: str) -> Sequence[Expecting]:
        rows = self.store.rows
        newest = reversed(rows.forms_of(person, bot))
        return sorted(newest, key=lambda form: form_key(form) in rows.aside)

    async def aside(self, person: PersonId, bot: str) -> Expecting | None:
        return self._unit.aside(person, bot)

    async def answered(self, requests: Sequence[str]) -> Answer | None:
        known = self.store.rows.requests
        return next((known[request] for request in requests if request in known), None)

    async def diary(self, deal: DealId) -> Sequence[DiaryEntry]:
        return [e.entry for e in self.store.events(deal) if isinstance(e, DiaryWritten)]

    async def said(self, deal: DealId) -> Sequence[JournalRow]:
        said = (DiaryWritten, MessageSent, InviteAsked, InvitedAnswered)
        return [row for row in await self.journal(deal) if isinstance(row.event, said)]

    async def journal(self, deal: DealId) -> Sequence[JournalRow]:
        return [
            JournalRow(row.seq or 0, row.at, row.actor, row.command, row.event)
            for row in self.store.journal
            if row.deal == deal
        ]

    async def written(self, person: PersonId) -> list[tuple[str, str]]:
        texts = self.store.rows.written.items()
        return sorted((deal, text) for (deal, _), (author, text) in texts if author == person)

    async def money(self, person: PersonId) -> MoneyOverview:
        deals = self._of(person)
        going = [deal for deal in deals if not deal.state.final]
        held = {
            role: by_currency(
                m.held for deal in going if deal.role_of(person) is role for m in deal.milestones
            )
            for role in Role
        }
        owed = {
            kind: by_currency(
                t.amount
                for deal in deals
                for t in deal.transfers
                if t.kind is kind and t.person == person and t.owed
            )
            for kind in TransferKind
        }
        return MoneyOverview(
            held[Role.FREELANCER],
            held[Role.CLIENT],
            owed[TransferKind.PAYOUT],
            owed[TransferKind.REFUND],
            by_currency(
                t.amount
                for deal in deals
                for t in deal.transfers
                if t.person == person and t.on_its_way
            ),
            [line for row in reversed(self.store.journal) for line in self._settled(row, person)],
        )

    def _settled(self, row: Recorded, person: PersonId) -> list[Settled]:
        """What an event of the journal is in this person's history of money."""
        deal = None if row.deal is None else self.store.deals[row.deal]
        if deal is None or person not in deal.parties:
            return []
        role, event = deal.role_of(person), row.event
        milestone, title = getattr(event, "milestone", 0), str(deal.terms.title or "")
        return [
            Settled(row.at, deal.id, milestone, title, what, amount)
            for what, amount in ([] if role is None else money_lines(event, role))
        ]

    async def queue(self) -> Sequence[QueueRow]:
        now = self.escrow.now()
        waits = [
            (deadline.target, deal, key, deadline)
            for (deal, key), deadline in self.store.schedule.items()
            if deadline.kind in DESK_KINDS
        ]
        return [
            QueueRow(
                d.kind,
                deal,
                d.milestone,
                d.transfer,
                str(self.store.deals[deal].terms.title or ""),
                d.target,
                d.target <= now,
            )
            for _, deal, _, d in sorted(waits, key=lambda wait: wait[:3])
        ]

    async def on_its_way(self) -> Sequence[OnItsWay]:
        found = [
            OnItsWay.of(deal, transfer)
            for deal in self.store.deals.values()
            for transfer in deal.transfers
            if transfer.on_its_way
        ]
        return sorted(found, key=lambda o: (str(o.transfer.sent_at), o.deal, o.transfer.number))

    async def owed(self) -> Sequence[tuple[DealId, int]]:
        found = [
            (t.window.opened_at, d.id, t.number)
            for d in self.store.deals.values()
            for t in d.transfers
            if t.owed
        ]
        return [(deal, number) for _, deal, number in sorted(found)]

    async def payout_lines(self, file: str | None = None) -> Sequence[PayoutLine]:
        kept = self.store.rows.payouts.values()
        of = [p for p in kept if file in (None, p.file)]
        of = [p for p in of if file is not None or p.state is PayoutLineState.OPEN]
        return sorted(of, key=lambda p: (p.made_at, p.file, p.deal, p.transfer))

    async def suspense(self) -> Sequence[Suspense]:
        open_ = [e for e in self.store.rows.suspense.values() if e.state is SuspenseState.OPEN]
        return sorted(open_, key=lambda each: (each.at, each.id))

    async def suspended(self, item: SuspenseId) -> Suspense | None:
        return self.store.rows.suspense.get(item)

    async def booked(self, rail: str, external_id: str) -> DealId | SuspenseId | None:
        from_files = sorted(
            f"{account}/{reference}"
            for (account, reference), line in self.store.rows.lines.items()
            if reference.startswith(f"{external_id}/") and line.amount.minor > 0
        )
        for one in (external_id, *from_files):
            found = self._booked(rail, one)
            if found is not None:
                return found
        return None

    def _booked(self, rail: str, external_id: str) -> DealId | SuspenseId | None:
        for each in self.store.rows.suspense.values():
            if (each.rail, each.external_id) == (rail, external_id):
                return each.id
        booked = self.store.rows.entries.get(f"deposit:{rail}:{external_id}")
        return None if booked is None else DealId(booked.entry.chain)

    async def candidates(
        self, lines: Sequence[StatementLine], within: Collection[DealId] | None = None
    ) -> Candidates:
        rows = self.store.rows
        never = (DealState.DRAFT, DealState.INVITED)
        codes = frozenset(str(n) for n, deal in self.store.deals.items() if deal.state not in never)
        kinds = (DeadlineKind.DEPOSIT_CHECK, DeadlineKind.TRANSFER, DeadlineKind.ARRIVAL)
        waiting = {deal for (deal, _), d in self.store.schedule.items() if d.kind in kinds}
        waiting = waiting if within is None else {*within}
        deals = {n: self.store.deals[n] for n in named_in(lines, codes) | waiting}
        days = days_of(lines)
        kept = [
            one
            for one in rows.lines.values()
            if one.account in days and days[one.account][0] <= one.booked_on <= days[one.account][1]
        ]
        booked = {one for one in ids_of(lines) if f"deposit:manual:{one}" in rows.entries}
        to = payees(deals.values(), self.store.people, self.escrow.now())
        there = booked & {typed_reference(line) for line in lines}
        found = {one: self._as_booked(one) for one in there}
        typed = {one: amount for one, amount in found.items() if amount is not None}
        return Candidates(codes, deals, to, kept, frozenset(booked), typed)

    def _as_booked(self, external_id: str) -> Money | None:
        chain = self.store.rows.entries[f"deposit:manual:{external_id}"].entry.chain
        deal = self.store.deals.get(DealId(chain))
        own = ("manual", external_id)
        for item in self.store.rows.suspense.values():
            if (item.rail, item.external_id) == own and item.deal is not None:
                return as_booked(self.store.deals[item.deal], *own)
            if (item.rail, item.external_id) == own and deal is None:
                return item.amount
        return None if deal is None else as_booked(deal, *own)

    async def held_in_all(self) -> Sequence[Money]:
        return by_currency(m.held for deal in self.store.deals.values() for m in deal.milestones)


def _said(each: Iterable[int | None]) -> list[int]:
    """What there is to count."""
    return [said for said in each if said is not None]


def _lost(deal: Deal, person: PersonId) -> int:
    """How many rulings went against them."""
    role = deal.role_of(person)
    rulings = [case.ruling for case in deal.disputes if case.ruling is not None]
    return sum(role is not None and AGAINST.get(ruling.outcome) is role for ruling in rulings)


def by_currency(amounts: Iterable[Money]) -> list[Money]:
    """The sums that are not nothing."""
    sums: dict[str, Money] = {}
    for amount in amounts:
        sums[amount.currency] = sums.get(amount.currency, Money(0, amount.currency)) + amount
    return [sums[currency] for currency in sorted(sums) if sums[currency]]


@dataclass
class MemoryEdge:
    """`bot.reads.Edge` in dictionaries; what is kept has to be JSON, as in the database."""

    cards: dict[tuple[PersonId, DealId], int] = field(default_factory=dict)
    topics: dict[tuple[object, ...], Topic] = field(default_factory=dict)
    relays: dict[tuple[str, int, int], Mapping[str, object]] = field(default_factory=dict)
    flags: dict[str, str] = field(default_factory=dict)
    usage: dict[tuple[PersonId, str], int] = field(default_factory=dict)
    alarms: list[tuple[int, str]] = field(default_factory=list)
    """Notices in the queue: number and kind."""
    owe: Callable[[Notice], None] = lambda _: None
    delivered: int = 0
    told: set[int] = field(default_factory=set)
    newest: dict[tuple[PersonId, DealId | None], tuple[int, ...]] = field(default_factory=dict)
    """What the newest message told, of each person and deal."""
    """Notices that left, or were over, with one before them."""
    seats: Callable[[PersonId, bool], None] = lambda _person, _gone: None
    """The store hears of who came and went: there both are one database."""

    async def card(self, person: PersonId, deal: DealId) -> int | None:
        return self.cards.get((person, deal))

    async def set_card(self, person: PersonId, deal: DealId, message_id: int) -> bool:
        before = self.cards.get((person, deal))
        self.cards[person, deal] = max(before or 0, message_id)
        if before in (None, message_id):
            return False
        self.owe(old_card(person, deal, min(before or 0, message_id)))
        return True

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

    async def swap_relay(
        self,
        bot: str,
        chat: int,
        message_id: int,
        was: Mapping[str, object],
        data: Mapping[str, object],
    ) -> bool:
        if self.relays.get((bot, chat, message_id)) != was:
            return False
        await self.set_relay(bot, chat, message_id, data)
        return True

    async def equal(self, notice: Notice, first: int) -> tuple[int, int]:
        alarms = [number for number, kind in self.alarms if kind == notice.kind]
        since = [number for number in alarms if number >= first]
        return len(since), max(since)

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
        if name.startswith(gone_flag(PersonId(0))[:-1]):
            self.seats(PersonId(int(name.rpartition(":")[2])), value is not None)


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
        try:
            return self.kept[file.sha256]
        except KeyError:
            raise FileNotFoundError(file.sha256) from None
