"""A dispute, from either side's reason until an arbiter can rule."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.deal.context import Context
from core.deal.dispute import Cause, Dispute, Evidence, Question, Statement
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
    HandOver,
    MakeStatement,
    OpenDispute,
    Recuse,
    TakeDispute,
    TakeOver,
)
from core.disputing.events import (
    AnswerOverdue,
    ArbiterRecused,
    DisputeAssigned,
    DisputeHandedOver,
    DisputeTaken,
    EvidenceFiled,
    QuestionAnswered,
    QuestionAsked,
    StatementMade,
)
from core.disputing.guards import (
    case_of,
    could_rule,
    may_answer,
    may_ask,
    may_dispute,
    may_file,
    may_hand_over,
    may_recuse,
    may_state,
    may_take,
    may_take_over,
)
from core.disputing.ruling_time import clocked, time_to_rule
from core.disputing.stages import answered, something_new, unanswered
from core.values.errors import BadInput, NotNow, NotYours
from core.values.ids import PersonId
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


def take(deal: Deal, m: Milestone, cmd: TakeDispute, ctx: Context) -> Decision:
    """An arbiter takes it, exclusively."""
    return _taken(deal, m, cmd.actor, ctx, DisputeStep.TAKE)


def take_over(deal: Deal, m: Milestone, cmd: TakeOver, ctx: Context) -> Decision:
    """The head arbiter takes it from another, or any arbiter from one who left."""
    return _taken(deal, m, cmd.actor, ctx, DisputeStep.TAKE_OVER)


def _taken(
    deal: Deal, m: Milestone, arbiter: PersonId, ctx: Context, step: DisputeStep
) -> Decision:
    case = case_of(deal, m)
    given = _given(deal, case.take(step), arbiter, ctx)
    return deal.with_dispute(given), (DisputeTaken(m.number, arbiter, case.arbiter),)


def _given(deal: Deal, case: Dispute, arbiter: PersonId, ctx: Context) -> Dispute:
    return replace(case, arbiter=arbiter, desk_clock=time_to_rule(deal, case, ctx))


def assign(deal: Deal, number: int, ctx: Context) -> Decision:
    """By lot, to somebody who could rule: who has not had it first, of those with the fewest cases.

    Nothing happens where nobody is but the one who lets it pass.
    """
    m = deal.milestone(number)
    case = case_of(deal, m)
    late, free = case.arbiter, could_rule(deal, m, ctx)
    others = [person for person in free if person != late]
    choice = [person for person in others if person not in case.passed] or others
    if not choice:
        return deal, ()
    least = min(ctx.facts.load.get(person, 0) for person in choice)
    idle = [person for person in choice if ctx.facts.load.get(person, 0) == least]
    arbiter = idle[ctx.facts.draw % len(idle)]
    step = DisputeStep.ASSIGN if late is None else DisputeStep.REASSIGN
    passed = case.passed if late is None else _with(case.passed, late)
    case = _given(deal, replace(case.take(step), passed=passed), arbiter, ctx)
    return deal.with_dispute(case), (DisputeAssigned(number, arbiter, late),)


def _with(passed: tuple[PersonId, ...], person: PersonId) -> tuple[PersonId, ...]:
    return passed if person in passed else (*passed, person)


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


def hand_over(deal: Deal, m: Milestone, cmd: HandOver, ctx: Context) -> Decision:
    """A colleague gets it, or it is open for another arbiter again."""
    case = case_of(deal, m)
    case = replace(case, passed=_with(case.passed, cmd.actor))
    if cmd.to is None:
        case = _back_to_the_desk(case.take(DisputeStep.HAND_OVER), ctx)
    elif cmd.to == cmd.actor or cmd.to not in could_rule(deal, m, ctx):
        raise NotYours("cannot-take")
    else:
        case = _given(deal, case.take(DisputeStep.REASSIGN), cmd.to, ctx)
    return deal.with_dispute(case), (DisputeHandedOver(m.number, cmd.actor, cmd.to),)


def recuse(deal: Deal, m: Milestone, cmd: Recuse, ctx: Context) -> Decision:
    """This person never rules here."""
    case = case_of(deal, m)
    own = case.arbiter == cmd.actor
    case = replace(case.take(DisputeStep.RECUSE), recused=(*case.recused, cmd.actor))
    case = _back_to_the_desk(case, ctx) if own else case
    return deal.with_dispute(case), (ArbiterRecused(m.number, cmd.actor),)


def _back_to_the_desk(case: Dispute, ctx: Context) -> Dispute:
    return replace(
        case, arbiter=None, desk_clock=window(ctx.now, ctx.policy.dispute_take, ctx.policy)
    )


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
    StepOf(Act.TAKE, TakeDispute, may_take, take, while_frozen=True),
    StepOf(Act.TAKE_OVER, TakeOver, may_take_over, take_over, while_frozen=True),
    StepOf(Act.HAND_OVER, HandOver, may_hand_over, hand_over, while_frozen=True),
    StepOf(Act.RECUSE, Recuse, may_recuse, recuse, while_frozen=True),
    StepOf(Act.ASK, AskParty, may_ask, ask),
)
