"""A house on play money, and what its people do most."""

import pytest

from tests.bot.deals.world import World, build


@pytest.fixture
async def world() -> World:
    return await build()
