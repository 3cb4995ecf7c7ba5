"""A power cut between two commands of one tap: the update comes again, and nothing is missing."""

from __future__ import annotations

from typing import Any

import pytest

from core import commands as c
from core.escrow import Outcome
from core.milestone import State
from tests.bot.deals.acts import asked_for_changes, funded, handed_in
from tests.bot.deals.world import World


class PowerCutError(Exception):
    """The process is gone."""


def cut_before(world: World, kind: type[c.Command], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of this kind is done until the power is back."""
    execute = world.escrow.execute

    async def cut(command: c.Command, **options: Any) -> Outcome:
        if isinstance(command, kind):
            raise PowerCutError
        return await execute(command, **options)

    monkeypatch.setattr(world.escrow, "execute", cut)


async def test_words_beside_the_work_go_across_after_a_power_cut(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await funded(world, "120.00")
    await world.bina.press("Submit work")
    await world.bina.write("The third one is my favourite.")
    await world.bina.send("drafts.svg")
    await world.bina.press("Done")
    await world.bina.press("Done as agreed")
    await world.bina.press("Done as agreed")
    with monkeypatch.context() as power:
        cut_before(world, c.Say, power)
        with pytest.raises(PowerCutError):
            await world.bina.press("Yes, submit")
    await world.bina.again()
    await world.deliver()
    assert world.state() is State.SUBMITTED
    assert world.carlos.sees("The third one is my favourite.")
    assert await world.app.reads.expecting(world.bina_id, "parties") is None


async def test_files_beside_a_contested_point_are_filed_after_a_power_cut(
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
        cut_before(world, c.FileEvidence, power)
        with pytest.raises(PowerCutError):
            await world.bina.press("Yes, I disagree")
    await world.bina.again()
    [case] = world.deal.disputes
    assert [file.name for file in case.evidence[0].files] == ["chat.png"]
    assert await world.app.reads.expecting(world.bina_id, "parties") is None
