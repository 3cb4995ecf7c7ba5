"""*Settings*: one command for each answer."""

from __future__ import annotations

import asyncio
from datetime import datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import Message
from babel import Locale
from schwifty import IBAN
from schwifty.exceptions import SchwiftyException

from bot.buttons import Press
from bot.cards import Card
from bot.cards.settings import (
    PayoutChange,
    ask_card,
    cities_card,
    languages_card,
    masked,
    payout_card,
    payout_change_card,
    payout_currency_card,
    phrase_card,
    settings_card,
)
from bot.parties.deals.forms import at, closing, form, keep
from bot.parties.deals.gather import QUESTIONS, ask_next
from bot.parties.kit import BOT, Asked, Pressed, Update
from bot.parties.places import Place, places_like, zones_at
from bot.texts import Code, Safe
from bot.texts.times import city
from core.commands import ChangeSettings, Command, SetDestination
from core.errors import BadInput, NotYours, Stale
from core.escrow import Form
from core.ids import DealId
from core.ports import Expecting
from core.words import clean

router = Router(name="settings")
WHAT = "settings"
_IBAN_FROM = 15
_IBAN_TO = 34
_FEWEST = 8
"""Characters of payout details; with fewer nobody can be paid."""


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
            await _payout(update, choice, press.deal)
        case "payto":
            await _change_destination(update, choice)
        case _:
            raise NotYours("button-unknown")


async def _close(update: Update) -> None:
    """*Back* from a question of the settings closes it; no other form is touched."""
    row = await update.app.reads.expecting(update.person.id, BOT)
    if row is not None and row.what == WHAT:
        await update.forget(WHAT)


async def _open(update: Update, question: str, card: Card) -> None:
    await update.expect(WHAT, question=question)
    await update.show(card)


async def _change(update: Update, command: Command, form: Form | None = None) -> None:
    """Change it and show what is set; an open question of the settings is answered with it."""
    row = await update.app.reads.expecting(update.person.id, BOT)
    if form is None and row is not None and row.what == WHAT:
        form = closing(row)
    await update.do(command, form=form)
    await show_settings(update)
    await ask_next(update)


async def _payout(update: Update, currency: str, deal: DealId | None) -> None:
    """Where payouts go; with several currencies, of which one is asked first."""
    offered = update.app.escrow.policy.currencies
    if not currency and len(offered) > 1:
        await update.show(payout_currency_card(offered, deal, update.t))
        return
    code = currency or offered[0]
    if code not in offered:
        raise NotYours("button-unknown")
    known = update.person.destination(code)
    await update.expect(WHAT, question="payout", data={"currency": code})
    details = known.details if known is not None else None
    await update.say(payout_card(code, details, update.t))


async def ask_open(update: Update, row: Expecting) -> None:
    """The question that is open, once more."""
    currency = str(row.data.get("currency", ""))
    if row.field == "payout" and "details" in row.data:
        await _ask_change(update, currency, str(row.data["details"]))
    elif row.field == "payout":
        await update.say(payout_card(currency, None, update.t))
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
            await _destination(update, message, expecting, form)
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


async def _destination(update: Update, message: Message, expecting: Expecting, form: Form) -> None:
    """The first one counts as it is typed, and so does the same again; a change takes a tap."""
    currency = str(expecting.data.get("currency", ""))
    details = checked(clean(message.text or ""))
    known, now = update.person.destination(currency), update.app.escrow.now()
    if known is None or details in (known.details, known.at(now)):
        await _set_destination(update, currency, details, form)
        return
    await keep(update, at(expecting, "payout", details=details))
    await _ask_change(update, currency, details)


async def _ask_change(update: Update, currency: str, details: str) -> None:
    """The old place and the new one, and from when on the new one counts."""
    known = update.person.destination(currency)
    old = "" if known is None else known.at(update.app.escrow.now())
    wait = update.app.escrow.policy.payout_change_wait
    change = PayoutChange(currency, old, details, _mark(details), wait)
    await update.say(payout_change_card(change, update.t))


def _mark(details: str) -> str:
    """Binds the second tap to the details that it showed."""
    return sha256(details.encode()).hexdigest()[:8]


async def _change_destination(update: Update, mark: str) -> None:
    """The second tap. Raises Stale where other details were typed since."""
    row = await form(update, WHAT)
    details = "" if row is None else str(row.data.get("details", ""))
    if row is None or not details or _mark(details) != mark:
        raise Stale
    await _set_destination(update, str(row.data["currency"]), details, closing(row))


async def _set_destination(update: Update, currency: str, details: str, closes: Form) -> None:
    command = SetDestination(actor=update.person.id, currency=currency, details=details)
    await update.do(command, form=closes)
    await update.show(Card(await _kept(update, currency, details)))
    await ask_next(update)


async def _kept(update: Update, currency: str, details: str) -> Safe:
    """Where to, and from when on: a change waits."""
    told = {"currency": currency, "details": Code(masked(details))}
    person = await update.app.reads.person(update.person.id) or update.person
    where, now = person.destination(currency), update.app.escrow.now()
    if where is None or where.at(now) == where.details:
        return update.t("payout-kept", **told)
    return update.t("payout-kept-later", at=where.from_at, **told)


def checked(details: str) -> str:
    """The details; what looks like an IBAN has to be one, and nothing is as short as an amount.

    Raises BadInput("iban-wrong", "payout-too-short").
    """
    joined = "".join(details.split()).upper()
    if len(joined) < _FEWEST:
        raise BadInput("payout-too-short")
    shaped = joined[:2].isalpha() and joined[2:4].isdecimal() and joined.isascii()
    if not shaped or not _IBAN_FROM <= len(joined) <= _IBAN_TO or not joined.isalnum():
        return details
    try:
        return str(IBAN(joined).formatted)
    except SchwiftyException:
        raise BadInput("iban-wrong") from None
