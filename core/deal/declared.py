"""Every step there is, each declared in its topic, and every act that is offered."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from core.commands import DealCommand
from core.context import Context
from core.deal import agreeing, clock, disputing, paying, working
from core.deal.model import Deal
from core.deal.step import (
    Act,
    DealStepOf,
    Declared,
    Offered,
    StepOf,
    TransferStepOf,
)
from core.ids import PersonId

DECLARED: Final[tuple[Declared, ...]] = (
    *agreeing.STEPS,
    *paying.STEPS,
    *working.STEPS,
    *disputing.STEPS,
    *clock.STEPS,
)
STEPS: Final[Mapping[type[DealCommand], StepOf[Any] | DealStepOf[Any] | TransferStepOf[Any]]] = (
    MappingProxyType(
        {
            step.command: step
            for step in DECLARED
            if isinstance(step, StepOf | DealStepOf | TransferStepOf)
        }
    )
)
_OFFERED: Final = {act: declared for declared in DECLARED if (act := declared.act) is not None}
OFFERS: Final[Mapping[Act, Declared]] = MappingProxyType(
    {act: _OFFERED[act] for act in Act if act in _OFFERED}
)
"""Of each act what offers it, in the order of `Act`."""


def available(deal: Deal, actor: PersonId, ctx: Context) -> tuple[Offered, ...]:
    """The acts that are legal right now for this person, in the order of `Act`."""
    return tuple(
        offered for declared in OFFERS.values() for offered in declared.offered(deal, actor, ctx)
    )
