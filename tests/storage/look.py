"""What the contract suite looks at, the same on the fake and on the databases."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Protocol

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.exc import StatementError

from core.deal.clocks import Deadline
from core.deal.events import Event
from core.deal.model import Deal
from core.ports import Store, gone_flag
from core.values.ids import DealId, PersonId
from core.values.window import DeadlineKind
from core.values.words import Words
from storage import tables as t
from storage.edge import SqlEdge
from storage.engine import wall
from storage.mapping import read_event
from storage.store import SqlStore
from storage.unit_of_work import SqlUnitOfWork
from tests.kit.fakes import ConstraintBroken, FakeStore

REFUSED = (ConstraintBroken, StatementError, ValueError)
"""What a store raises for rows that must not be."""


def later(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """So long after now, by the database's clock and by the one that pulses are counted with."""
    moved = SimpleNamespace(
        monotonic=lambda: time.monotonic() + seconds,
        time_ns=lambda: time.time_ns() + int(seconds * 1e9),
    )
    for box in ("storage.inbox", "storage.outbox"):
        monkeypatch.setattr(f"{box}.wall", lambda connection: wall(connection) + int(seconds * 1e6))
        monkeypatch.setattr(f"{box}.time", moved)


def watched(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Files and folders that are synced from now on, as they are called then."""
    synced: list[Path] = []
    fsync = os.fsync

    def noted(handle: int) -> None:
        synced.append(Path(f"/proc/self/fd/{handle}").readlink())
        fsync(handle)

    monkeypatch.setattr("os.fsync", noted)
    return synced


class Frozen:
    """The database's clock and the one that pulses are counted with, in one's own hands."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seconds = 1_000_000.0
        moved = SimpleNamespace(
            monotonic=lambda: self.seconds, time_ns=lambda: int(self.seconds * 1_000_000) * 1_000
        )
        for box in ("storage.inbox", "storage.outbox"):
            monkeypatch.setattr(f"{box}.wall", lambda _: int(self.seconds * 1_000_000))
            monkeypatch.setattr(f"{box}.time", moved)


TICK = 1e-6
"""The shortest time that a database tells apart, in seconds."""


class Look(Protocol):
    """A store, and windows into it."""

    @property
    def store(self) -> Store: ...
    async def deal(self, deal: DealId) -> Deal | None: ...
    async def journal(self, deal: DealId | None) -> Sequence[tuple[int | None, str, Event]]: ...
    async def balance(self, account: str) -> int: ...
    async def reasons(self) -> list[str]: ...
    async def notices(self, person: PersonId) -> list[str]: ...
    async def schedule(self, deal: DealId) -> dict[str, Deadline]: ...
    async def leave(self, person: PersonId) -> None:
        """Somebody of the desk was found outside of its group."""
        ...


class FakeLook:
    def __init__(self) -> None:
        self.fake = FakeStore()

    @property
    def store(self) -> Store:
        return self.fake

    async def deal(self, deal: DealId) -> Deal | None:
        return self.fake.deals.get(deal)

    async def journal(self, deal: DealId | None) -> Sequence[tuple[int | None, str, Event]]:
        return [(row.seq, row.command, row.event) for row in self.fake.journal if row.deal == deal]

    async def balance(self, account: str) -> int:
        return self.fake.balance(account, "EUR")

    async def reasons(self) -> list[str]:
        return [entry.reason for entry in self.fake.entries]

    async def notices(self, person: PersonId) -> list[str]:
        return [notice.kind for notice in self.fake.notices_to(person)]

    async def schedule(self, deal: DealId) -> dict[str, Deadline]:
        return {key: row for (of, key), row in self.fake.schedule.items() if of == deal}

    async def leave(self, person: PersonId) -> None:
        self.fake.rows.gone.add(person)


class SqlLook:
    def __init__(self, store: SqlStore) -> None:
        self.sql = store

    @property
    def store(self) -> Store:
        return self.sql

    async def deal(self, deal: DealId) -> Deal | None:
        return await self.sql.read(lambda c: SqlUnitOfWork(c).deal(deal, lock=False))

    async def journal(self, deal: DealId | None) -> Sequence[tuple[int | None, str, Event]]:
        def query(connection: Connection) -> list[tuple[int | None, str, Event]]:
            rows = connection.execute(select(t.words))
            known = {row.digest: Words(row.digest, row.text, row.salt) for row in rows}
            of = t.events.c.deal == deal if deal else t.events.c.deal.is_(None)
            found = connection.execute(select(t.events).where(of).order_by(t.events.c.id))
            return [(r.seq, r.command, read_event(r.kind, r.body, known)) for r in found]

        return await self.sql.read(query)

    async def balance(self, account: str) -> int:
        def query(connection: Connection) -> int:
            p = t.postings.c
            rows = connection.execute(
                select(p.debit, p.credit, p.amount).where(
                    (p.debit == account) | (p.credit == account)
                )
            ).all()
            sign = -1 if account.startswith(("asset:", "expense:")) else 1
            return sum(sign * (r.amount if r.credit == account else -r.amount) for r in rows)

        return await self.sql.read(query)

    async def reasons(self) -> list[str]:
        query = select(t.entries.c.reason).order_by(t.entries.c.id)
        return await self.sql.read(lambda c: list(c.execute(query).scalars()))

    async def notices(self, person: PersonId) -> list[str]:
        n = t.notices.c
        query = select(n.kind).where(n.recipient == person).order_by(n.id)
        return await self.sql.read(lambda c: list(c.execute(query).scalars()))

    async def schedule(self, deal: DealId) -> dict[str, Deadline]:
        query = select(t.deadlines).where(t.deadlines.c.deal == deal)
        rows = await self.sql.read(lambda c: c.execute(query).all())
        return {
            r.key: Deadline(
                r.key, DeadlineKind(r.kind), r.due, r.milestone, r.person, r.opened_at, r.target,
                r.transfer,
            )
            for r in rows
        }  # fmt: skip

    async def leave(self, person: PersonId) -> None:
        await SqlEdge(self.sql.database).set_flag(gone_flag(person), "left")
