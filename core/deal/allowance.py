"""What the desk lets one person have held at once, and who is bound by a limit at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from core.values.ids import PersonId
from core.values.money import Money
from core.values.words import Words

PROVEN: Final = 3
"""Completed deals, on either side, after which nobody is new any more."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one person may have held at once, above what everybody new may: by whom, when, why."""

    person: PersonId
    amount: Money
    by: PersonId
    at: datetime
    why: Words


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody with fewer than `PROVEN` completed deals, where there is a limit for them."""

    done: int
    limits: Mapping[str, int]
    """Minor units by currency, with what the desk allows them; what is not named has no limit."""
    open: Mapping[str, int]
    """What their other open deals may come to hold at once, by currency."""


def limits_of(general: Mapping[str, int], own: Iterable[Allowance]) -> dict[str, int]:
    """The house's figures, and above them what the desk allows; a currency without one has none.

    An allowance that the house's figure has passed since takes nothing away.
    """
    raised = {one.amount.currency: one.amount.minor for one in own}
    return {code: max(most, raised.get(code, 0)) for code, most in general.items()}
