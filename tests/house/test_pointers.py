"""What the code and the docs point at is there: a room that moves takes its signposts along."""

from __future__ import annotations

import importlib
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.rooms import FLOORS, ROOT

DOTTED = re.compile(r"(?<![\w./-])(?:bot|core|storage)(?:\.[A-Za-z_]\w*)+(?![\w/])")
NAMED_IN = re.compile(r"`(\w+)`(?:,? \w+){0,2} in\s+`([\w/]+\.py)`|`([\w/]+\.py)`, `(\w+)`")
DOCS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def prose() -> Iterator[tuple[str, str]]:
    """Each docstring and comment of ours, and where."""
    for floor in FLOORS:
        for path in sorted((ROOT / floor).rglob("*.py")):
            source = io.StringIO(path.read_text())
            for token in tokenize.generate_tokens(source.readline):
                told = token.type == tokenize.COMMENT or (
                    token.type == tokenize.STRING and '"""' in token.string
                )
                if told:
                    yield path.relative_to(ROOT).as_posix(), token.string


def is_there(name: str) -> bool:
    """Whether a dotted name is a module, or something within one."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for rest in parts[length:]:
            if not hasattr(found, rest):
                return False
            found = getattr(found, rest)
        return True
    return False


def test_every_module_that_a_docstring_names_is_there() -> None:
    named = {(where, name) for where, said in prose() for name in DOTTED.findall(said)}
    assert len(named) > 30
    assert sorted((where, name) for where, name in named if not is_there(name)) == []


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_what_the_docs_say_stands_in_a_file_stands_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for name, file, file_too, name_too in NAMED_IN.findall(text):
        where, what = file or file_too, name or name_too
        source = (ROOT / where).read_text(encoding="utf-8")
        defined = rf"^(?:async def|def|class) {what}\b|^{what}\b\s*[:=]|StepOf\(.*\b{what}\b"
        assert re.search(defined, source, re.MULTILINE), f"{path.name}: {what} is not in {where}"
