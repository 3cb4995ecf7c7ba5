"""Who has a case: taken, drawn by lot, handed over, given up, or challenged by a side."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from core.deal.calling import for_both
from core.deal.challenge import Challenge
from core.deal.context import Context
from core.deal.dispute import Dispute
from core.deal.milestone import Milestone
from core.deal.model import Deal
from core.deal.settle import Decision
from core.deal.stage import DisputeStep, Stage
from core.deal.step import Act, StepOf
from core.disputing.commands import ChallengeArbiter, HandOver, Recuse, TakeDispute, TakeOver
from core.disputing.events import (
    ArbiterChallenged,
    ArbiterRecused,
    DisputeAssigned,
    DisputeHandedOver,
    DisputeTaken,
)
from core.disputing.guards import (
    case_of,
    could_rule,
    may_challenge,
    may_hand_over,
    may_recuse,
    may_take,
    may_take_over,
)
from core.disputing.ruling_time import time_to_rule
from core.values.errors import NotYours, Stale
from core.values.ids import PersonId
from core.values.window import window


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
    """The arbiter's time to rule begins, and the sides' to challenge this one."""
    return replace(
        case,
        arbiter=arbiter,
        outside=arbiter in ctx.staff.outside,
        desk_clock=time_to_rule(deal, case, ctx),
        challenge_by=for_both(deal, ctx.policy.dispute_challenge, ctx),
    )


def assign(deal: Deal, number: int, ctx: Context) -> Decision:
    """By lot, to somebody who could rule: who has not had it first, of those with the fewest cases.

    To somebody of another house where nobody of this one could; of a review as to anybody.
    Nothing happens where nobody is but the one who lets it pass.
    """
    m = deal.milestone(number)
    case = case_of(deal, m)
    late = case.arbiter
    others = [person for person in could_rule(deal, m, ctx) if person != late]
    if not others:
        return deal, ()
    own = [person for person in others if person not in ctx.staff.outside]
    review = case.stage in (Stage.REVIEW, Stage.REVIEWING)
    arbiter = _drawn(case, others if review or not own else own, ctx)
    step = DisputeStep.ASSIGN if late is None else DisputeStep.REASSIGN
    passed = case.passed if late is None else _with(case.passed, late)
    case = _given(deal, replace(case.take(step), passed=passed), arbiter, ctx)
    return deal.with_dispute(case), (DisputeAssigned(number, arbiter, late),)


def _drawn(case: Dispute, others: Collection[PersonId], ctx: Context) -> PersonId:
    """One of them, who are some: who gave it back already comes last."""
    choice = [person for person in others if person not in case.passed] or [*others]
    least = min(ctx.facts.load.get(person, 0) for person in choice)
    idle = [person for person in choice if ctx.facts.load.get(person, 0) == least]
    return idle[ctx.facts.draw % len(idle)]


def _with(passed: tuple[PersonId, ...], person: PersonId) -> tuple[PersonId, ...]:
    return passed if person in passed else (*passed, person)


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
        case,
        arbiter=None,
        outside=False,
        challenge_by=None,
        desk_clock=window(ctx.now, ctx.policy.dispute_take, ctx.policy),
    )


def challenge(deal: Deal, m: Milestone, cmd: ChallengeArbiter, ctx: Context) -> Decision:
    """Granted without a judge: nobody of the desk decides whether a colleague is neutral.

    Another has it by lot, of whatever house, with the whole time to rule; a side does this once,
    so each can make the ruling later by that time once at the most. What the one before had begun
    is theirs no longer.
    Raises Stale where another has it by now than the side was told of.
    """
    case = case_of(deal, m)
    before, clock = case.arbiter, case.challenge_by
    if before is None or clock is None or clock.opened_at != cmd.taken_at:
        raise Stale
    made = Challenge(cmd.actor, ctx.now, before, cmd.ground, cmd.words)
    others = [person for person in could_rule(deal, m, ctx) if person != before]
    arbiter = _drawn(case, others, ctx)
    case = replace(
        case.take(DisputeStep.CHALLENGE),
        recused=(*case.recused, before),
        challenges=(*case.challenges, made),
    )
    case = _given(deal, case, arbiter, ctx)
    told = ArbiterChallenged(m.number, cmd.actor, cmd.ground, before, arbiter)
    return deal.with_dispute(case), (told,)


STEPS: Final = (
    StepOf(Act.TAKE, TakeDispute, may_take, take, while_frozen=True),
    StepOf(Act.TAKE_OVER, TakeOver, may_take_over, take_over, while_frozen=True),
    StepOf(Act.HAND_OVER, HandOver, may_hand_over, hand_over, while_frozen=True),
    StepOf(Act.RECUSE, Recuse, may_recuse, recuse, while_frozen=True),
    StepOf(Act.CHALLENGE, ChallengeArbiter, may_challenge, challenge),
)
