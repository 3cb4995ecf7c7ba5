"""What both forms of a proposal share: the words that go with it, and sending it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from aiogram.types import Message

from bot.buttons import Press
from bot.parties.kit.data import joined, listed, said_data
from bot.parties.kit.forms import as_seen, at, do_closing, form, keep
from bot.parties.kit.gathering import COLLECT
from bot.parties.kit.shown import OpenQuestion, Shown, TheDeal
from bot.parties.kit.update import Update
from core.deal.commands import SeenCommand
from core.ports import Expecting
from core.values.errors import NotNow, Stale
from core.values.policy import Policy
from core.values.window import window
from core.values.words import Words
from core.views import DealView

SURE: Final = COLLECT
"""The question before it goes out; what is written then goes with it."""


def is_text(message: Message, _row: Expecting) -> bool:
    """Words, and no command."""
    return bool(message.text) and not str(message.text).startswith("/")


async def take_why(update: Update, message: Message, row: Expecting) -> Shown:
    """What they wrote goes with it. Raises BadInput("text-too-long")."""
    row = at(row, SURE, texts=[*listed(row, "texts"), *said_data(message, row)])
    joined(row.data)
    return Shown(OpenQuestion(await keep(update, row), new=True))


def why(row: Expecting | None) -> Words | None:
    """What goes with it, if anything was written."""
    return None if row is None else joined(row.data)


def numbered(press: Press) -> int:
    """What a button carries. Raises Stale."""
    if not press.arg.isdecimal():
        raise Stale
    return int(press.arg)


async def own_form(update: Update, what: str, press: Press, asked: str) -> Expecting | None:
    """The form that a second tap sends; None where this very tap closed it, and is handled again.

    Raises Stale for a button of somebody else's form, of one that was left, or that says otherwise.
    """
    row = await form(update, what, press.deal, press.milestone)
    if row is None:
        if not await update.begun():
            raise Stale
        return None
    if row.field != SURE or row.data.get(asked) != numbered(press):
        raise Stale
    return row


async def send(
    update: Update, press: Press, view: DealView, row: Expecting | None, command: SeenCommand
) -> None:
    """Do it and close the form. Raises Refusal."""
    try:
        if row is None:
            await update.do(command)
        else:
            await do_closing(update, row, command)
    except NotNow as no:
        raise await as_seen(update, no, view.deal.id, command.milestone, press.seen) from None


def until(view: DealView, length: timedelta, policy: Policy) -> datetime:
    """Until when the other side could answer, were it asked now."""
    zone = None if view.other is None else view.other.zone
    return window(view.now, length, policy, zone).ends_at


def sent(update: Update, view: DealView, key: str, name: str) -> Shown:
    """The deal, and that the other side is told."""
    return Shown(TheDeal(view.deal.id), update.t(key, name=name), closed=True)
