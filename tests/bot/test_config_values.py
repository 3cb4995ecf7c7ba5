"""Whatever is written under any key is understood, or refused in one line that names the key."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from bot.config import ConfigError, Settings, load
from bot.config.languages import languages

HOSTILE: dict[str, Any] = {
    "huge": 99999999999,
    "beyond": 10**30,
    "minus": -1,
    "fraction": 1.5,
    "true": True,
    "empty": "",
    "blank": " ",
    "two lines": "a\nb",
    "control": "a\u0007b",
    "invisible": "\u200b\u3164",
    "long": "x" * 10_000,
    "long time": "999999999999d",
    "list": [],
    "list of lists": [[1]],
    "table": {},
    "unknown table": {"x": {"y": 1}},
}
THERE = ", ".join(languages())


def keys(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, field in model.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from keys(kind, (*path, name))
        else:
            yield (*path, name)


EVERY = [".".join(path) for path in keys(Settings)]


def toml(key: str, value: object) -> str:
    written = json.dumps(value)
    if isinstance(value, dict):
        inside = ", ".join(f"{name} = {{ y = 1 }}" for name in value)
        written = f"{{ {inside} }}"
    return f"{key} = {written}\n"


def use(settings: Settings) -> None:
    """What running reads of them."""
    settings.policy()
    settings.staff()
    with suppress(ConfigError):  # what is missing yet
        settings.check_ready()


def judge(error: ConfigError, key: str) -> None:
    section = key.partition(".")[0]
    for line in str(error).splitlines():
        # A check of two keys may name the other one; of a list in the environment, its variable.
        assert line.removeprefix("HOLDFAST_").casefold().startswith(section), line
        assert "class" not in line
        assert "pydantic" not in line
        assert "validat" not in line
        assert len(line) < 300


@pytest.mark.parametrize("key", EVERY)
def test_whatever_stands_under_a_key_is_used_or_refused_by_its_name(
    key: str, tmp_path: Path
) -> None:
    path = tmp_path / "config.toml"
    for what, value in HOSTILE.items():
        path.write_text(toml(key, value))
        try:
            settings = load(path)
        except ConfigError as error:
            judge(error, key)
        else:
            flag = key.endswith(("enabled", "acknowledge_custody", "health", "metrics"))
            assert what != "true" or flag, f"{key} takes true"
            use(settings)


@pytest.mark.parametrize("key", EVERY)
def test_the_same_from_the_environment(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "HOLDFAST_" + key.upper().replace(".", "__")
    for what in ("huge", "true", "two lines", "list", "unknown table"):
        value = HOSTILE[what]
        monkeypatch.setenv(name, value if isinstance(value, str) else json.dumps(value))
        try:
            settings = load()
        except ConfigError as error:
            judge(error, key)
        else:
            use(settings)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[operator]\nname = ''", "operator.name: it may not be empty"),
        ("[operator]\nname = '  '", "operator.name: it may not be empty"),
        ("[operator]\ndefault_locale = 'xx'", f"operator.default_locale: write one of {THERE}"),
        ("[rules]\nconflict_months = 99999999999", "rules.conflict_months: write at most 1200"),
        ("[rules]\nrevision_rounds = true", "rules.revision_rounds: write a number"),
        ("[vault]\npath = 5", "vault.path: write the name of a file or folder in quotes"),
        (
            "[rules]\nreview_window = '71h'",
            "rules.review_window: it is shorter than min_review; raise it, or lower min_review",
        ),
    ],
)  # fmt: skip
def test_what_was_once_accepted_or_told_badly(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(text)
    with pytest.raises(ConfigError) as refused:
        load(tmp_path / "config.toml")
    assert str(refused.value) == said


def test_a_short_review_is_fine_where_the_least_one_is_as_short(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[rules]\nreview_window = '60s'\nmin_review = '30s'")
    load(tmp_path / "config.toml")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("HOLDFAST_DATABASE_URL", "HOLDFAST_DATABASE__URL"),
        ("HOLDFAST_PARTIES_TOKEN_FILE", "HOLDFAST_PARTIES__TOKEN_FILE"),
        ("holdfast_desk_chat_id", "HOLDFAST_DESK__CHAT_ID"),
    ],
)
def test_one_underscore_is_not_passed_over(
    name: str, meant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "x")
    with pytest.raises(ConfigError, match=meant):
        load()


@pytest.mark.parametrize("name", ["HOLDFAST_URL", "HOLDFAST_", "HOLDFAST_DATABSE__URL"])
def test_a_name_of_ours_that_means_nothing_is_not_passed_over(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "x")
    with pytest.raises(ConfigError, match=name):
        load()
