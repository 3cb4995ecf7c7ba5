"""Who may import whom: the contracts hold here, and each of them can fail."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "bot/parties", "bot/desk", "bot/playground", "core", "storage")
FILES = (
    "bot/wiring.py",
    "bot/cards.py",
    "bot/parties/outgoing.py",
    "bot/desk/outgoing.py",
    "core/ids.py",
    "core/escrow.py",
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
    (small_house / "bot/parties/talk.py").write_text("import aiogram.types\n")
    (small_house / "bot/desk/talk.py").write_text("import telegram.ext, bot.cards\n")
    (small_house / "bot/wiring.py").write_text(
        "import aiogram, telegram, storage.engine, bot.parties.outgoing, bot.desk.outgoing\n"
    )
    (small_house / "storage/engine.py").write_text("import core.ids\n")
    found = lint(small_house)
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize(
    ("file", "imported", "contract"),
    [
        ("core/ids.py", "bot", "bot -> storage -> core, never back"),
        ("storage/engine.py", "bot.cards", "bot -> storage -> core, never back"),
        ("core/ids.py", "core.escrow", "core is a ladder"),
        ("core/news.py", "json", "core is a ladder"),
        ("core/ids.py", "sqlalchemy", "core imports the standard library alone"),
        ("bot/parties/talk.py", "bot.desk", "the two bots never import one another"),
        ("bot/desk/talk.py", "bot.parties", "the two bots never import one another"),
        ("bot/playground/world.py", "bot.parties", "the playground is Telegram, not us"),
        ("bot/playground/world.py", "core.ids", "the playground knows nothing of the domain"),
        ("bot/playground/world.py", "storage", "the playground knows nothing of the domain"),
        ("bot/desk/talk.py", "aiogram", "aiogram only in bot.parties and the wiring"),
        ("bot/cards.py", "aiogram.types", "aiogram only in bot.parties and the wiring"),
        ("bot/parties/talk.py", "telegram", "python-telegram-bot only in bot.desk"),
        ("bot/cards.py", "storage.engine", "only the wiring imports storage"),
        ("bot/cards.py", "bot.parties.outgoing", "only the wiring and its own package import"),
        ("bot/cards.py", "bot.desk.outgoing", "only the wiring and its own package import"),
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
