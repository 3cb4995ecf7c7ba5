"""From /start to the agreement, button by button."""

from datetime import timedelta

import pytest

from core.deal.model import DealState
from core.deal.terms import Role
from core.values.money import Money
from tests.bot.parties.world import CARLOS, World, build


@pytest.fixture
def world() -> World:
    return build()


async def test_start_shows_the_menu_to_somebody_new(world: World) -> None:
    await world.bina.write("/start")
    assert "New deal" in world.bina.newest.labels
    assert "Is this safe?" in world.bina.newest.labels


async def test_a_draft_is_asked_question_by_question_and_ends_in_the_preview(world: World) -> None:
    await world.draft()
    [milestone] = world.terms.milestones
    assert str(world.terms.title) == "Logo"
    assert world.terms.creator_role is Role.FREELANCER
    assert milestone.amount == Money(30000, "EUR")
    assert milestone.duration == timedelta(days=5)
    assert [str(line) for line in milestone.criteria] == ["three concepts", "SVG files"]
    assert world.bina.newest.labels == ["Create invite", "Change…", "Discard"]
    assert "300.00 EUR" in world.bina.newest.text


async def test_two_people_come_to_an_agreement(world: World) -> None:
    await world.invite()
    assert world.deal.state is DealState.INVITED
    assert world.bina.sees(f"https://t.me/holdfast_bot?start={world.link}")
    await world.carlos.write(f"/start {world.link}")
    assert "Accept" in world.carlos.newest.labels
    await world.carlos.press("Accept")
    words = " ".join(world.deal.claims[0].safety_words)
    assert words in world.carlos.newest.text
    await world.deliver()
    assert words in world.bina.newest.text
    assert str(CARLOS) in world.bina.newest.text
    await world.bina.press("Yes, it's them")
    assert world.deal.agreement is not None
    both = world.deal.agreement.acceptances
    assert [(a.locale, a.button) for a in both] == [("en", "Create invite"), ("en", "Accept")]
    await world.deliver()
    assert world.carlos.sees("You have an agreement")
    assert "is to pay" in world.bina.newest.text, "who says yes has the card in its place"
