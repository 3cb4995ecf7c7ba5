"""The ledger as Beancount reads it, so that another program can judge the books.

Each posting becomes two legs. Beancount writes what flows into an account as a plus, for assets and
liabilities alike, so a debit is plus and a credit minus.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bot.wiring.admin import Booked

_ROOTS: Final = {
    "asset": "Assets",
    "income": "Income",
    "expense": "Expenses",
    "equity": "Equity",
}
_NOT_ALLOWED: Final = re.compile(r"[^A-Za-z0-9-]")


def name_of(account: str) -> str:
    """`hold:7K3F9QZM-1` is `Liabilities:Hold:7K3F9QZM-1`: what is nothing else is owed."""
    kind, *rest = account.split(":")
    root = _ROOTS.get(kind)
    parts = rest if root else [kind, *rest]
    return ":".join([root or "Liabilities", *map(_part, parts)])


def _part(part: str) -> str:
    """A component begins with a capital or a digit."""
    clean = _NOT_ALLOWED.sub("-", part).lstrip("-") or "None"
    return clean[0].upper() + clean[1:]


def lines(postings: Iterable[Booked]) -> Iterator[str]:
    """The file, line by line; accounts are opened when they are first used."""
    yield 'option "title" "Holdfast"'
    opened: set[str] = set()
    for _, legs in groupby(postings, key=lambda posting: posting.id):
        entry = list(legs)
        day = f"{entry[0].at:%Y-%m-%d}"
        for account in (name for p in entry for name in (p.debit, p.credit)):
            if account not in opened:
                opened.add(account)
                yield f"{day} open {name_of(account)}"
        yield ""
        yield f'{day} * "{entry[0].reason}"'
        for p in entry:
            number, _, currency = str(p.amount).rpartition(" ")
            yield f"  {name_of(p.debit)}  {number} {currency}"
            yield f"  {name_of(p.credit)}  -{number} {currency}"
