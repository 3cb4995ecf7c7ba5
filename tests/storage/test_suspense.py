"""Money that matches nothing, as every kind of store keeps it, and as the judge finds it."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection

from bot.cli.beancount import lines
from core.deal.suspense import Suspense, SuspenseState
from core.escrow import Escrow
from core.ledger import entries_of_suspense, suspense
from core.paying import (
    AlarmSuspense,
    BookSuspense,
    BounceSuspense,
    ConfirmDeposit,
    MatchSuspense,
    ReturnSuspense,
)
from core.paying.events import SuspenseBooked, SuspenseBounced, SuspenseReturned
from core.values.errors import NotNow
from core.values.ids import SYSTEM, DealId, SuspenseId
from core.values.money import Money
from core.values.policy import Policy
from storage import queries as q
from storage.engine import open_database
from storage.store import SqlStore
from storage.suspense import SqlSuspense
from storage.verify import verify
from tests.kit.fakes import START, FakeClock, FakeIds
from tests.kit.scene import BOTH, SAM, STAFF, TESS, amount
from tests.storage.look import REFUSED, Look
from tests.storage.test_contract import ONE, added, deal
from tests.storage.test_whole_deals import SqlScene, meet

OLD, NEW = SuspenseId("11111111"), SuspenseId("22222222")
DAY = timedelta(days=1)
POLICY = Policy(quiet_hours=None, rails=BOTH, four_eyes_threshold={"EUR": 50000})


def suspended(number: SuspenseId = OLD, **changes: Any) -> Suspense:
    due = START + DAY
    made = Suspense(
        number, "manual", f"FT{number}", Money(300, "EUR"), "Carla, ES91", "2026-01-04", START,
        TESS, due, due,
    )  # fmt: skip
    return replace(made, **changes)


def sent_back(item: Suspense) -> Suspense:
    return replace(
        item, state=SuspenseState.RETURNED, seen=2, alarm_at=None, closed_at=START,
        closed_by=TESS, returns=1,
    )  # fmt: skip


async def test_it_comes_back_as_it_was_kept(look: Look) -> None:
    await added(look, deal())
    whole = suspended(about=ONE, asked_by=TESS, asked_at=START, seen=4)
    assert await look.store.run(lambda uow: uow.add_suspense(whole))
    assert await look.store.run(lambda uow: uow.suspense(OLD)) == whole
    matched = replace(sent_back(whole), state=SuspenseState.MATCHED, deal=ONE, milestone=1)
    await look.store.run(lambda uow: uow.save_suspense(replace(matched, second=TESS)))
    assert await look.store.run(lambda uow: uow.suspense(OLD)) == replace(matched, second=TESS)
    assert await look.store.run(lambda uow: uow.suspense(NEW)) is None


async def test_an_id_and_a_reference_are_taken_once(look: Look) -> None:
    await look.store.run(lambda uow: uow.add_suspense(suspended()))
    other = suspended(external_id="other")
    assert not await look.store.run(lambda uow: uow.add_suspense(other))
    with pytest.raises(REFUSED):
        await look.store.run(lambda uow: uow.add_suspense(suspended(NEW, external_id=f"FT{OLD}")))


async def test_what_is_to_alarm_is_told_the_oldest_first(look: Look) -> None:
    later = START + 2 * DAY
    for item in (suspended(NEW, alarm_at=later), suspended(), sent_back(_third())):
        await look.store.run(lambda uow, item=item: uow.add_suspense(item))  # type: ignore[misc]
    assert await look.store.next_due() == START + DAY
    assert await look.store.alarms(START + DAY - DAY / 100, 9) == []
    assert await look.store.alarms(START + DAY, 9) == [OLD]
    assert await look.store.alarms(later, 9) == [OLD, NEW]
    assert await look.store.alarms(later, 1) == [OLD]


def _third() -> Suspense:
    return suspended(SuspenseId("33333333"))


async def test_what_was_sent_back_is_summed_by_rail_currency_and_day(look: Look) -> None:
    for number, rail in ((OLD, "manual"), (NEW, "play")):
        told = (number, Money(300, "EUR"), None, None, TESS, rail)
        for event in (
            SuspenseBooked(*told, f"FT{number}"),
            SuspenseReturned(*told, 1, None),
            SuspenseBounced(*told, 1),
        ):
            made = entries_of_suspense(event)
            await look.store.run(lambda uow, made=made: uow.post(made, START))  # type: ignore[misc]

    async def returned(*asked: Any) -> Any:
        return await look.store.run(lambda uow: uow.returned(*asked))

    assert await returned("manual", "EUR", START) == 300
    assert await returned("manual", "EUR", START + DAY / 100) == 0
    assert await returned("manual", "JPY", START) == 0


# two at once


async def test_two_treasurers_do_one_thing_with_it(store: SqlStore) -> None:
    house = Escrow(store, FakeClock(), FakeIds(), POLICY, STAFF)
    await house.execute(_line())
    item = await _only(store)
    taps = [ReturnSuspense(actor=TESS, item=item.id, seen=1)] * 6
    told = await asyncio.gather(*(house.execute(tap) for tap in taps), return_exceptions=True)
    assert sum(isinstance(each, NotNow) for each in told) == 5
    assert await store.read(verify) == []


async def test_a_reference_that_two_type_at_once_is_booked_once(store: SqlStore) -> None:
    house = Escrow(store, FakeClock(), FakeIds(), POLICY, STAFF)
    taps = [house.execute(_line()) for _ in range(6)]
    told = await asyncio.gather(*taps, return_exceptions=True)
    assert sum(isinstance(each, NotNow) for each in told) == 5
    assert (await _only(store)).amount == Money(300, "EUR")
    assert await store.read(verify) == []


async def test_many_lines_at_once_make_one_chain(store: SqlStore) -> None:
    house = Escrow(store, FakeClock(), FakeIds(), POLICY, STAFF)
    await asyncio.gather(*(house.execute(_line(f"FT{n}")) for n in range(6)))
    assert await store.read(verify) == []
    assert len(await store.read(q.open_suspense)) == 6


def _line(reference: str = "FT1") -> BookSuspense:
    return BookSuspense(
        actor=TESS, amount=Money(300, "EUR"), rail="manual", external_id=reference,
        source="Carla", value_on="2026-01-04",
    )  # fmt: skip


async def _only(store: SqlStore) -> Suspense:
    [item] = await store.read(q.open_suspense)
    return item


@pytest.mark.postgres
async def test_two_sent_back_at_once_count_together(
    own_postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One has read the day's sum and stops there; the other asks for it meanwhile."""
    real, read, done = SqlSuspense.returned, threading.Event(), threading.Event()

    def slow(self: SqlSuspense, rail: str, currency: str, since: datetime) -> int:
        found = real(self, rail, currency, since)
        if not read.is_set():
            read.set()
            done.wait(5)
        return found

    database = open_database(own_postgres_url)
    store = SqlStore(database)
    house = Escrow(store, FakeClock(), FakeIds(), POLICY, STAFF)
    for reference in ("FT1", "FT2"):
        await house.execute(_line(reference))
    items = await store.read(q.open_suspense)
    monkeypatch.setattr(SqlSuspense, "returned", slow)
    first = asyncio.create_task(asyncio.to_thread(_send_back, own_postgres_url, items[0]))
    assert await asyncio.to_thread(read.wait, 5)
    second = asyncio.create_task(asyncio.to_thread(_send_back, own_postgres_url, items[1]))
    await asyncio.wait({second}, timeout=0.5)
    done.set()
    await asyncio.gather(first, second)
    [left] = await store.read(q.open_suspense)
    assert (left.id, left.asked_by) == (items[1].id, TESS)
    assert await store.read(verify) == []
    await database.close()


