"""A new client's limit, at the desk: `/person` says it, `/allow` raises it and takes it back."""

from __future__ import annotations

import pytest

from core.values.policy import Policy
from tests.bot.desk.test_treasury import press
from tests.bot.desk.world import ARAM, BINA, CARLOS, TESS, World, build


@pytest.fixture
async def world() -> World:
    return await build(Policy(newcomer_limit={"EUR": 50000}))


async def raised(world: World, why: str = "They run a shop.") -> None:
    await world.write(TESS, f"/allow {CARLOS} 2000 eur", None)
    await world.write(TESS, why, None)
    await press(world, TESS, "Raise the limit")
    await world.deliver()


def last(world: World) -> str:
    return world.group.in_topic(None)[-1].text


async def test_it_is_raised_for_one_person_with_a_reason_and_a_second_tap(world: World) -> None:
    await world.write(TESS, f"/allow {CARLOS} 2000 EUR", None)
    assert "2,000.00 EUR at most held at once, instead of 500.00 EUR" in last(world)
    await world.write(TESS, "They run a shop.", None)
    assert "They run a shop." in last(world)
    assert world.store.rows.allowances == {}
    await world.write(TESS, "They run two shops.", None)
    await press(world, TESS, "Raise the limit")
    (kept,) = world.store.rows.allowances.values()
    assert (kept.person, str(kept.amount), kept.by) == (CARLOS, "2000.00 EUR", TESS)
    assert str(kept.why) == "They run two shops."
    assert world.notice("more-allowed").to == CARLOS
    await world.write(ARAM, f"/person {CARLOS}", None)
    assert "500.00 EUR at most, until 3 deals are completed. So far: 2" in last(world)
    assert "Raised to 2,000.00 EUR by" in last(world)
    assert "They run two shops." in last(world)


async def test_it_is_taken_back_without_an_amount(world: World) -> None:
    await raised(world)
    await world.write(TESS, "/allow @carlos EUR", None)
    assert "500.00 EUR at most held at once again" in last(world)
    await world.write(TESS, "They sold it.", None)
    await press(world, TESS, "Take it back")
    assert world.store.rows.allowances == {}
    assert world.notice("no-more-allowed").to == CARLOS
    await world.write(ARAM, f"/person {CARLOS}", None)
    assert "Raised" not in last(world)


@pytest.mark.parametrize(
    ("who", "typed", "says"),
    [
        (ARAM, f"/allow {CARLOS} 2000 EUR", "treasurer"),
        (TESS, f"/allow {CARLOS} 2000 USD", "no limit for new clients in USD"),
        (TESS, f"/allow {CARLOS} 500 EUR", "not raised"),
        (TESS, f"/allow {CARLOS} 499 EUR", "type more than that"),
        (TESS, f"/allow {CARLOS} much EUR", "amount"),
        (TESS, f"/allow {CARLOS} EUR", "not raised"),
        (TESS, "/allow 4242 600 EUR", "We know no one"),
        (TESS, "/allow", "/allow 123456789"),
    ],
)
async def test_what_cannot_be_allowed_is_said_before_a_reason_is_asked_for(
    world: World, who: int, typed: str, says: str
) -> None:
    await world.write(who, typed, None)  # type: ignore[arg-type]
    assert says in last(world)
    assert not world.store.rows.forms


async def test_where_there_is_no_limit_the_desk_reads_of_none() -> None:
    world = await build()
    await world.write(ARAM, f"/person {BINA}", None)
    assert "Held for them at once" not in last(world)


async def test_a_button_of_another_amount_raises_nothing(world: World) -> None:
    await world.write(TESS, f"/allow {CARLOS} 2000 EUR", None)
    await world.write(TESS, "They run a shop.", None)
    shown = world.group.in_topic(None)[-1]
    await world.write(TESS, "/cancel", None)
    await world.write(TESS, f"/allow {CARLOS} 9000 EUR", None)
    await world.write(TESS, "They run a shop.", None)
    await world.press(TESS, "Raise the limit", shown)
    assert world.store.rows.allowances == {}
