"""*Rate*: the stars, a few words where somebody has any, and the tap that gives them."""

from __future__ import annotations

from typing import Final

from aiogram.types import Message

from bot.buttons import DO, Press
from bot.cards import Card
from bot.cards.kit.heading import other_name
from bot.cards.people import stars_card, sure_rating_card
from bot.parties.kit.data import joined, listed, said_data
from bot.parties.kit.forms import at, blank, do_closing, form, keep
from bot.parties.kit.gathering import COLLECT
from bot.parties.kit.presses import OnForm, OnPress
from bot.parties.kit.screens import own_view
from bot.parties.kit.shown import OpenQuestion, Shown, TheDeal
from bot.parties.kit.update import FormKind, Update
from core.deal.rating import BEST, RATING_LIMIT
from core.deal.step import Act
from core.people import RateDeal
from core.ports import Expecting
from core.values.errors import BadInput, Stale
from core.values.ids import DealId
from core.values.words import Words, within
from core.views import DealView

WHAT: Final = "rating"
STARS: Final = "stars"
SURE: Final = COLLECT
"""The question before it is given; what is written then goes with it."""
_MOST_DIGITS: Final = 3
"""Of a number that may be meant as stars."""


async def begin(update: Update, press: Press) -> Shown:
    """How many stars, or where it was left. Raises Refusal where it is not the time for it."""
    view = await own_view(update, press.deal)
    if not view.may(Act.RATE):
        await update.would(_command(view, 1, None))
    row = await form(update, WHAT, view.deal.id)
    return Shown(
        OpenQuestion(await keep(update, row or blank(update, WHAT, view.deal.id, None, STARS)))
    )


async def ask(update: Update, row: Expecting) -> Card:
    """The open question."""
    view, stars, said = await own_view(update, row.deal), row.data.get("stars"), _words(row)
    if row.field != SURE or not isinstance(stars, int):
        return stars_card(view, row, update.t, said=said)
    return sure_rating_card(view, row, stars, update.t, said=said)


def is_text(message: Message, _row: Expecting) -> bool:
    """Words, and no command."""
    return bool(message.text) and not str(message.text).startswith("/")


async def take(update: Update, message: Message, row: Expecting) -> Shown:
    """The stars, or words that go with them, before or after these.

    Raises BadInput: "text-too-long", "stars-out-of-range".
    """
    stars = _typed_stars(message.text or "")
    if stars is not None:
        if not 1 <= stars <= BEST:
            raise BadInput("stars-out-of-range", best=BEST)
        return Shown(OpenQuestion(await keep(update, at(row, SURE, stars=stars)), new=True))
    row = at(row, row.field, texts=[*listed(row, "texts"), *said_data(message, row)])
    said = _words(row)
    within(said.text or "" if said is not None else "", RATING_LIMIT)
    return Shown(OpenQuestion(await keep(update, row), new=True))


async def chosen(update: Update, press: Press, row: Expecting) -> Shown:
    """So many stars."""
    return Shown(OpenQuestion(await keep(update, at(row, SURE, stars=_stars(press)))))


async def _give(update: Update, press: Press) -> Shown:
    """The second tap, which says how many: its words are in the form."""
    view = await own_view(update, press.deal)
    row, stars = await _own_form(update, press, view.deal.id), _stars(press)
    command = _command(view, stars, None if row is None else _words(row))
    if row is None:
        await update.do(command)
    else:
        await do_closing(update, row, command)
    said = update.t("done-rate", name=other_name(view, update.t))
    return Shown(TheDeal(view.deal.id), said, closed=True)


async def _own_form(update: Update, press: Press, deal: DealId) -> Expecting | None:
    """The form of a second tap; None where this very tap closed it, and is handled again.

    Raises Stale for one of a form that was left, or that says otherwise.
    """
    row = await form(update, WHAT, deal)
    if row is None:
        if not await update.begun():
            raise Stale
        return None
    if row.field != SURE or row.data.get("stars") != _stars(press):
        raise Stale
    return row


def _command(view: DealView, stars: int, said: Words | None) -> RateDeal:
    return RateDeal(actor=view.viewer, deal=view.deal.id, stars=stars, words=said)


def _words(row: Expecting) -> Words | None:
    return joined(row.data)


def _typed_stars(typed: str) -> int | None:
    """A number alone, in any digits, or so many stars; None for words."""
    text = typed.strip().replace("\ufe0f", "")
    if text and set(text) <= {"★", "⭐"}:
        return len(text)
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None


def _stars(press: Press) -> int:
    """What a button carries. Raises Stale."""
    _, _, number = press.arg.rpartition(".")
    if len(number) != 1 or not number.isdecimal():
        raise Stale
    return int(number)


FORM = FormKind(WHAT, ask, take, is_text, act=Act.RATE, begins=STARS)
PRESSES = (
    OnPress(Act.RATE.value, begin, Act.RATE),
    OnPress(Act.RATE + DO, _give, Act.RATE),
    OnForm("stars", chosen, FORM),
)
