"""The freelancer disagrees with a point: the client drops it, or asks for it as other terms.

Each point can be contested once a round, with words of its own. While one waits for the client the
freelancer's time stands still, and the client has theirs; another point gives them all of it again.
If they say nothing an arbiter looks. What is dropped, or is to be another change, leaves the round;
once nothing is left of it, the work that came last is looked at again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from core.deal.changing import may_amend, room_for, with_criteria, with_milestones
from core.deal.context import Context
from core.deal.dispute import Cause, Evidence, Statement
from core.deal.milestone import Milestone, State, Step
from core.deal.model import Deal
from core.deal.points import Contest, ContestEnd, Round
from core.deal.settle import Decision, dispute
from core.deal.step import Act, StepOf
from core.deal.terms import Role
from core.deal.who import side, state
from core.values.errors import BadInput, NotNow
from core.values.ids import PersonId
from core.values.window import window
from core.working.commands import ContestPoint, DropPoint, MovePoint, TakeBackContest
from core.working.events import ContestTakenBack, PointContested, PointDropped, PointMoved


def may_contest(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The freelancer, of the open round, each point once; not of one that an arbiter ordered.

    Raises NotNow: "order-stands", "points-contested".
    """
    side(deal, actor, Role.FREELANCER)
    state(m, Step.CONTEST)
    if m.ordered is not None:
        raise NotNow("order-stands")
    if not contestable(m):
        raise NotNow("points-contested")


def contestable(m: Milestone) -> tuple[int, ...]:
    """The places of the points that the freelancer can still disagree with."""
    last = m.rounds[-1] if m.rounds else None
    return () if last is None else tuple(p for p in last.places if last.contest(p) is None)


