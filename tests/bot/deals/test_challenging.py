"""A side challenges the arbiter in its chat: until when, on which ground, and who has it then."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.deal.challenge import ChallengeGround
from core.deal.context import Staff
from core.deal.terms import Role
from core.disputing import AskParty, TakeDispute, TakeOver
from tests.bot.deals.states import called
from tests.bot.deals.world import ARAM, World
from tests.kit.phones import plain
from tests.kit.scene import NOOR, SAM, words


async def taken(world: World, *arbiters: int) -> None:
    world.escrow.staff = Staff(frozenset(arbiters or (ARAM, SAM)), frozenset({NOOR}))  # type: ignore[arg-type]
    await called(world)
    await world.do(TakeDispute(actor=ARAM, deal=world.id, milestone=1))
    await world.deliver()


async def begun(world: World) -> None:
    await world.bina.press("More…")
    await world.bina.press("Challenge arbiter")


async def test_who_hears_that_an_arbiter_has_it_hears_until_when_it_can_be_another(
    world: World,
) -> None:
    await taken(world)
    for side in (world.bina, world.carlos):
        assert "you can ask for another one with Challenge arbiter, once" in plain(side.newest.text)
        assert "until 7 January" in plain(side.newest.text)
        assert "Aram" not in side.newest.text, "by role alone"


async def test_a_ground_the_words_and_one_tap_and_another_has_it(world: World) -> None:
    await taken(world)
    await begun(world)
    assert world.bina.sees("Your reason is not examined")
    await world.bina.press("Knows other side")
    await world.bina.write("they studied together")
    await world.bina.press("Done")
    assert world.bina.sees("they studied together")
    assert world.bina.sees("You can do this once in this dispute.")
    await world.bina.press("Yes, another arbiter")
    case = world.deal.disputes[0]
    [made] = case.challenges
    assert (made.ground, str(made.words)) == (ChallengeGround.KNOWS, "they studied together")
    assert case.arbiter in {SAM, NOOR}
    await world.deliver()
    assert world.carlos.sees("Bina challenged the arbiter")
    assert world.carlos.sees("saying that the arbiter knows you")
    assert world.carlos.sees("they studied together")
    assert world.carlos.sees("you can ask for another one")
    await world.bina.press("More…")
    assert "Challenge arbiter" not in world.bina.newest.labels
    await world.bina.press("Why can't I…?")
    assert world.bina.sees("You have challenged an arbiter in this dispute already")


async def test_another_arbiter_meanwhile_is_not_challenged_by_the_words_about_the_first(
    world: World,
) -> None:
    await taken(world)
    await begun(world)
    await world.bina.press("Something else")
    await world.bina.write("he laughed")
    await world.bina.press("Done")
    world.clock.forward(world.escrow.policy.outage)
    await world.do(TakeOver(actor=NOOR, deal=world.id, milestone=1))
    await world.bina.press("Yes, another arbiter")
    case = world.deal.disputes[0]
    assert (case.arbiter, case.challenges) == (NOOR, ())


async def test_files_beside_the_words_are_evidence(world: World) -> None:
    await taken(world)
    await begun(world)
    await world.bina.press("Took part before")
    await world.bina.write("see the picture")
    await world.bina.send("both.png")
    await world.bina.press("Done")
    await world.bina.press("Yes, another arbiter")
    case = world.deal.disputes[0]
    assert len(case.challenges) == 1
    assert [file.name for file in case.evidence[-1].files] == ["both.png"]


@pytest.mark.parametrize("arg", ["", "conflict", "knows.x"])
async def test_a_forged_ground_opens_nothing(world: World, arg: str) -> None:
    await taken(world)
    await begun(world)
    data = world.bina.newest.data("Knows other side")
    await world.bina.press_data(data.replace("knows", arg), world.bina.newest)
    await world.bina.write("cousins")
    assert world.deal.disputes[0].challenges == ()


async def test_where_nobody_else_is_free_it_is_said_beforehand(world: World) -> None:
    world.escrow.staff = replace(world.escrow.staff, arbiters=frozenset({ARAM}), heads=frozenset())
    await called(world)
    await world.do(TakeDispute(actor=ARAM, deal=world.id, milestone=1))
    await world.deliver()
    assert world.bina.sees("so this one cannot be challenged")
    await world.bina.press("More…")
    assert "Challenge arbiter" not in world.bina.newest.labels
    await world.bina.press("Why can't I…?")
    assert world.bina.sees("no other arbiter who could decide about this at the moment")


async def asked(world: World, role: Role) -> None:
    question = words("Which file is it?")
    await world.do(AskParty(actor=ARAM, deal=world.id, milestone=1, to=role, words=question))
    await world.deliver()


async def test_what_the_arbiter_before_asked_stays_open_for_the_next_one(world: World) -> None:
    await taken(world)
    for role in Role:
        await asked(world, role)
    await begun(world)
    await world.bina.press("Knows other side")
    await world.bina.write("they studied together")
    await world.bina.press("Done")
    assert world.bina.sees("the next one reads your answer")
    await world.bina.press("Yes, another arbiter")
    await world.deliver()
    assert world.carlos.sees("the arbiter who has the case now reads your answer")
    assert [question.answer for question in world.deal.disputes[0].questions] == [None, None]


async def test_however_another_has_the_case_who_owes_an_answer_reads_who_gets_it(
    world: World,
) -> None:
    await taken(world)
    await asked(world, Role.CLIENT)
    await world.do(TakeOver(actor=NOOR, deal=world.id, milestone=1))
    await world.deliver()
    assert world.carlos.sees("the arbiter who has the case now reads your answer")
    assert not world.bina.sees("the arbiter who has the case now reads your answer")
