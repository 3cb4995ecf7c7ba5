"""When core acts by itself: each deadline of a deal, whose turn it is, and the reminders before."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

import pytest

from core.deadlines import command_for, deadlines_of
from core.deal.clocks import Deadline, MeetDeadline
from core.deal.notice import WhileSeen
from core.deal.terms import Role
from core.disputing import AnswerQuestion
from core.talking import Say
from core.values.ids import DESK, SYSTEM, DealId, PersonId
from core.values.policy import Policy
from core.values.window import DeadlineKind, Window, window
from tests.kit.fakes import START
from tests.kit.places import PLACES
from tests.kit.scene import ARAM, BINA, BOTH, CARLOS, DAY, HOUR, Scene, at_once, with_policy, words


def scene_at(name: str, **policy: Any) -> Scene:
    rules = {"rails": BOTH, "four_eyes_threshold": {"EUR": 90000}, "reminders": ()} | policy
    scene = Scene(with_policy(**rules).policy)
    PLACES[name](scene)
    return scene


def due(scene: Scene) -> dict[str, tuple[timedelta, PersonId | None]]:
    """In how long each deadline falls due, and whose turn it is."""
    now = scene.clock.now()
    found = deadlines_of(scene.deal, scene.policy)
    return {deadline.key: (deadline.due - now, deadline.person) for deadline in found}


EVIDENCE: Final = {
    "evidence-ends:1:freelancer": (3 * DAY, BINA),
    "evidence-ends:1:client": (3 * DAY, CARLOS),
}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("draft", {"draft-idle": (30 * DAY, BINA)}),
        ("invited", {"invite-expires": (7 * DAY, BINA)}),
        ("claimed", {"invite-expires": (7 * DAY, BINA)}),
        ("bound", {"invite-expires": (7 * DAY, CARLOS)}),
        ("countered", {"invite-expires": (7 * DAY, BINA)}),
        ("agreed", {"funding-lapses:1": (7 * DAY, CARLOS)}),
        ("payment claimed", {"deposit-check:1": (DAY, DESK)}),
        (
            "working",
            {
                "work-due:1": (5 * DAY, BINA),
                "may-cancel-late:1": (6 * DAY, CARLOS),
                "dormancy-notice:1": (19 * DAY, None),
            },
        ),
        ("submitted", {"review-ends:1": (7 * DAY, CARLOS)}),
        (
            "time asked",
            {
                "work-due:1": (DAY, BINA),
                "may-cancel-late:1": (3 * DAY, CARLOS),
                "dormancy-notice:1": (15 * DAY, None),
                "proposal-ends:1:1": (3 * DAY, CARLOS),
            },
        ),
        (
            "end proposed",
            {"review-ends:1": (7 * DAY, CARLOS), "proposal-ends:1:1": (3 * DAY, CARLOS)},
        ),
        (
            "both proposed",
            {
                "round-due:1": (3 * DAY, BINA),
                "abandoned:1": (17 * DAY, BINA),
                "proposal-ends:1:1": (3 * DAY, CARLOS),
                "proposal-ends:1:2": (3 * DAY, BINA),
            },
        ),
        ("revising", {"round-due:1": (3 * DAY, BINA), "abandoned:1": (17 * DAY, BINA)}),
        ("cancelling", {"late-cancel-ends:1": (2 * DAY, BINA)}),
        ("disputed", {"dispute-answer:1:freelancer": (5 * DAY, BINA)}),
        ("negotiating", {"negotiation-ends:1": (3 * DAY, None)}),
        ("called", {**EVIDENCE, "dispute-take:1": (12 * HOUR, DESK)}),
        (
            "asked",
            {
                **EVIDENCE,
                "question-answer:1:1": (2 * DAY, CARLOS),
                "dispute-ruling:1": (8 * DAY, ARAM),
            },
        ),
        ("heard", {"dispute-ruling:1": (5 * DAY, ARAM)}),
        (
            "split",
            {
                "drop-rest:2": (7 * DAY, CARLOS),
                "transfer:1": (DAY, DESK),
                "transfer:2": (DAY, DESK),
            },
        ),
        ("completed", {"transfer:1": (DAY, DESK)}),
    ],
)
def test_each_clock_of_a_deal_has_its_end_and_its_person(
    name: str, wanted: dict[str, tuple[timedelta, PersonId | None]]
) -> None:
    assert due(scene_at(name)) == wanted


def test_a_deal_that_is_dormant_has_the_end_of_its_notice() -> None:
    scene = scene_at("working")
    scene.pass_time(20 * DAY)
    assert due(scene) == {"dormant:1": (6 * DAY, BINA)}
    scene.fail_to_serve()
    assert due(scene) == {"dormant:1": (6 * DAY, BINA), "retry-notice:1": (DAY, None)}


@pytest.mark.parametrize("name", ["submitted", "cancelling"])
def test_a_notice_that_was_not_taken_is_tried_again(name: str) -> None:
    scene = scene_at(name)
    assert "retry-notice:1" not in due(scene)
    scene.fail_to_serve()
    assert due(scene)["retry-notice:1"] == (DAY, None)


def test_what_is_late_is_told_once_and_the_client_may_cancel_then() -> None:
    scene = scene_at("late")
    assert due(scene) == {"dormancy-notice:1": (12 * DAY, None)}
    scene.do(Say(actor=BINA, deal=scene.deal_id, words=words("soon")))
    assert due(scene) == {"dormancy-notice:1": (14 * DAY, None)}


def test_an_answer_that_came_or_whose_time_is_over_is_waited_for_no_more() -> None:
    scene = scene_at("asked")
    scene.do(
        AnswerQuestion(actor=CARLOS, deal=scene.deal_id, milestone=1, number=1, words=words("a"))
    )
    assert set(due(scene)) == {*EVIDENCE, "dispute-ruling:1"}
    scene = scene_at("asked")
    scene.pass_time(5 * DAY)
    assert due(scene) == {"dispute-ruling:1": (3 * DAY, ARAM)}


# Reminders and alarms


def reminders(scene: Scene) -> dict[str, timedelta]:
    found = deadlines_of(scene.deal, scene.policy)
    begun = scene.m.window.opened_at if scene.m.window is not None else START
    return {d.key: d.due - begun for d in found if d.kind is DeadlineKind.REMIND}


def test_the_ladder_of_reminders_is_climbed_rung_by_rung() -> None:
    scene = scene_at("agreed", reminders=Policy().reminders)
    for rung in (3.5 * DAY, 6 * DAY, 7 * DAY - 2 * HOUR):
        assert reminders(scene) == {"remind:funding-lapses:1": rung}
        assert scene.m.window is not None
        scene.clock.to(scene.m.window.opened_at + rung)
        at_once(scene.escrow.sweep())
    assert reminders(scene) == {}
    assert scene.told(CARLOS).count("reminded") == 3


def test_rungs_that_were_missed_are_one_reminder() -> None:
    scene = scene_at("agreed", reminders=Policy().reminders)
    scene.clock.forward(6 * DAY + HOUR)
    at_once(scene.escrow.sweep())
    assert reminders(scene) == {"remind:funding-lapses:1": 7 * DAY - 2 * HOUR}
    assert scene.told(CARLOS).count("reminded") == 1


@pytest.mark.parametrize(
    ("rungs", "first"),
    [((DAY,), None), ((7 * DAY,), None), ((8 * DAY,), None), ((0.0,), None), ((1.0,), None),
     ((7 * DAY - HOUR,), HOUR), ((0.25,), 1.75 * DAY)],
)  # fmt: skip
def test_a_rung_lies_between_the_beginning_and_the_end(
    rungs: tuple[float | timedelta, ...], first: timedelta | None
) -> None:
    scene = scene_at("agreed", reminders=rungs)
    wanted = 6 * DAY if rungs == (DAY,) else first
    assert reminders(scene) == ({} if wanted is None else {"remind:funding-lapses:1": wanted})


@pytest.mark.parametrize("name", ["payment claimed", "completed"])
def test_the_desk_is_alarmed_again_and_again_and_never_reminded(name: str) -> None:
    scene = scene_at(name, reminders=Policy().reminders)
    for alarms in range(1, 4):
        assert reminders(scene) == {}
        scene.pass_time(DAY)
        assert scene.told(DESK).count("desk-alarmed") == alarms


def test_what_the_clock_asks_for_is_the_deadline_word_for_word() -> None:
    at = datetime.fromisoformat("2026-01-05T12:00:00+00:00")
    deadline = Deadline("work-due:2", DeadlineKind.WORK_DUE, at, 2, BINA, at, at + DAY)
    assert command_for(DealId("0123ABCD"), deadline) == MeetDeadline(
        actor=SYSTEM,
        deal=DealId("0123ABCD"),
        key="work-due:2",
        kind=DeadlineKind.WORK_DUE,
        milestone=2,
        person=BINA,
        target=at + DAY,
    )


def test_work_that_is_due_is_told_to_both_and_a_late_right_to_the_client() -> None:
    scene = scene_at("working")
    scene.pass_time(5 * DAY)
    keys = {p: [n.data["key"] for n in scene.store.notices_to(p) if n.kind == "reminded"]
            for p in (BINA, CARLOS)}  # fmt: skip
    assert keys == {BINA: ["work-due:1"], CARLOS: ["work-due:1"]}
    scene.pass_time(DAY)
    notice = scene.notice(CARLOS, "reminded")
    assert notice.data["key"] == "may-cancel-late:1"
    assert notice.holds == WhileSeen(scene.m.seen)
    assert scene.told(BINA).count("reminded") == 1


# Windows


NOW = datetime.fromisoformat("2026-01-05T12:00:00+00:00")


def test_a_window_is_over_at_its_very_end() -> None:
    clock = window(NOW, DAY, Policy())
    assert clock == Window(NOW, NOW + DAY)
    assert [clock.ended(NOW + DAY + by) for by in (-HOUR, 0 * HOUR, HOUR)] == [False, True, True]


def test_what_was_served_at_once_leaves_the_end_and_late_gives_all_of_it() -> None:
    clock = Window(NOW, NOW + 7 * DAY)
    served = clock.served(NOW + HOUR)
    assert served == replace(clock, served_at=NOW + HOUR)
    assert served.served(NOW + DAY) is served
    late = clock.failed(NOW, Policy()).served(NOW + DAY)
    assert (late.opened_at, late.ends_at, late.next_attempt) == (NOW + DAY, NOW + 8 * DAY, None)


def test_a_window_once_more_is_as_long_and_unserved() -> None:
    clock = replace(Window(NOW, NOW + 2 * DAY), attempts=3, served_at=NOW)
    assert clock.once_more(NOW + 5 * DAY) == Window(NOW + 5 * DAY, NOW + 7 * DAY, turn=2)


@pytest.mark.parametrize(("grace", "ends"), [(None, 3), (2, 3), (3, 3), (4, 4)])
def test_a_shifted_window_ends_later_and_not_before_its_grace(grace: int | None, ends: int) -> None:
    clock = replace(Window(NOW, NOW + 2 * DAY), next_attempt=NOW + DAY)
    not_before = None if grace is None else NOW + grace * DAY
    moved = clock.shifted(DAY, not_before)
    assert (moved.opened_at, moved.ends_at) == (NOW, NOW + ends * DAY)
    assert moved.next_attempt == NOW + 2 * DAY


def test_sides_are_each_others_other() -> None:
    assert [role.other for role in Role] == [Role.CLIENT, Role.FREELANCER]
