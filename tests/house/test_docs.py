"""What the README lists is what there is."""

import re
import shlex
from pathlib import Path

import pytest

from bot.cli import main
from bot.cli.diagram import mermaid

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _commands() -> list[list[str]]:
    found = re.findall(r"`holdfast ([a-z][^`]*)`", README)
    return [[word for word in shlex.split(line) if word.islower()] for line in found]


@pytest.mark.parametrize("command", _commands(), ids=" ".join)
def test_every_command_of_the_readme_exists(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    assert ended.value.code == 0
    assert "usage: holdfast" in capsys.readouterr().out


def test_every_command_stands_in_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    there = set(re.findall(r"^    ([a-z]+)\b", capsys.readouterr().out, re.MULTILINE))
    # `rails` is refused by name: its command comes later.
    assert there - {command[0] for command in _commands()} == {"rails"}


def test_every_place_that_the_readme_names_is_there() -> None:
    tree = re.search(r"### Where things are\n\n```\n(.*?)```", README, re.DOTALL)
    assert tree is not None
    inside = ""
    for line in tree[1].splitlines():
        place = re.match(r"( *)(\w+/)", line)
        if place is None:
            continue
        path = inside + place[2] if place[1] else place[2]
        inside = inside if place[1] else place[2]
        assert (ROOT / path).is_dir(), path


def test_the_diagram_of_the_readme_is_the_codes() -> None:
    shown = re.search(r"<!-- diagram -->\n```mermaid\n(.*?)\n```", README, re.DOTALL)
    assert shown is not None
    assert shown[1] == mermaid("milestone")


def test_every_picture_and_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).is_file(), target
