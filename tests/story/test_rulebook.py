"""What most deals never need, each as people press it: both bots over HTTP, and a restart."""

from datetime import UTC, datetime

import pytest

from tests.story.deals import (
    ADDING_NOTHING,
    AGREEING,
    ANSWERING,
    ARAM,
    BINA,
    CALLING,
    CARLOS,
    DISPUTING,
    NOOR,
    PAYING,
    REASONS,
    SAM,
    SUBMITTING,
    TO_THE_END,
    Step,
    play,
    presses,
    presses_under_more,
    says,
    topic,
)
from tests.story.driver import GROUP, ON_SQLITE, Phone, Playground, wait_for
from tests.story.test_whole_deals import balances, the_books_hold

pytestmark = [pytest.mark.story, ON_SQLITE]
DAY = 86_400.0
BEFORE_THE_ARBITER = (*AGREEING, *PAYING, *SUBMITTING, *DISPUTING, *ANSWERING, *CALLING)
ONE_MORE = (
    Step(lambda house: house.person(BINA), BINA, "You can start now."),
    Step(presses_under_more(BINA, "Propose a change"), BINA, "[Add a milestone]"),
    Step(presses(BINA, "Add a milestone"), BINA, "milestone"),
    Step(says(BINA, "Business cards"), BINA, "How much"),
    Step(says(BINA, "50 EUR"), BINA, "days"),
    Step(says(BINA, "3 days"), BINA, "Business cards"),
    Step(says(BINA, "two sides"), BINA, "[That's all]"),
    Step(presses(BINA, "That's all"), BINA, "120.00 EUR → 170.00 EUR"),
    Step(presses(BINA, "Propose it"), event="AmendmentProposed"),
    Step(presses(CARLOS, "Accept the change"), CARLOS, "[Yes, accept it]"),
    Step(presses(CARLOS, "Yes, accept it"), event="AmendmentAccepted"),
)
A_PART = (
    Step(presses_under_more(CARLOS, "Release some money"), CARLOS, "The rest stays held"),
    Step(says(CARLOS, "20"), CARLOS, "[Yes, release 20.00 EUR]"),
    Step(presses(CARLOS, "Yes, release 20.00 EUR"), event="MoneySettled"),
)


def paid_out(house: Playground) -> list[tuple[str, str]]:
    """(amount, why) of all that has left."""
    return sorted(
        (p["amount"], p["debit"].split(":")[1])
        for item in house.happened()
        for p in item["postings"]
        if p["credit"] == "asset:play"
    )


def restarted(house: Playground) -> None:
    house.kill()
    house.start()


def the_desk(house: Playground, person: int = ARAM) -> Phone:
    found = wait_for("the dispute's topic", lambda: topic(house))
    return house.person(person, GROUP).at(found.thread)


def test_one_more_milestone_is_agreed_and_a_part_is_released_before_the_rest(
    house: Playground,
) -> None:
    play(house, (*AGREEING, *PAYING, *ONE_MORE))
    restarted(house)
    play(house, (*SUBMITTING, *A_PART))
    house.person(BINA).sees("20.00 EUR", "100.00 EUR")
    play(
        house,
        (
            Step(presses(CARLOS, "Approve and release"), CARLOS, "[Yes, release 100.00 EUR]"),
            Step(presses(CARLOS, "Yes, release 100.00 EUR"), event="MilestoneOpened"),
            Step(presses(CARLOS, "Pay 50.00 EUR"), CARLOS, "[Yes, pay 50.00 EUR]"),
            Step(presses(CARLOS, "Yes, pay 50.00 EUR"), CARLOS, "50.00 EUR"),
        ),
    )
    house.awaits("MilestoneFunded", times=2)
    play(house, SUBMITTING[:3])
    SUBMITTING[3].do(house)
    house.awaits("WorkSubmitted", times=2)
    play(
        house,
        (
            Step(presses(CARLOS, "Approve and release"), CARLOS, "[Yes, release 50.00 EUR]"),
            Step(presses(CARLOS, "Yes, release 50.00 EUR"), event="DealCompleted"),
        ),
    )
    house.awaits("TransferConfirmed", times=3)
    assert paid_out(house) == [
        ("100.00 EUR", "payout"),
        ("20.00 EUR", "payout"),
        ("50.00 EUR", "payout"),
    ]
    the_books_hold(house)
    assert balances(house) == {}


def test_changes_that_an_arbiter_orders_and_nobody_makes_end_in_the_split_that_was_stated(
    house: Playground,
) -> None:
    play(house, (*BEFORE_THE_ARBITER, *ADDING_NOTHING))
    desk = the_desk(house)
    desk.presses("Take")
    house.awaits("DisputeTaken")
    desk.presses("Rule…").sees("[Work goes on…]").presses("Work goes on…").sees("Require changes…")
    desk.presses("Require changes…").says("The third concept.").sees("which criterion")
    desk.presses("1. more than one").sees("(criterion 1)").presses("Next")
    desk.sees("How long").says("5 days").sees("Both sides read it beforehand").says("40 %")
    desk.sees("Which criterion decides it?").presses("1. more than one").sees("reasons")
    desk.says(REASONS).sees("[Confirm the ruling").presses("Confirm the ruling")
    house.awaits("RulingMade")
    house.person(BINA).sees("The third concept.", "48.00 EUR")
    restarted(house)
    for person in (BINA, CARLOS):
        house.person(person).presses("Accept the decision").sees("[Yes, I accept]")
        house.person(person).presses("Yes, I accept")
    house.awaits("RulingExecuted")
    house.person(BINA).sees("[Submit", "The third concept.")
    for _ in range(20):
        if "MoneySettled" in house.events():
            break
        house.forward()
    house.awaits("TransferConfirmed", times=2)
    assert paid_out(house) == [("48.00 EUR", "payout"), ("72.00 EUR", "refund")]
    house.person(CARLOS).sees("72.00 EUR")
    the_books_hold(house)
    assert balances(house) == {}