def _send_back(url: str, item: Suspense) -> None:
    """By a process of its own, as far as the database knows; two of them take two people."""

    async def work() -> None:
        database = open_database(url)
        policy = replace(POLICY, four_eyes_threshold={"EUR": 500})
        desk = replace(STAFF, treasurers=frozenset({TESS, SAM}))
        house = Escrow(SqlStore(database), FakeClock(), FakeIds(9), policy, desk)
        await house.execute(ReturnSuspense(actor=TESS, item=item.id, seen=1))
        await database.close()

    asyncio.run(work())


# the judge


@pytest.fixture
def scene(sqlite_url: str) -> SqlScene:
    """One matched, one that went back and came here again, one that went back, one that waits."""
    made = SqlScene(sqlite_url)
    made.escrow.policy = POLICY
    meet(made)
    made.agreed("300.00 EUR")
    for number, price in enumerate(("300.00 EUR", "7.00 EUR", "8.00 EUR", "300 JPY"), 1):
        line = _line(f"FT{number}")
        made.do(replace(line, amount=amount(price), about=made.deal_id if number == 1 else None))
    first, second, third, _ = _items(made)
    deal = made.deal_id
    made.do(MatchSuspense(actor=TESS, item=first.id, deal=deal, milestone=1))
    made.do(ReturnSuspense(actor=TESS, item=second.id, seen=1))
    made.do(BounceSuspense(actor=TESS, item=second.id, seen=2))
    made.do(ReturnSuspense(actor=TESS, item=third.id, seen=1))
    return made


