"""A side's challenge of the arbiter: why somebody else is to decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.values.ids import PersonId
from core.values.words import Words


class ChallengeGround(StrEnum):
    """Why a side does not trust the arbiter to be neutral."""

    INTEREST = "interest"
    """The arbiter gains or loses by what is decided."""
    KNOWS = "knows"
    """The arbiter knows the other side."""
    BEFORE = "before"
    """The arbiter had a part in the deal before."""
    OTHER = "other"
    """Something else, as the words say."""


@dataclass(frozen=True, slots=True)
class Challenge:
    """Who challenged which arbiter, on which ground, in their words."""

    by: PersonId
    at: datetime
    arbiter: PersonId
    ground: ChallengeGround
    words: Words
