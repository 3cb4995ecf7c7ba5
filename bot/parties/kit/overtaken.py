"""Forms whose step became impossible while they were open: closed, and what they kept is offered.

What a form prepares is its kind's `act`; whether that is still possible is what `view.may` says.
"""

from __future__ import annotations

from typing import Any

from bot.cards.talking.loose import overtaken_card
from bot.parties.kit.data import file_data, listed, run_on, said_of
from bot.parties.kit.forms import LOOSE, blank, drop, is_overtaken, keep_loose
from bot.parties.kit.screens import strip
from bot.parties.kit.update import BOT, Update, text_file
from core.ports import Expecting
from core.values.marks import is_choice
from core.values.words import TEXT_LIMIT


async def close_overtaken(update: Update, said: Expecting | None = None) -> None:
    """Close what is asked now for as long as it leads nowhere, and say what became of it.

    `said` is a loose message that was meant for it.
    """
    while True:
        row = await update.app.reads.expecting(update.person.id, BOT)
        if row is None or not await is_overtaken(update, row):
            return
        await _close(update, row, said)
        said = None


async def _close(update: Update, row: Expecting, said: Expecting | None) -> None:
    kept = await _kept(update, row, said)
    if kept is None:
        await drop(update, row)
    else:
        await keep_loose(update, kept, instead_of=row)
    view = await update.view(row.deal)
    if view is not None and update.person.id not in view.deal.parties:
        view = None
    key = "" if kept is None else kept.what.removeprefix(LOOSE)
    await update.say(overtaken_card(view, row, kept, key, update.t))
    shown = row.data.get("shown")
    if isinstance(shown, int):
        await strip(update, shown)


async def _kept(update: Update, row: Expecting, said: Expecting | None) -> Expecting | None:
    """What the form held and what was just said, as one message that fits no form; None if empty.

    What is too long for one message is kept as a file.
    """
    parts = [row.data, *listed(row, "points"), *([] if said is None else [said.data])]
    files = [file for part in parts for key in ("files", "receipt") for file in part.get(key, ())]
    texts = [text for text in _texts(row, said) if not is_choice(text["text"])]
    if not texts and not files:
        return None
    whole = run_on(texts)
    if len(whole) > TEXT_LIMIT:
        texts, files = (
            [],
            [*files, file_data(await text_file(update, update.t.said(whole), "message.txt"))],
        )
    what = f"{LOOSE}{update.request}:{update.asked}" if said is None else said.what
    return blank(update, what, None, None, "", texts=texts, files=files)


def _texts(row: Expecting, said: Expecting | None) -> list[Any]:
    typed = [text for key in ("texts", "notes", "answers") for text in listed(row, key)]
    points = [text for point in listed(row, "points") for text in said_of(point)]
    return [*typed, *points, *([] if said is None else listed(said, "texts"))]
