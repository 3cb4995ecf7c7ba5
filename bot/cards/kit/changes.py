"""What a change of the terms would make different, for whoever proposes it and whoever answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.cards.kit.heading import milestone_title
from bot.cards.kit.proposals import totals
from bot.cards.kit.terms import diff_text
from bot.cards.kit.wording import length
from bot.texts import Safe, Text, plain
from core.deal.terms import Terms, diff
from core.views import DealView

_WHOLE: Final = 1500
"""UTF-16 units of differences that are told at their length; more may be cut short, with a file."""
FILE: Final = "changes.txt"

Pairs = tuple[tuple[Safe, str], ...]


def differences(view: DealView, terms: Terms, t: Text) -> tuple[tuple[Safe, ...], Pairs]:
    """Each difference to what is agreed: whole, or as words that a message may cut short."""
    changes = diff(view.deal.terms, terms)
    whole = diff_text(changes, t)
    if length(whole) <= _WHOLE:
        return (whole,), ()
    return (), tuple((Safe(""), plain(diff_text((change,), t))) for change in changes)


def what_moves(view: DealView, terms: Terms, t: Text) -> Iterator[Safe]:
    """Both totals, what is still to be paid, and what would go back at once."""
    deal = view.deal
    yield t("change-total", **totals(view, terms))
    if len(terms.milestones) > len(deal.milestones):
        yield t("change-added", at_once=terms.rules.all_at_once)
    for m, old, new in zip(deal.milestones, deal.terms.milestones, terms.milestones, strict=False):
        if m.held and new.amount is not None and new.amount != old.amount:
            back = m.amount - new.amount
            role = "none" if view.role is None else view.role.value
            title = milestone_title(view, m.number)
            yield t("change-back", title=title, back=back, stays=m.held - back, role=role)
