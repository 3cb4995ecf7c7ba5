"""Work that stands still: for the client's material, and as both agreed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import pytest

from core.amending import (
    AcceptProposal,
    AskPause,
    GiveMaterial,
    GrantMoreTime,
    MaterialIsThere,
    RejectProposal,
    ResumeWork,
    WaitForMaterial,
    WithdrawProposal,
)
from core.amending.events import WorkPaused, WorkResumed
from core.deadlines import deadlines_of
from core.deal.context import Context
from core.deal.milestone import Milestone, State
from core.deal.pause import PauseEnd, PauseWhy
from core.deal.proposal import ProposalState
from core.deal.step import Act
from core.disputing import OpenDispute
from core.escrow import Executed
from core.people import ChangeSettings
from core.timing import ExtendClocks
from core.values.errors import BadInput, NotNow, NotYours, Stale
from core.values.ids import SYSTEM, PersonId
from core.values.policy import QuietHours
from core.values.window import DeadlineKind
from core.views import turn_of, view_of
from core.working import ApproveMilestone, CancelLate, ReleasePart, SubmitWork, WithdrawWork
from tests.core.test_amending import (
    SECOND,
    answer,
    due_in,
    no,
    propose_end,
    revising,
    states,
    working,
)
from tests.kit.scene import ARAM, BINA, CARLOS, DAY, FILE, HOUR, SAM, Scene, amount, words

WEEK: Final = 7 * DAY


def waits(scene: Scene, by: PersonId = BINA, said: str = "the logo as SVG") -> Executed:
    return scene.on_milestone(WaitForMaterial, by, words=words(said), files=(FILE,))


def gives(scene: Scene, by: PersonId = CARLOS) -> Executed:
    return scene.on_milestone(GiveMaterial, by, words=words("here"), files=(FILE,))


def all_there(scene: Scene, by: PersonId = CARLOS) -> Executed:
    return scene.on_milestone(MaterialIsThere, by)


def resumes(scene: Scene, by: PersonId = BINA) -> Executed:
    return scene.on_milestone(ResumeWork, by)


def asks(scene: Scene, by: PersonId = CARLOS, length: timedelta = 3 * DAY) -> Executed:
    return scene.on_milestone(AskPause, by, length=length)


def agrees(scene: Scene, by: PersonId = CARLOS, length: timedelta = 3 * DAY) -> Executed:
    """Both to a pause that this side asks for."""
    asks(scene, by, length)
    return answer(scene, AcceptProposal, BINA if by == CARLOS else CARLOS)


def first(scene: Scene) -> Milestone:
    """The milestone, ended or not."""
    return scene.deal.milestone(1)


def left(scene: Scene) -> timedelta:
    assert scene.m.due is not None
    return scene.m.due - scene.clock.now()


ENDS: Final[dict[PauseEnd, Callable[[Scene], object]]] = {
    PauseEnd.GIVEN: gives,
    PauseEnd.ALL_THERE: all_there,
    PauseEnd.RESUMED: resumes,
}


# for material


def test_whoever_waits_for_material_stops_the_clock_at_once_and_says_what_is_missing() -> None:
    scene = working()
    scene.clock.forward(DAY)
    before = scene.m
    done = waits(scene)
    assert done.events == (WorkPaused(1, 1),)
    m, now = scene.m, scene.clock.now()
    assert (m.state, m.held, m.seen) == (State.PAUSED, before.held, before.seen + 1)
    assert m.pause is not None
    assert (m.pause.why, m.pause.by, m.pause.at) == (PauseWhy.MATERIAL, BINA, now)
    keys = {d.key: (d.due, d.person) for d in deadlines_of(scene.deal, scene.policy)}
    assert keys["pause-ends:1"] == (now + WEEK, CARLOS)
    assert not [key for key in keys if key.startswith(("work-due", "may-cancel", "dormancy"))]
    asked = scene.notice(CARLOS, "material-asked")
    assert (str(asked.words), asked.files) == ("the logo as SVG", (FILE,))


@pytest.mark.parametrize("begin", [working, revising])
@pytest.mark.parametrize(("end", "then"), ENDS.items())
def test_what_was_left_is_left_however_long_it_was_waited(
    begin: Callable[[], Scene], end: PauseEnd, then: Callable[[Scene], Any]
) -> None:
    scene = begin()
    before, had = scene.state(), left(scene)
    waits(scene)
    scene.pass_time(6 * DAY)
    done = then(scene)
    assert done.events == (WorkResumed(1, 1, end),)
    assert scene.state() is before
    assert left(scene) == had
    assert scene.m.halt is None
    last = scene.m.pauses[-1]
    assert (last.end, last.ended_at) == (end, scene.clock.now())
    if before is State.REVISING:
        assert scene.m.rounds[-1].due_at == scene.clock.now() + had
        assert due_in(scene, DeadlineKind.ABANDONED) == had + 14 * DAY
    else:
        assert due_in(scene, DeadlineKind.WORK_DUE) == had
        assert due_in(scene, DeadlineKind.MAY_CANCEL_LATE) == had + DAY


@pytest.mark.parametrize(
    ("then", "wanted"), [(gives, 2 * DAY), (all_there, HOUR), (resumes, HOUR), (None, 2 * DAY)]
)
def test_only_who_really_waited_gets_more_than_was_left(
    then: Callable[[Scene], object] | None, wanted: timedelta
) -> None:
    scene = working()
    scene.pass_time(5 * DAY - HOUR)
    waits(scene)
    if then is None:
        scene.pass_time(WEEK)
    else:
        scene.pass_time(DAY)
        then(scene)
    assert left(scene) == wanted


def test_what_was_late_before_is_as_late_after() -> None:
    scene = working()
    scene.pass_time(6 * DAY + HOUR)
    waits(scene)
    assert no(scene.on_milestone, CancelLate, CARLOS) == (NotNow, "wrong-state")
    all_there(scene)
    assert left(scene) == -DAY - HOUR
    scene.on_milestone(CancelLate, CARLOS)
    assert scene.state() is State.CANCELLING


def test_work_is_not_late_while_it_waits_for_material() -> None:
    scene = working()
    scene.pass_time(4 * DAY)
    before = scene.told(BINA).count("reminded")
    waits(scene)
    for _ in range(6):
        scene.pass_time(DAY)
        assert no(scene.on_milestone, CancelLate, CARLOS) == (NotNow, "wrong-state")
    assert scene.told(BINA).count("reminded") == before
    gives(scene)
    assert due_in(scene, DeadlineKind.WORK_DUE) == 2 * DAY


def test_a_client_who_says_nothing_cannot_cancel_as_late_what_waited_for_them() -> None:
    scene = working()
    waits(scene)
    scene.pass_time(WEEK)
    assert scene.state() is State.IN_PROGRESS
    assert scene.m.left_waiting
    running = {d.kind for d in deadlines_of(scene.deal, scene.policy)}
    assert DeadlineKind.WORK_DUE in running
    assert DeadlineKind.MAY_CANCEL_LATE not in running
    for person in (BINA, CARLOS):
        assert scene.notice(person, "material-unanswered").milestone == 1
    scene.pass_time(8 * DAY)
    assert no(scene.on_milestone, CancelLate, CARLOS) == (NotNow, "left-waiting")
    turn = turn_of(scene.deal, Context(scene.clock.now(), scene.policy, scene.escrow.staff))
    assert (turn.person, turn.otherwise) == (BINA, "dormancy-notice-waited")


@pytest.mark.parametrize("then", [gives, all_there])
def test_a_client_who_answers_the_next_time_can(then: Callable[[Scene], object]) -> None:
    scene = working()
    waits(scene)
    scene.pass_time(WEEK)
    waits(scene)
    then(scene)
    scene.pass_time(5 * DAY + DAY)
    scene.on_milestone(CancelLate, CARLOS)
    assert scene.state() is State.CANCELLING


def test_with_both_silent_it_ends_all_the_same() -> None:
    scene = working()
    waits(scene)
    for _ in range(40):
        scene.pass_time(DAY)
        if scene.m.dormancy is not None and scene.m.dormancy.served_at is None:
            scene.serve()
    assert first(scene).state is State.REFUNDED


def test_material_is_waited_for_so_often_and_no_more() -> None:
    scene = working(max_pauses=2)
    for _ in range(2):
        waits(scene)
        resumes(scene)
    with pytest.raises(NotNow, match=r"^proposals-used$") as used:
        waits(scene)
    assert used.value.data == {"limit": 2}
    assert not view_of(scene.deal, BINA, _ctx(scene)).may(Act.WAIT_MATERIAL)
    agrees(scene)
    assert scene.state() is State.PAUSED, "agreed pauses are counted by themselves"


def _ctx(scene: Scene) -> Context:
    return Context(scene.clock.now(), scene.policy, scene.escrow.staff)


def test_each_step_of_a_pause_is_one_sides_own() -> None:
    scene = working()
    assert no(waits, scene, CARLOS) == (NotYours, "other-side")
    for person in (SAM, ARAM):
        assert no(waits, scene, person) == (NotYours, "stranger")
        assert no(asks, scene, person) == (NotYours, "stranger")
    for then in (gives, all_there, resumes):
        by = BINA if then is resumes else CARLOS
        assert no(then, scene, by) == (NotNow, "wrong-state")
    waits(scene)
    for then in (gives, all_there):
        assert no(then, scene, BINA) == (NotYours, "other-side")
    assert no(resumes, scene, CARLOS) == (NotYours, "other-side")
    for then in (gives, all_there, resumes):
        for person in (SAM, ARAM):
            assert no(then, scene, person) == (NotYours, "stranger")
    assert no(waits, scene) == (NotNow, "wrong-state")
    assert no(asks, scene) == (NotNow, "wrong-state")


def test_nothing_is_no_material() -> None:
    scene = working()
    many = (FILE,) * 21
    on: dict[str, Any] = {"words": words("x"), "files": many}
    assert no(scene.on_milestone, WaitForMaterial, BINA, **on) == (BadInput, "too-many-files")
    waits(scene)
    assert no(scene.on_milestone, GiveMaterial, CARLOS) == (BadInput, "empty-text")
    assert no(scene.on_milestone, GiveMaterial, CARLOS, **on) == (BadInput, "too-many-files")
    scene.on_milestone(GiveMaterial, CARLOS, files=(FILE,) * 20)
    assert scene.m.pauses[-1].given == (FILE,) * 20


def test_each_side_is_told_what_the_other_did() -> None:
    scene = working()
    waits(scene)
    gives(scene)
    given = scene.notice(BINA, "material-given")
    assert (str(given.words), given.files) == ("here", (FILE,))
    waits(scene)
    all_there(scene)
    assert scene.told(BINA)[-1] == "material-all-there"
    waits(scene)
    resumes(scene)
    assert scene.told(CARLOS)[-1] == "work-resumed"


@pytest.mark.parametrize("begin", ENDS.values())
@pytest.mark.parametrize("second", ENDS.values())
def test_of_two_presses_in_the_same_second_the_first_wins(
    begin: Callable[[Scene], object], second: Callable[[Scene], object]
) -> None:
    scene = working()
    waits(scene)
    begin(scene)
    after = scene.deal
    by = BINA if second is resumes else CARLOS
    assert no(second, scene, by) == (NotNow, "wrong-state")
    assert scene.deal == after


@pytest.mark.parametrize("kind", [GiveMaterial, MaterialIsThere, ResumeWork])
def test_a_tap_that_saw_another_pause_is_old(kind: type[Any]) -> None:
    scene = working()
    waits(scene)
    seen = scene.m.seen
    resumes(scene)
    waits(scene)
    by = BINA if kind is ResumeWork else CARLOS
    more: dict[str, Any] = {"words": words("here")} if kind is GiveMaterial else {}
    old = kind(actor=by, deal=scene.deal_id, milestone=1, seen=seen, **more)
    assert no(scene.do, old) == (Stale, "stale")


def test_a_tap_in_the_second_in_which_the_time_is_over_comes_too_late() -> None:
    scene = working()
    waits(scene)
    scene.pass_time(WEEK - SECOND)
    assert scene.state() is State.PAUSED
    scene.clock.forward(SECOND)
    assert no(gives, scene) == (NotNow, "wrong-state")
    assert scene.m.left_waiting


# as both agreed


@pytest.mark.parametrize("by", [BINA, CARLOS])
@pytest.mark.parametrize("begin", [working, revising])
def test_a_pause_that_both_agree_to_moves_the_date_by_its_length(
    by: PersonId, begin: Callable[[], Scene]
) -> None:
    scene = begin()
    before, had = scene.state(), left(scene)
    asks(scene, by)
    assert scene.state() is before, "asking alone moves nothing"
    assert due_in(scene, DeadlineKind.PROPOSAL_ENDS) == 2 * DAY
    scene.pass_time(DAY)
    answer(scene, AcceptProposal, CARLOS if by == BINA else BINA)
    assert scene.state() is State.PAUSED
    assert due_in(scene, DeadlineKind.PAUSE_ENDS) == 3 * DAY
    assert scene.told(by)[-1] == "pause-agreed"
    scene.pass_time(3 * DAY)
    assert scene.state() is before
    assert left(scene) == had - DAY
    for person in (BINA, CARLOS):
        assert "pause-over" in scene.told(person)
    assert not scene.m.left_waiting


def test_little_time_that_was_left_is_not_more_after_an_agreed_pause() -> None:
    scene = working()
    scene.pass_time(5 * DAY - HOUR)
    agrees(scene)
    scene.pass_time(3 * DAY)
    assert left(scene) == HOUR


def test_the_freelancer_ends_an_agreed_pause_before_its_time_and_the_client_does_not() -> None:
    scene = working()
    agrees(scene)
    assert no(all_there, scene) == (NotNow, "nothing-missing")
    assert no(gives, scene) == (NotNow, "nothing-missing")
    scene.pass_time(DAY)
    resumes(scene)
    assert left(scene) == 5 * DAY


@pytest.mark.parametrize(("kind", "by"), [(RejectProposal, BINA), (WithdrawProposal, CARLOS)])
def test_a_pause_that_is_refused_or_taken_back_moves_nothing(kind: type[Any], by: PersonId) -> None:
    scene = working()
    before = scene.m
    asks(scene)
    answer(scene, kind, by)
    assert scene.m == before


def test_silence_is_no_pause() -> None:
    scene = working()
    asks(scene)
    scene.pass_time(2 * DAY)
    assert states(scene) == [ProposalState.EXPIRED]
    assert scene.state() is State.IN_PROGRESS
    assert scene.told(CARLOS)[-1] == "pause-unanswered"


def test_all_agreed_pauses_of_a_milestone_are_so_long_together_and_no_longer() -> None:
    scene = working()
    waits(scene)
    scene.pass_time(6 * DAY)
    resumes(scene)
    agrees(scene, BINA, 10 * DAY)
    scene.pass_time(10 * DAY)
    with pytest.raises(BadInput, match=r"^pause-out-of-range$") as long:
        asks(scene, CARLOS, 4 * DAY + SECOND)
    assert long.value.data == {"seconds": 4 * 86400}
    for none in (timedelta(0), -DAY):
        assert no(asks, scene, CARLOS, none) == (BadInput, "pause-out-of-range")
    agrees(scene, CARLOS, 4 * DAY)
    scene.pass_time(4 * DAY)
    with pytest.raises(NotNow, match=r"^pauses-used$") as used:
        asks(scene, BINA, HOUR)
    assert used.value.data == {"seconds": 14 * 86400}
    waits(scene)
    assert scene.state() is State.PAUSED, "waiting for material is another matter"


def test_a_pause_that_ended_early_has_used_only_what_it_lasted() -> None:
    scene = working()
    agrees(scene, BINA, 14 * DAY)
    scene.pass_time(DAY)
    resumes(scene)
    asks(scene, CARLOS, 13 * DAY)
    assert no(asks, scene, BINA) == (NotNow, "proposal-open")


def test_a_side_asks_for_a_pause_so_often_and_no_more() -> None:
    scene = working(max_pauses=2)
    for _ in range(2):
        asks(scene)
        answer(scene, RejectProposal, BINA)
    assert no(asks, scene) == (NotNow, "proposals-used")
    asks(scene, BINA)


# what else can be done while it is paused


PAUSES: Final = [waits, agrees]


@pytest.mark.parametrize("pause", PAUSES)
def test_no_money_moves_from_paused_work_but_by_both_by_giving_up_or_by_the_arbiter(
    pause: Callable[[Scene], object],
) -> None:
    scene = revising()
    pause(scene)
    held = scene.m.held
    refused = (NotNow, "wrong-state")
    assert no(scene.on_milestone, ApproveMilestone, CARLOS, submission=1, amount=held) == refused
    part = amount("1.00 EUR")
    assert no(scene.on_milestone, ReleasePart, CARLOS, amount=part) == refused
    assert no(scene.on_milestone, GrantMoreTime, CARLOS, more=DAY) == refused
    assert no(scene.on_milestone, SubmitWork, BINA, files=(FILE,)) == refused
    scene.on_milestone(WithdrawWork, BINA, amount=held)
    assert first(scene).state is State.REFUNDED
    assert first(scene).pauses[-1].end is PauseEnd.OVERTAKEN
    assert first(scene).halt is None


@pytest.mark.parametrize("pause", PAUSES)
def test_paused_work_is_ended_by_agreement(pause: Callable[[Scene], object]) -> None:
    scene = working()
    pause(scene)
    propose_end(scene)
    answer(scene, AcceptProposal, CARLOS)
    assert first(scene).state is State.SPLIT
    assert first(scene).pauses[-1].end is PauseEnd.OVERTAKEN


def test_a_proposed_end_is_the_same_question_before_during_and_after_a_pause() -> None:
    scene = working()
    propose_end(scene)
    waits(scene)
    assert states(scene) == [ProposalState.OPEN]
    resumes(scene)
    assert states(scene) == [ProposalState.OPEN]
    waits(scene)
    answer(scene, AcceptProposal, CARLOS)
    assert first(scene).state is State.SPLIT


def test_a_question_for_more_time_or_a_pause_lapses_when_the_clock_stands_still() -> None:
    scene = working()
    asks(scene)
    waits(scene)
    assert states(scene) == [ProposalState.SUPERSEDED]


@pytest.mark.parametrize("pause", PAUSES)
def test_a_dispute_about_paused_work_keeps_what_it_would_go_on_from(
    pause: Callable[[Scene], object],
) -> None:
    scene = working()
    scene.pass_time(DAY)
    since = scene.clock.now()
    due = scene.m.due_at
    pause(scene)
    scene.pass_time(DAY)
    scene.on_milestone(OpenDispute, CARLOS, reason=words("no"), sought=scene.m.held)
    assert scene.state() is State.DISPUTED
    halt, last = scene.m.halt, scene.m.pauses[-1]
    assert halt is not None
    assert (halt.state, halt.at, halt.due_at) == (State.IN_PROGRESS, since, due)
    assert (last.end, last.ended_at) == (PauseEnd.OVERTAKEN, scene.clock.now())


# time


def test_time_in_which_nobody_was_heard_is_given_back_to_who_answers_and_not_twice() -> None:
    scene = working()
    waits(scene)
    since = scene.clock.now() + HOUR
    lost: dict[str, Any] = {"since": since, "until": since + 5 * HOUR}
    scene.do(ExtendClocks(actor=SYSTEM, deal=scene.deal_id, **lost))
    assert due_in(scene, DeadlineKind.PAUSE_ENDS) == WEEK + 5 * HOUR
    scene.pass_time(2 * DAY)
    gives(scene)
    assert left(scene) == 5 * DAY


def test_no_wait_ends_while_the_client_sleeps() -> None:
    scene = working(quiet_hours=QuietHours())
    scene.do(ChangeSettings(actor=CARLOS, zone="Pacific/Auckland"))
    waits(scene)
    assert due_in(scene, DeadlineKind.PAUSE_ENDS) == WEEK + 8 * HOUR


def test_a_pause_over_the_night_in_which_clocks_are_put_back_takes_no_hour_away() -> None:
    scene = working()
    berlin = ZoneInfo("Europe/Berlin")
    scene.clock.to(datetime(2027, 10, 29, 12, tzinfo=UTC))
    again = Scene()
    again.clock.to(scene.clock.now())
    again.funded("100.00 EUR")
    had = left(again)
    before = again.m.due_at
    assert before is not None
    agrees(again, BINA, 3 * DAY)
    again.pass_time(3 * DAY)
    assert left(again) == had
    after = again.m.due_at
    assert after == before + 3 * DAY
    assert (before.astimezone(berlin).hour, after.astimezone(berlin).hour) == (13, 13)


def test_both_read_until_when_and_what_then() -> None:
    scene = working()
    scene.clock.forward(DAY)
    now = scene.clock.now()
    waits(scene)
    turn = turn_of(scene.deal, _ctx(scene))
    assert (turn.person, turn.until, turn.then) == (CARLOS, now + WEEK, now + WEEK + 4 * DAY)
    assert turn.otherwise == "pause-ends-material"
    resumes(scene)
    agrees(scene)
    turn = turn_of(scene.deal, _ctx(scene))
    assert (turn.person, turn.until, turn.then) == (BINA, now + 3 * DAY, now + 7 * DAY)
    assert turn.otherwise == "pause-ends-agreed"
    assert {p.why for p in scene.m.pauses} == {PauseWhy.MATERIAL, PauseWhy.AGREED}


def test_who_is_waited_for_is_reminded() -> None:
    scene = working()
    waits(scene)
    scene.pass_time(4 * DAY)
    assert scene.notice(CARLOS, "reminded").milestone == 1
    assert "reminded" not in scene.told(BINA)
