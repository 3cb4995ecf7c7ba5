"""Each later step before the agreement is for who began it, while they may still answer."""

from typing import Any

import pytest

from tests.bot.parties.world import World, build
from tests.kit.phones import Person

PRESS, WRITE = "press", "write"
COUNTER = (
    (PRESS, "Suggest changes"),
    (PRESS, "The payment"),
    (PRESS, "Amount"),
    (WRITE, "250"),
    (PRESS, "Send changes"),
)
DRAFT = (
    (PRESS, "I'm the freelancer"),
    (WRITE, "Logo"),
    (PRESS, "Skip"),
    (WRITE, "300"),
    (PRESS, "EUR"),
    (WRITE, "5 days"),
    (WRITE, "three concepts"),
    (PRESS, "Create invite"),
)


@pytest.fixture
def world() -> World:
    return build()


async def does(person: Person, step: tuple[str, str]) -> None:
    how, what = step
    await (person.press(what) if how == PRESS else person.write(what))


async def tries(person: Person, holder: Person, step: tuple[str, str]) -> None:
    """The button of the holder's card, pressed by somebody else."""
    how, what = step
    if how == PRESS:
        shown = next(s for s in reversed(holder.chat) if any(x.startswith(what) for x in s.labels))
        await person.press_data(shown.data(what), person.newest)


def stands(world: World, holder: Person) -> Any:
    """The deal, what happened to it, and the holder's open forms."""
    deals = {d: row for d, row in world.store.deals.items() if row.creator == holder.id}
    shown = list(world.store.deals.values())
    events = [world.store.events(deal.id) for deal in shown]
    return deals or shown, events, world.store.rows.forms_of(holder.id, "parties")  # type: ignore[arg-type]


async def test_nobody_else_goes_on_with_a_draft(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    for person in (world.carlos, world.sam):
        await person.write("/start")
    for place, step in enumerate(DRAFT):
        before = stands(world, bina)
        for person in (world.carlos, world.sam) if place else ():
            await tries(person, bina, step)
            assert stands(world, bina) == before, (person.name, step)
        await does(bina, step)
    assert world.deal.invite is not None


async def test_nobody_else_goes_on_with_a_counter_offer(world: World) -> None:
    await world.invite()
    carlos = world.carlos
    await carlos.write(f"/start {world.link}")
    await world.sam.write("/start")
    for place, step in enumerate(COUNTER):
        await world.deliver()
        before = stands(world, carlos)
        for person in (world.bina, world.sam) if place else ():
            await tries(person, carlos, step)
            assert stands(world, carlos) == before, (person.name, step)
        await does(carlos, step)
    assert world.deal.claims[0].sent is not None


@pytest.mark.parametrize("stop", range(1, len(COUNTER)))
async def test_who_is_refused_between_two_steps_of_a_counter_offer_sends_nothing(
    world: World, stop: int
) -> None:
    await world.invite()
    carlos = world.carlos
    await carlos.write(f"/start {world.link}")
    for step in COUNTER[:stop]:
        await does(carlos, step)
    await world.deliver()
    await world.bina.press("No")
    assert world.deal.claims == ()
    before = stands(world, world.bina)
    await does(carlos, COUNTER[stop])
    assert stands(world, world.bina)[:2] == before[:2]


async def test_a_question_to_who_withdrew_the_invite_meanwhile_is_not_asked(world: World) -> None:
    await world.invite()
    carlos = world.carlos
    await carlos.write(f"/start {world.link}")
    await carlos.press("Ask a question")
    await world.bina.press("Withdraw")
    await world.bina.press("Withdraw")
    before = stands(world, world.bina)
    await carlos.write("May I know more?")
    assert stands(world, world.bina)[:2] == before[:2]
