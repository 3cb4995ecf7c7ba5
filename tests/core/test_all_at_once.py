"""All milestones open at once, where both agreed to that: none of them answers for another."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from core.amending import AcceptAmendment, ProposeEnd
from core.approving import Approve
from core.deal.context import Context, Staff
from core.deal.events import MilestoneEnded, MilestoneOpened, MilestoneVoided
from core.deal.flag import FlagKind
from core.deal.four_eyes import open_in
from core.deal.milestone import Milestone, State
from core.deal.model import Deal, DealState
from core.deal.step import Act
from core.deal.terms import Rules, canonical
from core.drafting import EditTerms, RemoveMilestone, SetMilestone, SetRules, StartDeal
from core.paying import CancelFunding, DropRest, GoOn, SetFlag
from core.values.errors import NotNow
from core.values.ids import DESK, PersonId
from core.values.policy import OnSilence, Policy
from core.views import DealView, view_of
from core.working import WithdrawWork
from tests.kit.places import propose_change
from tests.kit.scene import (
    ARAM,
    BINA,
    BOTH,
    CARLOS,
    DAY,
    NOOR,
    SAM,
    TESS,
    Scene,
    amount,
    with_policy,
    words,
    zero,
)

AT_ONCE = SetRules(all_at_once=True)
PRICES = ("120.00 EUR", "180.00 EUR", "60.00 EUR")


def agreed(*prices: str, rules: SetRules = AT_ONCE) -> Scene:
    scene = Scene()
    scene.agreed(*(prices or PRICES), rules=rules)
    return scene


def funded(*prices: str, rules: SetRules = AT_ONCE) -> Scene:
    """All of them paid, the last one first."""
    scene = agreed(*prices, rules=rules)
    for m in reversed(scene.deal.milestones):
        scene.focus = m.number
        scene.pay()
    scene.focus = None
    return scene


def states(scene: Scene) -> list[State]:
    return [m.state for m in scene.deal.milestones]


def others(deal: Deal, number: int) -> list[Milestone]:
    """As they stand, whatever else their owner did here."""
    return [replace(m, dormancy=None) for m in deal.milestones if m.number != number]


def seen(scene: Scene, person: PersonId) -> DealView:
    ctx = Context(scene.clock.now(), scene.policy, scene.escrow.staff)
    return view_of(scene.deal, person, ctx)


# what is agreed


def test_terms_without_it_are_the_bytes_that_they_were() -> None:
    scene = Scene()
    scene.agreed("100.00 EUR", "50.00 EUR")
    assert b"all_at_once" not in canonical(scene.deal.terms)
    assert b'"all_at_once":true' in canonical(agreed().deal.terms)
    assert Rules.default(Policy()) == replace(Rules.default(Policy()), all_at_once=False)


def test_in_sequence_is_what_holds_unless_the_other_is_agreed() -> None:
    scene = Scene()
    scene.agreed(*PRICES)
    assert states(scene) == [State.FUNDING, State.PLANNED, State.PLANNED]
    assert [m.number for m in scene.deal.under_way] == [1]


def test_it_can_be_taken_out_of_a_draft_again() -> None:
    scene = Scene()
    scene.draft(*PRICES)
    for said in (True, False):
        edits = (SetRules(all_at_once=said),)
        scene.do(EditTerms(actor=BINA, deal=scene.deal_id, edits=edits))
        assert scene.deal.terms.rules.all_at_once is said
    scene.do(EditTerms(actor=BINA, deal=scene.deal_id, edits=(SetRules(revision_rounds=1),)))
    assert scene.deal.terms.rules.all_at_once is False


def test_a_single_milestone_has_no_order_to_agree_on() -> None:
    scene = Scene()
    scene.draft("100.00 EUR", "50.00 EUR")
    edits = (AT_ONCE, RemoveMilestone(2))
    scene.do(EditTerms(actor=BINA, deal=scene.deal_id, edits=edits))
    assert scene.deal.terms.rules.all_at_once is False


def test_the_agreement_opens_each_of_them_with_its_own_time_to_pay() -> None:
    scene = agreed()
    assert states(scene) == [State.FUNDING] * 3
    opened = scene.happened(MilestoneOpened)
    assert [event.milestone for event in opened] == [1, 2, 3]  # type: ignore[attr-defined]
    ends = {m.window.ends_at for m in scene.deal.milestones if m.window}
    assert ends == {scene.clock.now() + 7 * DAY}
    assert scene.deal.under_way == scene.deal.milestones


def test_done_again_it_is_agreed_again_where_there_are_several_still() -> None:
    scene = funded("100.00 EUR", "50.00 EUR")
    for number in (1, 2):
        scene.focus = number
        scene.submit()
        scene.approve()
    ended = scene.deal_id
    begun = scene.do(StartDeal(actor=CARLOS, again=ended)).deal
    assert begun is not None
    assert begun.terms.rules.all_at_once


def test_done_again_of_the_only_one_that_both_kept_there_is_no_order_to_agree_on() -> None:
    scene = agreed("100.00 EUR", "50.00 EUR")
    propose_change(scene, BINA, RemoveMilestone(2))
    scene.do(AcceptAmendment(actor=CARLOS, deal=scene.deal_id, proposal=1))
    scene.pay()
    _released(scene)
    begun = scene.do(StartDeal(actor=CARLOS, again=scene.deal_id)).deal
    assert begun is not None
    assert len(begun.terms.milestones) == 1
    assert not begun.terms.rules.all_at_once


# paying


def test_any_of_them_may_be_paid_first_and_opens_the_deal() -> None:
    scene = agreed()
    scene.focus = 2
    scene.pay()
    assert states(scene) == [State.FUNDING, State.IN_PROGRESS, State.FUNDING]
    assert scene.deal.state is DealState.ACTIVE
    assert scene.deal.milestone(2).held == amount("180.00 EUR")
    assert seen(scene, CARLOS).held == amount("180.00 EUR")


def test_one_that_is_not_paid_takes_none_of_the_others_with_it() -> None:
    scene = agreed()
    scene.on_milestone(CancelFunding, CARLOS)
    assert (states(scene)[0], scene.deal.state) == (State.VOID, DealState.AGREED)
    assert states(scene)[1:] == [State.FUNDING] * 2
    scene.focus = 3
    scene.pay()
    scene.pass_time(8 * DAY)
    assert states(scene) == [State.VOID, State.VOID, State.IN_PROGRESS]
    assert scene.deal.state is DealState.ACTIVE


def test_with_none_of_them_paid_the_deal_ends_and_nothing_is_owed() -> None:
    scene = agreed()
    scene.pass_time(8 * DAY)
    assert states(scene) == [State.VOID] * 3
    assert (scene.deal.state, scene.deal.ended_why) == (DealState.CANCELLED, "unfunded")
    assert len(scene.happened(MilestoneVoided)) == len(PRICES)


def test_a_deposit_funds_the_one_that_it_names() -> None:
    scene = agreed("100.00 EUR", "100.00 EUR")
    scene.pay(milestone=2, price=amount("99.00 EUR"))
    assert [m.waiting for m in scene.deal.milestones] == [zero(), amount("99.00 EUR")]
    scene.pay(milestone=2, price=amount("2.00 EUR"))
    assert states(scene) == [State.FUNDING, State.IN_PROGRESS]
    [back] = scene.deal.transfers
    assert (back.milestone, back.amount) == (2, amount("1.00 EUR")), "the excess to its source"
    scene.assert_books_balance()


# one never answers for another


def _released(scene: Scene) -> None:
    scene.submit()
    scene.approve()


def _refunded(scene: Scene) -> None:
    scene.on_milestone(WithdrawWork, BINA, amount=scene.m.held)


def _disputed(scene: Scene) -> None:
    scene.submit()
    scene.dispute()


def _looked_at_no_more(scene: Scene) -> None:
    scene.submit()
    scene.serve()
    scene.pass_time(7 * DAY)


@pytest.mark.parametrize("how", [_released, _refunded, _disputed])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_what_happens_to_one_of_them_changes_none_of_the_others(how: Any, number: int) -> None:
    scene = funded()
    before = others(scene.deal, number)
    scene.focus = number
    how(scene)
    assert others(scene.deal, number) == before
    assert scene.deal.state is DealState.ACTIVE
    assert len(scene.happened(MilestoneEnded)) == (how is not _disputed)
    scene.assert_books_balance()


def test_one_is_released_while_another_is_in_dispute() -> None:
    scene = funded("120.00 EUR", "180.00 EUR")
    scene.focus = 1
    _disputed(scene)
    scene.focus = 2
    _released(scene)
    assert states(scene) == [State.DISPUTED, State.RELEASED]
    assert scene.deal.milestone(1).held == amount("120.00 EUR")
    assert scene.deal.state is DealState.ACTIVE
    assert scene.balance(f"payable:{BINA}") == amount("180.00 EUR").minor


def test_two_disputes_run_side_by_side() -> None:
    scene = funded("120.00 EUR", "180.00 EUR")
    for number in (1, 2):
        scene.focus = number
        _disputed(scene)
    assert [case.milestone for case in scene.deal.disputes] == [1, 2]
    scene.focus = 2
    scene.heard()
    assert scene.case.arbiter is not None
    assert scene.deal.disputes[0].arbiter is None


def test_nothing_is_left_to_drop_or_to_go_on_with() -> None:
    scene = funded("120.00 EUR", "180.00 EUR")
    share = amount("20.00 EUR")
    scene.on_milestone(ProposeEnd, BINA, to_freelancer=share, held=scene.m.held)
    for number in (1, 2):
        scene.focus = number
        for kind in (GoOn, DropRest):
            with pytest.raises(NotNow, match="wrong-state"):
                scene.on_milestone(kind, CARLOS)


# the end


def test_the_deal_ends_with_the_last_of_them_whichever_that_is() -> None:
    scene = funded()
    for number in (3, 1, 2):
        assert scene.deal.state is DealState.ACTIVE
        scene.focus = number
        _released(scene)
    assert scene.deal.state is DealState.COMPLETED


def test_with_nothing_released_it_ends_without_money() -> None:
    scene = funded("120.00 EUR", "180.00 EUR")
    for number in (2, 1):
        scene.focus = number
        _refunded(scene)
    assert (scene.deal.state, scene.deal.ended_why) == (DealState.CANCELLED, "unpaid")


def test_with_everybody_silent_each_of_them_ends_and_so_does_the_deal() -> None:
    scene = funded("120.00 EUR", "180.00 EUR", "60.00 EUR", rules=replace(
        AT_ONCE, on_silence=OnSilence.RELEASE
    ))  # fmt: skip
    scene.focus = 2
    _looked_at_no_more(scene)
    assert states(scene) == [State.IN_PROGRESS, State.RELEASED, State.IN_PROGRESS]
    for _ in range(10):
        scene.pass_time(10 * DAY)
        for number in [m.number for m in scene.deal.under_way if m.dormancy]:
            scene.focus = number
            scene.serve()
    assert states(scene) == [State.REFUNDED, State.RELEASED, State.REFUNDED]
    assert scene.deal.state is DealState.COMPLETED


# a change of what is agreed


def test_one_that_is_added_is_open_as_soon_as_both_agreed_to_it() -> None:
    scene = funded("120.00 EUR", "180.00 EUR")
    criteria = (words("a favicon"),)
    new = SetMilestone(3, words("Part 3"), amount("30.00 EUR"), 2 * DAY, criteria)
    propose_change(scene, BINA, new, RemoveMilestone(3), new)
    made = scene.deal.proposals[-1]
    scene.do(AcceptAmendment(actor=CARLOS, deal=scene.deal_id, proposal=made.number))
    assert states(scene) == [State.IN_PROGRESS, State.IN_PROGRESS, State.FUNDING]
    assert scene.deal.milestone(3).window is not None


def test_one_that_is_dropped_by_both_leaves_the_others_as_they_are() -> None:
    scene = agreed()
    scene.focus = 2
    scene.pay()
    before = scene.deal
    propose_change(scene, CARLOS, RemoveMilestone(1))
    made = scene.deal.proposals[-1]
    scene.do(AcceptAmendment(actor=BINA, deal=scene.deal_id, proposal=made.number))
    assert states(scene) == [State.VOID, State.IN_PROGRESS, State.FUNDING]
    assert others(scene.deal, 1) == others(before, 1)


def test_the_order_itself_is_no_part_of_a_change() -> None:
    scene = funded("120.00 EUR", "180.00 EUR")
    with pytest.raises(Exception, match="only-milestones-change"):
        propose_change(scene, BINA, SetRules(all_at_once=False))


# whose turn it is


def test_each_that_is_open_has_its_own_turn_the_readers_first() -> None:
    scene = agreed()
    for number in (1, 2):
        scene.focus = number
        scene.pay()
    scene.focus = 2
    scene.submit()
    mine = [(one.milestone, one.person, one.otherwise) for one in seen(scene, CARLOS).turns]
    assert mine == [
        (2, CARLOS, "review-ends-escalate"),
        (3, CARLOS, "funding-lapses"),
        (1, BINA, "work-due"),
    ]
    theirs = [(one.milestone, one.person) for one in seen(scene, BINA).turns]
    assert theirs == [(1, BINA), (2, CARLOS), (3, CARLOS)]


def test_what_the_desk_is_waited_for_comes_last() -> None:
    scene = funded("120.00 EUR", "180.00 EUR")
    scene.focus = 1
    _disputed(scene)
    scene.heard()
    told = [(one.milestone, one.person) for one in seen(scene, CARLOS).turns]
    assert told == [(2, BINA), (1, DESK)]


def test_who_owes_an_answer_about_one_of_them_may_still_remind_of_another() -> None:
    scene = agreed("120.00 EUR", "180.00 EUR")
    scene.focus = 1
    scene.pay()
    share = amount("20.00 EUR")
    scene.on_milestone(ProposeEnd, CARLOS, to_freelancer=share, held=scene.m.held)
    waits = seen(scene, BINA).awaited
    assert (waits.person, waits.milestone, waits.otherwise) == (CARLOS, 2, "funding-lapses")


def test_a_step_is_offered_on_each_of_them_where_it_goes() -> None:
    scene = funded()
    scene.focus = 3
    scene.submit()
    offered = [(o.act, o.milestone) for o in seen(scene, CARLOS).offered]
    assert [n for act, n in offered if act is Act.GRANT_TIME] == [1, 2]
    assert [n for act, n in offered if act is Act.APPROVE] == [3]


def test_a_flag_stops_all_of_them_and_is_told_once() -> None:
    scene = funded("120.00 EUR", "180.00 EUR")
    flag = SetFlag(actor=NOOR, deal=scene.deal_id, kind=FlagKind.OPERATOR, words=words("why"))
    scene.do(flag)
    [turn] = seen(scene, CARLOS).turns
    assert (turn.person, turn.otherwise, turn.milestone) == (DESK, "hold-flag", None)
    with pytest.raises(NotNow, match="deal-frozen"):
        _refunded(scene)


# four eyes


def by_hand(scene: Scene, number: int, by: PersonId = TESS) -> None:
    """A treasurer confirms all of it."""
    scene.pay(scene.deal.milestone(number).missing, rail="manual", actor=by, milestone=number)


def house_of_two(threshold: int) -> Scene:
    policy = with_policy(rails=BOTH, four_eyes_threshold={"EUR": threshold}).policy
    staff = Staff(frozenset({ARAM, SAM}), frozenset({NOOR}), frozenset({TESS, PersonId(1009)}))
    scene = Scene(policy, staff)
    scene.agreed("100.00 EUR", "200.00 EUR", rules=AT_ONCE)
    return scene


def test_what_one_person_may_confirm_in_a_day_counts_all_that_are_open() -> None:
    scene = house_of_two(25000)
    by_hand(scene, 1)
    by_hand(scene, 2)
    assert states(scene) == [State.IN_PROGRESS, State.FUNDING], "together they take two"
    [waits] = open_in(scene.deal)
    assert waits.asked.milestone == 2


def test_what_waits_for_a_second_person_of_one_is_not_overtaken_by_the_other() -> None:
    scene = house_of_two(100)
    for number in (1, 2):
        by_hand(scene, number)
    first, second = open_in(scene.deal)
    on: dict[str, Any] = {"deal": scene.deal_id, "approval": first.number}
    scene.do(Approve(actor=PersonId(1009), fingerprint=first.fingerprint(scene.deal_id), **on))
    assert states(scene) == [State.IN_PROGRESS, State.FUNDING]
    assert [one.number for one in open_in(scene.deal)] == [second.number]
