"""What people say outside of any form: never lost, kept until they say where it goes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Final

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message

from bot.buttons import Press
from bot.cards import Card
from bot.cards.gather import missing, nothing_card, so_far
from bot.cards.talk import loose_card, which_card
from bot.cards.wording import blocks
from bot.mail.heard import holds_something
from bot.mail.intake import followed
from bot.parties.deals.changes import begin_changes
from bot.parties.deals.forms import (
    LOOSE,
    NEEDS,
    at,
    blank,
    do_closing,
    drop,
    files_of,
    form,
    is_overtaken,
    joined,
    keep_loose,
    listed,
)
from bot.parties.deals.gather import GATHERS, Gather, ask_next, closed_with, start_gather
from bot.parties.deals.holding import with_message
from bot.parties.deals.overtaken import close_overtaken
from bot.parties.deals.show import own_view, screen
from bot.parties.deals.submitting import begin_submission
from bot.parties.kit import BOT, Pressed, Update, chosen
from bot.parties.render import edit
from bot.texts import Safe
from core.deal.step import Act
from core.disputing import FileEvidence
from core.ports import Expecting
from core.talking import AskHelp, Say, WriteDiary
from core.values.errors import Stale
from core.values.ids import DealId
from core.views import DealView

ALBUM: Final = "a"

router = Router(name="deal-talk")
overtaken_router = Router(name="deal-overtaken")
"""Takes words before the form does that they are for: included before all others."""
loose_router = Router(name="deal-loose")
"""Takes every message that nothing else took: included after all others."""


@loose_router.message()
async def loose(message: Message, update: Update) -> None:
    """Keep it, and ask where it goes; what comes in one go, as an album does, is one message."""
    if (message.text or "").startswith("/"):
        raise SkipHandler
    if not holds_something(message):
        await update.say_once(message.media_group_id, nothing_card(update.t))
        return
    row = await _loose(update, message)
    await keep_loose(update, row)
    if not followed.get():
        await answer_loose(update, row.what)


async def _loose(update: Update, message: Message) -> Expecting:
    """The message with what it belongs to: its album, and what was sent just before it."""
    album = message.media_group_id
    key = f"{ALBUM}{album}" if album else str(message.message_id)
    reads, person = update.app.reads, update.person.id
    row = await reads.form(person, BOT, LOOSE + key)
    if row is None:
        row = await reads.aside(person, BOT)
        if row is None or not (row.data.get("open") or row.data.get("last") == update.request):
            row = blank(update, LOOSE + key, None, None, "", since=message.message_id)
    if row.data.get("last") == update.request:
        return row  # handled again
    more = await with_message(update, message, row)
    return at(more, "", open=followed.get(), last=update.request)


async def answer_loose(update: Update, what: str) -> None:
    """Ask where it goes, once for all that came together; what can not be kept is named."""
    row = await update.app.reads.form(update.person.id, BOT, what)
    if row is None:
        return
    if not row.data.get("texts") and not row.data.get("files"):
        await drop(update, row)
        await update.say(Card(blocks(missing(row, update.t))))
        return
    asked = await _asked(update, row, what.removeprefix(LOOSE))
    many = len(listed(row, "texts")) + len(listed(row, "files")) > 1
    kept = so_far(row, update.t) if many else None
    card = replace(asked, text=blocks(kept, missing(row, update.t), Safe(asked.text)))
    shown, since = row.data.get("shown"), row.data.get("since")
    if isinstance(shown, int) and isinstance(since, int) and shown > since:
        with suppress(TelegramBadRequest):  # it is gone: what they may do stands above
            await edit(update.bot, update.chat, shown, card)
        return
    shown = (await update.say(card)).message_id
    if row.what.startswith(LOOSE + ALBUM):
        # The rest of an album may still come: it is counted where the question is.
        await keep_loose(update, at(row, "", shown=shown, open=False))


async def answer_open(update: Update, waits: Expecting | None) -> None:
    """What was kept while more was coming is asked about, where that turned out to be no words."""
    if waits is None or not waits.what.startswith(LOOSE) or not waits.data.get("open"):
        return
    row = await update.app.reads.form(update.person.id, BOT, waits.what)
    if row is not None and row.data.get("open") and not followed.get():
        await keep_loose(update, at(row, "", open=False))
        await answer_loose(update, row.what)


class Overtaken(BaseFilter):
    """Words for a form that leads nowhere any more."""

    async def __call__(
        self, _message: Message, update: Update, expecting: Expecting | None = None
    ) -> bool:
        """By the open form, and what is offered of its deal."""
        return expecting is not None and await is_overtaken(update, expecting)


@overtaken_router.message(Overtaken())
async def too_late(message: Message, update: Update) -> None:
    """The form is closed; these words are kept with what it held."""
    said = await _loose(update, message) if holds_something(message) else None
    await close_overtaken(update, said)
    await ask_next(update)


async def _asked(update: Update, row: Expecting, key: str) -> Card:
    """Which deal, where there are several; then whom it is for."""
    rows = [row for row in await update.app.reads.deals(update.person.id) if row.other]
    if len(rows) > 1:
        return which_card(rows, key, update.t)
    view = await update.view(rows[0].deal) if rows else None
    return loose_card(view, row, key, update.t, files=bool(row.data.get("files")))


@router.callback_query(Pressed("talkwhich"))
async def which(_query: CallbackQuery, update: Update, press: Press) -> None:
    """The deal that it is about."""
    row = await _open(update, press)
    view = await own_view(update, press.deal)
    files = bool(row.data.get("files"))
    await update.show(loose_card(view, row, press.arg, update.t, files=files))


async def _open(update: Update, press: Press) -> Expecting:
    row = await form(update, LOOSE + press.arg)
    if row is None:
        raise Stale
    return row


@router.callback_query(Pressed("talksay"))
async def send_across(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Send to …*: it is kept with the deal."""
    row = await _open(update, press)
    view = await own_view(update, press.deal)
    await _say(update, row, view.deal.id)
    await _told(update, "done-say", view)


