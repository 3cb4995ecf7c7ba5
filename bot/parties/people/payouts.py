"""*Where to be paid*: the account, its holder, and a tap wherever something could be wrong."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Self

from bot.buttons import Press
from bot.cards import Card
from bot.cards.people import (
    PayoutChange,
    holder_card,
    masked,
    payout_card,
    payout_change_card,
    payout_currency_card,
    payout_sure_card,
)
from bot.parties.kit.forms import at, blank, closing, keep, opened
from bot.parties.kit.presses import OnPress
from bot.parties.kit.shown import OpenQuestion, Screen, Shown
from bot.parties.kit.update import Update
from bot.parties.people.accounts import HOLDER_LIMIT, TypedAccount, read_account, read_holder
from bot.texts import Code, Safe
from core.escrow import Form
from core.people import SetDestination
from core.ports import Expecting
from core.values.errors import NotYours, Stale
from core.values.words import clean

WHAT: Final = "settings"
ACCOUNT: Final = "payout"
HOLDER: Final = "holder"
FIELDS: Final = (ACCOUNT, HOLDER)


@dataclass(frozen=True, slots=True)
class Payout:
    """What the open question has of a place: its currency, then an IBAN or all of its details."""

    currency: str
    iban: str = ""
    details: str = ""

    @classmethod
    def read(cls, row: Expecting) -> Self:
        """From the row."""
        data = {name: str(row.data.get(name, "")) for name in ("currency", "iban", "details")}
        return cls(**data)


async def begin(update: Update, press: Press) -> Shown:
    """Where payouts go; with several currencies, of which one is asked first."""
    offered, currency = update.app.escrow.policy.currencies, press.arg
    if not currency and len(offered) > 1:
        return Shown(Screen(payout_currency_card(offered, press.deal, update.t), None))
    code = currency or offered[0]
    if code not in offered:
        raise NotYours("button-unknown")
    row = await keep(update, blank(update, WHAT, None, None, ACCOUNT, currency=code))
    return Shown(OpenQuestion(row, new=True))


def ask(update: Update, row: Expecting) -> Card:
    """The question that is open."""
    place = Payout.read(row)
    if row.field == HOLDER:
        return holder_card(place.iban, update.person.name, update.t)
    if place.details:
        return _sure(update, place)
    known = update.person.destination(place.currency)
    return payout_card(place.currency, None if known is None else known.details, update.t)


def _sure(update: Update, place: Payout) -> Card:
    """What was read; of a change, the old place too, and from when on the new one counts."""
    known, mark = update.person.destination(place.currency), _mark(place.details)
    if known is None:
        return payout_sure_card(place.currency, place.details, mark, update.t)
    old = known.at(update.app.escrow.now())
    wait = update.app.escrow.policy.payout_change_wait
    change = PayoutChange(place.currency, old, place.details, mark, wait)
    return payout_change_card(change, update.t)


async def typed_account(update: Update, row: Expecting, text: str) -> Shown:
    """An IBAN alone wants its holder's name; words are repeated before they count.

    Raises BadInput as `read_account`.
    """
    account = read_account(clean(text))
    known = update.person.destination(Payout.read(row).currency)
    if account.iban and not account.beside and known is not None:
        # The same again: the name is known.
        same = (d for d in (known.details, known.at(update.app.escrow.now())) if _is(d, account))
        account = read_account(next(same, account.iban))
    if account.iban and not account.beside:
        named = await keep(update, at(row, HOLDER, iban=account.iban))
        return Shown(OpenQuestion(named, new=True))
    return await _taken(update, row, account.details, sure=False)


def _is(details: str, account: TypedAccount) -> bool:
    return details.partition("\n")[0] == account.iban


async def typed_holder(update: Update, row: Expecting, text: str) -> Shown:
    """The holder's name, as the bank has it. Raises BadInput("holder-unreadable")."""
    name = read_holder(clean(text, limit=HOLDER_LIMIT, lines=False))
    return await _taken(update, row, TypedAccount(Payout.read(row).iban, name).details, sure=True)


async def own_holder(update: Update, _press: Press) -> Shown:
    """*It is mine*: the name by which we know them. Raises Stale where nobody asks for it."""
    row = await opened(update, WHAT)
    if row.field != HOLDER:
        raise Stale
    return await typed_holder(update, row, update.person.name)


async def _taken(update: Update, row: Expecting, details: str, *, sure: bool) -> Shown:
    """The first one counts, if it is `sure`, and so does the same again; a change takes a tap."""
    currency = Payout.read(row).currency
    known, now = update.person.destination(currency), update.app.escrow.now()
    again = known is not None and details in (known.details, known.at(now))
    if again or (known is None and sure):
        return await _set_destination(update, currency, details, closing(row))
    asked = await keep(update, at(row, ACCOUNT, details=details))
    return Shown(OpenQuestion(asked, new=True))


def _mark(details: str) -> str:
    """Binds the second tap to the details that it showed."""
    return sha256(details.encode()).hexdigest()[:8]


async def confirm(update: Update, press: Press) -> Shown:
    """The second tap. Raises Stale where other details were typed since."""
    row = await opened(update, WHAT)
    place = Payout.read(row)
    if not place.details or _mark(place.details) != press.arg:
        raise Stale
    return await _set_destination(update, place.currency, place.details, closing(row))


async def _set_destination(update: Update, currency: str, details: str, closes: Form) -> Shown:
    command = SetDestination(actor=update.person.id, currency=currency, details=details)
    await update.do(command, form=closes)
    return Shown(Card(await _kept(update, currency, details)), closed=True)


async def _kept(update: Update, currency: str, details: str) -> Safe:
    """Where to, and from when on: a change waits."""
    told = {"currency": currency, "details": Code(masked(details))}
    person = await update.app.reads.person(update.person.id) or update.person
    where, now = person.destination(currency), update.app.escrow.now()
    if where is None or where.at(now) == where.details:
        return update.t("payout-kept", **told)
    return update.t("payout-kept-later", at=where.from_at, **told)


PRESSES = (
    OnPress("set.payout", begin),
    OnPress("set.payto", confirm),
    OnPress("set.holder", own_holder),
)
