"""What core asks the database for is tried on every kind of store, the fake included."""

from __future__ import annotations

import ast

import pytest

from core.ports import Known, Store, UnitOfWork
from tests.house.rooms import ROOT


def methods(port: type) -> set[str]:
    return {name for name in vars(port) if not name.startswith("_")}


def tried() -> set[str]:
    """What is called in tests that are given a store of every kind."""
    found = set()
    for path in (ROOT / "tests" / "storage").glob("test_*.py"):
        for function in ast.walk(ast.parse(path.read_text())):
            if isinstance(function, ast.AsyncFunctionDef) and any(
                arg.arg == "look" for arg in function.args.args
            ):
                calls = (node for node in ast.walk(function) if isinstance(node, ast.Call))
                found |= {c.func.attr for c in calls if isinstance(c.func, ast.Attribute)}
    return found


@pytest.mark.parametrize("port", [Known, UnitOfWork, Store])
def test_each_method_of_a_port_is_in_the_contract_suite(port: type) -> None:
    assert methods(port) - tried() == set()
