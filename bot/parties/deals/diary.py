"""The work diary: reading it, adding to it, and the files of an entry."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Press
from bot.cards import Attachment, Card, rows_of
from bot.cards.deal import SHORT_TITLE, back
from bot.cards.diary import WORDS, diary_card
from bot.cards.wording import clipped
from bot.parties.deals.forms import NEEDS, do_closing, files_of, joined
from bot.parties.deals.gather import GATHERS, Gather, closed_with, start_gather
from bot.parties.deals.show import own_view, screen
from bot.parties.kit import Pressed, Typed, Update
from core.deal.step import Act
from core.ports import Expecting
from core.talking import WriteDiary
from core.values.errors import Stale
from core.views import DealView

router = Router(name="deal-diary")


async def _card(update: Update, view: DealView, page: int = 0) -> Card:
    entries = tuple(await update.app.reads.diary(view.deal.id))
    return diary_card(view, entries, update.t, page)


@router.callback_query(Pressed("diary"))
async def read(_query: CallbackQuery, update: Update, press: Press) -> None:
    """A page of it."""
    view = await own_view(update, press.deal)
    page = int(press.arg) if press.arg.isdecimal() else 0
    await screen(update, view.deal.id, await _card(update, view, page))


@router.message(Typed("diary"))
async def diary_command(_message: Message, update: Update) -> None:
    """`/diary`: of the one deal that runs, or which one."""
    running = [r for r in await update.app.reads.deals(update.person.id) if r.state == "active"]
    if len(running) == 1:
        view = await own_view(update, running[0].deal)
        await update.say(await _card(update, view))
        return
    buttons = [
        Button(clipped(row.title, SHORT_TITLE), Press("diary", row.deal)) for row in running[:8]
    ]
    await update.say(Card(update.t("diary-which" if running else "diary-none"), rows_of(buttons)))


@router.callback_query(Pressed("diaryf"))
async def entry(_query: CallbackQuery, update: Update, press: Press) -> None:
    """One entry with its files and all of its words."""
    view = await own_view(update, press.deal)
    entries = await update.app.reads.diary(view.deal.id)
    found = next((item for item in entries if str(item.number) == press.arg), None)
    if found is None:
        raise Stale
    words = update.t.said(found.words)
    whole = (Attachment(f"diary-{found.number}.txt", "text/plain", words.encode()),)
    await update.say(
        Card(
            update.t("diary-whole", number=found.number),
            rows_of([back(view, update.t, "diary")]),
            files=found.files,
            attachments=whole if len(words) > WORDS else (),
        )
    )


@router.callback_query(Pressed("diaryadd"))
async def begin(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Add to diary*."""
    view = await own_view(update, press.deal)
    if not view.may(Act.DIARY):
        raise Stale
    await start_gather(update, "diary", view.deal.id)


async def write(update: Update, row: Expecting) -> None:
    """*Done*: one entry."""
    if row.deal is None:
        raise Stale
    command = WriteDiary(
        actor=row.person, deal=row.deal, words=joined(row.data), files=files_of(row.data)
    )
    await do_closing(update, row, command)
    await closed_with(update, row.deal, update.t("done-diary"))


GATHERS["diary"] = Gather(write)
NEEDS["diary"] = Act.DIARY
