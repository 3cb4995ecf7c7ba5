"""Two in the same second, wherever a deal can stand: one was first, and the other is told so.

At every place two of those who may act, or one of them and the clock, act at once on a real
database. What comes of it is what comes of the one after the other, in one of the two orders: the
deal, the books, and what each was answered.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations
from typing import Any

import pytest

from core.deal.commands import Command
from core.deal.model import Deal
from core.escrow import Escrow
from core.paying import FailTransfer, ReturnTransfer, SayArrived, SayNotArrived
from core.people import MeetPerson
from core.ports import Store, UnitOfWork
from core.values.errors import Refusal
from core.values.ids import PersonId
from core.values.money import Money
from storage import queries as q
from storage.engine import open_database
from storage.store import SqlStore
from tests.core.test_table import well_formed
from tests.kit.fakes import FakeClock, FakeIds, FakeStore, Rows
from tests.kit.places import DANA, PLACES, Place, place
from tests.kit.scene import ARAM, BINA, CARLOS, NOOR, TESS, at_once, words

ACTORS = (BINA, CARLOS, DANA, ARAM, NOOR, TESS)
CLOCK = "the clock"
PEACEFUL = frozenset({"never paid", "both rated", "long over"})
"""Where nobody can be in another's way."""
TRIED = 14
"""Pairs of each place, until it matters who of them is first."""


@dataclass(frozen=True)
class Contender:
    """Somebody who acts; without a command the clock."""

    name: str
    command: Command | None = None

    async def act(self, escrow: Escrow) -> str:
        """What they are answered."""
        try:
            if self.command is None:
                await escrow.sweep()
            else:
                await escrow.execute(self.command, request=self.name)
        except Refusal as no:
            return no.key
        return "done"


Posted = tuple[str, str, str, Money]
"""Reason, debit, credit, amount."""


@dataclass(frozen=True)
class Outcome:
    """What came of it: the deal, the postings, and what each was answered."""

    deal: Deal
    books: frozenset[Posted]
    answers: tuple[str, str]


@dataclass(frozen=True)
class Race:
    """Two at the same place at the same instant."""

    at: Place
    one: Contender
    other: Contender
    now: datetime

    @property
    def both(self) -> tuple[Contender, Contender]:
        """In no order."""
        return self.one, self.other

    def escrow(self, store: Store) -> Escrow:
        """As another process has it."""
        scene = self.at.scene
        return Escrow(store, FakeClock(self.now), FakeIds(9), scene.policy, scene.escrow.staff)

    def in_turn(self, *, reverse: bool) -> Outcome:
        """One after the other."""
        store = copied(self.at)
        escrow = self.escrow(store)
        order = self.both[::-1] if reverse else self.both
        answers = {contender.name: at_once(contender.act(escrow)) for contender in order}
        return Outcome(
            replace(store.rows.deals[self.at.deal.id], version=0),
            frozenset(
                (reason, leg.debit, leg.credit, leg.amount)
                for reason, booked in store.rows.entries.items()
                for leg in booked.entry.postings
            ),
            (answers[self.one.name], answers[self.other.name]),
        )


def copied(at: Place) -> FakeStore:
    """The world as it is there."""
    store = FakeStore()
    store.rows = at.scene.store.rows.copy()
    return store


def contenders(at: Place) -> list[Contender]:
    """Who may act there, each in every way that is theirs."""
    found: dict[str, Contender] = {}
    for actor in ACTORS:
        for number in [m.number for m in at.deal.milestones] or [1]:
            acts: dict[str, Command] = dict(well_formed(at.scene, actor, number).items())
            acts |= of_transfers(at, actor)
            for act, command in acts.items():
                one = Contender(f"{actor}: {act} on {number}", command)
                alone = Race(at, one, Contender(CLOCK), at.ctx.now)
                if at_once(one.act(alone.escrow(copied(at)))) == "done":
                    found[repr(command)] = one
    return list(found.values())


def of_transfers(at: Place, actor: PersonId) -> dict[str, Command]:
    """What anybody may say of what is on its way."""
    on: dict[str, Any] = {"actor": actor, "deal": at.deal.id}
    return {
        f"{kind.__name__} of {one.number}": kind(transfer=one.number, **on, **rest)
        for one in at.deal.transfers
        if one.on_its_way
        for kind, rest in (
            (SayArrived, {"returns": one.returns}),
            (SayNotArrived, {"returns": one.returns}),
            (FailTransfer, {"sent": one.returns, "why": "refused"}),
            (ReturnTransfer, {"returns": one.returns, "words": words("closed")}),
        )
    }


def races(name: str) -> Iterator[Race]:
    """Of those that matter: who is first changes what comes of it. The clock against everybody,
    at the instant at which something falls due, and two people of all who may act."""
    at, chance = place(name), random.Random(name)
    due = min((row.due for (of, _), row in at.scene.store.rows.schedule.items()), default=None)
    every = contenders(at)
    now = at.ctx.now
    pairs = list(combinations(every, 2))
    tried = [Race(at, *pair, now) for pair in chance.sample(pairs, min(TRIED, len(pairs)))]
    if due is not None:
        clocks = chance.sample(every, min(TRIED, len(every)))
        tried += [Race(at, one, Contender(CLOCK), max(due, now)) for one in clocks]
    chance.shuffle(tried)
    return (race for race in tried if race.in_turn(reverse=False) != race.in_turn(reverse=True))


def moved_in(rows: Rows) -> Callable[[UnitOfWork], None]:
    """The same world in a database."""

    def work(uow: UnitOfWork) -> None:
        for person in rows.people.values():
            uow.save_person(person)
        for deal in rows.deals.values():
            assert uow.add_deal(deal)
            uow.schedule(deal.id, [row for (of, _), row in rows.schedule.items() if of == deal.id])
        for row in rows.journal:
            said = MeetPerson(actor=row.actor, name="", username=None, locale="en", zone="UTC")
            uow.record_events(row.deal, said, [row.event], row.at, None)
        for booked in rows.entries.values():
            uow.post([booked.entry], booked.at)

    return work


@pytest.fixture
async def stores(url: str) -> AsyncIterator[tuple[SqlStore, SqlStore]]:
    """Of two processes; a file of SQLite has one."""
    first = SqlStore(open_database(url))
    second = first if first.database.dialect == "sqlite" else SqlStore(open_database(url))
    yield first, second
    for store in {first, second}:
        await store.database.close()


@pytest.mark.parametrize("name", PLACES)
async def test_two_in_the_same_second_are_one_after_the_other(
    name: str, stores: tuple[SqlStore, SqlStore]
) -> None:
    race = next(races(name), None)
    assert (race is None) == (name in PEACEFUL)
    if race is None:
        return
    await stores[0].run(moved_in(race.at.scene.store.rows))
    for store in stores:  # once connected they go step by step beside each other
        await store.run(lambda uow: uow.answered(""))
    acts = [who.act(race.escrow(store)) for who, store in zip(race.both, stores, strict=True)]
    first, second = await asyncio.gather(*acts)
    number = race.at.deal.id
    deal = await stores[0].run(lambda uow: uow.deal(number, lock=False))
    assert deal is not None
    books = await stores[0].read(lambda c: list(q.books(c)))
    booked = frozenset((row.reason, row.debit, row.credit, row.amount) for row in books)
    came = Outcome(replace(deal, version=0), booked, (first, second))
    assert came in [race.in_turn(reverse=reverse) for reverse in (False, True)], race.both
