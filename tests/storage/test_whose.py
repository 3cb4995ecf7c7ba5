"""Every error of a database and of a disk is decided: it may pass, or it is a bug."""

from __future__ import annotations

import errno
import sqlite3
from typing import Any

import pytest
from sqlalchemy import exc

from core.ports import StoreAway
from storage.away import POSTGRESQL, SQLALCHEMY, SQLITE, SYSTEM, may_pass, told_apart
from tests.exceptions import exceptions_of, named


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


@pytest.mark.parametrize("state", ["08006", "53100", "57P01", "25006", "40001", "XX001"])
def test_a_server_that_cannot_be_had_may_pass(state: str) -> None:
    assert may_pass(_of(state))


@pytest.mark.parametrize("state", ["23505", "42601", "22021", "25001"])
def test_what_we_asked_wrong_does_not(state: str) -> None:
    assert not may_pass(_of(state))


def test_a_lost_connection_may_pass_whatever_hides_it() -> None:
    assert may_pass(_of("", connection_invalidated=True))
    with pytest.raises(StoreAway), told_apart():
        raise exc.PendingRollbackError
    with pytest.raises(exc.ResourceClosedError), told_apart():
        raise exc.ResourceClosedError("closed")
