"""No clock ends anybody's time before what people did until then was heard and handled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from core.deadlines import deadlines_of
from core.deal.milestone import State
from core.deal.model import DealState
from core.drafting import SetRules
from core.talking import WriteDiary
from core.timing import ExtendClocks
from core.values.errors import NotNow, Refusal
from core.values.hearing import WAITS_FOR, Ear
from core.values.ids import PersonId
from core.values.policy import OnSilence
from core.values.window import DeadlineKind
from core.working import CancelLate, ObjectToCancel, TakeBackSubmission, WithdrawWork
from tests.kit.scene import ARAM, BINA, CARLOS, DAY, HOUR, SAM, Scene, at_once, words

RELEASE = SetRules(on_silence=OnSilence.RELEASE)


def test_each_clock_says_whom_it_waits_for() -> None:
    assert set(WAITS_FOR) == set(DeadlineKind)
    free = {kind for kind, ears in WAITS_FOR.items() if not ears}
    assert free == {DeadlineKind.RETRY_NOTICE}, "a message that is tried again ends nobody's time"


# the situations of every clock that ends in money, in a chance lost, or in the next stage


def _submitted() -> Scene:
    scene = Scene()
    scene.submitted("300.00 EUR", rules=RELEASE)
    scene.serve()
    return scene


def _escalating() -> Scene:
    scene = Scene()
    scene.submitted("300.00 EUR")
    scene.serve()
    return scene


def _late() -> Scene:
    scene = Scene()
    scene.funded("300.00 EUR")
    scene.pass_time(7 * DAY)
    return scene


def _cancelling() -> Scene:
    scene = _late()
    scene.on_milestone(CancelLate, CARLOS)
    scene.serve()
    return scene


def _dormant() -> Scene:
    scene = Scene()
    scene.funded("300.00 EUR")
    scene.pass_time(20 * DAY)
    scene.serve()
    return scene


def _revising() -> Scene:
    scene = Scene()
    scene.submitted("300.00 EUR")
    scene.request_changes()
    scene.pass_time(4 * DAY)
    return scene


def _invited() -> Scene:
    scene = Scene()
    scene.invited()
    return scene


def _funding() -> Scene:
    scene = Scene()
    scene.agreed()
    return scene


def _draft() -> Scene:
    scene = Scene()
    scene.draft("300.00 EUR")
    return scene


def _between_parts() -> Scene:
    scene = Scene()
    scene.funded("100.00 EUR", "200.00 EUR")
    scene.on_milestone(WithdrawWork, BINA, amount=scene.m.held)
    return scene


SITUATIONS: list[tuple[Callable[[], Scene], DeadlineKind]] = [
    (_submitted, DeadlineKind.REVIEW_ENDS),
    (_escalating, DeadlineKind.REVIEW_ENDS),
    (_cancelling, DeadlineKind.LATE_CANCEL_ENDS),
    (_dormant, DeadlineKind.DORMANT),
    (_revising, DeadlineKind.ABANDONED),
    (_invited, DeadlineKind.INVITE_EXPIRES),
    (_funding, DeadlineKind.FUNDING_LAPSES),
    (_draft, DeadlineKind.DRAFT_IDLE),
    (_late, DeadlineKind.DORMANCY_NOTICE),
]


def due(scene: Scene, kind: DeadlineKind) -> datetime:
    [found] = [d for d in deadlines_of(scene.deal, scene.policy) if d.kind is kind]
    return found.due


def deaf_until_after(scene: Scene, kind: DeadlineKind, *ears: Ear) -> datetime:
    """The bots heard people last just before the clock fell due, and it fell due an hour ago."""
    at = due(scene, kind)
    scene.pass_time(at - scene.clock.now() - timedelta(seconds=1))
    scene.store.rows.heard = dict.fromkeys(Ear, at + DAY)
    scene.store.rows.heard |= dict.fromkeys(ears, at - timedelta(seconds=1))
    scene.clock.to(at + HOUR)
    return at


def as_it_was(scene: Scene) -> tuple[DealState, list[Any], datetime | None]:
    return (
        scene.deal.state,
        [(m.state, m.held, m.window, m.dormancy) for m in scene.deal.milestones],
        None if scene.deal.window is None else scene.deal.window.ends_at,
    )


@pytest.mark.parametrize(("begin", "kind"), SITUATIONS)
def test_while_we_are_deaf_no_clock_moves_anything_by_either_road(
    begin: Callable[[], Scene], kind: DeadlineKind
) -> None:
    scene = begin()
    at = deaf_until_after(scene, kind, Ear.PARTIES)
    before = as_it_was(scene)
    at_once(scene.escrow.sweep())
    for deadline in deadlines_of(scene.deal, scene.policy):
        at_once(scene.escrow.meet(scene.deal_id, deadline.key))
    for person in (BINA, CARLOS, ARAM, SAM):
        with pytest.raises(Refusal):
            scene.on_nothing(person)
    assert as_it_was(scene) == before
    assert at_once(scene.store.unheard(scene.clock.now())) == {Ear.PARTIES}
    scene.store.rows.heard[Ear.PARTIES] = at
    at_once(scene.escrow.sweep())
    assert as_it_was(scene) != before, "everybody was heard"


def test_a_lapse_of_the_payment_waits_for_the_treasurers_answer_too() -> None:
    scene = _funding()
    at = deaf_until_after(scene, DeadlineKind.FUNDING_LAPSES, Ear.DESK)
    at_once(scene.escrow.sweep())
    assert scene.state() is State.FUNDING
    assert at_once(scene.store.unheard(scene.clock.now())) == {Ear.DESK}
    scene.pay()
    assert scene.state() is State.IN_PROGRESS
    assert at < scene.clock.now()


@pytest.mark.parametrize(("deaf", "given"), [(Ear.PARTIES, True), (Ear.DESK, False)])
def test_a_case_is_given_by_lot_once_the_desk_was_heard_and_nobody_took_it(
    deaf: Ear,
    given: bool,
) -> None:
    scene = Scene()
    scene.disputed()
    scene.to_arbiter()
    deaf_until_after(scene, DeadlineKind.DISPUTE_TAKE, deaf)
    at_once(scene.escrow.sweep())
    assert (scene.case.arbiter is not None) is given


# what was fetched, and is not handled yet


def test_changes_asked_for_in_time_win_over_the_clock_whoever_presses_meanwhile() -> None:
    scene = _submitted()
    at = deaf_until_after(scene, DeadlineKind.REVIEW_ENDS)
    scene.store.rows.unhandled[Ear.PARTIES, CARLOS] = at - timedelta(seconds=1)
    at_once(scene.escrow.sweep())
    scene.do(WriteDiary(actor=BINA, deal=scene.deal_id, words=words("nobody?")))
    assert scene.state() is State.SUBMITTED
    scene.request_changes()
    assert scene.state() is State.REVISING


def test_an_objection_in_time_wins_over_the_cancel_it_objects_to() -> None:
    scene = _cancelling()
    at = deaf_until_after(scene, DeadlineKind.LATE_CANCEL_ENDS)
    scene.store.rows.unhandled[Ear.PARTIES, BINA] = at - timedelta(seconds=1)
    at_once(scene.escrow.sweep())
    scene.on_milestone(ObjectToCancel, BINA, words=words("it was handed in by mail"))
    assert scene.state() is State.DISPUTED
    assert scene.m.held == scene.m.amount


@pytest.mark.parametrize("late", [timedelta(0), HOUR])
def test_what_was_surely_done_after_the_end_holds_nothing_up(late: timedelta) -> None:
    scene = _submitted()
    at = deaf_until_after(scene, DeadlineKind.REVIEW_ENDS)
    scene.store.rows.unhandled[Ear.PARTIES, CARLOS] = at + late
    at_once(scene.escrow.sweep())
    assert scene.state() is State.RELEASED


def test_a_flood_of_somebody_else_holds_up_no_deal() -> None:
    scene = _submitted()
    at = deaf_until_after(scene, DeadlineKind.REVIEW_ENDS)
    scene.store.rows.unhandled[Ear.PARTIES, SAM] = at - DAY
    scene.store.rows.unhandled[Ear.DESK, CARLOS] = at - DAY
    at_once(scene.escrow.sweep())
    assert scene.state() is State.RELEASED


def test_before_the_agreement_anybody_may_come_with_the_link() -> None:
    scene = _invited()
    at = deaf_until_after(scene, DeadlineKind.INVITE_EXPIRES)
    scene.store.rows.unhandled[Ear.PARTIES, CARLOS] = at - timedelta(seconds=1)
    at_once(scene.escrow.sweep())
    assert scene.deal.state is DealState.INVITED
    scene.claimed()
    assert scene.deal.claims


# chances that no deadline ends, but the time at which somebody presses


def test_work_is_taken_back_in_time_when_the_press_was_fetched_late() -> None:
    scene = Scene()
    scene.submitted()
    handed_in = scene.clock.now()
    scene.clock.forward(2 * HOUR)
    scene.store.rows.heard = dict.fromkeys(Ear, scene.clock.now())
    scene.store.rows.unhandled[Ear.PARTIES, BINA] = handed_in + HOUR
    with pytest.raises(NotNow):
        scene.on_milestone(TakeBackSubmission, BINA)
    scene.store.rows.unhandled[Ear.PARTIES, BINA] = handed_in + HOUR - timedelta(seconds=1)
    scene.on_milestone(TakeBackSubmission, BINA)
    assert scene.state() is State.IN_PROGRESS


def test_nobody_is_late_before_what_they_did_in_time_is_heard() -> None:
    scene = _late()
    m = scene.m
    assert m.due_at is not None
    late_from = m.due_at + scene.deal.terms.rules.late_grace
    scene.store.rows.heard = dict.fromkeys(Ear, scene.clock.now())
    # One's own press is being handled; the freelancer's may hold the work.
    scene.store.rows.unhandled[Ear.PARTIES, CARLOS] = late_from - HOUR
    scene.store.rows.unhandled[Ear.PARTIES, BINA] = late_from - HOUR
    with pytest.raises(NotNow):
        scene.on_milestone(CancelLate, CARLOS)
    del scene.store.rows.unhandled[Ear.PARTIES, BINA]
    scene.on_milestone(CancelLate, CARLOS)
    assert scene.state() is State.CANCELLING


# what is given back


def extend(scene: Scene, since: datetime, until: datetime, ear: Ear = Ear.PARTIES) -> None:
    scene.do(ExtendClocks(actor=PersonId(0), deal=scene.deal_id, since=since, until=until, ear=ear))


def test_the_desks_deafness_gives_back_the_desks_time_and_nobody_elses() -> None:
    scene = Scene()
    scene.disputed()
    scene.to_arbiter()
    before = scene.case
    assert before.desk_clock is not None
    now = scene.clock.now()
    extend(scene, now, now + 5 * HOUR, Ear.DESK)
    assert scene.case.desk_clock is not None
    assert scene.case.desk_clock.ends_at == before.desk_clock.ends_at + 5 * HOUR
    assert scene.case.answer_by == before.answer_by
    extend(scene, now, now + 5 * HOUR, Ear.PARTIES)
    assert scene.case.desk_clock.ends_at == before.desk_clock.ends_at + 5 * HOUR
    assert scene.case.answer_by.ends_at == before.answer_by.ends_at + 5 * HOUR


def test_the_time_to_pay_out_is_given_back_to_the_desk() -> None:
    scene = _submitted()
    scene.approve()
    [payout] = scene.deal.transfers
    now = scene.clock.now()
    extend(scene, now, now + 5 * HOUR, Ear.DESK)
    assert scene.deal.transfers[0].window.ends_at == payout.window.ends_at + 5 * HOUR


@pytest.mark.parametrize(
    ("begin", "kind"),
    [(_revising, DeadlineKind.ABANDONED), (_late, DeadlineKind.DORMANCY_NOTICE)],
)
def test_what_counts_from_an_end_that_was_over_is_given_back_too(
    begin: Callable[[], Scene], kind: DeadlineKind
) -> None:
    scene = begin()
    before, told = due(scene, kind), scene.told(BINA).count("reminded")
    now = scene.clock.now()
    scene.clock.to(now + 5 * HOUR)
    extend(scene, now, now + 5 * HOUR)
    assert due(scene, kind) == before + 5 * HOUR
    at_once(scene.escrow.sweep())
    assert scene.told(BINA).count("reminded") == told, "nobody is told once more that it is late"


def test_being_late_begins_later_when_nobody_was_heard_in_the_grace() -> None:
    scene = Scene()
    scene.funded("300.00 EUR")
    due_at = scene.m.due_at
    assert due_at is not None
    scene.pass_time(due_at - scene.clock.now() + HOUR)
    before = due(scene, DeadlineKind.MAY_CANCEL_LATE)
    now = scene.clock.now()
    extend(scene, now, now + 5 * HOUR)
    assert due(scene, DeadlineKind.MAY_CANCEL_LATE) == before + 5 * HOUR


def test_a_window_that_opened_in_a_deaf_hour_gets_no_more_than_it_lost() -> None:
    scene = _submitted()
    assert scene.m.window is not None
    opened, ends = scene.m.window.opened_at, scene.m.window.ends_at
    extend(scene, opened - 3 * HOUR, opened + 2 * HOUR)
    assert scene.m.window is not None
    assert scene.m.window.ends_at == ends + 2 * HOUR
