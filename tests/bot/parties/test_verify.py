"""`/verify`: who is of the team, who is one's own other side, and who only says so."""

from __future__ import annotations

import pytest

from core.ports import gone_flag
from tests.bot.parties.world import ARAM, BINA, CARLOS, SAM, World, build


@pytest.fixture
def world() -> World:
    return build()


async def test_ones_own_client_is_no_impostor(world: World) -> None:
    await world.agree()
    for person, other, name in ((world.bina, CARLOS, "Carlos"), (world.carlos, BINA, "Bina")):
        await person.write(f"/verify {other}")
        assert f"{name}, the other side of your deal “Logo”" in person.newest.text
        assert "send no money" not in person.newest.text


async def test_who_is_somebody_elses_other_side_is_told_to_nobody(world: World) -> None:
    await world.agree()
    await world.sam.write(f"/verify {CARLOS}")
    assert "is not one of our team. If somebody writes to you in our name" in world.sam.newest.text
    assert "Carlos" not in world.sam.newest.text


async def test_who_waits_to_be_confirmed_is_no_other_side_yet(world: World) -> None:
    await world.claimed()
    await world.bina.write(f"/verify {CARLOS}")
    assert "is not one of our team" in world.bina.newest.text


async def test_one_is_oneself(world: World) -> None:
    await world.sam.write(f"/verify {SAM}")
    assert "is you" in world.sam.newest.text


async def test_who_left_the_arbiters_group_is_of_the_team_no_more(world: World) -> None:
    await world.sam.write(f"/verify {ARAM}")
    assert "is one of our team" in world.sam.newest.text
    await world.app.edge.set_flag(gone_flag(ARAM), "gone")
    await world.sam.write(f"/verify {ARAM}")
    assert "is not one of our team" in world.sam.newest.text


async def test_a_person_who_calls_themself_the_house_is_shown_by_number(world: World) -> None:
    world.sam.name = "Support"
    await world.claimed(world.sam)
    assert world.store.people[SAM].name == str(SAM)
    assert "Support" not in world.bina.newest.text
