"""Money that came without a claim, too late, or for nothing: through the program as it runs."""

import json

import pytest

from tests.story.deals import AGREEING, APPROVING, ARAM, BINA, CARLOS, SUBMITTING, play
from tests.story.driver import GROUP, ON_SQLITE, Playground
from tests.story.test_whole_deals import balances, the_books_hold

pytestmark = [pytest.mark.story, ON_SQLITE]


def test_a_transfer_that_was_never_claimed_starts_the_work_and_another_one_finds_its_place(
    house: Playground,
) -> None:
    play(house, AGREEING)
    aram = house.person(ARAM, GROUP)
    deal = str(next(item["deal"] for item in house.happened() if item["deal"]))
    aram.says(f"/deposit {deal}").sees("write what the statement says")
    aram.says("120 EUR; FT-1; Carlos, ES91 2100").sees("four lines")
    aram.says("120.00 EUR\nft-1\nCarlos, ES91 2100\n2026-01-02").sees("exactly this", "[For “")
    aram.presses("For “").sees("[Book 120.00 EUR]")
    house.kill()
    house.start()
    aram.presses("Book 120.00 EUR").sees("120.00 EUR arrived, says")
    house.awaits("MilestoneFunded")
    house.person(BINA).sees("You can start now")
    aram.says("/deposit")
    aram.says("120 EUR; FT-1; Carlos; 2026-01-02").sees("is booked already")
    aram.says(f"/deposit {deal}")
    aram.says("119.99 EUR; FT-2; Carlos; 2026-01-02").sees("No milestone of this deal waits")
    aram.presses("Keep in suspense").sees("[Keep 119.99 EUR]")
    aram.presses("Keep 119.99 EUR").sees("119.99 EUR in suspense")
    house.awaits("SuspenseBooked")
    house.person(CARLOS).sees("Our team looks into it")
    listed = house.holdfast("money", "suspense", "--json")
    assert listed.returncode == 1
    [item] = json.loads(listed.stdout)
    assert (item["amount"], item["about"]) == ("119.99 EUR", deal)
    house.forward(5 * 24 * 3600)
    house.awaits("SuspenseAlarmed")
    aram.sees("was to be looked into by")
    aram.says("/suspense").sees("[Refund sent]")
    aram.presses("Refund sent").sees("[Refund sent: 119.99 EUR]")
    house.kill()
    house.start()
    aram.presses("Refund sent: 119.99 EUR").sees("was refunded")
    house.person(CARLOS).sees("We have sent the refund of")
    assert house.holdfast("money", "suspense").returncode == 0
    the_books_hold(house)


def test_a_payout_that_the_bank_sends_back_is_owed_again_and_sent_once_more(
    house: Playground,
) -> None:
    play(house, AGREEING)
    aram, bina = house.person(ARAM, GROUP), house.person(BINA)
    deal = str(next(item["deal"] for item in house.happened() if item["deal"]))
    aram.says(f"/deposit {deal}").sees("write what the statement says")
    aram.says("120.00 EUR\nft-1\nCarlos, ES91 2100\n2026-01-02").sees("[For “")
    aram.presses("For “").sees("[Book 120.00 EUR]")
    aram.presses("Book 120.00 EUR").sees("arrived, says")
    bina.sees("[Where to be paid]").presses("Where to be paid")
    bina.says("NL91 ABNA 0417 1643 00").sees("In whose name is the account")
    bina.says("Bina Rahimi").sees("Payouts in EUR go to")
    play(house, (*SUBMITTING, *APPROVING))
    aram.sees("[Confirm payout]").presses("Confirm payout").sees("[Confirm payout: 120.00 EUR]")
    aram.presses("Confirm payout: 120.00 EUR").sees("is sent", "[It came back]")
    aram.says(f"/payouts {deal}").sees("[It came back]")
    aram.presses("It came back").sees("why did it come back?")
    aram.says("The account is closed.").sees("[It came back: 120.00 EUR]")
    house.kill()
    house.start()
    aram.presses("It came back: 120.00 EUR").sees("It was sent and came back")
    bina.sees("came back to us from the bank", "The account is closed.", "[Where to be paid]")
    the_books_hold(house)
    aram.presses("Confirm payout").sees("[Confirm payout: 120.00 EUR]")
    aram.presses("Confirm payout: 120.00 EUR").sees("is sent")
    house.awaits("TransferSent", times=2)
    the_books_hold(house)
    assert len(balances(house)) > 0, "it is on its way"
    house.forward(6 * 24 * 3600)
    house.awaits("ArrivalAsked")
    bina.sees("It should be on your account by now", "[It did not arrive]")
    aram.says("/payouts").sees("Sent, not known to have arrived", f"[{deal}-T1]")
    aram.presses(f"{deal}-T1").sees("[Arrived]").presses("Arrived")
    aram.sees("[Arrived: 120.00 EUR]").presses("Arrived: 120.00 EUR").sees("has arrived")
    bina.sees("as the bank's statement says")
    the_books_hold(house)
    assert set(balances(house)) == set(), "what came in has gone out, once"
