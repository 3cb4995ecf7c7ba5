"""The books, and one person's money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, func, select, text, union_all

from core.deal.events import TransferKind
from core.deal.model import Deal, Transfer
from core.deal.terms import Role
from core.ledger import ASSETS
from core.paying import money_lines
from core.values.ids import DealId, PersonId
from core.values.money import Money
from core.values.window import DeadlineKind
from storage import tables as t
from storage.mapping import read_event
from storage.queries.deals import load_deals
from storage.tables.deals import DESK_KINDS, MONEY_KINDS

_D, _P, _E, _W = t.deals.c, t.parties.c, t.events.c, t.words.c
_L, _N, _S = t.postings.c, t.entries.c, t.deadlines.c


@dataclass(frozen=True, slots=True)
class Booked:
    """One posting with its entry."""

    id: int
    """Of the entry, rising in the order in which the books were written."""
    at: datetime
    reason: str
    chain: str
    chain_seq: int
    line: int
    debit: str
    credit: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Balance:
    """Minor units; assets and expenses are debits less credits, all others the other way."""

    account: str
    currency: str
    minor: int


@dataclass(frozen=True, slots=True)
class SettledLine:
    """One line of a person's money history."""

    at: datetime
    deal: DealId
    milestone: int
    title: str
    what: str
    """As `core.paying.money_lines` names it."""
    amount: Money


@dataclass(frozen=True, slots=True)
class MoneyFound:
    """Sums by currency, what is owed, and the history, newest first."""

    held_for_me: Sequence[Money]
    held_by_me: Sequence[Money]
    to_be_paid_out: Sequence[Money]
    to_be_refunded: Sequence[Money]
    on_its_way: Sequence[Money]
    """What was sent to them, both ways, and is not known to be there."""
    history: Sequence[SettledLine]


_BOOKS: Final = (
    select(
        _N.id,
        _N.at,
        _N.reason,
        _N.chain,
        _N.chain_seq,
        _L.line,
        _L.debit,
        _L.credit,
        _L.amount,
        _L.currency,
    )
    .join(t.postings, (_L.chain == _N.chain) & (_L.chain_seq == _N.chain_seq))
    .order_by(_N.id, _L.line)
)
_OF_CHAIN: Final = _BOOKS.where(_N.chain == bindparam("of_chain"))
_ONWARD: Final = _BOOKS.where(_N.id > bindparam("after"), _N.id <= bindparam("last"))


def _booked(row: Any) -> Booked:  # noqa: ANN401 - a row of _BOOKS
    amount = Money(row.amount, row.currency)
    return Booked(
        row.id,
        row.at,
        row.reason,
        row.chain,
        row.chain_seq,
        row.line,
        row.debit,
        row.credit,
        amount,
    )


def postings_of(connection: Connection, deal: DealId) -> list[Booked]:
    """The deal's entries, leg by leg, in order."""
    return [_booked(row) for row in connection.execute(_OF_CHAIN, {"of_chain": deal})]


def books(connection: Connection, *, page: int = 2_000) -> Iterator[Booked]:
    """All postings in the order in which they were written, `page` entries in memory at a time."""
    last = connection.execute(select(func.max(_N.id))).scalar() or 0
    for after in range(0, last, page):
        params = {"after": after, "last": min(after + page, last)}
        for row in connection.execute(_ONWARD, params):
            yield _booked(row)


def _sums() -> Any:  # noqa: ANN401 - a statement
    minus = select(_L.debit.label("account"), _L.currency, (-_L.amount).label("minor"))
    plus = select(_L.credit.label("account"), _L.currency, _L.amount.label("minor"))
    both = union_all(minus, plus).subquery()
    return (
        select(both.c.account, both.c.currency, func.sum(both.c.minor).label("minor"))
        .group_by(both.c.account, both.c.currency)
        .having(func.sum(both.c.minor) != 0)
        .order_by(both.c.account, both.c.currency)
    )


_SUMS: Final = _sums()


def balances(connection: Connection) -> list[Balance]:
    """Every account that is not at zero, summed from the postings themselves."""
    return [
        Balance(
            row.account,
            row.currency,
            int(-row.minor if row.account.startswith(ASSETS) else row.minor),
        )
        for row in connection.execute(_SUMS)
    ]


_HELD: Final = (
    select(t.holdings.c.currency, func.sum(t.holdings.c.held).label("held"))
    .group_by(t.holdings.c.currency)
    .order_by(t.holdings.c.currency)
)


def held_in_all(connection: Connection) -> list[Money]:
    """What is held, by currency; a handful of rows, however many deals there are."""
    rows = connection.execute(_HELD)
    return [Money(int(row.held), row.currency) for row in rows if row.held]


