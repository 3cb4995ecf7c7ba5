"""Rules of the house that no tool has: circles, hidden imports, names, lengths, guessed zeros.

What stands in a list here is known and is to go: nothing may be added, and what has gone is struck.
"""

from __future__ import annotations

import ast
from collections import Counter, defaultdict

from tests.house.rooms import FLOORS, ROOT, files, imported, picture, reached

LONGEST = 400
LONG = {
    "storage/migrations/versions/0001_first.py",
}
INSIDE: set[str] = {
    "bot/cli/asking.py",
    "bot/cli/books.py",
    "bot/cli/data.py",
    "bot/cli/doctor.py",
    "bot/cli/importing.py",
    "bot/cli/init.py",
    "bot/cli/judging.py",
    "bot/cli/main.py",
    "bot/cli/payouts.py",
    "bot/cli/running.py",
    "bot/cli/settings.py",
    "bot/papers/paper.py",
}
TWICE: set[str] = set()
GUESSED: dict[str, int] = {
    "bot/cards/kit/terms.py": 1,
    "bot/cli/colleagues.py": 1,
    "bot/desk/ages.py": 2,
    "bot/desk/disputing/cases.py": 1,
    "bot/desk/kit/files.py": 1,
    "bot/desk/kit/filling.py": 1,
    "bot/desk/outgoing.py": 1,
    "bot/parties/kit/quota.py": 3,
    "bot/playground/messages.py": 2,
    "core/disputing/notices.py": 1,
    "storage/edge.py": 4,
    "storage/queries/money.py": 1,
    "storage/queries/people.py": 5,
    "storage/verify/judge.py": 1,
}


def test_no_file_leads_back_to_itself() -> None:
    assert not {path for path in files() if path in reached(path)}


def test_our_own_code_is_imported_at_the_top() -> None:
    inside = {
        path
        for path, tree in files().items()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        for name in imported(node)
        if name.split(".")[0] in FLOORS
    }
    assert inside == INSIDE


def test_no_class_name_stands_twice_but_a_protocol_and_what_implements_it() -> None:
    places: defaultdict[str, list[ast.ClassDef]] = defaultdict(list)
    for tree in files().values():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(node)
    twice = {
        name
        for name, nodes in places.items()
        if sum("Protocol" not in map(ast.unparse, node.bases) for node in nodes) > 1
    }
    assert twice == TWICE


def test_no_file_is_longer_than_a_room_may_be() -> None:
    long = {path for path in files() if len((ROOT / path).read_text().splitlines()) > LONGEST}
    assert long == LONG


def test_nothing_that_may_be_missing_is_guessed_to_be_zero() -> None:
    guessed = Counter(
        path
        for path, tree in files().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or) and _zero(node.values[-1])
    )
    assert guessed == Counter(GUESSED)


def _zero(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value == 0 and node.value is not False


def test_the_readme_shows_the_house_as_it_is() -> None:
    readme = (ROOT / "README.md").read_text()
    assert f"```mermaid\n{picture()}```" in readme, "python -m tests.house.rooms prints it"
