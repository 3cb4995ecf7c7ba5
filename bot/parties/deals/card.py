"""The live card itself, *More…*, and the text that reminds the other side."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.buttons import Press
from bot.cards.deal import OPEN, more_card
from bot.cards.remind import remind_card
from bot.parties.deals.show import house_of, own_view, screen, show_deal
from bot.parties.kit import Pressed, Update

router = Router(name="deal-card")


@router.callback_query(Pressed("deal", OPEN))
async def deal(_query: CallbackQuery, update: Update, press: Press) -> None:
    """How it stands."""
    await show_deal(update, press.deal)


@router.callback_query(Pressed("more"))
async def more(_query: CallbackQuery, update: Update, press: Press) -> None:
    """What is rare."""
    view = await own_view(update, press.deal)
    await screen(update, view.deal.id, more_card(view, update.t))


@router.callback_query(Pressed("moreremind"))
async def remind(_query: CallbackQuery, update: Update, press: Press) -> None:
    """A text to paste where the other side reads."""
    view = await own_view(update, press.deal)
    other = view.other
    texts = update.app.texts
    theirs = update.t if other is None else texts.get(other.locale, other.zone)
    await screen(update, view.deal.id, remind_card(view, update.t, theirs, house_of(update.app)))
