"""The second person of four eyes: approves exactly what was asked, which is then done at once.

Everything is decided anew at that moment, by the same step that asked for it, as if both stood
there: what does not fit any more is void. It stands above the topics, since each of them asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

from core import disputing, paying
from core.deal.approval import (
    Approval,
    ApprovalKind,
    ApprovalStep,
    AskedCorrection,
    AskedDeposit,
    AskedOrder,
    AskedOutcome,
    AskedReversal,
    AskedRuling,
    AskedTransfer,
)
from core.deal.clocks import Clock, Deadline, MeetDeadline
from core.deal.commands import DealCommand
from core.deal.context import Context
from core.deal.events import ApprovalEnded, ApprovalGiven
from core.deal.four_eyes import end_where, fits, open_in, open_one, with_approval
from core.deal.model import Deal
from core.deal.settle import Decision
from core.deal.step import DealStepOf, StepOf, TransferStepOf, works
from core.values.errors import BadInput, NotNow, NotYours, Refusal, Stale
from core.values.ids import DESK, PersonId
from core.values.window import DeadlineKind
from core.values.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Approve(DealCommand):
    """A second person says yes to what they were shown: `fingerprint` is of all of it."""

    approval: int
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseAsked(DealCommand):
    """A second person says no to what they were shown, and why."""

    approval: int
    fingerprint: str
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackAsked(DealCommand):
    """Whoever asked does not want it any more."""

    approval: int


def may_approve(deal: Deal, actor: PersonId, ctx: Context) -> None:
    """Somebody of the desk who has no part in it, while anything waits for a second person.

    Whether it is theirs to approve, the step asks of what was asked.
    Raises NotYours: "not-on-the-list", "own-deal"; NotNow("nothing-to-approve").
    """
    if not ctx.staff.roles(actor):
        raise NotYours("not-on-the-list")
    if actor in (*deal.parties, *deal.invited):
        raise NotYours("own-deal")
    if not open_in(deal):
        raise NotNow("nothing-to-approve")


def approve(deal: Deal, cmd: Approve, ctx: Context) -> Decision:
    """It is done, or void where it can not be done any more.

    Raises Stale for something else than waits; NotYours: "approve-own", and whatever says that the
    act is not theirs; NotNow: "approval-lapsed", "deal-frozen".
    """
    approval = _shown(deal, cmd, ctx)
    step = _step(approval)
    works(deal, step)
    given = approval.take(ApprovalStep.APPROVE, ctx.now, cmd.actor)
    told = ApprovalGiven(approval.asked.milestone, approval.number, cmd.actor, cmd.fingerprint)
    try:
        if approval.by in ctx.facts.gone:
            raise NotYours("not-on-the-list")
        done, events = step.decide(
            with_approval(deal, given), _command(deal, approval), _both(approval.by, cmd.actor, ctx)
        )
    except Refusal:
        return end_where(deal, lambda one: one == approval, ApprovalStep.OVERTAKE, ctx)
    return done, (told, *events)


def _shown(deal: Deal, cmd: Approve | RefuseAsked, ctx: Context) -> Approval:
    """What a second person was shown, who may say yes or no to it. Raises as `approve`."""
    approval = open_one(deal, cmd.approval)
    if approval.fingerprint(deal.id) != cmd.fingerprint:
        raise Stale
    if cmd.actor == approval.by:
        raise NotYours("approve-own")
    if approval.window.ended(deal.frozen_at or ctx.now):
        raise NotNow("approval-lapsed")
    _may_second(deal, approval, cmd.actor, ctx)
    return approval


def refuse(deal: Deal, cmd: RefuseAsked, ctx: Context) -> Decision:
    """It is over, and can be asked for anew. Raises as `approve`; BadInput("empty-text")."""
    approval = _shown(deal, cmd, ctx)
    if not str(cmd.words).strip():
        raise BadInput("empty-text")
    ended = replace(approval.take(ApprovalStep.REFUSE, ctx.now, cmd.actor), why=cmd.words)
    told = ApprovalEnded(approval.asked.milestone, approval.number, ended.state)
    return with_approval(deal, ended), (told,)


def _may_second(deal: Deal, approval: Approval, actor: PersonId, ctx: Context) -> None:
    """Whether they could have done it themselves."""
    if approval.kind is ApprovalKind.RULING:
        m = deal.milestone(approval.asked.milestone)
        disputing.may_approve_ruling(deal, actor, m, _as(actor, ctx))
    elif approval.kind is ApprovalKind.ORDER:
        paying.may_flag(deal, actor, ctx)
    else:
        paying.may_approve_money(deal, actor, ctx)
        paying.may_suspend(actor, ctx)


def _as(actor: PersonId, ctx: Context) -> Context:
    """What the rules may know of this colleague: of everybody at the desk it is loaded."""
    return replace(ctx, facts=replace(ctx.facts, conflicted=actor in ctx.facts.conflicts))


def _both(first: PersonId, second: PersonId, ctx: Context) -> Context:
    return replace(_as(first, ctx), second=second)


_STEPS: Final[Mapping[ApprovalKind, StepOf[Any] | TransferStepOf[Any]]] = MappingProxyType(
    {
        ApprovalKind.DEPOSIT: paying.CONFIRM_DEPOSIT,
        ApprovalKind.TRANSFER: paying.CONFIRM_TRANSFER,
        ApprovalKind.RULING: disputing.RULE,
        ApprovalKind.REVERSAL: paying.REVERSE,
        ApprovalKind.ORDER: paying.ORDER,
        ApprovalKind.CORRECTION: paying.CORRECT,
    }
)


def _step(approval: Approval) -> StepOf[Any] | TransferStepOf[Any] | DealStepOf[Any]:
    """By which it was asked."""
    if approval.outcome is not None:
        return paying.OUTCOMES[approval.outcome.becomes]
    if approval.deposit is not None and approval.deposit.item is not None:
        return paying.MATCH
    return _STEPS[approval.kind]


def _command(deal: Deal, approval: Approval) -> DealCommand:
    """What the first person gave, word for word."""
    asked = approval.asked
    match asked:
        case AskedDeposit():
            return paying.deposit_of(asked, deal, approval.by)
        case AskedTransfer():
            return paying.transfer_of(asked, deal, approval.by)
        case AskedRuling():
            return disputing.rule_of(asked, deal, approval.by)
        case AskedReversal():
            return paying.reversal_of(asked, deal, approval.by)
        case AskedOutcome():
            return paying.outcome_of(asked, deal, approval.by)
        case AskedOrder():
            return paying.order_of(asked, deal, approval.by)
        case AskedCorrection():
            return paying.correction_of(asked, deal, approval.by)


def take_back(deal: Deal, cmd: TakeBackAsked, ctx: Context) -> Decision:
    """Nothing is done. Raises Stale where it waits no more, NotYours("not-your-asking")."""
    approval = open_one(deal, cmd.approval)
    if cmd.actor != approval.by:
        raise NotYours("not-your-asking")
    return end_where(deal, lambda one: one == approval, ApprovalStep.TAKE_BACK, ctx)


def overtake(deal: Deal, ctx: Context) -> Decision:
    """What is about something that is no longer so is void."""
    return end_where(deal, lambda one: not fits(deal, one), ApprovalStep.OVERTAKE, ctx)


def waiting(deal: Deal) -> list[Deadline]:
    """Until when a second person can say yes."""
    kind = DeadlineKind.APPROVAL_ENDS
    return [
        Deadline(
            f"{kind.value}:{one.number}",
            kind,
            one.window.ends_at,
            one.asked.milestone,
            DESK,
            one.window.opened_at,
            one.window.ends_at,
            None if one.transfer is None else one.transfer.transfer,
        )
        for one in open_in(deal)
    ]


def _lapse(deal: Deal, cmd: MeetDeadline, ctx: Context) -> Decision:
    number = int(cmd.key.rpartition(":")[2])
    return end_where(deal, lambda one: one.number == number, ApprovalStep.LAPSE, ctx)


STEPS: Final = (
    DealStepOf(None, Approve, may_approve, approve, while_frozen=True),
    DealStepOf(None, RefuseAsked, may_approve, refuse, while_frozen=True),
    DealStepOf(None, TakeBackAsked, may_approve, take_back, while_frozen=True),
)
CLOCKS: Final[Mapping[DeadlineKind, Clock]] = MappingProxyType({DeadlineKind.APPROVAL_ENDS: _lapse})
