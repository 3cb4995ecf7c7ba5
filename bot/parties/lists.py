"""*My deals* and *Money*."""

from __future__ import annotations

import asyncio

from bot.buttons import Press
from bot.cards import Attachment, Card
from bot.cards.lists import DEALS_A_CARD, csv_card, deals_card, money_card
from bot.cards.statement import statement_document
from bot.papers.paper import pdf
from bot.parties.kit.presses import OnPress
from bot.parties.kit.shown import Below, Shown
from bot.parties.kit.update import Update
from core.values.errors import NotYours

_MOST_PAGES = 999


async def deals(update: Update, *, ended: bool = False, page: int = 0) -> Card:
    """One page; one row more is read to know whether there is a next."""
    rows = await update.app.reads.deals(
        update.person.id, ended=ended, limit=DEALS_A_CARD + 1, offset=page * DEALS_A_CARD
    )
    more = len(rows) > DEALS_A_CARD
    return deals_card(rows[:DEALS_A_CARD], page, update.t, ended=ended, more=more)


async def money(update: Update) -> Card:
    """*Money*."""
    found = await update.app.reads.money(update.person.id)
    return money_card(found, update.t, play=_plays(update))


def _plays(update: Update) -> bool:
    return update.app.settings.rails.play.enabled


async def on_deals(update: Update, press: Press) -> Shown:
    """A page of the list."""
    kind, _, page = (press.arg or "open.0").partition(".")
    if kind not in ("open", "ended") or not (page.isascii() and page.isdecimal()):
        raise NotYours("button-unknown")
    number = min(int(page[:4]), _MOST_PAGES)
    return Shown(await deals(update, ended=kind == "ended", page=number))


async def on_money(update: Update, _press: Press) -> Shown:
    """The overview."""
    return Shown(await money(update))


async def on_statement(update: Update, _press: Press) -> Shown:
    """The history as a file to read."""
    found = await update.app.reads.money(update.person.id)
    await update.done()
    house, now = update.app.settings.operator.name, update.app.escrow.now()
    document = statement_document(found, update.t, house, now, play=_plays(update))
    # Drawing takes a while: other people do not wait for it.
    content = await asyncio.to_thread(pdf, document)
    paper = Attachment("statement.pdf", "application/pdf", content)
    return Shown(Below(Card(update.t("statement-here"), attachments=(paper,))))


async def on_table(update: Update, _press: Press) -> Shown:
    """The history for a spreadsheet."""
    found = await update.app.reads.money(update.person.id)
    return Shown(Below(csv_card(found.history, update.t)))


PRESSES = (
    OnPress("deals", on_deals),
    OnPress("money", on_money),
    OnPress("money.pdf", on_statement),
    OnPress("money.csv", on_table),
)
