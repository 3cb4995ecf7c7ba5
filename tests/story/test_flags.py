"""A deal that the desk stops and lets go on, through the program as people start it."""

import pytest

from tests.story.deals import (
    AGREEING,
    APPROVING,
    ARAM,
    BINA,
    CARLOS,
    NOOR,
    PAYING,
    SUBMITTING,
    play,
)
from tests.story.driver import GROUP, ON_SQLITE, Playground
from tests.story.test_whole_deals import balances, the_books_hold

pytestmark = [pytest.mark.story, ON_SQLITE]


def test_a_deal_is_stopped_stands_still_over_a_restart_and_goes_on(house: Playground) -> None:
    play(house, (*AGREEING, *PAYING, *SUBMITTING))
    carlos, aram, noor = house.person(CARLOS), house.person(ARAM, GROUP), house.person(NOOR, GROUP)
    carlos.sees("[Approve and release]")
    deal = str(next(item["deal"] for item in house.happened() if item["deal"]))
    aram.says(f"/freeze {deal}").sees("[Fraud]")
    aram.presses("Fraud").sees("what is the reason?")
    aram.says("The card was reported stolen.").sees("[Stop this deal]")
    aram.presses("Stop this deal").sees("[Ask to lift]")
    for person in (BINA, CARLOS):
        phone = house.person(person).sees("This deal stands still", "Our team looks into it by")
        assert "stolen" not in phone.screen
        assert not phone.can("Approve and release")
    house.stop()
    house.start()
    for _ in range(3):
        house.forward()
    assert "DeskAlarmed" in house.events()
    assert "MoneySettled" not in house.events()
    assert "DisputeOpened" not in house.events()
    aram.presses("Ask to lift").sees("why may this flag be lifted?")
    aram.says("The bank says that it was the client.").sees("[Lift]")
    noor.presses("Lift").sees("[Yes, lift it]")
    house.kill()
    house.start()
    noor.presses("Yes, lift it")
    house.awaits("FlagLifted")
    carlos.sees("This deal goes on", "[Approve and release]")
    play(house, APPROVING)
    house.awaits("TransferConfirmed")
    the_books_hold(house)
    assert balances(house) == {}
