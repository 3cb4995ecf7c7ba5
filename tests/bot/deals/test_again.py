"""Telegram took the words, we did what they ask for, and our answer did not get through."""

from __future__ import annotations

import pytest
from aiogram.exceptions import TelegramServerError
from aiogram.methods import SendMessage

from core.drafting import DiscardDraft
from tests.bot.deals.test_talk import messages
from tests.bot.deals.test_trouble import disputed
from tests.bot.deals.world import BINA, World, build
from tests.kit.phones import Person, plain

BROKEN = TelegramServerError(SendMessage(chat_id=1, text="x"), "Bad Gateway")


async def writes_twice(world: World, text: str) -> None:
    """Carlos writes, the answer is lost on its way, and the update is handled again."""
    await unanswered(world, world.carlos, text)
    await world.carlos.again()


async def unanswered(world: World, person: Person, text: str) -> None:
    world.phones.failing.append(BROKEN)
    with pytest.raises(TelegramServerError):
        await person.write(text)


async def test_the_next_question_is_asked_and_does_not_read_the_words_as_its_answer() -> None:
    world = await build(manual=True)
    await world.agree("300.00")
    await world.carlos.press("Pay 300.00 EUR")
    await world.carlos.press("I've paid")
    await writes_twice(world, "Vega Coffee S.L.")
    await writes_twice(world, "last Friday")
    assert "receipt" in plain(world.carlos.newest.text)
    await world.carlos.press("Skip")
    await world.carlos.press("Yes, I've paid")
    claim = world.deal.milestones[0].claim
    assert claim is not None
    assert (str(claim.payer), claim.paid_on) == ("Vega Coffee S.L.", "last Friday")


async def test_a_form_that_is_full_shows_its_last_card(world: World) -> None:
    await disputed(world)
    await writes_twice(world, "40")
    assert "40.00 EUR of the 120.00 EUR" in plain(world.carlos.newest.text)
    await world.carlos.press("Yes, open dispute")
    [case] = world.deal.disputes
    assert str(case.statements[0].sought) == "40.00 EUR"


async def test_words_that_were_refused_are_refused_again(world: World) -> None:
    await disputed(world)
    await writes_twice(world, "120.01")
    assert "120.00 EUR" in plain(world.carlos.newest.text)
    await world.carlos.press("All: 120.00 EUR")


async def test_words_that_fit_no_form_are_still_asked_about() -> None:
    world = await build(manual=True)
    await world.agree("300.00")
    for label in ("Pay 300.00 EUR", "I've paid", "Carlos", "Today"):
        await world.carlos.press(label)
    await writes_twice(world, "Is Monday fine?")
    assert "We kept your message" in plain(world.carlos.newest.text)
    await world.carlos.press("Send to Bina")
    assert [str(said.words) for said in messages(world)] == ["Is Monday fine?"]


async def test_a_form_that_became_impossible_meanwhile_is_told_as_that(world: World) -> None:
    await world.bina.write("/new")
    await world.bina.press("I'm the freelancer")
    await unanswered(world, world.bina, "Logo")
    [draft] = world.store.deals
    await world.do(DiscardDraft(actor=BINA, deal=draft))
    await world.bina.again()
    assert "cannot be changed any more" in plain(world.bina.newest.text)
