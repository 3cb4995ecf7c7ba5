"""What must hold of money that matches nothing: each item has its entries, and no others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection, select

from core.deal.suspense import Suspense, SuspenseState
from core.ledger import RAIL_CHAIN, rail_chain, suspense
from storage import tables as t
from storage.suspense import read_suspense
from storage.verify.of_a_deal import Problem, Totals

_N, _S = t.entries.c, t.suspense.c


def items(connection: Connection, sums: Totals) -> Iterator[Problem]:
    """`sums` are of all chains, by (account, currency)."""
    booked = _booked(connection)
    waits: Counter[tuple[str, str]] = Counter()
    for row in connection.execute(select(t.suspense).order_by(_S.id)):
        item = read_suspense(row)
        if item.state is SuspenseState.OPEN:
            waits[suspense(item.rail), item.amount.currency] += item.amount.minor
        for reason, chain in _story(item):
            found = booked.pop(reason, None)
            if found != (chain, item.amount.minor):
                yield Problem(item.id, f"{reason} is not in the books with {item.amount}")
    for reason in sorted(booked):
        yield Problem(booked[reason][0], f"{reason} is in the books alone")
    accounts = {key for key in sums if key[0].startswith(suspense(""))}
    for account, currency in sorted(accounts | waits.keys()):
        has, said = sums[account, currency], waits[account, currency]
        if has != said:
            yield Problem(account, f"has {has} {currency}, what waits is {said}")


def _story(item: Suspense) -> Iterator[tuple[str, str]]:
    """The entries that it must have: (reason, chain)."""
    own = rail_chain(item.rail)
    yield f"deposit:{item.rail}:{item.external_id}", own
    here = item.returns - (item.state is SuspenseState.RETURNED)
    yield from ((f"return:{item.id}:{n}", own) for n in range(1, item.returns + 1))
    yield from ((f"bounce:{item.id}:{n}", own) for n in range(1, here + 1))
    if item.state is SuspenseState.MATCHED:
        yield f"match:{item.id}", item.deal or ""


def _booked(connection: Connection) -> dict[str, tuple[str, int]]:
    """(chain, amount) of what was booked out of no deal, or into one out of suspense."""
    of_these = _N.chain.startswith(RAIL_CHAIN) | _N.reason.startswith("match:")
    query = (
        select(_N.reason, _N.chain, t.postings.c.amount)
        .join(
            t.postings,
            (t.postings.c.chain == _N.chain) & (t.postings.c.chain_seq == _N.chain_seq),
        )
        .where(of_these, t.postings.c.line == 1)
    )
    return {row.reason: (row.chain, row.amount) for row in connection.execute(query)}
