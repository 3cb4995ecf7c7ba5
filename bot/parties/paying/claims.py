"""*Pay*: where the money goes; and of a bank transfer the report that it was sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

from aiogram.types import Message

from bot.buttons import DO, OTHER, Press
from bot.cards import Card
from bot.cards.paying.bank import bank_card, claim_card, day_card, payer_card, receipt_card
from bot.parties.kit.files import received_files
from bot.parties.kit.forms import as_seen, blank, do_closing, form, keep
from bot.parties.kit.presses import OnAct, OnForm
from bot.parties.kit.screens import house_of, own_view
from bot.parties.kit.shown import OpenQuestion, Screen, Shown, TheDeal
from bot.parties.kit.update import FormKind, Take, Update, words
from bot.parties.paying.report import Report, ReportAsk
from bot.parties.paying.taps import PAY
from bot.texts.lengths import read_past_day
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.paying import ClaimPaid
from core.ports import Expecting
from core.values.errors import NotNow
from core.values.words import Words
from core.views import DealView

WHAT: Final = "paid"
_PAYER: Final = 120
_DAY: Final = 40
_ONE_DAY: Final = timedelta(days=1)


async def pay(update: Update, press: Press, view: DealView, m: Milestone) -> Shown:
    """*Pay*: what for, to whom, how."""
    if house_of(update.app).plays(m):
        return await PAY.ask(update, press, view, m)
    return Shown(Screen(_bank(update, view, m), view.deal.id))


def _bank(update: Update, view: DealView, m: Milestone, payer: str = "") -> Card:
    account = update.app.settings.rails.manual.accounts.get(m.amount.currency)
    return bank_card(view, m, account, update.t, payer)


async def begin(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """*I've paid*: first of all, who."""
    return await _begin(update, view, m, ReportAsk.PAYER)


