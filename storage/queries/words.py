"""What people wrote, looked up for the bodies that refer to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, bindparam, select

from core.values.words import Words
from storage import tables as t
from storage.mapping import digests

_KNOWN: Final = select(t.words.c.digest, t.words.c.salt, t.words.c.text).where(
    t.words.c.digest.in_(bindparam("digests")),
    t.words.c.deal.in_(bindparam("deals")),
)
_BATCH: Final = 500  # pragma: no mutate - any size finds the same: a test looks one by one
"""Values in one statement, well below what either database takes."""


def words_of(
    connection: Connection, bodies: Iterable[str], deals: Iterable[str | None]
) -> dict[str, Words]:
    """The words to which these bodies of these deals refer; None for no deal."""
    wanted = list(dict.fromkeys(digest for body in bodies for digest in digests(body)))
    places = list({deal or "" for deal in deals})
    known = {}
    for at in range(0, len(wanted), _BATCH):
        params = {"digests": wanted[at : at + _BATCH], "deals": places}
        for row in connection.execute(_KNOWN, params):
            known[row.digest] = Words(row.digest, row.text, row.salt)
    return known
