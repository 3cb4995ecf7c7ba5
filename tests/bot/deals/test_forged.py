"""Buttons that no card of ours carried, pressed by a party: answered, and no money moves."""

import pytest

from bot.parties import deal, disputing, papers, paying, talking, working
from bot.parties.kit import amounts, gathering
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.world import World
from tests.kit.phones import Person

ODD = ("", "x", "9" * 25, "0.x", "0.99", "³", ".", "changes.9", "dispute." + "9" * 25)


OF_A_DEAL = (paying, working, disputing, talking, deal, papers, gathering, amounts)


def verbs() -> list[str]:
    """Every verb that a running deal has."""
    return sorted({press.verb for room in OF_A_DEAL for press in room.PRESSES})


async def press_all(world: World, person: Person, rest: str, arg: str) -> None:
    for verb in verbs():
        before = len(world.phones.answers)
        await person.press_data(f"{verb}|{rest}|{arg}", person.newest)
        assert len(world.phones.answers) == before + 1, (verb, rest, arg)


@pytest.mark.parametrize("arg", ODD)
async def test_an_odd_button_is_answered_and_moves_no_money(world: World, arg: str) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("Request changes")
    await world.carlos.write("bigger letters")
    await world.carlos.press("Done")
    await world.carlos.write(f"/start deal-{world.id}")
    await world.carlos.press("More…")
    await world.carlos.press("Open dispute")
    await world.carlos.write("one is missing")
    await world.carlos.press("Done")
    entries, state = len(world.store.entries), world.state()
    seen = world.deal.milestone(1).seen
    for rest in (f"{world.id}|1|{seen}", f"{world.id}|1|"):
        await press_all(world, world.carlos, rest, arg)
    assert (len(world.store.entries), world.state()) == (entries, state)


async def test_a_due_date_that_no_button_has_is_an_old_button(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("Request changes")
    await world.carlos.write("bigger letters")
    await world.carlos.press("Done")
    forged = f"chgdue|{world.id}|1||{'9' * 18}"
    await world.carlos.press_data(forged, world.carlos.newest)
    await world.carlos.press("Request changes")
    await world.carlos.press("I'd like it different")
    await world.carlos.press_data(forged, world.carlos.newest)
    assert world.carlos.alert.startswith("That button is old")
    await world.carlos.press("Request changes")
    await world.carlos.press("3 days")
    assert "Yes, send it" in world.carlos.newest.labels


@pytest.mark.parametrize("rest", ["||", "NOSUCH|1|1", "{id}||", "{id}|0|1", "{id}|99|1"])
async def test_a_button_about_nothing_is_answered(world: World, rest: str) -> None:
    await funded(world, "120.00")
    await press_all(world, world.bina, rest.format(id=world.id), "1.12000")
    assert str(world.deal.milestone(1).held) == "120.00 EUR"
