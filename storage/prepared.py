"""Statements compiled once, and handed to the driver with their values in order.

SQLAlchemy finds the compiled form of a statement again each time, and prepares the parameters of an
insert for defaults that no table here has: 165 µs for a row of the journal, of which SQLite itself
takes 25. `run` is 60 µs, for statements whose text never changes, and `write` less than that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, CursorResult, Dialect, Executable, bindparam
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler

Row = dict[str, Any]


class Prepared:
    """One statement on one dialect. `columns` are the keys of every row that it will get."""

    def __init__(self, statement: Executable, dialect: Dialect, columns: list[str]) -> None:
        """Compile. Results come as the driver gives them, without conversion."""
        compiled = statement.compile(dialect=dialect, column_keys=columns)  # type: ignore[attr-defined]
        if not isinstance(compiled, SQLCompiler) or compiled.positiontup is None:
            msg = "both drivers take parameters by position"
            raise TypeError(msg)
        order = list(compiled.positiontup)
        self.sql = compiled.string
        self._constants = {
            name: value
            for name, value in compiled.params.items()
            if name in order and name not in columns
        }
        self._pick: Callable[[Row], Any] = itemgetter(*order)
        self._single = len(order) == 1
        self._converters: list[tuple[int, Callable[[Any], Any]]] = []
        for place, name in enumerate(order):
            kind = compiled.binds[name].type
            convert = kind.dialect_impl(dialect).bind_processor(dialect)
            if convert is not None:
                self._converters.append((place, convert))

    def values(self, row: Row) -> tuple[Any, ...]:
        """The parameters of one row. Raises ValueError for a value that its column refuses."""
        picked = self._pick(self._constants | row if self._constants else row)
        if self._single:
            picked = (picked,)
        if not self._converters:
            return tuple(picked)
        values = list(picked)
        for place, convert in self._converters:
            values[place] = convert(values[place])
        return tuple(values)


_CACHE: Final[dict[tuple[Executable, str], Prepared]] = {}
"""By statement and dialect; the statements are those of storage.statements, a few dozen."""


class Listed:
    """A statement with a list in it: one text for each power of two, the last value repeated."""

    def __init__(self, name: str, make: Callable[[list[BindParameter[Any]]], Executable]) -> None:
        """`make` gets the parameters of the list."""
        self._name = name
        self._make = make
        self._made: dict[int, Executable] = {}

    def fit(self, values: Sequence[Any]) -> tuple[Executable, Row]:
        """The statement and the parameters for these values, of which there is at least one."""
        size = 1 << (len(values) - 1).bit_length()
        names = [f"{self._name}_{place}" for place in range(size)]
        if size not in self._made:
            self._made[size] = self._make([bindparam(name) for name in names])
        padded = [*values, *[values[-1]] * (size - len(values))]
        return self._made[size], dict(zip(names, padded, strict=True))


def run(connection: Connection, statement: Executable, rows: list[Row] | Row) -> CursorResult[Any]:
    """Execute once, or for each row; all rows of a statement have the same keys, always."""
    prepared = _prepared(connection, statement, rows)
    if isinstance(rows, list):
        return connection.exec_driver_sql(prepared.sql, list(map(prepared.values, rows)))
    return connection.exec_driver_sql(prepared.sql, prepared.values(rows))


def write(connection: Connection, statement: Executable, rows: list[Row] | Row) -> int:
    """The same for what returns no rows, on the driver's own cursor; how many rows it touched.

    Half of what is left of `run` is spent on a result that nobody reads. Raises what `run` does.
    """
    prepared = _prepared(connection, statement, rows)
    listed = rows if isinstance(rows, list) else [rows]
    values = [prepared.values(row) for row in listed]
    driver = connection.dialect.loaded_dbapi
    cursor = connection.connection.cursor()
    try:
        if len(values) == 1:
            cursor.execute(prepared.sql, values[0])
        else:
            cursor.executemany(prepared.sql, values)
        return int(cursor.rowcount)
    except driver.Error as error:
        sql, dialect = prepared.sql, connection.dialect
        raise DBAPIError.instance(
            sql, None, error, driver.Error, hide_parameters=True, dialect=dialect
        ) from error
    finally:
        cursor.close()


def _prepared(connection: Connection, statement: Executable, rows: list[Row] | Row) -> Prepared:
    dialect = connection.dialect
    key = (statement, dialect.name)
    prepared = _CACHE.get(key)
    if prepared is None:
        first = rows[0] if isinstance(rows, list) else rows
        prepared = _CACHE[key] = Prepared(statement, dialect, list(first))
    return prepared
