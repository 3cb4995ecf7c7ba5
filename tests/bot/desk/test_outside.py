"""Arbiters of other houses at the desk, and what the two sides read of them."""

from __future__ import annotations

from core.deal.context import Staff
from core.disputing import TakeDispute
from tests.bot.deals.states import called
from tests.bot.deals.world import World as Sides
from tests.bot.deals.world import build
from tests.bot.desk.world import ARAM, NOOR, World
from tests.kit.phones import plain

OURS = "belongs to another house"


def lent(world: World | Sides) -> None:
    """Noor is of another house."""
    escrow = world.app.escrow if isinstance(world, World) else world.escrow
    staff = escrow.staff
    escrow.staff = Staff(
        frozenset({ARAM}), frozenset(), staff.treasurers - {NOOR}, frozenset({NOOR})
    )


async def test_who_is_of_another_house_takes_a_case_and_the_file_says_so(world: World) -> None:
    lent(world)
    await world.dispute()
    await world.press(NOOR, "Take")
    await world.deliver()
    assert world.case_now.arbiter == NOOR
    assert "Who has this case is of another house" in world.case.text
    await world.press(NOOR, "Rule…")
    assert "Release" in " ".join(world.last().labels)


async def test_what_the_list_says_of_somebody_of_another_house(world: World) -> None:
    lent(world)
    await world.write(NOOR, "/queue", None)
    await world.write(ARAM, f"/person {NOOR}", None)
    assert "On the list: of another house" in world.group.in_topic(None)[-1].text


async def test_both_sides_read_on_their_cards_of_which_house_the_arbiter_is() -> None:
    world = await build()
    lent(world)
    await called(world)
    await world.do(TakeDispute(actor=NOOR, deal=world.id, milestone=1))
    await world.deliver()
    for side in (world.bina, world.carlos):
        assert OURS in plain(side.newest.text)


async def test_of_an_arbiter_of_ours_nothing_is_said() -> None:
    world = await build()
    lent(world)
    await called(world)
    await world.do(TakeDispute(actor=ARAM, deal=world.id, milestone=1))
    await world.deliver()
    assert OURS not in plain(world.bina.newest.text)
