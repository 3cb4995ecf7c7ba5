"""What a ruling comes to that leaves the money held, as the desk and as both sides read it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

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


def until_if_now(
    part: Part, outcome: Outcome, more: timedelta | None, now: datetime | None
) -> datetime | None:
    """Until when the freelancer would have, were the ruling carried out now; later it is later.

    More time comes on top of what was left when the dispute began.
    """
    if more is None or now is None:
        return None
    halt, left = part.milestone.halt, timedelta(0)
    if outcome is Outcome.EXTEND and halt is not None and halt.window is not None:
        left = max(left, halt.window.ends_at - halt.at)
    return now + left + more


def goes_on_line(
    t: Text,
    part: Part,
    dispute: Dispute,
    outcome: Outcome,
    more: timedelta | None,
    now: datetime | None = None,
) -> Safe:
    """For the desk; nothing where the money moves. With `now` also until when that would be."""
    if not outcome.goes_on:
        return Safe("")
    return t(
        "desk-ruling-goes-on",
        outcome=outcome,
        more=more or "",
        then=until_if_now(part, outcome, more, now) or "",
        dated=now is not None,
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
