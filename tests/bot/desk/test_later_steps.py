"""Each later step of each form at the desk is its colleague's alone, while they may do it still."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from core.deal.context import Staff
from core.disputing import TakeOver
from core.values.ids import PersonId
from tests.bot.desk.group import Shown
from tests.bot.desk.test_seats import moved
from tests.bot.desk.test_treasury import claimed, owed_payout
from tests.bot.desk.world import (
    ARAM,
    BINA,
    CARLOS,
    HANA,
    NOOR,
    REASONS,
    SAM,
    STAFF,
    TESS,
    World,
    build,
)

PRESS, WRITE = "press", "write"
Steps = tuple[tuple[str, str], ...]
STRANGERS = (SAM, BINA, CARLOS)


async def _taken(world: World) -> None:
    await world.write(NOOR, "Good morning", None)
    await world.dispute()
    await world.press(ARAM, "Take")
    await world.deliver()


async def _heard(world: World) -> None:
    await _taken(world)
    await world.state()


@dataclass(frozen=True)
class FormOf:
    """What stands before it, whose it is, and what they do step by step."""

    before: Callable[[World], Awaitable[None]]
    holder: PersonId
    steps: Steps
    general: bool = False
    """Whether it is filled in General, not in the case's topic."""


FORMS = {
    "a ruling": FormOf(
        _heard,
        ARAM,
        (
            (PRESS, "Rule…"),
            (PRESS, "Split…"),
            (WRITE, "60 %"),
            (PRESS, "1. three concepts"),
            (WRITE, REASONS),
            (PRESS, "Confirm the ruling"),
        ),
    ),
    "a question": FormOf(
        _taken, ARAM, ((PRESS, "Ask the client"), (WRITE, "Which of them is missing?"))
    ),
    "handing over": FormOf(_taken, ARAM, ((PRESS, "Hand over"), (PRESS, "Noor Lind"))),
    "stepping back": FormOf(
        _taken, ARAM, ((PRESS, "I know one of them"), (PRESS, "I know one of them"))
    ),
    "taking over": FormOf(_taken, HANA, ((PRESS, "Take over"), (PRESS, "Take over"))),
    "a deposit": FormOf(
        claimed, TESS, ((PRESS, "Confirm deposit"), (PRESS, "Confirm deposit: 300")), general=True
    ),
    "no deposit": FormOf(
        claimed, TESS, ((PRESS, "Not arrived"), (PRESS, "Not arrived")), general=True
    ),
    "another amount": FormOf(
        claimed,
        TESS,
        ((PRESS, "Different amount"), (WRITE, "250"), (PRESS, "Confirm deposit: 250")),
        general=True,
    ),
    "a payout": FormOf(
        owed_payout,
        TESS,
        ((PRESS, "Confirm payout"), (PRESS, "Confirm payout: ")),
        general=True,
    ),
    "a failed payout": FormOf(
        owed_payout, TESS, ((PRESS, "It failed"), (WRITE, "The account is closed.")), general=True
    ),
}
forms = pytest.mark.parametrize("name", FORMS)


def _button(world: World, form: FormOf, label: str) -> Shown | None:
    thread = None if form.general else world.thread
    here = world.group.in_topic(thread)
    return next((m for m in reversed(here) if any(x.startswith(label) for x in m.labels)), None)


async def _does(world: World, form: FormOf, person: PersonId, step: tuple[str, str]) -> bool:
    """Whether there was anything to do it with."""
    how, what = step
    if how == WRITE:
        await world.write(person, what, None if form.general else -1)
        return True
    shown = _button(world, form, what)
    if shown is None:
        return False
    await world.update(callback_query=world.press_of(person, shown, what))
    return True


def _stands(world: World, holder: PersonId) -> Any:
    """The deal, what happened to it, and the colleague's open form."""
    rows = world.store.rows
    return rows.deals[world.id], world.store.events(world.id), rows.forms_of(holder, "desk")


@forms
async def test_nobody_else_goes_on_with_a_form(name: str) -> None:
    form, world = FORMS[name], await build()
    await form.before(world)
    begun = world.store.events(world.id)
    colleagues = {ARAM, NOOR, HANA, TESS} - {form.holder}
    for place, step in enumerate(form.steps):
        before = _stands(world, form.holder)
        for person in (*colleagues, *STRANGERS) if place else ():
            assert await _does(world, form, person, step), (person, step)
            assert _stands(world, form.holder) == before, (person, step)
        assert await _does(world, form, form.holder, step), step
    assert world.store.events(world.id) != begun, "its colleague comes to the end of it"


@forms
@pytest.mark.parametrize("seat", ["left", "kicked"])
async def test_who_is_out_of_the_group_for_a_while_goes_on_where_they_were(
    name: str, seat: str
) -> None:
    form, world = FORMS[name], await build()
    await form.before(world)
    begun = world.store.events(world.id)
    for step in form.steps:
        before = _stands(world, form.holder)
        world.group.seats[form.holder] = seat
        assert await _does(world, form, form.holder, step), step
        assert _stands(world, form.holder) == before, step
        world.group.seats.clear()
        await world.update(chat_member=moved(form.holder, "member"))
        await world.deliver()
        assert await _does(world, form, form.holder, step), step
    assert world.store.events(world.id) != begun, "and comes to the end of it"


def _without(person: PersonId) -> Staff:
    return replace(
        STAFF,
        arbiters=STAFF.arbiters - {person},
        heads=STAFF.heads - {person},
        treasurers=STAFF.treasurers - {person},
    )


@forms
async def test_who_is_taken_off_the_list_between_two_steps_goes_no_further(name: str) -> None:
    form = FORMS[name]
    for stop in range(len(form.steps)):
        world = await build()
        await form.before(world)
        for step in form.steps[:stop]:
            await _does(world, form, form.holder, step)
        world.escrow.staff = _without(form.holder)
        before = _stands(world, form.holder)
        for step in form.steps[stop:]:
            await _does(world, form, form.holder, step)
        assert _stands(world, form.holder)[:2] == before[:2], stop


@pytest.mark.parametrize("name", [n for n, form in FORMS.items() if form.holder == ARAM])
async def test_who_has_the_case_no_longer_goes_no_further(name: str) -> None:
    form = FORMS[name]
    for stop in range(len(form.steps)):
        world = await build()
        await form.before(world)
        for step in form.steps[:stop]:
            await _does(world, form, form.holder, step)
        await world.do(TakeOver(actor=HANA, deal=world.id, milestone=1))
        before = _stands(world, form.holder)
        for step in form.steps[stop:]:
            await _does(world, form, form.holder, step)
        assert _stands(world, form.holder)[:2] == before[:2], stop
