"""Once a day: how much came without ringing, of which deals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.buttons import Button, Press
from bot.cards.kit.acts import OPEN
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.heading import SHORT_TITLE, other_name
from bot.cards.kit.wording import LABEL, clipped, lines
from bot.texts import Safe, Text
from core.deal.diary import Unread
from core.deal.notice import Notice
from core.values.ids import DealId
from core.views import DealView

DIGEST: Final = "digest"
"""The kind of its notice."""
MOST_DEALS: Final = 5
"""Named one by one, each with its button."""


def unread_in(notice: Notice) -> tuple[Unread, ...]:
    """What the notice counted, the oldest first."""
    rows = notice.data.get("unread")
    found = rows if isinstance(rows, (list, tuple)) else ()
    return tuple(Unread(DealId(str(deal)), int(n), int(m)) for deal, n, m in found)


def digest_card(counted: Sequence[tuple[DealView, Unread]], more: int, t: Text) -> Card:
    """`more`: how many deals there are besides."""
    rest = t("digest-more", count=more) if more else None
    text = lines(t("digest"), "", *(_line(view, unread, t) for view, unread in counted), rest)
    buttons = [
        Button(clipped(_title(view), LABEL), Press(OPEN, view.deal.id)) for view, _ in counted
    ]
    return Card(text, rows_of((*buttons, Button(t.plain("tap-menu"), Press("menu")))))


def _line(view: DealView, unread: Unread, t: Text) -> Safe:
    counts = (("digest-messages", unread.messages), ("digest-entries", unread.entries))
    what = t.listed(t(key, count=count) for key, count in counts if count)
    title = clipped(_title(view), SHORT_TITLE)
    return t("digest-line", title=title, name=other_name(view, t), what=what)


def _title(view: DealView) -> str:
    return str(view.deal.terms.title or view.deal.id)
