"""Paying: play money by a second tap, a bank transfer by its details and *I've paid*."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.buttons import Press
from bot.parties.deals.show import house_of
from bot.parties.deals.steps import ask_first, looked_at
from bot.parties.kit import Pressed, Update
from core.deal import Act

router = Router(name="deal-paying")


@router.callback_query(Pressed("pay"))
async def pay(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Pay*: what for, to whom, how."""
    _, m = await looked_at(update, press, Act.PAY)
    if house_of(update.app).plays(m):
        await ask_first(update, press, "payplay")
