"""Forms that name criteria by their place: what becomes of it when other criteria are agreed."""

from __future__ import annotations

from core.deal.model import Deal
from core.deal.offering import judged_by
from core.ports import Expecting


def places(deal: Deal, row: Expecting, under: int) -> dict[int, int]:
    """The place now of each criterion that was agreed then and still is."""
    if row.milestone is None:
        return {}
    now = deal.terms.milestones[row.number - 1].criteria
    then = judged_by(deal, row.number, under).criteria
    return {old: now.index(words) for old, words in enumerate(then) if words in now}


def agreed_then(row: Expecting) -> int | None:
    """How many agreements came before the one whose criteria it names; None: it names none."""
    under = row.data.get("under")
    return under if isinstance(under, int) else None
