"""What every benchmark is given, and the table of ratios at the end.

PostgreSQL is measured where HOLDFAST_TEST_POSTGRES names a server; what is left out is said.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from platform import python_version
from typing import Final

import pytest

from tests.bench.databases import KINDS, Databases, at_hand
from tests.bench.measure import Row, table

_ROWS: Final = pytest.StashKey[list[Row]]()


def pytest_configure(config: pytest.Config) -> None:
    """An empty table."""
    config.stash[_ROWS] = []


@pytest.fixture
def report(pytestconfig: pytest.Config) -> Callable[[Row], None]:
    """Adds a line to the table."""
    return pytestconfig.stash[_ROWS].append


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """Fresh ones, dropped at the end."""
    with ExitStack() as stack:
        folder: Path = tmp_path_factory.mktemp("bench")
        yield Databases(folder, stack)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Each kind of database at hand."""
    return at_hand(request)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """The table, and what it was measured on."""
    if rows := config.stash[_ROWS]:
        terminalreporter.section("ratios")
        terminalreporter.write_line(f"{table(rows)}\n\n{machine()}")


def machine() -> str:
    """What it was measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    return (
        f"Python {python_version()}, {os.cpu_count()} cores, {memory:.0f} GiB; "
        f"load {load:.1f} at the end, the benchmark's own included."
    )