@router.callback_query(Pressed("talkdiary"))
async def into_diary(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Diary*."""
    row = await _open(update, press)
    view = await own_view(update, press.deal)
    command = WriteDiary(
        actor=update.person.id, deal=view.deal.id, words=joined(row.data), files=files_of(row.data)
    )
    await do_closing(update, row, command)
    await _told(update, "done-diary", view)


@router.callback_query(Pressed("talkfile"))
async def as_evidence(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Add evidence*, to the dispute that is open."""
    row = await _open(update, press)
    view = await own_view(update, press.deal)
    command = FileEvidence(
        actor=update.person.id,
        deal=view.deal.id,
        milestone=_milestone(view, Act.EVIDENCE),
        words=joined(row.data),
        files=files_of(row.data),
    )
    await do_closing(update, row, command)
    await _told(update, "done-evidence", view)


@router.callback_query(Pressed("talkhelp"))
async def to_the_desk(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Get help*: the desk reads it."""
    row = await _open(update, press)
    await _ask_desk(update, row, press.deal)
    await update.show(Card(update.t("done-help")))


@router.callback_query(Pressed("talksub"))
async def submit_it(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Submit it*: it is the first file of the work."""
    row = await _open(update, press)
    view = await own_view(update, press.deal)
    await begin_submission(update, view.deal.id, _milestone(view, Act.SUBMIT), row)


@router.callback_query(Pressed("talkchg"))
async def formal_change(_query: CallbackQuery, update: Update, press: Press) -> None:
    """A change request, with these words as its first point."""
    row = await _open(update, press)
    view = await own_view(update, press.deal)
    await begin_changes(update, view.deal.id, _milestone(view, Act.REQUEST_CHANGES), row)


@router.callback_query(Pressed("talkdrop"))
async def never_mind(_query: CallbackQuery, update: Update, press: Press) -> None:
    """They do not want it to go anywhere."""
    await drop(update, await _open(update, press))
    await update.show(Card(update.t("done-never-mind")))


def _milestone(view: DealView, act: Act) -> int:
    """The milestone on which an act is offered. Raises Stale."""
    for offered in view.offered:
        if offered.act is act and offered.milestone is not None:
            return offered.milestone
    raise Stale


async def _told(update: Update, key: str, view: DealView) -> None:
    name = "" if view.other is None else view.other.name
    await update.show(Card(update.t(key, name=name)))


async def _say(update: Update, row: Expecting, deal: DealId) -> None:
    command = Say(
        actor=update.person.id, deal=deal, words=joined(row.data), files=files_of(row.data)
    )
    await do_closing(update, row, command)


async def _ask_desk(update: Update, row: Expecting, about: DealId | None) -> None:
    said = joined(row.data) or chosen(update.t, "help-files-only")
    files, person, quota = files_of(row.data), update.person.id, update.app.quota
    again = await update.begun()
    if not again:
        await quota.may_ask(person, len(files))
    command = AskHelp(actor=person, about=about, words=said, files=files)
    await do_closing(update, row, command)
    if not again:
        await quota.asked(person)


# The same, begun by a button


@router.callback_query(Pressed("talk"))
async def begin_talk(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Send to …* in *More…*."""
    view = await own_view(update, press.deal)
    if not view.may(Act.TALK):
        raise Stale
    await start_gather(update, "say", view.deal.id)


async def say_it(update: Update, row: Expecting) -> None:
    """*Done*: it goes across."""
    if row.deal is None:
        raise Stale
    view = await own_view(update, row.deal)
    await _say(update, row, row.deal)
    name = "" if view.other is None else view.other.name
    await closed_with(update, row.deal, update.t("done-say", name=name))


@router.callback_query(Pressed("help"))
async def begin_help(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Get help*: about a deal, or about none."""
    if press.deal is not None:
        view = await update.view(press.deal)
        if view is None or update.person.id not in view.deal.parties:
            await start_help(update, None)
            return
    await start_help(update, press.deal)


async def start_help(update: Update, deal: DealId | None) -> None:
    """Open the thread to the desk; also for a person without any deal.

    Where the other side sits at the desk, who asks knows it before they write.
    """
    view = await update.view(deal)
    other = None if view is None else view.other
    sits = other is not None and bool(update.app.escrow.staff.roles(other.id))
    reader = other.name if other is not None and sits else ""
    await start_gather(update, "help", deal, below=True, read_by=reader)


async def help_asked(update: Update, row: Expecting) -> None:
    """*Done*: the desk reads it."""
    await _ask_desk(update, row, row.deal)
    if row.deal is None:
        await screen(update, None, Card(update.t("done-help")))
    else:
        await closed_with(update, row.deal, update.t("done-help"))


GATHERS["say"] = Gather(say_it)
GATHERS["help"] = Gather(help_asked)
NEEDS["say"] = Act.TALK
