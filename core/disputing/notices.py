"""Whom the events of a dispute are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from core.deal.events import Event
from core.deal.hearing import Called
from core.deal.milestone import Milestone, State
from core.deal.model import Deal
from core.deal.notice import By, Notice, Telling, of
from core.deal.ruling import Outcome
from core.deal.stage import Stage
from core.disputing.events import (
    AnswerOverdue,
    ArbiterCalled,
    ArbiterChallenged,
    ArbiterRecused,
    ArbitrationBegun,
    DisputeAssigned,
    DisputeConceded,
    DisputeHandedOver,
    DisputeTaken,
    DisputeTakenBack,
    EvidenceFiled,
    EvidenceOver,
    NegotiationBegun,
    NothingAdded,
    QuestionAnswered,
    QuestionAsked,
    ReviewAsked,
    RulingAccepted,
    RulingExecuted,
    RulingMade,
    RulingSentBack,
    StatementMade,
    WorkGoesOn,
)
from core.values.ids import DESK, PersonId


def _statement_made(deal: Deal, event: StatementMade, _by: By) -> Iterator[Notice]:
    yield from _filed(deal, event.milestone, event.by, "statement-made", 0)


def _evidence_filed(deal: Deal, event: EvidenceFiled, _by: By) -> Iterator[Notice]:
    yield from _filed(deal, event.milestone, event.by, "evidence-filed", event.number)


def _filed(deal: Deal, n: int, by: PersonId, kind: str, number: int) -> Iterator[Notice]:
    """The desk has it in the case, which rings once it is called."""
    case = deal.dispute(n)
    rings = case is None or not case.stage.between_them
    yield from of(deal, n, deal.other(by), kind, person=by, number=number)
    for notice in of(deal, n, DESK, kind, person=by, number=number):
        yield replace(notice, ring=rings)


def _arbiter_called(deal: Deal, event: ArbiterCalled, _by: By) -> Iterator[Notice]:
    """The other side can agree, or knows from when the call counts; the desk is not called yet."""
    case = deal.dispute(event.milestone)
    talks = None if case is None else case.negotiation
    if talks is not None:
        until, other = talks.by_both.ends_at.isoformat(), deal.other(event.by)
        yield from of(deal, event.milestone, other, "arbiter-called", until_at=until)


def _arbitration_begun(deal: Deal, event: ArbitrationBegun, _by: By) -> Iterator[Notice]:
    """Whoever let the time to answer pass hears of that, and so of this."""
    case = deal.dispute(event.milestone)
    unanswered = event.why is Called.UNANSWERED
    for person in deal.parties:
        if case is None or not unanswered or case.statement_of(person) is not None:
            why = event.why.value
            yield from of(deal, event.milestone, person, "arbitration-begun", why=why)
    yield from of(deal, event.milestone, DESK, "arbitration-begun", why=event.why.value)


def _nothing_added(deal: Deal, event: NothingAdded, _by: By) -> Iterator[Notice]:
    """The desk alone; it rings once nobody is waited for any more."""
    case = deal.dispute(event.milestone)
    waits = case is not None and deal.unheard(case) is not None
    for notice in of(deal, event.milestone, DESK, "evidence-over", waits=waits):
        yield replace(notice, ring=not waits)


def _evidence_over(deal: Deal, event: EvidenceOver, _by: By) -> Iterator[Notice]:
    yield from of(deal, event.milestone, DESK, "evidence-over", waits=False)


def _dispute_taken(deal: Deal, event: DisputeTaken, _by: By) -> Iterator[Notice]:
    for person in deal.parties:
        yield from of(deal, event.milestone, person, "dispute-taken", arbiter=event.arbiter)
    late = {} if event.over_from is None else {"late": event.over_from}
    yield from of(deal, event.milestone, DESK, "dispute-taken", arbiter=event.arbiter, **late)


def _dispute_assigned(deal: Deal, event: DisputeAssigned, _by: By) -> Iterator[Notice]:
    n, again = event.milestone, event.over_from is not None
    for person in deal.parties:
        yield from of(deal, n, person, "dispute-assigned", again=again)
    data = {"arbiter": event.arbiter, "late": event.over_from or 0}
    yield from of(deal, n, DESK, "dispute-assigned", **data)


def _answer_overdue(deal: Deal, event: AnswerOverdue, _by: By) -> Iterator[Notice]:
    to = "question" if event.question else "dispute"
    for role in event.roles:
        yield from of(deal, event.milestone, deal.person(role), "answer-overdue", to=to)
    who = "both" if len(event.roles) > 1 else event.roles[0].value
    yield from of(deal, event.milestone, DESK, "answer-overdue", who=who)


def _handed_over(deal: Deal, event: DisputeHandedOver, _by: By) -> Iterator[Notice]:
    """The desk hears who has the case; where a colleague has it, the sides hear of that too."""
    told = {"arbiter": event.arbiter} | ({} if event.to is None else {"to": event.to})
    yield from of(deal, event.milestone, DESK, "dispute-handed-over", **told)
    for person in deal.parties if event.to is not None else ():
        yield from of(deal, event.milestone, person, "dispute-taken", arbiter=event.to)


def _recused(deal: Deal, event: ArbiterRecused, _by: By) -> Iterator[Notice]:
    yield from of(deal, event.milestone, DESK, "dispute-handed-over", arbiter=event.arbiter)


def _challenged(deal: Deal, event: ArbiterChallenged, _by: By) -> Iterator[Notice]:
    """Both sides read why, and that another has it; the desk, who that is."""
    other = deal.other(event.by)
    yield from of(deal, event.milestone, other, "arbiter-challenged", person=event.by)
    data = {"person": event.by, "arbiter": event.arbiter, "late": event.over_from}
    yield from of(deal, event.milestone, DESK, "arbiter-challenged", **data)


def _question_asked(deal: Deal, event: QuestionAsked, _by: By) -> Iterator[Notice]:
    asked = deal.person(event.to)
    yield from of(deal, event.milestone, asked, "question-asked", number=event.number)


def _question_answered(deal: Deal, event: QuestionAnswered, _by: By) -> Iterator[Notice]:
    data = {"person": event.by, "number": event.number}
    yield from of(deal, event.milestone, DESK, "question-answered", **data)


def _taken_back(deal: Deal, event: DisputeTakenBack, _by: By) -> Iterator[Notice]:
    """The other side, for whom a review window may begin by it; and the desk."""
    m, other = deal.milestone(event.milestone), deal.other(event.by)
    for notice in of(deal, event.milestone, other, "dispute-taken-back"):
        clock = m.window if m.state is State.SUBMITTED and other == deal.client else None
        yield notice if clock is None else replace(notice, serves=clock.opened_at)
    yield from of(deal, event.milestone, DESK, "dispute-taken-back", person=event.by)


def _conceded(deal: Deal, event: DisputeConceded, _by: By) -> Iterator[Notice]:
    for reader in (deal.other(event.by), DESK):
        yield from of(deal, event.milestone, reader, "dispute-conceded", person=event.by)


def _ruling_made(deal: Deal, event: RulingMade, _by: By) -> Iterator[Notice]:
    """Where it can still be reviewed, this opens the sides' time for that."""
    case = deal.dispute(event.milestone)
    clock = None if case is None else case.final_by
    serves = None if event.final or clock is None else clock.opened_at
    data = {"outcome": event.outcome.value, "final": event.final, "reviewed": event.review}
    for person in deal.parties:
        for notice in of(deal, event.milestone, person, "ruling-made", **data):
            yield replace(notice, serves=serves)
    yield from of(deal, event.milestone, DESK, "ruling-made", **data)


