"""How a unit of work writes what waits: each table once, all its rows in one statement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Executable

from core.ledger import has_total
from core.ports import LostRace
from core.values.ids import DealId
from storage import statements as s
from storage.found import FoundDeal
from storage.mapping import Met
from storage.pending import Pending, Wanted
from storage.rows import (
    Row,
    changes,
    deadline_mark,
    deadline_row,
    deal_row,
    party_rows,
    person_row,
    posting_rows,
    stripe,
)

_HOLD: Final = "hold:"
Execute = Callable[[Executable, list[Row] | Row], int]
"""Write rows by a statement; how many it touched."""


@dataclass(frozen=True, slots=True)
class DealChange:
    """A deal: what its rows hold, and what they are to hold."""

    was: FoundDeal
    to: Wanted

    @property
    def changed(self) -> bool:
        """Whether its document has to be written."""
        return self.to.deal is not self.was.deal

    @property
    def done(self) -> FoundDeal:
        """What its rows hold after that."""
        schedule = self.was.schedule
        if self.to.deadlines is not None:
            schedule = {key: deadline_mark(row) for key, row in self.to.deadlines.items()}
        return replace(self.was, deal=self.to.deal, seq=self.to.seq, schedule=schedule, alone=False)


class Writing:
    """One flush."""

    def __init__(self, execute: Execute, sql: s.Statements, pending: Pending) -> None:
        """`execute` takes a statement and one row or many."""
        self._execute = execute
        self._sql = sql
        self._pending = pending

    def _many(self, statement: Executable, rows: Iterable[Row]) -> None:
        listed = list(rows)
        if listed:
            self._execute(statement, listed)

    def everything(self, found: Mapping[DealId, FoundDeal]) -> dict[DealId, FoundDeal]:
        """Write in the order that foreign keys ask for; what rows hold then. Raises LostRace."""
        changes = [DealChange(found[deal], to) for deal, to in self._pending.deals.items()]
        for own in changes:
            if own.changed:
                self._save(own)
        self._parties(changes)
        self._words()
        self._many(s.EVENTS, self._pending.events)
        self._books()
        self._schedule(changes)
        self._many(s.NOTICES, self._pending.notices)
        self._many(self._sql.unread, self._pending.unread.values())
        self._many(self._sql.people, map(person_row, self._pending.people.values()))
        self._many(s.REMEMBER, self._pending.requests.values())
        return {own.to.deal.id: own.done for own in changes}

    def _save(self, own: DealChange) -> None:
        met, deal = Met(), own.to.deal
        row = deal_row(deal, met)
        where = {"of_id": row.pop("id"), "of_version": own.was.deal.version}
        if self._execute(s.SAVE, row | where | {"version": deal.version}) != 1:
            raise LostRace(deal.id)
        fresh = Met(
            {digest: v for digest, v in met.words.items() if digest not in own.was.refers},
            {sha256: v for sha256, v in met.files.items() if sha256 not in own.was.refers},
        )
        self._pending.keep(deal.id, fresh, body=True)

    def _parties(self, deals: list[DealChange]) -> None:
        changed, gone = [], []
        for own in deals:
            if not own.changed and not own.was.alone:
                continue
            old = {} if own.was.alone else party_rows(own.was.deal)
            new = party_rows(own.to.deal)
            changed += [row for person, row in new.items() if old.get(person) != row]
            gone += [
                {"of_id": own.to.deal.id, "of_person": person} for person in old.keys() - new.keys()
            ]
        self._many(s.DROP_PARTY, gone)
        self._many(self._sql.parties, changed)

    def _words(self) -> None:
        self._pending.written_by(self._pending.actor)
        self._many(self._sql.words, self._pending.words.values())
        self._many(self._sql.files, self._pending.files.values())

    def _books(self) -> None:
        entries = self._pending.entries
        if not entries:
            return
        moves = [(*key, change) for entry, _ in entries for key, change in changes(entry).items()]
        names = dict.fromkeys((account, currency) for account, currency, _ in moves)
        self._many(
            self._sql.accounts,
            (
                {"account": name, "currency": currency, "balance": 0 if has_total(name) else None}
                for name, currency in sorted(names)
            ),
        )
        self._many(
            s.MOVE,
            (
                {"of_account": name, "of_currency": currency, "change": change}
                for name, currency, change in moves
                if has_total(name)
            ),
        )
        self._many(s.ENTRIES, (row for _, row in entries))
        self._many(
            s.POSTINGS,
            (leg for entry, row in entries for leg in posting_rows(entry, row["chain_seq"])),
        )
        self._holdings()

    def _holdings(self) -> None:
        moved: Counter[tuple[str, int]] = Counter()
        for entry, _ in self._pending.entries:
            for (account, currency), change in changes(entry).items():
                if account.startswith(_HOLD):
                    moved[currency, stripe(entry.chain)] += change
        self._many(
            self._sql.holdings,
            (
                {"currency": currency, "stripe": place, "held": change}
                for (currency, place), change in sorted(moved.items())
            ),
        )

    def _schedule(self, deals: list[DealChange]) -> None:
        gone, changed = [], []
        for own in deals:
            wanted, held = own.to.deadlines, own.was.schedule
            if wanted is None:
                continue
            deal = own.to.deal.id
            gone += [{"of_id": deal, "of_key": key} for key in held.keys() - wanted.keys()]
            changed += [
                deadline_row(deal, row)
                for key, row in wanted.items()
                if held.get(key) != deadline_mark(row)
            ]
        self._many(s.UNSCHEDULE, gone)
        self._many(self._sql.deadlines, changed)
