"""Whom the events of the work are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from core.deal.events import Event, MilestoneEvent
from core.deal.milestone import State
from core.deal.model import Deal
from core.deal.notice import By, Notice, Telling, now, of
from core.values.ids import DESK, PersonId
from core.working.events import (
    ChangesRequested,
    ContestTakenBack,
    DormancyNoticed,
    ExtraSetAside,
    FeeCancelOpened,
    LateCancelOpened,
    LateCancelTakenBack,
    OrderIgnored,
    PointContested,
    PointDropped,
    PointMoved,
    SubmissionTakenBack,
    WindowReopened,
    WindowRetried,
    WorkSubmitted,
)


def _opening(deal: Deal, event: MilestoneEvent, _by: By) -> Iterator[Notice]:
    yield from opening_notices(deal, event.milestone)


def opening_notices(deal: Deal, number: int) -> Iterator[Notice]:
    """The notice that opens the window of a milestone in whose end money may move."""
    m = deal.milestone(number)
    window = m.dormancy or m.window
    late = "late-cancel-opened"
    opening: dict[State, tuple[PersonId | None, str]] = {
        State.SUBMITTED: (deal.client, "work-submitted"),
        State.CANCELLING: (deal.freelancer, late if m.cancel_fee is None else "fee-cancel-opened"),
        State.IN_PROGRESS: (deal.freelancer, "dormancy-noticed"),
        State.CONTESTED: (deal.client, "point-contested"),
    }
    if m.ordered is not None:
        opening[State.REVISING] = (deal.freelancer, "revision-ordered")
    told = opening.get(m.state)
    if window is None or told is None:
        return
    person, kind = told
    rounds = m.ordered is not None or m.state is State.CONTESTED
    data = {"round": m.rounds[-1].number} if rounds else {}
    for notice in now(deal, number, person, kind, **data):
        yield replace(notice, serves=window.opened_at)


def _taken_back(deal: Deal, event: SubmissionTakenBack, _by: By) -> Iterator[Notice]:
    yield from now(deal, event.milestone, deal.client, "submission-taken-back")


def _changes_requested(deal: Deal, event: ChangesRequested, _by: By) -> Iterator[Notice]:
    n = event.milestone
    yield from now(deal, n, deal.freelancer, "changes-requested", round=event.round)


def _point_gone(deal: Deal, event: PointDropped | PointMoved, _by: By) -> Iterator[Notice]:
    m = deal.milestone(event.milestone)
    kind = "point-dropped" if isinstance(event, PointDropped) else "point-moved"
    data = {"round": event.round, "item": event.item, "over": m.state is State.SUBMITTED}
    yield from of(deal, m.number, deal.freelancer, kind, **data)


def _contest_taken_back(deal: Deal, event: ContestTakenBack, _by: By) -> Iterator[Notice]:
    yield from now(deal, event.milestone, deal.client, "contest-taken-back")


def _cancel_taken_back(deal: Deal, event: LateCancelTakenBack, _by: By) -> Iterator[Notice]:
    yield from now(deal, event.milestone, deal.freelancer, "late-cancel-taken-back")


def _order_ignored(deal: Deal, event: OrderIgnored, _by: By) -> Iterator[Notice]:
    for person in (*deal.parties, DESK):
        yield from of(deal, event.milestone, person, "order-ignored", round=event.round)


def _dormancy_noticed(deal: Deal, event: DormancyNoticed, by: By) -> Iterator[Notice]:
    yield from _opening(deal, event, by)
    yield from now(deal, event.milestone, deal.client, "dormancy-noticed")


SILENT: Final[Mapping[type[Event], str]] = MappingProxyType(
    {ExtraSetAside: "it is its sender's own until they propose it"}
)
TELLS: Final[Mapping[type[Event], Telling]] = MappingProxyType(
    {
        WorkSubmitted: _opening,
        SubmissionTakenBack: _taken_back,
        ChangesRequested: _changes_requested,
        PointContested: _opening,
        PointDropped: _point_gone,
        PointMoved: _point_gone,
        ContestTakenBack: _contest_taken_back,
        LateCancelOpened: _opening,
        FeeCancelOpened: _opening,
        LateCancelTakenBack: _cancel_taken_back,
        DormancyNoticed: _dormancy_noticed,
        OrderIgnored: _order_ignored,
        WindowRetried: _opening,
        WindowReopened: _opening,
    }
)
