"""One priced part of a deal: its states, its steps, and the table that joins them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from core.deal.deposit import Deposit, PaymentClaim
from core.deal.fallback import Fallback
from core.deal.pause import Pause, PauseEnd, PauseWhy
from core.deal.points import Contest, Round
from core.deal.work import Submission
from core.values.errors import NotNow
from core.values.money import Money
from core.values.window import Window

__all__ = ["FINAL", "HOLDING", "STOPPED", "TABLE", "Milestone", "State", "Step", "Submission"]


class State(StrEnum):
    """Where a milestone stands."""

    PLANNED = "planned"
    FUNDING = "funding"
    IN_PROGRESS = "in-progress"
    SUBMITTED = "submitted"
    REVISING = "revising"
    PAUSED = "paused"
    CONTESTED = "contested"
    """The freelancer disagrees with a point of the open round, and the client is to answer."""
    CANCELLING = "cancelling"
    DISPUTED = "disputed"
    RELEASED = "released"
    REFUNDED = "refunded"
    SPLIT = "split"
    VOID = "void"

    @property
    def final(self) -> bool:
        """Nothing moves it any more."""
        return self in FINAL


FINAL: Final = frozenset({State.RELEASED, State.REFUNDED, State.SPLIT, State.VOID})
HOLDING: Final = frozenset(State) - FINAL - {State.PLANNED, State.FUNDING}
"""The states in which the client's money is held."""


class Step(StrEnum):
    """What moves a milestone. Two outcomes are two steps."""

    OPEN = "open"
    GO_ON = "go-on"
    DROP = "drop"
    CLAIM_PAID = "claim-paid"
    REJECT_CLAIM = "reject-claim"
    DEPOSIT_SHORT = "deposit-short"
    ASK_SHORTFALL = "ask-shortfall"
    ACCEPT_SHORTFALL = "accept-shortfall"
    FUND = "fund"
    CANCEL_FUNDING = "cancel-funding"
    FUNDING_LAPSES = "funding-lapses"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    CANCEL_LATE = "cancel-late"
    CANCEL_FOR_FEE = "cancel-for-fee"
    OBJECT = "object"
    SUBMIT_AGAINST = "submit-against"
    TAKE_BACK_CANCEL = "take-back-cancel"
    LATE_CANCEL_ENDS = "late-cancel-ends"
    FEE_CANCEL_ENDS = "fee-cancel-ends"
    DORMANCY_NOTICE = "dormancy-notice"
    DORMANT = "dormant"
    APPROVE = "approve"
    REQUEST_CHANGES = "request-changes"
    TAKE_BACK_FIRST = "take-back-first"
    TAKE_BACK_REVISION = "take-back-revision"
    SILENCE_RELEASES = "silence-releases"
    SILENCE_ESCALATES = "silence-escalates"
    UNSERVED = "unserved"
    CONTEST = "contest"
    DROP_POINT = "drop-point"
    MOVE_POINT = "move-point"
    TAKE_BACK_CONTEST = "agree-points"
    POINTS_STAND = "points-stand"
    POINTS_GONE = "points-gone"
    CONTEST_ENDS = "contest-ends"
    ABANDON = "abandon"
    RELEASE_PART = "release-part"
    MORE_TIME = "more-time"
    PAUSE = "pause"
    RESUME_WORK = "resume-work"
    RESUME_REVISION = "resume-revision"
    AMEND = "amend"
    AGREED_RELEASE = "agreed-release"
    AGREED_REFUND = "agreed-refund"
    AGREED_SPLIT = "agreed-split"
    DISPUTE = "dispute"
    DISPUTE_BACK_TO_WORK = "dispute-back-to-work"
    DISPUTE_BACK_TO_REVIEW = "dispute-back-to-review"
    DISPUTE_BACK_TO_REVISION = "dispute-back-to-revision"
    SETTLE_RELEASE = "settle-release"
    SETTLE_REFUND = "settle-refund"
    SETTLE_SPLIT = "settle-split"
    RULE_RELEASE = "rule-release"
    RULE_REFUND = "rule-refund"
    RULE_SPLIT = "rule-split"
    FALLBACK_RELEASE = "fallback-release"
    FALLBACK_REFUND = "fallback-refund"
    FALLBACK_SPLIT = "fallback-split"
    REVERSE = "reverse"
    REVERSAL_WON = "reversal-won"
    PAY_AGAIN = "pay-again"
    UNPAID_AGAIN = "unpaid-again"
    ORDER_RELEASE = "order-release"
    ORDER_REFUND = "order-refund"


