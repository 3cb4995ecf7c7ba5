"""The ruling: the arbiter's reasoned outcome, its one review, and how it is carried out."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.deal.calling import is_small
from core.deal.context import Context
from core.deal.dispute import Dispute
from core.deal.events import Ground
from core.deal.milestone import Milestone, Step
from core.deal.model import Deal
from core.deal.offering import accepted_in
from core.deal.ruling import Exhibit, ExhibitKind, Outcome, Review, Ruling, SentBack
from core.deal.settle import Decision, end, settle
from core.deal.stage import DisputeStep
from core.deal.step import Act, StepOf
from core.deal.terms import Role
from core.disputing.by_two import asked_ruling
from core.disputing.commands import AcceptRuling, AskReview, Rule, SendBack
from core.disputing.events import (
    ReviewAsked,
    RulingAccepted,
    RulingExecuted,
    RulingMade,
    RulingSentBack,
    WorkGoesOn,
)
from core.disputing.going_on import can_go_on, can_order, goes_on
from core.disputing.guards import (
    case_of,
    could_review,
    may_accept_ruling,
    may_ask_review,
    may_rule,
    may_send_back,
)
from core.values.errors import BadInput, NotNow, Stale
from core.values.ids import SYSTEM, PersonId
from core.values.money import Money
from core.values.window import window

_ENDS = {
    Outcome.RELEASE: Step.RULE_RELEASE,
    Outcome.REFUND: Step.RULE_REFUND,
    Outcome.SPLIT: Step.RULE_SPLIT,
}


def rule(deal: Deal, m: Milestone, cmd: Rule, ctx: Context) -> Decision:
    """The reasoned outcome. The amounts are those of the arbiter's preview.

    It can also be that the work goes on. The money stays held while the ruling can be reviewed.
    It is carried out at once where the operator leaves no time for that, and where the one review
    was had: this is then its answer. Over so much it waits for a second arbiter first.
    Raises Stale when the hold is not what the preview showed; BadInput: "reasons-too-short",
    "split-out-of-range", "no-such-criterion", "no-such-evidence"; where the work is to go on as
    `can_go_on`, `can_order`; and as `four_eyes.ask`.
    """
    case = case_of(deal, m)
    if cmd.held != m.held:
        raise Stale
    ruling = _ruling(deal, m, cmd, ctx)
    _reasoned(deal, m, case, cmd, ctx)
    asked = asked_ruling(deal, m, cmd, ctx)
    return _made(deal, m, ruling, ctx) if asked is None else asked


def _made(deal: Deal, m: Milestone, ruling: Ruling, ctx: Context) -> Decision:
    case, by = case_of(deal, m), ruling.by
    made = RulingMade(m.number, ruling.outcome, by, ruling.to_freelancer, ruling.to_client)
    if case.ruling is not None:
        upheld = ruling.same_as(case.ruling)
        made = replace(made, review="upheld" if upheld else "changed")
        case = replace(case, overturned=(*case.overturned, case.ruling))
    if case.review is None and ctx.policy.ruling_review:
        return _decided(deal, m, case, ruling, made, ctx)
    case = replace(case.take(DisputeStep.RULE), ruling=ruling, desk_clock=None)
    deal, carried = _carry_out(deal, m, case, by, ctx)
    return deal, (made, *carried)


def _ruling(deal: Deal, m: Milestone, cmd: Rule, ctx: Context) -> Ruling:
    outcome, none = cmd.outcome, Money(0, m.held.currency)
    gross, refund = none, none
    if outcome is Outcome.ORDER:
        can_order(m, cmd, len(deal.terms.milestones[m.number - 1].criteria), ctx)
        gross, refund = _parts(cmd, m.held)
    elif outcome.goes_on:
        can_go_on(m, outcome, cmd.more, ctx)
    else:
        gross, refund = _parts(cmd, m.held)
        outcome = outcome_of(gross, refund)
    return Ruling(
        outcome,
        cmd.actor,
        ctx.now,
        gross,
        refund,
        cmd.criterion,
        cmd.relied_on,
        cmd.reasons,
        more=cmd.more if outcome in (Outcome.EXTEND, Outcome.ORDER) else None,
        points=cmd.points if outcome is Outcome.ORDER else (),
        approved_by=ctx.second,
    )


def _decided(
    deal: Deal, m: Milestone, case: Dispute, ruling: Ruling, made: RulingMade, ctx: Context
) -> Decision:
    case = replace(case.take(DisputeStep.DECIDE), ruling=ruling, desk_clock=None)
    deal = deal.with_dispute(case)
    ruling = replace(ruling, reviewable=could_review(deal, m, ctx))
    clock = window(ctx.now, ctx.policy.ruling_review, ctx.policy)
    return deal.with_dispute(replace(case, ruling=ruling, final_by=clock)), (
        replace(made, final=False),
    )


def _carry_out(deal: Deal, m: Milestone, case: Dispute, actor: PersonId, ctx: Context) -> Decision:
    """The ruling of `case`, which is as it is after its last step, moves the money, or the work."""
    ruling = case.ruling
    if ruling is None:
        raise NotNow("no-dispute")
    if ruling.outcome.goes_on:
        deal = deal.with_dispute(replace(case, ended_at=ctx.now))
        after = goes_on(deal, m, ruling, ctx, actor)
        deal = deal.with_milestone(after)
        return deal.moved(m.number, ctx.now), (WorkGoesOn(m.number, ruling.outcome),)
    step = _ENDS[ruling.outcome]
    deal, settled = settle(
        deal.with_dispute(case),
        m.take(step),
        ctx,
        Ground.RULING,
        ruling.to_freelancer,
        ruling.to_client,
    )
    deal, ended = end(deal, m.number, ctx, step, actor)
    return deal, (*settled, *ended)


def execute(deal: Deal, m: Milestone, actor: PersonId, ctx: Context) -> Decision:
    """It is carried out: both accept it, or nobody asked for a review in time."""
    case = case_of(deal, m)
    accepted = len(case.accepted) == len(Role)
    deal, events = _carry_out(deal, m, case.take(DisputeStep.EXECUTE), actor, ctx)
    return deal, (RulingExecuted(m.number, accepted), *events)


def time_is_over(deal: Deal, m: Milestone, ctx: Context) -> Decision:
    """Nobody asked for a review in time. Where nobody was told yet, the sides get more of it."""
    case = case_of(deal, m)
    clock = case.final_by
    if clock is not None and clock.served_at is None:
        clock = replace(clock, ends_at=ctx.now + ctx.policy.notice_retry)
        return deal.with_dispute(replace(case, final_by=clock)), ()
    return execute(deal, m, SYSTEM, ctx)


def accept_ruling(deal: Deal, m: Milestone, cmd: AcceptRuling, ctx: Context) -> Decision:
    """A side gives up its review; once both did there is nothing to wait for.

    Raises Stale where the ruling is not the one that the second tap showed.
    """
    case = case_of(deal, m)
    if case.ruling is None or case.ruling.to_freelancer != cmd.to_freelancer:
        raise Stale
    case = case.take(DisputeStep.ACCEPT_RULING)
    deal = deal.with_dispute(replace(case, accepted=(*case.accepted, cmd.actor)))
    told = RulingAccepted(m.number, cmd.actor)
    if len(case.accepted) + 1 < len(Role):
        return deal, (told,)
    deal, events = execute(deal, m, cmd.actor, ctx)
    return deal, (told, *events)


def ask_review(deal: Deal, m: Milestone, cmd: AskReview, ctx: Context) -> Decision:
    """Another arbiter is to look at it, once the other side had time to answer."""
    case = case_of(deal, m)
    zone = ctx.zone(deal.other(cmd.actor))
    until = window(ctx.now, ctx.policy.dispute_question, ctx.policy, zone)
    said = len(case.statements)
    asked = Review(cmd.actor, ctx.now, cmd.ground, cmd.words, cmd.files, until, said)
    case = replace(
        case.take(DisputeStep.ASK_REVIEW),
        review=asked,
        final_by=None,
        accepted=(),
        arbiter=None,
        outside=False,
        challenge_by=None,
        passed=(),
        desk_clock=window(ctx.now, ctx.policy.dispute_take, ctx.policy),
    )
    return deal.with_dispute(case), (ReviewAsked(m.number, cmd.actor, cmd.ground),)


def send_back(deal: Deal, m: Milestone, cmd: SendBack, ctx: Context) -> Decision:
    """What the ruling lacks is for another arbiter to mend, who rules anew; that is then final.

    Raises as `rule`.
    """
    case = case_of(deal, m)
    if cmd.held != m.held or case.ruling is None:
        raise Stale
    _reasoned(deal, m, case, cmd, ctx)
    why = SentBack(cmd.actor, ctx.now, cmd.criterion, cmd.relied_on, cmd.reasons)
    case = replace(
        case.take(DisputeStep.SEND_BACK),
        ruling=None,
        overturned=(*case.overturned, case.ruling),
        sent_back=why,
        arbiter=None,
        outside=False,
        challenge_by=None,
        passed=(cmd.actor,),
        desk_clock=window(ctx.now, ctx.policy.dispute_take, ctx.policy),
    )
    return deal.with_dispute(case), (RulingSentBack(m.number, cmd.actor),)


def _parts(cmd: Rule, held: Money) -> tuple[Money, Money]:
    none = Money(0, held.currency)
    if cmd.outcome is Outcome.RELEASE:
        return held, none
    if cmd.outcome is Outcome.REFUND:
        return none, held
    share = cmd.to_freelancer
    if share is None or share.currency != held.currency or not none <= share <= held:
        raise BadInput("split-out-of-range", held=(held.minor, held.currency))
    return share, held - share


def outcome_of(gross: Money, refund: Money) -> Outcome:
    """A split that leaves one side nothing is what it comes to: all to the other."""
    if not refund:
        return Outcome.RELEASE
    return Outcome.SPLIT if gross else Outcome.REFUND


def least_reasons(held: Money, ctx: Context) -> int:
    """How many characters of reasons a ruling over `held` needs."""
    small = is_small(held, ctx.policy)
    return ctx.policy.min_reasons_small if small else ctx.policy.min_reasons


def _reasoned(deal: Deal, m: Milestone, case: Dispute, cmd: Rule | SendBack, ctx: Context) -> None:
    least = least_reasons(m.held, ctx)
    if len(str(cmd.reasons)) < least:
        raise BadInput("reasons-too-short", least=least, length=len(str(cmd.reasons)))
    criteria = deal.terms.milestones[m.number - 1].criteria
    if cmd.criterion is not None and not 0 <= cmd.criterion < len(criteria):
        raise BadInput("no-such-criterion")
    if not set(cmd.relied_on) <= _exhibits(deal, m, case) | ctx.facts.messages:
        raise BadInput("no-such-evidence")


def _exhibits(deal: Deal, m: Milestone, case: Dispute) -> set[Exhibit]:
    """Everything of the case that a ruling can rely on, but for what both said across."""
    numbers = {
        ExhibitKind.TERMS: [offer.version for offer in deal.offers],
        ExhibitKind.ACCEPTANCE: range(1, len(accepted_in(deal)) + 1),
        ExhibitKind.DIARY: range(1, deal.diary_count + 1),
        ExhibitKind.SUBMISSION: [work.number for work in m.submissions],
        ExhibitKind.ROUND: [each.number for each in m.rounds],
        ExhibitKind.STATEMENT: range(1, len(case.statements) + 1),
        ExhibitKind.EVIDENCE: [filed.number for filed in case.evidence],
        ExhibitKind.QUESTION: [asked.number for asked in case.questions],
    }
    return {Exhibit(kind, number) for kind, found in numbers.items() for number in found}


RULE: Final = StepOf(Act.RULE, Rule, may_rule, rule)
STEPS: Final = (
    StepOf(Act.ACCEPT_RULING, AcceptRuling, may_accept_ruling, accept_ruling),
    StepOf(Act.ASK_REVIEW, AskReview, may_ask_review, ask_review),
    RULE,
    StepOf(None, SendBack, may_send_back, send_back),
)
