"""Reading an amount out of what is held, asking where it is ambiguous; part releases."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message

from bot.buttons import Press
from bot.cards.amounts import amount_card, part_card
from bot.parties.deals.forms import NEEDS, as_seen, blank, closing, form, keep
from bot.parties.deals.gather import QUESTIONS, closed_with, put_question
from bot.parties.deals.show import house_of, own_view
from bot.parties.deals.steps import looked_at
from bot.parties.kit import Pressed, Update
from core.deal.step import Act
from core.ports import Expecting
from core.values.amounts import parse
from core.values.errors import Ambiguous, BadInput, NotNow, Stale
from core.values.money import Money
from core.working import ReleasePart

AMOUNT: Final = "amount"
PART: Final = "part"
TAKES: Final[dict[str, Callable[[Update, Expecting, Money], Awaitable[None]]]] = {}
"""By form: what is done with the amount."""

router = Router(name="deal-amounts")


class AskedAmount(BaseFilter):
    """Words for a form that waits for an amount."""

    async def __call__(self, _message: Message, expecting: Expecting | None = None) -> bool:
        """By the open form alone."""
        return expecting is not None and expecting.what in TAKES and expecting.field == AMOUNT


async def ask_amount(
    update: Update, row: Expecting, choices: tuple[Money, ...] = (), *, new: bool = True
) -> None:
    """How much."""
    view = await own_view(update, row.deal)
    card = amount_card(view, view.deal.milestone(row.number), row, update.t, choices)
    await put_question(update, row, card, new=new)


@router.message(AskedAmount(), F.text, ~F.text.startswith("/"))
async def typed(message: Message, update: Update, expecting: Expecting) -> None:
    """What they wrote; what can be read in two ways is asked, never guessed.

    More than is held can not be meant.
    """
    view = await own_view(update, expecting.deal)
    held = view.deal.milestone(expecting.number).held
    take = TAKES[expecting.what]
    try:
        amount = parse(message.text or "", held.currency, zero=expecting.what != PART)
    except Ambiguous as several:
        readings = _readings(several)
        possible = tuple(amount for amount in readings if amount <= held)
        if len(possible) > 1 or possible == readings:
            await ask_amount(update, expecting, possible)
        else:
            await take(update, expecting, (*possible, *readings)[0])
    else:
        await take(update, expecting, amount)


def _readings(several: Ambiguous) -> tuple[Money, ...]:
    found: Any = several.data.get("choices", ())
    return tuple(Money(minor, currency) for minor, currency in found)


@router.callback_query(Pressed("parta"))
async def chosen(_query: CallbackQuery, update: Update, press: Press) -> None:
    """One of the amounts on the buttons."""
    what, _, minor = press.arg.partition(".")
    row = await form(update, what, press.deal, press.milestone)
    if row is None or what not in TAKES or not minor.isdecimal():
        raise Stale
    view = await own_view(update, press.deal)
    currency = view.deal.milestone(press.number).amount.currency
    await TAKES[what](update, row, Money(int(minor), currency))


@router.callback_query(Pressed("part"))
async def begin_part(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Release a part*: how much."""
    view, m = await looked_at(update, press, Act.RELEASE_PART)
    row = await form(update, PART, view.deal.id, m.number)
    row = await keep(update, row or blank(update, PART, view.deal.id, m.number, AMOUNT))
    await ask_amount(update, row, new=False)


async def take_part(update: Update, row: Expecting, amount: Money) -> None:
    """The screen before the second tap. Raises BadInput("part-out-of-range")."""
    view = await own_view(update, row.deal)
    m = view.deal.milestone(row.number)
    if amount >= m.held:
        raise BadInput("part-out-of-range", held=(m.held.minor, m.held.currency))
    card = part_card(view, m, row, amount, update.t, play=house_of(update.app).plays(m))
    await put_question(update, row, card, new=False)


@router.callback_query(Pressed("partx"))
async def release_part(_query: CallbackQuery, update: Update, press: Press) -> None:
    """The second tap."""
    row = await form(update, PART, press.deal, press.milestone)
    view = await own_view(update, press.deal)
    m = view.deal.milestone(press.number)
    if not press.arg.isdecimal():
        raise Stale
    amount = Money(int(press.arg), m.held.currency)
    command = ReleasePart(
        actor=update.person.id,
        deal=view.deal.id,
        milestone=m.number,
        seen=press.shown,
        amount=amount,
    )
    try:
        await update.do(command, None if row is None else closing(row))
    except NotNow as no:
        raise await as_seen(update, no, view.deal.id, m.number, press.seen) from None
    name = "" if view.other is None else view.other.name
    await closed_with(update, view.deal.id, update.t("done-approve", amount=amount, name=name))


async def ask_part(update: Update, row: Expecting) -> None:
    """The open question of a part release."""
    await ask_amount(update, row)


TAKES[PART] = take_part
QUESTIONS[PART] = ask_part
NEEDS[PART] = Act.RELEASE_PART
