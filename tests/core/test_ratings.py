"""How the two found each other: after the end alone, sealed until both have, then as it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

import pytest

from core import people
from core.available import available
from core.deadlines import deadlines_of
from core.deal.context import Context
from core.deal.milestone import State
from core.deal.rating import RATING_LIMIT
from core.deal.reputation import Record, on_time, stars
from core.deal.step import Act
from core.paying import CancelFunding
from core.people import DealRated, RateDeal, RatingsShown
from core.timing import ExtendClocks
from core.values.errors import BadInput, NotNow, NotYours, Refusal
from core.values.hearing import Ear
from core.values.ids import DESK, SYSTEM, PersonId
from core.values.window import DeadlineKind
from core.views import view_of
from core.working import CancelLate, WithdrawWork
from tests.kit.places import PLACES, place
from tests.kit.scene import ARAM, BINA, CARLOS, DAY, HOUR, NOOR, SAM, TESS, Scene, words

SECOND: Final = timedelta(seconds=1)
SHOWN: Final = "ratings-shown"


def done() -> Scene:
    scene = Scene()
    scene.submitted("100.00 EUR")
    scene.approve()
    return scene


def rate(scene: Scene, by: PersonId, given: int = 5, said: str | None = None) -> None:
    told = None if said is None else words(said, f"salt of {by}")
    scene.do(RateDeal(actor=by, deal=scene.deal_id, stars=given, words=told))


def no(ask: Callable[..., object], *args: Any) -> tuple[type, str]:
    with pytest.raises(Refusal) as refused:
        ask(*args)
    return type(refused.value), refused.value.key


def seen(scene: Scene, by: PersonId) -> list[tuple[PersonId, int]]:
    """What somebody's card may tell of."""
    ctx = Context(scene.clock.now(), scene.policy, scene.escrow.staff)
    return [(rating.by, rating.stars) for rating in view_of(scene.deal, by, ctx).deal.ratings]


def offered(scene: Scene, by: PersonId) -> bool:
    ctx = Context(scene.clock.now(), scene.policy, scene.escrow.staff)
    return any(item.act is Act.RATE for item in available(scene.deal, by, ctx))


# no lever


@pytest.mark.parametrize("name", PLACES)
def test_nobody_rates_while_anything_is_held_or_to_come(name: str) -> None:
    at = place(name)
    held = any(m.held for m in at.deal.milestones)
    for person in at.deal.parties:
        rated = any(item.act is Act.RATE for item in available(at.deal, person, at.ctx))
        assert not (rated and (held or not at.deal.state.final)), person


def test_five_stars_or_i_reject_has_no_lever() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR", "50.00 EUR")
    assert no(rate, scene, BINA) == (NotNow, "rate-not-ended")
    scene.approve()
    assert no(rate, scene, CARLOS) == (NotNow, "rate-not-ended")
    assert not scene.deal.ratings


def test_where_nothing_was_paid_for_there_is_nothing_to_rate() -> None:
    scene = Scene()
    scene.agreed("100.00 EUR")
    scene.on_milestone(CancelFunding, CARLOS)
    assert no(rate, scene, BINA) == (NotNow, "rate-nothing")
    assert not offered(scene, BINA)
    assert deadlines_of(scene.deal, scene.policy) == ()


def test_what_was_paid_for_and_given_back_can_be_rated() -> None:
    scene = Scene()
    scene.funded("100.00 EUR")
    scene.on_milestone(WithdrawWork, BINA, amount=scene.m.held)
    rate(scene, CARLOS, 1, "gave it up")
    assert seen(scene, CARLOS) == [(CARLOS, 1)]


def test_only_the_two_sides_rate() -> None:
    scene = done()
    for person in (SAM, ARAM, NOOR, TESS, SYSTEM):
        assert no(rate, scene, person) == (NotYours, "stranger")


@pytest.mark.parametrize(("given", "taken"), [(0, False), (1, True), (5, True), (6, False)])
def test_stars_are_one_to_five(given: int, *, taken: bool) -> None:
    scene = done()
    if taken:
        rate(scene, BINA, given)
        assert seen(scene, BINA) == [(BINA, given)]
    else:
        assert no(rate, scene, BINA, given) == (BadInput, "stars-out-of-range")


