"""The work: handed in, revised until it meets what was agreed, approved, or given up."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.deal.changing import may_amend, with_milestones
from core.deal.commands import Command
from core.deal.context import Context
from core.deal.dispute import Cause, Statement
from core.deal.events import Ground
from core.deal.milestone import Milestone, State, Step, Submission
from core.deal.model import Deal
from core.deal.offering import LONGEST
from core.deal.points import Item, ItemKind, Round
from core.deal.settle import Decision, dispute, end, settle
from core.deal.step import Act, StepOf
from core.deal.terms import MilestoneTerms
from core.values.errors import BadInput, NotNow, Stale
from core.values.money import Money
from core.values.window import window
from core.working.commands import (
    ApproveMilestone,
    CancelForFee,
    CancelLate,
    ObjectToCancel,
    ReleasePart,
    RequestChanges,
    SubmitWork,
    TakeBackCancel,
    TakeBackSubmission,
    WithdrawWork,
)
from core.working.events import (
    ChangesRequested,
    ExtraSetAside,
    FeeCancelOpened,
    LateCancelOpened,
    LateCancelTakenBack,
    SubmissionTakenBack,
    WorkSubmitted,
)
from core.working.guards import (
    may_approve,
    may_cancel_for_fee,
    may_cancel_late,
    may_object,
    may_release_part,
    may_request_changes,
    may_submit,
    may_take_back,
    may_take_back_cancel,
    may_withdraw,
)

MOST_ITEMS: Final = 50


def _terms(deal: Deal, m: Milestone) -> MilestoneTerms:
    return deal.terms.milestones[m.number - 1]


def submit(deal: Deal, m: Milestone, cmd: SubmitWork, ctx: Context) -> Decision:
    """Hand in: the review window runs. Against a late cancel it goes to the arbiter instead."""
    _really_submitted(deal, m, cmd, ctx)
    number = len(m.submissions) + m.taken_back + 1
    work = Submission(
        number,
        ctx.now,
        cmd.files,
        cmd.links,
        cmd.notes,
        cmd.answers,
        cmd.words,
        under=len(deal.earlier),
    )
    handed_in = WorkSubmitted(m.number, number)
    m = replace(m, submissions=(*m.submissions, work))
    if m.state is State.CANCELLING:
        m = _stood_still(m, ctx)
        deal, opened = dispute(deal, m, ctx, Step.SUBMIT_AGAINST, Cause.OBJECTED)
        return deal, (handed_in, *opened)
    rules = deal.terms.rules
    length = (
        rules.review_window_after_revision if m.state is State.REVISING else rules.review_window
    )
    review = window(ctx.now, length, ctx.policy, ctx.zone(deal.client))
    m = replace(m.take(Step.SUBMIT), before=m.window, window=review, dormancy=None)
    return deal.with_milestone(m), (handed_in,)


def _really_submitted(deal: Deal, m: Milestone, cmd: SubmitWork, ctx: Context) -> None:
    """Raises BadInput: "submission-empty", "submission-notes", "submission-answers"."""
    if not cmd.files and not cmd.links:
        raise BadInput("submission-empty")
    if len(cmd.files) > ctx.policy.max_files:
        raise BadInput("too-many-files", limit=ctx.policy.max_files)
    criteria = _terms(deal, m).criteria
    if len(cmd.notes) != len(criteria):
        raise BadInput("submission-notes", count=len(criteria))
    open_items = m.rounds[-1].asked if m.state is State.REVISING and m.rounds else ()
    if len(cmd.answers) != len(open_items):
        raise BadInput("submission-answers", count=len(open_items))


def take_back(deal: Deal, m: Milestone, _cmd: TakeBackSubmission, _ctx: Context) -> Decision:
    """It counts as never submitted: round and clocks as they were."""
    taken = m.submissions[-1].number
    step = Step.TAKE_BACK_REVISION if m.rounds else Step.TAKE_BACK_FIRST
    m = replace(
        m.take(step),
        submissions=m.submissions[:-1],
        taken_back=m.taken_back + 1,
        window=m.before,
        before=None,
    )
    return deal.with_milestone(m), (SubmissionTakenBack(m.number, taken),)


def approve(deal: Deal, m: Milestone, cmd: ApproveMilestone, ctx: Context) -> Decision:
    """The second tap: the submission and the amount must be those that it showed."""
    shown = m.submission
    if shown is None or shown.number != cmd.submission or m.held != cmd.amount:
        raise Stale
    return release_all(deal, m, ctx, Step.APPROVE, Ground.APPROVAL, cmd)


def release_all(
    deal: Deal, m: Milestone, ctx: Context, step: Step, ground: Ground, cmd: Command
) -> Decision:
    """The whole hold goes to the freelancer and the milestone ends."""
    return leave(deal, m, ctx, step, ground, (m.held, Money(0, m.held.currency)), cmd)


def refund_all(
    deal: Deal, m: Milestone, ctx: Context, step: Step, ground: Ground, cmd: Command
) -> Decision:
    """The whole hold goes back to the client and the milestone ends."""
    return leave(deal, m, ctx, step, ground, (Money(0, m.held.currency), m.held), cmd)


def leave(
    deal: Deal,
    m: Milestone,
    ctx: Context,
    step: Step,
    ground: Ground,
    parts: tuple[Money, Money],
    cmd: Command,
) -> Decision:
    """`parts` of the whole hold go to the freelancer and back, and the milestone ends."""
    deal, settled = settle(deal, m.take(step), ctx, ground, *parts)
    deal, ended = end(deal, m.number, ctx, step, cmd.actor)
    return deal, (*settled, *ended)


def request_changes(deal: Deal, m: Milestone, cmd: RequestChanges, ctx: Context) -> Decision:
    """All points of one request are one round; a round counts when it holds a preference.

    Something extra is none of it: it is in the change of the terms that the client has begun, as a
    milestone whose price and days are still to be said.
    Raises BadInput: "no-points", "too-many-points", "point-needs-criterion", "round-too-short",
    "duration-out-of-range";
    NotNow: "rounds-used", "order-defects-only" once an arbiter said what is missing;
    of something extra as `may_amend` and `with_milestones`.
    """
    _points(deal, m, cmd.items)
    deal, aside = _set_aside(deal, m, cmd, ctx)
    items = tuple(item for item in cmd.items if item.kind is not ItemKind.EXTRA)
    if not items:
        return deal, aside
    counts = any(item.kind is ItemKind.PREFERENCE for item in items)
    if counts and any(each.fallback is not None for each in m.rounds):
        raise NotNow("order-defects-only")
    if counts and m.rounds_used >= deal.terms.rules.revision_rounds:
        raise NotNow("rounds-used", rounds=deal.terms.rules.revision_rounds)
    length = cmd.due or ctx.policy.min_round
    if length < ctx.policy.min_round:
        raise BadInput("round-too-short", seconds=int(ctx.policy.min_round.total_seconds()))
    if length > LONGEST:
        raise BadInput("duration-out-of-range", days=LONGEST.days)
    clock = window(ctx.now, length, ctx.policy, ctx.zone(deal.freelancer))
    number, under = len(m.rounds) + 1, len(deal.earlier)
    asked = Round(number, ctx.now, items, clock.ends_at, counts, under)
    m = replace(
        m.take(Step.REQUEST_CHANGES),
        rounds=(*m.rounds, asked),
        window=clock,
        before=None,
    )
    return deal.with_milestone(m), (*aside, ChangesRequested(m.number, number))


def _set_aside(deal: Deal, m: Milestone, cmd: RequestChanges, ctx: Context) -> Decision:
    extra = tuple(item.words for item in cmd.items if item.kind is ItemKind.EXTRA)
    if not extra:
        return deal, ()
    may_amend(deal, cmd.actor, ctx)
    deal = with_milestones(deal, cmd.actor, extra, ctx)
    return deal, (ExtraSetAside(m.number, len(extra)),)


def _points(deal: Deal, m: Milestone, items: tuple[Item, ...]) -> None:
    if not items:
        raise BadInput("no-points")
    if len(items) > MOST_ITEMS:
        raise BadInput("too-many-points", limit=MOST_ITEMS)
    criteria = _terms(deal, m).criteria
    for item in items:
        if item.kind is ItemKind.DEFECT and (
            item.criterion is None or not 0 <= item.criterion < len(criteria)
        ):
            raise BadInput("point-needs-criterion")


def release_part(deal: Deal, m: Milestone, cmd: ReleasePart, ctx: Context) -> Decision:
    """Less than what is held, after a first submission; the state and the clocks stay."""
    if cmd.amount.currency != m.held.currency or cmd.amount.minor <= 0 or cmd.amount >= m.held:
        raise BadInput("part-out-of-range", held=(m.held.minor, m.held.currency))
    none = Money(0, m.held.currency)
    m = replace(m.take(Step.RELEASE_PART), before=None)
    return settle(deal, m, ctx, Ground.APPROVAL, cmd.amount, none)


def withdraw(deal: Deal, m: Milestone, cmd: WithdrawWork, ctx: Context) -> Decision:
    """The freelancer gives up; what is held goes back."""
    if cmd.amount != m.held:
        raise Stale
    return refund_all(deal, m, ctx, Step.WITHDRAW, Ground.WITHDRAWAL, cmd)


def cancel_late(deal: Deal, m: Milestone, _cmd: CancelLate, ctx: Context) -> Decision:
    """The freelancer has time to object or submit; then the money goes back."""
    clock = window(ctx.now, ctx.policy.late_notice, ctx.policy, ctx.zone(deal.freelancer))
    m = m.take(Step.CANCEL_LATE)
    m = replace(m, before=m.window, window=clock, dormancy=None, cancel_fee=None)
    return deal.with_milestone(m), (LateCancelOpened(m.number),)


def cancel_fee_of(deal: Deal, m: Milestone) -> Money:
    """What of the hold the freelancer gets where the client cancels for the agreed fee."""
    share, _ = m.held.share(deal.terms.rules.cancel_fee_percent * 100)
    return share or Money(1, m.held.currency)


def cancel_for_fee(deal: Deal, m: Milestone, cmd: CancelForFee, ctx: Context) -> Decision:
    """The freelancer has time to object or submit; then each gets what was agreed.

    Raises Stale where another amount is held than was shown.
    """
    if cmd.amount != m.held:
        raise Stale
    fee = cancel_fee_of(deal, m)
    clock = window(ctx.now, ctx.policy.fee_notice, ctx.policy, ctx.zone(deal.freelancer))
    m = m.take(Step.CANCEL_FOR_FEE)
    m = replace(m, before=m.window, window=clock, dormancy=None, cancel_fee=fee)
    return deal.with_milestone(m), (FeeCancelOpened(m.number, fee),)


def cancelled_for_fee(deal: Deal, m: Milestone, ctx: Context, cmd: Command) -> Decision:
    """Nobody objected: the fee is the freelancer's, the rest goes back, and it ends."""
    fee = m.cancel_fee or cancel_fee_of(deal, m)
    parts = (fee, m.held - fee)
    return leave(deal, m, ctx, Step.FEE_CANCEL_ENDS, Ground.CANCEL_FEE, parts, cmd)


