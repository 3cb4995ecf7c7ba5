"""*Remind them*: a text in the other side's language: the link, until when, and what happens then.

It is pasted where others may read it too, so it says no amount.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from bot.buttons import Button
from bot.cards.kit.acts import SEVERAL
from bot.cards.kit.base import MOST_COPIED, Card, rows_of
from bot.cards.kit.heading import SHORT_TITLE, back, head, milestone_title
from bot.cards.kit.house import House
from bot.cards.kit.shares import arrived
from bot.cards.kit.wording import blocks, clipped, length
from bot.texts import Safe, Text, escape
from core.views import DealView, Turn

LEAST_TITLE: Final = 8
"""Characters of a title by which one of several is still told from another."""


def remind_card(view: DealView, t: Text, theirs: Text, house: House) -> Card:
    """`t` is the reader's own language, `theirs` the one that the text is in."""
    text = reminder(view, theirs, house)
    buttons = [
        Button(t.plain("button-whatsapp"), url=f"https://wa.me/?text={quote(text)}"),
        Button(t.plain("button-copy-text"), copy=text),
        back(view, t),
    ]
    shown = Safe(f"<blockquote>{escape(text)}</blockquote>")
    return Card(blocks(head(view, t), t("remind-how"), shown), rows_of(buttons))


def reminder(view: DealView, theirs: Text, house: House) -> str:
    """As much as a copy button holds: long titles are cut first, and never what happens then.

    Of several that wait each has its date and what comes then; those for which there is no room
    even so are counted.
    """
    waits = view.awaits
    if len(waits) >= SEVERAL:
        return _of_several(view, waits, theirs, house)
    text = _reminder(view, theirs, house, SHORT_TITLE)
    over = length(text) - MOST_COPIED
    return text if over <= 0 else _reminder(view, theirs, house, SHORT_TITLE - over)


def _of_several(view: DealView, waits: Sequence[Turn], theirs: Text, house: House) -> str:
    """The most of them that fit, each title as long as all can be."""
    for told in range(len(waits), 0, -1):
        for room in range(SHORT_TITLE, LEAST_TITLE - 1, -1):
            text = _listed(view, waits, told, theirs, house, room)
            if length(text) <= MOST_COPIED:
                return text
    return _reminder(view, theirs, house, LEAST_TITLE)


def _listed(
    view: DealView, waits: Sequence[Turn], told: int, theirs: Text, house: House, room: int
) -> str:
    title = clipped(str(view.deal.terms.title or ""), room)
    said = [theirs.plain("remind-several", title=title, link=Safe(house.link(view.deal.id)))]
    said += [_one(view, turn, theirs, room) for turn in waits[:told]]
    if told < len(waits):
        said.append(theirs.plain("remind-more", count=len(waits) - told))
    return "\n".join(said)


def _one(view: DealView, turn: Turn, theirs: Text, room: int) -> str:
    about = "" if turn.milestone is None else milestone_title(view, turn.milestone)
    return theirs.plain(
        "remind-one",
        terms=turn.milestone is None,
        title=clipped(about, room),
        until=turn.until,
        what=turn.otherwise,
        then=turn.then or turn.until,
        arrived=arrived(view.deal, turn),
    )


def _about(view: DealView, turn: Turn) -> str:
    """The deal; of several milestones that are open the one as well."""
    title = str(view.deal.terms.title or "")
    if turn.milestone is None or len(view.deal.under_way) < SEVERAL:
        return title
    return f"{clipped(title, SHORT_TITLE // 2)}: {milestone_title(view, turn.milestone)}"


def _reminder(view: DealView, theirs: Text, house: House, room: int) -> str:
    turn, link = view.awaited, Safe(house.link(view.deal.id))
    title = clipped(_about(view, turn), max(room, 1))
    if turn.until is None:
        return theirs.plain("remind-open", title=title, link=link)
    return theirs.plain(
        "remind-until",
        title=title,
        link=link,
        until=turn.until,
        what=turn.otherwise,
        then=turn.then or turn.until,
        arrived=arrived(view.deal, turn),
    )
