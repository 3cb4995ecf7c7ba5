"""Nothing that is asked often reads a whole table: what SQLite says it would do."""

from __future__ import annotations

import ast
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event

from bot.wiring.reads import SqlReads
from core.people import SetDestination
from core.values.hearing import Ear
from core.values.ids import DealId, SuspenseId
from core.working import ApproveMilestone
from storage import queries as q
from storage.buttons import SqlButtons, StandingRow
from storage.edge import SqlEdge
from storage.hearing import SqlHearing
from storage.inbox import SqlInbox
from storage.outbox import SqlOutbox
from tests.kit.fakes import START
from tests.kit.scene import ARAM, BINA, CARLOS, TESS, at_once
from tests.storage.test_whole_deals import SqlScene, meet, released

LISTS = ("holdings", "hearing")
"""A handful of rows, however many deals there are."""
WAITING = ("ix_notices_lane", "ix_notices_order", "ix_inbox_waiting")
"""What waits, however much was ever kept."""
ROOT = Path(__file__).parents[2]


def plans(scene: SqlScene, work: Callable[[], object]) -> list[str]:
    """The steps of every statement that the work executes."""
    seen: list[tuple[str, Any]] = []

    def note(*args: object) -> None:
        seen.append((str(args[2]), args[3]))

    engine = scene.database.connection.engine
    event.listen(engine, "before_cursor_execute", note)
    work()
    event.remove(engine, "before_cursor_execute", note)
    return [
        f"{step} | {statement}"
        for statement, values in seen
        if statement.startswith(("SELECT", "UPDATE", "DELETE"))
        for step in explain(scene, statement, values)
    ]


def explain(scene: SqlScene, statement: str, values: Any) -> list[str]:
    one = values[0] if isinstance(values, list) else values

    def ask(connection: Connection) -> list[str]:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", one)
        return [row.detail for row in rows]

    return scene.ask(ask)


def whole_tables(steps: list[str]) -> list[str]:
    """Steps that read a table or a whole index from end to end."""
    return [
        step
        for step in steps
        if step.startswith("SCAN")
        and "CONSTANT ROW" not in step
        and not any(f"SCAN {name}" in step for name in LISTS)
    ]


@pytest.fixture
def scene(sqlite_url: str) -> SqlScene:
    made = SqlScene(sqlite_url)
    meet(made)
    released(made)
    return made


READS: dict[str, Callable[[Connection], object]] = {
    "a deal": lambda con: q.load_deal(con, DealId("ABCDEFGH")),
    "a list": lambda con: q.deals_of(con, BINA),
    "invites": lambda con: q.open_invites(con, BINA),
    "a secret": lambda con: q.deal_by_secret(con, "x"),
    "a journal": lambda con: q.journal(con, DealId("ABCDEFGH")),
    "a diary": lambda con: q.diary(con, DealId("ABCDEFGH")),
    "a record": lambda con: q.record(con, BINA),
    "money": lambda con: q.money_of(con, BINA),
    "the desk": lambda con: q.queue(con, START),
    "held in all": q.held_in_all,
    "a name": lambda con: q.find_person(con, "@bina"),
    "postings": lambda con: q.postings_of(con, DealId("ABCDEFGH")),
}


@pytest.mark.parametrize("name", READS)
def test_a_read_is_driven_by_an_index(scene: SqlScene, name: str) -> None:
    steps = plans(scene, lambda: scene.ask(READS[name]))
    assert steps
    assert whole_tables(steps) == []


DEAL = DealId("ABCDEFGH")
GLANCES: dict[str, Callable[[SqlReads, SqlEdge, SqlScene], Coroutine[Any, Any, object]]] = {
    "SqlReads.person": lambda r, _, __: r.person(BINA),
    "SqlReads.heard": lambda r, _, __: r.heard(BINA),
    "SqlReads.find_person": lambda r, _, __: r.find_person("@bina"),
    "SqlReads.view": lambda r, _, s: r.view(s.deal_id, BINA),
    "SqlReads.invite": lambda r, _, __: r.invite("x"),
    "SqlReads.known": lambda r, _, __: r.known(BINA),
    "SqlReads.expecting": lambda r, _, __: r.expecting(BINA, "parties"),
    "SqlReads.form": lambda r, _, __: r.form(BINA, "parties", "talk"),
    "SqlReads.forms": lambda r, _, __: r.forms(BINA, "parties"),
    "SqlReads.aside": lambda r, _, __: r.aside(BINA, "parties"),
    "SqlReads.answered": lambda r, _, __: r.answered(["1", "2"]),
    "SqlReads.suspended": lambda r, _, __: r.suspended(SuspenseId("ABCDEFGH")),
    "SqlEdge._one": lambda _, e, __: e.relay("parties", BINA, 1),
    "SqlEdge.card": lambda _, e, __: e.card(BINA, DEAL),
    "SqlEdge.free_in": lambda _, e, __: e.free_in(BINA, "words", 24, 5),
    "SqlInbox._find": lambda _, __, s: SqlInbox(s.database, 1).take((), 10),
    "SqlButtons.of": lambda _, __, s: SqlButtons(s.database, "parties").of([DEAL]),
    "SqlButtons._known": lambda _, __, s: SqlButtons(s.database, "parties").keep(
        [StandingRow(BINA, number, DEAL, ()) for number in (1, 2, 3)]
    ),
    "SqlButtons.owed": lambda _, __, s: SqlButtons(s.database, "parties").owed(1, 1),
    "SqlOutbox.take": lambda _, __, s: SqlOutbox(s.database, "parties").take(("1",), 10),
    "SqlOutbox.alike": lambda _, __, s: SqlOutbox(s.database, "parties").alike(1),
    "SqlOutbox.told": lambda _, __, s: SqlOutbox(s.database, "parties").told([1, 2, 3]),
    "SqlHearing.read": lambda _, __, s: SqlHearing(s.database, Ear.PARTIES).read(),
}
"""Every read that is taken on the loop's own thread, where nothing else runs meanwhile."""


