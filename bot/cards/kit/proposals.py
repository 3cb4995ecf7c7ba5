"""What is proposed, as buttons and lines name it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from bot.buttons import Press
from bot.cards.kit.shares import after_fee
from core.amending import due_with
from core.deal.milestone import Milestone
from core.deal.proposal import Proposal, ProposalKind
from core.deal.step import Act
from core.deal.terms import Terms
from core.values.money import Money
from core.views import DealView

ABOUT: Final[Mapping[Act, ProposalKind]] = MappingProxyType(
    {
        Act.ACCEPT_TIME: ProposalKind.MORE_TIME,
        Act.REJECT_TIME: ProposalKind.MORE_TIME,
        Act.WITHDRAW_TIME: ProposalKind.MORE_TIME,
        Act.ACCEPT_PAUSE: ProposalKind.PAUSE,
        Act.REJECT_PAUSE: ProposalKind.PAUSE,
        Act.WITHDRAW_PAUSE: ProposalKind.PAUSE,
        Act.ACCEPT_END: ProposalKind.END,
        Act.REJECT_END: ProposalKind.END,
        Act.WITHDRAW_END: ProposalKind.END,
        Act.ACCEPT_OFFER: ProposalKind.SETTLE,
        Act.REJECT_OFFER: ProposalKind.SETTLE,
        Act.WITHDRAW_OFFER: ProposalKind.SETTLE,
        Act.ACCEPT_ADVICE: ProposalKind.ADVICE,
        Act.REJECT_ADVICE: ProposalKind.ADVICE,
        Act.ACCEPT_CHANGE: ProposalKind.TERMS,
        Act.REJECT_CHANGE: ProposalKind.TERMS,
        Act.WITHDRAW_CHANGE: ProposalKind.TERMS,
    }
)
"""Acts on what is proposed, each with what it is about."""


def proposed(view: DealView, act: Act, milestone: int | None) -> Proposal | None:
    """What an act is about, while it waits for its answer."""
    kind = ABOUT.get(act)
    if kind is ProposalKind.TERMS:
        return view.deal.amendment
    if kind is None or milestone is None:
        return None
    return view.deal.open_proposal(milestone, kind)


def names_open(view: DealView, act: Act | None, press: Press) -> bool:
    """Whether a button is not about an earlier proposal than the one that waits now."""
    if act is None or act not in ABOUT:
        return True
    waits = proposed(view, act, press.milestone)
    return waits is not None and press.arg == str(waits.number)


def time_args(m: Milestone, more: timedelta, since: datetime) -> dict[str, object]:
    """More time: how much, and which date becomes which; what is late gets it from `since`."""
    return {"more": more, "due": m.due or "", "then": due_with(m, more, since) or ""}


def pause_args(m: Milestone, length: timedelta) -> dict[str, object]:
    """A pause: how long, and which date becomes which, were it agreed to now."""
    due = m.due
    return {"pause": length, "due": due or "", "then": "" if due is None else due + length}


def end_args(view: DealView, m: Milestone, share: Money) -> dict[str, object]:
    """An end: who gets what of what is held, to the cent, with our fee."""
    return {
        "share": share,
        "back": m.held - share,
        "held": m.held,
        "split": "all" if share == m.held else "some" if share else "none",
        **after_fee(view.deal, share),
    }


def proposal_args(view: DealView, proposal: Proposal) -> dict[str, object]:
    """What a text may name of a proposal, open or closed."""
    m = view.deal.milestone(proposal.milestone)
    role = "none" if view.role is None else view.role.value
    who = "you" if proposal.by == view.viewer else "other"
    args: dict[str, object] = {"until": proposal.window.ends_at, "role": role, "who": who}
    if proposal.more is not None:
        return args | time_args(m, proposal.more, view.now)
    if proposal.pause is not None:
        return args | pause_args(m, proposal.pause)
    if proposal.to_freelancer is None or proposal.held is None:
        return args
    share, held = proposal.to_freelancer, proposal.held
    return args | end_args(view, m, share) | {"held": held, "back": held - share}


def totals(view: DealView, terms: Terms) -> dict[str, object]:
    """The price of all milestones as it is agreed, and as it would be."""
    before, after = view.deal.terms.total, terms.total
    same = before == after
    return {"before": before or "", "after": after or "", "same": same}
