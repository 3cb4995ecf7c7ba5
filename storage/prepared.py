"""Statements compiled once, and handed to the driver with their values in order.

SQLAlchemy finds the compiled form of a statement again each time, prepares the parameters of an
insert for defaults that no table here has, and describes each result anew: 165 µs for a row of the
journal, of which SQLite itself takes 25. So statements whose text never changes go to the driver's
own cursor, inside SQLAlchemy's transaction; who listens to its cursors hears of them.

What a statement says of itself, such as `state = 'queued'`, is written into its text. Bound, it
would be a value on which the choice of a partial index depends, and SQLite compiles a statement
anew whenever such a value is bound: 150 µs for a look at a deal, of which the look takes 40.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, Dialect, Executable, bindparam
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import visitors
from sqlalchemy.sql.compiler import SQLCompiler

Row = dict[str, Any]


class PreparedStatement:
    """One statement on one dialect. `columns` are the keys of every row that it will get."""

    def __init__(self, statement: Executable, dialect: Dialect, columns: list[str]) -> None:
        """Compile. Results come as the driver gives them, without conversion."""
        _write_out(statement, columns)
        compiled = statement.compile(dialect=dialect, column_keys=columns)  # type: ignore[attr-defined]
        if not isinstance(compiled, SQLCompiler) or compiled.positiontup is None:
            msg = "both drivers take parameters by position"
            raise TypeError(msg)
        written = compiled.construct_expanded_state(dict.fromkeys(columns))
        order = list(written.positiontup or ())
        self.sql = written.statement
        self._constants = {
            name: value
            for name, value in compiled.params.items()
            if name in order and name not in columns
        }
        self._pick: Callable[[Row], Any] = itemgetter(*order) if order else lambda _row: ()
        self._single = len(order) == 1
        self.row: Callable[[Iterable[Any]], Any] | None = None
        """Makes a named tuple; known once there was a result."""
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


def _write_out(statement: Executable, columns: list[str]) -> None:
    """Have what is the same each time written as it is, instead of handed over."""
    for part in visitors.iterate(statement):  # type: ignore[arg-type]
        if isinstance(part, BindParameter) and not part.required and part.key not in columns:
            part.literal_execute = True


_CACHE: Final[dict[tuple[Executable, str], PreparedStatement]] = {}
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


def find(connection: Connection, statement: Executable, params: Row) -> list[Any]:
    """The rows that a statement selects, as named tuples of what the driver gives.

    Raises what SQLAlchemy would: DBAPIError and its kinds.
    """
    prepared = _prepared(connection, statement, params)
    cursor = _execute(connection, prepared.sql, [prepared.values(params)])
    try:
        if prepared.row is None:
            prepared.row = _row([column[0] for column in cursor.description])
        return list(map(prepared.row, cursor.fetchall()))
    finally:
        cursor.close()


def write(connection: Connection, statement: Executable, rows: list[Row] | Row) -> int:
    """Execute once, or for each row, all of which have the same keys; how many rows it touched.

    Raises as `find` does.
    """
    prepared = _prepared(connection, statement, rows)
    listed = rows if isinstance(rows, list) else [rows]
    cursor = _execute(connection, prepared.sql, list(map(prepared.values, listed)))
    touched = int(cursor.rowcount)
    cursor.close()
    return touched


def say(connection: Connection, sql: str) -> None:
    """What has neither values nor rows, such as BEGIN. Raises as `find` does."""
    _execute(connection, sql, [()]).close()


def _execute(connection: Connection, sql: str, values: list[tuple[Any, ...]]) -> Any:  # noqa: ANN401 - a cursor of the driver's
    driver = connection.dialect.loaded_dbapi
    cursor = connection.connection.cursor()
    many = len(values) != 1
    if listeners := connection.dispatch.before_cursor_execute:
        listeners(connection, cursor, sql, values if many else values[0], None, many)
    try:
        if not many:
            cursor.execute(sql, values[0])
        else:
            cursor.executemany(sql, values)
    except driver.Error as error:
        cursor.close()
        dialect = connection.dialect
        gone = dialect.is_disconnect(error, connection.connection, cursor)
        if gone:  # as SQLAlchemy does: else it would go back to the pool as it is
            connection.invalidate(error)
        raise DBAPIError.instance(
            sql,
            None,
            error,
            driver.Error,
            hide_parameters=True,
            connection_invalidated=gone,
            dialect=dialect,
        ) from error
    return cursor


def _row(names: list[str]) -> Callable[[Iterable[Any]], Any]:
    """A class whose fields are known only now."""
    made: Any = namedtuple("Row", tuple(names))  # type: ignore[misc] # noqa: PYI024 - known only now
    maker: Callable[[Iterable[Any]], Any] = made._make
    return maker


def _prepared(
    connection: Connection, statement: Executable, rows: list[Row] | Row
) -> PreparedStatement:
    dialect = connection.dialect
    key = (statement, dialect.name)
    prepared = _CACHE.get(key)
    if prepared is None:
        first = rows[0] if isinstance(rows, list) else rows
        prepared = _CACHE[key] = PreparedStatement(statement, dialect, list(first))
    return prepared
