"""How long to wait before the next try."""

from __future__ import annotations

import random
from typing import Final

FIRST_WAIT: Final = 0.5
LONGEST_WAIT: Final = 20.0


class Backoff:
    """Waits that double, with jitter, so that many do not come back at once."""

    def __init__(self, *, longest: float = LONGEST_WAIT, tries: int = 0) -> None:
        """Begin with the shortest, or where so many tries have led."""
        self._longest = longest
        self._seconds: float = min(FIRST_WAIT * 2 ** min(tries, 20), longest)

    def next(self) -> float:
        """Seconds to wait now."""
        seconds, self._seconds = self._seconds, min(self._seconds * 2, self._longest)
        return seconds * random.uniform(0.75, 1.25)  # noqa: S311 - jitter

    def reset(self) -> None:
        """It worked."""
        self._seconds = FIRST_WAIT
