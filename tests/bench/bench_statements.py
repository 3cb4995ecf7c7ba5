"""(e) Statements and transactions of a press, inbox and notices included."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from tests.bench.bench_press import DEALS, installed
from tests.bench.bulk import client_of
from tests.bench.databases import Databases
from tests.bench.measure import Report, Row
from tests.bench.programs import PARTIES, Program, Telegram, program, telegram, words

Json = dict[str, Any]
PRESSES: Final = 30
"""Of each kind, one after the other: nothing that they ask can be shared."""
APART: Final = 0.4
"""Seconds in which a press and its notices are done."""
IDLE: Final = 10.0
"""Seconds over which what is asked without any press is counted, to be left out."""
MOST: Final = 24
PATIENCE: Final = 60.0
KINDS: Final = ("statements", "transactions", "domain")


def bench_statements(databases: Databases, report: Report) -> None:
    """A line a kind of press."""
    with ExitStack() as stack:
        api = stack.enter_context(telegram())
        presses, config = installed(databases, api)
        path = config.with_suffix(".json")
        command = ("tests.bench.counting", str(path), "run", "--config", str(config))
        ours = stack.enter_context(program(*command, log=config.with_suffix(".log")))
        api.play(PARTIES, [words(next(presses.numbers), client_of(DEALS), "/start")])
        ours.settle()
        idle = _a_second(ours, path)
        for kind, made in presses.kinds().items():
            report(_row(kind, _of_a_press(api, ours, path, idle, made)))


def _a_second(ours: Program, path: Path) -> dict[str, float]:
    """What is asked while nobody does anything."""
    begun, first = time.monotonic(), counted(ours, path)
    time.sleep(IDLE)
    last = counted(ours, path)
    return {kind: (last[kind] - first[kind]) / (time.monotonic() - begun) for kind in KINDS}


def _of_a_press(
    api: Telegram,
    ours: Program,
    path: Path,
    idle: dict[str, float],
    made: Callable[[int], list[Json]],
) -> dict[str, float]:
    begun, first = time.monotonic(), counted(ours, path)
    for update in made(PRESSES):
        api.play(PARTIES, [update])
        time.sleep(APART)
    last, seconds = counted(ours, path), time.monotonic() - begun
    return {kind: (last[kind] - first[kind] - idle[kind] * seconds) / PRESSES for kind in KINDS}


def _row(kind: str, a_press: dict[str, float]) -> Row:
    statements = a_press["statements"]
    return Row(
        f"statements of a press, inbox and notices included: {kind}",
        f"{statements:.0f}, in {a_press['transactions']:.0f} transactions that write, "
        f"{a_press['domain']:.0f} on the deal",
        goal=f"≤ {MOST}",
        met=statements <= MOST,
    )


def counted(ours: Program, path: Path) -> Json:
    """What it has asked of its database so far."""
    path.unlink(missing_ok=True)
    ours.process.send_signal(signal.SIGUSR1)
    until = time.monotonic() + PATIENCE
    while not path.exists():
        assert time.monotonic() < until, "the program does not tell its counts"
        time.sleep(0.05)
    found: Json = dict.fromkeys(KINDS, 0) | json.loads(path.read_text())
    return found
