"""What each side would take, told to us alone: it settles where the two meet, and is gone else."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.amending import SealFigure, UnsealFigure
from core.amending.events import SealedMet
from core.deadlines import deadlines_of
from core.deal.commands import SeenCommand
from core.deal.context import Context
from core.deal.events import Ground, MoneySettled
from core.deal.milestone import State
from core.deal.ruling import Outcome
from core.deal.stage import Stage
from core.disputing import Rule, TakeBackDispute
from core.values.errors import BadInput, NotNow, NotYours, Stale
from core.values.ids import DESK, PersonId
from core.values.money import Money
from core.views import view_of
from tests.kit.scene import ARAM, BINA, CARLOS, REASONS, SAM, Scene, amount, with_policy, words

EUR = "EUR"


def disputed(price: str = "100.00 EUR", **rules: Any) -> Scene:
    scene = with_policy(**rules)
    scene.disputed(price)
    return scene


def seal(scene: Scene, by: PersonId, minor: int) -> None:
    scene.on_milestone(SealFigure, by, figure=Money(minor, EUR), held=scene.m.held)


def freelancers(scene: Scene) -> Money:
    m = scene.deal.milestones[0]
    return m.released + m.fee


@pytest.mark.parametrize("first", [BINA, CARLOS])
def test_where_the_two_meet_it_is_settled_at_once_at_the_middle(first: PersonId) -> None:
    scene = disputed()
    figures = {BINA: 5000, CARLOS: 7000}
    second = CARLOS if first == BINA else BINA
    seal(scene, first, figures[first])
    assert scene.state() is State.DISPUTED
    seal(scene, second, figures[second])
    assert (freelancers(scene), scene.deal.milestones[0].refunded) == (
        amount("60.00 EUR"),
        amount("40.00 EUR"),
    )
    assert scene.deal.disputes[0].stage is Stage.SETTLED
    [settled] = scene.happened(MoneySettled)
    assert isinstance(settled, MoneySettled)
    assert settled.ground is Ground.AGREEMENT
    assert scene.happened(SealedMet) == [SealedMet(1)]
    assert "sealed-met" in scene.told(first)
    assert "dispute-settled" in scene.told(DESK)
    assert not scene.deal.sealed
    scene.assert_books_balance()


@pytest.mark.parametrize(
    ("least", "most", "share"),
    [
        (0, 10000, 5000),
        (6000, 6000, 6000),
        (0, 0, 0),
        (10000, 10000, 10000),
        (5000, 5001, 5000),
        (1, 2, 1),
        (0, 1, 0),
        (9999, 10000, 9999),
    ],
)
def test_the_half_of_a_cent_is_the_clients(least: int, most: int, share: int) -> None:
    scene = disputed()
    seal(scene, BINA, least)
    seal(scene, CARLOS, most)
    assert freelancers(scene).minor == share
    assert scene.deal.milestones[0].state.final


@given(least=st.integers(0, 300), most=st.integers(0, 300), fee=st.sampled_from([0, 333]))
def test_nobody_gets_less_than_they_would_take(least: int, most: int, fee: int) -> None:
    scene = disputed("3.00 EUR", fee_bps=fee)
    seal(scene, CARLOS, most)
    seal(scene, BINA, least)
    assert scene.deal.milestones[0].state.final is (least <= most)
    if least <= most:
        assert least <= freelancers(scene).minor <= most
    scene.assert_books_balance()


def everything_seen(scene: Scene, viewer: PersonId) -> Any:
    """What a person's card, the desk's file and the journal are made of, but for the figures."""
    deal = replace(scene.deal, sealed=(), version=0, active_at=scene.deal.started_at)
    ctx = Context(scene.clock.now(), scene.policy, scene.escrow.staff)
    view = view_of(deal, viewer, ctx)
    parts = {f.name: getattr(view, f.name) for f in fields(view)}
    notices = list(scene.store.rows.notices)
    return parts, scene.events, notices, deadlines_of(scene.deal, scene.policy)


@pytest.mark.parametrize("viewer", [CARLOS, ARAM, DESK, SAM])
@pytest.mark.parametrize("theirs", [None, 4000])
def test_where_they_do_not_meet_nobody_learns_even_that_there_is_one(
    viewer: PersonId, theirs: int | None
) -> None:
    scene = disputed()
    scene.take()
    if theirs is not None:
        seal(scene, CARLOS, theirs)
    seen, before = everything_seen(scene, viewer), scene.m.seen
    seal(scene, BINA, 9000)
    assert everything_seen(scene, viewer) == seen
    assert scene.m.seen == before, "no button of the other side gets old by it"
    scene.on_milestone(UnsealFigure, BINA)
    assert everything_seen(scene, viewer) == seen


def test_the_other_side_is_offered_the_same_whether_there_is_one_or_not() -> None:
    scene = disputed()
    ctx = Context(scene.clock.now(), scene.policy, scene.escrow.staff)
    offered = view_of(scene.deal, CARLOS, ctx).offered
    seal(scene, BINA, 9000)
    assert view_of(scene.deal, CARLOS, ctx).offered == offered
    assert (
        view_of(scene.deal, ARAM, ctx).offered
        == view_of(replace(scene.deal, sealed=()), ARAM, ctx).offered
    )


def test_nobody_elses_card_is_made_of_a_deal_that_has_the_figure() -> None:
    scene = disputed()
    seal(scene, BINA, 9000)
    ctx = Context(scene.clock.now(), scene.policy, scene.escrow.staff)
    for viewer in (CARLOS, ARAM, DESK, SAM):
        assert not view_of(scene.deal, viewer, ctx).deal.sealed
    assert view_of(scene.deal, BINA, ctx).deal.sealed == scene.deal.sealed


def test_what_was_taken_back_meets_nothing() -> None:
    scene = disputed()
    seal(scene, BINA, 5000)
    scene.on_milestone(UnsealFigure, BINA)
    seal(scene, CARLOS, 7000)
    assert scene.state() is State.DISPUTED
    seal(scene, BINA, 6500)
    assert freelancers(scene) == amount("67.50 EUR")


def test_the_last_figure_counts() -> None:
    scene = disputed()
    seal(scene, BINA, 9000)
    seal(scene, BINA, 7000)
    seal(scene, CARLOS, 8000)
    assert freelancers(scene) == amount("75.00 EUR")


def test_it_is_said_so_often_and_taking_it_back_gives_no_more() -> None:
    scene = disputed(max_sealed=2)
    seal(scene, BINA, 9000)
    scene.on_milestone(UnsealFigure, BINA)
    seal(scene, BINA, 8000)
    with pytest.raises(NotNow, match="sealed-used"):
        seal(scene, BINA, 7000)
    seal(scene, CARLOS, 100)
    scene.on_milestone(UnsealFigure, BINA)
    with pytest.raises(NotNow, match="nothing-sealed"):
        scene.on_milestone(UnsealFigure, BINA)


def test_only_the_two_tell_one_and_only_of_what_is_held() -> None:
    scene = disputed()
    for by in (SAM, ARAM):
        with pytest.raises(NotYours, match="stranger"):
            seal(scene, by, 1)
        with pytest.raises(NotYours, match="stranger"):
            scene.on_milestone(UnsealFigure, by)
    for wrong in (Money(-1, EUR), Money(10001, EUR), Money(1, "USD")):
        with pytest.raises(BadInput, match="share-out-of-range"):
            scene.on_milestone(SealFigure, BINA, figure=wrong, held=scene.m.held)
    with pytest.raises(Stale):
        scene.on_milestone(SealFigure, BINA, figure=Money(1, EUR), held=Money(1, EUR))


def test_an_old_tap_is_old_in_the_next_dispute() -> None:
    scene = disputed()
    old = SealFigure(
        actor=BINA,
        deal=scene.deal_id,
        milestone=1,
        seen=scene.m.seen,
        figure=Money(1, EUR),
        held=scene.m.held,
    )
    assert isinstance(old, SeenCommand)
    scene.on_milestone(TakeBackDispute, CARLOS)
    with pytest.raises(NotNow, match="dispute-wrong-stage"):
        scene.do(old)
    scene.dispute(CARLOS)
    with pytest.raises(Stale):
        scene.do(old)


@pytest.mark.parametrize("how", ["taken back", "ruled"])
def test_it_is_gone_with_its_dispute(how: str) -> None:
    scene = disputed()
    scene.heard()
    seal(scene, BINA, 9000)
    assert scene.deal.sealed
    if how == "taken back":
        scene.on_milestone(TakeBackDispute, CARLOS)
        assert not scene.deal.sealed
        scene.dispute(CARLOS)
        seal(scene, CARLOS, 10000)
        assert scene.state() is State.DISPUTED, "what was said in the dispute before meets nothing"
    else:
        scene.do(
            Rule(
                actor=ARAM,
                deal=scene.deal_id,
                milestone=1,
                outcome=Outcome.REFUND,
                held=scene.m.held,
                reasons=words(REASONS),
            )
        )
        assert not scene.deal.sealed
