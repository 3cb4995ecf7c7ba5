"""What is too much for a new client is said as the amount is typed, and what would help."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.values.money import Money
from tests.bot.parties.world import World, build
from tests.kit.phones import plain


@pytest.fixture
def world() -> World:
    world = build(currencies=("EUR",))
    world.escrow.policy = replace(world.escrow.policy, newcomer_limit={"EUR": 50000})
    return world


async def typed(world: World, side: str, amount: str) -> str:
    bina = world.bina
    await bina.write("/new")
    await bina.press(side)
    await bina.write("Logo")
    await bina.press("Skip")
    await bina.write("Drafts")
    await bina.write(amount)
    return plain(bina.newest.text)


async def test_a_new_client_reads_the_limit_what_is_open_and_what_would_help(world: World) -> None:
    said = await typed(world, "I'm the client", "500.01")
    assert "we hold 500.00 EUR at most for you at once" in said
    assert "Your other open deals may come to 0.00 EUR, and this one to 500.01 EUR" in said
    assert "smaller milestones" in said
    assert "3 more completed deals" in said
    assert "Get help" in said
    assert not world.terms.milestones
    await world.bina.write("500")
    assert world.terms.milestones[0].amount == Money(50000, "EUR")


async def test_a_freelancer_may_ask_any_amount(world: World) -> None:
    await typed(world, "I'm the freelancer", "9000")
    assert world.terms.milestones[0].amount == Money(900000, "EUR")
