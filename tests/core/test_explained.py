"""What is not offered explains itself, by the very guards that refuse it."""

from __future__ import annotations

from typing import Any

import pytest

from core.available import OFFERS, available, explained
from core.deal.milestone import Milestone
from core.deal.step import Act, TransferStepOf
from core.values.errors import NotNow, NotYours, Refusal
from core.values.ids import PersonId
from tests.core.test_rights import ON_DEAL, ON_MILESTONE, said
from tests.kit.places import DANA, PLACES, Place, place
from tests.kit.rights import RULES, Standing, refused
from tests.kit.scene import ARAM, BINA, CARLOS, NOOR, SAM, TESS

EVERYBODY = (BINA, CARLOS, DANA, SAM, ARAM, NOOR, TESS)


def standing(at: Place, person: PersonId) -> Standing:
    deal = at.deal
    case = deal.dispute(1)
    return Standing(
        side=deal.role_of(person),
        inviter=person == deal.creator,
        waits=deal.claim_of(person) is not None,
        roles=at.ctx.staff.roles(person),
        has_case=case is not None and case.arbiter == person,
    )


@pytest.mark.parametrize("name", PLACES)
def test_what_is_offered_and_what_is_explained_are_all_the_acts_of_a_party(name: str) -> None:
    at = place(name)
    for person in at.deal.parties:
        every = available(at.deal, person, at.ctx)
        on = {(one.act, one.milestone) for one in every if one.transfer is None}
        told = [(one.act, one.milestone) for one in explained(at.deal, person, at.ctx)]
        assert len(told) == len({*told})
        assert not on & {*told}
        offered, why = {act for act, _ in on}, [act for act, _ in told]
        who = standing(at, person)
        own = {act for act, rule in RULES.items() if refused(rule.who, who) is None}
        there = own if at.deal.milestones else own & ON_DEAL.keys()
        assert offered | {*why} <= there, person
        for act in there - offered - {*why}:
            assert is_anothers(at, person, act), (person, act)


@pytest.mark.parametrize("name", PLACES)
def test_each_act_is_offered_or_explained_on_each_milestone_that_the_deal_is_about(
    name: str,
) -> None:
    at = place(name)
    for person in at.deal.parties:
        on = {(one.act, one.milestone) for one in available(at.deal, person, at.ctx)}
        told = {(one.act, one.milestone) for one in explained(at.deal, person, at.ctx)}
        who = standing(at, person)
        for act in (act for act in ON_MILESTONE if refused(RULES[act].who, who) is None):
            for m in at.deal.under_way:
                known = (act, m.number) in on | told
                assert known or is_anothers(at, person, act, m), (act, m.number)


def is_anothers(at: Place, person: PersonId, act: Act, on: Milestone | None = None) -> bool:
    """A step of either side that is whose who began it."""
    m = on or at.deal.current or at.deal.milestones[-1]
    guard: Any = ON_MILESTONE[act]
    with pytest.raises(Refusal) as no:
        guard(at.deal, person, m, at.ctx)
    return isinstance(no.value, NotYours)


@pytest.mark.parametrize("name", PLACES)
def test_nobody_is_explained_what_could_never_be_theirs(name: str) -> None:
    at = place(name)
    for person in EVERYBODY:
        who = standing(at, person)
        for one in explained(at.deal, person, at.ctx):
            assert not isinstance(one.why, NotYours)
            if one.act in RULES:
                assert refused(RULES[one.act].who, who) is None, (person, one.act)
    assert explained(at.deal, SAM, at.ctx) == ()


@pytest.mark.parametrize("name", PLACES)
def test_an_explanation_is_the_refusal_that_a_press_would_meet(name: str) -> None:
    at = place(name)
    for person in at.deal.parties:
        for one in explained(at.deal, person, at.ctx):
            if one.milestone is None:
                met = said(ON_DEAL[one.act], at.deal, person, at.ctx)
            else:
                m = at.deal.milestone(one.milestone)
                met = said(ON_MILESTONE[one.act], at.deal, person, m, at.ctx)
            # A deal that the desk has stopped is looked at before any guard.
            assert one.why.key == (met or "deal-frozen"), one.act
            assert met is not None or at.deal.frozen_at is not None


@pytest.mark.parametrize("name", PLACES)
def test_it_is_about_the_milestones_that_the_deal_is_about(name: str) -> None:
    at = place(name)
    about = {m.number for m in at.deal.under_way or at.deal.milestones[-1:]}
    told = {
        one.milestone for person in at.deal.parties for one in explained(at.deal, person, at.ctx)
    }
    assert told <= {None, *about}


def test_it_goes_through_the_acts_in_the_order_in_which_they_are_offered() -> None:
    at = place("working")
    why = [one.act for one in explained(at.deal, BINA, at.ctx)]
    assert why == [act for act in OFFERS if act in why]


def test_a_transfer_is_nothing_of_a_partys_and_of_a_treasurer_it_is_explained() -> None:
    transfers = {act for act, offer in OFFERS.items() if isinstance(offer, TransferStepOf)}
    assert transfers == {Act.CONFIRM_TRANSFER, Act.ARRIVED, Act.NOT_ARRIVED}
    at = place("completed")
    for person in (BINA, CARLOS):
        assert not transfers & {one.act for one in explained(at.deal, person, at.ctx)}
    offered = {one.act for one in available(at.deal, TESS, at.ctx)}
    why = {one.act: one.why for one in explained(at.deal, TESS, at.ctx)}
    assert transfers - {Act.NOT_ARRIVED} == (offered | {*why}) & transfers
    assert not offered & {*why}


def test_when_late_work_can_be_cancelled_is_said_to_the_second() -> None:
    at = place("working")
    [why] = [one.why for one in explained(at.deal, CARLOS, at.ctx) if one.act is Act.CANCEL_LATE]
    due = at.deal.milestone(1).due_at
    assert due is not None
    assert isinstance(why, NotNow)
    late = due + at.deal.terms.rules.late_grace
    assert (why.key, why.data) == ("not-late", {"late_at": late.isoformat()})
