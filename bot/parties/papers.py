"""*Agreement (PDF)* and *Receipts*."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot.buttons import Press
from bot.cards import Attachment, Card, rows_of
from bot.cards.inviting.agreement import agreement_pdf
from bot.cards.kit.heading import back
from bot.cards.paying.receipts import receipts_card, receipts_document
from bot.papers.paper import pdf
from bot.parties.kit.presses import OnPress
from bot.parties.kit.screens import house_of, own_view
from bot.parties.kit.shown import Below, Shown
from bot.parties.kit.update import Update
from core.values.errors import Stale
from core.views import DealView


async def agreement(update: Update, press: Press) -> Shown:
    """What both accepted."""
    view = await own_view(update, press.deal)
    if view.deal.agreement is None:
        raise Stale
    await update.done()
    # Drawing takes a while: other people do not wait for it.
    house = update.app.settings.operator.name
    paper = await asyncio.to_thread(agreement_pdf, view, update.t, house)
    buttons = rows_of([back(view, update.t)])
    return Shown(Below(Card(update.t("agreement-here"), buttons, attachments=(paper,))))


async def receipts(update: Update, press: Press) -> Shown:
    """What came in and what went out."""
    view = await own_view(update, press.deal)
    play = _plays(update, view)
    await update.done()
    house = update.app.settings.operator.name
    document = receipts_document(view, update.t, house, play=play)
    content = await asyncio.to_thread(pdf, document)
    paper = Attachment(f"receipts-{view.deal.id}.pdf", "application/pdf", content)
    card = receipts_card(view, update.t, house_of(update.app), play=play)
    return Shown(Below(replace(card, attachments=(paper,))))


def _plays(update: Update, view: DealView) -> bool:
    house = house_of(update.app)
    return all(house.plays(m) for m in view.deal.milestones if m.deposits)


PRESSES = (OnPress("docagr", agreement), OnPress("docrec", receipts))
