"""A challenge as the desk sees it: who has the case now, why, and what the one before had begun."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from core.deal.challenge import ChallengeGround
from core.deal.context import Staff
from core.deal.stage import Stage
from core.deal.terms import Role
from core.disputing import (
    AnswerQuestion,
    AskParty,
    ChallengeArbiter,
    HandOver,
    Recuse,
    TakeOver,
)
from core.ports import Expecting
from core.values.ids import DealId
from tests.bot.desk.test_ruling import ruling
from tests.bot.desk.world import ARAM, CARLOS, NOOR, World
from tests.kit.scene import words


async def _two(world: World, *, asks: bool = True) -> None:
    staff = Staff(frozenset({ARAM}), frozenset({NOOR}), world.app.escrow.staff.treasurers)
    world.app.escrow.staff = staff
    await ruling(world)
    if not asks:
        return
    asked = {"actor": ARAM, "deal": world.id, "milestone": 1, "to": Role.CLIENT}
    await world.do(AskParty(**asked, words=words("Which file is it?")))  # type: ignore[arg-type]
    await world.deliver()


async def challenged(world: World, *, asks: bool = True) -> None:
    """Aram's form of a ruling is open; Noor is the one other arbiter."""
    await _two(world, asks=asks)
    clock = world.case_now.challenge_by
    assert clock is not None
    await world.do(
        ChallengeArbiter(
            actor=CARLOS,
            deal=world.id,
            milestone=1,
            taken_at=clock.opened_at,
            ground=ChallengeGround.INTEREST,
            words=words("He owns half of it."),
        )
    )
    await world.deliver()


async def test_the_file_says_until_when_a_side_can_challenge_who_has_it(world: World) -> None:
    await ruling(world)
    assert "a side that has not done so yet can challenge the arbiter" in world.case.text


async def test_the_desk_reads_who_challenged_whom_and_who_has_it_now(world: World) -> None:
    await challenged(world)
    assert (world.case_now.stage, world.case_now.arbiter) == (Stage.TAKEN, NOOR)
    assert world.said("A side challenged Aram Vos", world.thread)
    assert world.said("He owns half of it.", world.thread)
    text = world.case.text
    assert "The client, Carlos Vega, challenged Aram Vos: gains or loses by the decision" in text
    assert "arbiter challenged" in text


async def test_what_the_first_had_begun_is_gone(world: World) -> None:
    await challenged(world, asks=False)
    assert not await world.app.reads.forms(ARAM, "desk")
    gone = [each for each in world.group.in_topic(world.thread) if "Split…" in each.labels]
    assert gone == [], "its buttons too"
    await world.press(NOOR, "Rule…")
    assert await world.app.reads.expecting(NOOR, "desk") is not None


async def handed_over(world: World) -> None:
    await _two(world)
    await world.do(HandOver(actor=ARAM, deal=world.id, milestone=1, to=NOOR))
    await world.deliver()


async def given_back(world: World) -> None:
    await _two(world)
    await world.do(HandOver(actor=ARAM, deal=world.id, milestone=1))
    await world.deliver()


async def taken_over(world: World) -> None:
    await _two(world)
    await world.do(TakeOver(actor=NOOR, deal=world.id, milestone=1))
    await world.deliver()


async def recused(world: World) -> None:
    await _two(world)
    await world.do(Recuse(actor=ARAM, deal=world.id, milestone=1))
    await world.deliver()


async def overdue(world: World) -> None:
    await _two(world)
    clock = world.case_now.desk_clock
    assert clock is not None
    world.clock.to(clock.ends_at + timedelta(minutes=1))
    await world.app.escrow.sweep()
    await world.deliver()


HANDS = (challenged, handed_over, given_back, taken_over, recused, overdue)


@pytest.mark.parametrize("change", HANDS, ids=lambda change: change.__name__)
async def test_however_a_case_changes_hands_its_questions_stay_and_what_was_begun_is_closed(
    world: World, change: Callable[[World], Awaitable[None]]
) -> None:
    await change(world)
    assert world.case_now.arbiter != ARAM
    assert not await world.app.reads.forms(ARAM, "desk")
    assert world.said("What Aram Vos had begun to write here is closed.", world.thread)
    assert world.said("Questions that are open stay open", world.thread)
    answer = AnswerQuestion(
        actor=CARLOS, deal=world.id, milestone=1, number=1, words=words("The second one.")
    )
    await world.do(answer)
    await world.deliver()
    assert str(world.case_now.questions[0].answer) == "The second one."
    assert world.said("The second one.", world.thread)


async def test_what_a_colleague_began_in_another_case_stays_theirs(world: World) -> None:
    await _two(world)
    other = Expecting(ARAM, "desk", "rule", DealId("0THER000"), 1, "outcome", {})
    await world.app.escrow.note(lambda uow: uow.expect(other), request="another")
    await world.do(HandOver(actor=ARAM, deal=world.id, milestone=1, to=NOOR))
    await world.deliver()
    assert await world.app.reads.forms(ARAM, "desk") == [other]


async def test_who_takes_a_case_for_the_first_time_closes_nothing(world: World) -> None:
    await ruling(world)
    assert not world.said("is closed", world.thread)
    assert await world.app.reads.forms(ARAM, "desk")


async def test_where_nobody_else_is_free_the_file_says_that_it_would_be_refused(
    world: World,
) -> None:
    await challenged(world)
    assert "no other arbiter is free to rule here: it is refused" in world.case.text
