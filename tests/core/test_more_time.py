"""More time for the work or a round: asked for, given, refused, and what is late meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from core.amending import (
    AcceptProposal,
    AskMoreTime,
    GrantMoreTime,
    ProposeEnd,
    RejectProposal,
    WithdrawProposal,
)
from core.amending.commands import ProposalCommand
from core.amending.events import (
    MoreTimeGranted,
    ProposalAccepted,
    ProposalMade,
    ProposalRejected,
    ProposalSuperseded,
    ProposalWithdrawn,
)
from core.deal.commands import Command
from core.deal.milestone import State
from core.deal.proposal import Proposal, ProposalKind, ProposalState
from core.escrow import Executed
from core.values.errors import NotNow, NotYours, Refusal
from core.values.ids import PersonId
from core.values.window import DeadlineKind, Window
from core.working import CancelLate, TakeBackCancel, WithdrawWork
from tests.core.test_amending import (
    SECOND,
    STALE,
    answer,
    ask,
    due_in,
    no,
    propose_end,
    revising,
    states,
    working,
)
from tests.kit.places import PLACES
from tests.kit.scene import (
    BINA,
    CARLOS,
    DAY,
    HOUR,
    Scene,
)


def cancel_late(scene: Scene) -> Executed:
    return scene.on_milestone(CancelLate, CARLOS)


# more time, asked for and given


def test_more_time_moves_the_day_on_which_the_work_is_due_once_it_is_given() -> None:
    scene = working()
    before, now = scene.m, scene.clock.now()
    done = ask(scene)
    assert done.events == (ProposalMade(1, 1),)
    made = Proposal(
        1, ProposalKind.MORE_TIME, 1, BINA, now, Window(now, now + 3 * DAY), more=2 * DAY
    )
    assert scene.deal.proposals == (made,)
    assert scene.m == before, "asking alone moves nothing"
    done = answer(scene, AcceptProposal, CARLOS)
    assert done.events == (ProposalAccepted(1, 1),)
    assert (scene.m.state, scene.m.held) == (State.IN_PROGRESS, before.held)
    assert scene.m.due_at == now + 7 * DAY
    assert scene.m.window == Window(now, now + 7 * DAY)
    assert scene.m.seen == before.seen + 1
    assert due_in(scene, DeadlineKind.WORK_DUE) == 7 * DAY
    assert due_in(scene, DeadlineKind.MAY_CANCEL_LATE) == 8 * DAY


def test_more_time_moves_the_end_of_the_open_round_and_leaves_the_work_as_it_was() -> None:
    scene = revising()
    before, now = scene.m, scene.clock.now()
    ask(scene)
    answer(scene, AcceptProposal, CARLOS)
    assert scene.state() is State.REVISING
    assert scene.m.window == Window(now, now + 5 * DAY)
    assert [each.due_at for each in scene.m.rounds] == [now + 5 * DAY]
    assert scene.m.due_at == before.due_at
    assert due_in(scene, DeadlineKind.ROUND_DUE) == 5 * DAY
    assert due_in(scene, DeadlineKind.ABANDONED) == 19 * DAY


def test_of_several_rounds_the_last_gets_the_time() -> None:
    scene = revising()
    scene.submit()
    scene.pass_time(HOUR)
    scene.request_changes()
    first, last = scene.m.rounds
    scene.on_milestone(GrantMoreTime, CARLOS, more=DAY)
    assert [each.due_at for each in scene.m.rounds] == [first.due_at, last.due_at + DAY]


@pytest.mark.parametrize("begin", [working, revising])
@pytest.mark.parametrize(
    ("kind", "by", "event", "state"),
    [
        (RejectProposal, CARLOS, ProposalRejected(1, 1), ProposalState.REJECTED),
        (WithdrawProposal, BINA, ProposalWithdrawn(1, 1), ProposalState.WITHDRAWN),
    ],
)
def test_more_time_refused_or_taken_back_moves_nothing(
    begin: Callable[[], Scene],
    kind: type[ProposalCommand],
    by: PersonId,
    event: object,
    state: ProposalState,
) -> None:
    scene = begin()
    before = scene.m
    ask(scene)
    assert answer(scene, kind, by).events == (event,)
    assert (scene.m, states(scene)) == (before, [state])
    assert "proposal-ends:1:1" not in {key for _, key in scene.store.schedule}


@pytest.mark.parametrize("begin", [working, revising])
def test_the_client_gives_more_time_alone_and_it_holds_at_once(
    begin: Callable[[], Scene],
) -> None:
    scene = begin()
    window = scene.m.window
    assert window is not None
    for _ in range(4):
        done = scene.on_milestone(GrantMoreTime, CARLOS, more=DAY)
        assert done.events == (MoreTimeGranted(1, DAY),)
    assert scene.m.window == Window(window.opened_at, window.ends_at + 4 * DAY)
    assert scene.deal.proposals == ()
    assert no(scene.on_milestone, GrantMoreTime, BINA, more=DAY) == (NotYours, "other-side")
    assert no(scene.on_milestone, AskMoreTime, CARLOS, more=DAY) == (NotYours, "other-side")


@pytest.mark.parametrize("asked", [True, False])
def test_what_is_late_already_gets_its_time_from_when_it_is_given(asked: bool) -> None:
    """Else it could be over before it is given."""
    scene = working()
    scene.pass_time(9 * DAY)
    if asked:
        ask(scene)
        scene.pass_time(DAY)
        answer(scene, AcceptProposal, CARLOS)
    else:
        scene.on_milestone(GrantMoreTime, CARLOS, more=2 * DAY)
    more = scene.deal.proposals[0].more if asked else 2 * DAY
    assert more is not None
    assert scene.m.due_at == scene.clock.now() + more
    assert no(cancel_late, scene) == (NotNow, "not-late")


def test_a_round_that_is_late_already_gets_its_time_from_when_it_is_given() -> None:
    scene = revising()
    scene.pass_time(10 * DAY)
    scene.on_milestone(GrantMoreTime, CARLOS, more=DAY)
    now = scene.clock.now()
    assert scene.m.rounds[-1].due_at == now + DAY
    assert scene.m.window is not None
    assert scene.m.window.ends_at == now + DAY


def test_whoever_was_told_that_work_is_due_is_told_of_the_new_day_too() -> None:
    scene = working(reminders=())
    scene.pass_time(5 * DAY)
    scene.on_milestone(GrantMoreTime, CARLOS, more=3 * DAY)
    scene.pass_time(4 * DAY)
    assert [n.data["key"] for n in scene.store.notices_to(CARLOS) if n.kind == "reminded"] == [
        "work-due:1",
        "work-due:1",
        "may-cancel-late:1",
    ]


@pytest.mark.parametrize("asked", [True, False])
def test_more_time_ends_the_notice_that_a_deal_is_dormant(asked: bool) -> None:
    scene = working()
    scene.pass_time(20 * DAY)
    assert due_in(scene, DeadlineKind.DORMANT) == 6 * DAY
    if asked:
        ask(scene)
        answer(scene, AcceptProposal, CARLOS)
    else:
        scene.on_milestone(GrantMoreTime, CARLOS, more=2 * DAY)
    assert scene.m.dormancy is None
    assert due_in(scene, DeadlineKind.WORK_DUE) == 2 * DAY


# asked in time


def test_while_it_waits_work_is_not_late_if_it_was_asked_in_time() -> None:
    scene = working()
    scene.clock.forward(4 * DAY + 23 * HOUR)
    ask(scene)
    assert due_in(scene, DeadlineKind.MAY_CANCEL_LATE) == 3 * DAY
    scene.pass_time(3 * DAY - SECOND)
    assert no(cancel_late, scene) == (NotNow, "time-asked")
    scene.pass_time(SECOND)
    cancel_late(scene)
    assert scene.state() is State.CANCELLING


@pytest.mark.parametrize("late", [timedelta(0), SECOND])
def test_in_time_is_until_the_very_instant_at_which_the_work_is_due(late: timedelta) -> None:
    scene = working()
    scene.pass_time(5 * DAY + late)
    ask(scene)
    scene.pass_time(DAY)
    if late:
        cancel_late(scene)
    else:
        assert no(cancel_late, scene) == (NotNow, "time-asked")


def test_asked_early_it_leaves_the_day_on_which_the_client_may_cancel() -> None:
    scene = working()
    ask(scene)
    assert due_in(scene, DeadlineKind.MAY_CANCEL_LATE) == 6 * DAY


@pytest.mark.parametrize(("kind", "by"), [(RejectProposal, CARLOS), (WithdrawProposal, BINA)])
def test_refused_or_taken_back_work_is_late_at_once(
    kind: type[ProposalCommand], by: PersonId
) -> None:
    scene = working()
    scene.clock.forward(4 * DAY + 23 * HOUR)
    ask(scene)
    scene.pass_time(2 * DAY)
    answer(scene, kind, by)
    cancel_late(scene)
    assert scene.state() is State.CANCELLING


def test_asked_late_it_holds_no_cancel_up_and_is_not_taken_up_again_after_it() -> None:
    scene = Scene()
    PLACES["late"](scene)
    ask(scene)
    cancel_late(scene)
    assert states(scene) == [ProposalState.SUPERSEDED]
    scene.on_milestone(TakeBackCancel, CARLOS)
    assert no(answer, scene, AcceptProposal, CARLOS) == STALE


def test_a_proposed_end_makes_nothing_less_late() -> None:
    scene = working()
    scene.clock.forward(4 * DAY + 23 * HOUR)
    propose_end(scene)
    scene.pass_time(2 * DAY)
    cancel_late(scene)
    assert scene.state() is State.CANCELLING


# limits


def test_more_time_is_asked_for_three_times_a_milestone_and_once_at_a_time() -> None:
    scene = working()
    for kind, by in ((RejectProposal, CARLOS), (WithdrawProposal, BINA), (AcceptProposal, CARLOS)):
        ask(scene)
        assert no(ask, scene) == (NotNow, "proposal-open")
        assert no(scene.on_milestone, GrantMoreTime, CARLOS, more=DAY) == (
            NotNow,
            "proposal-open",
        )
        answer(scene, kind, by)
    with pytest.raises(NotNow, match=r"^proposals-used$") as used:
        ask(scene)
    assert used.value.data == {"limit": 3}
    scene.on_milestone(GrantMoreTime, CARLOS, more=DAY)
    scene.submit()
    scene.approve()
    scene.pay()
    ask(scene)
    assert scene.deal.proposals[-1].milestone == 2


def test_how_often_is_the_houses_to_say() -> None:
    scene = working(max_extensions=1, max_ends=1)
    for begin in (ask, propose_end):
        begin(scene)
        answer(scene, RejectProposal, CARLOS)
        with pytest.raises(NotNow, match=r"^proposals-used$") as used:
            begin(scene)
        assert used.value.data == {"limit": 1}


@pytest.mark.parametrize("more", [timedelta(0), -DAY, 366 * DAY + SECOND])
def test_more_time_is_some_and_at_most_a_year(more: timedelta) -> None:
    scene = working()
    before = scene.deal
    for kind, by in ((AskMoreTime, BINA), (GrantMoreTime, CARLOS)):
        with pytest.raises(Refusal, match=r"^duration-out-of-range$") as out:
            scene.on_milestone(kind, by, more=more)
        assert out.value.data == {"days": 366}
    assert scene.deal == before


@pytest.mark.parametrize("more", [SECOND, 366 * DAY])
def test_at_its_bounds_more_time_is_given(more: timedelta) -> None:
    scene = working()
    due = scene.m.due_at
    assert due is not None
    ask(scene, more)
    answer(scene, AcceptProposal, CARLOS)
    assert scene.m.due_at == due + more


def test_a_press_on_what_has_moved_since_proposes_nothing() -> None:
    scene = working()
    old = scene.m.seen
    scene.on_milestone(GrantMoreTime, CARLOS, more=DAY)
    on: dict[str, Any] = {"deal": scene.deal_id, "milestone": 1, "seen": old}
    share: dict[str, Any] = {"to_freelancer": scene.m.held, "held": scene.m.held}
    commands: list[Command] = [
        AskMoreTime(actor=BINA, more=DAY, **on),
        GrantMoreTime(actor=CARLOS, more=DAY, **on),
        ProposeEnd(actor=BINA, **share, **on),
    ]
    for command in commands:
        assert no(scene.do, command) == STALE


# what overtakes a question for more time


@pytest.mark.parametrize(
    "step",
    [
        lambda scene: scene.submit(),
        lambda scene: scene.dispute(BINA),
        lambda scene: scene.dispute(CARLOS),
        lambda scene: scene.on_milestone(WithdrawWork, BINA, amount=scene.m.held),
    ],
)
@pytest.mark.parametrize("begin", [working, revising])
def test_a_question_for_more_time_lapses_when_the_work_goes_on_without_it(
    begin: Callable[[], Scene], step: Callable[[Scene], Executed]
) -> None:
    scene = begin()
    ask(scene)
    done = step(scene)
    assert states(scene) == [ProposalState.SUPERSEDED]
    assert done.events.count(ProposalSuperseded(1, 1)) == 1
    assert no(answer, scene, AcceptProposal, CARLOS) == STALE
    assert "proposal-ends:1:1" not in {key for _, key in scene.store.schedule}
    kinds = {"time-refused", "time-unanswered", "time-withdrawn"}
    assert not kinds & {*scene.told(BINA), *scene.told(CARLOS)}


def test_an_agreed_end_overtakes_a_question_for_more_time() -> None:
    scene = working()
    ask(scene)
    propose_end(scene, CARLOS)
    answer(scene, AcceptProposal, BINA)
    assert states(scene) == [ProposalState.SUPERSEDED, ProposalState.ACCEPTED]


def test_what_is_not_about_it_leaves_a_question_open() -> None:
    scene = working()
    ask(scene)
    propose_end(scene, CARLOS)
    answer(scene, RejectProposal, BINA)
    scene.pass_time(DAY)
    assert states(scene) == [ProposalState.OPEN, ProposalState.REJECTED]
