"""A dispute that the two sides end: taken back with the clocks as they were, or given in to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core.amending import ProposeEnd
from core.deadlines import deadlines_of
from core.deal.dispute import Cause
from core.deal.events import Ground, MoneySettled
from core.deal.milestone import State
from core.deal.proposal import ProposalState
from core.deal.ruling import Exhibit, ExhibitKind, Outcome
from core.deal.stage import Stage
from core.deal.terms import Role
from core.disputing import AskParty, Concede, FileEvidence, Recuse, Rule, TakeBackDispute
from core.disputing.events import DisputeConceded, DisputeTakenBack
from core.drafting import SetRules
from core.talking import WriteDiary
from core.values.errors import NotNow, NotYours, Stale
from core.values.ids import DESK, PersonId
from core.values.policy import OnSilence
from core.values.window import DeadlineKind
from core.working import ObjectToCancel
from tests.core.test_table import PLACES
from tests.kit.scene import (
    ARAM,
    BINA,
    CARLOS,
    DAY,
    FILE,
    HOUR,
    REASONS,
    SAM,
    Scene,
    amount,
    with_policy,
    words,
    zero,
)

RELEASES = SetRules(on_silence=OnSilence.RELEASE)


def take_back(scene: Scene, by: PersonId = CARLOS) -> None:
    scene.on_milestone(TakeBackDispute, by)


def kinds(scene: Scene) -> set[DeadlineKind]:
    return {d.kind for d in deadlines_of(scene.deal, scene.policy)} - {DeadlineKind.REMIND}


def test_work_goes_on_with_what_was_left_of_its_time() -> None:
    scene = Scene()
    scene.funded("100.00 EUR")
    due = scene.m.due_at
    assert due is not None
    scene.clock.forward(DAY)
    scene.dispute(CARLOS)
    scene.pass_time(10 * DAY)
    take_back(scene)
    assert scene.state() is State.IN_PROGRESS
    assert scene.m.due_at == due + 10 * DAY
    assert (scene.m.held, scene.m.halt) == (amount("100.00 EUR"), None)
    assert scene.case.stage is Stage.WITHDRAWN
    assert kinds(scene) == {
        DeadlineKind.WORK_DUE,
        DeadlineKind.MAY_CANCEL_LATE,
        DeadlineKind.DORMANCY_NOTICE,
    }


@pytest.mark.parametrize("left", [timedelta(seconds=1), HOUR, 2 * DAY - timedelta(seconds=1)])
def test_whoever_had_little_time_left_gets_enough_to_act(left: timedelta) -> None:
    scene = Scene()
    scene.funded("100.00 EUR")
    scene.clock.forward(5 * DAY - left)
    scene.dispute(CARLOS)
    scene.clock.forward(HOUR)
    take_back(scene)
    assert scene.m.due_at == scene.clock.now() + scene.policy.dispute_least_left


def test_the_least_that_is_left_is_the_operators() -> None:
    scene = with_policy(dispute_least_left=7 * HOUR)
    scene.funded("100.00 EUR")
    scene.clock.forward(5 * DAY - HOUR)
    scene.dispute(CARLOS)
    take_back(scene)
    assert scene.m.due_at == scene.clock.now() + 7 * HOUR


def test_what_was_late_is_late_still() -> None:
    scene = Scene()
    scene.funded("100.00 EUR")
    scene.pass_time(8 * DAY)
    scene.dispute(BINA)
    scene.clock.forward(DAY)
    take_back(scene, BINA)
    assert scene.m.due_at is not None
    assert scene.m.due_at < scene.clock.now()


def test_a_round_of_changes_goes_on_and_its_date_moves_with_its_clock() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    scene.request_changes()
    due = scene.m.rounds[-1].due_at
    scene.clock.forward(DAY)
    scene.contest_unanswered()
    assert scene.case.cause is Cause.CONTESTED
    scene.clock.forward(4 * DAY)
    take_back(scene, BINA)
    assert scene.state() is State.REVISING
    assert scene.m.rounds[-1].due_at == scene.m.due == due + 3 * DAY + 4 * DAY
    scene.submit()
    assert scene.state() is State.SUBMITTED


def test_a_review_that_may_release_begins_anew_and_only_once_its_new_end_is_known() -> None:
    """The freelancer takes it back: the client's first notice named another day."""
    scene = Scene()
    scene.submitted("100.00 EUR", rules=RELEASES)
    scene.serve()
    scene.clock.forward(6 * DAY)
    scene.dispute(BINA)
    scene.clock.forward(DAY)
    take_back(scene, BINA)
    window = scene.m.window
    assert window is not None
    assert (window.opened_at, window.served_at) == (scene.clock.now(), None)
    notice = scene.notice(CARLOS, "dispute-taken-back")
    assert notice.serves == window.opened_at
    scene.clock.to(window.ends_at)
    scene.pass_time(timedelta(0))
    assert scene.state() is State.SUBMITTED, "nobody knows that the client read it"
    scene.serve()
    scene.pass_time(30 * DAY)
    assert scene.state() is State.RELEASED


