"""Reading an amount out of what is held, and asking where it is ambiguous."""

from __future__ import annotations

from typing import Any, Final

from aiogram.types import Message

from bot.buttons import Press
from bot.cards import Card
from bot.cards.kit.amounts import amount_card
from bot.parties.kit.asking import put_question
from bot.parties.kit.presses import OnForm
from bot.parties.kit.screens import own_view
from bot.parties.kit.shown import Shown
from bot.parties.kit.update import TakeAmount, Update
from core.ports import Expecting
from core.values.amounts import parse
from core.values.errors import Ambiguous, BadInput, Stale
from core.values.money import Money

AMOUNT: Final = "amount"


async def ask_amount(update: Update, row: Expecting, choices: tuple[Money, ...] = ()) -> Card:
    """How much."""
    view = await own_view(update, row.deal)
    return amount_card(view, view.deal.milestone(row.number), row, update.t, choices)


def is_amount(message: Message, row: Expecting) -> bool:
    """Words where an amount is asked for."""
    return row.field == AMOUNT and bool(message.text) and not str(message.text).startswith("/")


def is_figure(message: Message, currency: str) -> bool:
    """Whether all of it is an amount, be it one that can not be: then it is no word beside one."""
    try:
        parse(message.text or "", currency, zero=True)
    except Ambiguous:
        return True
    except BadInput as no:
        return no.key != "amount-unreadable"
    return True


async def take_typed(
    update: Update, message: Message, row: Expecting, *, zero: bool = True
) -> Shown | None:
    """What they wrote; what can be read in two ways is asked, never guessed.

    More than is held can not be meant. `zero`: none is an amount too. Raises BadInput.
    """
    view = await own_view(update, row.deal)
    held = view.deal.milestone(row.number).held
    take = _take(update, row)
    try:
        amount = parse(message.text or "", held.currency, zero=zero)
    except Ambiguous as several:
        readings = _readings(several)
        possible = tuple(amount for amount in readings if amount <= held)
        if len(possible) > 1 or possible == readings:
            await put_question(update, row, await ask_amount(update, row, possible), new=True)
            return None
        return await take(update, row, (*possible, *readings)[0])
    return await take(update, row, amount)


def _take(update: Update, row: Expecting) -> TakeAmount:
    kind = update.kind(row)
    if kind is None or kind.take_amount is None:
        raise Stale
    return kind.take_amount


def _readings(several: Ambiguous) -> tuple[Money, ...]:
    found: Any = several.data.get("choices", ())
    return tuple(Money(minor, currency) for minor, currency in found)


async def chosen(update: Update, press: Press, row: Expecting) -> Shown | None:
    """One of the amounts on the buttons."""
    _, _, minor = press.arg.partition(".")
    if not minor.isdecimal():
        raise Stale
    view = await own_view(update, press.deal)
    currency = view.deal.milestone(press.number).amount.currency
    return await _take(update, row)(update, row, Money(int(minor), currency))


PRESSES = (OnForm("parta", chosen),)
