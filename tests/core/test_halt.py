"""Clocks that stood still go on with what was left of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.deal.milestone import Milestone, State, Step
from core.values.money import Money
from core.values.window import Window

BEGAN = datetime(2026, 5, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
LEAST = 2 * DAY


def working(left: timedelta) -> Milestone:
    """Work of which so much time is left at BEGAN."""
    planned = Milestone.planned(1, Money(100, "EUR"))
    window = Window(BEGAN - 5 * DAY, BEGAN + left)
    return replace(planned, state=State.IN_PROGRESS, window=window, due_at=BEGAN + left)


def back(m: Milestone, now: datetime) -> Milestone:
    """The milestone after it was halted at BEGAN, set to work as it was, and went on at `now`."""
    halted = replace(m.halted(Step.DISPUTE, BEGAN), state=State.REVISING)
    assert halted.window is None
    return halted.gone_on(Step.MORE_TIME, now, LEAST)


@pytest.mark.parametrize(
    ("left", "then"),
    [
        (4 * DAY, 4 * DAY),
        (LEAST, LEAST),
        (timedelta(seconds=1), LEAST),
        (timedelta(0), timedelta(0)),
        (-DAY, -DAY),
    ],
)
def test_what_was_left_is_left_and_never_too_little_to_act(
    left: timedelta, then: timedelta
) -> None:
    later = BEGAN + 9 * DAY
    m = back(working(left), later)
    assert m.due_at == later + then
    assert m.window is not None
    assert m.window.ends_at == later + then
    assert m.halt is None


def test_what_has_no_clock_gets_none() -> None:
    m = back(replace(working(DAY), window=None, due_at=None), BEGAN + DAY)
    assert (m.window, m.due_at) == (None, None)