def test_a_client_who_takes_it_back_has_seen_the_new_end() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR", rules=RELEASES)
    scene.serve()
    scene.clock.forward(6 * DAY)
    scene.dispute(CARLOS)
    take_back(scene)
    window = scene.m.window
    assert window is not None
    assert window.served_at == scene.clock.now()
    assert window.ends_at == scene.clock.now() + 2 * DAY
    assert scene.notice(BINA, "dispute-taken-back").serves is None
    scene.pass_time(2 * DAY)
    assert scene.state() is State.RELEASED


def test_a_client_out_of_reach_meets_the_arbiter_and_loses_nothing() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR", rules=RELEASES)
    scene.serve()
    scene.dispute(BINA)
    take_back(scene, BINA)
    for _ in range(2):
        for _ in range(3):
            scene.fail_to_serve()
            scene.pass_time(DAY)
        scene.pass_time(7 * DAY)
        if scene.state() is State.DISPUTED:
            break
    assert scene.case.cause is Cause.UNSERVED
    assert scene.m.held == amount("100.00 EUR")


def test_the_other_side_and_the_desk_are_told() -> None:
    scene = Scene()
    scene.disputed("100.00 EUR")
    scene.take()
    take_back(scene)
    assert scene.happened(DisputeTakenBack) == [DisputeTakenBack(1, CARLOS)]
    assert scene.told(BINA)[-1] == "dispute-taken-back"
    assert scene.told(DESK)[-1] == "dispute-taken-back"
    assert "dispute-taken-back" not in scene.told(CARLOS), "their own press shows it"


def test_only_who_opened_it_takes_it_back() -> None:
    scene = Scene()
    scene.disputed("100.00 EUR")
    with pytest.raises(NotYours, match="opener-only"):
        take_back(scene, BINA)
    with pytest.raises(NotYours, match="stranger"):
        scene.on_milestone(TakeBackDispute, SAM)
    with pytest.raises(NotYours, match="stranger"):
        scene.on_milestone(TakeBackDispute, ARAM)
    take_back(scene)
    with pytest.raises(NotNow, match="dispute-wrong-stage"):
        take_back(scene)


def test_an_old_tap_does_nothing_in_the_dispute_after_it() -> None:
    scene = Scene()
    scene.disputed("100.00 EUR")
    old = TakeBackDispute(actor=CARLOS, deal=scene.deal_id, milestone=1, seen=scene.m.seen)
    scene.do(old)
    scene.dispute(CARLOS)
    with pytest.raises(Stale):
        scene.do(old)
    assert scene.state() is State.DISPUTED


def test_what_no_side_opened_stays() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    scene.pass_time(8 * DAY)
    assert scene.case.cause is Cause.SILENCE
    for by in (BINA, CARLOS):
        with pytest.raises(NotNow, match="dispute-stays"):
            take_back(scene, by)
    late = Scene()
    PLACES["cancelling"](late)
    late.on_milestone(ObjectToCancel, BINA, words=words("it is almost done"))
    with pytest.raises(NotNow, match="dispute-stays"):
        take_back(late, BINA)


def test_a_dispute_of_an_earlier_version_has_no_way_back() -> None:
    scene = Scene()
    scene.disputed("100.00 EUR")
    old = replace(scene.deal.milestones[0], halt=None)
    scene.store.rows.deals[scene.deal_id] = scene.deal.with_milestone(old)
    with pytest.raises(NotNow, match="dispute-no-way-back"):
        take_back(scene)


def test_what_was_ruled_is_not_taken_back_nor_given_in_to() -> None:
    scene = Scene()
    PLACES["split"](scene)
    for kind, rest in ((TakeBackDispute, {}), (Concede, {"sought": zero(), "held": zero()})):
        with pytest.raises(NotNow, match="dispute-wrong-stage"):
            scene.do(kind(actor=CARLOS, deal=scene.deal_id, milestone=1, seen=9, **rest))