STOPPED: Final = tuple(one for one in State if one in HOLDING - {State.IN_PROGRESS})
"""The states in which a deposit that the bank takes back stops the deal where it stands."""
_OF_STOPPED: Final = (Step.REVERSE, Step.REVERSAL_WON, Step.PAY_AGAIN)

TABLE: Final[MappingProxyType[tuple[State, Step], State]] = MappingProxyType(
    {
        (State.PLANNED, Step.OPEN): State.FUNDING,
        (State.PLANNED, Step.GO_ON): State.FUNDING,
        (State.PLANNED, Step.DROP): State.VOID,
        (State.PLANNED, Step.AMEND): State.PLANNED,
        (State.FUNDING, Step.CLAIM_PAID): State.FUNDING,
        (State.FUNDING, Step.REJECT_CLAIM): State.FUNDING,
        (State.FUNDING, Step.DEPOSIT_SHORT): State.FUNDING,
        (State.FUNDING, Step.ASK_SHORTFALL): State.FUNDING,
        (State.FUNDING, Step.ACCEPT_SHORTFALL): State.IN_PROGRESS,
        (State.FUNDING, Step.FUND): State.IN_PROGRESS,
        (State.FUNDING, Step.CANCEL_FUNDING): State.VOID,
        (State.FUNDING, Step.FUNDING_LAPSES): State.VOID,
        (State.FUNDING, Step.AMEND): State.FUNDING,
        (State.IN_PROGRESS, Step.SUBMIT): State.SUBMITTED,
        (State.IN_PROGRESS, Step.WITHDRAW): State.REFUNDED,
        (State.IN_PROGRESS, Step.CANCEL_LATE): State.CANCELLING,
        (State.IN_PROGRESS, Step.CANCEL_FOR_FEE): State.CANCELLING,
        (State.IN_PROGRESS, Step.DORMANCY_NOTICE): State.IN_PROGRESS,
        (State.IN_PROGRESS, Step.DORMANT): State.REFUNDED,
        (State.IN_PROGRESS, Step.UNSERVED): State.DISPUTED,
        (State.IN_PROGRESS, Step.MORE_TIME): State.IN_PROGRESS,
        (State.IN_PROGRESS, Step.PAUSE): State.PAUSED,
        (State.IN_PROGRESS, Step.AMEND): State.IN_PROGRESS,
        (State.IN_PROGRESS, Step.AGREED_RELEASE): State.RELEASED,
        (State.IN_PROGRESS, Step.AGREED_REFUND): State.REFUNDED,
        (State.IN_PROGRESS, Step.AGREED_SPLIT): State.SPLIT,
        (State.IN_PROGRESS, Step.DISPUTE): State.DISPUTED,
        (State.CANCELLING, Step.OBJECT): State.DISPUTED,
        (State.CANCELLING, Step.SUBMIT_AGAINST): State.DISPUTED,
        (State.CANCELLING, Step.TAKE_BACK_CANCEL): State.IN_PROGRESS,
        (State.CANCELLING, Step.LATE_CANCEL_ENDS): State.REFUNDED,
        (State.CANCELLING, Step.FEE_CANCEL_ENDS): State.SPLIT,
        (State.CANCELLING, Step.UNSERVED): State.DISPUTED,
        (State.SUBMITTED, Step.APPROVE): State.RELEASED,
        (State.SUBMITTED, Step.REQUEST_CHANGES): State.REVISING,
        (State.SUBMITTED, Step.TAKE_BACK_FIRST): State.IN_PROGRESS,
        (State.SUBMITTED, Step.TAKE_BACK_REVISION): State.REVISING,
        (State.SUBMITTED, Step.SILENCE_RELEASES): State.RELEASED,
        (State.SUBMITTED, Step.SILENCE_ESCALATES): State.DISPUTED,
        (State.SUBMITTED, Step.UNSERVED): State.DISPUTED,
        (State.SUBMITTED, Step.RELEASE_PART): State.SUBMITTED,
        (State.SUBMITTED, Step.AMEND): State.SUBMITTED,
        (State.SUBMITTED, Step.AGREED_RELEASE): State.RELEASED,
        (State.SUBMITTED, Step.AGREED_REFUND): State.REFUNDED,
        (State.SUBMITTED, Step.AGREED_SPLIT): State.SPLIT,
        (State.SUBMITTED, Step.DISPUTE): State.DISPUTED,
        (State.REVISING, Step.APPROVE): State.RELEASED,
        (State.REVISING, Step.SUBMIT): State.SUBMITTED,
        (State.REVISING, Step.WITHDRAW): State.REFUNDED,
        (State.REVISING, Step.CONTEST): State.CONTESTED,
        (State.REVISING, Step.ABANDON): State.DISPUTED,
        (State.REVISING, Step.UNSERVED): State.DISPUTED,
        (State.REVISING, Step.FALLBACK_RELEASE): State.RELEASED,
        (State.REVISING, Step.FALLBACK_REFUND): State.REFUNDED,
        (State.REVISING, Step.FALLBACK_SPLIT): State.SPLIT,
        (State.REVISING, Step.RELEASE_PART): State.REVISING,
        (State.REVISING, Step.MORE_TIME): State.REVISING,
        (State.REVISING, Step.PAUSE): State.PAUSED,
        (State.REVISING, Step.AMEND): State.REVISING,
        (State.REVISING, Step.AGREED_RELEASE): State.RELEASED,
        (State.REVISING, Step.AGREED_REFUND): State.REFUNDED,
        (State.REVISING, Step.AGREED_SPLIT): State.SPLIT,
        (State.REVISING, Step.DISPUTE): State.DISPUTED,
        (State.DISPUTED, Step.DISPUTE_BACK_TO_WORK): State.IN_PROGRESS,
        (State.DISPUTED, Step.DISPUTE_BACK_TO_REVIEW): State.SUBMITTED,
        (State.DISPUTED, Step.DISPUTE_BACK_TO_REVISION): State.REVISING,
        (State.DISPUTED, Step.SETTLE_RELEASE): State.RELEASED,
        (State.DISPUTED, Step.SETTLE_REFUND): State.REFUNDED,
        (State.DISPUTED, Step.SETTLE_SPLIT): State.SPLIT,
        (State.PAUSED, Step.RESUME_WORK): State.IN_PROGRESS,
        (State.PAUSED, Step.RESUME_REVISION): State.REVISING,
        (State.PAUSED, Step.WITHDRAW): State.REFUNDED,
        (State.PAUSED, Step.AGREED_RELEASE): State.RELEASED,
        (State.PAUSED, Step.AGREED_REFUND): State.REFUNDED,
        (State.PAUSED, Step.AGREED_SPLIT): State.SPLIT,
        (State.PAUSED, Step.DISPUTE): State.DISPUTED,
        (State.CONTESTED, Step.CONTEST): State.CONTESTED,
        (State.CONTESTED, Step.DROP_POINT): State.CONTESTED,
        (State.CONTESTED, Step.MOVE_POINT): State.CONTESTED,
        (State.CONTESTED, Step.TAKE_BACK_CONTEST): State.REVISING,
        (State.CONTESTED, Step.POINTS_STAND): State.REVISING,
        (State.CONTESTED, Step.POINTS_GONE): State.SUBMITTED,
        (State.CONTESTED, Step.CONTEST_ENDS): State.DISPUTED,
        (State.CONTESTED, Step.APPROVE): State.RELEASED,
        (State.CONTESTED, Step.WITHDRAW): State.REFUNDED,
        (State.CONTESTED, Step.RELEASE_PART): State.CONTESTED,
        (State.CONTESTED, Step.AMEND): State.CONTESTED,
        (State.CONTESTED, Step.AGREED_RELEASE): State.RELEASED,
        (State.CONTESTED, Step.AGREED_REFUND): State.REFUNDED,
        (State.CONTESTED, Step.AGREED_SPLIT): State.SPLIT,
        (State.CONTESTED, Step.DISPUTE): State.DISPUTED,
        (State.DISPUTED, Step.RULE_RELEASE): State.RELEASED,
        (State.DISPUTED, Step.RULE_REFUND): State.REFUNDED,
        (State.DISPUTED, Step.RULE_SPLIT): State.SPLIT,
        (State.FUNDING, Step.REVERSE): State.FUNDING,
        (State.FUNDING, Step.REVERSAL_WON): State.FUNDING,
        (State.IN_PROGRESS, Step.REVERSE): State.FUNDING,
        **{(state, step): state for state in STOPPED for step in _OF_STOPPED},
        **{(state, Step.UNPAID_AGAIN): State.VOID for state in STOPPED},
        **{(state, Step.ORDER_RELEASE): State.RELEASED for state in State if state in HOLDING},
        **{(state, Step.ORDER_REFUND): State.REFUNDED for state in State if state in HOLDING},
    }
)
"""Every step there is. What is not here is refused."""


