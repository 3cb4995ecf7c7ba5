"""Who is owed a message for what happened. The courier renders it in the receiver's language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core import (
    allowing,
    amending,
    disputing,
    drafting,
    inviting,
    paying,
    people,
    talking,
    timing,
    working,
)
from core.deal import notices as settling
from core.deal.events import Event
from core.deal.model import Deal
from core.deal.notice import (
    Always,
    By,
    Notice,
    Telling,
    WhileOpen,
    WhileOwed,
    WhileSeen,
    WhileSent,
)
from core.deal.person import Person
from core.deal.proposal import ProposalState
from core.values.ids import PersonId
from core.values.policy import Policy
from core.values.window import COSTS_NOTHING, DeadlineKind


def holds_true(notice: Notice, deal: Deal | None) -> bool:
    """Whether a notice is still worth sending, given the deal as it stands now."""
    if deal is None:
        return True
    match notice.holds:
        case Always():
            return True
        case WhileSeen(counter):
            about = deal if notice.milestone is None else deal.milestone(notice.milestone)
            return about.seen == counter
        case WhileOwed(transfer):
            return deal.transfer(transfer).owed
        case WhileSent(transfer, returns):
            one = deal.transfer(transfer)
            return one.on_its_way and one.returns == returns
        case WhileOpen(proposal):
            return deal.proposal(proposal).state is ProposalState.OPEN


def wanted(notice: Notice, person: Person) -> bool:
    """Whether its receiver wants to be told: whoever muted reminders reads of what costs money."""
    if notice.kind != "reminded" or not person.muted:
        return True
    return DeadlineKind(str(notice.data["key"]).partition(":")[0]) not in COSTS_NOTHING


RULES: Final[Mapping[type[Event], Telling]] = MappingProxyType(
    {
        **settling.TELLS,
        **inviting.TELLS,
        **paying.TELLS,
        **working.TELLS,
        **amending.TELLS,
        **disputing.TELLS,
        **talking.TELLS,
        **people.TELLS,
        **timing.TELLS,
    }
)
"""Of each event whom it is told."""
OF_PEOPLE: Final = MappingProxyType(
    {**people.OF_PEOPLE, **allowing.OF_PEOPLE, **talking.OF_PEOPLE, **paying.OF_SUSPENSE}
)
"""What is about a person or about money of nobody's, with a deal or without one."""
SILENT: Final[Mapping[type[Event], str]] = MappingProxyType(
    {
        **settling.SILENT,
        **drafting.SILENT,
        **inviting.SILENT,
        **paying.SILENT,
        **working.SILENT,
        **amending.SILENT,
        **disputing.SILENT,
        **people.SILENT,
        **timing.SILENT,
    }
)
"""Events that nobody is told of, and why."""
EVENTS: Final = (*RULES, *OF_PEOPLE, *SILENT)
"""Every event there is."""


def notices_for(
    deal: Deal | None, event: Event, actor: PersonId, policy: Policy
) -> tuple[Notice, ...]:
    """The notices of one event, `deal` being the deal after it; the one who acted gets none."""
    if type(event) in OF_PEOPLE:
        found = OF_PEOPLE[type(event)](None if deal is None else deal.id, event)
    elif deal is not None and type(event) in RULES:
        found = RULES[type(event)](deal, event, By(actor, policy))
    else:
        return ()
    told = tuple(found)
    if deal is None:
        return told
    return tuple(n for n in told if n.to != actor or n.kind in _TO_THE_ACTOR_TOO)


_TO_THE_ACTOR_TOO: Final = frozenset({"destination-set", "outside-named"})
"""What the screen of who acted does not show, or has to be in their chat in any case.

A changed destination, so that whoever did not change it reads it; and that what they wrote leads
past us. Everything else is on the card that their own press drew anew."""
