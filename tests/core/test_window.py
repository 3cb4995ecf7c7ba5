"""Nobody's time runs out while they sleep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.drafting import EditTerms, SendTerms, SetTitle
from core.inviting import ConfirmClaimant
from core.people import ChangeSettings
from core.values.policy import Policy, QuietHours
from core.values.window import Window, window
from core.working import CancelLate, WithdrawWork
from tests.kit.scene import BINA, CARLOS, DAY, HOUR, Scene, words

TEHRAN, BERLIN = "Asia/Tehran", "Europe/Berlin"
WEEK = 7 * DAY


def ending(at: str, zone: str, policy: Policy | None = None, length: timedelta = WEEK) -> str:
    """The end, by the clock on the wall, of a window that would end at `at` on that wall."""
    wanted = datetime.fromisoformat(at).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    found = window(wanted - length, length, policy or Policy(), zone).ends_at
    return found.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("at", "then"),
    [
        ("2026-06-05 18:00", "2026-06-05 18:00"),
        ("2026-06-05 21:59", "2026-06-05 21:59"),
        ("2026-06-05 22:00", "2026-06-06 09:00"),
        ("2026-06-05 23:30", "2026-06-06 09:00"),
        ("2026-06-06 00:00", "2026-06-06 09:00"),
        ("2026-06-06 08:59", "2026-06-06 09:00"),
        ("2026-06-06 09:00", "2026-06-06 09:00"),
    ],
)
def test_what_would_end_at_night_ends_at_nine(at: str, then: str) -> None:
    assert ending(at, TEHRAN) == then


@pytest.mark.parametrize("night", ["2026-03-28", "2026-10-24"])
@pytest.mark.parametrize("hour", ["22:00", "23:00"])
def test_the_night_in_which_clocks_change_is_a_night_too(night: str, hour: str) -> None:
    morning = (datetime.fromisoformat(night) + DAY).strftime("%Y-%m-%d")
    assert ending(f"{night} {hour}", BERLIN) == f"{morning} 09:00"


def test_short_windows_and_people_without_a_zone_have_no_night() -> None:
    assert ending("2026-06-05 23:00", TEHRAN, length=DAY) == "2026-06-06 09:00"
    assert ending("2026-06-05 23:00", TEHRAN, length=DAY - HOUR) == "2026-06-05 23:00"
    now = datetime(2026, 6, 5, 23, tzinfo=UTC)
    assert window(now, WEEK, Policy()).ends_at == now + WEEK
    off = Policy(quiet_hours=None)
    assert ending("2026-06-05 23:00", TEHRAN, off) == "2026-06-05 23:00"


def test_an_operator_may_choose_other_hours_and_nothing_is_put_off_for_longer_than_allowed() -> (
    None
):
    siesta = Policy(quiet_hours=QuietHours(time(13), time(16)))
    assert ending("2026-06-05 13:00", TEHRAN, siesta) == "2026-06-05 16:00"
    assert ending("2026-06-05 16:00", TEHRAN, siesta) == "2026-06-05 16:00"
    assert ending("2026-06-05 12:59", TEHRAN, siesta) == "2026-06-05 12:59"
    long = Policy(quiet_hours=QuietHours(time(20), time(10)))
    assert ending("2026-06-05 22:59", TEHRAN, long) == "2026-06-05 22:59"
    assert ending("2026-06-05 23:00", TEHRAN, long) == "2026-06-06 10:00"


# Whose night it is

NIGHT = datetime(2026, 1, 6, 4, 30, tzinfo=UTC)
"""Eight in the morning in Tehran, where Carlos is; half past eleven in New York, where Bina is."""
MORNINGS = {BINA: (14, 0), CARLOS: (5, 30)}
"""Nine o'clock of each, in UTC."""


def _agreed(scene: Scene) -> None:
    scene.invited("100.00 EUR", "50.00 EUR")
    scene.claimed()
    scene.clock.to(NIGHT)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))


def _bound(scene: Scene) -> None:
    scene.invited("100.00 EUR")
    scene.claimed(accepts=False)
    scene.clock.to(NIGHT)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))


def _countered(scene: Scene) -> None:
    scene.invited("100.00 EUR")
    scene.claimed(accepts=False)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    scene.clock.to(NIGHT)
    edit = SetTitle(words("Two logos", "s2"))
    scene.do(EditTerms(actor=CARLOS, deal=scene.deal_id, edits=(edit,)))
    scene.do(SendTerms(actor=CARLOS, deal=scene.deal_id))


def _invited(scene: Scene) -> None:
    scene.clock.to(NIGHT)
    scene.invited("100.00 EUR")


def _funded(scene: Scene) -> None:
    scene.agreed("100.00 EUR", "50.00 EUR")
    scene.clock.to(NIGHT)
    scene.pay()


def _submitted(scene: Scene) -> None:
    scene.funded("100.00 EUR", "50.00 EUR")
    scene.clock.to(NIGHT)
    scene.submit()


def _asked_for_changes(scene: Scene) -> None:
    scene.submitted("100.00 EUR", "50.00 EUR")
    scene.clock.to(NIGHT)
    scene.request_changes()


def _cancelled_as_late(scene: Scene) -> None:
    scene.funded("100.00 EUR", "50.00 EUR")
    scene.clock.to(NIGHT + WEEK)
    scene.on_milestone(CancelLate, CARLOS)


def _withdrew(scene: Scene) -> None:
    scene.funded("100.00 EUR", "50.00 EUR")
    scene.clock.to(NIGHT)
    scene.on_milestone(WithdrawWork, BINA, amount=scene.m.held)


def _window_of(scene: Scene) -> Window | None:
    return scene.deal.window or scene.m.window


@pytest.mark.parametrize(
    ("happens", "whose"),
    [
        (_invited, BINA),
        (_bound, CARLOS),
        (_countered, BINA),
        (_agreed, CARLOS),
        (_funded, BINA),
        (_submitted, CARLOS),
        (_asked_for_changes, BINA),
        (_cancelled_as_late, BINA),
        (_withdrew, CARLOS),
    ],
)
def test_a_window_does_not_end_in_the_night_of_the_one_whose_turn_it_is(
    happens: Callable[[Scene], None], whose: int
) -> None:
    scene = Scene(replace(Policy(), funding_window=8 * DAY))
    for person, zone in ((BINA, "America/New_York"), (CARLOS, TEHRAN)):
        scene.do(ChangeSettings(actor=person, zone=zone))
    happens(scene)
    found = _window_of(scene)
    assert found is not None
    assert (found.ends_at.hour, found.ends_at.minute) == MORNINGS[whose]  # type: ignore[index]


def test_the_answer_to_a_dispute_is_not_due_in_the_night_of_the_other_side() -> None:
    scene = Scene(Policy())
    for person, zone in ((BINA, "America/New_York"), (CARLOS, TEHRAN)):
        scene.do(ChangeSettings(actor=person, zone=zone))
    scene.submitted("100.00 EUR")
    scene.clock.to(NIGHT)
    scene.dispute(CARLOS)
    ends = scene.case.answer_by.ends_at
    assert (ends.hour, ends.minute) == MORNINGS[BINA]
