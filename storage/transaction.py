"""What is said to the database inside a transaction that somebody else commits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable

from storage import statements as s
from storage.prepared import find, write
from storage.rows import Row


@dataclass(slots=True)
class Savepoint:
    """A savepoint. The database hears of it only when rows are written inside."""

    told: str = ""
    """Its name there, once it heard of it."""


class Transaction:
    """Statements on one connection, and savepoints between them."""

    def __init__(self, connection: Connection) -> None:
        """Nothing is read or written yet."""
        self.connection = connection
        self.sql = s.FOR[connection.dialect.name]
        self.locks = connection.dialect.name == "postgresql"
        self._marks: list[Savepoint] = []

    @contextmanager
    def savepoint(self) -> Iterator[Savepoint]:
        """Roll back to here when the block raises."""
        mark = Savepoint()
        self._marks.append(mark)
        try:
            yield mark
        except BaseException:
            # A connection that is lost has lost all of it; SQLAlchemy would hide why.
            if mark.told and not self.connection.invalidated:
                self.connection.exec_driver_sql(f"ROLLBACK TO SAVEPOINT {mark.told}")
            raise
        finally:
            self._marks.pop()

    def write(self, statement: Executable, rows: list[Row] | Row) -> int:
        """Once, or for each row; how many rows it touched."""
        self.begin_savepoints()
        return write(self.connection, statement, rows)

    def begin_savepoints(self) -> None:
        """Tell the database of those that are open: before anything is written within them."""
        for depth, mark in enumerate(self._marks):
            if not mark.told:
                mark.told = f"holdfast_{depth}"
                self.connection.exec_driver_sql(f"SAVEPOINT {mark.told}")

    def read(self, statement: Executable, **params: Any) -> CursorResult[Any]:  # noqa: ANN401 - values of SQL
        """By SQLAlchemy: for statements with a list in them."""
        return self.connection.execute(statement, params)

    def find(self, statement: Executable, **params: Any) -> list[Any]:  # noqa: ANN401 - values of SQL
        """The same, prepared: for statements without a list, whose results need no conversion."""
        return find(self.connection, statement, params)

    def first(self, statement: Executable, **params: Any) -> Any:  # noqa: ANN401 - a row
        """The first row, or None."""
        return next(iter(self.find(statement, **params)), None)
