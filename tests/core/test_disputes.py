"""A dispute: frozen money, both sides heard, an arbiter without a conflict, a reasoned ruling."""

from typing import Any

import pytest

from core.deal.context import Staff
from core.deal.milestone import State
from core.deal.model import DealState
from core.deal.ruling import Exhibit, ExhibitKind, Outcome
from core.deal.stage import Stage
from core.deal.terms import Role
from core.disputing import (
    AnswerQuestion,
    AskParty,
    FileEvidence,
    HandOver,
    MakeStatement,
    Recuse,
    Rule,
    TakeOver,
)
from core.disputing.events import RulingMade
from core.inviting import ConfirmClaimant
from core.paying import GoOn
from core.timing import ExtendClocks
from core.values.errors import BadInput, NotNow, NotYours, Stale
from core.values.ids import DESK, SYSTEM, PersonId
from core.values.money import Money
from core.working import ContestPoint, ReleasePart
from tests.kit.scene import (
    ARAM,
    BINA,
    BOTH,
    CARLOS,
    DAY,
    FILE,
    HOUR,
    NOOR,
    REASONS,
    SAM,
    TESS,
    Scene,
    amount,
    with_policy,
    words,
    zero,
)


def rule(scene: Scene, outcome: Outcome, share: Money | None = None, **changes: Any) -> None:
    given: dict[str, Any] = {
        "actor": ARAM,
        "deal": scene.deal_id,
        "milestone": scene.m.number,
        "outcome": outcome,
        "held": scene.m.held,
        "reasons": words(REASONS),
        "to_freelancer": share,
        "criterion": 0,
    }
    scene.do(Rule(**{**given, **changes}))


def test_a_dispute_freezes_the_hold_and_calls_the_desk() -> None:
    scene = Scene()
    scene.disputed("300.00 EUR")
    assert scene.state() is State.DISPUTED
    assert "dispute-opened" in scene.told(BINA)
    assert "dispute-opened" in scene.told(DESK)
    with pytest.raises(NotNow):
        scene.approve()
    scene.pass_time(60 * DAY)
    assert scene.m.held == amount("300.00 EUR"), "no timer moves a disputed milestone"


def test_a_contested_point_meets_the_arbiter() -> None:
    scene = Scene()
    scene.submitted("300.00 EUR")
    scene.request_changes()
    for point in (-1, 1):
        with pytest.raises(BadInput, match="no-such-point"):
            scene.on_milestone(ContestPoint, BINA, item=point, words=words("it has three"))
    scene.contest_unanswered()
    assert (scene.state(), scene.case.cause.value) == (State.DISPUTED, "contested")
    [said] = scene.case.statements
    assert scene.case.sought(said) is None, "nobody asked for an amount"
    scene.state_side(BINA, amount("300.00 EUR"))
    assert scene.case.sought(scene.case.statements[-1]) == amount("300.00 EUR")


def test_nobody_seeks_more_than_is_held() -> None:
    scene = Scene()
    scene.submitted("300.00 EUR")
    for sought in (amount("300.01 EUR"), Money(-1, "EUR"), zero("USD")):
        with pytest.raises(BadInput, match="sought-out-of-range"):
            scene.dispute(sought=sought)
    scene.dispute(sought=zero())
    assert scene.case.statements[0].sought == zero()


def test_a_split_is_exact_and_is_carried_out_once_it_can_not_be_reviewed() -> None:
    scene = with_policy(currencies=("JPY",))
    scene.disputed("1001 JPY")
    scene.heard()
    share, rest = scene.m.held.share(3333)
    rule(scene, Outcome.SPLIT, share)
    scene.ruling_stands()
    m = scene.deal.milestones[0]
    assert (m.state, m.released, m.refunded) == (State.SPLIT, Money(333, "JPY"), rest)
    assert scene.deal.state is DealState.COMPLETED
    for person in (BINA, CARLOS, DESK):
        assert "ruling-made" in scene.told(person)
    scene.assert_books_balance()


@pytest.mark.parametrize(
    ("outcome", "state"), [(Outcome.RELEASE, State.RELEASED), (Outcome.REFUND, State.REFUNDED)]
)
def test_a_ruling_may_give_all_to_one_side(outcome: Outcome, state: State) -> None:
    scene = Scene()
    scene.disputed("300.00 EUR")
    scene.heard()
    rule(scene, outcome)
    scene.ruling_stands()
    assert scene.state(1) is state
    scene.assert_books_balance()


