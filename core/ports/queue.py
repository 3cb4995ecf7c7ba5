"""What the queue of notices is to who fills it and to who empties it.

Storage keeps it and the bots empty it, and neither may import the other: so what both have to call
by one name is a port, and stands here. How a notice is sorted into the queue is `storage.lanes`.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from core.deal.notice import Notice

LANE: Final = "lane"
"""What in a notice's data names a lane of its own, beside the other notices of its receiver."""

# What follows a notice that has arrived is owed as notices are, and says nothing by itself.
CARD_REDRAWN: Final = "card-redrawn"
"""The receiver's live card of a deal, where it stands, with the news that it told."""
NEWS: Final = "news"
"""In the data of that: which notices were told, by their numbers in the queue."""
CARD_OLD: Final = "card-old"
"""A message that is the live card no longer loses its buttons."""
BUTTONS_OLD: Final = "buttons-old"
"""Any other message, one of whose buttons would be answered as old, loses them."""
WORDS_DELIVERED: Final = "words-delivered"
"""The desk learns whether Telegram accepted what it said to somebody."""


def is_quiet(notice: Notice) -> bool:
    """What a rail does by itself, a moment after the settlement was told.

    The card that told that says it too, where it stands: it is no message of its own.
    """
    return notice.kind == "transfer-confirmed" and not notice.ring


OF_MESSAGES: Final = frozenset({BUTTONS_OLD, CARD_OLD, CARD_REDRAWN})
"""They tell of no step: nothing in the deal is otherwise because of them."""

CASE_WANTED: Final = "case-wanted"
"""The desk's file of a case is to be drawn anew, or its topic filled; nothing is said besides."""


class Rank(IntEnum):
    """The lowest goes first."""

    FIRST = 1
    """At the desk: what frees somebody's money, or answers a press."""
    NOTICE = 2
    TALK = 3
    HELP = 4
    """Of people who have a deal, or had one."""
    STRANGERS = 5
    LATER = 6
    """What nobody waits for: reminders, digests."""
