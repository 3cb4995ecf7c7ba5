"""*My deals* and *Money*."""

from __future__ import annotations

import asyncio

from aiogram import Router

from bot.buttons import Press
from bot.cards import Attachment, Card
from bot.cards.lists import DEALS_A_CARD, csv_card, deals_card, money_card
from bot.cards.statement import statement_document
from bot.papers.paper import pdf
from bot.parties.fresh import show_after
from bot.parties.kit import Pressed, Update
from core.values.errors import NotYours

router = Router(name="lists")
_MOST_PAGES = 999


async def show_deals(update: Update, *, ended: bool, page: int) -> None:
    """One page; one row more is read to know whether there is a next."""
    rows = await update.app.reads.deals(
        update.person.id, ended=ended, limit=DEALS_A_CARD + 1, offset=page * DEALS_A_CARD
    )
    more = len(rows) > DEALS_A_CARD
    await update.show(deals_card(rows[:DEALS_A_CARD], page, update.t, ended=ended, more=more))


async def show_money(update: Update) -> None:
    """*Money*."""
    money = await update.app.reads.money(update.person.id)
    await update.show(money_card(money, update.t, play=_plays(update)))


def _plays(update: Update) -> bool:
    return update.app.settings.rails.play.enabled


async def _statement(update: Update) -> None:
    money = await update.app.reads.money(update.person.id)
    await update.done()
    house, now = update.app.settings.operator.name, update.app.escrow.now()
    document = statement_document(money, update.t, house, now, play=_plays(update))
    # Drawing takes a while: other people do not wait for it.
    content = await asyncio.to_thread(pdf, document)
    paper = Attachment("statement.pdf", "application/pdf", content)
    await update.say(Card(update.t("statement-here"), attachments=(paper,)))


@router.callback_query(Pressed("deals"))
async def on_deals(_event: object, update: Update, press: Press) -> None:
    """A page of the list, or a deal of it."""
    if press.deal is not None:
        await show_after(update, press.deal)
        return
    kind, _, page = (press.arg or "open.0").partition(".")
    if kind not in ("open", "ended") or not (page.isascii() and page.isdecimal()):
        raise NotYours("button-unknown")
    await show_deals(update, ended=kind == "ended", page=min(int(page[:4]), _MOST_PAGES))


@router.callback_query(Pressed("money"))
async def on_money(_event: object, update: Update, press: Press) -> None:
    """The overview, or the history as a file: to read, or for a spreadsheet."""
    if press.arg == "pdf":
        await _statement(update)
    elif press.arg == "csv":
        money = await update.app.reads.money(update.person.id)
        await update.say(csv_card(money.history, update.t))
    else:
        await show_money(update)
