"""In which city one is: asked on one's live card from the first agreement on, until it is said."""

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
from bot.parties.people.settings import ZONE, city_is_settled, city_was_settled
from bot.texts import Text
from bot.texts.times import city
from core.deal.person import Person
from core.values.errors import NotYours
from core.views import DealView


async def _is_to_be_asked(app: App, person: Person) -> bool:
    """Whether times are told them as the house has it, and they never said that this is right."""
    of_the_house = person.zone == app.settings.operator.time_zone
    return of_the_house and not await city_is_settled(app, person.id)


async def with_city_asked(app: App, view: DealView, card: Card, t: Text) -> Card:
    """The viewer's live card with the question below it, where there is room, until they answer."""
    person = view.people.get(view.viewer)
    if person is None or view.deal.state.final or not await _is_to_be_asked(app, person):
        return card
    text, more = asking_city(view.deal.id, city(person.zone, t.babel), card.text, t)
    rows = (*card.rows, *more)
    fits = length(text) <= MOST and sum(map(len, rows)) <= MOST_BUTTONS
    return replace(card, text=text, rows=rows) if fits else card


async def _my_city(update: Update, _press: Press) -> Shown:
    """*My city…*: the deal's card stays as it is."""
    row = await keep(update, blank(update, WHAT, None, None, ZONE))
    return Shown(OpenQuestion(row, new=True))


async def _not_now(update: Update, press: Press) -> Shown:
    """*Not now*, once: it stays in the settings."""
    if press.deal is None:
        raise NotYours("no-such-deal")
    await city_was_settled(update.app, update.person.id)
    return Shown(TheDeal(press.deal), update.t("city-not-now"))


PRESSES = (OnPress("set.city", _my_city), OnPress("set.later", _not_now))
