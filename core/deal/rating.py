"""What one side of an ended deal says of the other: sealed until both have, or their time is over.

So nobody writes an answer to what they read, and nobody has anything to hold over the other: a
rating can be given only once no money is held any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from core.values.ids import PersonId
from core.values.words import Words

BEST: Final = 5
"""Stars, from one."""
RATING_LIMIT: Final = 300
"""Characters of the words beside them: a rating, and no statement in a case."""


@dataclass(frozen=True, slots=True)
class Rating:
    """How somebody found the other side."""

    by: PersonId
    stars: int
    at: datetime
    words: Words | None = None
