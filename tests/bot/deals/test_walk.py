"""A whole deal, button by button: paid, handed in, approved."""

from datetime import timedelta

import pytest

from core.milestone import State
from tests.bot.deals.phones import plain
from tests.bot.deals.world import World, build


@pytest.fixture
async def world() -> World:
    return await build()


async def funded(world: World, *parts: str, **rules: object) -> None:
    await world.agree(*parts, **rules)  # type: ignore[arg-type]
    await world.carlos.press("Pay")
    await world.carlos.press("Yes, pay")
    await world.deliver()


async def handed_in(world: World) -> None:
    await world.bina.press("Submit work")
    await world.bina.send("drafts.svg")
    await world.bina.press("Done")
    await world.bina.press("Done as agreed")
    await world.bina.write("SVG, and the fonts")
    await world.bina.press("Yes, submit")
    await world.deliver()


async def test_a_deal_is_paid_handed_in_and_approved_by_buttons_alone(world: World) -> None:
    await funded(world, "120.00")
    assert world.deal.milestones[0].state is State.IN_PROGRESS
    await handed_in(world)
    assert world.deal.milestones[0].state is State.SUBMITTED
    assert world.carlos.chat[-3].file == "drafts.svg"
    await world.carlos.press("Approve and release", world.carlos.chat[-2])
    assert "120.00 EUR" in world.carlos.chat[-2].text
    assert "Bina" in world.carlos.chat[-2].text
    await world.carlos.press("Yes, release 120.00 EUR")
    await world.deliver()
    assert world.deal.milestones[0].state is State.RELEASED
    assert world.bina.sees("To you: 120.00 EUR")
    for person in (world.bina, world.carlos):
        print("=====", person.name)
        for shown in person.chat:
            print("---", shown.id, shown.labels, shown.file)
            print(plain(shown.text))
