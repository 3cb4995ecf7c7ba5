"""(d) From the start to the first answer, and memory at rest, against both libraries bare.

A `/start` waits at Telegram. The database is there already; the bytecode too.
"""

from __future__ import annotations

import time
from contextlib import ExitStack
from itertools import count
from statistics import median
from typing import Final

from tests.bench.databases import Databases
from tests.bench.measure import Report, Row, judged
from tests.bench.programs import DESK, PARTIES, program, telegram, words, write_config

ROUNDS: Final = 3
BARE_PARTIES: Final = "7005:AAH-bench-bare"
REST: Final = 2.0
"""Seconds of quiet before memory is read."""


def bench_start(databases: Databases, report: Report) -> None:
    """Both programs, started in turns."""
    with ExitStack() as stack:
        api = stack.enter_context(telegram())
        config = write_config(databases.folder(), api.url, databases.new("sqlite"))
        sides = {
            PARTIES: ("bot", "run", "--config", str(config)),
            BARE_PARTIES: ("tests.bench.bare", "both", api.url, BARE_PARTIES, DESK),
        }
        found: dict[str, list[tuple[float, float]]] = {token: [] for token in sides}
        numbers = count(1)
        for turn in range(-1, ROUNDS):
            for token, command in sides.items():
                begun = time.monotonic()
                with program(*command, log=config.with_suffix(".log")) as started:
                    api.play(token, [words(next(numbers), 5_000_000_001, "/start")])
                    seconds = time.monotonic() - begun
                    started.settle()
                    time.sleep(REST)
                    if turn >= 0:
                        found[token].append((seconds, started.memory))
    ours, bare = found.values()
    report(_row("start to the first answer", ours, bare, 0, "s"))
    report(_row("memory at rest", ours, bare, 1, "MB"))


def _row(
    what: str,
    ours: list[tuple[float, float]],
    bare: list[tuple[float, float]],
    place: int,
    unit: str,
) -> Row:
    mine, theirs = (median(one[place] for one in side) for side in (ours, bare))
    ratio = median(a[place] / b[place] for a, b in zip(ours, bare, strict=True))
    digits = 1 if unit == "s" else 0
    told = f"aiogram and python-telegram-bot, bare: {theirs:.{digits}f} {unit}"
    return judged(what, f"{mine:.{digits}f} {unit}", told, ratio, "≤ 1.3")
