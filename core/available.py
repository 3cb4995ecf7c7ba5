"""What is offered: every act that is legal right now; of the rest of one's own why it is not."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

from core.deal.context import Context
from core.deal.model import Deal
from core.deal.step import Act, Declared, Offered, Refused, works
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
        if _stopped(deal, declared) is None
        for offered in declared.offered(deal, actor, ctx)
    )


def _stopped(deal: Deal, declared: Declared) -> NotNow | None:
    try:
        works(deal, STEPS[declared.command])
    except NotNow as no:
        return no
    return None


def explained(deal: Deal, actor: PersonId, ctx: Context) -> tuple[Refused, ...]:
    """The acts of this person's own that are not offered now, each with what it would be answered.

    The same guards say it, on each milestone that the deal is about: what goes on one of several
    may be refused on another. What could never be theirs is left out: with `available` these are
    all the acts of their role.
    """
    found: list[Refused] = []
    for act, declared in OFFERS.items():
        offered, stopped = [*declared.offered(deal, actor, ctx)], _stopped(deal, declared)
        there = list(dict.fromkeys(one.milestone for one in offered))
        found += (no for no in declared.refused(deal, actor, ctx) if _elsewhere(no, there))
        if stopped is not None:
            found += (Refused(act, number, stopped) for number in there)
    return tuple(found)


def _elsewhere(no: Refused, offered: Collection[int | None]) -> bool:
    """Of several milestones it may be refused on one that it is not offered on."""
    return not offered or (no.milestone is not None and no.milestone not in offered)
