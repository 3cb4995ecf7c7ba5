"""Whom offers in a dispute are told: the other side, and the desk, which decides otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from core.amending.events import (
    ProposalEvent,
    SealedMet,
    SettlementAccepted,
    SettlementAgreed,
    SettlementExpired,
    SettlementOffered,
    SettlementRejected,
    SettlementWithdrawn,
)
from core.deal.events import Event
from core.deal.model import Deal
from core.deal.notice import By, Notice, Telling, of
from core.deal.proposal import Proposal, ProposalKind
from core.values.ids import DESK, PersonId


def _desk(deal: Deal, event: ProposalEvent) -> Iterator[Notice]:
    """The case file shows it; it does not ring: nothing is for the desk to do."""
    for notice in of(deal, event.milestone, DESK, "offer-shown", number=event.proposal):
        yield replace(notice, ring=False)


def _advised(proposal: Proposal) -> bool:
    return proposal.kind is ProposalKind.ADVICE


def _offered(deal: Deal, event: SettlementOffered, _by: By) -> Iterator[Notice]:
    made = deal.proposal(event.proposal)
    if _advised(made):
        for person in deal.parties:
            for notice in of(deal, event.milestone, person, "settlement-advised"):
                yield replace(notice, words=made.words)
    else:
        for notice in of(deal, event.milestone, deal.other(made.by), "settlement-offered"):
            yield replace(notice, words=made.words)
    yield from _desk(deal, event)


def _agreed(deal: Deal, event: SettlementAgreed, _by: By) -> Iterator[Notice]:
    yield from of(deal, event.milestone, deal.other(event.by), "advice-agreed")
    yield from _desk(deal, event)


def _accepted(deal: Deal, event: SettlementAccepted, _by: By) -> Iterator[Notice]:
    """The two are told by the money that moves."""
    number = event.proposal
    yield from of(deal, event.milestone, DESK, "dispute-settled", number=number)


def _met(deal: Deal, event: SealedMet, _by: By) -> Iterator[Notice]:
    for person in deal.parties:
        yield from of(deal, event.milestone, person, "sealed-met")
    yield from of(deal, event.milestone, DESK, "dispute-settled", number=0)


def _rejected(deal: Deal, event: SettlementRejected, _by: By) -> Iterator[Notice]:
    advised = _advised(deal.proposal(event.proposal))
    other, n = deal.other(event.by), event.milestone
    if advised:
        yield from of(deal, n, other, "advice-refused")
    else:
        yield from of(deal, n, other, "settlement-refused")
    yield from _desk(deal, event)


def _withdrawn(deal: Deal, event: SettlementWithdrawn, _by: By) -> Iterator[Notice]:
    other = deal.other(deal.proposal(event.proposal).by)
    yield from of(deal, event.milestone, other, "settlement-withdrawn")
    yield from _desk(deal, event)


def _expired(deal: Deal, event: SettlementExpired, _by: By) -> Iterator[Notice]:
    made = deal.proposal(event.proposal)
    told: tuple[PersonId, ...] = deal.parties if _advised(made) else (made.by,)
    for person in told:
        if _advised(made):
            yield from of(deal, event.milestone, person, "advice-unanswered")
        else:
            yield from of(deal, event.milestone, person, "settlement-unanswered")
    yield from _desk(deal, event)


TELLS: Final[Mapping[type[Event], Telling]] = MappingProxyType(
    {
        SettlementOffered: _offered,
        SettlementAgreed: _agreed,
        SettlementAccepted: _accepted,
        SealedMet: _met,
        SettlementRejected: _rejected,
        SettlementWithdrawn: _withdrawn,
        SettlementExpired: _expired,
    }
)
