"""From the answer to the arbiter: the two's time to agree, and how the arbiter is called."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.deal.calling import arbitrated, is_small, negotiating
from core.deal.context import Context
from core.deal.dispute import Dispute
from core.deal.events import MilestoneEvent
from core.deal.hearing import Called
from core.deal.milestone import Milestone
from core.deal.model import Deal
from core.deal.settle import Decision
from core.deal.stage import DisputeStep, Stage
from core.deal.step import Act, StepOf
from core.deal.who import party
from core.disputing.commands import AddNothing, CallArbiter
from core.disputing.events import (
    ArbiterCalled,
    ArbitrationBegun,
    EvidenceOver,
    NegotiationBegun,
    NothingAdded,
)
from core.disputing.guards import case_of
from core.disputing.ruling_time import clocked
from core.values.errors import NotNow, Stale
from core.values.ids import PersonId

Went = tuple[Dispute, tuple[MilestoneEvent, ...]]


def answered(deal: Deal, case: Dispute, ctx: Context) -> Went:
    """Once both have spoken they may agree between them; over a small claim an arbiter decides."""
    silent = any(case.statement_of(person) is None for person in deal.parties)
    if case.stage is not Stage.ANSWERING or silent:
        return case, ()
    if is_small(deal.milestone(case.milestone).held, ctx.policy):
        return _to_arbiter(deal, case, Called.SMALL, ctx)
    return negotiating(deal, case, ctx), (NegotiationBegun(case.milestone),)


def unanswered(deal: Deal, case: Dispute, ctx: Context) -> Went:
    """The time to answer passed: the arbiter looks at it without, and nobody has lost by that."""
    if case.stage is not Stage.ANSWERING:
        return case, ()
    return _to_arbiter(deal, case, Called.UNANSWERED, ctx)


def _to_arbiter(deal: Deal, case: Dispute, why: Called, ctx: Context) -> Went:
    return arbitrated(deal, case, ctx), (ArbitrationBegun(case.milestone, why),)


def may_call(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """Either side, while the two may agree; once. Raises NotNow("arbiter-called")."""
    party(deal, actor)
    case = case_of(deal, m)
    case.take(DisputeStep.CALL)
    if case.negotiation is not None and actor in case.negotiation.called:
        raise NotNow("arbiter-called")


def call(deal: Deal, m: Milestone, cmd: CallArbiter, ctx: Context) -> Decision:
    """Both at once, or either alone after a while: a call made earlier stands until then."""
    case = case_of(deal, m)
    talks = case.negotiation
    if talks is None:
        raise NotNow("no-dispute")
    talks = replace(talks, called=(*talks.called, cmd.actor))
    case = replace(case.take(DisputeStep.CALL), negotiation=talks)
    both = {*deal.parties} <= {*talks.called}
    if both or ctx.over(talks.by_both.ends_at):
        why = Called.BOTH if both else Called.ALONE
        case, events = _to_arbiter(deal, case, why, ctx)
        return deal.with_dispute(case), events
    return deal.with_dispute(case), (ArbiterCalled(m.number, cmd.actor),)


def negotiation_over(deal: Deal, m: Milestone, ctx: Context) -> Decision:
    """They did not agree in time, or one of them called the arbiter."""
    case = case_of(deal, m)
    called = case.negotiation is not None and case.negotiation.called
    case, events = _to_arbiter(deal, case, Called.ALONE if called else Called.TIME, ctx)
    return deal.with_dispute(case), events


def may_add_nothing(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """Either side, while a ruling waits for what it may add. Raises NotNow("adds-nothing")."""
    party(deal, actor)
    case = case_of(deal, m)
    case.take(DisputeStep.ADD_NOTHING)
    if case.filing is None or not case.filing.waits_for(actor):
        raise NotNow("adds-nothing")


def add_nothing(deal: Deal, m: Milestone, cmd: AddNothing, ctx: Context) -> Decision:
    """Of the case as it stood when it was asked. Raises Stale where something came since."""
    before = case_of(deal, m)
    if before.filing is None or (cmd.said, cmd.filed) != _stands(before):
        raise Stale
    done = (*before.filing.done, cmd.actor)
    over = ctx.now if {*deal.parties} <= {*done} else None
    filing = replace(before.filing, done=done, over_at=over)
    after = replace(before.take(DisputeStep.ADD_NOTHING), filing=filing)
    case = clocked(deal, before, after, ctx)
    return deal.with_dispute(case), (NothingAdded(m.number, cmd.actor),)


def _stands(case: Dispute) -> tuple[int, int]:
    return len(case.statements), len(case.evidence)


def evidence_over(deal: Deal, m: Milestone, ctx: Context) -> Decision:
    """The ruling waits no longer for what either side may add; until then they still can."""
    case = case_of(deal, m)
    if case.filing is None:
        return deal, ()
    case = replace(case, filing=replace(case.filing, over_at=ctx.now))
    return deal.with_dispute(case), (EvidenceOver(m.number),)


def something_new(case: Dispute) -> Dispute:
    """Whoever had nothing to add may answer what came since, while there is time."""
    return case if case.filing is None else replace(case, filing=case.filing.added())


STEPS: Final = (
    StepOf(Act.CALL_ARBITER, CallArbiter, may_call, call),
    StepOf(Act.ADD_NOTHING, AddNothing, may_add_nothing, add_nothing, while_frozen=True),
)
