"""Until when each bot has heard people, and what waits for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.deal.clocks import Deadline
from core.values.hearing import Ear, Fetched
from core.values.ids import PersonId
from core.values.window import DeadlineKind
from storage import hearing
from storage.edge import SqlEdge
from storage.engine import Database
from storage.hearing import NEVER, Row, SqlHearing
from storage.inbox import SqlInbox
from storage.store import SqlStore
from tests.kit.fakes import START
from tests.storage.test_contract import BINA, CARLOS, ONE, deal

BOT, DESK_BOT = 7, 8
MINUTE = timedelta(minutes=1)
TICK = timedelta(microseconds=1)


@pytest.fixture
def parties(database: Database) -> SqlHearing:
    return SqlHearing(database, Ear.PARTIES)


async def move(database: Database, mark: Fetched, bot: int = BOT) -> None:
    await database.write(lambda connection: hearing.move(connection, bot, mark))


async def until(database: Database, people: list[PersonId] | None, ear: Ear) -> datetime:
    return await database.read(lambda connection: hearing.until(connection, ear, people))


async def test_a_bot_that_never_listened_has_heard_from_now_on(
    database: Database, parties: SqlHearing
) -> None:
    assert await parties.read() is None
    assert await database.read(hearing.rows) == []
    assert await database.read(lambda c: hearing.heard_by(c, BOT)) == datetime(
        1970, 1, 1, tzinfo=UTC
    )
    first = Row(Ear.PARTIES, BOT, START, START)
    assert await parties.begin(BOT, START) == first
    assert await parties.read() == first
    assert await database.read(hearing.rows) == [first]
    assert await database.read(lambda c: hearing.heard_by(c, BOT)) == START


async def test_what_is_known_of_a_bot_stays_over_a_start_even_under_another_number(
    database: Database, parties: SqlHearing
) -> None:
    await parties.begin(BOT, START)
    await SqlHearing(database, Ear.DESK).begin(DESK_BOT, START)
    known = Row(Ear.PARTIES, BOT + 5, START, START)
    assert await parties.begin(BOT + 5, START + MINUTE) == known
    assert await database.read(hearing.rows) == [known, Row(Ear.DESK, DESK_BOT, START, START)]


async def test_a_clock_that_was_put_back_has_heard_nothing_yet(parties: SqlHearing) -> None:
    await parties.begin(BOT, START)
    back = START - MINUTE
    assert await parties.begin(BOT, back) == Row(Ear.PARTIES, BOT, back, back)


async def test_hearing_moves_only_forward(database: Database, parties: SqlHearing) -> None:
    row = await parties.begin(BOT, START)
    await SqlHearing(database, Ear.DESK).begin(DESK_BOT, START)
    await move(database, Fetched())
    await move(database, Fetched(START - MINUTE, START - MINUTE))
    assert await parties.read() == row
    await move(database, Fetched(heard=START + MINUTE))
    assert await parties.read() == replace(row, heard=START + MINUTE)
    await move(database, Fetched(listened=START + 2 * MINUTE))
    moved = replace(row, heard=START + MINUTE, listened=START + 2 * MINUTE)
    assert await parties.read() == moved
    assert await SqlHearing(database, Ear.DESK).read() == Row(Ear.DESK, DESK_BOT, START, START)


async def test_time_that_is_owed_is_paid_by_whoever_listens_again(
    database: Database, parties: SqlHearing
) -> None:
    await parties.begin(BOT, START)
    await parties.owe(START + MINUTE, START + 2 * MINUTE)
    owes = Row(Ear.PARTIES, BOT, START, START + MINUTE, START + 2 * MINUTE)
    assert await parties.read() == owes
    await move(database, Fetched(heard=START))
    assert await parties.read() == owes
    await move(database, Fetched(listened=START + 2 * MINUTE))
    assert await parties.read() == replace(owes, listened=START + 2 * MINUTE, owed=None)


async def test_that_the_desk_was_told_of_a_deaf_bot_is_remembered(parties: SqlHearing) -> None:
    row = await parties.begin(BOT, START)
    await parties.tell(START, "conflict")
    assert await parties.read() == replace(row, deaf_since=START, why="conflict")
    await parties.tell(None, "")
    assert await parties.read() == row


async def test_a_clock_that_is_moved_makes_nobody_deaf_and_nobody_heard(
    database: Database, parties: SqlHearing
) -> None:
    row = await parties.begin(BOT, START)
    await SqlEdge(database).move_clock("ahead", 2 * MINUTE, MINUTE)
    assert await parties.read() == replace(row, listened=START + MINUTE)
    assert await SqlEdge(database).flag("ahead") == "120.0"


async def test_what_is_not_handled_yet_holds_up_its_person_and_what_anybody_may_have_done(
    database: Database, parties: SqlHearing
) -> None:
    assert await until(database, None, Ear.PARTIES) == NEVER
    await parties.begin(BOT, START)
    await SqlHearing(database, Ear.DESK).begin(DESK_BOT, START)
    inbox, came = SqlInbox(database, BOT), START + 9 * MINUTE
    await inbox.keep([({"update_id": 1}, BINA, False)], Fetched(heard=START + MINUTE))
    await inbox.keep([({"update_id": 2}, BINA, False)], Fetched(heard=came))
    await inbox.keep([], Fetched(heard=came, listened=came))
    assert await until(database, [BINA, CARLOS], Ear.PARTIES) == START, "heard when it came"
    assert await until(database, [CARLOS], Ear.PARTIES) == came
    assert await until(database, None, Ear.PARTIES) == START
    assert await until(database, None, Ear.DESK) == START
    first, second = await inbox.take((), 9)
    await inbox.done([first.id])
    assert await until(database, [BINA], Ear.PARTIES) == START + MINUTE
    await inbox.set_aside(second.id, "ab")
    assert await until(database, [BINA], Ear.PARTIES) == came
    assert await until(database, None, Ear.PARTIES) == came


async def test_what_falls_due_waits_for_every_bot_by_which_it_could_have_been_met(
    store: SqlStore,
) -> None:
    due = START + MINUTE
    kinds = {
        "desk": DeadlineKind.DISPUTE_TAKE,
        "either": DeadlineKind.FUNDING_LAPSES,
        "nobody": DeadlineKind.RETRY_NOTICE,
        "people": DeadlineKind.REVIEW_ENDS,
    }
    rows = [Deadline(key, kind, due, 1, BINA, START, due) for key, kind in kinds.items()]
    await store.run(lambda uow: uow.add_deal(deal()))
    await store.run(lambda uow: uow.schedule(ONE, rows))

    async def happens(now: datetime = due) -> list[str]:
        return [key for _, key in await store.due(now, 9)]

    assert await happens(due - TICK) == []
    assert await happens() == ["desk", "either", "nobody", "people"], "no bot ever listened"
    assert await store.unheard(due) == set()
    await SqlHearing(store.database, Ear.PARTIES).begin(BOT, START)
    assert await happens() == ["desk", "nobody"]
    assert await store.unheard(due) == {Ear.PARTIES}
    await SqlHearing(store.database, Ear.DESK).begin(DESK_BOT, due - TICK)
    assert await happens() == ["nobody"]
    assert await store.unheard(due) == {Ear.PARTIES, Ear.DESK}
    assert await store.unheard(due - TICK) == set()
    await move(store.database, Fetched(heard=due))
    assert await happens() == ["nobody", "people"]
    assert await store.unheard(due) == {Ear.DESK}
    await move(store.database, Fetched(heard=due), DESK_BOT)
    assert await happens() == ["desk", "either", "nobody", "people"]
    assert await store.unheard(due + MINUTE) == set()
    assert [key for _, key in await store.due(due, 2)] == ["desk", "either"]