async def begin_other(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """*Someone else pays*: first of all, who."""
    return await _begin(update, view, m, ReportAsk.OTHER)


async def _begin(update: Update, view: DealView, m: Milestone, first: ReportAsk) -> Shown:
    row = await form(update, WHAT, view.deal.id, m.number)
    if row is None:
        return await _asked(
            update, Report(blank(update, WHAT, view.deal.id, m.number, first), first)
        )
    report = Report.read(row)
    if report.ask not in (ReportAsk.OTHER, ReportAsk.PAYER):
        return Shown(OpenQuestion(row))
    known = report.payer is not None and first is ReportAsk.PAYER
    return await _asked(update, replace(report, ask=ReportAsk.DAY if known else first))


async def ask(update: Update, row: Expecting) -> Card:
    """The open question of the report."""
    view, report = await own_view(update, row.deal), Report.read(row)
    match report.ask:
        case ReportAsk.PAYER | ReportAsk.OTHER:
            return payer_card(view, row, update.t, other=report.ask is ReportAsk.OTHER)
        case ReportAsk.DAY:
            return day_card(view, row, update.t)
        case ReportAsk.RECEIPT:
            return receipt_card(view, row, update.t)
        case ReportAsk.SUM:
            m = view.deal.milestone(row.number)
            return claim_card(view, m, row, report.named, report.day, update.t)


async def _asked(update: Update, report: Report, *, new: bool = False) -> Shown:
    """The form is kept, and its next question asked."""
    return Shown(OpenQuestion(await keep(update, report.row()), new=new))


async def own_payer(update: Update, message: Message, row: Expecting) -> Shown:
    """The payer's name."""
    report = replace(Report.read(row), ask=ReportAsk.DAY, payer=_name(message))
    return await _asked(update, report, new=True)


async def other_payer(update: Update, message: Message, row: Expecting) -> Shown:
    """The name of somebody else, and what to forward to them."""
    name = _name(message)
    report = replace(Report.read(row), ask=ReportAsk.PAYER, payer=name)
    row = await keep(update, report.row())
    view = await own_view(update, row.deal)
    return Shown(_bank(update, view, view.deal.milestone(row.number), str(name)))


def _name(message: Message) -> Words:
    return words(message.text or "", limit=_PAYER, lines=False)


async def own_name(update: Update, _press: Press, row: Expecting) -> Shown:
    """It came from their own account."""
    name = words(update.person.name, limit=_PAYER * 3, lines=False)
    return await _asked(update, replace(Report.read(row), ask=ReportAsk.DAY, payer=name))


async def typed_day(update: Update, message: Message, row: Expecting) -> Shown:
    """The day as they write it; a date is read, and none that is still to come."""
    day = str(words(message.text or "", limit=_DAY, lines=False))
    found = read_past_day(day, update.app.escrow.now(), update.person.zone)
    day = day if found is None else found.date().isoformat()
    report = replace(Report.read(row), ask=ReportAsk.RECEIPT, day=day)
    return await _asked(update, report, new=True)


async def near_day(update: Update, press: Press, row: Expecting) -> Shown:
    """Today or yesterday where they are, as a date."""
    now = update.app.escrow.now().astimezone(ZoneInfo(update.person.zone))
    ago = 1 if press.arg == "yesterday" else 0
    day = (now - ago * _ONE_DAY).date().isoformat()
    return await _asked(update, replace(Report.read(row), ask=ReportAsk.RECEIPT, day=day))


async def receipt(update: Update, message: Message, row: Expecting) -> Shown:
    """A picture of the receipt."""
    files = await received_files(update, message)
    return await _asked(update, Report.read(row).with_receipt(files, message), new=True)


async def no_receipt(update: Update, _press: Press, row: Expecting) -> Shown:
    """None."""
    return await _asked(update, replace(Report.read(row), ask=ReportAsk.SUM))


async def previous(update: Update, _press: Press, row: Expecting) -> Shown:
    """*Back*."""
    return await _asked(update, Report.read(row).before())


async def claim(update: Update, press: Press, row: Expecting) -> Shown:
    """The tap that reports it."""
    view, report = await own_view(update, press.deal), Report.read(row)
    command = ClaimPaid(
        actor=update.person.id,
        deal=view.deal.id,
        milestone=press.number,
        seen=press.shown,
        payer=report.named,
        paid_on=report.day,
        receipt=report.receipt,
    )
    try:
        await do_closing(update, row, command)
    except NotNow as no:
        raise await as_seen(update, no, view.deal.id, command.milestone, press.seen) from None
    return Shown(TheDeal(view.deal.id), update.t("done-claim-paid"), closed=True)


_TAKES: Final[Mapping[str, Take]] = MappingProxyType(
    {
        ReportAsk.PAYER: own_payer,
        ReportAsk.OTHER: other_payer,
        ReportAsk.DAY: typed_day,
        ReportAsk.RECEIPT: receipt,
    }
)
"""By question: what comes of words for it."""


async def take(update: Update, message: Message, row: Expecting) -> Shown | None:
    """An answer."""
    return await _TAKES[row.field](update, message, row)


def fits(message: Message, row: Expecting) -> bool:
    """A picture or a file where the receipt is asked for, before it words; at the end nothing."""
    if row.field == ReportAsk.RECEIPT:
        return bool(message.photo or message.document)
    return row.field in _TAKES and bool(message.text) and not str(message.text).startswith("/")


FORM = FormKind(WHAT, ask, take, fits, act=Act.CLAIM_PAID)
PRESSES = (
    OnAct(Act.PAY, pay),
    OnAct(Act.CLAIM_PAID, begin),
    OnAct(Act.CLAIM_PAID, begin_other, OTHER),
    OnForm("payname", own_name, FORM),
    OnForm("payday", near_day, FORM),
    OnForm("payskip", no_receipt, FORM),
    OnForm("payprev", previous, FORM),
    OnForm(Act.CLAIM_PAID + DO, claim, FORM),
)
