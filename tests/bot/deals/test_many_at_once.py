"""What is sent in one go is taken whole, or its rest is named exactly; it is answered once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot.mail.intake import followed
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.world import World
from tests.kit.phones import Person, plain


async def burst(sends: list[Callable[[], Awaitable[None]]]) -> None:
    """As the intake hands them out: each knows whether another one waits behind it."""
    for number, send in enumerate(sends, 1):
        mark = followed.set(number < len(sends))
        try:
            await send()
        finally:
            followed.reset(mark)


def texts(person: Person, count: int, length: int = 0) -> list[Callable[[], Awaitable[None]]]:
    return [
        lambda n=n: person.write(f"message {n}" + "." * length)  # type: ignore[misc]
        for n in range(1, count + 1)
    ]


def files(person: Person, count: int) -> list[Callable[[], Awaitable[None]]]:
    return [lambda n=n: person.send(f"{n}.png", str(n).encode()) for n in range(1, count + 1)]  # type: ignore[misc]


async def test_forty_messages_into_one_answer_are_all_kept_and_answered_once(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.press("Add to diary")
    before = len(world.bina.chat)
    await burst(texts(world.bina, 40))
    assert len(world.bina.chat) == before + 1
    assert "Saved: no files, 40 texts" in plain(world.bina.newest.text)
    await world.bina.press("Done")
    [entry] = await world.app.reads.diary(world.id)
    assert str(entry.words).split("\n\n") == [f"message {n}" for n in range(1, 41)]


async def test_forty_long_messages_are_all_kept_what_is_too_long_in_one_file(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.press("Add to diary")
    await burst(texts(world.bina, 40, 500))
    await world.bina.press("Done")
    [entry] = await world.app.reads.diary(world.id)
    [file] = entry.files
    kept = str(entry.words) + (await world.app.vault.get(file)).decode()
    assert all(f"message {n}." in kept for n in range(1, 41))


async def test_of_forty_five_photos_the_rest_is_named_and_done_asks_first(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.press("Add to diary")
    before = len(world.bina.chat)
    await burst(files(world.bina, 45))
    assert len(world.bina.chat) == before + 1
    said = plain(world.bina.newest.text)
    assert "Saved: 20 files" in said
    assert "25 were not saved" in said
    assert all(f"{n} ({n}.png)" in said for n in range(21, 46))
    assert "20 (20.png)" not in said
    await world.bina.press("Done")
    assert await world.app.reads.diary(world.id) == []
    assert world.bina.newest.labels == ["Send it anyway", "Back"]
    await world.bina.press("Back")
    assert "25 were not saved" in plain(world.bina.newest.text)
    await world.bina.press("Done")
    await world.bina.press("Send it anyway")
    [entry] = await world.app.reads.diary(world.id)
    assert [file.name for file in entry.files] == [f"{n}.png" for n in range(1, 21)]


async def test_a_file_that_is_too_large_in_the_middle_of_many_is_named(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.press("Submit work")
    too_large = 21 * 1024 * 1024
    await burst(
        [
            lambda: world.bina.send("a.svg"),
            lambda: world.bina.send("film.mov", size=too_large),
            lambda: world.bina.send("b.svg", b"b"),
        ]
    )
    said = plain(world.bina.newest.text)
    assert "Saved: 2 files" in said
    assert "2 (film.mov)" in said
    assert "too large" in said
    await world.bina.press("Done")
    assert "Send it anyway" in world.bina.newest.labels


async def test_an_answer_counts_up_where_it_stands_below_all_of_it(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.press("Add to diary")
    before = len(world.bina.chat)
    for number in range(4):
        await world.bina.send(f"{number}.png", album="77")
    assert len(world.bina.chat) == before + 1
    assert "Saved: 4 files" in plain(world.bina.newest.text)


async def test_many_loose_messages_in_one_go_are_one_message_with_one_question(
    world: World,
) -> None:
    await funded(world, "120.00")
    before = len(world.bina.chat)
    await burst(texts(world.bina, 40))
    assert len(world.bina.chat) == before + 1
    assert "40 texts" in plain(world.bina.newest.text)
    await world.bina.press("Diary")
    [entry] = await world.app.reads.diary(world.id)
    assert str(entry.words).split("\n\n") == [f"message {n}" for n in range(1, 41)]


async def test_loose_words_before_something_that_is_none_are_still_asked_about(
    world: World,
) -> None:
    await funded(world, "120.00")
    await burst([lambda: world.bina.write("look at this"), world.bina.stick])
    assert {"Send to Carlos", "Never mind"} <= set(world.bina.newest.labels)


async def test_a_loose_file_that_can_not_be_kept_leaves_nothing_behind(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.send("film.mov", size=21 * 1024 * 1024)
    assert "too large" in world.bina.newest.text
    assert not [f for f in world.store.rows.forms.values() if f.what.startswith("loose:")]


async def test_many_points_in_one_go_are_all_noted_and_those_beyond_are_named(
    world: World,
) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("Request changes")
    before = len(world.carlos.chat)
    await burst(texts(world.carlos, 52))
    assert len(world.carlos.chat) == before + 1
    said = plain(world.carlos.newest.text)
    assert "51 (message 51), 52 (message 52)" in said
    await world.carlos.press("Done")
    assert world.carlos.newest.labels == ["Send it anyway", "Back"]
    await world.carlos.press("Back")
    await world.carlos.press("Done")
    await world.carlos.press("Send it anyway")
    assert "message 1" in world.carlos.newest.text


@pytest.mark.parametrize("count", [1, 3])
async def test_words_of_one_minute_are_not_counted_as_commands(world: World, count: int) -> None:
    await funded(world, "120.00")
    await world.bina.press("Add to diary")
    for _ in range(count):
        await burst(texts(world.bina, 100))
    assert f"{100 * count} texts" in plain(world.bina.newest.text)
