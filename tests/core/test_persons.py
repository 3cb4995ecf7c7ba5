"""What people may change about themselves: where they are paid."""

from __future__ import annotations

from datetime import timedelta

from core import commands as c
from tests.core.scene import BINA, DAY, Scene

WAIT = timedelta(hours=72)
OLD, NEW, OTHER = "NL01 BINA", "NL02 NEW", "NL03 OTHER"


def paid_to(scene: Scene, details: str) -> None:
    scene.do(c.SetDestination(actor=BINA, currency="EUR", details=details))


def where(scene: Scene, later: timedelta = timedelta(0)) -> str:
    """Where a payout would go."""
    found = scene.store.people[BINA].destination("EUR")
    assert found is not None
    return found.at(scene.clock.now() + later)


def test_the_first_place_to_be_paid_counts_at_once() -> None:
    scene = Scene()
    paid_to(scene, OLD)
    assert where(scene) == OLD


def test_a_changed_place_to_be_paid_waits_whatever_is_held_or_owed() -> None:
    scene = Scene()
    paid_to(scene, OLD)
    scene.clock.forward(30 * DAY)
    paid_to(scene, NEW)
    assert where(scene, WAIT - timedelta(seconds=1)) == OLD
    assert where(scene, WAIT) == NEW
    assert scene.told(BINA).count("destination-set") == 2


def test_typing_the_same_account_again_does_not_restart_the_wait() -> None:
    scene = Scene()
    paid_to(scene, OLD)
    paid_to(scene, NEW)
    scene.clock.forward(2 * DAY)
    paid_to(scene, NEW)
    scene.clock.forward(DAY)
    assert where(scene) == NEW
    assert scene.told(BINA).count("destination-set") == 2


def test_going_back_to_where_one_is_paid_takes_a_change_back_at_once() -> None:
    scene = Scene()
    paid_to(scene, OLD)
    paid_to(scene, NEW)
    paid_to(scene, OLD)
    assert where(scene, 2 * WAIT) == OLD


def test_a_change_of_a_change_waits_anew_and_the_place_in_force_stays_until_then() -> None:
    scene = Scene()
    paid_to(scene, OLD)
    paid_to(scene, NEW)
    scene.clock.forward(2 * DAY)
    paid_to(scene, OTHER)
    assert where(scene, WAIT - timedelta(seconds=1)) == OLD
    assert where(scene, WAIT) == OTHER
