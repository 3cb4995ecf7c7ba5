"""Once everything is delivered, no message carries a button that would be answered as old.

Generated: each state of a deal, reached step by step, with everything delivered after each step;
and the same where each side has opened what its card offered first, and left it there.
"""

from __future__ import annotations

from typing import Any, Final

import pytest

from bot.buttons import Press
from bot.parties.ages import act_of
from core.deal.commands import Command
from core.values.ids import PersonId
from tests.bot.deals.probing import old_buttons, presses
from tests.bot.deals.states import STATES, Reach
from tests.bot.deals.test_dead_buttons import EVERY
from tests.bot.deals.world import World
from tests.kit.phones import Person

READ: Final = [pytest.param(reach, False, id=f"{reach.__name__}-read") for reach in STATES]
BEGUN: Final = [
    pytest.param(reach, True, id=f"{reach.__name__}-begun")
    for reach in STATES
    if reach.__name__ in (*EVERY, "completed")
]


async def opens(person: Person) -> None:
    """The first step that anything in the chat offers is begun, and left there."""
    for shown, _, data in reversed(presses(person)):
        press = Press.unpack(data)
        if press is not None and press.milestone is not None and act_of(press) is not None:
            await person.press_data(data, shown)
            return


async def draws(world: World, actor: PersonId) -> None:
    """Who acts by a button gets the card in its place."""
    for person in (world.bina, world.carlos):
        live = world.edge.cards.get((PersonId(person.id), world.id))
        if person.id == actor and live is not None:
            shown = next(s for s in person.chat if s.id == live)
            await person.press_data(f"deal|{world.id}", shown)


def step_by_step(world: World, monkeypatch: pytest.MonkeyPatch, *, opened: bool) -> None:
    """After each step everything is delivered."""
    do = world.do

    async def slowly(command: Command) -> Any:
        for person in (world.bina, world.carlos) if opened else ():
            await opens(person)
        outcome = await do(command)
        await draws(world, command.actor)
        await world.deliver()
        return outcome

    monkeypatch.setattr(world, "do", slowly)


@pytest.mark.parametrize(("reach", "opened"), [*READ, *BEGUN])
async def test_nothing_old_stands(
    world: World,
    reach: Reach,
    opened: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    step_by_step(world, monkeypatch, opened=opened)
    await reach(world)
    await world.deliver()
    assert await old_buttons(world, (world.bina, world.carlos)) == []


@pytest.mark.parametrize("reach", [p.values[0] for p in BEGUN], ids=lambda reach: reach.__name__)
async def test_a_form_that_was_left_leaves_nothing_old(world: World, reach: Reach) -> None:
    await reach(world)
    await world.deliver()
    for person in (world.bina, world.carlos):
        await opens(person)
        await person.write("/cancel")
        await person.press_data(f"help|{world.id}", person.newest)
        await person.write("/cancel")
    await world.deliver()
    assert await old_buttons(world, (world.bina, world.carlos)) == []
