"""Asking the open question of a form, and of the next one that waits."""

from __future__ import annotations

from dataclasses import replace

from aiogram.exceptions import TelegramBadRequest

from bot.cards import Card
from bot.cards.kit.wording import blocks
from bot.parties.kit.forms import LOOSE, at, keep
from bot.parties.kit.overtaken import close_overtaken
from bot.parties.kit.screens import screen, strip
from bot.parties.kit.update import BOT, Update
from bot.parties.line.render import edit
from bot.texts import Safe
from core.ports import Expecting


async def ask(update: Update, row: Expecting, *, new: bool) -> None:
    """Ask what the form asks now."""
    kind = update.kind(row)
    if kind is not None:
        await put_question(update, row, await kind.ask(update, row), new=new)


async def put_question(update: Update, row: Expecting, card: Card, *, new: bool) -> None:
    """Show the form's open question; the one before loses its buttons.

    So the newest message is the one to act on, however many texts and files are sent.
    """
    shown = (await update.say(card)).message_id if new else await screen(update, row.deal, card)
    before = row.data.get("shown")
    if before == shown:
        return
    if isinstance(before, int):
        await strip(update, before)
    await keep(update, at(row, row.field, shown=shown))


async def answer_below(update: Update, row: Expecting, card: Card) -> None:
    """Answer what was sent: by the form's card where it stands below all of it already."""
    shown, since = row.data.get("shown"), row.data.get("since")
    if isinstance(shown, int) and isinstance(since, int) and shown > since:
        try:
            await edit(update.bot, update.chat, shown, card)
        except TelegramBadRequest:  # it is gone, or too old to be changed
            await put_question(update, row, card, new=True)
        return
    await put_question(update, row, card, new=True)


async def ask_next(update: Update) -> bool:
    """After a form closed: another one that still waits, and leads somewhere, is asked again.

    Whether there was one.
    """
    await close_overtaken(update)
    row = await update.app.reads.expecting(update.person.id, BOT)
    if row is None or row.what.startswith(LOOSE):
        return False
    return await ask_again(update, row)


async def ask_again(update: Update, row: Expecting) -> bool:
    """Ask an open form's question once more, below whatever stands there; False for no form."""
    kind = update.kind(row)
    if kind is None:
        return False
    card = await kind.ask(update, row)
    if kind.about is not None:
        about = await kind.about(update, row)
        card = replace(card, text=blocks(about, Safe(card.text)))
    await put_question(update, row, card, new=True)
    return True
