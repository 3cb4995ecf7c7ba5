"""Notices: the first of each person, what somebody waits for before reminders, each once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.ext.asyncio import create_async_engine

from core.deal.notice import ALWAYS, Holds, Notice, WhileOpen, WhileOwed, WhileSeen
from core.escrow import Executed
from core.ports import CARD_OLD, CARD_REDRAWN, Rank, UnitOfWork
from core.values.ids import DESK, DealId, PersonId
from core.values.words import FileRef, Words
from storage import tables as t
from storage.cards import shown
from storage.edge import SqlEdge
from storage.engine import Database
from storage.lanes import old_card, redrawn
from storage.outbox import LEASE, Owed, SqlOutbox
from storage.store import SqlStore
from tests.kit.fakes import START
from tests.storage.look import TICK, Frozen, later
from tests.storage.test_contract import BINA, CARLOS, ONE, deal

NO_LAG = {"now": 0.0, "later": 0.0}


async def owe(store: SqlStore, *notices: tuple[PersonId, str]) -> None:
    rows = [Notice(to, kind, None, holds=ALWAYS) for to, kind in notices]
    await store.run(lambda uow: uow.owe(rows, START))


@dataclass(frozen=True)
class Live:
    person: PersonId
    deal: DealId
    message: int
    version: int | None
    news: Sequence[int] = ()


@dataclass(frozen=True)
class Went:
    """A notice that Telegram accepted."""

    id: int
    follows: Sequence[Notice] = ()
    live: Live | None = None
    also: Sequence[int] = ()


def lanes(*people: PersonId) -> list[str]:
    return [str(person) for person in people]


def kinds(owed: Sequence[Owed]) -> list[tuple[PersonId, str]]:
    return [(one.notice.to, one.notice.kind) for one in owed]


async def test_the_first_notice_of_each_person_is_next(store: SqlStore) -> None:
    await owe(store, (BINA, "a"), (BINA, "b"), (CARLOS, "c"))
    outbox = SqlOutbox(store.database, "parties")
    first = await outbox.take((), 10)
    assert kinds(first) == [(BINA, "a"), (CARLOS, "c")]
    assert await outbox.take(lanes(BINA, CARLOS), 10) == []
    await outbox.ended([Went(first[0].id)], [])
    assert kinds(await outbox.take(lanes(CARLOS), 10)) == [(BINA, "b")]


async def test_each_bot_has_its_own(store: SqlStore) -> None:
    await owe(store, (BINA, "a"), (DESK, "d"))
    people, desk = SqlOutbox(store.database, "parties"), SqlOutbox(store.database, "desk")
    assert kinds(await people.take((), 9)) == [(BINA, "a")]
    assert kinds(await desk.take((), 9)) == [(DESK, "d")]


@pytest.mark.parametrize("holds", [ALWAYS, WhileSeen(0), WhileSeen(3), WhileOwed(2), WhileOpen(4)])
async def test_a_notice_comes_back_as_it_was_owed(store: SqlStore, holds: Holds) -> None:
    said = Words.of("hello", "ab")
    file = FileRef("a" * 64, "x.png", "image/png", 5, "photo")
    named = {WhileOwed(2): {"transfer": 2}, WhileOpen(4): {"proposal": 4}}
    data = {"amount": [5, "EUR"], **named.get(holds, {})}
    given = Notice(BINA, "said", ONE, 2, data, said, (file,), ring=False, holds=holds, serves=START)

    def work(uow: UnitOfWork) -> None:
        uow.add_deal(deal())
        uow.owe([given], START)

    await store.run(work)
    owed = (await SqlOutbox(store.database, "parties").take((), 1))[0]
    assert owed.notice == given
    assert owed.notice.words is not None
    assert owed.notice.words.text == "hello"


async def test_reminders_go_after_what_somebody_waits_for(store: SqlStore) -> None:
    await owe(store, (BINA, "reminded"), (CARLOS, "money-settled"))
    outbox = SqlOutbox(store.database, "parties")
    assert kinds(await outbox.take((), 1)) == [(CARLOS, "money-settled")]
    assert kinds(await outbox.take(lanes(CARLOS), 9, [Rank.LATER])) == []
    reminder = await outbox.take(lanes(CARLOS), 9)
    assert kinds(reminder) == [(BINA, "reminded")]
    assert reminder[0].later


async def test_what_is_delayed_holds_up_its_person_alone(store: SqlStore) -> None:
    await owe(store, (BINA, "a"), (BINA, "b"), (CARLOS, "c"))
    outbox = SqlOutbox(store.database, "parties")
    first = await outbox.take((), 1)
    await outbox.again(first[0].id, 60.0, tried=True)
    assert kinds(await outbox.take((), 9)) == [(CARLOS, "c")]
    await outbox.again(first[0].id, 0.0, tried=False)
    again = await outbox.take(lanes(CARLOS), 9)
    assert kinds(again) == [(BINA, "a")]
    assert again[0].attempts == 1


async def test_what_ended_is_not_sent_again(store: SqlStore) -> None:
    await owe(store, (BINA, "sent"), (CARLOS, "skipped"), (PersonId(9), "failed"))
    outbox = SqlOutbox(store.database, "parties")
    sent, skipped, failed = await outbox.take((), 9)
    await outbox.ended([Went(sent.id)], [skipped.id])
    await outbox.failed(failed.id, "incident ab")
    assert await outbox.take((), 9) == []
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


async def test_what_follows_is_owed_with_the_mark_and_once(store: SqlStore) -> None:
    await owe(store, (BINA, "a"))
    outbox = SqlOutbox(store.database, "parties")
    [first] = await outbox.take((), 9)
    sent = Went(first.id, (Notice(BINA, "followed", None, holds=ALWAYS),))
    await outbox.ended([sent], [])
    await outbox.ended([sent], [])
    [card] = await outbox.take((), 9)
    assert card.notice.kind == "followed"
    await outbox.ended([Went(card.id)], [])
    assert await outbox.take((), 9) == []


async def test_a_mark_can_be_part_of_a_commands_transaction(store: SqlStore) -> None:
    await owe(store, (BINA, "a"), (CARLOS, "b"))
    outbox = SqlOutbox(store.database, "parties")
    one, two = await outbox.take((), 9)
    mark = outbox.marking(Went(one.id, (Notice(BINA, "followed", None, holds=ALWAYS),)))
    fail = outbox.failing(two.id, "unreachable", (Notice(DESK, "told", None, holds=ALWAYS),))

    def broken(uow: UnitOfWork) -> None:
        mark(uow, Executed(None))
        raise KeyError

    with pytest.raises(KeyError):
        await store.run(broken)
    await outbox.hand_back()
    assert kinds(await outbox.take((), 9)) == [(BINA, "a"), (CARLOS, "b")]
    await store.run(lambda uow: mark(uow, Executed(None)))
    await store.run(lambda uow: fail(uow, Executed(None)))
    await outbox.failed(two.id, "unreachable", (Notice(DESK, "told", None, holds=ALWAYS),))
    assert kinds(await outbox.take((), 9)) == [(BINA, "followed")]
    desk = SqlOutbox(store.database, "desk")
    assert kinds(await desk.take((), 9)) == [(DESK, "told")]


async def test_what_telegram_took_of_a_notice_is_remembered(store: SqlStore) -> None:
    await owe(store, (BINA, "a"))
    outbox = SqlOutbox(store.database, "parties")
    [first] = await outbox.take((), 9)
    await outbox.took(first.id, 2)
    await outbox.hand_back()
    [again] = await outbox.take((), 9)
    assert (first.parts, again.parts) == (0, 2)


async def test_a_lane_that_waits_holds_up_no_other_of_the_desk(store: SqlStore) -> None:
    def work(uow: UnitOfWork) -> None:
        uow.add_deal(deal())
        uow.owe(
            [
                Notice(DESK, "evidence-filed", ONE, 1, holds=ALWAYS),
                Notice(DESK, "help-asked", ONE, data={"person": BINA}, holds=ALWAYS),
                Notice(DESK, "dispute-opened", ONE, 2, holds=ALWAYS),
                Notice(DESK, "transfer-due", ONE, 1, data={"transfer": 1}, holds=ALWAYS),
                Notice(DESK, "evidence-filed", ONE, 1, holds=ALWAYS),
            ],
            START,
        )

    await store.run(work)
    outbox = SqlOutbox(store.database, "desk")
    first = await outbox.take((), 9)
    order = ["transfer-due", "dispute-opened", "evidence-filed", "help-asked"]
    assert [owed.notice.kind for owed in first] == order
    assert [owed.later for owed in first] == [False, False, True, True]
    await outbox.again(first[2].id, 60.0, tried=True)
    busy = [owed.lane for owed in first if owed is not first[2]]
    assert await outbox.take(busy, 9) == []


def help_of(person: PersonId, kind: str = "help-asked", deal_: DealId | None = None) -> Notice:
    return Notice(DESK, kind, deal_, data={"person": person}, holds=ALWAYS)


async def test_help_of_strangers_goes_after_help_of_who_has_a_deal(store: SqlStore) -> None:
    notices = [help_of(BINA, "stranger-asked"), help_of(CARLOS)]
    await store.run(lambda uow: uow.owe(notices, START))
    outbox = SqlOutbox(store.database, "desk")
    both = [Rank.HELP, Rank.STRANGERS]
    for full, taken in (([], both), (both[1:], both[:1]), (both[:1], both[1:])):
        assert [o.rank for o in await outbox.take((), 9, full)] == taken
        await outbox.hand_back()


async def test_whoever_had_help_posted_stands_behind_who_had_none(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    notices = [help_of(BINA), help_of(BINA), help_of(CARLOS), help_of(PersonId(9))]
    await store.run(lambda uow: uow.owe(notices, START))
    outbox = SqlOutbox(store.database, "desk")
    order = []
    for second in range(1, 5):
        [first] = await outbox.take((), 1)
        order.append(first.notice.data["person"])
        later(monkeypatch, float(second))
        await outbox.ended([Went(first.id)], [])
    assert order == [BINA, CARLOS, 9, BINA]


async def test_who_has_more_of_one_call_for_help_to_post_stands_behind_too(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.run(lambda uow: uow.owe([help_of(BINA), help_of(CARLOS)], START))
    outbox = SqlOutbox(store.database, "desk")
    [first] = await outbox.take((), 1)
    later(monkeypatch, 1.0)
    await outbox.took(first.id, 1)
    await outbox.again(first.id, 0.0, tried=False)
    later(monkeypatch, 2.0)
    assert [o.notice.data["person"] for o in await outbox.take((), 9)] == [CARLOS, BINA]


async def test_what_one_person_wrote_since_about_the_same_may_leave_with_it(
    store: SqlStore,
) -> None:
    def work(uow: UnitOfWork) -> None:
        uow.add_deal(deal())
        uow.owe(
            [
                help_of(BINA),
                help_of(BINA, deal_=ONE),
                help_of(CARLOS),
                help_of(BINA, "stranger-asked"),
                help_of(BINA),
            ],
            START,
        )

    await store.run(work)
    outbox = SqlOutbox(store.database, "desk")
    first, other = await outbox.take((), 9)
    assert other.notice.data["person"] == CARLOS, "all help of one person is one lane"
    assert await outbox.alike(other.id) == []
    alike = await outbox.alike(first.id)
    assert [o.notice.kind for o in alike] == ["stranger-asked", "help-asked"]
    assert {o.notice.deal for o in alike} == {None}
    await outbox.took(first.id, 1, [alike[0].id])
    assert [o.id for o in await outbox.alike(first.id)] == [alike[1].id]
    await outbox.ended([Went(first.id)], [])
    taken = []
    for _ in range(3):
        [next_] = await outbox.take([other.lane], 9)
        taken.append((next_.notice.kind, next_.notice.deal, next_.parts))
        await outbox.ended([Went(next_.id)], [])
    assert taken == [("help-asked", ONE, 0), ("stranger-asked", None, 1), ("help-asked", None, 0)]


async def test_of_the_cards_of_one_deal_the_last_is_enough(store: SqlStore) -> None:
    cards = (CARD_REDRAWN, CARD_REDRAWN, "reminded", CARD_REDRAWN)

    def work(uow: UnitOfWork) -> None:
        uow.add_deal(deal())
        uow.owe([Notice(BINA, kind, ONE, holds=ALWAYS) for kind in cards], START)

    await store.run(work)
    outbox = SqlOutbox(store.database, "parties")
    overtaken = []
    for _ in cards:
        [owed] = await outbox.take((), 9)
        overtaken.append(owed.overtaken)
        await outbox.ended([], [owed.id])
    assert overtaken == [True, True, False, False]


async def test_of_two_alarms_about_one_thing_the_newest_says_how_it_stands(
    store: SqlStore,
) -> None:
    def work(uow: UnitOfWork) -> None:
        uow.add_deal(deal())
        for key in ("transfer:1", "transfer:1", "transfer:2"):
            uow.owe([Notice(DESK, "desk-alarmed", ONE, 1, data={"key": key}, holds=ALWAYS)], START)

    await store.run(work)
    found = await SqlOutbox(store.database, "desk").take((), 9)
    assert [owed.overtaken for owed in found] == [True, False]


async def test_the_newest_message_is_the_live_card_and_the_other_loses_its_buttons(
    store: SqlStore,
) -> None:
    await store.run(lambda uow: uow.add_deal(deal()))
    outbox, edge = SqlOutbox(store.database, "parties"), SqlEdge(store.database)
    for message, old in ((50, None), (60, 50), (55, 55), (60, None)):
        await owe(store, (BINA, "a"))
        [owed] = await outbox.take((), 1)
        await outbox.ended([Went(owed.id, live=Live(BINA, ONE, message, 1))], [])
        assert await edge.card(BINA, ONE) == (50 if message == 50 else 60)
        left = await outbox.take((), 9)
        assert [one.notice.data["message"] for one in left] == ([] if old is None else [old])
        assert all(one.lane != str(BINA) for one in left)
        await outbox.ended([Went(one.id) for one in left], [])


async def test_a_card_that_was_overtaken_on_its_way_is_drawn_anew(store: SqlStore) -> None:
    await store.run(lambda uow: uow.add_deal(deal()))
    await owe(store, (BINA, "a"))
    outbox = SqlOutbox(store.database, "parties")
    [owed] = await outbox.take((), 1)
    await outbox.ended([Went(owed.id, live=Live(BINA, ONE, 50, 0, (owed.id,)))], [])
    [redraw] = await outbox.take((), 9)
    assert redraw.notice == redrawn(BINA, ONE, [owed.id])
    told = await outbox.told([owed.id, 999])
    assert kinds(told) == [(BINA, "a")], "and what it told is told again"


async def test_a_card_that_a_press_drew_takes_the_buttons_of_the_older_one(
    store: SqlStore,
) -> None:
    await store.run(lambda uow: uow.add_deal(deal()))
    edge = SqlEdge(store.database)
    assert not await edge.set_card(BINA, ONE, 5)
    assert await edge.set_card(BINA, ONE, 9)
    assert await edge.set_card(BINA, ONE, 7)
    assert await edge.card(BINA, ONE) == 9
    assert await edge.card(PersonId(2), ONE) is None
    owed = await SqlOutbox(store.database, "parties").take((), 9)
    assert [one.notice.data["message"] for one in owed] == [5]


async def test_alarms_of_one_kind_are_counted_from_the_first(store: SqlStore) -> None:
    await owe(store, *((DESK, "update-set-aside") for _ in range(3)), (DESK, "books-broken"))
    found = await SqlOutbox(store.database, "desk").take((), 9)
    [first] = [owed for owed in found if owed.notice.kind == "update-set-aside"]
    edge = SqlEdge(store.database)
    assert await edge.equal(first.notice, first.id) == (3, first.id + 2)
    assert await edge.equal(first.notice, first.id + 1) == (2, first.id + 2)


@pytest.mark.postgres
async def test_two_couriers_never_take_the_same(shared: Database) -> None:
    store = SqlStore(shared)
    await owe(store, (BINA, "a"), (BINA, "b"), (CARLOS, "c"))
    one, two = SqlOutbox(shared, "parties"), SqlOutbox(shared, "parties")
    assert kinds(await one.take((), 1)) == [(BINA, "a")]
    assert kinds(await two.take((), 9)) == [(CARLOS, "c")]
    await one.hand_back()
    assert kinds(await two.take((), 9)) == [(BINA, "a")]


@pytest.mark.postgres
async def test_what_a_killed_courier_took_is_sent_by_another_once_its_lease_is_over(
    shared: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = SqlStore(shared)
    await owe(store, (BINA, "a"))
    one, two = SqlOutbox(shared, "parties"), SqlOutbox(shared, "parties")
    await one.take((), 1)
    for turn in range(1, 4):
        later(monkeypatch, turn * LEASE * 0.9)
        await one.renew()
        assert await two.take((), 9) == []
    later(monkeypatch, 4 * LEASE)
    assert kinds(await two.take((), 9)) == [(BINA, "a")]


async def test_a_notice_owed_by_a_machine_whose_clock_is_ahead_does_not_wait(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    outbox = SqlOutbox(store.database, "parties")
    with monkeypatch.context() as ahead:
        ahead.setattr("time.time_ns", lambda now=time.time_ns: now() + 3600 * 10**9)
        await owe(store, (BINA, "a"))
    assert kinds(await outbox.take((), 9)) == [(BINA, "a")]


@pytest.mark.postgres
async def test_what_a_killed_courier_took_is_sent_at_once_by_the_only_one_that_is_left(
    shared: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = SqlStore(shared)
    await owe(store, (BINA, "a"), (DESK, "d"))
    desk, one = SqlOutbox(shared, "desk"), SqlOutbox(shared, "parties")
    two = SqlOutbox(shared, "parties")
    assert await desk.take((), 9)
    assert kinds(await one.take((), 1)) == [(BINA, "a")]
    assert await two.take((), 9) == []
    await one._presence.close()  # type: ignore[attr-defined]  # noqa: SLF001 - as the end of its process does
    monkeypatch.setattr(two, "_adopt_at", 0.0)
    assert kinds(await two.take((), 9)) == [(BINA, "a")]
    monkeypatch.setattr(two, "_adopt_at", 0.0)
    assert await two.take((), 9) == [], "what one holds oneself is not left behind"
    assert await SqlOutbox(shared, "desk").take((), 9) == []


async def test_what_was_put_off_is_due_at_its_very_instant(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    await owe(store, (BINA, "a"))
    clock, outbox = Frozen(monkeypatch), SqlOutbox(store.database, "parties")
    [first] = await outbox.take((), 9)
    await outbox.again(first.id, 60.0, tried=True)
    clock.seconds += 60 - TICK
    assert await outbox.take((), 9) == []
    clock.seconds += TICK
    assert kinds(await outbox.take((), 9)) == [(BINA, "a")]


async def test_what_is_put_off_is_late_by_nothing(store: SqlStore) -> None:
    await owe(store, (BINA, "a"), (CARLOS, "reminded"))
    outbox = SqlOutbox(store.database, "parties")
    for owed in await outbox.take((), 9):
        await outbox.again(owed.id, 60.0, tried=False)
    assert await outbox.lags() == NO_LAG


async def test_each_bot_is_late_by_what_is_its_own(store: SqlStore) -> None:
    await owe(store, (DESK, "update-set-aside"))
    long_ago = update(t.notices).values(next_at=t.notices.c.next_at - 90_000_000)
    await store.write(lambda connection: connection.execute(long_ago))
    assert await SqlOutbox(store.database, "parties").lags() == NO_LAG
    assert max((await SqlOutbox(store.database, "desk").lags()).values()) >= 90


async def test_what_ended_before_is_neither_ended_again_nor_told_again(store: SqlStore) -> None:
    await owe(store, (BINA, "a"))
    outbox = SqlOutbox(store.database, "parties")
    [first] = await outbox.take((), 9)
    await outbox.failed(first.id, "blocked")
    await outbox.ended([Went(first.id, (Notice(BINA, "followed", None, holds=ALWAYS),))], [])
    assert await outbox.take((), 9) == []


async def test_what_follows_rings_as_it_says(store: SqlStore) -> None:
    await owe(store, (BINA, "a"))
    outbox = SqlOutbox(store.database, "parties")
    [first] = await outbox.take((), 9)
    follows = (
        Notice(BINA, "loud", None, holds=ALWAYS),
        Notice(CARLOS, "still", None, ring=False, holds=ALWAYS),
    )
    await outbox.ended([Went(first.id, follows)], [])
    rings = {owed.notice.kind: owed.notice.ring for owed in await outbox.take((), 9)}
    assert rings == {"loud": True, "still": False}


async def test_a_courier_has_so_many_at_once_as_it_asks_for(store: SqlStore) -> None:
    await owe(store, *((PersonId(number), "a") for number in range(1, 6)))
    outbox = SqlOutbox(store.database, "parties")
    taken = await outbox.take((), 3)
    assert [owed.notice.to for owed in taken] == [1, 2, 3]
    assert [owed.notice.to for owed in await outbox.take(["1", "2", "3"], 9)] == [4, 5]


@pytest.mark.postgres
async def test_a_couriers_lease_is_over_at_its_very_end_and_not_before(
    shared: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await owe(SqlStore(shared), (BINA, "a"))
    clock = Frozen(monkeypatch)
    one, two = SqlOutbox(shared, "parties"), SqlOutbox(shared, "parties")
    assert await one.take((), 9)
    clock.seconds += LEASE - TICK
    assert await two.take((), 9) == []
    clock.seconds += TICK
    assert kinds(await two.take((), 9)) == [(BINA, "a")]


@pytest.mark.postgres
async def test_a_courier_says_that_it_works_each_quarter_of_a_lease_and_no_oftener(
    shared: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await owe(SqlStore(shared), (BINA, "a"))
    clock, outbox, said = Frozen(monkeypatch), SqlOutbox(shared, "parties"), list[float]()
    write = shared.write

    async def noted(work: Any) -> Any:
        said.append(clock.seconds)
        return await write(work)

    monkeypatch.setattr(shared, "write", noted)
    await outbox.renew()
    await outbox.hand_back()
    assert said == [], "who has nothing has nothing to say"
    [owed] = await outbox.take((), 9)
    said.clear()
    begun = clock.seconds
    for _ in range(9):
        await outbox.renew()
        clock.seconds += LEASE / 8
    assert said == [begun + LEASE / 4 * turn for turn in range(5)]
    await outbox.ended([Went(owed.id)], [])
    said.clear()
    await outbox.renew()
    assert said == []


@pytest.mark.postgres
async def test_two_cards_that_arrive_at_once_lose_the_buttons_of_whatever_was_before(
    shared: Database,
) -> None:
    """The second waits for the first, and sees it: else what the first is keeps its buttons."""
    store = SqlStore(shared)
    await store.run(lambda uow: uow.add_deal(deal()))
    edge, other = SqlEdge(shared), SqlEdge(shared)
    await edge.set_card(BINA, ONE, 50)
    engine = create_async_engine(shared.url)
    blocked = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    async with engine.connect() as first, engine.connect() as watching:
        await first.begin()
        await first.run_sync(lambda c: list(shown(c, Live(BINA, ONE, 60, None))))
        second = asyncio.create_task(other.set_card(BINA, ONE, 70))
        while not (await watching.execute(blocked)).scalar_one():
            await watching.rollback()
        await first.commit()
        await second
    await engine.dispose()
    assert await edge.card(BINA, ONE) == 70
    [owed] = await SqlOutbox(shared, "parties").take((), 9)
    assert owed.notice.data["message"] == 60


async def test_what_waits_for_one_person_about_one_deal_may_leave_together(
    store: SqlStore,
) -> None:
    two = DealId("2222ABCD")

    def work(uow: UnitOfWork) -> None:
        uow.add_deal(deal())
        uow.add_deal(replace(deal(), id=two))
        told = [(BINA, ONE, "a"), (BINA, ONE, "b"), (CARLOS, ONE, "c"), (BINA, two, "d")]
        uow.owe(
            [Notice(to, kind, of, holds=ALWAYS) for to, of, kind in (*told, (BINA, ONE, "e"))],
            START,
        )
        uow.owe([old_card(BINA, ONE, 5)], START)

    await store.run(work)
    outbox = SqlOutbox(store.database, "parties")
    [first] = await outbox.take((), 1)
    behind = await outbox.alike(first.id)
    assert kinds(behind) == [(BINA, "b"), (BINA, "e")]
    await outbox.took(behind[1].id, 1)
    await outbox.ended([Went(first.id, also=[one.id for one in behind])], [])
    left = await outbox.take((), 9)
    assert sorted(one.notice.kind for one in left) == ["c", CARD_OLD, "d"]


async def test_the_newest_message_of_a_deal_is_all_that_was_marked_with_it(store: SqlStore) -> None:
    await store.run(lambda uow: uow.add_deal(deal()))
    notices = [Notice(BINA, kind, ONE, holds=ALWAYS) for kind in ("a", "b", "c", "d")]
    notices.append(Notice(CARLOS, "e", ONE, holds=ALWAYS))
    await store.run(lambda uow: uow.owe(notices, START))
    outbox = SqlOutbox(store.database, "parties")
    a, b, c, d, e = range(1, 6)
    assert list(await outbox.newest(d)) == []
    await outbox.ended([Went(a)], [])
    await asyncio.sleep(TICK)
    await outbox.ended([Went(b, also=(c,))], [])
    await outbox.ended([Went(e)], [])
    assert [one.id for one in await outbox.newest(d)] == [b, c]
