"""*Settings*: one command for each answer."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from aiogram.types import Message
from babel import Locale

from bot.buttons import Press
from bot.cards import Card
from bot.cards.people import (
    ask_card,
    cities_card,
    languages_card,
    phrase_card,
    reminders_card,
    settings_card,
)
from bot.parties.kit.forms import blank, closing, keep
from bot.parties.kit.presses import OnPress
from bot.parties.kit.shown import OpenQuestion, Shown
from bot.parties.kit.update import BOT, App, FormKind, Update
from bot.parties.people import payouts
from bot.parties.people.payouts import WHAT
from bot.parties.people.places import Place, places_like, zones_at
from bot.texts.times import city
from core.escrow import Form
from core.people import ChangeSettings
from core.ports import Expecting
from core.values.errors import BadInput
from core.values.ids import PersonId
from core.values.words import clean

ZONE: Final = "zone"
PHRASE: Final = "phrase"


async def settings(update: Update) -> Card:
    """What is set now, read anew after a change."""
    app = update.app
    person = await app.reads.person(update.person.id) or update.person
    t = app.texts.get(person.locale, person.zone)
    shown = city(person.zone, t.babel)
    return settings_card(person, app.texts.languages(), shown, t, digests=_digests(app))


def _digests(app: App) -> bool:
    """Whether the house sends any."""
    return app.escrow.policy.digest is not None


async def on_settings(update: Update, _press: Press) -> Shown:
    """The card. *Back* from a question of it closes that; no other form is touched."""
    row = await update.app.reads.expecting(update.person.id, BOT)
    if row is not None and row.what == WHAT:
        await update.forget(WHAT)
    return Shown(await settings(update))


async def on_language(update: Update, press: Press) -> Shown:
    """Which ones there are, or the one that was chosen."""
    if press.arg in update.app.texts.languages():
        return await _change(update, ChangeSettings(actor=update.person.id, locale=press.arg))
    return Shown(languages_card(update.app.texts.languages(), update.t))


async def on_zone(update: Update, press: Press) -> Shown:
    """Where one is, asked or chosen of several."""
    if press.arg:
        return await _placed(update, press.arg)
    return await _open(update, ZONE)


async def on_phrase(update: Update, _press: Press) -> Shown:
    """The safety phrase."""
    return await _open(update, PHRASE)


async def on_reminders(update: Update, _press: Press) -> Shown:
    """Of what one is reminded, and the daily summary."""
    person = await update.app.reads.person(update.person.id) or update.person
    return Shown(reminders_card(person, update.t, digests=_digests(update.app)))


async def on_mute(update: Update, press: Press) -> Shown:
    """Fewer reminders, or all."""
    fewer = press.arg == "1"
    return await _wish(update, press, ChangeSettings(actor=update.person.id, muted=fewer))


async def on_digest(update: Update, press: Press) -> Shown:
    """A summary once a day, or none."""
    off = press.arg == "0"
    return await _wish(update, press, ChangeSettings(actor=update.person.id, no_digest=off))


async def _wish(update: Update, press: Press, command: ChangeSettings) -> Shown:
    await update.do(command)
    return await on_reminders(update, press)


async def no_phrase(update: Update, _press: Press) -> Shown:
    """None any more."""
    return await _change(update, ChangeSettings(actor=update.person.id, phrase=""))


async def _open(update: Update, question: str) -> Shown:
    return Shown(OpenQuestion(await keep(update, blank(update, WHAT, None, None, question))))


async def _change(update: Update, command: ChangeSettings, form: Form | None = None) -> Shown:
    """Change it and show what is set; an open question of the settings is answered with it."""
    row = await update.app.reads.expecting(update.person.id, BOT)
    if form is None and row is not None and row.what == WHAT:
        form = closing(row)
    await update.do(command, form=form)
    return Shown(await settings(update), closed=True)


async def ask(update: Update, row: Expecting) -> Card:
    """The question that is open."""
    if row.field in payouts.FIELDS:
        return payouts.ask(update, row)
    return phrase_card(update.person, update.t) if row.field == PHRASE else ask_card(ZONE, update.t)


async def take(update: Update, message: Message, row: Expecting) -> Shown:
    """A typed answer; the time zone may be a place on the map."""
    text = message.text or ""
    match row.field:
        case "payout":
            return await payouts.typed_account(update, row, text)
        case "holder":
            return await payouts.typed_holder(update, row, text)
        case "phrase":
            phrase = clean(text, limit=1000, lines=False)
            changed = ChangeSettings(actor=update.person.id, phrase=phrase)
            return await _change(update, changed, closing(row))
        case _:
            return await _zone(update, message, closing(row))


def _city_flag(person: PersonId) -> str:
    return f"city-asked:{person}"


async def city_is_settled(app: App, person: PersonId) -> bool:
    """Whether they said where they are, or *Not now*: they are asked no more."""
    if person in app.placed:
        return True
    if await app.edge.flag(_city_flag(person)) is None:
        return False
    app.placed.add(person)
    return True


async def city_was_settled(app: App, person: PersonId) -> None:
    """They are asked no more, also where it is the house's own city."""
    await app.edge.set_flag(_city_flag(person), "1")
    app.placed.add(person)


async def _placed(update: Update, zone: str, form: Form | None = None) -> Shown:
    shown = await _change(update, ChangeSettings(actor=update.person.id, zone=zone), form)
    await city_was_settled(update.app, update.person.id)
    return shown


async def _zone(update: Update, message: Message, form: Form) -> Shown:
    """The one that is meant, or which of several. Raises BadInput("city-unknown")."""
    spot, typed = message.location, message.text or ""
    if spot is not None:
        found = await asyncio.to_thread(zones_at, spot.latitude, spot.longitude)
    else:
        found = await asyncio.to_thread(places_like, typed, update.t.locale)
    if not found.places:
        raise BadInput("city-unknown")
    if found.sure:
        return await _placed(update, found.places[0].zone, form)
    now = update.app.escrow.now()
    shown = [(place.zone, _shown(place, update.t.babel, now)) for place in found.places]
    return Shown(cities_card(shown, update.t))


def _shown(place: Place, locale: Locale, now: datetime) -> str:
    """`Madrid, 18:00`: people know their city by its time of day, and its namesakes by country."""
    named = f"{place.name}, {place.country}" if place.name else city(place.zone, locale)
    return f"{named}, {now.astimezone(ZoneInfo(place.zone)):%H:%M}"


FORM = FormKind(WHAT, ask, take)
PRESSES = (
    OnPress("set", on_settings),
    OnPress("set.language", on_language),
    OnPress("set.zone", on_zone),
    OnPress("set.phrase", on_phrase),
    OnPress("set.phrase-remove", no_phrase),
    OnPress("set.reminders", on_reminders),
    OnPress("set.mute", on_mute),
    OnPress("set.digest", on_digest),
    *payouts.PRESSES,
)
