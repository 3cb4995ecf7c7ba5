"""What runs in a dispute: the sides' time to answer, the desk's to take and to rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from core.deal.clocks import Clock, Deadline, MeetDeadline, On, alarm, milestone_of, of_milestone
from core.deal.context import Context
from core.deal.dispute import Cause, Dispute
from core.deal.milestone import Milestone, State
from core.deal.model import Deal
from core.deal.settle import Decision
from core.deal.stage import Stage
from core.deal.terms import Role
from core.disputing.having import assign
from core.disputing.rulings import time_is_over
from core.disputing.stages import evidence_over, negotiation_over
from core.disputing.steps import answer_overdue, review_answer_overdue
from core.values.ids import DESK
from core.values.window import DeadlineKind


def _disputed(on: On) -> list[Deadline]:
    dispute = on.deal.dispute(on.m.number)
    if dispute is None:
        return []
    if dispute.stage is Stage.DECIDED and dispute.final_by is not None:
        final = dispute.final_by
        ends = on.act(DeadlineKind.RULING_FINAL, final.ends_at, DESK, final.opened_at)
        silent = tuple(p for p in on.deal.parties if p not in dispute.accepted)
        return [replace(ends, reminds=silent)]
    acts = [*_answers(on, dispute), *_questions(on, dispute), *_review(on, dispute)]
    acts += [*_negotiation(on, dispute), *_evidence(on, dispute)]
    clock = dispute.desk_clock
    if clock is not None and dispute.stage is not Stage.RULED:
        taken = dispute.stage.taken
        kind = DeadlineKind.DISPUTE_RULING if taken else DeadlineKind.DISPUTE_TAKE
        acts.append(on.act(kind, clock.ends_at, dispute.arbiter or DESK, clock.opened_at))
    return acts


def _answers(on: On, dispute: Dispute) -> list[Deadline]:
    if dispute.cause is Cause.SILENCE or dispute.unanswered_at is not None:
        return []
    kind, answer = DeadlineKind.DISPUTE_ANSWER, dispute.answer_by
    return [
        on.act(kind, answer.ends_at, on.deal.person(role), answer.opened_at, f":{role.value}")
        for role in Role
        if dispute.statement_of(on.deal.person(role)) is None
    ]


def _negotiation(on: On, dispute: Dispute) -> list[Deadline]:
    """Nobody's turn: both are reminded, but for who called the arbiter already."""
    talks = dispute.negotiation
    if talks is None or dispute.stage is not Stage.NEGOTIATION:
        return []
    clock = talks.ends
    ends = on.act(DeadlineKind.NEGOTIATION_ENDS, clock.ends_at, None, clock.opened_at)
    return [replace(ends, reminds=tuple(p for p in on.deal.parties if p not in talks.called))]


def _evidence(on: On, dispute: Dispute) -> list[Deadline]:
    filing = dispute.filing
    if filing is None or dispute.stage not in (Stage.OPEN, Stage.TAKEN):
        return []
    kind, clock = DeadlineKind.EVIDENCE_ENDS, filing.window
    return [
        on.act(kind, clock.ends_at, person, clock.opened_at, f":{role.value}")
        for role in Role
        if filing.waits_for(person := on.deal.person(role))
    ]


def _review(on: On, dispute: Dispute) -> list[Deadline]:
    role, review = on.deal.review_unheard(dispute), dispute.review
    if role is None or review is None:
        return []
    person, answer, of = on.deal.person(role), review.answer_by, f":{role.value}{_REVIEW}"
    return [on.act(DeadlineKind.DISPUTE_ANSWER, answer.ends_at, person, answer.opened_at, of)]


_REVIEW: Final = ":review"
"""Of the key of a deadline: an answer to what is said against a ruling."""


def _questions(on: On, dispute: Dispute) -> list[Deadline]:
    kind = DeadlineKind.QUESTION_ANSWER
    return [
        on.act(kind, until.ends_at, on.deal.person(asked.to), until.opened_at, f":{asked.number}")
        for asked in dispute.questions
        if asked.waits and (until := asked.answer_by) is not None
    ]


def _case(deal: Deal, cmd: MeetDeadline, ctx: Context) -> Decision:
    """The same of a case: another arbiter by lot; where there is none, only the alarm."""
    given, events = assign(deal, milestone_of(deal, cmd).number, ctx)
    return (given, events) if events else alarm(deal, cmd, ctx)


def _answer(deal: Deal, m: Milestone, cmd: MeetDeadline, ctx: Context) -> Decision:
    if cmd.key.endswith(_REVIEW):
        return review_answer_overdue(deal, m.number, ctx)
    return answer_overdue(deal, m.number, ctx)


def _question(deal: Deal, m: Milestone, cmd: MeetDeadline, ctx: Context) -> Decision:
    return answer_overdue(deal, m.number, ctx, int(cmd.key.rpartition(":")[2]))


def _talks_over(deal: Deal, m: Milestone, _cmd: MeetDeadline, ctx: Context) -> Decision:
    return negotiation_over(deal, m, ctx)


def _evidence_over(deal: Deal, m: Milestone, _cmd: MeetDeadline, ctx: Context) -> Decision:
    return evidence_over(deal, m, ctx)


def _final(deal: Deal, m: Milestone, _cmd: MeetDeadline, ctx: Context) -> Decision:
    return time_is_over(deal, m, ctx)


DEADLINES: Final[Mapping[State, Callable[[On], list[Deadline]]]] = MappingProxyType(
    {State.DISPUTED: _disputed}
)
CLOCKS: Final[Mapping[DeadlineKind, Clock]] = MappingProxyType(
    {
        DeadlineKind.DISPUTE_ANSWER: of_milestone(_answer),
        DeadlineKind.NEGOTIATION_ENDS: of_milestone(_talks_over),
        DeadlineKind.EVIDENCE_ENDS: of_milestone(_evidence_over),
        DeadlineKind.QUESTION_ANSWER: of_milestone(_question),
        DeadlineKind.RULING_FINAL: of_milestone(_final),
        DeadlineKind.DISPUTE_TAKE: _case,
        DeadlineKind.DISPUTE_RULING: _case,
    }
)
ALARMS: Final = frozenset({DeadlineKind.DISPUTE_TAKE, DeadlineKind.DISPUTE_RULING})
