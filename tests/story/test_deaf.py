"""While a bot's updates are taken by another program, no clock ends anybody's time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.story.deals import AGREEING, BINA, CARLOS, PAYING, SUBMITTING, Step, play, presses
from tests.story.driver import Playground, wait_for

pytestmark = pytest.mark.story

DAY = 86400.0
BEFORE_THE_END = timedelta(seconds=40)
FROM_NOW_ON = 1_000_000


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Playground]:
    rules = {"HOLDFAST_RULES__OUTAGE": "1s", "HOLDFAST_RULES__ON_SILENCE": "release"}
    with Playground(tmp_path / "play", environment=rules) as opened:
        yield opened


def polling(house: Playground, times: int) -> None:
    """From the next question on so many are answered with a 409; 0 ends it."""
    house.ask("settings", {"fail": {"method": "getUpdates", "status": 409, "times": times}})
    if times:
        # The question that is open ends with this; what comes after it is heard by nobody.
        for person in (BINA, CARLOS):
            house.person(person).says("/deals")


def until_over(house: Playground) -> None:
    """Nobody moves the clock: the window ends while nobody is heard."""

    def now() -> datetime:
        return datetime.fromisoformat(house.ask("state")["now"])

    over = now() + BEFORE_THE_END
    wait_for("the end of the window", lambda: now() > over or None, seconds=90)


def test_changes_asked_for_in_time_and_heard_too_late_win_over_the_release(
    house: Playground,
) -> None:
    play(house, (*AGREEING, *PAYING, *SUBMITTING))
    house.awaits("WindowServed")
    house.forward(7 * DAY - BEFORE_THE_END.total_seconds())
    polling(house, FROM_NOW_ON)
    house.person(CARLOS).presses("Request changes")
    until_over(house)
    assert house.person(CARLOS).can("Request changes")
    assert "MoneySettled" not in house.events()
    polling(house, 0)
    house.awaits("ClocksExtended")
    house.person(CARLOS).sees("What should change in “Logo”?")
    assert "MoneySettled" not in house.events()


def test_an_objection_in_time_and_heard_too_late_wins_over_the_refund(house: Playground) -> None:
    play(house, (*AGREEING, *PAYING))
    for _ in range(9):
        house.forward(DAY)
    late = (
        Step(presses(CARLOS, "More…"), CARLOS, "[Cancel as late]"),
        Step(presses(CARLOS, "Cancel as late"), CARLOS, "[Yes, "),
        Step(presses(CARLOS, "Yes, "), event="LateCancelOpened"),
    )
    play(house, late)
    house.awaits("WindowServed")
    house.forward(2 * DAY - BEFORE_THE_END.total_seconds())
    polling(house, FROM_NOW_ON)
    house.person(BINA).presses("Object")
    until_over(house)
    assert "MoneySettled" not in house.events()
    polling(house, 0)
    house.awaits("ClocksExtended")
    house.person(BINA).sees("Why should “Logo” not be cancelled?")
    assert "MoneySettled" not in house.events()
