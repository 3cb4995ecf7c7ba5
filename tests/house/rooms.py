"""The rooms of the house as the code has them: who imports whom, and a picture of it.

`python -m tests.house.rooms` prints the picture that the README shows.
"""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLOORS = ("core", "storage", "bot")
TOPICS = ("drafting", "inviting", "paying", "working", "disputing", "talking", "people")


@cache
def files() -> dict[str, ast.Module]:
    """Every module of ours, by its path."""
    found = [path for floor in FLOORS for path in sorted((ROOT / floor).rglob("*.py"))]
    return {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text()) for path in found}


def module(path: str) -> str:
    """The name by which a file is imported."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@cache
def imports() -> dict[str, set[str]]:
    """Of each file those of ours that it imports, wherever it says so."""
    known = {module(path): path for path in files()}
    found: dict[str, set[str]] = {}
    for path, tree in files().items():
        found[path] = {known[name] for name in _named(tree, known) if name in known} - {path}
    return found


def _named(tree: ast.Module, known: Mapping[str, str]) -> set[str]:
    """`from room import file` asks for the file: what the room lists is not asked for."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            of_it = {f"{node.module}.{alias.name}" for alias in node.names}
            names |= of_it if of_it <= set(known) else of_it | {node.module}
        else:
            names |= set(imported(node))
    return names


def imported(node: ast.AST) -> Iterator[str]:
    """The names that a statement imports."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def reached(start: str) -> set[str]:
    """Every file that this one leads to."""
    seen: set[str] = set()
    waiting = list(imports()[start])
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            waiting += imports()[path]
    return seen


def room(path: str) -> str:
    """The room of the picture that a file is in: a topic, the ground or the roof; a folder."""
    if path.endswith("bot/__init__.py"):
        return "bot"
    floor, _, rest = path.partition("/")
    name = rest.partition("/")[0].removesuffix(".py")
    if floor == "storage":
        return floor
    if floor == "core" and name not in (*TOPICS, "deal", "values"):
        return "core roof"
    return f"{floor} {name}"


def arrows() -> Mapping[str, set[str]]:
    """Of each room those that it stands on, without those that these lead to anyway."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path, ends in imports().items():
        if "/" in path.partition("/")[2] or path.startswith(("core/", "storage/")):
            found[room(path)] |= {room(each) for each in ends} - {room(path)}
    return {start: ends - _through(found, ends) for start, ends in sorted(found.items())}


def _through(found: Mapping[str, set[str]], starts: set[str]) -> set[str]:
    seen: set[str] = set()
    waiting = [end for start in starts for end in found.get(start, ())]
    while waiting:
        each = waiting.pop()
        if each not in seen:
            seen.add(each)
            waiting += found.get(each, ())
    return seen


def picture() -> str:
    """Mermaid, as GitHub draws it."""
    drawn = arrows()
    names = sorted({*drawn, *(end for ends in drawn.values() for end in ends)})
    lines = ["flowchart TB"]
    for floor in ("bot", "storage", "core"):
        lines.append(f"  subgraph {floor}")
        lines += [f"    {_id(name)}[{_label(name)}]" for name in names if name.split()[0] == floor]
        lines.append("  end")
    lines += [f"  {_id(a)} --> {_id(b)}" for a, ends in drawn.items() for b in sorted(ends)]
    return "\n".join(lines) + "\n"


def _id(name: str) -> str:
    return name.replace(" ", "_")


def _label(name: str) -> str:
    return name.partition(" ")[2] or "tables and queries"


if __name__ == "__main__":
    sys.stdout.write(picture())
