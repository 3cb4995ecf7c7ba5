"""Buttons that no card of ours carried, pressed by a listed colleague: old buttons, no more."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.desk.app import PRESSES
from core.values.ids import PersonId
from tests.bot.desk.group import Json
from tests.bot.desk.test_ruling import ruling
from tests.bot.desk.test_treasury import claimed
from tests.bot.desk.world import ARAM, TESS, World, user

ODD = (
    "", "x", "-1", "0", "99", "9" * 30, "client2", "x.y.z", "1.", "1.x", "³", "٣", "c", "p", "e",
)  # fmt: skip
FIELDS = ("outcome", "share", "criterion", "evidence", "reasons", "confirm", "x")
CHOICES = ("", "x", "c", "cx", "c99", "e", "ex", "e99", "e³", "p", "p9" * 5, "next", "back.")
WITHOUT = {"take", "over", "hand", "recuse", "recusex", "rule", "claim"}
"""What carries no argument does what it says, whatever stands in its place."""


def forged(world: World) -> Iterator[str]:
    """Every verb with every mangled rest."""
    for verb in PRESSES:
        for deal in ("", "NOSUCH", world.id):
            for milestone in ("", "0", "2"):
                yield f"{verb}|{deal}|{milestone}|7|x"
        if verb not in WITHOUT:
            for arg in ODD:
                yield f"{verb}|{world.id}|1|7|{arg}"
    for field in FIELDS:
        for choice in CHOICES:
            yield f"r|{world.id}|1||{ARAM}.{field}.{choice}"


async def press(world: World, person: PersonId, data: str) -> list[Json]:
    """What a press with this data was answered with."""
    query = {
        "id": str(world.group.number()),
        "from": user(person),
        "chat_instance": "1",
        "message": world.group.as_json(world.group.last(None)),
        "data": data,
    }
    before = len(world.group.answers)
    await world.update(callback_query=query)
    return world.group.answers[before:]


@pytest.mark.parametrize("field", ["outcome", "share", "criterion", "evidence", "reasons"])
async def test_an_odd_button_in_a_case_is_answered_and_changes_nothing(
    world: World, field: str
) -> None:
    await ruling(world)
    [(key, form)] = world.store.rows.forms.items()
    await press(world, ARAM, "x")  # whoever presses first is met
    events = len(world.store.journal)
    for data in forged(world):
        world.store.rows.forms.clear()
        world.store.rows.forms[key] = replace(form, field=field)
        answers = await press(world, ARAM, data)
        assert len(answers) == 1, data
    assert len(world.store.journal) == events


async def test_an_odd_button_at_the_treasurers_is_answered_and_books_nothing(world: World) -> None:
    await claimed(world)
    await world.deliver()
    await press(world, TESS, "x")  # whoever presses first is met
    events = len(world.store.journal)
    for data in forged(world):
        answers = await press(world, TESS, data)
        assert len(answers) == 1, data
    assert len(world.store.journal) == events
