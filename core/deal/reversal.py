"""A deposit that the bank took back, and what the bank says in the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from core.values.errors import NotNow
from core.values.ids import PersonId
from core.values.money import Money
from core.values.words import Words


class ReversalState(StrEnum):
    """Where it stands."""

    OPEN = "open"
    """The bank has the money, and has not decided."""
    WON = "won"
    """The bank gave it back."""
    LOST = "lost"
    """The bank keeps it; who paid begins no deal until the desk clears that."""
    CLEARED = "cleared"
    """The same, and who paid may begin deals again."""


class ReversalStep(StrEnum):
    """What moves it."""

    WIN = "win"
    LOSE = "lose"
    CLEAR = "clear"


REVERSAL_TABLE: Final = MappingProxyType(
    {
        (ReversalState.OPEN, ReversalStep.WIN): ReversalState.WON,
        (ReversalState.OPEN, ReversalStep.LOSE): ReversalState.LOST,
        (ReversalState.LOST, ReversalStep.CLEAR): ReversalState.CLEARED,
        (ReversalState.LOST, ReversalStep.WIN): ReversalState.WON,
        (ReversalState.CLEARED, ReversalStep.WIN): ReversalState.WON,
    }
)
GONE: Final = frozenset({ReversalState.LOST, ReversalState.CLEARED})
"""The bank keeps the money, and it is out of the books; banks have changed their minds."""


@dataclass(frozen=True, slots=True)
class Reversal:
    """One reversal; `number` counts in its deal.

    `amount` = `refunded` + `held` + `waiting` + `beyond`.
    """

    number: int
    milestone: int
    rail: str
    deposit: str
    """The external id of the deposit that it takes back."""
    external_id: str
    amount: Money
    refunded: Money
    """What we owed back to the client: with this it has reached them."""
    held: Money
    """What was held for the milestone, and is now the bank's to decide on."""
    waiting: Money
    """The same of what waited for it."""
    beyond: Money
    """What had left it: the freelancer keeps it, and it is our loss."""
    at: datetime
    by: PersonId
    words: Words
    approved_by: PersonId | None = None
    flag: int | None = None
    """The flag under which the deal stands still for it."""
    state: ReversalState = ReversalState.OPEN
    closed_at: datetime | None = None
    closed_by: PersonId | None = None
    why: Words | None = None
    cleared_at: datetime | None = None
    cleared_by: PersonId | None = None

    @property
    def taken(self) -> Money:
        """What the bank has of the milestone's money."""
        return self.held + self.waiting

    @property
    def gone(self) -> bool:
        """Whether the bank keeps it."""
        return self.state in GONE

    def take(self, step: ReversalStep) -> Reversal:
        """It after `step`. Raises NotNow("reversal-closed")."""
        to = REVERSAL_TABLE.get((self.state, step))
        if to is None:
            raise NotNow("reversal-closed")
        return replace(self, state=to)


def charged_back(reversals: Iterable[Reversal]) -> bool:
    """Whether who paid begins no deal: the money is gone, and nobody has cleared that."""
    return any(one.state is ReversalState.LOST for one in reversals)
