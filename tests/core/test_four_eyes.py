"""From the threshold on the desk moves real money by two: asked, approved as it was asked, done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

import pytest

from core.approving import Approve, RefuseAsked, TakeBackAsked
from core.deal.approval import APPROVAL_TABLE, Approval, ApprovalState, ApprovalStep
from core.deal.context import Staff
from core.deal.events import ApprovalAsked, ApprovalEnded, ApprovalGiven
from core.deal.flag import FlagKind
from core.deal.four_eyes import Lacks, lacks, largest
from core.deal.milestone import State
from core.deal.model import TransferState
from core.deal.ruling import Outcome, ReviewGround
from core.deal.stage import Stage
from core.disputing import AskReview, FileEvidence, HandOver
from core.drafting import EditTerms, SetMilestone
from core.escrow import Executed
from core.inviting import ConfirmClaimant
from core.paying import (
    AskLift,
    ConfirmTransfer,
    FailTransfer,
    LiftFlag,
    RejectClaim,
    ReturnTransfer,
    SetFlag,
)
from core.timing import ExtendClocks
from core.values.errors import NotNow, NotYours, OverLimit, Refusal, Stale
from core.values.hearing import Ear
from core.values.ids import DESK, RAIL, SYSTEM, PersonId
from core.values.money import Money
from core.values.policy import Policy
from tests.core.test_disputes import rule
from tests.core.test_milestones import claim_paid
from tests.kit.scene import (
    ARAM,
    BINA,
    BOTH,
    CARLOS,
    DAY,
    HOUR,
    MANUAL,
    NOOR,
    SAM,
    TESS,
    Scene,
    amount,
    with_policy,
    words,
)

TOM, EVA, OMID = (PersonId(n) for n in range(1011, 1014))
"""A second treasurer, and two more arbiters."""
DESK_OF_SIX: Final = Staff(frozenset({ARAM, EVA, OMID}), frozenset({NOOR}), frozenset({TESS, TOM}))
LIMIT: Final = {"EUR": 50000}


def desk(arbiters: set[PersonId], treasurers: set[PersonId]) -> Staff:
    return Staff(frozenset(arbiters), frozenset(), frozenset(treasurers))


def large(staff: Staff = DESK_OF_SIX, **policy: Any) -> Scene:
    rules = {"rails": BOTH, "four_eyes_threshold": LIMIT} | policy
    return Scene(with_policy(**rules).policy, staff)


def claimed(price: str = "600.00 EUR", *more: str, staff: Staff = DESK_OF_SIX) -> Scene:
    scene = large(staff)
    scene.agreed(price, *more)
    claim_paid(scene)
    return scene


def by_hand(
    scene: Scene, actor: PersonId = TESS, price: str = "", external: str = "x1"
) -> Executed:
    arrived = amount(price) if price else None
    return scene.pay(arrived, rail="manual", actor=actor, external=external)


def waits(scene: Scene) -> Approval:
    [open_] = [one for one in scene.deal.approvals if one.state is ApprovalState.OPEN]
    return open_


def approve(scene: Scene, by: PersonId, approval: Approval | None = None) -> Executed:
    asked = approval or waits(scene)
    mark = asked.fingerprint(scene.deal_id)
    command = Approve(actor=by, deal=scene.deal_id, approval=asked.number, fingerprint=mark)
    return scene.do(command)


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as no:
        act()
    return no.value.key


def funded(*prices: str, staff: Staff = DESK_OF_SIX) -> Scene:
    scene = claimed(*(prices or ("600.00 EUR",)), staff=staff)
    by_hand(scene)
    if scene.state() is State.FUNDING:
        approve(scene, TOM)
    return scene


def heard(staff: Staff = DESK_OF_SIX) -> Scene:
    scene = funded(staff=staff)
    scene.submit()
    scene.dispute()
    scene.heard()
    return scene


def owed() -> Scene:
    scene = funded()
    scene.submit()
    scene.approve()
    return scene


def sent(scene: Scene, by: PersonId, transfer: int = 1) -> Executed:
    command = ConfirmTransfer(
        actor=by, deal=scene.deal_id, transfer=transfer, external_id="wire", shown="abc"
    )
    return scene.do(command)


def lift(scene: Scene) -> None:
    on: dict[str, Any] = {"deal": scene.deal_id, "flag": 1}
    scene.do(AskLift(actor=NOOR, words=words("it is well"), **on))
    scene.do(LiftFlag(actor=TESS, ask=1, **on))


# Deposits


def test_a_deposit_from_the_threshold_on_waits_for_a_second_treasurer() -> None:
    scene = claimed()
    done = by_hand(scene)
    [asked] = done.events
    assert isinstance(asked, ApprovalAsked)
    assert (asked.by, asked.milestone, asked.approval) == (TESS, 1, 1)
    assert scene.state() is State.FUNDING
    assert not scene.m.deposits
    assert scene.balance("asset:manual") == 0
    assert scene.told(DESK)[-1] == "approval-asked"
    given = approve(scene, TOM)
    assert isinstance(given.events[0], ApprovalGiven)
    assert scene.state() is State.IN_PROGRESS
    [deposit] = scene.m.deposits
    assert (deposit.confirmed_by, deposit.approved_by) == (TESS, TOM)
    [ended] = scene.deal.approvals
    assert (ended.state, ended.second) == (ApprovalState.APPROVED, TOM)
    scene.assert_books_balance()


def test_what_stays_below_the_threshold_one_treasurer_confirms_alone() -> None:
    scene = claimed("499.99 EUR")
    by_hand(scene)
    assert scene.state() is State.IN_PROGRESS
    assert not scene.deal.approvals


def test_a_rail_of_its_own_and_play_money_need_nobody() -> None:
    scene = large()
    scene.agreed("600.00 EUR")
    scene.pay(rail="manual", actor=RAIL)
    assert scene.state() is State.IN_PROGRESS
    play = large()
    play.agreed("600.00 EUR")
    play.pay(actor=TESS)
    assert play.state() is State.IN_PROGRESS


def test_ten_times_499_of_one_day_are_not_below_a_threshold_of_500() -> None:
    scene = claimed("4990.00 EUR")
    by_hand(scene, price="499.00 EUR", external="p0")
    assert scene.m.waiting == amount("499.00 EUR")
    for number in range(1, 10):
        by_hand(scene, price="499.00 EUR", external=f"p{number}")
        assert scene.m.waiting == amount("499.00 EUR"), "the second of a day needs another person"
    scene.clock.forward(DAY)
    by_hand(scene, price="499.00 EUR", external="next day")
    assert scene.m.waiting == amount("998.00 EUR")


def test_the_day_of_a_deal_counts_over_all_its_milestones_and_is_that_of_utc() -> None:
    scene = claimed("300.00 EUR", "300.00 EUR")
    by_hand(scene)
    scene.submit()
    scene.approve()
    claim_paid(scene)
    by_hand(scene, external="x2")
    assert scene.deal.milestone(2).state is State.FUNDING
    assert waits(scene).asked.milestone == 2
    scene.clock.forward(12 * HOUR)
    by_hand(scene, external="x3")
    assert scene.deal.milestone(2).state is State.IN_PROGRESS, "midnight has passed"


def test_who_asked_does_not_approve_and_another_treasurer_has_to() -> None:
    scene = claimed()
    by_hand(scene)
    for person, key in (
        (TESS, "approve-own"),
        (ARAM, "for-treasurers"),
        (BINA, "not-on-the-list"),
        (SAM, "not-on-the-list"),
    ):
        assert refused(lambda: approve(scene, person)) == key  # noqa: B023 - called at once
    scene.escrow.staff = replace(DESK_OF_SIX, treasurers=frozenset({TESS, TOM, CARLOS}))
    assert refused(lambda: approve(scene, CARLOS)) == "own-deal"
    assert scene.state() is State.FUNDING


def test_the_same_asked_again_by_anybody_waits_as_it_did() -> None:
    scene = claimed()
    by_hand(scene)
    assert refused(lambda: by_hand(scene)) == "approval-waits"
    assert refused(lambda: by_hand(scene, TOM)) == "approval-waits"
    assert len(scene.deal.approvals) == 1


def test_an_edit_voids_what_was_asked_before() -> None:
    scene = claimed()
    by_hand(scene, price="600.00 EUR")
    first = waits(scene)
    done = by_hand(scene, price="550.00 EUR")
    assert [type(event) for event in done.events] == [ApprovalEnded, ApprovalAsked]
    assert scene.deal.approvals[0].state is ApprovalState.VOID
    with pytest.raises(Stale):
        approve(scene, TOM, first)
    with pytest.raises(Stale):
        approve(scene, TOM, replace(first, number=2))
    approve(scene, TOM)
    assert scene.m.waiting == amount("550.00 EUR")


def test_an_edit_after_the_second_approval_is_asked_for_anew() -> None:
    scene = funded()
    by_hand(scene, price="600.01 EUR", external="another")
    assert scene.deal.milestone(1).held == amount("600.00 EUR")
    assert len(scene.m.deposits) == 1
    assert waits(scene).number == 2


def test_it_lapses_after_two_days_and_the_desk_hears_it() -> None:
    scene = claimed()
    by_hand(scene)
    asked = waits(scene)
    assert asked.window.ends_at == scene.clock.now() + 2 * DAY
    scene.pass_time(2 * DAY - HOUR)
    assert waits(scene) == asked
    scene.pass_time(HOUR)
    assert scene.deal.approvals[0].state is ApprovalState.LAPSED
    assert "approval-ended" in scene.told(DESK)
    with pytest.raises(NotNow, match="nothing-to-approve"):
        approve(scene, TOM, asked)
    by_hand(scene)
    approve(scene, TOM)
    assert scene.state() is State.IN_PROGRESS


def test_at_its_very_end_nobody_approves_it() -> None:
    scene = claimed()
    by_hand(scene)
    scene.escrow.clocks_wait = True
    scene.clock.forward(2 * DAY)
    assert refused(lambda: approve(scene, TOM)) == "approval-lapsed"


def test_who_asked_takes_it_back_and_nobody_else_does() -> None:
    scene = claimed()
    by_hand(scene)
    back = TakeBackAsked(actor=TOM, deal=scene.deal_id, approval=1)
    assert refused(lambda: scene.do(back)) == "not-your-asking"
    told = scene.told(DESK)
    scene.do(replace(back, actor=TESS))
    assert scene.deal.approvals[0].state is ApprovalState.WITHDRAWN
    assert scene.told(DESK) == told, "who took it back did so on the card"
    assert refused(lambda: approve(scene, TOM, scene.deal.approvals[0])) == "nothing-to-approve"


def say_no(scene: Scene, by: PersonId, said: str = "not on my statement") -> Executed:
    asked = waits(scene)
    mark, why = asked.fingerprint(scene.deal_id), words(said)
    about = {"deal": scene.deal_id, "approval": asked.number}
    return scene.do(RefuseAsked(actor=by, fingerprint=mark, words=why, **about))  # type: ignore[arg-type]


def test_a_second_person_says_no_and_why_and_it_is_asked_for_anew() -> None:
    scene = claimed()
    by_hand(scene)
    say_no(scene, TOM)
    [ended] = scene.deal.approvals
    assert (ended.state, ended.second) == (ApprovalState.REFUSED, TOM)
    assert str(ended.why) == "not on my statement"
    assert scene.notice(DESK, "approval-ended").data == {"approval": 1}
    assert scene.m.held == scene.m.waiting == Money(0, "EUR")
    assert refused(lambda: approve(scene, TOM, ended)) == "nothing-to-approve"
    by_hand(scene)
    approve(scene, TOM)
    assert scene.state() is State.IN_PROGRESS


@pytest.mark.parametrize(
    ("by", "said", "key"),
    [
        (TESS, "why", "approve-own"),
        (ARAM, "why", "for-treasurers"),
        (SAM, "why", "not-on-the-list"),
        (CARLOS, "why", "not-on-the-list"),
        (TOM, " ", "empty-text"),
    ],
)
def test_nobody_says_no_but_who_could_say_yes_and_in_words(
    by: PersonId, said: str, key: str
) -> None:
    scene = claimed()
    by_hand(scene)
    assert refused(lambda: say_no(scene, by, said)) == key
    assert waits(scene).state is ApprovalState.OPEN


def test_a_no_to_something_else_than_was_shown_is_stale() -> None:
    scene = claimed()
    by_hand(scene)
    no = RefuseAsked(
        actor=TOM, deal=scene.deal_id, approval=1, fingerprint="0" * 64, words=words("no")
    )
    with pytest.raises(Stale):
        scene.do(no)
    scene.escrow.clocks_wait = True
    scene.clock.forward(2 * DAY)
    assert refused(lambda: say_no(scene, TOM)) == "approval-lapsed"


def test_the_desk_is_reminded_before_the_time_is_over() -> None:
    scene = claimed()
    by_hand(scene)
    assert "approval-waits" not in scene.told(DESK)
    scene.pass_time(DAY)
    assert scene.told(DESK).count("approval-waits") == 1
    assert scene.notice(DESK, "approval-waits").data == {"approval": 1}
    scene.pass_time(DAY - 2 * HOUR)
    assert scene.told(DESK).count("approval-waits") == 2
    approve(scene, TOM)
    scene.pass_time(DAY)
    assert scene.told(DESK).count("approval-waits") == 2


def test_what_it_is_about_is_no_longer_so_and_it_is_void() -> None:
    scene = claimed()
    by_hand(scene)
    scene.on_milestone(RejectClaim, TOM)
    assert scene.deal.approvals[0].state is ApprovalState.VOID


def test_money_that_a_rail_books_meanwhile_voids_it() -> None:
    scene = claimed()
    by_hand(scene)
    scene.pay(rail="manual", external="by the rail")
    assert scene.deal.approvals[0].state is ApprovalState.VOID
    assert len(scene.m.deposits) == 1


def test_the_first_who_left_the_list_or_the_group_leaves_nothing_to_approve() -> None:
    scene = claimed()
    by_hand(scene)
    scene.escrow.staff = replace(DESK_OF_SIX, treasurers=frozenset({TOM}))
    done = approve(scene, TOM)
    assert done.events == (ApprovalEnded(1, 1, ApprovalState.VOID),)
    assert not scene.m.deposits
    gone = claimed()
    by_hand(gone)
    gone.store.rows.gone = {TESS}
    approve(gone, TOM)
    assert gone.deal.approvals[0].state is ApprovalState.VOID
    assert not gone.m.deposits


def test_where_there_is_nobody_else_it_is_refused() -> None:
    scene = claimed()
    scene.escrow.staff = replace(DESK_OF_SIX, treasurers=frozenset({TESS, CARLOS}))
    assert refused(lambda: by_hand(scene)) == "four-eyes-alone"
    scene.escrow.staff = DESK_OF_SIX
    scene.store.rows.gone = {TOM}
    assert refused(lambda: by_hand(scene)) == "four-eyes-alone"
    assert scene.state() is State.FUNDING


def test_a_deposit_is_approved_while_the_deal_stands_still() -> None:
    scene = claimed()
    flag = SetFlag(actor=NOOR, deal=scene.deal_id, kind=FlagKind.OPERATOR, words=words("why"))
    by_hand(scene)
    scene.do(flag)
    scene.pass_time(3 * DAY)
    approve(scene, TOM)
    assert scene.m.held == amount("600.00 EUR")


def test_time_in_which_the_desk_was_not_heard_is_given_back() -> None:
    scene = claimed()
    by_hand(scene)
    before, since = waits(scene).window.ends_at, scene.clock.now() + HOUR
    until = since + 5 * HOUR
    extend = ExtendClocks(actor=SYSTEM, deal=scene.deal_id, since=since, until=until, ear=Ear.DESK)
    scene.do(extend)
    assert waits(scene).window.ends_at == before + 5 * HOUR
    scene.do(replace(extend, ear=Ear.PARTIES, since=until, until=until + HOUR))
    assert waits(scene).window.ends_at == before + 5 * HOUR


# Money out


def test_a_payout_from_the_threshold_on_waits_for_a_second_treasurer() -> None:
    scene = owed()
    sent(scene, TESS)
    [transfer] = scene.deal.transfers
    assert transfer.state is TransferState.PENDING
    assert waits(scene).transfer is not None
    assert refused(lambda: sent(scene, TESS)) == "approval-waits"
    approve(scene, TOM)
    [left] = scene.deal.transfers
    assert (left.state, left.external_id) == (TransferState.SENT, "wire")
    assert (left.sent_by, left.sent_at) == (TESS, scene.clock.now())
    assert scene.balance("payable:1001") == 0
    scene.assert_books_balance()


def test_what_was_sent_on_one_day_counts_together() -> None:
    scene = funded("300.00 EUR", "300.00 EUR")
    scene.submit()
    scene.approve()
    claim_paid(scene)
    scene.clock.forward(DAY)
    by_hand(scene, external="x2")
    scene.submit()
    scene.approve()
    sent(scene, TESS)
    sent(scene, TESS, 2)
    done = (TransferState.SENT, TransferState.PENDING)
    assert tuple(transfer.state for transfer in scene.deal.transfers) == done
    approve(scene, TOM)
    assert scene.deal.transfers[1].state is TransferState.SENT


def test_a_transfer_that_failed_meanwhile_is_not_approved() -> None:
    scene = owed()
    sent(scene, TESS)
    scene.do(FailTransfer(actor=TOM, deal=scene.deal_id, transfer=1, why="closed"))
    assert scene.deal.approvals[-1].state is ApprovalState.VOID
    sent(scene, TESS)
    approve(scene, TOM)
    assert scene.deal.transfers[0].state is TransferState.SENT


def test_what_came_back_today_was_sent_today_too() -> None:
    scene = funded("300.00 EUR")
    scene.submit()
    scene.approve()
    scene.pass_time(DAY)
    sent(scene, TESS)
    back: dict[str, Any] = {"transfer": 1, "returns": 0, "words": words("closed")}
    scene.do(ReturnTransfer(actor=TESS, deal=scene.deal_id, **back))
    sent(scene, TESS)
    states = [scene.deal.transfers[0].state]
    approve(scene, TOM)
    states.append(scene.deal.transfers[0].state)
    assert states == [TransferState.RETURNED, TransferState.SENT], "600 of one day take two"


def test_where_the_card_showed_another_account_it_is_another_act() -> None:
    scene = owed()
    sent(scene, TESS)
    first = waits(scene)
    other = ConfirmTransfer(
        actor=TESS, deal=scene.deal_id, transfer=1, external_id="wire", shown="other"
    )
    scene.do(other)
    assert waits(scene).fingerprint(scene.deal_id) != first.fingerprint(scene.deal_id)
    with pytest.raises(Stale):
        approve(scene, TOM, first)


# Rulings


def test_a_ruling_over_so_much_waits_for_a_second_arbiter() -> None:
    scene = heard()
    rule(scene, Outcome.SPLIT, amount("200.00 EUR"))
    assert (scene.case.ruling, scene.case.stage) == (None, Stage.TAKEN)
    assert "ruling-made" not in scene.told(BINA)
    approve(scene, EVA)
    made = scene.case.ruling
    assert made is not None
    assert (made.by, made.approved_by) == (ARAM, EVA)
    assert (made.to_freelancer, made.to_client) == (amount("200.00 EUR"), amount("400.00 EUR"))
    assert "ruling-made" in scene.told(BINA)
    scene.ruling_stands()
    assert scene.deal.milestone(1).state is State.SPLIT
    scene.assert_books_balance()


def test_the_second_arbiter_could_have_ruled_themselves() -> None:
    scene = heard()
    rule(scene, Outcome.REFUND)
    assert refused(lambda: approve(scene, ARAM)) == "approve-own"
    assert refused(lambda: approve(scene, TOM)) == "for-arbiters"
    scene.escrow.staff = desk({ARAM, EVA, TESS, BINA}, {TESS, TOM})
    assert refused(lambda: approve(scene, TESS)) == "conflict-deposit"
    assert refused(lambda: approve(scene, BINA)) == "own-deal"
    case = scene.case
    scene.store.rows.deals[scene.deal_id] = scene.deal.with_dispute(replace(case, recused=(EVA,)))
    assert refused(lambda: approve(scene, EVA)) == "conflict-recused"


def test_who_approved_the_deposit_may_still_rule_with_another() -> None:
    scene = heard(desk({ARAM, TOM, NOOR}, {TESS, TOM}))
    rule(scene, Outcome.REFUND)
    approve(scene, TOM)
    assert scene.case.ruling is not None


def test_whose_had_a_deal_with_either_does_not_approve_the_ruling() -> None:
    staff = replace(DESK_OF_SIX, arbiters=DESK_OF_SIX.arbiters | {SAM})
    scene = large(staff)
    scene.invited("20.00 EUR")
    scene.claimed(SAM)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=SAM))
    scene.agreed("600.00 EUR")
    claim_paid(scene)
    by_hand(scene)
    approve(scene, TOM)
    scene.submit()
    scene.dispute()
    scene.heard()
    rule(scene, Outcome.REFUND)
    assert refused(lambda: approve(scene, SAM)) == "conflict-deals"


def test_a_case_that_is_given_away_or_settled_voids_its_ruling() -> None:
    scene = heard()
    rule(scene, Outcome.REFUND)
    scene.do(HandOver(actor=ARAM, deal=scene.deal_id, milestone=1, to=EVA))
    assert scene.deal.approvals[-1].state is ApprovalState.VOID


def test_words_of_the_sides_do_not_void_it() -> None:
    scene = heard()
    rule(scene, Outcome.REFUND)
    scene.do(FileEvidence(actor=BINA, deal=scene.deal_id, milestone=1, words=words("look")))
    scene.state_side(CARLOS, amount("10.00 EUR"))
    approve(scene, EVA)
    assert scene.case.ruling is not None


def test_other_reasons_are_another_ruling() -> None:
    scene = heard()
    rule(scene, Outcome.REFUND)
    first = waits(scene)
    rule(scene, Outcome.REFUND, reasons=words("Because of what was agreed and not done. " * 5))
    with pytest.raises(Stale):
        approve(scene, EVA, first)
    assert scene.deal.approvals[-2].state is ApprovalState.VOID


def test_no_ruling_is_approved_while_the_deal_stands_still() -> None:
    scene = heard()
    rule(scene, Outcome.REFUND)
    flag = SetFlag(actor=NOOR, deal=scene.deal_id, kind=FlagKind.OPERATOR, words=words("why"))
    scene.do(flag)
    assert refused(lambda: approve(scene, EVA)) == "deal-frozen"
    ends = waits(scene).window.ends_at
    scene.pass_time(3 * DAY)
    lift(scene)
    assert waits(scene).window.ends_at == ends + 3 * DAY
    approve(scene, EVA)
    assert scene.case.ruling is not None


def test_a_ruling_of_one_arbiter_alone_is_refused_and_none_is_reviewed_by_fewer_than_two() -> None:
    scene = heard(desk({ARAM, EVA, OMID}, {TESS, TOM}))
    scene.escrow.staff = desk({ARAM}, {TESS, TOM})
    assert refused(lambda: rule(scene, Outcome.REFUND)) == "four-eyes-alone"
    scene.escrow.staff = desk({ARAM, EVA, OMID}, {TESS, TOM})
    rule(scene, Outcome.REFUND)
    approve(scene, EVA)
    assert scene.case.ruling is not None
    assert not scene.case.ruling.reviewable, "one is left, and it takes two"
    ask = AskReview(
        actor=BINA,
        deal=scene.deal_id,
        milestone=1,
        ground=ReviewGround.PROCEDURE,
        words=words("nobody asked me"),
    )
    assert refused(lambda: scene.do(ask)) == "no-reviewer"


def test_a_review_of_it_takes_two_others() -> None:
    scene = heard(desk({ARAM, EVA, OMID, NOOR, SAM}, {TESS, TOM}))
    rule(scene, Outcome.REFUND)
    approve(scene, EVA)
    scene.do(
        AskReview(
            actor=BINA,
            deal=scene.deal_id,
            milestone=1,
            ground=ReviewGround.PROCEDURE,
            words=words("nobody asked me"),
        )
    )
    scene.state_side(CARLOS)
    assert refused(lambda: scene.take(EVA)) == "conflict-ruled"
    scene.take(OMID)
    rule(scene, Outcome.RELEASE, actor=OMID)
    assert refused(lambda: approve(scene, EVA)) == "conflict-ruled"
    approve(scene, NOOR)
    assert scene.deal.milestone(1).state is State.RELEASED


def test_two_rulings_of_one_day_count_together() -> None:
    scene = funded("300.00 EUR", "300.00 EUR")
    scene.submit()
    scene.dispute()
    scene.heard()
    scene.escrow.policy = replace(scene.policy, ruling_review=timedelta(0))
    rule(scene, Outcome.RELEASE)
    assert scene.deal.milestone(1).state is State.RELEASED
    claim_paid(scene)
    scene.pay(rail="manual")
    scene.submit()
    scene.dispute()
    scene.heard()
    rule(scene, Outcome.RELEASE)
    assert scene.deal.milestone(2).state is State.DISPUTED
    approve(scene, EVA)
    assert scene.deal.milestone(2).state is State.RELEASED


# What a desk can carry


@pytest.mark.parametrize(
    ("staff", "missing"),
    [
        (desk({ARAM, EVA}, {TESS, TOM}), None),
        (desk({ARAM, EVA, NOOR}, {ARAM, EVA}), None),
        (desk({ARAM, EVA}, {ARAM, TESS}), None),
        (desk({ARAM, EVA}, {ARAM, EVA}), Lacks.PEOPLE),
        (desk({ARAM}, {TESS, TOM}), Lacks.ARBITERS),
        (desk({ARAM, EVA}, {TESS}), Lacks.TREASURERS),
        (desk({ARAM}, {ARAM}), Lacks.ARBITERS),
        (desk({ARAM, BINA}, {TESS, TOM}), Lacks.ARBITERS),
        (desk({ARAM, EVA}, {TESS, BINA}), Lacks.TREASURERS),
    ],
)
def test_a_desk_carries_what_two_confirm_and_two_others_can_rule_on(
    staff: Staff, missing: Lacks | None
) -> None:
    policy = with_policy(rails=BOTH, four_eyes_threshold=LIMIT).policy
    assert lacks(policy, staff, {BINA, CARLOS}) is missing
    most = None if missing is None else Money(49999, "EUR")
    assert largest(policy, staff, "EUR", {BINA, CARLOS}) == most
    bounded = replace(policy, max_deal={"EUR": 40000})
    assert largest(bounded, staff, "EUR", {BINA, CARLOS}) == Money(40000, "EUR")


def test_where_payments_confirm_themselves_only_rulings_take_two() -> None:
    policy = with_policy(rails=(replace(MANUAL, automatic=True),), four_eyes_threshold=LIMIT).policy
    assert lacks(policy, desk({ARAM, EVA}, set())) is None
    assert lacks(policy, desk({ARAM}, set())) is Lacks.ARBITERS


def test_play_money_has_no_largest_deal() -> None:
    assert largest(Policy(), desk({ARAM}, set()), "EUR") is None


def test_a_large_deal_is_refused_where_the_desk_can_not_carry_it_and_says_why() -> None:
    scene = large(desk({ARAM, EVA}, {TESS}))
    scene.draft("499.99 EUR")
    edit = EditTerms(
        actor=BINA, deal=scene.deal_id, edits=(SetMilestone(1, amount=amount("500.00 EUR")),)
    )
    with pytest.raises(OverLimit, match="four-eyes-cap") as no:
        scene.do(edit)
    assert no.value.data == {"limit": (50000, "EUR"), "lacks": "treasurers"}
    scene.escrow.staff = DESK_OF_SIX
    scene.do(edit)
    assert scene.deal.terms.total == amount("500.00 EUR")


def test_a_colleague_who_is_a_side_is_not_one_of_the_two() -> None:
    scene = large(desk({ARAM, CARLOS}, {TESS, TOM}))
    scene.invited("600.00 EUR")
    with pytest.raises(OverLimit, match="four-eyes-cap"):
        scene.claimed(CARLOS)
    scene.claimed(SAM)
    scene.escrow.staff = desk({ARAM, SAM}, {TESS, TOM})
    with pytest.raises(OverLimit, match="four-eyes-cap"):
        scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=SAM))


def test_who_would_leave_too_few_to_rule_lets_another_confirm_first() -> None:
    scene = claimed(staff=desk({ARAM, EVA}, {ARAM, TESS}))
    with pytest.raises(NotYours, match="last-arbiter"):
        by_hand(scene, ARAM)
    by_hand(scene, TESS)
    approve(scene, ARAM)
    scene.submit()
    scene.dispute()
    scene.heard()
    rule(scene, Outcome.RELEASE)
    approve(scene, EVA)
    assert scene.case.ruling is not None


def test_what_waits_is_over_for_good_once_it_is_over() -> None:
    assert {state for state, _ in APPROVAL_TABLE} == {ApprovalState.OPEN}
    assert {step for _, step in APPROVAL_TABLE} == set(ApprovalStep)
    assert {*APPROVAL_TABLE.values(), ApprovalState.OPEN} == set(ApprovalState)
