"""What is kept of ratings and of work that came in time: by columns, so that it is counted fast."""

from __future__ import annotations

import asyncio
from collections import Counter

import pytest
from sqlalchemy import Connection

from core.deal.reputation import Record
from core.people import RateDeal
from core.working import CancelLate, WithdrawWork
from storage import queries as q
from storage.engine import open_database
from storage.housekeeping import erase
from storage.migrate import downgrade, upgrade
from tests.kit.fakes import START
from tests.kit.scene import BINA, CARLOS, DAY, words
from tests.storage.test_whole_deals import SqlScene, meet, released


@pytest.fixture
def scene(sqlite_url: str) -> SqlScene:
    made = SqlScene(sqlite_url)
    meet(made)
    return made


def test_a_record_counts_what_is_shown_of_ratings_and_work_that_came_in_time(
    scene: SqlScene,
) -> None:
    released(scene)
    scene.do(RateDeal(actor=BINA, deal=scene.deal_id, stars=3))
    assert scene.ask(lambda con: q.record(con, CARLOS)) == Record(1, 0, 0, START)
    scene.do(RateDeal(actor=CARLOS, deal=scene.deal_id, stars=5, words=words("kind")))
    scene.funded("20.00 EUR")
    scene.clock.forward(7 * DAY)
    scene.submit()
    scene.approve()
    bina, carlos = (scene.ask(lambda con, who=who: q.record(con, who)) for who in (BINA, CARLOS))  # type: ignore[misc]
    assert bina == Record(2, 0, 0, START, worked=2, on_time=1, rated=1, stars=5)
    assert carlos == Record(2, 0, 0, START, rated=1, stars=3)


def test_the_words_of_a_rating_go_with_who_wrote_them_and_the_stars_stay(scene: SqlScene) -> None:
    released(scene)
    for by in (BINA, CARLOS):
        scene.do(RateDeal(actor=by, deal=scene.deal_id, stars=4, words=words(f"by {by}", str(by))))
    scene.sql_write(lambda con: erase(con, BINA))
    erased, kept = (scene.deal.rating_by(who) for who in (BINA, CARLOS))
    assert erased is not None
    assert kept is not None
    assert erased.words is not None
    assert (erased.stars, erased.words.text, str(kept.words)) == (4, None, f"by {CARLOS}")


def listed(connection: Connection) -> list[tuple[str, int, int | None]]:
    query = "SELECT deal, person, on_time FROM parties ORDER BY deal, person"
    return [(row.deal, row.person, row.on_time) for row in connection.exec_driver_sql(query)]


def test_a_migration_counts_of_old_deals_whether_their_work_came_in_time(sqlite_url: str) -> None:
    scene = SqlScene(sqlite_url)
    meet(scene)
    for after in (0, 7):  # in time, and late
        scene.funded("20.00 EUR")
        scene.clock.forward(after * DAY)
        scene.submit()
        scene.approve()
    scene.funded("30.00 EUR")
    scene.on_milestone(WithdrawWork, BINA, amount=scene.m.held)
    scene.funded("40.00 EUR")
    scene.pass_time(8 * DAY)
    scene.on_milestone(CancelLate, CARLOS)
    scene.serve()
    scene.pass_time(3 * DAY)
    scene.disputed("50.00 EUR")
    before = scene.ask(listed)
    assert Counter(said for _, _, said in before) == {1: 1, 0: 2, None: 7}
    downgrade(sqlite_url, "0011")
    upgrade(sqlite_url)

    async def look() -> list[tuple[str, int, int | None]]:
        database = open_database(sqlite_url)
        found = await database.read(listed)
        await database.close()
        return found

    assert asyncio.run(look()) == before
