"""(i) A file of 10,000 lines against 100,000 references: read, and matched.

What it is measured by is what any program has to do at the least: find the words of each line, and
look each of them up among the references.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from pytest_benchmark.fixture import BenchmarkFixture

from bot.statements import BankStatement, read
from core.deal.model import Deal
from core.paying import Candidates, Matcher, named_in
from core.values.ids import DealId, deal_id
from tests.bench.measure import DOWN, Report, judged, take_turns
from tests.kit import banks
from tests.kit.banks import Day, Paid
from tests.kit.scene import Scene

LINES: Final = 10_000
REFERENCES: Final = 100_000
ROUNDS: Final = 3
MOST_TIMES: Final = 100
"""As long as to find its words and look each up: a line is searched at every letter."""
MOST: Final = 30
"""Seconds that a treasurer waits at the most, for all of it."""
_WORD: Final = re.compile(r"[0-9A-Z]{8}")


def _deals() -> dict[DealId, Deal]:
    """Of the lines that name one."""
    scene = Scene()
    scene.agreed("300.00 EUR")
    found = {}
    for number in range(LINES):
        own = deal_id(number * 7_919_017 % (1 << 40))
        found[own] = replace(scene.deal, id=own)
    return found


def bench_bank(benchmark: BenchmarkFixture, report: Report) -> None:
    """Matching against looking up words; and all of it against the clock."""
    deals = _deals()
    more = (deal_id((number * 104_729_017 + 11) % (1 << 40)) for number in range(REFERENCES))
    codes = frozenset([*map(str, deals), *map(str, more)][:REFERENCES])
    lines = [
        Paid(minor=30_000, text=f"Invoice {n} for the logo, thanks {own}-1", reference=f"B{n}")
        for n, own in enumerate(deals)
    ]
    content = banks.camt(Day(lines=lines))
    [statement] = read(content)

    def ours(_number: int) -> int:
        named = named_in(statement.lines, codes)
        matcher = Matcher(Candidates(codes, {one: deals[one] for one in named}))
        assert all(one.sure for one in matcher.all(statement.lines))
        return LINES

    def reading(_number: int) -> int:
        return len(read(content)[0].lines)

    mine, others = take_turns(
        benchmark,
        ours,
        {"words": lambda _n: _plain(statement, codes), "file": reading},
        ROUNDS,
    )
    words, file = others["words"], others["file"]
    ratio = 1 / mine.times_as_fast_as(words)
    said = f"{mine.seconds * 1e6:.0f} µs a line"
    report(judged("a bank's line, matched", said, "its words alone", ratio, f"{DOWN} {MOST_TIMES}"))
    whole = (mine.seconds + file.seconds) * LINES
    report(
        judged(
            f"{LINES} lines of CAMT, read and matched",
            f"{whole:.1f} s",
            "what a treasurer waits for",
            whole,
            f"{DOWN} {MOST}",
        )
    )


def _plain(statement: BankStatement, codes: frozenset[str]) -> int:
    found = 0
    for line in statement.lines:
        found += any(word in codes for word in _WORD.findall(line.text.upper()))
    assert found == LINES
    return LINES
