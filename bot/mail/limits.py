"""How much one person may send: short windows, in memory, since nothing is lost with them."""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

MINUTE: Final = 60.0
MOST_REMEMBERED: Final = 10_000


class Verdict(Enum):
    """Whether an update is handled."""

    FINE = "fine"
    TOO_MANY = "too-many"
    """The first one over the limit: the person is told."""
    STILL_TOO_MANY = "still-too-many"
    """They were told."""


@dataclass(slots=True)
class _Person:
    times: deque[float] = field(default_factory=deque)
    told: bool = False
    last: tuple[object, Verdict] | None = None


class Limit:
    """At most `most` in `seconds` by each person."""

    def __init__(
        self, most: int, seconds: float = MINUTE, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Keep the figures; `clock` counts seconds."""
        self._most = most
        self._seconds = seconds
        self._clock = clock
        self._people: dict[int, _Person] = {}
        self._sweep_at = 0.0

    @property
    def seconds(self) -> int:
        """How long a window is."""
        return math.ceil(self._seconds)

    def free_in(self, person: int) -> int:
        """Seconds until one more of this person's fits, in whole minutes where it is longer."""
        known = self._people.get(person)
        if known is None or len(known.times) < self._most:
            return 0
        left = math.ceil(known.times[0] + self._seconds - self._clock())
        return left if left < MINUTE else math.ceil(left / MINUTE) * int(MINUTE)

    def ask(self, person: int, what: object = None) -> Verdict:
        """Count one more by this person; `what` is counted once, however often it is tried."""
        known = self._people.setdefault(person, _Person())
        if what is not None and known.last is not None and known.last[0] == what:
            return known.last[1]
        verdict = self._count(known)
        known.last = what, verdict
        return verdict

    def _count(self, known: _Person) -> Verdict:
        now = self._clock()
        while known.times and known.times[0] <= now - self._seconds:
            known.times.popleft()
        if len(known.times) >= self._most:
            told, known.told = known.told, True
            return Verdict.STILL_TOO_MANY if told else Verdict.TOO_MANY
        known.told = False
        known.times.append(now)
        self._forget_the_quiet(now)
        return Verdict.FINE

    def _forget_the_quiet(self, now: float) -> None:
        if len(self._people) > MOST_REMEMBERED and now >= self._sweep_at:
            self._sweep_at = now + self._seconds
            self._people = {
                person: known
                for person, known in self._people.items()
                if known.times and known.times[-1] > now - self._seconds
            }


class Once:
    """What was told lately: one album is answered once, however many parts of it come."""

    def __init__(self, most: int = MOST_REMEMBERED) -> None:
        """Keep so many keys; the oldest go first."""
        self._most = most
        self._told: dict[object, None] = {}

    def __contains__(self, key: object) -> bool:
        """Whether it was told."""
        return key in self._told

    def add(self, key: object) -> None:
        """It is told now."""
        self._told[key] = None
        while len(self._told) > self._most:
            del self._told[next(iter(self._told))]
