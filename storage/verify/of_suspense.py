"""What must hold of money that matches nothing: each item has its entries, and no others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, func, select

from core.deal.suspense import Suspense, SuspenseState
from core.ledger import RAIL_CHAIN, match_reason, rail_chain, suspense
from storage import tables as t
from storage.suspense import read_suspense
from storage.verify.of_a_deal import Problem, Totals

_N, _S = t.entries.c, t.suspense.c
_SET_ASIDE: Final = _N.reason.startswith("aside:")
_FIRST: Final = ~_SET_ASIDE & (t.postings.c.line == 1)
_INTO: Final = _SET_ASIDE & t.postings.c.credit.startswith(suspense(""))
"""What is set aside may be taken off a hold first, and off what was owed back of it."""


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
            if found is None or found[1] != item.amount.minor or chain not in (None, found[0]):
                yield Problem(item.id, f"{reason} is not in the books with {item.amount}")
    for reason in sorted(booked):
        yield Problem(booked[reason][0], f"{reason} is in the books alone")
    accounts = {key for key in sums if key[0].startswith(suspense(""))}
    for account, currency in sorted(accounts | waits.keys()):
        has, said = sums[account, currency], waits[account, currency]
        if has != said:
            yield Problem(account, f"has {has} {currency}, what waits is {said}")


def _story(item: Suspense) -> Iterator[tuple[str, str | None]]:
    """The entries that it must have: (reason, chain), None where that may be any deal's."""
    own = rail_chain(item.rail)
    if not item.direct:
        yield f"deposit:{item.rail}:{item.external_id}", own
    yield from ((f"aside:{item.id}:{n}", None) for n in range(1, item.taken_off + 1))
    yield from ((match_reason(item.id, n), None) for n in range(item.matched_before))
    here = item.returns - (item.state is SuspenseState.RETURNED)
    yield from ((f"return:{item.id}:{n}", own) for n in range(1, item.returns + 1))
    yield from ((f"bounce:{item.id}:{n}", own) for n in range(1, here + 1))
    if item.state is SuspenseState.MATCHED:
        yield match_reason(item.id, item.matched_before), item.deal or ""


def _booked(connection: Connection) -> dict[str, tuple[str, int]]:
    """(chain, amount) of what was booked out of no deal, or into one out of suspense."""
    of_a_deal = _N.reason.startswith("match:") | _SET_ASIDE
    of_these = _N.chain.startswith(RAIL_CHAIN) | of_a_deal
    query = (
        select(_N.reason, _N.chain, func.sum(t.postings.c.amount).label("amount"))
        .join(
            t.postings,
            (t.postings.c.chain == _N.chain) & (t.postings.c.chain_seq == _N.chain_seq),
        )
        .where(of_these, _FIRST | _INTO)
        .group_by(_N.reason, _N.chain)
    )
    return {row.reason: (row.chain, int(row.amount)) for row in connection.execute(query)}
