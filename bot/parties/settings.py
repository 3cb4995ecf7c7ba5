"""*Settings*: one command for each answer."""

from __future__ import annotations

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import Message
from babel import Locale

from bot.buttons import Press
from bot.cards import Card
from bot.cards.settings import ask_card, cities_card, languages_card, phrase_card, settings_card
from bot.parties.deals.forms import closing
from bot.parties.deals.gather import QUESTIONS, ask_next
from bot.parties.deals.show import screen
from bot.parties.kit import BOT, Asked, Pressed, Update
from bot.parties.payouts import (
    PAYOUT_FIELDS,
    WHAT,
    ask_payout,
    begin_payout,
    confirm_payout,
    own_holder,
    typed_account,
    typed_holder,
)
from bot.parties.places import Place, places_like, zones_at
from bot.texts.times import city
from core.deal.commands import Command
from core.escrow import Form
from core.people import ChangeSettings
from core.ports import Expecting
from core.values.errors import BadInput, NotYours
from core.values.words import clean

router = Router(name="settings")


async def show_settings(update: Update) -> None:
    """What is set now, read anew after a change."""
    app = update.app
    person = await app.reads.person(update.person.id) or update.person
    t = app.texts.get(person.locale, person.zone)
    shown = city(person.zone, t.babel)
    await update.show(settings_card(person, app.texts.languages(), shown, t))


@router.callback_query(Pressed("set"))
async def on_settings(_event: object, update: Update, press: Press) -> None:
    """The card, a question, or an answer by button."""
    what, _, choice = press.arg.partition(".")
    match what:
        case "":
            await _close(update)
            await show_settings(update)
        case "language" if choice in update.app.texts.languages():
            await _change(update, ChangeSettings(actor=update.person.id, locale=choice))
        case "language":
            await update.show(languages_card(update.app.texts.languages(), update.t))
        case "zone" if choice:
            await _change(update, ChangeSettings(actor=update.person.id, zone=choice))
        case "zone":
            await _open(update, "zone", ask_card("zone", update.t))
        case "phrase" if choice == "remove":
            await _change(update, ChangeSettings(actor=update.person.id, phrase=""))
        case "phrase":
            await _open(update, "phrase", phrase_card(update.person, update.t))
        case "payout":
            await begin_payout(update, choice, press.deal)
        case "payto":
            await confirm_payout(update, choice)
        case "holder":
            await own_holder(update)
        case _:
            raise NotYours("button-unknown")


async def _close(update: Update) -> None:
    """*Back* from a question of the settings closes it; no other form is touched."""
    row = await update.app.reads.expecting(update.person.id, BOT)
    if row is not None and row.what == WHAT:
        await update.forget(WHAT)


async def _open(update: Update, question: str, card: Card) -> None:
    await update.expect(WHAT, question=question)
    await screen(update, None, card)


async def _change(update: Update, command: Command, form: Form | None = None) -> None:
    """Change it and show what is set; an open question of the settings is answered with it."""
    row = await update.app.reads.expecting(update.person.id, BOT)
    if form is None and row is not None and row.what == WHAT:
        form = closing(row)
    await update.do(command, form=form)
    await show_settings(update)
    await ask_next(update)


async def ask_open(update: Update, row: Expecting) -> None:
    """The question that is open, once more."""
    if row.field in PAYOUT_FIELDS:
        await ask_payout(update, row)
    else:
        await update.say(ask_card(row.field, update.t))


QUESTIONS[WHAT] = ask_open


@router.message(Asked(WHAT))
async def on_answer(message: Message, update: Update, expecting: Expecting) -> None:
    """A typed answer; the time zone may be a place on the map."""
    form = closing(expecting)
    match expecting.field:
        case "zone":
            await _zone(update, message, form)
        case "phrase":
            phrase = clean(message.text or "", limit=1000, lines=False)
            await _change(update, ChangeSettings(actor=update.person.id, phrase=phrase), form)
        case "payout":
            await typed_account(update, expecting, message.text or "")
        case "holder":
            await typed_holder(update, expecting, message.text or "")
        case _:
            await update.forget(WHAT)


async def _zone(update: Update, message: Message, form: Form) -> None:
    """The one that is meant, or which of several. Raises BadInput("city-unknown")."""
    spot, typed = message.location, message.text or ""
    if spot is not None:
        found = await asyncio.to_thread(zones_at, spot.latitude, spot.longitude)
    else:
        found = await asyncio.to_thread(places_like, typed, update.t.locale)
    if not found.places:
        raise BadInput("city-unknown")
    if found.sure:
        changed = ChangeSettings(actor=update.person.id, zone=found.places[0].zone)
        await _change(update, changed, form)
        return
    now = update.app.escrow.now()
    shown = [(place.zone, _shown(place, update.t.babel, now)) for place in found.places]
    await update.say(cities_card(shown, update.t))


def _shown(place: Place, locale: Locale, now: datetime) -> str:
    """`Madrid, 18:00`: people know their city by its time of day, and its namesakes by country."""
    named = f"{place.name}, {place.country}" if place.name else city(place.zone, locale)
    return f"{named}, {now.astimezone(ZoneInfo(place.zone)):%H:%M}"
