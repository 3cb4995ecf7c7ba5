"""A step is declared once: what it is called, what asks for it, who may, and what comes of it.

`decide` and `available` ask the same guard, so that what is offered is not refused. A guard asks
who it is before it asks when: whoever may not do a thing at all learns nothing of the deal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from core.deal.commands import DealCommand, MilestoneCommand, SeenCommand, TransferCommand
from core.deal.context import Context
from core.deal.milestone import Milestone, State
from core.deal.model import Deal, DealState
from core.deal.settle import Decision
from core.values.errors import NotNow, NotYours, Refusal, Stale
from core.values.ids import SYSTEM, PersonId


class Act(StrEnum):
    """Everything that people may be offered, in the order in which `available` names it."""

    EDIT = "edit"
    INVITE = "invite"
    INVITE_AGAIN = "invite-again"
    DISCARD = "discard"
    RENEW = "renew"
    WITHDRAW_INVITE = "withdraw-invite"
    CONFIRM = "confirm"
    SUGGEST = "suggest"
    AMEND = "amend"
    SEND_TERMS = "send-terms"
    ACCEPT = "accept"
    DECLINE = "decline"
    PAY = "pay"
    CLAIM_PAID = "claim-paid"
    ASK_SHORTFALL = "ask-shortfall"
    ACCEPT_SHORTFALL = "accept-shortfall"
    CANCEL_FUNDING = "cancel-funding"
    GO_ON = "go-on"
    DROP = "drop"
    SUBMIT = "submit"
    TAKE_BACK = "take-back"
    APPROVE = "approve"
    REQUEST_CHANGES = "request-changes"
    CONTEST = "contest"
    DROP_POINT = "drop-point"
    MOVE_POINT = "move-point"
    TAKE_BACK_CONTEST = "agree-points"
    RELEASE_PART = "release-part"
    WITHDRAW = "withdraw"
    CANCEL_LATE = "cancel-late"
    CANCEL_FOR_FEE = "cancel-for-fee"
    TAKE_BACK_CANCEL = "take-back-cancel"
    OBJECT = "object"
    ASK_TIME = "ask-time"
    GRANT_TIME = "grant-time"
    ACCEPT_TIME = "accept-time"
    REJECT_TIME = "reject-time"
    WITHDRAW_TIME = "withdraw-time"
    WAIT_MATERIAL = "wait-material"
    GIVE_MATERIAL = "give-material"
    ALL_THERE = "all-there"
    RESUME = "resume"
    ASK_PAUSE = "ask-pause"
    ACCEPT_PAUSE = "accept-pause"
    REJECT_PAUSE = "reject-pause"
    WITHDRAW_PAUSE = "withdraw-pause"
    PROPOSE_END = "propose-end"
    ACCEPT_END = "accept-end"
    REJECT_END = "reject-end"
    WITHDRAW_END = "withdraw-end"
    ACCEPT_CHANGE = "accept-change"
    REJECT_CHANGE = "reject-change"
    WITHDRAW_CHANGE = "withdraw-change"
    DISPUTE = "dispute"
    STATE = "state"
    EVIDENCE = "evidence"
    CALL_ARBITER = "call-arbiter"
    ADD_NOTHING = "add-nothing"
    TAKE_BACK_DISPUTE = "drop-dispute"
    CONCEDE = "concede"
    OFFER = "offer"
    ACCEPT_OFFER = "accept-offer"
    REJECT_OFFER = "reject-offer"
    WITHDRAW_OFFER = "withdraw-offer"
    ACCEPT_ADVICE = "accept-advice"
    REJECT_ADVICE = "reject-advice"
    SEAL = "seal"
    UNSEAL = "unseal"
    ANSWER = "answer"
    CHALLENGE = "challenge"
    ACCEPT_RULING = "accept-ruling"
    ASK_REVIEW = "ask-review"
    ARRIVED = "arrived"
    NOT_ARRIVED = "not-arrived"
    DIARY = "diary"
    TALK = "talk"
    RATE = "rate"
    TAKE = "take"
    TAKE_OVER = "take-over"
    HAND_OVER = "hand-over"
    RECUSE = "recuse"
    ASK = "ask"
    ADVISE = "advise"
    RULE = "rule"
    CONFIRM_DEPOSIT = "confirm-deposit"
    REJECT_CLAIM = "reject-claim"
    CONFIRM_TRANSFER = "confirm-transfer"


@dataclass(frozen=True, slots=True)
class Offered:
    """One act that is legal right now, on the deal, a milestone or a transfer."""

    act: Act
    milestone: int | None = None
    transfer: int | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """One act of somebody's own that is not legal right now, and what it would be answered."""

    act: Act
    milestone: int | None
    why: Refusal


