"""Until when proposals are answered, and pauses last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from core.amending.events import AmendmentExpired, ProposalExpired
from core.amending.pausing import over
from core.amending.settling import awaited, expired
from core.deal.clocks import Clock, Deadline, MeetDeadline, On, of_milestone
from core.deal.context import Context
from core.deal.milestone import Milestone, State
from core.deal.model import Deal
from core.deal.pause import PauseWhy
from core.deal.proposal import IN_DISPUTE, OF_DEAL, ProposalKind, ProposalState, ProposalStep
from core.deal.settle import Decision
from core.values.window import DeadlineKind


def unanswered(on: On) -> list[Deadline]:
    """What is proposed about this milestone and waits for the other side."""
    waits = [
        p for p in on.deal.proposals if p.milestone == on.m.number and p.state is ProposalState.OPEN
    ]
    found = [
        on.act(
            DeadlineKind.PROPOSAL_ENDS,
            p.window.ends_at,
            on.deal.other(p.by),
            p.window.opened_at,
            of=f":{p.number}",
        )
        for p in waits
        if p.kind not in IN_DISPUTE
    ]
    return [*found, *(d for p in waits if p.kind in IN_DISPUTE for d in awaited(on, p))]


def of_the_deal(deal: Deal) -> list[Deadline]:
    """The change of what is agreed that waits for the other side."""
    p = deal.amendment
    if p is None:
        return []
    kind, clock = DeadlineKind.PROPOSAL_ENDS, p.window
    key = f"{kind.value}:{OF_DEAL}:{p.number}"
    person, ends = deal.other(p.by), clock.ends_at
    return [Deadline(key, kind, ends, None, person, clock.opened_at, ends)]


def _expired(deal: Deal, cmd: MeetDeadline, _ctx: Context) -> Decision:
    """Silence is a no."""
    proposal = deal.proposal(int(cmd.key.rpartition(":")[2]))
    if proposal.kind in IN_DISPUTE:
        return expired(deal, proposal)
    deal = deal.with_proposal(proposal.take(ProposalStep.EXPIRE))
    if proposal.kind is ProposalKind.TERMS:
        return deal, (AmendmentExpired(proposal.number),)
    return deal, (ProposalExpired(proposal.milestone, proposal.number),)


def _paused(on: On) -> list[Deadline]:
    """The client sends something; or the freelancer goes on, at the end of what both agreed to."""
    pause, clock = on.m.pause, on.m.window
    if pause is None or clock is None:
        return []
    material = pause.why is PauseWhy.MATERIAL
    person = on.deal.client if material else on.deal.freelancer
    return [on.act(DeadlineKind.PAUSE_ENDS, clock.ends_at, person)]


def _over(deal: Deal, m: Milestone, _cmd: MeetDeadline, ctx: Context) -> Decision:
    return over(deal, m, ctx)


DEADLINES: Final[Mapping[State, Callable[[On], list[Deadline]]]] = MappingProxyType(
    {State.PAUSED: _paused}
)
CLOCKS: Final[Mapping[DeadlineKind, Clock]] = MappingProxyType(
    {
        DeadlineKind.PROPOSAL_ENDS: _expired,
        DeadlineKind.PAUSE_ENDS: of_milestone(_over),
    }
)
