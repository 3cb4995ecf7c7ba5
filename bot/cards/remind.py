"""*Remind them*: a text in the other side's language, with the link and the deadline."""

from __future__ import annotations

from urllib.parse import quote

from bot.buttons import Button
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.heading import SHORT_TITLE, back, head
from bot.cards.kit.house import House
from bot.cards.kit.wording import blocks, clipped
from bot.texts import Safe, Text, escape
from core.views import DealView


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
    """At most 256 characters, which is what a copy button holds."""
    title = clipped(str(view.deal.terms.title or ""), SHORT_TITLE)
    link = house.link(view.deal.id)
    until = view.turn.until
    if until is None:
        return theirs.plain("remind-open", title=title, link=Safe(link))
    return theirs.plain("remind-until", title=title, link=Safe(link), until=until)
