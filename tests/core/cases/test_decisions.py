"""Disputes: what nobody answers, what is decided, and who may decide it."""

from __future__ import annotations

from typing import Any

import pytest

from core.deal.context import Staff
from core.deal.dispute import Cause
from core.deal.milestone import State
from core.deal.points import Item, ItemKind
from core.deal.ruling import Outcome
from core.deal.stage import Stage
from core.disputing import AcceptRuling, FileEvidence, Rule, TakeBackDispute
from core.talking import Say
from core.values.errors import BadInput, NotNow, NotYours
from core.values.ids import DESK, PersonId
from core.values.money import Money
from tests.kit.scene import (
    ARAM,
    BINA,
    CARLOS,
    DAY,
    FILE,
    NOOR,
    REASONS,
    SAM,
    Scene,
    amount,
    with_policy,
    words,
)


def disputed() -> Scene:
    scene = Scene()
    scene.disputed("300.00 EUR")
    return scene


def rule(scene: Scene, outcome: Outcome = Outcome.SPLIT, **changes: Any) -> None:
    given: dict[str, Any] = {
        "actor": ARAM,
        "deal": scene.deal_id,
        "milestone": scene.m.number,
        "outcome": outcome,
        "held": scene.m.held,
        "reasons": words(REASONS),
        "to_freelancer": Money(scene.m.held.minor // 2, scene.m.held.currency),
        "criterion": 0,
    }
    scene.do(Rule(**{**given, **changes}))


def test_dispute_above_what_is_held() -> None:
    """Nobody asks for more than there is."""
    scene = Scene()
    scene.submitted("300.00 EUR")
    with pytest.raises(BadInput, match="sought-out-of-range"):
        scene.dispute(sought=amount("300.01 EUR"))
    assert scene.state() is State.SUBMITTED


def test_nobody_acts_in_negotiation() -> None:
    """It goes on to an arbiter by itself, from one to the next; and no money moves."""
    scene = disputed()
    scene.pass_time(40 * DAY)
    assert (scene.state(), scene.m.held) == (State.DISPUTED, amount("300.00 EUR"))
    assert scene.case.arbiter is not None
    assigned = scene.told(DESK).count("dispute-assigned")
    scene.pass_time(10 * DAY)
    assert scene.told(DESK).count("dispute-assigned") > assigned


@pytest.mark.parametrize(("by", "other"), [(BINA, CARLOS), (CARLOS, BINA)])
def test_windows_not_equal(by: PersonId, other: PersonId) -> None:
    """Whoever opens it, the other side has the same time."""
    scene = Scene()
    scene.submitted("300.00 EUR")
    scene.dispute(by=by)
    assert scene.case.statement_of(other) is None
    assert scene.case.answer_by.length == scene.policy.dispute_answer


def test_silence_taken_as_guilt() -> None:
    """A side that says nothing is waited for, and then the facts are looked at: nothing follows."""
    scene = disputed()
    scene.take()
    with pytest.raises(NotNow, match="not-heard"):
        rule(scene)
    scene.pass_time(scene.policy.dispute_answer)
    assert scene.m.held == amount("300.00 EUR")
    rule(scene, Outcome.RELEASE)
    ruling = scene.deal.disputes[0].ruling
    assert ruling is not None
    assert ruling.to_freelancer == amount("300.00 EUR"), "the silent side may well be right"


def test_arbitration_dearer_than_the_sum() -> None:
    """A small claim takes a sentence."""
    scene = with_policy(small_claim={"EUR": 5000})
    scene.disputed("30.00 EUR")
    scene.heard()
    rule(scene, reasons=words("Two of three concepts came."))
    assert scene.deal.disputes[0].ruling is not None


def ordered() -> Scene:
    """Two points in five days, or 100 of 300 for the freelancer."""
    scene = disputed()
    scene.heard()
    share, point = amount("100.00 EUR"), Item(ItemKind.DEFECT, words("the third concept"), 0)
    rule(scene, Outcome.ORDER, to_freelancer=share, more=5 * DAY, points=(point,))
    at: dict[str, Any] = {"deal": scene.deal_id, "milestone": 1}
    for side in (CARLOS, BINA):
        scene.do(AcceptRuling(actor=side, to_freelancer=share, **at))
    return scene


def test_ordered_revision_ignored_by_the_freelancer() -> None:
    """What was stated in advance happens, on the day that was stated, and no other money moves."""
    scene = ordered()
    scene.pass_time(5 * DAY)
    m = scene.deal.milestone(1)
    assert (m.state, m.released, m.refunded) == (
        State.SPLIT, amount("100.00 EUR"), amount("200.00 EUR"),
    )  # fmt: skip


def test_ordered_revision_ignored_by_the_client() -> None:
    """Who does not look at what was ordered and came is as silent as with any other work."""
    scene = ordered()
    scene.submit()
    scene.pass_time(scene.deal.terms.rules.review_window_after_revision)
    assert (scene.state(), scene.case.cause) == (State.DISPUTED, Cause.SILENCE)
    assert scene.m.held == amount("300.00 EUR")


def test_failed_mediation_refunding_by_itself() -> None:
    """However long two sides do not agree, no clock gives the money to either."""
    scene = disputed()
    scene.state_side(BINA, amount("300.00 EUR"))
    scene.pass_time(100 * DAY)
    assert (scene.state(), scene.m.held) == (State.DISPUTED, amount("300.00 EUR"))
    assert scene.deal.transfers == ()


def test_a_50_50_without_reasons() -> None:
    """A decision says why."""
    scene = disputed()
    scene.heard()
    for reasons in ("50/50", "x" * 99):
        with pytest.raises(BadInput, match="reasons-too-short"):
            rule(scene, reasons=words(reasons))


def test_the_arbiter_is_the_inviter() -> None:
    """Nobody decides about a deal of their own, nor about one that they were asked into."""
    scene = Scene(staff=Staff(frozenset({BINA, ARAM}), frozenset({NOOR})))
    scene.disputed("300.00 EUR")
    with pytest.raises(NotYours, match="own-deal"):
        scene.take(BINA)


def test_the_arbiter_vanishes() -> None:
    """The case goes to another by lot once the time to decide is over."""
    scene = disputed()
    scene.heard(ARAM)
    scene.pass_time(scene.policy.dispute_ruling)
    assert (scene.case.arbiter, scene.case.stage) == (NOOR, Stage.TAKEN)


def test_evidence_deleted_in_telegram() -> None:
    """What was filed is our own copy, by its hash: nothing that is deleted there takes it away."""
    scene = disputed()
    scene.do(
        FileEvidence(
            actor=BINA, deal=scene.deal_id, milestone=1, words=words("this"), files=(FILE,)
        )
    )
    [filed] = scene.case.evidence
    assert (filed.by, filed.files[0].sha256) == (BINA, FILE.sha256)


def test_evidence_after_the_close() -> None:
    """Nothing is filed once it was decided."""
    scene = disputed()
    scene.heard()
    rule(scene)
    with pytest.raises(NotNow):
        scene.do(FileEvidence(actor=BINA, deal=scene.deal_id, milestone=1, words=words("wait")))


def test_opener_withdraws_the_dispute() -> None:
    """The work goes on where it was, with what was left of its clock; nobody else can do that."""
    scene = Scene()
    scene.submitted("300.00 EUR")
    scene.pass_time(DAY)
    scene.dispute(CARLOS)
    scene.pass_time(2 * DAY)
    with pytest.raises(NotYours):
        scene.on_milestone(TakeBackDispute, BINA)
    scene.on_milestone(TakeBackDispute, CARLOS)
    assert scene.state() is State.SUBMITTED
    assert scene.m.window is not None
    assert scene.m.window.ends_at == scene.clock.now() + scene.policy.review_window - DAY


def test_clone_group_with_a_fake_bot() -> None:
    """What somebody who is not on the list asks of the desk is refused, wherever they sit."""
    scene = disputed()
    for stranger in (SAM, PersonId(999_999)):
        with pytest.raises(NotYours, match="not-on-the-list"):
            scene.take(stranger)
        with pytest.raises(NotYours, match="stranger"):
            scene.do(Say(actor=stranger, deal=scene.deal_id, words=words("I am the arbiter")))
