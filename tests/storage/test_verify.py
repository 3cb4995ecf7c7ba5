"""The judge finds what somebody did to the rows behind the program's back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, select

from core.deal.ruling import Outcome
from storage import tables as t
from storage.packing import unpack
from storage.verify import Problem, verify
from tests.kit.scene import amount
from tests.storage.test_whole_deals import SqlScene, at_a_bank, meet, released, ruled

UNLOCK = [
    f"DROP TRIGGER IF EXISTS {table}_no_{what}"
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


DOCUMENTS = select(t.deals.c.id, t.deals.c.terms, t.deals.c.body)


def tamper(scene: SqlScene, *statements: str) -> list[str]:
    """Documents that are packed are unpacked first, which the judge reads the same."""

    def work(connection: Connection) -> None:
        for row in connection.execute(DOCUMENTS).all():
            terms, body = unpack(row.terms, row.body)
            plain = t.deals.update().values(terms=terms, body=body)
            connection.execute(plain.where(t.deals.c.id == row.id))
        for statement in (*UNLOCK, "PRAGMA defer_foreign_keys = ON", *statements):
            connection.exec_driver_sql(statement)

    names = dict(zip(scene.ask(_deals), "AB", strict=False))
    scene.sql_write(work)
    return sorted(_shortened(problem, names) for problem in _problems(scene, verify))


def _deals(connection: Connection) -> list[str]:
    return list(connection.execute(select(t.deals.c.id).order_by(t.deals.c.id)).scalars())


def _problems(scene: SqlScene, judge: Callable[[Connection], list[Problem]]) -> list[str]:
    return sorted(f"{problem.where}: {problem.what}" for problem in scene.ask(judge))


def _shortened(problem: str, names: dict[str, str]) -> str:
    for deal, letter in names.items():
        problem = problem.replace(deal, letter)
    return problem


LAST = "(SELECT max(id) FROM deals)"
"""$B below: the second deal of the scene, one milestone, funded with 100.00 EUR."""
TAMPERING = {
    "an amount in the books": (
        "UPDATE postings SET amount = amount + 1 WHERE chain = $B AND credit LIKE 'hold:%'",
        "B: entry fund:B-1 was posted with other legs",
        "B: entry fund:B-1 does not follow the one before it",
        "B: waiting:B-1 falls below zero with fund:B-1",
        "B: hold:B-1 has 10001, milestone 1 says 10000",
        "B: waiting:B-1 has -1, milestone 1 says 0",
        "hold:B-1: its total is 10000 EUR, its postings say 10001",
        "waiting:B-1: its total is 0 EUR, its postings say -1",
        "holdings: held in all is 10000 EUR, the chains say 10001",
    ),
    "a reason in the books": (
        "UPDATE entries SET reason = reason || 'x' WHERE reason LIKE 'settle:%-1:0'",
        "A: entry settle:A-1:0x does not follow the one before it",
    ),
    "when it was booked": (
        "UPDATE entries SET at = at + 1 WHERE chain = $B AND chain_seq = 1",
        "B: entry deposit:play:x33 does not follow the one before it",
    ),
    "what it follows": (
        "UPDATE entries SET previous = 'x' || previous WHERE chain = $B AND chain_seq = 2",
        "B: entry fund:B-1 does not follow the one before it",
    ),
    "an entry taken out": (
        """DELETE FROM postings WHERE chain = $B AND chain_seq = 1;
        DELETE FROM entries WHERE chain = $B AND chain_seq = 1""",
        "B: the chain jumps from 0 to 2",
        "B: waiting:B-1 falls below zero with fund:B-1",
        "B: waiting:B-1 has -10000, milestone 1 says 0",
        "B: deposit:play:x33 is not in the books with 100.00 EUR",
        "waiting:B-1: its total is 0 EUR, its postings say -10000",
        "accounts: all totals are 10000 EUR, the postings say 0",
    ),
    "the legs of an entry": (
        "DELETE FROM postings WHERE chain = $B AND chain_seq = 2",
        "B: entry fund:B-1 was posted with other legs",
        "B: entry fund:B-1 does not follow the one before it",
        "B: entry fund:B-1 has no postings",
        "B: hold:B-1 has 0, milestone 1 says 10000",
        "B: waiting:B-1 has 10000, milestone 1 says 0",
        "waiting:B-1: its total is 0 EUR, its postings say 10000",
        "holdings: held in all is 10000 EUR, the chains say 0",
    ),
    "what came to the rails": (
        "UPDATE postings SET debit = 'income:fee' WHERE chain = $B AND debit LIKE 'asset:%'",
        "B: entry deposit:play:x33 was posted with other legs",
        "B: entry deposit:play:x33 does not follow the one before it",
        "B: deposit:play:x33 is not in the books with 100.00 EUR",
        "EUR: 10000 is owed to people, the rails have 443",
    ),
    "what nobody has claimed": (
        """INSERT INTO accounts VALUES ('suspense:play', 'EUR', NULL);
        UPDATE postings SET credit = 'suspense:play' WHERE chain = $B AND credit LIKE 'waiting:%';
        UPDATE postings SET debit = 'income:fee' WHERE chain = $B AND debit LIKE 'asset:%'""",
        "EUR: 10000 is owed to people, the rails have 443",
        "B: entry deposit:play:x33 was posted with other legs",
        "B: entry deposit:play:x33 does not follow the one before it",
        "B: deposit:play:x33 is not in the books with 100.00 EUR",
        "B: waiting:B-1 falls below zero with fund:B-1",
        "B: waiting:B-1 has -10000, milestone 1 says 0",
        "waiting:B-1: its total is 0 EUR, its postings say -10000",
        "suspense:play: has 10000 EUR, what waits is 0",
        "accounts: all totals are 10000 EUR, the postings say 0",
    ),
    "a running total": (
        "UPDATE accounts SET balance = balance + 1 WHERE account LIKE 'hold:%' AND balance > 0",
        "hold:B-1: its total is 10001 EUR, its postings say 10000",
        "accounts: all totals are 10001 EUR, the postings say 10000",
    ),
    "a total of nothing": (
        "INSERT INTO accounts VALUES ('hold:nobody', 'EUR', 5)",
        "accounts: all totals are 10005 EUR, the postings say 10000",
    ),
    "what somebody is owed": (
        "UPDATE accounts SET balance = 1 WHERE account LIKE 'payable:%'",
        "payable:1001: its total is 1 EUR, its postings say 0",
        "accounts: all totals are 10001 EUR, the postings say 10000",
    ),
    "what somebody was paid": (
        "UPDATE postings SET amount = amount - 1 WHERE credit LIKE 'payable:%' AND chain_seq = 3",
        "A: entry settle:A-1:0 was posted with other legs",
        "A: entry settle:A-1:0 does not follow the one before it",
        "A: hold:A-1 has 1, milestone 1 says 0",
        "A: hold:A-1 gave 9666 to payable:, milestone 1 says 9667",
        "hold:A-1: its total is 0 EUR, its postings say 1",
        "holdings: held in all is 10000 EUR, the chains say 10001",
        "payable:1001: falls below zero with transfer-sent:A-2",
        "payable:1001: has -1 EUR, the deals owe 0",
        "payable:1001: its total is 0 EUR, its postings say -1",
    ),
    "held in all": (
        "UPDATE holdings SET held = held + 1 WHERE held > 0",
        "holdings: held in all is 10001 EUR, the chains say 10000",
    ),
    "held of nothing": (
        "INSERT INTO holdings (currency, stripe, held) VALUES ('USD', 0, 1)",
        "holdings: held in all is 1 USD, the chains say 0",
    ),
    "held no more": (
        "DELETE FROM holdings",
        "holdings: held in all is 0 EUR, the chains say 10000",
    ),
    "a column of a deal": (
        "UPDATE deals SET held = held + 5, state = 'draft' WHERE id = $B",
        "B: its row and its document differ: state, held",
    ),
    "a list": (
        "UPDATE parties SET open = 1 - open WHERE deal = $B",
        "B: the lists of its parties differ from its document",
    ),
    "a party": (
        "DELETE FROM parties WHERE deal = $B AND person = 1001",
        "B: the lists of its parties differ from its document",
    ),
    "a hold in the document": (
        """UPDATE deals SET body = replace(body, '"held":[10000,"EUR"]', '"held":[9999,"EUR"]')""",
        "B: hold:B-1 has 10000, milestone 1 says 9999",
        "B: its row and its document differ: held",
    ),
    "a state in the document": (
        """UPDATE deals SET body = replace(body, '"state":"in-progress"', '"state":"refunded"')""",
        "B: milestone 1 is refunded and holds 10000",
    ),
    "a fee in the document": (
        """UPDATE deals SET body = replace(body, '"fee":[333,"EUR"]', '"fee":[334,"EUR"]')""",
        "A: hold:A-1 gave 333 to income:fee, milestone 1 says 334",
        "A: milestone 1 paid a fee of 334, above what was agreed",
    ),
    "a deposit in the document": (
        """UPDATE deals SET body = replace(body, '"external_id":"', '"external_id":"y')
        WHERE id = $B""",
        "B: deposit:play:yx33 is not in the books with 100.00 EUR",
        "B: deposit:play:x33 is in the books alone",
    ),
    "a transfer in the document": (
        """UPDATE deals SET body = replace(body, '"state":"confirmed"', '"state":"pending"')""",
        "payable:1001: has 0 EUR, the deals owe 12890",
    ),
    "that something is on its way": (
        """UPDATE deals SET body = replace(body, '"state":"confirmed"', '"state":"sent"')""",
        "A: clearing:payout:A-1 has 0, transfer 1 is sent",
        "A: clearing:payout:A-2 has 0, transfer 2 is sent",
        "A: the lists of its parties differ from its document",
    ),
    "an event taken out": (
        "DELETE FROM events WHERE seq = 4 AND deal = $B",
        "B: the journal has 9 events and ends with number 10",
    ),
    "a diary entry": (
        """UPDATE events SET body = replace(body, '"number":2', '"number":3')
        WHERE kind = 'DiaryWritten'""",
        "A: the diary's chain is broken",
    ),
    "the last diary entry": (
        "DELETE FROM events WHERE kind = 'DiaryWritten' AND body LIKE '%\"number\":2%'",
        "A: the diary has 1 entries, the deal says 2",
        "A: the journal has 30 events and ends with number 31",
    ),
    "the whole deal": (
        """DELETE FROM unread; DELETE FROM notices; DELETE FROM events; DELETE FROM deadlines;
        DELETE FROM parties; DELETE FROM deals""",
        "A: entries of a deal that is not there",
        "B: entries of a deal that is not there",
        "accounts: all totals are 10000 EUR, the postings say 0",
        "holdings: held in all is 10000 EUR, the chains say 0",
    ),
}
"""What was done to the rows, and all that the judge has to say of it; A and B are the deals."""


@pytest.mark.parametrize("name", TAMPERING)
def test_the_judge_finds_a_changed(scene: SqlScene, name: str) -> None:
    statements, *found = TAMPERING[name]
    assert tamper(scene, *statements.replace("$B", LAST).split(";")) == sorted(found)


def test_the_judge_finds_nothing_where_nothing_was_done(scene: SqlScene) -> None:
    assert tamper(scene) == []


def test_a_refund_stands_on_its_account_until_it_is_confirmed(sqlite_url: str) -> None:
    made = SqlScene(sqlite_url)
    meet(made)
    ruled(Outcome.REFUND)(made)
    assert tamper(made) == []
    early = """UPDATE deals SET body = replace(body, '"kind":"refund",',
        '"kind":"refund","state":"confirmed",')"""
    found = "A: clearing:refund:A-1 has 10001, transfer 1 is confirmed"
    assert tamper(made, early) == [found]


def test_what_a_bank_took_back_stands_on_an_account_of_its_own(sqlite_url: str) -> None:
    made = SqlScene(sqlite_url)
    meet(made)
    at_a_bank(made)
    assert tamper(made) == []
    won = """UPDATE deals SET body = replace(body, '"words":{"w":"', '"state":"won","words":{"w":"')
        WHERE instr(body, '"reversals"') > 0"""
    held = "UPDATE accounts SET balance = 0 WHERE account LIKE 'dispute:%'"
    assert tamper(made, held) == [
        "accounts: all totals are 0 EUR, the postings say 10000",
        "dispute:A-1: its total is 0 EUR, its postings say 10000",
    ]
    found = tamper(made, won)
    assert "A: dispute:A-1 has 10000, the bank has 0" in found
    assert "A: reversal-won:A-1 is not in the books" in found


def test_what_is_owed_to_a_person_stands_on_their_total(sqlite_url: str) -> None:
    made = SqlScene(sqlite_url)
    meet(made)
    made.submitted("100.00 EUR")
    made.approve()
    assert tamper(made) == []
    assert tamper(made, "UPDATE accounts SET balance = 0 WHERE account LIKE 'payable:%'") == [
        "accounts: all totals are 0 EUR, the postings say 9667",
        "payable:1001: its total is 0 EUR, its postings say 9667",
    ]


def test_nothing_waits_for_what_is_over(sqlite_url: str) -> None:
    made = SqlScene(sqlite_url)
    meet(made)
    made.agreed("100.00 EUR")
    made.pay(amount("40.00 EUR"))
    change = """UPDATE deals SET body = replace(body, '"state":"funding"', '"state":"refunded"')"""
    assert tamper(made, change) == ["A: milestone 1 is refunded and 4000 waits for it"]


def test_the_judge_tells_how_far_it_is(scene: SqlScene, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, int]] = []

    def judged() -> list[str]:
        told.clear()
        judge = lambda connection: verify(connection, lambda *far: told.append(far))  # noqa: E731
        return _problems(scene, judge)

    assert judged() == []
    assert told == [(2, 2)]
    monkeypatch.setattr("storage.verify.judge.PAGE", 1)
    monkeypatch.setattr("storage.verify.judge.ACCOUNTS", 1)
    assert judged() == [], "page by page it finds the same"
    assert told == [(1, 2), (2, 2)]