def test_what_is_read_on_the_loop_is_listed_here() -> None:
    found = {
        f"{kind.name}.{function.name}"
        for path in (*(ROOT / "storage").rglob("*.py"), *(ROOT / "bot").rglob("*.py"))
        for kind in ast.walk(ast.parse(path.read_text()))
        if isinstance(kind, ast.ClassDef)
        for function in kind.body
        if isinstance(function, ast.AsyncFunctionDef) and function.name != "glance"
        for call in ast.walk(function)
        if isinstance(call, ast.Attribute) and call.attr == "glance"
    }
    assert found == GLANCES.keys()


@pytest.mark.parametrize("name", GLANCES)
def test_what_is_read_on_the_loop_is_found_by_keys(scene: SqlScene, name: str) -> None:
    reads, edge = SqlReads(scene.sql, scene.escrow), SqlEdge(scene.database)
    steps = plans(scene, lambda: at_once(GLANCES[name](reads, edge, scene)))
    assert steps
    bad = [step for step in whole_tables(steps) if not any(name in step for name in WAITING)]
    assert bad == []


def test_a_command_is_driven_by_indices(scene: SqlScene) -> None:
    def work() -> None:
        scene.disputed("100.00 EUR")
        scene.take(ARAM)
        scene.do(SetDestination(actor=BINA, currency="EUR", details="DE89"))

    assert whole_tables(plans(scene, work)) == []


def test_the_sweep_is_driven_by_an_index(scene: SqlScene) -> None:
    def work() -> None:
        at_once(scene.sql.due(START, 100))
        at_once(scene.sql.next_due())
        at_once(scene.sql.alarms(START, 100))
        at_once(scene.sql.unheard(START))

    steps = plans(scene, work)
    # A row a bot: the table of hearing is as short as an index would be.
    others = [step for step in steps if not step.startswith(("SCAN hearing", "SEARCH hearing"))]
    reads = [step for step in others if "deadlines" in step.partition("|")[0]]
    assert reads
    assert all("ix_deadlines_due" in step for step in reads), others


def test_the_queues_are_driven_by_what_waits_alone(scene: SqlScene) -> None:
    def work() -> None:
        for bot in ("parties", "desk"):
            outbox = SqlOutbox(scene.database, bot)
            at_once(outbox.take((str(CARLOS),), 10))
            at_once(outbox.alike(1))
            at_once(outbox.lags())
            at_once(outbox.again(1, 5.0, tried=True))
        inbox = SqlInbox(scene.database, 1)
        at_once(inbox.keep([({"update_id": 1}, TESS, False)]))
        at_once(inbox.take((), 10))
        at_once(inbox.waiting())

    bad = [
        step
        for step in whole_tables(plans(scene, work))
        if not any(name in step for name in WAITING) and not step.startswith("SCAN hearing")
    ]
    assert bad == []


def test_an_approval_with_money_stays_within_its_statements(scene: SqlScene) -> None:
    scene.submitted("100.00 EUR")
    m = scene.m
    command = ApproveMilestone(
        actor=CARLOS,
        deal=scene.deal_id,
        milestone=m.number,
        seen=m.seen,
        submission=1,
        amount=m.held,
    )
    scene.database.statements = 0
    scene.do(command)
    # And a COMMIT. The inbox takes 3 with its own, a notice 2: 24 in all is the budget of a press.
    assert scene.database.statements <= 16


def test_a_unit_that_only_looks_writes_nothing(scene: SqlScene) -> None:
    scene.database.statements = 0
    at_once(scene.sql.run(lambda uow: uow.deal(scene.deal_id)))
    assert scene.database.statements == 2
