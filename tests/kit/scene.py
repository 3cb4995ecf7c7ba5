"""A desk, a clock and two people, so that a test of the domain reads as a story."""

from __future__ import annotations

from collections.abc import Coroutine
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Any, TypeVar

from core.deal.commands import Command, SeenCommand
from core.deal.context import Staff
from core.deal.dispute import Dispute
from core.deal.events import Event
from core.deal.milestone import Milestone, State
from core.deal.model import Deal
from core.deal.notice import Notice
from core.deal.points import Item, ItemKind
from core.deal.reversal import ReversalState
from core.deal.stage import Stage
from core.deal.terms import Role
from core.deal.transfer import TransferState
from core.disputing import AddNothing, CallArbiter, MakeStatement, OpenDispute, TakeDispute
from core.drafting import Edit, EditTerms, SetMilestone, SetRules, SetTitle
from core.escrow import Escrow, Executed
from core.inviting import AnswerInvited, ClaimInvite, ConfirmClaimant
from core.paying import ConfirmDeposit
from core.people import MeetPerson
from core.timing import NoticeServed, NoticeUnserved
from core.values import amounts
from core.values.ids import RAIL, SYSTEM, DealId, PersonId
from core.values.money import Money
from core.values.policy import Policy, RailInfo
from core.values.window import Window
from core.values.words import FileRef, Words
from core.working import ApproveMilestone, ContestPoint, RequestChanges, SubmitWork
from tests.kit.agreeing import draft, invite
from tests.kit.fakes import FakeClock, FakeIds, FakeStore

T = TypeVar("T")
BINA, CARLOS, ARAM, NOOR, SAM, TESS = (PersonId(n) for n in range(1001, 1007))
"""Freelancer, client, arbiter, head arbiter, stranger, treasurer."""
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
FILE = FileRef("a" * 64, "draft.png", "image/png", 10)
STAFF = Staff(frozenset({ARAM}), frozenset({NOOR}), frozenset({TESS}))
MANUAL = RailInfo("manual", real_money=True, automatic=False)
BOTH = (RailInfo("play", real_money=False), MANUAL)
REASONS = (
    "The drafts meet the first criterion; the second was not delivered, so the sum is divided. " * 2
)


def amount(text: str) -> Money:
    """`10.00 EUR` as people write it in tests."""
    number, currency = text.split()
    return amounts.parse(number, currency, zero=True)


def zero(currency: str = "EUR") -> Money:
    return Money(0, currency)


def words(text: str, salt: str = "salt") -> Words:
    return Words.of(text, salt)


