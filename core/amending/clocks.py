"""Until when proposals are answered."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core.amending.events import ProposalExpired
from core.deal.clocks import Clock, Deadline, MeetDeadline, On
from core.deal.context import Context
from core.deal.model import Deal
from core.deal.proposal import ProposalState, ProposalStep
from core.deal.settle import Decision
from core.values.window import DeadlineKind


def unanswered(on: On) -> list[Deadline]:
    """What is proposed about this milestone and waits for the other side."""
    return [
        on.act(
            DeadlineKind.PROPOSAL_ENDS,
            p.window.ends_at,
            on.deal.other(p.by),
            p.window.opened_at,
            of=f":{p.number}",
        )
        for p in on.deal.proposals
        if p.milestone == on.m.number and p.state is ProposalState.OPEN
    ]


def _expired(deal: Deal, cmd: MeetDeadline, _ctx: Context) -> Decision:
    """Silence is a no."""
    proposal = deal.proposal(int(cmd.key.rpartition(":")[2]))
    expired = ProposalExpired(proposal.milestone, proposal.number)
    return deal.with_proposal(proposal.take(ProposalStep.EXPIRE)), (expired,)


CLOCKS: Final[Mapping[DeadlineKind, Clock]] = MappingProxyType(
    {DeadlineKind.PROPOSAL_ENDS: _expired}
)
