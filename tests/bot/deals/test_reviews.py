"""A ruling in the chats of both sides: accepted, or looked at once more, before the money moves."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.cards.turns import turn_line
from bot.texts import plain
from core.deal.milestone import State
from core.deal.ruling import ReviewGround
from core.deal.stage import Stage
from core.disputing import AskReview
from core.values.ids import PersonId
from tests.bot.deals.states import accepted as accepted_by_both
from tests.bot.deals.states import decided, dismissed, more_time, order_made, review_asked
from tests.bot.deals.world import ARAM, BINA, CARLOS, World, build, said
from tests.kit.scene import NOOR
from tests.kit.words import TEXTS


@pytest.fixture
async def world() -> World:
    """At a desk of two."""
    return await build(arbiters=frozenset({ARAM, NOOR}))


@pytest.fixture
async def ruled(world: World) -> World:
    """A cent for the freelancer; both have read it."""
    await decided(world)
    await world.deliver()
    return world


async def test_both_read_what_was_decided_that_it_waits_and_what_they_can_do(
    ruled: World,
) -> None:
    for who in (ruled.bina, ruled.carlos):
        assert who.sees("The money stays held, untouched, until the decision is carried out.")
        assert who.sees("To the freelancer: 0.01 EUR")
        assert who.sees("ask for its one review by another arbiter")
        assert who.sees("is carried out after")
        assert {"Accept the decision", "Ask for a review"} <= set(who.newest.labels)


def accepted(world: World) -> tuple[PersonId, ...]:
    return world.deal.disputes[0].accepted


async def test_both_accept_by_two_taps_and_the_money_moves(ruled: World) -> None:
    await ruled.bina.press("Accept the decision")
    assert ruled.bina.sees("To the freelancer: 0.01 EUR"), "the second tap shows the amounts"
    assert ruled.bina.sees("cannot ask for a review of it any more")
    assert accepted(ruled) == ()
    await ruled.bina.press("Yes, I accept")
    assert accepted(ruled) == (BINA,)
    assert "Accept the decision" not in ruled.bina.newest.labels
    await ruled.deliver()
    assert ruled.carlos.sees("accepts the decision about")
    await ruled.carlos.press("Accept the decision")
    await ruled.carlos.press("Yes, I accept")
    await ruled.deliver()
    assert ruled.state() is State.SPLIT
    assert ruled.bina.sees("Both of you accept the decision")


async def test_the_card_tells_what_was_decided_who_accepted_it_and_who_may_ask_for_a_review(
    ruled: World,
) -> None:
    assert "The arbiter decided:" not in ruled.bina.newest.text, "its news says it already"
    await ruled.bina.press("More…")
    await ruled.bina.press("Back")
    assert ruled.bina.sees("The arbiter decided: 0.01 EUR for you")
    assert ruled.bina.sees("You can ask for a review until it is carried out.")
    await ruled.bina.press("Accept the decision")
    await ruled.bina.press("Yes, I accept")
    assert ruled.bina.sees("You accepted it.")
    assert "ask for a review" not in ruled.bina.newest.text
    await ruled.deliver()
    assert ruled.carlos.sees("Bina accepted it. You can ask for a review")


async def test_a_tap_of_another_ruling_or_of_a_stranger_accepts_nothing(ruled: World) -> None:
    await ruled.bina.press("Accept the decision")
    yes = ruled.bina.newest.data("Yes, I accept")
    assert yes.endswith("1")
    await ruled.bina.press_data(f"{yes}0", ruled.bina.newest)
    assert accepted(ruled) == ()
    await ruled.carlos.press_data(yes, ruled.carlos.newest)
    assert accepted(ruled) == (CARLOS,), "for themselves alone"
    await ruled.carlos.press_data(yes, ruled.carlos.newest)
    assert ruled.state() is State.DISPUTED


async def test_a_review_is_asked_for_on_a_ground_with_words(ruled: World) -> None:
    await ruled.carlos.press("Ask for a review")
    assert ruled.carlos.sees("That the decision feels wrong is not enough")
    await ruled.carlos.press("Wrong amounts")
    await ruled.carlos.write("a cent is not what the reasons say")
    await ruled.carlos.press("Done")
    assert ruled.carlos.sees("There is one review.")
    await ruled.carlos.press("Yes, ask for review")
    review = ruled.deal.disputes[0].review
    assert review is not None
    assert (review.ground, str(review.words)) == (
        ReviewGround.ARITHMETIC, "a cent is not what the reasons say",
    )  # fmt: skip
    await ruled.deliver()
    assert ruled.bina.sees("the amounts are wrong")
    assert ruled.bina.sees("a cent is not what the reasons say")
    assert "My side" in ruled.bina.newest.labels
    assert "Accept the decision" not in ruled.bina.newest.labels
    assert ruled.deal.disputes[0].stage is Stage.REVIEW


async def test_what_the_other_side_was_faster_with_is_asked_for_no_more(ruled: World) -> None:
    await ruled.carlos.press("Ask for a review")
    await ruled.carlos.press("New evidence")
    await ruled.carlos.write("look at this")
    await ruled.carlos.press("Done")
    ground = ReviewGround.CONFLICT
    await ruled.do(
        AskReview(actor=BINA, deal=ruled.id, milestone=1, ground=ground, words=said("they met"))
    )
    await ruled.carlos.press("Yes, ask for review")
    review = ruled.deal.disputes[0].review
    assert review is not None
    assert review.by == BINA


async def test_who_asked_waits_and_the_other_side_can_answer(world: World) -> None:
    await review_asked(world)
    await world.deliver()
    assert world.carlos.sees("Your turn: say what you ask for in the dispute")
    assert "Ask for a review" not in world.carlos.newest.labels


async def test_a_desk_of_one_says_that_nobody_can_review_it_and_offers_no_button() -> None:
    alone = await build()
    await decided(alone)
    await alone.deliver()
    assert alone.bina.sees("Our team has no other arbiter who could review it")
    assert "Ask for a review" not in alone.bina.newest.labels
    assert "Accept the decision" in alone.bina.newest.labels


@pytest.mark.parametrize("opener", [CARLOS, BINA])
async def test_both_read_who_opened_a_dispute_that_is_dismissed_and_that_the_work_goes_on(
    world: World, opener: PersonId
) -> None:
    await dismissed(world, opener)
    await world.deliver()
    mine, theirs = "The dispute that you opened had no ground.", "opened had no ground."
    for who, person in ((world.bina, BINA), (world.carlos, CARLOS)):
        assert who.sees(theirs)
        assert who.sees(mine) is (person == opener)
    await world.carlos.press("Accept the decision")
    assert world.carlos.sees("had no ground"), "the second tap shows what is decided"
    await world.carlos.press("Yes, I accept")
    await world.bina.press("Accept the decision")
    await world.bina.press("Yes, I accept")
    await world.deliver()
    assert world.state() is State.SUBMITTED
    assert world.carlos.sees("The submission can be looked at again. The money stays held.")
    assert "Approve and release" in world.carlos.newest.labels
    assert world.deal.disputes[0].stage is Stage.RULED


async def test_both_read_how_much_more_time_there_is_and_until_when_it_lasts(world: World) -> None:
    await more_time(world)
    await world.deliver()
    for who in (world.bina, world.carlos):
        assert who.sees("The freelancer has what was left of the time and 3 days more.")
    await accepted_by_both(world)
    await world.deliver()
    assert world.state() is State.IN_PROGRESS
    assert world.bina.sees("There is more time for")
    assert "Submit work" in world.bina.newest.labels


async def test_both_read_what_is_ordered_and_what_follows_if_it_is_not_made(world: World) -> None:
    await order_made(world)
    await world.deliver()
    for who in (world.bina, world.carlos):
        assert who.sees("The time for them is 3 days from when the decision is carried out.")
        assert who.sees("If nothing is submitted in that time:")
        assert who.sees("To the freelancer: 40.00 EUR")
        assert who.sees("Back to the client: 80.00 EUR")
    await accepted_by_both(world)
    await world.deliver()
    assert world.state() is State.REVISING
    assert world.bina.sees("Your turn: submit the changes to")
    assert world.bina.sees("40.00 EUR goes to you and 80.00 EUR goes back to")
    await world.carlos.write("/deals")
    assert "I disagree with a point" not in world.bina.newest.labels
    labels = world.bina.newest.labels
    assert "Submit work" in labels or "Submit changes" in labels


async def test_the_client_reads_the_split_while_the_changes_are_made(world: World) -> None:
    await order_made(world)
    await accepted_by_both(world)
    view = await world.app.reads.view(world.id, CARLOS)
    assert view is not None
    told = turn_line(view, TEXTS.get("en"))
    assert told is not None
    assert "40.00 EUR goes to" in plain(told)
    assert "80.00 EUR comes back to you" in plain(told)


async def test_both_are_told_that_what_was_stated_is_carried_out(world: World) -> None:
    await order_made(world)
    await accepted_by_both(world)
    await world.deliver()
    world.clock.forward(timedelta(days=3))
    await world.escrow.sweep()
    await world.deliver()
    assert world.state() is State.SPLIT
    for who in (world.bina, world.carlos):
        assert who.sees("Nothing was submitted of the changes to")
