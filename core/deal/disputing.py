"""A dispute, from either side's reason to the arbiter's ruling, which executes at once."""

from __future__ import annotations

from dataclasses import replace

from core import commands as c
from core.context import Context
from core.deal import guards
from core.deal.model import Deal
from core.deal.paying import current
from core.deal.settle import Decision, dispute, end, settle
from core.dispute import (
    Cause,
    DeskRole,
    Dispute,
    DisputeStep,
    Evidence,
    Outcome,
    Question,
    Ruling,
    Statement,
)
from core.errors import BadInput, NotNow, Stale
from core.events import (
    ArbiterRecused,
    DisputeHandedOver,
    DisputeTaken,
    EvidenceFiled,
    Ground,
    QuestionAnswered,
    QuestionAsked,
    RulingMade,
    StatementMade,
)
from core.milestone import Milestone, Step
from core.money import Money
from core.window import window


def open_dispute(deal: Deal, cmd: c.OpenDispute, ctx: Context) -> Decision:
    """Either side, with a reason and what it seeks of the hold, from nothing to all of it."""
    m = deal.milestone(cmd.milestone)
    guards.may_dispute(deal, cmd.actor, m, ctx)
    m = current(deal, cmd)
    _sought(cmd.sought, m)
    said = Statement(cmd.actor, ctx.now, cmd.reason, cmd.sought, cmd.files)
    return dispute(deal, m, ctx, Step.DISPUTE, Cause.OPENED, said)


def _sought(sought: Money, m: Milestone) -> None:
    if sought.currency != m.held.currency or sought.minor < 0 or sought > m.held:
        raise BadInput("sought-out-of-range", held=(m.held.minor, m.held.currency))


def _of(deal: Deal, number: int) -> tuple[Milestone, Dispute]:
    found = deal.dispute(number)
    if found is None:
        raise NotNow("no-dispute")
    return deal.milestone(number), found


def make_statement(deal: Deal, cmd: c.MakeStatement, ctx: Context) -> Decision:
    """A side's position, beside any earlier one."""
    guards.may_state(deal, cmd.actor, deal.milestone(cmd.milestone), ctx)
    m, case = _of(deal, cmd.milestone)
    _sought(cmd.sought, m)
    said = Statement(cmd.actor, ctx.now, cmd.words, cmd.sought, cmd.files)
    case = replace(case.take(DisputeStep.STATE), statements=(*case.statements, said))
    return deal.with_dispute(case), (StatementMade(m.number, cmd.actor, cmd.sought),)


def file_evidence(deal: Deal, cmd: c.FileEvidence, ctx: Context) -> Decision:
    """Text or files that both sides see."""
    guards.may_file(deal, cmd.actor, deal.milestone(cmd.milestone), ctx)
    if cmd.words is None and not cmd.files:
        raise BadInput("empty-text")
    m, case = _of(deal, cmd.milestone)
    number = len(case.evidence) + 1
    filed = Evidence(number, cmd.actor, ctx.now, cmd.words, cmd.files)
    case = replace(case.take(DisputeStep.FILE), evidence=(*case.evidence, filed))
    return deal.with_dispute(case), (EvidenceFiled(m.number, cmd.actor, number),)


def take(deal: Deal, cmd: c.TakeDispute, ctx: Context) -> Decision:
    """An arbiter takes it, exclusively; the head arbiter may take one over."""
    m, known = deal.milestone(cmd.milestone), deal.dispute(cmd.milestone)
    over_from = None if known is None else known.arbiter
    if over_from is not None and DeskRole.HEAD in ctx.staff.roles(cmd.actor):
        guards.may_take_over(deal, cmd.actor, m, ctx)
        step = DisputeStep.TAKE_OVER
    else:
        guards.may_take(deal, cmd.actor, m, ctx)
        step = DisputeStep.TAKE
    m, case = _of(deal, cmd.milestone)
    clock = window(ctx.now, ctx.policy.dispute_ruling, ctx.policy)
    case = replace(case.take(step), arbiter=cmd.actor, desk_clock=clock)
    return deal.with_dispute(case), (DisputeTaken(m.number, cmd.actor, over_from),)


def hand_over(deal: Deal, cmd: c.HandOver, ctx: Context) -> Decision:
    """It is open for another arbiter again."""
    guards.may_hand_over(deal, cmd.actor, deal.milestone(cmd.milestone), ctx)
    m, case = _of(deal, cmd.milestone)
    case = _back_to_the_desk(case.take(DisputeStep.HAND_OVER), ctx)
    return deal.with_dispute(case), (DisputeHandedOver(m.number, cmd.actor),)


