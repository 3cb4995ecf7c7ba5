"""`config.example.toml` is the configuration's documentation: it has every key, and no other."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.config import Account, Settings, load

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"
TEXT = EXAMPLE.read_text(encoding="utf-8")
# Optional keys stand in it as comments: `# key = value` or `# [table]`.
UNCOMMENTED = re.sub(r"^# (?=\[|\w+ = )", "", TEXT, flags=re.MULTILINE)


def _keys(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from _keys(field.annotation, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}"


def _written(table: dict[str, object], prefix: str = "") -> Iterator[str]:
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, dict) and key in SECTIONS:
            yield from _written(value, f"{key}.")
        else:
            yield key


KEYS = set(_keys(Settings))
SECTIONS = {key[:end] for key in KEYS for end, char in enumerate(key) if char == "."}


def test_the_example_holds_every_key_and_no_other() -> None:
    assert set(_written(tomllib.loads(UNCOMMENTED))) == KEYS


def test_the_example_shows_the_defaults(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert load(EXAMPLE) == Settings()


def test_the_examples_bank_accounts_could_be_used() -> None:
    accounts = tomllib.loads(UNCOMMENTED)["rails"]["manual"]["accounts"]
    shown = [Account.model_validate(account) for account in accounts.values()]
    keys = {key for account in accounts.values() for key in account}
    assert shown
    assert keys == set(Account.model_fields)


def test_every_key_of_the_example_is_explained() -> None:
    unexplained = []
    commented = False
    for line in TEXT.splitlines():
        if re.match(r"# (?!\w+ = |\[)", line):
            commented = True
        elif not line or line.startswith("["):
            commented = False
        elif not commented:
            unexplained.append(line)
    assert unexplained == []
