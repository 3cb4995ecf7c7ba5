"""Commands end with 0 done, 1 found something wrong, 2 could not; errors are one line each."""

import asyncio
import gzip
import json
import os
import sqlite3
import subprocess
import sys
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.cli.beancount import name_of
from bot.cli.bot_api import RefusedError
from bot.cli.config_file import Answers, BankAccount, toml
from bot.cli.diagram import mermaid
from bot.cli.doctor import bot_findings, group_findings, rival_finding
from bot.cli.findings import Ended
from bot.config import Settings
from bot.wiring.admin import Heard
from core.deal.context import Staff
from core.deal.milestone import TABLE
from core.deal.model import DEAL_TABLE
from core.deal.stage import DISPUTE_TABLE
from core.escrow import Escrow
from core.paying import BookSuspense
from core.values.ids import PersonId
from core.values.money import Money
from core.values.policy import Policy
from storage.engine import open_database
from storage.store import SqlStore
from storage.vault import FileVault
from tests.kit.fakes import FakeClock, FakeIds

RIGHTS = {"can_manage_topics": True, "can_pin_messages": True}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration in it, as the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.toml").write_text('[operator]\nname = "Test"\n')
    return tmp_path


def test_a_fresh_database_is_made_and_its_books_hold(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["db", "check"]) == 1
    assert not (here / "holdfast.db").exists()
    assert main(["ledger", "verify"]) == 2
    assert "holdfast db upgrade" in capsys.readouterr().err
    assert main(["db", "upgrade"]) == 0
    assert main(["db", "check"]) == 0
    assert main(["ledger", "verify"]) == 0
    assert main(["ledger", "balances"]) == 0
    assert "Every account is at zero." in capsys.readouterr().out
    assert main(["deals", "list"]) == 0
    assert "There are no deals yet." in capsys.readouterr().out


