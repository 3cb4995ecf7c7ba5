"""In which city one is: asked once, on the card of the first agreement, of who never said it."""

from __future__ import annotations

from dataclasses import replace

from bot.buttons import Press
from bot.cards import Card
from bot.cards.kit.base import MOST_BUTTONS
from bot.cards.kit.wording import MOST, length
from bot.cards.people import asking_city
from bot.parties.kit.forms import blank, keep
from bot.parties.kit.presses import OnPress
from bot.parties.kit.shown import OpenQuestion, Shown, TheDeal
from bot.parties.kit.update import App, Update
from bot.parties.people.payouts import WHAT
from bot.parties.people.settings import ZONE
from bot.texts.times import city
from core.deal.person import Person
from core.values.errors import NotYours
from core.values.ids import DealId


def _asked(person: Person) -> str:
    return f"city-asked:{person.id}"


async def is_to_be_asked(app: App, person: Person) -> bool:
    """Whether times are told them as the house has it, and they were never asked for theirs."""
    if person.zone != app.settings.operator.time_zone or person.id in app.placed:
        return False
    if await app.edge.flag(_asked(person)) is None:
        return True
    app.placed.add(person.id)
    return False


async def was_asked(app: App, person: Person) -> None:
    """It is never asked again, whatever they say to it."""
    await app.edge.set_flag(_asked(person), "1")
    app.placed.add(person.id)


def with_question(update: Update, deal: DealId, card: Card) -> Card:
    """The deal's card with the question below it, where there is room."""
    text, more = asking_city(deal, city(update.person.zone, update.t.babel), card.text, update.t)
    rows = (*card.rows, *more)
    fits = length(text) <= MOST and sum(map(len, rows)) <= MOST_BUTTONS
    return replace(card, text=text, rows=rows) if fits else card


async def _my_city(update: Update, _press: Press) -> Shown:
    """*My city…*: the deal's card stays as it is."""
    row = await keep(update, blank(update, WHAT, None, None, ZONE))
    return Shown(OpenQuestion(row, new=True))


async def _not_now(update: Update, press: Press) -> Shown:
    """*Not now*: it stays in the settings."""
    if press.deal is None:
        raise NotYours("no-such-deal")
    return Shown(TheDeal(press.deal), update.t("city-not-now"))


PRESSES = (OnPress("set.city", _my_city), OnPress("set.later", _not_now))