MayOnDeal = Callable[[Deal, PersonId, Context], None]
MayOnMilestone = Callable[[Deal, PersonId, Milestone, Context], None]
MayOnTransfer = Callable[[Deal, PersonId, int, Context], None]
OnDeal = TypeVar("OnDeal", bound=DealCommand)
OnMilestone = TypeVar("OnMilestone", bound=MilestoneCommand)
OnTransfer = TypeVar("OnTransfer", bound=TransferCommand)


@dataclass(frozen=True, slots=True)
class StepOf(Generic[OnMilestone]):
    """A step of a milestone. `act` is None where no button stands for it alone."""

    act: Act | None
    command: type[OnMilestone]
    may: MayOnMilestone
    do: Callable[[Deal, Milestone, OnMilestone, Context], Decision]
    while_frozen: bool = False
    """Whether it works on a deal that stands still under a flag."""

    def decide(self, deal: Deal, command: OnMilestone, ctx: Context) -> Decision:
        """What comes of it. Raises Refusal; Stale where the milestone is not as it was seen."""
        m = deal.milestone(command.milestone)
        self.may(deal, command.actor, m, ctx)
        works(deal, self)
        if isinstance(command, SeenCommand) and command.seen != m.seen:
            raise Stale
        return self.do(deal, m, command, ctx)

    def offered(self, deal: Deal, actor: PersonId, ctx: Context) -> Iterator[Offered]:
        """Where this person may do it."""
        if self.act is not None:
            yield from _on_milestones(self.act, self.may, deal, actor, ctx)

    def refused(self, deal: Deal, actor: PersonId, ctx: Context) -> Iterator[Refused]:
        """Why this person may not do it now, where it is theirs to do."""
        if self.act is not None:
            yield from _refused_on(self.act, self.may, deal, actor, ctx)


@dataclass(frozen=True, slots=True)
class DealStepOf(Generic[OnDeal]):
    """A step of the deal itself."""

    act: Act | None
    command: type[OnDeal]
    may: MayOnDeal
    do: Callable[[Deal, OnDeal, Context], Decision]
    while_frozen: bool = False

    def decide(self, deal: Deal, command: OnDeal, ctx: Context) -> Decision:
        """What comes of it. Raises Refusal."""
        self.may(deal, command.actor, ctx)
        works(deal, self)
        return self.do(deal, command, ctx)

    def offered(self, deal: Deal, actor: PersonId, ctx: Context) -> Iterator[Offered]:
        """Whether this person may do it."""
        if self.act is not None and _allows(self.may, deal, actor, ctx):
            yield Offered(self.act)

    def refused(self, deal: Deal, actor: PersonId, ctx: Context) -> Iterator[Refused]:
        """Why this person may not do it now, where it is theirs to do."""
        if self.act is not None:
            yield from _refused(self.act, None, self.may, deal, actor, ctx)


@dataclass(frozen=True, slots=True)
class TransferStepOf(Generic[OnTransfer]):
    """A step of money that is owed to somebody outside."""

    act: Act | None
    command: type[OnTransfer]
    may: MayOnTransfer
    do: Callable[[Deal, OnTransfer, Context], Decision]
    while_frozen: bool = False

    def decide(self, deal: Deal, command: OnTransfer, ctx: Context) -> Decision:
        """What comes of it. Raises Refusal."""
        self.may(deal, command.actor, command.transfer, ctx)
        works(deal, self)
        return self.do(deal, command, ctx)

    def offered(self, deal: Deal, actor: PersonId, ctx: Context) -> Iterator[Offered]:
        """Which of the deal's transfers this person may do it to."""
        for transfer in deal.transfers if self.act is not None else ():
            if self.act is not None and _allows(self.may, deal, actor, transfer.number, ctx):
                yield Offered(self.act, transfer.milestone, transfer.number)

    def refused(self, deal: Deal, actor: PersonId, ctx: Context) -> Iterator[Refused]:
        """Why this person may not do it now to the transfer that was owed last.

        To a party each of their own stands on the card, with what they can say of it.
        """
        if self.act is not None and deal.transfers and actor not in deal.parties:
            last = deal.transfers[-1]
            guard = (self.act, last.milestone, self.may, deal, actor)
            yield from _refused(*guard, last.number, ctx)


