"""Who is not on the list is answered once, and then holds up nobody."""

from __future__ import annotations

from core.values.ids import PersonId
from tests.bot.desk.world import ARAM, NAMES, SAM, World


def number_of(number: int) -> PersonId:
    person = PersonId(50_000 + number)
    NAMES[person] = (f"Stranger {number}", "")
    return person


def told(world: World) -> int:
    return sum(shown.text == "This is for arbiters." for shown in world.group.in_topic(None))


async def test_commands_of_one_stranger_are_answered_once_in_the_group(world: World) -> None:
    for _ in range(20):
        await world.write(SAM, "/queue", None)
    assert told(world) == 1


async def test_many_strangers_together_get_a_handful_of_answers(world: World) -> None:
    for number in range(30):
        await world.write(number_of(number), "/queue", None)
    assert 0 < told(world) <= 5


async def test_a_colleague_is_answered_every_time_whatever_strangers_do(world: World) -> None:
    for _ in range(20):
        await world.write(SAM, "/queue", None)
    for _ in range(2):
        before = len(world.group.in_topic(None))
        await world.write(ARAM, "/queue", None)
        assert len(world.group.in_topic(None)) > before


async def test_a_stranger_in_private_is_answered_a_few_times_a_day(world: World) -> None:
    before = len(world.group.called("sendMessage"))
    for _ in range(20):
        await world.privately(SAM, "Where is my money?")
    assert len(world.group.called("sendMessage")) - before == 3


async def test_presses_of_a_stranger_are_answered_for_a_while_and_do_nothing(world: World) -> None:
    await world.dispute()
    before = len(world.group.answers)
    for _ in range(20):
        await world.update(callback_query=world.press_of(SAM, world.case, "Take"))
    assert len(world.group.answers) - before == 5
    assert world.case_now.arbiter is None
