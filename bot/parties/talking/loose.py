"""What people say outside of any form: never lost, kept until they say where it goes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from typing import Final

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message

from bot.buttons import Press
from bot.cards import Card
from bot.cards.kit.acts import places
from bot.cards.kit.gather import missing, nothing_card, so_far
from bot.cards.kit.wording import blocks
from bot.cards.talking.loose import loose_card, milestone_card, which_card
from bot.mail.heard import holds_something
from bot.mail.intake import followed
from bot.parties.kit.data import files_of, joined, listed
from bot.parties.kit.forms import LOOSE, at, blank, do_closing, drop, hand_over, keep_loose, opened
from bot.parties.kit.holding import with_message
from bot.parties.kit.overtaken import close_overtaken
from bot.parties.kit.presses import OnPress, Pressed
from bot.parties.kit.screens import own_view
from bot.parties.kit.shown import OpenQuestion, Shown
from bot.parties.kit.update import BOT, Update
from bot.parties.line.render import edit
from bot.parties.talking.talk import ask_desk, say
from bot.texts import Safe
from core.deal.step import Act
from core.disputing import FileEvidence
from core.ports import Expecting
from core.talking import WriteDiary
from core.values.errors import Stale
from core.views import DealView

ALBUM: Final = "a"


async def keep_and_ask(update: Update, message: Message) -> Shown | None:
    """Keep it, and ask where it goes; what comes in one go, as an album does, is one message."""
    if not holds_something(message):
        await update.say_once(message.media_group_id, nothing_card(update.t))
        return None
    row = await _loose(update, message)
    await keep_loose(update, row)
    if not followed.get():
        await _answer(update, row.what)
    return None


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


async def _answer(update: Update, what: str) -> None:
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


async def _asked(update: Update, row: Expecting, key: str) -> Card:
    """Which deal, where there are several; then whom it is for."""
    rows = [row for row in await update.app.reads.deals(update.person.id) if row.other]
    if len(rows) > 1:
        return which_card(rows, key, update.t)
    view = await update.view(rows[0].deal) if rows else None
    return loose_card(view, row, key, update.t, files=bool(row.data.get("files")))


async def answer_open(update: Update, waits: Expecting | None) -> None:
    """What was kept while more was coming is asked about, where that turned out to be no words."""
    if waits is None or not waits.what.startswith(LOOSE) or not waits.data.get("open"):
        return
    row = await update.app.reads.form(update.person.id, BOT, waits.what)
    if row is not None and row.data.get("open") and not followed.get():
        await keep_loose(update, at(row, "", open=False))
        await _answer(update, row.what)


async def too_late(update: Update, message: Message) -> Shown:
    """The form that these words were for is closed: they are kept with what it held."""
    said = await _loose(update, message) if holds_something(message) else None
    await close_overtaken(update, said)
    return Shown(closed=True)


# Where it goes, by button

InLoose = Callable[[Update, Press, Expecting], Awaitable[Shown]]


def _kept(do: InLoose) -> Pressed:
    """Of the message that the button is under. Raises Stale where it went somewhere already."""

    async def answer(update: Update, press: Press) -> Shown:
        return await do(update, press, await opened(update, LOOSE + press.arg))

    return answer


async def which(update: Update, press: Press, row: Expecting) -> Shown:
    """The deal that it is about."""
    view = await own_view(update, press.deal)
    files = bool(row.data.get("files"))
    return Shown(loose_card(view, row, press.arg, update.t, files=files))


async def send_across(update: Update, press: Press, row: Expecting) -> Shown:
    """*Send to …*: it is kept with the deal."""
    view = await own_view(update, press.deal)
    await say(update, row, view.deal.id)
    return _told(update, "done-say", view)


async def into_diary(update: Update, press: Press, row: Expecting) -> Shown:
    """*Diary*."""
    view = await own_view(update, press.deal)
    command = WriteDiary(
        actor=update.person.id, deal=view.deal.id, words=joined(row.data), files=files_of(row.data)
    )
    await do_closing(update, row, command)
    return _told(update, "done-diary", view)


async def as_evidence(update: Update, view: DealView, row: Expecting, milestone: int) -> Shown:
    """*Add evidence*, to the dispute that is open."""
    command = FileEvidence(
        actor=update.person.id,
        deal=view.deal.id,
        milestone=milestone,
        words=joined(row.data),
        files=files_of(row.data),
    )
    await do_closing(update, row, command)
    return _told(update, "done-evidence", view)


async def to_the_desk(update: Update, press: Press, row: Expecting) -> Shown:
    """*Get help*: the desk reads it."""
    await ask_desk(update, row, press.deal)
    return Shown(Card(update.t("done-help")))


async def submit_it(update: Update, view: DealView, row: Expecting, milestone: int) -> Shown:
    """*Submit it*: it is the first file of the work."""
    work = await hand_over(update, row, "submit", view.deal.id, milestone)
    return Shown(OpenQuestion(work))


async def formal_change(update: Update, view: DealView, row: Expecting, milestone: int) -> Shown:
    """A change request, with these words as its first point."""
    return Shown(OpenQuestion(await hand_over(update, row, "changes", view.deal.id, milestone)))


async def never_mind(update: Update, _press: Press, row: Expecting) -> Shown:
    """They do not want it to go anywhere."""
    await drop(update, row)
    return Shown(Card(update.t("done-never-mind")))


InLooseOfOne = Callable[[Update, DealView, Expecting, int], Awaitable[Shown]]


def _of_one(act: Act, do: InLooseOfOne) -> InLoose:
    """On the milestone that the button names; where it names none, on the only one, or which one.

    Raises Stale where the act is not offered there.
    """

    async def answer(update: Update, press: Press, row: Expecting) -> Shown:
        view = await own_view(update, press.deal)
        found = places(view, act)
        if press.milestone is None and len(found) > 1:
            return Shown(milestone_card(view, act, press, update.t))
        number = found[0] if press.milestone is None and found else press.milestone
        if number is None or number not in found:
            raise Stale
        return await do(update, view, row, number)

    return answer


def _told(update: Update, key: str, view: DealView) -> Shown:
    name = "" if view.other is None else view.other.name
    return Shown(Card(update.t(key, name=name)))


PRESSES = (
    OnPress("talkwhich", _kept(which)),
    OnPress("talksay", _kept(send_across)),
    OnPress("talkdiary", _kept(into_diary)),
    OnPress("talkfile", _kept(_of_one(Act.EVIDENCE, as_evidence))),
    OnPress("talkhelp", _kept(to_the_desk)),
    OnPress("talksub", _kept(_of_one(Act.SUBMIT, submit_it))),
    OnPress("talkchg", _kept(_of_one(Act.REQUEST_CHANGES, formal_change))),
    OnPress("talkdrop", _kept(never_mind)),
)
