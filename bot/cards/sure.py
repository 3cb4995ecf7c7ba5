"""The second tap of what ends a draft, a counter-offer, or a milestone of either."""

from __future__ import annotations

from typing import Final

from bot.buttons import Button, Style
from bot.cards.base import Card, rows_of
from bot.cards.draft import terms_press
from bot.texts import Safe, Text, plain
from core.ids import DealId
from core.terms import Terms
from core.words import Words


def discard_card(deal: DealId, terms: Terms, t: Text) -> Card:
    """*Discard*."""
    return _sure(deal, "discard", t("discard-sure", title=_named(terms.title, t)), t)


def leave_card(deal: DealId, terms: Terms, t: Text) -> Card:
    """*Discard changes*."""
    return _sure(deal, "leave", t("leave-sure", title=_named(terms.title, t)), t)


def remove_card(deal: DealId, terms: Terms, number: int, mark: str, t: Text) -> Card:
    """*Remove*; `mark` binds the second tap to the terms that the milestone stands in."""
    title = _named(terms.milestones[number - 1].title, t)
    asked = t("remove-sure", number=number, title=title)
    return _sure(deal, "remove", asked, t, number, f".{mark}")


def _named(title: Words | None, t: Text) -> str:
    return str(title) if title is not None else plain(t("terms-untitled"))


_LABELS: Final = {
    "discard": "tap-discard",
    "leave": "tap-leave-changes",
    "remove": "tap-remove",
}


def _sure(
    deal: DealId, act: str, asked: Safe, t: Text, number: int | None = None, bound: str = ""
) -> Card:
    press = terms_press(deal, f"{act}-now{bound}", number)
    yes = Button(t.plain(_LABELS[act]), press, style=Style.DANGER)
    back = Button(t.plain("tap-back"), terms_press(deal, "preview"))
    return Card(asked, rows_of((yes, back)))
