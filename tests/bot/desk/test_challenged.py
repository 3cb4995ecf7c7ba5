"""A challenge as the desk sees it: who has the case now, why, and what the one before had begun."""

from __future__ import annotations

from core.deal.challenge import ChallengeGround
from core.deal.context import Staff
from core.deal.stage import Stage
from core.disputing import ChallengeArbiter
from tests.bot.desk.test_ruling import ruling
from tests.bot.desk.world import ARAM, CARLOS, NOOR, World
from tests.kit.scene import words


async def challenged(world: World) -> None:
    """Aram's form of a ruling is open; Noor is the one other arbiter."""
    staff = Staff(frozenset({ARAM}), frozenset({NOOR}), world.app.escrow.staff.treasurers)
    world.app.escrow.staff = staff
    await ruling(world)
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
    await challenged(world)
    assert not await world.app.reads.forms(ARAM, "desk")
    gone = [each for each in world.group.in_topic(world.thread) if "Split…" in each.labels]
    assert gone == [], "its buttons too"
    await world.press(NOOR, "Rule…")
    assert await world.app.reads.expecting(NOOR, "desk") is not None


async def test_where_nobody_else_is_free_the_file_says_that_it_would_be_refused(
    world: World,
) -> None:
    await challenged(world)
    assert "no other arbiter is free to rule here: it is refused" in world.case.text
