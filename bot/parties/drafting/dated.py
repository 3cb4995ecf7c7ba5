"""A date that was typed for a length: what it comes to, and from when that counts.

The terms keep lengths, since a milestone's time begins when it is paid and a review's with what is
submitted: the day itself is known then. Whoever wrote a date reads which one was understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from bot.cards import Card
from bot.cards.kit.wording import lines
from bot.parties.kit.terms import editing
from bot.parties.kit.update import Update
from bot.texts.lengths import read_end
from core.deal.model import Deal
from core.deal.terms import Terms
from core.values.errors import BadInput
from core.values.ids import DealId

_PARTS: Final = re.compile(r"[;؛:\n]|[,،] ")


async def tell_dates(update: Update, deal: DealId, before: Terms, text: str) -> None:
    """Of each date in an answer how long it is until then; nothing of lengths."""
    ends = [*_ends(update, text)]
    if not ends:
        return
    now = await editing(update, deal)
    counted = [*_changed(before, now.terms, now.view.deal)]
    if len(ends) == len(counted):
        told = (
            update.t("date-counts-as", date=update.t.day(end), length=length, what=what)
            for end, (what, length) in zip(ends, counted, strict=True)
        )
        await update.say(Card(lines(*told)))


def _ends(update: Update, text: str) -> Iterator[datetime]:
    """The end of each day that a part of the answer names."""
    now, zone = update.app.escrow.now(), update.person.zone
    for part in _PARTS.split(text):
        try:
            end = read_end(part.strip(), now, zone) if part.strip() else None
        except BadInput:
            continue
        if end is not None:
            yield end


def _changed(before: Terms, after: Terms, deal: Deal) -> Iterator[tuple[str, timedelta]]:
    """The lengths that the answer set, in the order of the terms."""
    old = [m.duration for m in before.milestones]
    for place, m in enumerate(after.milestones):
        if m.duration is not None and (place >= len(old) or m.duration != old[place]):
            paid = place < len(deal.milestones) and not deal.milestones[place].unpaid
            yield "paid" if paid else "work", m.duration
    if after.rules.review_window != before.rules.review_window:
        yield "review", after.rules.review_window