_HELD_OF: Final = (
    select(_P.role, _D.currency, func.sum(_D.held).label("held"))
    .join(t.deals, _D.id == _P.deal)
    .where(_P.person == bindparam("of_person"), _P.open == 1)
    .group_by(_P.role, _D.currency)
    .order_by(_D.currency)
)
# While a deal stands still its transfers have no deadline: its flag leads to what is owed.
_OWED: Final = (
    select(_S.deal)
    .join(t.parties, _P.deal == _S.deal)
    .where(
        text(f"deadlines.kind IN ({', '.join(repr(kind.value) for kind in DESK_KINDS)})"),
        _S.kind.in_([DeadlineKind.TRANSFER.value, DeadlineKind.HOLD_FLAG.value]),
        _P.person == bindparam("of_person"),
    )
    .distinct()
)
_TO_SEND: Final = (
    select(_S.deal)
    .where(
        text(f"deadlines.kind IN ({', '.join(repr(kind.value) for kind in DESK_KINDS)})"),
        _S.kind.in_([DeadlineKind.TRANSFER.value, DeadlineKind.HOLD_FLAG.value]),
    )
    .distinct()
)
_ON_ITS_WAY: Final = select(_P.deal).where(
    _P.person == bindparam("of_person"), text("parties.on_its_way > 0")
)
_SENT: Final = (
    select(_P.deal).where(text("parties.on_its_way > 0")).distinct().limit(bindparam("most"))
)
_HISTORY: Final = (
    select(_E.id, _E.at, _E.deal, _E.kind, _E.body, _P.role, _W.text.label("title"))
    .select_from(t.parties)
    .join(t.events, _E.deal == _P.deal)
    .join(t.deals, _D.id == _P.deal)
    .outerjoin(t.words, (_W.deal == _D.id) & (_W.digest == _D.title))
    .where(
        _P.person == bindparam("of_person"),
        text(f"events.kind IN ({', '.join(map(repr, MONEY_KINDS))})"),
    )
    .order_by(_E.id.desc())
    .limit(bindparam("most"))
)


def money_of(connection: Connection, person: PersonId, *, limit: int = 50) -> MoneyFound:
    """A person's money; at most `limit` events of the history."""
    held = connection.execute(_HELD_OF, {"of_person": person}).all()
    sums = {
        role: [Money(int(r.held), r.currency) for r in held if r.role == role.value and r.held]
        for role in Role
    }
    due, sent = _of_person(connection, _OWED, person), _of_person(connection, _ON_ITS_WAY, person)
    own = [t for deal in due.values() for t in deal.transfers if t.person == person and t.owed]
    going = [
        t for deal in sent.values() for t in deal.transfers if t.person == person and t.on_its_way
    ]
    return MoneyFound(
        sums[Role.FREELANCER],
        sums[Role.CLIENT],
        _summed(t.amount for t in own if t.kind is TransferKind.PAYOUT),
        _summed(t.amount for t in own if t.kind is TransferKind.REFUND),
        _summed(t.amount for t in going),
        _history(connection, person, limit),
    )


def _of_person(
    connection: Connection, which: Select[Any], person: PersonId
) -> Mapping[DealId, Deal]:
    deals = [DealId(row) for row in connection.execute(which, {"of_person": person}).scalars()]
    return load_deals(connection, deals) if deals else {}


def _summed(amounts: Iterable[Money]) -> list[Money]:
    """By currency."""
    sums: dict[str, Money] = {}
    for amount in amounts:
        sums[amount.currency] = sums.get(amount.currency, Money(0, amount.currency)) + amount
    return [sums[currency] for currency in sorted(sums)]


def owed(connection: Connection) -> list[tuple[DealId, int]]:
    """(deal, number) of all that is to be sent, the oldest first."""
    deals = [DealId(row) for row in connection.execute(_TO_SEND).scalars()]
    found = [
        (transfer.window.opened_at, deal.id, transfer.number)
        for deal in (load_deals(connection, deals) if deals else {}).values()
        for transfer in deal.transfers
        if transfer.owed
    ]
    return [(deal, number) for _, deal, number in sorted(found)]


def on_its_way(connection: Connection, *, limit: int = 200) -> list[tuple[Deal, Transfer]]:
    """What was sent to anybody and is not known to be there, the longest first."""
    deals = [DealId(row) for row in connection.execute(_SENT, {"most": limit}).scalars()]
    found = [
        (deal, transfer)
        for deal in (load_deals(connection, deals) if deals else {}).values()
        for transfer in deal.transfers
        if transfer.on_its_way
    ]
    return sorted(found, key=lambda one: (str(one[1].sent_at), one[0].id, one[1].number))


def _history(connection: Connection, person: PersonId, limit: int) -> list[SettledLine]:
    lines = []
    rows = connection.execute(_HISTORY, {"of_person": person, "most": limit})
    for row in rows:
        event = read_event(row.kind, row.body, {})
        for what, amount in money_lines(event, Role(row.role)):
            deal, milestone = DealId(row.deal), getattr(event, "milestone", 0)
            lines.append(SettledLine(row.at, deal, milestone, row.title or "", what, amount))
    return lines
