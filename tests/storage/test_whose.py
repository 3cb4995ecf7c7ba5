"""Every error of a database and of a disk is decided: it may pass, or it is a bug."""

from __future__ import annotations

import errno
import sqlite3
from typing import Any

import pytest
from sqlalchemy import exc

from core.ports import StoreAway
from storage.away import POSTGRESQL, SQLALCHEMY, SQLITE, SYSTEM, may_pass, told_apart
from tests.kit.exceptions import exceptions_of, named


def test_every_exception_of_sqlalchemy_is_decided() -> None:
    own = [
        kind
        for kind in exceptions_of("sqlalchemy")
        if kind.__module__ == "sqlalchemy.exc"
        and not issubclass(kind, exc.DBAPIError)
        # What a driver without a DBAPI raises below; SQLAlchemy wraps it.
        and kind is not exc.EmulatedDBAPIException
    ]
    assert [kind.__name__ for kind in own if kind not in SQLALCHEMY] == []
    above = [k for k in exceptions_of("sqlalchemy") if issubclass(k, exc.SQLAlchemyError)]
    assert [kind.__name__ for kind in above if not named(kind, SQLALCHEMY)] == []


def test_every_state_that_postgresql_reports_is_decided() -> None:
    states = {
        state for kind in exceptions_of("asyncpg") if (state := getattr(kind, "sqlstate", None))
    }
    assert len(states) > 200
    assert (
        sorted(state for state in states if state[:2] not in POSTGRESQL and state not in POSTGRESQL)
        == []
    )


def test_every_code_of_sqlite_is_decided() -> None:
    codes = {
        name: value
        for name, value in vars(sqlite3).items()
        if name.startswith("SQLITE_") and isinstance(value, int) and name in _RESULTS
    }
    assert len(codes) == len(_RESULTS)
    assert [name for name, value in codes.items() if value not in SQLITE] == []


# Primary result codes; other constants of the module have the same figures and other meanings.
_RESULTS = frozenset(
    f"SQLITE_{name}"
    for name in (
        "OK", "ERROR", "INTERNAL", "PERM", "ABORT", "BUSY", "LOCKED", "NOMEM", "READONLY",
        "INTERRUPT", "IOERR", "CORRUPT", "NOTFOUND", "FULL", "CANTOPEN", "PROTOCOL", "EMPTY",
        "SCHEMA", "TOOBIG", "CONSTRAINT", "MISMATCH", "MISUSE", "NOLFS", "AUTH", "FORMAT",
        "RANGE", "NOTADB", "NOTICE", "WARNING", "ROW", "DONE",
    )
)  # fmt: skip


def test_every_error_of_the_system_is_decided() -> None:
    known = [kind for kind in type.__subclasses__(OSError) if kind.__module__ == "builtins"]
    assert [kind.__name__ for kind in known if kind not in SYSTEM] == []


@pytest.mark.parametrize(
    "code", ["ENOSPC", "EROFS", "EIO", "EACCES", "EPERM", "EDQUOT", "EMFILE", "ENFILE", "ENOMEM"]
)
def test_a_disk_that_refuses_may_pass(code: str) -> None:
    with pytest.raises(StoreAway), told_apart():
        raise OSError(getattr(errno, code), code)


def test_a_file_that_is_lost_is_no_trouble_that_passes() -> None:
    with pytest.raises(FileNotFoundError), told_apart():
        raise FileNotFoundError(errno.ENOENT, "gone")


class _Driver(Exception):  # noqa: N818 - stands for a driver's own
    def __init__(self, sqlstate: str) -> None:
        super().__init__(sqlstate)
        self.sqlstate = sqlstate


def _of(state: str, **more: Any) -> exc.DBAPIError:
    return exc.DBAPIError("SELECT 1", None, _Driver(state), **more)


