"""Changes that are disagreed with, or are work that was not agreed, through the program itself."""

import pytest

from tests.story.deals import AGREEING, BINA, CARLOS, PAYING, SUBMITTING, Step, play, presses, says
from tests.story.driver import ON_SQLITE, Playground

pytestmark = [pytest.mark.story, ON_SQLITE]
DAY = 24 * 3600.0
ASKING = (
    Step(presses(CARLOS, "Request changes"), CARLOS, "Send one point a message"),
    Step(says(CARLOS, "A mascot too"), CARLOS, "1 point noted"),
    Step(says(CARLOS, "And a poster"), CARLOS, "2 points noted"),
    Step(presses(CARLOS, "Done"), CARLOS, "[I'd like it different]"),
    Step(presses(CARLOS, "I'd like it different"), CARLOS, "Point 2 of 2"),
    Step(presses(CARLOS, "Something extra"), CARLOS, "[3 days]"),
    Step(presses(CARLOS, "3 days"), CARLOS, "[Yes, send it]"),
    Step(presses(CARLOS, "Yes, send it"), event="ChangesRequested"),
)
DISAGREEING = (
    Step(presses(BINA, "I disagree with a point"), BINA, "[1. A mascot too]"),
    Step(presses(BINA, "1. A mascot too"), BINA, "Why do you disagree"),
    Step(says(BINA, "Nobody spoke of one."), BINA, "1 text"),
    Step(presses(BINA, "Done"), BINA, "[Yes, I disagree]"),
    Step(presses(BINA, "Yes, I disagree"), event="PointContested"),
)


def test_what_is_extra_is_asked_for_its_price_also_after_a_crash(house: Playground) -> None:
    play(house, (*AGREEING, *PAYING, *SUBMITTING, *ASKING))
    bina, carlos = house.person(BINA), house.person(CARLOS)
    house.kill()
    house.start()
    carlos.says("50 EUR").sees("how long may it take")
    carlos.says("3 days").sees("And a poster", "[Propose it]")
    carlos.presses("Propose it")
    house.awaits("AmendmentProposed")
    bina.sees("proposes to change the terms", "And a poster", "50.00 EUR")


def test_a_point_waits_three_days_for_the_client_and_then_an_arbiter_looks(
    house: Playground,
) -> None:
    play(house, (*AGREEING, *PAYING, *SUBMITTING, *ASKING, *DISAGREEING))
    bina, carlos = house.person(BINA), house.person(CARLOS)
    carlos.sees("Nobody spoke of one.", "[Drop the point]", "[Make it a change]")
    house.kill()
    house.start()
    house.forward(2 * DAY)
    assert "DisputeOpened" not in house.events()
    house.forward(DAY)
    house.awaits("DisputeOpened")
    carlos.sees("You did not answer in time for what")
    bina.sees("did not answer in time for what you disagree with")
    assert "MoneySettled" not in house.events()


def test_a_dropped_point_lets_the_client_look_again(house: Playground) -> None:
    play(house, (*AGREEING, *PAYING, *SUBMITTING, *ASKING, *DISAGREEING))
    bina, carlos = house.person(BINA), house.person(CARLOS)
    carlos.sees("[Drop the point]").presses("Drop the point").sees("[Yes, drop it]")
    house.kill()
    house.start()
    carlos.presses("Yes, drop it").sees("[Approve and release]")
    bina.sees("Nothing is left to change")
