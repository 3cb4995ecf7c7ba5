"""Waiting for the client's material, and a pause, pressed by both sides in their own chats."""

from datetime import timedelta

import pytest

from bot.buttons import Press
from core.deal.milestone import State
from core.deal.pause import PauseEnd
from tests.bot.deals.acts import asked_for_changes, funded, handed_in
from tests.bot.deals.world import World, build

DAY = timedelta(days=1)


@pytest.fixture
async def world() -> World:
    world = await build()
    await funded(world, "120.00")
    return world


async def waits(world: World) -> None:
    await world.bina.press("More…")
    await world.bina.press("Waiting for the client")
    await world.bina.write("I need the logo as SVG")
    await world.bina.send("sketch.png")
    await world.bina.press("Done")
    await world.deliver()


async def asks_for_a_pause(world: World) -> None:
    await world.carlos.press("More…")
    await world.carlos.press("Ask for a pause")
    await world.carlos.write("4 days")
    await world.carlos.write("our office is closed")
    await world.carlos.press("Yes, ask")
    await world.deliver()


async def test_a_freelancer_waits_and_the_client_sends_what_is_missing(world: World) -> None:
    due = world.deal.milestones[0].due_at
    assert due is not None
    await waits(world)
    assert world.state() is State.PAUSED
    assert world.carlos.sees("I need the logo as SVG")
    assert world.carlos.sees("say that it is all there")
    assert world.carlos.sees("you cannot cancel it as late")
    assert world.bina.newest.labels[0] == "Remind them"
    world.clock.forward(DAY)
    await world.carlos.press("Here it is")
    assert world.carlos.sees("I need the logo as SVG")
    await world.carlos.send("logo.svg", caption="here it is")
    await world.carlos.press("Done")
    await world.deliver()
    m = world.deal.milestones[0]
    assert (m.state, m.due_at) == (State.IN_PROGRESS, due + DAY)
    assert [file.name for file in m.pauses[0].given] == ["logo.svg"]
    assert world.bina.sees("sent what you waited for")
    assert world.bina.sees("here it is")


async def test_a_client_says_that_nothing_is_missing_with_a_second_tap(world: World) -> None:
    await waits(world)
    await world.carlos.press("It is all there")
    assert world.state() is State.PAUSED, "the first tap only says what it means"
    await world.carlos.press("Yes, it is all there")
    await world.deliver()
    assert world.state() is State.IN_PROGRESS
    assert world.bina.sees("says that nothing is missing")


async def test_a_freelancer_goes_on_before_anything_came(world: World) -> None:
    await waits(world)
    await world.bina.press("Go on working")
    await world.bina.press("Yes, go on")
    await world.deliver()
    assert world.deal.milestones[0].pauses[0].end is PauseEnd.RESUMED
    assert world.carlos.sees("Bina goes on with")
    assert "Here it is" not in world.carlos.newest.labels


async def test_a_client_who_never_answers_reads_what_that_costs(world: World) -> None:
    await waits(world)
    for _ in range(3):
        world.clock.forward(7 * DAY)
        await world.escrow.sweep()
        await world.deliver()
    assert world.bina.sees("cannot cancel it as late")
    assert world.carlos.sees("You did not send Bina what was missing")
    await world.carlos.press("More…")
    assert "Cancel as late" not in world.carlos.newest.labels
    assert "Open dispute" in world.carlos.newest.labels


async def test_words_are_needed_to_wait_and_a_file_alone_is_not_enough(world: World) -> None:
    await world.bina.press("More…")
    await world.bina.press("Waiting for the client")
    await world.bina.send("sketch.png")
    await world.bina.press("Done")
    assert world.state() is State.IN_PROGRESS
    await world.bina.write("the logo")
    await world.bina.press("Done")
    assert world.state() is State.PAUSED


async def test_what_was_being_sent_is_not_lost_when_the_freelancer_goes_on(world: World) -> None:
    await waits(world)
    await world.carlos.press("Here it is")
    await world.carlos.write("on my way")
    await world.bina.press("Go on working")
    await world.bina.press("Yes, go on")
    await world.deliver()
    await world.carlos.write("and one more")
    assert world.state() is State.IN_PROGRESS
    assert world.carlos.sees("does not wait for this any more")


async def test_both_agree_to_a_pause_and_it_ends_by_itself(world: World) -> None:
    due = world.deal.milestones[0].due_at
    assert due is not None
    await asks_for_a_pause(world)
    assert world.bina.sees("Carlos asks for a pause of 4 days")
    assert world.bina.sees("our office is closed")
    await world.bina.press("Agree to the pause")
    await world.deliver()
    assert world.state() is State.PAUSED
    assert world.carlos.sees("You both agreed to this pause")
    assert "Remind them" not in world.carlos.newest.labels
    world.clock.forward(4 * DAY)
    await world.escrow.sweep()
    await world.deliver()
    m = world.deal.milestones[0]
    assert (m.state, m.due_at) == (State.IN_PROGRESS, due + 4 * DAY)
    assert world.carlos.sees("is over: the work goes on")


@pytest.mark.parametrize("words", ["15 days", "0 days", "yesterday", "two moons"])
async def test_a_length_that_is_none_for_a_pause_is_refused_and_asked_again(
    world: World, words: str
) -> None:
    await world.bina.press("More…")
    await world.bina.press("Ask for a pause")
    await world.bina.write(words)
    assert not world.deal.proposals
    await world.bina.press("7 days")
    await world.bina.press("Yes, ask")
    assert world.deal.proposals[0].pause == 7 * DAY


async def test_the_other_sides_tap_does_nothing(world: World) -> None:
    await waits(world)
    seen = world.deal.milestones[0].seen
    for person, verb in (
        (world.bina, "all-there.do"),
        (world.carlos, "resume.do"),
        (world.sam, "all-there.do"),
        (world.sam, "resume.do"),
    ):
        if not person.chat:
            await person.write("/start")
        press = Press(verb, world.id, 1, seen, "0.12000").pack()
        await person.press_data(press, person.newest)
        assert world.state() is State.PAUSED, (person.name, verb)


async def test_of_many_rare_steps_the_last_stand_behind_more(world: World) -> None:
    await handed_in(world)
    await asked_for_changes(world, "blue is not green")
    await world.bina.press("More…")
    first = world.bina.newest.labels
    assert len(first) == 8
    assert "Open dispute" not in first
    await world.bina.press("More…")
    assert {"Withdraw", "Open dispute"} <= set(world.bina.newest.labels)
    assert not set(first) & set(world.bina.newest.labels) - {"Back"}


async def test_a_pause_until_a_date_says_that_date_and_that_it_begins_with_the_answer(
    world: World,
) -> None:
    await world.carlos.press("More…")
    await world.carlos.press("Ask for a pause")
    await world.carlos.write("10 January")
    assert world.carlos.sees("It begins once Bina agrees: if that is now, it lasts until 10 Jan")
