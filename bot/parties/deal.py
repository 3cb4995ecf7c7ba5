"""A deal's live card, *More…*, *Why can't I…?*, and the text that reminds the other side."""

from __future__ import annotations

from typing import Final

from bot.buttons import Press
from bot.cards.deal import more_card
from bot.cards.kit.acts import LOOKS, OPEN, places
from bot.cards.kit.choosing import choose_card
from bot.cards.kit.heading import CHOOSE
from bot.cards.remind import remind_card
from bot.cards.why import why_card
from bot.parties.kit.presses import OnPress
from bot.parties.kit.screens import house_of, own_view
from bot.parties.kit.shown import Screen, Shown, TheDeal
from bot.parties.kit.update import Update
from core.available import explained
from core.values.errors import NotYours, Stale

_PAGES: Final = ("1", "2")
"""Of *More…*, behind the first."""


async def on_deal(_update: Update, press: Press) -> Shown:
    """How it stands."""
    if press.deal is None:
        raise NotYours("no-such-deal")
    return Shown(TheDeal(press.deal))


async def on_more(update: Update, press: Press) -> Shown:
    """What is rare."""
    view = await own_view(update, press.deal)
    page = int(press.arg) if press.arg in _PAGES else 0
    return Shown(Screen(more_card(view, update.t, page), view.deal.id))


async def on_choose(update: Update, press: Press) -> Shown:
    """An act that is offered on several milestones: which of them. Raises Stale."""
    view = await own_view(update, press.deal)
    act = next((act for act in LOOKS if act.value == press.arg), None)
    if act is None or not places(view, act):
        raise Stale
    return Shown(Screen(choose_card(view, act, press, update.t), view.deal.id))


async def on_why(update: Update, press: Press) -> Shown:
    """*Why can't I…?*: of what is theirs and not offered."""
    view = await own_view(update, press.deal)
    deal, ctx = await update.app.escrow.seen_by(view.viewer, view.deal.id)
    card = why_card(view, explained(deal, view.viewer, ctx), update.t)
    return Shown(Screen(card, view.deal.id))


async def on_remind(update: Update, press: Press) -> Shown:
    """A text to paste where the other side reads."""
    view = await own_view(update, press.deal)
    other = view.other
    texts = update.app.texts
    theirs = update.t if other is None else texts.get(other.locale, other.zone)
    card = remind_card(view, update.t, theirs, house_of(update.app))
    return Shown(Screen(card, view.deal.id))


PRESSES = (
    OnPress("deal", on_deal),
    OnPress(OPEN, on_deal),
    OnPress("more", on_more),
    OnPress(CHOOSE, on_choose),
    OnPress("why", on_why),
    OnPress("moreremind", on_remind),
)
