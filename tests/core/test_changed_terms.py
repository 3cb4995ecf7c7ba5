"""A change of what is agreed: what may change, who says yes, and what comes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

import pytest

from core.amending import (
    AcceptAmendment,
    AcceptProposal,
    ProposeAmendment,
    RejectAmendment,
    WithdrawAmendment,
)
from core.amending.commands import AmendmentCommand
from core.amending.events import (
    AmendmentAccepted,
    AmendmentExpired,
    AmendmentProposed,
    AmendmentRejected,
    AmendmentSuperseded,
    AmendmentWithdrawn,
)
from core.deadlines import deadlines_of
from core.deal.events import Ground, MilestoneOpened, MilestoneVoided, MoneySettled
from core.deal.milestone import State
from core.deal.model import DealState
from core.deal.offering import accepted_in, judged_by, terms_being_edited
from core.deal.proposal import OF_DEAL, ProposalKind, ProposalState
from core.deal.terms import MilestoneTerms, Role, Rules, Terms, diff
from core.drafting import (
    AddFile,
    DiscardEdits,
    Edit,
    RemoveMilestone,
    SendTerms,
    SetCurrency,
    SetDescription,
    SetMilestone,
    SetRole,
    SetRules,
    SetTitle,
    StartDeal,
)
from core.escrow import Executed
from core.paying import AcceptShortfall, AskShortfall, CancelFunding, ClaimPaid, DropRest, GoOn
from core.timing import ExtendClocks
from core.values.errors import BadInput, NotNow, NotYours, OverLimit
from core.values.ids import SYSTEM, PersonId
from core.values.money import Money
from core.values.policy import Policy
from core.values.window import DeadlineKind, Window
from core.working import ApproveMilestone, CancelLate, ReleasePart, SubmitWork, WithdrawWork
from tests.core.test_amending import STALE, no, propose_end
from tests.kit.places import change, one_more, propose_change
from tests.kit.scene import (
    BINA,
    BOTH,
    CARLOS,
    DAY,
    FILE,
    HOUR,
    SAM,
    TESS,
    Scene,
    amount,
    with_policy,
    words,
    zero,
)

SECOND: Final = timedelta(seconds=1)
ANSWERS: Final[list[type[AmendmentCommand]]] = [
    AcceptAmendment,
    RejectAmendment,
    WithdrawAmendment,
]
OTHER: Final = (words("two concepts", "o1"), words("SVG files"), words("a PDF", "o2"))


def working(**policy: Any) -> Scene:
    """Two milestones of five days, the first begun now."""
    scene = with_policy(**policy)
    scene.funded("100.00 EUR", "50.00 EUR")
    return scene


def answer(
    scene: Scene, kind: type[AmendmentCommand], by: PersonId = CARLOS, number: int = 0
) -> Executed:
    """Of the last proposal, or of `number`."""
    return scene.do(
        kind(actor=by, deal=scene.deal_id, proposal=number or len(scene.deal.proposals))
    )


def agree(scene: Scene, *edits: Edit, by: PersonId = BINA) -> Executed:
    """Proposed by one, accepted by the other."""
    propose_change(scene, by, *edits)
    return answer(scene, AcceptAmendment, CARLOS if by == BINA else BINA)


def state_of(scene: Scene) -> ProposalState:
    return scene.deal.proposals[-1].state


def refused(scene: Scene, *edits: Edit, by: PersonId = BINA) -> str:
    """What is said to whoever wants this, as they edit it."""
    kind, key = no(change, scene, by, *edits)
    assert kind in (BadInput, OverLimit)
    return key


# what is proposed, and accepted


def test_a_change_is_the_next_version_that_both_accepted_by_its_fingerprint() -> None:
    scene = working()
    before = scene.deal
    change(scene, BINA, one_more(3))
    assert scene.deal.terms == before.terms, "nobody else sees what is being written"
    done = scene.do(
        ProposeAmendment(
            actor=BINA,
            deal=scene.deal_id,
            shown=terms_being_edited(scene.deal, BINA).fingerprint(0),
            said="fa",
            button="Send",
        )
    )
    proposal, now = scene.deal.proposals[-1], scene.clock.now()
    assert proposal.terms is not None
    mark = proposal.terms.fingerprint(2)
    paths = tuple(item.path for item in diff(before.terms, proposal.terms))
    assert {path.split(".")[1] for path in paths} == {"2"}
    assert done.events == (AmendmentProposed(1, 2, mark, BINA, paths),)
    assert (proposal.kind, proposal.milestone, proposal.by) == (ProposalKind.TERMS, OF_DEAL, BINA)
    assert proposal.window == Window(now, now + 5 * DAY)
    assert (scene.deal.terms, scene.deal.agreement) == (before.terms, before.agreement)
    assert scene.deal.changing == ()
    [told] = [n for n in scene.store.notices_to(CARLOS) if n.kind == "change-proposed"]
    assert told.data == {"proposal": 1}

    scene.clock.forward(HOUR)
    done = scene.do(AcceptAmendment(actor=CARLOS, deal=scene.deal_id, proposal=1, button="Yes"))
    assert done.events == (AmendmentAccepted(1, 2, mark),)
    deal = scene.deal
    assert deal.agreement is not None
    assert deal.terms == deal.agreement.terms == proposal.terms
    assert (deal.agreement.version, deal.agreement.fingerprint) == (2, mark)
    assert deal.agreement.at == now + HOUR
    assert [(a.person, a.version, a.fingerprint, a.at) for a in deal.agreement.acceptances] == [
        (BINA, 2, mark, now),
        (CARLOS, 2, mark, now + HOUR),
    ]
    theirs, ours = deal.agreement.acceptances
    assert (theirs.locale, theirs.button, theirs.request) == ("fa", "Send", "r13")
    assert (ours.locale, ours.button, ours.request) == ("en", "Yes", "r14")
    assert deal.earlier == (before.agreement,)
    assert [offer.version for offer in deal.offers] == [1, 2]
    assert deal.offers[-1].by == BINA
    assert deal.acceptances[-2:] == deal.agreement.acceptances
    assert [len(each.acceptances) for each in deal.agreements] == [2, 2]
    assert len(accepted_in(deal)) == 4
    assert (deal.seen, deal.state) == (before.seen + 1, DealState.ACTIVE)
    assert deal.milestones[:2] == before.milestones
    third = deal.milestones[2]
    assert (third.number, third.state, third.amount) == (3, State.PLANNED, amount("30.00 EUR"))
    assert third.window is None
    assert scene.told(BINA).count("change-agreed") == 1
    assert "change-agreed" not in scene.told(CARLOS), "whose card shows it already"


def test_what_is_added_has_its_turn_behind_the_others_and_is_paid_before_its_work() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    agree(scene, one_more(2), by=CARLOS)
    assert scene.deal.state is DealState.ACTIVE
    scene.approve()
    assert [m.state for m in scene.deal.milestones] == [State.RELEASED, State.FUNDING]
    key = no(scene.on_milestone, SubmitWork, BINA, files=(FILE,), notes=(words("1"),), answers=())
    assert key == (NotNow, "wrong-state")
    scene.pay()
    assert scene.m.held == amount("30.00 EUR")
    assert scene.m.due_at == scene.clock.now() + 3 * DAY
    scene.assert_books_balance()


def test_of_what_nobody_paid_for_anything_may_change() -> None:
    scene = working()
    first = scene.m
    other = SetMilestone(2, words("Fonts", "f"), amount("80.00 EUR"), 9 * DAY, OTHER)
    agree(scene, other)
    assert scene.deal.milestone(1) == first
    second = scene.deal.milestone(2)
    assert (second.state, second.amount) == (State.PLANNED, amount("80.00 EUR"))
    assert scene.deal.terms.milestones[1] == MilestoneTerms(
        words("Fonts", "f"), amount("80.00 EUR"), 9 * DAY, OTHER
    )
    scene.submit()
    scene.approve()
    assert scene.m.missing == amount("80.00 EUR")
    agree(scene, SetMilestone(2, amount=amount("20.00 EUR")), by=CARLOS)
    assert scene.m.missing == amount("20.00 EUR")
    scene.pay()
    assert (scene.m.held, scene.m.due_at) == (amount("20.00 EUR"), scene.clock.now() + 9 * DAY)


def test_the_first_milestone_changes_before_it_is_paid() -> None:
    scene = Scene()
    scene.agreed("100.00 EUR")
    ends, seen = scene.m.window, scene.m.seen
    agree(scene, SetMilestone(1, amount=amount("90.00 EUR")))
    assert (scene.deal.state, scene.m.state) == (DealState.AGREED, State.FUNDING)
    assert (scene.m.window, scene.m.seen) == (ends, seen + 1)
    scene.pay(amount("90.00 EUR"))
    assert (scene.deal.state, scene.m.held) == (DealState.ACTIVE, amount("90.00 EUR"))


# what is dropped


def test_what_is_dropped_keeps_its_number_and_the_next_has_its_turn() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR", "50.00 EUR", "40.00 EUR")
    done = agree(scene, RemoveMilestone(2))
    assert MilestoneVoided(2, "amended", CARLOS) in done.events
    assert "milestone-voided" not in scene.told(BINA) + scene.told(CARLOS)
    deal = scene.deal
    assert [m.state for m in deal.milestones] == [State.SUBMITTED, State.VOID, State.PLANNED]
    assert deal.milestone(2).ended_at == scene.clock.now()
    assert deal.terms.total == amount("140.00 EUR")
    assert [m.dropped for m in deal.terms.milestones] == [False, True, False]
    scene.approve()
    assert [m.state for m in scene.deal.milestones][1:] == [State.VOID, State.FUNDING]
    scene.pay()
    scene.submit()
    scene.approve()
    assert scene.deal.state is DealState.COMPLETED
    scene.assert_books_balance()


def test_what_is_dropped_while_it_is_its_turn_gives_the_turn_to_the_next() -> None:
    scene = Scene()
    scene.agreed("100.00 EUR", "50.00 EUR")
    scene.clock.forward(2 * DAY)
    done = agree(scene, RemoveMilestone(1))
    assert MilestoneOpened(2) in done.events
    assert [m.state for m in scene.deal.milestones] == [State.VOID, State.FUNDING]
    now = scene.clock.now()
    assert scene.m.window == Window(now, now + 7 * DAY)
    assert not scene.deal.transfers
    scene.pay()
    assert scene.deal.state is DealState.ACTIVE


def test_where_the_client_decides_whether_it_goes_on_they_decide_of_the_next() -> None:
    scene = Scene()
    scene.funded("100.00 EUR", "50.00 EUR", "40.00 EUR")
    propose_end(scene, BINA, "40.00 EUR")

    scene.do(AcceptProposal(actor=CARLOS, deal=scene.deal_id, milestone=1, proposal=1))
    assert scene.deal.milestone(2).window is not None
    scene.clock.forward(DAY)
    agree(scene, RemoveMilestone(2))
    second, third = scene.deal.milestones[1:]
    now = scene.clock.now()
    assert (second.state, second.window) == (State.VOID, None)
    assert (third.state, third.window) == (State.PLANNED, Window(now, now + 7 * DAY))
    scene.do(GoOn(actor=CARLOS, deal=scene.deal_id, milestone=3, seen=third.seen))
    assert scene.m.state is State.FUNDING


def test_work_that_ends_otherwise_lets_the_client_decide_past_what_was_dropped() -> None:
    scene = Scene()
    scene.funded("100.00 EUR", "50.00 EUR", "40.00 EUR", "30.00 EUR")
    agree(scene, RemoveMilestone(2))
    scene.on_milestone(WithdrawWork, BINA, amount=scene.m.held)
    assert scene.m.number == 3
    assert scene.m.window is not None
    scene.do(DropRest(actor=CARLOS, deal=scene.deal_id, milestone=3, seen=scene.m.seen))
    assert {m.state for m in scene.deal.milestones[1:]} == {State.VOID}
    assert scene.deal.state is DealState.CANCELLED


def test_a_first_milestone_that_is_never_paid_ends_the_deal_with_one_that_was_dropped() -> None:
    scene = Scene()
    scene.agreed("100.00 EUR", "50.00 EUR", "40.00 EUR")
    agree(scene, RemoveMilestone(2))
    scene.on_milestone(CancelFunding, CARLOS)
    assert scene.deal.state is DealState.CANCELLED
    assert {m.state for m in scene.deal.milestones} == {State.VOID}


def test_the_deal_ends_where_everything_that_is_left_is_dropped() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR", "50.00 EUR")
    scene.approve()
    agree(scene, RemoveMilestone(2))
    assert scene.deal.state is DealState.COMPLETED
    assert scene.told(BINA).count("deal-completed") == 1
    assert scene.deal.changing == ()


def test_a_deal_of_nothing_is_no_change_but_an_end() -> None:
    scene = Scene()
    scene.agreed("100.00 EUR", "50.00 EUR")
    change(scene, BINA, RemoveMilestone(1), RemoveMilestone(2))
    assert no(propose_change, scene, BINA) == (BadInput, "terms-incomplete")


def test_what_was_to_be_dropped_can_stay_and_what_was_to_be_added_can_go() -> None:
    scene = working()
    agreed = scene.deal.terms
    change(scene, BINA, RemoveMilestone(2), one_more(3), one_more(4, "1.00 EUR"))
    change(scene, BINA, SetMilestone(2), RemoveMilestone(3))
    edited = terms_being_edited(scene.deal, BINA)
    assert edited.milestones[:2] == agreed.milestones
    assert [m.amount for m in edited.milestones[2:]] == [amount("1.00 EUR")]
    change(scene, BINA, RemoveMilestone(3))
    assert no(propose_change, scene, BINA) == (BadInput, "nothing-changed")


def test_a_deal_done_again_is_without_what_was_dropped() -> None:

    scene = Scene()
    scene.submitted("100.00 EUR", "50.00 EUR")
    agree(scene, RemoveMilestone(2))
    scene.approve()
    begun = scene.do(StartDeal(actor=CARLOS, again=scene.deal_id)).deal
    assert begun is not None
    assert [m.amount for m in begun.terms.milestones] == [amount("100.00 EUR")]


# what holds money


def test_less_for_work_under_way_goes_back_to_where_it_came_from() -> None:
    scene = working(fee_bps=1000)
    seen = scene.m.seen
    done = agree(scene, SetMilestone(1, amount=amount("70.00 EUR")))
    none, back = Money(0, "EUR"), amount("30.00 EUR")
    settled = next(e for e in done.events if isinstance(e, MoneySettled))
    assert settled == MoneySettled(
        1, Ground.AGREEMENT, none, none, back, amount("70.00 EUR"), BINA, 1
    )
    m = scene.m
    assert (m.state, m.amount, m.held) == (State.IN_PROGRESS, amount("70.00 EUR"), m.amount)
    assert (m.refunded, m.fee, m.seen) == (back, none, seen + 1)
    [transfer] = scene.deal.transfers
    assert (transfer.person, transfer.amount, transfer.source) == (
        CARLOS,
        back,
        "Carlos, DE89 3704",
    )
    scene.assert_books_balance()
    scene.submit()
    scene.approve()
    assert (scene.deal.milestone(1).released, scene.deal.milestone(1).fee) == (
        amount("63.00 EUR"),
        amount("7.00 EUR"),
    )
    scene.assert_books_balance()


def test_more_for_work_under_way_is_a_milestone_of_its_own() -> None:
    scene = working()
    assert refused(scene, SetMilestone(1, amount=amount("100.01 EUR"))) == "amount-only-falls"
    change(scene, BINA, SetMilestone(1, amount=amount("99.99 EUR")))
    assert refused(scene, SetMilestone(1, amount=zero())) == "amount-not-positive"


def test_what_has_left_the_hold_is_not_asked_back() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR", "50.00 EUR")
    scene.on_milestone(ReleasePart, CARLOS, amount=amount("40.00 EUR"))
    for text in ("40.00 EUR", "39.00 EUR"):
        assert refused(scene, SetMilestone(1, amount=amount(text))) == "amount-has-left"
    agree(scene, SetMilestone(1, amount=amount("40.01 EUR")))
    assert scene.m.held == amount("0.01 EUR")
    assert scene.m.state is State.SUBMITTED
    scene.approve()
    assert scene.deal.milestone(1).released == amount("40.01 EUR")
    scene.assert_books_balance()


def test_an_amount_that_fell_with_the_deposit_falls_from_there() -> None:
    scene = Scene()
    scene.agreed("100.00 EUR")
    scene.pay(amount("96.50 EUR"))

    scene.on_milestone(AskShortfall, CARLOS)
    scene.on_milestone(AcceptShortfall, BINA, amount=amount("96.50 EUR"))
    assert refused(scene, SetMilestone(1, amount=amount("96.50 EUR"))) == "amount-only-falls"
    agree(scene, SetMilestone(1, amount=amount("90.00 EUR")))
    assert (scene.m.held, scene.m.refunded) == (amount("90.00 EUR"), amount("6.50 EUR"))
    scene.assert_books_balance()


def test_other_days_move_the_date_by_their_difference() -> None:
    scene = working()
    began = scene.clock.now()
    scene.clock.forward(DAY)
    agree(scene, SetMilestone(1, duration=7 * DAY))
    assert scene.m.due_at == began + 7 * DAY
    assert scene.m.window == Window(began, began + 7 * DAY)
    agree(scene, SetMilestone(1, duration=3 * DAY), by=CARLOS)
    assert scene.m.due_at == began + 3 * DAY


def test_other_days_never_end_before_they_are_agreed() -> None:
    scene = working()
    scene.clock.forward(2 * DAY)
    assert refused(scene, SetMilestone(1, duration=2 * DAY)) == "due-is-past"
    propose_change(scene, CARLOS, SetMilestone(1, duration=2 * DAY + SECOND))
    scene.clock.forward(SECOND)
    assert no(answer, scene, AcceptAmendment, BINA) == (BadInput, "due-is-past")
    assert state_of(scene) is ProposalState.OPEN
    answer(scene, RejectAmendment, BINA)


def test_more_days_for_what_is_late_count_from_now() -> None:
    scene = working()
    scene.clock.forward(8 * DAY)
    agree(scene, SetMilestone(1, duration=6 * DAY))
    assert scene.m.due_at == scene.clock.now() + DAY
    assert no(scene.on_milestone, CancelLate, CARLOS) == (NotNow, "not-late")


def test_days_of_work_that_was_handed_in_are_over() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    assert refused(scene, SetMilestone(1, duration=9 * DAY)) == "days-are-over"
    scene.request_changes()
    assert refused(scene, SetMilestone(1, duration=9 * DAY)) == "days-are-over"


def test_criteria_of_work_under_way_change_and_what_was_said_keeps_its_sense() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    scene.request_changes()
    old = scene.deal.terms.milestones[0]
    agree(scene, SetMilestone(1, criteria=OTHER), by=CARLOS)
    m = scene.m
    assert scene.deal.terms.milestones[0].criteria == OTHER
    assert (m.state, m.rounds[0].under, m.submissions[0].under) == (State.REVISING, 0, 0)
    assert judged_by(scene.deal, 1, 0) == old
    notes = tuple(words(f"{place}") for place in range(3))
    scene.on_milestone(SubmitWork, BINA, files=(FILE,), notes=notes, answers=(words("yes"),))
    scene.request_changes()
    m = scene.m
    assert (m.submissions[1].under, m.rounds[1].under) == (1, 1)
    assert judged_by(scene.deal, 1, 1).criteria == OTHER


def test_what_is_held_for_keeps_its_title_and_is_not_dropped() -> None:
    scene = working()
    assert refused(scene, SetMilestone(1, title=words("Else", "e"))) == "title-is-agreed"
    assert refused(scene, RemoveMilestone(1)) == "milestone-is-held"


def test_nothing_changes_of_what_is_over_or_stands_still_or_is_being_paid() -> None:
    less = SetMilestone(1, amount=amount("10.00 EUR"))
    scene = Scene()
    scene.disputed("100.00 EUR", "50.00 EUR")
    assert refused(scene, less) == "milestone-stands-still"
    agree(scene, SetMilestone(2, amount=amount("10.00 EUR")))
    scene = working()
    scene.pass_time(7 * DAY)
    scene.on_milestone(CancelLate, CARLOS)
    assert refused(scene, less) == "milestone-stands-still"
    scene = Scene()
    scene.submitted("100.00 EUR", "50.00 EUR")
    scene.approve()
    assert refused(scene, less) == "milestone-is-over"
    assert refused(scene, RemoveMilestone(1)) == "milestone-is-over"
    scene = with_policy(rails=BOTH, four_eyes_threshold={"EUR": 90000})
    scene.agreed("100.00 EUR", "50.00 EUR")
    scene.on_milestone(ClaimPaid, CARLOS, payer=words("C"), paid_on="today")
    assert refused(scene, less) == "milestone-being-paid"
    scene = Scene()
    scene.agreed("100.00 EUR", "50.00 EUR")
    scene.pay(amount("60.00 EUR"))
    assert refused(scene, less) == "milestone-being-paid"


@pytest.mark.parametrize(
    "edit",
    [
        SetTitle(words("Else", "e")),
        SetDescription(words("More", "m")),
        AddFile(FILE),
        SetRules(revision_rounds=5),
    ],
)
def test_nothing_but_milestones_changes(edit: Edit) -> None:
    assert refused(working(), edit) == "only-milestones-change"


def test_sides_and_currency_stay() -> None:
    scene = working()
    assert refused(scene, SetRole(Role.CLIENT)) == "only-milestones-change"
    assert refused(scene, SetCurrency("USD")) == "currency-has-amounts"
    wrong = SetMilestone(2, amount=amount("1.00 USD"))
    assert refused(scene, wrong) == "amount-other-currency"


# limits


def test_the_limits_of_the_house_hold_for_what_is_more() -> None:
    scene = working(max_deal={"EUR": 17000}, max_milestones=3)
    assert refused(scene, one_more(3, "20.01 EUR")) == "deal-too-large"
    change(scene, BINA, one_more(3, "20.00 EUR"))
    assert refused(scene, one_more(4, "0.01 EUR")) == "too-many-milestones"
    propose_change(scene, BINA)
    # Limits that fell since are no reason against less, or against the same.
    scene.policy = scene.escrow.policy = replace(scene.policy, max_deal={"EUR": 100})
    answer(scene, AcceptAmendment)
    agree(scene, SetMilestone(3, amount=amount("10.00 EUR")))
    agree(scene, SetMilestone(3, duration=DAY))


def test_a_limit_that_fell_while_it_was_written_is_told_when_it_is_sent() -> None:
    scene = working()
    change(scene, BINA, one_more(3))
    scene.policy = scene.escrow.policy = replace(scene.policy, max_deal={"EUR": 15500})
    assert no(propose_change, scene, BINA) == (OverLimit, "deal-too-large")


def test_real_money_stays_below_what_two_have_to_see() -> None:
    scene = with_policy(rails=BOTH, four_eyes_threshold={"EUR": 16000})
    scene.funded("100.00 EUR")
    assert refused(scene, one_more(2, "60.00 EUR")) == "four-eyes-cap"
    change(scene, BINA, one_more(2, "59.99 EUR"))


def test_each_side_proposes_so_often_and_no_more() -> None:
    scene = working(max_versions=2)
    for _ in range(2):
        propose_change(scene, BINA, one_more(3))
        answer(scene, RejectAmendment)
    used = (NotNow, "changes-used")
    assert no(change, scene, BINA, one_more(3)) == used
    agree(scene, one_more(3), by=CARLOS)
    assert no(change, scene, BINA, one_more(4)) == used


def test_versions_that_went_back_and_forth_before_leave_room_for_changes() -> None:
    scene = with_policy(max_versions=1)
    scene.funded("100.00 EUR")
    agree(scene, one_more(2))
    assert [offer.version for offer in scene.deal.offers] == [1, 2]


# who, and when


def test_one_change_waits_at_a_time_whoever_proposed_it() -> None:
    scene = working()
    propose_change(scene, BINA, one_more(3))
    for person in (BINA, CARLOS):
        assert no(change, scene, person, one_more(3)) == (NotNow, "proposal-open")
    answer(scene, WithdrawAmendment, BINA)
    change(scene, CARLOS, one_more(3))


def test_what_each_side_writes_is_its_own_until_it_is_proposed() -> None:
    scene = working()
    change(scene, BINA, one_more(3))
    change(scene, CARLOS, SetMilestone(2, amount=amount("10.00 EUR")))
    ours, theirs = (terms_being_edited(scene.deal, who) for who in (BINA, CARLOS))
    assert (len(ours.milestones), len(theirs.milestones)) == (3, 2)
    assert terms_being_edited(scene.deal, SAM) == scene.deal.terms
    scene.do(DiscardEdits(actor=BINA, deal=scene.deal_id))
    assert [one.by for one in scene.deal.changing] == [CARLOS]
    assert no(scene.do, DiscardEdits(actor=BINA, deal=scene.deal_id)) == (
        NotNow,
        "nothing-changed",
    )
    assert no(propose_change, scene, BINA) == (NotNow, "nothing-changed")
    change(scene, BINA, one_more(3))
    propose_change(scene, BINA)
    assert [one.by for one in scene.deal.changing] == [CARLOS]
    answer(scene, AcceptAmendment)
    assert scene.deal.changing == (), "it was a change of what is not agreed any more"


def test_what_is_sent_is_what_its_card_showed() -> None:
    scene = working()
    change(scene, BINA, one_more(3))
    shown = terms_being_edited(scene.deal, BINA).fingerprint(0)
    change(scene, BINA, one_more(3, "31.00 EUR"))
    command = ProposeAmendment(actor=BINA, deal=scene.deal_id, shown=shown)
    assert no(scene.do, command) == STALE


def test_gaps_are_filled_before_it_is_sent() -> None:
    scene = working()
    change(scene, BINA, SetMilestone(3, title=words("Else", "e")))
    assert no(propose_change, scene, BINA) == (BadInput, "terms-incomplete")


@pytest.mark.parametrize("first", ANSWERS)
@pytest.mark.parametrize("second", ANSWERS)
def test_what_is_answered_is_answered_once(
    first: type[AmendmentCommand], second: type[AmendmentCommand]
) -> None:
    scene = working()
    propose_change(scene, BINA, one_more(3))
    answer(scene, first, BINA if first is WithdrawAmendment else CARLOS)
    after = scene.deal
    for person in (BINA, CARLOS):
        assert no(answer, scene, second, person) == STALE
    assert scene.deal.agreement == after.agreement


def test_nobody_answers_their_own_or_takes_back_the_others() -> None:
    scene = working()
    propose_change(scene, BINA, one_more(3))
    for kind in ANSWERS[:2]:
        assert no(answer, scene, kind, BINA) == (NotYours, "own-proposal")
    assert no(answer, scene, WithdrawAmendment, CARLOS) == (NotYours, "other-proposal")
    for person in (SAM, TESS):
        for kind in ANSWERS:
            assert no(answer, scene, kind, person) == (NotYours, "stranger")
    assert no(answer, scene, AcceptAmendment, CARLOS, 2) == (NotYours, "no-such-proposal")
    assert state_of(scene) is ProposalState.OPEN


def test_a_tap_on_another_proposal_answers_no_change() -> None:
    scene = working()
    propose_end(scene)
    for kind in ANSWERS:
        assert no(answer, scene, kind, CARLOS, 1) == STALE
    propose_change(scene, BINA, one_more(3))

    taken = AcceptProposal(actor=CARLOS, deal=scene.deal_id, milestone=OF_DEAL, proposal=2)
    assert no(scene.do, taken) == (NotYours, "no-such-milestone")
    taken = AcceptProposal(actor=CARLOS, deal=scene.deal_id, milestone=1, proposal=2)
    assert no(scene.do, taken) == STALE


def test_no_answer_and_taken_back_leave_what_is_agreed() -> None:
    scene = working()
    before = scene.deal
    propose_change(scene, BINA, one_more(3))
    done = answer(scene, RejectAmendment)
    assert done.events == (AmendmentRejected(1),)
    assert "change-refused" in scene.told(BINA)
    propose_change(scene, CARLOS, RemoveMilestone(2))
    done = answer(scene, WithdrawAmendment)
    assert done.events == (AmendmentWithdrawn(2),)
    assert "change-withdrawn" in scene.told(BINA)
    assert scene.deal.terms == before.terms
    assert scene.deal.agreement == before.agreement
    assert scene.deal.milestones == before.milestones
    assert len(scene.deal.offers) == 1


def test_silence_is_a_no() -> None:
    scene = working()
    scene.submit()
    before = scene.deal
    propose_change(scene, CARLOS, one_more(3))
    [found] = [
        d for d in deadlines_of(scene.deal, scene.policy) if d.kind is DeadlineKind.PROPOSAL_ENDS
    ]
    assert (found.key, found.milestone, found.person) == ("proposal-ends:0:1", None, BINA)
    assert found.due == scene.clock.now() + 5 * DAY
    scene.pass_time(5 * DAY - SECOND)
    assert state_of(scene) is ProposalState.OPEN
    assert "reminded" in scene.told(BINA)
    scene.pass_time(SECOND)
    assert state_of(scene) is ProposalState.EXPIRED
    assert scene.happened(AmendmentExpired) == [AmendmentExpired(1)]
    assert "change-unanswered" in scene.told(CARLOS)
    assert scene.deal.terms == before.terms
    assert no(answer, scene, AcceptAmendment, BINA) == STALE


def test_time_in_which_nobody_was_heard_is_given_back() -> None:
    scene = working()
    propose_change(scene, BINA, one_more(3))
    ends, since = scene.deal.proposals[-1].window.ends_at, scene.clock.now()
    scene.clock.forward(HOUR)
    lost = ExtendClocks(actor=SYSTEM, deal=scene.deal_id, since=since, until=scene.clock.now())
    scene.do(lost)
    assert scene.deal.proposals[-1].window.ends_at == ends + HOUR


# what overtakes it


def test_a_change_lapses_where_a_milestone_that_it_changes_went_on() -> None:
    scene = working()
    propose_change(scene, CARLOS, SetMilestone(1, criteria=OTHER))
    done = scene.submit()
    assert AmendmentSuperseded(1) in done.events
    assert state_of(scene) is ProposalState.SUPERSEDED
    assert scene.told(CARLOS).count("change-lapsed") == 1
    assert "change-lapsed" not in scene.told(BINA)
    assert no(answer, scene, AcceptAmendment, BINA) == STALE


def test_a_change_of_the_next_stays_while_this_one_goes_on_and_until_it_is_paid() -> None:
    scene = working()
    propose_change(scene, BINA, SetMilestone(2, amount=amount("10.00 EUR")), one_more(3))
    scene.submit()
    scene.approve()
    assert scene.m.state is State.FUNDING
    assert state_of(scene) is ProposalState.OPEN, "nobody paid yet"
    scene.pay(amount("20.00 EUR"))
    assert state_of(scene) is ProposalState.SUPERSEDED
    assert len(scene.deal.milestones) == 2


def test_a_change_of_what_is_claimed_to_be_paid_lapses() -> None:
    scene = with_policy(rails=BOTH, four_eyes_threshold={"EUR": 90000})
    scene.agreed("100.00 EUR")
    propose_change(scene, BINA, SetMilestone(1, amount=amount("10.00 EUR")))
    scene.on_milestone(ClaimPaid, CARLOS, payer=words("C"), paid_on="today")
    assert state_of(scene) is ProposalState.SUPERSEDED


def test_a_change_lapses_quietly_with_its_deal() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    propose_change(scene, BINA, one_more(2))
    change_begun = scene.deal.changing
    scene.approve()
    assert change_begun == ()
    assert (scene.deal.state, state_of(scene)) == (DealState.COMPLETED, ProposalState.SUPERSEDED)
    assert "change-lapsed" not in scene.told(BINA)
    assert no(answer, scene, AcceptAmendment) == STALE


def test_what_was_begun_goes_with_its_deal() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    change(scene, BINA, one_more(2))
    scene.approve()
    assert scene.deal.changing == ()
    assert no(change, scene, BINA, one_more(2)) == (NotNow, "deal-wrong-state")
    scene = Scene()
    scene.agreed("100.00 EUR")
    change(scene, BINA, one_more(2))
    scene.on_milestone(CancelFunding, CARLOS)
    assert scene.deal.changing == ()


def test_an_end_of_other_money_lapses_with_the_change() -> None:
    scene = working()
    propose_end(scene)
    agree(scene, SetMilestone(1, amount=amount("60.00 EUR")))
    assert [p.state for p in scene.deal.proposals] == [
        ProposalState.SUPERSEDED,
        ProposalState.ACCEPTED,
    ]


def test_what_was_begun_before_it_moved_on_is_told_of_when_it_is_sent() -> None:
    scene = working()
    change(scene, BINA, SetMilestone(1, duration=9 * DAY), one_more(3))
    scene.submit()
    change(scene, BINA, SetMilestone(3, amount=amount("5.00 EUR")))
    assert no(propose_change, scene, BINA) == (BadInput, "days-are-over")
    agreed = scene.deal.terms.milestones[0].duration
    propose_change(scene, BINA, SetMilestone(1, duration=agreed))
    answer(scene, AcceptAmendment)
    assert len(scene.deal.milestones) == 3


def test_a_press_on_an_old_card_of_a_changed_milestone_is_stale() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    m = scene.m
    agree(scene, SetMilestone(1, amount=amount("60.00 EUR")))

    at: dict[str, Any] = {"deal": scene.deal_id, "milestone": 1}
    old = ApproveMilestone(actor=CARLOS, **at, seen=m.seen, submission=1, amount=m.held)
    assert no(scene.do, old) == STALE


def test_before_it_is_agreed_terms_change_by_counter_offers_alone() -> None:
    scene = Scene()
    scene.invited("100.00 EUR")
    shown = scene.deal.terms.fingerprint(0)
    command = ProposeAmendment(actor=BINA, deal=scene.deal_id, shown=shown)
    assert no(scene.do, command) == (NotNow, "deal-wrong-state")
    scene = working()
    change(scene, BINA, one_more(3))
    assert no(scene.do, SendTerms(actor=BINA, deal=scene.deal_id)) == (
        NotNow,
        "deal-wrong-state",
    )


# the text


def test_a_text_without_dropped_milestones_has_the_fingerprint_that_it_always_had() -> None:
    terms = Terms(
        Rules.default(Policy()),
        title=words("Logo"),
        currency="EUR",
        milestones=(MilestoneTerms(words("Drafts"), amount("10.00 EUR"), DAY, (words("one"),)),),
    )
    was = "995d694447f8f91f73fef48cda665c6c629e88f502a34156c82a273d6477cbad"
    assert terms.fingerprint(1) == was
    gone = replace(terms, milestones=(replace(terms.milestones[0], dropped=True),))
    assert gone.fingerprint(1) != was
    assert [(c.path, c.before, c.after) for c in diff(terms, gone)] == [
        ("milestones.0.dropped", None, True)
    ]
    assert (gone.total, gone.gaps()) == (Money(0, "EUR"), ("role", "milestone"))
