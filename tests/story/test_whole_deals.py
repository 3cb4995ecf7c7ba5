"""Whole deals through the program as people start it, both bots at once."""

import json

import pytest

from tests.story.deals import (
    AGREEING,
    APPROVING,
    BINA,
    CARLOS,
    PAYING,
    SUBMITTING,
    TO_A_SPLIT,
    TO_THE_END,
    play,
)
from tests.story.driver import Playground

pytestmark = pytest.mark.story


def balances(house: Playground) -> dict[str, int]:
    done = house.holdfast("ledger", "balances", "--json")
    assert done.returncode == 0, done.stderr
    return {row["account"]: row["minor"] for row in json.loads(done.stdout)}


def the_books_hold(house: Playground) -> None:
    done = house.holdfast("ledger", "verify")
    assert (done.returncode, done.stdout.strip()) == (0, "The books hold."), (
        done.stdout + done.stderr
    )


def test_a_deal_from_start_to_paid_out(house: Playground) -> None:
    play(house, TO_THE_END)
    house.awaits("TransferConfirmed")
    house.person(BINA).sees("120.00 EUR", "Logo")
    the_books_hold(house)
    assert balances(house) == {}
    deposits = house.happened()
    paid = [
        p["amount"] for item in deposits for p in item["postings"] if p["debit"] == "asset:play"
    ]
    assert paid == ["120.00 EUR"]


def test_a_dispute_ends_in_a_split_to_the_cent(house: Playground) -> None:
    play(house, TO_A_SPLIT)
    house.awaits("TransferConfirmed", times=2)
    out = sorted(
        (p["amount"], p["debit"].split(":")[1])
        for item in house.happened()
        for p in item["postings"]
        if p["credit"] == "asset:play"
    )
    assert out == [("40.00 EUR", "payout"), ("80.00 EUR", "refund")]
    for person in (BINA, CARLOS):
        house.person(person).sees("40.00 EUR", "80.00 EUR")
    the_books_hold(house)


def test_a_silent_client_moves_no_money_and_an_arbiter_looks(house: Playground) -> None:
    play(house, (*AGREEING, *PAYING, *SUBMITTING))
    house.awaits("WindowServed")
    for _ in range(12):
        if "DisputeOpened" in house.events():
            break
        house.forward()
    assert "DisputeOpened" in house.events()
    assert "MoneySettled" not in house.events()
    house.person(CARLOS).sees("arbiter")
    the_books_hold(house)


def test_a_polite_stop_ends_well_and_in_time_and_the_deal_goes_on(house: Playground) -> None:
    play(house, (*AGREEING, *PAYING))
    code, seconds = house.stop()
    assert code == 0
    assert seconds < 10
    house.start()
    play(house, (*SUBMITTING, *APPROVING))
    house.awaits("TransferConfirmed")
    the_books_hold(house)


def test_the_clock_never_runs_backwards_over_a_restart(house: Playground) -> None:
    play(house, AGREEING)
    house.forward(3 * 86400)
    before = house.ask("state")["now"]
    house.kill()
    house.start()
    assert house.ask("state")["now"] >= before


def test_two_playgrounds_never_share_a_folder(house: Playground) -> None:
    done = house.holdfast("playground", "--port", "0", "--no-browser", "--data", str(house.folder))
    assert done.returncode == 2
    assert "another playground runs" in done.stderr
