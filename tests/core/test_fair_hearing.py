"""Nothing is ruled before both sides had their say, and no case waits for one arbiter for ever."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from core.available import available
from core.deal.context import Context, Staff
from core.deal.dispute import Cause
from core.deal.milestone import State
from core.deal.points import Item, ItemKind
from core.deal.ruling import Outcome
from core.deal.stage import Stage
from core.deal.step import Act
from core.deal.terms import Role
from core.disputing import (
    AnswerQuestion,
    AskParty,
    FileEvidence,
    HandOver,
    Recuse,
    Rule,
    TakeDispute,
)
from core.disputing.events import DisputeAssigned
from core.drafting import SetRules
from core.inviting import ConfirmClaimant
from core.timing import ExtendClocks
from core.values.errors import NotNow
from core.values.ids import DESK, SYSTEM, PersonId
from core.values.money import Money
from core.values.policy import OnSilence
from core.working import CancelLate, ObjectToCancel
from tests.kit.scene import (
    ARAM,
    BINA,
    BOTH,
    CARLOS,
    DAY,
    HOUR,
    NOOR,
    REASONS,
    SAM,
    TESS,
    Scene,
    amount,
    with_policy,
    words,
)

MINUTE = timedelta(minutes=1)
DESK_OF_FOUR = Staff(frozenset({ARAM, SAM, TESS}), frozenset({NOOR}), frozenset({TESS}))


def rule(scene: Scene, outcome: Outcome = Outcome.REFUND, **changes: Any) -> None:
    given: dict[str, Any] = {
        "actor": scene.case.arbiter,
        "deal": scene.deal_id,
        "milestone": scene.m.number,
        "outcome": outcome,
        "held": scene.m.held,
        "reasons": words(REASONS),
    }
    scene.do(Rule(**{**given, **changes}))


def offered(scene: Scene, act: Act, person: PersonId = ARAM) -> bool:
    ctx = Context(scene.clock.now(), scene.policy, scene.escrow.staff)
    return any(found.act is act for found in available(scene.deal, person, ctx))


def ask(scene: Scene, to: Role, by: PersonId = ARAM) -> None:
    question = words("Which file is the final one?")
    scene.do(AskParty(actor=by, deal=scene.deal_id, milestone=1, to=to, words=question))


def opened(scene: Scene) -> None:
    scene.disputed()


def contested(scene: Scene) -> None:
    scene.submitted()
    scene.request_changes(Item(ItemKind.DEFECT, words("only two"), 0))
    scene.contest_unanswered()


def objected(scene: Scene) -> None:
    scene.funded()
    scene.pass_time(7 * DAY)
    scene.on_milestone(CancelLate, CARLOS)
    scene.on_milestone(ObjectToCancel, BINA, words=words("I sent it"))


def abandoned(scene: Scene) -> None:
    scene.submitted()
    scene.request_changes(Item(ItemKind.DEFECT, words("only two"), 0))
    scene.pass_time(17 * DAY)


def unserved(scene: Scene) -> None:
    scene.submitted(rules=SetRules(on_silence=OnSilence.RELEASE))
    scene.fail_to_serve()
    scene.pass_time(14 * DAY)


WAYS: dict[Cause, Callable[[Scene], None]] = {
    Cause.OPENED: opened,
    Cause.CONTESTED: contested,
    Cause.OBJECTED: objected,
    Cause.ABANDONED: abandoned,
    Cause.UNSERVED: unserved,
}


def test_every_way_into_a_dispute_is_tried() -> None:
    assert {*WAYS, Cause.SILENCE} == {*Cause}


def disputed(cause: Cause) -> Scene:
    """At a desk of one."""
    scene = Scene(staff=Staff(frozenset({ARAM}), frozenset(), frozenset({TESS})))
    WAYS[cause](scene)
    assert (scene.state(), scene.case.cause) == (State.DISPUTED, cause)
    scene.clock.forward(MINUTE)
    return scene


def taken(cause: Cause = Cause.OPENED) -> Scene:
    """Both gave their word and called the arbiter, who has it."""
    scene = disputed(cause)
    scene.take()
    return scene


@pytest.mark.parametrize("cause", WAYS)
def test_no_arbiter_is_called_before_the_answer_is_in_or_its_time_is_over(cause: Cause) -> None:
    scene = disputed(cause)
    assert [p for p in (BINA, CARLOS) if scene.case.statement_of(p) is None]
    ends = scene.case.answer_by.ends_at
    for wait in (timedelta(0), 2 * DAY, ends - scene.clock.now() - 2 * DAY - MINUTE):
        scene.pass_time(wait)
        assert scene.case.stage is Stage.ANSWERING
        assert not offered(scene, Act.TAKE)
        with pytest.raises(NotNow, match="dispute-wrong-stage"):
            scene.do(TakeDispute(actor=ARAM, deal=scene.deal_id, milestone=1))
    scene.pass_time(ends - scene.clock.now())
    scene.take()
    assert scene.case.unanswered_at is not None, "that there was no answer stands in the case"
    with pytest.raises(NotNow, match="not-heard") as refused:
        rule(scene)
    assert datetime.fromisoformat(str(refused.value.data["until_at"])) == ends + 3 * DAY
    scene.pass_time(3 * DAY)
    rule(scene)


@pytest.mark.parametrize("cause", WAYS)
def test_it_can_be_ruled_as_soon_as_both_gave_their_word_and_have_nothing_to_add(
    cause: Cause,
) -> None:
    scene = taken(cause)
    for person in (BINA, CARLOS):
        assert not offered(scene, Act.RULE)
        scene.add_nothing(person)
    assert offered(scene, Act.RULE)
    rule(scene)


def test_who_concedes_has_answered() -> None:
    scene = disputed(Cause.OPENED)
    scene.state_side(BINA, Money(0, "EUR"))
    assert scene.case.stage is Stage.NEGOTIATION


def test_the_one_who_opened_can_not_answer_for_the_other_side() -> None:
    scene = disputed(Cause.OPENED)
    scene.state_side(CARLOS, amount("200.00 EUR"))
    scene.do(FileEvidence(actor=BINA, deal=scene.deal_id, milestone=1, words=words("look")))
    assert scene.case.stage is Stage.ANSWERING


def test_a_client_whose_silence_brought_it_here_is_not_waited_for() -> None:
    scene = Scene()
    scene.submitted()
    scene.pass_time(7 * DAY)
    assert scene.case.cause is Cause.SILENCE
    scene.take()
    scene.pass_time(3 * DAY)
    rule(scene)


def test_the_clock_that_ends_the_answer_is_met_before_the_arbiter_not_read_off_the_wall() -> None:
    """What people did until then is heard first: only the met deadline calls the arbiter."""
    scene = disputed(Cause.OPENED)
    scene.clock.to(scene.case.answer_by.ends_at)
    assert not offered(scene, Act.TAKE), "the deadline has not been met yet"
    scene.pass_time(timedelta(0))
    assert offered(scene, Act.TAKE)
    assert "answer-overdue" in scene.told(BINA)
    assert "answer-overdue" in scene.told(DESK)


def test_the_desks_time_to_rule_counts_from_when_it_can_rule() -> None:
    scene = taken()
    clock, filing = scene.case.desk_clock, scene.case.filing
    assert clock is not None
    assert filing is not None
    assert clock.ends_at == filing.window.ends_at + 5 * DAY
    scene.pass_time(DAY)
    scene.add_nothing()
    clock = scene.case.desk_clock
    assert clock is not None
    assert clock.ends_at == scene.clock.now() + 5 * DAY
    scene.pass_time(DAY)
    scene.state_side(BINA)
    assert scene.case.desk_clock == clock, "who speaks again gives the desk no more time"


def test_a_question_has_a_date_and_nothing_is_ruled_before_it_is_answered_or_over() -> None:
    scene = taken()
    scene.add_nothing()
    ask(scene, Role.CLIENT)
    until = scene.case.questions[0].answer_by
    assert until is not None
    assert until.ends_at == scene.clock.now() + 2 * DAY
    with pytest.raises(NotNow, match="not-heard"):
        rule(scene)
    scene.do(
        AnswerQuestion(
            actor=CARLOS, deal=scene.deal_id, milestone=1, number=1, words=words("the second")
        )
    )
    ask(scene, Role.FREELANCER)
    before = scene.told(BINA).count("reminded")
    scene.pass_time(2 * DAY - MINUTE)
    assert scene.told(BINA).count("reminded") > before
    assert not offered(scene, Act.RULE)
    scene.pass_time(MINUTE)
    assert offered(scene, Act.RULE)
    assert offered(scene, Act.ANSWER, BINA), "it can still be answered until the ruling"
    rule(scene)


def test_an_outage_gives_back_the_time_of_a_question_and_of_the_desk_that_waits_for_it() -> None:
    scene = taken()
    ask(scene, Role.FREELANCER)
    until, desk = scene.case.questions[0].answer_by, scene.case.desk_clock
    assert until is not None
    assert desk is not None
    scene.clock.forward(DAY)
    since = scene.clock.now() - 5 * HOUR
    scene.do(ExtendClocks(actor=SYSTEM, deal=scene.deal_id, since=since, until=scene.clock.now()))
    after, later = scene.case.questions[0].answer_by, scene.case.desk_clock
    assert after is not None
    assert later is not None
    assert after.ends_at == until.ends_at + 5 * HOUR
    assert later.ends_at == desk.ends_at + 5 * HOUR


# Who has it


@pytest.mark.parametrize("seed", range(6))
def test_what_nobody_takes_is_given_by_lot_to_one_who_could_rule(seed: int) -> None:
    scene = Scene(staff=DESK_OF_FOUR, seed=seed)
    scene.disputed()
    scene.to_arbiter()
    scene.do(Recuse(actor=SAM, deal=scene.deal_id, milestone=1))
    scene.pass_time(12 * HOUR)
    assert scene.case.stage is Stage.TAKEN
    assert scene.case.arbiter in {ARAM, NOOR, TESS}
    for told in (BINA, CARLOS, DESK):
        assert "dispute-assigned" in scene.told(told)
    assert scene.notice(DESK, "dispute-assigned").data["arbiter"] == scene.case.arbiter
    assert "arbiter" not in scene.notice(BINA, "dispute-assigned").data, "by role, never by name"


def test_the_lot_falls_on_each_of_them() -> None:
    drawn = set()
    for seed in range(30):
        scene = Scene(staff=DESK_OF_FOUR, seed=seed)
        scene.disputed()
        scene.to_arbiter()
        scene.pass_time(12 * HOUR)
        drawn.add(scene.case.arbiter)
    assert drawn == {ARAM, SAM, TESS, NOOR}


def test_who_has_fewer_cases_is_drawn_first() -> None:
    scene = Scene(staff=DESK_OF_FOUR)
    for taker in (ARAM, SAM, TESS):
        scene.disputed()
        scene.take(taker)
    scene.disputed()
    scene.to_arbiter()
    scene.pass_time(12 * HOUR)
    assert scene.case.arbiter == NOOR


def test_who_could_not_rule_is_never_assigned() -> None:
    """A party, who had a deal with either, and who confirmed the deposit by hand."""
    staff = Staff(frozenset({ARAM, CARLOS, SAM, TESS}), frozenset({NOOR}), frozenset({TESS}))
    policy = with_policy(rails=BOTH, four_eyes_threshold={"EUR": 90000}).policy
    scene = Scene(policy, staff)
    scene.invited()
    scene.claimed(SAM)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=SAM))
    scene.agreed()
    scene.pay(actor=TESS, rail="manual")
    scene.submit()
    scene.dispute()
    scene.to_arbiter()
    drawn = set()
    for _ in range(12):
        scene.pass_time(12 * HOUR)
        arbiter = scene.case.arbiter
        drawn.add(arbiter)
        assert arbiter is not None
        scene.do(HandOver(actor=arbiter, deal=scene.deal_id, milestone=1))
    assert drawn == {ARAM, NOOR}


def test_where_nobody_could_rule_the_desk_is_alarmed() -> None:
    scene = Scene(staff=Staff(frozenset({ARAM}), frozenset(), frozenset({TESS})))
    scene.disputed()
    scene.to_arbiter()
    scene.do(Recuse(actor=ARAM, deal=scene.deal_id, milestone=1))
    scene.pass_time(3 * DAY)
    assert scene.case.stage is Stage.OPEN
    assert scene.told(DESK).count("desk-alarmed") == 3


def test_an_overdue_ruling_goes_to_another_and_everybody_is_told() -> None:
    scene = Scene(staff=DESK_OF_FOUR)
    scene.disputed()
    scene.heard(ARAM)
    had = [ARAM]
    for _ in range(3):
        scene.pass_time(5 * DAY)
        assert scene.case.arbiter not in had, "who has not had it comes first"
        had.append(scene.case.arbiter or ARAM)
    changed = scene.happened(DisputeAssigned)
    assert [e.over_from for e in changed if isinstance(e, DisputeAssigned)] == had[:-1]
    for told in (BINA, CARLOS, DESK):
        assert scene.told(told).count("dispute-assigned") == 3
    rule(scene)


def test_a_case_is_never_given_back_to_the_one_who_lets_it_pass() -> None:
    scene = Scene()
    scene.disputed()
    scene.heard(ARAM)
    for arbiter in (NOOR, ARAM, NOOR):
        scene.pass_time(5 * DAY)
        assert scene.case.arbiter == arbiter
    alone = disputed(Cause.OPENED)
    alone.heard()
    alone.pass_time(7 * DAY)
    assert alone.case.arbiter == ARAM
    assert alone.told(DESK).count("desk-alarmed") == 3


# What comes of a split


@pytest.mark.parametrize(
    ("held", "bps", "gross", "state"),
    [
        ("0.01 EUR", 5000, 0, State.REFUNDED),
        ("0.01 EUR", 10_000, 1, State.RELEASED),
        ("0.02 EUR", 5000, 1, State.SPLIT),
        ("1001 JPY", 3333, 333, State.SPLIT),
        ("300.00 EUR", 0, 0, State.REFUNDED),
        ("300.00 EUR", 10_000, 30_000, State.RELEASED),
    ],
)
def test_a_split_is_floor_and_rest_and_one_that_leaves_nothing_is_all_to_the_other(
    held: str, bps: int, gross: int, state: State
) -> None:
    scene = with_policy(currencies=("EUR", "JPY"), fee_bps=0)
    scene.disputed(held)
    scene.heard()
    share, rest = scene.m.held.share(bps)
    rule(scene, Outcome.SPLIT, to_freelancer=share)
    scene.ruling_stands()
    m = scene.deal.milestones[0]
    assert (m.state, m.released.minor, m.refunded) == (state, gross, rest)
    ruling = scene.deal.disputes[0].ruling
    assert ruling is not None
    assert ruling.outcome.value == {"refunded": "refund", "released": "release"}.get(
        state.value, "split"
    )
    scene.assert_books_balance()
