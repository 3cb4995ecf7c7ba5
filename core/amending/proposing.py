"""How a proposal is made, of whatever kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from core.amending.events import ProposalMade
from core.deal.context import Context
from core.deal.model import Deal
from core.deal.proposal import Proposal
from core.deal.settle import Decision
from core.values.ids import PersonId
from core.values.window import Window, window


def until(deal: Deal, by: PersonId, ctx: Context, length: timedelta) -> Window:
    """The other side's time to answer; it does not end while they sleep."""
    return window(ctx.now, length, ctx.policy, ctx.zone(deal.other(by)))


def propose(deal: Deal, proposal: Proposal) -> Decision:
    """The proposal is made: it gets its number."""
    made = replace(proposal, number=len(deal.proposals) + 1)
    told = ProposalMade(made.milestone, made.number)
    return replace(deal, proposals=(*deal.proposals, made)), (told,)
