"""A dispute that the two end themselves, through the program as people start it."""

from random import Random

import pytest

from tests.story.deals import (
    ACCEPTING,
    AGREEING,
    ANSWERING,
    ARAM,
    BINA,
    CALLING,
    CARLOS,
    DISPUTING,
    OFFERING,
    PAYING,
    SUBMITTING,
    TAKING_BACK,
    TO_A_SETTLEMENT,
    Step,
    in_topic,
    play,
    play_with_kills,
    presses,
    presses_under_more,
    says,
    topic,
)
from tests.story.driver import ON_SQLITE, Playground, wait_for
from tests.story.test_whole_deals import balances, the_books_hold

pytestmark = [pytest.mark.story, ON_SQLITE]
TO_A_DISPUTE = (*AGREEING, *PAYING, *SUBMITTING, *DISPUTING)


def settled_at(house: Playground, payout: str, refund: str) -> None:
    house.awaits("TransferConfirmed", times=2)
    out = sorted(
        (p["amount"], p["debit"].split(":")[1])
        for item in house.happened()
        for p in item["postings"]
        if p["credit"] == "asset:play"
    )
    assert out == sorted([(refund, "refund"), (payout, "payout")])
    the_books_hold(house)
    assert balances(house) == {}


def the_desk_reads(house: Playground, words: str) -> None:
    wait_for("the dispute's topic", lambda: topic(house)).sees(words)


def test_taken_back_and_opened_again_it_ends_by_a_counter_offer(house: Playground) -> None:
    play(house, (*TO_A_DISPUTE, *TAKING_BACK))
    house.person(BINA).sees("took the dispute about", "back")
    the_desk_reads(house, "took this dispute back")
    house.stop()
    house.start()
    play(house, DISPUTING[:-1])
    DISPUTING[-1].do(house)
    house.awaits("DisputeOpened", times=2)
    the_desk_reads(house, "dispute taken back")
    play(house, OFFERING)
    the_desk_reads(house, "overtaken by something else")
    house.stop()
    house.start()
    play(house, ACCEPTING)
    house.person(CARLOS).sees("you both agreed to end it", "Back to you: 60.00 EUR")
    the_desk_reads(house, "Both accepted the same offer")
    settled_at(house, "60.00 EUR", "60.00 EUR")


def test_power_cuts_before_both_settle_lose_and_double_nothing(house: Playground) -> None:
    told = play_with_kills(house, TO_A_SETTLEMENT, Random(7), kills=4)
    assert len(told) == 4
    assert house.events().count("MoneySettled") == 1
    settled_at(house, "60.00 EUR", "60.00 EUR")


def test_what_both_tell_us_alone_meets_at_the_middle(house: Playground) -> None:
    play(house, TO_A_DISPUTE)
    play(
        house,
        (
            Step(presses_under_more(BINA, "Tell us privately…"), BINA, "What is the least of it"),
            Step(says(BINA, "70"), BINA, "[Yes, keep 70.00 EUR]"),
            Step(presses(BINA, "Yes, keep 70.00 EUR"), BINA, "You told us privately"),
            *ANSWERING,
            *CALLING,
            Step(in_topic(lambda desk: desk.presses("Take")), event="DisputeTaken"),
            Step(presses_under_more(CARLOS, "Tell us privately…"), CARLOS, "What is the most"),
            Step(says(CARLOS, "90.01"), CARLOS, "[Yes, keep 90.01 EUR]"),
            Step(presses(CARLOS, "Yes, keep 90.01 EUR"), event="DealCompleted"),
        ),
    )
    house.person(BINA).sees("met, so the dispute ends at the middle")
    the_desk_reads(house, "The two have settled.")
    settled_at(house, "80.00 EUR", "40.00 EUR")


def test_both_accept_what_the_arbiter_proposes(house: Playground) -> None:
    play(house, TO_A_DISPUTE)
    accepts = [
        Step(presses(person, label), person, words)
        for person, label, words in (
            (BINA, "Accept the proposal", "[Yes, accept it]"),
            (BINA, "Yes, accept it", "You accepted."),
            (CARLOS, "Accept the proposal", "the dispute then ends at once"),
        )
    ]
    play(
        house,
        (
            *ANSWERING,
            *CALLING,
            Step(in_topic(lambda desk: desk.presses("Take")), event="DisputeTaken"),
            Step(in_topic(lambda desk: desk.presses("Propose…")), ARAM, "is for the freelancer?"),
            Step(in_topic(lambda desk: desk.says("50 %")), ARAM, "[Send to both]"),
            Step(in_topic(lambda desk: desk.presses("Send to both")), event="SettlementOffered"),
            *accepts,
            Step(presses(CARLOS, "Yes, accept it"), event="DealCompleted"),
        ),
    )
    settled_at(house, "60.00 EUR", "60.00 EUR")
