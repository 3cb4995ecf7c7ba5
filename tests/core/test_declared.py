"""A step is declared once and can not be half wired: what is forgotten is named."""

from __future__ import annotations

import dataclasses
import inspect
import typing
from collections import Counter
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest

import core
from core import (
    amending,
    disputing,
    drafting,
    inviting,
    ledger,
    notices,
    paying,
    people,
    talking,
    timing,
    working,
)
from core.allowing import NoMoreAllowed
from core.amending.commands import AmendmentCommand, ProposalCommand
from core.amending.events import AmendmentEvent, PauseEvent, ProposalEvent
from core.available import OFFERS, available
from core.deadlines import BY_STATE, deadlines_of
from core.deal import notices as settling
from core.deal.commands import (
    Command,
    DealCommand,
    MilestoneCommand,
    SeenCommand,
    SuspenseCommand,
    TransferCommand,
)
from core.deal.events import DisputeOpened, Event, MilestoneEvent, TransferDue
from core.deal.milestone import HOLDING, TABLE, State, Step
from core.deal.step import Act, DealStepOf, StepOf, TransferStepOf
from core.decide import DECLARED, PERSON_STEPS, decide
from core.disputing.events import RulingMade, StatementMade
from core.drafting import StartDeal
from core.paying import SUSPENSE_STEPS, BookSuspense, ReversalCommand
from core.paying.events import (
    ArrivalAsked,
    ShortfallAsked,
    SuspenseAlarmed,
    SuspenseEvent,
    SuspenseReturnAsked,
)
from core.timing.meeting import CLOCKS
from core.values.money import Money
from core.values.window import DeadlineKind
from core.working.events import FeeCancelOpened, PointEvent
from tests.core.test_table import well_formed
from tests.kit.places import PLACES, Place, place
from tests.kit.scene import ARAM, BINA, CARLOS, NOOR, TESS

BASES = {
    Command,
    DealCommand,
    MilestoneCommand,
    SeenCommand,
    TransferCommand,
    ProposalCommand,
    AmendmentCommand,
    ReversalCommand,
    SuspenseCommand,
}
WAITS = {State.PLANNED: "for the milestone before it, whose end opens it or starts its clock"}
"""States that nothing ends by itself while they stand alone, each with its reason."""
BOOKED_ELSEWHERE = {
    ShortfallAsked: "what arrived is in the books since it was received",
    TransferDue: "the settlement that owes it has moved it",
    ArrivalAsked: "it is where it was, on its way",
    SuspenseEvent: "each of its kinds says for itself",
    SuspenseReturnAsked: "nothing leaves before a second person says yes",
    SuspenseAlarmed: "it stays where it is",
    StatementMade: "what is sought moves nothing",
    DisputeOpened: "what is sought moves nothing",
    FeeCancelOpened: "the fee leaves the hold when nobody objected",
    NoMoreAllowed: "it says what may be held, and what is held stays",
    RulingMade: "the settlement after it moves what it says",
}
"""Events with an amount that move no money, each with its reason."""


def kinds_of(base: type) -> set[type]:
    """Every class of core below `base`."""
    modules = [import_module(each.name) for each in walk_packages(core.__path__, "core.")]
    return {
        kind
        for module in modules
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, base)
    }


def same(known: set[Any], wanted: set[Any]) -> None:
    """Nothing is forgotten, and nothing is left over."""
    forgotten, left_over = wanted - known, known - wanted
    assert (forgotten, left_over) == (set(), set())


def test_each_command_is_declared_in_exactly_one_step() -> None:
    steps = [d for d in DECLARED if isinstance(d, StepOf | DealStepOf | TransferStepOf)]
    declared = Counter([*(step.command for step in steps), *PERSON_STEPS, *SUSPENSE_STEPS])
    declared += Counter([StartDeal, BookSuspense])
    same(set(declared), kinds_of(Command) - BASES)
    assert {kind for kind, times in declared.items() if times > 1} == set()