def test_a_ruling_needs_reasons_and_the_amounts_that_its_preview_showed() -> None:
    scene = with_policy(small_claim={"EUR": 5000})
    scene.disputed("300.00 EUR")
    scene.heard()
    with pytest.raises(BadInput, match="reasons-too-short"):
        rule(scene, Outcome.REFUND, reasons=words("no" * 40))
    with pytest.raises(Stale):
        rule(scene, Outcome.REFUND, held=amount("299.00 EUR"))
    for share in (Money(-1, "EUR"), amount("300.01 EUR"), None, Money(1, "USD")):
        with pytest.raises(BadInput, match="split-out-of-range"):
            rule(scene, Outcome.SPLIT, share)
    with pytest.raises(BadInput, match="no-such-criterion"):
        rule(scene, Outcome.REFUND, criterion=7)
    with pytest.raises(BadInput, match="no-such-evidence"):
        rule(scene, Outcome.REFUND, relied_on=(Exhibit(ExhibitKind.EVIDENCE, 1),))
    assert not scene.happened(RulingMade)


def test_a_small_claim_needs_fewer_words() -> None:
    scene = with_policy(small_claim={"EUR": 5000})
    scene.disputed("10.00 EUR")
    scene.heard()
    rule(scene, Outcome.REFUND, reasons=words("Nothing of it was delivered."))
    scene.ruling_stands()
    assert scene.state(1) is State.REFUNDED


def test_taking_is_exclusive_and_the_head_may_take_over() -> None:
    scene = Scene()
    scene.disputed()
    scene.take(ARAM)
    with pytest.raises(NotNow, match="dispute-taken"):
        scene.take(ARAM)
    with pytest.raises(NotNow, match="dispute-taken"):
        scene.take(NOOR)
    scene.do(TakeOver(actor=NOOR, deal=scene.deal_id, milestone=1))
    assert scene.case.arbiter == NOOR
    with pytest.raises(NotNow, match="dispute-taken"):
        scene.take(ARAM)
    with pytest.raises(NotYours, match="not-your-case"):
        rule(scene, Outcome.REFUND)
    scene.do(HandOver(actor=NOOR, deal=scene.deal_id, milestone=1))
    assert [scene.case.stage, scene.case.arbiter] == [Stage.OPEN, None]


@pytest.mark.parametrize("actor", [BINA, CARLOS, SAM, TESS])
def test_only_arbiters_on_nobodys_side_take_a_dispute(actor: PersonId) -> None:
    scene = Scene()
    scene.disputed()
    with pytest.raises(NotYours):
        scene.take(actor)


def test_an_arbiter_never_acts_on_a_deal_of_their_own() -> None:
    scene = Scene(staff=Staff(frozenset({ARAM, CARLOS}), frozenset(), frozenset({CARLOS})))
    scene.disputed()
    with pytest.raises(NotYours, match="own-deal"):
        scene.take(CARLOS)
    with pytest.raises(NotYours, match="own-deal"):
        scene.pay(actor=CARLOS)


def test_who_knows_one_of_them_never_rules() -> None:
    scene = Scene()
    scene.disputed()
    scene.take(ARAM)
    scene.do(Recuse(actor=ARAM, deal=scene.deal_id, milestone=1))
    assert scene.case.arbiter is None
    with pytest.raises(NotYours, match="conflict-recused"):
        scene.take(ARAM)
    with pytest.raises(NotNow, match="already-recused"):
        scene.do(Recuse(actor=ARAM, deal=scene.deal_id, milestone=1))
    scene.take(NOOR)
    with pytest.raises(NotYours, match="not-your-case"):
        scene.do(Recuse(actor=ARAM, deal=scene.deal_id, milestone=1))


def test_who_had_a_deal_with_either_in_two_years_does_not_rule() -> None:
    staff = Staff(frozenset({ARAM, SAM}), frozenset({NOOR}), frozenset({TESS}))
    scene = Scene(staff=staff)
    scene.invited()
    scene.claimed(SAM)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=SAM))
    scene.disputed()
    with pytest.raises(NotYours, match="conflict-deals"):
        scene.take(SAM)
    scene.take(ARAM)