def at_once(work: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine that never waits: the fakes answer at once."""
    try:
        work.send(None)
    except StopIteration as done:
        return done.value  # type: ignore[no-any-return]
    msg = "the fakes never wait"
    raise AssertionError(msg)


class Scene:
    """Everybody was met; nothing has happened yet."""

    focus: int | None = None
    """Of several milestones that are open the one that is acted on."""

    def __init__(
        self, policy: Policy | None = None, staff: Staff = STAFF, *, seed: int = 1
    ) -> None:
        self.store = FakeStore()
        self.clock = FakeClock()
        self.policy = policy or Policy(quiet_hours=None)
        self.escrow = Escrow(self.store, self.clock, FakeIds(seed), self.policy, staff)
        self.requests = count(1)
        self.deal_id = DealId("")
        for person, name in ((BINA, "Bina"), (CARLOS, "Carlos"), (ARAM, "Aram"), (SAM, "Sam")):
            self.do(MeetPerson(actor=person, name=name, username=None, locale="en", zone="UTC"))

    def do(self, command: Command) -> Executed:
        return at_once(self.escrow.execute(command, request=f"r{next(self.requests)}"))

    @property
    def deal(self) -> Deal:
        return self.store.deals[self.deal_id]

    @property
    def m(self) -> Milestone:
        """The milestone that is under way, of several the one in focus; or the last one."""
        opened = self.deal.under_way
        focused = next((m for m in opened if m.number == self.focus), self.deal.current)
        return focused or self.deal.milestones[-1]

    def state(self, number: int | None = None) -> State:
        """Where milestone `number` stands, or the one that is under way."""
        return self.m.state if number is None else self.deal.milestone(number).state

    @property
    def case(self) -> Dispute:
        found = self.deal.dispute(self.m.number)
        assert found is not None
        return found

    @property
    def events(self) -> list[Event]:
        return self.store.events(self.deal_id)

    def happened(self, kind: type[Event]) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]

    def told(self, person: PersonId) -> list[str]:
        return [notice.kind for notice in self.store.notices_to(person)]

    def notice(self, person: PersonId, kind: str) -> Notice:
        return next(n for n in reversed(self.store.notices_to(person)) if n.kind == kind)

    def pass_time(self, by: timedelta) -> None:
        """Let every deadline up to then happen at its own instant."""
        end = self.clock.now() + by
        while (due := at_once(self.store.next_due())) is not None and due <= end:
            self.clock.to(max(due, self.clock.now()))
            at_once(self.escrow.sweep())
        self.clock.to(end)

    # the way through a deal

    def draft(self, *amounts: str, creator: PersonId = BINA, role: Role = Role.FREELANCER) -> None:
        currency = amounts[0].split()[1] if amounts else "EUR"
        edits: list[Edit] = [SetTitle(words("Logo"))]
        for number, price in enumerate(amounts, 1):
            criteria = (words("three concepts"), words("SVG files"))
            part = words(f"Part {number}")
            edits.append(SetMilestone(number, part, amount(price), 5 * DAY, criteria))
        self.deal_id = at_once(draft(self.doing, creator, edits, currency, role))

    async def doing(self, command: Command) -> Executed:
        return self.do(command)

    def invited(self, *amounts: str, rules: SetRules | None = None) -> None:
        self.draft(*(amounts or ("300.00 EUR",)))
        if rules is not None:
            self.do(EditTerms(actor=BINA, deal=self.deal_id, edits=(rules,)))
        at_once(invite(self.doing, BINA, self.deal_id))

    def claimed(self, by: PersonId = CARLOS, *, accepts: bool = True) -> None:
        offer = self.deal.offer
        assert offer is not None
        fingerprint = offer.fingerprint if accepts else None
        self.do(ClaimInvite(actor=by, deal=self.deal_id, proof="t" * 64, fingerprint=fingerprint))

    def agreed(self, *amounts: str, rules: SetRules | None = None) -> None:
        self.invited(*amounts, rules=rules)
        self.claimed()
        self.do(ConfirmClaimant(actor=BINA, deal=self.deal_id, person=CARLOS))

    def pay(
        self,
        price: Money | None = None,
        *,
        rail: str = "play",
        actor: PersonId = RAIL,
        external: str | None = None,
        milestone: int | None = None,
    ) -> Executed:
        m = self.m
        return self.do(
            ConfirmDeposit(
                actor=actor,
                deal=self.deal_id,
                milestone=milestone or m.number,
                amount=price or m.missing,
                rail=rail,
                external_id=external or f"x{next(self.requests)}",
                source="Carlos, DE89 3704",
            )
        )

    def funded(self, *amounts: str, rules: SetRules | None = None) -> None:
        self.agreed(*amounts, rules=rules)
        self.pay()

    def submit(self) -> Executed:
        m = self.m
        answers = m.rounds[-1].asked if m.rounds and m.state.value == "revising" else ()
        return self.do(
            SubmitWork(
                actor=BINA,
                deal=self.deal_id,
                milestone=m.number,
                seen=m.seen,
                files=(FILE,),
                notes=(words("done"), words("done too")),
                answers=tuple(words("mended") for _ in answers),
            )
        )

    def submitted(self, *amounts: str, rules: SetRules | None = None) -> None:
        self.funded(*amounts, rules=rules)
        self.submit()

    def approve(self) -> Executed:
        m = self.m
        number = m.submissions[-1].number
        return self.do(
            ApproveMilestone(
                actor=CARLOS,
                deal=self.deal_id,
                milestone=m.number,
                seen=m.seen,
                submission=number,
                amount=m.held,
            )
        )

    def request_changes(self, *items: Item) -> Executed:
        m = self.m
        points = items or (Item(ItemKind.DEFECT, words("only two concepts"), 0),)
        return self.do(
            RequestChanges(
                actor=CARLOS, deal=self.deal_id, milestone=m.number, seen=m.seen, items=points
            )
        )

    def contest(self, item: int = 0, said: str = "it has three") -> Executed:
        """The freelancer disagrees with a point of the open round."""
        return self.on_milestone(ContestPoint, BINA, item=item, words=words(said))

    def contest_unanswered(self) -> None:
        """And the client says nothing of it."""
        self.contest()
        self.pass_time(self.policy.contest_answer)

    def dispute(self, by: PersonId = CARLOS, sought: Money | None = None) -> Executed:
        m = self.m
        return self.do(
            OpenDispute(
                actor=by,
                deal=self.deal_id,
                milestone=m.number,
                seen=m.seen,
                reason=words("not what was agreed"),
                sought=m.held if sought is None else sought,
            )
        )

    def disputed(self, *amounts: str) -> None:
        self.submitted(*amounts)
        self.dispute()

    def state_side(self, by: PersonId, sought: Money | None = None) -> Executed:
        """One side gives its word; seeking nothing, it concedes."""
        return self.do(
            MakeStatement(
                actor=by,
                deal=self.deal_id,
                milestone=self.m.number,
                words=words("this is my side"),
                sought=Money(0, self.m.held.currency) if sought is None else sought,
            )
        )

    def answered(self) -> None:
        """Whoever had not spoken gives their word: the two may agree now."""
        for party in (BINA, CARLOS):
            if self.case.statement_of(party) is None:
                self.state_side(party)

    def to_arbiter(self) -> None:
        """The shortest way to the desk: the answer, then both call the arbiter."""
        if self.case.stage is Stage.ANSWERING:
            self.answered()
        if self.case.stage is Stage.NEGOTIATION:
            for party in (BINA, CARLOS):
                self.call_arbiter(party)

    def call_arbiter(self, by: PersonId) -> Executed:
        return self.do(CallArbiter(actor=by, deal=self.deal_id, milestone=self.m.number))

    def add_nothing(self, *by: PersonId) -> None:
        """Neither side, or those that are named, has anything to add to the case."""
        waits = self.case.filing
        assert waits is not None
        for party in by or tuple(p for p in (BINA, CARLOS) if waits.waits_for(p)):
            said, filed = len(self.case.statements), len(self.case.evidence)
            at: dict[str, Any] = {"deal": self.deal_id, "milestone": self.m.number}
            self.do(AddNothing(actor=party, said=said, filed=filed, **at))

    def unanswered(self) -> None:
        """The time to answer passes without a word of somebody."""
        self.pass_time(self.case.answer_by.ends_at - self.clock.now())

    def heard(self, arbiter: PersonId = ARAM) -> None:
        """An arbiter has it, both gave their word, and neither has anything to add."""
        if self.case.arbiter is None:
            self.take(arbiter)
        self.answered()
        self.add_nothing()

    def ruling_stands(self) -> None:
        """Both were told of the ruling, and the time for a review passes."""
        clock = self.case.final_by
        assert clock is not None
        self.serve()
        self.pass_time(clock.ends_at - self.clock.now())

    def take(self, arbiter: PersonId = ARAM) -> Executed:
        """An arbiter takes it, once it is there."""
        self.to_arbiter()
        return self.do(TakeDispute(actor=arbiter, deal=self.deal_id, milestone=self.m.number))

    def on_milestone(self, kind: type[SeenCommand], actor: PersonId, **rest: Any) -> Executed:
        """A command on the milestone as it stands now."""
        m = self.m
        return self.do(
            kind(actor=actor, deal=self.deal_id, milestone=m.number, seen=m.seen, **rest)
        )

    def on_nothing(self, actor: PersonId) -> None:
        """A press that is refused whoever makes it; the clock's time passes all the same."""
        self.do(AnswerInvited(actor=actor, deal=self.deal_id, to=SAM, words=words("no")))

    def serve(self) -> None:
        """Telegram accepted the notice that opened the window that runs now."""
        clock = self._opened()
        self.do(
            NoticeServed(
                actor=SYSTEM, deal=self.deal_id, milestone=self.m.number, opened_at=clock.opened_at
            )
        )

    def fail_to_serve(self) -> None:
        """Telegram refused it: the person blocked the bot."""
        clock = self._opened()
        self.do(
            NoticeUnserved(
                actor=SYSTEM, deal=self.deal_id, milestone=self.m.number, opened_at=clock.opened_at
            )
        )

    def _opened(self) -> Window:
        ruling = self.deal.dispute(self.m.number)
        clock = self.m.dormancy or self.m.window or (ruling.final_by if ruling else None)
        assert clock is not None
        return clock

    # the books

    def balance(self, account: str, currency: str = "EUR") -> int:
        return self.store.balance(account, currency)

    def assert_books_balance(self) -> None:
        """Deposits = held + released + refunded + fees + waiting, and every floor holds."""
        deal = self.deal
        for m in deal.milestones:
            currency = m.amount.currency
            arrived = sum(d.amount.minor for d in m.deposits)
            returned = sum(
                t.amount.minor
                for t in deal.transfers
                if t.milestone == m.number and t.kind.value == "refund"
                if t.state is not TransferState.VOID
            )
            kept = m.held + m.waiting + m.released + m.fee
            taken, back = _with_banks(deal, m.number)
            assert arrived + back == kept.minor + returned + taken
            assert self.balance(f"hold:{deal.id}-{m.number}", currency) == m.held.minor
            assert self.balance(f"waiting:{deal.id}-{m.number}", currency) == m.waiting.minor


def _with_banks(deal: Deal, number: int) -> tuple[int, int]:
    """What banks have taken of a milestone's money; what they gave back that we owe once more."""
    own = [one for one in deal.reversals if one.milestone == number]
    won = [one for one in own if one.state is ReversalState.WON]
    taken = sum(one.taken.minor for one in own if one not in won)
    return taken, sum(one.refunded.minor for one in won)


def with_policy(**changes: Any) -> Scene:
    return Scene(replace(Policy(quiet_hours=None), **changes))
