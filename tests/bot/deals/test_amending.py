"""More time, and an end by agreement, pressed by both sides in their own chats."""

from datetime import timedelta

import pytest

from core.deal.milestone import State
from core.deal.proposal import ProposalState
from core.values.money import Money
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.world import World, build

DAY = timedelta(days=1)


@pytest.fixture
async def world() -> World:
    world = await build()
    await funded(world, "120.00")
    return world


async def asks_for_time(world: World) -> None:
    await world.bina.press("More…")
    await world.bina.press("Ask for more time")
    await world.bina.press("3 days")
    await world.bina.write("I was ill")
    await world.bina.press("Yes, ask")
    await world.deliver()


async def proposes_end(world: World, amount: str = "50") -> None:
    await world.carlos.press("More…")
    await world.carlos.press("Propose to end it")
    await world.carlos.write(amount)
    await world.carlos.write("we need no logo any more")
    await world.carlos.press("Yes, propose it")
    await world.deliver()


async def test_a_freelancer_asks_for_more_time_and_gets_it(world: World) -> None:
    due = world.deal.milestones[0].due_at
    assert due is not None
    await asks_for_time(world)
    assert world.carlos.sees("Bina asks for more time")
    assert world.carlos.sees("I was ill")
    assert world.carlos.sees("if you say nothing, the date stays")
    await world.carlos.press("Give 3 days more")
    await world.deliver()
    assert world.deal.milestones[0].due_at == due + 3 * DAY
    assert world.bina.sees("Carlos gives you 3 days more")


async def test_a_client_who_keeps_the_date_is_not_asked_again_by_the_same_button(
    world: World,
) -> None:
    due = world.deal.milestones[0].due_at
    await asks_for_time(world)
    asked = world.carlos.newest
    await world.carlos.press("Refuse more time")
    await world.deliver()
    assert world.bina.sees("does not agree to more time")
    assert world.deal.milestones[0].due_at == due
    await asks_for_time(world)
    assert asked.labels == []
    assert world.carlos.newest.data("Give 3 days more")


async def test_a_client_gives_more_time_by_a_date_without_being_asked(world: World) -> None:
    due = world.deal.milestones[0].due_at
    assert due is not None
    await world.carlos.press("More…")
    await world.carlos.press("Grant more time")
    await world.carlos.write((due + 4 * DAY).strftime("%Y-%m-%d"))
    await world.carlos.press("Yes, give 4 days")
    await world.deliver()
    assert world.deal.milestones[0].due_at == due + 4 * DAY
    assert world.bina.sees("Carlos gives you 4 days more")


@pytest.mark.parametrize(
    "words", ["-1 day", "0", "0 days", "yesterday", "two moons", "999999 days"]
)
async def test_a_length_that_is_none_is_refused_and_asked_again(world: World, words: str) -> None:
    await world.bina.press("More…")
    await world.bina.press("Ask for more time")
    await world.bina.write(words)
    assert not world.deal.proposals
    await world.bina.write("2 days")
    await world.bina.press("Yes, ask")
    assert world.deal.proposals[0].more == 2 * DAY


async def test_both_agree_to_end_it_and_each_gets_what_was_proposed(world: World) -> None:
    await proposes_end(world)
    assert world.bina.sees("we need no logo any more")
    assert world.bina.sees("70.00 EUR for you, 50.00 EUR back to the client")
    await world.bina.press("Accept and end it")
    assert world.state() is State.IN_PROGRESS, "the first tap only says what it means"
    await world.bina.press("Yes, end it")
    await world.deliver()
    m = world.deal.milestones[0]
    assert (m.state, m.released, m.refunded) == (
        State.SPLIT,
        Money(7000, "EUR"),
        Money(5000, "EUR"),
    )
    assert world.carlos.sees("you both agreed to end it")


async def test_who_proposed_an_end_can_take_it_back_before_the_other_side_accepts(
    world: World,
) -> None:
    await proposes_end(world)
    await world.bina.press("Accept and end it")
    sure = world.bina.newest
    await world.carlos.press("More…")
    await world.carlos.press("Take proposal back")
    await world.bina.press_data(sure.data("Yes, end it"), sure)
    assert world.state() is State.IN_PROGRESS
    assert world.deal.proposals[0].state is ProposalState.WITHDRAWN
    await world.deliver()
    assert world.bina.sees("does not propose to end")


async def test_an_end_that_nobody_answers_ends_nothing_and_its_maker_is_told(world: World) -> None:
    await proposes_end(world)
    world.clock.forward(3 * DAY + timedelta(minutes=1))
    await world.escrow.sweep()
    await world.deliver()
    assert world.state() is State.IN_PROGRESS
    assert world.carlos.sees("has not answered in time whether")


