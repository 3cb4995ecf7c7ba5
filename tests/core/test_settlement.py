"""Offers in a dispute: exact shares, answered by the other side, or by both of the arbiter's."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.amending import (
    AcceptProposal,
    AcceptSettlement,
    AdviseSettlement,
    OfferSettlement,
    RejectProposal,
    RejectSettlement,
    WithdrawProposal,
    WithdrawSettlement,
)
from core.deadlines import deadlines_of
from core.deal.events import Ground, MoneySettled
from core.deal.milestone import State
from core.deal.proposal import ProposalState
from core.deal.ruling import Outcome
from core.deal.stage import Stage
from core.disputing import HandOver, Rule, TakeBackDispute
from core.values.errors import BadInput, NotNow, NotYours, Stale
from core.values.ids import DESK, PersonId
from core.values.money import Money
from core.values.policy import QuietHours
from core.values.window import DeadlineKind
from tests.kit.scene import (
    ARAM,
    BINA,
    CARLOS,
    DAY,
    HOUR,
    NOOR,
    REASONS,
    SAM,
    Scene,
    amount,
    with_policy,
    words,
    zero,
)


def disputed(**rules: Any) -> Scene:
    """The client asks for all of it."""
    scene = with_policy(**rules)
    scene.disputed("100.00 EUR")
    return scene


def offer(
    scene: Scene, by: PersonId, share: str, counters: int = 0, said: str | None = None
) -> None:
    scene.on_milestone(
        OfferSettlement,
        by,
        to_freelancer=zero() if share == "0" else amount(share),
        held=scene.m.held,
        counters=counters,
        words=None if said is None else words(said),
    )


def advise(scene: Scene, by: PersonId = ARAM, share: str = "55.00 EUR") -> None:
    at: dict[str, Any] = {"deal": scene.deal_id, "milestone": 1}
    scene.do(AdviseSettlement(actor=by, to_freelancer=amount(share), held=scene.m.held, **at))


def answer(scene: Scene, kind: type[Any], by: PersonId, number: int = 1) -> None:
    scene.do(kind(actor=by, deal=scene.deal_id, milestone=1, proposal=number))


def states(scene: Scene) -> list[ProposalState]:
    return [p.state for p in scene.deal.proposals]


def of_the_deal(scene: Scene, person: PersonId) -> list[str]:
    return [n.kind for n in scene.store.notices_to(person)]


def test_an_accepted_offer_ends_the_dispute_with_exactly_these_amounts() -> None:
    scene = disputed()
    scene.take()
    offer(scene, BINA, "60.00 EUR", said="the drafts can be used")
    notice = scene.notice(CARLOS, "settlement-offered")
    assert notice.words == words("the drafts can be used")
    assert "offer-shown" in scene.told(DESK)
    answer(scene, AcceptSettlement, CARLOS)
    m = scene.deal.milestones[0]
    assert (m.state, m.released, m.refunded) == (
        State.SPLIT,
        amount("60.00 EUR"),
        amount("40.00 EUR"),
    )
    [settled] = scene.happened(MoneySettled)
    assert isinstance(settled, MoneySettled)
    assert settled.ground is Ground.AGREEMENT
    case = scene.deal.disputes[0]
    assert (case.stage, case.desk_clock, case.ended_at) == (
        Stage.SETTLED,
        None,
        scene.clock.now(),
    )
    assert scene.told(DESK)[-1] in ("dispute-settled", "transfer-due")
    assert "dispute-settled" in scene.told(DESK)
    assert "money-settled" in scene.told(BINA)
    scene.assert_books_balance()
    kinds = {d.kind for d in deadlines_of(scene.deal, scene.policy)}
    assert not kinds & {DeadlineKind.DISPUTE_RULING, DeadlineKind.PROPOSAL_ENDS}


@pytest.mark.parametrize(
    ("share", "state"), [("100.00 EUR", State.RELEASED), ("0", State.REFUNDED)]
)
def test_all_or_nothing_ends_as_what_it_is(share: str, state: State) -> None:
    scene = disputed()
    offer(scene, BINA, share)
    answer(scene, AcceptSettlement, CARLOS)
    assert scene.state(1) is state


def test_a_counter_offer_takes_the_place_of_the_other_sides() -> None:
    scene = disputed()
    offer(scene, BINA, "60.00 EUR")
    with pytest.raises(Stale):
        offer(scene, CARLOS, "20.00 EUR")
    offer(scene, CARLOS, "20.00 EUR", counters=1)
    assert states(scene) == [ProposalState.SUPERSEDED, ProposalState.OPEN]
    with pytest.raises(Stale):
        answer(scene, AcceptSettlement, CARLOS, 1)
    answer(scene, AcceptSettlement, BINA, 2)
    assert scene.deal.milestones[0].released == amount("20.00 EUR")


def test_who_waits_for_an_answer_offers_nothing_else_meanwhile() -> None:
    scene = disputed()
    offer(scene, BINA, "60.00 EUR")
    with pytest.raises(NotNow, match="proposal-open"):
        offer(scene, BINA, "50.00 EUR", counters=1)
    answer(scene, WithdrawSettlement, BINA)
    assert scene.told(CARLOS)[-1] == "settlement-withdrawn"
    with pytest.raises(Stale):
        answer(scene, AcceptSettlement, CARLOS)
    offer(scene, BINA, "50.00 EUR")
    assert scene.state() is State.DISPUTED


def test_a_no_leaves_everything_as_it_was() -> None:
    scene = disputed()
    offer(scene, BINA, "60.00 EUR")
    answer(scene, RejectSettlement, CARLOS)
    assert scene.told(BINA)[-1] == "settlement-refused"
    assert (scene.state(), scene.case.stage) == (State.DISPUTED, Stage.ANSWERING)
    assert not scene.happened(MoneySettled)


def test_silence_is_a_no() -> None:
    scene = disputed()
    offer(scene, BINA, "60.00 EUR")
    scene.pass_time(3 * DAY - timedelta(seconds=1))
    assert states(scene) == [ProposalState.OPEN]
    scene.pass_time(timedelta(seconds=1))
    assert states(scene) == [ProposalState.EXPIRED]
    assert "settlement-unanswered" in scene.told(BINA)
    assert "settlement-unanswered" not in scene.told(CARLOS)
    assert not scene.happened(MoneySettled)


def test_a_yes_in_the_second_of_the_end_is_too_late() -> None:
    scene = disputed()
    offer(scene, BINA, "60.00 EUR")
    scene.clock.forward(3 * DAY)
    with pytest.raises(Stale):
        answer(scene, AcceptSettlement, CARLOS)
    assert states(scene) == [ProposalState.EXPIRED]


def test_the_time_to_answer_is_the_operators() -> None:
    scene = disputed(settlement_answer=5 * DAY)
    offer(scene, BINA, "60.00 EUR")
    assert scene.deal.proposals[0].window.length == 5 * DAY


def test_nobody_answers_their_own_and_nobody_takes_back_the_others() -> None:
    scene = disputed()
    offer(scene, BINA, "60.00 EUR")
    own: tuple[type[Any], ...] = (AcceptSettlement, RejectSettlement)
    for kind in own:
        with pytest.raises(NotYours, match="own-proposal"):
            answer(scene, kind, BINA)
    with pytest.raises(NotYours, match="other-proposal"):
        answer(scene, WithdrawSettlement, CARLOS)
    every: tuple[type[Any], ...] = (AcceptSettlement, RejectSettlement, WithdrawSettlement)
    for kind in every:
        for by in (SAM, ARAM):
            with pytest.raises(NotYours, match="stranger"):
                answer(scene, kind, by)


def test_the_commands_of_other_proposals_do_not_reach_an_offer() -> None:
    scene = disputed()
    offer(scene, BINA, "60.00 EUR")
    for kind, by in (
        (AcceptProposal, CARLOS),
        (RejectProposal, CARLOS),
        (WithdrawProposal, BINA),
    ):
        with pytest.raises(Stale):
            answer(scene, kind, by)
    assert states(scene) == [ProposalState.OPEN]


@pytest.mark.parametrize("share", [Money(-1, "EUR"), Money(10001, "EUR"), Money(5, "USD")])
def test_nobody_offers_what_is_not_held(share: Money) -> None:
    scene = disputed()
    with pytest.raises(BadInput, match="share-out-of-range"):
        scene.on_milestone(OfferSettlement, BINA, to_freelancer=share, held=scene.m.held)
    with pytest.raises(Stale):
        scene.on_milestone(
            OfferSettlement, BINA, to_freelancer=amount("1.00 EUR"), held=amount("99.00 EUR")
        )


def test_offers_are_made_in_a_dispute_alone() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR")
    with pytest.raises(NotNow, match="no-dispute"):
        offer(scene, BINA, "60.00 EUR")
    scene.dispute(CARLOS)
    scene.on_milestone(TakeBackDispute, CARLOS)
    with pytest.raises(NotNow, match="dispute-wrong-stage"):
        offer(scene, BINA, "60.00 EUR")


def test_an_offer_lapses_with_its_dispute_and_is_not_accepted_in_the_next() -> None:
    scene = disputed()
    offer(scene, BINA, "60.00 EUR")
    scene.on_milestone(TakeBackDispute, CARLOS)
    assert states(scene) == [ProposalState.SUPERSEDED]
    scene.dispute(CARLOS)
    with pytest.raises(Stale):
        answer(scene, AcceptSettlement, CARLOS)


def test_a_ruling_overtakes_an_offer() -> None:
    scene = disputed()
    scene.heard()
    offer(scene, BINA, "60.00 EUR")
    scene.do(
        Rule(
            actor=ARAM,
            deal=scene.deal_id,
            milestone=1,
            outcome=Outcome.REFUND,
            held=scene.m.held,
            reasons=words(REASONS),
        )
    )
    assert states(scene) == [ProposalState.SUPERSEDED]
    with pytest.raises(Stale):
        answer(scene, AcceptSettlement, CARLOS)


# what the arbiter proposes


def advised() -> Scene:
    scene = disputed()
    scene.take()
    advise(scene)
    return scene


def test_what_the_arbiter_proposes_holds_once_both_said_yes() -> None:
    scene = advised()
    assert [scene.told(p)[-1] for p in (BINA, CARLOS)] == ["settlement-advised"] * 2
    answer(scene, AcceptSettlement, CARLOS)
    assert (scene.state(), states(scene)) == (State.DISPUTED, [ProposalState.OPEN])
    assert scene.told(BINA)[-1] == "advice-agreed"
    with pytest.raises(NotNow, match="agreed-already"):
        answer(scene, AcceptSettlement, CARLOS)
    answer(scene, AcceptSettlement, BINA)
    assert scene.deal.milestones[0].released == amount("55.00 EUR")
    assert scene.deal.disputes[0].stage is Stage.SETTLED


@pytest.mark.parametrize("first", [True, False])
def test_one_no_ends_it_also_of_who_had_said_yes(first: bool) -> None:
    scene = advised()
    if first:
        answer(scene, AcceptSettlement, CARLOS)
    answer(scene, RejectSettlement, CARLOS)
    assert scene.told(BINA)[-1] == "advice-refused"
    with pytest.raises(Stale):
        answer(scene, AcceptSettlement, BINA)
    assert scene.state() is State.DISPUTED


def test_unanswered_by_one_it_is_no_settlement() -> None:
    scene = advised()
    answer(scene, AcceptSettlement, CARLOS)
    waits = [
        d.person
        for d in deadlines_of(scene.deal, scene.policy)
        if d.kind is DeadlineKind.PROPOSAL_ENDS
    ]
    assert waits == [BINA]
    scene.pass_time(3 * DAY)
    assert states(scene) == [ProposalState.EXPIRED]
    for person in (BINA, CARLOS):
        assert of_the_deal(scene, person).count("advice-unanswered") == 1
    assert not scene.happened(MoneySettled)


def test_both_are_waited_for_and_it_expires_once() -> None:
    scene = advised()
    found = [
        d for d in deadlines_of(scene.deal, scene.policy) if d.kind is DeadlineKind.PROPOSAL_ENDS
    ]
    assert {d.person for d in found} == {BINA, CARLOS}
    assert len({d.key for d in found}) == 2
    scene.pass_time(4 * DAY)
    assert of_the_deal(scene, BINA).count("advice-unanswered") == 1


@pytest.mark.parametrize("zones", [("UTC", "Asia/Tokyo"), ("Asia/Tokyo", "UTC")])
def test_it_waits_until_the_later_of_the_two_has_slept(zones: tuple[str, str]) -> None:
    scene = with_policy(quiet_hours=QuietHours())
    scene.disputed("100.00 EUR")
    scene.take()
    for person, zone in zip((BINA, CARLOS), zones, strict=True):
        known = scene.store.rows.people[person]
        scene.store.rows.people[person] = replace(known, zone=zone)
    late = scene.clock.now().replace(hour=14)
    scene.clock.to(late if late > scene.clock.now() else late + DAY)
    advise(scene)
    [proposal] = scene.deal.proposals
    assert proposal.window.ends_at - proposal.at == 3 * DAY + 10 * HOUR, "14:00 UTC is 23:00 there"


def test_the_arbiter_proposes_once_a_dispute_and_only_who_has_it() -> None:
    scene = disputed()
    with pytest.raises(NotYours, match="not-your-case"):
        advise(scene)
    scene.take()
    with pytest.raises(NotYours, match="not-your-case"):
        advise(scene, NOOR)
    with pytest.raises(NotYours, match="not-on-the-list"):
        advise(scene, CARLOS)
    advise(scene)
    answer(scene, RejectSettlement, CARLOS)
    with pytest.raises(NotNow, match="advised-already"):
        advise(scene)
    scene.do(HandOver(actor=ARAM, deal=scene.deal_id, milestone=1, to=NOOR))
    with pytest.raises(NotNow, match="advised-already"):
        advise(scene, NOOR)
    scene.on_milestone(TakeBackDispute, CARLOS)
    scene.clock.forward(DAY)
    scene.dispute(CARLOS)
    scene.take()
    advise(scene)
    assert states(scene)[-1] is ProposalState.OPEN


def test_the_arbiters_proposal_is_nobodys_to_take_back() -> None:
    scene = advised()
    for by in (BINA, CARLOS):
        with pytest.raises(NotYours, match="other-proposal"):
            answer(scene, WithdrawSettlement, by)


def test_an_offer_stands_beside_what_the_arbiter_proposes() -> None:
    scene = advised()
    offer(scene, BINA, "60.00 EUR")
    assert states(scene) == [ProposalState.OPEN, ProposalState.OPEN]
    answer(scene, AcceptSettlement, CARLOS, 2)
    assert states(scene) == [ProposalState.SUPERSEDED, ProposalState.ACCEPTED]


def test_the_hold_of_the_arbiters_preview_is_what_is_shared() -> None:
    scene = disputed()
    scene.take()
    at: dict[str, Any] = {"actor": ARAM, "deal": scene.deal_id, "milestone": 1}
    with pytest.raises(Stale):
        scene.do(AdviseSettlement(**at, to_freelancer=zero(), held=amount("99.00 EUR")))
    with pytest.raises(BadInput, match="share-out-of-range"):
        scene.do(AdviseSettlement(**at, to_freelancer=amount("101.00 EUR"), held=scene.m.held))
