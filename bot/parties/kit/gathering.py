"""Collecting texts and files until *Done*: work, diary, evidence, answers, help, talk."""

from __future__ import annotations

from aiogram.types import Message

from bot.buttons import Press
from bot.cards import Card
from bot.cards.kit.gather import gather_card, got_card, incomplete_card, nothing_card
from bot.mail.heard import holds_something
from bot.mail.intake import followed
from bot.parties.kit.asking import answer_below, put_question
from bot.parties.kit.forms import at, blank, form, keep, quit_form
from bot.parties.kit.holding import collected, whole, without
from bot.parties.kit.presses import OnForm, OnPress
from bot.parties.kit.screens import own_view
from bot.parties.kit.shown import OpenQuestion, Shown, TheDeal
from bot.parties.kit.update import Finish, FormKind, Update
from core.deal.step import Act
from core.ports import Expecting
from core.values.errors import BadInput, Stale
from core.values.ids import DealId

COLLECT = "collect"


def gathers(what: str, finish: Finish, act: Act | None = None) -> FormKind:
    """A form that collects, and is done then."""
    return FormKind(what, ask_gather, collect, fits=is_no_command, act=act, finish=finish)


def is_no_command(message: Message, _row: Expecting) -> bool:
    """A command that we do not know is no answer."""
    return not (message.text or "").startswith("/")


async def start_gather(
    update: Update,
    what: str,
    deal: DealId | None,
    milestone: int | None = None,
    *,
    below: bool = False,
    **data: object,
) -> Shown:
    """Open the form, or go on with the one that is open; `below` leaves the pressed message."""
    row = await form(update, what, deal, milestone)
    if row is None or row.field != COLLECT:
        row = await keep(update, blank(update, what, deal, milestone, COLLECT, **data))
    elif any(row.data.get(name) != value for name, value in data.items()):
        row = await keep(update, at(row, COLLECT, **data))  # it is about something else now
    return Shown(OpenQuestion(row, new=below))


async def ask_gather(update: Update, row: Expecting) -> Card:
    """What is collected, and for what."""
    view = None if row.deal is None else await own_view(update, row.deal)
    return gather_card(view, row, update.t)


async def collect(update: Update, message: Message, row: Expecting) -> Shown | None:
    """Keep it; what comes in one go, as an album does, is answered once, by how much is kept."""
    if not holds_something(message):
        await update.say_once(message.media_group_id, nothing_card(update.t))
        return None
    row, _ = await collected(update, message, row)
    if not followed.get():
        await answer_below(update, row, got_card(row, update.t))
    return None


def _finish(update: Update, row: Expecting) -> Finish:
    kind = update.kind(row)
    if kind is None or kind.finish is None:
        raise Stale
    if not row.data.get("texts") and not row.data.get("files"):
        raise BadInput("nothing-collected")
    return kind.finish


async def done(update: Update, _press: Press, row: Expecting) -> Shown | None:
    """*Done*: what was collected goes where it was for."""
    finish = _finish(update, row)
    if not whole(row):
        await put_question(update, row, incomplete_card(row, update.t), new=False)
        return None
    return await finish(update, row)


async def anyway(update: Update, _press: Press, row: Expecting) -> Shown | None:
    """*Send it anyway*: without what was left out."""
    finish = _finish(update, row)
    return await finish(update, await keep(update, without(row)))


async def more(_update: Update, _press: Press, row: Expecting) -> Shown:
    """*Back* to the form, to send the rest in another way."""
    return Shown(OpenQuestion(row))


async def leave(update: Update, press: Press) -> Shown:
    """*Back* out of a form: it is closed, and the deal is shown."""
    was_open = await quit_form(update, press.arg, press.deal, press.milestone)
    place = nothing_card(update.t, left=True) if press.deal is None else TheDeal(press.deal)
    return Shown(place, closed=was_open)


PRESSES = (
    OnForm("talkend", done),
    OnForm("talkany", anyway),
    OnForm("talkmore", more),
    OnPress("talkoff", leave),
)
