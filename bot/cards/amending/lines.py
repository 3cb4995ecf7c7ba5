"""What waits for an answer, on the live card."""

from __future__ import annotations

from bot.cards.kit.heading import milestone_title, other_name
from bot.cards.kit.proposals import proposal_args
from bot.texts import Safe, Text
from core.deal.milestone import Milestone
from core.deal.proposal import ProposalKind, ProposalState
from core.views import DealView

_KEYS = {ProposalKind.MORE_TIME: "proposal-time", ProposalKind.END: "proposal-end"}


def proposal_lines(view: DealView, m: Milestone, t: Text) -> list[Safe]:
    """Who proposes what, until when it is answered, and what silence means."""
    named = {"name": other_name(view, t), "title": milestone_title(view, m.number)}
    return [
        t(_KEYS[p.kind], **named, **proposal_args(view, p))
        for p in view.deal.proposals
        if p.milestone == m.number and p.state is ProposalState.OPEN
    ]
