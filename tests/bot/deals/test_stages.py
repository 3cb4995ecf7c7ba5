"""The stages of a dispute as the two see them: whose turn, until when, and what to press."""

from __future__ import annotations

from core.deal.stage import Stage
from tests.bot.deals.states import add_nothing, disputed
from tests.bot.deals.world import BINA, World
from tests.kit.phones import plain


def stage(world: World) -> Stage:
    return world.deal.disputes[0].stage


async def talking(world: World) -> None:
    """The freelancer has answered."""
    await disputed(world)
    await world.deliver()
    await world.bina.press("My side")
    await world.bina.write("all three are there")
    await world.bina.press("Done")
    await world.bina.press("All: 120.00 EUR")
    await world.bina.press("Yes, send my side")
    await world.deliver()


async def test_both_see_until_when_they_can_agree_and_what_comes_then(world: World) -> None:
    await talking(world)
    for person, other in ((world.bina, "Carlos"), (world.carlos, "Bina")):
        shown = person.newest
        assert f"You and {other}" in plain(shown.text)
        assert "After that an arbiter decides who gets the money" in plain(shown.text)
        assert {"Offer…", "Add evidence", "Call the arbiter"} <= set(shown.labels)
        assert "My side" not in shown.labels, "both have told it"


async def test_one_calls_the_arbiter_and_the_other_agrees(world: World) -> None:
    await talking(world)
    await world.carlos.press("Call the arbiter")
    assert "the arbiter is called at once, otherwise on" in plain(world.carlos.newest.text)
    await world.carlos.press("Yes, call")
    await world.deliver()
    assert stage(world) is Stage.NEGOTIATION
    assert "Call the arbiter" not in world.carlos.newest.labels
    assert "called the arbiter about" in plain(world.bina.newest.text)
    await world.bina.press("Call the arbiter")
    assert "If you agree, the arbiter is called now" in plain(world.bina.newest.text)
    await world.bina.press("Yes, call")
    await world.deliver()
    assert stage(world) is Stage.OPEN
    assert world.carlos.sees("Both of you called the arbiter")
    for person in (world.bina, world.carlos):
        assert {"Add evidence", "Nothing to add"} <= set(person.newest.labels)


async def test_who_has_nothing_to_add_says_so_of_the_case_that_they_saw(world: World) -> None:
    await talking(world)
    for person in (world.carlos, world.bina):
        await person.press("Call the arbiter")
        await person.press("Yes, call")
    await world.deliver()
    await world.carlos.press("Nothing to add")
    sure = world.carlos.newest
    await world.bina.press("Add evidence")
    await world.bina.write("look at the second file")
    await world.bina.press("Done")
    await world.carlos.press("Yes, nothing to add", sure)
    filing = world.deal.disputes[0].filing
    assert filing is not None
    assert filing.done == (), "something came since"
    await add_nothing(world, BINA)
    await world.deliver()
    await world.carlos.press("Nothing to add")
    await world.carlos.press("Yes, nothing to add")
    assert world.deal.unheard(world.deal.disputes[0]) is None
