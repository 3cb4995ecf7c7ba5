"""A fresh house a test."""

import pytest

from tests.bot.desk.world import World, build


@pytest.fixture
async def world() -> World:
    return await build()
