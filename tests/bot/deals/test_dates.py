"""A date that a side types for a length is said as that date before it goes out."""

from __future__ import annotations

import pytest

from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.world import World, build
from tests.kit.phones import plain


@pytest.fixture
async def world() -> World:
    world = await build()
    await funded(world, "120.00")
    return world


async def test_a_round_until_a_date_is_told_with_that_date_and_its_length(world: World) -> None:
    await handed_in(world)
    await world.carlos.press("Request changes")
    await world.carlos.write("make it warmer")
    await world.carlos.press("Done")
    await world.carlos.press("Not what we agreed")
    await world.carlos.press("1. three concepts")
    await world.carlos.write("14 January")
    told = plain(world.carlos.newest.text)
    assert "for it, from when you send it: until 14 January" in told
    assert "Bina has 9 days" in told


async def test_more_time_until_a_date_is_told_with_that_date(world: World) -> None:
    await world.bina.press("More…")
    await world.bina.press("Ask for more time")
    await world.bina.write("20 January")
    assert world.bina.sees("would then be due by 20 January")
