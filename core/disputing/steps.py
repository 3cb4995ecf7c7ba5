"""A dispute, from either side's reason until an arbiter can rule."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.deal.context import Context
from core.deal.dispute import Cause, Evidence, Question, Statement
from core.deal.events import MilestoneEvent
from core.deal.milestone import Milestone, Step
from core.deal.model import Deal
from core.deal.settle import Decision, dispute
from core.deal.stage import DisputeStep
from core.deal.step import Act, StepOf
from core.deal.terms import Role
from core.deal.who import party
from core.disputing.commands import (
    AnswerQuestion,
    AskParty,
    FileEvidence,
    MakeStatement,
    OpenDispute,
)
from core.disputing.events import (
    AnswerOverdue,
    EvidenceFiled,
    QuestionAnswered,
    QuestionAsked,
    StatementMade,
)
from core.disputing.guards import (
    case_of,
    may_answer,
    may_ask,
    may_dispute,
    may_file,
    may_state,
)
from core.disputing.ruling_time import clocked
from core.disputing.stages import answered, something_new, unanswered
from core.values.errors import BadInput, NotNow
from core.values.money import Money
from core.values.window import window


def open_dispute(deal: Deal, m: Milestone, cmd: OpenDispute, ctx: Context) -> Decision:
    """Either side, with a reason and what it seeks of the hold, from nothing to all of it."""
    _sought(cmd.sought, m)
    said = Statement(cmd.actor, ctx.now, cmd.reason, cmd.sought, cmd.files)
    return dispute(deal, m, ctx, Step.DISPUTE, Cause.OPENED, said)


def _sought(sought: Money, m: Milestone) -> None:
    if sought.currency != m.held.currency or sought.minor < 0 or sought > m.held:
        raise BadInput("sought-out-of-range", held=(m.held.minor, m.held.currency))


def make_statement(deal: Deal, m: Milestone, cmd: MakeStatement, ctx: Context) -> Decision:
    """A side's position, beside any earlier one."""
    case = case_of(deal, m)
    _sought(cmd.sought, m)
    said = Statement(cmd.actor, ctx.now, cmd.words, cmd.sought, cmd.files)
    heard = replace(case.take(DisputeStep.STATE), statements=(*case.statements, said))
    case = clocked(deal, case, something_new(heard), ctx)
    case, went = answered(deal, case, ctx)
    return deal.with_dispute(case), (StatementMade(m.number, cmd.actor, cmd.sought), *went)


def file_evidence(deal: Deal, m: Milestone, cmd: FileEvidence, ctx: Context) -> Decision:
    """Text or files that both sides see."""
    if cmd.words is None and not cmd.files:
        raise BadInput("empty-text")
    case = case_of(deal, m)
    number = len(case.evidence) + 1
    filed = Evidence(number, cmd.actor, ctx.now, cmd.words, cmd.files)
    after = replace(case.take(DisputeStep.FILE), evidence=(*case.evidence, filed))
    case = clocked(deal, case, something_new(after), ctx)
    return deal.with_dispute(case), (EvidenceFiled(m.number, cmd.actor, number),)


def answer_overdue(deal: Deal, number: int, ctx: Context, question: int = 0) -> Decision:
    """A side's time to answer has passed: that is no guilt, but the ruling waits no longer."""
    case = case_of(deal, deal.milestone(number))
    went: tuple[MilestoneEvent, ...] = ()
    if question:
        asked = [q for q in case.questions if q.number == question]
        roles = tuple(q.to for q in asked)
        questions = tuple(
            replace(q, unanswered_at=ctx.now) if q in asked else q for q in case.questions
        )
        after = replace(case, questions=questions)
    else:
        roles = tuple(r for r in Role if case.statement_of(deal.person(r)) is None)
        after, went = unanswered(deal, replace(case, unanswered_at=ctx.now), ctx)
    return deal.with_dispute(after), (AnswerOverdue(number, roles, question), *went)


def review_answer_overdue(deal: Deal, number: int, ctx: Context) -> Decision:
    """The other side's time to answer what is said against a ruling: the same of a review."""
    case = case_of(deal, deal.milestone(number))
    role = deal.review_unheard(case)
    if case.review is None or role is None:
        return deal, ()
    review = replace(case.review, unanswered_at=ctx.now)
    return deal.with_dispute(replace(case, review=review)), (AnswerOverdue(number, (role,)),)


def ask(deal: Deal, m: Milestone, cmd: AskParty, ctx: Context) -> Decision:
    """The arbiter asks one side, through the bot, by role; the side has its time to answer."""
    case = case_of(deal, m)
    number = len(case.questions) + 1
    zone = ctx.zone(deal.person(cmd.to))
    until = window(ctx.now, ctx.policy.dispute_question, ctx.policy, zone)
    question = Question(number, cmd.to, cmd.actor, ctx.now, cmd.words, answer_by=until)
    asked = replace(case.take(DisputeStep.ASK), questions=(*case.questions, question))
    case = clocked(deal, case, asked, ctx)
    return deal.with_dispute(case), (QuestionAsked(m.number, cmd.to, number),)


def answer(deal: Deal, m: Milestone, cmd: AnswerQuestion, ctx: Context) -> Decision:
    """The side that was asked answers; a question is answered once."""
    case = case_of(deal, m)
    role = party(deal, cmd.actor)
    question = next((q for q in case.questions if q.number == cmd.number and q.to is role), None)
    if question is None or question.answer is not None:
        raise NotNow("no-question")
    answered = replace(question, answer=cmd.words, answered_at=ctx.now, files=cmd.files)
    questions = tuple(answered if q.number == cmd.number else q for q in case.questions)
    said = replace(case.take(DisputeStep.ANSWER), questions=questions)
    case = clocked(deal, case, said, ctx)
    return deal.with_dispute(case), (QuestionAnswered(m.number, cmd.actor, cmd.number),)


STEPS: Final = (
    StepOf(Act.DISPUTE, OpenDispute, may_dispute, open_dispute),
    StepOf(Act.STATE, MakeStatement, may_state, make_statement, while_frozen=True),
    StepOf(Act.EVIDENCE, FileEvidence, may_file, file_evidence, while_frozen=True),
    StepOf(Act.ANSWER, AnswerQuestion, may_answer, answer, while_frozen=True),
    StepOf(Act.ASK, AskParty, may_ask, ask),
)