def may_drop_point(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The client, of what the freelancer disagrees with."""
    side(deal, actor, Role.CLIENT)
    state(m, Step.DROP_POINT)


def may_move_point(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """The client, while they may propose a change and its criteria are not full.

    Raises as `may_amend`; OverLimit("too-many-criteria").
    """
    side(deal, actor, Role.CLIENT)
    state(m, Step.MOVE_POINT)
    may_amend(deal, actor, ctx)
    room_for(deal, actor, m.number, 1, ctx)


def may_take_back_contest(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The freelancer."""
    side(deal, actor, Role.FREELANCER)
    state(m, Step.TAKE_BACK_CONTEST)


def contest(deal: Deal, m: Milestone, cmd: ContestPoint, ctx: Context) -> Decision:
    """The freelancer's time stands still, and the client has theirs to answer.

    Raises BadInput: "no-such-point", "too-many-files"; NotNow("point-contested").
    """
    last = m.rounds[-1]
    if cmd.item not in last.places:
        raise BadInput("no-such-point")
    if last.contest(cmd.item) is not None:
        raise NotNow("point-contested")
    if len(cmd.files) > ctx.policy.max_files:
        raise BadInput("too-many-files", limit=ctx.policy.max_files)
    clock = window(ctx.now, ctx.policy.contest_answer, ctx.policy, ctx.zone(deal.client))
    said = Contest(cmd.item, ctx.now, cmd.words, cmd.files)
    m = replace(m.halted(Step.CONTEST, ctx.now), window=clock)
    m = _with_last(m, replace(last, contests=(*last.contests, said)))
    return deal.with_milestone(m), (PointContested(m.number, last.number, cmd.item),)


def drop_point(deal: Deal, m: Milestone, cmd: DropPoint, ctx: Context) -> Decision:
    """The client does not ask for it any more. Raises BadInput("no-such-point")."""
    _waits(m, cmd.item)
    told = PointDropped(m.number, m.rounds[-1].number, cmd.item)
    m = _left(m.take(Step.DROP_POINT), ContestEnd.DROPPED, cmd.item, ctx)
    return _goes_on(deal, m, ctx), (told,)


def move_point(deal: Deal, m: Milestone, cmd: MovePoint, ctx: Context) -> Decision:
    """It leaves the round; its words are a new criterion of the change that the client proposes.

    Or a milestone whose price and days are still to be said. They stand with what the client has
    begun of a change, until it is proposed or left.
    Raises BadInput("no-such-point"); OverLimit: "too-many-criteria", "too-many-milestones".
    """
    _waits(m, cmd.item)
    words = m.rounds[-1].items[cmd.item].words
    told = PointMoved(m.number, m.rounds[-1].number, cmd.item)
    if cmd.apart:
        deal = with_milestones(deal, cmd.actor, (words,), ctx)
    else:
        deal = with_criteria(deal, cmd.actor, m.number, (words,), ctx)
    m = _left(m.take(Step.MOVE_POINT), ContestEnd.MOVED, cmd.item, ctx)
    return _goes_on(deal, m, ctx), (told,)


def _waits(m: Milestone, item: int) -> None:
    if item not in [each.item for each in m.contested]:
        raise BadInput("no-such-point")


def take_back_contest(deal: Deal, m: Milestone, _cmd: TakeBackContest, ctx: Context) -> Decision:
    """The freelancer makes the changes after all, in the time that was left."""
    number = m.rounds[-1].number
    m = _with_last(m, m.rounds[-1].answered(ContestEnd.TAKEN_BACK, ctx.now))
    deal = _works_on(deal, m, Step.TAKE_BACK_CONTEST, ctx)
    return deal, (ContestTakenBack(m.number, number),)


def _left(m: Milestone, end: ContestEnd, item: int, ctx: Context) -> Milestone:
    return _with_last(m, m.rounds[-1].answered(end, ctx.now, item))


def _goes_on(deal: Deal, m: Milestone, ctx: Context) -> Deal:
    """While another point waits, so does the round; else it goes on, or is over with its points.

    The client ended it by a press of their own, so they know of the time to look that it opens.
    """
    if m.contested:
        return deal.with_milestone(m)
    if m.rounds[-1].places:
        return _works_on(deal, m, Step.POINTS_STAND, ctx)
    length = deal.terms.rules.review_window_after_revision
    review = window(ctx.now, length, ctx.policy, ctx.zone(deal.client)).served(ctx.now)
    return deal.with_milestone(replace(m.take(Step.POINTS_GONE), halt=None, window=review))


def _works_on(deal: Deal, m: Milestone, step: Step, ctx: Context) -> Deal:
    m = m.gone_on(step, ctx.now, timedelta(0))
    return deal.with_milestone(m).moved(m.number, ctx.now)


def unanswered(deal: Deal, m: Milestone, ctx: Context) -> Decision:
    """The client said nothing in time: the arbiter looks, at all that waited.

    Why the freelancer disagrees with the first is their position; of the others it is evidence.
    Each stays in the words that they wrote, which go when their writer is erased.
    """
    waited, freelancer = m.contested, deal.freelancer
    if not waited or freelancer is None:
        return deal, ()
    first, *others = waited
    said = Statement(freelancer, ctx.now, first.words, m.held, first.files)
    m = _with_last(m, m.rounds[-1].answered(ContestEnd.UNANSWERED, ctx.now))
    deal, events = dispute(deal, m, ctx, Step.CONTEST_ENDS, Cause.CONTESTED, said)
    case = deal.dispute(m.number)
    if case is not None and others:
        had = len(case.evidence)
        filed = (
            Evidence(had + place, freelancer, ctx.now, each.words, each.files)
            for place, each in enumerate(others, 1)
        )
        deal = deal.with_dispute(replace(case, evidence=(*case.evidence, *filed)))
    return deal, events


def overtake(deal: Deal, ctx: Context) -> Deal:
    """What ended, or went to the arbiter otherwise, waits for no word on a point any more."""
    for m in deal.milestones:
        if m.state is not State.CONTESTED and m.rounds and m.rounds[-1].contested:
            last = m.rounds[-1].answered(ContestEnd.OVERTAKEN, ctx.now)
            deal = deal.with_milestone(_with_last(m, last))
    return deal


def _with_last(m: Milestone, last: Round) -> Milestone:
    return replace(m, rounds=(*m.rounds[:-1], last))


STEPS: Final = (
    StepOf(Act.CONTEST, ContestPoint, may_contest, contest),
    StepOf(Act.DROP_POINT, DropPoint, may_drop_point, drop_point),
    StepOf(Act.MOVE_POINT, MovePoint, may_move_point, move_point),
    StepOf(Act.TAKE_BACK_CONTEST, TakeBackContest, may_take_back_contest, take_back_contest),
)
