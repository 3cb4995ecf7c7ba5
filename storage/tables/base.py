"""What every table shares: names of constraints, STRICT, and short spellings."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

from sqlalchemy import CheckConstraint, Column, Index, MetaData, Table, text
from sqlalchemy.schema import SchemaItem

from storage.columns import Flag

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def table(name: str, *items: SchemaItem, numbered: bool = False, by_key: bool = False) -> Table:
    """A STRICT table. `numbered`: no id is used twice. `by_key`: its rows live in the key."""
    return Table(
        name,
        metadata,
        *items,
        sqlite_strict=True,
        sqlite_autoincrement=numbered,
        sqlite_with_rowid=not by_key,
    )


def one_of(
    column: str, values: type[StrEnum] | tuple[str, ...], *, null: bool = False
) -> CheckConstraint:
    """The column holds one of these."""
    listed = ", ".join(f"'{value}'" for value in values)
    rule = f"{column} IN ({listed})"
    return CheckConstraint(f"{column} IS NULL OR {rule}" if null else rule, name=column)


def flag(name: str) -> tuple[Column[int], CheckConstraint]:
    """A column of 0 or 1, with its CHECK."""
    return (
        Column(name, Flag, nullable=False, server_default=text("0")),
        CheckConstraint(f"{name} IN (0, 1)", name=name),
    )


def partial(name: str, where: str, *columns: Any) -> Index:  # noqa: ANN401 - columns or names of them
    """An index of only those rows for which `where` holds."""
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))
