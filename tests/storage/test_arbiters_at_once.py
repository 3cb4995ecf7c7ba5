"""What two people raced for in a case, in the database: one of them has it, and the other hears."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any

import pytest

from core.approving import RefuseAsked
from core.deal.approval import ApprovalState
from core.deal.challenge import ChallengeGround
from core.deal.context import Staff
from core.deal.ruling import Outcome
from core.deal.stage import Stage
from core.disputing import (
    AddNothing,
    CallArbiter,
    ChallengeArbiter,
    MakeStatement,
    OpenDispute,
    Rule,
    TakeDispute,
)
from core.values.errors import Refusal
from core.values.ids import RAIL, PersonId
from core.working import SubmitWork
from tests.kit.scene import ARAM, BINA, CARLOS, FILE, HOUR, NOOR, REASONS, TESS, words
from tests.storage.test_four_eyes import EVA, TOM, House, house

__all__ = ["house"]
TIMES = range(4)


async def called(house: House) -> dict[str, Any]:
    """An arbiter is to take it, and neither side has anything to add."""
    at: dict[str, Any] = {"deal": house.deal_id, "milestone": 1}
    house.escrow.policy = replace(house.escrow.policy, four_eyes_threshold={"EUR": 10**9})
    await house.deposit(RAIL)
    seen = (await house.deal()).milestone(1).seen
    done: dict[str, Any] = {"files": (FILE,), "notes": (words("done"),)}
    await house.escrow.execute(SubmitWork(actor=BINA, seen=seen, **done, **at))
    m = (await house.deal()).milestone(1)
    said: dict[str, Any] = {"reason": words("no"), "sought": m.held}
    await house.escrow.execute(OpenDispute(actor=CARLOS, seen=m.seen, **said, **at))
    side: dict[str, Any] = {"words": words("yes"), "sought": m.held}
    await house.escrow.execute(MakeStatement(actor=BINA, **side, **at))
    for person in (BINA, CARLOS):
        await house.escrow.execute(CallArbiter(actor=person, **at))
    for person in (BINA, CARLOS):
        await house.escrow.execute(AddNothing(actor=person, said=2, filed=0, **at))
    return at


async def taken(house: House) -> dict[str, Any]:
    at = await called(house)
    await house.escrow.execute(TakeDispute(actor=ARAM, **at))
    house.clock.forward(HOUR)
    return at


async def challenge(house: House, by: PersonId) -> ChallengeArbiter:
    clock = (await house.deal()).disputes[0].challenge_by
    assert clock is not None
    why: dict[str, Any] = {"ground": ChallengeGround.KNOWS, "words": words("cousins")}
    at: dict[str, Any] = {"deal": house.deal_id, "milestone": 1}
    return ChallengeArbiter(actor=by, taken_at=clock.opened_at, **why, **at)


async def raced(*work: Coroutine[Any, Any, Any]) -> list[str]:
    """Why each was refused; nothing for who was first."""
    results = await asyncio.gather(*work, return_exceptions=True)
    for result in results:
        assert isinstance(result, Refusal) or not isinstance(result, BaseException), result
    return [result.key if isinstance(result, Refusal) else "" for result in results]


@pytest.mark.parametrize("_time", TIMES)
async def test_of_two_who_take_it_at_once_one_has_it(house: House, _time: int) -> None:
    at = await called(house)
    takers = (ARAM, EVA)
    said = await raced(*(house.escrow.execute(TakeDispute(actor=p, **at)) for p in takers))
    assert sorted(said) == ["", "dispute-taken"]
    case = (await house.deal()).disputes[0]
    assert (case.stage, case.arbiter) == (Stage.TAKEN, takers[said.index("")])


@pytest.mark.parametrize("_time", TIMES)
async def test_of_two_sides_that_challenge_at_once_one_does_and_the_other_looks_anew(
    house: House, _time: int
) -> None:
    await taken(house)
    asked = [await challenge(house, side) for side in (BINA, CARLOS)]
    said = await raced(*map(house.escrow.execute, asked))
    assert sorted(said) == ["", "stale"]
    case = (await house.deal()).disputes[0]
    assert [made.by for made in case.challenges] == [asked[said.index("")].actor]
    assert case.recused == (ARAM,)
    assert case.arbiter in {EVA, NOOR}


async def test_one_side_that_challenges_twice_at_once_does_it_once(house: House) -> None:
    await taken(house)
    asked = await challenge(house, BINA)
    said = await raced(house.escrow.execute(asked), house.escrow.execute(asked))
    assert sorted(said) == ["", "challenge-used"]
    assert len((await house.deal()).disputes[0].challenges) == 1


@pytest.mark.parametrize("_time", TIMES)
@pytest.mark.parametrize("first", ["ruling", "challenge"])
async def test_a_ruling_and_a_challenge_in_the_same_second_are_one_of_the_two(
    house: House, first: str, _time: int
) -> None:
    at = await taken(house)
    made: dict[str, Any] = {"outcome": Outcome.REFUND, "reasons": words(REASONS)}
    held = (await house.deal()).milestone(1).held
    both = {
        "ruling": house.escrow.execute(Rule(actor=ARAM, held=held, **made, **at)),
        "challenge": house.escrow.execute(await challenge(house, BINA)),
    }
    order = sorted(both, key=lambda name: name != first)
    said = dict(zip(order, await raced(*(both[name] for name in order)), strict=True))
    case = (await house.deal()).disputes[0]
    if not said["ruling"]:
        assert said["challenge"] == "dispute-wrong-stage"
        assert (case.stage, case.challenges) == (Stage.DECIDED, ())
    else:
        assert said == {"ruling": "not-your-case", "challenge": ""}
        assert (case.stage, case.ruling) == (Stage.TAKEN, None)


@pytest.mark.parametrize("_time", TIMES)
async def test_a_yes_and_a_no_at_once_are_one_of_the_two(house: House, _time: int) -> None:
    house.escrow.staff = Staff(frozenset({ARAM}), frozenset(), frozenset({TESS, TOM, NOOR}))
    await house.deposit(TESS)
    [asked] = (await house.deal()).approvals
    no = RefuseAsked(
        actor=NOOR,
        deal=house.deal_id,
        approval=asked.number,
        fingerprint=asked.fingerprint(house.deal_id),
        words=words("not on my statement"),
    )
    said = await raced(house.approve(TOM, asked), house.escrow.execute(no))
    assert sorted(said) == ["", "nothing-to-approve"]
    deal = await house.deal()
    [ended] = deal.approvals
    assert len(deal.milestone(1).deposits) == (ended.state is ApprovalState.APPROVED)
    assert ended.state is (ApprovalState.REFUSED if said[0] else ApprovalState.APPROVED)
    if said[0]:
        assert str(ended.why) == "not on my statement", "kept beside the deal, and read with it"
