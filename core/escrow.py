"""The only pipeline and the only domain commit: load, decide, project, save, in one transaction.

A button, a payment, an arbiter and the clock all come through `Escrow.execute`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from core.allowing import AllowMore, AllowNoMore, MoreAllowed, NoMoreAllowed
from core.approving import Approve
from core.deadlines import command_for, deadlines_of
from core.deal.clocks import Deadline
from core.deal.commands import Command, DealCommand, SuspenseCommand
from core.deal.context import Context, Staff
from core.deal.events import Event
from core.deal.model import Deal
from core.decide import decide, decide_for_person, decide_for_suspense
from core.disputing import ChallengeArbiter
from core.drafting import StartDeal, start
from core.facts import facts_for, facts_to_assign, facts_to_see
from core.ledger import entries_for, entries_of_suspense
from core.notices import notices_for
from core.overdue import Ears, next_overdue
from core.paying import AlarmSuspense, BookSuspense, CorrectDeposit, book_suspense, matched
from core.people import EraseMe, ExtendWait, MarkReachable, RateDeal
from core.ports import Answer, Clock, Expecting, Ids, LostRace, ReasonTaken, Store, UnitOfWork
from core.talking import AskHelp, TellDigest, arrivals, of_a_stranger
from core.values import errors
from core.values.errors import NotNow, NotYours, Refusal, Stale
from core.values.hearing import Ear
from core.values.ids import SYSTEM, DealId, PersonId, SuspenseId
from core.values.policy import Policy
from core.values.window import DeadlineKind
from core.working import CancelLate, TakeBackSubmission

__all__ = ["Escrow", "Executed", "LostRace", "ReasonTaken"]

MOST_OVERDUE: Final = 32
"""Deadlines of one deal handled before one command; more is a bug that must not spin."""


class _Undone(Exception):  # noqa: N818 - it takes back to a savepoint what was only asked
    """Nothing of it is to be kept."""


@dataclass(frozen=True, slots=True)
class Executed:
    """What came of a command: the deal after it (None for a person's matters), the events."""

    deal: Deal | None
    events: tuple[Event, ...] = ()
    replayed: bool = False


Form = Callable[[UnitOfWork, Executed], None]
"""What the edge writes in the same transaction: the form that the person's next words belong to."""


class Escrow:
    """The deals of one operator."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, policy: Policy, staff: Staff) -> None:
        """Wire the ports.

        `woken` is called after each commit that owes somebody a notice, `moved` after each that
        came to something in a deal.
        """
        self._store = store
        self._clock = clock
        self._ids = ids
        self.policy = policy
        self.staff = staff
        self.woken: Callable[[], None] = lambda: None
        self.moved: Callable[[DealId], None] = lambda _deal: None
        self.clocks_wait = False
        """While True no overdue deadline happens before a command: the operator has paused us."""

    def now(self) -> datetime:
        """The instant by which rules count."""
        return self._clock.now()

    async def execute(
        self, command: Command, *, request: str | None = None, form: Form | None = None
    ) -> Executed:
        """Do it once. Raises Refusal, after the request id was committed with that answer.

        `request` names the update that asks; the same one again gets the same answer and does
        nothing. `form` runs in the same transaction, only when the command was not refused.
        """
        outcome, refusal, owed = await self._store.run(
            lambda uow: self._handle(uow, command, request, form)
        )
        if owed:
            self.woken()
        if refusal is not None:
            raise refusal
        if outcome.deal is not None and outcome.events:
            self.moved(outcome.deal.id)
        return outcome

    async def would(self, command: Command) -> None:
        """Ask what a command would be answered, on the same road, and keep nothing of it.

        What can not be done is not asked for first. Raises the Refusal.
        """

        def ask(uow: UnitOfWork) -> None:
            with suppress(_Undone), uow.savepoint():
                self._do(uow, command, "")
                raise _Undone

        await self._store.run(ask)

    async def seen_by(self, person: PersonId, deal: DealId) -> tuple[Deal, Context]:
        """A deal, and what a guard may know of it for this person: what their card is made by.

        Raises NotYours("no-such-deal").
        """

        def look(uow: UnitOfWork) -> tuple[Deal, Context]:
            found = uow.deal(deal, lock=False)
            if found is None:
                raise NotYours("no-such-deal")
            ctx = Context(self.now(), self.policy, self.staff)
            return found, replace(ctx, facts=facts_to_see(uow, person, found, ctx))

        return await self._store.run(look)

    async def note(self, work: Callable[[UnitOfWork], None], *, request: str) -> None:
        """Write an open form under a request id, with no domain command: exactly once in effect."""

        def once(uow: UnitOfWork) -> None:
            if uow.answered(request) is None:
                work(uow)
                uow.remember(request, Answer(), self.now())

        await self._store.run(once)

    async def sweep(self, limit: int = 200) -> int:
        """Let due deadlines happen, one transaction each; returns how many were looked at."""
        due = await self._store.due(self.now(), limit)
        for deal, key in due:
            with suppress(Refusal):
                await self.meet(deal, key)
        alarms = await self._store.alarms(self.now(), limit)
        for item in alarms:
            with suppress(Refusal):
                await self.execute(AlarmSuspense(actor=SYSTEM, item=item))
        return len(due) + len(alarms)

    async def meet(self, deal: DealId, key: str) -> None:
        """Let one deadline happen, if the deal still has it and it is due."""

        def work(uow: UnitOfWork) -> bool:
            loaded = uow.deal(deal)
            if loaded is None:
                return False
            ctx = self._context(uow, None, loaded)
            _, owed = self._overdue(uow, loaded, ctx, only=key)
            return owed

        if await self._store.run(work):
            self.woken()
            self.moved(deal)

    # one transaction

    def _handle(
        self, uow: UnitOfWork, command: Command, request: str | None, form: Form | None
    ) -> tuple[Executed, Refusal | None, bool]:
        before = uow.answered(request) if request is not None else None
        if before is not None:
            return self._again(uow, before)
        answer, outcome, owed, refusal = Answer(), Executed(None), False, None
        try:
            with uow.savepoint():
                outcome, owed = self._do(uow, command, request or "")
                if form is not None:
                    form(uow, outcome)
            answer = Answer(outcome.deal.id if outcome.deal is not None else None)
        except Refusal as no:
            refusal = no
            deal = command.deal if isinstance(command, DealCommand) else None
            answer = Answer(deal, no.key, type(no).__name__, no.data)
            if deal is not None:
                owed = self._let_time_pass(uow, deal)
        if request is not None:
            uow.remember(request, answer, self.now())
        return outcome, refusal, owed

    def _again(self, uow: UnitOfWork, before: Answer) -> tuple[Executed, Refusal | None, bool]:
        deal = uow.deal(before.deal, lock=False) if before.deal is not None else None
        if before.refusal is None:
            return Executed(deal, replayed=True), None, False
        return Executed(deal, replayed=True), refusal_from(before), False

    def _let_time_pass(self, uow: UnitOfWork, deal: DealId) -> bool:
        """The deal's overdue deadlines still happen after a refusal took them back."""
        loaded = uow.deal(deal)
        if loaded is None or self.clocks_wait:
            return False
        _, owed = self._overdue(uow, loaded, self._context(uow, None, loaded))
        return owed

    def _do(self, uow: UnitOfWork, command: Command, request: str) -> tuple[Executed, bool]:
        if isinstance(command, StartDeal):
            return self._start(uow, command, request)
        if isinstance(command, DealCommand):
            return self._on_deal(uow, command, request)
        if isinstance(command, BookSuspense | SuspenseCommand):
            return self._on_suspense(uow, command, request)
        return self._on_person(uow, command, request)

    def _start(self, uow: UnitOfWork, command: StartDeal, request: str) -> tuple[Executed, bool]:
        ctx = self._context(uow, command, None, request)
        while True:
            deal, events = start(self._ids.deal(), command, ctx)
            if uow.add_deal(deal):
                deal = replace(deal, version=deal.version + 1)
                return Executed(deal, events), self._project(uow, deal, command, events, ctx)

    def _on_deal(
        self, uow: UnitOfWork, command: DealCommand, request: str
    ) -> tuple[Executed, bool]:
        loaded = uow.deal(command.deal)
        if loaded is None:
            raise NotYours("no-such-deal")
        ctx = self._context(uow, command, loaded, request)
        owed = False
        if not self.clocks_wait and command.actor != SYSTEM:
            loaded, owed = self._overdue(uow, loaded, ctx)
        deal, events = decide(loaded, command, ctx)
        if deal != loaded:
            uow.save_deal(deal)
            deal = replace(deal, version=deal.version + 1)
        return Executed(deal, events), self._project(uow, deal, command, events, ctx) or owed

    def _on_person(self, uow: UnitOfWork, command: Command, request: str) -> tuple[Executed, bool]:
        ctx = self._context(uow, command, None, request)
        subject = command.actor
        if isinstance(command, MarkReachable | ExtendWait | TellDigest | AllowMore | AllowNoMore):
            subject = command.person
        person, events = decide_for_person(uow.person(subject), command, ctx)
        if person is not None:
            uow.save_person(person)
        if isinstance(command, EraseMe):
            uow.erase(command.actor)
        if isinstance(command, TellDigest):
            uow.digest_told(command.person, ctx.now)
        about = getattr(command, "about", None)
        if events:
            uow.record_events(about, command, events, ctx.now, request or None)
            _allowed(uow, events)
        owed = [
            notice
            for event in events
            for notice in notices_for(None, event, command.actor, ctx.policy)
        ]
        owed = [replace(notice, deal=about) for notice in owed]
        if isinstance(command, AskHelp) and not uow.had_a_deal(command.actor):
            owed = [of_a_stranger(notice) for notice in owed]
        uow.owe(owed, ctx.now)
        return Executed(None, events), bool(owed)

    def _on_suspense(
        self, uow: UnitOfWork, command: BookSuspense | SuspenseCommand, request: str
    ) -> tuple[Executed, bool]:
        """Of money that matches nothing: no deal is loaded to write, and no person."""
        ctx = self._context(uow, command, None, request)
        if isinstance(command, BookSuspense):
            item, events = book_suspense(command, ctx, self._ids.suspense())
            while not uow.add_suspense(item):
                item, events = book_suspense(command, ctx, self._ids.suspense())
        else:
            item, events = decide_for_suspense(command, ctx)
            uow.save_suspense(item)
        uow.record_events(None, command, events, ctx.now, request or None)
        entries = [entry for event in events for entry in entries_of_suspense(event)]
        if entries:
            uow.post(entries, ctx.now)
        owed = [n for event in events for n in notices_for(None, event, command.actor, ctx.policy)]
        uow.owe(owed, ctx.now)
        return Executed(None, events), bool(owed)

    def _overdue(
        self, uow: UnitOfWork, deal: Deal, ctx: Context, only: str | None = None
    ) -> tuple[Deal, bool]:
        """The deal after its due deadlines happened, oldest first; with `only`, after that one."""
        owed, ears = False, Ears(uow, deal)
        for _ in range(MOST_OVERDUE):
            deadline = next_overdue(deal, ctx, ears, only)
            if deadline is None:
                if only is not None and not owed:
                    uow.schedule(deal.id, deadlines_of(deal, ctx.policy))
                return deal, owed
            command = command_for(deal.id, deadline)
            ctx = self._by_lot(uow, deal, deadline, ctx)
            after, events = decide(deal, command, ctx)
            uow.save_deal(after)
            deal = replace(after, version=after.version + 1)
            owed = self._project(uow, deal, command, events, ctx) or owed
            if only is not None:
                return deal, owed
        return deal, owed

    def _by_lot(self, uow: UnitOfWork, deal: Deal, deadline: Deadline, ctx: Context) -> Context:
        """Where a case is assigned: who of the desk may not have it, who has how many, a lot."""
        if deadline.kind not in (DeadlineKind.DISPUTE_TAKE, DeadlineKind.DISPUTE_RULING):
            return ctx
        facts = replace(facts_to_assign(uow, deal, ctx), draw=self._ids.draw())
        return replace(ctx, facts=facts)

    def _project(
        self, uow: UnitOfWork, deal: Deal, command: Command, events: Sequence[Event], ctx: Context
    ) -> bool:
        """Write what follows from the events and the deal; whether any notice is owed."""
        if events:
            uow.record_events(deal.id, command, events, ctx.now, ctx.request or None)
        entries = [entry for event in events for entry in entries_for(deal, event)]
        if entries:
            uow.post(entries, ctx.now)
        item = matched(deal, tuple(events), ctx)
        if item is not None and item.id == ctx.facts.fresh:
            uow.add_suspense(item)
        elif item is not None:
            uow.save_suspense(item)
        owed = [n for event in events for n in notices_for(deal, event, command.actor, ctx.policy)]
        if owed:
            uow.owe(owed, ctx.now)
            uow.arrived(arrivals(owed, ctx))
        uow.schedule(deal.id, deadlines_of(deal, ctx.policy))
        return bool(owed)

    def _fresh(self, uow: UnitOfWork) -> SuspenseId:
        made = self._ids.suspense()
        while uow.suspense(made) is not None:
            made = self._ids.suspense()
        return made

    def _context(
        self, uow: UnitOfWork, command: Command | None, deal: Deal | None, request: str = ""
    ) -> Context:
        """What rules may know: the command is None for a clock, the deal where there is none."""
        ctx = Context(self.now(), self.policy, self.staff, request=request)
        heard = None
        if deal is not None and isinstance(
            command, TakeBackSubmission | RateDeal | ChallengeArbiter
        ):
            heard = Ears(uow, deal).heard(Ear.PARTIES)
        elif deal is not None and isinstance(command, CancelLate):
            heard = Ears(uow, deal, but=command.actor).heard(Ear.PARTIES)
        facts = facts_for(uow, command, deal, ctx)
        if isinstance(command, ChallengeArbiter):
            facts = replace(facts, draw=self._ids.draw())
        if isinstance(command, CorrectDeposit | Approve):
            facts = replace(facts, fresh=self._fresh(uow))
        return replace(ctx, facts=facts, heard=heard)


def _allowed(uow: UnitOfWork, events: Sequence[Event]) -> None:
    """What the desk lets people have held, and what it took back of that."""
    for event in events:
        if isinstance(event, MoreAllowed):
            uow.set_allowance(event.allowance)
        elif isinstance(event, NoMoreAllowed):
            uow.drop_allowance(event.person, event.limit.currency)


def refusal_from(answer: Answer) -> Refusal:
    """The Refusal that a remembered answer stands for."""
    family = getattr(errors, answer.family or "", NotNow)
    if family is Stale:
        return Stale()
    no: Refusal = family(answer.refusal or "", **dict(answer.data))
    return no


def close_form(person: PersonId, bot: str, what: str) -> Form:
    """The Form that closes one kind of open form when the command succeeds."""
    return lambda uow, _outcome: uow.forget(person, bot, what)


def open_form(expecting: Expecting) -> Form:
    """The Form that opens or updates a form; an empty deal is filled with the command's."""

    def write(uow: UnitOfWork, outcome: Executed) -> None:
        deal = outcome.deal.id if outcome.deal is not None else None
        uow.expect(expecting if expecting.deal is not None else replace(expecting, deal=deal))

    return write
