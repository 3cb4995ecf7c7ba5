"""Commands at the desk, however they are written."""

import pytest

from tests.bot.desk.world import ARAM, World


@pytest.mark.parametrize(
    "typed", ["/CASE {}", "/Case   {}", "/case\n{}", "/case@Holdfast_DESK_bot {}"]
)
async def test_a_command_is_read_without_case_and_with_odd_spaces(world: World, typed: str) -> None:
    await world.dispute()
    await world.write(ARAM, typed.format(world.id), None)
    assert world.id in world.group.last().text
