"""A power cut between two commands of one tap: the update comes again, and nothing is missing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from bot.parties.kit.data import listed
from core.deal.commands import Command
from core.deal.milestone import State
from core.escrow import Executed
from core.ports import UnitOfWork
from core.working import ContestPoint, SubmitWork
from tests.bot.deals.acts import asked_for_changes, funded, handed_in
from tests.bot.deals.world import World


class PowerCutError(Exception):
    """The process is gone."""


def cut_before(world: World, kind: type[Command], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of this kind is done until the power is back."""
    execute = world.escrow.execute

    async def cut(command: Command, **options: Any) -> Executed:
        if isinstance(command, kind):
            raise PowerCutError
        return await execute(command, **options)

    monkeypatch.setattr(world.escrow, "execute", cut)


def cut_at(world: World, step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The power goes before so many notes of the tap are written."""
    write, left = world.escrow.note, iter(range(1, step))

    async def cut(work: Callable[[UnitOfWork], None], **options: Any) -> None:
        if next(left, None) is None:
            raise PowerCutError
        await write(work, **options)

    monkeypatch.setattr(world.escrow, "note", cut)


async def test_words_beside_the_work_go_with_it_after_a_power_cut(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await funded(world, "120.00")
    await world.bina.press("Submit work")
    await world.bina.write("The third one is my favourite.")
    await world.bina.send("drafts.svg")
    await world.bina.press("Done")
    with monkeypatch.context() as power:
        cut_before(world, SubmitWork, power)
        with pytest.raises(PowerCutError):
            await world.bina.press("Yes, submit")
    await world.bina.again()
    await world.deliver()
    assert world.state() is State.SUBMITTED
    assert world.carlos.sees("The third one is my favourite.")
    assert await world.app.reads.expecting(world.bina_id, "parties") is None


async def test_a_contested_point_is_told_with_its_files_after_a_power_cut(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await asked_for_changes(world, "blue is not green")
    await world.bina.press("I disagree with a point")
    await world.bina.press("1. blue is not green")
    await world.bina.write("green was never agreed")
    await world.bina.send("chat.png")
    await world.bina.press("Done")
    with monkeypatch.context() as power:
        cut_before(world, ContestPoint, power)
        with pytest.raises(PowerCutError):
            await world.bina.press("Yes, I disagree")
    await world.bina.again()
    [contest] = world.deal.milestones[0].contested
    assert [file.name for file in contest.files] == ["chat.png"]
    assert await world.app.reads.expecting(world.bina_id, "parties") is None


@pytest.mark.parametrize("step", range(1, 5))
async def test_a_file_on_its_way_from_talk_into_the_work_is_in_one_of_the_two(
    world: World, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    await funded(world, "120.00")
    await world.bina.send("drafts.svg")
    with monkeypatch.context() as power:
        cut_at(world, step, power)
        with suppress(PowerCutError):
            await world.bina.press("Submit it")
    assert kept(world) == ["drafts.svg"]
    await world.bina.again()
    assert kept(world) == ["drafts.svg"]


def kept(world: World) -> list[str]:
    """The files of all open forms."""
    forms = world.store.rows.forms.values()
    return [file["name"] for form in forms for file in listed(form, "files")]
