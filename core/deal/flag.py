"""Flags of the desk: while one stands, the deal stands still, and its state is what it was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from core.values.ids import PersonId
from core.values.window import Window
from core.values.words import Words


class FlagKind(StrEnum):
    """Why a deal stands still."""

    FRAUD = "fraud"
    LEGAL = "legal"
    CHARGEBACK = "chargeback"
    OPERATOR = "operator"


SHOWN: Final = frozenset({FlagKind.OPERATOR})
"""Whose reason the parties read. To say what is looked into could tip somebody off."""


@dataclass(frozen=True, slots=True)
class LiftAsk:
    """Somebody of the desk says why it may be lifted; `number` counts in its flag."""

    number: int
    by: PersonId
    at: datetime
    window: Window
    """Until when another may say yes to exactly this."""
    words: Words


@dataclass(frozen=True, slots=True)
class HoldFlag:
    """One flag; `number` counts in its deal."""

    number: int
    kind: FlagKind
    by: PersonId
    at: datetime
    window: Window
    """Until when the desk is to have looked into it; after that it is alarmed for ever."""
    words: Words
    ask: LiftAsk | None = None
    """The last that was asked."""
    lifted_at: datetime | None = None
    lifted_by: PersonId | None = None

    @property
    def stands(self) -> bool:
        """Whether it was not lifted."""
        return self.lifted_at is None


@dataclass(frozen=True, slots=True)
class Standstill:
    """From the first flag until the last of them is lifted: no clock of the deal runs."""

    since: datetime
    until: datetime | None = None


def running(
    stops: Iterable[Standstill], since: datetime, until: datetime
) -> list[tuple[datetime, datetime]]:
    """The parts of a stretch in which a deal with these stops did not stand still."""
    found, at = [], since
    for stop in stops:
        found.append((at, min(stop.since, until)))
        at = max(at, until if stop.until is None else stop.until)
    found.append((at, until))
    return [(begins, ends) for begins, ends in found if begins < ends]
