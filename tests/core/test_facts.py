"""Cards and the pipeline know the same: what is offered is not refused for what nobody asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from core.deal.commands import Command
from core.deal.context import Context, Staff
from core.deal.ruling import Outcome
from core.deal.step import Act
from core.disputing import Rule, TakeDispute, TakeOver
from core.drafting import StartDeal
from core.facts import facts_for, facts_to_assign, facts_to_see
from core.inviting import CreateInvite
from core.talking import AnswerHelp
from core.values.errors import NotYours, OverLimit
from core.values.ids import DealId, PersonId
from core.views import view_of
from core.working import ApproveMilestone
from tests.kit.fakes import FakeUnitOfWork
from tests.kit.scene import ARAM, BINA, CARLOS, HOUR, NOOR, SAM, TESS, Scene, with_policy, words

OTHER = DealId("00000099")
DESKS = Staff(frozenset({ARAM, SAM}), frozenset({NOOR}), frozenset({TESS}))


class Listening:
    """What was asked of the store, by name."""

    def __init__(self, scene: Scene) -> None:
        self.asked: list[str] = []
        self._unit = FakeUnitOfWork(scene.store.rows)

    def __getattr__(self, name: str) -> Any:
        self.asked.append(name)
        return getattr(self._unit, name)


def context(scene: Scene) -> Context:
    return Context(scene.clock.now(), scene.policy, scene.escrow.staff)


def offered(scene: Scene, person: PersonId) -> set[Act]:
    """What a card offers this person."""
    ctx = context(scene)
    facts = facts_to_see(FakeUnitOfWork(scene.store.rows), person, scene.deal, ctx)
    view = view_of(scene.deal, person, replace(ctx, facts=facts))
    return {each.act for each in view.offered}


def test_an_arbiter_who_had_a_deal_with_a_side_is_neither_offered_the_case_nor_given_it() -> None:
    scene = Scene(staff=DESKS)
    scene.agreed("5.00 EUR")
    agreed = scene.deal
    sams = replace(agreed, id=OTHER, creator=SAM)
    scene.store.rows.deals[sams.id] = sams
    scene.pay()
    scene.submit()
    scene.dispute()
    scene.to_arbiter()
    take = {who: TakeDispute(actor=who, deal=scene.deal_id, milestone=1) for who in (ARAM, SAM)}
    assert Act.TAKE not in offered(scene, SAM)
    with pytest.raises(NotYours, match=r"^conflict-deals$"):
        scene.do(take[SAM])
    assert Act.TAKE in offered(scene, ARAM)
    scene.do(take[ARAM])


def test_a_case_of_somebody_who_left_the_desk_is_offered_and_given() -> None:
    scene = Scene(staff=DESKS)
    scene.disputed("300.00 EUR")
    scene.take(ARAM)
    over = TakeOver(actor=SAM, deal=scene.deal_id, milestone=1)
    assert Act.TAKE_OVER not in offered(scene, SAM)
    scene.store.rows.gone.add(ARAM)
    assert Act.TAKE_OVER in offered(scene, SAM)
    scene.do(over)


def test_whoever_has_all_the_deals_they_may_have_is_neither_offered_an_invite_nor_given_one() -> (
    None
):
    scene = with_policy(max_open_deals=1)
    scene.agreed("5.00 EUR")
    scene.draft("5.00 EUR")
    invite = CreateInvite(
        actor=BINA, deal=scene.deal_id, nonce="n", token_hash="a", code_hash="b", locale="en"
    )
    assert Act.INVITE not in offered(scene, BINA)
    with pytest.raises(OverLimit, match=r"^too-many-deals$"):
        scene.do(invite)


def test_whom_a_case_may_be_assigned_to_is_known_of_the_whole_desk() -> None:
    scene = Scene(staff=DESKS)
    scene.disputed("300.00 EUR")
    scene.take(SAM)
    scene.store.rows.gone.add(NOOR)
    sams = replace(scene.deal, id=OTHER, creator=ARAM)
    scene.store.rows.deals[sams.id] = sams
    facts = facts_to_assign(FakeUnitOfWork(scene.store.rows), scene.deal, context(scene))
    assert (facts.conflicts, facts.gone) == (frozenset({ARAM}), frozenset({NOOR}))
    assert facts.load == {SAM: 1}


def test_a_conflict_is_over_when_the_lookback_is() -> None:
    scene = Scene(staff=DESKS)
    scene.disputed("300.00 EUR")
    scene.to_arbiter()
    old = replace(scene.deal, id=OTHER, creator=SAM)
    lookback = scene.policy.conflict_lookback
    for since, conflict in ((lookback, True), (lookback + HOUR, False)):
        scene.store.rows.deals[old.id] = replace(old, active_at=scene.clock.now() - since)
        assert (Act.TAKE not in offered(scene, SAM)) is conflict


def of(scene: Scene) -> dict[str, Any]:
    return {"deal": scene.deal_id, "milestone": 1}


FREE = [*["shared_deals"] * 3, "gone"]
"""Who of a desk of three could review it."""


def test_only_what_its_rules_ask_for_is_loaded_of_a_command() -> None:
    scene = Scene(staff=DESKS)
    scene.disputed("300.00 EUR")
    m = scene.m
    approve = ApproveMilestone(actor=CARLOS, seen=m.seen, submission=1, amount=m.held, **of(scene))
    rule = Rule(actor=ARAM, outcome=Outcome.RELEASE, held=m.held, reasons=words("w"), **of(scene))
    asks: list[tuple[Command | None, list[str]]] = [
        (None, ["people"]),
        (approve, ["people"]),
        (TakeDispute(actor=ARAM, **of(scene)), ["people", "shared_deals"]),
        (rule, ["people", "shared_deals", "messages", *FREE]),
    ]
    for command, asked in asks:
        listening = Listening(scene)
        facts_for(listening, command, scene.deal, context(scene))
        assert listening.asked == asked, command
    alone: list[tuple[Command, list[str]]] = [
        (StartDeal(actor=BINA, role=None, currency="EUR"), ["people", "count_deals"]),
        (AnswerHelp(actor=ARAM, to=BINA, about=None, words=words("yes")), ["shared_deals"]),
    ]
    for command, asked in alone:
        listening = Listening(scene)
        facts_for(listening, command, None, context(scene))
        assert listening.asked == asked, command