@dataclass(frozen=True, slots=True)
class OfferOf:
    """An act on a milestone that is offered more narrowly than the command behind it is taken."""

    act: Act
    command: type[DealCommand]
    may: MayOnMilestone

    def offered(self, deal: Deal, actor: PersonId, ctx: Context) -> Iterator[Offered]:
        """Where this person is offered it."""
        yield from _on_milestones(self.act, self.may, deal, actor, ctx)

    def refused(self, deal: Deal, actor: PersonId, ctx: Context) -> Iterator[Refused]:
        """Why this person is not offered it now, where it is theirs to do."""
        yield from _refused_on(self.act, self.may, deal, actor, ctx)


@dataclass(frozen=True, slots=True)
class DealOfferOf:
    """The same for an act on the deal itself."""

    act: Act
    command: type[DealCommand]
    may: MayOnDeal

    def offered(self, deal: Deal, actor: PersonId, ctx: Context) -> Iterator[Offered]:
        """Whether this person is offered it."""
        if _allows(self.may, deal, actor, ctx):
            yield Offered(self.act)

    def refused(self, deal: Deal, actor: PersonId, ctx: Context) -> Iterator[Refused]:
        """Why this person is not offered it now, where it is theirs to do."""
        yield from _refused(self.act, None, self.may, deal, actor, ctx)


Taken = StepOf[Any] | DealStepOf[Any] | TransferStepOf[Any]
Declared = Taken | OfferOf | DealOfferOf


def works(deal: Deal, step: Taken) -> None:
    """While a flag stands nothing moves but what says that it does. Raises NotNow("deal-frozen").

    What people say and what really happened is taken at any time; what moves money, states or
    clocks waits.
    """
    if deal.frozen_at is not None and not step.while_frozen:
        raise NotNow("deal-frozen")


def anybody(_deal: Deal, _actor: PersonId, _ctx: Context) -> None:
    """Whoever holds the link: the step itself looks at what they show."""


def clock_only(_deal: Deal, actor: PersonId, _ctx: Context) -> None:
    """Nobody but the clock. Raises NotNow("clock-only")."""
    if actor != SYSTEM:
        raise NotNow("clock-only")


def _on_milestones(
    act: Act, may: MayOnMilestone, deal: Deal, actor: PersonId, ctx: Context
) -> Iterator[Offered]:
    if deal.state not in (DealState.AGREED, DealState.ACTIVE):
        return
    for m in _in_reach(deal):
        if _allows(may, deal, actor, m, ctx):
            yield Offered(act, m.number)


def _in_reach(deal: Deal) -> Iterator[Milestone]:
    """Neither over, nor behind another that has not begun either: there nothing can be done."""
    for m in deal.milestones:
        if not m.state.final:
            yield m
        if m.state is State.PLANNED:
            return


def _refused_on(
    act: Act, may: MayOnMilestone, deal: Deal, actor: PersonId, ctx: Context
) -> Iterator[Refused]:
    """On each milestone that the deal is about now; of an ended deal on its last."""
    for m in deal.under_way or deal.milestones[-1:]:
        yield from _refused(act, m.number, may, deal, actor, m, ctx)


def _refused(
    act: Act, milestone: int | None, guard: Callable[..., None], *args: object
) -> Iterator[Refused]:
    """Nothing of what is not this person's step at all: whose it is, they learn elsewhere."""
    why = _why_not(guard, *args)
    if why is not None and not isinstance(why, NotYours):
        yield Refused(act, milestone, why)


def _allows(guard: Callable[..., None], *args: object) -> bool:
    return _why_not(guard, *args) is None


def _why_not(guard: Callable[..., None], *args: object) -> Refusal | None:
    try:
        guard(*args)
    except Refusal as no:
        return no
    return None
