"""The judge finds what somebody did to the rows behind the program's back."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from storage.verify import verify
from tests.storage.test_whole_deals import SqlScene, meet, released

UNLOCK = [
    f"DROP TRIGGER {table}_no_{what}"
    for table in ("events", "entries", "postings")
    for what in ("update", "delete")
]


@pytest.fixture
def scene(sqlite_url: str) -> SqlScene:
    made = SqlScene(sqlite_url)
    meet(made)
    released(made)
    made.funded("100.00 EUR")
    return made


def tamper(scene: SqlScene, *statements: str) -> list[str]:
    def work(connection: Connection) -> None:
        for statement in (*UNLOCK, "PRAGMA defer_foreign_keys = ON", *statements):
            connection.exec_driver_sql(statement)

    scene.sql_write(work)
    return [f"{problem.where}: {problem.what}" for problem in scene.ask(verify)]


TAMPERING = {
    "an amount in the books": (
        "UPDATE postings SET amount = amount + 1 WHERE credit LIKE 'hold:%'",
        "was posted with other legs",
    ),
    "a reason in the books": (
        "UPDATE entries SET reason = reason || 'x' WHERE reason LIKE 'settle:%'",
        "does not follow the one before it",
    ),
    "when it was booked": ("UPDATE entries SET at = at + 1 WHERE chain_seq = 1", "does not follow"),
    "an entry taken out": (
        "DELETE FROM postings WHERE chain_seq = 2; DELETE FROM entries WHERE chain_seq = 2",
        "the chain jumps from 1 to 3",
    ),
    "a running total": (
        "UPDATE accounts SET balance = balance + 1 WHERE account LIKE 'hold:%' AND balance > 0",
        "its postings say",
    ),
    "a total of nothing": (
        "INSERT INTO accounts VALUES ('hold:nobody', 'EUR', 5)",
        "all totals are",
    ),
    "what somebody is owed": (
        "UPDATE accounts SET balance = 7 WHERE account LIKE 'payable:%'",
        "its total is 7 EUR",
    ),
    "held in all": ("UPDATE holdings SET held = held + 1", "held in all is"),
    "a column of a deal": ("UPDATE deals SET held = held + 5", "differ: held"),
    "a list": ("UPDATE parties SET open = 1 - open", "the lists of its parties differ"),
    "a hold in the document": (
        """UPDATE deals SET body = replace(body, '"held":[10000,"EUR"]', '"held":[9999,"EUR"]')""",
        "milestone 1 says 9999",
    ),
    "a state in the document": (
        """UPDATE deals SET body = replace(body, '"state":"in-progress"', '"state":"refunded"')""",
        "milestone 1 is refunded and holds 10000",
    ),
    "a fee in the document": (
        """UPDATE deals SET body = replace(body, '"fee":[333,"EUR"]', '"fee":[334,"EUR"]')""",
        "above what was agreed",
    ),
    "a deposit in the document": (
        """UPDATE deals SET body = replace(body, '"external_id":"', '"external_id":"y')""",
        "is in the books alone",
    ),
    "a transfer in the document": (
        """UPDATE deals SET body = replace(body, '"state":"confirmed"', '"state":"pending"')""",
        "the deals owe",
    ),
    "an event taken out": ("DELETE FROM events WHERE seq = 4", "the journal has"),
    "a diary entry": (
        """UPDATE events SET body = replace(body, '"number":2', '"number":3')
        WHERE kind = 'DiaryWritten'""",
        "the diary's chain is broken",
    ),
    "the whole deal": (
        """DELETE FROM notices; DELETE FROM events; DELETE FROM deadlines; DELETE FROM parties;
        DELETE FROM deals""",
        "entries of a deal that is not there",
    ),
}


@pytest.mark.parametrize("name", TAMPERING)
def test_the_judge_finds_a_changed(scene: SqlScene, name: str) -> None:
    statements, found = TAMPERING[name]
    problems = tamper(scene, *statements.split(";"))
    assert any(found in problem for problem in problems), problems


def test_the_judge_finds_nothing_where_nothing_was_done(scene: SqlScene) -> None:
    assert tamper(scene) == []


def test_the_judge_tells_how_far_it_is(scene: SqlScene) -> None:
    told: list[tuple[int, int]] = []
    scene.ask(lambda connection: verify(connection, lambda done, all_: told.append((done, all_))))
    assert told == [(2, 2)]
