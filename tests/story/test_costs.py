"""A press costs no more than docs/costs.md says, counted in the program as it runs."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from tests.bench.costs import MEASURES, Costs, costs
from tests.bench.databases import Databases

TABLE = Path(__file__).parents[2] / "docs" / "costs.md"


def stated() -> dict[str, Costs]:
    """The rows of the table, in the order of `MEASURES`."""
    cells = [
        [cell.strip() for cell in line.split("|")[1:-1]] for line in TABLE.read_text().splitlines()
    ]
    return {
        row[0]: Costs(*map(int, row[1:]))
        for row in cells
        if len(row) == len(MEASURES) + 1 and row[1].isdecimal()
    }


def test_a_press_costs_no_more_than_is_stated(tmp_path: Path) -> None:
    with ExitStack() as stack:
        found = costs(Databases(tmp_path, stack))
    most = stated()
    assert found.keys() == most.keys()
    dearer = {
        kind: (cost, most[kind]) for kind, cost in found.items() if not cost.within(most[kind])
    }
    assert dearer == {}, found
