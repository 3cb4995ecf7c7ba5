"""Rulings that one arbiter alone does not make."""

from __future__ import annotations

from collections.abc import Iterator

from core.deal.approval import AskedRuling
from core.deal.context import Context
from core.deal.four_eyes import ask, same_day, takes_two
from core.deal.milestone import Milestone
from core.deal.model import Deal
from core.deal.settle import Decision
from core.disputing.commands import Rule
from core.disputing.guards import could_rule
from core.values.ids import PersonId
from core.values.money import Money


def asked_ruling(deal: Deal, m: Milestone, cmd: Rule, ctx: Context) -> Decision | None:
    """Where it takes two: it is asked for. None where the arbiter rules alone. Raises as `ask`."""
    if not takes_two(m.held, _ruled(deal, m, ctx), m.rail, ctx):
        return None
    asked = AskedRuling(
        m.number,
        m.seen,
        cmd.outcome,
        cmd.held,
        cmd.reasons,
        cmd.to_freelancer,
        cmd.criterion,
        cmd.relied_on,
        cmd.more,
        cmd.points,
    )
    return ask(deal, cmd.actor, asked, could_rule(deal, m, ctx), ctx)


def rule_of(asked: AskedRuling, deal: Deal, by: PersonId) -> Rule:
    """What its arbiter gave, word for word."""
    return Rule(
        actor=by,
        deal=deal.id,
        milestone=asked.milestone,
        outcome=asked.outcome,
        held=asked.held,
        reasons=asked.reasons,
        to_freelancer=asked.to_freelancer,
        criterion=asked.criterion,
        relied_on=asked.relied_on,
        more=asked.more,
        points=asked.points,
    )


def _ruled(deal: Deal, m: Milestone, ctx: Context) -> Iterator[Money]:
    """What was ruled on today of the deal's other milestones."""
    for case in deal.disputes:
        made = case.ruling
        if made is not None and case.milestone != m.number and same_day(made.at, ctx):
            yield made.to_freelancer + made.to_client
