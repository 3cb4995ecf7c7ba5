"""No transaction costs more because of what one person piled up, and old rows go."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Table, Text, func, insert, select, update

from core.ports import Answer, Expecting, UnitOfWork, gone_flag
from core.values.ids import PersonId
from storage import housekeeping
from storage import tables as t
from storage.columns import Instant
from storage.edge import SqlEdge
from storage.engine import Database
from storage.prepared import find, write
from storage.store import SqlStore
from storage.unit_of_work import SqlUnitOfWork
from tests.kit.fakes import START
from tests.kit.scene import BINA, CARLOS
from tests.storage.look import Look

MOST = 50
NOBODY = PersonId(0)
DAY = timedelta(days=1)
TICK = timedelta(microseconds=1)


def words(number: int) -> Expecting:
    return Expecting(BINA, "parties", f"loose:{number}", data={"texts": [str(number)]})


async def test_words_aside_stand_below_every_form_however_late_they_come(look: Look) -> None:
    form = Expecting(BINA, "parties", "diary")
    await look.store.run(lambda uow: uow.set_aside(words(1), MOST))
    await look.store.run(lambda uow: uow.expect(form))
    await look.store.run(lambda uow: uow.set_aside(words(2), MOST))
    assert await look.store.run(lambda uow: uow.expecting(BINA, "parties")) == form
    assert await look.store.run(lambda uow: uow.aside(BINA, "parties")) == words(2)
    await look.store.run(lambda uow: uow.close(form))
    assert await look.store.run(lambda uow: uow.expecting(BINA, "parties")) == words(2)


async def test_what_waits_is_rewritten_where_it_stands_and_nothing_is_opened(look: Look) -> None:
    below, above, aside = (
        Expecting(BINA, "parties", "diary", data={"texts": ["tpyo"]}),
        Expecting(BINA, "parties", "help"),
        words(1),
    )
    await look.store.run(lambda uow: uow.expect(below))
    await look.store.run(lambda uow: uow.set_aside(aside, MOST))
    await look.store.run(lambda uow: uow.expect(above))
    for form in (below, aside):
        right = replace(form, data={"texts": ["typo"]})
        swap = (right, form)
        assert await look.store.run(lambda uow, s=swap: uow.rewrite(*s))  # type: ignore[misc]
        found = await look.store.run(lambda uow, w=form.what: uow.form(BINA, "parties", w))  # type: ignore[misc]
        assert found == right
    assert await look.store.run(lambda uow: uow.expecting(BINA, "parties")) == above
    late = replace(below, data={"texts": ["late"]})
    assert not await look.store.run(lambda uow: uow.rewrite(late, below))
    await look.store.run(lambda uow: uow.close(below))
    assert not await look.store.run(lambda uow: uow.rewrite(late, right))
    assert await look.store.run(lambda uow: uow.form(BINA, "parties", "diary")) is None


async def test_the_newest_words_aside_stay_and_those_of_others_are_not_touched(look: Look) -> None:
    theirs = Expecting(CARLOS, "parties", "loose:1")
    await look.store.run(lambda uow: uow.set_aside(theirs, 3))
    for number in range(10):
        await look.store.run(lambda uow, n=number: uow.set_aside(words(n), 3))  # type: ignore[misc]
    found = [
        await look.store.run(lambda uow, n=number: uow.form(BINA, "parties", f"loose:{n}"))  # type: ignore[misc]
        for number in range(10)
    ]
    assert found == [None] * 7 + [words(7), words(8), words(9)]
    assert await look.store.run(lambda uow: uow.aside(CARLOS, "parties")) == theirs


async def test_one_form_is_read_and_closed_without_moving_another(look: Look) -> None:
    old, asked = Expecting(BINA, "parties", "diary"), Expecting(BINA, "parties", "help")
    await look.store.run(lambda uow: uow.expect(old))
    await look.store.run(lambda uow: uow.expect(asked))
    assert await look.store.run(lambda uow: uow.form(BINA, "parties", "diary")) == old
    assert await look.store.run(lambda uow: uow.expecting(BINA, "parties")) == asked
    await look.store.run(lambda uow: uow.close(old))
    assert await look.store.run(lambda uow: uow.form(BINA, "parties", "diary")) is None
    assert await look.store.run(lambda uow: uow.expecting(BINA, "parties")) == asked


PRESSES: list[Callable[[UnitOfWork], object]] = [
    lambda uow: uow.close(words(17)),
    lambda uow: uow.form(BINA, "parties", "loose:17"),
    lambda uow: uow.set_aside(words(5_000), 5_000),
    lambda uow: uow.expect(Expecting(BINA, "parties", "diary")),
    lambda uow: uow.expecting(BINA, "parties"),
]


@pytest.mark.parametrize("press", PRESSES)
async def test_a_press_costs_the_same_beside_four_thousand_loose_words(
    database: Database, press: Callable[[UnitOfWork], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    few = await _cost(database, press, monkeypatch)
    rows = [
        {
            "person": BINA, "bot": "parties", "what": f"loose:{number}", "deal": "",
            "milestone": 0, "field": "", "data": "{}", "touched": -(1 << 60) + number,
        }
        for number in range(4_000)
    ]  # fmt: skip
    await database.write(lambda connection: connection.execute(insert(t.forms), rows))
    many = await _cost(database, press, monkeypatch)
    assert few[0] > 0
    assert many[0] == few[0], "statements"
    assert many[1] <= few[1] + 1, "rows written"


async def _cost(
    database: Database, press: Callable[[UnitOfWork], object], monkeypatch: pytest.MonkeyPatch
) -> tuple[int, int]:
    """Statements, and rows that they wrote."""
    cost = [0, 0]

    def written(*args: Any) -> int:
        rows = write(*args)
        cost[0] += 1
        cost[1] += rows
        return rows

    def found(*args: Any) -> list[Any]:
        cost[0] += 1
        return find(*args)

    def work(connection: Connection) -> None:
        unit = SqlUnitOfWork(connection)
        press(unit)
        unit.finish()

    with monkeypatch.context() as patched:
        patched.setattr("storage.transaction.write", written)
        patched.setattr("storage.transaction.find", found)
        await database.write(work)
    return cost[0], cost[1]


async def test_the_broom_takes_a_bounded_batch_at_a_time(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(housekeeping, "BATCH", 10)
    store = SqlStore(database)
    for number in range(25):
        await store.run(lambda uow, n=number: uow.remember(f"7:{n}:1", Answer(), START))  # type: ignore[misc]
    now = START + 8 * DAY
    took = [await store.write(lambda c: housekeeping.prune(c, now)) for _ in range(4)]
    assert took == [10, 10, 5, 0]


async def test_what_a_request_of_an_update_did_is_remembered_for_a_week_others_longer(
    database: Database,
) -> None:
    store = SqlStore(database)
    updates = {f"{bot}:1:1" for bot in (0, 7, 94)}
    for request in (*updates, "notice:1:served"):
        await store.run(lambda uow, r=request: uow.remember(r, Answer(), START))  # type: ignore[misc]
    await store.write(lambda c: housekeeping.prune(c, START + 7 * DAY))
    assert await _requests(store) == updates | {"notice:1:served"}
    await store.write(lambda c: housekeeping.prune(c, START + 7 * DAY + TICK))
    assert await _requests(store) == {"notice:1:served"}
    await store.write(lambda c: housekeeping.prune(c, START + 60 * DAY))
    assert await _requests(store) == {"notice:1:served"}
    await store.write(lambda c: housekeeping.prune(c, START + 60 * DAY + TICK))
    assert await _requests(store) == set()


async def _requests(store: SqlStore) -> set[str]:
    return await store.read(lambda c: set(c.execute(select(t.requests.c.request)).scalars()))


OLD: dict[str, tuple[Table, str, int, dict[str, object]]] = {
    "an update that was answered": (t.inbox, "taken_at", 3, {"state": "done"}),
    "an update that was set aside": (t.inbox, "taken_at", 30, {"state": "aside"}),
    "a notice that was sent": (t.notices, "ended_at", 30, {"state": "sent"}),
    "a notice that was true no longer": (t.notices, "ended_at", 30, {"state": "skipped"}),
    "a notice that never arrived": (t.notices, "ended_at", 60, {"state": "failed"}),
    "words that fit no form": (t.forms, "at", 30, {"deal": "", "touched": -1}),
    "an open form": (t.forms, "at", 180, {"deal": "", "touched": 0}),
    "what a message stands for": (t.relays, "at", 180, {}),
    "buttons": (t.buttons, "at", 180, {"deal": ""}),
    "a file of no deal": (t.files, "at", 90, {"deal": ""}),
}
FOR_EVER: dict[str, tuple[Table, dict[str, object]]] = {
    "an update that waits": (t.inbox, {"state": "waiting", "taken_at": 0}),
    "a notice that waits": (t.notices, {"state": "queued", "next_at": 0}),
    "a file of a deal": (t.files, {"deal": "7K3F9QZM", "at": 0}),
}
NOW = 1_800_000_000
"""Wall time, in seconds."""


def _row(table: Table, number: int, **given: object) -> dict[str, object]:
    """A row of this table, by what it must have."""
    row: dict[str, object] = {}
    for c in table.columns:
        if isinstance(c.type, Instant):
            row[c.name] = START
        elif isinstance(c.type, Text):
            row[c.name] = str(number) if c.primary_key else ""
        elif c.name != "id":
            row[c.name] = number
    named = {"bot": "parties", "sha256": f"{number:064}", "deal": None, "urgent": 0, "owed": 0}
    some = {"ring": 0, "later": 0, "ended_at": None}
    return {name: value for name, value in (row | named | some | given).items() if name in row}


async def _left(database: Database, table: Table, *rows: dict[str, object]) -> int:
    for row in rows:
        await database.write(lambda c, row=row: c.execute(insert(table), row))  # type: ignore[misc]
    await database.write(lambda c: housekeeping.prune(c, START))
    count = select(func.count()).select_from(table)
    return int(await database.read(lambda c: c.execute(count).scalar_one()))


@pytest.mark.parametrize("what", OLD)
async def test_what_is_over_goes_after_its_days_and_not_before(
    database: Database, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.time_ns", lambda: NOW * 10**9)
    table, at, days, given = OLD[what]
    limit = (NOW - days * 24 * 3600) * 1_000_000
    ages = (limit - 1, limit, limit + 1)
    rows = [_row(table, place, **given) | {at: age} for place, age in enumerate(ages, 1)]
    assert await _left(database, table, *rows) == 2


@pytest.mark.parametrize("what", FOR_EVER)
async def test_what_waits_does_not_go_however_old_it_is(database: Database, what: str) -> None:
    table, given = FOR_EVER[what]
    assert await _left(database, table, _row(table, 1, **given)) == 1


async def test_what_a_person_used_is_forgotten_after_a_month_of_hours(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.time_ns", lambda: NOW * 10**9)
    hour = NOW // 3600 - 31 * 24
    rows = [_row(t.used, 1) | {"hour": hour + more} for more in (-1, 0, 1)]
    assert await _left(database, t.used, *rows) == 2


async def test_old_words_aside_go_and_open_forms_stay(database: Database) -> None:
    store = SqlStore(database)
    form = Expecting(BINA, "parties", "submit", data={"files": []})
    await store.run(lambda uow: uow.set_aside(words(1), MOST))
    await store.run(lambda uow: uow.expect(form))
    long_ago = time.time_ns() // 1_000 - 31 * 24 * 3600 * 1_000_000
    await store.write(lambda c: c.execute(update(t.forms).values(at=long_ago)))
    await store.run(lambda uow: uow.set_aside(words(2), MOST))
    await store.write(lambda c: housekeeping.prune(c, START))
    left = await store.read(lambda c: set(c.execute(select(t.forms.c.what)).scalars()))
    assert left == {"submit", "loose:2"}


async def test_files_of_no_deal_go_after_a_while_those_of_a_deal_stay(database: Database) -> None:
    store = SqlStore(database)
    for sha256, deal, at in (("a" * 64, "", 0), ("b" * 64, "7K3F9QZM", 0)):
        row = {"sha256": sha256, "deal": deal, "size": 1, "at": at}
        await store.write(lambda c, row=row: c.execute(insert(t.files), row))  # type: ignore[misc]
    await store.write(lambda c: housekeeping.prune(c, START))
    left = await store.read(lambda c: list(c.execute(select(t.files.c.sha256)).scalars()))
    assert left == ["b" * 64]
    assert await store.read(lambda c: c.execute(select(func.count()).select_from(t.files)).scalar())


async def test_what_a_person_used_is_summed_over_the_last_hours(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    edge, now = SqlEdge(database), 1_000_000 * 3600.0
    monkeypatch.setattr("storage.edge.time.time", lambda: now)
    await edge.use((BINA, NOBODY), "bytes", 5)
    await edge.use((BINA,), "bytes", 2)
    await edge.use((BINA,), "help", 1)
    now += 23 * 3600
    assert await edge.used(BINA, "bytes", 24) == 7
    assert await edge.used(NOBODY, "bytes", 24) == 5
    assert await edge.used(CARLOS, "bytes", 24) == 0
    await edge.use((BINA,), "bytes", 1)
    now += 3600
    assert await edge.used(BINA, "bytes", 24) == 1


async def test_how_long_until_more_fits_is_when_enough_hours_have_passed(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    edge, now, hour = SqlEdge(database), 1_000_000 * 3600.0, timedelta(hours=1)
    monkeypatch.setattr("storage.edge.time.time", lambda: now)
    await edge.use((BINA,), "help", 3)
    now += 2 * 3600
    await edge.use((BINA,), "help", 2)
    now += 600
    for most, free in ((6, 0 * hour), (5, 22 * hour - hour / 6), (2, 24 * hour - hour / 6)):
        assert await edge.free_in(BINA, "help", 24, most) == free
        assert (await edge.used(BINA, "help", 24) >= most) is bool(free)
    now += 22 * 3600 - 600
    assert await edge.used(BINA, "help", 24) == 2
    assert await edge.free_in(CARLOS, "help", 24, 1) == 0 * hour


async def test_who_left_the_desk_is_known_where_its_cases_are_given(database: Database) -> None:
    edge, store = SqlEdge(database), SqlStore(database)
    await edge.set_flag(gone_flag(CARLOS), "gone")
    assert await store.run(lambda uow: uow.gone((BINA, CARLOS))) == {CARLOS}
    assert await store.run(lambda uow: uow.gone((BINA,))) == frozenset()
    assert await store.run(lambda uow: uow.gone(())) == frozenset()
    await edge.set_flag(gone_flag(CARLOS), None)
    assert await store.run(lambda uow: uow.gone((BINA, CARLOS))) == frozenset()