def test_the_last_who_could_rule_leaves_the_deposit_to_another_treasurer() -> None:
    desk = Staff(frozenset({ARAM, CARLOS}), frozenset(), frozenset({ARAM, TESS}))
    scene = Scene(with_policy(rails=BOTH, four_eyes_threshold={"EUR": 90000}).policy, desk)
    scene.agreed()
    with pytest.raises(NotYours, match="last-arbiter"):
        scene.pay(actor=ARAM, rail="manual")
    scene.pay(actor=TESS, rail="manual")
    scene.submit()
    scene.dispute()
    scene.take(ARAM)


def test_who_makes_a_deal_with_one_of_them_after_taking_the_case_does_not_rule() -> None:
    scene = Scene()
    scene.disputed()
    scene.heard()
    case = scene.deal_id
    scene.invited()
    scene.claimed(ARAM)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=ARAM))
    scene.deal_id = case
    with pytest.raises(NotYours, match="conflict-deals"):
        rule(scene, Outcome.REFUND)


def test_who_confirmed_the_deposit_by_hand_does_not_rule_unless_the_terms_say_so() -> None:
    both = Staff(frozenset({ARAM}), frozenset({NOOR}), frozenset({ARAM, TESS}))
    scene = Scene(with_policy(rails=BOTH, four_eyes_threshold={"EUR": 90000}).policy, both)
    scene.agreed()
    scene.pay(actor=ARAM, rail="manual")
    scene.submit()
    scene.dispute()
    with pytest.raises(NotYours, match="conflict-deposit"):
        scene.take(ARAM)
    alone = Scene(scene.policy, Staff(frozenset({ARAM}), frozenset(), frozenset({ARAM})))
    alone.agreed()
    assert alone.deal.terms.same_hands
    alone.pay(actor=ARAM, rail="manual")
    alone.submit()
    alone.dispute()
    alone.take(ARAM)


def test_both_sides_state_file_and_answer_until_the_ruling_and_not_after() -> None:
    scene = Scene()
    scene.disputed()
    state = MakeStatement(
        actor=BINA, deal=scene.deal_id, milestone=1, words=words("it is done"), sought=scene.m.held
    )
    scene.do(state)
    assert "statement-made" in scene.told(CARLOS)
    file = FileEvidence(actor=CARLOS, deal=scene.deal_id, milestone=1, files=(FILE,))
    scene.do(file)
    scene.take()
    scene.do(
        AskParty(
            actor=ARAM, deal=scene.deal_id, milestone=1, to=Role.CLIENT, words=words("Which file?")
        )
    )
    assert "question-asked" in scene.told(CARLOS)
    answer = AnswerQuestion(
        actor=CARLOS, deal=scene.deal_id, milestone=1, number=1, words=words("the second")
    )
    with pytest.raises(NotNow, match="no-question"):
        scene.do(
            AnswerQuestion(actor=BINA, deal=scene.deal_id, milestone=1, number=1, words=words("me"))
        )
    scene.do(answer)
    assert "question-answered" in scene.told(DESK)
    scene.add_nothing()
    rule(scene, Outcome.REFUND, relied_on=(Exhibit(ExhibitKind.EVIDENCE, 1),))
    for late in (state, file, answer):
        with pytest.raises(NotNow):
            scene.do(late)


def test_each_side_answers_its_own_questions_once_and_files_something() -> None:
    scene = Scene()
    scene.disputed()
    scene.take()
    at: dict[str, Any] = {"deal": scene.deal_id, "milestone": 1, "words": words("well?")}
    for to in (Role.CLIENT, Role.FREELANCER, Role.CLIENT):
        scene.do(AskParty(actor=ARAM, to=to, **at))
    scene.do(AnswerQuestion(actor=CARLOS, number=1, **at))
    for number in (1, 2, 4):  # answered, the other side's, none
        with pytest.raises(NotNow, match="no-question"):
            scene.do(AnswerQuestion(actor=CARLOS, number=number, **at))
    scene.do(AnswerQuestion(actor=CARLOS, number=3, **at))
    with pytest.raises(BadInput, match="empty-text"):
        scene.do(FileEvidence(actor=CARLOS, deal=scene.deal_id, milestone=1))


ALONE = Staff(frozenset({ARAM}), frozenset(), frozenset({TESS}))


