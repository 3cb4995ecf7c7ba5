"""What may pass told apart from what is a bug: a database that cannot be had just now."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolIsEmpty

from core.ports import StoreAway

_SQLITE: Final = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
    }
)
_POSTGRESQL: Final = ("08", "53", "57", "58")
"""Classes of SQLSTATE: connection, resources (a full disk), the operator's stop, the system."""


@contextmanager
def told_apart() -> Iterator[None]:
    """Raise StoreAway for what may pass; whatever else is raised goes on up."""
    try:
        yield
    except (OSError, PoolIsEmpty) as error:  # nobody answers at the server's address
        raise StoreAway(type(error).__name__) from error
    except DBAPIError as error:
        if not may_pass(error):
            raise
        raise StoreAway(str(error.orig)) from error


def may_pass(error: DBAPIError) -> bool:
    """By the codes that the databases give."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF in _SQLITE
    state = getattr(error.orig, "sqlstate", None) or ""
    return error.connection_invalidated or state.startswith(_POSTGRESQL)
