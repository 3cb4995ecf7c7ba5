"""What a press costs by count: it is the same on every machine, so a test can hold it."""

from __future__ import annotations

import json
import signal
import sqlite3
import time
from collections.abc import Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

from tests.bench.bench_press import begin, installed
from tests.bench.databases import Databases
from tests.bench.programs import PARTIES, Program, Telegram, program, telegram

Json = dict[str, Any]
PRESSES: Final = 7
"""Of each kind, one after the other: nothing that they ask can be shared."""
IDLE: Final = 6.0
"""Seconds over which what is asked without any press is counted, to be left out."""
PATIENCE: Final = 60.0
MEASURES: Final[Mapping[str, str]] = {
    "statements": "statements",
    "transactions": "transactions that write",
    "hops": "hops to another thread",
    "calls": "calls to Telegram",
}


@dataclass(frozen=True, slots=True)
class Costs:
    """Of one press, with everything that it owes delivered."""

    statements: int
    transactions: int
    hops: int
    calls: int

    def within(self, most: Costs) -> bool:
        """Whether nothing of it is more."""
        return all(getattr(self, name) <= getattr(most, name) for name in MEASURES)


def costs(databases: Databases) -> dict[str, Costs]:
    """By the kind of press: the median of a few."""
    with ExitStack() as stack:
        api = stack.enter_context(telegram())
        presses, config = installed(databases, api, deals=100)
        path = config.with_suffix(".json")
        command = ("tests.bench.counting", str(path), "run", "--config", str(config))
        ours = stack.enter_context(program(*command, log=config.with_suffix(".log")))
        begin(api, presses, deals=100)
        counting = _Counting(api, ours, path, config)
        counting.settle()
        return {kind: counting.of_a_press(made(PRESSES)) for kind, made in presses.kinds().items()}


class _Counting:
    """One program that is asked what it has asked for."""

    def __init__(self, api: Telegram, ours: Program, path: Path, config: Path) -> None:
        self._api = api
        self._ours = ours
        self._path = path
        line = next(row for row in config.read_text().splitlines() if row.startswith("url = "))
        self._file = line.partition(":///")[2].rstrip('"')
        self._idle: dict[str, float] = {}

    def settle(self) -> None:
        """Until nothing is owed, and count what is asked while nobody does anything."""
        self._ours.settle()
        begun, first = time.monotonic(), self._counted()
        time.sleep(IDLE)
        seconds, last = time.monotonic() - begun, self._counted()
        self._idle = {name: (last[name] - first[name]) / seconds for name in MEASURES}

    def of_a_press(self, updates: list[Json]) -> Costs:
        """The median, without what is asked anyway."""
        found = [self._one(update) for update in updates]
        return Costs(**{name: round(median(one[name] for one in found)) for name in MEASURES})

    def _one(self, update: Json) -> dict[str, float]:
        begun, first = time.monotonic(), self._counted()
        self._api.play(PARTIES, [update])
        until = time.monotonic() + PATIENCE
        before, last = first, self._counted()
        while self._owed() or any(last[name] > before[name] + 1 for name in MEASURES):
            assert time.monotonic() < until, "something that a press owes is never delivered"
            time.sleep(0.2)
            before, last = last, self._counted()
        seconds = time.monotonic() - begun
        return {name: last[name] - first[name] - self._idle[name] * seconds for name in MEASURES}

    def _owed(self) -> int:
        with closing(sqlite3.connect(self._file)) as connection:
            query = "SELECT count(*) FROM notices WHERE state = 'queued'"
            return int(connection.execute(query).fetchone()[0])

    def _counted(self) -> dict[str, int]:
        """What it has asked for so far."""
        self._path.unlink(missing_ok=True)
        self._ours.process.send_signal(signal.SIGUSR1)
        until = time.monotonic() + PATIENCE
        while not self._path.exists():
            assert time.monotonic() < until, "the program does not tell its counts"
            time.sleep(0.02)
        found: dict[str, int] = dict.fromkeys(MEASURES, 0) | json.loads(self._path.read_text())
        return found | {"calls": self._api.calls()}
