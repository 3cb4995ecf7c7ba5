"""Who may import whom: the contracts hold here, and each of them can fail."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = (
    "bot",
    "bot/cards",
    "bot/parties",
    "bot/desk",
    "bot/mail",
    "bot/playground",
    "core",
    "core/values",
    "core/deal",
    "core/drafting",
    "core/inviting",
    "core/paying",
    "core/working",
    "core/amending",
    "core/disputing",
    "core/ports",
    "core/timing",
    "storage",
)
FILES = (
    "bot/wiring.py",
    "bot/cards/menu.py",
    "bot/cards/working.py",
    "bot/parties/outgoing.py",
    "bot/desk/outgoing.py",
    "core/values/ids.py",
    "core/escrow.py",
    "core/deal/model.py",
    "core/paying/steps.py",
    "core/working/steps.py",
    "bot/mail/courier.py",
    "storage/engine.py",
)


def lint(tree: Path) -> subprocess.CompletedProcess[str]:
    program = "import sys; from importlinter.cli import lint_imports_command as lint; lint()"
    return subprocess.run(
        [sys.executable, "-c", program, "--no-cache", "--config", ROOT / "pyproject.toml"],
        cwd=tree,
        env={"PYTHONPATH": str(tree), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def small_house(tmp_path: Path) -> Path:
    for room in ROOMS:
        (tmp_path / room).mkdir(parents=True)
        (tmp_path / room / "__init__.py").touch()
    for file in FILES:
        (tmp_path / file).touch()
    return tmp_path


def test_the_contracts_hold() -> None:
    found = lint(ROOT)
    assert found.returncode == 0, found.stdout + found.stderr


def test_what_the_house_allows_breaks_nothing(small_house: Path) -> None:
    (small_house / "bot/parties/talking.py").write_text("import aiogram.types\n")
    (small_house / "bot/desk/talk.py").write_text("import telegram.ext, bot.cards\n")
    (small_house / "bot/wiring.py").write_text(
        "import aiogram, telegram, storage.engine, bot.parties.outgoing, bot.desk.outgoing\n"
    )
    (small_house / "storage/engine.py").write_text("import core.values.ids\n")
    found = lint(small_house)
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize(
    ("file", "imported", "contract"),
    [
        ("core/values/ids.py", "bot", "bot -> storage -> core, never back"),
        ("storage/engine.py", "bot.cards", "bot -> storage -> core, never back"),
        ("core/values/ids.py", "core.escrow", "core has a roof"),
        ("core/news.py", "json", "core has a roof"),
        ("core/deal/news.py", "json", "the ground of core is a ladder too"),
        ("core/paying/steps.py", "core.working", "core has a roof"),
        ("core/deal/model.py", "core.paying", "core has a roof"),
        ("core/escrow.py", "core.paying.steps", "what paying is made of is its own"),
        ("bot/news.py", "json", "what both bots stand on is below them"),
        ("bot/mail/courier.py", "bot.desk", "what both bots stand on is below them"),
        ("bot/cards/menu.py", "bot.mail.courier", "what both bots stand on is below them"),
        ("bot/cards/paying.py", "bot.cards.working", "the cards: a kit"),
        ("bot/cards/paying.py", "bot.cards.menu", "the cards: a kit"),
        ("bot/cards/new.py", "json", "the cards: a kit"),
        ("core/values/ids.py", "sqlalchemy", "core imports the standard library alone"),
        ("bot/parties/talking.py", "bot.desk", "what both bots stand on is below them"),
        ("bot/desk/talk.py", "bot.parties", "what both bots stand on is below them"),
        ("bot/playground/world.py", "bot.parties", "what both bots stand on is below them"),
        (
            "bot/playground/world.py",
            "core.values.ids",
            "the playground knows nothing of the domain",
        ),
        ("bot/playground/world.py", "storage", "the playground knows nothing of the domain"),
        ("bot/desk/talk.py", "aiogram", "aiogram only in bot.parties and the wiring"),
        ("bot/cards/menu.py", "aiogram.types", "aiogram only in bot.parties and the wiring"),
        ("bot/parties/talking.py", "telegram", "python-telegram-bot only in bot.desk"),
        ("bot/cards/menu.py", "storage.engine", "only the wiring imports storage"),
        ("bot/cards/menu.py", "bot.parties.outgoing", "only the wiring and its own package import"),
        ("bot/cards/menu.py", "bot.desk.outgoing", "only the wiring and its own package import"),
    ],
)
def test_a_forbidden_import_is_found(
    small_house: Path, file: str, imported: str, contract: str
) -> None:
    (small_house / file).write_text(f"import {imported}\n")
    found = lint(small_house)
    assert found.returncode == 1, found.stdout + found.stderr
    broken = [line for line in found.stdout.splitlines() if "BROKEN" in line]
    assert any(contract in line for line in broken), found.stdout
