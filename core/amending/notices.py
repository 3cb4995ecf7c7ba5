"""Whom proposals are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from core.amending.events import (
    MoreTimeGranted,
    ProposalAccepted,
    ProposalEvent,
    ProposalExpired,
    ProposalMade,
    ProposalRejected,
    ProposalSuperseded,
    ProposalWithdrawn,
)
from core.deal.events import Event
from core.deal.model import Deal
from core.deal.notice import By, Notice, Telling, of
from core.deal.proposal import ProposalKind

_Kinds = Mapping[ProposalKind, str]
_TIME, _END = ProposalKind.MORE_TIME, ProposalKind.END
_MADE: Final[_Kinds] = {_TIME: "time-asked", _END: "end-proposed"}
_REFUSED: Final[_Kinds] = {_TIME: "time-refused", _END: "end-refused"}
_UNANSWERED: Final[_Kinds] = {_TIME: "time-unanswered", _END: "end-unanswered"}
_WITHDRAWN: Final[_Kinds] = {_TIME: "time-withdrawn", _END: "end-withdrawn"}


def _made(deal: Deal, event: ProposalMade, _by: By) -> Iterator[Notice]:
    proposal = deal.proposal(event.proposal)
    kind = _MADE[proposal.kind]
    for notice in of(deal, event.milestone, deal.other(proposal.by), kind):
        yield replace(notice, words=proposal.words)


def _accepted(deal: Deal, event: ProposalAccepted, _by: By) -> Iterator[Notice]:
    """Of an end the money that moves tells it."""
    proposal = deal.proposal(event.proposal)
    if proposal.more is not None:
        seconds = int(proposal.more.total_seconds())
        yield from of(deal, event.milestone, proposal.by, "time-given", seconds=seconds)


def _to_proposer(deal: Deal, event: ProposalEvent, kinds: _Kinds) -> Iterator[Notice]:
    proposal = deal.proposal(event.proposal)
    kind = kinds[proposal.kind]
    yield from of(deal, event.milestone, proposal.by, kind)


def _rejected(deal: Deal, event: ProposalRejected, _by: By) -> Iterator[Notice]:
    yield from _to_proposer(deal, event, _REFUSED)


def _expired(deal: Deal, event: ProposalExpired, _by: By) -> Iterator[Notice]:
    yield from _to_proposer(deal, event, _UNANSWERED)


def _withdrawn(deal: Deal, event: ProposalWithdrawn, _by: By) -> Iterator[Notice]:
    proposal = deal.proposal(event.proposal)
    kind = _WITHDRAWN[proposal.kind]
    other = deal.other(proposal.by)
    yield from of(deal, event.milestone, other, kind)


def _granted(deal: Deal, event: MoreTimeGranted, _by: By) -> Iterator[Notice]:
    seconds = int(event.more.total_seconds())
    yield from of(deal, event.milestone, deal.freelancer, "time-granted", seconds=seconds)


TELLS: Final[Mapping[type[Event], Telling]] = MappingProxyType(
    {
        ProposalMade: _made,
        ProposalAccepted: _accepted,
        ProposalRejected: _rejected,
        ProposalWithdrawn: _withdrawn,
        ProposalExpired: _expired,
        MoreTimeGranted: _granted,
    }
)
SILENT: Final[Mapping[type[Event], str]] = MappingProxyType(
    {ProposalSuperseded: "what overtook it tells it"}
)