def recuse(deal: Deal, cmd: c.Recuse, ctx: Context) -> Decision:
    """This person never rules here."""
    guards.may_recuse(deal, cmd.actor, deal.milestone(cmd.milestone), ctx)
    m, case = _of(deal, cmd.milestone)
    own = case.arbiter == cmd.actor
    case = replace(case.take(DisputeStep.RECUSE), recused=(*case.recused, cmd.actor))
    case = _back_to_the_desk(case, ctx) if own else case
    return deal.with_dispute(case), (ArbiterRecused(m.number, cmd.actor),)


def _back_to_the_desk(case: Dispute, ctx: Context) -> Dispute:
    return replace(
        case, arbiter=None, desk_clock=window(ctx.now, ctx.policy.dispute_take, ctx.policy)
    )


def ask(deal: Deal, cmd: c.AskParty, ctx: Context) -> Decision:
    """The arbiter asks one side, through the bot, by role."""
    guards.may_ask(deal, cmd.actor, deal.milestone(cmd.milestone), ctx)
    m, case = _of(deal, cmd.milestone)
    number = len(case.questions) + 1
    question = Question(number, cmd.to, cmd.actor, ctx.now, cmd.words)
    case = replace(case.take(DisputeStep.ASK), questions=(*case.questions, question))
    return deal.with_dispute(case), (QuestionAsked(m.number, cmd.to, number),)


def answer(deal: Deal, cmd: c.AnswerQuestion, ctx: Context) -> Decision:
    """The side that was asked answers; a question is answered once."""
    guards.may_answer(deal, cmd.actor, deal.milestone(cmd.milestone), ctx)
    m, case = _of(deal, cmd.milestone)
    role = guards.party(deal, cmd.actor)
    question = next((q for q in case.questions if q.number == cmd.number and q.to is role), None)
    if question is None or question.answer is not None:
        raise NotNow("no-question")
    answered = replace(question, answer=cmd.words, answered_at=ctx.now, files=cmd.files)
    questions = tuple(answered if q.number == cmd.number else q for q in case.questions)
    case = replace(case.take(DisputeStep.ANSWER), questions=questions)
    return deal.with_dispute(case), (QuestionAnswered(m.number, cmd.actor, cmd.number),)


_STEPS = {
    Outcome.RELEASE: Step.RULE_RELEASE,
    Outcome.REFUND: Step.RULE_REFUND,
    Outcome.SPLIT: Step.RULE_SPLIT,
}


def rule(deal: Deal, cmd: c.Rule, ctx: Context) -> Decision:
    """The reasoned outcome, executed at once. The amounts are those of the arbiter's preview.

    Raises Stale when the hold is not what the preview showed; BadInput: "reasons-too-short",
    "split-out-of-range", "no-such-criterion", "no-such-evidence".
    """
    guards.may_rule(deal, cmd.actor, deal.milestone(cmd.milestone), ctx)
    m, case = _of(deal, cmd.milestone)
    if cmd.held != m.held:
        raise Stale
    gross, refund = _parts(cmd, m.held)
    _reasoned(deal, m, case, cmd, ctx)
    ruling = Ruling(
        cmd.outcome, cmd.actor, ctx.now, gross, refund, cmd.criterion, cmd.relied_on, cmd.reasons
    )
    ruled = replace(case.take(DisputeStep.RULE), ruling=ruling, desk_clock=None)
    step = _STEPS[cmd.outcome]
    made = RulingMade(m.number, cmd.outcome, cmd.actor, gross, refund)
    deal, settled = settle(
        deal.with_dispute(ruled), m.take(step), ctx, Ground.RULING, gross, refund
    )
    deal, ended = end(deal, m.number, ctx, step, cmd.actor)
    return deal, (made, *settled, *ended)


def _parts(cmd: c.Rule, held: Money) -> tuple[Money, Money]:
    none = Money(0, held.currency)
    if cmd.outcome is Outcome.RELEASE:
        return held, none
    if cmd.outcome is Outcome.REFUND:
        return none, held
    share = cmd.to_freelancer
    if share is None or share.currency != held.currency or not none < share < held:
        raise BadInput("split-out-of-range", held=(held.minor, held.currency))
    return share, held - share


def least_reasons(held: Money, ctx: Context) -> int:
    """How many characters of reasons a ruling over `held` needs."""
    small = ctx.policy.small_claim.get(held.currency, 0)
    return ctx.policy.min_reasons_small if held.minor < small else ctx.policy.min_reasons


def _reasoned(deal: Deal, m: Milestone, case: Dispute, cmd: c.Rule, ctx: Context) -> None:
    least = least_reasons(m.held, ctx)
    if len(str(cmd.reasons)) < least:
        raise BadInput("reasons-too-short", least=least, length=len(str(cmd.reasons)))
    criteria = deal.terms.milestones[m.number - 1].criteria
    if cmd.criterion is not None and not 0 <= cmd.criterion < len(criteria):
        raise BadInput("no-such-criterion")
    if not set(cmd.relied_on) <= {item.number for item in case.evidence}:
        raise BadInput("no-such-evidence")
