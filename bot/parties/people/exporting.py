"""*Export data*: all that is kept about somebody, as one file."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import Final

from bot.buttons import Press
from bot.cards.export import Mine, chosen, exported_card, written, zipped
from bot.parties.kit.presses import OnPress
from bot.parties.kit.shown import Below, Shown
from bot.parties.kit.update import App, Update
from core.deal.person import Person
from core.values.ids import PersonId
from core.values.words import FileRef
from core.views import DealView

EXPORTS: Final = "exports"
_PAGE: Final = 50


async def export(update: Update, _press: Press) -> Shown:
    """Made anew each time. Raises OverLimit("too-much-today")."""
    app, me = update.app, update.person
    await app.quota.fits(me.id, EXPORTS)
    await update.done()
    mine = await gathered(app, await app.reads.person(me.id) or me)
    told, files = await asyncio.to_thread(written, mine)
    taken, left = chosen(files)
    held, lost = await _held(app, taken)
    gone = (*left, *lost)
    # Packing takes a while: other people do not wait for it.
    content = await asyncio.to_thread(zipped, mine, told, held, gone, update.t)
    await app.edge.use((me.id,), EXPORTS, 1)
    return Shown(Below(exported_card(content, len(gone), update.t)))


async def gathered(app: App, person: Person) -> Mine:
    """All that is kept, the deal that moved last first."""
    deals = [view for ended in (False, True) async for view in _deals(app, person.id, ended=ended)]
    return Mine(
        person,
        await app.reads.record(person.id),
        deals,
        {view.deal.id: await app.reads.said(view.deal.id) for view in deals},
        await app.reads.written(person.id),
        await app.reads.money(person.id),
        await app.reads.allowances(person.id),
    )


async def _deals(app: App, person: PersonId, *, ended: bool) -> AsyncIterator[DealView]:
    page = 0
    while True:
        rows = await app.reads.deals(person, ended=ended, limit=_PAGE, offset=page * _PAGE)
        for row in rows:
            view = await app.reads.view(row.deal, person)
            if view is not None:
                yield view
        if len(rows) < _PAGE:
            return
        page += 1


async def _held(
    app: App, files: Sequence[FileRef]
) -> tuple[list[tuple[FileRef, bytes]], list[FileRef]]:
    """What the vault has of them, and what it lost."""
    held: list[tuple[FileRef, bytes]] = []
    lost: list[FileRef] = []
    for file in files:
        try:
            held.append((file, await app.vault.get(file)))
        except FileNotFoundError:
            lost.append(file)
    return held, lost


PRESSES = (OnPress("set.export", export),)
