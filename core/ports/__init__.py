"""What core needs of the world, and what the floors above it call by one name."""

from core.ports.queue import (
    BUTTONS_OLD,
    CARD_OLD,
    CARD_REDRAWN,
    CASE_WANTED,
    LANE,
    NEWS,
    OF_MESSAGES,
    WORDS_DELIVERED,
    Rank,
)
from core.ports.store import (
    Answer,
    Clock,
    Expecting,
    Ids,
    Known,
    LostRace,
    ReasonTaken,
    Store,
    StoreAway,
    UnitOfWork,
    gone_flag,
)

__all__ = [
    "BUTTONS_OLD",
    "CARD_OLD",
    "CARD_REDRAWN",
    "CASE_WANTED",
    "LANE",
    "NEWS",
    "OF_MESSAGES",
    "WORDS_DELIVERED",
    "Answer",
    "Clock",
    "Expecting",
    "Ids",
    "Known",
    "LostRace",
    "Rank",
    "ReasonTaken",
    "Store",
    "StoreAway",
    "UnitOfWork",
    "gone_flag",
]
