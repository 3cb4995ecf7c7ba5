"""Whatever people, arbiters, banks and the clock do, in any order and twice: money is conserved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from core.amending import (
    AcceptAmendment,
    AcceptProposal,
    AcceptSettlement,
    AdviseSettlement,
    AskMoreTime,
    AskPause,
    GiveMaterial,
    GrantMoreTime,
    MaterialIsThere,
    OfferSettlement,
    ProposeAmendment,
    ProposeEnd,
    RejectAmendment,
    RejectProposal,
    RejectSettlement,
    ResumeWork,
    SealFigure,
    UnsealFigure,
    WaitForMaterial,
    WithdrawAmendment,
    WithdrawProposal,
    WithdrawSettlement,
)
from core.amending.commands import AmendmentCommand, ProposalCommand
from core.approving import Approve, RefuseAsked, TakeBackAsked
from core.deadlines import deadlines_of
from core.deal.approval import ApprovalState
from core.deal.challenge import ChallengeGround
from core.deal.commands import Command, MilestoneCommand, SeenCommand
from core.deal.context import Context, Staff
from core.deal.deposit import Deposit
from core.deal.events import MilestoneEnded, MoneySettled, TransferKind
from core.deal.flag import FlagKind
from core.deal.four_eyes import open_in
from core.deal.milestone import HOLDING, Milestone, State
from core.deal.model import Deal, DealState, TransferState
from core.deal.offering import terms_being_edited
from core.deal.points import Item, ItemKind
from core.deal.proposal import IN_DISPUTE, Proposal, ProposalKind, ProposalState
from core.deal.reversal import ReversalState
from core.deal.ruling import Outcome, ReviewGround
from core.deal.stage import Stage
from core.deal.suspense import Suspense, SuspenseState
from core.deal.terms import Role
from core.disputing import (
    AcceptRuling,
    AddNothing,
    AskParty,
    AskReview,
    CallArbiter,
    ChallengeArbiter,
    Concede,
    HandOver,
    MakeStatement,
    OpenDispute,
    Recuse,
    Rule,
    SendBack,
    TakeBackDispute,
    TakeDispute,
    TakeOver,
    asked_of,
)
from core.drafting import DiscardEdits, Edit, EditTerms, RemoveMilestone, SetMilestone, SetRules
from core.ledger import FEE, asset, clearing, dispute, disputed, payable, receivable, suspense
from core.paying import (
    AcceptShortfall,
    AskLift,
    AskProof,
    AskShortfall,
    BookSuspense,
    BounceSuspense,
    CancelFunding,
    ClaimPaid,
    ClearPayer,
    ConfirmDeposit,
    ConfirmTransfer,
    CorrectDeposit,
    DropRest,
    FailTransfer,
    GoOn,
    LiftFlag,
    LoseReversal,
    MatchSuspense,
    OrderOutcome,
    RejectClaim,
    ReturnSuspense,
    ReturnTransfer,
    ReversalCommand,
    ReverseDeposit,
    SayArrived,
    SayNotArrived,
    SetFlag,
    WinReversal,
    at_bank,
)
from core.people import RateDeal
from core.talking import Say, WriteDiary
from core.values.errors import Refusal
from core.values.ids import DESK, RAIL, PersonId
from core.values.money import Money
from core.values.policy import OnSilence
from core.values.window import DeadlineKind
from core.views import turn_of
from core.working import (
    ApproveMilestone,
    CancelForFee,
    CancelLate,
    ContestPoint,
    DropPoint,
    MovePoint,
    ObjectToCancel,
    ReleasePart,
    RequestChanges,
    SubmitWork,
    TakeBackCancel,
    TakeBackContest,
    TakeBackSubmission,
    WithdrawWork,
)
from tests.kit.scene import (
    ARAM,
    BINA,
    BOTH,
    CARLOS,
    DAY,
    FILE,
    NOOR,
    REASONS,
    SAM,
    STAFF,
    TESS,
    Scene,
    at_once,
    with_policy,
    words,
)

COLLEAGUES = tuple(PersonId(n) for n in range(1011, 1015))
MANY = Staff(frozenset({ARAM, *COLLEAGUES}), frozenset({NOOR}), frozenset({TESS, COLLEAGUES[0]}))
"""A desk that does by two what one alone may not."""
MOSTLY_COLLEAGUES = st.sampled_from([*COLLEAGUES, ARAM, NOOR, TESS, CARLOS])
ANYBODY = st.sampled_from([BINA, CARLOS, ARAM, NOOR, TESS, SAM])
MOSTLY_PARTY = st.sampled_from([BINA, CARLOS, BINA, CARLOS, SAM, ARAM])
PARTY = st.sampled_from([BINA, CARLOS])
HOURS = st.sampled_from([1, 30, 24 * 8])
RARELY = st.sampled_from([False, False, False, True])
ANSWER: st.SearchStrategy[type[ProposalCommand] | None] = st.sampled_from(
    [AcceptProposal, AcceptProposal, RejectProposal, WithdrawProposal, None]
)
CHANGE_ANSWER: st.SearchStrategy[type[AmendmentCommand] | None] = st.sampled_from(
    [AcceptAmendment, AcceptAmendment, RejectAmendment, WithdrawAmendment, None]
)
MOST = 5
"""Milestones that a deal may come to."""
MINOR = st.integers(1, 400)
SIDE = {BINA: Role.FREELANCER, CARLOS: Role.CLIENT}
ONLY = {
    SubmitWork: {BINA},
    TakeBackSubmission: {BINA},
    ContestPoint: {BINA},
    TakeBackContest: {BINA},
    DropPoint: {CARLOS},
    MovePoint: {CARLOS},
    WithdrawWork: {BINA},
    ObjectToCancel: {BINA},
    AcceptShortfall: {BINA},
    ApproveMilestone: {CARLOS},
    RequestChanges: {CARLOS},
    ReleasePart: {CARLOS},
    CancelLate: {CARLOS},
    CancelForFee: {CARLOS},
    TakeBackCancel: {CARLOS},
    AskMoreTime: {BINA},
    GrantMoreTime: {CARLOS},
    ProposeEnd: {BINA, CARLOS},
    AcceptProposal: {BINA, CARLOS},
    RejectProposal: {BINA, CARLOS},
    WithdrawProposal: {BINA, CARLOS},
    RateDeal: {BINA, CARLOS},
    CallArbiter: {BINA, CARLOS},
    AddNothing: {BINA, CARLOS},
    ChallengeArbiter: {BINA, CARLOS},
    OfferSettlement: {BINA, CARLOS},
    AcceptSettlement: {BINA, CARLOS},
    RejectSettlement: {BINA, CARLOS},
    WithdrawSettlement: {BINA, CARLOS},
    AdviseSettlement: {ARAM, NOOR},
    SealFigure: {BINA, CARLOS},
    UnsealFigure: {BINA, CARLOS},
    ProposeAmendment: {BINA, CARLOS},
    AcceptAmendment: {BINA, CARLOS},
    RejectAmendment: {BINA, CARLOS},
    WithdrawAmendment: {BINA, CARLOS},
    ClaimPaid: {CARLOS},
    AskShortfall: {CARLOS},
    GoOn: {CARLOS},
    AskProof: {TESS},
    RejectClaim: {TESS},
    ConfirmDeposit: {TESS, COLLEAGUES[0], RAIL},
    ConfirmTransfer: {TESS, RAIL},
    ReturnTransfer: {TESS, RAIL},
    FailTransfer: {TESS, RAIL},
    SayArrived: {TESS, BINA, CARLOS},
    SayNotArrived: {BINA, CARLOS},
    MakeStatement: {BINA, CARLOS},
    TakeBackDispute: {BINA, CARLOS},
    Concede: {BINA, CARLOS},
    TakeDispute: {ARAM, NOOR, *COLLEAGUES},
    TakeOver: {NOOR},
    HandOver: {ARAM, NOOR},
    Recuse: {ARAM, NOOR},
    AskParty: {ARAM, NOOR},
    Rule: {ARAM, NOOR, *COLLEAGUES},
    SendBack: {ARAM, NOOR},
    AcceptRuling: {BINA, CARLOS},
    AskReview: {BINA, CARLOS},
    SetFlag: {ARAM, NOOR, TESS},
    AskLift: {ARAM, NOOR, TESS},
    LiftFlag: {ARAM, NOOR, TESS},
    Approve: {ARAM, NOOR, TESS, *COLLEAGUES},
    RefuseAsked: {ARAM, NOOR, TESS, *COLLEAGUES},
    TakeBackAsked: {ARAM, NOOR, TESS},
    ReverseDeposit: {TESS, COLLEAGUES[0], RAIL},
    WinReversal: {TESS, RAIL},
    LoseReversal: {TESS, RAIL},
    ClearPayer: {TESS},
    OrderOutcome: {ARAM, NOOR, TESS, *COLLEAGUES},
    BookSuspense: {TESS, COLLEAGUES[0]},
    CorrectDeposit: {TESS, COLLEAGUES[0]},
    MatchSuspense: {TESS, COLLEAGUES[0]},
    ReturnSuspense: {TESS, COLLEAGUES[0]},
    BounceSuspense: {TESS, COLLEAGUES[0]},
}
"""Who alone may ever succeed with a command."""


class Deals(RuleBasedStateMachine):
    """One deal of up to three milestones, and everything that may happen to it."""

    @initialize(
        prices=st.lists(st.integers(1, 300), min_size=1, max_size=3),
        releases=st.booleans(),
        fee=st.sampled_from([0, 1, 333, 1000]),
        funded=st.sampled_from(["play", "manual", ""]),
        to_cancel=st.sampled_from([0, 1, 33, 90]),
        least=st.sampled_from([10**9, 200, 1]),
        several=st.booleans(),
    )
    def agree(
        self,
        prices: list[int],
        releases: bool,
        fee: int,
        funded: str,
        to_cancel: int,
        least: int,
        several: bool,
    ) -> None:
        threshold = {"EUR": least}
        scene = with_policy(rails=BOTH, four_eyes_threshold=threshold, fee_bps=fee, min_reasons=10)
        self.scene = Scene(scene.policy, MANY if least < 10**9 else STAFF)
        silence = OnSilence.RELEASE if releases else OnSilence.ESCALATE
        texts = [str(Money(price, "EUR")) for price in prices]
        rules = SetRules(
            on_silence=silence,
            cancel_fee_percent=to_cancel,
            all_at_once=several and len(prices) > 1,
        )
        self.scene.agreed(*texts, rules=rules)
        self.externals: list[str] = []
        if funded:
            self.scene.pay(rail=funded)

    def attempt(self, command: Command) -> bool:
        """Do it, and once more with the same request: it happens once or not at all."""
        if self.scene.deal.terms.rules.all_at_once:
            self.scene.pass_time(timedelta(0))  # what fell due is not what this does
        before, stood = self.scene.store.rows.copy(), self.scene.deal
        request = f"m{next(self.scene.requests)}"
        try:
            at_once(self.scene.escrow.execute(command, request=request))
        except Refusal:
            # What fell due happens although the press was refused; the press itself adds nothing.
            after, self.scene.store.rows = self.scene.store.rows, before
            self.scene.pass_time(timedelta(0))
            assert after.entries == self.scene.store.rows.entries, "a refusal moves no money"
            return False
        allowed = ONLY.get(type(command))
        assert allowed is None or command.actor in allowed, f"{command.actor} did {command}"
        if isinstance(command, MilestoneCommand):
            self._answers_for_no_other(stood, command.milestone)
        entries = len(self.scene.store.entries)
        again = at_once(self.scene.escrow.execute(command, request=request))
        assert again.replayed
        assert len(self.scene.store.entries) == entries
        return True

    def _answers_for_no_other(self, stood: Deal, number: int) -> None:
        """Where all are open at once, no step on one of them moves another; a flag stops them."""
        after = self.scene.deal
        if not stood.terms.rules.all_at_once or after.frozen_at != stood.frozen_at:
            return
        for old, new in zip(stood.milestones, after.milestones, strict=True):
            assert new.number == number or _moves(new) == _moves(old)

    @precondition(lambda self: len(self.scene.deal.under_way) > 1)
    @rule(number=st.integers(1, MOST))
    def looks_at(self, number: int) -> None:
        """What comes next is about another of those that are open."""
        self.scene.focus = number

    @invariant()
    def all_are_open_where_that_is_agreed_and_else_one(self) -> None:
        deal = self.scene.deal
        planned = [m for m in deal.milestones if m.state is State.PLANNED]
        if deal.terms.rules.all_at_once:
            assert not planned
        else:
            assert len(deal.under_way) == (0 if deal.state.final else 1)

    def on(self, kind: type[SeenCommand], actor: PersonId, **rest: Any) -> bool:
        m = self.scene.m
        return self.attempt(
            kind(actor=actor, deal=self.scene.deal_id, milestone=m.number, seen=m.seen, **rest)
        )

    # money

    @rule(
        actor=st.sampled_from([RAIL, RAIL, TESS, SAM]), minor=MINOR, whole=st.booleans(),
        rail=st.sampled_from(["play", "play", "manual"]), again=st.booleans(), data=st.data(),
    )  # fmt: skip
    def deposit(
        self,
        actor: PersonId,
        minor: int,
        whole: bool,
        rail: str,
        again: bool,
        data: st.DataObject,
    ) -> None:
        m = self.scene.m
        amount = m.missing if whole and m.missing.minor > 0 else Money(minor, "EUR")
        known = again and self.externals
        external = (
            data.draw(st.sampled_from(self.externals)) if known else f"b{len(self.externals)}"
        )
        self.externals.append(external)
        self.attempt(
            ConfirmDeposit(
                actor=actor,
                deal=self.scene.deal_id,
                milestone=m.number,
                amount=amount,
                rail=rail,
                external_id=external,
                source="DE89",
            )
        )

    @rule(actor=ANYBODY)
    def claim_paid(self, actor: PersonId) -> None:
        self.on(ClaimPaid, actor, payer=words("C"), paid_on="x")

    @rule(actor=ANYBODY)
    def reject_claim(self, actor: PersonId) -> None:
        self.on(AskProof, actor)
        self.on(RejectClaim, actor)

    @rule(actor=ANYBODY)
    def shortfall(self, actor: PersonId) -> None:
        self.on(AskShortfall, actor)
        self.on(AcceptShortfall, actor, amount=self.scene.m.waiting)

    @rule(actor=PARTY, rare=st.integers(0, 4))
    def cancel_funding(self, actor: PersonId, rare: int) -> None:
        if rare == 0:
            self.on(CancelFunding, actor)

    @rule(actor=PARTY)
    def go_on_or_drop(self, actor: PersonId) -> None:
        if not self.on(GoOn, actor):
            self.on(DropRest, actor)

    @precondition(lambda self: self.scene.deal.transfers)
    @rule(actor=st.sampled_from([RAIL, TESS, SAM, BINA]), data=st.data())
    def transfer(self, actor: PersonId, data: st.DataObject) -> None:
        number = data.draw(st.integers(1, len(self.scene.deal.transfers)))
        deal = self.scene.deal_id
        stood = self.scene.deal.transfer(number)
        if data.draw(st.booleans()):
            sent = data.draw(st.sampled_from([None, stood.returns, 0]))
            failed = FailTransfer(
                actor=actor, deal=deal, transfer=number, why="returned", sent=sent
            )
            if self.attempt(failed):
                assert stood.on_its_way if sent is not None else stood.owed
        went = data.draw(st.sampled_from(["w0", f"w{self.scene.deal.transfer(number).returns}"]))
        self.attempt(ConfirmTransfer(actor=actor, deal=deal, transfer=number, external_id=went))
        if data.draw(RARELY):
            before = self.scene.deal.transfer(number)
            again = data.draw(st.sampled_from([before.returns, 0, 1]))
            said: dict[str, Any] = {"transfer": number, "returns": again, "words": words("closed")}
            if self.attempt(ReturnTransfer(actor=actor, deal=deal, **said)):
                assert before.state in (TransferState.SENT, TransferState.CONFIRMED)

    @precondition(lambda self: any(t.on_its_way for t in self.scene.deal.transfers))
    @rule(
        actor=st.sampled_from([TESS, BINA, BINA, CARLOS, CARLOS, SAM, RAIL]),
        there=st.booleans(),
        data=st.data(),
    )
    def what_became_of_it(self, actor: PersonId, there: bool, data: st.DataObject) -> None:
        waits = [t for t in self.scene.deal.transfers if t.on_its_way]
        sent = data.draw(st.sampled_from(waits))
        kind = SayArrived if there else SayNotArrived
        says: dict[str, Any] = {"transfer": sent.number, "returns": sent.returns}
        asset_before = self.scene.balance(asset(sent.rail))
        if self.attempt(kind(actor=actor, deal=self.scene.deal_id, **says)):
            assert actor == sent.person or (there and actor == TESS)
            left = asset_before - self.scene.balance(asset(sent.rail))
            assert left == (sent.amount.minor if there else 0)

    @invariant()
    def what_is_on_its_way_is_in_clearing_exactly(self) -> None:
        """And ends in the bank's account or the receiver's, once."""
        for t in self.scene.deal.transfers:
            refund = t.owed and t.kind is TransferKind.REFUND
            said = t.amount.minor if t.on_its_way or refund else 0
            assert self.scene.balance(clearing(t.kind, self.scene.deal_id, t.number)) == said
            assert t.on_its_way is (t.arrival is not None)
            assert not t.owed or t.sent_at is t.confirmed_at is None

    # money that matches nothing

    @rule(
        actor=st.sampled_from([TESS, TESS, COLLEAGUES[0], CARLOS]), minor=MINOR,
        whole=st.booleans(), again=RARELY, about=st.booleans(),
    )  # fmt: skip
    def statement_line(
        self, actor: PersonId, minor: int, whole: bool, again: bool, about: bool
    ) -> None:
        known = again and self.externals
        external = self.externals[-1] if known else f"b{len(self.externals)}"
        self.externals.append(external)
        missing = self.scene.m.missing
        self.attempt(
            BookSuspense(
                actor=actor,
                amount=missing if whole and missing.minor > 0 else Money(minor, "EUR"),
                rail="manual",
                external_id=external,
                source="DE89",
                value_on="2026-01-05",
                about=self.scene.deal_id if about else None,
            )
        )

    @precondition(lambda self: self.suspense)
    @rule(actor=st.sampled_from([TESS, TESS, COLLEAGUES[0], ARAM]), data=st.data())
    def matched(self, actor: PersonId, data: st.DataObject) -> None:
        item = data.draw(st.sampled_from(self.suspense))
        m, ended = self.scene.m, self.scene.deal.state
        on: dict[str, Any] = {"deal": self.scene.deal_id, "milestone": m.number}
        if self.attempt(MatchSuspense(actor=actor, item=item.id, **on)):
            assert item.state is SuspenseState.OPEN
            assert m.to_pay
            assert not ended.final

    @precondition(lambda self: self.suspense)
    @rule(
        actor=st.sampled_from([TESS, TESS, COLLEAGUES[0], ARAM]), late=RARELY, bounces=RARELY,
        data=st.data(),
    )  # fmt: skip
    def sent_back(self, actor: PersonId, late: bool, bounces: bool, data: st.DataObject) -> None:
        item = data.draw(st.sampled_from(self.suspense))
        on: dict[str, Any] = {"item": item.id, "seen": item.seen - late}
        kind = BounceSuspense if bounces else ReturnSuspense
        if self.attempt(kind(actor=actor, **on)):
            assert not late

    @property
    def suspense(self) -> list[Suspense]:
        return [*self.scene.store.rows.suspense.values()]

    @property
    def in_suspense(self) -> int:
        open_ = (item for item in self.suspense if item.state is SuspenseState.OPEN)
        return sum(item.amount.minor for item in open_)

    @invariant()
    def nothing_large_is_sent_back_out_of_suspense_by_one_person(self) -> None:
        least = self.scene.policy.four_eyes_threshold["EUR"]
        for item in self.suspense:
            assert (item.alarm_at is None) is (item.state is not SuspenseState.OPEN)
            if item.state is SuspenseState.RETURNED and item.amount.minor >= least:
                assert item.second not in (None, item.closed_by)

    # what was booked wrongly

    @precondition(lambda self: any(m.deposits for m in self.scene.deal.milestones))
    @rule(
        actor=st.sampled_from([TESS, TESS, COLLEAGUES[0], ARAM, CARLOS]), minor=MINOR,
        nothing=st.booleans(), aside=st.booleans(), late=RARELY, data=st.data(),
    )  # fmt: skip
    def corrected(
        self,
        actor: PersonId,
        minor: int,
        nothing: bool,
        aside: bool,
        late: bool,
        data: st.DataObject,
    ) -> None:
        known = [(m, d) for m in self.scene.deal.milestones for d in m.deposits]
        known = [each for each in known if each[1].confirmed_by != RAIL] or known
        m, deposit = data.draw(st.sampled_from(known))
        command = CorrectDeposit(
            actor=actor,
            deal=self.scene.deal_id,
            milestone=m.number,
            rail=deposit.rail,
            deposit=deposit.external_id,
            corrections=len(deposit.corrected) - late,
            amount=Money(0 if nothing else minor, "EUR"),
            words=words("the wrong line"),
            aside=aside,
        )
        if self.attempt(command):
            assert deposit.confirmed_by != RAIL
            assert not late
            after = self.scene.deal.milestone(m.number)
            assert (after.released, after.fee, after.submissions) == (
                m.released,
                m.fee,
                m.submissions,
            ), "what rests on it stays"
            assert m.state in (after.state, State.IN_PROGRESS, State.FUNDING)

    # orders

    @precondition(lambda self: self.scene.deal.standing and self.scene.m.held)
    @rule(by=MOSTLY_COLLEAGUES, second=MOSTLY_COLLEAGUES, to=st.sampled_from(Role), rare=RARELY)
    def ordered_by_law(self, by: PersonId, second: PersonId, to: Role, rare: bool) -> None:
        flag, before = self.scene.deal.standing[0], self.scene.m
        on: dict[str, Any] = {"deal": self.scene.deal_id, "milestone": before.number}
        said: dict[str, Any] = {"document": FILE, "words": words("by law"), "held": before.held}
        command = OrderOutcome(actor=by, flag=flag.number, to=to, **said, **on)
        if not rare or not self.attempt(command):
            return
        assert flag.kind in (FlagKind.LEGAL, FlagKind.FRAUD)
        assert self.scene.m == before, "one person alone moves nothing"
        waits = open_in(self.scene.deal)[-1]
        mark = waits.fingerprint(self.scene.deal_id)
        yes = Approve(
            actor=second, deal=self.scene.deal_id, approval=waits.number, fingerprint=mark
        )
        if self.attempt(yes):
            assert second != by
            after = self.scene.deal.milestone(before.number)
            got = after.released + after.fee - before.released - before.fee
            assert got == (before.held if to is Role.FREELANCER else Money(0, "EUR"))
            assert after.state in (State.RELEASED, State.REFUNDED)

    # banks

    @precondition(lambda self: any(m.deposits for m in self.scene.deal.milestones))
    @rule(
        actor=st.sampled_from([RAIL, RAIL, TESS, SAM]), minor=MINOR, whole=st.booleans(),
        again=RARELY, rare=st.integers(0, 2), data=st.data(),
    )  # fmt: skip
    def bank_takes_back(
        self,
        actor: PersonId,
        minor: int,
        whole: bool,
        again: bool,
        rare: int,
        data: st.DataObject,
    ) -> None:
        if rare:
            return
        paid = [(m, d) for m in self.scene.deal.milestones for d in m.deposits]
        m, deposit = data.draw(st.sampled_from(paid))
        known = [one.external_id for one in self.scene.deal.reversals]
        kept = m.released
        self.attempt(
            ReverseDeposit(
                actor=actor,
                deal=self.scene.deal_id,
                milestone=m.number,
                rail=deposit.rail,
                deposit=deposit.external_id,
                external_id=known[-1] if again and known else f"r{len(known)}",
                amount=deposit.amount if whole else Money(minor, "EUR"),
                words=words("recalled"),
            )
        )
        assert self.scene.deal.milestone(m.number).released == kept, "what was released stays so"

    @precondition(lambda self: self.scene.deal.reversals)
    @rule(
        actor=st.sampled_from([RAIL, TESS, SAM, BINA]),
        kind=st.sampled_from([WinReversal, LoseReversal, LoseReversal, ClearPayer]),
        data=st.data(),
    )
    def bank_decides(
        self, actor: PersonId, kind: type[ReversalCommand], data: st.DataObject
    ) -> None:
        one = data.draw(st.sampled_from(self.scene.deal.reversals))
        said: dict[str, Any] = {"reversal": one.number, "words": words("so it is")}
        self.attempt(kind(actor=actor, deal=self.scene.deal_id, **said))

    @invariant()
    def what_a_bank_has_stands_on_an_account_of_its_own(self) -> None:
        deal = self.scene.deal
        for one in deal.reversals:
            open_ = one.state is ReversalState.OPEN
            assert one.amount == one.refunded + one.taken + one.beyond
            found = self.scene.balance(dispute(deal.id, one.number))
            assert found == (one.taken.minor if open_ else 0)
        waits = [one for one in deal.reversals if one.state is ReversalState.OPEN]
        rails = sum(self.scene.balance(disputed(rail)) for rail in ("play", "manual"))
        assert rails == sum(one.taken.minor for one in waits)
        owed = sum(one.beyond.minor for one in waits)
        assert self.scene.balance(receivable(CARLOS)) == owed

    # by two

    @precondition(lambda self: self.scene.m.state is State.FUNDING)
    @rule(by=st.sampled_from([TESS, TESS, COLLEAGUES[0]]), minor=MINOR, whole=st.booleans())
    def by_hand(self, by: PersonId, minor: int, whole: bool) -> None:
        m, external = self.scene.m, f"b{len(self.externals)}"
        self.externals.append(external)
        self.attempt(
            ConfirmDeposit(
                actor=by,
                deal=self.scene.deal_id,
                milestone=m.number,
                amount=m.missing if whole else Money(minor, "EUR"),
                rail=m.rail or "manual",
                external_id=external,
                source="DE89",
            )
        )

    @precondition(lambda self: bool(open_in(self.scene.deal)))
    @rule(actor=MOSTLY_COLLEAGUES, back=RARELY, no=RARELY)
    def second_look(self, actor: PersonId, back: bool, no: bool) -> None:
        waits = open_in(self.scene.deal)[0]
        on: dict[str, Any] = {"deal": self.scene.deal_id, "approval": waits.number}
        if back:
            if self.attempt(TakeBackAsked(actor=actor, **on)):
                assert actor == waits.by
        elif no:
            before, mark = self.scene.deal, waits.fingerprint(self.scene.deal_id)
            said = words("not on my statement")
            if self.attempt(RefuseAsked(actor=actor, fingerprint=mark, words=said, **on)):
                assert actor != waits.by
                assert self.scene.deal.milestones == before.milestones, "nothing of it is done"
        elif self.attempt(
            Approve(actor=actor, fingerprint=waits.fingerprint(self.scene.deal_id), **on)
        ):
            assert actor != waits.by

    @invariant()
    def no_deposit_from_the_threshold_on_is_of_one_person(self) -> None:
        deal, least = self.scene.deal, self.scene.policy.four_eyes_threshold["EUR"]
        days: Counter[date] = Counter()
        booked = [
            line
            for m in deal.milestones
            for deposit in m.deposits
            if deposit.confirmed_by != RAIL and deposit.rail == "manual"
            for line in _said_of(deposit)
        ]
        for at, minor, by, second in sorted(booked, key=lambda line: line[0]):
            days[at.date()] += minor
            assert second not in (None, by) or days[at.date()] < least

    @invariant()
    def nothing_from_the_threshold_on_leaves_by_one_person(self) -> None:
        deal, least = self.scene.deal, self.scene.policy.four_eyes_threshold["EUR"]
        approved = [one for one in deal.approvals if one.state is ApprovalState.APPROVED]
        assert all(one.second not in (None, one.by) for one in approved)
        banks = {one.external_id for one in deal.reversals}
        by_two = {one.transfer.transfer for one in approved if one.transfer is not None}
        for transfer in deal.transfers:
            by_hand = transfer.left_by not in (None, RAIL) and transfer.rail == "manual"
            by_hand = by_hand and transfer.external_id not in banks
            assert not by_hand or transfer.amount.minor < least or transfer.number in by_two
        for case in deal.disputes:
            real = deal.milestone(case.milestone).rail == "manual"
            for made in (*case.overturned, *([case.ruling] if case.ruling else [])):
                large = (made.to_freelancer + made.to_client).minor >= least
                assert not (real and large) or made.approved_by not in (None, made.by)

    # work

    @rule(actor=PARTY)
    def submit(self, actor: PersonId) -> None:
        m = self.scene.m
        items = m.rounds[-1].asked if m.state is State.REVISING else ()
        answers = tuple(words("a") for _ in items)
        criteria = self.scene.deal.terms.milestones[m.number - 1].criteria
        notes = tuple(words(str(place)) for place, _ in enumerate(criteria))
        self.on(SubmitWork, actor, files=(FILE,), notes=notes, answers=answers)

    @rule(actor=PARTY)
    def take_back(self, actor: PersonId) -> None:
        self.on(TakeBackSubmission, actor)

    @rule(actor=PARTY)
    def approve(self, actor: PersonId) -> None:
        m = self.scene.m
        number = m.submission.number if m.submission else 0
        self.on(ApproveMilestone, actor, submission=number, amount=m.held)

    @rule(actor=PARTY, kinds=st.lists(st.sampled_from(ItemKind), min_size=1, max_size=3))
    def request_changes(self, actor: PersonId, kinds: list[ItemKind]) -> None:
        before = self.scene.deal
        items = tuple(Item(kind, words("x"), 0) for kind in kinds)
        if self.on(RequestChanges, actor, items=items):
            after, number = self.scene.deal, before.current.number if before.current else 0
            opened = len(after.milestone(number).rounds) - len(before.milestone(number).rounds)
            assert opened == (set(kinds) != {ItemKind.EXTRA})
            assert after.terms == before.terms, "something extra is not agreed by asking for it"
            assert bool(after.changing) or ItemKind.EXTRA not in kinds

    @rule(actor=PARTY, item=st.integers(0, 2))
    def contest(self, actor: PersonId, item: int) -> None:
        before = self.scene.m
        if self.on(ContestPoint, actor, item=item, words=words("no")):
            after = self.scene.m
            assert (after.state, after.held) == (State.CONTESTED, before.held)
            assert after.contested[-1].item == item

    @precondition(lambda self: self.scene.m.state is State.CONTESTED)
    @rule(actor=PARTY, item=st.integers(0, 2), drops=st.booleans(), apart=st.booleans())
    def answer_a_contest(self, actor: PersonId, item: int, drops: bool, apart: bool) -> None:
        before = self.scene.m
        more = {} if drops else {"apart": apart}
        if self.on(DropPoint if drops else MovePoint, actor, item=item, **more):
            after = self.scene.m
            assert after.held == before.held
            assert item not in after.rounds[-1].places
            left = before.rounds[-1].places
            gone = len(left) == 1
            waits = len(before.contested) > 1
            wanted = State.CONTESTED if waits else State.SUBMITTED if gone else State.REVISING
            assert after.state is wanted

    @precondition(lambda self: self.scene.m.state is State.CONTESTED)
    @rule(actor=PARTY)
    def take_a_contest_back(self, actor: PersonId) -> None:
        before, now = self.scene.m, self.scene.clock.now()
        if self.on(TakeBackContest, actor):
            assert before.halt is not None
            assert before.halt.window is not None
            after = self.scene.m
            assert after.window is not None
            had = before.halt.window.ends_at - before.halt.at
            assert (after.state, after.held) == (State.REVISING, before.held)
            assert after.window.ends_at - now == had

    @rule(actor=PARTY, minor=MINOR)
    def release_part(self, actor: PersonId, minor: int) -> None:
        self.on(ReleasePart, actor, amount=Money(minor, "EUR"))

    @rule(actor=PARTY, rare=st.integers(0, 4))
    def withdraw(self, actor: PersonId, rare: int) -> None:
        if rare == 0:
            self.on(WithdrawWork, actor, amount=self.scene.m.held)

    @rule(actor=PARTY)
    def late(self, actor: PersonId) -> None:
        self.on(CancelLate, actor)

    @rule(actor=PARTY, over=RARELY)
    def cancels_for_the_fee(self, actor: PersonId, over: bool) -> None:
        held = self.scene.m.held
        shown = held + Money(1, held.currency) if over else held
        granted = self.scene.deal.terms.rules.cancel_fee_percent
        if self.on(CancelForFee, actor, amount=shown):
            assert granted
            assert self.scene.m.cancel_fee
            assert not over
            assert self.scene.m.held == held

    @rule(actor=PARTY)
    def answer_the_cancel(self, actor: PersonId) -> None:
        if not self.on(TakeBackCancel, actor):
            self.on(ObjectToCancel, actor, words=words("no"))

    @rule(actor=PARTY)
    def stir(self, actor: PersonId) -> None:
        self.attempt(Say(actor=actor, deal=self.scene.deal_id, words=words("hello")))
        self.attempt(WriteDiary(actor=actor, deal=self.scene.deal_id, words=words("worked")))

    # proposals

    @precondition(lambda self: self.scene.m.held)
    @rule(actor=PARTY, hours=HOURS, asks=st.booleans(), answer=ANSWER, by=MOSTLY_PARTY)
    def more_time(
        self,
        actor: PersonId,
        hours: int,
        asks: bool,
        answer: type[ProposalCommand] | None,
        by: PersonId,
    ) -> None:
        before, more = self.scene.m, timedelta(hours=hours)
        if not self.on(AskMoreTime if asks else GrantMoreTime, actor, more=more):
            return
        if not asks:
            assert _due(self.scene.m) >= _due(before) + more
        elif answer is not None:
            self._answer(answer, by, self.scene.deal.proposals[-1], before.number)

    @precondition(lambda self: self.scene.m.held)
    @rule(actor=PARTY, share=st.integers(0, 100), over=RARELY, answer=ANSWER, by=MOSTLY_PARTY)
    def end_by_agreement(
        self,
        actor: PersonId,
        share: int,
        over: bool,
        answer: type[ProposalCommand] | None,
        by: PersonId,
    ) -> None:
        held = self.scene.m.held
        part = Money(held.minor * share // 100, held.currency)
        shown = held + Money(1, held.currency) if over else held
        number = self.scene.m.number
        if self.on(ProposeEnd, actor, to_freelancer=part, held=shown):
            assert not over
            if answer is not None:
                self._answer(answer, by, self.scene.deal.proposals[-1], number)

    @precondition(lambda self: self.scene.m.held)
    @rule(actor=PARTY, hours=HOURS, answer=ANSWER, by=MOSTLY_PARTY)
    def pause(
        self, actor: PersonId, hours: int, answer: type[ProposalCommand] | None, by: PersonId
    ) -> None:
        number = self.scene.m.number
        asked = self.on(AskPause, actor, length=timedelta(hours=hours))
        if asked and answer is not None:
            self._answer(answer, by, self.scene.deal.proposals[-1], number)

    @rule(actor=PARTY)
    def wait_for_material(self, actor: PersonId) -> None:
        before = self.scene.m
        if self.on(WaitForMaterial, actor, words=words("the logo")):
            assert (actor, self.scene.m.held) == (BINA, before.held)

    @precondition(lambda self: self.scene.m.state is State.PAUSED)
    @rule(actor=PARTY, kind=st.sampled_from([GiveMaterial, MaterialIsThere, ResumeWork]))
    def pause_ends(self, actor: PersonId, kind: type[SeenCommand]) -> None:
        before, now = self.scene.m, self.scene.clock.now()
        said = {"words": words("here")} if kind is GiveMaterial else {}
        if self.on(kind, actor, **said):
            assert before.halt is not None
            assert before.halt.window is not None
            after = self.scene.m
            assert after.window is not None
            had = before.halt.window.ends_at - before.halt.at
            assert after.window.ends_at - now >= had
            assert (after.state, after.held) == (before.halt.state, before.held)

    @rule(
        actor=PARTY, which=st.integers(1, 5), price=MINOR,
        how=st.sampled_from(["less", "days", "criteria", "drop", "add", "add"]),
        sends=st.sampled_from([True, True, True, False]), answer=CHANGE_ANSWER, by=MOSTLY_PARTY,
    )  # fmt: skip
    def other_terms(
        self,
        actor: PersonId,
        which: int,
        price: int,
        how: str,
        sends: bool,
        answer: type[AmendmentCommand] | None,
        by: PersonId,
    ) -> None:
        self.scene.pass_time(timedelta(0))  # what fell due is not what the asking did
        deal, last = self.scene.deal, len(self.scene.deal.milestones)
        number = last + 1 if how == "add" else 1 + which % last
        money, length = Money(price, "EUR"), (1 + price % 12) * DAY
        one = (words("one thing", f"s{price}"),)
        edits: dict[str, Edit] = {
            "less": SetMilestone(number, amount=money),
            "days": SetMilestone(number, duration=length),
            "criteria": SetMilestone(number, criteria=one),
            "drop": RemoveMilestone(number),
            "add": SetMilestone(number, words(f"Part {number}"), money, length, one),
        }
        if last < MOST or how != "add":
            self.attempt(EditTerms(actor=actor, deal=deal.id, edits=(edits[how],)))
        shown = terms_being_edited(self.scene.deal, actor).fingerprint(0)
        if sends and self.attempt(ProposeAmendment(actor=actor, deal=deal.id, shown=shown)):
            assert self.scene.deal.milestones == deal.milestones, "asking alone moves nothing"
            if answer is not None:
                self._answer_change(answer, by, self.scene.deal.proposals[-1])
        elif sends:
            self.attempt(DiscardEdits(actor=actor, deal=deal.id))

    @precondition(lambda self: self.scene.deal.amendment)
    @rule(actor=MOSTLY_PARTY, kind=CHANGE_ANSWER.filter(bool))
    def answer_change(self, actor: PersonId, kind: type[AmendmentCommand]) -> None:
        made = self.scene.deal.amendment
        assert made is not None
        self._answer_change(kind, actor, made)

    def _answer_change(self, kind: type[AmendmentCommand], actor: PersonId, made: Proposal) -> None:
        before = self.scene.deal
        if not self.attempt(kind(actor=actor, deal=before.id, proposal=made.number)):
            return
        after = self.scene.deal
        assert (actor == made.by) is (kind is WithdrawAmendment)
        if after.proposal(made.number).state is not ProposalState.ACCEPTED:
            assert (after.terms, after.milestones) == (before.terms, before.milestones)
            return
        assert (kind, after.terms) == (AcceptAmendment, made.terms)
        for old, new in zip(before.milestones, after.milestones, strict=False):
            assert new.released == old.released, "nobody is paid by it"
            assert new.held + new.refunded == old.held + old.refunded
            assert new.amount <= old.amount or old.unpaid

    @precondition(lambda self: self.proposals_of_milestones())
    @rule(actor=MOSTLY_PARTY, data=st.data(), kind=ANSWER.filter(bool))
    def answer(self, actor: PersonId, kind: type[ProposalCommand], data: st.DataObject) -> None:
        made = data.draw(st.sampled_from(self.proposals_of_milestones()[-2:]))
        milestone = data.draw(st.sampled_from([made.milestone, self.scene.m.number]))
        self._answer(kind, actor, made, milestone)

    def proposals_of_milestones(self) -> list[Proposal]:
        return [p for p in self.scene.deal.proposals if p.kind is not ProposalKind.TERMS]

    def _answer(
        self, kind: type[ProposalCommand], actor: PersonId, made: Proposal, milestone: int
    ) -> None:
        before = self.scene.deal.milestone(made.milestone)
        names: dict[str, Any] = {"milestone": milestone, "proposal": made.number}
        if self.attempt(kind(actor=actor, deal=self.scene.deal_id, **names)):
            assert (actor == made.by) is (kind is WithdrawProposal)
            assert milestone == made.milestone
            self._came_of_it(made, before)

    def _came_of_it(self, made: Proposal, before: Milestone) -> None:
        after = self.scene.deal.milestone(made.milestone)
        state = self.scene.deal.proposal(made.number).state
        if made.kind is ProposalKind.END and state is ProposalState.ACCEPTED:
            assert made.to_freelancer is not None
            gone = after.released + after.fee - before.released - before.fee
            assert (after.state.final, gone) == (True, made.to_freelancer)
        elif made.kind is ProposalKind.PAUSE and state is ProposalState.ACCEPTED:
            assert (after.state, after.held) == (State.PAUSED, before.held)
        else:
            assert (after.state, after.held) == (before.state, before.held)

    # dispute

    @rule(actor=PARTY, share=st.integers(0, 100))
    def dispute(self, actor: PersonId, share: int) -> None:
        held = self.scene.m.held
        sought = Money(held.minor * share // 100, held.currency)
        self.on(OpenDispute, actor, reason=words("why"), sought=sought)

    @rule(actor=MOSTLY_PARTY, share=st.integers(0, 100))
    def state_side(self, actor: PersonId, share: int) -> None:
        m = self.scene.m
        at: dict[str, Any] = {"deal": self.scene.deal_id, "milestone": m.number}
        sought = Money(m.held.minor * share // 100, m.held.currency)
        self.attempt(MakeStatement(actor=actor, words=words("mine"), sought=sought, **at))

    @rule(actor=MOSTLY_PARTY, gives=RARELY, over=RARELY)
    def end_the_dispute(self, actor: PersonId, gives: bool, over: bool) -> None:
        before, deal = self.scene.m, self.scene.deal
        asked = asked_of(deal, before, actor) or Money(0, "EUR")
        shown = asked + Money(1, "EUR") if over else asked
        if gives and self.on(Concede, actor, sought=shown, held=before.held):
            after = self.scene.deal.milestone(before.number)
            got = after.released + after.fee - before.released - before.fee
            theirs = got if actor == CARLOS else before.held - got
            assert (theirs, over) == (asked, False)
        elif self.on(TakeBackDispute, actor):
            after, halt = self.scene.m, before.halt
            assert halt is not None
            assert (after.state, after.held) == (halt.state, before.held)

    @precondition(lambda self: self.scene.state() is State.DISPUTED)
    @rule(actor=ANYBODY, share=st.integers(0, 100), over=RARELY)
    def offer(self, actor: PersonId, share: int, over: bool) -> None:
        m, deal = self.scene.m, self.scene.deal
        part = Money(m.held.minor * share // 100, m.held.currency)
        shown = m.held + Money(1, "EUR") if over else m.held
        waits = deal.open_proposal(m.number, ProposalKind.SETTLE)
        counters = 0 if waits is None else waits.number
        terms: dict[str, Any] = {"to_freelancer": part, "held": shown}
        if self.on(OfferSettlement, actor, counters=counters, **terms):
            assert not over
            left = [p for p in self.scene.deal.proposals if p.state is ProposalState.OPEN]
            assert sum(p.kind is ProposalKind.SETTLE for p in left) == 1
        at: dict[str, Any] = {"deal": self.scene.deal_id, "milestone": m.number}
        self.attempt(AdviseSettlement(actor=actor, **terms, **at))

    @precondition(lambda self: self.proposals_of_milestones())
    @rule(
        actor=MOSTLY_PARTY,
        kind=st.sampled_from(
            [AcceptSettlement, AcceptSettlement, RejectSettlement, WithdrawSettlement]
        ),
        data=st.data(),
    )
    def answer_offer(
        self, actor: PersonId, kind: type[ProposalCommand], data: st.DataObject
    ) -> None:
        made = data.draw(st.sampled_from(self.proposals_of_milestones()[-2:]))
        before = self.scene.deal.milestone(made.milestone)
        names: dict[str, Any] = {"milestone": made.milestone, "proposal": made.number}
        if not self.attempt(kind(actor=actor, deal=self.scene.deal_id, **names)):
            return
        assert (actor == made.by) is (kind is WithdrawSettlement)
        after = self.scene.deal.milestone(made.milestone)
        now = self.scene.deal.proposal(made.number)
        if now.state is ProposalState.ACCEPTED:
            gone = after.released + after.fee - before.released - before.fee
            assert (after.state.final, gone) == (True, made.to_freelancer)
        else:
            assert (after.state, after.held) == (before.state, before.held)
            assert kind is not AcceptSettlement or now.agreed == (actor,)

    @precondition(lambda self: self.scene.state() is State.DISPUTED)
    @rule(actor=MOSTLY_PARTY, share=st.integers(0, 100), back=RARELY)
    def seal(self, actor: PersonId, share: int, back: bool) -> None:
        m, deal = self.scene.m, self.scene.deal
        figure = Money(m.held.minor * share // 100, m.held.currency)
        if back:
            self.on(UnsealFigure, actor)
        elif self.on(SealFigure, actor, figure=figure, held=m.held):
            theirs = deal.sealed_by(m.number, deal.other(actor))
            after = self.scene.deal.milestone(m.number)
            got = after.released + after.fee - m.released - m.fee
            if after.state.final:
                assert theirs is not None
                assert theirs.figure is not None
                low, high = sorted((figure, theirs.figure))
                assert low <= got <= high
            else:
                assert after == m

    @precondition(lambda self: self.scene.state() is State.DISPUTED)
    @rule(actor=ANYBODY, nothing=st.booleans(), both=st.booleans())
    def to_arbiter(self, actor: PersonId, nothing: bool, both: bool) -> None:
        """Alone, or the two as soon as they can; no desk has it before, nor any clock of its."""
        m, before = self.scene.m, self.scene.case
        at: dict[str, Any] = {"deal": self.scene.deal_id, "milestone": m.number}
        for person in (BINA, CARLOS) if both else (actor,):
            if both and before.statement_of(person) is None:
                said: dict[str, Any] = {"words": words("mine"), "sought": m.held}
                self.attempt(MakeStatement(actor=person, **said, **at))
        for person in (BINA, CARLOS) if both else (actor,):
            self.attempt(CallArbiter(actor=person, **at))
            case = self.scene.case
            stood: dict[str, Any] = {"said": len(case.statements), "filed": len(case.evidence)}
            if nothing:
                self.attempt(AddNothing(actor=person, **stood, **at))
        assert self.scene.m.held == m.held

    @invariant()
    def no_desk_before_an_arbiter_is_called(self) -> None:
        for case in self.scene.deal.disputes:
            if case.stage.between_them:
                assert (case.desk_clock, case.arbiter, case.ruling) == (None, None, None)

    @precondition(lambda self: self.scene.state() is State.DISPUTED)
    @rule(actor=ANYBODY, ground=st.sampled_from(ChallengeGround), told=st.booleans())
    def challenge(self, actor: PersonId, ground: ChallengeGround, told: bool) -> None:
        """Once a side; whoever is challenged has it no more, nor ever again."""
        self.scene.pass_time(timedelta(0))  # who was assigned meanwhile is the one they mean
        m, before = self.scene.m, self.scene.case
        clock = before.challenge_by
        since = clock.opened_at if clock is not None and told else self.scene.clock.now()
        at: dict[str, Any] = {"deal": self.scene.deal_id, "milestone": m.number}
        why: dict[str, Any] = {"ground": ground, "words": words("cousins")}
        if self.attempt(ChallengeArbiter(actor=actor, taken_at=since, **why, **at)):
            after = self.scene.case
            assert (after.stage, self.scene.m) == (before.stage, m)
            assert not before.challenged_by(actor)
            assert before.arbiter in after.recused
            assert after.arbiter not in (None, *after.recused)

    @rule(actor=ANYBODY, over=st.booleans())
    def take(self, actor: PersonId, over: bool) -> None:
        kind = TakeOver if over else TakeDispute
        self.attempt(kind(actor=actor, deal=self.scene.deal_id, milestone=self.scene.m.number))

    @rule(actor=ANYBODY, recuse=st.booleans())
    def give_up(self, actor: PersonId, recuse: bool) -> None:
        kind = Recuse if recuse and actor == ARAM else HandOver
        self.attempt(kind(actor=actor, deal=self.scene.deal_id, milestone=self.scene.m.number))

    @rule(
        actor=ANYBODY,
        outcome=st.sampled_from(Outcome),
        bps=st.integers(0, 10_000),
        days=st.integers(0, 40),
    )
    def decide(self, actor: PersonId, outcome: Outcome, bps: int, days: int = 1) -> None:
        m = self.scene.m
        share, _ = m.held.share(bps)
        self.attempt(
            Rule(
                actor=actor,
                deal=self.scene.deal_id,
                milestone=m.number,
                outcome=outcome,
                held=m.held,
                reasons=words(REASONS),
                to_freelancer=share,
                more=days * DAY,
                points=(Item(ItemKind.DEFECT, words("what is missing"), 0),) if days else (),
            )
        )

    # after the end

    @rule(actor=MOSTLY_PARTY, stars=st.integers(0, 6), by=st.none() | MOSTLY_PARTY)
    def rate(self, actor: PersonId, stars: int, by: PersonId | None) -> None:
        """By one, or by two at once."""
        before = self.scene.deal
        for person in (actor, by):
            if person is not None:
                command = RateDeal(actor=person, deal=before.id, stars=stars)
                done = self.attempt(command)
                assert not done or (before.state.final and 1 <= stars <= 5)

    @precondition(lambda self: self.scene.m.state is State.DISPUTED)
    @rule(actor=ANYBODY, minor=st.integers(0, 1), ground=st.sampled_from(ReviewGround))
    def after_a_ruling(self, actor: PersonId, minor: int, ground: ReviewGround) -> None:
        m, case = self.scene.m, self.scene.case
        at: dict[str, Any] = {"deal": self.scene.deal_id, "milestone": m.number}
        if minor and case.ruling is not None:
            share, halt = case.ruling.to_freelancer, m.halt
            if self.attempt(AcceptRuling(actor=actor, to_freelancer=share, **at)):
                after = self.scene.deal.milestone(m.number)
                assert after.held == m.held or case.accepted
                if case.accepted and case.ruling.outcome.goes_on:
                    assert halt is not None
                    assert (after.held, after.state.final) == (m.held, False)
                    ordered = case.ruling.outcome is Outcome.ORDER
                    assert ordered is (after.ordered is not None)
                    assert ordered or after.state is halt.state or halt.state is State.CANCELLING
                    assert not self.scene.case.ruling or self.scene.case.stage is Stage.RULED
        elif self.attempt(AskReview(actor=actor, ground=ground, words=words("why"), **at)):
            assert self.scene.case.ruled_before, "the money stays, for who has not ruled yet"

    @precondition(lambda self: self.scene.m.state is State.DISPUTED)
    @rule(actor=ANYBODY, of=PARTY)
    def sends_back(self, actor: PersonId, of: PersonId) -> None:
        m = self.scene.m
        at: dict[str, Any] = {"deal": self.scene.deal_id, "milestone": m.number}
        side: dict[str, Any] = {"words": words("mine"), "sought": Money(0, "EUR")}
        self.attempt(MakeStatement(actor=of, **side, **at))
        self.attempt(SendBack(actor=actor, held=m.held, reasons=words(REASONS), **at))

    # flags

    @rule(actor=ANYBODY, kind=st.sampled_from(FlagKind), days=st.integers(0, 20), rare=RARELY)
    def stand_still(self, actor: PersonId, kind: FlagKind, days: int, rare: bool) -> None:
        """Stopped for a while; of what stands still nothing but the flag has a deadline."""
        on: dict[str, Any] = {"deal": self.scene.deal_id}
        if not self.attempt(SetFlag(actor=actor, kind=kind, words=words("why"), **on)):
            return
        before = {m.number: m.state for m in self.scene.deal.milestones}
        found = deadlines_of(self.scene.deal, self.scene.policy)
        assert DeadlineKind.HOLD_FLAG in {deadline.kind for deadline in found}
        again = any(m.again for m in self.scene.deal.milestones)
        if days and not again:
            assert {deadline.kind for deadline in found} == {DeadlineKind.HOLD_FLAG}
            self.scene.pass_time(days * DAY)
            assert {m.number: m.state for m in self.scene.deal.milestones} == before
        if not rare:
            self.go_on(NOOR, TESS)

    @precondition(lambda self: self.scene.deal.standing)
    @rule(asks=ANYBODY, agrees=ANYBODY)
    def go_on(self, asks: PersonId, agrees: PersonId) -> None:
        for flag in self.scene.deal.standing:
            on: dict[str, Any] = {"deal": self.scene.deal_id, "flag": flag.number}
            if not self.attempt(AskLift(actor=asks, words=words("well"), **on)):
                continue
            asked = self.scene.deal.flags[flag.number - 1].ask
            assert asked is not None
            if self.attempt(LiftFlag(actor=agrees, ask=asked.number, **on)):
                assert asks != agrees

    @invariant()
    def it_stands_still_exactly_while_a_flag_stands(self) -> None:
        deal = self.scene.deal
        assert (deal.frozen_at is not None) is bool(deal.standing)

    # time

    @rule(hours=st.sampled_from([1, 20, 60, 24 * 8]))
    def time_passes(self, hours: int) -> None:
        self.scene.pass_time(timedelta(hours=hours))

    @rule(hours=st.sampled_from([1, 60, 24 * 8]))
    def the_program_was_down(self, hours: int) -> None:
        self.scene.clock.forward(timedelta(hours=hours))

    @rule(works=st.booleans())
    def telegram_answers(self, works: bool) -> None:
        m, case = self.scene.m, self.scene.deal.dispute(self.scene.m.number)
        ruled = None if case is None else case.final_by
        if (m.dormancy or m.window or ruled) is not None:
            if works:
                self.scene.serve()
            else:
                self.scene.fail_to_serve()

    # what always holds

    @invariant()
    def nobody_rules_twice_on_one_dispute(self) -> None:
        for case in self.scene.deal.disputes:
            by = [ruling.by for ruling in case.overturned]
            by += [case.ruling.by] if case.ruling is not None else []
            assert len(by) == len(set(by)) <= 2
            assert case.stage is not Stage.DECIDED or case.final_by is not None

    @invariant()
    def money_is_conserved(self) -> None:
        self.scene.assert_books_balance()
        deal = self.scene.deal
        paid = sum(
            t.amount.minor
            for t in deal.transfers
            if t.kind.value == "payout" and t.state.value in ("sent", "confirmed")
        )
        assert (
            self.scene.balance(payable(BINA))
            == sum(m.released.minor for m in deal.milestones) - paid
        )
        assert -self.scene.balance(FEE) == -sum(m.fee.minor for m in deal.milestones)
        arrived = sum(d.amount.minor for m in deal.milestones for d in m.deposits)
        gone = sum(t.amount.minor for t in deal.transfers if t.state.value == "confirmed")
        assert all(t.kind.value == "refund" for t in deal.transfers if t.state.value == "void")
        for one in deal.reversals:
            won = one.state is ReversalState.WON
            gone += -one.refunded.minor if won else (one.taken + one.beyond).minor
        at_rails = sum(self.scene.balance(asset(r)) for r in ("play", "manual"))
        assert at_rails == arrived + self.in_suspense - gone
        for rail in ("play", "manual"):
            waits = [i for i in self.suspense if (i.rail, i.state) == (rail, SuspenseState.OPEN)]
            assert self.scene.balance(suspense(rail)) == sum(i.amount.minor for i in waits)

    @invariant()
    def what_is_agreed_is_what_both_accepted_last(self) -> None:
        deal = self.scene.deal
        agreed = deal.agreement
        assert agreed is not None
        assert (agreed.terms, agreed.version) == (deal.terms, len(deal.offers))
        for each in deal.agreements:
            assert each.terms.fingerprint(each.version) == each.fingerprint
            assert {a.fingerprint for a in each.acceptances} == {each.fingerprint}
            assert {a.person for a in each.acceptances} == {BINA, CARLOS}
        for m, said in zip(deal.milestones, deal.terms.milestones, strict=True):
            assert said.amount is not None
            assert m.amount <= said.amount
            assert m.state is State.VOID or not said.dropped
        assert deal.state.final is all(m.state.final for m in deal.milestones)
        assert not (deal.state.final and deal.changing)

    @invariant()
    def holds_are_what_is_open(self) -> None:
        for m in self.scene.deal.milestones:
            with_banks = at_bank(self.scene.deal, m.number) or m.again
            assert (m.held or with_banks) if m.state in HOLDING else not m.held
            assert not (m.waiting and not m.to_pay)

    @invariant()
    def a_milestone_ends_once_and_settles_by_a_listed_ground(self) -> None:
        for m in self.scene.deal.milestones:
            ends = [e for e in self.scene.happened(MilestoneEnded) if e.milestone == m.number]  # type: ignore[attr-defined]
            assert len(ends) <= 1
            finals = [
                e
                for e in self.scene.happened(MoneySettled)
                if e.milestone == m.number and not e.left  # type: ignore[attr-defined]
            ]
            assert len(finals) <= 1

    @invariant()
    def every_state_that_is_not_final_has_a_deadline(self) -> None:
        deal = self.scene.deal
        found = deadlines_of(deal, self.scene.policy)
        keys = [deadline.key for deadline in found]
        assert len(keys) == len(set(keys))
        if not deal.state.final:
            assert found
            ctx = Context(self.scene.clock.now(), self.scene.policy, self.scene.escrow.staff)
            turn = turn_of(deal, ctx)
            both = turn.otherwise == DeadlineKind.NEGOTIATION_ENDS  # each may act, neither has to
            assert turn.person is not None or both
        assert {key for deal_id, key in self.scene.store.schedule if deal_id == deal.id} == set(
            keys
        )

    @invariant()
    def what_is_proposed_can_still_be_agreed_to(self) -> None:
        deal = self.scene.deal
        assert [p.number for p in deal.proposals] == list(range(1, len(deal.proposals) + 1))
        waiting = [p for p in deal.proposals if p.state is ProposalState.OPEN]
        assert len({(p.milestone, p.kind) for p in waiting}) == len(waiting)
        for p in waiting:
            if p.kind is ProposalKind.TERMS:
                assert not deal.state.final
                continue
            m = deal.milestone(p.milestone)
            working = m.state in (State.IN_PROGRESS, State.REVISING)
            standing = (State.SUBMITTED, State.PAUSED, State.CONTESTED)
            ends = p.kind is ProposalKind.END and m.state in standing
            settles = p.kind in IN_DISPUTE and m.state is State.DISPUTED
            assert working or ends or settles
            assert p.held in (None, m.held)

    @invariant()
    def nobody_reads_a_rating_before_both_have_rated_or_their_time_is_over(self) -> None:
        deal = self.scene.deal
        assert not deal.ratings or (deal.state.final and deal.funded and not self._held())
        both = {rating.by for rating in deal.ratings} == {BINA, CARLOS}
        over = deal.window is not None and self.scene.clock.now() >= deal.window.ends_at
        assert not deal.ratings_shown or both or over
        assert not both or deal.ratings_shown
        for person in (BINA, CARLOS, SAM, DESK):
            known = {rating.by for rating in deal.sealed_for(person).ratings}
            assert deal.ratings_shown or known <= {person}

    def _held(self) -> bool:
        return any(m.held for m in self.scene.deal.milestones)

    def teardown(self) -> None:
        """With everybody silent but the desk, every deal ends."""
        if not hasattr(self, "scene"):
            return
        self.go_on(NOOR, TESS)
        for one in self.scene.deal.reversals:
            self.attempt(self.lost(one.number))
            if open_in(self.scene.deal):
                self.second_look(COLLEAGUES[0], back=False, no=False)
        for _ in range(40):
            self.scene.pass_time(10 * DAY)
            for number in [m.number for m in self.scene.deal.under_way]:
                self.scene.focus = number
                self.desk_does_its_part()
            if self.scene.deal.state.final:
                break
        assert self.scene.deal.state in (DealState.COMPLETED, DealState.CANCELLED)
        self.money_is_conserved()

    def desk_does_its_part(self) -> None:
        m = self.scene.m
        if m.claim is not None:
            self.on(RejectClaim, TESS)
        if m.state is State.DISPUTED:
            self.rule_on_it()

    def lost(self, number: int) -> LoseReversal:
        on: dict[str, Any] = {"deal": self.scene.deal_id, "reversal": number}
        return LoseReversal(actor=TESS, words=words("gone"), **on)

    def rule_on_it(self) -> None:
        """Whoever of the desk can, and whoever else can approve it."""
        for arbiter in (NOOR, ARAM, *COLLEAGUES):
            if self.scene.m.state is State.DISPUTED:
                self.take(arbiter, over=False)
                self.take(arbiter, over=True)
                self.decide(arbiter, Outcome.REFUND, 0)
            for colleague in (NOOR, ARAM, *COLLEAGUES):
                if open_in(self.scene.deal):
                    self.second_look(colleague, back=False, no=False)
        if self.scene.m.state is State.DISPUTED:
            self.telegram_answers(works=True)


def _said_of(deposit: Deposit) -> Iterator[tuple[datetime, int, PersonId, PersonId | None]]:
    """When how much of it was said to have arrived, by whom, and who looked at it too."""
    first = deposit.corrected[0].was if deposit.corrected else deposit.amount
    yield deposit.at, first.minor, deposit.confirmed_by, deposit.approved_by
    for one, now in deposit.changes:
        yield one.at, max(now.minor - one.was.minor, 0), one.by, one.approved_by


def _moves(m: Milestone) -> tuple[object, ...]:
    """What a step on it changes."""
    money = (m.amount, m.held, m.waiting, m.released, m.fee, m.refunded)
    return (m.state, m.seen, money, m.window, m.due_at, m.rounds, m.submissions)


def _due(m: Milestone) -> datetime:
    """When the work, or the open round, is due."""
    assert m.window is not None
    assert m.due_at is not None
    return m.window.ends_at if m.state is State.REVISING else m.due_at


TestDeals = Deals.TestCase
TestDeals.settings = settings(stateful_step_count=40, deadline=None)
