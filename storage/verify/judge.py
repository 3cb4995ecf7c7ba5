"""Reads the books page by page and lets each deal be judged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, func, select

from core.deal.diary import DiaryEntry
from core.deal.events import TransferKind
from core.deal.model import Deal
from core.ledger import CHARGEBACK, RAIL_CHAIN, Entry, Posting, asset, has_total, payable, suspense
from core.talking import DiaryWritten
from core.values.ids import DealId
from core.values.money import Money
from storage import tables as t
from storage.mapping import Met, read_event
from storage.queries.deals import load_deals
from storage.queries.money import books
from storage.queries.words import words_of
from storage.rows import deal_row, party_rows
from storage.verify import of_a_deal, of_suspense
from storage.verify.of_a_deal import Link, Problem, Totals

PAGE: Final = 250  # pragma: no mutate - any size gives the same problems: tests read by one
"""Deals in memory at a time."""
ACCOUNTS: Final = 1_000  # pragma: no mutate - as above
"""Totals that are looked up at a time."""

_D, _N, _L, _E = t.deals.c, t.entries.c, t.postings.c, t.events.c
_PAYABLE: Final = "payable:"
_CACHED: Final = (
    "state",
    "currency",
    "creator",
    "invitee",
    "freelancer",
    "client",
    "token_hash",
    "code_hash",
    "title",
    "total",
    "held",
    "waiting",
    "started_at",
    "active_at",
    "ended_at",
)
"""Columns of a deal that repeat what its document says."""


def verify(
    connection: Connection, told: Callable[[int, int], None] = lambda _done, _all: None
) -> list[Problem]:
    """Everything that does not hold, in a transaction that sees one moment."""
    return list(_Judge(connection, told).problems())


class _Judge:
    def __init__(self, connection: Connection, told: Callable[[int, int], None]) -> None:
        self._connection = connection
        self._told = told
        self._sums: Totals = Counter()
        """By (kind of account, currency): few, however many deals there are."""
        self._owed: Counter[tuple[str, str]] = Counter()
        """What the deals say that people are owed, by (account, currency)."""

    def problems(self) -> Iterator[Problem]:
        everything = self._connection.execute(
            select(func.count()).select_from(t.deals)
        ).scalar_one()
        done = 0
        for page in self._pages():
            yield from self._page(page)
            done += len(page)
            self._told(done, everything)
        yield from self._strays()
        yield from self._suspense()
        yield from self._payables()
        yield from self._totals()
        yield from self._holdings()
        yield from self._covered()

    def _pages(self) -> Iterator[list[DealId]]:
        last = ""
        while True:
            query = select(_D.id).where(_D.id > last).order_by(_D.id).limit(PAGE)
            page = [DealId(row) for row in self._connection.execute(query).scalars()]
            if not page:
                return
            yield page
            last = page[-1]

    # one page of deals

    def _page(self, page: list[DealId]) -> Iterator[Problem]:
        deals = load_deals(self._connection, page)
        links = self._links(page)
        totals: Totals = Counter()
        journals = self._journals(page)
        diaries = self._diaries([d for d in page if deals[d].diary_count or journals[d][1]])
        for number, deal in deals.items():
            chain = links.get(number, [])
            for what in self._of_deal(deal, chain, totals, diaries.get(number, [])):
                yield Problem(number, what)
            count, _, last = journals[number]
            if not count:
                yield Problem(number, "its journal is gone")
            elif count != last:
                yield Problem(number, f"the journal has {count} events and ends with number {last}")
            for transfer in deal.transfers:
                if transfer.owed and transfer.kind is TransferKind.PAYOUT:
                    key = (payable(transfer.person), transfer.amount.currency)
                    self._owed[key] += transfer.amount.minor
        yield from self._rows(deals)
        yield from self._accounts(totals)
        for (account, currency), minor in totals.items():
            self._sums[_kind(account), currency] += minor

    @staticmethod
    def _of_deal(
        deal: Deal, links: Sequence[Link], totals: Totals, diary: Sequence[DiaryEntry]
    ) -> Iterator[str]:
        yield from of_a_deal.chain(links)
        yield from of_a_deal.replay(links, totals)
        yield from of_a_deal.milestones(deal, links, totals)
        yield from of_a_deal.transfers(deal, totals)
        yield from of_a_deal.deposits(deal, links)
        yield from of_a_deal.reversals(deal, links, totals)
        yield from of_a_deal.diary(deal, diary)

    def _links(self, chains: Sequence[str]) -> dict[str, list[Link]]:
        legs = defaultdict(list)
        of_these = select(t.postings).where(_L.chain.in_(chains))
        for row in self._connection.execute(of_these.order_by(_L.chain, _L.chain_seq, _L.line)):
            amount = Money(row.amount, row.currency)
            legs[row.chain, row.chain_seq].append(Posting(row.debit, row.credit, amount))
        found = defaultdict(list)
        heads = select(t.entries).where(_N.chain.in_(chains)).order_by(_N.chain, _N.chain_seq)
        for row in self._connection.execute(heads):
            entry = Entry(row.reason, row.chain, tuple(legs[row.chain, row.chain_seq]))
            link = Link(entry, row.chain_seq, row.at, row.request_hash, row.previous, row.hash)
            found[row.chain].append(link)
        return found

    def _journals(self, page: Sequence[str]) -> dict[str, tuple[int, int, int]]:
        """(events, diary entries, last number) of each deal."""
        written = func.count().filter(_E.kind == DiaryWritten.__name__)
        query = (
            select(_E.deal, func.count(), written, func.max(_E.seq))
            .where(_E.deal.in_(page))
            .group_by(_E.deal)
        )
        found = {row[0]: tuple(row[1:]) for row in self._connection.execute(query)}
        return {deal: found.get(deal, (0, 0, 0)) for deal in page}

    def _diaries(self, page: Sequence[str]) -> dict[str, list[DiaryEntry]]:
        if not page:
            return {}
        query = select(_E.deal, _E.kind, _E.body).where(
            _E.deal.in_(page), _E.kind == DiaryWritten.__name__
        )
        rows = self._connection.execute(query.order_by(_E.deal, _E.seq)).all()
        known = words_of(self._connection, (row.body for row in rows), page)
        found = defaultdict(list)
        for row in rows:
            event = read_event(row.kind, row.body, known)
            if isinstance(event, DiaryWritten):
                found[row.deal].append(event.entry)
        return found

    def _rows(self, deals: dict[DealId, Deal]) -> Iterator[Problem]:
        """Columns and lists against documents."""
        rows = self._connection.execute(select(t.deals).where(_D.id.in_(list(deals)))).all()
        parties: dict[str, dict[int, dict[str, Any]]] = defaultdict(dict)
        listed = select(t.parties).where(t.parties.c.deal.in_(list(deals)))
        for party in self._connection.execute(listed):
            parties[party.deal][party.person] = dict(party._mapping)  # noqa: SLF001 - public in all but name
        for row in rows:
            deal = deals[DealId(row.id)]
            said = deal_row(deal, Met())
            wrong = [name for name in _CACHED if getattr(row, name) != said[name]]
            if wrong:
                yield Problem(row.id, f"its row and its document differ: {', '.join(wrong)}")
            if parties[row.id] != party_rows(deal):
                yield Problem(row.id, "the lists of its parties differ from its document")

    def _accounts(self, totals: Totals) -> Iterator[Problem]:
        """Running totals of the deals' own accounts."""
        own = {
            key: n
            for key, n in totals.items()
            if has_total(key[0]) and not key[0].startswith(_PAYABLE)
        }
        names = sorted({account for account, _ in own})
        a = t.accounts.c
        found: dict[tuple[str, str], int] = {}
        for at in range(0, len(names), ACCOUNTS):
            query = select(t.accounts).where(a.account.in_(names[at : at + ACCOUNTS]))
            found |= {(r.account, r.currency): r.balance for r in self._connection.execute(query)}
        for key, minor in own.items():
            if found.get(key) != minor:
                yield Problem(
                    key[0], f"its total is {found.get(key)} {key[1]}, its postings say {minor}"
                )

    # what concerns all

    def _strays(self) -> Iterator[Problem]:
        """Entries of no deal."""
        query = (
            select(_N.chain)
            .outerjoin(t.deals, _D.id == _N.chain)
            .where(_D.id.is_(None), ~_N.chain.startswith(RAIL_CHAIN))
            .distinct()
        )
        for chain in self._connection.execute(query).scalars():
            yield Problem(chain, "entries of a deal that is not there")

    def _suspense(self) -> Iterator[Problem]:
        """Money that matches nothing: the chain of each rail, and what is known of each item."""
        query = select(_N.chain).where(_N.chain.startswith(RAIL_CHAIN)).distinct()
        for chain in sorted(self._connection.execute(query).scalars()):
            links, totals = self._links([chain])[chain], Counter[tuple[str, str]]()
            for what in (*of_a_deal.chain(links), *of_a_deal.replay(links, totals)):
                yield Problem(chain, what)
            self._sums.update(totals)
        yield from of_suspense.items(self._connection, self._sums)

    def _payables(self) -> Iterator[Problem]:
        """What people are owed: by the postings, by the deals, and as the totals have it."""
        owed: Totals = Counter()
        yield from self._paid_in_order(owed)
        for key in owed.keys() | self._owed.keys():
            if owed[key] != self._owed[key]:
                what = f"has {owed[key]} {key[1]}, the deals owe {self._owed[key]}"
                yield Problem(key[0], what)
        a = t.accounts.c
        query = select(t.accounts).where(a.account.startswith(_PAYABLE), a.balance > 0)
        kept = {(r.account, r.currency): r.balance for r in self._connection.execute(query)}
        for key in owed.keys() | kept.keys():
            if kept.get(key, 0) != owed[key]:
                what = f"its total is {kept.get(key, 0)} {key[1]}, its postings say {owed[key]}"
                yield Problem(key[0], what)

    def _paid_in_order(self, owed: Totals) -> Iterator[Problem]:
        """Sum up what is owed, in the order in which the books were written."""
        for booked in books(self._connection):
            currency, minor = booked.amount.currency, booked.amount.minor
            if booked.credit.startswith(_PAYABLE):
                owed[booked.credit, currency] += minor
            if booked.debit.startswith(_PAYABLE):
                owed[booked.debit, currency] -= minor
                if owed[booked.debit, currency] < 0:
                    yield Problem(booked.debit, f"falls below zero with {booked.reason}")
                if not owed[booked.debit, currency]:
                    del owed[booked.debit, currency]

    def _totals(self) -> Iterator[Problem]:
        """All running totals together: finds one whose postings are gone."""
        a = t.accounts.c
        query = select(a.currency, func.sum(a.balance)).group_by(a.currency)
        kept = {currency: int(total or 0) for currency, total in self._connection.execute(query)}
        said: Counter[str] = Counter()
        for (kind, currency), minor in self._sums.items():
            if has_total(kind):
                said[currency] += minor
        for currency, total in kept.items():
            if total != said[currency]:
                what = f"all totals are {total} {currency}, the postings say {said[currency]}"
                yield Problem("accounts", what)

    def _holdings(self) -> Iterator[Problem]:
        h = t.holdings.c
        query = select(h.currency, func.sum(h.held)).group_by(h.currency)
        kept = {currency: int(held) for currency, held in self._connection.execute(query)}
        for currency in kept.keys() | {c for kind, c in self._sums if kind == "hold:"}:
            said = self._sums["hold:", currency]
            if kept.get(currency, 0) != said:
                what = f"held in all is {kept.get(currency, 0)} {currency}, the chains say {said}"
                yield Problem("holdings", what)

    def _covered(self) -> Iterator[Problem]:
        """Money of clients and freelancers against what the operator has at the rails."""
        for currency in {currency for _, currency in self._sums}:
            sums = {kind: minor for (kind, c), minor in self._sums.items() if c == currency}
            # What banks took back for good is ours to cover: the books know it as an expense.
            ours = (asset(""), CHARGEBACK)
            assets = -sum(minor for kind, minor in sums.items() if kind.startswith(ours))
            running = sum(minor for kind, minor in sums.items() if has_total(kind))
            owed = running + sum(m for kind, m in sums.items() if kind.startswith(suspense("")))
            if assets < owed:
                yield Problem(currency, f"{owed} is owed to people, the rails have {assets}")


def _kind(account: str) -> str:
    """`hold:` and the like for accounts of people and milestones, else the account itself."""
    return account.partition(":")[0] + ":" if has_total(account) else account