@pytest.mark.parametrize("amount", ["120.01", "1e9", "-1", "12,345.678", "all of it"])
async def test_a_share_that_cannot_be_is_refused_and_asked_again(world: World, amount: str) -> None:
    await world.carlos.press("More…")
    await world.carlos.press("Propose to end it")
    await world.carlos.write(amount)
    assert not world.deal.proposals
    await world.carlos.press("Nothing")
    await world.carlos.press("Yes, propose it")
    assert world.deal.proposals[0].to_freelancer == Money(12000, "EUR")


async def test_a_proposal_stands_beside_what_is_wanted_and_takes_the_place_of_nothing(
    world: World,
) -> None:
    await handed_in(world)
    await world.bina.press("More…")
    await world.bina.press("Propose to end it")
    await world.bina.write("100")
    await world.bina.press("Yes, propose it")
    await world.deliver()
    labels = world.carlos.newest.labels
    for wanted in ("Accept and end it", "Do not end it", "Approve and release", "Request changes"):
        assert wanted in labels
    await world.carlos.press("Approve and release")
    await world.carlos.press("Yes, release")
    await world.deliver()
    assert world.state() is State.RELEASED
    assert world.deal.proposals[0].state is ProposalState.SUPERSEDED


async def test_a_date_before_the_due_one_is_no_more_time(world: World) -> None:
    due = world.deal.milestones[0].due_at
    assert due is not None
    await world.carlos.press("More…")
    await world.carlos.press("Grant more time")
    await world.carlos.write((due - DAY).strftime("%d %B"))
    assert world.carlos.sees("That day is over")
    assert world.deal.milestones[0].due_at == due


async def test_a_share_of_what_is_not_held_any_more_is_asked_anew(world: World) -> None:
    await handed_in(world)
    await world.bina.press("More…")
    await world.bina.press("Propose to end it")
    await world.bina.write("100")
    await world.carlos.press("More…")
    await world.carlos.press("Release some money")
    await world.carlos.write("60")
    await world.carlos.press("Yes, release 60.00 EUR")
    await world.deliver()
    await world.bina.write("50")
    assert world.bina.sees("50.00 EUR for you, 10.00 EUR back to the client")


async def test_a_long_reason_goes_along_whole(world: World) -> None:
    await world.bina.press("More…")
    await world.bina.press("Ask for more time")
    await world.bina.press("3 days")
    await world.bina.write("<b>" + "x" * 4000)
    await world.bina.press("Yes, ask")
    said = world.deal.proposals[0].words
    assert said is not None
    assert said.text == "<b>" + "x" * 4000


async def test_whoever_is_asked_for_time_is_not_offered_to_remind_the_one_who_asks(
    world: World,
) -> None:
    assert world.carlos.newest.labels[0] == "Remind them"
    await asks_for_time(world)
    assert "Remind them" not in world.carlos.newest.labels
    assert "Remind them" in world.bina.newest.labels
    await world.bina.press("Remind them")
    assert world.bina.sees("Without an answer, things stay as they are")


async def test_the_tap_that_ends_it_says_both_amounts(world: World) -> None:
    await proposes_end(world)
    await world.bina.press("Accept and end it")
    assert "Yes, end it: 70.00 EUR / 50.00 EUR" in world.bina.newest.labels


async def test_another_amount_takes_the_place_of_the_first_and_goes_along_as_no_word(
    world: World,
) -> None:
    await world.carlos.press("More…")
    await world.carlos.press("Propose to end it")
    for typed in ("1,5", "50"):
        await world.carlos.write(typed)
    assert world.carlos.sees("50.00 EUR back to you")
    await world.carlos.write("120.01")
    assert world.carlos.sees("not more than what is held")
    await world.carlos.write("the project is other now")
    assert world.carlos.sees("Your words go with it: “the project is other now”")
    await world.carlos.press("Yes, propose it")
    proposal = world.deal.proposals[0]
    assert proposal.words is not None
    assert (proposal.to_freelancer, proposal.words.text) == (
        Money(7000, "EUR"),
        "the project is other now",
    )


@pytest.mark.parametrize("button", ["Ask for more time", "Ask for a pause"])
async def test_another_length_takes_the_place_of_the_first(world: World, button: str) -> None:
    await world.bina.press("More…")
    await world.bina.press(button)
    for typed in ("2 days", "۳ روز", "I was ill for 4 days"):
        await world.bina.write(typed)
    assert world.bina.sees("Your words go with it: “I was ill for 4 days”")
    await world.bina.press("Yes, ask")
    proposal = world.deal.proposals[0]
    assert (proposal.more or proposal.pause) == 3 * DAY
    assert proposal.words is not None
    assert proposal.words.text == "I was ill for 4 days"


async def test_where_nothing_is_an_amount_too_no_answer_says_that_it_has_to_be_more(
    world: World,
) -> None:
    await world.carlos.press("More…")
    await world.carlos.press("Propose to end it")
    await world.carlos.write("-0")
    assert world.carlos.sees("leave the minus out")
    await world.carlos.write("0")
    assert world.carlos.sees("nothing back to you")