def again(scene: Scene) -> None:
    """Disputed, argued about, taken back, and disputed once more by the other side."""
    scene.disputed("100.00 EUR")
    scene.do(FileEvidence(actor=CARLOS, deal=scene.deal_id, milestone=1, files=(FILE,)))
    scene.heard()
    scene.do(
        AskParty(actor=ARAM, deal=scene.deal_id, milestone=1, to=Role.FREELANCER, words=words("?"))
    )
    take_back(scene)
    scene.clock.forward(HOUR)
    scene.dispute(BINA, sought=amount("70.00 EUR"))


def test_disputed_again_it_is_one_case_with_all_that_was_said_before() -> None:
    scene = Scene()
    again(scene)
    [case] = scene.deal.disputes
    assert (case.stage, case.opened_by, case.arbiter) == (Stage.ANSWERING, BINA, None)
    assert [said.by for said in case.statements] == [CARLOS, BINA, BINA]
    assert [filed.number for filed in case.evidence] == [1]
    assert [(e.cause, e.opened_by) for e in case.earlier] == [(Cause.OPENED, CARLOS)]
    assert case.first_opened_at < case.opened_at
    scene.heard()
    for exhibit in (Exhibit(ExhibitKind.EVIDENCE, 1), Exhibit(ExhibitKind.STATEMENT, 1)):
        assert exhibit in _relied(scene, exhibit)


def _relied(scene: Scene, exhibit: Exhibit) -> tuple[Exhibit, ...]:
    """A ruling may rely on what was filed in the dispute before."""
    rows = scene.store.rows.copy()
    scene.do(
        Rule(
            actor=ARAM,
            deal=scene.deal_id,
            milestone=1,
            outcome=Outcome.REFUND,
            held=scene.m.held,
            reasons=words(REASONS),
            relied_on=(exhibit,),
        )
    )
    ruling = scene.deal.disputes[0].ruling
    scene.store.rows = rows
    assert ruling is not None
    return ruling.relied_on


def test_what_a_side_said_in_the_dispute_before_is_no_answer_to_this_one() -> None:
    scene = Scene()
    again(scene)
    assert scene.case.statement_of(CARLOS) is None
    waits = scene.deal.unheard(scene.case)
    assert waits is not None
    assert waits.roles == (Role.CLIENT,), "nor is the freelancer waited for by an old question"
    assert waits.until == scene.clock.now() + scene.policy.dispute_answer
    with pytest.raises(NotNow, match="nothing-asked"):
        scene.on_milestone(Concede, BINA, sought=amount("100.00 EUR"), held=scene.m.held)


def test_a_contest_after_a_dispute_names_no_amount_and_the_statements_around_it_do() -> None:
    scene = Scene()
    scene.disputed("100.00 EUR")
    take_back(scene)
    scene.request_changes()
    scene.contest_unanswered()
    scene.state_side(BINA, amount("60.00 EUR"))
    case = scene.case
    assert [case.sought(said) for said in case.statements] == [
        amount("100.00 EUR"),
        None,
        amount("60.00 EUR"),
    ]
    take_back(scene, BINA)
    scene.dispute(CARLOS)
    assert scene.case.sought(scene.case.statements[1]) is None, "whatever comes after it"


def test_an_objection_that_named_no_words_takes_no_amount_from_who_speaks_first() -> None:
    scene = Scene()
    PLACES["cancelling"](scene)
    scene.submit()
    assert scene.case.cause is Cause.OBJECTED
    scene.state_side(BINA, amount("100.00 EUR"))
    assert scene.case.sought(scene.case.statements[0]) == amount("100.00 EUR")


def test_who_recused_themselves_stay_out_of_it() -> None:
    scene = Scene()
    scene.disputed("100.00 EUR")
    scene.to_arbiter()
    scene.do(Recuse(actor=ARAM, deal=scene.deal_id, milestone=1))
    take_back(scene)
    scene.dispute(CARLOS)
    with pytest.raises(NotYours, match="conflict-recused"):
        scene.take()


def test_the_desk_hears_of_the_diary_only_while_somebody_decides() -> None:
    scene = Scene()
    scene.disputed("100.00 EUR")
    take_back(scene)
    scene.do(WriteDiary(actor=BINA, deal=scene.deal_id, words=words("at it again")))
    assert "diary-written" not in scene.told(DESK)


