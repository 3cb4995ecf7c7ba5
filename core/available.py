"""What is offered: every act that is legal right now."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core.deal.context import Context
from core.deal.model import Deal
from core.deal.step import Act, Declared, Offered, works
from core.decide import DECLARED, STEPS
from core.values.errors import NotNow
from core.values.ids import PersonId

_OFFERED: Final = {act: declared for declared in DECLARED if (act := declared.act) is not None}


OFFERS: Final[Mapping[Act, Declared]] = MappingProxyType(
    {act: _OFFERED[act] for act in Act if act in _OFFERED}
)
"""Of each act what offers it, in the order of `Act`."""


def available(deal: Deal, actor: PersonId, ctx: Context) -> tuple[Offered, ...]:
    """The acts that are legal right now for this person, in the order of `Act`."""
    return tuple(
        offered
        for declared in OFFERS.values()
        if _works(deal, declared)
        for offered in declared.offered(deal, actor, ctx)
    )


def _works(deal: Deal, declared: Declared) -> bool:
    try:
        works(deal, STEPS[declared.command])
    except NotNow:
        return False
    return True
