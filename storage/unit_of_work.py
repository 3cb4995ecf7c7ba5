"""One transaction, as core sees it: `SqlUnitOfWork` implements core.ports.UnitOfWork.

Writes wait. A command reads first and writes then, so its rows are kept until something reads what
they would change, or until the work ends, and each table is written once, with all its rows in one
statement. A savepoint is a copy of what waits; the database hears of it only when rows have to be
written inside one.

    SqlUnitOfWork(connection)      a connection inside a transaction; plain synchronous calls
    .finish()                      write what waits; the store calls it before it commits
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable

from core.deal.clocks import Deadline
from core.deal.commands import Command
from core.deal.dispute import Exhibit, ExhibitKind
from core.deal.events import Event
from core.deal.model import Deal, DealState
from core.deal.notice import Notice
from core.deal.person import Person
from core.ledger import Entry
from core.ports import Answer, Expecting, LostRace, ReasonTaken, gone_flag
from core.values.hearing import Ear
from core.values.ids import DealId, PersonId
from storage import hearing
from storage import statements as s
from storage.columns import now_micros
from storage.mapping import Met, dumps, read_answer, read_row, write_answer, write_event
from storage.pending import Pending
from storage.prepared import find, write
from storage.queries.people import known, people
from storage.rows import (
    GENESIS,
    Head,
    Row,
    deal_row,
    entry_row,
    notice_row,
    read_form,
    read_person,
    request_hash,
)
from storage.writing import Loaded, Writing


@dataclass(frozen=True, slots=True)
class StepDone:
    """What one command came to, by names alone: nothing that anybody said is in it."""

    command: str
    actor: PersonId
    deal: DealId | None
    request: str | None
    events: tuple[str, ...]


@dataclass(slots=True)
class _Savepoint:
    """Where to go back to. `name` once the database was told of it."""

    pending: Pending
    deals: dict[DealId, Loaded]
    heads: dict[str, Head]
    steps: list[StepDone]
    name: str = ""


class SqlUnitOfWork:
    """One database transaction, on a connection that somebody else commits."""

    def __init__(self, connection: Connection) -> None:
        """Nothing is read or written yet."""
        self._connection = connection
        self._sql = s.FOR[connection.dialect.name]
        self._locks = connection.dialect.name == "postgresql"
        self._pending = Pending()
        self._deals: dict[DealId, Loaded] = {}
        self._found: dict[DealId, Loaded] = {}
        """The same as the rows have them."""
        self._heads: dict[str, Head] = {}
        self._met: dict[PersonId, Person] = {}
        """Parties of the deals that were loaded, as their rows have them."""
        self._savepoints: list[_Savepoint] = []
        self.steps: list[StepDone] = []
        """Of every command that came to something, in order."""

    @property
    def connection(self) -> Connection:
        """For what else is to happen in this transaction, such as the mark of a notice."""
        return self._connection

    # savepoints

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Roll back to here when the block raises."""
        mark = _Savepoint(
            self._pending.copy(), dict(self._deals), dict(self._heads), list(self.steps)
        )
        self._savepoints.append(mark)
        try:
            yield
        except BaseException:
            self._back_to(mark)
            raise
        finally:
            self._savepoints.pop()

    def _back_to(self, mark: _Savepoint) -> None:
        later = self._deals.keys() - mark.deals.keys()
        self._deals, self._pending, self._heads = mark.deals, mark.pending, mark.heads
        self.steps = mark.steps
        if self._connection.invalidated:
            return  # it is lost, and all of it with it; SQLAlchemy would hide why
        if mark.name:
            # The database drops locks that were taken since, so what was read since is dropped too.
            self._connection.exec_driver_sql(f"ROLLBACK TO SAVEPOINT {mark.name}")
        else:
            self._deals |= {deal: self._found[deal] for deal in later}

    def _write(self, statement: Executable, rows: list[Row] | Row) -> int:
        for depth, mark in enumerate(self._savepoints):
            if not mark.name:
                mark.name = f"holdfast_{depth}"
                self._connection.exec_driver_sql(f"SAVEPOINT {mark.name}")
        return write(self._connection, statement, rows)

    def _read(self, statement: Executable, **params: Any) -> CursorResult[Any]:  # noqa: ANN401 - values of SQL
        return self._connection.execute(statement, params)

    def _find(self, statement: Executable, **params: Any) -> list[Any]:  # noqa: ANN401 - values of SQL
        """The same, prepared: for statements without a list, whose results need no conversion."""
        return find(self._connection, statement, params)

    def _first(self, statement: Executable, **params: Any) -> Any:  # noqa: ANN401 - a row
        """The first row, or None."""
        return next(iter(self._find(statement, **params)), None)

    def finish(self) -> None:
        """Write what waits, as the last thing that this unit does.

        Raises LostRace, and IntegrityError for what the tables refuse.
        """
        Writing(self._write, self._sql, self._pending).everything(self._deals.values())

    def flush(self) -> None:
        """Write what waits and go on. Raises as `finish` does."""
        if not self._pending and not any(own.waits for own in self._deals.values()):
            return
        self.finish()
        self._deals = {deal: own.settled() for deal, own in self._deals.items()}
        self._found = dict(self._deals)
        self._pending = Pending(actor=self._pending.actor)

    # requests

    def answered(self, request: str) -> Answer | None:
        """How this request ended, if it was handled before."""
        waiting = self._pending.requests.get(request)
        if waiting is not None:
            return read_answer(waiting["answer"])
        row = self._first(s.ANSWERED, of_request=request)
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
        own = self._deals.get(deal)
        if own is not None:
            return own.deal
        own = self._load(deal, lock=lock)
        if own is None:
            return None
        if lock:
            self._deals[deal] = self._found[deal] = own
        return own.deal

    def _load(self, deal: DealId, *, lock: bool) -> Loaded | None:
        # A statement of its own: on PostgreSQL a subquery beside FOR UPDATE may see older rows
        # than the one that was waited for. SQLite's writers stand in line at BEGIN IMMEDIATE.
        if lock and self._locks and self._first(s.LOCK, of_id=deal) is None:
            return None
        row = self._first(self._sql.load, of_id=deal)
        if row is None:
            return None
        found, refers = read_row(row.version, row.terms, row.body, row.words)
        schedule = {key: tuple(rest) for key, *rest in json.loads(row.schedule or "[]")}
        self._met |= {one[0]: read_person(one) for one in json.loads(row.parties or "[]")}
        return Loaded(found, found, found.version, row.seq or 0, schedule, refers)

    def _own(self, deal: DealId) -> Loaded:
        """The deal as this unit has it, under lock. Raises LostRace when there is none."""
        if self.deal(deal) is None:
            raise LostRace(deal)
        return self._deals[deal]

    def deal_by_secret(self, secret_hash: str) -> DealId | None:
        """The open invite whose link or code has this SHA-256."""
        self.flush()
        found = self._read(s.BY_SECRET, secret=secret_hash).scalar()
        return None if found is None else DealId(found)

    def add_deal(self, deal: Deal) -> bool:
        """Insert a new deal (version 1); False when the id is taken."""
        met = Met()
        row = deal_row(deal, met) | {"version": 1}
        if self._write(self._sql.add_deal, row) != 1:
            return False
        self._pending.keep(deal.id, met, body=True)
        first = replace(deal, version=1)
        own = Loaded(first, first, deal.version, 0, {}, frozenset(), fresh=True)
        self._deals[deal.id] = self._found[deal.id] = own
        return True

    def save_deal(self, deal: Deal) -> None:
        """Save where the version is what was loaded (`deal.version`); raises LostRace."""
        own = self._own(deal.id)
        if not own.first <= deal.version <= own.deal.version:
            raise LostRace(deal.id)
        saved = replace(deal, version=own.deal.version + 1)
        self._deals[deal.id] = replace(own, deal=saved)

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
            own = self._own(deal)
            seq = own.seq
            self._deals[deal] = replace(own, seq=seq + len(events))
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
        booked = self._find(statement, **listed, of_chain=chain)
        known = {row.reason: row.request_hash for row in booked}
        known |= {row["reason"]: row["request_hash"] for _, row in self._pending.entries}
        heads = [Head(row.chain_seq, row.hash) for row in booked if row.chain == chain]
        head = self._heads.get(chain) or max(heads, key=lambda h: h.seq, default=GENESIS)
        for entry in entries:
            before = known.get(entry.reason)
            if before is not None and before != request_hash(entry):
                raise ReasonTaken(entry.reason)
            if before is None:
                row = entry_row(entry, head, at)
                self._pending.entries.append((entry, row))
                head = Head(row["chain_seq"], row["hash"])
                known[entry.reason] = row["request_hash"]
        self._heads[chain] = head

    def messages(self, deal: DealId) -> frozenset[Exhibit]:
        """What was said across on a deal, questions before it included."""
        rows = self._connection.execute(s.SAID, {"of_deal": deal})
        return frozenset(Exhibit(ExhibitKind.MESSAGE, row.seq) for row in rows)

    def posted(self, reason: str) -> bool:
        """Whether the books have an entry with this reason."""
        if any(row["reason"] == reason for _, row in self._pending.entries):
            return True
        return self._first(s.POSTED, of_reason=reason) is not None

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
        self._deals[deal] = replace(self._own(deal), wanted=wanted)

    # hearing

    def heard(self, ear: Ear, people: Collection[PersonId] | None) -> datetime:
        """Until when everything that these people (None: anybody) did at this bot is handled."""
        return hearing.until(self._connection, ear, people)

    # people

    def person(self, person: PersonId) -> Person | None:
        """Somebody who was met."""
        return self.people((person,)).get(person)

    def people(self, persons: Sequence[PersonId]) -> Mapping[PersonId, Person]:
        """Several at once."""
        here = self._met | self._pending.people
        ids = [key for key in persons if key not in here]
        found = people(self._connection, ids)
        return found | {key: here[key] for key in persons if key in here}

    def save_person(self, person: Person) -> None:
        """Insert or replace."""
        self._met.pop(person.id, None)
        self._pending.people[person.id] = person

    def count_deals(self, person: PersonId) -> tuple[int, int]:
        """(drafts, open deals that are no drafts) in which the person is a party."""
        self.flush()
        counts = {row.state: row.deals for row in self._read(s.COUNT, of_person=person)}
        drafts = counts.pop(DealState.DRAFT.value, 0)
        return drafts, sum(counts.values())

    def shared_deals(self, one: PersonId, others: Sequence[PersonId], since: datetime) -> bool:
        """Whether `one` was party to an agreed deal with any of `others` since then."""
        self.flush()
        found = self._read(s.SHARED, one=one, others=list(others), since=since)
        return found.first() is not None

    def had_a_deal(self, person: PersonId) -> bool:
        """Whether the person ever had an agreed deal; somebody without one is a stranger."""
        self.flush()
        return known(self.connection, person)

    def cases(self, people: Sequence[PersonId]) -> Mapping[PersonId, int]:
        """How many disputes each of them has to rule on; nobody without one is named."""
        self.flush()
        found = self._read(s.CASES, of_people=list(people))
        return {PersonId(row.person): row.cases for row in found}

    def gone(self, people: Sequence[PersonId]) -> frozenset[PersonId]:
        """Who of these people of the desk was last found outside of its group."""
        by_flag = {gone_flag(person): person for person in people}
        rows = self._read(s.FLAGGED, names=list(by_flag))
        return frozenset(by_flag[row.name] for row in rows)

    # forms

    def expecting(self, person: PersonId, bot: str) -> Expecting | None:
        """The form that the person's next words belong to."""
        row = self._first(s.FORM, of_person=person, of_bot=bot)
        return None if row is None else read_form(row)

    def expect(self, expecting: Expecting) -> None:
        """Open or update this (person, bot, what, deal, milestone); it is asked next."""
        key = {"of_person": expecting.person, "of_bot": expecting.bot}
        [touched] = self._find(s.FORM_TOUCHED, **key)
        self._put_form(expecting, max(touched.last or 0, 0) + 1)

    def form(
        self,
        person: PersonId,
        bot: str,
        what: str,
        deal: DealId | None = None,
        milestone: int | None = None,
    ) -> Expecting | None:
        """Exactly this one, if it is open; which one is asked stays as it is."""
        key = _form_key(Expecting(person, bot, what, deal, milestone))
        row = self._first(s.FORM_EXACT, **key)
        return None if row is None else read_form(row)

    def close(self, form: Expecting) -> None:
        """Close exactly this one, if it is open."""
        self._write(s.FORGET_ONE, _form_key(form))

    def rewrite(self, form: Expecting, was: Expecting) -> bool:
        """Other data in exactly this one, if it is open and holds what it did; whether it did."""
        now = self.form(form.person, form.bot, form.what, form.deal, form.milestone)
        if now is None or now.data != was.data:
            return False
        both = {"to": dumps(dict(form.data)), "was": dumps(dict(was.data))}
        self._write(s.REWRITE, _form_key(form) | both)
        return True

    def aside(self, person: PersonId, bot: str) -> Expecting | None:
        """The newest of the person's words that fit no form."""
        row = self._first(s.ASIDE, of_person=person, of_bot=bot)
        return None if row is None else read_form(row)

    def set_aside(self, words: Expecting, most: int) -> None:
        """Keep words that fit no form: below every form, and of one person the newest `most`."""
        key = {"of_person": words.person, "of_bot": words.bot}
        before = self._first(s.ASIDE, **key)
        self._put_form(words, (s.BENEATH if before is None else before.touched) + 1)
        self._write(s.TRIM_ASIDE, key | {"most": most})

    def _put_form(self, expecting: Expecting, touched: int) -> None:
        row = {
            "person": expecting.person,
            "bot": expecting.bot,
            "what": expecting.what,
            "deal": expecting.deal or "",
            "milestone": expecting.milestone or 0,
            "field": expecting.field,
            "data": dumps(dict(expecting.data)),
            "touched": touched,
            "at": now_micros(),
        }
        self._write(self._sql.forms, row)

    def forget(self, person: PersonId, bot: str, what: str | None = None) -> None:
        """Close one kind of form of the person, or, with None, the one that is asked now."""
        key = {"of_person": person, "of_bot": bot}
        if what is not None:
            self._write(s.FORGET, key | {"of_what": what})
            return
        row = self._first(s.FORM, **key)
        if row is not None:
            exact = {"of_what": row.what, "of_deal": row.deal, "of_milestone": row.milestone}
            self._write(s.FORGET_ONE, key | exact)


def _form_key(form: Expecting) -> Row:
    return {
        "of_person": form.person,
        "of_bot": form.bot,
        "of_what": form.what,
        "of_deal": form.deal or "",
        "of_milestone": form.milestone or 0,
    }