def test_the_words_beside_them_are_few() -> None:
    scene = done()
    rate(scene, BINA, 5, "x" * RATING_LIMIT)
    assert no(rate, scene, BINA, 5, "x" * (RATING_LIMIT + 1)) == (BadInput, "text-too-long")
    rating = scene.deal.rating_by(BINA)
    assert rating is not None
    assert str(rating.words) == "x" * RATING_LIMIT


# sealed


def test_a_rating_is_its_writers_secret_until_the_other_rates_too() -> None:
    scene = done()
    scene.clock.forward(HOUR)
    before, told = scene.deal, len(scene.store.notices)
    rate(scene, BINA, 2, "slow to answer")
    assert scene.happened(DealRated) == [DealRated(BINA)]
    assert len(scene.store.notices) == told
    assert seen(scene, BINA) == [(BINA, 2)]
    for other in (CARLOS, SAM, ARAM, DESK):
        assert seen(scene, other) == []
    assert scene.deal.active_at == before.active_at
    scene.clock.forward(DAY)
    rate(scene, CARLOS, 5)
    assert scene.happened(RatingsShown) == [RatingsShown()]
    for person in (BINA, CARLOS):
        assert seen(scene, person) == [(BINA, 2), (CARLOS, 5)]
    assert SHOWN in scene.told(BINA)
    assert SHOWN not in scene.told(CARLOS)  # their own press shows it
    assert not scene.notice(BINA, SHOWN).ring


def test_nothing_that_is_kept_beside_the_deal_tells_of_stars_or_words() -> None:
    scene = done()
    rate(scene, BINA, 2, "slow to answer")
    written = repr([scene.events, list(scene.store.notices), scene.store.schedule])
    assert "slow" not in written
    assert "stars" not in written
    assert stars(scene.deal, CARLOS) is None


def test_it_can_be_corrected_until_it_is_shown_and_not_after() -> None:
    scene = done()
    rate(scene, BINA, 2, "slow to answer")
    rate(scene, BINA, 4)
    assert seen(scene, BINA) == [(BINA, 4)]
    rating = scene.deal.rating_by(BINA)
    assert rating is not None
    assert rating.words is None
    rate(scene, CARLOS)
    for person in (BINA, CARLOS):
        assert no(rate, scene, person) == (NotNow, "rate-shown")
        assert not offered(scene, person)


def test_alone_it_is_shown_when_the_time_is_over_and_the_other_has_no_answer_to_it() -> None:
    scene = done()
    scene.clock.forward(3 * DAY)
    rate(scene, BINA, 3)
    scene.pass_time(11 * DAY - SECOND)
    assert seen(scene, CARLOS) == []
    assert offered(scene, CARLOS)
    scene.pass_time(SECOND)
    assert scene.deal.ratings_shown
    assert seen(scene, CARLOS) == [(BINA, 3)]
    assert SHOWN in scene.told(BINA)
    assert SHOWN in scene.told(CARLOS)
    assert no(rate, scene, CARLOS) == (NotNow, "rate-shown")


def test_a_tap_in_the_second_of_the_clock_comes_too_late() -> None:
    scene = done()
    rate(scene, BINA, 3)
    scene.clock.forward(14 * DAY)
    assert no(rate, scene, CARLOS) == (NotNow, "rate-shown")
    assert scene.deal.ratings_shown


def test_where_nobody_rated_nothing_is_told_and_it_is_too_late() -> None:
    scene = done()
    told = len(scene.store.notices)
    scene.pass_time(14 * DAY - SECOND)
    assert offered(scene, BINA)
    scene.pass_time(SECOND)
    assert not [n for n in scene.store.notices[told:] if n.kind == SHOWN]
    assert not offered(scene, BINA)
    assert no(rate, scene, BINA) == (NotNow, "rate-late")


def test_what_was_pressed_while_nobody_was_heard_is_in_time() -> None:
    scene = done()
    scene.clock.forward(14 * DAY)
    deal, ctx = scene.deal, Context(scene.clock.now(), scene.policy, scene.escrow.staff)
    step = people.STEPS[0]
    command = RateDeal(actor=BINA, deal=deal.id, stars=5)
    with pytest.raises(NotNow, match="rate-late"):
        step.decide(deal, command, ctx)
    heard = replace(ctx, heard=ctx.now - SECOND)
    assert step.decide(deal, command, heard)[0].ratings