def _ruling_accepted(deal: Deal, event: RulingAccepted, _by: By) -> Iterator[Notice]:
    """Where both did, carrying it out tells it."""
    case = deal.dispute(event.milestone)
    waits = case is not None and case.stage is Stage.DECIDED
    for person in (deal.other(event.by), DESK) if waits else ():
        yield from of(deal, event.milestone, person, "ruling-accepted", person=event.by)


def _ruling_executed(deal: Deal, event: RulingExecuted, _by: By) -> Iterator[Notice]:
    for person in (*deal.parties, DESK):
        accepted = event.accepted
        yield from of(deal, event.milestone, person, "ruling-executed", accepted=accepted)


def _goes_on(deal: Deal, event: WorkGoesOn, _by: By) -> Iterator[Notice]:
    """Both sides; it opens the client's time to look, or the freelancer's for what is ordered."""
    m = deal.milestone(event.milestone)
    opens = deal.client if m.state is State.SUBMITTED else None
    opens = deal.freelancer if m.ordered is not None else opens
    for person in deal.parties:
        for notice in _goes_on_as(deal, m, person, event.outcome):
            clock = m.window if person == opens else None
            yield notice if clock is None else replace(notice, serves=clock.opened_at)


def _goes_on_as(deal: Deal, m: Milestone, person: PersonId, outcome: Outcome) -> Iterator[Notice]:
    if outcome is Outcome.ORDER:
        yield from of(deal, m.number, person, "revision-ordered", round=m.rounds[-1].number)
    else:
        data = {"going": outcome.value, "stands": m.state.value}
        yield from of(deal, m.number, person, "work-goes-on", **data)


def _review_asked(deal: Deal, event: ReviewAsked, _by: By) -> Iterator[Notice]:
    data = {"person": event.by, "why": event.ground.value}
    for person in (deal.other(event.by), DESK):
        yield from of(deal, event.milestone, person, "review-asked", **data)


def _sent_back(deal: Deal, event: RulingSentBack, _by: By) -> Iterator[Notice]:
    for person in deal.parties:
        yield from of(deal, event.milestone, person, "ruling-sent-back")
    yield from of(deal, event.milestone, DESK, "ruling-sent-back", arbiter=event.arbiter)


TELLS: Final[Mapping[type[Event], Telling]] = MappingProxyType(
    {
        StatementMade: _statement_made,
        EvidenceFiled: _evidence_filed,
        ArbiterCalled: _arbiter_called,
        ArbitrationBegun: _arbitration_begun,
        NothingAdded: _nothing_added,
        EvidenceOver: _evidence_over,
        DisputeTaken: _dispute_taken,
        DisputeAssigned: _dispute_assigned,
        AnswerOverdue: _answer_overdue,
        DisputeHandedOver: _handed_over,
        ArbiterRecused: _recused,
        ArbiterChallenged: _challenged,
        QuestionAsked: _question_asked,
        QuestionAnswered: _question_answered,
        DisputeTakenBack: _taken_back,
        DisputeConceded: _conceded,
        RulingMade: _ruling_made,
        RulingAccepted: _ruling_accepted,
        RulingExecuted: _ruling_executed,
        WorkGoesOn: _goes_on,
        ReviewAsked: _review_asked,
        RulingSentBack: _sent_back,
    }
)
SILENT: Final[Mapping[type[Event], str]] = MappingProxyType(
    {NegotiationBegun: "the answer that it began with tells it"}
)