@dataclass(frozen=True, slots=True)
class Halt:
    """How a milestone stood when its clocks stopped `at`."""

    state: State
    at: datetime
    window: Window | None
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Milestone:
    """A milestone as it stands. Amounts are of one currency; `window` is its clock."""

    number: int
    state: State
    amount: Money
    seen: int
    held: Money
    waiting: Money
    released: Money
    fee: Money
    refunded: Money
    window: Window | None = None
    before: Window | None = None
    """The window as it was before a submission or a late cancel, while that can be taken back."""
    dormancy: Window | None = None
    due_at: datetime | None = None
    rail: str | None = None
    deposits: tuple[Deposit, ...] = ()
    claim: PaymentClaim | None = None
    shortfall_asked: bool = False
    submissions: tuple[Submission, ...] = ()
    taken_back: int = 0
    """Submissions that were taken back; their numbers are not used again."""
    rounds: tuple[Round, ...] = ()
    halt: Halt | None = None
    """While its clocks stand still: what it goes on from."""
    pauses: tuple[Pause, ...] = ()
    cancel_fee: Money | None = None
    """While it is cancelled for the agreed fee: what of the hold the freelancer then gets."""
    ended_at: datetime | None = None
    again: Money | None = None
    """What is to be paid for it once more: the bank took that back."""
    fund_by: Window | None = None  # until when, where the deal stands still for it
    funded_again: int = 0

    @classmethod
    def planned(cls, number: int, amount: Money) -> Milestone:
        """As it is agreed: nothing held, no clock."""
        none = Money(0, amount.currency)
        return cls(number, State.PLANNED, amount, 1, none, none, none, none, none)

    def take(self, step: Step) -> Milestone:
        """The milestone after `step`, its `seen` moved. Raises NotNow("wrong-state")."""
        to = TABLE.get((self.state, step))
        if to is None:
            raise NotNow("wrong-state", state=self.state.value, step=step.value)
        return replace(self, state=to, seen=self.seen + 1)

    def halted(self, step: Step, now: datetime) -> Milestone:
        """The milestone after `step`, no clock of it running; where it went on from is kept."""
        halt = self.halt or Halt(self.state, now, self.window, self.due_at)
        still = replace(self.take(step), halt=halt, window=None, dormancy=None, before=None)
        return replace(still, cancel_fee=None)

    def gone_on(self, step: Step, now: datetime, least: timedelta) -> Milestone:
        """The milestone after `step`, its clocks as they were, later by the halt.

        Nobody whose time was not over has less than `least`. Raises NotNow("wrong-state").
        """
        after, halt = replace(self.take(step), halt=None), self.halt
        if halt is None:
            return after
        stood, clock, due = now - halt.at, halt.window, halt.due_at
        if clock is not None:
            clock = clock.shifted(stood, None if clock.ended(halt.at) else now + least)
        if due is not None:
            due = due + stood if due <= halt.at else max(due + stood, now + least)
        rounds = self.rounds
        if after.state is State.REVISING and rounds and clock is not None:
            rounds = (*rounds[:-1], replace(rounds[-1], due_at=clock.ends_at))
        return replace(after, window=clock, due_at=due, rounds=rounds)

    @property
    def pause(self) -> Pause | None:
        """The one that lasts."""
        return self.pauses[-1] if self.state is State.PAUSED and self.pauses else None

    @property
    def stands(self) -> State:
        """Where the work stands, also while it is paused, or a point of a round is contested."""
        if self.state in (State.PAUSED, State.CONTESTED) and self.halt is not None:
            return self.halt.state
        return self.state

    @property
    def left_waiting(self) -> bool:
        """The freelancer waited for material last, and the client said nothing all the while."""
        last = self.pauses[-1] if self.pauses else None
        return last is not None and (last.why, last.end) == (PauseWhy.MATERIAL, PauseEnd.OVER)

    @property
    def unpaid(self) -> bool:
        """Nothing was paid for it, nor said to be."""
        begun = any(one.amount for one in self.deposits) or self.claim is not None
        return self.state is State.PLANNED or (self.state is State.FUNDING and not begun)

    @property
    def submission(self) -> Submission | None:
        """The last one handed in."""
        return self.submissions[-1] if self.submissions else None

    @property
    def due(self) -> datetime | None:
        """Until when the work, or the open round of changes, is to be handed in."""
        if self.state is State.REVISING:
            return None if self.window is None else self.window.ends_at
        return self.due_at

    @property
    def rounds_used(self) -> int:
        """Rounds that count against the agreed number."""
        return sum(1 for item in self.rounds if item.counts)

    @property
    def contested(self) -> tuple[Contest, ...]:
        """The points of the open round that the client is to answer for."""
        return self.rounds[-1].contested if self.state is State.CONTESTED else ()

    @property
    def ordered(self) -> Fallback | None:
        """Of the open round, where an arbiter ordered it: also while it is paused."""
        revising = self.stands is State.REVISING and self.rounds
        return self.rounds[-1].fallback if revising else None

    @property
    def fallback_share(self) -> Money | None:
        """The freelancer's of what is held, if nothing is handed in for an ordered round."""
        ordered = self.ordered
        return None if ordered is None else ordered.share(self.held, self.released + self.fee)

    @property
    def missing(self) -> Money:
        """What is still to arrive before it is funded."""
        return self.price - self.waiting

    @property
    def price(self) -> Money:
        """What is to arrive in all before it is funded, or funded again."""
        return self.amount if self.again is None else self.again

    @property
    def to_pay(self) -> bool:
        """Whether money that arrives is for it."""
        return self.state is State.FUNDING or (self.again is not None and not self.state.final)

    def deposit(self, rail: str, external_id: str) -> Deposit | None:
        """What was booked under this id, if it was: what was set aside and matched anew, last."""
        wanted = (rail, external_id)
        latest = reversed(self.deposits)
        return next((d for d in latest if (d.rail, d.external_id) == wanted), None)
