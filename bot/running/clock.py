"""The time by which rules count: the world's, or the playground's, which can be moved on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def wall() -> datetime:
    """What the machine says."""
    return datetime.now(UTC)


class RealClock:
    """The world's time, without the steps back that a corrected clock would make."""

    def __init__(self, wall: Callable[[], datetime] = wall) -> None:
        """`wall` gives aware UTC instants."""
        self._wall = wall
        self._last = wall()

    def now(self) -> datetime:
        """An aware UTC instant that never runs backwards."""
        self._last = max(self._last, self._wall())
        return self._last


class PlayClock(RealClock):
    """Runs as the world's does, ahead of it by what it was moved on."""

    def __init__(
        self, ahead: timedelta = timedelta(0), wall: Callable[[], datetime] = wall
    ) -> None:
        """Go on where a clock with the same `ahead` stopped."""
        self.ahead = ahead
        super().__init__(lambda: wall() + self.ahead)

    def lead_at(self, target: datetime) -> timedelta:
        """What `ahead` has to be for the clock to show `target`; never less than it is."""
        return max(self.ahead, self.ahead + (target - self.now()))