def test_each_act_is_declared_exactly_once() -> None:
    declared = Counter(d.act for d in DECLARED if d.act is not None)
    same(set(declared), set(Act))
    assert {act for act, times in declared.items() if times > 1} == set()
    assert list(OFFERS) == list(Act)


def test_each_event_is_told_or_silent_for_a_reason() -> None:
    told, silent = {*notices.RULES, *notices.OF_PEOPLE}, set(notices.SILENT)
    assert told & silent == set()
    bases = {Event, MilestoneEvent, PointEvent, ProposalEvent, PauseEvent, AmendmentEvent}
    bases |= {SuspenseEvent}
    same(told | silent, kinds_of(Event) - bases)
    assert all(notices.SILENT.values())


def test_no_topic_takes_the_place_of_another_where_their_tables_meet() -> None:
    topics = [
        drafting,
        inviting,
        paying,
        working,
        amending,
        disputing,
        talking,
        people,
        timing,
        settling,
    ]
    for name in ("TELLS", "OF_PEOPLE", "SILENT", "CLOCKS", "DEADLINES"):
        told = Counter(key for topic in topics for key in getattr(topic, name, {}))
        assert {key for key, times in told.items() if times > 1} == set(), name


def test_each_event_with_an_amount_is_booked_or_has_its_reason() -> None:
    kinds = kinds_of(Event)
    with_money = {kind for kind in kinds if any(_is_money(t) for t in _types(kind))}
    same(with_money - set(ledger.RULES) - set(ledger.OF_SUSPENSE), set(BOOKED_ELSEWHERE))


def _types(kind: type) -> list[object]:
    assert dataclasses.is_dataclass(kind)
    return list(typing.get_type_hints(kind).values())


def _is_money(hint: object) -> bool:
    return hint is Money or any(_is_money(arg) for arg in typing.get_args(hint))


def test_each_kind_of_deadline_does_something() -> None:
    same(set(CLOCKS), set(DeadlineKind))


def test_each_state_that_is_not_final_has_its_clocks() -> None:
    same(set(BY_STATE), {state for state in State if not state.final})


def test_each_state_in_which_a_milestone_holds_money_is_named() -> None:
    for name in PLACES:
        deal = place(name).deal
        for m in deal.milestones:
            assert bool(m.held) is (m.state in HOLDING), f"{name}: {m.state}"


def test_each_step_of_the_table_is_taken_somewhere() -> None:
    assert {step for _, step in TABLE} == set(Step)
    for state in State:
        leaves = {to for (old, _), to in TABLE.items() if old is state}
        assert state.final or leaves - {state}, state


def standing_in(state: State) -> list[tuple[Place, int]]:
    """Every place of the tests with a milestone in this state, and its number."""
    return [
        (place(name), m.number)
        for name in PLACES
        for m in place(name).deal.milestones
        if m.state is state
    ]


@pytest.mark.parametrize("state", [state for state in State if not state.final])
def test_what_is_not_final_runs_out_or_says_for_what_it_waits(state: State) -> None:
    timed = [
        deadline
        for at, number in standing_in(state)
        for deadline in deadlines_of(at.deal, at.ctx.policy)
        if deadline.milestone == number and deadline.kind is not DeadlineKind.TRANSFER
    ]
    assert timed or state in WAITS


@pytest.mark.parametrize("state", [state for state in State if not state.final])
def test_what_is_not_final_can_be_left_by_a_party_or_the_desk(state: State) -> None:
    assert any(_leaves(at, number, state) for at, number in standing_in(state))


def _leaves(at: Place, number: int, state: State) -> bool:
    for person in (BINA, CARLOS, ARAM, NOOR, TESS):
        offered = {o.act for o in available(at.deal, person, at.ctx) if o.milestone == number}
        for act, command in well_formed(at.scene, person, number).items():
            if act in offered and isinstance(command, DealCommand):
                after, _ = decide(at.deal, command, at.ctx)
                if after.milestone(number).state is not state:
                    return True
    return False
