"""A deal that changes its mind, through the program as people start it."""

from random import Random

import pytest

from tests.story.deals import (
    AGREEING,
    BINA,
    CARLOS,
    ENDING,
    MORE_TIME,
    PAYING,
    TO_AN_AGREED_END,
    play,
    play_with_kills,
)
from tests.story.driver import ON_SQLITE, Playground
from tests.story.test_whole_deals import balances, the_books_hold

pytestmark = [pytest.mark.story, ON_SQLITE]


def shared_as_both_agreed(house: Playground) -> None:
    house.awaits("TransferConfirmed", times=2)
    out = sorted(
        (p["amount"], p["debit"].split(":")[1])
        for item in house.happened()
        for p in item["postings"]
        if p["credit"] == "asset:play"
    )
    assert out == [("50.00 EUR", "refund"), ("70.00 EUR", "payout")]
    house.person(CARLOS).sees("you both agreed to end it", "Back to you: 50.00 EUR")
    house.person(BINA).sees("70.00 EUR")
    the_books_hold(house)
    assert balances(house) == {}


def test_more_time_and_then_an_end_on_which_both_agree(house: Playground) -> None:
    play(house, (*AGREEING, *PAYING, *MORE_TIME))
    house.person(BINA).sees("gives you 3 days more")
    house.stop()
    house.start()
    play(house, ENDING)
    shared_as_both_agreed(house)


def test_power_cuts_before_both_agree_lose_and_double_nothing(house: Playground) -> None:
    told = play_with_kills(house, TO_AN_AGREED_END, Random(5), kills=4)
    assert len(told) == 4
    events = house.events()
    assert events.count("MoneySettled") == 1
    shared_as_both_agreed(house)


def test_a_proposal_that_nobody_answers_is_a_no(house: Playground) -> None:
    play(house, (*AGREEING, *PAYING, *ENDING[:3]))
    for _ in range(12):
        if "ProposalExpired" in house.events():
            break
        house.forward()
    assert "ProposalExpired" in house.events()
    assert "MoneySettled" not in house.events()
    house.person(CARLOS).sees("has not answered in time whether")