def _stood_still(m: Milestone, ctx: Context) -> Milestone:
    """Work that was not late is due later by as long as it was being cancelled for a fee.

    Else a client could hold it up so until it is late, and cancel it for nothing.
    """
    if m.cancel_fee is None or m.window is None or m.due_at is None:
        return m
    since = m.window.opened_at
    if m.due_at <= since:
        return m
    stood = ctx.now - since
    before = None if m.before is None else m.before.shifted(stood, None)
    return replace(m, before=before, due_at=m.due_at + stood)


def take_back_cancel(deal: Deal, m: Milestone, _cmd: TakeBackCancel, ctx: Context) -> Decision:
    """The work goes on with what was left of its time; late work with its clock as it was."""
    m = _stood_still(m, ctx)
    m = replace(m.take(Step.TAKE_BACK_CANCEL), window=m.before, before=None, cancel_fee=None)
    return deal.with_milestone(m), (LateCancelTakenBack(m.number),)


def object_to_cancel(deal: Deal, m: Milestone, cmd: ObjectToCancel, ctx: Context) -> Decision:
    """The freelancer objects: the arbiter looks."""
    said = Statement(cmd.actor, ctx.now, cmd.words, m.held)
    return dispute(deal, _stood_still(m, ctx), ctx, Step.OBJECT, Cause.OBJECTED, said)


STEPS: Final = (
    StepOf(Act.SUBMIT, SubmitWork, may_submit, submit),
    StepOf(Act.TAKE_BACK, TakeBackSubmission, may_take_back, take_back),
    StepOf(Act.APPROVE, ApproveMilestone, may_approve, approve),
    StepOf(Act.REQUEST_CHANGES, RequestChanges, may_request_changes, request_changes),
    StepOf(Act.RELEASE_PART, ReleasePart, may_release_part, release_part),
    StepOf(Act.WITHDRAW, WithdrawWork, may_withdraw, withdraw),
    StepOf(Act.CANCEL_LATE, CancelLate, may_cancel_late, cancel_late),
    StepOf(Act.CANCEL_FOR_FEE, CancelForFee, may_cancel_for_fee, cancel_for_fee),
    StepOf(Act.TAKE_BACK_CANCEL, TakeBackCancel, may_take_back_cancel, take_back_cancel),
    StepOf(Act.OBJECT, ObjectToCancel, may_object, object_to_cancel),
)
