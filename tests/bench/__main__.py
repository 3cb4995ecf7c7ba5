"""`python -m tests.bench [execute scale …]`: measure, and print one table.

Without names it measures everything. PostgreSQL is measured where HOLDFAST_TEST_POSTGRES names a
server; what is left out is said below the table.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from platform import python_version
from typing import Final

from tests.bench import deliver, execute, press, scale, start, statements
from tests.bench.databases import SERVER, Databases
from tests.bench.measure import Row, table

PARTS: Final[dict[str, Callable[[Databases], list[Row]]]] = {
    "execute": execute.rows,
    "scale": scale.rows,
    "press": press.rows,
    "statements": statements.rows,
    "start": start.rows,
    "deliver": deliver.rows,
}


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(prog="tests.bench", description="Measure Holdfast.")
    parser.add_argument("parts", nargs="*", metavar="part", help=f"of {', '.join(PARTS)}")
    asked = parser.parse_args().parts or list(PARTS)
    if unknown := set(asked) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    found: list[Row] = []
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="holdfast-bench-")))
        databases = Databases(folder, stack)
        for name in asked:
            say(f"measuring {name} …")
            found += PARTS[name](databases)
        server = databases.server
    sys.stdout.write(f"{table(found)}\n\n{machine()}\n")
    if server is None:
        sys.stdout.write(f"PostgreSQL was left out: {SERVER} names no server.\n")


def say(line: str) -> None:
    """Progress, apart from the table."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def machine() -> str:
    """What it was measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    return (
        f"Python {python_version()}, {os.cpu_count()} cores, {memory:.0f} GiB; "
        f"load {load:.1f} at the end, the benchmark's own included."
    )


if __name__ == "__main__":
    main()
