"""A legal order, or proven fraud, moves what is held: by two, with a document that is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from core.approving import Approve
from core.deal.approval import ApprovalState
from core.deal.context import Staff
from core.deal.events import Ground, MoneySettled
from core.deal.flag import FlagKind
from core.deal.four_eyes import open_in
from core.deal.milestone import State
from core.deal.model import DealState
from core.deal.ruling import ReviewGround
from core.deal.stage import Stage
from core.deal.terms import Role
from core.disputing import AskReview
from core.escrow import Executed
from core.paying import AskLift, LiftFlag, LoseReversal, OrderOutcome, SetFlag
from core.paying.events import OutcomeOrdered
from core.values.errors import BadInput, NotNow, NotYours, Stale
from core.values.ids import PersonId
from core.values.words import FileRef
from tests.core.test_reversals import outcome, reverse
from tests.kit.places import PLACES
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
)

PAPER = FileRef("d" * 64, "order.pdf", "application/pdf", 1200)


def flagged(kind: FlagKind = FlagKind.LEGAL, *prices: str, scene: Scene | None = None) -> Scene:
    scene = scene or Scene()
    scene.submitted(*prices)
    scene.do(SetFlag(actor=ARAM, deal=scene.deal_id, kind=kind, words=words("a letter came")))
    return scene


def order(
    scene: Scene,
    to: Role = Role.CLIENT,
    by: PersonId = ARAM,
    held: str = "300.00 EUR",
    *,
    flag: int = 1,
    said: str = "Court of Cadiz, 12/2026",
) -> Executed:
    return scene.do(
        OrderOutcome(
            actor=by,
            deal=scene.deal_id,
            milestone=1,
            flag=flag,
            to=to,
            held=amount(held),
            document=PAPER,
            words=words(said),
        )
    )


def approve(scene: Scene, by: PersonId = NOOR) -> Executed:
    [asked] = open_in(scene.deal)
    mark = asked.fingerprint(scene.deal_id)
    return scene.do(Approve(actor=by, deal=scene.deal_id, approval=asked.number, fingerprint=mark))


@pytest.mark.parametrize(
    ("to", "state", "party"),
    [(Role.CLIENT, State.REFUNDED, CARLOS), (Role.FREELANCER, State.RELEASED, BINA)],
)
def test_what_an_order_says_is_done_once_a_second_person_agrees(
    to: Role, state: State, party: PersonId
) -> None:
    scene = flagged()
    order(scene, to)
    assert scene.state(1) is State.SUBMITTED, "one person alone moves nothing"
    approve(scene)
    assert scene.state(1) is state
    assert not scene.deal.standing
    assert scene.deal.transfers[0].person == party
    [settled] = scene.happened(MoneySettled)
    assert isinstance(settled, MoneySettled)
    assert settled.ground is Ground.LEGAL
    [ordered] = scene.happened(OutcomeOrdered)
    assert isinstance(ordered, OutcomeOrdered)
    assert (ordered.document, ordered.by, ordered.second) == (PAPER, ARAM, NOOR)
    for person in (BINA, CARLOS):
        assert scene.notice(person, "money-settled").data["ground"] == "legal-order"
    scene.assert_books_balance()


def test_proven_fraud_goes_back_to_its_source_and_nowhere_else() -> None:
    scene = flagged(FlagKind.FRAUD)
    with pytest.raises(BadInput, match="fraud-goes-back"):
        order(scene, Role.FREELANCER)
    order(scene)
    approve(scene)
    [refund] = scene.deal.transfers
    assert (refund.kind.value, refund.source) == ("refund", "Carlos, DE89 3704")
    [settled] = scene.happened(MoneySettled)
    assert isinstance(settled, MoneySettled)
    assert settled.ground is Ground.FRAUD


@pytest.mark.parametrize("kind", [FlagKind.OPERATOR, FlagKind.CHARGEBACK])
def test_under_another_flag_nothing_is_ordered(kind: FlagKind) -> None:
    scene = flagged(kind)
    with pytest.raises(NotNow, match="no-order"):
        order(scene)


def test_without_a_flag_nothing_is_ordered() -> None:
    scene = Scene()
    scene.submitted()
    with pytest.raises(NotNow, match="no-order"):
        order(scene)


def test_it_takes_two_whatever_the_sum_and_of_play_money_too() -> None:
    scene = flagged(FlagKind.LEGAL, "1.00 EUR")
    order(scene, held="1.00 EUR")
    with pytest.raises(NotYours, match="approve-own"):
        approve(scene, ARAM)
    for person in (BINA, CARLOS, SAM):
        with pytest.raises(NotYours):
            approve(scene, person)
    assert scene.state(1) is State.SUBMITTED
    approve(scene, TESS)
    assert scene.state(1) is State.REFUNDED


def test_a_desk_of_one_is_refused() -> None:
    alone = Staff(frozenset({ARAM}), frozenset(), frozenset({ARAM}))
    scene = flagged(scene=Scene(staff=alone))
    with pytest.raises(NotNow, match="four-eyes-alone"):
        order(scene)


def test_another_sum_than_is_held_is_old_and_another_flag_too() -> None:
    scene = flagged()
    with pytest.raises(Stale):
        order(scene, held="299.00 EUR")
    scene.do(AskLift(actor=ARAM, deal=scene.deal_id, flag=1, words=words("it was another deal")))
    order(scene)
    scene.do(LiftFlag(actor=NOOR, deal=scene.deal_id, flag=1, ask=1))
    assert scene.deal.approvals[0].state is ApprovalState.VOID
    assert scene.state(1) is State.SUBMITTED


def test_without_a_reason_nothing_is_ordered() -> None:
    scene = flagged()
    with pytest.raises(BadInput, match="empty-text"):
        order(scene, said="  ")


def test_what_was_begun_under_another_flag_is_old() -> None:
    scene = flagged()
    again: dict[str, Any] = {"kind": FlagKind.OPERATOR, "words": words("a look at the account")}
    scene.do(SetFlag(actor=ARAM, deal=scene.deal_id, **again))
    for flag in (2, 7):
        with pytest.raises(Stale):
            order(scene, flag=flag)
    assert not scene.deal.approvals


def test_of_nothing_nothing_is_ordered() -> None:
    scene = Scene()
    scene.agreed()
    flag: dict[str, Any] = {"kind": FlagKind.LEGAL, "words": words("a letter came")}
    scene.do(SetFlag(actor=ARAM, deal=scene.deal_id, **flag))
    with pytest.raises(NotNow, match="nothing-held"):
        order(scene)


def test_the_case_of_its_dispute_is_over_and_the_next_milestone_is_the_clients_to_open() -> None:
    scene = Scene()
    scene.disputed("300.00 EUR", "50.00 EUR")
    flag = SetFlag(actor=NOOR, deal=scene.deal_id, kind=FlagKind.LEGAL, words=words("a letter"))
    scene.do(flag)
    order(scene, by=TESS)
    approve(scene)
    case = scene.deal.dispute(1)
    assert case is not None
    assert case.stage is Stage.LAPSED
    assert scene.told(BINA)[-1] == "flag-lifted"
    scene.pass_time(7 * DAY)
    assert scene.deal.state is DealState.CANCELLED
    scene.assert_books_balance()


def test_what_a_bank_has_is_not_ordered_before_it_has_decided() -> None:
    scene = Scene()
    scene.submitted()
    reverse(scene, "100.00 EUR")
    scene.do(SetFlag(actor=NOOR, deal=scene.deal_id, kind=FlagKind.LEGAL, words=words("a letter")))
    with pytest.raises(NotNow, match="flag-of-bank"):
        order(scene, held="200.00 EUR")


def _review_asked(scene: Scene) -> None:
    PLACES["decided"](scene)
    asked: dict[str, Any] = {"ground": ReviewGround.PROCEDURE, "words": words("nobody asked me")}
    scene.do(AskReview(actor=BINA, deal=scene.deal_id, milestone=1, **asked))


def _scene() -> Scene:
    return with_policy(rails=BOTH, four_eyes_threshold={"EUR": 90000})


def _open_at(walk: Callable[[Scene], None]) -> Stage | None:
    scene = _scene()
    walk(scene)
    case = scene.deal.dispute(1)
    return None if case is None or case.stage.closed else case.stage


WALKS = {**PLACES, "review asked": _review_asked}
IN_DISPUTE = {name: stage for name, walk in WALKS.items() if (stage := _open_at(walk)) is not None}


def in_dispute(name: str) -> Scene:
    scene = _scene()
    WALKS[name](scene)
    return scene


def test_every_stage_of_an_open_dispute_is_met() -> None:
    assert {*IN_DISPUTE.values()} == {stage for stage in Stage if not stage.closed} - {Stage.RULED}


@pytest.mark.parametrize("name", IN_DISPUTE)
def test_a_dispute_ends_with_an_order_at_whatever_stage_it_is(name: str) -> None:
    scene = in_dispute(name)
    held = str(scene.deal.milestone(1).held)
    scene.do(
        SetFlag(actor=ARAM, deal=scene.deal_id, kind=FlagKind.LEGAL, words=words("a letter came"))
    )
    order(scene, held=held)
    approve(scene)
    assert scene.state(1) is State.REFUNDED
    assert scene.deal.disputes[0].stage is Stage.LAPSED
    scene.assert_books_balance()


@pytest.mark.parametrize("name", IN_DISPUTE)
def test_a_dispute_ends_with_the_money_at_whatever_stage_it_is(name: str) -> None:
    scene = in_dispute(name)
    reverse(scene, str(scene.deal.milestone(1).deposits[0].amount))
    outcome(scene, LoseReversal)
    scene.pass_time(6 * DAY)
    assert scene.state(1) is State.VOID
    assert scene.deal.disputes[0].stage is Stage.LAPSED
    scene.assert_books_balance()
