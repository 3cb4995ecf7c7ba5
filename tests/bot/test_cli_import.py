"""`holdfast money import` on a real database: shown, booked once, and whole after a kill."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli import main
from core.ledger import suspense
from storage import queries as q
from storage.engine import open_database
from tests.kit import banks
from tests.kit.banks import OURS, Day, Paid
from tests.storage.test_whole_deals import SqlScene, meet

TREASURERS = "[desk]\narbiters = [1003]\nhead_arbiters = [1004]\ntreasurers = [1006, 1007]\n"
CONFIG = f"""[operator]
name = "Test"
currencies = ["EUR"]
{TREASURERS}
[rails.manual]
enabled = true
acknowledge_custody = true
[rails.manual.accounts.EUR]
holder = "Holdfast"
iban = "{OURS}"
"""
LUNCH = [Paid(minor=100 + n, text=f"lunch {n}", reference=f"B{n:05}") for n in range(500)]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house with an account and two treasurers, its database made."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.toml").write_text(CONFIG)
    assert main(["db", "upgrade"]) == 0
    return tmp_path


def file(here: Path, *lines: Paid, off_by: int = 0) -> str:
    path = here / "day.xml"
    path.write_bytes(banks.camt(Day(lines=lines, off_by=off_by)))
    return str(path)


def in_suspense(here: Path) -> int:
    async def ask() -> int:
        database = open_database(f"sqlite+aiosqlite:///{here / 'holdfast.db'}")
        found = await database.read(q.balances)
        await database.close()
        return sum(one.minor for one in found if one.account == suspense("manual"))

    return asyncio.run(ask())


def test_it_is_shown_and_nothing_is_booked_without_saying_so(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = file(here, *LUNCH[:2])
    assert main(["money", "import", path]) == 1
    told = capsys.readouterr().out
    for part in (
        OURS,
        "1000.00 EUR, then 1002.01 EUR",
        "Unknown, for suspense: 2",
        "Bina Rastegar",
    ):
        assert part in told
    assert in_suspense(here) == 0


def test_it_is_booked_by_a_treasurer_who_is_named(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = file(here, *LUNCH[:2])
    assert main(["money", "import", path, "--book"]) == 2
    assert "--by: say which treasurer books this (1006, 1007)" in capsys.readouterr().err
    assert main(["money", "import", path, "--book", "--by", "1003"]) == 2
    assert main(["money", "import", path, "--book", "--by", "1006"]) == 0
    assert in_suspense(here) == 201
    assert main(["money", "import", path, "--book", "--by", "1007"]) == 0
    assert in_suspense(here) == 201
    assert main(["money", "import", path]) == 0
    assert "Dealt with before: 2" in capsys.readouterr().out
    assert main(["ledger", "verify"]) == 0


def test_a_file_that_does_not_add_up_says_its_line_and_books_nothing(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = file(here, *LUNCH[:2], off_by=5)
    assert main(["money", "import", path, "--book", "--by", "1006"]) == 2
    told = capsys.readouterr().err
    assert "Line 5" in told
    assert "0.05 EUR apart" in told
    assert in_suspense(here) == 0
    assert main(["money", "import", str(here / "nothing.xml")]) == 2


def test_a_deposit_is_booked_and_a_machine_reads_what_is_likely(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scene = SqlScene(f"sqlite+aiosqlite:///{here / 'holdfast.db'}")
    scene.clock.to(datetime.now(UTC))
    meet(scene)
    scene.agreed("300.00 EUR")
    code = f"{scene.deal_id}-1"
    path = file(here, Paid(minor=29_999, text=code, reference="A"))
    capsys.readouterr()
    assert main(["money", "import", path, "--json"]) == 1
    [likely] = json.loads(capsys.readouterr().out)["likely"]
    assert likely["why"] == ["short"]
    assert main(["money", "import", path, "--book", "--by", "1006"]) == 1
    path = file(here, Paid(minor=30_000, text=code, reference="B"))
    assert main(["money", "import", path, "--book", "--by", "1006"]) == 0
    assert main(["money", "import", path]) == 0
    assert main(["ledger", "verify"]) == 0


def test_each_that_is_likely_is_asked_about_as_it_stands_by_then(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = SqlScene(f"sqlite+aiosqlite:///{here / 'holdfast.db'}")
    scene.clock.to(datetime.now(UTC))
    meet(scene)
    scene.agreed("300.00 EUR")
    code = f"{scene.deal_id}-1"
    lines = (Paid(minor=20_000, text=code, reference="A"), Paid(minor=10_000, text=f"2nd {code}",
             reference="B"))  # fmt: skip
    asked: list[str] = []

    def answer(told: str) -> str:
        asked.append(told)
        return "1"

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", answer)
    capsys.readouterr()
    assert main(["money", "import", file(here, *lines), "--book", "--by", "1006"]) == 0
    first, second = capsys.readouterr().out.split("2nd")
    assert first.count("less than what is missing") == 3, "listed twice, asked about once"
    assert "less than" not in second
    assert len(asked) == 2
    assert main(["ledger", "verify"]) == 0


def test_columns_are_told_once(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = here / "x.csv"
    path.write_text("aaa;bbb;ccc\n19.05.2026;lunch;3,00\n20.05.2026;lunch;4,00\n")
    assert main(["money", "import", str(path)]) == 2
    assert "1: aaa; 2: bbb; 3: ccc" in capsys.readouterr().err
    assert main(["money", "import", str(path), "--columns", "date=x"]) == 2
    assert main(["money", "import", str(path), "--columns", "date=1,text=2,amount=3"]) == 1
    assert main(["money", "import", str(path)]) == 1


def test_after_kills_in_the_middle_every_line_is_there_once(here: Path) -> None:
    path = file(here, *LUNCH)
    command = [sys.executable, "-m", "bot", "money", "import", path, "--book", "--by", "1006"]
    root = str(Path(__file__).parents[2])
    kept = 0
    for _ in range(2):
        running = subprocess.Popen(
            command, env={**os.environ, "PYTHONPATH": root}, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        before, deadline = kept, time.monotonic() + 60
        while kept < before + 20 and running.poll() is None and time.monotonic() < deadline:
            kept = _kept(here)
        running.send_signal(signal.SIGKILL)
        running.wait()
    assert 0 < _kept(here) < len(LUNCH)
    assert main(["money", "import", path, "--book", "--by", "1006"]) == 0
    assert _kept(here) == len(LUNCH)
    assert in_suspense(here) == sum(one.minor for one in LUNCH)
    assert main(["ledger", "verify"]) == 0


def _kept(here: Path) -> int:
    with sqlite3.connect(here / "holdfast.db") as database:
        [found] = database.execute("SELECT count(*) FROM statement_lines").fetchone()
    database.close()
    return int(found)


def test_two_treasurers_who_send_the_same_file_at_once_book_it_once(here: Path) -> None:
    path = file(here, *LUNCH[:60])
    root = str(Path(__file__).parents[2])
    both = [
        subprocess.Popen(
            [sys.executable, "-m", "bot", "money", "import", path, "--book", "--by", by],
            env={**os.environ, "PYTHONPATH": root}, stdout=subprocess.DEVNULL,
        )
        for by in ("1006", "1007")
    ]  # fmt: skip
    assert [one.wait() for one in both] == [0, 0]
    assert in_suspense(here) == sum(one.minor for one in LUNCH[:60])
    assert main(["ledger", "verify"]) == 0


def test_a_database_that_is_not_there_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.toml").write_text(CONFIG)
    assert main(["money", "import", file(tmp_path, LUNCH[0])]) == 2
