"""Collecting texts and files until *Done*: work, diary, evidence, answers, help, talk.

What each is for stands in `GATHERS`; the files of a topic register theirs there.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message

from bot.buttons import Press
from bot.cards import Card
from bot.cards.gather import gather_card, got_card, incomplete_card, nothing_card
from bot.mail.heard import holds_something
from bot.mail.intake import followed
from bot.parties.deals.forms import LOOSE, at, blank, form, keep, quit_form
from bot.parties.deals.holding import collected, whole, without
from bot.parties.deals.overtaken import close_overtaken
from bot.parties.deals.show import finished, own_view, screen, show_deal, strip
from bot.parties.kit import BOT, Pressed, Update
from bot.parties.render import edit
from core.ports import Expecting
from core.values.errors import BadInput, Stale
from core.values.ids import DealId

COLLECT: Final = "collect"
Finish = Callable[[Update, Expecting], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Gather:
    """`finish` is called on *Done*, with something collected."""

    finish: Finish


GATHERS: Final[dict[str, Gather]] = {}
QUESTIONS: Final[dict[str, Callable[[Update, Expecting], Awaitable[None]]]] = {}
"""By form: how its open question is asked again."""

router = Router(name="deal-gather")


async def start_gather(
    update: Update,
    what: str,
    deal: DealId | None,
    milestone: int | None = None,
    *,
    below: bool = False,
    **data: object,
) -> None:
    """Open the form, or go on with the one that is open; `below` leaves the pressed message."""
    row = await form(update, what, deal, milestone)
    if row is None or row.field != COLLECT:
        row = await keep(update, blank(update, what, deal, milestone, COLLECT, **data))
    await ask_gather(update, row, new=below)


async def ask_gather(update: Update, row: Expecting, *, new: bool = True) -> None:
    """The question; `new` sends it below, otherwise the pressed message becomes it."""
    view = None if row.deal is None else await own_view(update, row.deal)
    card = gather_card(view, row, update.t)
    await put_question(update, row, card, new=new)


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


class Collecting(BaseFilter):
    """Words or a file for a form that collects."""

    async def __call__(self, _message: Message, expecting: Expecting | None = None) -> bool:
        """By the open form alone."""
        return expecting is not None and expecting.what in GATHERS and expecting.field == COLLECT


@router.message(Collecting())
async def collect(message: Message, update: Update, expecting: Expecting) -> None:
    """Keep it; what comes in one go, as an album does, is answered once, by how much is kept."""
    if (message.text or "").startswith("/"):
        raise SkipHandler
    if not holds_something(message):
        await update.say_once(message.media_group_id, nothing_card(update.t))
        return
    row, _ = await collected(update, message, expecting)
    if not followed.get():
        await answer_below(update, row, got_card(row, update.t))


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


@router.callback_query(Pressed("talkend"))
async def done(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Done*: what was collected goes where it was for."""
    row = await form(update, press.arg, press.deal, press.milestone)
    gather = GATHERS.get(press.arg)
    if row is None or gather is None:
        raise Stale
    if not row.data.get("texts") and not row.data.get("files"):
        raise BadInput("nothing-collected")
    if not whole(row):
        await put_question(update, row, incomplete_card(row, update.t), new=False)
        return
    await gather.finish(update, row)


@router.callback_query(Pressed("talkany"))
async def anyway(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Send it anyway*: without what was left out."""
    row = await form(update, press.arg, press.deal, press.milestone)
    gather = GATHERS.get(press.arg)
    if row is None or gather is None:
        raise Stale
    if not row.data.get("texts") and not row.data.get("files"):
        raise BadInput("nothing-collected")
    await gather.finish(update, await keep(update, without(row)))


@router.callback_query(Pressed("talkmore"))
async def more(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Back* to the form, to send the rest in another way."""
    row = await form(update, press.arg, press.deal, press.milestone)
    if row is None or press.arg not in GATHERS:
        raise Stale
    await ask_gather(update, row, new=False)


@router.callback_query(Pressed("talkoff"))
async def leave(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Back* out of a form: it is closed, and the deal is shown."""
    was_open = await quit_form(update, press.arg, press.deal, press.milestone)
    if press.deal is not None:
        await show_deal(update, press.deal)
    else:
        await update.show(nothing_card(update.t, left=True))
    if was_open:
        await ask_next(update)


async def closed_with(update: Update, deal: DealId, said: str) -> None:
    """A form is done: say so in passing, draw the deal, and ask what else waits for words."""
    await finished(update, deal, said)
    await ask_next(update)


async def ask_next(update: Update) -> bool:
    """After a form closed: another one that still waits, and leads somewhere, is asked again.

    Whether there was one.
    """
    await close_overtaken(update)
    row = await update.app.reads.expecting(update.person.id, BOT)
    if row is None or row.what.startswith(LOOSE):
        return False
    if await ask_open_form(update, row):
        return True
    # The terms' form shows cards that lead back to a deal's.
    from bot.parties.terms.asking import ask as ask_terms  # noqa: PLC0415
    from bot.parties.terms.form import WHAT as TERMS  # noqa: PLC0415

    if row.what == TERMS and row.deal is not None:
        await ask_terms(update, row.deal, below=True)
        return True
    return False


async def ask_open_form(update: Update, row: Expecting) -> bool:
    """Ask the open question of one of our forms again; False for somebody else's form."""
    if row.what in GATHERS and row.field == COLLECT:
        await ask_gather(update, row)
        return True
    ask: Any = QUESTIONS.get(row.what)
    if ask is None:
        return False
    await ask(update, row)
    return True
