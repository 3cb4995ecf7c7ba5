"""What is asked at the agreement, and what a question says of the house's rules."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.bot.parties.world import World, build
from tests.kit.phones import plain


@pytest.fixture
def world() -> World:
    return build()


async def test_the_safety_phrase_is_asked_for_with_the_agreement_and_no_more_once_it_is_set(
    world: World,
) -> None:
    await world.agree()
    for person in (world.bina, world.carlos):
        agreed = next(s for s in person.chat if "no safety phrase" in plain(s.text))
        assert "You have no safety phrase yet" in plain(agreed.text)
        assert "Safety phrase" in agreed.labels
    await world.carlos.press("Safety phrase")
    await world.carlos.write("blue horse at noon")
    await world.agree()
    assert not [s for s in world.carlos.chat[-3:] if "no safety phrase" in plain(s.text)]


async def test_what_is_asked_from_the_agreement_leaves_its_words(world: World) -> None:
    await world.agree()
    for person, words in ((world.carlos, "You have an agreement"), (world.bina, "is to pay")):
        agreed = next(s for s in person.chat if words in plain(s.text))
        await person.press("Safety phrase")
        assert "Please send a few words" in plain(person.newest.text)
        now = next(s for s in person.chat if s.id == agreed.id)
        assert words in plain(now.text)
        assert "Safety phrase" in now.labels


async def test_the_least_time_to_look_is_the_house_s_and_shorter_ones_are_not_offered(
    world: World,
) -> None:
    world.escrow.policy = replace(world.escrow.policy, min_review=timedelta(days=6))
    await world.draft()
    await world.bina.press("Change…")
    await world.bina.press("Rules")
    await world.bina.press("7 days to look")
    shown = plain(world.bina.newest.text)
    assert "At least 6 days." in shown
    labels = world.bina.newest.labels
    assert not [label for label in labels if label.startswith(("3 ", "5 "))]
