"""The rules' clock only goes forward, whatever the machine's does."""

from datetime import UTC, datetime, timedelta

from bot.running.clock import PlayClock, RealClock

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Wall:
    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        return self.at


def test_a_corrected_machine_clock_does_not_turn_time_back() -> None:
    wall = Wall()
    clock = RealClock(wall)
    wall.at = NOON + HOUR
    assert clock.now() == NOON + HOUR
    wall.at = NOON
    assert clock.now() == NOON + HOUR
    wall.at = NOON + 2 * HOUR
    assert clock.now() == NOON + 2 * HOUR


def test_a_moved_clock_runs_on_from_there() -> None:
    wall = Wall()
    clock = PlayClock(wall=wall)
    clock.ahead = clock.lead_at(NOON + 5 * HOUR)
    assert clock.now() == NOON + 5 * HOUR
    wall.at += HOUR
    assert clock.now() == NOON + 6 * HOUR


def test_a_moved_clock_is_never_moved_back() -> None:
    clock = PlayClock(ahead=5 * HOUR, wall=Wall())
    assert clock.lead_at(NOON) == 5 * HOUR


def test_a_restarted_clock_goes_on_where_it_was() -> None:
    wall = Wall()
    first = PlayClock(wall=wall)
    first.ahead = first.lead_at(NOON + 30 * HOUR)
    before = first.now()
    assert PlayClock(first.ahead, wall).now() >= before
