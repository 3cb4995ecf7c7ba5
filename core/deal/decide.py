"""The one function that decides: (deal, command, context) -> (deal, events), or a Refusal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from core import commands as c
from core.context import Context
from core.deal import agreeing, clock, disputing, outage, paying, working
from core.deal.model import Deal
from core.deal.settle import Decision
from core.events import OutsideNamed
from core.outside import named_in

_Step = Callable[[Deal, Any, Context], Decision]

STEPS: Final[Mapping[type[c.DealCommand], _Step]] = MappingProxyType(
    {
        c.EditTerms: agreeing.edit,
        c.DiscardEdits: agreeing.discard_edits,
        c.DiscardDraft: agreeing.discard,
        c.CreateInvite: agreeing.invite,
        c.RenewInvite: agreeing.renew,
        c.WithdrawInvite: agreeing.withdraw_invite,
        c.ClaimInvite: agreeing.claim,
        c.DeclineInvite: agreeing.decline,
        c.ConfirmClaimant: agreeing.confirm,
        c.RefuseClaimant: agreeing.refuse,
        c.SendTerms: agreeing.send,
        c.AcceptTerms: agreeing.accept,
        c.AskInviter: agreeing.ask_inviter,
        c.AnswerInvited: agreeing.answer_invited,
        c.ClaimPaid: paying.claim_paid,
        c.AskProof: paying.ask_proof,
        c.RejectClaim: paying.reject_claim,
        c.ConfirmDeposit: paying.deposit,
        c.AskShortfall: paying.ask_shortfall,
        c.AcceptShortfall: paying.accept_shortfall,
        c.CancelFunding: paying.cancel_funding,
        c.GoOn: paying.go_on,
        c.DropRest: paying.drop,
        c.ConfirmTransfer: paying.confirm_transfer,
        c.FailTransfer: paying.fail_transfer,
        c.SubmitWork: working.submit,
        c.TakeBackSubmission: working.take_back,
        c.ApproveMilestone: working.approve,
        c.RequestChanges: working.request_changes,
        c.ContestPoint: working.contest,
        c.ReleasePart: working.release_part,
        c.WithdrawWork: working.withdraw,
        c.CancelLate: working.cancel_late,
        c.TakeBackCancel: working.take_back_cancel,
        c.ObjectToCancel: working.object_to_cancel,
        c.WriteDiary: working.write_diary,
        c.Say: working.say,
        c.OpenDispute: disputing.open_dispute,
        c.MakeStatement: disputing.make_statement,
        c.FileEvidence: disputing.file_evidence,
        c.TakeDispute: disputing.take,
        c.HandOver: disputing.hand_over,
        c.Recuse: disputing.recuse,
        c.AskParty: disputing.ask,
        c.AnswerQuestion: disputing.answer,
        c.Rule: disputing.rule,
        c.MeetDeadline: clock.meet,
        c.NoticeServed: clock.served,
        c.NoticeUnserved: clock.unserved,
        c.ExtendClocks: outage.extend,
    }
)


def decide(deal: Deal, command: c.DealCommand, ctx: Context) -> Decision:
    """What comes of a command. Raises Refusal; changes nothing then."""
    after, events = STEPS[type(command)](deal, command, ctx)
    events = (*events, *_outside(deal, command, ctx))
    if command.actor in after.parties:
        after = _stirred(after, ctx)
    return after, events


WATCHED: Final = (
    c.EditTerms,
    c.AskInviter,
    c.AnswerInvited,
    c.SubmitWork,
    c.RequestChanges,
    c.ContestPoint,
    c.WriteDiary,
    c.Say,
)
"""Whose words are looked at. Not those of a dispute: what somebody asked for is evidence there."""


def _outside(deal: Deal, command: c.DealCommand, ctx: Context) -> tuple[OutsideNamed, ...]:
    """A warning to who wrote it and to whoever reads it; terms that hold it already are no news."""
    ours = ctx.policy.accounts
    kind = named_in(command, ours) if isinstance(command, WATCHED) else None
    if kind is None or (isinstance(command, c.EditTerms) and named_in(deal.terms, ours) is kind):
        return ()
    asked = (command.to,) if isinstance(command, c.AnswerInvited) else ()
    told = dict.fromkeys((command.actor, *(asked or deal.parties)))
    return (OutsideNamed(command.actor, kind.value, tuple(told)),)


def _stirred(deal: Deal, ctx: Context) -> Deal:
    """A party did something: the deal is not dormant."""
    if any(m.dormancy is not None for m in deal.milestones):
        awake = tuple(
            m if m.dormancy is None else replace(m, dormancy=None) for m in deal.milestones
        )
        deal = replace(deal, milestones=awake)
    return replace(deal, active_at=ctx.now)
