"""What a ruling comes to that leaves the money held, as the desk and as both sides read it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.cards.disputing.exhibits import fee_args
from bot.cards.kit.desk import Part, lines
from bot.cards.kit.heading import other_name
from bot.texts import Safe, Text
from core.deal.dispute import Dispute
from core.deal.points import Item
from core.deal.ruling import Outcome, Ruling
from core.values.money import Money
from core.views import DealView

_CUT = 90
"""Characters of a point where all is to fit one message."""


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


def ordered_lines(t: Text, points: Sequence[Item], most: int = _CUT) -> Safe:
    """What is ordered, point by point."""
    return lines(
        *(
            t(
                "desk-rule-point",
                number=place,
                criterion=0 if item.criterion is None else item.criterion + 1,
                words=cut(t.said(item.words), most),
            )
            for place, item in enumerate(points, 1)
        )
    )


def cut(words: str, most: int) -> str:
    """In one line."""
    text = " ".join(words.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def goes_on_text(view: DealView, case: Dispute, made: Ruling, t: Text) -> Safe:
    """For a side: of a dispute that had no ground also who opened it."""
    by = "nobody" if case.opened_by is None else "other"
    what = t(
        "ruling-goes-on",
        outcome=made.outcome,
        by="you" if case.opened_by == view.viewer else by,
        name=other_name(view, t),
        more=made.more or "",
    )
    if made.outcome is not Outcome.ORDER:
        return what
    shares = made.to_freelancer, made.to_client
    return lines(what, fallback_text(t, *shares, view.deal.terms.fee_bps))


def fallback_text(t: Text, freelancer: Money, client: Money, fee_bps: int) -> Safe:
    """What each side gets if nothing is handed in."""
    amounts = {"freelancer": freelancer, "client": client, **fee_args(freelancer, fee_bps)}
    return lines(t("ruling-fallback"), t("ruling-amounts", **amounts))


def points_of(made: Ruling, t: Text) -> tuple[tuple[Safe, str], ...]:
    """What is ordered, whole, as words of their own; nothing for any other ruling."""
    if not made.points:
        return ()
    told = (f"{place}. {t.said(item.words)}" for place, item in enumerate(made.points, 1))
    return ((t("ruling-points"), "\n".join(told)),)
