"""The ruling: the arbiter's reasoned outcome, which executes at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.deal.context import Context
from core.deal.dispute import Dispute, DisputeStep, Exhibit, ExhibitKind, Outcome, Ruling
from core.deal.events import Ground
from core.deal.milestone import Milestone, Step
from core.deal.model import Deal
from core.deal.settle import Decision, end, settle
from core.deal.step import Act, StepOf
from core.disputing.commands import Rule
from core.disputing.events import RulingMade
from core.disputing.guards import case_of, may_rule
from core.values.errors import BadInput, Stale
from core.values.money import Money

_ENDS = {
    Outcome.RELEASE: Step.RULE_RELEASE,
    Outcome.REFUND: Step.RULE_REFUND,
    Outcome.SPLIT: Step.RULE_SPLIT,
}


def rule(deal: Deal, m: Milestone, cmd: Rule, ctx: Context) -> Decision:
    """The reasoned outcome, executed at once. The amounts are those of the arbiter's preview.

    Raises Stale when the hold is not what the preview showed; BadInput: "reasons-too-short",
    "split-out-of-range", "no-such-criterion", "no-such-evidence".
    """
    case = case_of(deal, m)
    if cmd.held != m.held:
        raise Stale
    gross, refund = _parts(cmd, m.held)
    outcome = outcome_of(gross, refund)
    _reasoned(deal, m, case, cmd, ctx)
    ruling = Ruling(
        outcome, cmd.actor, ctx.now, gross, refund, cmd.criterion, cmd.relied_on, cmd.reasons
    )
    ruled = replace(case.take(DisputeStep.RULE), ruling=ruling, desk_clock=None)
    step = _ENDS[outcome]
    made = RulingMade(m.number, outcome, cmd.actor, gross, refund)
    deal, settled = settle(
        deal.with_dispute(ruled), m.take(step), ctx, Ground.RULING, gross, refund
    )
    deal, ended = end(deal, m.number, ctx, step, cmd.actor)
    return deal, (made, *settled, *ended)


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
    small = ctx.policy.small_claim.get(held.currency, 0)
    return ctx.policy.min_reasons_small if held.minor < small else ctx.policy.min_reasons


def _reasoned(deal: Deal, m: Milestone, case: Dispute, cmd: Rule, ctx: Context) -> None:
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
    accepted = () if deal.agreement is None else deal.agreement.acceptances
    numbers = {
        ExhibitKind.TERMS: [offer.version for offer in deal.offers],
        ExhibitKind.ACCEPTANCE: range(1, len(accepted) + 1),
        ExhibitKind.DIARY: range(1, deal.diary_count + 1),
        ExhibitKind.SUBMISSION: [work.number for work in m.submissions],
        ExhibitKind.ROUND: [each.number for each in m.rounds],
        ExhibitKind.STATEMENT: range(1, len(case.statements) + 1),
        ExhibitKind.EVIDENCE: [filed.number for filed in case.evidence],
        ExhibitKind.QUESTION: [asked.number for asked in case.questions],
    }
    return {Exhibit(kind, number) for kind, found in numbers.items() for number in found}


STEPS: Final = (StepOf(Act.RULE, Rule, may_rule, rule),)
