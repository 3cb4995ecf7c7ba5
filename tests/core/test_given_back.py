"""Time in which nobody was heard is given back: every deadline, and every window beside them.

One rule: whatever somebody can do until an instant, or may do from one on, is counted without the
time in which the bot where they would have done it was not heard.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any, Final

import pytest

from core.amending import AskMoreTime, WaitForMaterial
from core.deadlines import deadlines_of
from core.deal.flag import FlagKind
from core.deal.milestone import State
from core.deal.points import Item, ItemKind
from core.deal.ruling import Outcome
from core.deal.terms import Role, Rules
from core.disputing import AskParty
from core.drafting import SetRules
from core.paying import AskProof, ConfirmTransfer, SetFlag
from core.people import ExtendWait, RateDeal, SetDestination
from core.timing import ExtendClocks, NoticeUnserved
from core.values.errors import NotNow
from core.values.hearing import Ear
from core.values.ids import SYSTEM
from core.values.policy import Policy
from core.values.window import DeadlineKind as Kind
from core.working import CancelForFee, TakeBackSubmission
from tests.core.test_disputes import rule
from tests.core.test_four_eyes import by_hand
from tests.core.test_four_eyes import claimed as claimed_by_two
from tests.core.test_hearing import (
    _between_parts,
    _cancelling,
    _dormant,
    _draft,
    _funding,
    _invited,
    _submitted,
)
from tests.core.test_milestones import claim_paid, manual
from tests.core.test_reversals import lost
from tests.kit.places import PLACES
from tests.kit.scene import ARAM, BINA, CARLOS, DAY, HOUR, TESS, Scene, words

MINUTE: Final = timedelta(minutes=1)
LOST: Final = 5 * HOUR
P, D = Ear.PARTIES, Ear.DESK


def _claimed() -> Scene:
    scene = manual()
    scene.agreed("300.00 EUR")
    claim_paid(scene)
    return scene


def _taken_back() -> Scene:
    scene = Scene()
    lost(scene)
    return scene


def _working() -> Scene:
    scene = Scene()
    scene.funded("300.00 EUR")
    return scene


def _revising() -> Scene:
    scene = Scene()
    scene.submitted("300.00 EUR")
    scene.request_changes(Item(ItemKind.DEFECT, words("only two"), 0))
    return scene


def _unserved() -> Scene:
    scene = Scene()
    scene.submitted("300.00 EUR")
    m = scene.m
    assert m.window is not None
    at: Any = {"actor": SYSTEM, "deal": scene.deal_id, "milestone": 1}
    scene.do(NoticeUnserved(**at, opened_at=m.window.opened_at))
    return scene


def _disputed() -> Scene:
    scene = Scene()
    scene.disputed()
    return scene


def _negotiating() -> Scene:
    scene = _disputed()
    scene.answered()
    return scene


def _called() -> Scene:
    scene = _disputed()
    scene.to_arbiter()
    return scene


def _asked() -> Scene:
    scene = _disputed()
    scene.heard()
    ask = AskParty(
        actor=ARAM, deal=scene.deal_id, milestone=1, to=Role.CLIENT, words=words("which?")
    )
    scene.do(ask)
    return scene


def _heard() -> Scene:
    scene = _disputed()
    scene.heard()
    return scene


def _decided() -> Scene:
    scene = _heard()
    rule(scene, Outcome.REFUND)
    return scene


def _ordered() -> Scene:
    scene = Scene()
    PLACES["ordered"](scene)
    return scene


def _time_asked() -> Scene:
    scene = _working()
    scene.on_milestone(AskMoreTime, BINA, more=DAY)
    return scene


def _waiting() -> Scene:
    scene = _working()
    scene.on_milestone(WaitForMaterial, BINA, words=words("the logo"))
    return scene


def _approved() -> Scene:
    scene = _submitted()
    scene.approve()
    return scene


def _sent() -> Scene:
    scene = manual()
    scene.submitted("100.00 EUR")
    scene.approve()
    scene.do(ConfirmTransfer(actor=TESS, deal=scene.deal_id, transfer=1, external_id="w"))
    return scene


def _rated() -> Scene:
    scene = _approved()
    scene.do(RateDeal(actor=BINA, deal=scene.deal_id, stars=5))
    return scene


def _flagged() -> Scene:
    scene = _working()
    scene.do(SetFlag(actor=TESS, deal=scene.deal_id, kind=FlagKind.OPERATOR, words=words("why")))
    return scene


def _cancelling_for_a_fee() -> Scene:
    scene = Scene()
    scene.funded(rules=SetRules(cancel_fee_percent=25))
    scene.on_milestone(CancelForFee, CARLOS, amount=scene.m.held)
    return scene


def _by_two() -> Scene:
    scene = claimed_by_two()
    by_hand(scene)
    return scene


def _contested() -> Scene:
    scene = _revising()
    scene.contest()
    return scene


SITUATIONS: Final[dict[Kind, tuple[Callable[[], Scene], Ear]]] = {
    Kind.DRAFT_IDLE: (_draft, P),
    Kind.INVITE_EXPIRES: (_invited, P),
    Kind.FUNDING_LAPSES: (_funding, P),
    Kind.FUND_AGAIN: (_taken_back, P),
    Kind.DEPOSIT_CHECK: (_claimed, D),
    Kind.WORK_DUE: (_working, P),
    Kind.MAY_CANCEL_LATE: (_working, P),
    Kind.DORMANCY_NOTICE: (_working, P),
    Kind.DORMANT: (_dormant, P),
    Kind.LATE_CANCEL_ENDS: (_cancelling, P),
    Kind.FEE_CANCEL_ENDS: (_cancelling_for_a_fee, P),
    Kind.REVIEW_ENDS: (_submitted, P),
    Kind.ROUND_DUE: (_revising, P),
    Kind.CONTEST_ENDS: (_contested, P),
    Kind.ABANDONED: (_revising, P),
    Kind.FALLBACK: (_ordered, P),
    Kind.PROPOSAL_ENDS: (_time_asked, P),
    Kind.PAUSE_ENDS: (_waiting, P),
    Kind.DROP_REST: (_between_parts, P),
    Kind.RETRY_NOTICE: (_unserved, P),
    Kind.DISPUTE_ANSWER: (_disputed, P),
    Kind.QUESTION_ANSWER: (_asked, P),
    Kind.RULING_FINAL: (_decided, P),
    Kind.NEGOTIATION_ENDS: (_negotiating, P),
    Kind.EVIDENCE_ENDS: (_called, P),
    Kind.DISPUTE_TAKE: (_called, D),
    Kind.DISPUTE_RULING: (_heard, D),
    Kind.TRANSFER: (_approved, D),
    Kind.ARRIVAL: (_sent, P),
    Kind.RATING_ENDS: (_rated, P),
    Kind.HOLD_FLAG: (_flagged, D),
    Kind.APPROVAL_ENDS: (_by_two, D),
}
"""Where each runs, and by whose deafness it is moved."""
NOT_OF_ITS_OWN: Final = {Kind.REMIND: "a share of the window that it reminds of, and moves with it"}


def extend(scene: Scene, since: datetime, until: datetime, ear: Ear) -> None:
    scene.do(ExtendClocks(actor=SYSTEM, deal=scene.deal_id, since=since, until=until, ear=ear))


def targets(scene: Scene, kind: Kind) -> list[datetime]:
    return [d.due for d in deadlines_of(scene.deal, scene.policy) if d.kind is kind]


def test_every_deadline_says_whether_it_is_given_back() -> None:
    assert SITUATIONS.keys() | NOT_OF_ITS_OWN.keys() == set(Kind)
    assert not SITUATIONS.keys() & NOT_OF_ITS_OWN.keys()


@pytest.mark.parametrize("kind", SITUATIONS)
def test_a_deadline_is_given_back_what_was_lost_at_its_own_bot_and_nothing_else(kind: Kind) -> None:
    build, own = SITUATIONS[kind]
    for ear in Ear:
        scene = build()
        before, since = targets(scene, kind), scene.clock.now() + MINUTE
        assert before
        extend(scene, since, since + LOST, ear)
        moved = LOST if ear is own else timedelta(0)
        assert targets(scene, kind) == [at + moved for at in before], ear


def test_a_reminder_moves_with_its_window() -> None:
    scene = _funding()
    before, since = targets(scene, Kind.REMIND), scene.clock.now() + MINUTE
    extend(scene, since, since + LOST, P)
    assert min(targets(scene, Kind.REMIND)) > min(before)


# windows that no schedule has


def may_take_back(scene: Scene) -> bool:
    command = TakeBackSubmission(actor=BINA, deal=scene.deal_id, milestone=1, seen=scene.m.seen)
    before = scene.deal
    try:
        scene.do(command)
    except NotNow:
        return False
    scene.store.rows.deals[scene.deal_id] = before
    return True


@pytest.mark.parametrize(
    ("since", "until", "open_for"),
    [
        (10, 130, 180),  # all but ten minutes and fifty of it were left
        (-60, 60, 120),  # it was handed in while nobody was heard
        (50, 90, 100),
        (61, 200, 60),  # over before
        (-90, -1, 60),  # not begun
    ],
)
def test_the_hour_to_take_work_back_is_an_hour_in_which_somebody_is_heard(
    since: int, until: int, open_for: int
) -> None:
    scene = Scene()
    scene.submitted("300.00 EUR")
    at = scene.clock.now()
    extend(scene, at + since * MINUTE, at + until * MINUTE, P)
    extend(scene, at, at + LOST, D)
    scene.clock.to(at + open_for * MINUTE - timedelta(seconds=1))
    assert may_take_back(scene)
    scene.clock.to(at + open_for * MINUTE)
    assert not may_take_back(scene)
    assert scene.state() is State.SUBMITTED


def test_two_times_in_which_nobody_was_heard_are_both_given_back() -> None:
    scene = Scene()
    scene.submitted("300.00 EUR")
    at = scene.clock.now()
    for since in (10, 140):
        extend(scene, at + since * MINUTE, at + (since + 120) * MINUTE, P)
    scene.clock.to(at + 300 * MINUTE - timedelta(seconds=1))
    assert may_take_back(scene)
    claimed = _claimed()
    [due], now = targets(claimed, Kind.DEPOSIT_CHECK), claimed.clock.now()
    for hours in (1, 8):
        extend(claimed, now + hours * HOUR, now + hours * HOUR + LOST, D)
    assert targets(claimed, Kind.DEPOSIT_CHECK) == [due + 2 * LOST]


def test_work_that_is_handed_in_anew_has_its_own_hour() -> None:
    scene = Scene()
    scene.submitted("300.00 EUR")
    at = scene.clock.now()
    extend(scene, at, at + LOST, P)
    scene.on_milestone(TakeBackSubmission, BINA)
    scene.submit()
    scene.clock.forward(HOUR)
    assert not may_take_back(scene)


def test_a_claim_with_the_proof_that_was_asked_for_has_its_own_day() -> None:
    scene = _claimed()
    now = scene.clock.now()
    extend(scene, now, now + LOST, D)
    scene.on_milestone(AskProof, TESS)
    assert targets(scene, Kind.DEPOSIT_CHECK) == [now + scene.policy.deposit_check]


@pytest.mark.parametrize(
    ("since", "until", "hours"),
    [(24, 34, 10), (-5, 5, 5), (60, 90, 30), (72, 90, 0), (-5, 0, 0)],
)
def test_the_days_in_which_a_changed_account_can_be_taken_back_are_days_on_which_one_is_heard(
    since: int, until: int, hours: int
) -> None:
    scene = Scene()
    for details in ("DE89", "GB33"):
        scene.do(SetDestination(actor=BINA, currency="EUR", details=details))
    now = scene.clock.now()
    wait = ExtendWait(actor=SYSTEM, person=BINA, since=now + since * HOUR, until=now + until * HOUR)
    scene.do(wait)
    place = scene.store.people[BINA].destination("EUR")
    assert place is not None
    assert place.from_at == now + scene.policy.payout_change_wait + hours * HOUR


def test_the_first_account_waits_for_nothing_and_only_the_program_itself_gives_back() -> None:
    scene = Scene()
    scene.do(SetDestination(actor=BINA, currency="EUR", details="DE89"))
    before, now = scene.store.people[BINA], scene.clock.now()
    scene.do(ExtendWait(actor=SYSTEM, person=BINA, since=now - DAY, until=now + DAY))
    assert scene.store.people[BINA] == before
    with pytest.raises(NotNow, match="clock-only"):
        scene.do(ExtendWait(actor=CARLOS, person=BINA, since=now, until=now + DAY))


# every length that the rules know

GIVEN_BACK: Final = {
    "draft_idle": Kind.DRAFT_IDLE,
    "invite_ttl": Kind.INVITE_EXPIRES,
    "funding_window": Kind.FUNDING_LAPSES,
    "funding_grace": Kind.FUNDING_LAPSES,
    "fund_again": Kind.FUND_AGAIN,
    "review_window": Kind.REVIEW_ENDS,
    "review_window_after_revision": Kind.REVIEW_ENDS,
    "late_grace": Kind.MAY_CANCEL_LATE,
    "late_notice": Kind.LATE_CANCEL_ENDS,
    "fee_notice": Kind.FEE_CANCEL_ENDS,
    "contest_answer": Kind.CONTEST_ENDS,
    "dormant_after": Kind.DORMANCY_NOTICE,
    "dormancy_notice": Kind.DORMANT,
    "abandoned_after": Kind.ABANDONED,
    "extension_answer": Kind.PROPOSAL_ENDS,
    "end_answer": Kind.PROPOSAL_ENDS,
    "pause_answer": Kind.PROPOSAL_ENDS,
    "pause_longest": Kind.PAUSE_ENDS,
    "material_answer": Kind.PAUSE_ENDS,
    "settlement_answer": Kind.PROPOSAL_ENDS,
    "amendment_answer": Kind.PROPOSAL_ENDS,
    "drop_after": Kind.DROP_REST,
    "notice_retry": Kind.RETRY_NOTICE,
    "deposit_check": Kind.DEPOSIT_CHECK,
    "payout": Kind.TRANSFER,
    "arrival": Kind.ARRIVAL,
    "rating_window": Kind.RATING_ENDS,
    "flag_check": Kind.HOLD_FLAG,
    "approval_wait": Kind.APPROVAL_ENDS,
    "lift_yes": "another's time to agree: in the tests of flags",
    "dispute_answer": Kind.DISPUTE_ANSWER,
    "dispute_negotiation": Kind.NEGOTIATION_ENDS,
    "dispute_call": "with the time to agree: in the tests of stages",
    "dispute_evidence": Kind.EVIDENCE_ENDS,
    "dispute_question": Kind.QUESTION_ANSWER,
    "dispute_take": Kind.DISPUTE_TAKE,
    "dispute_challenge": "ends nothing by itself: in the tests of challenges",
    "dispute_ruling": Kind.DISPUTE_RULING,
    "ruling_review": Kind.RULING_FINAL,
    "dispute_review": Kind.DISPUTE_RULING,
    "submission_take_back": "an hour, counted from the submission: above",
    "payout_change_wait": "days, counted by the account itself: above",
}
NOBODYS_CHANCE: Final = {
    "min_review": "the least that may be agreed",
    "min_round": "the least that a round's window is",
    "dispute_least_left": "the least that a clock goes on with, which is then given back itself",
    **dict.fromkeys(("ruled_time_least", "ruled_time_longest"), "what a ruling may give"),
    "lift_alone": "who has no colleague sleeps on it, whoever is heard",
    "desk_alarm": "between two alarms about what is overdue already",
    "least_after_material": "the least that is left of a window, which is given back itself",
    "outage": "what is measured here",
    "outage_grace": "given beside what was lost",
    "quiet_at_most": "how far quiet hours may move an end",
    "quiet_from": "which windows they move",
    "conflict_lookback": "who knows whom does not change while nobody is heard",
}


def test_every_length_of_time_in_the_rules_says_whether_it_is_given_back() -> None:
    lengths = {
        field.name
        for made in (Policy, Rules)
        for field in fields(made)
        if field.type == "timedelta"
    }
    assert lengths == GIVEN_BACK.keys() | NOBODYS_CHANCE.keys()
    kinds = {kind for kind in GIVEN_BACK.values() if isinstance(kind, Kind)}
    assert kinds <= SITUATIONS.keys()