def test_time_in_which_nobody_was_heard_is_given_back() -> None:
    scene = done()
    rate(scene, BINA)
    now = scene.clock.now()
    scene.do(
        ExtendClocks(
            actor=SYSTEM, deal=scene.deal_id, since=now, until=now + 5 * HOUR, ear=Ear.PARTIES
        )
    )
    [ends] = [
        d for d in deadlines_of(scene.deal, scene.policy) if d.kind is DeadlineKind.RATING_ENDS
    ]
    assert ends.due == now + 14 * DAY + 5 * HOUR


def test_how_long_is_the_houses_own() -> None:
    scene = Scene(replace(Scene().policy, rating_window=2 * DAY))
    scene.submitted("100.00 EUR")
    scene.approve()
    rate(scene, BINA)
    scene.pass_time(2 * DAY)
    assert scene.deal.ratings_shown


def test_no_reminder_asks_for_a_rating() -> None:
    scene = done()
    rate(scene, BINA)
    kinds = {d.kind for d in deadlines_of(scene.deal, scene.policy)}
    assert kinds == {DeadlineKind.RATING_ENDS, DeadlineKind.TRANSFER}


# the record


def test_stars_count_for_whom_they_are_about_once_they_are_shown() -> None:
    scene = done()
    rate(scene, BINA, 2)
    assert (stars(scene.deal, BINA), stars(scene.deal, CARLOS)) == (None, None)
    rate(scene, CARLOS, 5)
    assert (stars(scene.deal, BINA), stars(scene.deal, CARLOS)) == (5, 2)


def test_a_rating_that_is_shown_alone_counts_alone() -> None:
    scene = done()
    rate(scene, BINA, 2)
    scene.pass_time(14 * DAY)
    assert (stars(scene.deal, BINA), stars(scene.deal, CARLOS)) == (None, 2)


@pytest.mark.parametrize(
    ("given", "sum_", "tenths"), [(0, 0, 0), (1, 5, 50), (3, 14, 47), (6, 29, 48), (20, 95, 48)]
)
def test_the_mean_is_in_tenths_and_halves_go_up(given: int, sum_: int, tenths: int) -> None:
    assert Record(0, 0, 0, None, rated=given, stars=sum_).tenths == tenths


def test_work_that_came_by_its_date_is_in_time() -> None:
    scene = done()
    assert on_time(scene.deal, BINA) is True
    assert on_time(scene.deal, CARLOS) is None


def test_in_time_is_asked_of_what_ended_alone() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    assert on_time(scene.deal, BINA) is None


def late(*amounts: str) -> Scene:
    scene = Scene()
    scene.funded(*amounts)
    scene.pass_time(7 * DAY)
    return scene


def test_work_that_came_after_its_date_is_late_whatever_was_made_of_it() -> None:
    scene = late("100.00 EUR")
    scene.submit()
    scene.approve()
    assert on_time(scene.deal, BINA) is False


def test_the_very_instant_of_the_date_is_in_time() -> None:
    scene = Scene()
    scene.funded("100.00 EUR")
    due = scene.m.due_at
    assert due is not None
    scene.clock.to(due)
    scene.submit()
    scene.approve()
    assert on_time(scene.deal, BINA) is True


def test_a_second_delivery_has_no_date_of_its_own() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    scene.request_changes()
    scene.clock.forward(2 * DAY)
    scene.submit()
    scene.approve()
    assert on_time(scene.deal, BINA) is True


def test_nothing_by_the_date_is_late_where_the_money_went_back_for_it() -> None:
    scene = late("100.00 EUR")
    scene.on_milestone(CancelLate, CARLOS)
    scene.serve()
    scene.pass_time(3 * DAY)
    assert scene.deal.milestone(1).state is State.REFUNDED
    assert on_time(scene.deal, BINA) is False


def test_work_that_was_given_up_before_its_date_says_nothing() -> None:
    scene = Scene()
    scene.funded("100.00 EUR")
    scene.on_milestone(WithdrawWork, BINA, amount=scene.m.held)
    assert on_time(scene.deal, BINA) is None
