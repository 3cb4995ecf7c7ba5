"""The screens around a deal's live card, and who may see them."""

from __future__ import annotations

import contextlib

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message

from bot.buttons import Press
from bot.cards import Card
from bot.cards.kit.acts import OPEN
from bot.cards.kit.house import House
from bot.parties.kit.update import App, Update
from core.values.errors import NotYours
from core.values.ids import DealId
from core.views import DealView


def house_of(app: App) -> House:
    """What cards say of the house."""
    return House.of(app.settings, app.username)


async def own_view(update: Update, deal: DealId | None) -> DealView:
    """The deal of a party. Raises NotYours("no-such-deal") or ("stranger")."""
    view = await update.view(deal)
    if view is None:
        raise NotYours("no-such-deal")
    if update.person.id not in view.deal.parties:
        raise NotYours("stranger")
    return view


async def screen(update: Update, deal: DealId | None, card: Card) -> int:
    """A step between the live card and what it does: where the button was, or below a notice's.

    Returns its message.
    """
    pressed = update.message if isinstance(update.event, CallbackQuery) else None
    if pressed is not None and deal is None and any(press.deal for press in presses_of(pressed)):
        return (await update.say(card)).message_id  # a deal's card is no place for settings
    live = None if deal is None else await update.app.edge.card(update.person.id, deal)
    newest = pressed is not None and (live is None or pressed.message_id >= live)
    if pressed is not None and newest and not is_notice(pressed):
        sent = len(update.sent)
        await update.show(card)
        return update.sent[-1].message_id if len(update.sent) > sent else pressed.message_id
    if pressed is not None:
        await strip(update, pressed.message_id)
    return (await update.say(card)).message_id


def is_notice(message: Message) -> bool:
    """Whether a message keeps its words: somebody wrote them, or something ended with them."""
    return any(press.verb == OPEN for press in presses_of(message))


def presses_of(message: Message) -> list[Press]:
    """What its buttons carry."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup is not None else []
    carried = (Press.unpack(button.callback_data or "") for row in rows for button in row)
    return [press for press in carried if press is not None]


async def strip(update: Update, message_id: int) -> None:
    """Take the buttons off a message of ours; that it has none any more, or is gone, is as good."""
    with contextlib.suppress(TelegramBadRequest):
        await update.bot.edit_message_reply_markup(chat_id=update.chat, message_id=message_id)
