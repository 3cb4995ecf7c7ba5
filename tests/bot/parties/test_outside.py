"""A card number or "pay me directly": both are warned, wherever it stands; nothing is stopped."""

from __future__ import annotations

import pytest

from tests.bot.parties.world import World, build

CARD = "6037 9975 9900 0008"
WARNED = "Money that is not paid through this deal is not held"


@pytest.fixture
def world() -> World:
    return build()


def warnings(world: World) -> list[int]:
    """Who was warned, in order."""
    return [n.to for n in world.store.notices if n.kind == "outside-named"]


async def test_a_card_number_in_the_terms_warns_who_writes_them_and_who_reads_them(
    world: World,
) -> None:
    await world.draft(title=f"Logo, pay to {CARD}")
    await world.deliver()
    assert warnings(world) == [world.bina.id]
    assert world.bina.sees("There is a card number in what was written")
    preview = next(m for m in reversed(world.bina.chat) if "Create invite" in m.labels)
    await world.bina.press("Create invite", preview)
    await world.carlos.write(f"/start {world.link}")
    assert "There is a card number in these terms" in world.carlos.newest.text
    assert WARNED in world.carlos.newest.text


async def test_a_question_before_the_agreement_warns_both(world: World) -> None:
    await world.invite()
    await world.carlos.write(f"/start {world.link}")
    await world.carlos.press("Ask a question")
    await world.carlos.write("Can I pay you directly, outside the bot?")
    await world.deliver()
    assert set(warnings(world)) == {world.bina.id, world.carlos.id}
    for person in (world.bina, world.carlos):
        assert person.sees("sounds like paying each other directly")


async def test_terms_without_any_of_it_warn_nobody(world: World) -> None:
    await world.agree()
    assert not warnings(world)
    assert not world.carlos.sees(WARNED)
