"""What may pass told apart from what is a bug: a database, or a disk, that cannot be had just now.

The tables name each family that SQLAlchemy, PostgreSQL, SQLite and the file system can raise;
`tests/storage/test_whose.py` walks them, so that a new one can not be forgotten. True: it may pass.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import exc

from core.ports import StoreAway

SQLALCHEMY: Final[Mapping[type[Exception], bool]] = {
    exc.TimeoutError: True,  # the pool is empty
    exc.DisconnectionError: True,
    # What SQLAlchemy says instead of the lost connection, where a savepoint is rolled back on it.
    exc.PendingRollbackError: True,
    exc.InvalidatePoolError: True,
    exc.DBAPIError: False,  # and each of its kinds by its code, below
    **dict.fromkeys(
        (
            exc.SQLAlchemyError, exc.ArgumentError, exc.DuplicateColumnError,
            exc.ObjectNotExecutableError, exc.NoSuchModuleError, exc.NoForeignKeysError,
            exc.AmbiguousForeignKeysError, exc.ConstraintColumnNotFoundError,
            exc.CircularDependencyError, exc.CompileError, exc.UnsupportedCompilationError,
            exc.IdentifierError, exc.InvalidRequestError, exc.IllegalStateChangeError,
            exc.NoInspectionAvailable, exc.NoDBAPILoaded, exc.ResourceClosedError,
            exc.NoSuchColumnError, exc.AmbiguousColumnError, exc.NoResultFound,
            exc.MultipleResultsFound, exc.NoReferenceError, exc.AwaitRequired,
            exc.MissingGreenlet, exc.NoReferencedTableError, exc.NoReferencedColumnError,
            exc.NoSuchTableError, exc.UnreflectableTableError, exc.UnboundExecutionError,
            exc.StatementError,
        ),
        False,
    ),
}  # fmt: skip

POSTGRESQL: Final[Mapping[str, bool]] = {
    # Classes of SQLSTATE, and single codes that differ from their class.
    # https://www.postgresql.org/docs/current/errcodes-appendix.html
    "08": True,  # the connection
    "25006": True,  # read-only: a standby that was not promoted yet
    "26000": True,  # a prepared statement that a pooler between has lost
    "28": True,  # it lets us in no more, until the operator mends it
    "3D": True,  # the database is not there (yet)
    "40": True,  # a deadlock or a lost race, after every try of ours
    "53": True,  # resources: a full disk, memory, connections
    "55": True,  # somebody holds it
    "57": True,  # the operator's stop, a start
    "58": True,  # its system: I/O
    "F0": True,  # its configuration
    "XX": True,  # itself: a damaged page
    **dict.fromkeys(
        (
            "01", "02", "03", "09", "0A", "0B", "0F", "0L", "0P", "0Z", "10", "20", "21", "22",
            "23", "24", "25", "26", "27", "2B", "2D", "2F", "34", "38", "39", "3B", "3F", "42",
            "44", "54", "72", "HV", "P0",
        ),
        False,
    ),
}  # fmt: skip

SQLITE: Final[Mapping[int, bool]] = {
    # Primary result codes. https://www.sqlite.org/rescode.html
    **dict.fromkeys(
        (
            sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL,
            sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM,
            sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_INTERRUPT,
            sqlite3.SQLITE_SCHEMA, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB,
        ),
        True,
    ),
    **dict.fromkeys(
        (
            sqlite3.SQLITE_ERROR, sqlite3.SQLITE_INTERNAL, sqlite3.SQLITE_ABORT,
            sqlite3.SQLITE_NOTFOUND, sqlite3.SQLITE_EMPTY, sqlite3.SQLITE_TOOBIG,
            sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_MISUSE,
            sqlite3.SQLITE_NOLFS, sqlite3.SQLITE_AUTH, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_RANGE,
            sqlite3.SQLITE_NOTICE, sqlite3.SQLITE_WARNING, sqlite3.SQLITE_OK, sqlite3.SQLITE_ROW,
            sqlite3.SQLITE_DONE,
        ),
        False,
    ),
}  # fmt: skip

SYSTEM: Final[Mapping[type[OSError], bool]] = {
    # ENOSPC, EROFS, EIO, EMFILE and their like have no class of their own.
    OSError: True,
    PermissionError: True,  # EACCES, EPERM: the operator's, until mended
    ConnectionError: True,
    TimeoutError: True,
    InterruptedError: True,
    BlockingIOError: True,
    # What we look for is not there, or is not what it should be: whoever asked knows what it means.
    FileNotFoundError: False,
    FileExistsError: False,
    IsADirectoryError: False,
    NotADirectoryError: False,
    ProcessLookupError: False,
    ChildProcessError: False,
}


@contextmanager
def told_apart() -> Iterator[None]:
    """Raise StoreAway for what may pass; whatever else is raised goes on up."""
    try:
        yield
    except (OSError, exc.SQLAlchemyError) as error:
        if not may_pass(error):
            raise
        raise StoreAway(_why(error)) from error


def may_pass(error: OSError | exc.SQLAlchemyError) -> bool:
    """By the codes that the databases give; else by the nearest class that a table names."""
    if isinstance(error, exc.DBAPIError):
        return _by_code(error)
    table: Mapping[Any, bool] = SYSTEM if isinstance(error, OSError) else SQLALCHEMY
    return next(table[kind] for kind in type(error).__mro__ if kind in table)


def _by_code(error: exc.DBAPIError) -> bool:
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        return SQLITE.get(code & 0xFF, False)
    state = getattr(error.orig, "sqlstate", None) or ""
    passes = POSTGRESQL.get(state, POSTGRESQL.get(state[:2], False))
    return passes or error.connection_invalidated


def _why(error: Exception) -> str:
    """For the log: what the driver said, or the system, and never a statement."""
    if isinstance(error, exc.DBAPIError):
        return str(error.orig)
    return (isinstance(error, OSError) and error.strerror) or type(error).__name__
