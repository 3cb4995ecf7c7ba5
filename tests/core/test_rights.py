"""Person × act × place × conflict: each cell is allowed or refused as the table of rights says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from core.available import OFFERS, available
from core.deal.context import Context, Facts, Staff
from core.deal.model import Deal, DealState
from core.deal.step import Act, DealOfferOf, DealStepOf, OfferOf, StepOf
from core.decide import STEPS, decide
from core.values.errors import Refusal
from core.values.ids import PersonId
from core.values.roles import DeskRole
from tests.core.test_table import well_formed
from tests.kit.places import DANA, PLACES, Place, place
from tests.kit.rights import PLACES as NAMED
from tests.kit.rights import RULES, Standing, expected
from tests.kit.scene import ARAM, BINA, CARLOS, NOOR, SAM, STAFF, TESS

EVA = PersonId(1031)
ALL = frozenset(DeskRole) - {DeskRole.OUTSIDE}
EVERYBODY = Staff(
    frozenset({ARAM, BINA, CARLOS, DANA}),
    frozenset({NOOR, BINA, CARLOS, DANA}),
    frozenset({TESS, BINA, CARLOS, DANA}),
)
"""A desk on which the parties sit too."""
ON_DEAL = {
    act: offer.may for act, offer in OFFERS.items() if isinstance(offer, DealStepOf | DealOfferOf)
}
ON_MILESTONE = {
    act: STEPS[offer.command].may if act is Act.CONFIRM_DEPOSIT else offer.may
    for act, offer in OFFERS.items()
    if isinstance(offer, StepOf | OfferOf)
}


@dataclass(frozen=True)
class Cast:
    """A person of the matrix: the desk as it is then, and what stands in their way."""

    name: str
    person: PersonId
    roles: frozenset[DeskRole] = frozenset()
    staff: Staff = STAFF
    conflict: str = ""

    def standing(self, deal: Deal) -> Standing:
        """What they are to this deal."""
        dispute = deal.dispute(1)
        return Standing(
            side=deal.role_of(self.person),
            inviter=self.person == deal.creator,
            waits=deal.claim_of(self.person) is not None,
            roles=self.roles,
            has_case=dispute is not None and dispute.arbiter == self.person,
            conflict=self.conflict if dispute is not None or self.conflict == "deals" else "",
        )

    def world(self, at: Place) -> tuple[Deal, Context]:
        """The deal and the context with this person's conflict in it."""
        deal, ctx = at.deal, at.context(self.staff)
        if self.conflict == "deals":
            ctx = replace(ctx, facts=Facts(conflicted=True))
        dispute = deal.dispute(1)
        if dispute is not None and self.conflict == "recused":
            deal = deal.with_dispute(replace(dispute, recused=(self.person,)))
        if dispute is not None and self.conflict == "deposit":
            m = deal.milestone(1)
            deposits = tuple(replace(d, confirmed_by=self.person) for d in m.deposits)
            deal = deal.with_milestone(replace(m, deposits=deposits))
        return deal, ctx


LENT = frozenset({DeskRole.ARBITER, DeskRole.OUTSIDE})
ARBITER, HEAD = frozenset({DeskRole.ARBITER}), frozenset({DeskRole.ARBITER, DeskRole.HEAD})
CAST = [
    Cast("freelancer", BINA),
    Cast("client", CARLOS),
    Cast("waiting", DANA),
    Cast("stranger", SAM),
    Cast("arbiter", ARAM, ARBITER),
    Cast("head", NOOR, HEAD),
    Cast("treasurer", TESS, frozenset({DeskRole.TREASURER})),
    Cast("of another house", EVA, LENT, replace(STAFF, outside=frozenset({EVA}))),
    Cast("freelancer at the desk", BINA, ALL, EVERYBODY),
    Cast("client at the desk", CARLOS, ALL, EVERYBODY),
    Cast("waiting, at the desk", DANA, ALL, EVERYBODY),
    *(
        Cast(f"arbiter, {why}", ARAM, ARBITER, STAFF, why)
        for why in ("deals", "deposit", "recused")
    ),
    *(Cast(f"head, {why}", NOOR, HEAD, STAFF, why) for why in ("deals", "deposit", "recused")),
]


def said(ask: Callable[..., object], *args: Any) -> str | None:
    """The key of the refusal; None where there is none."""
    try:
        ask(*args)
    except Refusal as no:
        return no.key
    return None


def cells(deal: Deal) -> Iterator[tuple[Act, int | None]]:
    """Every act, of the deal or of each milestone."""
    yield from ((act, None) for act in ON_DEAL)
    yield from ((act, m.number) for m in deal.milestones for act in ON_MILESTONE)


def test_the_table_knows_every_act_and_every_place() -> None:
    assert {*ON_DEAL, *ON_MILESTONE} == set(RULES)
    transfers = {Act.CONFIRM_TRANSFER, Act.ARRIVED, Act.NOT_ARRIVED}
    assert set(Act) - set(RULES) == transfers
    assert set(PLACES) == NAMED


@pytest.mark.parametrize("name", PLACES)
def test_a_guard_says_what_the_table_of_rights_says(name: str) -> None:
    at = place(name)
    for cast in CAST:
        deal, ctx = cast.world(at)
        standing = cast.standing(at.deal)
        for act, number in cells(deal):
            if number is None:
                answer = said(ON_DEAL[act], deal, cast.person, ctx)
            else:
                answer = said(ON_MILESTONE[act], deal, cast.person, deal.milestone(number), ctx)
            wanted = expected(act, standing, name, number)
            assert answer == wanted, f"{cast.name}: {act} on {number}"


@pytest.mark.parametrize("name", PLACES)
def test_a_command_is_refused_as_its_guard_refuses(name: str) -> None:
    at = place(name)
    for cast in CAST:
        deal, ctx = cast.world(at)
        standing = cast.standing(at.deal)
        for number in [None, *(m.number for m in deal.milestones)]:
            for act, command in well_formed(at.scene, cast.person, number).items():
                if (act in ON_DEAL) is (number is None):
                    answer = said(decide, deal, command, ctx)
                    told = answers(act, standing, name, number)
                    assert answer in told, f"{cast.name}: {act} on {number}"


def answers(act: Act, standing: Standing, name: str, number: int | None) -> set[str | None]:
    """What the command of an act may be answered with."""
    wanted = expected(act, standing, name, number)
    if act is Act.DECLINE and wanted == "stranger":
        return {"invite-unknown"}  # whoever has the link may decline; this one has none
    if wanted == "nothing-proposed":  # the command names one: another's to answer, or none
        return {"no-such-proposal", "own-proposal", "other-proposal", "agreed-already"}
    return {wanted}


@pytest.mark.parametrize("name", PLACES)
def test_what_is_offered_is_what_is_allowed(name: str) -> None:
    at = place(name)
    for cast in CAST:
        deal, ctx = cast.world(at)
        standing = cast.standing(at.deal)
        offered = {(item.act, item.milestone) for item in available(deal, cast.person, ctx)}
        for act, number in cells(deal):
            m = None if number is None else deal.milestone(number)
            open_ = m is None or (not m.state.final and deal.state is not DealState.COMPLETED)
            if act is Act.CONFIRM_DEPOSIT:
                open_ = m is not None and m.claim is not None
            allowed = open_ and expected(act, standing, name, number) is None
            assert ((act, number) in offered) is allowed, f"{cast.name}: {act} on {number}"
