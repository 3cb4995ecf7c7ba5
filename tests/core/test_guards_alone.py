"""What a guard refuses on a deal as it stands, also where another would have refused before it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.deal.context import Staff
from core.deal.model import Working
from core.deal.ruling import Outcome
from core.deal.terms import Role
from core.deal.who import party, somebody_rules
from core.decide import decide
from core.disputing import AddNothing, Rule
from core.drafting.guards import may_send_terms
from core.inviting import may_answer_invited
from core.values.errors import NotNow, NotYours
from core.values.ids import PersonId
from core.working.guards import may_object
from tests.core.test_rights import said
from tests.kit.places import place
from tests.kit.scene import ARAM, BINA, CARLOS, NOOR, REASONS, SAM, words


def test_whoever_begins_a_draft_takes_part_in_it_before_they_chose_a_side() -> None:
    deal = place("draft").deal
    unsaid = replace(deal, terms=replace(deal.terms, creator_role=None))
    assert party(unsaid, BINA) is Role.FREELANCER
    with pytest.raises(NotYours, match=r"^stranger$"):
        party(unsaid, SAM)


def test_two_who_rule_are_no_treasurer() -> None:
    at = place("draft")
    desk = Staff(frozenset({ARAM, NOOR}), frozenset(), frozenset())
    assert said(somebody_rules, at.deal, at.context(desk)) == "no-treasurer"


@pytest.mark.parametrize(("by", "answer"), [(BINA, None), (CARLOS, "nothing-changed")])
def test_only_what_one_edited_oneself_is_sent(by: object, answer: str | None) -> None:
    at = place("countered")
    assert at.deal.turn == BINA
    begun = replace(at.deal, working=Working(BINA if by == BINA else CARLOS, at.deal.terms))
    assert said(may_send_terms, begun, BINA, at.ctx) == answer


@pytest.mark.parametrize("name", ["agreed", "working", "completed"])
def test_once_it_is_agreed_the_two_talk_and_nobody_answers_an_invite(name: str) -> None:
    at = place(name)
    with pytest.raises(NotNow) as no:
        may_answer_invited(at.deal, BINA, CARLOS)
    assert no.value.key == "deal-wrong-state"
    assert no.value.data == {"state": at.deal.state.value, "step": "claim"}


@pytest.mark.parametrize(
    ("name", "done", "role"),
    [("taken", (), "both"), ("taken", (CARLOS,), "freelancer"), ("asked", (), "both")],
)
def test_a_ruling_that_is_too_early_names_whom_it_waits_for(
    name: str, done: tuple[PersonId, ...], role: str
) -> None:
    at = place(name)
    deal = at.deal
    for side in done:
        case = deal.disputes[0]
        said, filed = len(case.statements), len(case.evidence)
        nothing = AddNothing(actor=side, deal=deal.id, milestone=1, said=said, filed=filed)
        deal, _ = decide(deal, nothing, at.ctx)
    waits = deal.unheard(deal.disputes[0])
    assert waits is not None
    early = Rule(
        actor=ARAM,
        deal=at.deal.id,
        milestone=1,
        outcome=Outcome.REFUND,
        held=at.deal.milestone(1).held,
        reasons=words(REASONS),
    )
    with pytest.raises(NotNow) as no:
        decide(deal, early, at.ctx)
    told = {"role": role, "until_at": waits.until.isoformat()}
    assert (no.value.key, no.value.data) == ("not-heard", told)


@pytest.mark.parametrize("name", ["submitted", "working"])
def test_what_stands_otherwise_is_refused_with_how_it_stands(name: str) -> None:
    at = place(name)
    m = at.deal.milestone(1)
    with pytest.raises(NotNow) as no:
        may_object(at.deal, BINA, m, at.ctx)
    assert (no.value.key, no.value.data) == (
        "wrong-state", {"state": m.state.value, "step": "object"},
    )  # fmt: skip
    with pytest.raises(NotYours) as other:
        may_object(at.deal, CARLOS, m, at.ctx)
    assert (other.value.key, other.value.data) == ("other-side", {"role": "freelancer"})
