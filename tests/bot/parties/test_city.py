"""In which city one is: asked on every live card from the first agreement on, until it is said."""

import pytest

from tests.bot.parties.world import BINA, World, build
from tests.kit.phones import Person, plain


@pytest.fixture
def world() -> World:
    return build()


def asks(person: Person) -> bool:
    """On the newest card, as its last question."""
    newest = person.newest
    asked = "Are you elsewhere?" in plain(newest.text)
    assert ({"My city…", "Not now"} <= set(newest.labels)) is asked
    return asked


async def test_it_is_asked_on_the_card_of_the_first_agreement_and_not_before(world: World) -> None:
    await world.claimed()
    assert not asks(world.bina)
    before = len(world.bina.chat)
    await world.bina.press("Yes, it's them")
    assert asks(world.bina)
    assert len(world.bina.chat) == before, "it is no message of its own"


async def test_it_is_asked_of_who_agreed_first_on_the_card_that_tells_them(world: World) -> None:
    await world.agree()
    assert "You have an agreement" in plain(world.carlos.newest.text)
    assert asks(world.carlos)


async def test_it_goes_on_with_the_card_until_it_is_answered(world: World) -> None:
    await world.agree()
    await world.carlos.press("Pay")
    await world.carlos.press("Yes, pay")
    assert asks(world.carlos), "on what their own press made of the card"
    await world.deliver()
    assert asks(world.bina), "on the news of it"
    await world.bina.press("Not now")
    assert not asks(world.bina)
    assert asks(world.carlos), "each for themselves"


async def test_the_city_of_the_house_itself_is_an_answer_too(world: World) -> None:
    await world.agree()
    await world.bina.press("My city…")
    await world.bina.write(world.app.settings.operator.time_zone)
    await world.agree()
    assert not asks(world.bina)


async def test_a_city_counts_from_then_on_and_the_card_stays(world: World) -> None:
    await world.agree()
    await world.bina.press("My city…")
    await world.bina.write("Madrid")
    assert world.store.people[BINA].zone == "Europe/Madrid"
    assert any("Are you elsewhere?" in plain(s.text) for s in world.bina.chat)
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
