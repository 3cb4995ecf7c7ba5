"""What a message says is read in one place, for both bots."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
EAR = ROOT / "bot" / "mail" / "heard.py"
APART = {"caption", "caption_entities", "forward_origin", "external_reply", "quote", "entities"}
"""Fields of a message that carry what it says. Its bare `text` is also a command, or one value."""


def read_in(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return names & APART


def test_only_one_file_reads_what_a_message_says_beside_its_bare_text() -> None:
    folders = ("parties", "desk")
    files = [f for name in folders for f in sorted((ROOT / "bot" / name).rglob("*.py"))]
    assert len(files) > 50
    assert {str(f.relative_to(ROOT)): found for f in files if (found := read_in(f))} == {}
    assert read_in(EAR) >= {"caption", "caption_entities", "entities"}