def test_an_end_proposed_before_lapsed_with_the_dispute() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    scene.on_milestone(ProposeEnd, BINA, to_freelancer=amount("50.00 EUR"), held=scene.m.held)
    scene.dispute(CARLOS)
    take_back(scene)
    assert scene.deal.proposals[0].state is ProposalState.SUPERSEDED


# giving what is asked


def test_a_side_gives_what_the_other_asks_for() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    scene.dispute(CARLOS, sought=amount("30.00 EUR"))
    scene.on_milestone(Concede, BINA, sought=amount("30.00 EUR"), held=scene.m.held)
    m = scene.deal.milestones[0]
    assert (m.state, m.released, m.refunded) == (
        State.SPLIT,
        amount("70.00 EUR"),
        amount("30.00 EUR"),
    )
    [settled] = scene.happened(MoneySettled)
    assert isinstance(settled, MoneySettled)
    assert settled.ground is Ground.AGREEMENT
    assert scene.happened(DisputeConceded) == [DisputeConceded(1, BINA)]
    case = scene.deal.disputes[0]
    assert (case.stage, case.ended_at, case.desk_clock) == (
        Stage.SETTLED,
        scene.clock.now(),
        None,
    )
    assert [kind for kind in scene.told(CARLOS) if kind.startswith(("dispute", "money"))] == [
        "dispute-conceded",
        "money-settled",
    ]
    assert "dispute-conceded" in scene.told(DESK)
    scene.assert_books_balance()


@pytest.mark.parametrize(
    ("opener", "sought", "state"),
    [
        (CARLOS, "100.00 EUR", State.REFUNDED),
        (CARLOS, "0.00 EUR", State.RELEASED),
        (BINA, "100.00 EUR", State.RELEASED),
        (BINA, "0.00 EUR", State.REFUNDED),
        (BINA, "99.99 EUR", State.SPLIT),
    ],
)
def test_all_or_nothing_ends_as_what_it_is(opener: PersonId, sought: str, state: State) -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    other, asked = scene.deal.other(opener), zero() if sought == "0.00 EUR" else amount(sought)
    assert other is not None
    scene.dispute(opener, sought=asked)
    scene.on_milestone(Concede, other, sought=asked, held=scene.m.held)
    assert scene.state(1) is state
    scene.assert_books_balance()


def test_our_fee_comes_out_of_what_is_released_alone() -> None:
    scene = with_policy(fee_bps=1000)
    scene.submitted("100.00 EUR")
    scene.dispute(BINA, sought=amount("50.00 EUR"))
    scene.on_milestone(Concede, CARLOS, sought=amount("50.00 EUR"), held=scene.m.held)
    m = scene.deal.milestones[0]
    assert (m.released, m.fee, m.refunded) == (
        amount("45.00 EUR"),
        amount("5.00 EUR"),
        amount("50.00 EUR"),
    )


def test_who_asked_cannot_give_it_to_themselves() -> None:
    scene = Scene()
    scene.disputed("100.00 EUR")
    with pytest.raises(NotNow, match="nothing-asked"):
        scene.on_milestone(Concede, CARLOS, sought=scene.m.held, held=scene.m.held)
    with pytest.raises(NotYours, match="stranger"):
        scene.on_milestone(Concede, SAM, sought=scene.m.held, held=scene.m.held)


def test_a_contest_asks_for_no_amount_to_give() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    scene.request_changes()
    scene.contest_unanswered()
    with pytest.raises(NotNow, match="nothing-asked"):
        scene.on_milestone(Concede, CARLOS, sought=scene.m.held, held=scene.m.held)


def test_the_second_tap_gives_what_its_screen_showed_or_nothing() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    scene.dispute(CARLOS, sought=amount("30.00 EUR"))
    shown = Concede(
        actor=BINA,
        deal=scene.deal_id,
        milestone=1,
        seen=scene.m.seen,
        sought=amount("30.00 EUR"),
        held=scene.m.held,
    )
    scene.state_side(CARLOS, amount("90.00 EUR"))
    for other in (shown, replace(shown, sought=amount("90.00 EUR"), held=amount("99.00 EUR"))):
        with pytest.raises(Stale):
            scene.do(other)
    scene.do(replace(shown, sought=amount("90.00 EUR")))
    assert scene.deal.milestones[0].refunded == amount("90.00 EUR")
