"""`bot.reads.Reads` over the database."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from bot import reads as r
from bot.mail.fetching import ANSWERED_WITHIN
from bot.wiring.candidates import candidates_for
from bot.wiring.seen import Seen
from core.deadlines import deadlines_of
from core.deal.allowance import Allowance
from core.deal.context import Context
from core.deal.diary import DiaryEntry
from core.deal.model import DealState, Transfer
from core.deal.person import Person
from core.deal.reputation import Record
from core.deal.suspense import Suspense
from core.disputing import could_rule
from core.escrow import Escrow
from core.facts import facts_to_assign, facts_to_see
from core.inviting import InviteAsked, InvitedAnswered
from core.paying import Candidates, PayoutLine, StatementLine
from core.ports import Answer, Expecting
from core.talking import DiaryWritten, MessageSent
from core.values.errors import Refusal
from core.values.hearing import WAITS_FOR, Ear
from core.values.ids import DESK, DealId, PersonId, SuspenseId
from core.values.money import Money
from core.values.window import DeadlineKind
from core.views import DealView, view_of
from storage import hearing
from storage import queries as q
from storage.store import SqlStore
from storage.unit_of_work import SqlUnitOfWork

_DEAF_AFTER: Final = timedelta(seconds=ANSWERED_WITHIN)


class SqlReads:
    """Each read is of one moment: a glance where keys find it, else one hop beside the writer."""

    def __init__(self, store: SqlStore, escrow: Escrow) -> None:
        """The escrow tells the time, the policy and the desk."""
        self._store = store
        self._escrow = escrow
        self._seen = Seen()

    async def person(self, person: PersonId) -> Person | None:
        """Somebody who was met."""
        return await self._store.glance(lambda c: q.person(c, person))

    async def heard(self, person: PersonId) -> datetime:
        """Until when everything that they did at the parties' bot is handled."""
        return await self._store.glance(lambda c: hearing.until(c, Ear.PARTIES, (person,)))

    async def find_person(self, text: str) -> Person | None:
        """By numeric id or @username."""
        return await self._store.glance(lambda c: q.find_person(c, text))

    async def view(self, deal: DealId, viewer: PersonId) -> DealView | None:
        """The deal as this person sees it (also a desk person, or somebody invited)."""
        return await self._store.glance(lambda c: self._view(c, deal, viewer))

    def _view(self, connection: Connection, number: DealId, viewer: PersonId) -> DealView | None:
        # The unit reads a deal with its parties in one statement.
        unit = SqlUnitOfWork(connection)
        deal = unit.deal(number, lock=False)
        if deal is None:
            return None
        ctx = self._context()
        ctx = replace(ctx, facts=facts_to_see(unit, viewer, deal, ctx))
        if deal.state is DealState.INVITED:
            other = deal.creator if viewer != deal.creator else deal.invitee
            record = None if other is None else q.record(connection, other)
            view = view_of(deal, viewer, ctx, record)
        else:
            view = self._seen.view(deal, viewer, ctx)
        return replace(view, waits=self._why_clocks_wait(unit.listened, view))

    def _context(self) -> Context:
        return Context(self._escrow.now(), self._escrow.policy, self._escrow.staff)

    def _why_clocks_wait(self, listened: Mapping[Ear, datetime], view: DealView) -> str:
        if self._escrow.clocks_wait:
            return "paused"
        deaf = any(
            ear in listened and view.now - listened[ear] > _DEAF_AFTER
            for ear in self._concern(view)
        )
        return "deaf" if deaf else ""

    def _concern(self, view: DealView) -> Collection[Ear]:
        """Whose hearing the reader is told of: the desk waits for everybody, a party for a turn."""
        if view.viewer == DESK:
            deadlines = deadlines_of(view.deal, self._escrow.policy)
            return {ear for deadline in deadlines for ear in WAITS_FOR[deadline.kind]}
        return {Ear.DESK if turn.person == DESK else Ear.PARTIES for turn in view.turns}

    async def could_rule(self, deal: DealId, milestone: int) -> Sequence[PersonId]:
        """Everybody of the desk who is free to rule on a dispute; nobody where there is none."""
        return await self._store.read(lambda c: self._could_rule(c, deal, milestone))

    def _could_rule(
        self, connection: Connection, number: DealId, milestone: int
    ) -> Sequence[PersonId]:
        unit = SqlUnitOfWork(connection)
        deal = unit.deal(number, lock=False)
        if deal is None or deal.dispute(milestone) is None:
            return ()
        ctx = self._context()
        ctx = replace(ctx, facts=facts_to_assign(unit, deal, ctx))
        with suppress(Refusal):
            return could_rule(deal, deal.milestone(milestone), ctx)
        return ()

    async def invite(self, secret_hash: str) -> DealId | None:
        """The deal whose link or code has this SHA-256."""
        return await self._store.glance(lambda c: q.deal_by_secret(c, secret_hash))

    async def deals(
        self, person: PersonId, *, ended: bool = False, limit: int = 8, offset: int = 0
    ) -> Sequence[r.DealRow]:
        """A person's deals, the last active first."""
        rows = await self._store.read(
            lambda c: q.deals_of(c, person, ended=ended, limit=limit, offset=offset)
        )
        return [
            r.DealRow(d.deal, d.title, d.state, d.role, d.other, d.total, d.active_at) for d in rows
        ]

    async def open_invites(self, person: PersonId) -> Sequence[DealId]:
        """Invites of this person that nobody was confirmed for."""
        return await self._store.read(lambda c: q.open_invites(c, person))

    async def known(self, person: PersonId) -> bool:
        """Whether the person ever had an agreed deal; somebody without one is a stranger."""
        return await self._store.glance(lambda c: q.known(c, person))

    async def record(self, person: PersonId) -> Record:
        """What a person's finished deals say about them."""
        return await self._store.read(lambda c: q.record(c, person))

    async def allowances(self, person: PersonId) -> Sequence[Allowance]:
        """What the desk lets them have held at once, by currency."""
        return await self._store.read(lambda c: q.allowances_of(c, person))

    async def charged_back(self, person: PersonId) -> Sequence[tuple[DealId, int]]:
        """Their payments that a bank keeps, uncleared: the deal, and the reversal's number."""
        return await self._store.read(lambda c: q.charged_back(c, person))

    async def expecting(self, person: PersonId, bot: str) -> Expecting | None:
        """The form that the person's next words belong to."""
        return await self._store.glance(lambda c: q.expecting(c, person, bot))

    async def form(self, person: PersonId, bot: str, what: str) -> Expecting | None:
        """An open form that is about no deal, whichever is asked."""
        return await self._store.glance(lambda c: SqlUnitOfWork(c).form(person, bot, what))

    async def forms(self, person: PersonId, bot: str) -> Sequence[Expecting]:
        """All that a person has open with a bot, words that fit no form included."""
        return await self._store.glance(lambda c: q.forms(c, person, bot))

    async def aside(self, person: PersonId, bot: str) -> Expecting | None:
        """The newest of the person's words that fit no form."""
        return await self._store.glance(lambda c: SqlUnitOfWork(c).aside(person, bot))

    async def answered(self, requests: Sequence[str]) -> Answer | None:
        """How the first of these requests ended that were handled before; None for none."""
        return await self._store.glance(lambda c: q.answered(c, requests))

    async def diary(self, deal: DealId) -> Sequence[DiaryEntry]:
        """All entries, in order."""
        return await self._store.read(lambda c: q.diary(c, deal))

    async def said(self, deal: DealId) -> Sequence[r.JournalRow]:
        """The diary and what was said across, questions before the deal included, in order."""
        return await self._store.read(lambda c: _rows(q.journal(c, deal, kinds=SAID)))

    async def journal(self, deal: DealId) -> Sequence[r.JournalRow]:
        """All events, in order."""
        return await self._store.read(lambda c: _rows(q.journal(c, deal)))

    async def written(self, person: PersonId) -> Sequence[tuple[str, str]]:
        """(deal, or nothing; text): all that they ever wrote, as far as it is kept."""
        return await self._store.read(lambda c: q.written(c, person))

    async def money(self, person: PersonId) -> r.MoneyOverview:
        """*Money*."""
        found = await self._store.read(lambda c: q.money_of(c, person))
        history = [
            r.Settled(s.at, s.deal, s.milestone, s.title, s.what, s.amount) for s in found.history
        ]
        return r.MoneyOverview(
            found.held_for_me,
            found.held_by_me,
            found.to_be_paid_out,
            found.to_be_refunded,
            found.on_its_way,
            history,
        )

    async def queue(self) -> Sequence[r.QueueRow]:
        """Deposits, transfers and disputes that wait for the desk, by deadline."""
        now = self._escrow.now()
        rows = await self._store.read(lambda c: q.queue(c, now))
        return [
            r.QueueRow(w.kind, w.deal, w.milestone, w.transfer, w.title, w.target, w.overdue)
            for w in rows
        ]

    async def owed_transfers(self) -> Sequence[tuple[DealId, int]]:
        """(deal, number) of the payouts and refunds that were not confirmed yet."""
        now, kinds = self._escrow.now(), (DeadlineKind.TRANSFER,)
        rows = await self._store.read(lambda c: q.queue(c, now, kinds=kinds))
        return [(row.deal, row.transfer) for row in rows if row.transfer is not None]

    async def transfer(self, deal: DealId, number: int) -> Transfer | None:
        """One payout or refund; None while its deal stands still: nothing is sent then."""
        found = await self._store.read(lambda c: q.load_deal(c, deal))
        still = found is None or found.frozen_at is not None
        return None if found is None or still else found.transfer(number)

    async def on_its_way(self) -> Sequence[r.OnItsWay]:
        """What was sent to anybody and is not known to be there, the longest first."""
        found = await self._store.read(q.on_its_way)
        return [r.OnItsWay.of(deal, transfer) for deal, transfer in found]

    async def owed(self) -> Sequence[tuple[DealId, int]]:
        """(deal, number) of what is to be sent, stopped deals included, the oldest first."""
        return await self._store.read(q.owed)

    async def payout_lines(self, file: str | None = None) -> Sequence[PayoutLine]:
        """What is in a file for the bank; without it what is in open ones."""
        return await self._store.read(lambda c: q.payout_lines(c, file))

    async def suspense(self) -> Sequence[Suspense]:
        """Money that matches nothing and waits for a treasurer, the oldest first."""
        return await self._store.read(q.open_suspense)

    async def suspended(self, item: SuspenseId) -> Suspense | None:
        """One of it, however it ended."""
        return await self._store.glance(lambda c: q.one_suspense(c, item))

    async def booked(self, rail: str, external_id: str) -> DealId | SuspenseId | None:
        """Where a bank's reference is booked: a deal, or money that matches nothing."""
        return await self._store.read(lambda c: q.booked_as(c, rail, external_id))

    async def candidates(
        self, lines: Sequence[StatementLine], within: Collection[DealId] | None = None
    ) -> Candidates:
        """What these lines of a bank's statement may be for, as it stands."""
        now = self._escrow.now()
        return await self._store.read(lambda c: candidates_for(c, lines, now, within))

    async def held_in_all(self) -> Sequence[Money]:
        """What is held, by currency."""
        return await self._store.read(q.held_in_all)


SAID: Final = (DiaryWritten, MessageSent, InviteAsked, InvitedAnswered)
"""What an arbiter reads of the journal."""


def _rows(found: Sequence[q.JournalLine]) -> list[r.JournalRow]:
    return [r.JournalRow(j.number, j.at, j.actor, j.command, j.event) for j in found]
