"""A house on play money, whose deals the cards show."""

import pytest

from tests.bot.deals.world import World, build


@pytest.fixture
async def world() -> World:
    return await build()
