"""Paying: play money by a second tap, a bank transfer by its details and *I've paid*."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.buttons import Press
from bot.cards import Card
from bot.cards.paying import bank_card, claim_card, day_card, payer_card, receipt_card
from bot.parties.deals.forms import (
    NEEDS,
    as_seen,
    at,
    blank,
    do_closing,
    file_data,
    files_of,
    form,
    keep,
    words_data,
)
from bot.parties.deals.gather import QUESTIONS, closed_with, put_question
from bot.parties.deals.show import house_of, own_view, screen
from bot.parties.deals.steps import ask_first, looked_at
from bot.parties.kit import Asked, Pressed, Update, received_files, words
from bot.parties.times import read_past_day
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.paying import ClaimPaid
from core.ports import Expecting
from core.values.errors import NotNow, Stale
from core.values.words import Words
from core.views import DealView

WHAT: Final = "paid"
_PAYER: Final = 120
_DAY: Final = 40
_ONE_DAY: Final = timedelta(days=1)
_BEFORE: Final = {"day": "payer", "receipt": "day", "sum": "receipt"}

router = Router(name="deal-paying")


@router.callback_query(Pressed("pay"))
async def pay(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Pay*: what for, to whom, how."""
    view, m = await looked_at(update, press, Act.PAY)
    if house_of(update.app).plays(m):
        await ask_first(update, press, "payplay")
    else:
        await screen(update, view.deal.id, _bank(update, view, m))


def _bank(update: Update, view: DealView, m: Milestone, payer: str = "") -> Card:
    account = update.app.settings.rails.manual.accounts.get(m.amount.currency)
    return bank_card(view, m, account, update.t, payer)


@router.callback_query(Pressed("payclaim", "payother"))
async def begin(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*I've paid*, or *Someone else pays*: first of all, who."""
    view, m = await looked_at(update, press, Act.CLAIM_PAID)
    row = await form(update, WHAT, view.deal.id, m.number)
    first = "other" if press.verb == "payother" else "payer"
    if row is None:
        row = await keep(update, blank(update, WHAT, view.deal.id, m.number, first))
    elif row.field in ("other", "payer"):
        known = "payer" in row.data and first == "payer"
        row = await keep(update, replace(row, field="day" if known else first))
    await ask(update, row, new=False)


async def ask(update: Update, row: Expecting, *, new: bool = True) -> None:
    """The open question of the report."""
    view = await own_view(update, row.deal)
    card = _question(update, view, view.deal.milestone(row.number), row)
    await put_question(update, row, card, new=new)


def _question(update: Update, view: DealView, m: Milestone, row: Expecting) -> Card:
    match row.field:
        case "payer" | "other":
            return payer_card(view, row, update.t, other=row.field == "other")
        case "day":
            return day_card(view, row, update.t)
        case "receipt":
            return receipt_card(view, row, update.t)
        case _:
            return claim_card(view, m, row, _payer(row), str(row.data.get("day", "")), update.t)


def _payer(row: Expecting) -> Words:
    said = row.data.get("payer")
    if not isinstance(said, dict):
        raise Stale
    return Words.of(said["text"], said["salt"])


@router.message(Asked(WHAT, "payer", "other"), F.text, ~F.text.startswith("/"))
async def payer(message: Message, update: Update, expecting: Expecting) -> None:
    """The payer's name; of somebody else, what to forward to them."""
    name = words(message.text or "", limit=_PAYER, lines=False)
    if expecting.field == "payer":
        await ask(update, await keep(update, at(expecting, "day", payer=words_data(name))))
        return
    row = await keep(update, at(expecting, "payer", payer=words_data(name)))
    view = await own_view(update, row.deal)
    await update.say(_bank(update, view, view.deal.milestone(row.number), str(name)))


@router.callback_query(Pressed("payname"))
async def own_name(_query: CallbackQuery, update: Update, press: Press) -> None:
    """It came from their own account."""
    row = await _open(update, press)
    name = words(update.person.name, limit=_PAYER * 3, lines=False)
    await ask(update, await keep(update, at(row, "day", payer=words_data(name))), new=False)


@router.message(Asked(WHAT, "day"), F.text, ~F.text.startswith("/"))
async def typed_day(message: Message, update: Update, expecting: Expecting) -> None:
    """The day as they write it; a date is read, and none that is still to come."""
    day = str(words(message.text or "", limit=_DAY, lines=False))
    found = read_past_day(day, update.app.escrow.now(), update.person.zone)
    day = day if found is None else found.date().isoformat()
    await ask(update, await keep(update, at(expecting, "receipt", day=day)))


@router.callback_query(Pressed("payday"))
async def near_day(_query: CallbackQuery, update: Update, press: Press) -> None:
    """Today or yesterday where they are, as a date."""
    row = await _open(update, press)
    now = update.app.escrow.now().astimezone(ZoneInfo(update.person.zone))
    ago = 1 if press.arg == "yesterday" else 0
    day = (now - ago * _ONE_DAY).date().isoformat()
    await ask(update, await keep(update, at(row, "receipt", day=day)), new=False)


@router.message(Asked(WHAT, "receipt"), F.photo | F.document)
async def receipt(message: Message, update: Update, expecting: Expecting) -> None:
    """A picture of the receipt."""
    files = await received_files(update, message)
    kept = [file_data(file, message) for file in files[:1]]
    await ask(update, await keep(update, at(expecting, "sum", receipt=kept)))


@router.callback_query(Pressed("payskip"))
async def no_receipt(_query: CallbackQuery, update: Update, press: Press) -> None:
    """None."""
    await ask(update, await keep(update, at(await _open(update, press), "sum")), new=False)


@router.callback_query(Pressed("payprev"))
async def previous(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Back*."""
    row = await _open(update, press)
    before = at(row, _BEFORE.get(row.field, "payer"))
    await ask(update, await keep(update, before), new=False)


async def _open(update: Update, press: Press) -> Expecting:
    row = await form(update, WHAT, press.deal, press.milestone)
    if row is None:
        raise Stale
    return row


@router.callback_query(Pressed("payclaimx"))
async def claim(_query: CallbackQuery, update: Update, press: Press) -> None:
    """The tap that reports it."""
    row = await _open(update, press)
    view = await own_view(update, press.deal)
    files = files_of(row.data, "receipt")
    command = ClaimPaid(
        actor=update.person.id,
        deal=view.deal.id,
        milestone=press.number,
        seen=press.shown,
        payer=_payer(row),
        paid_on=str(row.data.get("day", "")),
        receipt=files[0] if files else None,
    )
    try:
        await do_closing(update, row, command)
    except NotNow as no:
        raise await as_seen(update, no, view.deal.id, command.milestone, press.seen) from None
    await closed_with(update, view.deal.id, update.t("done-claim-paid"))


QUESTIONS[WHAT] = ask
NEEDS[WHAT] = Act.CLAIM_PAID
