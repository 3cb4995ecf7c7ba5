"""The one review of a ruling at the desk: upheld, changed, or sent back by another arbiter."""

from __future__ import annotations

import pytest

from core.deal.milestone import State
from core.deal.ruling import ReviewGround
from core.deal.stage import Stage
from core.disputing import AskReview
from tests.bot.desk.test_ruling import ruling
from tests.bot.desk.world import ARAM, BINA, CARLOS, NOOR, REASONS, World
from tests.kit.scene import words


async def reviewing(world: World) -> None:
    """Aram gave 60 % to the freelancer; Carlos asked for a review, and Noor has it."""
    await ruling(world)
    await world.press(ARAM, "Split…")
    await world.write(ARAM, "60 %")
    await world.press(ARAM, "None of them")
    await world.write(ARAM, REASONS)
    assert "The money stays held until both accept the ruling" in world.last().text
    await world.press(ARAM, "Confirm the ruling")
    await world.deliver()
    said = words("My last letter was never looked at.")
    ground = ReviewGround.PROCEDURE
    await world.do(AskReview(actor=CARLOS, deal=world.id, milestone=1, ground=ground, words=said))
    await world.deliver()
    assert "The review waits for another arbiter until" in world.case.text
    assert "The client, Carlos Vega, asks for a review" in world.case.text
    assert world.said("My last letter was never looked at.", world.thread)
    await world.press(NOOR, "Take")
    await world.state(BINA)
    await world.deliver()
    assert "reviews the ruling" in world.case.text


async def confirmed(world: World) -> str:
    """What the last card of the form says, and it is confirmed."""
    await world.press(NOOR, "None of them")
    await world.write(NOOR, REASONS)
    text = world.last().text
    await world.press(NOOR, "Confirm the ruling")
    await world.deliver()
    return text


async def test_who_ruled_is_not_offered_the_review(world: World) -> None:
    await reviewing(world)
    before = world.case_now
    await world.press(ARAM, "Rule…")
    assert world.case_now == before
    assert "Another arbiter has this case" in world.group.answers[-1]["text"]


async def test_a_review_upholds_the_ruling_to_the_cent(world: World) -> None:
    await reviewing(world)
    await world.press(NOOR, "Rule…")
    assert "Ruled by Aram Vos: split" in world.last().text
    await world.press(NOOR, "Uphold the ruling")
    text = await confirmed(world)
    assert "Upheld." in text
    assert "Freelancer Bina Rahimi: 180.00 EUR" in text
    assert "Confirming moves the money at once" in text
    m = world.deal.milestone(1)
    assert (m.state, m.released.minor, m.refunded.minor) == (State.SPLIT, 18000, 12000)
    assert world.group.topics[world.thread].closed


@pytest.mark.parametrize(
    ("button", "state"), [("Refund", State.REFUNDED), ("Release", State.RELEASED)]
)
async def test_a_review_changes_the_ruling(world: World, button: str, state: State) -> None:
    await reviewing(world)
    await world.press(NOOR, "Rule…")
    await world.press(NOOR, button)
    await confirmed(world)
    assert world.deal.milestone(1).state is state


async def test_a_ruling_that_is_sent_back_is_made_anew_by_a_third(world: World) -> None:
    await reviewing(world)
    await world.press(NOOR, "Rule…")
    await world.press(NOOR, "Have it made anew")
    text = await confirmed(world)
    assert "by another arbiter, and that ruling is final" in text
    assert "The money stays held." in text
    case = world.case_now
    assert (case.stage, case.arbiter, case.ruling) == (Stage.OPEN, None, None)
    assert "reviewed the ruling: it is to be made anew" in world.case.text
    assert world.said("it is to be made anew", world.thread)
    await world.press(NOOR, "Take")
    assert world.case_now.arbiter == NOOR, "who did not rule may"


async def test_back_from_the_first_question_of_a_review_leaves_it(world: World) -> None:
    await reviewing(world)
    await world.press(NOOR, "Rule…")
    await world.press(NOOR, "Uphold the ruling")
    await world.press(NOOR, "Back")
    assert "Have it made anew" in world.last().labels
    await world.press(NOOR, "Split…")
    form = await world.app.reads.expecting(NOOR, "desk")
    assert form is not None
    assert (form.field, form.data["review"]) == ("share", "")
