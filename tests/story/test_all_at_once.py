"""A deal whose milestones are open at once, through the program as people start it."""

import pytest

from tests.story.deals import (
    BINA,
    CARLOS,
    Step,
    play,
    presses,
    presses_under_more,
    says,
    sends,
    topic,
)
from tests.story.driver import ON_SQLITE, Playground, wait_for
from tests.story.test_whole_deals import balances, the_books_hold

pytestmark = [pytest.mark.story, ON_SQLITE]
DESIGN, PAGE = "1. Design, 120.00 EUR", "2. Finished page, 180.00 EUR"
AGREEING_TO_IT = (
    Step(says(BINA, "/start"), BINA, "[New deal]"),
    Step(presses(BINA, "New deal"), BINA, "[I'm the freelancer]"),
    Step(presses(BINA, "I'm the freelancer"), BINA, "[Web page]"),
    Step(presses(BINA, "Web page"), BINA, "Milestone 1: how much?"),
    Step(says(BINA, "120 EUR"), BINA, "Milestone 2: how much?"),
    Step(says(BINA, "180"), BINA, "[Create invite]"),
    Step(presses(BINA, "Change…"), BINA, "[Rules]"),
    Step(presses(BINA, "Rules"), BINA, "[One after another]"),
    Step(presses(BINA, "One after another"), BINA, "[All at once]"),
    Step(presses(BINA, "All at once"), BINA, "All milestones are open at once"),
    Step(presses(BINA, "Use these rules"), BINA, "[Create invite]"),
    Step(presses(BINA, "Create invite"), event="InviteCreated"),
    Step(lambda house: house.person(CARLOS).opens(house.person(BINA).link()), CARLOS, "[Accept]"),
    Step(presses(CARLOS, "Accept"), event="InviteClaimed"),
    Step(presses(BINA, "Yes, it's them"), event="DealAgreed"),
)
PAYING_THE_SECOND_FIRST = (
    Step(presses(CARLOS, "Pay a milestone…"), CARLOS, f"[{PAGE}]"),
    Step(presses(CARLOS, PAGE), CARLOS, "[Yes, pay 180.00 EUR]"),
    Step(presses(CARLOS, "Yes, pay 180.00 EUR"), event="MilestoneFunded"),
    Step(presses(CARLOS, "Pay 120.00 EUR · 1"), CARLOS, "[Yes, pay 120.00 EUR]"),
    Step(presses(CARLOS, "Yes, pay 120.00 EUR"), CARLOS, "Held: 300.00 EUR"),
)
THE_FIRST_IN_DISPUTE = (
    Step(presses(BINA, "Submit work…"), BINA, f"[{DESIGN}]"),
    Step(presses(BINA, DESIGN), BINA, "Then press Done."),
    Step(sends(BINA, "design.svg"), BINA, "Saved: 1 file"),
    Step(presses(BINA, "Done"), BINA, "[Yes, submit]"),
    Step(presses(BINA, "Yes, submit"), event="WorkSubmitted"),
    Step(presses_under_more(CARLOS, "Open dispute…"), CARLOS, f"[{DESIGN}]"),
    Step(presses(CARLOS, DESIGN), CARLOS, "Why should an arbiter decide"),
    Step(says(CARLOS, "There are no pages for a phone."), CARLOS, "1 text"),
    Step(presses(CARLOS, "Done"), CARLOS, "[All: 120.00 EUR]"),
    Step(presses(CARLOS, "All: 120.00 EUR"), CARLOS, "[Yes, open dispute]"),
    Step(presses(CARLOS, "Yes, open dispute"), event="DisputeOpened"),
)
THE_SECOND_MEANWHILE = (
    Step(presses(BINA, "Submit work · 2"), BINA, "Then press Done."),
    Step(sends(BINA, "page.zip"), BINA, "Saved: 1 file"),
    Step(presses(BINA, "Done"), BINA, "[Yes, submit]"),
    Step(presses(BINA, "Yes, submit"), CARLOS, "[Approve and release · 2]"),
    Step(presses(CARLOS, "Approve and release · 2"), CARLOS, "[Yes, release 180.00 EUR]"),
    Step(presses(CARLOS, "Yes, release 180.00 EUR"), event="MoneySettled"),
)


def agreed(house: Playground) -> None:
    """And paid, the second milestone before the first."""
    play(house, AGREEING_TO_IT)
    house.person(CARLOS).sees("You can pay for the milestones now, in any sequence.")
    play(house, PAYING_THE_SECOND_FIRST)


def test_one_is_released_while_the_other_is_in_dispute_and_each_has_its_own_money(
    house: Playground,
) -> None:
    agreed(house)
    play(house, THE_FIRST_IN_DISPUTE)
    house.person(BINA).sees("dispute about “Design”", "submit “Finished page” by")
    house.stop()
    house.start()
    play(house, THE_SECOND_MEANWHILE)
    house.awaits("TransferConfirmed")
    assert [m for m in house.events() if m in ("DealCompleted", "DisputeRuled")] == []
    held = [minor for account, minor in balances(house).items() if account.startswith("hold:")]
    assert [abs(minor) for minor in held] == [12000]
    the_books_hold(house)
    play(
        house,
        (
            Step(presses_under_more(CARLOS, "Take dispute back"), CARLOS, "[Yes, take it back]"),
            Step(presses(CARLOS, "Yes, take it back"), BINA, "took the dispute about"),
        ),
    )
    play(
        house,
        (
            Step(presses(CARLOS, "Approve and release"), CARLOS, "[Yes, release 120.00 EUR]"),
            Step(presses(CARLOS, "Yes, release 120.00 EUR"), event="DealCompleted"),
        ),
    )
    house.awaits("TransferConfirmed", times=2)
    the_books_hold(house)
    assert balances(house) == {}


def test_the_desk_has_the_case_of_the_one_milestone(house: Playground) -> None:
    agreed(house)
    play(house, THE_FIRST_IN_DISPUTE)
    case = wait_for("the dispute's topic", lambda: topic(house))
    case.sees("Design", "120.00 EUR")


def test_with_everybody_silent_both_end_and_the_money_goes_back(house: Playground) -> None:
    agreed(house)
    for _ in range(60):
        if "DealCancelled" in house.events():
            break
        house.forward()
        house.awaits("WindowServed", times=house.events().count("DormancyNoticed"))
    house.awaits("DealCancelled")
    house.awaits("TransferConfirmed", times=2)
    assert house.events().count("MilestoneEnded") == 2
    the_books_hold(house)
    assert balances(house) == {}
