"""(e) What a press asks for, inbox and notices included: statements, transactions, hops, calls."""

from __future__ import annotations

from tests.bench.costs import MEASURES, Costs, costs
from tests.bench.databases import Databases
from tests.bench.measure import Report, Row

GOALS = {
    "approve": Costs(statements=20, transactions=4, hops=8, calls=5),
}


def bench_statements(databases: Databases, report: Report) -> None:
    """A line a kind of press."""
    for kind, found in costs(databases).items():
        goal = GOALS.get(kind)
        report(
            Row(
                f"a press, inbox and notices included: {kind}",
                _said(found),
                goal="" if goal is None else "≤ " + _said(goal),
                met=None if goal is None else found.within(goal),
            )
        )


def _said(found: Costs) -> str:
    return ", ".join(f"{getattr(found, name)} {said}" for name, said in MEASURES.items())
