"""What a colleague edits: taken while it waits, told once that it is too late after that."""

from __future__ import annotations

from typing import Any

import pytest

from core.talking import HelpAnswered
from tests.bot.desk.test_help import ask, thread
from tests.bot.desk.test_ruling import ruling
from tests.bot.desk.world import ARAM, BINA, NOOR, REASONS, World

RIGHT = REASONS.replace("Two of", "Only two of")
USED = "This was sent already"


async def edit(world: World, message: dict[str, Any], text: str, *, at: int | None = 5) -> None:
    dated = {} if at is None else {"edit_date": message["date"] + at}
    await world.update(edited_message={**message, "text": text, **dated})


async def wrote(world: World, text: str, **more: Any) -> dict[str, Any]:
    """ARAM's message in the dispute's topic, as Telegram has it."""
    where = more.pop("thread") if "thread" in more else world.thread
    message = world.words_of(ARAM, text, where, **more)
    await world.update(message=message)
    return message


async def to_reasons(world: World) -> dict[str, Any]:
    await ruling(world)
    await world.press(ARAM, "Release 300.00 EUR")
    await world.press(ARAM, "None of them")
    return await wrote(world, REASONS)


async def test_reasons_are_corrected_until_the_decision_is_made_and_not_after(
    world: World,
) -> None:
    message = await to_reasons(world)
    await edit(world, message, REASONS)
    await edit(world, message, RIGHT, at=None)
    assert REASONS in world.last().text
    assert world.group.reactions == []
    await edit(world, message, RIGHT)
    assert world.group.reactions == [message["message_id"]]
    assert RIGHT in world.last().text
    await world.press(ARAM, "Confirm")
    assert str(world.case_now.ruling.reasons) == RIGHT  # type: ignore[union-attr]
    before = len(world.group.messages)
    await edit(world, message, RIGHT)
    assert len(world.group.messages) == before
    await edit(world, message, REASONS)
    await edit(world, message, REASONS + "!")
    assert len(world.said("The ruling is made. Its reasons stay", world.thread)) == 1
    assert str(world.case_now.ruling.reasons) == RIGHT  # type: ignore[union-attr]


async def test_reasons_that_become_too_short_are_refused_and_the_old_stay(world: World) -> None:
    message = await to_reasons(world)
    await edit(world, message, "Because.")
    assert "What you wrote first stays as it was" in world.last().text
    await world.press(ARAM, "Confirm")
    assert str(world.case_now.ruling.reasons) == REASONS  # type: ignore[union-attr]


async def test_a_question_went_out_as_it_was_written(world: World) -> None:
    await world.dispute()
    await world.press(ARAM, "Take")
    await world.press(ARAM, "Ask the client")
    message = await wrote(world, "Which one is misisng?")
    await edit(world, message, "Which one is misisng?")
    assert not world.said(USED, world.thread)
    await edit(world, message, "Which one is missing?")
    await edit(world, message, "Which is missing?")
    assert len(world.said(USED, world.thread)) == 1
    [question] = world.case_now.questions
    assert str(question.words) == "Which one is misisng?"


@pytest.mark.parametrize("label", ["Send to", "Keep inside"])
async def test_an_answer_that_waits_to_be_sent_is_corrected_until_it_is(
    world: World, label: str
) -> None:
    await ask(world, BINA, "How do I get paid?")
    where = thread(world, BINA)
    message = await wrote(world, "By bnak.", thread=where)
    prompt = world.group.last(where)
    await edit(world, message, "By bank.")
    assert world.group.reactions == [message["message_id"]]
    await world.press(ARAM, label, prompt)
    sent = [e.event for e in world.store.journal if isinstance(e.event, HelpAnswered)]
    assert [str(event.words) for event in sent] == (["By bank."] if label == "Send to" else [])
    await edit(world, message, "By bank.")
    assert not world.said(USED, where)
    await edit(world, message, "By bank, soon.")
    await edit(world, message, "By bank, very soon.")
    assert len(world.said(USED, where)) == len(sent)


async def test_talk_among_colleagues_is_nothing_when_it_changes(world: World) -> None:
    message = await to_reasons(world)
    theirs = world.words_of(NOOR, "I would say so too", world.thread)
    await world.update(message=theirs)
    calls = len(world.group.calls)
    await edit(world, theirs, "I would not say so")
    stranger = {**message, "from": {"id": 999, "is_bot": False, "first_name": "Mal"}}
    await edit(world, stranger, RIGHT)
    assert len(world.group.calls) == calls
