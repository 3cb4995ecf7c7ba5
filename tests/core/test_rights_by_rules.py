"""Rights that hang on the operator's rules, on who sits at the desk, or on counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.available import available
from core.deal.context import Context, Facts, Staff
from core.deal.milestone import State
from core.deal.ruling import Outcome
from core.deal.step import Act
from core.deal.who import somebody_rules
from core.disputing import Rule
from core.disputing.guards import may_take, may_take_over
from core.drafting.guards import may_send_terms, may_suggest
from core.inviting import ConfirmClaimant, CreateInvite
from core.inviting.guards import may_confirm, may_invite
from core.paying import ConfirmTransfer, FailTransfer, may_confirm_deposit, may_confirm_transfer
from core.paying.guards import may_claim_paid, may_drop, may_go_on, may_pay
from core.talking import AnswerHelp, HelpAnswered
from core.values.errors import NotYours
from core.values.ids import RAIL, PersonId
from core.values.policy import RailInfo
from core.values.roles import DeskRole
from core.working.guards import may_cancel_late, may_take_back
from tests.core.test_rights import said
from tests.kit.places import place
from tests.kit.scene import (
    ARAM,
    BINA,
    BOTH,
    CARLOS,
    NOOR,
    REASONS,
    SAM,
    STAFF,
    TESS,
    Scene,
    amount,
    with_policy,
    words,
)

PLAY = RailInfo("play", real_money=False)


def desk(arbiters: set[PersonId] | None = None, treasurers: set[PersonId] | None = None) -> Staff:
    return Staff(frozenset(arbiters or ()), frozenset(), frozenset(treasurers or ()))


# the policy and counts


def test_an_invite_waits_until_another_deal_ends() -> None:
    at = place("draft")
    full = replace(at.ctx, facts=Facts(open_deals=at.ctx.policy.max_open_deals))
    assert said(may_invite, at.deal, BINA, full) == "too-many-deals"
    last = replace(at.ctx, facts=Facts(open_deals=at.ctx.policy.max_open_deals - 1))
    assert said(may_invite, at.deal, BINA, last) is None


@pytest.mark.parametrize("guard", [may_suggest, may_send_terms])
def test_terms_go_back_and_forth_only_so_often(guard: object) -> None:
    at = place("countering")
    assert callable(guard)
    for most, answer in ((2, "too-many-versions"), (3, None)):
        ctx = replace(at.ctx, policy=replace(at.ctx.policy, max_versions=most))
        assert said(guard, at.deal, BINA, ctx) == answer


def test_where_payments_confirm_themselves_nobody_says_that_they_paid() -> None:
    at = place("agreed")
    ctx = replace(at.ctx, policy=replace(at.ctx.policy, rails=(PLAY,)))
    m = at.deal.milestone(1)
    assert said(may_claim_paid, at.deal, CARLOS, m, ctx) == "no-manual-rail"
    assert said(may_pay, at.deal, CARLOS, m, ctx) is None


# who sits at the desk


@pytest.mark.parametrize(
    ("staff", "answer"),
    [
        (desk({ARAM}, {TESS}), None),
        (desk(set(), {TESS}), "no-arbiter"),
        (desk({BINA}, {TESS}), "no-arbiter"),
        (desk({ARAM}), "no-treasurer"),
        (desk({ARAM}, {BINA}), "no-treasurer"),
        (desk({ARAM}, {ARAM}), None),  # one person's desk, and the terms say so
        (desk({ARAM}, {ARAM, BINA}), "no-treasurer"),
        (desk({ARAM, NOOR}, {ARAM}), None),
    ],
)
def test_an_invite_needs_somebody_who_confirms_and_another_who_rules(
    staff: Staff, answer: str | None
) -> None:
    at = place("draft")
    assert said(may_invite, at.deal, BINA, at.context(staff)) == answer


def test_who_claims_an_invite_counts_as_a_side_at_the_desk() -> None:
    at = place("invited")
    ctx = at.context(desk({CARLOS}, {TESS}))
    assert said(somebody_rules, at.deal, ctx) is None
    assert said(somebody_rules, at.deal, ctx, CARLOS) == "no-arbiter"


def test_where_payments_confirm_themselves_no_treasurer_is_needed() -> None:
    at = place("draft")
    ctx = replace(at.context(desk({ARAM})), policy=replace(at.ctx.policy, rails=(PLAY,)))
    assert said(may_invite, at.deal, BINA, ctx) is None


@pytest.mark.parametrize(
    ("staff", "answer"),
    [
        (desk({ARAM}, {ARAM, TESS}), "last-arbiter"),
        (desk({ARAM, NOOR}, {ARAM, TESS}), None),
        (desk({ARAM, BINA}, {ARAM, TESS}), "last-arbiter"),
        (desk({ARAM}, {ARAM}), None),
        (desk({ARAM}, {ARAM, BINA}), None),
    ],
)
def test_the_last_who_could_rule_confirms_no_payment_while_another_can(
    staff: Staff, answer: str | None
) -> None:
    at = place("payment claimed")
    m, ctx = at.deal.milestone(1), at.context(staff)
    assert said(may_confirm_deposit, at.deal, ARAM, m, ctx) == answer


def test_who_confirmed_an_earlier_payment_is_not_free_to_rule_on_this_one() -> None:
    at = place("short claimed")
    m = at.deal.milestone(1)
    by_noor = replace(
        m, deposits=tuple(replace(deposit, confirmed_by=NOOR) for deposit in m.deposits)
    )
    ctx = at.context(desk({ARAM, NOOR}, {ARAM, NOOR, TESS}))
    deal = at.deal.with_milestone(by_noor)
    assert said(may_confirm_deposit, deal, ARAM, by_noor, ctx) == "last-arbiter"
    assert said(may_confirm_deposit, at.deal, ARAM, m, ctx) is None


def test_a_desk_of_one_confirms_and_rules_where_the_terms_say_so() -> None:
    at = place("called")
    m = at.deal.milestone(1)
    own = replace(m, deposits=tuple(replace(d, confirmed_by=ARAM) for d in m.deposits))
    deal = at.deal.with_milestone(own)
    assert said(may_take, deal, ARAM, own, at.ctx) == "conflict-deposit"
    assert deal.agreement is not None
    terms = replace(deal.terms, same_hands=True)
    agreed = replace(deal, terms=terms, agreement=replace(deal.agreement, terms=terms))
    assert said(may_take, agreed, ARAM, own, at.ctx) is None


def test_a_rail_confirms_what_it_moved_and_nobody_checks_its_role() -> None:
    at = place("agreed")
    assert said(may_confirm_deposit, at.deal, RAIL, at.deal.milestone(1), at.ctx) is None


# what cannot be reached by steps, and would still be refused


def test_what_was_handed_in_once_is_never_cancelled_as_late() -> None:
    late, review = place("late"), place("submitted")
    m = replace(late.deal.milestone(1), submissions=review.deal.milestone(1).submissions)
    assert said(may_cancel_late, late.deal, CARLOS, m, late.ctx) == "submitted-already"


def test_after_a_release_there_is_nothing_to_drop() -> None:
    at = place("split")
    before = replace(at.deal.milestone(1), state=State.RELEASED)
    deal = at.deal.with_milestone(before)
    for actor in (BINA, CARLOS):
        answer = said(may_drop, deal, actor, deal.milestone(2), at.ctx)
        assert answer == "not-its-turn"


def test_the_first_milestone_follows_none() -> None:
    at = place("split")
    first = replace(at.deal.milestone(2), number=1)
    assert said(may_go_on, at.deal, CARLOS, first, at.ctx) == "not-its-turn"
    assert said(may_drop, at.deal, CARLOS, first, at.ctx) == "not-its-turn"


def test_work_without_a_due_date_is_never_late() -> None:
    at = place("late")
    m = replace(at.deal.milestone(1), due_at=None)
    assert said(may_cancel_late, at.deal, CARLOS, m, at.ctx) == "submitted-already"


def test_work_is_late_from_the_very_end_of_its_grace() -> None:
    at = place("late")
    m = at.deal.milestone(1)
    assert m.due_at is not None
    edge = m.due_at + at.deal.terms.rules.late_grace
    for now, answer in ((edge, None), (edge.replace(year=2020), "not-late")):
        ctx = replace(at.ctx, now=now)
        assert said(may_cancel_late, at.deal, CARLOS, m, ctx) == answer


# transfers


def owed() -> Scene:
    """A payout and a refund that a treasurer has to send."""
    scene = Scene(with_policy(rails=BOTH, four_eyes_threshold={"EUR": 90000}).policy)
    scene.agreed("100.00 EUR")
    scene.pay(rail="manual", actor=TESS)
    scene.submit()
    scene.dispute()
    scene.heard()
    rule = Rule(
        actor=ARAM,
        deal=scene.deal_id,
        milestone=1,
        outcome=Outcome.SPLIT,
        held=scene.m.held,
        reasons=words(REASONS),
        to_freelancer=amount("40.00 EUR"),
    )
    scene.do(rule)
    scene.ruling_stands()
    return scene


@pytest.mark.parametrize(
    ("person", "staff", "answer"),
    [
        (TESS, STAFF, None),
        (RAIL, STAFF, None),
        (ARAM, STAFF, "for-treasurers"),
        (NOOR, STAFF, "for-treasurers"),
        (SAM, STAFF, "not-on-the-list"),
        (BINA, STAFF, "not-on-the-list"),
        (BINA, desk({ARAM}, {TESS, BINA}), "own-deal"),
        (CARLOS, desk({ARAM}, {TESS, CARLOS}), "own-deal"),
    ],
)
def test_money_out_is_confirmed_by_a_treasurer_on_nobodys_side(
    person: PersonId, staff: Staff, answer: str | None
) -> None:
    scene = owed()
    ctx = Context(scene.clock.now(), scene.policy, staff)
    numbers = [transfer.number for transfer in scene.deal.transfers]
    assert len(numbers) == 2
    for number in numbers:
        assert said(may_confirm_transfer, scene.deal, person, number, ctx) == answer
    offered = [o for o in available(scene.deal, person, ctx) if o.act is Act.CONFIRM_TRANSFER]
    assert len(offered) == (0 if answer else 2)
    scene.escrow.staff = staff
    for number in numbers:
        failed = FailTransfer(actor=person, deal=scene.deal_id, transfer=number, why="closed")
        assert said(scene.do, failed) == answer


def test_what_is_sent_is_not_sent_again() -> None:
    scene = owed()
    done = ConfirmTransfer(actor=TESS, deal=scene.deal_id, transfer=1, external_id="x1")
    scene.do(done)
    ctx = Context(scene.clock.now(), scene.policy, STAFF)
    assert said(may_confirm_transfer, scene.deal, TESS, 1, ctx) == "transfer-sent"
    assert said(may_confirm_transfer, scene.deal, TESS, 2, ctx) is None
    assert said(may_confirm_transfer, scene.deal, ARAM, 1, ctx) == "for-treasurers"


def test_a_deposit_is_offered_where_somebody_says_that_they_paid() -> None:
    for name, offered in (("agreed", False), ("payment claimed", True)):
        at = place(name)
        for person, may in ((TESS, True), (ARAM, False), (CARLOS, False)):
            acts = {(o.act, o.milestone) for o in available(at.deal, person, at.ctx)}
            assert ((Act.CONFIRM_DEPOSIT, 1) in acts) is (offered and may)


# the desk's list


def test_each_role_is_named_to_a_colleague_who_lacks_it() -> None:
    held = {
        ARAM: {DeskRole.ARBITER},
        NOOR: {DeskRole.ARBITER, DeskRole.HEAD},
        TESS: {DeskRole.TREASURER},
        SAM: set[DeskRole](),
    }
    keys = {
        DeskRole.ARBITER: "for-arbiters",
        DeskRole.HEAD: "for-heads",
        DeskRole.TREASURER: "for-treasurers",
    }
    for person, roles in held.items():
        for role, key in keys.items():
            wanted = None if role in roles else key if roles else "not-on-the-list"
            assert said(STAFF.needs, person, role) == wanted


# help


def asking(scene: Scene, about: bool, by: PersonId = BINA, to: PersonId = BINA) -> AnswerHelp:
    return AnswerHelp(
        actor=by, to=to, about=scene.deal_id if about else None, words=words("Within a day.")
    )


@pytest.mark.parametrize("about", [True, False])
@pytest.mark.parametrize(
    ("person", "staff", "answer"),
    [
        (ARAM, STAFF, None),
        (NOOR, STAFF, None),
        (TESS, STAFF, "for-arbiters"),
        (SAM, STAFF, "not-on-the-list"),
        (CARLOS, STAFF, "not-on-the-list"),
        (BINA, desk({ARAM, BINA}), "own-deal"),
        (CARLOS, desk({ARAM, CARLOS}), "own-deal"),
    ],
)
def test_only_an_arbiter_who_is_nobodys_side_answers_a_call_for_help(
    person: PersonId, staff: Staff, answer: str | None, about: bool
) -> None:
    scene = Scene(staff=staff)
    scene.agreed()
    if answer == "own-deal" and person == CARLOS and not about:
        answer = "conflict-help"  # not about that deal, and still the other side of one
    assert said(scene.do, asking(scene, about, by=person)) == answer
    told = [e for e in scene.store.events(None) if isinstance(e, HelpAnswered)]
    assert len(scene.store.notices_to(BINA)) >= (answer is None)
    assert all(event.by == person for event in told)


def test_who_waits_to_be_confirmed_answers_nobodys_help_about_it() -> None:
    scene = Scene(staff=desk({ARAM, CARLOS}, {TESS}))
    scene.invited()
    scene.claimed()
    assert said(scene.do, asking(scene, about=True, by=CARLOS)) == "own-deal"


def test_who_had_a_deal_with_one_of_them_answers_no_help_for_two_years() -> None:
    scene = Scene(staff=desk({ARAM, NOOR}, {TESS}))
    scene.draft("10.00 EUR", creator=ARAM)
    scene.do(
        CreateInvite(
            actor=ARAM,
            deal=scene.deal_id,
            nonce="o",
            token_hash="t" * 64,
            code_hash="c" * 64,
            locale="en",
        )
    )
    scene.claimed()
    scene.do(ConfirmClaimant(actor=ARAM, deal=scene.deal_id, person=CARLOS))
    scene.agreed()
    for to in (BINA, CARLOS):
        assert said(scene.do, asking(scene, about=True, by=ARAM, to=to)) == "conflict-help"
    assert said(scene.do, asking(scene, about=False, by=ARAM, to=CARLOS)) == "conflict-help"
    assert said(scene.do, asking(scene, about=False, by=ARAM, to=BINA)) is None
    assert said(scene.do, asking(scene, about=True, by=NOOR)) is None
    scene.clock.to(scene.clock.now() + scene.policy.conflict_lookback * 2)
    assert said(scene.do, asking(scene, about=False, by=ARAM, to=CARLOS)) is None


def test_a_role_that_nobody_lists_is_none() -> None:
    with pytest.raises(NotYours, match="not-on-the-list"):
        Staff().needs(ARAM, DeskRole.ARBITER)


def test_a_head_arbiter_takes_no_case_over_from_themself() -> None:
    scene = Scene()
    scene.disputed("100.00 EUR")
    scene.take(NOOR)
    ctx = Context(scene.clock.now(), scene.policy, STAFF)
    answer = said(may_take_over, scene.deal, NOOR, scene.deal.milestone(1), ctx)
    assert answer == "dispute-taken"


def test_the_last_who_could_rule_confirms_where_the_terms_name_one_pair_of_hands() -> None:
    at = place("payment claimed")
    ctx = at.context(desk({ARAM}, {ARAM, TESS}))
    m = at.deal.milestone(1)
    assert at.deal.agreement is not None
    terms = replace(at.deal.terms, same_hands=True)
    deal = replace(at.deal, terms=terms, agreement=replace(at.deal.agreement, terms=terms))
    assert said(may_confirm_deposit, deal, ARAM, m, ctx) is None


def test_whoever_is_bound_leaves_nobody_to_confirm_and_nothing_to_take_back() -> None:
    bound, waiting = place("bound"), place("claimed")
    both = replace(bound.deal, claims=waiting.deal.claims)
    assert said(may_confirm, both, BINA, bound.ctx) == "nobody-waits"
    review = place("submitted")
    empty = replace(review.deal.milestone(1), submissions=())
    assert said(may_take_back, review.deal, BINA, empty, review.ctx) == "take-back-late"
    disputed = place("disputed")
    without = replace(disputed.deal, disputes=())
    m = without.milestone(1)
    assert said(may_take, without, ARAM, m, disputed.ctx) == "no-dispute"
