"""A draft's answers that are corrected: the work in words is, until it was sent."""

from __future__ import annotations

from typing import Any

import pytest

from tests.bot.parties.world import World, build
from tests.kit.phones import Person, plain

TYPO, RIGHT = "A logo in tow colours.", "A logo in two colours."


@pytest.fixture
def world() -> World:
    return build()


def told(person: Person, words: str) -> int:
    return sum(words in plain(shown.text) for shown in person.chat)


def described(world: World) -> str:
    return str(world.terms.description or "")


async def at_files(world: World) -> dict[str, Any]:
    """The work is told, with a typo; its message."""
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("Logo")
    await bina.write(TYPO)
    return bina.sent


async def to_preview(world: World) -> None:
    bina = world.bina
    await bina.write("300 EUR")
    await bina.write("5 days")
    await bina.write("three concepts")


async def test_the_work_is_corrected_while_the_next_question_is_open(world: World) -> None:
    message = await at_files(world)
    before = len(world.bina.chat)
    await world.bina.edit(message, text=RIGHT)
    assert described(world) == RIGHT
    assert len(world.bina.chat) == before, "the sign says it"
    await world.bina.again()
    assert described(world) == RIGHT
    assert len(world.bina.chat) == before


async def test_the_preview_is_shown_anew_with_the_corrected_work(world: World) -> None:
    message = await at_files(world)
    await to_preview(world)
    await world.bina.edit(message, text=RIGHT)
    assert RIGHT in world.bina.newest.text
    assert "Create invite" in world.bina.newest.labels
    await world.deliver()
    assert [s.text for s in world.bina.chat if "Create invite" in s.labels] == [
        world.bina.newest.text
    ], "what showed the words before has its buttons no more"


async def test_in_which_language_it_is_sent_is_not_asked_of_words_that_are_corrected(
    world: World,
) -> None:
    message = await at_files(world)
    await to_preview(world)
    await world.bina.press("Change…")
    await world.bina.press("In another language…")
    await world.bina.edit(message, text=RIGHT)
    await world.deliver()
    assert not [s for s in world.bina.chat if "English" in s.labels]
    assert "Create invite" in world.bina.newest.labels


async def test_each_part_of_the_work_is_corrected_by_itself(world: World) -> None:
    bina, first = world.bina, await at_files(world)
    await bina.press("Back")
    await bina.send("sketch.png", caption="the sktech")
    sketch = bina.sent
    await bina.write("and see https://example.org/a")
    link = bina.sent
    await bina.edit(link, text="and see https://example.org/b")
    await bina.edit(sketch, caption="the sketch")
    first = await bina.edit(first, text=RIGHT)
    assert described(world) == f"{RIGHT}\nthe sketch\nand see https://example.org/b"
    await bina.edit(sketch, caption=None)
    assert described(world) == f"{RIGHT}\nand see https://example.org/b"
    assert [file.name for file in world.terms.files] == ["sketch.png"]
    await bina.edit(first, text=TYPO)
    assert described(world) == f"{TYPO}\nand see https://example.org/b"


async def test_a_file_of_the_terms_that_was_replaced_is_the_new_one(world: World) -> None:
    bina = world.bina
    await at_files(world)
    await bina.send("old.png", b"old")
    world.telegram.served["new.png"] = b"new"
    new = {**bina.sent["document"], "file_id": "new.png", "file_unique_id": "new.png"}
    await bina.edit(document={**new, "file_name": "new.png"})
    assert [file.name for file in world.terms.files] == ["new.png"]


async def test_work_that_would_be_too_long_or_empty_stays_as_it_was(world: World) -> None:
    message = await at_files(world)
    await world.bina.edit(message, text="x" * 4097)
    await world.bina.edit(message, text="\u200b")
    assert described(world) == TYPO
    assert told(world.bina, "What you sent first stays as it was") == 2


async def test_after_the_invite_the_work_stays_and_its_writer_is_told_once(world: World) -> None:
    message = await at_files(world)
    await to_preview(world)
    await world.bina.press("Create invite")
    await world.bina.edit(message, text=TYPO)
    assert told(world.bina, "sent on already") == 0, "it says what it said"
    await world.bina.edit(message, text=RIGHT)
    await world.bina.edit(message, text=RIGHT + "!")
    assert described(world) == TYPO
    assert told(world.bina, "sent on already") == 1


async def test_one_value_is_not_taken_and_it_says_once_where_to_change_it(world: World) -> None:
    await at_files(world)
    await to_preview(world)
    days = world.bina.sent
    await world.bina.edit(days, text="four concepts")
    await world.bina.edit(days, text="five concepts")
    assert told(world.bina, "This answer stays as it was. Press Change… to change it.") == 1
    await world.bina.press("Change…", world.bina.newest)
    assert "Title" in world.bina.newest.labels


async def test_one_value_in_the_middle_of_the_form_is_changed_by_back(world: World) -> None:
    await world.bina.write("/new")
    await world.bina.press("I'm the freelancer")
    await world.bina.write("Logo")
    await world.bina.edit(text="Logos")
    assert str(world.terms.title) == "Logo"
    assert told(world.bina, "press Back at the question") == 1


async def test_a_title_that_stands_in_the_work_too_changes_nothing_of_it(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("Logo")
    title = bina.sent
    await bina.write("Logo\nand a banner")
    await bina.edit(title, text="Logos")
    assert described(world) == "Logo\nand a banner"


async def test_a_question_to_the_inviter_was_sent_at_once(world: World) -> None:
    await world.invite()
    await world.carlos.write(f"/start {world.link}")
    await world.carlos.press("Ask a question")
    await world.carlos.write("Is it vecor?")
    await world.carlos.edit(text="Is it vector?")
    await world.carlos.edit(text="Is it a vector?")
    assert told(world.carlos, "sent on already") == 1
