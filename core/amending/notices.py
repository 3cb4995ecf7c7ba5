"""Whom proposals are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from core.amending.events import (
    AmendmentAccepted,
    AmendmentEvent,
    AmendmentExpired,
    AmendmentProposed,
    AmendmentRejected,
    AmendmentSuperseded,
    AmendmentWithdrawn,
    MoreTimeGranted,
    ProposalAccepted,
    ProposalEvent,
    ProposalExpired,
    ProposalMade,
    ProposalRejected,
    ProposalSuperseded,
    ProposalWithdrawn,
    WorkPaused,
    WorkResumed,
)
from core.deal.events import Event
from core.deal.model import Deal
from core.deal.notice import By, Notice, Telling, WhileOpen, now, of, to
from core.deal.pause import PauseEnd, PauseWhy
from core.deal.proposal import ProposalKind

_Kinds = Mapping[ProposalKind, str]
_TIME, _PAUSE, _END = ProposalKind.MORE_TIME, ProposalKind.PAUSE, ProposalKind.END
_MADE: Final[_Kinds] = {_TIME: "time-asked", _PAUSE: "pause-asked", _END: "end-proposed"}
_REFUSED: Final[_Kinds] = {
    _TIME: "time-refused",
    _PAUSE: "pause-refused",
    _END: "end-refused",
}
_UNANSWERED: Final[_Kinds] = {
    _TIME: "time-unanswered",
    _PAUSE: "pause-unanswered",
    _END: "end-unanswered",
}
_WITHDRAWN: Final[_Kinds] = {
    _TIME: "time-withdrawn",
    _PAUSE: "pause-withdrawn",
    _END: "end-withdrawn",
}
_OVER: Final[Mapping[PauseWhy, str]] = {
    PauseWhy.MATERIAL: "material-unanswered",
    PauseWhy.AGREED: "pause-over",
}


def _made(deal: Deal, event: ProposalMade, _by: By) -> Iterator[Notice]:
    proposal = deal.proposal(event.proposal)
    kind = _MADE[proposal.kind]
    number = proposal.number
    for notice in of(deal, event.milestone, deal.other(proposal.by), kind, proposal=number):
        yield replace(notice, words=proposal.words, holds=WhileOpen(number))


def _accepted(deal: Deal, event: ProposalAccepted, _by: By) -> Iterator[Notice]:
    """Of an end the money that moves tells it."""
    proposal = deal.proposal(event.proposal)
    if proposal.more is not None:
        seconds = int(proposal.more.total_seconds())
        yield from of(deal, event.milestone, proposal.by, "time-given", seconds=seconds)
    if proposal.kind is _PAUSE:
        yield from of(deal, event.milestone, proposal.by, "pause-agreed")


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


def _paused(deal: Deal, event: WorkPaused, _by: By) -> Iterator[Notice]:
    """Of an agreed pause its acceptance tells it."""
    pause = deal.milestone(event.milestone).pauses[event.pause - 1]
    if pause.why is PauseWhy.MATERIAL:
        for notice in now(deal, event.milestone, deal.client, "material-asked"):
            yield replace(notice, words=pause.words, files=pause.files)


def _resumed(deal: Deal, event: WorkResumed, _by: By) -> Iterator[Notice]:
    """The other side; where time alone did it, both."""
    pause = deal.milestone(event.milestone).pauses[event.pause - 1]
    if event.end is PauseEnd.GIVEN:
        for notice in of(deal, event.milestone, deal.freelancer, "material-given"):
            yield replace(notice, words=pause.answer, files=pause.given)
    elif event.end is PauseEnd.ALL_THERE:
        yield from of(deal, event.milestone, deal.freelancer, "material-all-there")
    elif event.end is PauseEnd.RESUMED:
        yield from of(deal, event.milestone, deal.client, "work-resumed")
    else:
        kind = _OVER[pause.why]
        for person in deal.parties:
            yield from of(deal, event.milestone, person, kind)


def _change_proposed(deal: Deal, event: AmendmentProposed, _by: By) -> Iterator[Notice]:
    yield from to(deal, deal.other(event.by), "change-proposed", proposal=event.proposal)


def _change_accepted(deal: Deal, event: AmendmentAccepted, _by: By) -> Iterator[Notice]:
    for person in deal.parties:
        yield from to(deal, person, "change-agreed", proposal=event.proposal)


def _to_who_proposed(deal: Deal, event: AmendmentEvent, kind: str) -> Iterator[Notice]:
    yield from to(deal, deal.proposal(event.proposal).by, kind, proposal=event.proposal)


def _change_rejected(deal: Deal, event: AmendmentRejected, _by: By) -> Iterator[Notice]:
    yield from _to_who_proposed(deal, event, "change-refused")


def _change_expired(deal: Deal, event: AmendmentExpired, _by: By) -> Iterator[Notice]:
    yield from _to_who_proposed(deal, event, "change-unanswered")


def _change_withdrawn(deal: Deal, event: AmendmentWithdrawn, _by: By) -> Iterator[Notice]:
    other = deal.other(deal.proposal(event.proposal).by)
    yield from to(deal, other, "change-withdrawn", proposal=event.proposal)


def _change_lapsed(deal: Deal, event: AmendmentSuperseded, _by: By) -> Iterator[Notice]:
    """Whoever proposed it may propose it anew, but of a deal that is over."""
    if not deal.state.final:
        yield from _to_who_proposed(deal, event, "change-lapsed")


TELLS: Final[Mapping[type[Event], Telling]] = MappingProxyType(
    {
        ProposalMade: _made,
        ProposalAccepted: _accepted,
        ProposalRejected: _rejected,
        ProposalWithdrawn: _withdrawn,
        ProposalExpired: _expired,
        MoreTimeGranted: _granted,
        WorkPaused: _paused,
        WorkResumed: _resumed,
        AmendmentProposed: _change_proposed,
        AmendmentAccepted: _change_accepted,
        AmendmentRejected: _change_rejected,
        AmendmentWithdrawn: _change_withdrawn,
        AmendmentExpired: _change_expired,
        AmendmentSuperseded: _change_lapsed,
    }
)
SILENT: Final[Mapping[type[Event], str]] = MappingProxyType(
    {ProposalSuperseded: "what overtook it tells it"}
)
