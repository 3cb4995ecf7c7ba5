"""*Cancel for the fee*: asked for among the rules, told to both before, and pressed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.cards.inviting.invited import Invited, all_terms_card, invited_card
from core.deal.milestone import State
from tests.bot.deals.acts import funded
from tests.bot.deals.world import BINA, CARLOS, World, build
from tests.kit.phones import plain


async def working(world: World, percent: int = 25) -> None:
    await funded(world, "120.00", cancel_fee_percent=percent)


async def cancelling(world: World) -> None:
    await working(world)
    await world.carlos.press("More…")
    await world.carlos.press("Cancel for the fee")
    await world.carlos.press("Yes, 90.00 EUR back")
    await world.deliver()


async def test_the_screen_says_who_gets_what_and_until_when_it_may_be_objected_to(
    world: World,
) -> None:
    await working(world)
    await world.carlos.press("More…")
    await world.carlos.press("Cancel for the fee")
    asked = plain(world.carlos.newest.text)
    assert "30.00 EUR of 120.00 EUR is released to Bina" in asked
    assert "90.00 EUR comes back to you" in asked
    assert world.state() is State.IN_PROGRESS


async def test_pressed_and_unopposed_both_read_what_moved(world: World) -> None:
    await cancelling(world)
    assert "for the agreed fee" in plain(world.bina.newest.text)
    assert "30.00 EUR is released to you and 90.00 EUR goes back to Carlos" in plain(
        world.bina.newest.text
    )
    assert {"Object", "Submit work"} <= set(world.bina.newest.labels)
    world.clock.forward(timedelta(hours=72))
    await world.escrow.sweep()
    await world.deliver()
    assert world.state() is State.SPLIT
    for person in (world.bina, world.carlos):
        told = "\n".join(plain(message.text) for message in person.chat[-3:])
        assert "the client has cancelled it for the agreed fee" in told
        assert "30.00 EUR" in told
        assert "90.00 EUR" in told


async def test_the_freelancer_may_object_and_the_client_let_it_go_on(world: World) -> None:
    await cancelling(world)
    await world.carlos.press("Let the work go on")
    await world.carlos.press("Yes, let it go on")
    assert world.state() is State.IN_PROGRESS
    await world.carlos.press("More…")
    await world.carlos.press("Cancel for the fee")
    await world.carlos.press("Yes, 90.00 EUR back")
    await world.deliver()
    await world.bina.press("Object")
    await world.bina.write("I am nearly done, and she knows it")
    await world.bina.press("Done")
    await world.bina.press("Yes, object")
    assert world.state() is State.DISPUTED


async def test_without_it_in_the_agreement_no_button_stands_there(world: World) -> None:
    await working(world, percent=0)
    await world.carlos.press("More…")
    assert "Cancel for the fee" not in world.carlos.newest.labels


@pytest.mark.parametrize(
    ("answer", "label"),
    [("10%", "Fee to cancel: 10 %"), ("33", "Fee to cancel: 33 %"), ("۲۵٪", "Fee to cancel: 25 %")],
)
async def test_it_is_chosen_or_typed_among_the_rules(world: World, answer: str, label: str) -> None:
    await drafting(world)
    await world.bina.press("No fee to cancel")
    if answer in world.bina.newest.labels:
        await world.bina.press(answer)
    else:
        await world.bina.write(answer)
    assert label in world.bina.newest.labels
    assert "the client may cancel for" in plain(world.bina.newest.text)
    await world.bina.press(label)
    await world.bina.press("No cancelling")
    assert "No fee to cancel" in world.bina.newest.labels


@pytest.mark.parametrize("typed", ["91", "-5", "a quarter", "1e1", "10,5", "%"])
async def test_what_is_no_such_fee_is_refused_and_asked_again(world: World, typed: str) -> None:
    await drafting(world)
    await world.bina.press("No fee to cancel")
    await world.bina.write(typed)
    assert world.deal.terms.rules.cancel_fee_percent == 0
    await world.bina.write("10")
    assert world.deal.terms.rules.cancel_fee_percent == 10


async def drafting(world: World) -> None:
    await world.bina.write("/new")
    await world.bina.press("I'm the freelancer")
    await world.bina.write("Drafts; 300; 5; three concepts; SVG files")
    await world.bina.press("EUR")
    [world.id] = world.store.deals
    await world.bina.press("Change…")
    await world.bina.press("Rules")


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("percent", [0, 25])
async def test_the_one_invited_reads_of_it_before_accepting(language: str, percent: int) -> None:
    world = await build()
    await world.agree("120.00", cancel_fee_percent=percent)
    t = world.app.texts.get(language)
    for person in (BINA, CARLOS):
        view = await world.app.reads.view(world.id, person)
        assert view is not None
        seen = Invited("s" * 22, view.people[BINA], None, world.app.escrow.policy)
        for card in (invited_card(view, seen, t), all_terms_card(view, seen, t)):
            told = plain(card.text)
            assert (t.percent(2500) in told) is (percent == 25)
