"""One transaction, as core sees it: `SqlUnitOfWork` implements core.ports.UnitOfWork.

Writes wait. A command reads first and writes then, so its rows are kept until something reads what
they would change, or until the work ends, and each table is written once, with all its rows in one
statement. What was read (`storage.found`) stands apart from what waits (`storage.pending`), and a
read looks first at what waits, or has it written. A savepoint is a copy of both; the database hears
of it only when rows have to be written inside one.

    SqlUnitOfWork(connection)      a connection inside a transaction; plain synchronous calls
    .finish()                      write what waits; the store calls it before it commits
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from core.deal.clocks import Deadline
from core.deal.commands import Command
from core.deal.diary import Arrival, Unread
from core.deal.events import Event
from core.deal.model import Deal, DealState
from core.deal.notice import Notice
from core.deal.person import Person
from core.deal.ruling import Exhibit, ExhibitKind
from core.ledger import Entry
from core.ports import Answer, LostRace, ReasonTaken, gone_flag
from core.values.hearing import Ear
from core.values.ids import DealId, PersonId
from storage import hearing
from storage import statements as s
from storage.allowances import SqlAllowances
from storage.bank_lines import SqlLines
from storage.columns import from_micros, now_micros
from storage.forms import SqlForms
from storage.found import FoundDeal, ReadSoFar
from storage.housekeeping import erase
from storage.mapping import Met, read_answer, write_answer, write_event
from storage.payout_files import SqlPayoutFiles
from storage.pending import Pending, Wanted
from storage.queries.people import known, people
from storage.rows import (
    GENESIS,
    Head,
    deal_row,
    entry_row,
    notice_row,
    request_hash,
)
from storage.suspense import SqlSuspense
from storage.transaction import Transaction
from storage.writing import Writing


@dataclass(frozen=True, slots=True)
class StepDone:
    """What one command came to, by names alone: nothing that anybody said is in it."""

    command: str
    actor: PersonId
    deal: DealId | None
    request: str | None
    events: tuple[str, ...]


class SqlUnitOfWork(SqlForms, SqlSuspense, SqlAllowances, SqlLines, SqlPayoutFiles):
    """One database transaction, on a connection that somebody else commits."""

    def __init__(self, connection: Connection) -> None:
        """Nothing is read or written yet."""
        super().__init__(Transaction(connection))
        self._found = ReadSoFar()
        self._pending = Pending()
        self.steps: list[StepDone] = []
        """Of every command that came to something, in order."""

    @property
    def connection(self) -> Connection:
        """For what else is to happen in this transaction, such as the mark of a notice."""
        return self._at.connection

    @property
    def listened(self) -> Mapping[Ear, datetime]:
        """Until when each bot's time was accounted for when the last deal was loaded."""
        return {Ear(bot): from_micros(at) for bot, at in json.loads(self._found.listened)}

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Roll back to here when the block raises."""
        pending, found, steps = self._pending.copy(), self._found.copy(), list(self.steps)
        with self._at.savepoint() as mark:
            try:
                yield
            except BaseException:
                self._pending, self.steps = pending, steps
                if mark.told:
                    # The database drops the locks that were taken since: what was read is too old.
                    self._found = found
                raise

    def finish(self) -> None:
        """Write what waits, as the last thing that this unit does.

        Raises LostRace, and IntegrityError for what the tables refuse.
        """
        self._written()

    def flush(self) -> None:
        """Write what waits and go on. Raises as `finish` does."""
        if self._pending:
            self._found.deals |= self._written()
            self._pending = Pending(actor=self._pending.actor)

    def _written(self) -> dict[DealId, FoundDeal]:
        writing = Writing(self._at.write, self._at.sql, self._pending)
        return writing.everything(self._found.deals)

    # requests

    def answered(self, request: str) -> Answer | None:
        """How this request ended, if it was handled before."""
        waiting = self._pending.requests.get(request)
        if waiting is not None:
            return read_answer(waiting["answer"])
        row = self._at.first(s.ANSWERED, of_request=request)
        return None if row is None else read_answer(row.answer)

    def remember(self, request: str, answer: Answer, at: datetime) -> None:
        """Keep it. A second row fails: here with ValueError, across units with IntegrityError."""
        if request in self._pending.requests:
            msg = f"request {request} was answered already"
            raise ValueError(msg)
        row = {"request": request, "answer": write_answer(answer), "at": at}
        self._pending.requests[request] = row

    # deals

    def deal(self, deal: DealId, *, lock: bool = True) -> Deal | None:
        """The deal, whole; under lock until the transaction ends."""
        if deal in self._pending.deals:
            return self._pending.deals[deal].deal
        own = self._found.deals.get(deal)
        if own is None and not lock:
            return self._found.look(self._at, deal)
        own = own or self._found.load(self._at, deal)
        return None if own is None else own.deal

    def _wanted(self, deal: DealId) -> Wanted:
        """The deal as this unit will leave it, under lock. Raises LostRace when there is none."""
        waiting = self._pending.deals.get(deal)
        if waiting is not None:
            return waiting
        own = self._found.deals.get(deal) or self._found.load(self._at, deal)
        if own is None:
            raise LostRace(deal)
        return Wanted(own.deal, own.seq)

    def deal_by_secret(self, secret_hash: str) -> DealId | None:
        """The open invite whose link or code has this SHA-256."""
        self.flush()
        found = self._at.first(s.BY_SECRET, secret=secret_hash)
        return None if found is None else DealId(found.id)

    def add_deal(self, deal: Deal) -> bool:
        """Insert a new deal (version 1); False when the id is taken."""
        met = Met()
        row = deal_row(deal, met) | {"version": 1}
        if self._at.write(self._at.sql.add_deal, row) != 1:
            return False
        authors = {} if deal.again is None else self._authors(deal.again.deal)
        self._pending.keep(deal.id, met, body=True)
        self._pending.written_as_before(deal.id, authors)
        first = replace(deal, version=1)
        self._found.deals[deal.id] = FoundDeal(first, deal.version, 0, {}, frozenset(), alone=True)
        self._pending.deals[deal.id] = Wanted(first, 0)
        return True

    def _authors(self, deal: DealId) -> dict[str, int]:
        """Who wrote each of a deal's words, by digest."""
        self.flush()
        return {row.digest: row.author for row in self._at.find(s.AUTHORS, of_deal=deal)}

    def save_deal(self, deal: Deal) -> None:
        """Save where the version is what was loaded (`deal.version`); raises LostRace."""
        own = self._wanted(deal.id)
        if not self._found.deals[deal.id].first <= deal.version <= own.deal.version:
            raise LostRace(deal.id)
        saved = replace(deal, version=own.deal.version + 1)
        self._pending.deals[deal.id] = replace(own, deal=saved)

    def record_events(
        self,
        deal: DealId | None,
        command: Command,
        events: Sequence[Event],
        at: datetime,
        request: str | None,
    ) -> None:
        """Append to the journal, gapless per deal. What it met of words is the actor's."""
        seq = None
        if deal is not None:
            own = self._wanted(deal)
            seq = own.seq
            self._pending.deals[deal] = replace(own, seq=seq + len(events))
        met = Met()
        for place, event in enumerate(events, 1):
            kind, body = write_event(event, met)
            self._pending.events.append(
                {
                    "deal": deal,
                    "seq": None if seq is None else seq + place,
                    "at": at,
                    "actor": command.actor,
                    "request": request,
                    "command": type(command).__name__,
                    "kind": kind,
                    "body": body,
                }
            )
        self._pending.keep(deal or "", met, body=False)
        self._pending.written_by(command.actor)
        kinds = tuple(type(event).__name__ for event in events)
        self.steps.append(StepDone(type(command).__name__, command.actor, deal, request, kinds))

    # books

    def post(self, entries: Sequence[Entry], at: datetime) -> None:
        """Append to the books: unique reasons, totals with floors, the deal's chain.

        The same reason with the same postings is a no-op, with others ReasonTaken. A floor that
        breaks is an IntegrityError when the rows are written.
        """
        for chain in dict.fromkeys(entry.chain for entry in entries):
            self._post([entry for entry in entries if entry.chain == chain], chain, at)

    def _post(self, entries: list[Entry], chain: str, at: datetime) -> None:
        reasons = [entry.reason for entry in entries]
        statement, listed = s.BOOKED.fit(reasons)
        booked = self._at.find(statement, **listed, of_chain=chain)
        known = {row.reason: row.request_hash for row in booked}
        heads = [Head(row.chain_seq, row.hash) for row in booked if row.chain == chain]
        waiting = [row for _, row in self._pending.entries]
        known |= {row["reason"]: row["request_hash"] for row in waiting}
        heads += [Head(row["chain_seq"], row["hash"]) for row in waiting if row["chain"] == chain]
        head = max(heads, key=lambda link: link.seq, default=GENESIS)
        for entry in entries:
            before = known.get(entry.reason)
            if before is not None and before != request_hash(entry):
                raise ReasonTaken(entry.reason)
            if before is None:
                row = entry_row(entry, head, at)
                self._pending.entries.append((entry, row))
                head = Head(row["chain_seq"], row["hash"])
                known[entry.reason] = row["request_hash"]

    def messages(self, deal: DealId) -> frozenset[Exhibit]:
        """What was said across on a deal, questions before it included."""
        self.flush()
        rows = self._at.read(s.SAID, of_deal=deal)
        return frozenset(Exhibit(ExhibitKind.MESSAGE, row.seq) for row in rows)

    def posted(self, reason: str) -> bool:
        """Whether the books have an entry with this reason."""
        if any(row["reason"] == reason for _, row in self._pending.entries):
            return True
        return self._at.first(s.POSTED, of_reason=reason) is not None

    # what follows

    def owe(self, notices: Sequence[Notice], at: datetime) -> None:
        """Queue notices for the courier, in order a person."""
        wall = now_micros()
        request = self.steps[-1].request if self.steps else None
        for notice in notices:
            met = Met()
            self._pending.notices.append(notice_row(notice, at, wall, met, request))
            self._pending.keep(notice.deal or "", met, body=False)

    def schedule(self, deal: DealId, deadlines: Sequence[Deadline]) -> None:
        """Make the deal's rows in the schedule these; write the difference.

        Raises ValueError when two have the same key.
        """
        wanted = {deadline.key: deadline for deadline in deadlines}
        if len(wanted) != len(deadlines):
            msg = f"two deadlines of {deal} have the same key"
            raise ValueError(msg)
        self._pending.deals[deal] = replace(self._wanted(deal), deadlines=wanted)

    # hearing

    def heard(self, ear: Ear, people: Collection[PersonId] | None) -> datetime:
        """Until when everything that these people (None: anybody) did at this bot is handled."""
        return hearing.until(self.connection, ear, people)

    # people

    def person(self, person: PersonId) -> Person | None:
        """Somebody who was met."""
        return self.people((person,)).get(person)

    def people(self, persons: Sequence[PersonId]) -> Mapping[PersonId, Person]:
        """Several at once."""
        here = self._found.people | self._pending.people
        ids = [key for key in persons if key not in here]
        found = people(self.connection, ids)
        return found | {key: here[key] for key in persons if key in here}

    def erase(self, person: PersonId) -> None:
        """Forget what they wrote, wherever it stands, and what the edge keeps of them."""
        self.flush()
        self._at.begin_savepoints()
        erase(self.connection, person)
        self._found = ReadSoFar()

    def save_person(self, person: Person) -> None:
        """Insert or replace."""
        self._found.people.pop(person.id, None)
        self._pending.people[person.id] = person

    def count_deals(self, person: PersonId) -> tuple[int, int]:
        """(drafts, open deals that are no drafts) in which the person is a party."""
        self.flush()
        counts = {row.state: row.deals for row in self._at.read(s.COUNT, of_person=person)}
        drafts = counts.pop(DealState.DRAFT.value, 0)
        return drafts, sum(counts.values())

    def unfinished(self, person: PersonId) -> Sequence[DealId]:
        """The deals of a party that are not over, or of which money is still owed to anybody."""
        self.flush()
        found = self._at.read(s.UNFINISHED, of_person=person)
        return [DealId(row.deal) for row in found]

    def unread(self, person: PersonId, now: datetime) -> Sequence[Unread]:
        """What is due for the person's digest and was not answered; under lock."""
        self.flush()
        if self._at.locks:
            self._at.find(s.UNREAD_LOCK, of_person=person, now=now)
        rows = self._at.read(s.UNREAD, of_person=person, now=now)
        return [Unread(DealId(row.deal), int(row.entries), int(row.messages)) for row in rows]

    def arrived(self, arrivals: Sequence[Arrival]) -> None:
        """Keep them for the digest; of one person and deal the first counts."""
        for one in arrivals:
            row = {"since": one.since, "due_at": one.due_at}
            key = {"person": one.person, "deal": one.deal}
            self._pending.unread.setdefault((one.person, one.deal), key | row)

    def digest_told(self, person: PersonId, now: datetime) -> None:
        """Nothing that was due by now is told again."""
        self.flush()
        self._at.write(s.DIGEST_TOLD, {"of_person": person, "now": now})

    def shared_deals(self, one: PersonId, others: Sequence[PersonId], since: datetime) -> bool:
        """Whether `one` was party to an agreed deal with any of `others` since then."""
        self.flush()
        found = self._at.read(s.SHARED, one=one, others=list(others), since=since)
        return found.first() is not None

    def charged_back(self, people: Sequence[PersonId]) -> frozenset[PersonId]:
        """Of whom a bank took a payment back for good, which the desk has not cleared."""
        self.flush()
        found = self._at.read(s.CHARGED_BACK, of_people=list(people))
        return frozenset(PersonId(row.person) for row in found)

    def had_a_deal(self, person: PersonId) -> bool:
        """Whether the person ever had an agreed deal; somebody without one is a stranger."""
        self.flush()
        return known(self.connection, person)

    def cases(self, people: Sequence[PersonId]) -> Mapping[PersonId, int]:
        """How many disputes each of them has to rule on; nobody without one is named."""
        self.flush()
        found = self._at.read(s.CASES, of_people=list(people))
        return {PersonId(row.person): row.cases for row in found}

    def gone(self, people: Sequence[PersonId]) -> frozenset[PersonId]:
        """Who of these people of the desk was last found outside of its group."""
        by_flag = {gone_flag(person): person for person in people}
        rows = self._at.read(s.FLAGGED, names=list(by_flag))
        return frozenset(by_flag[row.name] for row in rows)
