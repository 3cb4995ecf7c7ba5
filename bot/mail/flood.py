"""How much of one person comes in at all: what is over is dropped before anything is spent on it.

It is far more than anybody types, forwards or presses: below it the bots' own limits tell people
kindly. What is dropped here was told there.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from typing import Final

import structlog

MINUTE: Final = 60
DAY: Final = 24 * 3600
A_MINUTE: Final = 600
A_DAY: Final = 10_000

_log = structlog.get_logger(__name__)


class _Window:
    """How often each came in this minute, or this day; forgotten with it."""

    def __init__(self, most: int, seconds: int) -> None:
        self._most = most
        self._seconds = seconds
        self._number = 0
        self._came: Counter[int] = Counter()

    def count(self, lane: int, now: float) -> int:
        """How many are over with this one; 0 as long as none is."""
        number = int(now // self._seconds)
        if number != self._number:
            self._number, self._came = number, Counter()
        self._came[lane] += 1
        return max(self._came[lane] - self._most, 0)


class Flood:
    """At most so many updates of one lane in a minute, and in a day."""

    def __init__(
        self,
        a_minute: int = A_MINUTE,
        a_day: int = A_DAY,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`clock` counts seconds."""
        self._minute = _Window(a_minute, MINUTE)
        self._day = _Window(a_day, DAY)
        self._clock = clock
        self.dropped = 0
        """Since the program began."""

    def lets_in(self, lane: int) -> bool:
        """Count one more of this lane."""
        now = self._clock()
        over = self._minute.count(lane, now) or self._day.count(lane, now)
        if not over:
            return True
        self.dropped += 1
        if over == 1:
            _log.warning("a flood of updates is dropped", person=lane)
        return False
