"""Telegram took the words, we did what they ask for, and our answer did not get through."""

from __future__ import annotations

import pytest
from aiogram.exceptions import TelegramServerError
from aiogram.methods import SendMessage

from tests.bot.deals.phones import plain
from tests.bot.deals.test_trouble import disputed
from tests.bot.deals.world import World, build

BROKEN = TelegramServerError(SendMessage(chat_id=1, text="x"), "Bad Gateway")


async def writes_twice(world: World, text: str) -> None:
    """Carlos writes, the answer is lost on its way, and the update is handled again."""
    world.phones.failing.append(BROKEN)
    with pytest.raises(TelegramServerError):
        await world.carlos.write(text)
    await world.carlos.again()


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
