"""*Where to be paid*: the account, its holder, and a tap wherever something could be wrong."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from bot.cards import Card
from bot.cards.settings import (
    PayoutChange,
    holder_card,
    masked,
    payout_card,
    payout_change_card,
    payout_currency_card,
    payout_sure_card,
)
from bot.parties.accounts import HOLDER_LIMIT, TypedAccount, read_account, read_holder
from bot.parties.deals.forms import at, closing, form, keep
from bot.parties.deals.gather import ask_next
from bot.parties.deals.show import screen
from bot.parties.kit import Update
from bot.texts import Code, Safe
from core.escrow import Form
from core.people import SetDestination
from core.ports import Expecting
from core.values.errors import NotYours, Stale
from core.values.ids import DealId
from core.values.words import clean

WHAT: Final = "settings"
PAYOUT_FIELDS: Final = ("payout", "holder")


async def begin_payout(update: Update, currency: str, deal: DealId | None) -> None:
    """Where payouts go; with several currencies, of which one is asked first."""
    offered = update.app.escrow.policy.currencies
    if not currency and len(offered) > 1:
        await screen(update, None, payout_currency_card(offered, deal, update.t))
        return
    code = currency or offered[0]
    if code not in offered:
        raise NotYours("button-unknown")
    known = update.person.destination(code)
    await update.expect(WHAT, question="payout", data={"currency": code})
    details = known.details if known is not None else None
    await update.say(payout_card(code, details, update.t))


async def ask_payout(update: Update, row: Expecting) -> None:
    """The question that is open, once more."""
    currency = str(row.data.get("currency", ""))
    if row.field == "holder":
        await update.say(holder_card(str(row.data.get("iban", "")), update.person.name, update.t))
    elif "details" in row.data:
        await _ask_sure(update, currency, str(row.data["details"]))
    else:
        await update.say(payout_card(currency, None, update.t))


async def typed_account(update: Update, row: Expecting, text: str) -> None:
    """An IBAN alone wants its holder's name; words are repeated before they count.

    Raises BadInput as `read_account`.
    """
    account = read_account(clean(text))
    known = update.person.destination(str(row.data.get("currency", "")))
    if account.iban and not account.beside and known is not None:
        # The same again: the name is known.
        same = (d for d in (known.details, known.at(update.app.escrow.now())) if _is(d, account))
        account = read_account(next(same, account.iban))
    if account.iban and not account.beside:
        await ask_payout(update, await keep(update, at(row, "holder", iban=account.iban)))
        return
    await _taken(update, row, account.details, sure=False)


def _is(details: str, account: TypedAccount) -> bool:
    return details.partition("\n")[0] == account.iban


async def typed_holder(update: Update, row: Expecting, text: str) -> None:
    """The holder's name, as the bank has it. Raises BadInput("holder-unreadable")."""
    name = read_holder(clean(text, limit=HOLDER_LIMIT, lines=False))
    details = TypedAccount(str(row.data.get("iban", "")), name).details
    await _taken(update, row, details, sure=True)


async def own_holder(update: Update) -> None:
    """*It is mine*: the name by which we know them. Raises Stale where nobody asks for it."""
    row = await form(update, WHAT)
    if row is None or row.field != "holder":
        raise Stale
    await typed_holder(update, row, update.person.name)


async def _taken(update: Update, row: Expecting, details: str, *, sure: bool) -> None:
    """The first one counts, if it is `sure`, and so does the same again; a change takes a tap."""
    currency = str(row.data.get("currency", ""))
    known, now = update.person.destination(currency), update.app.escrow.now()
    again = known is not None and details in (known.details, known.at(now))
    if again or (known is None and sure):
        await _set_destination(update, currency, details, closing(row))
        return
    await keep(update, at(row, "payout", details=details))
    await _ask_sure(update, currency, details)


async def _ask_sure(update: Update, currency: str, details: str) -> None:
    """What was read; of a change, the old place too, and from when on the new one counts."""
    known = update.person.destination(currency)
    mark = _mark(details)
    if known is None:
        await update.say(payout_sure_card(currency, details, mark, update.t))
        return
    old = known.at(update.app.escrow.now())
    wait = update.app.escrow.policy.payout_change_wait
    await update.say(payout_change_card(PayoutChange(currency, old, details, mark, wait), update.t))


def _mark(details: str) -> str:
    """Binds the second tap to the details that it showed."""
    return sha256(details.encode()).hexdigest()[:8]


async def confirm_payout(update: Update, mark: str) -> None:
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
