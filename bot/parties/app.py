"""The parties' bot: the one place where an update finds its handler."""

from __future__ import annotations

from typing import Final

from aiogram import Dispatcher
from aiogram.types import CallbackQuery, Message

from bot.buttons import Press
from bot.cards.menu import blank_card
from bot.parties import talking
from bot.parties.arriving import arrived
from bot.parties.edges import on_edit, on_inline, on_member
from bot.parties.frame import WATCHDOG_SECONDS, Frame
from bot.parties.kit.forms import LOOSE, is_overtaken
from bot.parties.kit.shown import Shown
from bot.parties.kit.update import App, Update, read_command
from bot.parties.tables import COMMANDS, FORMS, PRESSES
from core.ports import Expecting
from core.values.errors import Stale

ALLOWED_UPDATES: Final = (
    "message", "edited_message", "callback_query", "inline_query", "my_chat_member",
)  # fmt: skip
"""What getUpdates is to ask for."""


def build_dispatcher(app: App, *, watchdog: float = WATCHDOG_SECONDS) -> Dispatcher:
    """A dispatcher for `feed_raw_update`. What is no Refusal comes out of it: the intake counts."""
    dispatcher = Dispatcher(disable_fsm=True, app=app)
    frame = Frame(app, FORMS, watchdog)
    for observer in (dispatcher.message, dispatcher.edited_message, dispatcher.callback_query):
        observer.outer_middleware(frame)
    dispatcher.message.register(on_message)
    dispatcher.edited_message.register(on_edit)
    dispatcher.callback_query.register(on_press)
    dispatcher.my_chat_member.register(on_member)
    dispatcher.inline_query.register(on_inline)
    return dispatcher


async def on_press(query: CallbackQuery, update: Update) -> Shown | None:
    """By its verb. A button that no card of ours carries any more, or ever did, is old."""
    press = Press.unpack(query.data or "")
    found = None if press is None else PRESSES.get(press.verb)
    if press is None or found is None:
        raise Stale
    return await found.answer(update, press)


async def on_message(
    message: Message, update: Update, expecting: Expecting | None = None
) -> Shown | None:
    """A command, so that these work in the middle of a form; what a form asks for; then the rest.

    The frame leaves `expecting` out for commands.
    """
    if expecting is not None and await is_overtaken(update, expecting):
        return await talking.too_late(update, message)
    name, typed = read_command(message.text, update.app.username)
    if name in COMMANDS:
        return await COMMANDS[name](update, typed)
    kind = None if expecting is None else update.kind(expecting)
    if expecting is not None and kind is not None and kind.fits(message, expecting):
        return await kind.take(update, message, expecting)
    if expecting is None or expecting.what.startswith(LOOSE):
        arrival = await arrived(update, message)
        if arrival is not None:
            return arrival
    if (message.text or "").startswith("/"):
        return Shown(blank_card(update.t))
    return await talking.keep_and_ask(update, message)