def _items(scene: SqlScene) -> list[Suspense]:
    def every(connection: Connection) -> list[Suspense]:
        rows = connection.exec_driver_sql("SELECT id FROM suspense ORDER BY external_id").scalars()
        found = [q.one_suspense(connection, SuspenseId(row)) for row in rows]
        return [item for item in found if item is not None]

    return scene.ask(every)


def test_what_was_done_with_it_holds(scene: SqlScene) -> None:
    assert scene.ask(verify) == []
    states = [item.state for item in _items(scene)]
    assert [state.value for state in states] == ["matched", "open", "returned", "open"]
    kept = {(b.account, b.currency): b.minor for b in scene.ask(q.balances)}
    assert kept[suspense("manual"), "EUR"] == 700
    assert kept[suspense("manual"), "JPY"] == 300


def test_the_export_for_another_judge_has_it(scene: SqlScene) -> None:
    told = "\n".join(scene.ask(lambda connection: list(lines(q.books(connection)))))
    assert "Liabilities:Suspense:Manual" in told
    assert "match:" in told
    assert "Assets:Manual  300 JPY" in told


TAMPERING = {
    "one that is gone": (
        "DELETE FROM suspense WHERE external_id = 'FT2'",
        ["deposit:manual:FT2 is in the books alone", "return:", "bounce:", "what waits is 0"],
    ),
    "another amount": (
        "UPDATE suspense SET amount = amount + 1 WHERE external_id = 'FT2'",
        ["deposit:manual:FT2 is not in the books with 7.01 EUR", "what waits is 701"],
    ),
    "one that was never sent back": (
        (
            "UPDATE suspense SET state = 'returned', alarm_at = NULL, closed_at = 1, returns = 2"
            " WHERE external_id = 'FT2'"
        ),
        [":2 is not in the books", "has 700 EUR, what waits is 0"],
    ),
    "an entry of the rail": (
        "UPDATE postings SET amount = amount + 1 WHERE chain = 'rail:manual' AND chain_seq = 1",
        ["rail:manual: entry deposit:manual:FT1 was posted with other legs"],
    ),
    "a link of its chain": (
        (
            "UPDATE entries SET previous = 'x' || previous WHERE chain = 'rail:manual'"
            " AND chain_seq = 2"
        ),
        ["rail:manual: entry deposit:manual:FT2 does not follow the one before it"],
    ),
    "a match": (
        (
            "UPDATE suspense SET milestone = NULL, deal = NULL, state = 'open', alarm_at = 1,"
            " closed_at = NULL WHERE external_id = 'FT1'"
        ),
        ["match:", "what waits is 30700"],
    ),
    "a chain of nobody": (
        "UPDATE entries SET chain = 'rails' WHERE chain = 'rail:manual'",
        ["rails: entries of a deal that is not there"],
    ),
}


@pytest.mark.parametrize("what", TAMPERING)
def test_the_judge_finds(scene: SqlScene, what: str) -> None:
    statement, wanted = TAMPERING[what]

    def work(connection: Connection) -> None:
        for table in ("entries", "postings"):
            connection.exec_driver_sql(f"DROP TRIGGER {table}_no_update")
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql(statement)
        if "'rails'" in statement:
            connection.exec_driver_sql(
                "UPDATE postings SET chain = 'rails' WHERE chain = 'rail:manual'"
            )

    scene.sql_write(work)
    found = "\n".join(f"{problem.where}: {problem.what}" for problem in scene.ask(verify))
    for each in wanted:
        assert each in found, found


def test_what_was_booked_for_a_deal_is_found_by_its_reference(scene: SqlScene) -> None:
    scene.agreed("300.00 EUR")
    paid = ConfirmDeposit(
        actor=TESS, deal=scene.deal_id, milestone=1, amount=amount("300.00 EUR"), rail="manual",
        external_id="FT9", source="Carla", value_on="2026-01-04",
    )  # fmt: skip
    scene.do(paid)
    items = _items(scene)

    def where(reference: str) -> DealId | SuspenseId | None:
        return scene.ask(lambda c: q.booked_as(c, "manual", reference))

    assert where("FT9") == scene.deal_id
    assert where("FT1") == items[0].id
    assert where("FT8") is None


def test_an_alarm_is_kept(scene: SqlScene) -> None:
    item = _items(scene)[3]
    scene.clock.to(item.due_at)
    scene.do(AlarmSuspense(actor=SYSTEM, item=item.id))
    assert _items(scene)[3].alarm_at == item.due_at + POLICY.desk_alarm
