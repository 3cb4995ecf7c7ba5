"""How notices leave: Telegram's answers, and the live card that they are."""

from typing import Any
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
from bot.mail.sending import Delivered, Live, RetryAfter, Revoked, TryAgain, Unreachable
from bot.parties.line.render import send
from bot.parties.outgoing import PartiesOutgoing
from core.deal.notice import ALWAYS, Notice
from core.values.words import FileRef
from storage.lanes import old_card, redrawn
from tests.bot.deals.acts import funded
from tests.bot.deals.world import BINA, World, said
from tests.kit.parcels import Parcel

METHOD = SendMessage(chat_id=1, text="x")


@pytest.mark.parametrize(
    ("said", "means"),
    [
        (TelegramForbiddenError(METHOD, "Forbidden: bot was blocked by the user"), Unreachable),
        (TelegramForbiddenError(METHOD, "Forbidden: user is deactivated"), Unreachable),
        (TelegramBadRequest(METHOD, "Bad Request: chat not found"), Unreachable),
        (TelegramRetryAfter(METHOD, "Too Many Requests", 900), RetryAfter),
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
    parcel = Parcel(1, Notice(BINA, "reminded", None, holds=ALWAYS), Card("hello"))
    with pytest.raises(means):
        await PartiesOutgoing(world.app, world.bot).deliver(parcel)


async def deliver(world: World, notice: Notice, card: Card, **more: Any) -> Delivered | None:
    out = PartiesOutgoing(world.app, world.bot)
    return await out.deliver(Parcel(1, notice, card, **more))


async def test_what_happened_is_the_live_card_with_the_version_that_it_shows(world: World) -> None:
    await funded(world, "120.00")
    sent = len(world.bina.chat)
    delivered = await deliver(
        world, Notice(BINA, "reminded", world.id, holds=ALWAYS), Card("hello"), live=True, version=7
    )
    assert len(world.bina.chat) == sent + 1, "and nothing besides"
    live = Live(BINA, world.id, world.bina.newest.id, 7, news=(1,))
    assert delivered == Delivered(live=live)


async def test_talk_leaves_the_live_card_where_it_is(world: World) -> None:
    await funded(world, "120.00")
    notice = Notice(BINA, "message-sent", world.id, words=said("hi"), ring=False, holds=ALWAYS)
    delivered = await deliver(world, notice, Card("hello", ring=False))
    assert delivered == Delivered()
    assert world.bina.newest.silent


async def test_a_card_is_drawn_anew_where_it_stands(world: World) -> None:
    await funded(world, "120.00")
    live, sent = world.bina.newest, len(world.bina.chat)
    card = Card("the card as it is now", ring=False)
    drawn = await deliver(world, redrawn(BINA, world.id, [1]), card, live=True, version=3)
    assert live.text == "the card as it is now"
    assert len(world.bina.chat) == sent
    assert drawn == Delivered(live=Live(BINA, world.id, live.id, 3, news=(1,)))


async def test_a_live_card_that_its_person_deleted_is_sent_anew_and_does_not_ring(
    world: World,
) -> None:
    await funded(world, "120.00")
    world.phones.chats[BINA].remove(world.bina.newest)
    card = Card("the card", ring=False)
    delivered = await deliver(world, redrawn(BINA, world.id), card, live=True, version=3)
    assert (world.bina.newest.text, world.bina.newest.silent) == ("the card", True)
    live = Live(BINA, world.id, world.bina.newest.id, 3, news=(1,))
    assert delivered == Delivered(live=live)


async def test_an_old_card_loses_its_buttons_and_one_that_has_none_is_fine(world: World) -> None:
    await funded(world, "120.00")
    live = world.bina.newest
    for _ in range(2):
        delivered = await deliver(world, old_card(BINA, world.id, live.id), Card(""))
        assert delivered == Delivered()
    assert not live.buttons


async def test_what_is_true_no_longer_when_its_turn_comes_is_not_sent(world: World) -> None:
    sent = len(world.bina.chat)
    notice = Notice(BINA, "reminded", world.id, holds=ALWAYS)
    assert await deliver(world, notice, Card("hello"), true=False) is None
    assert len(world.bina.chat) == sent


async def test_what_waits_for_a_429_is_drawn_anew_before_it_leaves(world: World) -> None:
    world.phones.failing.append(TelegramRetryAfter(METHOD, "Too Many Requests", 0))
    parcel = Parcel(1, Notice(BINA, "reminded", None, holds=ALWAYS), Card("hello"))
    await PartiesOutgoing(world.app, world.bot).deliver(parcel)
    assert parcel.rendered == 2


async def test_files_that_telegram_took_are_not_sent_again_because_the_words_fail(
    world: World,
) -> None:
    files = (await file(world, "a.pdf"), await file(world, "b.pdf"))
    parcel = Parcel(1, Notice(BINA, "diary-written", None, holds=ALWAYS), Card("look", files=files))
    out = PartiesOutgoing(world.app, world.bot)
    world.phones.failing += [None, None, TelegramServerError(METHOD, "Bad Gateway")]
    with pytest.raises(TryAgain):
        await out.deliver(parcel)
    assert parcel.parts == 2
    assert await out.deliver(parcel) == Delivered()
    assert [shown.file or shown.text for shown in world.bina.chat[-3:]] == [
        "a.pdf",
        "b.pdf",
        "look",
    ]


async def test_a_file_that_cannot_be_sent_does_not_keep_the_words_from_arriving(
    world: World,
) -> None:
    lost = await file(world, "gone.pdf")
    vault: Any = world.app.vault
    del vault.kept[lost.sha256]
    card = Card("look", files=(await file(world, "a.pdf"), lost))
    vault.get = Lost(vault).get
    world.phones.failing.append(TelegramBadRequest(METHOD, "Bad Request: file must be non-empty"))
    await deliver(world, Notice(BINA, "diary-written", None, holds=ALWAYS), card)
    assert [s.text for s in world.bina.chat[-3:]] == ["lost: a.pdf", "lost: gone.pdf", "look"]


async def test_a_card_that_somebody_asked_for_arrives_without_the_file_that_is_lost(
    world: World,
) -> None:
    lost, there = await file(world, "gone.pdf"), await file(world, "b.pdf")
    vault: Any = world.app.vault
    del vault.kept[lost.sha256]
    vault.get = Lost(vault).get
    card = Card("look", files=(lost, there))
    await send(world.bot, BINA, card, vault, lambda name: Card(f"lost: {name}"))
    assert [s.text for s in world.bina.chat[-3:]][0::2] == ["lost: gone.pdf", "look"]


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
    await world.deliver()
    assert await world.edge.card(BINA, world.id) == newer.id
    assert newer.buttons
    assert not older.buttons


class Lost:
    """A vault that says of what it has not that it has it not."""

    def __init__(self, vault: Any) -> None:
        self.vault = vault

    async def get(self, file: FileRef) -> bytes:
        if file.sha256 not in self.vault.kept:
            raise FileNotFoundError(file.sha256)
        content: bytes = self.vault.kept[file.sha256]
        return content


async def file(world: World, name: str) -> FileRef:
    return await world.app.vault.put(
        name.encode(), name=name, mime="application/pdf", kind="document"
    )