def test_a_ruling_is_reviewed_by_another_arbiter_and_changed(house: Playground) -> None:
    play(house, (*BEFORE_THE_ARBITER, *ADDING_NOTHING))
    desk = the_desk(house)
    desk.presses("Take")
    house.awaits("DisputeTaken")
    desk.presses("Rule…").sees("[Split…]").presses("Split…").sees("for the freelancer?").says("40")
    desk.sees("Which criterion decides it?").presses("1. more than one").sees("reasons")
    desk.says(REASONS).sees("[Confirm the ruling").presses("Confirm the ruling")
    house.awaits("RulingMade")
    bina = house.person(BINA).sees("[Ask for a review]").presses("Ask for a review")
    bina.sees("That the decision feels wrong is not enough").presses("Wrong amounts")
    bina.says("Forty is not what the reasons say.").sees("1 text").presses("Done")
    bina.sees("There is one review.").presses("Yes, ask for review")
    house.awaits("ReviewAsked")
    restarted(house)
    assert not any("MoneySettled" in kind for kind in house.events())
    house.person(CARLOS).sees("Forty is not what the reasons say.")
    second = the_desk(house, NOOR)
    second.sees("asks for a review").presses("Take")
    house.awaits("DisputeTaken", times=2)
    carlos = house.person(CARLOS).presses("My side").sees("Tell your side")
    carlos.says("The reasons say a third.").sees("1 text").presses("Done")
    carlos.sees("[All: 120.00 EUR]").presses("All: 120.00 EUR")
    carlos.sees("[Yes, send my side]").presses("Yes, send my side")
    house.awaits("StatementMade", times=2)
    second.sees("[Rule…]").presses("Rule…").sees("[Uphold the ruling]")
    second.presses("Refund").sees("Which criterion decides it?").presses("None of them")
    second.says(REASONS).sees("[Confirm the ruling").presses("Confirm the ruling")
    house.awaits("TransferConfirmed")
    assert paid_out(house) == [("120.00 EUR", "refund")]
    the_books_hold(house)
    assert balances(house) == {}


def test_a_pause_over_the_change_to_summer_time_gives_back_all_of_its_hours(
    house: Playground,
) -> None:
    """Begun at ten in winter it ends at eleven in summer, and so does what it gives back."""
    spring = datetime(2027, 3, 26, 9, tzinfo=UTC)
    house.forward((spring - datetime.now(UTC)).total_seconds())
    play(house, (*AGREEING, *PAYING))
    bina = house.person(BINA).sees("You can start now.").presses("My city…").says("Berlin")
    play(
        house,
        (
            Step(presses_under_more(CARLOS, "Ask for a pause"), CARLOS, "How long"),
            Step(says(CARLOS, "4 days"), CARLOS, "[Yes, ask]"),
            Step(presses(CARLOS, "Yes, ask"), event="ProposalMade"),
            Step(presses(BINA, "Agree to the pause"), event="WorkPaused"),
        ),
    )
    bina.sees("stands still until 30 March, 11:00 (Berlin)", "due by 6 April, 11:00 (Berlin)")
    restarted(house)
    while "WorkResumed" not in house.events():
        house.forward()
    bina.sees("submit “Logo” by 6 April, 11:00 (Berlin)")


def test_what_both_said_of_each_other_stands_with_the_next_invite(house: Playground) -> None:
    play(house, TO_THE_END)
    house.awaits("TransferConfirmed")
    for person, other in ((BINA, "Carlos"), (CARLOS, "Bina")):
        phone = house.person(person).sees("[Rate]").presses("Rate").sees("5 ★").presses("5 ★")
        phone.says(f"{other} was kind").sees("[Yes, 5 of 5]").presses("Yes, 5 of 5")
    house.awaits("DealRated", times=2)
    house.person(BINA).sees("Carlos Vega gave you 5 of 5 stars", "Bina was kind")
    restarted(house)
    house.person(BINA).says("/new")
    play(
        house,
        (
            Step(presses(BINA, "I'm the freelancer"), BINA, "[Logo]"),
            Step(presses(BINA, "Logo"), BINA, "How much?"),
            Step(says(BINA, "80 EUR"), BINA, "[Create invite]"),
            Step(presses(BINA, "Create invite"), BINA, "80.00 EUR"),
        ),
    )
    sam = house.person(SAM).opens(house.person(BINA).link())
    sam.sees("1 deal done, none disputed", "Rated 5 of 5 from 1 deal.", "Logo: 80.00 EUR")
