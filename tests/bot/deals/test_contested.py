"""A point with which the freelancer disagrees, answered by the client in their own chats."""

from datetime import timedelta

import pytest

from core.deal.milestone import State
from core.deal.points import ContestEnd
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.world import World, build

DAY = timedelta(days=1)


@pytest.fixture
async def world() -> World:
    world = await build()
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("Request changes")
    for point in ("blue is not green", "a mascot too"):
        await world.carlos.write(point)
    await world.carlos.press("Done")
    await world.carlos.press("Not what we agreed")
    await world.carlos.press("1. three concepts")
    await world.carlos.press("I'd like it different")
    await world.carlos.press("3 days")
    await world.carlos.press("Yes, send it")
    await world.deliver()
    return world


async def disagrees(world: World, point: str, why: str) -> None:
    await world.bina.press("I disagree with a point")
    await world.bina.press(point)
    await world.bina.write(why)
    await world.bina.press("Done")
    assert world.bina.sees("then has 3 days to drop it")
    await world.bina.press("Yes, I disagree")
    await world.deliver()


def ends(world: World) -> list[ContestEnd | None]:
    return [each.end for each in world.deal.milestones[0].rounds[-1].contests]


async def test_the_client_reads_why_until_when_and_what_happens_then(world: World) -> None:
    await disagrees(world, "2. a mascot too", "nobody spoke of one")
    assert world.state() is State.CONTESTED
    assert world.carlos.sees("a mascot too")
    assert world.carlos.sees("nobody spoke of one")
    assert world.carlos.sees("If you do nothing, an arbiter decides who gets 120.00 EUR")
    assert world.carlos.newest.labels[:2] == ["Drop the point", "Make it a change"]
    assert world.bina.sees("Your time stands still until then")
    assert world.bina.newest.labels[0] == "Remind them"
    await world.carlos.press("More…")
    assert {"Approve and release", "Open dispute"} <= {*world.carlos.newest.labels}


async def test_a_point_is_dropped_with_a_second_tap_and_the_other_goes_on(world: World) -> None:
    await disagrees(world, "2. a mascot too", "nobody spoke of one")
    await world.carlos.press("Drop the point")
    assert world.carlos.sees("Bina goes on with the other points")
    assert world.state() is State.CONTESTED, "the first tap only says what it means"
    await world.carlos.press("Yes, drop it")
    await world.deliver()
    assert (world.state(), ends(world)) == (State.REVISING, [ContestEnd.DROPPED])
    assert world.bina.sees("Carlos does not ask for this")
    assert world.bina.newest.labels[0] == "Submit work"
    await world.bina.press("Submit work")
    await world.bina.send("greener.svg")
    await world.bina.press("Done")
    await world.bina.press("Yes, submit")
    assert len(world.deal.milestones[0].submissions[-1].answers) == 1


async def test_of_two_points_the_client_says_which(world: World) -> None:
    await disagrees(world, "1. blue is not green", "it is")
    await disagrees(world, "1. a mascot too", "nobody spoke of one")
    await world.carlos.press("Drop the point")
    assert world.carlos.newest.labels[:2] == ["1. blue is not green", "2. a mascot too"]
    await world.carlos.press("2. a mascot too")
    assert world.carlos.sees("What else Bina disagrees with still waits for you")
    await world.carlos.press("Yes, drop it")
    assert world.state() is State.CONTESTED
    await world.carlos.press("Drop the point")
    assert world.carlos.sees("you have 5 days for it")
    await world.carlos.press("Yes, drop it")
    await world.deliver()
    assert world.state() is State.SUBMITTED
    assert world.carlos.newest.labels[0] == "Approve and release"
    assert world.bina.sees("Nothing is left to change: Carlos looks at the work again")


async def test_a_point_becomes_a_change_that_the_client_goes_over_and_proposes(
    world: World,
) -> None:
    await disagrees(world, "2. a mascot too", "nobody spoke of one")
    await world.carlos.press("Make it a change")
    await world.carlos.press("For the same price")
    assert (world.state(), ends(world)) == (State.REVISING, [ContestEnd.MOVED])
    assert world.carlos.sees("a mascot too")
    assert world.carlos.newest.labels[0] == "Propose it"
    await world.carlos.press("Propose it")
    await world.deliver()
    assert world.deal.amendment is not None
    await world.bina.press("Accept the change")
    await world.bina.press("Yes, accept")
    criteria = world.deal.terms.milestones[0].criteria
    assert str(criteria[-1]) == "a mascot too"


async def test_a_point_becomes_a_milestone_with_a_price_of_its_own(world: World) -> None:
    await disagrees(world, "2. a mascot too", "nobody spoke of one")
    await world.carlos.press("Make it a change")
    await world.carlos.press("With its own price")
    assert (world.state(), ends(world)) == (State.REVISING, [ContestEnd.MOVED])
    await world.carlos.write("50 EUR")
    await world.carlos.write("3 days")
    assert world.carlos.sees("Milestone 2, title, new: a mascot too")
    assert world.carlos.newest.labels[0] == "Propose it"


async def test_what_was_moved_waits_for_the_client_to_propose_it(world: World) -> None:
    await disagrees(world, "2. a mascot too", "nobody spoke of one")
    await world.carlos.press("Make it a change")
    await world.carlos.press("For the same price")
    await world.carlos.press("Back")
    await world.carlos.press("More…")
    await world.carlos.press("More…")
    await world.carlos.press("Propose a change")
    assert world.carlos.sees("a mascot too")
    assert world.carlos.newest.labels[0] == "Propose it"


async def test_the_freelancer_agrees_after_all(world: World) -> None:
    await disagrees(world, "2. a mascot too", "nobody spoke of one")
    await world.bina.press("Agree after all")
    await world.bina.press("Yes, I make them")
    await world.deliver()
    assert (world.state(), ends(world)) == (State.REVISING, [ContestEnd.TAKEN_BACK])
    assert world.carlos.sees("Bina makes the changes")


async def test_an_answer_to_what_is_no_more_so_is_old(world: World) -> None:
    await disagrees(world, "2. a mascot too", "nobody spoke of one")
    await world.carlos.press("Drop the point")
    shown = world.carlos.newest
    old = shown.data("Yes, drop it")
    await disagrees(world, "1. blue is not green", "it is")
    await world.carlos.press_data(old, shown)
    assert ends(world) == [None, None]


async def test_the_text_to_remind_them_says_what_happens_then(world: World) -> None:
    await disagrees(world, "2. a mascot too", "nobody spoke of one")
    await world.bina.press("Remind them")
    assert world.bina.sees("an arbiter decides who gets the money")
