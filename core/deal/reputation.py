"""What a person's finished deals say about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Record:
    """Counts over the deals in which somebody was a party. `since` is when they were first met."""

    done: int
    disputed: int
    ruled_against: int
    since: datetime | None
