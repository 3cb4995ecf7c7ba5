"""Column types that refuse what must not be stored."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import BigInteger, Dialect, Integer, SmallInteger
from sqlalchemy.types import TypeDecorator, TypeEngine

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


def to_micros(at: datetime) -> int:
    """Microseconds since 1970, exact. Raises ValueError for a naive instant."""
    if at.tzinfo is None:
        msg = "a naive datetime names no instant"
        raise ValueError(msg)
    return (at - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The aware UTC instant."""
    return _EPOCH + timedelta(microseconds=micros)


def now_micros() -> int:
    """Now by this machine's clock, as rows have wall time."""
    return time.time_ns() // 1_000


class Instant(TypeDecorator[datetime]):
    """An aware instant as integer microseconds: the same on both databases.

    Raises ValueError, which SQLAlchemy wraps in StatementError, for a naive datetime.
    """

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """STRICT tables of SQLite know INTEGER alone, which has 64 bits."""
        return Integer() if dialect.name == "sqlite" else BigInteger()

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Into the row."""
        return None if value is None else to_micros(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Out of the row."""
        return None if value is None else from_micros(value)


Whole: Final = BigInteger().with_variant(Integer, "sqlite")
"""64 bits on both databases: ids, amounts in minor units, microseconds of wall time."""
Flag: Final = SmallInteger().with_variant(Integer, "sqlite")
"""0 or 1, by a CHECK of its own: STRICT tables know no BOOLEAN."""
