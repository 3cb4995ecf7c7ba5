"""The work diary: reading it, adding to it, and the files of an entry."""

from __future__ import annotations

from bot.buttons import Button, Press
from bot.cards import Attachment, Card, rows_of
from bot.cards.kit.heading import SHORT_TITLE, back
from bot.cards.kit.wording import clipped
from bot.cards.talking.diary import WORDS, diary_card
from bot.parties.kit.data import files_of, joined
from bot.parties.kit.forms import do_closing
from bot.parties.kit.gathering import gathers, start_gather
from bot.parties.kit.presses import OnPress
from bot.parties.kit.screens import own_view
from bot.parties.kit.shown import Below, Screen, Shown, TheDeal
from bot.parties.kit.update import Update
from core.deal.step import Act
from core.ports import Expecting
from core.talking import WriteDiary
from core.values.errors import Stale
from core.views import DealView


async def _card(update: Update, view: DealView, page: int = 0) -> Card:
    entries = tuple(await update.app.reads.diary(view.deal.id))
    return diary_card(view, entries, update.t, page)


async def read(update: Update, press: Press) -> Shown:
    """A page of it."""
    view = await own_view(update, press.deal)
    page = int(press.arg) if press.arg.isdecimal() else 0
    return Shown(Screen(await _card(update, view, page), view.deal.id))


async def on_command(update: Update, _typed: str) -> Shown:
    """`/diary`: of the one deal that runs, or which one."""
    running = [r for r in await update.app.reads.deals(update.person.id) if r.state == "active"]
    if len(running) == 1:
        return Shown(await _card(update, await own_view(update, running[0].deal)))
    buttons = [
        Button(clipped(row.title, SHORT_TITLE), Press("diary.read", row.deal))
        for row in running[:8]
    ]
    return Shown(Card(update.t("diary-which" if running else "diary-none"), rows_of(buttons)))


async def entry(update: Update, press: Press) -> Shown:
    """One entry with its files and all of its words."""
    view = await own_view(update, press.deal)
    entries = await update.app.reads.diary(view.deal.id)
    found = next((item for item in entries if str(item.number) == press.arg), None)
    if found is None:
        raise Stale
    words = update.t.said(found.words)
    whole = (Attachment(f"diary-{found.number}.txt", "text/plain", words.encode()),)
    card = Card(
        update.t("diary-whole", number=found.number),
        rows_of([back(view, update.t, "diary.read")]),
        files=found.files,
        attachments=whole if len(words) > WORDS else (),
    )
    return Shown(Below(card))


async def begin(update: Update, press: Press) -> Shown:
    """*Add to diary*; a button without a version is of the time when this verb read the diary."""
    view = await own_view(update, press.deal)
    if press.seen is None or not view.may(Act.DIARY):
        raise Stale
    return await start_gather(update, "diary", view.deal.id)


async def write(update: Update, row: Expecting) -> Shown:
    """*Done*: one entry."""
    if row.deal is None:
        raise Stale
    command = WriteDiary(
        actor=row.person, deal=row.deal, words=joined(row.data), files=files_of(row.data)
    )
    await do_closing(update, row, command)
    return Shown(TheDeal(row.deal), update.t("done-diary"), closed=True)


FORM = gathers("diary", write, Act.DIARY)
PRESSES = (
    OnPress("diary.read", read),
    OnPress("diary.file", entry),
    OnPress(Act.DIARY.value, begin, Act.DIARY),
)
