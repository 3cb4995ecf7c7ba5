"""Buttons from before the agreement, pressed when what they do can not be done any more."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.bot.deals.probing import old_buttons
from tests.bot.parties.world import World, build
from tests.kit.phones import Person, Shown, plain

OLD = "That button is old. Here is how it stands"


@pytest.fixture
def world() -> World:
    return build()


def card_with(person: Person, label: str) -> Shown:
    return next(s for s in reversed(person.chat) if any(b.startswith(label) for b in s.labels))


def kept(world: World) -> tuple[Any, ...]:
    return world.deal, len(world.store.journal), dict(world.store.rows.forms)


async def expired(world: World) -> None:
    world.clock.forward(timedelta(days=8))
    await world.app.escrow.sweep()
    await world.deliver()


async def withdrawn(world: World) -> None:
    await world.bina.press("Withdraw", card_with(world.bina, "Withdraw"))
    await world.bina.press("Withdraw")
    await world.deliver()


async def agreed_with_another(world: World) -> None:
    await world.sam.write(f"/start {world.link}")
    await world.sam.press("Accept")
    await world.deliver()
    await world.bina.press("Yes, it's them")
    await world.deliver()


ENDS = pytest.mark.parametrize(
    "end", [expired, withdrawn, agreed_with_another], ids=lambda end: end.__name__
)


@ENDS
@pytest.mark.parametrize("label", ["Accept", "Suggest changes", "Decline", "Ask a question"])
async def test_the_invited_are_shown_how_it_stands_and_the_card_goes(
    world: World, end: Any, label: str
) -> None:
    await world.invite()
    await world.carlos.write(f"/start {world.link}")
    card = world.carlos.newest
    data = card.data(label)
    await end(world)
    before = kept(world)
    await world.carlos.press_data(data, card)
    assert world.carlos.alert == OLD
    assert kept(world) == before
    assert label not in card.labels, "the old card does not stay"


@pytest.mark.parametrize("end", [expired, withdrawn], ids=lambda end: end.__name__)
@pytest.mark.parametrize("label", ["Yes, it's them", "No", "Answer"])
async def test_the_answer_about_an_earlier_claim_shows_how_it_stands(
    world: World, end: Any, label: str
) -> None:
    await world.claimed()
    card = card_with(world.bina, "Yes, it's them")
    data = card.data(label)
    await end(world)
    before = kept(world)
    await world.bina.press_data(data, card)
    assert world.bina.alert == OLD
    assert kept(world) == before


@pytest.mark.parametrize("label", ["Yes, it's them", "No", "Answer"])
async def test_the_answer_about_a_claim_that_was_taken_back_shows_how_it_stands(
    world: World, label: str
) -> None:
    await world.claimed()
    card = card_with(world.bina, "Yes, it's them")
    data = card.data(label)
    await world.carlos.press("Decline")
    await world.carlos.press("Decline")
    await world.deliver()
    before = kept(world)
    await world.bina.press_data(data, card)
    assert world.bina.alert == OLD
    assert kept(world) == before


@pytest.mark.parametrize("end", ["agreed", "over"])
async def test_a_question_from_before_the_agreement_is_not_answered_after_it(
    world: World, end: str
) -> None:
    await world.invite()
    await world.carlos.write(f"/start {world.link}")
    await world.carlos.press("Ask a question")
    await world.carlos.write("Is SVG included?")
    await world.deliver()
    asked = card_with(world.bina, "Answer")
    data = asked.data("Answer")
    await world.carlos.press("Accept", card_with(world.carlos, "Accept"))
    await world.deliver()
    await world.bina.press("Yes, it's them")
    if end == "over":
        await expired(world)
    await world.deliver()
    before = kept(world)
    await world.bina.press_data(data, asked)
    assert world.bina.alert == OLD
    assert kept(world) == before, "no form opens, so no words go across"


async def test_an_answer_that_was_begun_before_the_agreement_goes_nowhere_after_it(
    world: World,
) -> None:
    await world.invite()
    await world.carlos.write(f"/start {world.link}")
    await world.carlos.press("Ask a question")
    await world.carlos.write("Is SVG included?")
    await world.carlos.press("Accept", card_with(world.carlos, "Accept"))
    await world.deliver()
    await world.bina.press("Answer", card_with(world.bina, "Answer"))
    await world.bina.press("Yes, it's them", card_with(world.bina, "Yes, it's them"))
    await world.deliver()
    before = len(world.store.journal)
    await world.bina.write("Yes, it is.")
    await world.deliver()
    assert len(world.store.journal) == before
    assert not world.carlos.sees("Yes, it is.")


async def test_the_invite_loses_its_buttons_when_it_is_taken(world: World) -> None:
    await world.agree()
    live = [s for s in world.bina.chat if "Withdraw" in s.labels]
    assert live == []


async def test_an_old_withdraw_withdraws_nothing(world: World) -> None:
    await world.invite()
    card = world.bina.newest
    data = card.data("Withdraw")
    await world.carlos.write(f"/start {world.link}")
    await world.carlos.press("Accept")
    await world.deliver()
    await world.bina.press("Yes, it's them")
    await world.deliver()
    for press in (data, data + "-now", data.replace("withdraw", "renew"), data + "x"):
        before = kept(world)
        await world.bina.press_data(press, card)
        assert kept(world) == before
        assert world.bina.alert.startswith("That button is old") or press.endswith("x")
    assert "Logo" in plain(world.bina.newest.text)


# Nobody has to press them to learn it


async def renewed(world: World) -> None:
    await world.bina.press("New link", card_with(world.bina, "New link"))
    await world.bina.press("New link")
    await world.deliver()


async def declined(world: World) -> None:
    await world.carlos.press("Decline")
    await world.carlos.press("Decline")
    await world.deliver()


async def refused(world: World) -> None:
    await world.bina.press("No", card_with(world.bina, "Yes, it's them"))
    await world.deliver()


async def confirmed(world: World) -> None:
    await world.bina.press("Yes, it's them")
    await world.deliver()


@pytest.mark.parametrize(
    "end", [expired, withdrawn, agreed_with_another, renewed], ids=lambda end: end.__name__
)
async def test_who_only_looked_has_nothing_old_to_press_once_the_invite_is_over(
    world: World, end: Any
) -> None:
    await world.invite()
    await world.carlos.write(f"/start {world.link}")
    await world.noor.write(f"/start {world.link}")
    await world.noor.press("Ask a question")
    await end(world)
    assert await left(world) == []


@pytest.mark.parametrize(
    "end",
    [expired, withdrawn, declined, refused, confirmed, renewed],
    ids=lambda end: end.__name__,
)
async def test_nothing_old_is_left_to_press_about_a_claim(world: World, end: Any) -> None:
    await world.invite()
    await world.carlos.write(f"/start {world.link}")
    await world.carlos.press("Ask a question")
    await world.carlos.write("Is SVG included?")
    await world.sam.write(f"/start {world.link}")
    await world.carlos.press("Accept", card_with(world.carlos, "Accept"))
    await world.deliver()
    await end(world)
    assert await left(world) == []


@pytest.mark.parametrize("answers", range(7))
async def test_a_draft_that_was_left_leaves_nothing_old(world: World, answers: int) -> None:
    await world.bina.write("/new")
    await world.bina.press("I'm the freelancer")
    typed = ("Logo", "A sign", "300", "EUR", "5 days", "three concepts")
    for said in typed[:answers]:
        if said in world.bina.newest.labels:
            await world.bina.press(said)
        else:
            await world.bina.write(said)
    await world.bina.write("/cancel")
    await world.deliver()
    assert await left(world) == []


async def test_the_way_to_a_deal_goes_once_its_card_is_there(world: World) -> None:
    await world.invite()
    await world.carlos.write(f"/start {world.link}")
    await world.carlos.press("Suggest changes")
    await world.deliver()
    await world.bina.press("Yes, it's them")
    await world.deliver()
    way = card_with(world.carlos, "Open the deal")
    await world.bina.press("Withdraw", card_with(world.bina, "Withdraw"))
    await world.bina.press("Withdraw")
    await world.deliver()
    assert way.labels == []


async def test_an_invite_that_goes_on_keeps_its_buttons(world: World) -> None:
    await world.claimed()
    await world.sam.write(f"/start {world.link}")
    await world.sam.press("Ask a question")
    await world.deliver()
    assert card_with(world.bina, "Yes, it's them").labels
    assert card_with(world.bina, "Withdraw").labels
    assert card_with(world.sam, "Accept").labels


async def left(world: World) -> list[str]:
    """Of all but the live card, which the courier sends anew below."""
    found = await old_buttons(world, (world.bina, world.carlos, world.sam, world.noor))
    return [old for old in found if "under 'The invite to" not in old]
