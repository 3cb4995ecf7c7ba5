"""Notices: the first of each person, what somebody waits for before reminders, each once."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from sqlalchemy import select, update

from core.ids import DESK, PersonId
from core.notices import Notice
from core.ports import UnitOfWork
from core.words import FileRef, Words
from storage import tables as t
from storage.engine import Database
from storage.outbox import LEASE, Owed, SqlOutbox
from storage.store import SqlStore
from tests.fakes import START
from tests.storage.look import later
from tests.storage.test_contract import BINA, CARLOS, ONE, deal

NO_LAG = {"now": 0.0, "later": 0.0}


async def owe(store: SqlStore, *notices: tuple[PersonId, str]) -> None:
    rows = [Notice(to, kind, None) for to, kind in notices]
    await store.run(lambda uow: uow.owe(rows, START))


def kinds(owed: Sequence[Owed]) -> list[tuple[PersonId, str]]:
    return [(one.notice.to, one.notice.kind) for one in owed]


async def test_the_first_notice_of_each_person_is_next(store: SqlStore) -> None:
    await owe(store, (BINA, "a"), (BINA, "b"), (CARLOS, "c"))
    outbox = SqlOutbox(store.database, "parties")
    first = await outbox.take((), 10, later=True)
    assert kinds(first) == [(BINA, "a"), (CARLOS, "c")]
    assert await outbox.take((BINA, CARLOS), 10, later=True) == []
    await outbox.ended([first[0].id], [])
    assert kinds(await outbox.take((CARLOS,), 10, later=True)) == [(BINA, "b")]


async def test_each_bot_has_its_own(store: SqlStore) -> None:
    await owe(store, (BINA, "a"), (DESK, "d"))
    people, desk = SqlOutbox(store.database, "parties"), SqlOutbox(store.database, "desk")
    assert kinds(await people.take((), 9, later=True)) == [(BINA, "a")]
    assert kinds(await desk.take((), 9, later=True)) == [(DESK, "d")]


async def test_a_notice_comes_back_as_it_was_owed(store: SqlStore) -> None:
    said = Words.of("hello", "ab")
    file = FileRef("a" * 64, "x.png", "image/png", 5, "photo")
    data = {"amount": [5, "EUR"]}
    given = Notice(BINA, "said", ONE, 2, data, said, (file,), ring=False, seen=3, serves=START)

    def work(uow: UnitOfWork) -> None:
        uow.add_deal(deal())
        uow.owe([given], START)

    await store.run(work)
    owed = (await SqlOutbox(store.database, "parties").take((), 1, later=True))[0]
    assert owed.notice == given
    assert owed.notice.words is not None
    assert owed.notice.words.text == "hello"


async def test_reminders_go_after_what_somebody_waits_for(store: SqlStore) -> None:
    await owe(store, (BINA, "reminded"), (CARLOS, "money-settled"))
    outbox = SqlOutbox(store.database, "parties")
    assert kinds(await outbox.take((), 1, later=True)) == [(CARLOS, "money-settled")]
    assert kinds(await outbox.take((CARLOS,), 9, later=False)) == []
    reminder = await outbox.take((CARLOS,), 9, later=True)
    assert kinds(reminder) == [(BINA, "reminded")]
    assert reminder[0].later


async def test_what_is_delayed_holds_up_its_person_alone(store: SqlStore) -> None:
    await owe(store, (BINA, "a"), (BINA, "b"), (CARLOS, "c"))
    outbox = SqlOutbox(store.database, "parties")
    first = await outbox.take((), 1, later=True)
    await outbox.again(first[0].id, 60.0, tried=True)
    assert kinds(await outbox.take((), 9, later=True)) == [(CARLOS, "c")]
    await outbox.again(first[0].id, 0.0, tried=False)
    again = await outbox.take((CARLOS,), 9, later=True)
    assert kinds(again) == [(BINA, "a")]
    assert again[0].attempts == 1


async def test_what_ended_is_not_sent_again(store: SqlStore) -> None:
    await owe(store, (BINA, "sent"), (CARLOS, "skipped"), (PersonId(9), "failed"))
    outbox = SqlOutbox(store.database, "parties")
    sent, skipped, failed = await outbox.take((), 9, later=True)
    await outbox.ended([sent.id], [skipped.id])
    await outbox.failed(failed.id, "incident ab")
    assert await outbox.take((), 9, later=True) == []
    n = t.notices.c
    query = select(n.kind, n.state, n.why).order_by(n.id)
    rows = await store.read(lambda connection: connection.execute(query).all())
    assert [tuple(row) for row in rows] == [
        ("sent", "sent", None),
        ("skipped", "skipped", None),
        ("failed", "failed", "incident ab"),
    ]
    assert await outbox.lags() == NO_LAG


async def test_the_lag_is_that_of_the_oldest_by_urgency(store: SqlStore) -> None:
    outbox = SqlOutbox(store.database, "parties")
    assert await outbox.lags() == NO_LAG
    await owe(store, (BINA, "reminded"))
    long_ago = update(t.notices).values(next_at=t.notices.c.next_at - 90_000_000)
    await store.write(lambda connection: connection.execute(long_ago))
    await owe(store, (BINA, "a"))
    lags = await outbox.lags()
    assert 0 <= lags["now"] < 60
    assert 90 <= lags["later"] < 150


@pytest.mark.postgres
async def test_two_couriers_never_take_the_same(shared: Database) -> None:
    store = SqlStore(shared)
    await owe(store, (BINA, "a"), (BINA, "b"), (CARLOS, "c"))
    one, two = SqlOutbox(shared, "parties"), SqlOutbox(shared, "parties")
    assert kinds(await one.take((), 1, later=True)) == [(BINA, "a")]
    assert kinds(await two.take((), 9, later=True)) == [(CARLOS, "c")]
    await one.hand_back()
    assert kinds(await two.take((), 9, later=True)) == [(BINA, "a")]


@pytest.mark.postgres
async def test_what_a_killed_courier_took_is_sent_by_another_once_its_lease_is_over(
    shared: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = SqlStore(shared)
    await owe(store, (BINA, "a"))
    one, two = SqlOutbox(shared, "parties"), SqlOutbox(shared, "parties")
    await one.take((), 1, later=True)
    for turn in range(1, 4):
        later(monkeypatch, turn * LEASE * 0.9)
        await one.renew()
        assert await two.take((), 9, later=True) == []
    later(monkeypatch, 4 * LEASE)
    assert kinds(await two.take((), 9, later=True)) == [(BINA, "a")]


async def test_a_notice_owed_by_a_machine_whose_clock_is_ahead_does_not_wait(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    outbox = SqlOutbox(store.database, "parties")
    with monkeypatch.context() as ahead:
        ahead.setattr("time.time_ns", lambda now=time.time_ns: now() + 3600 * 10**9)
        await owe(store, (BINA, "a"))
    assert kinds(await outbox.take((), 9, later=True)) == [(BINA, "a")]
