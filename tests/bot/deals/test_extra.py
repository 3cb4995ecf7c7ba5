"""Something extra, from a change request into a change of the terms, in the client's chat."""

from contextlib import suppress

import pytest

from core.deal.milestone import State
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.test_power_cuts import PowerCutError, cut_at
from tests.bot.deals.world import World, build


@pytest.fixture
async def world() -> World:
    world = await build()
    await funded(world, "120.00")
    await handed_in(world)
    return world


async def asks_for_more(world: World, *points: str) -> None:
    """The last of the points is extra; the others are a matter of taste."""
    await world.carlos.press("Request changes")
    for point in points:
        await world.carlos.write(point)
    await world.carlos.press("Done")
    for _ in points[1:]:
        await world.carlos.press("I'd like it different")
    await world.carlos.press("Something extra")


async def test_where_all_is_extra_its_price_is_asked_at_once(world: World) -> None:
    await asks_for_more(world, "a poster too")
    assert world.carlos.sees("You say its price and how long it takes next")
    assert not world.carlos.sees("By when"), "nothing is to be done by a date"
    await world.carlos.press("Yes, go on")
    assert world.state() is State.SUBMITTED
    await world.carlos.write("50 EUR")
    await world.carlos.write("3 days")
    assert world.carlos.sees("Milestone 2, title, new: a poster too")
    await world.carlos.press("Propose it")
    await world.deliver()
    await world.bina.press("Accept the change")
    await world.bina.press("Yes, accept it")
    await world.deliver()
    assert [m.state for m in world.deal.milestones] == [State.SUBMITTED, State.PLANNED]
    added = world.deal.terms.milestones[1]
    assert (str(added.title), str(added.amount)) == ("a poster too", "50.00 EUR")


async def test_beside_other_points_it_is_next_once_they_are_sent(world: World) -> None:
    await asks_for_more(world, "rounder", "a poster too")
    await world.carlos.press("3 days")
    await world.carlos.press("Yes, send it")
    await world.deliver()
    assert world.state() is State.REVISING
    assert world.bina.sees("rounder")
    assert not world.bina.sees("a poster too"), "it is not asked of the freelancer"
    await world.carlos.write("50 EUR, 3 days")
    assert world.carlos.newest.labels[0] == "Propose it"


async def test_a_question_that_is_left_finds_it_again(world: World) -> None:
    await asks_for_more(world, "a poster too")
    await world.carlos.press("Yes, go on")
    await world.carlos.write("/cancel")
    await world.carlos.write("/deals")
    await world.carlos.press("Logo")
    await world.carlos.press("More…")
    await world.carlos.press("Propose a change")
    await world.carlos.write("50 EUR")
    await world.carlos.write("3 days")
    assert world.carlos.sees("a poster too")
    assert world.carlos.newest.labels[0] == "Propose it"


async def test_back_leads_from_the_summary_to_what_it_is(world: World) -> None:
    await asks_for_more(world, "a poster too")
    await world.carlos.press("Back")
    assert "What is it?" in world.carlos.newest.text
    await world.carlos.press("I'd like it different")
    assert "By when" in world.carlos.newest.text


async def test_while_a_change_waits_it_says_so_and_keeps_the_words(world: World) -> None:
    await world.bina.press("More…")
    await world.bina.press("Propose a change")
    await world.bina.press("Add a milestone")
    for typed in ("Business cards", "50 EUR", "3 days", "two sides"):
        await world.bina.write(typed)
    await world.bina.press("That's all")
    await world.bina.press("Propose it")
    await world.deliver()
    await asks_for_more(world, "a poster too")
    assert world.carlos.sees("none can be proposed now")
    assert world.carlos.sees("a poster too")
    await world.bina.press("More…")
    await world.bina.press("Take change back")
    await world.carlos.press("Back")
    assert world.carlos.sees("1 point so far")
    await world.carlos.press("Done")
    await world.carlos.press("Something extra")
    await world.carlos.press("Yes, go on")
    assert world.deal.changing[0].terms.milestones[-1].title is not None


@pytest.mark.parametrize("step", range(1, 6))
async def test_a_power_cut_loses_no_word_of_it_and_leads_to_its_price(
    world: World, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asks_for_more(world, "a poster too")
    with monkeypatch.context() as power:
        cut_at(world, step, power)
        with suppress(PowerCutError):
            await world.carlos.press("Yes, go on")
    await world.carlos.again()
    [added] = world.deal.changing[0].terms.milestones[1:]
    assert str(added.title) == "a poster too"
    assert str(world.deal.changing[0].terms.milestones[-1].title) == "a poster too"
    await world.carlos.write("50 EUR")
    await world.carlos.write("3 days")
    assert world.carlos.newest.labels[0] == "Propose it"


async def test_what_was_being_added_by_hand_is_not_overwritten(world: World) -> None:
    await world.carlos.press("More…")
    await world.carlos.press("Propose a change")
    await world.carlos.press("Add a milestone")
    await world.carlos.write("/deals")
    await world.carlos.press("Logo")
    await asks_for_more(world, "a poster too")
    await world.carlos.press("Yes, go on")
    await world.carlos.write("50 EUR")
    added = world.deal.changing[0].terms.milestones[-1]
    assert (str(added.title), str(added.amount)) == ("a poster too", "50.00 EUR")
