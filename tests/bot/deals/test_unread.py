"""Who sends what can not be read or kept is told so, and what can be; once for an album."""

from __future__ import annotations

from typing import Any

import pytest

from bot.parties.feeding import feeder
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.world import World
from tests.kit.phones import plain

FILE = {"file_id": "d", "file_unique_id": "d", "file_name": "a.pdf", "file_size": 4}
NO_FILE = {"file_name": "a.pdf"}
STORY = {"chat": {"id": -5, "type": "channel", "title": "Loud"}, "id": 3}
PAID = {"star_count": 1, "paid_media": [{"type": "preview"}]}
UNREAD, PART = "could not read this message", "Some of this message could not be read"


async def feed(world: World, **message: Any) -> None:
    """As it comes from Telegram, through the sieve."""
    body = world.bina._written(**message)  # noqa: SLF001 - the same phone
    number = next(world.bina.numbers)
    await feeder(world.dispatcher, world.bot)({"update_id": number, "message": body})


def told(world: World, words: str) -> int:
    return sum(words in plain(shown.text) for shown in world.bina.chat)


@pytest.mark.parametrize(
    "broken",
    [{"message_id": None}, {"forward_origin": {"type": "tomorrow"}}, {"sender_chat": 7}],
)
async def test_who_wrote_a_message_that_can_not_be_read_is_told(
    world: World, broken: dict[str, Any]
) -> None:
    await funded(world, "120.00")
    await feed(world, text="hello", **broken)
    assert told(world, UNREAD) == 1


async def test_an_album_that_can_not_be_read_is_told_once(world: World) -> None:
    await funded(world, "120.00")
    origin = {"type": "tomorrow"}
    for _ in range(4):
        await feed(world, document=FILE, media_group_id="7", forward_origin=origin)
    assert told(world, UNREAD) == 1
    await feed(world, document=FILE, media_group_id="8", forward_origin=origin)
    assert told(world, UNREAD) == 2


async def test_a_part_that_can_not_be_read_is_told_beside_what_is_kept(world: World) -> None:
    await funded(world, "120.00")
    await feed(world, caption="look", document=NO_FILE)
    assert told(world, PART) == 1
    assert told(world, UNREAD) == 0
    await world.bina.press("Send to Carlos")


async def test_an_album_of_nothing_is_told_once(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.press("Add to diary")
    for _ in range(3):
        await feed(world, document=NO_FILE, media_group_id="9")
    assert told(world, "This cannot be saved here. Write it in words, or send a file.") == 1
    assert told(world, PART) == 0


@pytest.mark.parametrize(
    "silent",
    [
        {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 1001, "type": "private"}}},
        {"text": "hello"},
        {"text": "hello", "entities": [5]},
    ],
)
async def test_what_was_read_is_not_said_to_be_unread(world: World, silent: dict[str, Any]) -> None:
    await funded(world, "120.00")
    await feed(world, **silent)
    assert told(world, UNREAD) == told(world, PART) == 0


async def test_in_a_group_nobody_is_told(world: World) -> None:
    await funded(world, "120.00")
    calls = len(world.phones.calls)
    await feed(world, text="x", chat={"id": -5, "type": "group", "title": "g"}, sender_chat=7)
    assert len(world.phones.calls) == calls


async def test_what_is_not_kept_of_the_first_that_are_sent_is_named_by_its_numbers(
    world: World,
) -> None:
    await funded(world, "120.00")
    await world.bina.press("Add to diary")
    for _ in range(3):
        await world.bina.tell(story=STORY)
    await world.bina.write("as you see")
    assert "3 were not saved:\n\n1–3. We noted" in plain(world.bina.newest.text)


@pytest.mark.parametrize("shown", [{"story": STORY}, {"paid_media": PAID}])
async def test_what_only_a_name_is_kept_of_is_said_to_be_no_more(
    world: World, shown: dict[str, Any]
) -> None:
    await funded(world, "120.00")
    await world.bina.press("Add to diary")
    await world.bina.tell(**shown)
    await world.bina.write("as you see")
    assert "1 was not saved" in plain(world.bina.newest.text)
    assert "\n1. We noted" in plain(world.bina.newest.text), "which of what was sent"
    assert "as a picture or a file" in plain(world.bina.newest.text)
    await world.bina.press("Done")
    await world.bina.press("Send it anyway")
    [entry] = await world.app.reads.diary(world.id)
    assert "as you see" in str(entry.words)
    await world.bina.tell(**shown)
    assert "as a picture or a file" in plain(world.bina.newest.text), "outside of a form too"
    await handed_in(world)
    await world.carlos.press("Request changes")
    await world.carlos.tell(**shown)
    assert "as a picture or a file" in plain(world.carlos.newest.text)
