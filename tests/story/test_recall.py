"""A payment that a bank takes back, and that is paid once more, through the program as it runs."""

import pytest

from tests.story.deals import (
    AGREEING,
    APPROVING,
    ARAM,
    BINA,
    CARLOS,
    PAYING,
    SUBMITTING,
    play,
)
from tests.story.driver import GROUP, ON_SQLITE, Playground
from tests.story.test_whole_deals import balances, the_books_hold

pytestmark = [pytest.mark.story, ON_SQLITE]


def test_what_a_bank_keeps_is_paid_once_more_and_the_deal_goes_on(house: Playground) -> None:
    play(house, (*AGREEING, *PAYING, *SUBMITTING))
    carlos, aram = house.person(CARLOS), house.person(ARAM, GROUP)
    carlos.sees("[Approve and release]")
    deal = str(next(item["deal"] for item in house.happened() if item["deal"]))
    aram.says(f"/recall {deal}").sees("Which payment did the bank take back?")
    aram.presses("1: ").sees("did the bank take back?")
    aram.presses("All: ").sees("what does the bank say of")
    aram.says("The card's owner asked for it.").sees("[Yes, it took it]")
    aram.presses("Yes, it took it").sees("[The bank keeps it]")
    house.awaits("DepositReversed")
    for person in (BINA, CARLOS):
        phone = house.person(person).sees("in question at the bank", "is with the bank")
        assert "owner asked" not in phone.screen
        assert not phone.can("Approve and release")
    the_books_hold(house)
    aram.presses("The bank keeps it").sees("how do you know")
    aram.says("Its letter says so.").sees("[Yes, that is so]")
    aram.presses("Yes, that is so").sees("The bank keeps")
    house.person(BINA).sees("You need not work on it before that")
    carlos.sees("To be paid once more", "[Pay ")
    house.kill()
    house.start()
    carlos.presses("Pay ").sees("[Yes, pay ")
    carlos.presses("Yes, pay ")
    house.awaits("HeldAgain")
    carlos.sees("[Approve and release]")
    house.person(BINA).sees("is held for", "This deal goes on")
    play(house, APPROVING)
    house.awaits("TransferConfirmed")
    the_books_hold(house)
    assert set(balances(house)) == set(), "what came in has gone out, and no bank owes us"
