"""What a ruling comes to that leaves the money held, as the desk and as both sides read it."""

from __future__ import annotations

from datetime import timedelta

from bot.cards.kit.desk import Part
from bot.cards.kit.heading import other_name
from bot.texts import Safe, Text
from core.deal.dispute import Dispute, Outcome, Ruling
from core.views import DealView


def goes_on_line(
    t: Text, part: Part, dispute: Dispute, outcome: Outcome, more: timedelta | None
) -> Safe:
    """For the desk; nothing where the money moves."""
    if not outcome.goes_on:
        return Safe("")
    return t(
        "desk-ruling-goes-on",
        outcome=outcome,
        more=more or "",
        role=part.role(dispute.opened_by),
        name=part.name(dispute.opened_by),
    )


def goes_on_text(view: DealView, case: Dispute, made: Ruling, t: Text) -> Safe:
    """For a side: of a dispute that had no ground also who opened it."""
    by = "nobody" if case.opened_by is None else "other"
    return t(
        "ruling-goes-on",
        outcome=made.outcome,
        by="you" if case.opened_by == view.viewer else by,
        name=other_name(view, t),
        more=made.more or "",
    )