def test_the_desk_has_half_a_day_to_take_a_case_and_five_days_to_rule() -> None:
    scene = Scene()
    scene.disputed()
    scene.to_arbiter()
    scene.pass_time(12 * HOUR - HOUR)
    assert "dispute-assigned" not in scene.told(DESK)
    scene.take(NOOR)
    scene.add_nothing()
    scene.pass_time(5 * DAY - HOUR)
    assert scene.case.arbiter == NOOR
    scene.pass_time(HOUR)
    assert scene.case.arbiter == ARAM, "the ruling is overdue"
    scene.do(HandOver(actor=ARAM, deal=scene.deal_id, milestone=1))
    scene.take(NOOR)
    scene.pass_time(5 * DAY - HOUR)
    assert scene.case.arbiter == NOOR, "a new clock, a new silence"


@pytest.mark.parametrize("spoke", [None, BINA, CARLOS])
def test_each_side_that_said_nothing_is_reminded_to(spoke: PersonId | None) -> None:
    scene = Scene()
    scene.submitted()
    scene.request_changes()
    scene.pass_time(17 * DAY)
    assert scene.state() is State.DISPUTED
    if spoke is not None:
        scene.do(
            MakeStatement(
                actor=spoke, deal=scene.deal_id, milestone=1, words=words("me"), sought=zero()
            )
        )
    before = {person: scene.told(person).count("reminded") for person in (BINA, CARLOS)}
    scene.pass_time(6 * DAY)
    for person, reminders in before.items():
        assert (scene.told(person).count("reminded") > reminders) is (person != spoke)


def test_silence_is_no_reason_to_wait_for_an_answer() -> None:
    scene = Scene()
    scene.submitted()
    scene.pass_time(7 * DAY)
    assert scene.case.cause.value == "silence"
    assert scene.case.stage is Stage.OPEN, "an arbiter is called at once"
    before = scene.told(CARLOS).count("reminded")
    scene.add_nothing(CARLOS)
    scene.pass_time(6 * DAY)
    assert scene.told(CARLOS).count("reminded") == before


def test_an_outage_gives_back_the_time_to_answer_a_dispute() -> None:
    scene = Scene()
    scene.disputed()
    scene.take()
    ends = scene.case.answer_by.ends_at
    scene.clock.forward(DAY)
    outage: dict[str, Any] = {"since": scene.clock.now() - 5 * HOUR, "until": scene.clock.now()}
    scene.do(ExtendClocks(actor=SYSTEM, deal=scene.deal_id, **outage))
    assert scene.case.answer_by.ends_at == ends + 5 * HOUR
    scene.heard()
    rule(scene, Outcome.REFUND)
    scene.ruling_stands()
    said = len(scene.events)
    scene.do(ExtendClocks(actor=SYSTEM, deal=scene.deal_id, **outage))
    assert len(scene.events) == said, "the deal is over"


def test_a_silent_desk_is_alarmed_about_for_ever_and_never_replaced_by_a_default() -> None:
    scene = Scene(staff=ALONE)
    scene.disputed()
    scene.pass_time(60 * DAY)
    assert scene.told(DESK).count("desk-alarmed") >= 44
    assert scene.state() is State.DISPUTED


def test_one_milestones_dispute_leaves_the_others_money_alone() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR", "200.00 EUR")
    scene.approve()
    scene.pay()
    scene.submit()
    scene.dispute()
    scene.heard()
    rule(scene, Outcome.REFUND)
    scene.ruling_stands()
    one, two = scene.deal.milestones
    assert (one.released, two.refunded) == (amount("100.00 EUR"), amount("200.00 EUR"))
    assert scene.deal.state is DealState.COMPLETED
    scene.assert_books_balance()


def test_part_released_then_disputed_divides_the_rest_alone() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    scene.on_milestone(ReleasePart, CARLOS, amount=amount("60.00 EUR"))
    scene.dispute(BINA)
    assert scene.case.held == amount("40.00 EUR")
    scene.heard()
    rule(scene, Outcome.SPLIT, amount("0.01 EUR"))
    scene.ruling_stands()
    m = scene.deal.milestones[0]
    assert (m.released, m.refunded) == (amount("60.01 EUR"), amount("39.99 EUR"))
    scene.assert_books_balance()


def test_after_a_split_the_client_may_go_on() -> None:
    scene = Scene()
    scene.disputed("100.00 EUR", "200.00 EUR")
    scene.heard()
    rule(scene, Outcome.SPLIT, amount("50.00 EUR"))
    scene.ruling_stands()
    assert scene.state() is State.PLANNED
    scene.on_milestone(GoOn, CARLOS)
    assert scene.state() is State.FUNDING
