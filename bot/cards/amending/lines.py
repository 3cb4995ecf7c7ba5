"""What waits for an answer, or for material, on the live card."""

from __future__ import annotations

from typing import Final

from bot.cards.kit.heading import milestone_title, other_name
from bot.cards.kit.proposals import proposal_args, totals
from bot.cards.kit.wording import clipped
from bot.texts import Safe, Text
from core.deal.milestone import Milestone
from core.deal.proposal import ProposalKind, ProposalState
from core.views import DealView

_KEYS = {
    ProposalKind.MORE_TIME: "proposal-time",
    ProposalKind.PAUSE: "proposal-pause",
    ProposalKind.END: "proposal-end",
}
_MOST: Final = 300
"""Of what somebody waits for: all of it came as a message of its own."""


def proposal_lines(view: DealView, m: Milestone, t: Text) -> list[Safe]:
    """Who proposes what, until when it is answered, and what silence means."""
    named = {"name": other_name(view, t), "title": milestone_title(view, m.number)}
    return [
        t(_KEYS[p.kind], **named, **proposal_args(view, p))
        for p in view.deal.proposals
        if p.milestone == m.number and p.kind in _KEYS and p.state is ProposalState.OPEN
    ]


def pause_lines(view: DealView, m: Milestone, t: Text) -> list[Safe]:
    """What the work waits for; until when, and what then, says whose turn it is."""
    pause = m.pause
    if pause is None:
        return []
    words = clipped(" ".join(t.said(pause.words).split()), _MOST)
    role = "none" if view.role is None else view.role.value
    return [t("milestone-paused", why=pause.why, role=role, name=other_name(view, t), words=words)]


def change_line(view: DealView, t: Text) -> Safe | None:
    """Who proposes to change what is agreed, to which total, until when it is answered."""
    waits = view.deal.amendment
    if waits is None or waits.terms is None:
        return None
    return t(
        "proposal-terms",
        who="you" if waits.by == view.viewer else "other",
        name=other_name(view, t),
        until=waits.window.ends_at,
        **totals(view, waits.terms),
    )
