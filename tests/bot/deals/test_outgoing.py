"""How notices leave: Telegram's answers, and the live card that moves below."""

from unittest.mock import AsyncMock

import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendMessage

from bot.cards import Card
from bot.outgoing import RetryAfter, Revoked, TryAgain, Unreachable
from bot.parties.outgoing import PartiesOutgoing
from core.notices import Notice
from core.ports import StoreAway
from tests.bot.deals.acts import funded
from tests.bot.deals.world import BINA, World, said

METHOD = SendMessage(chat_id=1, text="x")


@pytest.mark.parametrize(
    ("said", "means"),
    [
        (TelegramForbiddenError(METHOD, "Forbidden: bot was blocked by the user"), Unreachable),
        (TelegramForbiddenError(METHOD, "Forbidden: user is deactivated"), Unreachable),
        (TelegramBadRequest(METHOD, "Bad Request: chat not found"), Unreachable),
        (TelegramRetryAfter(METHOD, "Too Many Requests", 7), RetryAfter),
        (TelegramServerError(METHOD, "Bad Gateway"), TryAgain),
        (TelegramNetworkError(METHOD, "time-out"), TryAgain),
        (ClientDecodeError("no JSON", ValueError(), "<html>"), TryAgain),
        (TelegramUnauthorizedError(METHOD, "Unauthorized"), Revoked),
        (TelegramNotFound(METHOD, "Not Found"), Revoked),
        # What can never be sent is no network trouble: else it would be tried for ever.
        (TelegramEntityTooLarge(METHOD, "Request Entity Too Large"), TelegramEntityTooLarge),
        (TelegramBadRequest(METHOD, "Bad Request: can't parse entities"), TelegramBadRequest),
    ],
)
async def test_what_telegram_says_is_told_to_the_courier(
    world: World, said: Exception, means: type[Exception]
) -> None:
    world.phones.failing.append(said)
    notice = Notice(BINA, "reminded", None)
    with pytest.raises(means):
        await PartiesOutgoing(world.app, world.bot).deliver(1, notice, Card("hello"), None)


async def test_a_live_card_that_cannot_be_sent_does_not_undo_the_delivery(world: World) -> None:
    await funded(world, "120.00")
    out = PartiesOutgoing(world.app, world.bot)
    notice = Notice(BINA, "reminded", world.id)
    sent = len(world.bina.chat)
    flood = TelegramRetryAfter(METHOD, "Too Many Requests", 7)
    world.phones.failing_later.append(flood)
    await out.deliver(1, notice, Card("hello"), Card("the card"))
    assert len(world.bina.chat) == sent + 1


async def test_a_card_that_cannot_be_written_down_does_not_undo_the_delivery(world: World) -> None:
    await funded(world, "120.00")
    world.edge.set_card = AsyncMock(side_effect=StoreAway("full"))  # type: ignore[method-assign]
    notice = Notice(BINA, "reminded", world.id)
    await PartiesOutgoing(world.app, world.bot).deliver(1, notice, Card("hello"), Card("the card"))
    assert world.bina.sees("hello")


async def test_what_is_silent_leaves_the_live_card_where_it_is(world: World) -> None:
    await funded(world, "120.00")
    live = world.edge.cards[BINA, world.id]
    notice = Notice(BINA, "message-sent", world.id, words=said("hi"), ring=False)
    out = PartiesOutgoing(world.app, world.bot)
    await out.deliver(1, notice, Card("hello", ring=False), Card("the card"))
    assert world.edge.cards[BINA, world.id] == live
    assert world.bina.newest.silent


async def test_a_card_that_a_notice_overtook_leaves_the_buttons_to_the_newer_one(
    world: World,
) -> None:
    await funded(world, "120.00")
    newer = world.bina.newest
    world.edge.cards[BINA, world.id] = newer.id
    older = next(s for s in reversed(world.bina.chat) if s.id < newer.id)
    older.buttons = newer.buttons
    read = world.edge.card
    # What the handler reads is from before the notice; what it writes comes after it.
    world.edge.card = AsyncMock(return_value=None)  # type: ignore[method-assign]
    await world.bina.press("More…", older)
    await world.bina.press("Back", older)
    world.edge.card = read  # type: ignore[method-assign]
    assert await world.edge.card(BINA, world.id) == newer.id
    assert newer.buttons
    assert not older.buttons


async def test_money_that_moved_by_itself_is_told_by_the_live_card_where_it_stands(
    world: World,
) -> None:
    await funded(world, "120.00")
    live = world.bina.newest
    notice = Notice(BINA, "money-settled", world.id, ring=False)
    out = PartiesOutgoing(world.app, world.bot)
    await out.deliver(1, notice, Card("arrived", ring=False), Card("the card as it is now"))
    assert live.text == "the card as it is now"
    assert world.edge.cards[BINA, world.id] == live.id
