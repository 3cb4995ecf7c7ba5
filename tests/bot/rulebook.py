"""What is written of the rules in docs/ and README.md.

python -m tests.bot.rulebook        writes docs/rulebook*.md and the diagrams of README.md anew
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from bot.cli.diagram import NAMES, mermaid
from bot.cli.rulebook import markdown
from bot.config import Settings
from tests.kit.words import TEXTS

ROOT: Final = Path(__file__).parents[2]
README: Final = ROOT / "README.md"
DOCS: Final = {"en": ROOT / "docs" / "rulebook.md", "fa": ROOT / "docs" / "rulebook.fa.md"}
MARKS: Final = {name: "diagram" if name == "milestone" else f"diagram {name}" for name in NAMES}


def written(language: str) -> str:
    """The rules with the usual figures."""
    return markdown(TEXTS.get(language), Settings().policy())


def drawn(readme: str) -> str:
    """The README with each machine as the code has it."""
    for name, mark in MARKS.items():
        before, begins, rest = readme.partition(f"<!-- {mark} -->")
        _, ends, after = rest.partition(f"<!-- /{mark} -->")
        readme = f"{before}{begins}\n```mermaid\n{mermaid(name)}\n```\n{ends}{after}"
    return readme


if __name__ == "__main__":
    for language, path in DOCS.items():
        path.write_text(written(language), encoding="utf-8")
    README.write_text(drawn(README.read_text(encoding="utf-8")), encoding="utf-8")