def test_what_is_in_suspense_is_listed_and_is_something_to_do(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["money", "suspense"]) == 2, "a database that is not there"
    main(["db", "upgrade"])
    capsys.readouterr()
    assert main(["money", "suspense", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert main(["money", "suspense"]) == 0
    assert "Nothing is in suspense." in capsys.readouterr().out
    asyncio.run(_book(f"sqlite+aiosqlite:///{here / 'holdfast.db'}"))
    assert main(["money", "suspense"]) == 1
    told = capsys.readouterr().out
    for part in ("300 JPY", "FT1", "Carla, ES91", "/suspense"):
        assert part in told
    assert main(["money", "suspense", "--json"]) == 1
    [item] = json.loads(capsys.readouterr().out)
    assert (item["amount"], item["state"], item["about"]) == ("300 JPY", "open", None)
    assert main(["ledger", "verify"]) == 0


async def _book(url: str) -> None:
    database, staff = open_database(url), Staff(treasurers=frozenset({PersonId(7)}))
    house = Escrow(SqlStore(database), FakeClock(), FakeIds(), Policy(), staff)
    line = BookSuspense(
        actor=PersonId(7), amount=Money(300, "JPY"), rail="manual", external_id="FT1",
        source="Carla, ES91", value_on="2026-01-04",
    )  # fmt: skip
    await house.execute(line)
    await database.close()


def test_an_old_schema_is_refused_with_the_command_that_helps(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["db", "upgrade"]) == 0
    with sqlite3.connect(here / "holdfast.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '0000'")
    database.close()
    tokens = '[parties]\ntoken = "1:a"\n[desk]\ntoken = "2:b"\nchat_id = -1\narbiters = [3]\n'
    (here / "config.toml").write_text(tokens)
    assert main(["run"]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert "holdfast db upgrade" in line


@pytest.mark.parametrize("found", ["9999", "0002b", "a1b2c3"])
def test_a_schema_from_elsewhere_is_refused_by_every_command_and_left_as_it_is(
    found: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["db", "upgrade"]) == 0
    with sqlite3.connect(here / "holdfast.db") as database:
        database.execute("UPDATE alembic_version SET version_num = ?", (found,))
    database.close()
    capsys.readouterr()
    for command in (["db", "upgrade"], ["run"], ["pause", "x"], ["ledger", "verify"]):
        tokens = {"HOLDFAST_PARTIES__TOKEN": "1:a", "HOLDFAST_DESK__TOKEN": "2:b"}
        tokens |= {"HOLDFAST_DESK__CHAT_ID": "-1", "HOLDFAST_DESK__ARBITERS": "[3]"}
        with pytest.MonkeyPatch.context() as patch:
            for name, value in tokens.items():
                patch.setenv(name, value)
            assert main(command) == 2
        [line] = capsys.readouterr().err.splitlines()
        assert "install the version of Holdfast that made it" in line
    assert main(["db", "check"]) == 1
    assert "install the version" in capsys.readouterr().out
    with sqlite3.connect(here / "holdfast.db") as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchone() == (found,)
    database.close()


def test_what_is_missing_to_run_is_named_key_by_key(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del here
    assert main(["run"]) == 2
    said = capsys.readouterr().err
    for key in ("parties.token", "desk.token", "desk.chat_id", "desk.arbiters"):
        assert key in said


def test_roles_are_refused_by_name(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del here
    assert main(["run", "--role", "parties"]) == 2
    assert "--role" in capsys.readouterr().err


def test_what_comes_later_is_refused_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rails", "reconcile"]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert "rails reconcile: comes later" in line


def test_a_deal_that_is_not_there_is_one_line(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del here
    main(["db", "upgrade"])
    capsys.readouterr()
    assert main(["deal", "show", "7K3F9QZM"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_database_that_does_not_answer_is_one_line_without_its_password(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    del here
    url = "postgresql+asyncpg://me:hunter2@127.0.0.1:1/nothing"
    monkeypatch.setenv("HOLDFAST_DATABASE__URL", url)
    assert main(["ledger", "verify"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "hunter2" not in said


def test_a_mistyped_command_says_where_help_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["runn"])
    assert ended.value.code == 2
    assert "holdfast --help" in capsys.readouterr().err


def test_a_backup_comes_back_whole_and_never_over_what_is_there(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["db", "upgrade"])
    assert main(["backup", "b.tar"]) == 0
    assert main(["restore", "b.tar"]) == 2
    assert "there is a database already" in capsys.readouterr().err
    there = here / "there"
    there.mkdir()
    monkeypatch.chdir(there)
    assert main(["restore", "../b.tar"]) == 0
    assert (there / "invite.key").read_bytes() == (here / "invite.key").read_bytes()
    assert main(["ledger", "verify"]) == 0


def test_a_backup_is_restored_to_where_its_own_configuration_says(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = '[database]\nurl = "sqlite+aiosqlite:///data/own.db"\n[vault]\npath = "data/files"\n'
    (here / "config.toml").write_text(config)
    main(["db", "upgrade"])
    main(["backup", "b.tar"])
    there = here / "there"
    there.mkdir()
    monkeypatch.chdir(there)
    assert main(["restore", "../b.tar"]) == 0
    assert (there / "config.toml").read_text() == config
    assert (there / "data/own.db").exists()
    assert (there / "data/invite.key").exists()


def test_nobody_else_may_read_a_backup_nor_what_was_restored(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["db", "upgrade"])
    main(["backup", "b.tar"])
    there = here / "there"
    there.mkdir()
    monkeypatch.chdir(there)
    main(["restore", "../b.tar"])
    for name in ("../b.tar", "config.toml", "holdfast.db", "invite.key"):
        assert (there / name).stat().st_mode & 0o077 == 0, name


VAULT_KEY = "ab" * 32


@pytest.mark.parametrize(
    "written",
    [
        f'[vault]\npath = "vault"\nkey = "{VAULT_KEY}"  # ours\nmax_file_mb = 5\n',
        f'[vault]\n  key="{VAULT_KEY}"',
        f'vault.key = "{VAULT_KEY}"\n[operator]\nname = "House"\n',
    ],
)
def test_the_vaults_key_is_in_no_backup_that_did_not_ask_for_it(
    written: str, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "config.toml").write_text(written)
    main(["db", "upgrade"])
    vault = FileVault(here / "vault", key=bytes.fromhex(VAULT_KEY))
    asyncio.run(vault.put(b"evidence", name="e", mime="text/plain", kind="document"))
    assert main(["backup", "apart.tar"]) == 0
    assert "vault.key is not in it" in capsys.readouterr().out
    assert main(["backup", "--with-vault-key", "all.tar"]) == 0
    assert VAULT_KEY.encode() not in (here / "apart.tar").read_bytes()
    assert VAULT_KEY.encode() in (here / "all.tar").read_bytes()
    for file, told in (("apart.tar", True), ("all.tar", False)):
        there = here / file.removesuffix(".tar")
        there.mkdir()
        monkeypatch.chdir(there)
        capsys.readouterr()
        assert main(["restore", f"../{file}"]) == 0
        assert ("put vault.key back" in capsys.readouterr().out) is told
        restored = tomllib.loads((there / "config.toml").read_text())
        assert restored.setdefault("vault", {}).get("key") == (None if told else VAULT_KEY)
        restored["vault"]["key"] = VAULT_KEY
        assert restored == tomllib.loads(written)


def test_a_key_that_cannot_be_taken_out_stops_the_backup_and_says_what_to_do(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "config.toml").write_text(f'vault = {{ key = "{VAULT_KEY}" }}\n')
    main(["db", "upgrade"])
    capsys.readouterr()
    assert main(["backup", "b.tar"]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert "vault.key_file" in line
    assert VAULT_KEY not in line
    assert not (here / "b.tar").exists()


def test_backups_in_a_folder_are_called_by_their_instant_and_the_oldest_go(here: Path) -> None:
    main(["db", "upgrade"])
    nightly = here / "nightly"
    nightly.mkdir()
    for name in ("holdfast-2024-01-01T033000Z.tar", "holdfast-2024-01-02T033000Z.tar", "mine.tar"):
        (nightly / name).touch()
    assert main(["backup", "--keep", "2", "nightly"]) == 0
    kept = sorted(path.name for path in nightly.iterdir())
    assert kept[0] == "holdfast-2024-01-02T033000Z.tar"
    assert kept[2] == "mine.tar"
    assert len(kept) == 3
    assert main(["backup", "--keep", "0", "nightly"]) == 2
    assert main(["backup", "--keep", "2", "nightly/one.tar"]) == 2


def test_what_cannot_be_backed_up_or_restored_is_one_line(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["db", "upgrade"])
    main(["backup", "b.tar"])
    (here / "cut.tar").write_bytes((here / "b.tar").read_bytes()[:50_000])
    (here / "cut.tgz").write_bytes(gzip.compress((here / "b.tar").read_bytes())[:2_000])
    capsys.readouterr()
    (here / "config.toml").unlink()
    (here / "holdfast.db").rename(here / "old.db")
    for file in ("cut.tar", "cut.tgz"):
        assert main(["restore", file]) == 2
        [line] = capsys.readouterr().err.splitlines()
        assert "only the beginning" in line
    (here / "config.toml").touch()
    assert main(["backup", "nowhere/b.tar"]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert "holdfast.db: there is no such" in line
    (here / "old.db").rename(here / "holdfast.db")
    assert main(["backup", "nowhere/b.tar"]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert "nowhere: there is no such" in line


def test_a_damaged_database_is_told_and_not_backed_up(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["db", "upgrade"])
    with (here / "holdfast.db").open("r+b") as file:
        file.seek(20 * 4_096)
        file.write(b"x" * 12 * 4_096)
    capsys.readouterr()
    assert main(["backup", "b.tar"]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("holdfast: database.url: ")
    assert not (here / "b.tar").exists()


def test_a_pause_is_kept_for_the_process_that_runs(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del here
    assert main(["resume"]) == 0
    assert "no pause" in capsys.readouterr().out
    assert main(["pause", "moving house"]) == 0
    assert main(["resume"]) == 0
    assert "Going on" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "table"), [("deal", DEAL_TABLE), ("milestone", TABLE), ("dispute", DISPUTE_TABLE)]
)
def test_a_diagram_has_every_step_of_its_table(name: str, table: object) -> None:
    drawn = mermaid(name)
    assert drawn.splitlines()[3] == "stateDiagram-v2"
    assert isinstance(table, type(TABLE))
    for (before, step), after in table.items():
        arrow = f"{before.value.replace('-', '_')} --> {after.value.replace('-', '_')}: "
        [line] = [line for line in drawn.splitlines() if arrow in line]
        assert step.value in line.partition(": ")[2].split(", ")


def test_version_and_diagram_load_neither_library() -> None:
    code = (
        "import sys; from bot.cli import main; main(['version']); main(['diagram']);"
        "sys.exit(bool({'aiogram', 'telegram', 'sqlalchemy', 'aiohttp'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_account_has_a_place_in_beancount() -> None:
    assert name_of("asset:play") == "Assets:Play"
    assert name_of("hold:7K3F9QZM-1") == "Liabilities:Hold:7K3F9QZM-1"
    assert name_of("income:fee") == "Income:Fee"
    assert name_of("payable:1001") == "Liabilities:Payable:1001"


def test_what_init_writes_is_a_configuration_that_is_ready() -> None:
    answers = Answers(
        name='The "House"',
        country="Iran",
        website="",
        currencies=["EUR", "JPY"],
        parties_token="1:a",
        desk_token="2:b",
        chat_id=-100,
        roles={"arbiter": [3], "head": [], "treasurer": [4], "outside": [3, 7]},
        accounts={
            "EUR": BankAccount("H", "DE89370400440532013000", is_iban=True),
            "JPY": BankAccount("H", "1234567", is_iban=False),
        },
        figures={"JPY": Decimal(8000)},
    )
    settings = Settings(**tomllib.loads(toml(answers)))
    settings.check_ready()
    assert settings.desk.outside == (7,), "who tapped both links is of this house"
    assert settings.operator.name == 'The "House"'
    assert settings.policy().four_eyes_threshold["JPY"] == 80_000
    assert settings.policy().real_money


def test_a_group_is_told_everything_that_it_lacks() -> None:
    [topics, admin] = group_findings({"title": "Desk"}, {"status": "member"})
    assert "Topics" in topics.do
    assert "administrator" in admin.told
    [rights] = group_findings(
        {"title": "Desk", "is_forum": True}, {"status": "administrator", "can_pin_messages": True}
    )
    assert rights.do == "give it: Manage topics"
    [well] = group_findings(
        {"title": "Desk", "is_forum": True}, {"status": "administrator", **RIGHTS}
    )
    assert well.verdict is Ended.FINE


@pytest.mark.parametrize(
    ("refusals", "told"),
    [
        ({}, ["@holdfast_bot"]),
        ({"getMe": (401, "Unauthorized")}, ["Telegram does not know it"]),
        ({"getMe": (500, "Internal Server Error")}, ["http://api: Internal Server Error"]),
        ({"getWebhookInfo": (404, "Not Found: method not found")}, ["@holdfast_bot"]),
    ],
)
async def test_the_doctor_tells_a_wrong_token_from_a_server_with_trouble(
    refusals: dict[str, tuple[int, str]], told: list[str]
) -> None:
    class Api:
        base = "http://api"

        async def call(self, method: str) -> dict[str, str]:
            if method in refusals:
                raise RefusedError(*refusals[method])
            return {"username": "holdfast_bot"} if method == "getMe" else {}

    api: Any = Api()
    assert [finding.told async for finding in bot_findings("parties", api)] == told


RIVAL = "Conflict: terminated by other getUpdates request; make sure that only one bot runs"
HOOKED = "Conflict: can't use getUpdates method while webhook is active"


@pytest.mark.parametrize(
    ("answers", "ours", "verdict", "told"),
    [
        ([[]], None, "fine", "nobody else"),
        ([[], [], RIVAL], None, "wrong", "another program"),
        ([RIVAL], None, "wrong", "another program"),
        ([HOOKED], None, "wrong", "another program"),
        ([RIVAL], Heard("parties", 3.0, ""), "fine", "heard 3 s ago"),
        ([RIVAL], Heard("parties", 3.0, "rival"), "wrong", "another program"),
        ([RIVAL], Heard("parties", 3000.0, ""), "wrong", "another program"),
        ([[]], Heard("parties", 3000.0, "rival"), "fine", "nobody else"),
    ],
)
async def test_the_doctor_finds_who_else_takes_the_updates_and_disturbs_no_program_of_ours(
    answers: list[list[object] | str], ours: Heard | None, verdict: str, told: str
) -> None:
    left = list(answers)
    asked: list[dict[str, object]] = []

    class Api:
        async def call(self, method: str, *, wait: float, **params: object) -> list[object]:
            assert (method, wait) == ("getUpdates", 1.0)
            asked.append(params)
            answer = left.pop(0) if len(left) > 1 else left[0]
            if isinstance(answer, str):
                raise RefusedError(409, answer)
            return answer

    api: Any = Api()
    found = await rival_finding("parties", api, ours)
    assert (found.check, found.verdict.value) == ("parties updates", verdict)
    assert told in found.told
    assert bool(asked) is (ours is None or ours.seconds_ago > 90)
    assert all("offset" not in params for params in asked)  # nothing is confirmed
    assert ("webhook" in found.do) is (answers == [HOOKED])


def test_the_doctor_notes_play_money_beside_real_money(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    account = '[rails.manual.accounts.EUR]\nholder = "H"\niban = "DE89370400440532013000"\n'
    real = "[rails.manual]\nenabled = true\nacknowledge_custody = true\n" + account
    money = '[operator]\ncurrencies = ["EUR"]\n'
    for play, noted in (("", False), ("[rails.play]\nenabled = true\n", True)):
        (here / "config.toml").write_text(money + real + play)
        main(["doctor", "--json"])
        told = json.loads(capsys.readouterr().out)
        found = [f for f in told["findings"] if "beside real money" in f["told"]]
        assert bool(found) is noted
        assert all(f["verdict"] == "note" and f["do"] for f in found)


_LACKS = [
    ("arbiters = [3]\ntreasurers = [4]", "499.99 EUR", "a second arbiter"),
    ("arbiters = [3, 4]\ntreasurers = [5]", "499.99 EUR", "a second treasurer"),
    ("arbiters = [3, 4]\ntreasurers = [3, 4]", "499.99 EUR", "a third person"),
    ("arbiters = [3, 4]\ntreasurers = [5, 6]", "from 500.00 EUR on; any deal", ""),
    ("arbiters = [3]\noutside = [4]\ntreasurers = [5, 6]", "from 500.00 EUR on; any deal", ""),
]


@pytest.mark.parametrize(("staff", "told", "do"), _LACKS)
def test_the_doctor_says_the_largest_deal_that_the_desk_can_carry_and_what_it_lacks_for_more(
    here: Path, capsys: pytest.CaptureFixture[str], staff: str, told: str, do: str
) -> None:
    account = '[rails.manual.accounts.EUR]\nholder = "H"\niban = "DE89370400440532013000"\n'
    real = "[rails.manual]\nenabled = true\nacknowledge_custody = true\n" + account
    money = '[operator]\ncurrencies = ["EUR"]\n'
    (here / "config.toml").write_text(f"{money}[desk]\n{staff}\n{real}")
    main(["doctor", "--json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    [found] = [each for each in findings if each["check"] == "four eyes"]
    assert told in found["told"]
    assert (found["verdict"], do in found["do"]) == ("note" if do else "fine", True)


@pytest.mark.parametrize(
    ("limits", "verdict", "told"),
    [
        ("", "fine", "no limit of what is held at once"),
        ('newcomer_limits = { EUR = "700" }', "note", "at most 700.00 EUR held at once, until 3"),
        ('newcomer_limits = { EUR = "700", USD = "800" }', "fine", "700.00 EUR, 800.00 USD held"),
    ],
)
def test_the_doctor_says_what_is_held_at_once_for_who_is_new(
    here: Path, capsys: pytest.CaptureFixture[str], limits: str, verdict: str, told: str
) -> None:
    (here / "config.toml").write_text(f"[operator]\n{limits}\n")
    main(["doctor", "--json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    [found] = [each for each in findings if each["check"] == "new clients"]
    assert (found["verdict"], told in found["told"]) == (verdict, True)


def test_the_doctor_says_what_others_on_the_machine_can_read(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["db", "upgrade"])
    (here / "vault").mkdir(mode=0o755, exist_ok=True)
    (here / "vault").chmod(0o755)
    (here / "holdfast.db").chmod(0o644)
    for rights in (None, (0o700, 0o600)):
        if rights is not None:
            (here / "vault").chmod(rights[0])
            (here / "holdfast.db").chmod(rights[1])
        capsys.readouterr()
        main(["doctor", "--json"])
        findings = json.loads(capsys.readouterr().out)["findings"]
        told = [f["do"] for f in findings if f["check"] == "privacy"]
        assert told == (["chmod 700 vault", "chmod 600 holdfast.db"] if rights is None else [])


def test_the_doctor_names_a_language_that_there_is_not(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "config.toml").write_text('[operator]\ndefault_locale = "xx"\n')
    assert main(["doctor"]) == 2
    assert "operator.default_locale: write one of en, fa" in capsys.readouterr().err


def test_the_doctor_says_what_is_missing_as_json(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del here
    assert main(["doctor", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["well"] is False
    wrong = {f["check"] for f in told["findings"] if f["verdict"] == "wrong"}
    assert {"parties.token", "desk.token", "desk.chat_id", "desk.arbiters"} <= wrong


def test_init_asks_nothing_where_it_cannot_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", "--config", str(tmp_path / "nowhere" / "config.toml")]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "nothing can be written there" in said.err


def test_init_asks_nobody_where_nobody_sits(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "init", "--config", str(tmp_path / "c.toml")],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.returncode == 2
    assert "nobody can be asked" in done.stderr
    assert not (tmp_path / "c.toml").exists()
