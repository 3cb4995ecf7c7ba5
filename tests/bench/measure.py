"""Sides that take turns in one run, so that a busy machine slows all of them alike.

Only ratios carry over to another machine; each is the median of the rounds' own ratios.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from statistics import median
from typing import Final

from pytest_benchmark.fixture import BenchmarkFixture

Side = Callable[[int], int]
"""Does the work of one round, named by its number, 0 for the untimed; returns how many it did."""
Report = Callable[["Row"], None]
"""Adds a line to the table."""
UP: Final = "≥"
DOWN: Final = "≤"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    ours: str
    theirs: str = ""
    ratio: str = ""
    goal: str = ""
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class Timed:
    """Seconds per thing done, a figure a round."""

    rounds: tuple[float, ...]

    @property
    def seconds(self) -> float:
        """The median."""
        return median(self.rounds)

    @property
    def rate(self) -> float:
        """Things a second."""
        return 1 / self.seconds

    def times_as_fast_as(self, other: Timed) -> float:
        """The median of the ratios of each round: 1 is equal, 0.5 half as fast."""
        return median(b / a for a, b in zip(self.rounds, other.rounds, strict=True))


def take_turns(
    benchmark: BenchmarkFixture, ours: Side, others: Mapping[str, Side], rounds: int
) -> tuple[Timed, dict[str, Timed]]:
    """Time every side in every round, the others just before ours; one untimed round first."""
    found: dict[str, list[float]] = {name: [] for name in others}
    done: list[int] = []
    turns = count()

    def the_others() -> tuple[tuple[int], dict[str, int]]:
        turn = next(turns)
        for name, side in others.items():
            gc.collect()
            started = time.perf_counter()
            n = side(turn)
            found[name].append((time.perf_counter() - started) / n)
        gc.collect()
        return (turn,), {}

    benchmark.pedantic(
        lambda turn: done.append(ours(turn)), setup=the_others, rounds=rounds, warmup_rounds=1
    )
    assert benchmark.stats is not None
    took = benchmark.stats.stats.data
    mine = Timed(tuple(seconds / n for seconds, n in zip(took, done[1:], strict=True)))
    return mine, {name: Timed(tuple(seconds[1:])) for name, seconds in found.items()}


def judged(what: str, ours: str, theirs: str, ratio: float, goal: str) -> Row:
    """A line whose ratio has a goal, such as `≥ 0.7`."""
    sign, _, figure = goal.partition(" ")
    wanted = float(figure.split(",")[0])
    met = ratio >= wanted if sign == UP else ratio <= wanted
    return Row(what, ours, theirs, f"{ratio:.2f}", goal, met)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of them lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def table(rows: Sequence[Row]) -> str:
    """Markdown, aligned so that it reads in a terminal as well."""
    head = ("What", "Holdfast", "Compared with", "Ratio", "Goal", "")
    verdict = {True: "reached", False: "missed", None: ""}
    lines = [head] + [
        (row.what, row.ours, row.theirs, row.ratio, row.goal, verdict[row.met]) for row in rows
    ]
    widths = [max(len(line[place]) for line in lines) for place in range(len(head))]
    shown = [
        "| "
        + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        + " |"
        for line in lines
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([shown[0], rule, *shown[1:]])
