"""In which city one is: asked once, on the card of the first agreement, of who never said it."""

import pytest

from tests.bot.parties.world import BINA, World, build
from tests.kit.phones import Person, plain


@pytest.fixture
def world() -> World:
    return build()


def asks(person: Person) -> bool:
    """On the newest card, as its last question."""
    newest = person.newest
    asked = "Where are you?" in plain(newest.text)
    assert ({"My city…", "Not now"} <= set(newest.labels)) is asked
    return asked


async def test_it_is_asked_on_the_card_of_the_first_agreement_and_not_before(world: World) -> None:
    await world.claimed()
    assert not asks(world.bina)
    before = len(world.bina.chat)
    await world.bina.press("Yes, it's them")
    assert asks(world.bina)
    assert len(world.bina.chat) == before, "it is no message of its own"


async def test_of_who_agreed_first_it_is_asked_at_their_own_next_step(world: World) -> None:
    await world.agree()
    assert not asks(world.carlos)
    await world.carlos.press("Pay")
    await world.carlos.press("Yes, pay")
    assert asks(world.carlos)


async def test_a_city_counts_from_then_on_and_the_card_stays(world: World) -> None:
    await world.agree()
    await world.bina.press("My city…")
    await world.bina.write("Madrid")
    assert world.store.people[BINA].zone == "Europe/Madrid"
    assert any("Where are you?" in plain(s.text) for s in world.bina.chat)
    await world.agree()
    assert not asks(world.bina)


async def test_not_now_takes_the_question_off_the_card_for_good(world: World) -> None:
    await world.agree()
    await world.bina.press("Not now")
    assert not asks(world.bina)
    world.app.placed = type(world.app.placed)()  # after a restart
    await world.agree()
    assert not asks(world.bina)


async def test_who_chose_a_city_before_is_not_asked(world: World) -> None:
    await world.bina.write("/settings")
    await world.bina.press("Time zone")
    await world.bina.write("Madrid")
    await world.agree()
    assert not asks(world.bina)