PASSES = {
    "08006": "the connection broke",
    "25006": "a standby that was not promoted yet",
    "26000": "a pooler lost our prepared statement",
    "28P01": "the password was changed",
    "3D000": "the database is not there yet",
    "40001": "a race was lost",
    "40P01": "a deadlock",
    "53100": "the disk is full",
    "53300": "too many connections",
    "55P03": "somebody holds the lock",
    "57P01": "the operator stops it",
    "57P03": "it is starting",
    "58030": "its disk fails",
    "F0001": "its lock file is in the way",
    "XX001": "a damaged page",
}
BUGS = {
    "23505": "a key is taken",
    "23514": "a check fails",
    "42601": "no SQL",
    "42P01": "no such table",
    "22021": "a NUL in a text",
    "25001": "a transaction within one",
    "25P02": "a transaction that failed",
    "0A000": "it can not do that",
    "P0001": "a trigger refuses",
    "99999": "nobody knows what",
}


@pytest.mark.parametrize("state", PASSES)
def test_a_server_that_cannot_be_had_may_pass(state: str) -> None:
    assert may_pass(_of(state))


@pytest.mark.parametrize("state", BUGS)
def test_what_we_asked_wrong_does_not(state: str) -> None:
    assert not may_pass(_of(state))


class _Lite(Exception):  # noqa: N818 - as above
    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.sqlite_errorcode = code


@pytest.mark.parametrize(
    ("code", "passes"),
    [
        (sqlite3.SQLITE_BUSY, True),
        (sqlite3.SQLITE_BUSY | 2 << 8, True),  # of a snapshot
        (sqlite3.SQLITE_FULL, True),
        (sqlite3.SQLITE_IOERR | 4 << 8, True),  # while it synced
        (sqlite3.SQLITE_CONSTRAINT, False),
        (sqlite3.SQLITE_CONSTRAINT | 8 << 8, False),  # of uniqueness
        (sqlite3.SQLITE_ERROR, False),
        (255, False),
    ],
)
def test_a_file_of_sqlite_that_cannot_be_had_may_pass(code: int, *, passes: bool) -> None:
    assert may_pass(exc.DBAPIError("SELECT 1", None, _Lite(code))) is passes


@pytest.mark.parametrize(
    ("error", "passes"),
    [
        (exc.TimeoutError(), True),
        (exc.DisconnectionError(), True),
        (exc.InvalidatePoolError(), True),
        (exc.PendingRollbackError(), True),
        (exc.ResourceClosedError(), False),
        (exc.NoResultFound(), False),
        (exc.DBAPIError("SELECT 1", None, Exception()), False),
        (PermissionError(), True),
        (BrokenPipeError(), True),
        (TimeoutError(), True),
        (InterruptedError(), True),
        (BlockingIOError(), True),
        (OSError(), True),
        (FileNotFoundError(), False),
        (FileExistsError(), False),
        (IsADirectoryError(), False),
        (NotADirectoryError(), False),
        (ProcessLookupError(), False),
        (ChildProcessError(), False),
    ],
    ids=lambda given: type(given).__name__ if isinstance(given, Exception) else None,
)
def test_what_no_database_gave_a_code_is_told_by_its_kind(
    error: OSError | exc.SQLAlchemyError, *, passes: bool
) -> None:
    assert may_pass(error) is passes


def test_why_it_is_away_is_said_by_whoever_refused() -> None:
    said = []
    for error in (
        _of("53100"),
        OSError(errno.ENOSPC, "No space left"),
        OSError(),
        exc.TimeoutError("a statement"),
    ):
        with pytest.raises(StoreAway) as away, told_apart():
            raise error
        said.append(str(away.value))
    assert said == ["53100", "No space left", "OSError", "TimeoutError"]


def test_a_lost_connection_may_pass_whatever_hides_it() -> None:
    assert may_pass(_of("", connection_invalidated=True))
    with pytest.raises(StoreAway), told_apart():
        raise exc.PendingRollbackError
    with pytest.raises(exc.ResourceClosedError), told_apart():
        raise exc.ResourceClosedError("closed")
